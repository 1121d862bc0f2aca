/** The number of code units in front of the zero that ends the text `s`. */
size_t WORLD_string_len(const WORLD_char16_t *s);

/** Lets `ret` point to the text `s`, which ends with a zero. Nothing is copied: `ret` is not to be freed. */
void WORLD_string_set(WORLD_string_t *ret, const WORLD_char16_t *s);

/** Copies the text `s`, which ends with a zero. Free `ret` with WORLD_string_free. */
void WORLD_string_dup(WORLD_string_t *ret, const WORLD_char16_t *s);

/** Copies the `len` code units at `s`. Free `ret` with WORLD_string_free. */
void WORLD_string_dup_n(WORLD_string_t *ret, const WORLD_char16_t *s, size_t len);

/** Frees a string and makes it empty. */
void WORLD_string_free(WORLD_string_t *ret);
