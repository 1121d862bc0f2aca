//! What a few tokens tell: words that are others today, names that are none, results with names, items without home.

use super::names::Names;
use super::rewriter::Rewriter;
use super::sign::Sign;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::is_valid_name;
use crate::lexical::kebab;
use witc_diagnostics::{Diagnostic, Span};

impl Rewriter<'_> {
    /// Finds all edits.
    pub(super) fn rewrite(&mut self, names: &Names<'_>) {
        let has_package = self.package(names);
        self.homeless(names, has_package);
        // `float32` may be a type of the file's own, in any dialect.
        let floats = !self.defines_floats();
        for at in 0..self.tokens.len() {
            match self.tokens[at].kind {
                Kind::Ident => self.word(at, floats),
                Kind::Arrow => self.result(at),
                Kind::Static => self.static_first(at),
                Kind::Type => self.type_resource(at),
                Kind::Use => {
                    self.use_from(at);
                    self.old_path(at);
                }
                Kind::Import | Kind::Export | Kind::Include => self.old_path(at),
                _ => {}
            }
        }
        for at in 0..self.tokens.len() {
            self.name(at);
        }
    }

    // Functions

    /// `-> ()`, `-> (a: t)`, `-> (a: t, b: u)`, `-> unit`
    fn result(&mut self, at: usize) {
        let after = Span::new(
            at.checked_sub(1)
                .map_or(self.base, |before| self.tokens[before].end),
            self.tokens[at].end,
        );
        if self.word_at(at + 1) == "unit" {
            let span = self.tokens[at + 1].span();
            self.sign(Sign::Unit, span);
            self.replace(after.to(span), "");
            return;
        }
        if self.kind(at + 1) != Some(Kind::LeftParen) {
            return;
        }
        let open = at + 1;
        let Some(close) = self.closer(open) else {
            return;
        };
        let span = self.tokens[open].span().to(self.tokens[close].span());
        if close == open + 1 {
            self.sign(Sign::NamedResults, span);
            self.replace(after.to(span), "");
            return;
        }
        let starts = (open + 1..close).filter(|&here| {
            here == open + 1
                || (self.tokens[here - 1].kind == Kind::Comma
                    && self.brackets.opener(here - 1) == Some(open))
        });
        let starts: Vec<usize> = starts.collect();
        // Results without names in brackets were never WIT: that is another language's tuple.
        let named = |&start: &usize| start + 2 < close && self.kind(start + 1) == Some(Kind::Colon);
        if !starts.iter().all(named) {
            return;
        }
        self.sign(Sign::NamedResults, span);
        if let [_] = starts.as_slice() {
            self.one_result(open, close);
        } else {
            self.several_results(open, close, &starts);
        }
    }

    /// `(a: t)` in the brackets at `open` and `close`.
    fn one_result(&mut self, open: usize, close: usize) {
        let last = if self.tokens[close - 1].kind == Kind::Comma {
            close - 2
        } else {
            close - 1
        };
        let [open_span, close_span] = [open, close].map(|here| self.tokens[here].span());
        self.replace(Span::new(open_span.start, self.tokens[open + 3].start), "");
        self.replace(Span::new(self.tokens[last].end, close_span.end), "");
    }

    /// `(a: t, b: u)` in the brackets at `open` and `close`; the names are at `starts`.
    fn several_results(&mut self, open: usize, close: usize, starts: &[usize]) {
        let [open_span, close_span] = [open, close].map(|here| self.tokens[here].span());
        let names: Vec<String> = starts
            .iter()
            .map(|&start| format!("`{}`", self.word_at(start)))
            .collect();
        self.diagnostics.push(
            Diagnostic::warning(
                codes::RESULT_NAMES_LOST,
                format!("the names {} of results are lost", names.join(", ")),
                open_span.to(close_span),
            )
            .note("to keep them, define a record whose fields have these names"),
        );
        self.replace(open_span, "tuple<");
        for &start in starts {
            self.replace(
                Span::new(self.tokens[start].start, self.tokens[start + 2].start),
                "",
            );
        }
        self.replace(close_span, ">");
    }

    /// `static name: func()`
    fn static_first(&mut self, at: usize) {
        // `name: static func()` is today's form.
        if self.before(at) == Some(Kind::Colon) || self.kind(at + 2) != Some(Kind::Colon) {
            return;
        }
        let Some(&func) = self.tokens.get(at + 3) else {
            return;
        };
        let span = self.tokens[at].span();
        self.sign(Sign::StaticFirst, span);
        self.replace(Span::new(span.start, self.tokens[at + 1].start), "");
        self.replace(func.span().at_start(), "static ");
    }

    /// `type a = resource`
    fn type_resource(&mut self, at: usize) {
        if self.kind(at + 2) != Some(Kind::Equals) || self.kind(at + 3) != Some(Kind::Resource) {
            return;
        }
        let span = self.tokens[at].span().to(self.tokens[at + 3].span());
        self.sign(Sign::TypeResource, span);
        self.replace(self.tokens[at].span(), "resource");
        self.replace(Span::new(self.tokens[at + 1].end, span.end), "");
    }

    /// `use { a } from b`, `use * from b`
    fn use_from(&mut self, at: usize) {
        if self.kind(at + 1) == Some(Kind::From) && self.kind(at + 2) == Some(Kind::Ident) {
            let span = self.tokens[at].span().to(self.tokens[at + 2].span());
            self.sign(Sign::UseFrom, span);
            let from = self.word_at(at + 2);
            self.unknown(
                span,
                format!("it is not known which types this brings in from `{from}`"),
                format!("name them: `use {from}.{{a, b}};`"),
            );
            return;
        }
        if self.kind(at + 1) != Some(Kind::LeftBrace) {
            return;
        }
        // Without its end it is for the parser to report.
        let Some(close) = self.closer(at + 1) else {
            return;
        };
        if self.kind(close + 1) != Some(Kind::From) || self.kind(close + 2) != Some(Kind::Ident) {
            return;
        }
        let from = self.tokens[close + 2].span();
        self.sign(Sign::UseFrom, self.tokens[at].span().to(from));
        let name = self.today(self.word_at(close + 2));
        self.replace(
            Span::new(self.tokens[at].end, self.tokens[at + 1].start),
            &format!(" {name}."),
        );
        self.replace(Span::new(self.tokens[close].end, from.end), "");
    }

    // Names

    fn name(&mut self, at: usize) {
        let (token, word) = (self.tokens[at], self.word_at(at));
        let name = word.strip_prefix('%').unwrap_or(word);
        // Names that words and hyphens can't be made of are left to the parser.
        if token.kind == Kind::Ident && !is_valid_name(name) && kebab(name).is_some() {
            self.sign(Sign::Name, token.span());
            self.edits.add(token.span(), self.today(word));
        }
    }
}
