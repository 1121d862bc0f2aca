/*
 * The runtime of asynchronous guests: see wit_async.h. Written by witc, the same for every world. C99 and later; sources
 * in C++ may include it.
 *
 * All that has a name outside of this file is weak, so that a program in which several worlds bring the runtime along
 * contains it once.
 */
#include "wit_async.h"
#include <stdlib.h>

#define WIT_ASYNC_ONCE __attribute__((__weak__))

#ifdef __cplusplus
extern "C" {
#endif

/* The built-ins of the host that only the runtime calls. The other slot of a context is for threads, which hosts refuse. */
WIT_ASYNC_HOST("$root", "[context-get-0]") void *wit_async_host_context_get(void);
WIT_ASYNC_HOST("$root", "[context-set-0]") void wit_async_host_context_set(void *value);
WIT_ASYNC_HOST("$root", "[waitable-set-new]") uint32_t wit_async_host_set_new(void);
WIT_ASYNC_HOST("$root", "[waitable-set-wait]") uint32_t wit_async_host_set_wait(uint32_t set, uint32_t *event);
WIT_ASYNC_HOST("$root", "[waitable-set-poll]") uint32_t wit_async_host_set_poll(uint32_t set, uint32_t *event);
WIT_ASYNC_HOST("$root", "[waitable-join]") void wit_async_host_join(uint32_t waitable, uint32_t set);
WIT_ASYNC_HOST("$root", "[thread-yield]") uint32_t wit_async_host_thread_yield(void);
WIT_ASYNC_HOST("$root", "[stream-new-unit]") uint64_t wit_async_host_unit_new(void);
WIT_ASYNC_HOST("$root", "[async-lower][stream-read-unit]")
uint32_t wit_async_host_unit_read(uint32_t reader, void *buffer, size_t count);
WIT_ASYNC_HOST("$root", "[stream-drop-readable-unit]") void wit_async_host_unit_drop_readable(uint32_t reader);
WIT_ASYNC_HOST("$root", "[stream-drop-writable-unit]") void wit_async_host_unit_drop_writable(uint32_t writer);

enum {
    WIT_ASYNC_EXIT = 0,
    WIT_ASYNC_YIELD = 1,
    WIT_ASYNC_WAIT = 2,
    WIT_ASYNC_EVENT_NONE = 0,
    WIT_ASYNC_EVENT_TASK_CANCELLED = 6
};

/*
 * The interface by which the runtimes in one component know each other, whatever language and library they are of: the
 * function `wasip3_task_set` keeps a pointer to the current task of whichever runtime.
 */
typedef void *(*wit_async_register_t)(void *context, uint32_t waitable, wit_async_then_t then, void *user);
typedef void *(*wit_async_unregister_t)(void *context, uint32_t waitable);

/** The functions of a task since version 2: they may be called with a clone of its context when it is not current. */
struct wit_async_abi_table {
    wit_async_register_t enroll;
    wit_async_unregister_t dismiss;
    void *(*clone)(void *context);
    void (*drop)(void *context);
    /** Since version 3: only runtimes in Rust call it. */
    void *spawn;
};

struct wit_async_abi {
    uint32_t version;
    void *context;
    wit_async_register_t enroll;
    wit_async_unregister_t dismiss;
    struct wit_async_abi_table const *table;
};

struct wit_async_task {
    struct wit_async_abi abi;
    wit_async_item_t root;
    wit_async_then_t cancelled;
    /** What is to be done, first come first served. */
    wit_async_item_t *first, **last;
    /** The first item that has to wait until others had their turn. */
    wit_async_item_t *stop;
    /** The set of waitables, made when there is one. It is kept for the next task: idle ends may be in it for ever. */
    uint32_t set;
    /** The number of waitables that are waited for. */
    uint32_t pending;
    /** The host, while it runs, and other runtimes that keep its context. */
    uint32_t references;
    bool sleeping, running, was_cancelled;
    wit_async_task_t *next;
};

/** What the next event of a waitable does. */
struct wit_async_entry {
    wit_async_then_t then;
    void *user;
    wit_async_task_t *task;
};

struct wit_async_state {
    struct wit_async_entry *entries;
    uint32_t count;
    /** Operations that were abandoned where nothing may block. */
    wit_async_op_t *orphans;
    /** Tasks that have ended, for the next calls. */
    wit_async_task_t *spare;
    /** What is to be done outside of all tasks of this runtime. */
    wit_async_task_t loose;
};

WIT_ASYNC_ONCE struct wit_async_state wit_async_state;
WIT_ASYNC_ONCE struct wit_async_abi *wit_async_current_abi;

struct wit_async_abi *wasip3_task_set(struct wit_async_abi *task);
WIT_ASYNC_ONCE struct wit_async_abi *wasip3_task_set(struct wit_async_abi *task) {
    struct wit_async_abi *before = wit_async_current_abi;
    wit_async_current_abi = task;
    return before;
}

static struct wit_async_abi *wit_async_any(void) {
    struct wit_async_abi *task = wasip3_task_set(NULL);
    wasip3_task_set(task);
    return task;
}

static struct wit_async_entry *wit_async_entry(uint32_t waitable) {
    struct wit_async_state *state = &wit_async_state;
    if (waitable >= state->count) {
        uint32_t count = 2 * waitable + 8;
        struct wit_async_entry *entries =
            (struct wit_async_entry *) realloc(state->entries, count * sizeof(struct wit_async_entry));
        if (entries == NULL) abort();
        for (uint32_t index = state->count; index < count; index++) entries[index].task = NULL;
        state->entries = entries;
        state->count = count;
    }
    return &state->entries[waitable];
}

static void wit_async_poke(wit_async_task_t *task);
static void wit_async_arrived(void *user, uint32_t status);

/** Removes what the next event of a waitable does. */
static void *wit_async_dismiss(void *context, uint32_t waitable) {
    struct wit_async_entry *entry = wit_async_entry(waitable);
    wit_async_task_t *task = entry->task;
    (void) context;
    if (task == NULL) return NULL;
    entry->task = NULL;
    wit_async_host_join(waitable, 0);
    /* A task that waits for nothing any more has to notice that it is at its end. */
    if (--task->pending == 0 && task->sleeping) wit_async_poke(task);
    return entry->user;
}

/** Makes that the next event of a waitable is the task's, and calls a function. */
static void *wit_async_enroll(void *context, uint32_t waitable, wit_async_then_t then, void *user) {
    wit_async_task_t *task = (wit_async_task_t *) context;
    struct wit_async_entry *entry = wit_async_entry(waitable);
    void *before = NULL;
    task->pending++;
    if (entry->task != NULL) {
        before = entry->user;
        entry->task->pending--;
    }
    entry->then = then;
    entry->user = user;
    entry->task = task;
    if (task->set == 0) task->set = wit_async_host_set_new();
    /* No matter whether it is there already: an end may have been dropped, and its number used for another one. */
    wit_async_host_join(waitable, task->set);
    return before;
}

static void wit_async_poked(void *user, uint32_t status) {
    (void) status;
    wit_async_host_unit_drop_readable((uint32_t) (uintptr_t) user);
}

/** Ends the sleep of a task: gives its set a waitable that has an event already. */
static void wit_async_poke(wit_async_task_t *task) {
    uint64_t ends = wit_async_host_unit_new();
    uint32_t reader = (uint32_t) ends;
    task->sleeping = false;
    (void) wit_async_host_unit_read(reader, NULL, 1);
    wit_async_host_unit_drop_writable((uint32_t) (ends >> 32));
    wit_async_enroll(task, reader, wit_async_poked, (void *) (uintptr_t) reader);
}

static void *wit_async_clone(void *context) {
    ((wit_async_task_t *) context)->references++;
    return context;
}

static void wit_async_release(void *context) {
    wit_async_task_t *task = (wit_async_task_t *) context;
    if (--task->references == 0) {
        task->next = wit_async_state.spare;
        wit_async_state.spare = task;
    }
}

static struct wit_async_abi_table const wit_async_table = {
    wit_async_enroll, wit_async_dismiss, wit_async_clone, wit_async_release, NULL,
};

/** The task of this runtime that a task of whichever is. */
static wit_async_task_t *wit_async_ours(struct wit_async_abi *task) {
    return task != NULL && task->enroll == wit_async_enroll ? (wit_async_task_t *) task->context : NULL;
}

WIT_ASYNC_ONCE wit_async_task_t *wit_async_current(void) {
    wit_async_task_t *task = wit_async_ours(wit_async_any());
    return task != NULL ? task : &wit_async_state.loose;
}

WIT_ASYNC_ONCE bool wit_async_cancelled(void) { return wit_async_current()->was_cancelled; }

static void wit_async_push(wit_async_item_t *item, wit_async_task_t *task) {
    if (task->first == NULL) task->last = &task->first;
    item->next = NULL;
    item->queued = task;
    *task->last = item;
    task->last = &item->next;
}

/** Does what is to be done now. */
static void wit_async_turn(wit_async_task_t *task) {
    if (task->running) return;
    task->running = true;
    task->stop = NULL;
    while (task->first != NULL && task->first != task->stop) {
        wit_async_item_t *item = task->first;
        task->first = item->next;
        item->queued = NULL;
        item->then(item->user, 0);
    }
    task->running = false;
}

WIT_ASYNC_ONCE void wit_async_ready(wit_async_item_t *item, wit_async_task_t *task) {
    wit_async_push(item, task);
    if (task->sleeping) wit_async_poke(task);
    /* In a task of another runtime nobody else would. Outside of all tasks it is left to the next one. */
    if (task == &wit_async_state.loose && wit_async_any() != NULL) wit_async_turn(task);
}

WIT_ASYNC_ONCE void wit_async_yield(wit_async_item_t *item) {
    wit_async_task_t *task = wit_async_current();
    wit_async_push(item, task);
    if (task->stop == NULL && task != &wit_async_state.loose) task->stop = item;
}

WIT_ASYNC_ONCE void wit_async_unready(wit_async_item_t *item) {
    wit_async_task_t *task = item->queued;
    wit_async_item_t **at;
    if (task == NULL) return;
    for (at = &task->first; *at != item; at = &(*at)->next) {}
    *at = item->next;
    if (task->last == &item->next) task->last = at;
    if (task->stop == item) task->stop = item->next;
    item->queued = NULL;
}

WIT_ASYNC_ONCE void wit_async_keep(wit_async_task_t *task) {
    task->pending++;
    if (task->set == 0) task->set = wit_async_host_set_new();
}

WIT_ASYNC_ONCE void wit_async_unkeep(wit_async_task_t *task) {
    if (--task->pending == 0 && task->sleeping) wit_async_poke(task);
}

/** Forgets the task with which an operation is registered. */
static void wit_async_let_go(wit_async_op_t *op) {
    void (*release)(void *) = op->release;
    op->unregister = NULL;
    op->release = NULL;
    if (release != NULL) release(op->context);
}

WIT_ASYNC_ONCE void wit_async_wait(wit_async_op_t *op) {
    struct wit_async_abi *task = wit_async_any();
    if (op->unregister != NULL) {
        if (task != NULL && op->context == task->context && op->unregister == task->dismiss) return;
        op->unregister(op->context, op->waitable);
        wit_async_let_go(op);
    }
    op->status = WIT_ASYNC_BLOCKED;
    op->unregister = NULL;
    op->release = NULL;
    if (task == NULL) {
        /* It may be in the set of a task that has waited for it before, which would be told of its end. */
        wit_async_host_join(op->waitable, 0);
        return;
    }
    op->context = task->context;
    op->unregister = task->dismiss;
    if (task->version >= 2) {
        op->context = task->table->clone(task->context);
        op->release = task->table->drop;
    }
    task->enroll(task->context, op->waitable, wit_async_arrived, op);
}

/** Handles an event of an operation. */
static void wit_async_arrived(void *user, uint32_t status) {
    wit_async_op_t *op = (wit_async_op_t *) user;
    wit_async_task_t *loose = &wit_async_state.loose;
    bool running = loose->running;
    wit_async_let_go(op);
    if (op->cancel == wit_async_host_subtask_cancel) {
        if (status < WIT_ASYNC_RETURNED) {
            wit_async_wait(op);
            return;
        }
        wit_async_host_subtask_drop(op->waitable);
    }
    op->status = status;
    if (op->abandoned) return;
    loose->running = true;
    op->item.then(op->item.user, status);
    loose->running = running;
    /* In a task of another runtime nobody else would. */
    wit_async_turn(loose);
}

WIT_ASYNC_ONCE void wit_async_leave(uint32_t waitable) { wit_async_host_join(waitable, 0); }

/** Whether something may block: in an asynchronous task. Those of other runtimes do not tell where their code runs. */
static bool wit_async_may_block(void) {
    struct wit_async_abi *task;
    if (wit_async_host_context_get() != NULL) return true;
    task = wit_async_any();
    return task != NULL && wit_async_ours(task) == NULL;
}

WIT_ASYNC_ONCE uint32_t wit_async_cancel(wit_async_op_t *op) {
    uint32_t status;
    if (!wit_async_may_block()) return WIT_ASYNC_BLOCKED;
    if (op->unregister != NULL) op->unregister(op->context, op->waitable);
    wit_async_let_go(op);
    wit_async_host_join(op->waitable, 0);
    status = op->cancel(op->waitable);
    if (op->cancel == wit_async_host_subtask_cancel) wit_async_host_subtask_drop(op->waitable);
    return status;
}

WIT_ASYNC_ONCE void wit_async_abandon(wit_async_op_t *op, wit_async_then_t then) {
    uint32_t status = op->cancel != NULL ? wit_async_cancel(op) : WIT_ASYNC_BLOCKED;
    op->item.then = then;
    if (status != WIT_ASYNC_BLOCKED) {
        then(op->item.user, status);
    } else if (op->cancel != NULL || op->unregister == NULL) {
        op->abandoned = true;
        op->status = WIT_ASYNC_BLOCKED;
        op->item.next = (wit_async_item_t *) wit_async_state.orphans;
        wit_async_state.orphans = op;
    }
}

/** Ends what was abandoned. */
static void wit_async_reap(void) {
    while (wit_async_state.orphans != NULL) {
        wit_async_op_t *op = wit_async_state.orphans;
        wit_async_state.orphans = (wit_async_op_t *) op->item.next;
        op->abandoned = false;
        if (op->status == WIT_ASYNC_BLOCKED && op->cancel == NULL) {
            wit_async_wait(op);
            continue;
        }
        op->item.then(op->item.user, op->status != WIT_ASYNC_BLOCKED ? op->status : wit_async_cancel(op));
    }
}

/** Makes what was to be done outside of all tasks that of a task. */
static void wit_async_adopt(wit_async_task_t *task) {
    wit_async_task_t *loose = &wit_async_state.loose;
    while (!loose->running && loose->first != NULL) {
        wit_async_item_t *item = loose->first;
        loose->first = item->next;
        wit_async_push(item, task);
    }
}

static void wit_async_deliver(uint32_t waitable, uint32_t status) {
    struct wit_async_entry *entry = wit_async_entry(waitable);
    wit_async_task_t *task = entry->task;
    wit_async_then_t then = entry->then;
    if (task == NULL) return;
    entry->task = NULL;
    task->pending--;
    /* Ends of this runtime stay in the set for their next operations. Others do not know that they are there. */
    if (then != wit_async_arrived) wit_async_host_join(waitable, 0);
    then(entry->user, status);
}

/** Goes on with a task after an event, as far as it gets. Gives the code for the host; after 0 the task is gone. */
static uint32_t wit_async_resume(wit_async_task_t *task, uint32_t event, uint32_t waitable, uint32_t status) {
    struct wit_async_abi *outer = wasip3_task_set(&task->abi);
    uint32_t rest[2];
    rest[0] = waitable;
    rest[1] = status;
    task->sleeping = false;
    /* A task that has only let others run has not been told of events. */
    if (event == WIT_ASYNC_EVENT_NONE && task->pending > 0) event = wit_async_host_set_poll(task->set, rest);
    if (event == WIT_ASYNC_EVENT_TASK_CANCELLED) {
        task->was_cancelled = true;
        if (task->cancelled != NULL) task->cancelled(task->root.user, event);
    } else if (event != WIT_ASYNC_EVENT_NONE) {
        wit_async_deliver(rest[0], rest[1]);
    }
    wit_async_reap();
    wit_async_adopt(task);
    wit_async_turn(task);
    wasip3_task_set(outer);
    if (task->first != NULL) return WIT_ASYNC_YIELD;
    if (task->pending > 0) {
        task->sleeping = true;
        return WIT_ASYNC_WAIT | task->set << 4;
    }
    wit_async_release(task);
    return WIT_ASYNC_EXIT;
}

/** Runs a new task for the first time. */
static uint32_t wit_async_begin(wit_async_task_t **made, wit_async_then_t run, wit_async_then_t cancelled, void *user) {
    wit_async_task_t *task = wit_async_state.spare;
    if (task != NULL) {
        wit_async_state.spare = task->next;
    } else {
        task = (wit_async_task_t *) malloc(sizeof(wit_async_task_t));
        if (task == NULL) abort();
        task->abi.version = 3;
        task->abi.context = task;
        task->abi.enroll = wit_async_enroll;
        task->abi.dismiss = wit_async_dismiss;
        task->abi.table = &wit_async_table;
        task->first = NULL;
        task->set = 0;
        task->pending = 0;
        task->running = false;
    }
    *made = task;
    task->references = 1;
    task->was_cancelled = false;
    task->cancelled = cancelled;
    task->root.then = run;
    task->root.user = user;
    wit_async_push(&task->root, task);
    wit_async_host_context_set(task);
    return wit_async_resume(task, WIT_ASYNC_EVENT_NONE, 0, 0);
}

WIT_ASYNC_ONCE uint32_t wit_async_start(wit_async_then_t run, wit_async_then_t cancelled, void *user) {
    wit_async_task_t *task;
    return wit_async_begin(&task, run, cancelled, user);
}

WIT_ASYNC_ONCE uint32_t wit_async_callback(uint32_t event, uint32_t waitable, uint32_t status) {
    return wit_async_resume((wit_async_task_t *) wit_async_host_context_get(), event, waitable, status);
}

WIT_ASYNC_ONCE void wit_async_block_on(wit_async_then_t run, void *user) {
    void *outer = wit_async_host_context_get();
    wit_async_task_t *task;
    uint32_t code = wit_async_begin(&task, run, NULL, user);
    while (code != WIT_ASYNC_EXIT) {
        uint32_t event = WIT_ASYNC_EVENT_NONE, rest[2] = {0, 0};
        if (code == WIT_ASYNC_YIELD) (void) wit_async_host_thread_yield();
        else event = wit_async_host_set_wait(task->set, rest);
        code = wit_async_resume(task, event, rest[0], rest[1]);
    }
    wit_async_host_context_set(outer);
}

#ifdef __cplusplus
}
#endif
