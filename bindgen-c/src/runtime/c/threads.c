WITC_IMPORT("$root", "[context-get-1]")
void *import_WORLD_context_get_1(void);
void *WORLD_context_get_1(void) {
    return import_WORLD_context_get_1();
}

WITC_IMPORT("$root", "[context-set-1]")
void import_WORLD_context_set_1(void *);
void WORLD_context_set_1(void *value) {
    import_WORLD_context_set_1(value);
}

WITC_IMPORT("$root", "[thread-index]")
uint32_t import_WORLD_thread_index(void);
uint32_t WORLD_thread_index(void) {
    return import_WORLD_thread_index();
}

WITC_IMPORT("$root", "[thread-new-indirect-v0]")
uint32_t import_WORLD_thread_new_indirect(void (*)(void *), void *);
uint32_t WORLD_thread_new_indirect(void (*start)(void *argument), void *argument) {
    return import_WORLD_thread_new_indirect(start, argument);
}

WITC_IMPORT("$root", "[thread-resume-later]")
void import_WORLD_thread_resume_later(uint32_t);
void WORLD_thread_resume_later(uint32_t thread) {
    import_WORLD_thread_resume_later(thread);
}

WITC_IMPORT("$root", "[thread-suspend]")
uint32_t import_WORLD_thread_suspend(void);
uint32_t WORLD_thread_suspend(void) {
    return import_WORLD_thread_suspend();
}

WITC_IMPORT("$root", "[thread-suspend-then-resume]")
uint32_t import_WORLD_thread_suspend_then_resume(uint32_t);
uint32_t WORLD_thread_suspend_then_resume(uint32_t thread) {
    return import_WORLD_thread_suspend_then_resume(thread);
}

WITC_IMPORT("$root", "[thread-yield-then-resume]")
uint32_t import_WORLD_thread_yield_then_resume(uint32_t);
uint32_t WORLD_thread_yield_then_resume(uint32_t thread) {
    return import_WORLD_thread_yield_then_resume(thread);
}

WITC_IMPORT("$root", "[thread-suspend-then-promote]")
uint32_t import_WORLD_thread_suspend_then_promote(uint32_t);
uint32_t WORLD_thread_suspend_then_promote(uint32_t thread) {
    return import_WORLD_thread_suspend_then_promote(thread);
}

WITC_IMPORT("$root", "[thread-yield-then-promote]")
uint32_t import_WORLD_thread_yield_then_promote(uint32_t);
uint32_t WORLD_thread_yield_then_promote(uint32_t thread) {
    return import_WORLD_thread_yield_then_promote(thread);
}
