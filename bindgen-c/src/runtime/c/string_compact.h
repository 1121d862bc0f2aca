/**
 * A string in Latin-1, `len` bytes at `ptr`, without a zero at the end; or, if the bit SHOUTY_STRING_UTF16 of `len` is
 * set, in UTF-16: the other bits are the number of code units, and `ptr` points to `uint16_t`.
 */
typedef struct WORLD_string_t {
    uint8_t *ptr;
    size_t len;
} WORLD_string_t;

#define SHOUTY_STRING_UTF16 ((size_t) 1 << (sizeof(size_t) * 8 - 1))
