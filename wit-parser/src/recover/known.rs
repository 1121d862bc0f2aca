//! Mistakes that people are known to make, most of them habits of other languages: in types, functions and lists.

use super::Mended;
use super::attempt::Failure;
use super::explain::Explainer;
use super::head::{Scope, is_name, skip_attributes};
use super::repair::misspelt;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::{foreign, is_keyword, is_valid_name};
use witc_diagnostics::{Diagnostic, Edit, Fix, Span};

/// What a function's signature is written behind, beside `func`.
const MODIFIERS: [Kind; 2] = [Kind::Async, Kind::Static];

impl<'s> Explainer<'_, 's> {
    /// A mistake that takes more than one token to mend, or more than the edit to explain: the mended tokens, and what
    /// is said.
    pub(crate) fn known_mistake(&self, failure: &Failure) -> Option<Mended> {
        let at = failure.at;
        self.named_results(at)
            .or_else(|| self.unknown_generic(at))
            .or_else(|| self.tuple_in_parens(at))
            .or_else(|| self.bare_generic(at))
            .or_else(|| self.nothing_of_a_result(at))
            .or_else(|| self.too_many_parameters(at))
            .or_else(|| self.handle_of_no_resource(at))
            .or_else(|| self.func_before_name(at))
            .or_else(|| self.func_without_keyword(at))
            .or_else(|| self.func_without_params(at))
            .or_else(|| self.fat_arrow(at))
            .or_else(|| self.written_self(at))
            .or_else(|| self.given_value(at))
            .or_else(|| self.label_with_payload(at))
            .or_else(|| self.labels_without_commas(at))
            .or_else(|| self.parameters_of_a_definition(at))
            .or_else(|| self.known_item_mistake(failure))
    }

    // Pieces

    pub(crate) fn text(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| self.layout.text(*token))
    }

    /// The text from the token at `first` to the one before `end`.
    pub(crate) fn text_of(&self, first: usize, end: usize) -> &str {
        let (Some(from), Some(to)) = (self.tokens.get(first), self.tokens.get(end.wrapping_sub(1)))
        else {
            return "";
        };
        self.layout.text(Token {
            kind: Kind::Ident,
            start: from.start,
            end: to.end.max(from.start),
        })
    }

    pub(crate) fn span_of(&self, first: usize, end: usize) -> Span {
        Span::new(self.tokens[first].start, self.tokens[end - 1].end)
    }

    /// The tokens with others in the place of those from `first` to the one before `end`.
    pub(crate) fn replaced(&self, first: usize, end: usize, by: &[Token]) -> Vec<Token> {
        [&self.tokens[..first], by, &self.tokens[end..]].concat()
    }

    pub(crate) fn missing_at(&self, kind: Kind, at: usize) -> Token {
        Token::missing(kind, self.tokens[at].start)
    }

    // Types

    /// `-> (a: u32)`, once valid.
    fn named_results(&self, failed: usize) -> Option<Mended> {
        if self.kind(failed)? != Kind::LeftParen || self.kind_before(failed)? != Kind::Arrow {
            return None;
        }
        let end = self.closing(failed, Kind::LeftParen, Kind::RightParen)?;
        let inner = &self.tokens[failed + 1..end];
        let span = self.span_of(failed, end + 1);
        let diagnostic = Diagnostic::error(
            codes::NAMED_RESULTS,
            "a function has one result, without a name",
            span,
        );
        let named = inner.len() > 2 && is_name(inner[0].kind) && inner[1].kind == Kind::Colon;
        let missing = vec![Token::missing(Kind::Ident, span.start)];
        let (result, diagnostic) = if inner.is_empty() {
            let arrow = Span::new(self.tokens[failed.saturating_sub(2)].end, span.end);
            let note = "a function without result has no `->`";
            (
                missing,
                diagnostic.note(note).fix("remove `-> ()`", arrow, ""),
            )
        } else if named && !has_commas(inner) {
            let text = self.text_of(failed + 3, end).to_owned();
            (
                inner[2..].to_vec(),
                diagnostic.fix(format!("write `-> {text}`"), span, text),
            )
        } else if inner.iter().any(|token| token.kind == Kind::Colon) {
            let note = "write `-> tuple<…>`, or define a record whose fields have these names";
            (missing, diagnostic.note(note))
        } else {
            let mend = self.parens_as_type(failed, end)?;
            (
                missing,
                diagnostic.note(format!("write `-> {mend}`")).fix(
                    format!("write `{mend}`"),
                    span,
                    mend,
                ),
            )
        };
        Some((self.replaced(failed, end + 1, &result), Some(diagnostic)))
    }

    /// `(u32, string)` as the type that it says: a tuple, or what stands in the parentheses alone.
    fn parens_as_type(&self, left: usize, right: usize) -> Option<String> {
        let inner = &self.tokens[left + 1..right];
        if inner.is_empty()
            || inner
                .iter()
                .any(|token| matches!(token.kind, Kind::LeftParen | Kind::Colon))
        {
            return None;
        }
        let text = self.text_of(left + 1, right);
        Some(if has_commas(inner) {
            format!("tuple<{text}>")
        } else {
            text.to_owned()
        })
    }

    /// `(u32, string)` where a type has to be.
    fn tuple_in_parens(&self, failed: usize) -> Option<Mended> {
        let before = self.kind_before(failed)?;
        let in_type = matches!(before, Kind::Less | Kind::Equals)
            || (before == Kind::Colon && self.is_typed(failed))
            || (before == Kind::Comma
                && self
                    .opener(failed)
                    .is_some_and(|at| self.kind(at) == Some(Kind::Less)));
        if self.kind(failed)? != Kind::LeftParen || !in_type {
            return None;
        }
        let end = self.closing(failed, Kind::LeftParen, Kind::RightParen)?;
        let span = self.span_of(failed, end + 1);
        let diagnostic = if end == failed + 1 {
            Diagnostic::error(codes::UNEXPECTED_TOKEN, "WIT has no type for nothing", span)
                .note("a function without result has no `->`, and a `result` without value is `result<_, e>`")
        } else {
            let diagnostic = Diagnostic::error(
                codes::UNEXPECTED_TOKEN,
                "types don't stand in parentheses",
                span,
            );
            match self.parens_as_type(failed, end) {
                Some(mend) => diagnostic.fix(format!("write `{mend}`"), span, mend),
                None => diagnostic.note("a tuple is written `tuple<…>`"),
            }
        };
        let missing = [self.missing_at(Kind::Ident, failed)];
        Some((self.replaced(failed, end + 1, &missing), Some(diagnostic)))
    }

    /// `vec<u8>`, `foo<u8>`: a name with parameters.
    fn unknown_generic(&self, failed: usize) -> Option<Mended> {
        let name = failed.checked_sub(1)?;
        if self.kind(failed)? != Kind::Less || self.kind(name)? != Kind::Ident {
            return None;
        }
        if !matches!(
            self.kind_before(name)?,
            Kind::Colon | Kind::Less | Kind::Comma | Kind::Arrow | Kind::Equals | Kind::LeftParen
        ) {
            return None;
        }
        let word = self.text(name);
        let generics = [
            "list", "option", "result", "tuple", "map", "own", "borrow", "stream", "future",
        ];
        if generics.iter().any(|known| misspelt(word, known).is_some()) {
            return None;
        }
        let end = self.closing(failed, Kind::Less, Kind::Greater)?;
        let span = self.tokens[name].span();
        let diagnostic = Diagnostic::error(
            codes::UNKNOWN_GENERIC,
            format!("there is no type `{word}<…>`"),
            span,
        );
        let diagnostic = match foreign::generic(word) {
            Some(ours) => {
                diagnostic.note(format!("WIT calls it `{ours}`")).fix(format!("write `{ours}`"), span, ours)
            }
            None => diagnostic.note(
                "types with parameters are `list`, `option`, `result`, `tuple`, `map`, `own`, `borrow`, `stream` and \
                 `future`; others can't be defined",
            ),
        };
        let missing = [self.missing_at(Kind::Ident, name)];
        // Of what is no name, that has been reported, and with it what WIT says instead.
        let diagnostic =
            Some(diagnostic).filter(|_| is_valid_name(word.strip_prefix('%').unwrap_or(word)));
        Some((self.replaced(name, end + 1, &missing), diagnostic))
    }

    /// `list` without what it is a list of.
    fn bare_generic(&self, failed: usize) -> Option<Mended> {
        let generic = failed.checked_sub(1)?;
        let ends = matches!(
            self.kind(failed),
            None | Some(
                Kind::Comma | Kind::RightParen | Kind::Semicolon | Kind::RightBrace | Kind::Greater
            )
        );
        let (what, form) = match self.kind(generic)? {
            Kind::List => ("the type of its elements", "list<u8>"),
            Kind::Option => ("the type of its value", "option<u8>"),
            Kind::Tuple => ("the types of its parts", "tuple<u8, string>"),
            Kind::Map => ("the types of its keys and values", "map<string, u8>"),
            Kind::Own => ("the name of a resource", "own<name>"),
            Kind::Borrow => ("the name of a resource", "borrow<name>"),
            _ => return None,
        };
        if !ends {
            return None;
        }
        let span = self.tokens[generic].span();
        let diagnostic = Diagnostic::error(
            codes::MISSING_NAME,
            format!("{} needs {what}", self.quoted(generic)),
            span,
        )
        .note(format!("as in `{form}`"));
        let missing = [self.missing_at(Kind::Ident, generic)];
        Some((self.replaced(generic, failed, &missing), Some(diagnostic)))
    }

    /// `result<u8, _>`, `result<_>`, `result<_, _>`
    fn nothing_of_a_result(&self, failed: usize) -> Option<Mended> {
        // `result<_` fails behind the `_`, others at it.
        let at = if self.kind(failed) == Some(Kind::Underscore) {
            failed
        } else {
            failed.checked_sub(1)?
        };
        if self.kind(at)? != Kind::Underscore || self.kind(at + 1)? != Kind::Greater {
            return None;
        }
        let result = self.opener(at)?.checked_sub(1)?;
        if self.kind(result)? != Kind::Result {
            return None;
        }
        let all =
            at == result + 2 || (at == result + 4 && self.kind(at - 2) == Some(Kind::Underscore));
        let (first, end) = if all {
            (result + 1, at + 2)
        } else {
            (at - 1, at + 1)
        };
        if !all && self.kind(first)? != Kind::Comma {
            return None;
        }
        let mend = format!(
            "{}{}",
            self.text_of(result, first),
            if all { "" } else { ">" }
        );
        let span = self.span_of(result, at + 2);
        let message = "`_` stands for a value that is not there only before an error";
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            message,
            self.tokens[at].span(),
        )
        .fix(format!("write `{mend}`"), span, mend);
        Some((self.replaced(first, end, &[]), Some(diagnostic)))
    }

    /// `option<u8, u8>`, `result<a, b, c>`
    fn too_many_parameters(&self, failed: usize) -> Option<Mended> {
        let open = self.opener(failed)?;
        let generic = open.checked_sub(1)?;
        let (count, most) = match self.kind(generic)? {
            Kind::List | Kind::Option | Kind::Stream | Kind::Future | Kind::Own | Kind::Borrow => {
                (1, "one type")
            }
            Kind::Result | Kind::Map => (2, "two types"),
            _ => return None,
        };
        let inner = &self.tokens[open + 1..failed];
        let end = self.closing(open, Kind::Less, Kind::Greater)?;
        if self.kind(failed)? != Kind::Comma
            || inner.is_empty()
            || end == failed + 1
            || commas(inner).filter(|at| *at > 0).count() + 1 != count
        {
            return None;
        }
        let message = format!("{} takes {most}", self.quoted(generic));
        let diagnostic =
            Diagnostic::error(codes::UNEXPECTED_TOKEN, message, self.span_of(failed, end))
                .label("more than that")
                .also(self.tokens[generic].span(), "of this");
        Some((self.replaced(failed, end, &[]), Some(diagnostic)))
    }

    /// `borrow<u8>`
    fn handle_of_no_resource(&self, failed: usize) -> Option<Mended> {
        let handle = failed.checked_sub(2)?;
        let end = self.closing(failed - 1, Kind::Less, Kind::Greater)?;
        let is_handle = matches!(self.kind(handle)?, Kind::Own | Kind::Borrow);
        if !is_handle || self.kind(failed - 1)? != Kind::Less || !is_type_keyword(self.text(failed))
        {
            return None;
        }
        let message = format!("{} takes the name of a resource", self.quoted(handle));
        let diagnostic =
            Diagnostic::error(codes::UNEXPECTED_TOKEN, message, self.span_of(failed, end))
                .label("not a resource")
                .note("what is no resource is passed without a handle");
        let missing = [self.missing_at(Kind::Ident, failed)];
        Some((self.replaced(failed, end, &missing), Some(diagnostic)))
    }

    // Functions

    /// `run();`, `export run();`
    fn func_without_keyword(&self, failed: usize) -> Option<Mended> {
        let name = failed.checked_sub(1)?;
        let starts = matches!(self.kind_before(name), Some(Kind::Import | Kind::Export))
            || skip_attributes(self.tokens, 0, name) == name;
        let in_items = matches!(
            self.scope,
            Scope::Interface | Scope::World | Scope::Resource
        );
        if self.kind(failed)? != Kind::LeftParen
            || !is_name(self.kind(name)?)
            || !starts
            || !in_items
        {
            return None;
        }
        // An attribute without its `@` looks much like it.
        let has_params =
            self.kind(failed + 1)? == Kind::RightParen || self.kind(failed + 2)? == Kind::Colon;
        if !has_params {
            return None;
        }
        let place = Span::new(self.tokens[name].end, self.tokens[name].end);
        let diagnostic = Diagnostic::error(
            codes::MISSING_TOKEN,
            format!("expected `: func` behind {}", self.quoted(name)),
            place,
        )
        .fix("add the missing `: func`", place, ": func");
        let missing = [
            Token::missing(Kind::Colon, place.end),
            Token::missing(Kind::Func, place.end),
        ];
        Some((self.replaced(failed, failed, &missing), Some(diagnostic)))
    }

    /// `f: func -> u32;`, `f: func;`
    fn func_without_params(&self, failed: usize) -> Option<Mended> {
        if self.kind_before(failed)? != Kind::Func
            || !matches!(
                self.kind(failed),
                None | Some(Kind::Arrow | Kind::Semicolon)
            )
        {
            return None;
        }
        let place = Span::new(self.tokens[failed - 1].end, self.tokens[failed - 1].end);
        let diagnostic =
            Diagnostic::error(codes::MISSING_TOKEN, "expected `()` behind `func`", place)
                .note("also functions without parameters have parentheses")
                .fix("add the missing `()`", place, "()");
        let missing = [
            Token::missing(Kind::LeftParen, place.end),
            Token::missing(Kind::RightParen, place.end),
        ];
        Some((self.replaced(failed, failed, &missing), Some(diagnostic)))
    }

    /// `func add(…)`, `fn add(…)`: the name behind the keyword.
    fn func_before_name(&self, failed: usize) -> Option<Mended> {
        let is_foreign = |at: usize| {
            self.kind(at) == Some(Kind::Ident)
                && foreign::keyword(self.text(at)) == Some(Kind::Func)
        };
        let mut first = failed;
        if !self
            .kind(failed)
            .is_some_and(|kind| kind == Kind::Func || MODIFIERS.contains(&kind))
        {
            first = failed.checked_sub(1).filter(|before| is_foreign(*before))?;
        }
        let starts = match self.kind_before(first) {
            Some(Kind::Import | Kind::Export) => true,
            _ => skip_attributes(self.tokens, 0, first) == first,
        };
        let mut func = first;
        while self
            .kind(func)
            .is_some_and(|kind| MODIFIERS.contains(&kind))
        {
            func += 1;
        }
        let is_func = self.kind(func)? == Kind::Func || is_foreign(func);
        let name = func + 1;
        if !starts
            || !is_func
            || !is_name(self.kind(name)?)
            || self.kind(name + 1)? != Kind::LeftParen
        {
            return None;
        }
        let modifiers: String = MODIFIERS
            .iter()
            .rev()
            .filter(|kind| {
                self.tokens[first..func]
                    .iter()
                    .any(|token| token.kind == **kind)
            })
            .map(|kind| {
                if *kind == Kind::Async {
                    "async "
                } else {
                    "static "
                }
            })
            .collect();
        let mend = format!("{}: {modifiers}func", self.text(name));
        let span = self.span_of(first, name + 1);
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "the name of a function stands before `func`",
            span,
        )
        .fix(format!("write `{mend}`"), span, mend);
        let mut mended = vec![
            Token {
                kind: Kind::Ident,
                ..self.tokens[name]
            },
            Token::missing(Kind::Colon, self.tokens[name].end),
        ];
        for kind in MODIFIERS.iter().rev() {
            mended.extend(
                self.tokens[first..func]
                    .iter()
                    .find(|token| token.kind == *kind),
            );
        }
        mended.push(Token {
            kind: Kind::Func,
            ..self.tokens[func]
        });
        Some((self.replaced(first, name + 1, &mended), Some(diagnostic)))
    }

    /// `=>`
    fn fat_arrow(&self, failed: usize) -> Option<Mended> {
        let (&equals, &greater) = (self.tokens.get(failed)?, self.tokens.get(failed + 1)?);
        if (equals.kind, greater.kind) != (Kind::Equals, Kind::Greater)
            || equals.end != greater.start
        {
            return None;
        }
        let span = equals.span().to(greater.span());
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "expected `->`, found `=>`",
            span,
        )
        .fix("write `->`", span, "->");
        let arrow = Token {
            kind: Kind::Arrow,
            start: equals.start,
            end: greater.end,
        };
        Some((
            self.replaced(failed, failed + 2, &[arrow]),
            Some(diagnostic),
        ))
    }

    /// `f: func(self, a: u32)`
    fn written_self(&self, failed: usize) -> Option<Mended> {
        let name = failed.checked_sub(1)?;
        if self.text(name) != "self" || self.kind_before(name)? != Kind::LeftParen {
            return None;
        }
        let end = match self.kind(failed)? {
            Kind::RightParen => failed,
            Kind::Comma => failed + 1,
            _ => return None,
        };
        let until = self.tokens.get(end)?.start;
        let span = self.tokens[name].span();
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "a method has `self` without saying so",
            span,
        )
        .fix("remove `self`", Span::new(span.start, until), "");
        Some((self.replaced(name, end, &[]), Some(diagnostic)))
    }

    /// `a: u32 = 5`, `red = 1`
    fn given_value(&self, failed: usize) -> Option<Mended> {
        let in_params = || {
            let before = self.opener(failed).and_then(|at| self.kind_before(at));
            matches!(before, Some(Kind::Func | Kind::Constructor | Kind::Set))
        };
        if self.kind(failed)? != Kind::Equals || !(self.scope.is_list() || in_params()) {
            return None;
        }
        let is_value = |at: usize| {
            self.kind(at).is_some_and(|kind| {
                is_name(kind)
                    || matches!(
                        kind,
                        Kind::Integer | Kind::BadNumber | Kind::Version | Kind::Text
                    )
            })
        };
        let end = failed + 1 + usize::from(is_value(failed + 1));
        let (message, note) = match self.scope {
            Scope::Labels | Scope::Cases => (
                "cases can't be given values",
                "they are numbered in their order, from 0",
            ),
            _ => (
                "WIT has no default values",
                "what may be left out is an `option<…>`",
            ),
        };
        let span = self.span_of(failed, end);
        let diagnostic = Diagnostic::error(codes::UNEXPECTED_TOKEN, message, span).note(note);
        Some((self.replaced(failed, end, &[]), Some(diagnostic)))
    }

    // Lists

    /// `circle(f32)` in an enum or flags.
    fn label_with_payload(&self, failed: usize) -> Option<Mended> {
        if self.scope != Scope::Labels
            || self.kind(failed)? != Kind::LeftParen
            || !is_name(self.kind_before(failed)?)
        {
            return None;
        }
        let end = self.closing(failed, Kind::LeftParen, Kind::RightParen)?;
        let message = format!("{} can't hold a value", self.quoted(failed - 1));
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            message,
            self.span_of(failed, end + 1),
        )
        .note(
            "the cases of a `variant` hold values; those of an `enum`, and flags, are just names",
        );
        Some((self.replaced(failed, end + 1, &[]), Some(diagnostic)))
    }

    /// `a b c` in an enum or flags.
    fn labels_without_commas(&self, failed: usize) -> Option<Mended> {
        let all_names = self.tokens.iter().all(|token| is_name(token.kind));
        if self.scope != Scope::Labels || self.tokens.len() < 3 || failed != 1 || !all_names {
            return None;
        }
        let (mut mended, mut edits) = (Vec::new(), Vec::new());
        for (index, token) in self.tokens.iter().enumerate() {
            mended.push(*token);
            if index + 1 < self.tokens.len() {
                mended.push(Token::missing(Kind::Comma, token.end));
                edits.push(Edit {
                    span: Span::new(token.end, token.end),
                    text: ",".to_owned(),
                });
            }
        }
        let place = edits.first()?.span;
        let mut diagnostic =
            Diagnostic::error(codes::MISSING_TOKEN, "cases are separated by `,`", place)
                .label("expected `,` here");
        for edit in edits.iter().skip(1).take(4) {
            diagnostic = diagnostic.also(edit.span, "and here");
        }
        diagnostic.fixes.push(Fix {
            message: "add the missing `,`".to_owned(),
            edits,
            sure: true,
        });
        Some((mended, Some(diagnostic)))
    }

    /// `record r<t> {`, `type t<a> =`
    fn parameters_of_a_definition(&self, failed: usize) -> Option<Mended> {
        let keyword = self.kind(failed.checked_sub(2)?)?;
        let defines = matches!(
            keyword,
            Kind::Record
                | Kind::Variant
                | Kind::Enum
                | Kind::Flags
                | Kind::Resource
                | Kind::Type
                | Kind::Interface
                | Kind::World
        );
        if self.kind(failed)? != Kind::Less || !is_name(self.kind_before(failed)?) || !defines {
            return None;
        }
        let end = self.closing(failed, Kind::Less, Kind::Greater)?;
        let message = format!("{} can't have parameters", self.quoted(failed - 1));
        let diagnostic = Diagnostic::error(codes::UNKNOWN_GENERIC, message, self.span_of(failed, end + 1))
            .note("only the types that WIT brings along have parameters: define one for each type that is needed");
        Some((self.replaced(failed, end + 1, &[]), Some(diagnostic)))
    }
}

/// Whether this is the keyword of a type.
fn is_type_keyword(word: &str) -> bool {
    const OTHERS: [&str; 9] = [
        "bool",
        "char",
        "string",
        "list",
        "option",
        "result",
        "tuple",
        "map",
        "error-context",
    ];
    let number = word
        .strip_prefix(['u', 's', 'f'])
        .is_some_and(|bits| matches!(bits, "8" | "16" | "32" | "64"));
    is_keyword(word) && (number || OTHERS.contains(&word))
}

/// Whether there is a comma outside of all `<…>`.
fn has_commas(tokens: &[Token]) -> bool {
    commas(tokens).next().is_some()
}

/// The indices of the commas outside of all `<…>`.
fn commas(tokens: &[Token]) -> impl Iterator<Item = usize> + '_ {
    let mut depth = 0_isize;
    tokens.iter().enumerate().filter_map(move |(at, token)| {
        depth += isize::from(token.kind == Kind::Less) - isize::from(token.kind == Kind::Greater);
        (token.kind == Kind::Comma && depth == 0).then_some(at)
    })
}
