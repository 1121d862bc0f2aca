/** A string in UTF-16: `len` code units at `ptr`, without a zero at the end. */
typedef struct WORLD_string_t {
    uint16_t *ptr;
    size_t len;
} WORLD_string_t;

/** What UTF-16 is made of: in C, where there is no such type, the type behind `char16_t` of <uchar.h>. */
#ifdef __cplusplus
typedef char16_t WORLD_char16_t;
#else
typedef uint_least16_t WORLD_char16_t;
#endif
