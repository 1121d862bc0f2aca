WITC_IMPORT("$root", "[error-context-new-ENCODING]")
int32_t import_WORLD_error_context_new(const void *, size_t);
WITC_IMPORT("$root", "[error-context-debug-message-ENCODING]")
void import_WORLD_error_context_debug_message(int32_t, void *);

WORLD_error_context_t WORLD_error_context_new(const WORLD_string_t *message) {
    WORLD_error_context_t context;
    context.__handle = import_WORLD_error_context_new(message->ptr, message->len);
    return context;
}

void WORLD_error_context_debug_message(WORLD_error_context_t context, WORLD_string_t *ret) {
    import_WORLD_error_context_debug_message(context.__handle, ret);
}
