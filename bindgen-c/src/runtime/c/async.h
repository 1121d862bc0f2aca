/*
 * Asynchronous functions, streams and futures. A call of an asynchronous import gives a status at once. Unless the call
 * has returned already, there is a subtask: put it into a set, wait for an event of it, and drop it when it has returned or
 * was cancelled. A read or write that gives SHOUTY_WAITABLE_STATUS_BLOCKED has an event too, of the end that it was
 * started with. wit_async.h, which is written beside this header, has functions that do the waiting for you.
 *
 * Memory. The parameters of a call stay where they are, unchanged, until its state is not SHOUTY_SUBTASK_STARTING any
 * more; its result, until it has returned. The buffer of a read or write that has not ended is the host's.
 *
 * Handles, of resources and of ends of streams and futures, move to the callee when the call has started. If it was
 * cancelled before that, they are still yours.
 *
 * Cancelling waits until the other side has seen it: a waitable has to be out of all sets (join it to the set 0) before it
 * is cancelled, and a function that WIT does not say is async must not cancel at all.
 */

/** How far a call is: SHOUTY_SUBTASK_STATE, and the subtask while there is one: SHOUTY_SUBTASK_HANDLE. */
typedef uint32_t WORLD_subtask_status_t;
/** A call that has not ended. */
typedef uint32_t WORLD_subtask_t;
#define SHOUTY_SUBTASK_STATE(status) ((WORLD_subtask_state_t) ((status) & 0xf))
#define SHOUTY_SUBTASK_HANDLE(status) ((WORLD_subtask_t) ((status) >> 4))

/** The states of a call. */
typedef enum WORLD_subtask_state {
    /** The callee has not read the parameters yet. */
    SHOUTY_SUBTASK_STARTING,
    /** The callee has read the parameters. */
    SHOUTY_SUBTASK_STARTED,
    /** The result is there. When the call gives this at once, there is no subtask. */
    SHOUTY_SUBTASK_RETURNED,
    /** Cancelled before the callee has read the parameters: handles in them are still yours. */
    SHOUTY_SUBTASK_STARTED_CANCELLED,
    /** Cancelled after that: there is no result. */
    SHOUTY_SUBTASK_RETURNED_CANCELLED
} WORLD_subtask_state_t;

/** Cancels a call, and waits until it has ended. It may have returned all the same, as the status says. */
WORLD_subtask_status_t WORLD_subtask_cancel(WORLD_subtask_t subtask);
/** Gives up a call that has ended, which is only allowed when its event was seen. */
void WORLD_subtask_drop(WORLD_subtask_t subtask);

/** The wish of an asynchronous export. */
typedef uint32_t WORLD_callback_code_t;
/** It has returned its result, or was cancelled, and has nothing more to do. */
#define SHOUTY_CALLBACK_CODE_EXIT 0
/** Its callback is to be called when others have had their turn. */
#define SHOUTY_CALLBACK_CODE_YIELD 1
/** Its callback is to be called with an event of this set. */
#define SHOUTY_CALLBACK_CODE_WAIT(set) (2 | ((set) << 4))

/** The kinds of events. */
typedef enum WORLD_event_code {
    /** Nothing but that others had their turn. */
    SHOUTY_EVENT_NONE,
    /** A call is in another state: `waitable` is the subtask, `code` a state. */
    SHOUTY_EVENT_SUBTASK,
    /** A read or write has ended: `waitable` is the end of the stream or future, `code` a WORLD_waitable_status_t. */
    SHOUTY_EVENT_STREAM_READ,
    SHOUTY_EVENT_STREAM_WRITE,
    SHOUTY_EVENT_FUTURE_READ,
    SHOUTY_EVENT_FUTURE_WRITE,
    /** The caller has cancelled the call: return its result all the same, or call WORLD_task_cancel. */
    SHOUTY_EVENT_CANCEL
} WORLD_event_code_t;

/** An event. */
typedef struct WORLD_event {
    WORLD_event_code_t event;
    uint32_t waitable;
    uint32_t code;
} WORLD_event_t;

/** A set of subtasks and ends of streams and futures to wait for. */
typedef uint32_t WORLD_waitable_set_t;
/** Makes a set, which is yours. */
WORLD_waitable_set_t WORLD_waitable_set_new(void);
/** Puts something into a set, out of the one that it is in; with 0 for the set it is in none. */
void WORLD_waitable_join(uint32_t waitable, WORLD_waitable_set_t set);
/** Gives up a set, which has to be empty. */
void WORLD_waitable_set_drop(WORLD_waitable_set_t set);
/** Blocks until something in the set has an event. */
void WORLD_waitable_set_wait(WORLD_waitable_set_t set, WORLD_event_t *event);
/** The event of something in the set, or SHOUTY_EVENT_NONE. */
void WORLD_waitable_set_poll(WORLD_waitable_set_t set, WORLD_event_t *event);

/** Ends the call of an export, which its caller has cancelled, without a result. */
void WORLD_task_cancel(void);

/** How far a read or write is: SHOUTY_WAITABLE_STATE, and the number of values: SHOUTY_WAITABLE_COUNT. */
typedef uint32_t WORLD_waitable_status_t;
#define SHOUTY_WAITABLE_STATE(status) ((WORLD_waitable_state_t) ((status) & 0xf))
#define SHOUTY_WAITABLE_COUNT(status) ((uint32_t) ((status) >> 4))
/** It has not ended. */
#define SHOUTY_WAITABLE_STATUS_BLOCKED ((WORLD_waitable_status_t) -1)

/** The ways in which a read or write ends. */
typedef enum WORLD_waitable_state {
    /** Values were passed. */
    SHOUTY_WAITABLE_COMPLETED,
    /** The other end is gone. Values may have been passed before. */
    SHOUTY_WAITABLE_DROPPED,
    /** It was cancelled. Values may have been passed before. */
    SHOUTY_WAITABLE_CANCELLED
} WORLD_waitable_state_t;

/** Lets no more calls of exports start, until as many calls of WORLD_backpressure_dec have followed. */
void WORLD_backpressure_inc(void);
void WORLD_backpressure_dec(void);
/** A pointer that the current call of an export has for itself; NULL until it is set. */
void *WORLD_context_get_0(void);
void WORLD_context_set_0(void *value);
/** Lets others have their turn. */
void WORLD_thread_yield(void);
