//! Words that are others today: `function`, `expected`, `handle`, `float32`.

use super::rewriter::Rewriter;
use super::sign::Sign;
use crate::generated::tokens::Kind;
use crate::keyword::defines_type;
use witc_diagnostics::Span;

impl Rewriter<'_> {
    pub(super) fn word(&mut self, at: usize, floats: bool) {
        let span = self.tokens[at].span();
        let (before, after) = (self.before(at), self.kind(at + 1));
        match self.word_at(at) {
            "function" if after == Some(Kind::LeftParen) => {
                self.sign(Sign::Function, span);
                self.replace(span, "func");
            }
            "expected" if after == Some(Kind::Less) => self.expected(at),
            "default" if matches!(after, Some(Kind::Interface | Kind::World)) => {
                self.sign(Sign::Default, span);
                self.replace(Span::new(span.start, self.tokens[at + 1].start), "");
            }
            "default" if after == Some(Kind::Export) => self.default_export(at),
            "handle" if after == Some(Kind::Ident) => {
                self.sign(Sign::Handle, span);
                let resource = self.word_at(at + 1);
                // A result is always given away, as nobody could lend it for longer than the call.
                if before == Some(Kind::Arrow) {
                    self.replace(Span::new(span.start, self.tokens[at + 1].start), "");
                } else {
                    self.unknown(
                        span.to(self.tokens[at + 1].span()),
                        format!(
                            "it is not known whether this handle of `{resource}` is lent or given away"
                        ),
                        format!("write `borrow<{resource}>` if it is lent, and `{resource}` if it is given away"),
                    );
                }
            }
            "union" if after == Some(Kind::Ident) && self.kind(at + 2) == Some(Kind::LeftBrace) => {
                self.sign(Sign::Union, span);
                self.unknown(
                    span,
                    "the cases of this union have no names, which WIT needs today",
                    "write a `variant` and give each case a name: `variant number { integer(s32), real(f32) }`",
                );
            }
            word @ ("float32" | "float64") if floats && self.is_type(at) => {
                self.sign(Sign::Float, span);
                self.replace(span, if word == "float32" { "f32" } else { "f64" });
            }
            _ => {}
        }
    }

    /// Whether a name stands where only a type can.
    fn is_type(&self, at: usize) -> bool {
        match self.before(at) {
            Some(Kind::Colon | Kind::Less | Kind::Arrow | Kind::Equals) => true,
            Some(Kind::Comma) => self.opener(at) == Some(Kind::Less),
            Some(Kind::LeftParen) => self.kind(at + 1) == Some(Kind::RightParen),
            _ => false,
        }
    }

    /// Whether the file has types of its own with the names that floating-point numbers once had.
    pub(super) fn defines_floats(&self) -> bool {
        (0..self.tokens.len()).any(|at| {
            matches!(self.word_at(at), "float32" | "float64") && {
                let before = self.before(at);
                let used = matches!(before, Some(Kind::LeftBrace | Kind::Comma))
                    && self
                        .brackets
                        .opener(at)
                        .and_then(|opener| self.before(opener))
                        == Some(Kind::Dot);
                used || before.is_some_and(|kind| kind == Kind::As || defines_type(kind))
            }
        })
    }

    /// `expected<t, e>`
    fn expected(&mut self, at: usize) {
        let span = self.tokens[at].span();
        let Some(end) = self.closer(at + 1) else {
            return;
        };
        self.sign(Sign::Expected, span);
        let comma = (at + 2..end).find(|&here| {
            self.tokens[here].kind == Kind::Comma && self.brackets.opener(here) == Some(at + 1)
        });
        let is_nothing = |rewriter: &Self, from: usize, to: usize| {
            to == from + 1
                && (rewriter.kind(from) == Some(Kind::Underscore)
                    || rewriter.word_at(from) == "unit")
        };
        let Some(comma) = comma else {
            self.replace(span, "result");
            return;
        };
        let (no_ok, no_err) = (
            is_nothing(self, at + 2, comma),
            is_nothing(self, comma + 1, end),
        );
        if no_ok && no_err {
            self.replace(span.to(self.tokens[end].span()), "result");
            return;
        }
        self.replace(span, "result");
        if no_ok {
            self.replace(self.tokens[at + 2].span(), "_");
        } else if no_err {
            self.replace(
                Span::new(self.tokens[comma].start, self.tokens[end].start),
                "",
            );
        }
    }
}
