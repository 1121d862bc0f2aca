/*
 * The ends of streams and futures without their types: buffers, and the operations that the host does on them. wit_channel.h
 * gives them types. Written by witc, the same for every world.
 *
 * Everything that the host reads or writes is in memory of its own, which outlives the coroutine that waits: what cannot be
 * cancelled yet is ended by the next task that can.
 */
#ifndef WIT_ENDS_H
#define WIT_ENDS_H

#include "wit_coro.h"

namespace wit {

/** What streams or futures of a type do. Bindings have one for each type that a function of their world mentions. */
struct channel {
    /** New ends: the readable one in the lower half. */
    uint64_t (*make)();
    uint32_t (*read)(uint32_t end, void *buffer, size_t count);
    uint32_t (*write)(uint32_t end, void const *buffer, size_t count);
    uint32_t (*cancel_read)(uint32_t end);
    uint32_t (*cancel_write)(uint32_t end);
    void (*drop_readable)(uint32_t end);
    void (*drop_writable)(uint32_t end);
    bool is_future;
    /** Whether the bytes of elements in memory are those of the C++ type. */
    bool direct;
    /** The size of an element in memory, and in C++. */
    size_t size, cpp_size;
    /** Makes a value of C++ from an element. */
    void (*lift)(uint8_t *from, void *to);
    /** Makes an element from a value of C++, which is gone then. */
    void (*lower)(void *from, uint8_t *to);
    /** Frees the memory of an element that was written, if it has any: its handles belong to the reader. */
    void (*release)(uint8_t *element);
    /** Frees an element, and drops its handles, if it has any. */
    void (*discard)(uint8_t *element);
};

namespace coro {

/** Elements in memory: those from `first` to `last` are there. */
struct Elements {
    channel const *of;
    uint8_t *memory = nullptr;
    size_t capacity = 0, first = 0, last = 0;

    explicit Elements(channel const *type) : of(type) {}
    Elements(Elements const &) = delete;
    Elements &operator=(Elements const &) = delete;
    ~Elements() {
        clear();
        free(static_cast<void *>(memory));
    }
    size_t count() const { return last - first; }
    uint8_t *next() const { return memory + first * of->size; }
    /** Makes room for some, when there are none. */
    void reserve(size_t elements) {
        first = last = 0;
        if (elements <= capacity || of->size == 0) return;
        free(static_cast<void *>(std::exchange(memory, nullptr)));
        if (elements > SIZE_MAX / of->size) abort();
        memory = allocate_array<uint8_t>(elements * of->size);
        capacity = elements;
    }
    /** Does something with the first of them, which are gone then. */
    void end(size_t elements, void (*by)(uint8_t *)) {
        for (size_t index = 0; by && index < elements; index++) by(next() + index * of->size);
        first += elements;
    }
    void clear() { end(count(), of->discard); }
    /** Takes over memory that is full of elements. */
    void adopt(void *from_malloc, size_t elements) {
        free(static_cast<void *>(memory));
        memory = static_cast<uint8_t *>(from_malloc);
        first = 0;
        last = capacity = elements;
    }
    /** Gives up the memory. */
    uint8_t *leak() {
        first = last = capacity = 0;
        return std::exchange(memory, nullptr);
    }
};

/** The number of elements that an operation has moved. */
inline size_t moved(channel const &of, uint32_t status) {
    if (of.is_future) return status == WIT_ASYNC_COMPLETED;
    return status >> 4;
}

/** A readable end that something was read from. */
class Reader : public Allocated {
public:
    wit_async_op_t op{};
    Promise *waiter = nullptr;
    Elements buffer;
    /** Whether the host has the buffer. */
    bool pending = false;
    /** Whether nothing comes any more. */
    bool ended = false;

    Reader(channel const *of, uint32_t end) : buffer(of) {
        op.item.then = [](void *user, uint32_t status) { static_cast<Reader *>(user)->arrived(status); };
        op.item.user = this;
        op.waitable = end;
        op.cancel = of->cancel_read;
    }

    /** Reads, unless there is something already. Gives whether it is there now. */
    bool poll(size_t most) {
        while (!pending && !ended && buffer.count() == 0) {
            buffer.reserve(most);
            record(read(most));
            if (most == 0) return !pending;
        }
        return !pending;
    }
    void wait(Promise &promise) {
        if (waiter) abort();
        waiter = &promise;
        wit_async_wait(&op);
    }
    /** Nobody waits any more. What has arrived by now stays for the next read. */
    void stop() {
        if (!std::exchange(waiter, nullptr)) return;
        uint32_t status = wit_async_cancel(&op);
        if (status != WIT_ASYNC_BLOCKED) record(status);
    }
    /** Drops the end and this. */
    void close() {
        if (!pending) return finish();
        wit_async_abandon(&op, [](void *user, uint32_t status) {
            static_cast<Reader *>(user)->record(status);
            static_cast<Reader *>(user)->finish();
        });
    }
    void finish() {
        buffer.of->drop_readable(op.waitable);
        delete this;
    }
    uint32_t read(size_t most) { return buffer.of->read(op.waitable, buffer.memory, most); }
    void record(uint32_t status) {
        pending = status == WIT_ASYNC_BLOCKED;
        if (pending) return;
        buffer.last = buffer.first + moved(*buffer.of, status);
        ended = (status & 15) == WIT_ASYNC_DROPPED || (buffer.of->is_future && status == WIT_ASYNC_COMPLETED);
    }

private:
    void arrived(uint32_t status) {
        record(status);
        if (waiter) std::exchange(waiter, nullptr)->resume();
    }
};

/** A writable end that something was written to. */
class Writer : public Allocated {
public:
    wit_async_op_t op{};
    Promise *waiter = nullptr;
    /** Elements to write, and values of C++ that are to become such. */
    Elements chunk;
    uint8_t *values = nullptr;
    size_t next = 0, length = 0;
    /** Whether the host has the chunk. */
    bool pending = false;
    /** Whether nobody reads any more, or, of a future, everything is written. */
    bool ended = false;
    /** Whether to go on until everything is written. */
    bool all = false;

    Writer(channel const *of, uint32_t end) : chunk(of) {
        op.item.then = [](void *user, uint32_t status) { static_cast<Writer *>(user)->arrived(status); };
        op.item.user = this;
        op.waitable = end;
        op.cancel = of->cancel_write;
    }
    Writer(Writer const &) = delete;
    Writer &operator=(Writer const &) = delete;
    ~Writer() { discard(); }

    /** Makes room for new elements: an earlier write that could not be cancelled is cancelled now. */
    void prepare() {
        if (pending) {
            uint32_t status = waiter ? WIT_ASYNC_BLOCKED : wit_async_cancel(&op);
            if (status == WIT_ASYNC_BLOCKED) abort();
            record(status);
        }
        discard();
    }
    /** Writes what is there. Gives whether that has ended. */
    bool poll() {
        while (!ended && fill()) {
            record(chunk.of->write(op.waitable, chunk.next(), chunk.count()));
            if (pending) return false;
            if (!all) break;
        }
        return true;
    }
    void wait(Promise &promise) {
        waiter = &promise;
        wit_async_wait(&op);
    }
    /** Nobody waits any more: what is not written by now is gone. */
    void stop() {
        if (!std::exchange(waiter, nullptr)) return;
        uint32_t status = wit_async_cancel(&op);
        if (status == WIT_ASYNC_BLOCKED) return;
        record(status);
        discard();
    }
    /** Drops the end and this; a write that is pending is cancelled. */
    void close() {
        if (pending) wit_async_abandon(&op, closed);
        else finish();
    }
    /** Drops the end and this after what is there is written, which nobody waits for. */
    void close_when_written() {
        op.cancel = nullptr;
        if (!pending && poll()) return finish();
        wit_async_wait(&op);
        wit_async_abandon(&op, closed);
    }
    void record(uint32_t status) {
        pending = status == WIT_ASYNC_BLOCKED;
        if (pending) return;
        chunk.end(moved(*chunk.of, status), chunk.of->release);
        ended = (status & 15) == WIT_ASYNC_DROPPED || (chunk.of->is_future && status == WIT_ASYNC_COMPLETED);
    }
    /** Frees what is not written. */
    void discard() {
        do chunk.clear();
        while (fill());
    }

private:
    /** As many elements at a time as fill a page. */
    static constexpr size_t page = 4096;

    static void closed(void *user, uint32_t status) {
        static_cast<Writer *>(user)->record(status);
        static_cast<Writer *>(user)->finish();
    }
    void finish() {
        chunk.of->drop_writable(op.waitable);
        delete this;
    }
    void arrived(uint32_t status) {
        record(status);
        if (!waiter) return discard();
        if (all && !poll()) return wit_async_wait(&op);
        std::exchange(waiter, nullptr)->resume();
    }
    /** Makes elements of values. Gives whether there are any. */
    bool fill() {
        if (chunk.count() || next == length) return chunk.count() > 0;
        size_t at_once = chunk.of->size ? std::max(page / chunk.of->size, size_t(1)) : length;
        chunk.reserve(std::min(at_once, length - next));
        for (; chunk.last < at_once && next < length; chunk.last++, next++) {
            chunk.of->lower(values + next * chunk.of->cpp_size, chunk.memory + chunk.last * chunk.of->size);
        }
        if (next == length) {
            free(static_cast<void *>(std::exchange(values, nullptr)));
            next = length = 0;
        }
        return true;
    }
};

/** Writes what was read from an end, and what still comes from it, to a new one. */
class Relay : Allocated {
    Reader *from;
    channel const *of;
    wit_async_op_t write{};

    Relay(Reader *reader, uint32_t writer) : from(reader), of(reader->buffer.of) {
        write.waitable = writer;
        write.item.user = from->op.item.user = this;
        // They go on until they end by themselves.
        from->op.cancel = nullptr;
    }
    ~Relay() = default;

    void wait(wit_async_op_t &op, wit_async_then_t then) {
        wit_async_wait(&op);
        wit_async_abandon(&op, then);
    }
    static void has_read(void *user, uint32_t status) {
        static_cast<Relay *>(user)->from->record(status);
        static_cast<Relay *>(user)->go_on();
    }
    static void has_written(void *user, uint32_t status) {
        if (static_cast<Relay *>(user)->record(status)) static_cast<Relay *>(user)->go_on();
    }
    /** Gives whether there is more to do. */
    bool record(uint32_t status) {
        from->buffer.end(moved(*of, status), of->release);
        if ((status & 15) == WIT_ASYNC_COMPLETED && !of->is_future) return true;
        end();
        return false;
    }
    void end() {
        of->drop_writable(write.waitable);
        from->finish();
        delete this;
    }
    void go_on() {
        for (;;) {
            if (from->pending) return wait(from->op, has_read);
            if (from->buffer.count()) {
                uint32_t status = of->write(write.waitable, from->buffer.next(), from->buffer.count());
                if (status == WIT_ASYNC_BLOCKED) return wait(write, has_written);
                if (!record(status)) return;
            } else if (from->ended) {
                return end();
            } else {
                size_t most = std::max(from->buffer.capacity, size_t(64));
                from->buffer.reserve(most);
                from->record(from->read(most));
            }
        }
    }

public:
    /** Gives the readable end of the new channel. */
    static uint32_t start(Reader *reader) {
        uint64_t ends = reader->buffer.of->make();
        (new Relay(reader, static_cast<uint32_t>(ends >> 32)))->go_on();
        return static_cast<uint32_t>(ends);
    }
};

/** Gives up a readable end that is to be passed on. */
inline uint32_t pass_on(Reader *reader) {
    if (reader->pending || reader->buffer.count() || reader->ended) return Relay::start(reader);
    uint32_t end = reader->op.waitable;
    wit_async_leave(end);
    delete reader;
    return end;
}

} // namespace coro
} // namespace wit

#endif
