/*
 * Threads, which take turns. Few hosts have them yet. There are no functions that a cancelled call ends early
 * (wit-bindgen calls them WORLD_thread_..._cancellable): the component model has no such built-ins any more, and tools
 * that make components refuse them.
 */

/** A second pointer that the current thread has for itself. Where the target keeps its stack in it, leave it alone. */
void *WORLD_context_get_1(void);
void WORLD_context_set_1(void *value);
/** The current thread. */
uint32_t WORLD_thread_index(void);
/**
 * Makes a thread, which is suspended: it calls `start(argument)` when it is resumed. The program has to export its table
 * (`-Wl,--export-table`).
 */
uint32_t WORLD_thread_new_indirect(void (*start)(void *argument), void *argument);
/** Lets a suspended thread run after a while. */
void WORLD_thread_resume_later(uint32_t thread);
/** Stops until another thread resumes this one. */
uint32_t WORLD_thread_suspend(void);
/** Stops, and goes on in a suspended thread. */
uint32_t WORLD_thread_suspend_then_resume(uint32_t thread);
/** Goes on in a suspended thread, and lets this one run after a while. */
uint32_t WORLD_thread_yield_then_resume(uint32_t thread);
/** Stops, and goes on in another thread if that can run. */
uint32_t WORLD_thread_suspend_then_promote(uint32_t thread);
/** Goes on in another thread if that can run, and lets this one run after a while. */
uint32_t WORLD_thread_yield_then_promote(uint32_t thread);
