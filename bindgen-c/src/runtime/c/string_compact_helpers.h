/** Lets `ret` point to the Latin-1 text `s`, which ends with a zero. Nothing is copied: `ret` is not to be freed. */
void WORLD_string_set(WORLD_string_t *ret, const char *s);

/** Copies the Latin-1 text `s`, which ends with a zero. Free `ret` with WORLD_string_free. */
void WORLD_string_dup(WORLD_string_t *ret, const char *s);

/** Copies the `len` bytes of Latin-1 at `s`. Free `ret` with WORLD_string_free. */
void WORLD_string_dup_n(WORLD_string_t *ret, const char *s, size_t len);

/** Copies the `len` code units of UTF-16 at `s`. Free `ret` with WORLD_string_free. */
void WORLD_string_dup_utf16(WORLD_string_t *ret, const uint16_t *s, size_t len);

/** Frees a string and makes it empty. */
void WORLD_string_free(WORLD_string_t *ret);
