//! Words for functions and lists that are written as in another language.

use super::Words;
use crate::codes;
use crate::lexer::Token;
use crate::recover::mistake::{Element, FunctionMistake, ListMistake, Separator};
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
            FunctionMistake::AsyncConstructor => {
                let message = "a constructor can't be `async`";
                Diagnostic::error(codes::ASYNC_CONSTRUCTOR, message, span)
                    .note("making a resource may not wait: a constructor returns it at once")
                    .note(
                        "write a static function that returns the resource: `open: static async func(…) -> name-of-the-resource;`",
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
            ListMistake::Separators { element, all } => {
                // One fix for all of them: a list with commas and other marks is wrong as well.
                let edit = |separator: &Separator| Edit {
                    span: separator.edit,
                    text: separator.text.clone(),
                };
                // Of several in a row, with blanks between them, the first shows what is meant.
                let theirs = self.layout.span(span).split_whitespace().next();
                let (element, theirs) = (kind_of(*element), theirs.unwrap_or_default());
                let message = format!("expected `,` after {element}, found `{theirs}`");
                let mut diagnostic = Diagnostic::error(codes::SEMICOLON_IN_LIST, message, span)
                    .label("expected `,` here");
                diagnostic.fixes.push(Fix {
                    message: "write `,`".to_owned(),
                    edits: all.iter().map(edit).collect(),
                    sure: true,
                });
                diagnostic
            }
            ListMistake::TypeFirst { name, ty } => {
                let name_text = self.layout.text(*name);
                let ours = format!("{name_text}: {}", self.layout.span(*ty));
                let message = format!("the type stands before the name `{name_text}`");
                Diagnostic::error(codes::TYPE_FIRST, message, span).fix(
                    format!("write `{ours}`"),
                    span,
                    ours,
                )
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
            ListMistake::TypeOfCase { name, ty, is_tuple } => {
                self.type_of_case(*name, *ty, *is_tuple, span)
            }
        }
    }

    fn type_of_case(self, name: Token, ty: Option<Span>, is_tuple: bool, span: Span) -> Diagnostic {
        let case = self.quoted(name);
        let message = if self.layout.span(span).starts_with(':') && ty.is_some() && !is_tuple {
            format!("the type of the case {case} is written in parentheses")
        } else {
            format!("the case {case} holds one type, in parentheses")
        };
        let diagnostic = Diagnostic::error(codes::CASE_WITH_COLON, message, span);
        let name_text = self.layout.text(name);
        let Some(ty) = ty else {
            return diagnostic.note(format!(
                "as in `{name_text}(u32)`; several values are a `tuple<…>` or a record"
            ));
        };
        let types = self.layout.span(ty);
        let ours = if is_tuple {
            format!("{name_text}(tuple<{types}>)")
        } else {
            format!("{name_text}({types})")
        };
        let whole = Span::new(name.start, span.end);
        diagnostic.fix(format!("write `{ours}`"), whole, ours)
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
