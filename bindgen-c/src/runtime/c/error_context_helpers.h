/** Makes an error context with a message. Free it with WORLD_error_context_free. */
WORLD_error_context_t WORLD_error_context_new(const WORLD_string_t *message);

/** The message of an error context, which may be another than the one it was made with. Free it with WORLD_string_free. */
void WORLD_error_context_debug_message(WORLD_error_context_t context, WORLD_string_t *ret);

/** Drops an error context. */
void WORLD_error_context_free(WORLD_error_context_t *ptr);
