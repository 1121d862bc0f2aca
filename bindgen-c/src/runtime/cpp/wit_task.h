/*
 * Coroutines for asynchronous guests: tasks, calls of imports, and what runs several of them at a time. Written by witc, the
 * same for every world; needs C++20, neither exceptions nor run-time types. Streams and futures are in wit_channel.h.
 *
 * An asynchronous function that you import gives a `wit::call<R>`, one that you export is a coroutine that gives a
 * `wit::task<R>`:
 *
 *     wit::task<wit::string> exports::my::api::Greet(wit::string name) {
 *         wit::string title = co_await ::my::names::TitleOf(std::move(name));
 *         co_return title;
 *     }
 *
 * Nothing runs in parallel: a coroutine goes on until it waits for something, and then others do. Coroutines are resumed by the
 * runtime alone, never from within each other.
 *
 * Who owns what. Parameters are passed by value, so that no coroutine is left with a view of what is gone; of what a
 * `std::reference_wrapper` refers to, the owner has to wait for the coroutine or call. Do not use lambdas with captures as
 * coroutines: the captures end with the lambda. A task, a call or an end of a stream that is destroyed is cancelled, with
 * everything that it waits for. Cancelling a call of an export destroys its coroutine, and so the objects in it.
 */
#ifndef WIT_TASK_H
#define WIT_TASK_H

#include "wit_coro.h"

namespace wit {

template <class T = void> class task;

namespace coro {

/** A coroutine with a result. */
template <class T> struct Returning : Promise {
    std::optional<T> value;

    Returning() : Promise(std::coroutine_handle<Returning>::from_promise(*this)) {}
    task<T> get_return_object() noexcept;
    static task<T> get_return_object_on_allocation_failure() noexcept;
    void return_value(T result) { value.emplace(std::move(result)); }
    T take() { return std::move(*value); }
};
template <> struct Returning<void> : Promise {
    Returning() : Promise(std::coroutine_handle<Returning>::from_promise(*this)) {}
    task<void> get_return_object() noexcept;
    static task<void> get_return_object_on_allocation_failure() noexcept;
    void return_void() const noexcept {}
    void take() const noexcept {}
};

/** Waits for a task. */
template <class T> struct AwaitTask {
    std::coroutine_handle<Returning<T>> child;

    bool await_ready() const noexcept { return false; }
    template <class P> bool await_suspend(std::coroutine_handle<P> parent) const {
        Returning<T> &promise = child.promise();
        promise.fiber = parent.promise().fiber;
        child.resume();
        if (child.done()) return false;
        promise.parent = &parent.promise();
        return true;
    }
    T await_resume() const { return child.promise().take(); }
};

} // namespace coro

/**
 * A coroutine with a result of the type T, which starts when it is waited for: `co_await Work()`. Destroying it destroys what is
 * in the coroutine, wherever it is. Its parameters are there as long as it is, also when it has ended: where others wait for
 * the end of a stream, drop its writer before, by `{ auto dropped = std::move(writer); }`.
 */
template <class T> class [[nodiscard]] task {
    std::coroutine_handle<coro::Returning<T>> coroutine;

public:
    using promise_type = coro::Returning<T>;

    task() noexcept = default;
    explicit task(std::coroutine_handle<promise_type> of) noexcept : coroutine(of) {}
    task(task const &) = delete;
    task(task &&other) noexcept : coroutine(std::exchange(other.coroutine, {})) {}
    task &operator=(task const &) = delete;
    task &operator=(task &&other) noexcept {
        task old(std::move(*this));
        coroutine = std::exchange(other.coroutine, {});
        return *this;
    }
    ~task() {
        if (coroutine) coroutine.destroy();
    }

    /** Whether there is a coroutine: not in a task that was moved from, or for which there was no memory. */
    explicit operator bool() const noexcept { return static_cast<bool>(coroutine); }
    /** The coroutine, for the runtime. There has to be one. */
    std::coroutine_handle<promise_type> handle() const {
        if (!coroutine) abort();
        return coroutine;
    }
    coro::AwaitTask<T> operator co_await() && { return {handle()}; }
};

template <class T> task<T> coro::Returning<T>::get_return_object() noexcept {
    return task<T>(std::coroutine_handle<Returning>::from_promise(*this));
}
inline task<void> coro::Returning<void>::get_return_object() noexcept {
    return task<void>(std::coroutine_handle<Returning>::from_promise(*this));
}
template <class T> task<T> coro::Returning<T>::get_return_object_on_allocation_failure() noexcept { return {}; }
inline task<void> coro::Returning<void>::get_return_object_on_allocation_failure() noexcept { return {}; }

template <class R = void> class call;

namespace coro {

/** Waits for a call. */
template <class R> struct AwaitCall {
    call<R> of;

    bool await_ready() const noexcept { return of.has_ended(); }
    template <class P> void await_suspend(std::coroutine_handle<P> coroutine) { of.wait(coroutine.promise()); }
    R await_resume() { return of.take(); }
};

} // namespace coro

/**
 * A call of an import. It has started: `co_await` gives its result, at once if it has returned already. Destroying it cancels
 * the call, unless it has ended.
 */
template <class R> class [[nodiscard]] call {
    coro::CallFor<R> *pending = nullptr;
    std::optional<coro::Value<R>> value;

public:
    using result_type = R;

    /** A call that has returned. */
    explicit call(coro::Value<R> &&result) : value(std::move(result)) {}
    /** A call that has not, of which the new object is the owner. */
    explicit call(coro::CallFor<R> *block) : pending(block) {}
    call(call const &) = delete;
    call(call &&other) noexcept : pending(std::exchange(other.pending, nullptr)), value(std::move(other.value)) {}
    call &operator=(call const &) = delete;
    call &operator=(call &&other) noexcept {
        std::swap(pending, other.pending);
        std::swap(value, other.value);
        return *this;
    }
    ~call() {
        if (pending) pending->abandon();
    }

    bool has_ended() const noexcept { return !pending || pending->state != WIT_ASYNC_BLOCKED; }
    coro::AwaitCall<R> operator co_await() && { return {std::move(*this)}; }

private:
    friend struct coro::AwaitCall<R>;
    void wait(coro::Promise &waiter) {
        pending->waiter = &waiter;
        // In this task: it may have been started elsewhere.
        wit_async_wait(&pending->op);
    }
    R take() {
        if (pending) {
            value.emplace(pending->take());
            std::exchange(pending, nullptr)->abandon();
        }
        if constexpr (!std::is_void_v<R>) return std::move(*value);
    }
};

namespace coro {

/** A coroutine that was spawned. */
template <class T> struct Spawned : Fiber, Allocated {
    task<T> body;
    bool ended = false;
    /** The coroutine itself, and the handle. */
    uint32_t owners = 2;
    /** Who waits for it, in which task. */
    Promise *waiter = nullptr;
    wit_async_task_t *task_of_waiter = nullptr;

    explicit Spawned(task<T> &&work) : Fiber(settled), body(std::move(work)) {
        root = body.handle();
        Promise &promise = body.handle().promise();
        promise.fiber = this;
        promise.ready(wit_async_current());
    }
    void wait(Promise *promise) {
        wit_async_task_t *task_before = std::exchange(task_of_waiter, promise ? wit_async_current() : nullptr);
        waiter = promise;
        // The waiter's task may have nothing else to wait for.
        if (task_of_waiter) wit_async_keep(task_of_waiter);
        if (task_before) wit_async_unkeep(task_before);
    }
    void release() {
        if (--owners == 0) delete this;
    }
    static void settled(Fiber *fiber, bool cancelled) {
        Spawned *self = static_cast<Spawned *>(fiber);
        // What is in the coroutine may cancel it again.
        if (std::exchange(self->ended, true)) return;
        if (cancelled) self->body = {};
        if (self->waiter) {
            self->waiter->ready(self->task_of_waiter);
            self->wait(nullptr);
        }
        self->release();
    }
};

/** Waits for a coroutine that was spawned. */
template <class T> struct AwaitJoin {
    Spawned<T> *of;

    explicit AwaitJoin(Spawned<T> *spawned) : of(spawned) {}
    AwaitJoin(AwaitJoin const &) = delete;
    AwaitJoin &operator=(AwaitJoin const &) = delete;
    ~AwaitJoin() {
        if (of->waiter) of->wait(nullptr);
        of->release();
    }
    bool await_ready() const noexcept { return of->ended; }
    template <class P> void await_suspend(std::coroutine_handle<P> coroutine) { of->wait(&coroutine.promise()); }
    std::optional<Value<T>> await_resume() const {
        if (!of->body) return std::nullopt;
        if constexpr (std::is_void_v<T>) return Void();
        else return of->body.handle().promise().take();
    }
};

} // namespace coro

/** A coroutine that `spawn` has started. Destroying the handle leaves it running. */
template <class T> class join_handle {
    coro::Spawned<T> *spawned;

public:
    using result_type = std::optional<coro::Value<T>>;

    explicit join_handle(coro::Spawned<T> *of) noexcept : spawned(of) {}
    join_handle(join_handle const &) = delete;
    join_handle(join_handle &&other) noexcept : spawned(std::exchange(other.spawned, nullptr)) {}
    join_handle &operator=(join_handle const &) = delete;
    join_handle &operator=(join_handle &&other) noexcept {
        std::swap(spawned, other.spawned);
        return *this;
    }
    ~join_handle() {
        if (spawned) spawned->release();
    }

    /** Destroys the coroutine, unless it has ended. One that runs is destroyed when it waits. */
    void cancel() {
        if (!spawned->ended) spawned->cancel();
    }
    bool has_ended() const noexcept { return spawned->ended; }
    /** Waits for its result. There is none if it was cancelled, here or by others. One waits at a time. */
    coro::AwaitJoin<T> operator co_await() {
        spawned->owners++;
        return coro::AwaitJoin<T>(spawned);
    }
};

/**
 * Runs a coroutine beside the current one, from when that waits. It may outlast it, and the call of the export: the task ends
 * after it. Outside of asynchronous tasks, as in a synchronous export, it runs in the next one.
 */
template <class T> join_handle<T> spawn(task<T> work) {
    return join_handle<T>(new coro::Spawned<T>(std::move(work)));
}

/**
 * Runs a coroutine to its end, and gives its result; all else that this task waits for has to wait. Not in functions that WIT
 * says are synchronous.
 */
template <class T> T block_on(task<T> work) {
    struct Blocking : coro::Fiber {
        explicit Blocking(std::coroutine_handle<> coroutine) : Fiber([](coro::Fiber *, bool) {}) { root = coroutine; }
        void run() { resume(root); }
    };
    Blocking fiber(work.handle());
    work.handle().promise().fiber = &fiber;
    wit_async_block_on([](void *user, uint32_t) { static_cast<Blocking *>(user)->run(); }, &fiber);
    // It waits for what nobody will do.
    if (!work.handle().done()) abort();
    return work.handle().promise().take();
}

/** Lets others have their turn: `co_await wit::yield()`. */
struct [[nodiscard]] yield {
    bool await_ready() const noexcept { return false; }
    template <class P> void await_suspend(std::coroutine_handle<P> coroutine) const {
        wit_async_yield(&coroutine.promise().item);
    }
    void await_resume() const noexcept {}
};

/** Whether the caller has cancelled the call that the current task is for. What it has spawned may still run then. */
inline bool cancelled() { return wit_async_cancelled(); }

namespace coro {

/** The result of a coroutine that has ended. */
template <class T> Value<T> take(task<T> const &ended) {
    if constexpr (std::is_void_v<T>) return Void();
    else return ended.handle().promise().take();
}

/** Runs a coroutine for one that waits for several. */
template <class T> bool start(task<T> const &each, Promise &parent, uint32_t &left) {
    Promise &promise = each.handle().promise();
    promise.fiber = parent.fiber;
    promise.parent = &parent;
    promise.left = &left;
    each.handle().resume();
    return each.handle().done();
}

/** Waits for all of several. */
template <class... T> struct [[nodiscard]] All {
    std::tuple<task<T>...> tasks;
    // One more for the parent, which must not be resumed before it waits.
    uint32_t left = sizeof...(T) + 1;

    bool await_ready() const noexcept { return false; }
    template <class P> bool await_suspend(std::coroutine_handle<P> coroutine) {
        Promise &parent = coroutine.promise();
        std::apply([&](auto &...each) { (void(start(each, parent, left)), ...); }, tasks);
        return --left != 0;
    }
    std::tuple<Value<T>...> await_resume() {
        return std::apply([](auto &...each) { return std::tuple<Value<T>...>(coro::take(each)...); }, tasks);
    }
};

/** Waits for the first of several. */
template <class... T> struct [[nodiscard]] Any {
    using Result = std::variant<Value<T>...>;
    std::tuple<task<T>...> tasks;
    uint32_t left = 2;

    bool await_ready() const noexcept { return false; }
    template <class P> bool await_suspend(std::coroutine_handle<P> coroutine) {
        Promise &parent = coroutine.promise();
        bool ended = std::apply([&](auto &...each) { return (start(each, parent, left) || ...); }, tasks);
        left--;
        return !ended;
    }
    Result await_resume() {
        std::optional<Result> result;
        [&]<size_t... I>(std::index_sequence<I...>) { (take_first<I>(result), ...); }(std::index_sequence_for<T...>());
        return std::move(*result);
    }

private:
    /** Takes the result if it is the first, and ends the task. */
    template <size_t I> void take_first(std::optional<Result> &result) {
        auto &each = std::get<I>(tasks);
        if (!result && each.handle().done()) result.emplace(std::in_place_index<I>, coro::take(each));
        each = {};
    }
};

template <class T> task<T> as_task(task<T> work) { return work; }
template <class A> task<typename A::result_type> as_task(A awaited) { co_return co_await std::move(awaited); }

} // namespace coro

/**
 * Waits for several tasks, calls, futures or handles at a time, and gives the results of all, in a tuple: `wit::Void` for those
 * that have none.
 */
template <class... A> auto when_all(A... awaited) {
    return [](auto... each) { return coro::All{std::tuple(std::move(each)...)}; }(coro::as_task(std::move(awaited))...);
}

/** Waits for the first of several, and gives its result, in a variant of the same order. It cancels the others. */
template <class... A> auto when_any(A... awaited) {
    return [](auto... each) { return coro::Any{std::tuple(std::move(each)...)}; }(coro::as_task(std::move(awaited))...);
}

} // namespace wit

#endif
