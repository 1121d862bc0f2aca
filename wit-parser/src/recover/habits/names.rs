//! Habits in names and versions: quotes, and a `v` before the number.

use crate::generated::tokens::Kind;
use crate::is_valid_name;
use crate::lexer::Token;
use crate::recover::attempt::Failure;
use crate::recover::finder::{Finder, Fixed};
use crate::recover::mistake::{Found, NameMistake};

impl Finder<'_, '_> {
    pub(super) fn habit_in_names(&self, failure: &Failure) -> Option<Fixed> {
        self.quoted_name(failure)
            .or_else(|| self.quoted_version(failure))
            .or_else(|| self.version_with_letter(failure.at))
    }

    /// `enum e { "a" }`, `package "a:b";`
    fn quoted_name(&self, failure: &Failure) -> Option<Fixed> {
        let token = self.token(failure.at)?;
        if token.kind != Kind::Text || !failure.expects(Kind::Ident) {
            return None;
        }
        let inner = self.layout.text(token).trim_matches('"');
        let parts: Vec<&str> = inner.split(':').collect();
        // Two quotes and a letter at least; an empty string names nothing.
        if token.end - token.start < 3 || !parts.iter().all(|part| is_valid_name(part)) {
            return None;
        }
        let mut fixed = Vec::new();
        // The tokens get the places of the words within the quotes, so that later messages point to
        // them.
        let mut start = token.start + 1;
        for part in parts {
            if start > token.start + 1 {
                fixed.push(Token {
                    kind: Kind::Colon,
                    start: start - 1,
                    end: start,
                });
            }
            let end = start + part.len() as u32;
            fixed.push(Token {
                kind: Kind::Ident,
                start,
                end,
            });
            start = end + 1;
        }
        let found = Found::new(token.span(), NameMistake::QuotedName);
        let tokens = self.replaced(failure.at, failure.at + 1, &fixed);
        Some((tokens, Some(found)))
    }

    /// `a:b@"1.0.0"`, `@since(version = "1.0.0")`
    fn quoted_version(&self, failure: &Failure) -> Option<Fixed> {
        let token = self.token(failure.at)?;
        let is_text = token.kind == Kind::Text && token.end - token.start >= 3;
        if !is_text || !failure.expects(Kind::Version) {
            return None;
        }
        let inner = self.layout.text(token).trim_matches('"');
        if !inner.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let version = Token {
            kind: Kind::Version,
            start: token.start + 1,
            end: token.end - 1,
        };
        let found = Found::new(token.span(), NameMistake::QuotedVersion);
        let tokens = self.replaced(failure.at, failure.at + 1, &[version]);
        Some((tokens, Some(found)))
    }

    /// `@v1.0.0`
    fn version_with_letter(&self, failed: usize) -> Option<Fixed> {
        let token = self.token(failed)?;
        let digits = self.text(failed).strip_prefix('v')?;
        if !matches!(self.kind_before(failed)?, Kind::At | Kind::Equals)
            || !digits.starts_with(|first: char| first.is_ascii_digit())
        {
            return None;
        }
        // The version is of several tokens, without blanks between them.
        let mut end = failed + 1;
        while let Some(next) = self.token(end) {
            let names_follow =
                next.kind == Kind::Dot && self.kind(end + 1) == Some(Kind::LeftBrace);
            let is_part = matches!(
                next.kind,
                Kind::Dot | Kind::Integer | Kind::BadNumber | Kind::Ident
            );
            if next.start != self.tokens[end - 1].end || names_follow || !is_part {
                break;
            }
            end += 1;
        }
        let span = self.span_of(failed, end);
        let version = Token {
            kind: Kind::Version,
            start: token.start + 1,
            end: span.end,
        };
        let found = Found::new(span, NameMistake::VersionWithLetter);
        Some((self.replaced(failed, end, &[version]), Some(found)))
    }
}
