/*
 * Passes what an exported function of C++ got to an imported one, and what that gives back to the caller: views of what is
 * owned, references to handles, and the same elsewhere. Types that the import and the export have each for themselves are
 * laid out alike; compile with -fno-strict-aliasing.
 */
#ifndef PASS_H
#define PASS_H
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>
#include "wit.h"

namespace passing {

/* Where the elements of views are until the call is over. */
class Keep {
    std::vector<std::shared_ptr<void>> all;

public:
    template <class T> std::vector<T> &make() {
        auto made = std::make_shared<std::vector<T>>();
        all.push_back(made);
        return *made;
    }
};

/* Whether there are views in a type, so that it looks other than what owns the same. */
template <class T> struct Views : std::false_type {};
template <> struct Views<std::string_view> : std::true_type {};
template <class T> struct Views<std::span<T>> : std::true_type {};
template <class T> struct Views<std::optional<T>> : Views<T> {};
template <class T, size_t N> struct Views<std::array<T, N>> : Views<T> {};
template <class... T> struct Views<std::tuple<T...>> : std::disjunction<Views<T>...> {};
template <class K, class V> struct Views<std::pair<K, V>> : std::disjunction<Views<K>, Views<V>> {};

/* What is no view is moved. */
template <class To> struct Pass {
    template <class From> static To of(From &from, Keep &) {
        static_assert(sizeof(To) == sizeof(From) && alignof(To) == alignof(From));
        return std::move(reinterpret_cast<To &>(from));
    }
};

template <class To> struct Pass<To &&> {
    template <class From> static To &&of(From &from, Keep &) {
        static_assert(sizeof(To) == sizeof(From));
        return std::move(reinterpret_cast<To &>(from));
    }
};

template <> struct Pass<std::string_view> {
    static std::string_view of(wit::string &from, Keep &) { return from.get_view(); }
};

template <class To> struct Pass<std::span<To>> {
    template <class From> static std::span<To> of(From &from, Keep &keep) {
        using Element = std::remove_const_t<To>;
        if constexpr (!Views<Element>::value) {
            static_assert(sizeof(Element) == sizeof(*from.data()));
            return std::span<To>(reinterpret_cast<Element *>(from.data()), from.size());
        } else {
            auto &views = keep.make<Element>();
            views.reserve(from.size());
            for (auto &element : from) views.push_back(Pass<Element>::of(element, keep));
            return std::span<To>(views.data(), views.size());
        }
    }
};

template <class To> struct Pass<std::optional<To>> {
    template <class From> static std::optional<To> of(From &from, Keep &keep) {
        if (!from) return std::nullopt;
        return std::optional<To>(Pass<To>::of(*from, keep));
    }
};

template <class To, size_t N> struct Pass<std::array<To, N>> {
    template <class From> static std::array<To, N> of(From &from, Keep &keep) {
        return all(from, keep, std::make_index_sequence<N>());
    }
    template <class From, size_t... I>
    static std::array<To, N> all(From &from, Keep &keep, std::index_sequence<I...>) {
        return {{Pass<To>::of(from[I], keep)...}};
    }
};

template <class... To> struct Pass<std::tuple<To...>> {
    template <class From> static std::tuple<To...> of(From &from, Keep &keep) {
        return all(from, keep, std::index_sequence_for<To...>());
    }
    template <class From, size_t... I>
    static std::tuple<To...> all(From &from, Keep &keep, std::index_sequence<I...>) {
        return std::tuple<To...>{Pass<To>::of(std::get<I>(from), keep)...};
    }
};

template <class K, class V> struct Pass<std::pair<K, V>> {
    template <class From> static std::pair<K, V> of(From &from, Keep &keep) {
        return std::pair<K, V>(Pass<K>::of(from.first, keep), Pass<V>::of(from.second, keep));
    }
};

/* Passes the parameters of the export, of this type, to the import, whose type is that of a function. */
template <class Export, class Import> struct Call;
template <class Result, class... Params, class Imported, class... Args>
struct Call<Result(Params...), Imported(Args...)> {
    template <class Function>
    static Result through(Function import, std::remove_reference_t<Params> &...params) {
        Keep keep;
        if constexpr (std::is_void_v<Imported>) {
            import(Pass<Args>::of(params, keep)...);
        } else {
            /* Owned handles go back by reference: what they are in stays until the next call. */
            static std::optional<Imported> given;
            given.emplace(import(Pass<Args>::of(params, keep)...));
            return Pass<Result>::of(*given, keep);
        }
    }
};

/* Gives back parameters: one, or several in a tuple. */
template <class Export> struct Same;
template <class Result, class... Params> struct Same<Result(Params...)> {
    template <class... Kept> static Result give(Kept &...kept) {
        Keep keep;
        if constexpr (sizeof...(Kept) == 1) {
            return Pass<Result>::of(kept..., keep);
        } else {
            std::tuple<Kept &...> all(kept...);
            return Pass<Result>::of(all, keep);
        }
    }
};

} // namespace passing
#endif
