//! Words for functions and lists that are written as in another language.

use super::Words;
use crate::codes;
use crate::lexer::Token;
use crate::recover::mistake::{Element, FunctionMistake, ListMistake};
use witc_diagnostics::{Diagnostic, Edit, Fix, Span};

impl Words<'_> {
    pub(super) fn function(self, mistake: &FunctionMistake, span: Span) -> Diagnostic {
        match mistake {
            FunctionMistake::NameAfterFunc {
                name,
                is_async,
                is_static,
            } => {
                let ours = format!(
                    "{}: {}{}func",
                    self.layout.text(*name),
                    if *is_static { "static " } else { "" },
                    if *is_async { "async " } else { "" },
                );
                let message = "the name of a function comes before `func`";
                Diagnostic::error(codes::NAME_AFTER_FUNC, message, span).fix(
                    format!("write `{ours}`"),
                    span,
                    ours,
                )
            }
            FunctionMistake::SelfParam { until } => {
                let message = "a method has no parameter `self`";
                Diagnostic::error(codes::SELF_PARAMETER, message, span)
                    .note("a method gets its resource without a parameter for it")
                    .fix("remove `self`", Span::new(span.start, *until), "")
            }
            FunctionMistake::DefaultValue => {
                let message = "WIT has no default values";
                Diagnostic::error(codes::DEFAULT_VALUE, message, span)
                    .note("a value that may be left out has the type `option<…>`")
            }
            FunctionMistake::ConstructorAsFunc { until } => {
                let message = "a constructor is written without `: func`";
                Diagnostic::error(codes::CONSTRUCTOR_AS_FUNC, message, span).fix(
                    "remove `: func`",
                    Span::new(span.start, *until),
                    "",
                )
            }
            FunctionMistake::StaticFirst { name, colon } => self.static_first(*name, *colon, span),
        }
    }

    fn static_first(self, name: Token, colon: Token, span: Span) -> Diagnostic {
        let message = "`static` comes after the name of a function";
        let mut diagnostic = Diagnostic::error(codes::STATIC_BEFORE_NAME, message, span);
        let edits = vec![
            Edit {
                span: Span::new(span.start, name.start),
                text: String::new(),
            },
            Edit {
                span: Span::new(colon.end, colon.end),
                text: " static".to_owned(),
            },
        ];
        // Two edits that belong together: the word leaves one place for another.
        diagnostic.fixes.push(Fix {
            message: format!("write `{}: static`", self.layout.text(name)),
            edits,
            sure: true,
        });
        diagnostic
    }

    pub(super) fn list(self, mistake: &ListMistake, span: Span) -> Diagnostic {
        match mistake {
            ListMistake::Semicolons { element, all } => {
                // One fix for all of them: a list with commas and semicolons is wrong as well.
                let edit = |span| Edit {
                    span,
                    text: ",".to_owned(),
                };
                let message = format!("expected `,` after {}, found `;`", kind_of(*element));
                let mut diagnostic = Diagnostic::error(codes::SEMICOLON_IN_LIST, message, span)
                    .label("expected `,` here");
                diagnostic.fixes.push(Fix {
                    message: "write `,`".to_owned(),
                    edits: all.iter().map(|token| edit(token.span())).collect(),
                    sure: true,
                });
                diagnostic
            }
            ListMistake::NumberedCase { case } => {
                let case = case.map_or_else(|| "a case".to_owned(), |case| self.quoted(case));
                let message = format!("{case} can't be given a value");
                Diagnostic::error(codes::NUMBERED_CASE, message, span)
                    .note("cases are numbered in their order, from 0")
            }
            ListMistake::ValueOfLabel { name } => {
                let message = format!("{} can't hold a value", self.quoted(*name));
                Diagnostic::error(codes::VALUE_OF_LABEL, message, span).note(
                    "only the cases of a `variant` hold values; those of an `enum`, and flags, are just names",
                )
            }
            ListMistake::TypeOfCase { name, ty } => {
                let message = format!(
                    "the type of the case {} is written in parentheses",
                    self.quoted(*name)
                );
                let diagnostic = Diagnostic::error(codes::CASE_WITH_COLON, message, span);
                match ty {
                    Some(ty) => {
                        let ours =
                            format!("{}({})", self.layout.text(*name), self.layout.span(*ty));
                        let whole = Span::new(name.start, ty.end);
                        diagnostic.fix(format!("write `{ours}`"), whole, ours)
                    }
                    None => diagnostic.note(format!("as in `{}(u32)`", self.layout.text(*name))),
                }
            }
        }
    }
}

fn kind_of(element: Element) -> &'static str {
    match element {
        Element::Param => "a parameter",
        Element::Type => "a type",
        Element::Field => "a field",
        Element::Case => "a case",
        Element::Name | Element::Unknown => "a name",
    }
}
