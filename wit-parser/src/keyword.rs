//! Keywords and names: what is reserved, what is well-formed, and how to write a name down.

use crate::generated::tokens::Kind;
use std::borrow::Cow;

/// The token that a word is, if it is not just a name.
pub(crate) fn keyword(word: &str) -> Option<Kind> {
    // A match rather than a search in `KEYWORDS`: rustc makes it a comparison by length and then by
    // bytes, and every word of a file comes through here.
    Some(match word.as_bytes() {
        b"as" => Kind::As,
        b"async" => Kind::Async,
        b"bool" => Kind::Bool,
        b"borrow" => Kind::Borrow,
        b"char" => Kind::Char,
        b"constructor" => Kind::Constructor,
        b"enum" => Kind::Enum,
        b"error-context" => Kind::ErrorContext,
        b"export" => Kind::Export,
        b"f32" => Kind::F32,
        b"f64" => Kind::F64,
        b"flags" => Kind::Flags,
        b"from" => Kind::From,
        b"func" => Kind::Func,
        b"future" => Kind::Future,
        b"import" => Kind::Import,
        b"include" => Kind::Include,
        b"interface" => Kind::Interface,
        b"list" => Kind::List,
        b"map" => Kind::Map,
        b"option" => Kind::Option,
        b"own" => Kind::Own,
        b"package" => Kind::Package,
        b"record" => Kind::Record,
        b"resource" => Kind::Resource,
        b"result" => Kind::Result,
        b"s8" => Kind::S8,
        b"s16" => Kind::S16,
        b"s32" => Kind::S32,
        b"s64" => Kind::S64,
        b"static" => Kind::Static,
        b"stream" => Kind::Stream,
        b"string" => Kind::String,
        b"tuple" => Kind::Tuple,
        b"type" => Kind::Type,
        b"u8" => Kind::U8,
        b"u16" => Kind::U16,
        b"u32" => Kind::U32,
        b"u64" => Kind::U64,
        b"use" => Kind::Use,
        b"variant" => Kind::Variant,
        b"with" => Kind::With,
        b"world" => Kind::World,
        _ => return None,
    })
}

/// All keywords but `_`, in order.
pub(crate) const KEYWORDS: [(&str, Kind); 43] = [
    ("as", Kind::As),
    ("async", Kind::Async),
    ("bool", Kind::Bool),
    ("borrow", Kind::Borrow),
    ("char", Kind::Char),
    ("constructor", Kind::Constructor),
    ("enum", Kind::Enum),
    ("error-context", Kind::ErrorContext),
    ("export", Kind::Export),
    ("f32", Kind::F32),
    ("f64", Kind::F64),
    ("flags", Kind::Flags),
    ("from", Kind::From),
    ("func", Kind::Func),
    ("future", Kind::Future),
    ("import", Kind::Import),
    ("include", Kind::Include),
    ("interface", Kind::Interface),
    ("list", Kind::List),
    ("map", Kind::Map),
    ("option", Kind::Option),
    ("own", Kind::Own),
    ("package", Kind::Package),
    ("record", Kind::Record),
    ("resource", Kind::Resource),
    ("result", Kind::Result),
    ("s8", Kind::S8),
    ("s16", Kind::S16),
    ("s32", Kind::S32),
    ("s64", Kind::S64),
    ("static", Kind::Static),
    ("stream", Kind::Stream),
    ("string", Kind::String),
    ("tuple", Kind::Tuple),
    ("type", Kind::Type),
    ("u8", Kind::U8),
    ("u16", Kind::U16),
    ("u32", Kind::U32),
    ("u64", Kind::U64),
    ("use", Kind::Use),
    ("variant", Kind::Variant),
    ("with", Kind::With),
    ("world", Kind::World),
];

/// Whether a definition of a type starts with this keyword.
pub(crate) fn defines_type(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Type | Kind::Record | Kind::Variant | Kind::Enum | Kind::Flags | Kind::Resource
    )
}

/// Whether an item that starts with this keyword has a name and then braces.
pub(crate) fn is_braced(kind: Kind) -> bool {
    matches!(kind, Kind::Interface | Kind::World) || (defines_type(kind) && kind != Kind::Type)
}

/// Whether an item that is no function starts with this keyword.
pub(crate) fn starts_item(kind: Kind) -> bool {
    is_braced(kind)
        || matches!(
            kind,
            Kind::Type | Kind::Use | Kind::Import | Kind::Export | Kind::Include | Kind::Package
        )
}

/// Whether a word is reserved: as a name it is written with a `%` before it.
#[must_use]
pub fn is_keyword(word: &str) -> bool {
    word == "_" || keyword(word).is_some()
}

/// The name as it is written in WIT, with a `%` before it if it is a keyword.
#[must_use]
pub fn escaped(name: &str) -> Cow<'_, str> {
    if is_keyword(name) {
        Cow::Owned(format!("%{name}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Whether this is a well-formed name: words joined by `-`, each all lowercase or all uppercase letters and digits, the
/// first of which starts with a letter. Keywords are well-formed too.
#[must_use]
pub fn is_valid_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.split('-').all(is_valid_word)
}

fn is_valid_word(word: &str) -> bool {
    let alphanumeric = word.bytes().all(|b| b.is_ascii_alphanumeric());
    let upper = word.bytes().any(|b| b.is_ascii_uppercase());
    let lower = word.bytes().any(|b| b.is_ascii_lowercase());
    !word.is_empty() && alphanumeric && !(upper && lower)
}
