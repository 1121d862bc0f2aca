//! Words of other languages and of older dialects of WIT, and what WIT says instead.

use crate::generated::tokens::Kind;

/// Words that start an item or a function elsewhere.
const KEYWORDS: &[(&str, Kind)] = &[
    ("function", Kind::Func),
    ("fn", Kind::Func),
    ("fun", Kind::Func),
    ("def", Kind::Func),
    ("struct", Kind::Record),
    ("message", Kind::Record),
    ("class", Kind::Resource),
    ("union", Kind::Variant),
    ("trait", Kind::Interface),
    ("service", Kind::Interface),
    ("protocol", Kind::Interface),
    ("typedef", Kind::Type),
    ("expected", Kind::Result),
    ("vec", Kind::List),
    ("array", Kind::List),
    ("hashmap", Kind::Map),
];

/// Types without parameters.
const TYPES: &[(&str, &str)] = &[
    ("float32", "f32"),
    ("float64", "f64"),
    // The width in C and its relatives; where it is a guess, the resolver offers it as one.
    ("float", "f32"),
    ("double", "f64"),
    ("number", "f64"),
    ("i8", "s8"),
    ("i16", "s16"),
    ("i32", "s32"),
    ("i64", "s64"),
    ("int8", "s8"),
    ("int16", "s16"),
    ("int32", "s32"),
    ("int64", "s64"),
    ("uint8", "u8"),
    ("uint16", "u16"),
    ("uint32", "u32"),
    ("uint64", "u64"),
    ("int", "s32"),
    ("uint", "u32"),
    ("integer", "s32"),
    ("unsigned", "u32"),
    ("short", "s16"),
    ("long", "s64"),
    ("usize", "u32"),
    ("isize", "s32"),
    ("byte", "u8"),
    ("bytes", "list<u8>"),
    ("boolean", "bool"),
    ("str", "string"),
    ("text", "string"),
    ("rune", "char"),
];

/// Types with parameters.
const GENERICS: &[(&str, &str)] = &[
    ("expected", "result"),
    ("either", "result"),
    ("vec", "list"),
    ("array", "list"),
    ("vector", "list"),
    ("sequence", "list"),
    ("seq", "list"),
    ("slice", "list"),
    // The nearest type that WIT has: a set is a list without order.
    ("set", "list"),
    ("hashset", "list"),
    ("optional", "option"),
    ("maybe", "option"),
    ("nullable", "option"),
    ("hashmap", "map"),
    ("dict", "map"),
    ("dictionary", "map"),
    ("record", "map"),
    ("btreemap", "map"),
    ("handle", "own"),
    ("box", "own"),
    ("ref", "borrow"),
    ("promise", "future"),
    ("task", "future"),
    ("pair", "tuple"),
];

/// What there is no type for in WIT, and what to write instead.
const WITHOUT_TYPE: &[(&[&str], &str)] = &[
    (
        &["void", "unit", "undefined"],
        "WIT has no type for nothing: a function without a result has no `->`",
    ),
    (
        &["null", "none", "nil"],
        "WIT has no type for nothing: what may be missing is an `option<…>`",
    ),
    (
        &["any", "object", "dynamic", "unknown"],
        "WIT has no type for just anything: list what it may be as a `variant`",
    ),
    (
        &["i128", "u128", "s128"],
        "the widest integers of WIT have 64 bits",
    ),
    (
        &["f16", "f128", "float16"],
        "WIT has floating-point numbers of 32 and 64 bits: `f32` and `f64`",
    ),
];

/// Words among these that mean something else elsewhere as well: another order of types, no order of elements, a list of
/// fixed length.
const NEAR: &[&str] = &[
    "class", "union", "trait", "protocol", "message", "array", "either", "set", "hashset",
    "record", "handle", "box", "ref", "promise", "task",
];

/// Whether a keyword or a type with parameters means just what WIT's means.
pub(crate) fn is_same(word: &str) -> bool {
    !NEAR.iter().any(|near| near.eq_ignore_ascii_case(word))
}

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table
        .iter()
        // Other languages write `String`, `Vec` or `HashMap`; a table in order would not pay off
        // for so few words.
        .find(|known| known.0.eq_ignore_ascii_case(word))
        .map(|known| known.1)
}

/// The keyword that says in WIT what `word` says elsewhere.
pub(crate) fn keyword(word: &str) -> Option<Kind> {
    find(KEYWORDS, word)
}

/// The type with parameters that WIT has for one that is called `word` elsewhere.
pub(crate) fn generic(word: &str) -> Option<&'static str> {
    find(GENERICS, word)
}

/// The type that WIT has for one that is called `word` elsewhere.
#[must_use]
pub fn foreign_type(word: &str) -> Option<&'static str> {
    find(TYPES, word)
}

/// What to do without a type that is called `word` elsewhere.
#[must_use]
pub fn without_type(word: &str) -> Option<&'static str> {
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    WITHOUT_TYPE
        .iter()
        .find(|(names, _)| is(names))
        .map(|known| known.1)
}
