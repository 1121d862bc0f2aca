size_t WORLD_string_len(const WORLD_char16_t *s) {
    const WORLD_char16_t *end = s;
    while (*end) end++;
    return (size_t) (end - s);
}

void WORLD_string_set(WORLD_string_t *ret, const WORLD_char16_t *s) {
    ret->ptr = (uint16_t *) s;
    ret->len = WORLD_string_len(s);
}

void WORLD_string_dup(WORLD_string_t *ret, const WORLD_char16_t *s) {
    WORLD_string_dup_n(ret, s, WORLD_string_len(s));
}

void WORLD_string_dup_n(WORLD_string_t *ret, const WORLD_char16_t *s, size_t len) {
    ret->len = len;
    ret->ptr = (uint16_t *) cabi_realloc(NULL, 0, 2, len * 2);
    memcpy(ret->ptr, s, len * 2);
}
