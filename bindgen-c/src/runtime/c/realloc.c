__attribute__((__weak__)) WITC_EXPORT("cabi_realloc")
void *cabi_realloc(void *ptr, size_t old_size, size_t align, size_t new_size) {
    (void) old_size;
    if (new_size == 0) return (void *) align;
    ptr = realloc(ptr, new_size);
    if (!ptr) abort();
    return ptr;
}
