/*
 * A runtime for asynchronous guests: it waits for calls, reads and writes, and calls a function of yours when one has
 * ended, so that you write what comes next and no state machine. Written by witc, the same for every world; C99 and
 * later, also from C++. A program that does not call it contains none of it.
 *
 * An exported function starts a task, and its callback goes on with it:
 *
 *     w_callback_code_t exports_f(...) { return wit_async_start(run, cancelled, state); }
 *     w_callback_code_t exports_f_callback(w_event_t *e) { return wit_async_callback(e->event, e->waitable, e->code); }
 *
 * `run(state, 0)` starts operations, and `wit_async_wait` says what is called when one has ended. The task ends when it
 * waits for nothing any more; before that, one of your functions has returned the result (`exports_f_return`). The task is
 * in context slot 0, which such an export leaves alone.
 *
 * Who owns what. Everything that is passed here stays yours. An operation, and the memory that the host reads or writes
 * for it, must stay where it is until your function was called, or until `wit_async_cancel` has given its status. Where
 * nothing may block, in synchronous exports and destructors, no operation can be cancelled: `wit_async_abandon` keeps it
 * until the next task can, and only then calls the function that frees its memory.
 */
#ifndef WIT_ASYNC_H
#define WIT_ASYNC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A function that is called with the pointer that was given with it, and a status. */
typedef void (*wit_async_then_t)(void *user, uint32_t status);

/** A call of an asynchronous export, or of `wit_async_block_on`. */
typedef struct wit_async_task wit_async_task_t;

/** Something that is to be done in a task: `then(user, 0)`. Zeros but for these two; the rest is the runtime's. */
typedef struct wit_async_item {
    wit_async_then_t then;
    void *user;
    struct wit_async_item *next;
    /** The task in whose queue it is. */
    wit_async_task_t *queued;
} wit_async_item_t;

/**
 * A call, read or write that has not ended: its import has returned `WIT_ASYNC_BLOCKED`, or a call a status with a
 * subtask. Zeros but for `item.then`, `item.user`, `waitable` and `cancel`; the rest is the runtime's.
 */
typedef struct wit_async_op {
    wit_async_item_t item;
    /** The subtask, or the end of the stream or future. */
    uint32_t waitable;
    /** The built-in that cancels it: `wit_async_host_subtask_cancel` for calls. None: nothing cancels it. */
    uint32_t (*cancel)(uint32_t waitable);
    /** The status with which it has ended, or `WIT_ASYNC_BLOCKED`. */
    uint32_t status;
    bool abandoned;
    /** The task that it is registered with: of this runtime, or of another one. */
    void *context;
    void *(*unregister)(void *context, uint32_t waitable);
    void (*release)(void *context);
} wit_async_op_t;

/** The status of an operation that has not ended. */
#define WIT_ASYNC_BLOCKED ((uint32_t) 0xffffffffu)
/** The states in the lowest four bits of the status of a call. The bits above are the subtask while there is one. */
#define WIT_ASYNC_RETURNED ((uint32_t) 2)
#define WIT_ASYNC_CANCELLED_BEFORE_STARTED ((uint32_t) 3)
#define WIT_ASYNC_CANCELLED_BEFORE_RETURNED ((uint32_t) 4)
/** The states in the lowest four bits of the status of a read or write. The bits above are the number of elements. */
#define WIT_ASYNC_COMPLETED ((uint32_t) 0)
#define WIT_ASYNC_DROPPED ((uint32_t) 1)
#define WIT_ASYNC_CANCELLED ((uint32_t) 2)

/**
 * Starts the task of a call of an export: calls `run(user, 0)`. If the caller cancels the call, `cancelled(user, 6)` is
 * called, which cancels what is pending, frees it, and calls the built-in `task.cancel`; without it the call goes on.
 * Gives what the export has to return.
 */
uint32_t wit_async_start(wit_async_then_t run, wit_async_then_t cancelled, void *user);
/** Handles an event of a task that `wit_async_start` has started. Gives what the callback has to return. */
uint32_t wit_async_callback(uint32_t event, uint32_t waitable, uint32_t status);
/** Calls `run(user, 0)`, and blocks until nothing is to be done or waited for. Not in functions that WIT says are synchronous. */
void wit_async_block_on(wit_async_then_t run, void *user);

/**
 * Waits for an operation that has not ended: its function is called once, by the current task, when it has. One that is waited
 * for elsewhere is from now on waited for here.
 */
void wit_async_wait(wit_async_op_t *op);
/**
 * Cancels an operation that is waited for. Gives its status, which may be that of success; its function is not called.
 * `WIT_ASYNC_BLOCKED`: it goes on as before, since nothing may block here.
 */
uint32_t wit_async_cancel(wit_async_op_t *op);
/** Cancels an operation as soon as that is possible, and then calls `then`, in place of its function, to free it. */
void wit_async_abandon(wit_async_op_t *op, wit_async_then_t then);
/** Takes an end of a stream or future that was waited for out of the set of its task, before it is passed on. */
void wit_async_leave(uint32_t waitable);

/** The current task. Outside of all tasks of this runtime, one that waits for nothing. */
wit_async_task_t *wit_async_current(void);
/**
 * Makes that a task does something, after what it does now: this is how work beside it is spawned. Outside of all tasks, as in a
 * synchronous export, the next task does it.
 */
void wit_async_ready(wit_async_item_t *item, wit_async_task_t *task);
/** The same of the current task, after others had their turn. */
void wit_async_yield(wit_async_item_t *item);
/** Takes back what was to be done, if it was not done yet. */
void wit_async_unready(wit_async_item_t *item);
/** Makes that a task does not end before `wit_async_unkeep`: it waits for what another task does, which then makes it go on. */
void wit_async_keep(wit_async_task_t *task);
void wit_async_unkeep(wit_async_task_t *task);
/** Whether the caller has cancelled the call that the current task is for. */
bool wit_async_cancelled(void);

#ifdef __wasm__
#define WIT_ASYNC_HOST(module, name) __attribute__((__import_module__(module), __import_name__(name)))
#else
#define WIT_ASYNC_HOST(module, name)
#endif

/* The built-ins of the host that are of use to those who call this. */
WIT_ASYNC_HOST("$root", "[subtask-cancel]") uint32_t wit_async_host_subtask_cancel(uint32_t subtask);
WIT_ASYNC_HOST("$root", "[subtask-drop]") void wit_async_host_subtask_drop(uint32_t subtask);
WIT_ASYNC_HOST("[export]$root", "[task-cancel]") void wit_async_host_task_cancel(void);
WIT_ASYNC_HOST("$root", "[backpressure-inc]") void wit_async_host_backpressure_inc(void);
WIT_ASYNC_HOST("$root", "[backpressure-dec]") void wit_async_host_backpressure_dec(void);

#ifdef __cplusplus
}
#endif
#endif
