//! Words that C or C++ has taken already.

use witc_bindgen_core::NameScope;

/// Keywords of C, up to C23, and of C++, up to C++26, that a WIT name can turn into.
const KEYWORDS: &str = "\
    alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor bool break case catch \
    char char16_t char32_t char8_t class co_await co_return co_yield compl concept const const_cast consteval \
    constexpr constinit continue contract_assert decltype default delete do double dynamic_cast else enum explicit \
    export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr \
    operator or or_eq private protected public reflexpr register reinterpret_cast requires restrict return short \
    signed sizeof static static_assert static_cast struct switch synchronized template this thread_local throw true \
    try typedef typeid typename typeof typeof_unqual union unsigned using virtual void volatile wchar_t while xor \
    xor_eq";

/// Macros that compilers or common headers define under names that a WIT name can turn into.
const MACROS: &str = "errno i386 linux stderr stdin stdout unix";

/// The types that declarations and casts in generated code spell as they are.
const TYPES: &str =
    "int16_t int32_t int64_t int8_t intptr_t size_t uint16_t uint32_t uint64_t uint8_t uintptr_t";

/// Names that common headers of C and C++ declare outside of any namespace: glibc, wasi-libc, and what the two libraries
/// of C++ bring along.
const LIBRARY: &str = include_str!("library.txt");

/// Macros of common headers that have the shape of a generated one: words with `_` between them.
const LIBRARY_MACROS: &str = "\
    BIG_ENDIAN BYTE_ORDER CHAR_BIT CHAR_MAX CHAR_MIN EXIT_FAILURE EXIT_SUCCESS FD_CLR FD_ISSET FD_SET FD_SETSIZE \
    FD_ZERO INT16_C INT16_MAX INT16_MIN INT16_WIDTH INT32_C INT32_MAX INT32_MIN INT32_WIDTH INT64_C INT64_MAX \
    INT64_MIN INT64_WIDTH INT8_C INT8_MAX INT8_MIN INT8_WIDTH INTMAX_C INTMAX_MAX INTMAX_MIN INTMAX_WIDTH INTPTR_MAX \
    INTPTR_MIN INTPTR_WIDTH INT_FAST16_MAX INT_FAST16_MIN INT_FAST16_WIDTH INT_FAST32_MAX INT_FAST32_MIN \
    INT_FAST32_WIDTH INT_FAST64_MAX INT_FAST64_MIN INT_FAST64_WIDTH INT_FAST8_MAX INT_FAST8_MIN INT_FAST8_WIDTH \
    INT_LEAST16_MAX INT_LEAST16_MIN INT_LEAST16_WIDTH INT_LEAST32_MAX INT_LEAST32_MIN INT_LEAST32_WIDTH \
    INT_LEAST64_MAX INT_LEAST64_MIN INT_LEAST64_WIDTH INT_LEAST8_MAX INT_LEAST8_MIN INT_LEAST8_WIDTH INT_MAX INT_MIN \
    LITTLE_ENDIAN LLONG_MAX LLONG_MIN LONG_MAX LONG_MIN MB_CUR_MAX MB_LEN_MAX PDP_ENDIAN PTRDIFF_MAX PTRDIFF_MIN \
    PTRDIFF_WIDTH RAND_MAX SCHAR_MAX SCHAR_MIN SHRT_MAX SHRT_MIN SIG_ATOMIC_MAX SIG_ATOMIC_MIN SIG_ATOMIC_WIDTH \
    SIZE_MAX SIZE_WIDTH UCHAR_MAX UINT16_C UINT16_MAX UINT16_WIDTH UINT32_C UINT32_MAX UINT32_WIDTH UINT64_C \
    UINT64_MAX UINT64_WIDTH UINT8_C UINT8_MAX UINT8_WIDTH UINTMAX_C UINTMAX_MAX UINTMAX_WIDTH UINTPTR_MAX \
    UINTPTR_WIDTH UINT_FAST16_MAX UINT_FAST16_WIDTH UINT_FAST32_MAX UINT_FAST32_WIDTH UINT_FAST64_MAX \
    UINT_FAST64_WIDTH UINT_FAST8_MAX UINT_FAST8_WIDTH UINT_LEAST16_MAX UINT_LEAST16_WIDTH UINT_LEAST32_MAX \
    UINT_LEAST32_WIDTH UINT_LEAST64_MAX UINT_LEAST64_WIDTH UINT_LEAST8_MAX UINT_LEAST8_WIDTH UINT_MAX ULLONG_MAX \
    ULONG_MAX USHRT_MAX WCHAR_MAX WCHAR_MIN WCHAR_WIDTH WINT_MAX WINT_MIN WINT_WIDTH";

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_ascii_whitespace()
}

/// A scope for members, parameters and locals: keywords, macros and the types of members are not to be had in it.
pub(crate) fn local_scope() -> NameScope {
    NameScope::reserving(words(KEYWORDS).chain(words(MACROS)).chain(words(TYPES)))
}

/// A scope for what is visible in the whole program.
pub(crate) fn global_scope() -> NameScope {
    let library = words(LIBRARY)
        .chain(words(LIBRARY_MACROS))
        // Every source file defines it, for the host to call.
        .chain(["cabi_realloc"]);
    NameScope::reserving(words(KEYWORDS).chain(words(MACROS)).chain(library))
}
