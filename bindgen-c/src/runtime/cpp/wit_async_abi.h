/*
 * The canonical ABI for asynchronous functions, streams and futures: calls of imports, and tasks of exports. Included by the
 * source files of bindings alone; written by witc, the same for every world.
 */
#ifndef WIT_ASYNC_ABI_H
#define WIT_ASYNC_ABI_H

#include "wit_abi.h"
#include "wit_channel.h"

namespace wit::abi {

template <class T> struct of<stream<T>> : Handle<of<stream<T>>> {
    static int32_t lower(stream<T> &value) { return static_cast<int32_t>(value.into_handle()); }
    static stream<T> lift(int32_t handle, Scope &) { return stream<T>(static_cast<uint32_t>(handle)); }
};
template <class T> struct of<future<T>> : Handle<of<future<T>>> {
    static int32_t lower(future<T> &value) { return static_cast<int32_t>(value.into_handle()); }
    static future<T> lift(int32_t handle, Scope &) { return future<T>(static_cast<uint32_t>(handle)); }
};

/** A character in a stream or future: one of characters is another one than one of numbers. */
template <> struct of<char32_t> : Scalar<char32_t, int32_t> {};

/** What streams and futures do, by the built-ins of the host for their type. */
template <class T, auto Make, auto Read, auto Write, auto CancelRead, auto CancelWrite, auto DropReadable, auto DropWritable>
struct Channel {
    static constexpr bool is_future = std::is_invocable_v<decltype(Read), uint32_t, void *>;
    // Most types without pointers have no handles either, so that nothing is to be done for each element.
    static constexpr bool frees = of<T>::heap || !std::is_trivially_destructible_v<T>;

    static uint32_t read(uint32_t end, void *buffer, size_t count) {
        (void) count;
        if constexpr (is_future) return Read(end, buffer);
        else return Read(end, buffer, count);
    }
    static uint32_t write(uint32_t end, void const *buffer, size_t count) {
        (void) count;
        if constexpr (is_future) return Write(end, buffer);
        else return Write(end, buffer, count);
    }
    static void lift(uint8_t *from, void *to) {
        Scope scope;
        new (to) T(of<T>::load(from, scope));
    }
    static void lower(void *from, uint8_t *to) {
        T *value = static_cast<T *>(from);
        of<T>::store(to, *value, Move());
        value->~T();
    }
    static void discard(uint8_t *element) {
        Scope scope;
        (void) of<T>::load(element, scope);
    }
    static constexpr channel table{
        Make,
        read,
        write,
        CancelRead,
        CancelWrite,
        DropReadable,
        DropWritable,
        is_future,
        of<T>::direct,
        of<T>::size,
        sizeof(T),
        lift,
        lower,
        of<T>::heap ? of<T>::release : nullptr,
        frees ? discard : nullptr,
    };
};

/** An owned handle that is in an argument of a call. */
struct Kept {
    void *object;
    int32_t handle;
};

/** Notes the handles of arguments before they are lowered, and gives them back. */
struct Keeper {
    Kept *next;
    bool gives_back;

    template <Imported T> void operator()(T &value) {
        if (gives_back) value.set_handle(next->handle);
        else next->handle = value.get_handle();
        next++;
    }
    template <class R, class D> void operator()(std::unique_ptr<R, D> &value) {
        if (gives_back && next->object) {
            value.reset(static_cast<R *>(next->object));
            value->handle = next->handle;
        } else if (!gives_back) {
            *next = {value.get(), value ? value->handle : R::invalid};
        }
        next++;
    }
    template <class T> void operator()(stream<T> &value) { end(value); }
    template <class T> void operator()(future<T> &value) { end(value); }

private:
    template <class E> void end(E &value) {
        if (!gives_back) next->handle = static_cast<int32_t>(value.into_handle());
        value = E(static_cast<uint32_t>(next->handle));
        next++;
    }
};

/** Counts handles. */
struct Counter {
    size_t count = 0;
    template <class T> void operator()(T &) { count++; }
};

/** Calls a function with each owned handle in a value, in the order of the type. */
template <class T, class F> void each_handle(T &value, F &f);

/** What values are made of, by the base of their `of`. */
struct Parts {
    template <class Self, class T, class... P, class V, class F>
    static void visit(Product<Self, T, P...> *, V &value, F &f) {
        [&]<size_t... I>(std::index_sequence<I...>) {
            InOrder{(each_handle(Self::template part<I>(value), f), 0)...};
        }(std::index_sequence_for<P...>());
    }
    template <class Self, class T, class... P, class V, class F> static void visit(Sum<Self, T, P...> *, V &value, F &f) {
        with_index<sizeof...(P)>(Self::index(value), [&]<size_t I>(std::integral_constant<size_t, I>) {
            each_handle(Self::template payload<I>(value), f);
        });
    }
    template <class T, class E, class V, class F> static void visit(OwnedSlice<T, E> *, V &value, F &f) {
        if constexpr (!of<E>::direct) {
            for (E &element : value) each_handle(element, f);
        }
    }
    template <class E, size_t N, class F> static void visit(of<std::array<E, N>> *, std::array<E, N> &value, F &f) {
        for (E &element : value) each_handle(element, f);
    }
    template <class Self, class V, class F> static void visit(Handle<Self> *, V &value, F &f) { f(value); }
    template <class Self, class R, class F> static void visit(Handle<Self> *, std::reference_wrapper<R> &, F &) {}
    template <class V, class F> static void visit(void *, V &, F &) {}
};
template <class T, class F> void each_handle(T &value, F &f) {
    Parts::visit(static_cast<of<std::remove_const_t<T>> *>(nullptr), value, f);
}

/** A call of an imported function with arguments of the types A and a result of the type R. */
template <auto Function, bool Owns, class R, class... A> class Import final : public coro::CallFor<R> {
    using Core = Callee<Function>;
    using Row = abi::Row<A...>;
    static constexpr bool out = !std::is_void_v<R>;
    static constexpr bool spills = Row::flat + out != Core::count;

    std::tuple<A...> arguments;
    Kept *kept = nullptr;
    Scope scope;
    alignas(Row::align) uint8_t spilled[spills ? Row::size : 1];
    alignas(of<R>::align) uint8_t result[out ? of<R>::size : 1];

    void give_back() override {
        if constexpr (Owns) visit_all(Keeper{kept, true});
    }
    coro::Value<R> take() override {
        this->state = taken;
        Scope lifted;
        return of<R>::load(result, lifted);
    }
    /** The state of a call whose result is somebody else's. */
    static constexpr uint32_t taken = 15;

    template <class F> F visit_all(F f) {
        std::apply([&](auto &...each) { InOrder{(each_handle(each, f), 0)...}; }, arguments);
        return f;
    }
    uint32_t start() {
        if constexpr (Owns) {
            size_t count = visit_all(Counter()).count;
            kept = static_cast<Kept *>(scope.block(count * sizeof(Kept)));
            visit_all(Keeper{kept, false});
        }
        Slot slots[Core::count + 1];
        Target to{slots};
        [&]<size_t... I>(std::index_sequence<I...>) {
            if constexpr (spills) {
                InOrder{(of<A>::store(spilled + Row::offsets[I], std::get<I>(arguments), Lend{scope}), 0)...};
                to.put(to_slot(&spilled[0]));
            } else {
                InOrder{(of<A>::put(to, std::get<I>(arguments), Lend{scope}), 0)...};
            }
        }(std::index_sequence_for<A...>());
        if constexpr (out) to.put(to_slot(&result[0]));
        return static_cast<uint32_t>(Core::call(slots));
    }

public:
    explicit Import(A &&...values) : arguments(std::move(values)...) {}
    ~Import() override {
        if constexpr (out) {
            if (this->state == WIT_ASYNC_RETURNED) (void) take();
        }
    }

    static wit::call<R> call(A... values) {
        Import *self = new Import(std::move(values)...);
        uint32_t status = self->start();
        if ((status & 15) != WIT_ASYNC_RETURNED) {
            self->op.waitable = status >> 4;
            wit_async_wait(&self->op);
            return wit::call<R>(static_cast<coro::CallFor<R> *>(self));
        }
        wit::call<R> returned(self->take());
        delete self;
        return returned;
    }
};

/** A task: a call of an exported function, which is a coroutine with parameters of the types P and a result of the type R. */
template <auto Return, class F, class R, class... P> class Export : public coro::Fiber, public coro::Allocated {
    using Row = abi::Row<P...>;

    Slot slots[Row::flat <= 16 ? Row::flat + 1 : 2];
    /** What is borrowed, until the task returns. */
    std::optional<Scope> borrowed;
    task<R> body;

    Export() : Fiber(settled) {}
    ~Export() = default;

    void run() {
        Scope &scope = borrowed.emplace();
        if constexpr (Row::flat <= 16) {
            Source from{slots};
            body = std::apply(F(), std::tuple<P...>{of<P>::take(from, scope)...});
        } else {
            uint8_t *memory = from_slot<uint8_t *>(slots[0]);
            auto arguments = [&]<size_t... I>(std::index_sequence<I...>) {
                return std::tuple<P...>{of<P>::load(memory + Row::offsets[I], scope)...};
            }(std::index_sequence_for<P...>());
            free(memory);
            body = std::apply(F(), std::move(arguments));
        }
        body.handle().promise().fiber = this;
        root = body.handle();
        resume(root);
    }
    static void settled(Fiber *fiber, bool cancelled) {
        Export *self = static_cast<Export *>(fiber);
        if (cancelled) {
            self->end();
            wit_async_host_task_cancel();
        } else if constexpr (std::is_void_v<R>) {
            self->end();
            abi::call<Return>();
        } else {
            R result = self->body.handle().promise().take();
            self->end();
            abi::call<Return>(result);
        }
        delete self;
    }
    /** Destroys the coroutine, and drops what was borrowed. */
    void end() {
        body = {};
        borrowed.reset();
    }

public:
    template <class... C> static int32_t start(C... core) {
        Export *self = new Export();
        Slot all[] = {to_slot(core)..., 0};
        std::copy_n(all, sizeof...(C), self->slots);
        return static_cast<int32_t>(wit_async_start([](void *user, uint32_t) { static_cast<Export *>(user)->run(); },
                                                    [](void *user, uint32_t) { static_cast<Export *>(user)->cancel(); }, self));
    }
};

/** Answers a call of an exported function: its coroutine has parameters of the types P and a result of the type R. */
template <auto Return, class R, class... P> struct Task {
    template <class F, class... C> static int32_t start(F, C... core) { return Export<Return, F, R, P...>::start(core...); }
};

/** Goes on with the current task after an event. */
inline int32_t go_on(int32_t event, int32_t waitable, int32_t status) {
    return static_cast<int32_t>(
        wit_async_callback(static_cast<uint32_t>(event), static_cast<uint32_t>(waitable), static_cast<uint32_t>(status)));
}

} // namespace wit::abi

#endif
