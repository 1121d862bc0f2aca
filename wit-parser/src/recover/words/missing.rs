//! Words for what is missing.

use super::Words;
use super::kinds::{spelling, symbol};
use crate::codes;
use crate::generated::tokens::Kind;
use crate::keyword::starts_item;
use crate::lexer::Token;
use crate::recover::mistake::{Bracket, Element, Missing, Nameless, Statement, Typeless};
use crate::recover::type_tokens;
use crate::scope::Scope;
use witc_diagnostics::{Diagnostic, Edit, Fix, Span};

/// How many places a diagnostic shows where a comma is missing.
// A few places show what is meant; the fix has all of them.
const MAX_COMMAS: usize = 5;

impl Words<'_> {
    pub(super) fn missing(self, missing: &Missing, span: Span) -> Diagnostic {
        match missing {
            &Missing::Token {
                kind,
                after,
                found,
                scope,
            } => self.missing_token(kind, (after, found), scope, span),
            Missing::Semicolon(statement) => {
                let message = format!("expected `;` at the end of {}", statement_name(*statement));
                with_fix(error(message, span), ";", span)
            }
            Missing::Comma { list, element } => {
                let (end, element) = (bracket(*list).1, element_name(*element));
                let message = format!("expected `,` or `{end}` after {element}");
                let diagnostic = with_fix(error(message, span), ",", span);
                self.unless_one_name(diagnostic)
            }
            Missing::Commas { element, more } => {
                self.unless_one_name(missing_commas(*element, more, span))
            }
            Missing::Close { kind, open } => self.missing_close(*kind, *open, span),
            Missing::LeftBrace { after } => {
                let message = format!("expected `{{` after {}", self.quoted(*after));
                error(message, span).fix("add the missing `{`", span, " {")
            }
            Missing::Func { name } => {
                let message = format!("expected `: func` after {}", self.quoted(*name));
                error(message, span).fix("add the missing `: func`", span, ": func")
            }
            Missing::Params => error("expected `()` after `func`", span)
                .note("a function without parameters has empty parentheses")
                .fix("add the missing `()`", span, "()"),
            Missing::Name(nameless) => {
                let message = self.nameless(nameless);
                Diagnostic::error(codes::MISSING_NAME, message, span).label("expected a name here")
            }
            Missing::Element { scope, after } => self.missing_element(*scope, *after, span),
            Missing::Type(typeless) => {
                let message = self.typeless(typeless);
                Diagnostic::error(codes::MISSING_NAME, message, span).label("expected a type here")
            }
            Missing::Arguments(generic) => self.missing_arguments(*generic, span),
            Missing::Namespace { name } => {
                let message = format!("the package {} needs a namespace", self.quoted(*name));
                let note = format!("as in `my-company:{}`", self.layout.text(*name));
                Diagnostic::error(codes::MISSING_NAME, message, span).note(note)
            }
        }
    }

    fn missing_token(
        self,
        kind: Kind,
        (after, found): (Option<Token>, Option<Token>),
        scope: Scope,
        span: Span,
    ) -> Diagnostic {
        let symbol = symbol(kind);
        let before = || found.map_or_else(|| "the end".to_owned(), |found| self.quoted(found));
        let message = match (kind, after) {
            (Kind::Import | Kind::Export, _) if scope == Scope::World => {
                format!("expected `import` or `export` before {}", before())
            }
            (kind, _) if starts_item(kind) => {
                format!("expected a keyword like {symbol} before {}", before())
            }
            (_, Some(_)) => {
                format!(
                    "expected {symbol} {}{}",
                    self.after(after),
                    self.found(found)
                )
            }
            (_, None) => format!("expected {symbol} before {}", before()),
        };
        let diagnostic = error(message, span).label(format!("expected {symbol} here"));
        let (fix, text) = (
            format!("add the missing {symbol}"),
            spelling(kind).unwrap_or_default(),
        );
        match kind {
            // A name after it may be one of two things in the wrong order, or of one that lacks a hyphen.
            Kind::Colon if found.is_some_and(|found| found.kind == Kind::Ident) => {
                diagnostic.guess(fix, span, text)
            }
            // Of other tokens it is less sure that nothing else can be meant.
            Kind::Colon | Kind::Comma => diagnostic.fix(fix, span, text),
            _ => diagnostic,
        }
    }

    /// The fix that adds commas as a guess, if one comes between two names of a line: they may be one name without its
    /// hyphen.
    fn unless_one_name(self, mut diagnostic: Diagnostic) -> Diagnostic {
        let between_names = |at: u32| {
            let before = self.layout.span(Span::new(self.layout.base, at));
            let after = self.layout.span(Span::new(at, self.layout.end()));
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let next = after.trim_start_matches([' ', '\t']);
            before.ends_with(is_part) && next.starts_with(is_part)
        };
        // A field or a parameter ends with its type, and no name with a keyword.
        let before_colon = |at: u32| {
            let after = self.layout.span(Span::new(at, self.layout.end()));
            let name = after
                .trim_start()
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '%'));
            name.is_some_and(|end| after.trim_start()[end..].trim_start().starts_with(':'))
        };
        for fix in &mut diagnostic.fixes {
            fix.sure &= !fix
                .edits
                .iter()
                .map(|edit| edit.span.start)
                .any(|at| between_names(at) && !before_colon(at));
        }
        diagnostic
    }

    fn missing_close(self, kind: Kind, open: Option<Token>, span: Span) -> Diagnostic {
        let (left, right) = bracket(match kind {
            Kind::Greater => Bracket::Angles,
            _ => Bracket::Parens,
        });
        let message = format!("this `{left}` is never closed");
        let mut diagnostic = with_fix(
            Diagnostic::error(codes::UNCLOSED, message, span),
            right,
            span,
        );
        let Some(open) = open else {
            return diagnostic;
        };
        // Of `tuple<list<u8, u8` nobody knows where the list ends.
        let inside = self.layout.span(Span::new(open.end, span.start));
        // A type that is longer is no one's who counts brackets.
        const NEAR: u32 = 400;
        let start = open.start.saturating_sub(NEAR).max(self.layout.base);
        let before = self.layout.span(Span::new(start, open.start));
        let statement = before
            .rfind([';', '{', '}'])
            .map_or(before, |at| &before[at..]);
        let arrows = statement.matches("->").count();
        let closed = statement.matches('>').count() - arrows;
        let is_nested = kind == Kind::Greater
            && inside.contains(',')
            && (inside.contains('<') || statement.matches('<').count() > closed);
        diagnostic
            .fixes
            .iter_mut()
            .for_each(|fix| fix.sure &= !is_nested);
        diagnostic.also(open.span(), "opened here")
    }

    fn missing_element(self, scope: Scope, after: Option<Token>, span: Span) -> Diagnostic {
        let what = match scope {
            Scope::Fields => "a field",
            Scope::Labels | Scope::Names => "a name",
            Scope::Cases
            | Scope::File
            | Scope::Package
            | Scope::Interface
            | Scope::World
            | Scope::Resource => "a case",
        };
        let message = format!("expected {what} {}, found `,`", self.after(after));
        Diagnostic::error(codes::MISSING_NAME, message, span)
            .label(format!("expected {what} before this `,`"))
    }

    fn missing_arguments(self, generic: Token, span: Span) -> Diagnostic {
        let needs = type_tokens::generic(generic.kind).and_then(|generic| generic.needs);
        let (what, form) = needs.unwrap_or(("types in `<…>`", "list<u8>"));
        let message = format!("{} needs {what}", self.quoted(generic));
        Diagnostic::error(codes::MISSING_NAME, message, span).note(format!("as in `{form}`"))
    }

    fn nameless(self, nameless: &Nameless) -> String {
        match nameless {
            Nameless::Definition(keyword) => {
                format!("this {} needs a name", spelling(*keyword).unwrap_or("item"))
            }
            Nameless::Package => {
                "this package needs a namespace and a name, as in `a:b`".to_owned()
            }
            Nameless::Param => "this parameter needs a name".to_owned(),
            Nameless::Field => "this field needs a name".to_owned(),
            Nameless::Function => "this function needs a name".to_owned(),
            Nameless::Rename => "expected a new name after `as`".to_owned(),
            Nameless::After(token) => format!("expected a name after {}", self.quoted(*token)),
            Nameless::Before(Some(token)) => {
                format!("expected a name before {}", self.quoted(*token))
            }
            Nameless::Before(None) => "expected a name here".to_owned(),
        }
    }

    fn typeless(self, typeless: &Typeless) -> String {
        let needs = |what: &str, name: &Option<Token>| match name {
            Some(name) => format!("the {what} {} needs a type", self.quoted(*name)),
            None => format!("this {what} needs a type"),
        };
        match typeless {
            Typeless::Param(name) => needs("parameter", name),
            Typeless::Field(name) => needs("field", name),
            Typeless::After(token) => format!("expected a type after {}", self.quoted(*token)),
        }
    }
}

fn error(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::error(codes::MISSING_TOKEN, message, span)
}

/// Adds what is missing at the place, as label and fix.
fn with_fix(diagnostic: Diagnostic, text: &str, span: Span) -> Diagnostic {
    diagnostic.label(format!("expected `{text}` here")).fix(
        format!("add the missing `{text}`"),
        span,
        text,
    )
}

fn missing_commas(element: Element, more: &[u32], span: Span) -> Diagnostic {
    let places = more.iter().map(|place| Span::new(*place, *place));
    let elements = match element {
        Element::Param => "parameters",
        Element::Type => "types",
        Element::Field => "fields",
        Element::Case => "cases",
        Element::Name | Element::Unknown => "names",
    };
    let message = format!("expected `,` between the {elements} of this list");
    let mut diagnostic = error(message, span).label("expected `,` here");
    for place in places.clone().take(MAX_COMMAS - 1) {
        diagnostic = diagnostic.also(place, "and here");
    }
    let edit = |span| Edit {
        span,
        text: ",".to_owned(),
    };
    diagnostic.fixes.push(Fix {
        message: "add the missing `,`".to_owned(),
        edits: std::iter::once(span).chain(places).map(edit).collect(),
        sure: true,
    });
    diagnostic
}

fn bracket(bracket: Bracket) -> (&'static str, &'static str) {
    match bracket {
        Bracket::Parens => ("(", ")"),
        Bracket::Angles => ("<", ">"),
        Bracket::Braces => ("{", "}"),
    }
}

pub(super) fn statement_name(statement: Statement) -> &'static str {
    match statement {
        Statement::Type => "this type",
        Statement::Use => "this `use`",
        Statement::Import => "this import",
        Statement::Export => "this export",
        Statement::Include => "this `include`",
        Statement::Package => "the package's declaration",
        Statement::Resource => "this resource",
        Statement::Constructor => "this constructor",
        Statement::Function => "this function",
    }
}

fn element_name(element: Element) -> &'static str {
    match element {
        Element::Param => "this parameter",
        Element::Type => "this type",
        Element::Field => "this field",
        Element::Case => "this case",
        Element::Name => "this name",
        Element::Unknown => "this",
    }
}
