/*
 * The canonical ABI for the types of C++ bindings: how values pass the boundary of a component. Included by the source
 * files of bindings alone; written by witc, the same for every world.
 *
 * `of<T>` has everything about a type: its `size` and `align` in memory, the number of `flat` core values that stand
 * for it in a call, whether its bytes in memory are those of the C++ type (`direct`), and whether its values may point
 * to memory that has to be freed (`heap`). `store` and `load` lower a value to memory and lift it from there, `put` and
 * `take` do the same with flat values, and `release` frees the memory that a value in memory points to.
 */
#ifndef WIT_ABI_H
#define WIT_ABI_H

#include "wit.h"
#include <algorithm>
#include <bit>

namespace wit::abi {

/** A flat value: the bits of an integer, float, pointer or length, from the lowest. */
using Slot = uint64_t;

template <class C> Slot to_slot(C value) {
    if constexpr (std::is_pointer_v<C>) return reinterpret_cast<uintptr_t>(value);
    else if constexpr (std::is_same_v<C, float>) return std::bit_cast<uint32_t>(value);
    else if constexpr (std::is_same_v<C, double>) return std::bit_cast<uint64_t>(value);
    else return static_cast<std::make_unsigned_t<C>>(value);
}

template <class C> C from_slot(Slot slot) {
    if constexpr (std::is_pointer_v<C>) return reinterpret_cast<C>(static_cast<uintptr_t>(slot));
    else if constexpr (std::is_same_v<C, float>) return std::bit_cast<float>(static_cast<uint32_t>(slot));
    else if constexpr (std::is_same_v<C, double>) return std::bit_cast<double>(slot);
    else return static_cast<C>(static_cast<std::make_unsigned_t<C>>(slot));
}

/** Flat values to lift from. */
struct Source {
    Slot const *next;
    Slot take() { return *next++; }
};

/** Room for the flat values of what is lowered. */
struct Target {
    Slot *next;
    void put(Slot slot) { *next++ = slot; }
};

/** Blocks of memory and objects that live as long as a call. */
class Scope {
    struct Node {
        Node *next;
        void (*destroy)(void *);
    };
    Node *first = nullptr;
    static constexpr size_t head = (sizeof(Node) + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);

    void *add(size_t size, void (*destroy)(void *)) {
        uint8_t *memory = allocate_array<uint8_t>(head + size);
        first = new (static_cast<void *>(memory)) Node{first, destroy};
        return memory + head;
    }

public:
    Scope() = default;
    Scope(Scope const &) = delete;
    Scope &operator=(Scope const &) = delete;
    ~Scope() {
        while (Node *node = first) {
            first = node->next;
            if (node->destroy) node->destroy(reinterpret_cast<uint8_t *>(node) + head);
            free(static_cast<void *>(node));
        }
    }
    void *block(size_t size) { return add(size, nullptr); }
    template <class T> T &keep(T &&value) {
        void *memory = add(sizeof(T), [](void *object) { static_cast<T *>(object)->~T(); });
        return *new (memory) T(std::move(value));
    }
};

/** Lowering a value that is lent: its memory is shared, and memory that has to be made lasts for the call. */
struct Lend {
    static constexpr bool moves = false;
    Scope &scope;
    uint8_t *block(size_t size, size_t) { return static_cast<uint8_t *>(scope.block(size)); }
};

/** Lowering a value that moves: its memory goes along. */
struct Move {
    static constexpr bool moves = true;
    /** The pointer to a block of no bytes is aligned as well: hosts check that. */
    static uint8_t *block(size_t size, size_t align) {
        return size ? allocate_array<uint8_t>(size) : reinterpret_cast<uint8_t *>(align);
    }
};

template <class T> struct of;

template <class T> T read(uint8_t const *memory) {
    T value;
    memcpy(&value, memory, sizeof(T));
    return value;
}

template <class T> void write(uint8_t *memory, T value) { memcpy(memory, &value, sizeof(T)); }

constexpr size_t align_to(size_t offset, size_t align) { return (offset + align - 1) / align * align; }

/** Evaluates the elements of a braced list in order. A fold would be nested, and compilers limit that to 256 levels. */
struct InOrder {
    template <class... A> constexpr InOrder(A &&...) {}
};

constexpr size_t sum(std::initializer_list<size_t> numbers) {
    size_t all = 0;
    for (size_t number : numbers) all += number;
    return all;
}

/** Calls `f` with the number `index`, which is less than N, as a constant. */
template <size_t N, class F, size_t First = 0> decltype(auto) with_index(size_t index, F &&f) {
    using Result = decltype(f(std::integral_constant<size_t, 0>()));
    if constexpr (N <= 64) {
        if constexpr (First + 1 == N) return f(std::integral_constant<size_t, First>());
        else if (index == First) return f(std::integral_constant<size_t, First>());
        else return with_index<N, F, First + 1>(index, std::forward<F>(f));
    } else {
        return [&]<size_t... I>(std::index_sequence<I...>) -> Result {
            static constexpr Result (*table[])(F &) = {
                [](F &g) -> Result { return g(std::integral_constant<size_t, I>()); }...};
            return table[index < N ? index : N - 1](f);
        }(std::make_index_sequence<N>());
    }
}

/** The payload of a case that has none. */
struct Nothing {
    static constexpr size_t size = 0, align = 1, flat = 0;
    static constexpr bool direct = false, heap = false;
    template <class T, class M> static void store(uint8_t *, T &, M) {}
    template <class T, class M> static void put(Target &, T &, M) {}
    static Void load(uint8_t *, Scope &) { return {}; }
    static Void take(Source &, Scope &) { return {}; }
    static void release(uint8_t *) {}
};
template <> struct of<Void> : Nothing {};
template <> struct of<void> : Nothing {};

/** Numbers, enums and flags; narrow ones are widened by way of `Core`. */
template <class T, class Core> struct Scalar {
    static constexpr size_t size = sizeof(T), align = sizeof(T), flat = 1;
    static constexpr bool direct = true, heap = false;
    template <class M> static void store(uint8_t *memory, T value, M) { write(memory, value); }
    template <class M> static void put(Target &to, T value, M) { to.put(to_slot(static_cast<Core>(value))); }
    static T load(uint8_t *memory, Scope &) { return read<T>(memory); }
    static T take(Source &from, Scope &) { return static_cast<T>(from_slot<Core>(from.take())); }
    static void release(uint8_t *) {}
};
template <> struct of<uint8_t> : Scalar<uint8_t, int32_t> {};
template <> struct of<int8_t> : Scalar<int8_t, int32_t> {};
template <> struct of<uint16_t> : Scalar<uint16_t, int32_t> {};
template <> struct of<int16_t> : Scalar<int16_t, int32_t> {};
template <> struct of<uint32_t> : Scalar<uint32_t, int32_t> {};
template <> struct of<int32_t> : Scalar<int32_t, int32_t> {};
template <> struct of<uint64_t> : Scalar<uint64_t, int64_t> {};
template <> struct of<int64_t> : Scalar<int64_t, int64_t> {};
template <> struct of<float> : Scalar<float, float> {};
template <> struct of<double> : Scalar<double, double> {};
template <class T>
    requires std::is_enum_v<T>
struct of<T> : Scalar<T, int32_t> {};

/** A byte in memory: every value but 0 is true. */
template <> struct of<bool> : Scalar<bool, int32_t> {
    static bool load(uint8_t *memory, Scope &) { return *memory != 0; }
    static bool take(Source &from, Scope &) { return from_slot<int32_t>(from.take()) != 0; }
};

/** Lowers elements to a block of their own. */
template <class E, class M> uint8_t *lower_elements(E *elements, size_t length, M mode) {
    using Element = of<std::remove_const_t<E>>;
    uint8_t *block = mode.block(length * Element::size, Element::align);
    for (size_t index = 0; index < length; index++) Element::store(block + index * Element::size, elements[index], mode);
    return block;
}

/** Types of a pointer and a length: strings, lists and maps. */
template <class Self> struct Slice {
    static constexpr size_t size = 2 * sizeof(void *), align = sizeof(void *), flat = 2;
    static constexpr bool heap = true;
    template <class T, class M> static void store(uint8_t *memory, T &value, M mode) {
        size_t length = value.size();
        write(memory, Self::lower(value, mode));
        write(memory + sizeof(void *), length);
    }
    template <class T, class M> static void put(Target &to, T &value, M mode) {
        size_t length = value.size();
        to.put(to_slot(Self::lower(value, mode)));
        to.put(length);
    }
    static auto load(uint8_t *memory, Scope &scope) {
        return Self::lift(read<uint8_t *>(memory), read<size_t>(memory + sizeof(void *)), scope);
    }
    static auto take(Source &from, Scope &scope) {
        uint8_t *data = from_slot<uint8_t *>(from.take());
        return Self::lift(data, from_slot<size_t>(from.take()), scope);
    }
};

template <> struct of<std::string_view> : Slice<of<std::string_view>> {
    static constexpr bool direct = false;
    template <class M> static uint8_t *lower(std::string_view text, M) {
        return reinterpret_cast<uint8_t *>(const_cast<char *>(text.data()));
    }
};

template <> struct of<string> : Slice<of<string>> {
    static constexpr bool direct = sizeof(string) == size;
    template <class T, class M> static uint8_t *lower(T &text, M) {
        uint8_t *data = reinterpret_cast<uint8_t *>(const_cast<char *>(text.data()));
        if constexpr (M::moves) text.leak();
        return data;
    }
    static string lift(uint8_t *data, size_t length, Scope &) {
        return string(reinterpret_cast<char const *>(data), length);
    }
    static void release(uint8_t *memory) {
        if (read<size_t>(memory + sizeof(void *))) free(read<void *>(memory));
    }
};

template <class E> struct of<std::span<E>> : Slice<of<std::span<E>>> {
    static constexpr bool direct = false;
    template <class M> static uint8_t *lower(std::span<E> elements, M mode) {
        if constexpr (of<std::remove_const_t<E>>::direct) {
            return reinterpret_cast<uint8_t *>(const_cast<std::remove_const_t<E> *>(elements.data()));
        } else {
            return lower_elements(elements.data(), elements.size(), mode);
        }
    }
};

/** A list or map that owns its elements, which are of the type E. */
template <class T, class E> struct OwnedSlice : Slice<of<T>> {
    static constexpr bool direct = of<E>::direct && sizeof(T) == Slice<of<T>>::size;
    template <class L, class M> static uint8_t *lower(L &list, M mode) {
        if constexpr (!of<E>::direct) return lower_elements(list.data(), list.size(), mode);
        else if constexpr (M::moves) return reinterpret_cast<uint8_t *>(list.leak());
        else return reinterpret_cast<uint8_t *>(const_cast<E *>(list.data()));
    }
    static T lift(uint8_t *data, size_t length, Scope &scope) {
        if constexpr (of<E>::direct) {
            return T(reinterpret_cast<E *>(data), length);
        } else {
            T list = T::allocate(length);
            for (size_t index = 0; index < length; index++) {
                list.initialize(index, of<E>::load(data + index * of<E>::size, scope));
            }
            if (length) free(data);
            return list;
        }
    }
    static void release(uint8_t *memory) {
        uint8_t *data = read<uint8_t *>(memory);
        size_t length = read<size_t>(memory + sizeof(void *));
        if constexpr (of<E>::heap) {
            for (size_t index = 0; index < length; index++) of<E>::release(data + index * of<E>::size);
        }
        if (length) free(data);
    }
};
template <class E> struct of<vector<E>> : OwnedSlice<vector<E>, E> {};
template <class K, class V> struct of<unordered_map<K, V>> : OwnedSlice<unordered_map<K, V>, std::pair<K, V>> {};

/** Values one after the other, as in a record or tuple. */
template <class... F> struct Row {
    static constexpr size_t count = sizeof...(F);
    static constexpr size_t align = std::max({size_t(1), of<F>::align...});
    static constexpr size_t flat = sum({of<F>::flat...});
    static constexpr bool heap = std::max({false, of<F>::heap...});
    static constexpr std::array<size_t, count + 1> offsets = [] {
        size_t sizes[] = {of<F>::size..., 0}, aligns[] = {of<F>::align..., 1};
        std::array<size_t, count + 1> all{};
        for (size_t index = 0, next = 0; index <= count; index++) {
            all[index] = align_to(next, aligns[index]);
            next = all[index] + sizes[index];
        }
        return all;
    }();
    static constexpr size_t size = align_to(offsets[count], align);

    template <size_t... I> static void release_all(uint8_t *memory, std::index_sequence<I...>) {
        InOrder{(of<F>::release(memory + offsets[I]), 0)...};
    }
    static void release(uint8_t *memory) { release_all(memory, std::index_sequence_for<F...>()); }
};

/** Types with parts of the types F, which `Self::part<I>` gives and braces put together. */
template <class Self, class T, class... F> struct Product : Row<F...> {
    using Parts = std::index_sequence_for<F...>;
    template <class V, class M, size_t... I>
    static void store_all(uint8_t *memory, V &value, M mode, std::index_sequence<I...>) {
        InOrder{(of<F>::store(memory + Row<F...>::offsets[I], Self::template part<I>(value), mode), 0)...};
    }
    template <class V, class M> static void store(uint8_t *memory, V &value, M mode) {
        store_all(memory, value, mode, Parts());
    }
    template <class V, class M, size_t... I>
    static void put_all(Target &to, V &value, M mode, std::index_sequence<I...>) {
        InOrder{(of<F>::put(to, Self::template part<I>(value), mode), 0)...};
    }
    template <class V, class M> static void put(Target &to, V &value, M mode) { put_all(to, value, mode, Parts()); }
    template <size_t... I> static T load_all(uint8_t *memory, Scope &scope, std::index_sequence<I...>) {
        return T{of<F>::load(memory + Row<F...>::offsets[I], scope)...};
    }
    static T load(uint8_t *memory, Scope &scope) { return load_all(memory, scope, Parts()); }
    static T take(Source &from, Scope &scope) { return T{of<F>::take(from, scope)...}; }
};

template <class M> struct MemberOf;
template <class C, class F> struct MemberOf<F C::*> {
    using Type = F;
};
template <auto Member> using Field = typename MemberOf<decltype(Member)>::Type;

/** A struct with these members. */
template <class T, auto... Members> struct Record : Product<Record<T, Members...>, T, Field<Members>...> {
    static constexpr bool direct =
        std::min({true, of<Field<Members>>::direct...}) && sizeof(T) == Row<Field<Members>...>::size;
    template <size_t I, class V> static auto &part(V &value) {
        return value.*std::tuple_element_t<I, std::tuple<std::integral_constant<decltype(Members), Members>...>>::value;
    }
};

template <class... F>
struct of<std::tuple<F...>> : Product<of<std::tuple<F...>>, std::tuple<F...>, std::remove_cvref_t<F>...> {
    // The layout of a tuple in memory is up to the library.
    static constexpr bool direct = false;
    template <size_t I, class V> static auto &part(V &value) { return std::get<I>(value); }
};

template <class A, class B> struct of<std::pair<A, B>> : Product<of<std::pair<A, B>>, std::pair<A, B>, A, B> {
    static constexpr bool direct = of<A>::direct && of<B>::direct && sizeof(std::pair<A, B>) == Row<A, B>::size;
    template <size_t I, class V> static auto &part(V &value) { return std::get<I>(value); }
};

template <class E, size_t N> struct of<std::array<E, N>> {
    using T = std::array<E, N>;
    static constexpr size_t size = N * of<E>::size, align = of<E>::align, flat = N * of<E>::flat;
    static constexpr bool direct = of<E>::direct && sizeof(T) == size, heap = of<E>::heap;
    template <class V, class M> static void store(uint8_t *memory, V &value, M mode) {
        for (size_t index = 0; index < N; index++) of<E>::store(memory + index * of<E>::size, value[index], mode);
    }
    template <class V, class M> static void put(Target &to, V &value, M mode) {
        for (auto &element : value) of<E>::put(to, element, mode);
    }
    static T load(uint8_t *memory, Scope &scope) {
        return make([&](size_t index) { return of<E>::load(memory + index * of<E>::size, scope); });
    }
    static T take(Source &from, Scope &scope) {
        return make([&](size_t) { return of<E>::take(from, scope); });
    }
    static void release(uint8_t *memory) {
        for (size_t index = 0; index < N; index++) of<E>::release(memory + index * of<E>::size);
    }

private:
    /** An array of elements that have no default. */
    union Raw {
        T value;
        Raw() {}
        ~Raw() {}
    };
    template <class F> static T make(F element) {
        Raw raw;
        for (size_t index = 0; index < N; index++) new (static_cast<void *>(&raw.value[index])) E(element(index));
        T value = std::move(raw.value);
        raw.value.~T();
        return value;
    }
};

/** Types of a tag and the payload of one of several cases. `Self` finds the case of a value, and its payload, or makes them. */
template <class Self, class T, class... P> struct Sum {
    static constexpr size_t count = sizeof...(P);
    using Tag = std::conditional_t<(count <= 0x100), uint8_t, std::conditional_t<(count <= 0x10000), uint16_t, uint32_t>>;
    template <size_t I> using Payload = std::tuple_element_t<I, std::tuple<std::type_identity<P>...>>;
    template <size_t I> using Case = of<typename Payload<I>::type>;
    static constexpr size_t align = std::max({sizeof(Tag), of<P>::align...});
    static constexpr size_t offset = align_to(sizeof(Tag), std::max({size_t(1), of<P>::align...}));
    static constexpr size_t size = align_to(offset + std::max({size_t(0), of<P>::size...}), align);
    static constexpr size_t flat = 1 + std::max({size_t(0), of<P>::flat...});
    static constexpr bool direct = false, heap = std::max({false, of<P>::heap...});

    template <class V, class M> static void store(uint8_t *memory, V &value, M mode) {
        size_t index = Self::index(value);
        write(memory, static_cast<Tag>(index));
        with_index<count>(index, [&]<size_t I>(std::integral_constant<size_t, I>) {
            Case<I>::store(memory + offset, Self::template payload<I>(value), mode);
        });
    }
    template <class V, class M> static void put(Target &to, V &value, M mode) {
        size_t index = Self::index(value);
        Slot *end = to.next + flat;
        to.put(index);
        with_index<count>(index, [&]<size_t I>(std::integral_constant<size_t, I>) {
            Case<I>::put(to, Self::template payload<I>(value), mode);
        });
        while (to.next != end) to.put(0);
    }
    static T load(uint8_t *memory, Scope &scope) {
        return with_index<count>(read<Tag>(memory), [&]<size_t I>(std::integral_constant<size_t, I>) -> T {
            return Self::template make<I>([&] { return Case<I>::load(memory + offset, scope); });
        });
    }
    static T take(Source &from, Scope &scope) {
        Source payload{from.next + 1};
        size_t index = static_cast<uint32_t>(from.take());
        from.next += flat - 1;
        return with_index<count>(index, [&]<size_t I>(std::integral_constant<size_t, I>) -> T {
            return Self::template make<I>([&] { return Case<I>::take(payload, scope); });
        });
    }
    static void release(uint8_t *memory) {
        if constexpr (heap) {
            with_index<count>(read<Tag>(memory), [&]<size_t I>(std::integral_constant<size_t, I>) {
                Case<I>::release(memory + offset);
            });
        }
    }
};

/** The width of a pointer, by which the numbers in a `Layout` may depend on the target. */
inline constexpr size_t word = sizeof(void *);

/**
 * The layout of a type by the canonical ABI, as the generator of the bindings computes it: the source files assert that
 * the templates here agree. `flat` is 0 for a type with more values than are ever passed flat.
 */
struct Layout {
    size_t size, align, flat = 0;
};

template <class T> constexpr bool is_laid_out(Layout layout) {
    return of<T>::size == layout.size && of<T>::align == layout.align &&
           (layout.flat == 0 || of<T>::flat == layout.flat);
}

/** A record or tuple with its parts at these offsets. */
template <class T> constexpr bool is_row(Layout layout, std::initializer_list<size_t> offsets) {
    return is_laid_out<T>(layout) && offsets.size() == of<T>::count &&
           std::equal(offsets.begin(), offsets.end(), of<T>::offsets.begin());
}

/** A variant, option or result with its payloads at this offset. */
template <class T> constexpr bool is_sum(Layout layout, size_t offset) {
    return is_laid_out<T>(layout) && of<T>::offset == offset;
}

inline Void nothing;

template <class E> struct of<std::optional<E>> : Sum<of<std::optional<E>>, std::optional<E>, Void, E> {
    using T = std::optional<E>;
    static size_t index(T const &value) { return value.has_value(); }
    template <size_t I, class V> static auto &payload(V &value) {
        if constexpr (I == 0) return nothing;
        else return *value;
    }
    template <size_t I, class F> static T make(F payload) {
        if constexpr (I == 0) return std::nullopt;
        else return T(std::in_place, payload());
    }
};

template <class O, class E> struct of<expected<O, E>> : Sum<of<expected<O, E>>, expected<O, E>, O, E> {
    using T = expected<O, E>;
    static size_t index(T const &value) { return !value.has_value(); }
    template <size_t I, class V> static auto &payload(V &value) {
        if constexpr (I == 1) return value.error();
        else if constexpr (std::is_void_v<O>) return nothing;
        else return *value;
    }
    template <size_t I, class F> static T make(F payload) {
        if constexpr (I == 1) return T(unexpect, payload());
        else if constexpr (std::is_void_v<O>) return T();
        else return T(std::in_place, payload());
    }
};

template <class C> struct PayloadOf {
    using Type = Void;
};
template <class C>
    requires requires(C &c) { c.value; }
struct PayloadOf<C> {
    using Type = decltype(C::value);
};

/** A struct with a `std::variant` of structs, each empty or with a `value`. */
template <class T, class V = decltype(T::variants)> struct Variant;
template <class T, class... C>
struct Variant<T, std::variant<C...>> : Sum<Variant<T>, T, typename PayloadOf<C>::Type...> {
    static size_t index(T const &value) { return value.variants.index(); }
    template <size_t I, class V> static auto &payload(V &value) {
        if constexpr (requires { std::get_if<I>(&value.variants)->value; }) return std::get_if<I>(&value.variants)->value;
        else return nothing;
    }
    template <size_t I, class F> static T make(F payload) {
        using Case = std::variant_alternative_t<I, std::variant<C...>>;
        if constexpr (requires(Case &c) { c.value; }) {
            return T{std::variant<C...>(std::in_place_index<I>, Case{payload()})};
        } else {
            return T{std::variant<C...>(std::in_place_index<I>)};
        }
    }
};

/** A handle. */
template <class Self> struct Handle {
    static constexpr size_t size = 4, align = 4, flat = 1;
    static constexpr bool direct = false, heap = false;
    template <class T, class M> static void store(uint8_t *memory, T &value, M) { write(memory, Self::lower(value)); }
    template <class T, class M> static void put(Target &to, T &value, M) { to.put(to_slot(Self::lower(value))); }
    static auto load(uint8_t *memory, Scope &scope) { return Self::lift(read<int32_t>(memory), scope); }
    static auto take(Source &from, Scope &scope) { return Self::lift(from_slot<int32_t>(from.take()), scope); }
    static void release(uint8_t *) {}
};

template <class T>
concept Imported = std::is_base_of_v<ResourceImportBase, T>;

/** An owned handle of an imported resource. */
template <Imported T> struct of<T> : Handle<of<T>> {
    static int32_t lower(T &value) { return value.into_handle(); }
    static T lift(int32_t handle, Scope &) { return T(ResourceImportBase(handle)); }
};

/** An owned handle of an exported resource. */
template <class R, class D> struct of<std::unique_ptr<R, D>> : Handle<of<std::unique_ptr<R, D>>> {
    static int32_t lower(std::unique_ptr<R, D> &value) { return value ? value.release()->into_handle() : R::invalid; }
    static std::unique_ptr<R, D> lift(int32_t handle, Scope &) {
        R *object = R::ResourceRep(handle);
        // An object may come back under another handle than it left by.
        object->handle = handle;
        return std::unique_ptr<R, D>(object);
    }
};

/** A borrowed handle of an imported resource. A handle that this program was lent is dropped when the call ends. */
template <class R>
    requires Imported<std::remove_const_t<R>>
struct of<std::reference_wrapper<R>> : Handle<of<std::reference_wrapper<R>>> {
    static int32_t lower(std::reference_wrapper<R> value) { return value.get().get_handle(); }
    static std::reference_wrapper<R> lift(int32_t handle, Scope &scope) {
        return scope.keep(std::remove_const_t<R>(ResourceImportBase(handle)));
    }
};

/** A borrowed handle of an exported resource, which is passed as a pointer to the object. */
template <class R> struct of<std::reference_wrapper<R>> {
    static constexpr size_t size = sizeof(void *), align = sizeof(void *), flat = 1;
    static constexpr bool direct = false, heap = false;
    template <class M> static void store(uint8_t *memory, std::reference_wrapper<R> value, M) {
        write(memory, value.get().get_handle());
    }
    template <class M> static void put(Target &to, std::reference_wrapper<R> value, M) {
        to.put(to_slot(value.get().get_handle()));
    }
    static std::reference_wrapper<R> load(uint8_t *memory, Scope &) { return *read<R *>(memory); }
    static std::reference_wrapper<R> take(Source &from, Scope &) { return *from_slot<R *>(from.take()); }
    static void release(uint8_t *) {}
};

/** Flat values for a call of a core function with parameters of the types P. */
template <auto Function> struct Callee;
template <class R, class... P, R (*Function)(P...)> struct Callee<Function> {
    using Result = R;
    static constexpr size_t count = sizeof...(P);
    template <size_t... I> static R call(Slot const *slots, std::index_sequence<I...>) {
        (void) slots;
        return Function(from_slot<P>(slots[I])...);
    }
    static R call(Slot const *slots) { return call(slots, std::index_sequence_for<P...>()); }
};

/** Calls an imported function, with a result of the type R. */
template <auto Function, class R = void, class... A> R call(A &&...arguments) {
    using Core = Callee<Function>;
    using Row = abi::Row<std::remove_cvref_t<A>...>;
    // A result that does not fit the core result goes to memory.
    constexpr bool out = std::is_void_v<typename Core::Result> && !std::is_void_v<R>;
    Scope scope;
    Slot slots[Core::count + 1];
    Target to{slots};
    alignas(Row::align) uint8_t spilled[Row::flat + out == Core::count ? 1 : Row::size];
    if constexpr (Row::flat + out == Core::count) {
        InOrder{(of<std::remove_cvref_t<A>>::put(to, arguments, Lend{scope}), 0)...};
    } else {
        [&]<size_t... I>(std::index_sequence<I...>) {
            InOrder{(of<std::remove_cvref_t<A>>::store(spilled + Row::offsets[I], arguments, Lend{scope}), 0)...};
        }(std::index_sequence_for<A...>());
        to.put(to_slot(&spilled[0]));
    }
    if constexpr (out) {
        alignas(of<R>::align) uint8_t result[of<R>::size];
        to.put(to_slot(&result[0]));
        Core::call(slots);
        return of<R>::load(result, scope);
    } else if constexpr (std::is_void_v<R>) {
        Core::call(slots);
    } else {
        Slot result[] = {to_slot(Core::call(slots))};
        Source from{result};
        return of<R>::take(from, scope);
    }
}

/** The core result of an exported function: it converts to a core value of any type. */
struct Answer {
    Slot slot;
    template <class C> operator C() const { return from_slot<C>(slot); }
};

/** The owner of a value that a parameter of the type P shows: for a view, the type with the memory. */
template <class P> struct OwnerOf {
    using Type = std::remove_cvref_t<P>;
    static P &&pass(Type &value) { return static_cast<P &&>(value); }
};
template <> struct OwnerOf<std::string_view> {
    using Type = string;
    static std::string_view pass(string &value) { return value.get_view(); }
};
template <class E> struct OwnerOf<std::span<E>> {
    using Type = vector<std::remove_const_t<E>>;
    static std::span<E> pass(Type &value) { return std::span<E>(value.data(), value.size()); }
};
template <class... P> struct OwnerOf<std::tuple<P...>> {
    using Type = std::tuple<typename OwnerOf<P>::Type...>;
    static std::tuple<P...> pass(Type &value) {
        return std::apply([](auto &...part) { return std::tuple<P...>(OwnerOf<P>::pass(part)...); }, value);
    }
};
/** Ends an object of an exported resource. */
template <class R> void destroy(void *self) {
    R *object = static_cast<R *>(self);
    object->handle = R::invalid;
    R::Dtor(object);
}

/** Answers a call of an exported function: `function` has parameters of the types P and a result of the type R. */
template <class R, class... P> struct Serve {
    using Row = abi::Row<typename OwnerOf<P>::Type...>;
    using Parts = std::index_sequence_for<P...>;

    template <class F, class... C> static auto call(F function, C... core) {
        Slot slots[] = {to_slot(core)..., 0};
        Scope scope;
        if constexpr (Row::flat == sizeof...(C)) {
            Source from{slots};
            std::tuple<typename OwnerOf<P>::Type...> arguments{of<typename OwnerOf<P>::Type>::take(from, scope)...};
            return answer(function, arguments, Parts());
        } else {
            uint8_t *memory = from_slot<uint8_t *>(slots[0]);
            auto arguments = load(memory, scope, Parts());
            free(memory);
            return answer(function, arguments, Parts());
        }
    }

    /** Whether a function object takes what `call` passes it and gives what is lowered. */
    template <class F> static consteval bool fits(F) {
        return std::is_invocable_r_v<R, F, decltype(OwnerOf<P>::pass(std::declval<typename OwnerOf<P>::Type &>()))...>;
    }

private:
    template <size_t... I> static auto load(uint8_t *memory, Scope &scope, std::index_sequence<I...>) {
        return std::tuple<typename OwnerOf<P>::Type...>{of<typename OwnerOf<P>::Type>::load(memory + Row::offsets[I], scope)...};
    }
    template <class F, class A, size_t... I> static auto answer(F function, A &arguments, std::index_sequence<I...>) {
        (void) arguments;
        if constexpr (std::is_void_v<R>) {
            function(OwnerOf<P>::pass(std::get<I>(arguments))...);
        } else {
            using T = of<std::remove_cvref_t<R>>;
            R result = function(OwnerOf<P>::pass(std::get<I>(arguments))...);
            if constexpr (T::flat == 1) {
                Slot slots[1];
                Target to{slots};
                T::put(to, result, Move());
                return Answer{slots[0]};
            } else {
                // One place is enough: the caller reads the result before it calls the function again.
                alignas(T::align) static uint8_t memory[T::size];
                T::store(memory, result, Move());
                return Answer{to_slot(&memory[0])};
            }
        }
    }
};

} // namespace wit::abi

#endif
