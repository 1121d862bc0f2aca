WITC_IMPORT("$root", "[subtask-cancel]")
uint32_t import_WORLD_subtask_cancel(uint32_t);
WORLD_subtask_status_t WORLD_subtask_cancel(WORLD_subtask_t subtask) {
    return import_WORLD_subtask_cancel(subtask);
}

WITC_IMPORT("$root", "[subtask-drop]")
void import_WORLD_subtask_drop(uint32_t);
void WORLD_subtask_drop(WORLD_subtask_t subtask) {
    import_WORLD_subtask_drop(subtask);
}

WITC_IMPORT("$root", "[waitable-set-new]")
uint32_t import_WORLD_waitable_set_new(void);
WORLD_waitable_set_t WORLD_waitable_set_new(void) {
    return import_WORLD_waitable_set_new();
}

WITC_IMPORT("$root", "[waitable-join]")
void import_WORLD_waitable_join(uint32_t, uint32_t);
void WORLD_waitable_join(uint32_t waitable, WORLD_waitable_set_t set) {
    import_WORLD_waitable_join(waitable, set);
}

WITC_IMPORT("$root", "[waitable-set-drop]")
void import_WORLD_waitable_set_drop(uint32_t);
void WORLD_waitable_set_drop(WORLD_waitable_set_t set) {
    import_WORLD_waitable_set_drop(set);
}

WITC_IMPORT("$root", "[waitable-set-wait]")
uint32_t import_WORLD_waitable_set_wait(uint32_t, uint32_t *);
void WORLD_waitable_set_wait(WORLD_waitable_set_t set, WORLD_event_t *event) {
    /* The host writes two integers: `waitable`, and `code` after it. */
    event->event = (WORLD_event_code_t) import_WORLD_waitable_set_wait(set, &event->waitable);
}

WITC_IMPORT("$root", "[waitable-set-poll]")
uint32_t import_WORLD_waitable_set_poll(uint32_t, uint32_t *);
void WORLD_waitable_set_poll(WORLD_waitable_set_t set, WORLD_event_t *event) {
    event->event = (WORLD_event_code_t) import_WORLD_waitable_set_poll(set, &event->waitable);
}

WITC_IMPORT("[export]$root", "[task-cancel]")
void import_WORLD_task_cancel(void);
void WORLD_task_cancel(void) {
    import_WORLD_task_cancel();
}

WITC_IMPORT("$root", "[backpressure-inc]")
void import_WORLD_backpressure_inc(void);
void WORLD_backpressure_inc(void) {
    import_WORLD_backpressure_inc();
}

WITC_IMPORT("$root", "[backpressure-dec]")
void import_WORLD_backpressure_dec(void);
void WORLD_backpressure_dec(void) {
    import_WORLD_backpressure_dec();
}

WITC_IMPORT("$root", "[context-get-0]")
void *import_WORLD_context_get_0(void);
void *WORLD_context_get_0(void) {
    return import_WORLD_context_get_0();
}

WITC_IMPORT("$root", "[context-set-0]")
void import_WORLD_context_set_0(void *);
void WORLD_context_set_0(void *value) {
    import_WORLD_context_set_0(value);
}

WITC_IMPORT("$root", "[thread-yield]")
uint32_t import_WORLD_thread_yield(void);
void WORLD_thread_yield(void) {
    (void) import_WORLD_thread_yield();
}
