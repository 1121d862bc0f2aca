void WORLD_string_set(WORLD_string_t *ret, const char *s) {
    ret->ptr = (uint8_t *) s;
    ret->len = strlen(s);
}

void WORLD_string_dup(WORLD_string_t *ret, const char *s) {
    WORLD_string_dup_n(ret, s, strlen(s));
}

void WORLD_string_dup_n(WORLD_string_t *ret, const char *s, size_t len) {
    ret->len = len;
    ret->ptr = (uint8_t *) cabi_realloc(NULL, 0, 2, len);
    memcpy(ret->ptr, s, len);
}

void WORLD_string_dup_utf16(WORLD_string_t *ret, const uint16_t *s, size_t len) {
    ret->len = len | SHOUTY_STRING_UTF16;
    ret->ptr = (uint8_t *) cabi_realloc(NULL, 0, 2, len * 2);
    memcpy(ret->ptr, s, len * 2);
}
