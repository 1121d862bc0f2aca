//! Kinds of tokens as people know them.

use crate::generated::tokens::Kind;
use crate::keyword::KEYWORDS;
use crate::recover::type_tokens::TYPES;

/// How a kind of token is written, if it is always written in the same way.
pub(super) fn spelling(kind: Kind) -> Option<&'static str> {
    PUNCTUATION
        .iter()
        .find(|known| known.0 == kind)
        .map(|known| known.1)
        .or_else(|| keyword(kind))
}

/// The word that is this keyword.
pub(super) fn keyword(kind: Kind) -> Option<&'static str> {
    KEYWORDS
        .iter()
        .find(|known| known.1 == kind)
        .map(|known| known.0)
}

const PUNCTUATION: [(Kind, &str); 15] = [
    (Kind::Equals, "="),
    (Kind::Comma, ","),
    (Kind::Colon, ":"),
    (Kind::Semicolon, ";"),
    (Kind::Dot, "."),
    (Kind::Slash, "/"),
    (Kind::At, "@"),
    (Kind::Arrow, "->"),
    (Kind::LeftParen, "("),
    (Kind::RightParen, ")"),
    (Kind::LeftBrace, "{"),
    (Kind::RightBrace, "}"),
    (Kind::Less, "<"),
    (Kind::Greater, ">"),
    (Kind::Underscore, "_"),
];

/// A kind of token in a message: what has one spelling in backquotes, the rest by its name.
pub(super) fn symbol(kind: Kind) -> String {
    match kind {
        Kind::List | Kind::Map | Kind::Result | Kind::Tuple => {
            format!("a type like `{}`", keyword(kind).unwrap_or_default())
        }
        Kind::Version => "a version".to_owned(),
        Kind::Integer => "a number".to_owned(),
        Kind::Text => "a string".to_owned(),
        Kind::Ident => "a name".to_owned(),
        _ => match spelling(kind) {
            Some(text) => format!("`{text}`"),
            None => "something else".to_owned(),
        },
    }
}

/// How many alternatives a message can list.
// A longer list is not read; then the message says only what is not expected.
const MAX_ALTERNATIVES: usize = 4;

/// The kinds of tokens that stand for something larger, and what that is: if a set has the first one, all of them are that.
const GROUPS: [(&[Kind], &str); 5] = [
    (&TYPES, "a type"),
    (&DEFINITIONS, "a type definition"),
    (
        &[Kind::Import, Kind::Export, Kind::Include],
        "`import`, `export` or `include`",
    ),
    (
        &[Kind::Version, Kind::Integer, Kind::BadNumber],
        "a version",
    ),
    (
        &[Kind::Func, Kind::Async, Kind::Get, Kind::Set],
        "a function: `func(…)`",
    ),
];

const DEFINITIONS: [Kind; 6] = [
    Kind::Record,
    Kind::Variant,
    Kind::Enum,
    Kind::Flags,
    Kind::Resource,
    Kind::Type,
];

/// What may stand in a place where the grammar has these terminals; nothing if that is too much to list.
pub(super) fn alternatives(expected: &[Kind]) -> Option<String> {
    let mut rest = expected.to_vec();
    let mut phrases: Vec<String> = Vec::new();
    for (group, phrase) in GROUPS {
        // A type may start with 25 tokens, which a reader knows as "a type".
        if rest.contains(&group[0]) {
            rest.retain(|kind| !group.contains(kind));
            phrases.push(phrase.to_owned());
        }
    }
    // Attributes may stand before most things, and nobody looks for them.
    let has_more = rest.iter().any(|kind| *kind != Kind::At);
    rest.retain(|kind| {
        (spelling(*kind).is_some() || is_value(*kind))
            && (*kind != Kind::At || (phrases.is_empty() && !has_more))
    });
    let mut all: Vec<String> = rest.into_iter().map(symbol).collect();
    all.append(&mut phrases);
    match all.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [start @ .., last] if all.len() <= MAX_ALTERNATIVES => {
            Some(format!("{} or {last}", start.join(", ")))
        }
        _ => None,
    }
}

fn is_value(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Ident | Kind::Integer | Kind::Version | Kind::Text
    )
}

#[cfg(test)]
mod tests {
    use super::{Kind, alternatives};

    #[test]
    fn alternatives_are_what_may_stand_there() {
        let shown = |kinds: &[Kind]| alternatives(kinds).unwrap_or_default();
        assert_eq!(shown(&[Kind::Async, Kind::Func]), "a function: `func(…)`");
        assert_eq!(shown(&[Kind::Ident, Kind::RightParen]), "a name or `)`");
        assert_eq!(
            shown(&[Kind::Ident, Kind::U8, Kind::Bool, Kind::List]),
            "a type"
        );
        assert_eq!(shown(&[Kind::At, Kind::Ident]), "a name");
        assert_eq!(shown(&[]), "");
    }
}
