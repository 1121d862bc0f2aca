/*
 * The types that C++ bindings of WIT worlds are made of: strings, lists and maps that own their memory, results, and
 * handles of resources. Written by witc, the same for every world; needs C++20.
 *
 * Ownership in short. Functions that you call borrow what they are passed as a view, a span or a reference; everything
 * else moves. What they return is yours, and frees itself. What an exported function of yours is passed is yours too,
 * and what it returns moves to the caller.
 */
#ifndef WIT_H
#define WIT_H

/* One error and not what follows from it: a fatal one ends the compilation. */
#if __cplusplus < 202002L
#ifdef __clang__
#pragma clang diagnostic fatal "-W#warnings"
#warning these bindings need C++20: compile with -std=c++20
#else
#error these bindings need C++20: compile with -std=c++20
#endif
#endif

#include <array>
#include <assert.h>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <version>

#ifdef __cpp_lib_expected
#include <expected>
#endif

namespace wit {

/** The payload of a result that has none. */
struct Void {
    friend bool operator==(Void, Void) = default;
};

#ifdef __cpp_lib_expected
template <class T, class E> using expected = std::expected<T, E>;
template <class E> using unexpected = std::unexpected<E>;
using unexpect_t = std::unexpect_t;
inline constexpr unexpect_t unexpect{};
#else
struct unexpect_t {
    explicit unexpect_t() = default;
};
inline constexpr unexpect_t unexpect{};

/** The failure of an `expected`. */
template <class E> class unexpected {
    E error_;

public:
    template <class X = E>
        requires(!std::is_same_v<std::remove_cvref_t<X>, unexpected> && std::is_constructible_v<E, X>)
    constexpr explicit unexpected(X &&error) : error_(std::forward<X>(error)) {}
    constexpr E const &error() const & { return error_; }
    constexpr E &error() & { return error_; }
    constexpr E &&error() && { return std::move(error_); }
};
template <class E> unexpected(E) -> unexpected<E>;

/** A value or an error: as much of C++23's `std::expected` as bindings need. */
template <class T, class E> class expected {
    std::variant<T, unexpected<E>> either_;

public:
    using value_type = T;
    using error_type = E;

    constexpr expected()
        requires std::is_default_constructible_v<T>
        : either_(std::in_place_index<0>) {}
    template <class X = T>
        requires(!std::is_same_v<std::remove_cvref_t<X>, expected> && std::is_constructible_v<T, X>)
    constexpr expected(X &&value) : either_(std::in_place_index<0>, std::forward<X>(value)) {}
    template <class X>
    constexpr expected(unexpected<X> error)
        : either_(std::in_place_index<1>, E(std::move(error).error())) {}
    template <class... X>
    constexpr explicit expected(std::in_place_t, X &&...value)
        : either_(std::in_place_index<0>, std::forward<X>(value)...) {}
    template <class... X>
    constexpr explicit expected(unexpect_t, X &&...error)
        : either_(std::in_place_index<1>, E(std::forward<X>(error)...)) {}

    constexpr bool has_value() const { return either_.index() == 0; }
    constexpr explicit operator bool() const { return has_value(); }
    constexpr T &value() & { return *checked(); }
    constexpr T const &value() const & { return *const_cast<expected *>(this)->checked(); }
    constexpr T &&value() && { return std::move(*checked()); }
    constexpr T &operator*() & { return value(); }
    constexpr T const &operator*() const & { return value(); }
    constexpr T &&operator*() && { return std::move(value()); }
    constexpr T *operator->() { return checked(); }
    constexpr T const *operator->() const { return &value(); }
    constexpr E &error() & { return failed()->error(); }
    constexpr E const &error() const & { return const_cast<expected *>(this)->failed()->error(); }
    constexpr E &&error() && { return std::move(failed()->error()); }
    template <class X> constexpr T value_or(X &&other) const & {
        return has_value() ? value() : static_cast<T>(std::forward<X>(other));
    }

private:
    constexpr T *checked() {
        T *value = std::get_if<0>(&either_);
        if (!value) abort();
        return value;
    }
    constexpr unexpected<E> *failed() {
        unexpected<E> *error = std::get_if<1>(&either_);
        if (!error) abort();
        return error;
    }
};

template <class E> class expected<void, E> {
    std::optional<E> error_;

public:
    using value_type = void;
    using error_type = E;

    constexpr expected() = default;
    template <class X> constexpr expected(unexpected<X> error) : error_(E(std::move(error).error())) {}
    constexpr explicit expected(std::in_place_t) {}
    template <class... X>
    constexpr explicit expected(unexpect_t, X &&...error) : error_(E(std::forward<X>(error)...)) {}

    constexpr bool has_value() const { return !error_; }
    constexpr explicit operator bool() const { return has_value(); }
    constexpr void value() const {
        if (error_) abort();
    }
    constexpr E &error() & { return *error_; }
    constexpr E const &error() const & { return *error_; }
    constexpr E &&error() && { return std::move(*error_); }
};
#endif

/** Memory for `count` values of a type. The pointer for no values must not be followed. */
template <class T> T *allocate_array(size_t count) {
    if (count == 0) return reinterpret_cast<T *>(alignof(T));
    void *memory = count > SIZE_MAX / sizeof(T) ? nullptr : malloc(count * sizeof(T));
    if (!memory) abort();
    return static_cast<T *>(memory);
}

/** UTF-8 text that owns its memory, which comes from malloc. */
class string {
    uint8_t const *data_;
    size_t length_;

public:
    string() : data_(reinterpret_cast<uint8_t const *>(1)), length_(0) {}
    /** Takes over memory that malloc made, if there is any. */
    string(char const *data, size_t length) : data_(reinterpret_cast<uint8_t const *>(data)), length_(length) {}
    string(string const &other) : string(from_view(other.get_view())) {}
    string(string &&other) noexcept : data_(other.data_), length_(other.length_) { other.leak(); }
    string &operator=(string const &other) { return *this = string(other); }
    string &operator=(string &&other) noexcept {
        std::swap(data_, other.data_);
        std::swap(length_, other.length_);
        return *this;
    }
    ~string() {
        if (length_) free(const_cast<uint8_t *>(data_));
    }

    /** A copy of a text. */
    static string from_view(std::string_view text) {
        if (text.empty()) return string();
        char *copy = allocate_array<char>(text.size());
        memcpy(copy, text.data(), text.size());
        return string(copy, text.size());
    }
    char const *data() const { return reinterpret_cast<char const *>(data_); }
    size_t size() const { return length_; }
    bool empty() const { return length_ == 0; }
    std::string_view get_view() const { return std::string_view(data(), length_); }
    std::string to_string() const { return std::string(get_view()); }
    char *begin() { return const_cast<char *>(data()); }
    char *end() { return begin() + length_; }
    char const *begin() const { return data(); }
    char const *end() const { return data() + length_; }
    /** Gives up the memory. Pass it to `drop_raw`, unless the text is empty. */
    void leak() {
        data_ = reinterpret_cast<uint8_t const *>(1);
        length_ = 0;
    }
    static void drop_raw(void *memory) { free(memory); }
};

/** A list: elements one after the other, in memory from malloc, which the list owns. */
template <class T> class vector {
    T *data_;
    size_t length_;

public:
    vector() : data_(allocate_array<T>(0)), length_(0) {}
    /** Takes over memory that malloc made, if there is any. */
    vector(T *data, size_t length) : data_(data), length_(length) {}
    vector(vector const &) = delete;
    vector(vector &&other) noexcept : data_(other.data_), length_(other.length_) { other.leak(); }
    vector &operator=(vector const &) = delete;
    vector &operator=(vector &&other) noexcept {
        std::swap(data_, other.data_);
        std::swap(length_, other.length_);
        return *this;
    }
    ~vector() {
        for (T &element : *this) element.~T();
        if (length_) free(static_cast<void *>(data_));
    }

    /** Memory for elements. Make all of them with `initialize` before you do anything else. */
    static vector allocate(size_t length) { return vector(allocate_array<T>(length), length); }
    void initialize(size_t index, T &&element) { new (static_cast<void *>(data_ + index)) T(std::move(element)); }
    /** A copy of elements. */
    template <class U, size_t N> static vector from_view(std::span<U, N> const &elements) {
        vector copy = allocate(elements.size());
        for (size_t index = 0; index < elements.size(); index++) {
            new (static_cast<void *>(copy.data_ + index)) T(elements[index]);
        }
        return copy;
    }
    T *data() { return data_; }
    T const *data() const { return data_; }
    size_t size() const { return length_; }
    bool empty() const { return length_ == 0; }
    T &operator[](size_t index) { return data_[index]; }
    T const &operator[](size_t index) const { return data_[index]; }
    T *begin() { return data_; }
    T *end() { return data_ + length_; }
    T const *begin() const { return data_; }
    T const *end() const { return data_ + length_; }
    std::span<T> get_view() const { return std::span<T>(data_, length_); }
    std::span<T const> get_const_view() const { return std::span<T const>(data_, length_); }
    /** Gives up the memory with the elements. Pass it to `drop_raw`, unless there were none. */
    T *leak() {
        T *data = data_;
        data_ = allocate_array<T>(0);
        length_ = 0;
        return data;
    }
    static void drop_raw(void *memory) {
        if (memory != allocate_array<T>(0)) free(memory);
    }
};

/** A map: entries one after the other, as they came, in memory from malloc, which the map owns. */
template <class K, class V> class unordered_map {
    vector<std::pair<K, V>> entries_;

public:
    using entry_type = std::pair<K, V>;

    unordered_map() = default;
    /** Takes over memory that malloc made, if there is any. */
    unordered_map(entry_type *data, size_t length) : entries_(data, length) {}

    /** Memory for entries. Make all of them with `initialize` before you do anything else. */
    static unordered_map allocate(size_t length) {
        return unordered_map(allocate_array<entry_type>(length), length);
    }
    void initialize(size_t index, entry_type &&entry) { entries_.initialize(index, std::move(entry)); }
    entry_type *data() { return entries_.data(); }
    entry_type const *data() const { return entries_.data(); }
    size_t size() const { return entries_.size(); }
    bool empty() const { return entries_.empty(); }
    entry_type *begin() { return entries_.begin(); }
    entry_type *end() { return entries_.end(); }
    entry_type const *begin() const { return entries_.begin(); }
    entry_type const *end() const { return entries_.end(); }
    entry_type *leak() { return entries_.leak(); }
    static void drop_raw(void *memory) { vector<entry_type>::drop_raw(memory); }
};

/** A handle of an object of another component; it can be moved, not copied. */
class ResourceImportBase {
public:
    using handle_t = int32_t;
    static constexpr handle_t invalid = -1;

protected:
    handle_t handle;

public:
    ResourceImportBase(handle_t of = invalid) : handle(of) {}
    ResourceImportBase(ResourceImportBase const &) = delete;
    ResourceImportBase(ResourceImportBase &&other) noexcept : handle(other.into_handle()) {}
    ResourceImportBase &operator=(ResourceImportBase const &) = delete;
    ResourceImportBase &operator=(ResourceImportBase &&other) noexcept {
        std::swap(handle, other.handle);
        return *this;
    }
    void set_handle(handle_t to) { handle = to; }
    handle_t get_handle() const { return handle; }
    /** Gives up the handle without dropping it. */
    handle_t into_handle() { return std::exchange(handle, invalid); }
};

/** The base of the class of an imported resource `R`. It drops its handle, unless the handle has moved. */
template <class R> class ResourceImport : public ResourceImportBase {
public:
    ResourceImport(ResourceImportBase &&other) noexcept : ResourceImportBase(std::move(other)) {}
    ResourceImport(ResourceImport &&) noexcept = default;
    ResourceImport &operator=(ResourceImport &&other) noexcept {
        handle_t old = std::exchange(handle, other.into_handle());
        if (old != invalid) R::ResourceDrop(old);
        return *this;
    }
    ~ResourceImport() {
        if (handle != invalid) R::ResourceDrop(handle);
    }
};

/** The base of the class of an exported resource `R`: objects of this program that others have handles of. */
template <class R> class ResourceExportBase {
public:
    using handle_t = int32_t;
    static constexpr handle_t invalid = -1;

    /** Drops the handle. The host, which keeps the handles, then calls `R::Dtor`. */
    struct Deregister {
        void operator()(R *object) const {
            if (object->handle != invalid) R::ResourceDrop(object->into_handle());
        }
    };
    /** An object, held by its one owned handle. */
    using Owned = std::unique_ptr<R, Deregister>;

    handle_t handle;

    ResourceExportBase() : handle(R::ResourceNew(static_cast<R *>(this))) {}
    ResourceExportBase(ResourceExportBase const &) = delete;
    ResourceExportBase &operator=(ResourceExportBase const &) = delete;
    handle_t get_handle() const { return handle; }
    handle_t into_handle() { return std::exchange(handle, invalid); }
};

/** An object of an exported resource, held by its one owned handle: `R::Owned`, for an `R` that may be incomplete. */
template <class R> using Owned = typename ResourceExportBase<R>::Owned;

#ifdef __wasm__
extern "C" __attribute__((__import_module__("$root"), __import_name__("[error-context-drop]")))
#else
extern "C"
#endif
void witc_error_context_drop(int32_t);

/** An error context: a handle of what went wrong in another component. */
class ErrorContext : public ResourceImport<ErrorContext> {
public:
    using ResourceImport::ResourceImport;
    static void ResourceDrop(int32_t handle) { witc_error_context_drop(handle); }
};

} // namespace wit

/** The operators of flags, in the namespace of their type. */
#define WIT_FLAGS(Flags)                                                                                               \
    constexpr Flags operator|(Flags a, Flags b) {                                                                      \
        using Bits = std::underlying_type_t<Flags>;                                                                    \
        return static_cast<Flags>(static_cast<Bits>(static_cast<Bits>(a) | static_cast<Bits>(b)));                     \
    }                                                                                                                  \
    constexpr Flags operator&(Flags a, Flags b) {                                                                      \
        using Bits = std::underlying_type_t<Flags>;                                                                    \
        return static_cast<Flags>(static_cast<Bits>(static_cast<Bits>(a) & static_cast<Bits>(b)));                     \
    }                                                                                                                  \
    constexpr Flags operator^(Flags a, Flags b) {                                                                      \
        using Bits = std::underlying_type_t<Flags>;                                                                    \
        return static_cast<Flags>(static_cast<Bits>(static_cast<Bits>(a) ^ static_cast<Bits>(b)));                     \
    }                                                                                                                  \
    constexpr Flags &operator|=(Flags &a, Flags b) { return a = a | b; }                                               \
    constexpr Flags &operator&=(Flags &a, Flags b) { return a = a & b; }                                               \
    constexpr Flags &operator^=(Flags &a, Flags b) { return a = a ^ b; }

#endif
