//! Habits of a whole file: mistakes that are made again and again once they are made.

use super::mistake::{ItemMistake, ListMistake, Mistake, NameMistake, TokenMistake, TypeMistake};
use crate::generated::tokens::Kind;
use crate::lexer::Token;

/// What people do all over a file once they do it, so that it is said once for the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Habit {
    /// The same word for a keyword.
    Keyword,
    /// The same type with parameters that WIT does not have.
    Generic,
    /// Parameters of a definition.
    Parameters,
    /// One result with a name.
    NamedResult,
    /// Several results with names.
    NamedResults,
    /// `-> ()`
    UnitResult,
    /// `default` before an interface or world.
    Default,
    /// No `;` at the end of items; only where most are missing.
    NoSemicolon,
    /// Another mark than `,` between elements.
    Separators,
    /// The same word before items or elements.
    Visibility,
    /// A colon before the type of a case.
    TypeOfCase,
    /// Placeholders: the file is a template.
    Placeholders,
}

impl Mistake {
    /// The habit that this can be part of, and the word that has to be the same then.
    pub(crate) fn habit(&self) -> Option<(Habit, Option<Token>)> {
        match self {
            Self::Token(mistake) => mistake.habit(),
            Self::Type(mistake) => mistake.habit(),
            Self::List(mistake) => mistake.habit(),
            Self::Name(mistake) => mistake.habit(),
            // `pub` or `case`, all over.
            Self::Item(ItemMistake::Visibility { word, .. }) => {
                Some((Habit::Visibility, Some(*word)))
            }
            Self::Missing(_)
            | Self::Brace(_)
            | Self::Function(_)
            | Self::Item(_)
            | Self::Attribute(_)
            | Self::Comment(_)
            | Self::TooDeep(_) => None,
        }
    }
}

impl TokenMistake {
    fn habit(&self) -> Option<(Habit, Option<Token>)> {
        match self {
            Self::Misspelt { word, .. } | Self::Foreign { word, .. } => {
                Some((Habit::Keyword, Some(*word)))
            }
            Self::Default => Some((Habit::Default, None)),
            Self::Unexpected { .. }
            | Self::Incomplete { .. }
            | Self::Expected { .. }
            | Self::KeywordAsName(_)
            | Self::ForeignPunctuation { .. }
            | Self::Doubled(_)
            | Self::StraySemicolon
            | Self::StraySemicolons { .. }
            | Self::Swapped(..) => None,
        }
    }
}

impl TypeMistake {
    fn habit(&self) -> Option<(Habit, Option<Token>)> {
        match self {
            Self::UnknownGeneric(name) => Some((Habit::Generic, Some(*name))),
            Self::Parameters { name } => Some((Habit::Parameters, Some(*name))),
            Self::NamedResults { only: Some(_) } => Some((Habit::NamedResult, None)),
            Self::NamedResults { only: None } => Some((Habit::NamedResults, None)),
            Self::Unit { arrow: Some(_) } => Some((Habit::UnitResult, None)),
            Self::Unit { arrow: None }
            | Self::Foreign { .. }
            | Self::InParens { .. }
            | Self::Underscore { .. }
            | Self::TooMany { .. }
            | Self::Handle(_) => None,
        }
    }
}

impl ListMistake {
    fn habit(&self) -> Option<(Habit, Option<Token>)> {
        match self {
            Self::Separators { all, .. } => {
                let mark = all.first().map(|first| Token {
                    kind: Kind::Comma,
                    start: first.mark.start,
                    end: first.mark.end,
                });
                Some((Habit::Separators, mark))
            }
            Self::TypeOfCase { ty: Some(_), .. } => Some((Habit::TypeOfCase, None)),
            Self::TypeOfCase { ty: None, .. }
            | Self::TypeFirst { .. }
            | Self::NumberedCase { .. }
            | Self::ValueOfLabel { .. } => None,
        }
    }
}

impl NameMistake {
    fn habit(&self) -> Option<(Habit, Option<Token>)> {
        match self {
            Self::Placeholder => Some((Habit::Placeholders, None)),
            Self::QuotedName
            | Self::QuotedVersion
            | Self::VersionWithLetter
            | Self::VersionInPath { .. }
            | Self::PackageAsInterface { .. }
            | Self::OldPath { .. } => None,
        }
    }
}
