/*
 * The machinery of coroutines: what wit_task.h and wit_channel.h are made of. Written by witc, the same for every world.
 */
#ifndef WIT_CORO_H
#define WIT_CORO_H

#include "wit.h"
#include "wit_async.h"
#include <coroutine>

namespace wit {

/** The machinery of wit_task.h and wit_channel.h. */
namespace coro {

/** What there is in place of a value of the type `void`. */
template <class T> using Value = std::conditional_t<std::is_void_v<T>, Void, T>;

/** Memory by `malloc`: the operators of the library would bring their handling of errors along. */
struct Allocated {
    static void *operator new(size_t size) { return allocate_array<uint8_t>(size); }
    static void operator delete(void *memory) { free(memory); }
};

/**
 * A coroutine that waits for nobody, with all the coroutines that it waits for. They are destroyed together: at once, or, while
 * one of them runs, when it waits.
 */
class Fiber {
    bool running = false, doomed = false;

protected:
    /** Called when the coroutine has ended, or is to be destroyed. */
    void (*settle)(Fiber *fiber, bool cancelled);
    /** The outermost coroutine. */
    std::coroutine_handle<> root;

    explicit Fiber(void (*settled)(Fiber *, bool)) : settle(settled) {}
    ~Fiber() = default;

public:
    Fiber(Fiber const &) = delete;
    Fiber &operator=(Fiber const &) = delete;

    /** Goes on with one of its coroutines. */
    void resume(std::coroutine_handle<> coroutine) {
        bool outer = std::exchange(running, true);
        coroutine.resume();
        running = outer;
        if (outer) return;
        if (root.done()) settle(this, false);
        else if (doomed) settle(this, true);
    }
    void cancel() {
        if (running) doomed = true;
        else settle(this, true);
    }
};

/** What all coroutines have in common. */
struct Promise {
    /** Resumes the coroutine. */
    wit_async_item_t item{};
    std::coroutine_handle<> self;
    Fiber *fiber = nullptr;
    /** The coroutine that waits for this one. */
    Promise *parent = nullptr;
    /** If it waits for several: how many have to end until it goes on. */
    uint32_t *left = nullptr;

    explicit Promise(std::coroutine_handle<> coroutine) : self(coroutine) {
        item.then = [](void *user, uint32_t) { static_cast<Promise *>(user)->resume(); };
        item.user = this;
    }
    Promise(Promise const &) = delete;
    Promise &operator=(Promise const &) = delete;
    ~Promise() { wit_async_unready(&item); }

    void resume() { fiber->resume(self); }
    void ready(wit_async_task_t *in) { wit_async_ready(&item, in); }

    struct End {
        bool await_ready() const noexcept { return false; }
        template <class P> void await_suspend(std::coroutine_handle<P> coroutine) const noexcept {
            Promise &ended = coroutine.promise();
            if (ended.parent && (!ended.left || --*ended.left == 0)) ended.parent->ready(wit_async_current());
        }
        void await_resume() const noexcept {}
    };
    std::suspend_always initial_suspend() const noexcept { return {}; }
    End final_suspend() const noexcept { return {}; }
    void unhandled_exception() const noexcept { abort(); }

    // Where there is no memory, the function gives a task that `operator bool` says is none.
    static void *operator new(size_t size) noexcept { return malloc(size); }
    static void operator delete(void *memory) { free(memory); }
};

/** A call that has not returned at once: what the host reads and writes for it, which must outlive the coroutine. */
struct Call : Allocated {
    wit_async_op_t op{};
    Promise *waiter = nullptr;
    /** The state in which it has ended, or `WIT_ASYNC_BLOCKED`. */
    uint32_t state = WIT_ASYNC_BLOCKED;

    /** The number of calls that go on though nobody waits: handles that are lent to them cannot be dropped. */
    static inline uint32_t orphans = 0;
    /** A handle that is dropped when there are no such calls any more. */
    struct Postponed {
        Postponed *next;
        int32_t handle;
        void (*drop)(int32_t handle);
    };
    static inline Postponed *postponed = nullptr;

    Call() {
        op.item.then = [](void *user, uint32_t status) { static_cast<Call *>(user)->end(status); };
        op.item.user = this;
        op.cancel = wit_async_host_subtask_cancel;
    }
    Call(Call const &) = delete;
    Call &operator=(Call const &) = delete;
    /** Frees the arguments, and the result if nobody has taken it. */
    virtual ~Call() = default;
    /** The arguments are the caller's again: the call was cancelled before it has started. */
    virtual void give_back() {}

    void end(uint32_t status) {
        state = status & 15;
        if (state == WIT_ASYNC_CANCELLED_BEFORE_STARTED) give_back();
        if (waiter) std::exchange(waiter, nullptr)->resume();
    }
    /** Ends it without a result: now, or as soon as that is possible. */
    void abandon() {
        waiter = nullptr;
        if (state == WIT_ASYNC_BLOCKED) {
            uint32_t status = wit_async_cancel(&op);
            if (status == WIT_ASYNC_BLOCKED) {
                orphans++;
                return wit_async_abandon(&op, [](void *user, uint32_t late) {
                    Call *call = static_cast<Call *>(user);
                    call->end(late);
                    delete call;
                    if (--orphans == 0) drop_postponed();
                });
            }
            end(status);
        }
        delete this;
    }
    static void drop_postponed() {
        while (Postponed *first = postponed) {
            postponed = first->next;
            first->drop(first->handle);
            free(static_cast<void *>(first));
        }
    }
};

/** A call with a result of the type R. */
template <class R> struct CallFor : Call {
    virtual Value<R> take() = 0;
};

} // namespace coro

/** Drops a handle, unless a call that cannot be cancelled yet may have borrowed it: then when that has ended. */
inline void drop_when_idle(int32_t handle, void (*drop)(int32_t handle)) {
    if (coro::Call::orphans == 0) return drop(handle);
    coro::Call::postponed =
        new (static_cast<void *>(allocate_array<coro::Call::Postponed>(1))) coro::Call::Postponed{coro::Call::postponed, handle, drop};
}

} // namespace wit

#endif
