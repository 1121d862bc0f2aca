/** A handle of what went wrong in another component. */
typedef struct WORLD_error_context_t {
    int32_t __handle;
} WORLD_error_context_t;
