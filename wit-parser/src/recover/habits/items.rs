//! Habits in items: `pub interface`, `interface a extends b`, `const`, `typedef`.

use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::recover::finder::{Finder, Fixed};
use crate::recover::head::is_name;
use crate::recover::mistake::{Found, ItemMistake};
use witc_diagnostics::Span;

impl Finder<'_, '_> {
    pub(super) fn habit_in_items(&self, at: usize) -> Option<Fixed> {
        self.visibility(at)
            .or_else(|| self.export_of_a_definition(at))
            .or_else(|| self.inheritance(at))
            .or_else(|| self.constant(at))
            .or_else(|| self.typedef(at))
    }

    /// `pub interface a {`, `public f: func()`
    fn visibility(&self, failed: usize) -> Option<Fixed> {
        let at = self.first();
        let is_first = failed == at || failed == at + 1;
        let is_word = match self.text(at) {
            // `pub: func()` is a function of that name.
            "pub" | "public" => self.kind(at + 1)? != Kind::Colon,
            // Words that start an element elsewhere.
            "case" | "let" | "var" | "val" | "const" | "mut" | "readonly" => {
                self.scope.is_list() && is_name(self.kind(at + 1)?)
            }
            _ => false,
        };
        if !is_first || !is_word {
            return None;
        }
        let (word, next) = (self.tokens[at], self.tokens[at + 1].start);
        let found = Found::new(word.span(), ItemMistake::Visibility { word, next });
        Some((self.replaced(at, at + 1, &[]), Some(found)))
    }

    /// `export interface a {`
    fn export_of_a_definition(&self, failed: usize) -> Option<Fixed> {
        let in_file = self.scope.is_top();
        let next = self.token(failed + 1)?;
        let defines = matches!(next.kind, Kind::Interface | Kind::World);
        if !in_file
            || !defines
            || !matches!(self.kind(failed)?, Kind::Import | Kind::Export)
            || failed != self.first()
        {
            return None;
        }
        let keyword = self.tokens[failed];
        let mistake = ItemMistake::ExportOfDefinition {
            keyword,
            next: next.start,
        };
        let found = Found::new(keyword.span(), mistake);
        Some((self.replaced(failed, failed + 1, &[]), Some(found)))
    }

    /// `interface a extends b {`, `interface a: b {`
    fn inheritance(&self, failed: usize) -> Option<Fixed> {
        let keyword = self.kind(failed.checked_sub(2)?)?;
        let derives = self.kind(failed)? == Kind::Colon
            || matches!(self.text(failed), "extends" | "implements" | "inherits");
        let braced = matches!(
            keyword,
            Kind::Interface | Kind::World | Kind::Resource | Kind::Record
        );
        // The item is looked at with empty braces, which are its last two tokens.
        let end = self.tokens.len().checked_sub(2)?;
        if !derives || !braced || end <= failed || self.kind(end)? != Kind::LeftBrace {
            return None;
        }
        let mistake = ItemMistake::Inheritance {
            name: self.tokens[failed - 1],
            is_world: keyword == Kind::World,
        };
        let found = Found::new(self.span_of(failed, end), mistake);
        Some((self.replaced(failed, end, &[]), Some(found)))
    }

    /// `const limit: u32 = 5;`
    fn constant(&self, failed: usize) -> Option<Fixed> {
        let at = self.first();
        let is_constant = matches!(self.text(at), "const" | "let" | "var" | "val");
        if failed != at + 1 || !is_constant || !is_name(self.kind(failed)?) {
            return None;
        }
        let (keyword, name) = (self.tokens[at], self.tokens[failed]);
        // As a type of that name, so that nobody misses the name.
        let missing = |kind| Token::missing(kind, name.end);
        let ty = [
            Token {
                kind: Kind::Type,
                ..keyword
            },
            name,
            missing(Kind::Equals),
            missing(Kind::Ident),
            missing(Kind::Semicolon),
        ];
        let found = Found::new(keyword.span(), ItemMistake::Constant);
        Some((self.replaced(at, self.tokens.len(), &ty), Some(found)))
    }

    /// `typedef u32 size;`
    fn typedef(&self, failed: usize) -> Option<Fixed> {
        let at = self.first();
        let end = self.tokens.len().checked_sub(1)?;
        let is_typedef = self.text(at) == "typedef" && self.kind(end)? == Kind::Semicolon;
        let name = end.checked_sub(1)?;
        if !is_typedef || failed > at + 2 || name <= at + 1 || !is_name(self.kind(name)?) {
            return None;
        }
        let mistake = ItemMistake::Typedef {
            name: self.tokens[name],
            ty: self.span_of(at + 1, name),
        };
        let span = Span::new(self.tokens[at].start, self.tokens[name].end);
        let mut fixed = vec![
            Token {
                kind: Kind::Type,
                ..self.tokens[at]
            },
            self.tokens[name],
            Token::missing(Kind::Equals, self.tokens[name].end),
        ];
        fixed.extend(&self.tokens[at + 1..name]);
        Some((
            self.replaced(at, end, &fixed),
            Some(Found::new(span, mistake)),
        ))
    }
}
