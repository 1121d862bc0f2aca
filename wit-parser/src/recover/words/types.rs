//! Words for types that WIT does not have, or that are written another way.

use super::Words;
use crate::codes;
use crate::foreign;
use crate::lexer::Token;
use crate::recover::mistake::TypeMistake;
use crate::recover::type_tokens::GENERICS;
use witc_diagnostics::{Diagnostic, Span};

/// The longest type that a message quotes.
const MAX_QUOTED: usize = 60;

impl Words<'_> {
    pub(super) fn type_mistake(self, mistake: &TypeMistake, span: Span) -> Diagnostic {
        match mistake {
            TypeMistake::Unit { arrow } => unit(*arrow, span),
            TypeMistake::InParens { inner, is_tuple } => self.in_parens(*inner, *is_tuple, span),
            TypeMistake::NamedResults { only } => self.named_results(*only, span),
            TypeMistake::Foreign {
                ours,
                is_sure,
                note,
            } => self.foreign(ours.as_deref(), *is_sure, *note, span),
            TypeMistake::UnknownGeneric(name) => self.unknown_generic(*name, span),
            TypeMistake::Parameters { name } => {
                let message = format!("{} can't have type parameters", self.quoted(*name));
                Diagnostic::error(codes::UNKNOWN_GENERIC, message, span)
                    .note("only types of WIT itself have parameters: define one type for each that you need")
            }
            TypeMistake::Underscore { whole, keep, all } => {
                let end = if *all { "" } else { ">" };
                let ours = format!("{}{end}", self.layout.span(*keep));
                let message = "`_` can only stand before the error type of a `result`";
                Diagnostic::error(codes::STRAY_UNDERSCORE, message, span).fix(
                    format!("write `{ours}`"),
                    *whole,
                    ours,
                )
            }
            TypeMistake::TooMany { generic, most } => {
                let count = if *most == 1 { "one type" } else { "two types" };
                let message = format!("{} takes {count}", self.quoted(*generic));
                Diagnostic::error(codes::TOO_MANY_TYPES, message, span)
                    .label("too many")
                    .also(generic.span(), format!("takes {count}"))
            }
            TypeMistake::Handle(handle) => {
                let message = format!(
                    "{} takes the name of a resource, found `{}`",
                    self.quoted(*handle),
                    self.layout.span(span)
                );
                Diagnostic::error(codes::HANDLE_OF_A_TYPE, message, span)
                    .label("not a resource")
                    .note("values that are no resources are passed without a handle")
            }
        }
    }

    fn foreign(
        self,
        ours: Option<&str>,
        is_sure: bool,
        note: Option<&str>,
        span: Span,
    ) -> Diagnostic {
        let theirs = self.layout.span(span);
        let message = if theirs.len() <= MAX_QUOTED && !theirs.contains('\n') {
            format!("`{theirs}` is not how WIT writes a type")
        } else {
            "this is not how WIT writes a type".to_owned()
        };
        let diagnostic = Diagnostic::error(codes::FOREIGN_TYPE, message, span);
        match (ours, note) {
            (_, Some(note)) => diagnostic.note(note),
            (Some(ours), None) if is_sure => diagnostic.fix(format!("write `{ours}`"), span, ours),
            (Some(ours), None) => diagnostic.guess(format!("write `{ours}`"), span, ours),
            (None, None) => diagnostic,
        }
    }

    fn in_parens(self, inner: Option<Span>, is_tuple: bool, span: Span) -> Diagnostic {
        let diagnostic = Diagnostic::error(
            codes::TYPE_IN_PARENS,
            "a type can't stand in parentheses",
            span,
        );
        match inner {
            Some(inner) => {
                let text = self.layout.span(inner);
                let ours = if is_tuple {
                    format!("tuple<{text}>")
                } else {
                    text.to_owned()
                };
                diagnostic.fix(format!("write `{ours}`"), span, ours)
            }
            None => diagnostic.note("a tuple is written `tuple<…>`"),
        }
    }

    fn named_results(self, only: Option<Span>, span: Span) -> Diagnostic {
        let message = "a function has one result, without a name";
        let diagnostic = Diagnostic::error(codes::NAMED_RESULTS, message, span);
        match only {
            Some(ty) => {
                let ty = self.layout.span(ty);
                diagnostic.fix(format!("write `-> {ty}`"), span, ty)
            }
            None => diagnostic
                .note("write `-> tuple<…>`, or define a record whose fields have these names"),
        }
    }

    fn unknown_generic(self, name: Token, span: Span) -> Diagnostic {
        let word = self.layout.text(name);
        let message = format!("there is no type `{word}<…>`");
        let diagnostic = Diagnostic::error(codes::UNKNOWN_GENERIC, message, span);
        match foreign::generic(word) {
            Some(ours) => {
                let diagnostic = diagnostic.note(format!("WIT calls it `{ours}`"));
                let fix = format!("write `{ours}`");
                if foreign::is_same(word) {
                    diagnostic.fix(fix, span, ours)
                } else {
                    diagnostic.guess(fix, span, ours)
                }
            }
            None => diagnostic.note(format!(
                "types with parameters are {}; others can't be defined",
                generics()
            )),
        }
    }
}

/// The types with parameters, as a list.
fn generics() -> String {
    let words: Vec<String> = GENERICS
        .iter()
        .map(|generic| format!("`{}`", generic.word))
        .collect();
    match words.as_slice() {
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
        [] => String::new(),
    }
}

fn unit(arrow: Option<u32>, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::error(codes::UNIT_TYPE, "WIT has no type `()`", span);
    match arrow {
        Some(start) => diagnostic
            .note("a function without a result has no `->`")
            .fix("remove `-> ()`", Span::new(start, span.end), ""),
        None => diagnostic.note("a `result` without a value is written `result<_, e>`"),
    }
}
