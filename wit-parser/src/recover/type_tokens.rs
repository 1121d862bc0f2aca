//! The tokens that types start with, and what the types with parameters take.
//!
//! The grammar knows all of this, and tells none of it in words: a test compares these tables with it.

use crate::generated::tokens::Kind;

/// What types start with; names are among them.
pub(super) const TYPES: [Kind; 25] = [
    Kind::U8,
    Kind::U16,
    Kind::U32,
    Kind::U64,
    Kind::S8,
    Kind::S16,
    Kind::S32,
    Kind::S64,
    Kind::F32,
    Kind::F64,
    Kind::Bool,
    Kind::Char,
    Kind::String,
    Kind::ErrorContext,
    Kind::List,
    Kind::Map,
    Kind::Option,
    Kind::Result,
    Kind::Tuple,
    Kind::Own,
    Kind::Borrow,
    Kind::Stream,
    Kind::Future,
    Kind::Underscore,
    Kind::Ident,
];

/// A type with parameters.
pub(super) struct Generic {
    /// Its keyword.
    pub(super) kind: Kind,
    /// The same as text.
    pub(super) word: &'static str,
    /// How many types it takes at most; nothing if there is no limit.
    pub(super) most: Option<usize>,
    /// What it lacks when it stands alone, and an example of the whole; nothing if it may stand alone.
    pub(super) needs: Option<(&'static str, &'static str)>,
}

/// The types with parameters, in the order in which messages list them.
pub(super) static GENERICS: [Generic; 9] = [
    Generic {
        kind: Kind::List,
        word: "list",
        most: Some(1),
        needs: Some(("the type of its elements", "list<u8>")),
    },
    Generic {
        kind: Kind::Option,
        word: "option",
        most: Some(1),
        needs: Some(("the type of its value", "option<u8>")),
    },
    Generic {
        kind: Kind::Result,
        word: "result",
        most: Some(2),
        needs: None,
    },
    Generic {
        kind: Kind::Tuple,
        word: "tuple",
        most: None,
        needs: Some(("the types of its parts", "tuple<u8, string>")),
    },
    Generic {
        kind: Kind::Map,
        word: "map",
        most: Some(2),
        needs: Some(("the types of its keys and values", "map<string, u8>")),
    },
    Generic {
        kind: Kind::Own,
        word: "own",
        most: Some(1),
        needs: Some(("the name of a resource", "own<name>")),
    },
    Generic {
        kind: Kind::Borrow,
        word: "borrow",
        most: Some(1),
        needs: Some(("the name of a resource", "borrow<name>")),
    },
    Generic {
        kind: Kind::Stream,
        word: "stream",
        most: Some(1),
        needs: None,
    },
    Generic {
        kind: Kind::Future,
        word: "future",
        most: Some(1),
        needs: None,
    },
];

/// The type with parameters that starts with this token.
pub(super) fn generic(kind: Kind) -> Option<&'static Generic> {
    GENERICS.iter().find(|generic| generic.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::{GENERICS, TYPES};
    use crate::build::Builder;
    use crate::generated::grammar::StartParser;
    use crate::generated::tokens::Kind;
    use crate::keyword::{KEYWORDS, keyword};
    use crate::lexer::Token;
    use crate::recover::attempt::parse;
    use std::collections::BTreeSet;

    /// What may follow these tokens where a type has to be.
    fn after(tokens: &[Kind]) -> Vec<Kind> {
        let start = [Kind::Type, Kind::Ident, Kind::Equals];
        // The grammar tells what it expects only where it fails. This brace follows no type anywhere, so that nothing is
        // reduced before.
        let tokens = [&start, tokens, &[Kind::LeftBrace]].concat();
        let mut tokens = tokens.into_iter().map(|kind| Token::missing(kind, 0));
        let mut builder = Builder::new("", 0);
        let failure = parse(
            &StartParser::new(),
            &mut builder,
            Kind::StartInterfaceItems,
            &mut tokens,
        );
        failure.expect_err("this brace follows no type").expected()
    }

    #[test]
    fn types_start_with_what_the_grammar_expects() {
        let name = |kind: &Kind| format!("{kind:?}");
        let expected: BTreeSet<String> = after(&[]).iter().map(name).collect();
        let known = TYPES.iter().filter(|&&kind| kind != Kind::Underscore);
        assert_eq!(known.map(name).collect::<BTreeSet<String>>(), expected);
    }

    #[test]
    fn types_with_parameters_are_those_of_the_grammar() {
        for (word, kind) in KEYWORDS {
            if !TYPES.contains(&kind) {
                continue;
            }
            let generic = GENERICS.iter().find(|generic| generic.kind == kind);
            let next = after(&[kind]);
            assert_eq!(next.contains(&Kind::Less), generic.is_some(), "{word}");
            if let Some(generic) = generic {
                assert_eq!(generic.word, word);
                let stands_alone = next.contains(&Kind::Semicolon);
                assert_eq!(generic.needs.is_none(), stands_alone, "{word}");
                assert_eq!(generic.most, most(kind), "{word}");
            }
        }
    }

    /// How many names the grammar takes in the angle brackets; nothing if that has no limit.
    fn most(kind: Kind) -> Option<usize> {
        const MANY: usize = 5;
        let mut tokens = vec![kind, Kind::Less, Kind::Ident];
        for count in 1..MANY {
            let next = after(&tokens);
            assert!(next.contains(&Kind::Greater) || count < 2, "{tokens:?}");
            tokens.push(Kind::Comma);
            // After the comma of `list<t, 4>` comes no type.
            if !next.contains(&Kind::Comma) || !after(&tokens).contains(&Kind::Ident) {
                return Some(count);
            }
            tokens.push(Kind::Ident);
        }
        None
    }

    #[test]
    fn examples_start_with_their_keyword() {
        for generic in &GENERICS {
            assert_eq!(keyword(generic.word), Some(generic.kind));
            if let Some((_, example)) = generic.needs {
                assert!(example.starts_with(generic.word), "{example}");
            }
        }
    }
}
