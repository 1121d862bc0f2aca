/** A string in UTF-8: `len` bytes at `ptr`, without a zero at the end. */
typedef struct WORLD_string_t {
    uint8_t *ptr;
    size_t len;
} WORLD_string_t;
