//! Words for tokens that should not be where they are, and for braces without partner.

use super::Words;
use super::kinds::{alternatives, keyword, spelling, symbol};
use super::missing::statement_name;
use crate::codes;
use crate::foreign;
use crate::generated::tokens::Kind;
use crate::keyword::{KEYWORDS, starts_item};
use crate::lexer::Token;
use crate::recover::mistake::{BraceMistake, Statement, TokenMistake};
use crate::recover::repair::misspelt;
use crate::scope::Scope;
use witc_diagnostics::{Diagnostic, Span};

impl Words<'_> {
    pub(super) fn token(self, mistake: &TokenMistake, span: Span) -> Diagnostic {
        match mistake {
            TokenMistake::Unexpected {
                token,
                after,
                expected,
            } => self.unexpected(*token, *after, expected, span),
            TokenMistake::Incomplete {
                statement,
                expected,
            } => incomplete(*statement, expected, span),
            TokenMistake::Expected { kind, after, found } => {
                self.expected(*kind, *after, *found, span)
            }
            TokenMistake::KeywordAsName(token) => self.keyword_as_name(*token, span),
            TokenMistake::Misspelt { word, keyword } => {
                let message = format!("{} is not a keyword", self.quoted(*word));
                let is_sure = is_only_slip(self.layout.text(*word));
                other_keyword(
                    message,
                    |ours| format!("did you mean `{ours}`?"),
                    (*keyword, is_sure),
                    span,
                )
            }
            TokenMistake::Foreign { word, keyword } => {
                let message = format!("WIT has no keyword {}", self.quoted(*word));
                let is_sure = foreign::is_same(self.layout.text(*word));
                other_keyword(
                    message,
                    |ours| format!("WIT calls it `{ours}`"),
                    (*keyword, is_sure),
                    span,
                )
            }
            TokenMistake::ForeignPunctuation { after, ours } => {
                self.foreign_punctuation(*after, ours, span)
            }
            TokenMistake::Doubled(token) => self.doubled(*token, span),
            TokenMistake::StraySemicolon => {
                Diagnostic::error(codes::STRAY_SEMICOLON, "this `;` ends nothing", span)
                    .label("an item that ends with `}` has no `;`")
                    .fix("remove the `;`", span, "")
            }
            TokenMistake::StraySemicolons { several } => stray_semicolons(*several, span),
            TokenMistake::Swapped(first, second) => self.swapped(*first, *second, span),
            TokenMistake::Default => {
                let message = "an interface or world has no `default` before it";
                Diagnostic::error(codes::OLD_DIALECT, message, span)
                    .note("older dialects of WIT had it; each interface and world has a name now")
                    .fix("remove `default`", span, "")
            }
        }
    }

    fn foreign_punctuation(
        self,
        after: Option<Token>,
        ours: &'static str,
        span: Span,
    ) -> Diagnostic {
        let theirs = self.layout.span(span);
        let message = format!("expected `{ours}` {}, found `{theirs}`", self.after(after));
        Diagnostic::error(codes::FOREIGN_PUNCTUATION, message, span).fix(
            format!("write `{ours}`"),
            span,
            ours,
        )
    }

    fn doubled(self, token: Token, span: Span) -> Diagnostic {
        let text = self.quoted(token);
        let message = format!("{text} is written twice");
        let diagnostic =
            Diagnostic::error(codes::DOUBLED_TOKEN, message, span).label("one of them is enough");
        let fix = format!("remove the second {text}");
        // Something may be missing between two names or types, and beside a bracket.
        let is_sure = starts_item(token.kind)
            || matches!(
                token.kind,
                Kind::Func
                    | Kind::Semicolon
                    | Kind::Comma
                    | Kind::Colon
                    | Kind::Equals
                    | Kind::Dot
                    | Kind::Slash
                    | Kind::Arrow
                    | Kind::At
            );
        if is_sure {
            diagnostic.fix(fix, span, "")
        } else {
            diagnostic.guess(fix, span, "")
        }
    }

    fn swapped(self, first: Token, second: Token, span: Span) -> Diagnostic {
        let (first, second) = (self.quoted(first), self.quoted(second));
        let message = format!("{first} and {second} are in the wrong order");
        Diagnostic::error(codes::SWAPPED_TOKENS, message, span)
            .label(format!("expected {second} before {first}"))
    }

    fn unexpected(
        self,
        token: Token,
        after: Option<Token>,
        expected: &[Kind],
        span: Span,
    ) -> Diagnostic {
        let (after, text) = (
            after.map(|after| self.after(Some(after))),
            self.quoted(token),
        );
        let message = match (alternatives(expected), after) {
            (Some(expected), Some(after)) => format!("expected {expected} {after}, found {text}"),
            (Some(expected), None) => format!("expected {expected}, found {text}"),
            // There would be too much to list.
            (None, Some(after)) => format!("{text} can't stand {after}"),
            (None, None) => format!("{text} can't stand here"),
        };
        Diagnostic::error(codes::UNEXPECTED_TOKEN, message, span).label("this can't stand here")
    }

    fn expected(self, kind: Kind, after: Option<Token>, found: Token, span: Span) -> Diagnostic {
        let (symbol, text) = (symbol(kind), self.quoted(found));
        let message = match after {
            Some(_) => format!("expected {symbol} {}, found {text}", self.after(after)),
            None => format!("expected {symbol}, found {text}"),
        };
        let diagnostic = Diagnostic::error(codes::UNEXPECTED_TOKEN, message, span);
        match (spelling(kind), found.kind) {
            (Some(text), theirs) if is_slip_of(theirs, kind) => {
                diagnostic.fix(format!("write {symbol}"), span, text)
            }
            (Some(text), _) => diagnostic.guess(format!("write {symbol}"), span, text),
            (None, Kind::BadNumber | Kind::Integer) if kind == Kind::Ident => {
                diagnostic.note("a name starts with a letter")
            }
            (None, Kind::Text) if kind == Kind::Ident => {
                diagnostic.note("a name is written without quotes")
            }
            (None, _) => diagnostic,
        }
    }

    fn keyword_as_name(self, token: Token, span: Span) -> Diagnostic {
        let name = self.layout.text(token);
        let message = format!(
            "{} is a keyword, and a name is needed here",
            self.quoted(token)
        );
        Diagnostic::error(codes::KEYWORD_AS_NAME, message, span)
            .label("a keyword")
            .note(format!("write `%{name}` to use it as a name"))
            .fix(format!("write `%{name}`"), span, format!("%{name}"))
    }

    pub(super) fn brace(self, mistake: &BraceMistake, span: Span) -> Diagnostic {
        match mistake {
            BraceMistake::StrayLeft => {
                Diagnostic::error(codes::STRAY_BRACE, "this `{` is one too many", span)
                    .label("no item that has braces starts before it")
            }
            BraceMistake::StrayRight { several, outside } => {
                let message = if *several {
                    "there are too many `}` here"
                } else {
                    "this `}` is one too many"
                };
                let diagnostic = Diagnostic::error(codes::STRAY_BRACE, message, span);
                if *outside {
                    diagnostic.label("no `{` is open here")
                } else {
                    diagnostic
                }
            }
            BraceMistake::NeverClosed {
                scope,
                head,
                open,
                inner,
            } => {
                let what = self.braced(*scope, *head);
                let message = format!("the braces of this {what} are never closed");
                let mut diagnostic = Diagnostic::error(codes::UNCLOSED, message, span)
                    .label("expected `}` here")
                    .also(open.span(), "opened here");
                for open in inner {
                    diagnostic = diagnostic.also(open.span(), "and this one is open too");
                }
                diagnostic
            }
        }
    }

    /// What has braces that enclose `scope`, and starts with `head`.
    fn braced(&self, scope: Scope, head: Token) -> &str {
        match (head.kind, scope) {
            (Kind::Use | Kind::Include, _) | (_, Scope::Names) => "list of names",
            (_, Scope::Package) => "package",
            (_, Scope::Interface) => "interface",
            (_, Scope::World) => "world",
            (_, Scope::Resource) => "resource",
            (_, Scope::File | Scope::Fields | Scope::Cases | Scope::Labels) => {
                self.layout.text(head)
            }
        }
    }
}

/// What is too much of several `;` in a row.
fn stray_semicolons(several: bool, span: Span) -> Diagnostic {
    let (message, fix) = if several {
        ("these `;` end nothing", "remove them")
    } else {
        ("this `;` ends nothing", "remove the `;`")
    };
    Diagnostic::error(codes::STRAY_SEMICOLON, message, span)
        .label("an item ends with one `;`, or with its `}`")
        .fix(fix, span, "")
}

fn incomplete(statement: Statement, expected: &[Kind], span: Span) -> Diagnostic {
    let message = format!("{} is not complete", statement_name(statement));
    let diagnostic = Diagnostic::error(codes::INCOMPLETE_ITEM, message, span);
    match alternatives(expected) {
        Some(expected) => diagnostic.label(format!("expected {expected}")),
        None => diagnostic,
    }
}

/// A word in the place of the keyword that `kind` is.
fn other_keyword(
    message: String,
    note: impl Fn(&str) -> String,
    (kind, is_sure): (Kind, bool),
    span: Span,
) -> Diagnostic {
    let ours = keyword(kind).unwrap_or_default();
    let diagnostic = Diagnostic::error(codes::MISSPELT_KEYWORD, message, span).note(note(ours));
    let fix = format!("write `{ours}`");
    if is_sure {
        diagnostic.fix(fix, span, ours)
    } else {
        diagnostic.guess(fix, span, ours)
    }
}

/// Whether one keyword alone is nearest to a word.
fn is_only_slip(word: &str) -> bool {
    let distances = KEYWORDS
        .iter()
        .filter_map(|(keyword, _)| misspelt(word, keyword));
    let mut distances: Vec<usize> = distances.collect();
    distances.sort_unstable();
    distances.get(1).is_none_or(|second| *second > distances[0])
}

/// Whether punctuation in the place of another is a slip of the hand, and not the sign that something else is missing.
fn is_slip_of(theirs: Kind, ours: Kind) -> bool {
    matches!(
        (theirs, ours),
        (Kind::Equals | Kind::Semicolon, Kind::Colon)
            | (Kind::Colon, Kind::Equals | Kind::Semicolon)
            | (Kind::Semicolon, Kind::Comma)
            | (Kind::Comma, Kind::Semicolon)
            | (Kind::Slash, Kind::Dot)
    )
}
