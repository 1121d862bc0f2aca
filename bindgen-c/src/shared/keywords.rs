//! Words that C or C++ has taken already.

use witc_bindgen_core::Scope;

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

/// Names of common headers that have the shape of a generated one: words with `_` between them.
const LIBRARY: &str = "\
    aligned_alloc at_quick_exit cabi_realloc char16_t char32_t char8_t div_t fd_set int16_t int32_t int64_t int8_t \
    int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t int_least64_t int_least8_t \
    intmax_t intptr_t ldiv_t lldiv_t max_align_t mbstate_t memset_explicit nullptr_t off_t pid_t posix_memalign \
    ptrdiff_t quick_exit sig_atomic_t size_t ssize_t time_t uint16_t uint32_t uint64_t uint8_t uint_fast16_t \
    uint_fast32_t uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t uint_least64_t uint_least8_t uintmax_t \
    uintptr_t wchar_t wctrans_t wctype_t wint_t \
    CHAR_BIT CHAR_MAX CHAR_MIN EXIT_FAILURE EXIT_SUCCESS INT16_C INT16_MAX INT16_MIN INT32_C INT32_MAX INT32_MIN \
    INT64_C INT64_MAX INT64_MIN INT8_C INT8_MAX INT8_MIN INTMAX_C INTMAX_MAX INTMAX_MIN INTPTR_MAX INTPTR_MIN INT_MAX \
    INT_MIN LLONG_MAX LLONG_MIN LONG_MAX LONG_MIN MB_CUR_MAX MB_LEN_MAX PTRDIFF_MAX PTRDIFF_MIN RAND_MAX SCHAR_MAX \
    SCHAR_MIN SHRT_MAX SHRT_MIN SIG_ATOMIC_MAX SIG_ATOMIC_MIN SIZE_MAX UCHAR_MAX UINT16_C UINT16_MAX UINT32_C \
    UINT32_MAX UINT64_C UINT64_MAX UINT8_C UINT8_MAX UINTMAX_C UINTMAX_MAX UINTPTR_MAX UINT_MAX ULLONG_MAX ULONG_MAX \
    USHRT_MAX WCHAR_MAX WCHAR_MIN WINT_MAX WINT_MIN";

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_ascii_whitespace()
}

/// A scope for members, parameters and locals: keywords and macros are not to be had in it.
pub(crate) fn local_scope() -> Scope {
    Scope::reserving(words(KEYWORDS).chain(words(MACROS)))
}

/// A scope for what is visible in the whole program.
pub(crate) fn global_scope() -> Scope {
    Scope::reserving(words(KEYWORDS).chain(words(MACROS)).chain(words(LIBRARY)))
}
