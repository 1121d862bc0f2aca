/*
 * Streams and futures: their ends, and what reads and writes. Written by witc, the same for every world; needs C++20.
 *
 * A `wit::stream<T>` or `wit::future<T>` is the readable end, which functions pass to each other; the writable ends stay where
 * they were made:
 *
 *     auto [writer, reader] = wit::make_stream<uint8_t>();
 *     wit::spawn(Fill(std::move(writer)));
 *     co_return reader;
 *
 * Who owns what. What is written moves in, and comes back as far as nobody has taken it; what is read is yours. Destroying what
 * waits for a read cancels it, and what has arrived by then is there for the next one, also if the end is passed on. Destroying
 * what waits for a write cancels it, and frees what was not written. Destroying an end drops it. One operation at a time waits
 * on an end, and the end has to outlive it.
 *
 * An end that has seen the other one dropped knows it: reads and writes end at once from then on.
 */
#ifndef WIT_CHANNEL_H
#define WIT_CHANNEL_H

#include "wit_ends.h"
#include "wit_task.h"
#include <vector>

namespace wit {

/** What streams of elements of the type T do. Bindings define it for those that functions of their world mention. */
template <class T> channel const &stream_channel();
/** What futures of the type T do. */
template <class T> channel const &future_channel();

/** What a read gives. */
template <class T> struct read_result {
    vector<T> items;
    /** Whether nothing comes after these. */
    bool ended;
};

/** What a write gives. */
template <class T> struct write_result {
    /** What was not written. */
    vector<T> rest;
    /** Whether nobody reads any more. */
    bool ended;
};

namespace coro {

/** Takes an element that is there. */
template <class T> T take_one(Elements &from) {
    union Room {
        T value;
        Room() {}
        ~Room() { value.~T(); }
    } room;
    from.of->lift(from.next(), &room.value);
    from.first++;
    return std::move(room.value);
}

/** Takes elements that are there. */
template <class T> vector<T> take_some(Elements &from, size_t most) {
    size_t count = std::min(from.count(), most);
    if (count == 0) return {};
    if (from.of->direct && from.first == 0 && count == from.last) {
        return vector<T>(reinterpret_cast<T *>(from.leak()), count);
    }
    vector<T> items = vector<T>::allocate(count);
    for (size_t index = 0; index < count; index++, from.first++) from.of->lift(from.next(), items.data() + index);
    return items;
}

/** Waits for something to be read. */
class AwaitReader {
protected:
    Reader &reader;
    size_t most;

public:
    AwaitReader(Reader &of, size_t elements) : reader(of), most(elements) {}
    AwaitReader(AwaitReader const &) = delete;
    AwaitReader &operator=(AwaitReader const &) = delete;
    ~AwaitReader() { reader.stop(); }
    bool await_ready() { return reader.poll(most); }
    template <class P> void await_suspend(std::coroutine_handle<P> coroutine) { reader.wait(coroutine.promise()); }
};
template <class T> struct [[nodiscard]] Read : AwaitReader {
    using AwaitReader::AwaitReader;
    read_result<T> await_resume() {
        vector<T> items = take_some<T>(reader.buffer, most);
        return {std::move(items), reader.ended && reader.buffer.count() == 0};
    }
};
template <class T> struct [[nodiscard]] Next : AwaitReader {
    explicit Next(Reader &of) : AwaitReader(of, 1) {}
    std::optional<T> await_resume() {
        if (reader.buffer.count() == 0) return std::nullopt;
        return take_one<T>(reader.buffer);
    }
};
template <class T> struct [[nodiscard]] Get : AwaitReader {
    explicit Get(Reader &of) : AwaitReader(of, 1) {}
    T await_resume() {
        // Its value was taken before.
        if (reader.buffer.count() == 0) abort();
        return take_one<T>(reader.buffer);
    }
};

/** What is to be written. */
template <class T> void give_some(Writer &to, vector<T> &&items) {
    to.prepare();
    size_t count = items.size();
    if (count == 0) return;
    if (to.chunk.of->direct) return to.chunk.adopt(items.leak(), count);
    to.values = reinterpret_cast<uint8_t *>(items.leak());
    to.length = count;
}
template <class T> void give_one(Writer &to, T &&value) {
    // The table takes the value to its end.
    union Room {
        T value;
        Room() {}
        ~Room() {}
    } room;
    new (static_cast<void *>(&room.value)) T(std::move(value));
    to.prepare();
    to.chunk.reserve(1);
    to.chunk.of->lower(&room.value, to.chunk.memory);
    to.chunk.last = 1;
}

/** Takes back what was not written. */
template <class T> vector<T> take_back(Writer &from) {
    Elements &chunk = from.chunk;
    size_t count = chunk.count() + from.length - from.next;
    if (count == 0) return {};
    if (chunk.of->direct) {
        if (chunk.first) memmove(chunk.memory, chunk.next(), count * chunk.of->size);
        return vector<T>(reinterpret_cast<T *>(chunk.leak()), count);
    }
    vector<T> rest = vector<T>::allocate(count);
    size_t index = 0;
    for (; chunk.count(); index++, chunk.first++) chunk.of->lift(chunk.next(), rest.data() + index);
    for (; from.next < from.length; index++, from.next++) {
        T *value = reinterpret_cast<T *>(from.values) + from.next;
        rest.initialize(index, std::move(*value));
        value->~T();
    }
    free(static_cast<void *>(std::exchange(from.values, nullptr)));
    from.next = from.length = 0;
    return rest;
}

/** Waits for something to be written. */
class AwaitWriter {
protected:
    Writer &writer;

public:
    AwaitWriter(Writer &of, bool all) : writer(of) { writer.all = all; }
    AwaitWriter(AwaitWriter const &) = delete;
    AwaitWriter &operator=(AwaitWriter const &) = delete;
    ~AwaitWriter() { writer.stop(); }
    bool await_ready() { return writer.poll(); }
    template <class P> void await_suspend(std::coroutine_handle<P> coroutine) { writer.wait(coroutine.promise()); }
};
template <class T> struct [[nodiscard]] Write : AwaitWriter {
    using AwaitWriter::AwaitWriter;
    write_result<T> await_resume() {
        vector<T> rest = take_back<T>(writer);
        return {std::move(rest), writer.ended};
    }
};
template <class T> struct [[nodiscard]] WriteAll : AwaitWriter {
    using AwaitWriter::AwaitWriter;
    vector<T> await_resume() { return take_back<T>(writer); }
};
template <class T> struct [[nodiscard]] WriteOne : AwaitWriter {
    using AwaitWriter::AwaitWriter;
    std::optional<T> await_resume() {
        if (writer.chunk.count() == 0) return std::nullopt;
        return take_one<T>(writer.chunk);
    }
};

/** An end, and what there is for it since it was used. */
template <class Used> class Owner {
    uint32_t end;
    Used *used = nullptr;

public:
    explicit Owner(uint32_t handle) : end(handle) {}
    Owner(Owner &&other) noexcept : end(std::exchange(other.end, 0)), used(std::exchange(other.used, nullptr)) {}
    Owner &operator=(Owner &&other) noexcept {
        std::swap(end, other.end);
        std::swap(used, other.used);
        return *this;
    }
    explicit operator bool() const { return used || end; }
    Used &use(channel const &of) {
        if (!used) used = new Used(&of, std::exchange(end, 0));
        return *used;
    }
    /** Drops the end. */
    void close(void (*drop)(uint32_t)) {
        if (used) std::exchange(used, nullptr)->close();
        else if (end) drop(std::exchange(end, 0));
    }
    uint32_t pass() {
        if (used) return pass_on(std::exchange(used, nullptr));
        return std::exchange(end, 0);
    }
};

} // namespace coro

/** The readable end of a stream of elements of the type T; `wit::stream<>` has elements without a value. */
template <class T = Void> class stream {
    coro::Owner<coro::Reader> owner;

public:
    /** Takes over a handle. */
    explicit stream(uint32_t handle) : owner(handle) {}
    stream(stream &&) noexcept = default;
    stream &operator=(stream &&) noexcept = default;
    ~stream() {
        if (owner) owner.close(stream_channel<T>().drop_readable);
    }

    /** Reads at least one element and at most so many, or none at the end. */
    coro::Read<T> read(size_t most) { return coro::Read<T>(owner.use(stream_channel<T>()), most); }
    /** Reads one element, or nothing at the end. */
    coro::Next<T> next() { return coro::Next<T>(owner.use(stream_channel<T>())); }
    /** Gives up the end to pass it on: its handle, or that of a new end that gives what this one would. */
    uint32_t into_handle() { return owner.pass(); }
};

/** The writable end of a stream. */
template <class T = Void> class stream_writer {
    coro::Owner<coro::Writer> owner;

public:
    explicit stream_writer(uint32_t handle) : owner(handle) {}
    stream_writer(stream_writer &&) noexcept = default;
    stream_writer &operator=(stream_writer &&) noexcept = default;
    ~stream_writer() {
        if (owner) owner.close(stream_channel<T>().drop_writable);
    }

    /** Writes as many as the reader takes at a time. */
    coro::Write<T> write(vector<T> items) {
        coro::Writer &writer = owner.use(stream_channel<T>());
        coro::give_some(writer, std::move(items));
        return coro::Write<T>(writer, false);
    }
    /** Writes all, unless the reader is dropped: then it gives back the rest. */
    coro::WriteAll<T> write_all(vector<T> items) {
        coro::Writer &writer = owner.use(stream_channel<T>());
        coro::give_some(writer, std::move(items));
        return coro::WriteAll<T>(writer, true);
    }
    /** Writes one element, or gives it back if the reader is dropped. */
    coro::WriteOne<T> write_one(T item) {
        coro::Writer &writer = owner.use(stream_channel<T>());
        coro::give_one(writer, std::move(item));
        return coro::WriteOne<T>(writer, true);
    }
};

/** The readable end of a future of the type T; that of `wit::future<>` has no value. */
template <class T = Void> class future {
    coro::Owner<coro::Reader> owner;

public:
    using result_type = T;

    /** Takes over a handle. */
    explicit future(uint32_t handle) : owner(handle) {}
    future(future &&) noexcept = default;
    future &operator=(future &&) noexcept = default;
    ~future() {
        if (owner) owner.close(future_channel<T>().drop_readable);
    }

    /** Waits for its value, which is there once. */
    coro::Get<T> operator co_await() { return coro::Get<T>(owner.use(future_channel<T>())); }
    /** Gives up the end to pass it on, as long as its value was not taken: its handle, or that of a new end. */
    uint32_t into_handle() { return owner.pass(); }
};

/** The writable end of a future. Where nothing was written, its destructor writes the value of a function. */
template <class T = Void> class future_writer {
    coro::Owner<coro::Writer> owner;
    T (*otherwise)();

public:
    future_writer(uint32_t handle, T (*default_value)()) : owner(handle), otherwise(default_value) {}
    future_writer(future_writer &&) noexcept = default;
    future_writer &operator=(future_writer &&other) noexcept {
        std::swap(owner, other.owner);
        std::swap(otherwise, other.otherwise);
        return *this;
    }
    ~future_writer() {
        if (!owner) return;
        channel const &of = future_channel<T>();
        coro::Writer &writer = owner.use(of);
        if (!writer.pending && !writer.ended) coro::give_one(writer, otherwise());
        writer.close_when_written();
    }

    /** Writes the value, or gives it back if the reader is dropped. */
    coro::WriteOne<T> write(T value) {
        coro::Writer &writer = owner.use(future_channel<T>());
        coro::give_one(writer, std::move(value));
        return coro::WriteOne<T>(writer, true);
    }
};

/** Makes a stream. */
template <class T = Void> std::pair<stream_writer<T>, stream<T>> make_stream() {
    uint64_t ends = stream_channel<T>().make();
    return {stream_writer<T>(static_cast<uint32_t>(ends >> 32)), stream<T>(static_cast<uint32_t>(ends))};
}

/** Makes a future. Its reader gets the value of `otherwise` if the writer is destroyed before anything was written. */
template <class T> std::pair<future_writer<T>, future<T>> make_future(std::type_identity_t<T (*)()> otherwise) {
    uint64_t ends = future_channel<T>().make();
    return {future_writer<T>(static_cast<uint32_t>(ends >> 32), otherwise), future<T>(static_cast<uint32_t>(ends))};
}

/** Makes a future without a value. */
inline std::pair<future_writer<>, future<>> make_future() {
    return make_future<Void>([] { return Void(); });
}

/** Reads a stream to its end. */
template <class T> task<vector<T>> collect(stream<T> from) {
    std::vector<T> all;
    for (bool ended = false; !ended;) {
        read_result<T> some = co_await from.read(1024);
        for (T &item : some.items) all.push_back(std::move(item));
        ended = some.ended;
    }
    vector<T> items = vector<T>::allocate(all.size());
    for (size_t index = 0; index < all.size(); index++) items.initialize(index, std::move(all[index]));
    co_return items;
}

} // namespace wit

#endif
