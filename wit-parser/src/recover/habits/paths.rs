//! Habits in paths: `use types.t`, `use types::{t}`, `import a:b@1.0.0`, `package name`.

use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::old_path::old_path;
use crate::recover::finder::{Finder, Fixed};
use crate::recover::head::is_name;
use crate::recover::mistake::{Found, ItemMistake, Missing, NameMistake, TokenMistake};

impl Finder<'_, '_> {
    pub(super) fn habit_in_paths(&self, at: usize) -> Option<Fixed> {
        self.default_export(at)
            .or_else(|| self.path_of_2023(at))
            .or_else(|| self.use_without_braces(at))
            .or_else(|| self.use_with_colons(at))
            .or_else(|| self.version_of_a_package(at))
            .or_else(|| self.package_without_namespace(at))
            .or_else(|| self.path_without_namespace(at))
    }

    /// `default export self.a;`
    fn default_export(&self, failed: usize) -> Option<Fixed> {
        let first = self.first();
        let keyword = self.token(first + 1)?;
        if failed > first + 1 || self.text(first) != "default" || keyword.kind != Kind::Export {
            return None;
        }
        let path = old_path(self.tokens, first + 1, |at| self.text(at));
        let name = path.map(|path| self.tokens[path.last]);
        let end = path.map_or(first + 2, |path| path.last + 1);
        let fixed: Vec<Token> = std::iter::once(keyword).chain(name).collect();
        let found = Found::new(
            self.span_of(first, first + 2),
            ItemMistake::DefaultExport { name },
        );
        Some((self.replaced(first, end, &fixed), Some(found)))
    }

    /// `use self.a.{t};`, `import a: pkg.a;`, `use dependency.file.a.{t};`
    fn path_of_2023(&self, failed: usize) -> Option<Fixed> {
        let path = old_path(self.tokens, self.first(), |at| self.text(at))?;
        if !(path.first..=path.last).contains(&failed) {
            return None;
        }
        let (first, last) = (self.tokens[path.first], self.tokens[path.last]);
        // An import that has the name of its interface has no other name today.
        let same = path
            .name
            .filter(|name| path.is_own && self.text(*name) == self.layout.text(last));
        let start = same.unwrap_or(path.first);
        let mistake = NameMistake::OldPath {
            first,
            last,
            is_own: path.is_own,
            whole: self.span_of(start, path.last + 1),
        };
        let ours = if path.is_own {
            last
        } else {
            self.missing_at(Kind::Ident, path.first)
        };
        let found = Found::new(self.span_of(path.first, path.last + 1), mistake);
        Some((self.replaced(start, path.last + 1, &[ours]), Some(found)))
    }

    fn is_use(&self) -> bool {
        self.kind(self.first()) == Some(Kind::Use)
    }

    /// `use types.t;`
    fn use_without_braces(&self, failed: usize) -> Option<Fixed> {
        let name = self.token(failed)?;
        if !self.is_use()
            || self.kind_before(failed)? != Kind::Dot
            || !is_name(name.kind)
            || self.kind(failed + 1)? != Kind::Semicolon
        {
            return None;
        }
        let fixed = [
            Token::missing(Kind::LeftBrace, name.start),
            name,
            Token::missing(Kind::RightBrace, name.end),
        ];
        let found = Found::new(name.span(), ItemMistake::UseWithoutBraces { name });
        Some((self.replaced(failed, failed + 1, &fixed), Some(found)))
    }

    /// `use types::{t};`, `use a::b::types::{t};`
    fn use_with_colons(&self, failed: usize) -> Option<Fixed> {
        let first = failed.checked_sub(1)?;
        if !self.is_use()
            || self.kind(failed)? != Kind::Colon
            || self.kind(first)? != Kind::Colon
            || self.kind(failed + 1)? != Kind::LeftBrace
        {
            return None;
        }
        let span = self.span_of(first, failed + 1);
        let mistake = TokenMistake::ForeignPunctuation {
            after: self.token_before(first),
            ours: ".",
        };
        let dot = Token {
            kind: Kind::Dot,
            start: span.start,
            end: span.end,
        };
        let fixed = self.replaced(first, failed + 1, &[dot]);
        Some((fixed, Some(Found::new(span, mistake))))
    }

    /// `import wasi:io@0.2.0;`, `use wasi:io@0.2.0/streams.{…};`
    fn version_of_a_package(&self, failed: usize) -> Option<Fixed> {
        let at = failed;
        let namespace = at.checked_sub(3)?;
        let names_something = matches!(
            self.kind(self.first())?,
            Kind::Use | Kind::Import | Kind::Export | Kind::Include
        );
        if self.kind(at)? != Kind::At
            || self.kind(at + 1)? != Kind::Version
            || !is_name(self.kind(at - 1)?)
            || self.kind(at - 2)? != Kind::Colon
            || !names_something
        {
            return None;
        }
        // A name that is missing is not looked for.
        let missing = |kind| self.missing_at(kind, at - 1);
        let (slash, name) = (self.token(at + 2)?, self.token(at + 3));
        if let (Kind::Slash, Some(name)) = (slash.kind, name.filter(|name| is_name(name.kind))) {
            let found = Found::new(
                self.span_of(at, at + 2),
                NameMistake::VersionInPath { name },
            );
            let (sign, version) = (self.tokens[at], self.tokens[at + 1]);
            let fixed = [missing(Kind::Ident), slash, name, sign, version];
            return Some((self.replaced(at - 1, at + 4, &fixed), Some(found)));
        }
        let mistake = NameMistake::PackageAsInterface {
            version: self.tokens[at].start,
        };
        let found = Found::new(self.span_of(namespace, at + 2), mistake);
        let fixed = [
            missing(Kind::Ident),
            missing(Kind::Slash),
            missing(Kind::Ident),
        ];
        Some((self.replaced(at - 1, at, &fixed), Some(found)))
    }

    /// `export name/interface;`
    fn path_without_namespace(&self, failed: usize) -> Option<Fixed> {
        let at = failed.checked_sub(1)?;
        let name = self.tokens[at];
        let starts = matches!(
            self.kind_before(at)?,
            Kind::Use | Kind::Import | Kind::Export | Kind::Include
        );
        let is_path = self.kind(failed)? == Kind::Slash && is_name(self.kind(failed + 1)?);
        if !is_path || !starts || !is_name(name.kind) {
            return None;
        }
        let missing = [
            self.missing_at(Kind::Ident, at),
            self.missing_at(Kind::Colon, at),
        ];
        let found = Found::new(name.span(), Missing::Namespace { name });
        Some((self.replaced(at, at, &missing), Some(found)))
    }

    /// `package name;`
    fn package_without_namespace(&self, failed: usize) -> Option<Fixed> {
        let ends = matches!(
            self.kind(failed)?,
            Kind::Semicolon | Kind::LeftBrace | Kind::At
        );
        let at = failed.checked_sub(1)?;
        let name = self.tokens[at];
        if !ends || !is_name(name.kind) || self.kind_before(at)? != Kind::Package {
            return None;
        }
        let missing = [
            self.missing_at(Kind::Ident, at),
            self.missing_at(Kind::Colon, at),
        ];
        let found = Found::new(name.span(), Missing::Namespace { name });
        Some((self.replaced(at, at, &missing), Some(found)))
    }
}
