//! What a few tokens tell: words that are others today, names that are none, results with names, items without home.

use super::Names;
use super::edits::Edits;
use crate::ast::Comment;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::lexer::{Token, Tokens};
use crate::lexical::kebab;
use crate::{escaped, is_valid_name};
use witc_diagnostics::{Diagnostic, Span};

/// What shows that a file is in an older dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Function,
    Expected,
    Unit,
    Homeless,
    UseFrom,
    Handle,
    Union,
    StaticFirst,
    Semicolon,
    Float,
    NamedResults,
    Default,
    TypeResource,
    Name,
}

impl Sign {
    /// When this was WIT for the last time, more or less.
    pub(super) fn year(self) -> u16 {
        match self {
            Self::Function
            | Self::Expected
            | Self::Unit
            | Self::Homeless
            | Self::UseFrom
            | Self::Handle
            | Self::Union
            | Self::StaticFirst => 2021,
            _ => 2023,
        }
    }

    /// What is written today.
    pub(super) fn today(self) -> &'static str {
        match self {
            Self::Function => "this is `func` today",
            Self::Expected => "this is `result` today",
            Self::Unit => "a function without result has no `->` today",
            Self::Homeless => "this stands in an `interface` today",
            Self::UseFrom => "this is `use a.{b};` today",
            Self::Handle => "this is the resource's name or `borrow<…>` today",
            Self::Union => "this is a `variant` today, whose cases have names",
            Self::StaticFirst => "`static` stands before `func` today",
            Self::Semicolon => "a `;` ends this today",
            Self::Float => "this is `f32` or `f64` today",
            Self::NamedResults => "a function has one result without a name today",
            Self::Default => "there is no `default` today",
            Self::TypeResource => "this is `resource a;`",
            Self::Name => "names are words that `-` joins",
        }
    }
}

/// A text, its tokens, and what is to be done with them.
pub(super) struct Rewriter<'s> {
    text: &'s str,
    base: u32,
    tokens: Vec<Token>,
    brackets: Brackets,
    comments: Vec<Comment>,
    pub(super) edits: Edits,
    pub(super) signs: Vec<(Sign, Span)>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'s> Rewriter<'s> {
    pub(super) fn new(text: &'s str, base: u32) -> Self {
        let mut stream = Tokens::new(text, base);
        let mut tokens = Vec::new();
        stream.rest(&mut tokens, &mut Vec::new());
        Self {
            text,
            base,
            brackets: Brackets::new(&tokens),
            tokens,
            comments: stream.comments,
            edits: Edits::default(),
            signs: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Finds all edits.
    pub(super) fn rewrite(&mut self, names: &Names<'_>) {
        let has_package = self.package(names);
        self.homeless(names, has_package);
        let floats = !self.defines_floats();
        for at in 0..self.tokens.len() {
            match self.tokens[at].kind {
                Kind::Ident => self.word(at, floats),
                Kind::Arrow => self.result(at),
                Kind::Static => self.static_first(at),
                Kind::Type => self.type_resource(at),
                Kind::Use => self.use_from(at),
                _ => {}
            }
        }
        for at in 0..self.tokens.len() {
            self.name(at);
        }
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn before(&self, at: usize) -> Option<Kind> {
        at.checked_sub(1).and_then(|before| self.kind(before))
    }

    fn word_at(&self, at: usize) -> &'s str {
        self.tokens
            .get(at)
            .map_or("", |token| self.slice(token.span()))
    }

    fn slice(&self, span: Span) -> &'s str {
        self.text
            .get((span.start - self.base) as usize..(span.end - self.base) as usize)
            .unwrap_or_default()
    }

    /// The kind of the innermost bracket that is open before a token.
    fn opener(&self, at: usize) -> Option<Kind> {
        self.brackets
            .opener(at)
            .and_then(|opener| self.kind(opener))
    }

    /// The index of the token that closes the bracket at `open`.
    fn closer(&self, open: usize) -> Option<usize> {
        self.brackets
            .closers
            .get(open)
            .copied()
            .filter(|&close| close > open)
    }

    fn sign(&mut self, sign: Sign, span: Span) {
        self.signs.push((sign, span));
    }

    /// Replaces text; the comments in it stay.
    fn replace(&mut self, span: Span, text: &str) {
        let mut new = text.to_owned();
        let from = self
            .comments
            .partition_point(|comment| comment.span.start < span.start);
        let inside = self.comments[from..]
            .iter()
            .take_while(|comment| comment.span.end <= span.end);
        for comment in inside {
            let comment = self.slice(comment.span);
            new.push(' ');
            new.push_str(comment);
            if comment.starts_with("//") {
                new.push('\n');
            }
        }
        self.edits.add(span, new);
    }

    fn unknown(&mut self, span: Span, message: impl Into<String>, note: impl Into<String>) {
        self.diagnostics
            .push(Diagnostic::error(codes::UPGRADE_UNKNOWN, message, span).note(note));
    }

    // Words

    fn word(&mut self, at: usize, floats: bool) {
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
            "handle" if after == Some(Kind::Ident) => {
                self.sign(Sign::Handle, span);
                let resource = self.word_at(at + 1);
                if before == Some(Kind::Arrow) {
                    self.replace(Span::new(span.start, self.tokens[at + 1].start), "");
                } else {
                    self.unknown(
                        span.to(self.tokens[at + 1].span()),
                        format!(
                            "whether this handle of `{resource}` is lent or given away is not known"
                        ),
                        format!("write `borrow<{resource}>` if it is lent, and else `{resource}`"),
                    );
                }
            }
            "union" if after == Some(Kind::Ident) && self.kind(at + 2) == Some(Kind::LeftBrace) => {
                self.sign(Sign::Union, span);
                self.unknown(
                    span,
                    "what the cases of this union shall be called is not known",
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
    fn defines_floats(&self) -> bool {
        (0..self.tokens.len()).any(|at| {
            matches!(self.word_at(at), "float32" | "float64") && {
                let before = self.before(at);
                let used = matches!(before, Some(Kind::LeftBrace | Kind::Comma))
                    && self
                        .brackets
                        .opener(at)
                        .and_then(|opener| self.before(opener))
                        == Some(Kind::Dot);
                used || before.is_some_and(|kind| kind == Kind::As || starts_type(kind))
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

    // Functions

    /// `-> ()`, `-> (a: t)`, `-> (a: t, b: u)`, `-> unit`
    fn result(&mut self, at: usize) {
        let behind = Span::new(
            at.checked_sub(1)
                .map_or(self.base, |before| self.tokens[before].end),
            self.tokens[at].end,
        );
        if self.word_at(at + 1) == "unit" {
            let span = self.tokens[at + 1].span();
            self.sign(Sign::Unit, span);
            self.replace(behind.to(span), "");
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
            self.replace(behind.to(span), "");
            return;
        }
        let starts = (open + 1..close).filter(|&here| {
            here == open + 1
                || (self.tokens[here - 1].kind == Kind::Comma
                    && self.brackets.opener(here - 1) == Some(open))
        });
        let starts: Vec<usize> = starts.collect();
        let named = |&start: &usize| start + 2 < close && self.kind(start + 1) == Some(Kind::Colon);
        if !starts.iter().all(named) {
            return;
        }
        self.sign(Sign::NamedResults, span);
        let [open_span, close_span] = [open, close].map(|here| self.tokens[here].span());
        if let [_] = starts.as_slice() {
            let last = if self.tokens[close - 1].kind == Kind::Comma {
                close - 2
            } else {
                close - 1
            };
            self.replace(Span::new(open_span.start, self.tokens[open + 3].start), "");
            self.replace(Span::new(self.tokens[last].end, close_span.end), "");
            return;
        }
        let names: Vec<String> = starts
            .iter()
            .map(|&start| format!("`{}`", self.word_at(start)))
            .collect();
        self.diagnostics.push(
            Diagnostic::warning(
                codes::RESULT_NAMES_LOST,
                format!("the names {} of results are lost", names.join(", ")),
                span,
            )
            .note("to keep them, define a record whose fields have these names"),
        );
        self.replace(open_span, "tuple<");
        for start in starts {
            self.replace(
                Span::new(self.tokens[start].start, self.tokens[start + 2].start),
                "",
            );
        }
        self.replace(close_span, ">");
    }

    /// `static name: func()`
    fn static_first(&mut self, at: usize) {
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
                format!("which types this brings in from `{from}` is not known"),
                format!("name them: `use {from}.{{a, b}};`"),
            );
            return;
        }
        if self.kind(at + 1) != Some(Kind::LeftBrace) {
            return;
        }
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

    /// The name as it is written today.
    fn today(&self, word: &str) -> String {
        let name = word.strip_prefix('%').unwrap_or(word);
        kebab(name).map_or_else(|| word.to_owned(), |name| escaped(&name).into_owned())
    }

    fn name(&mut self, at: usize) {
        let (token, word) = (self.tokens[at], self.word_at(at));
        let name = word.strip_prefix('%').unwrap_or(word);
        if token.kind == Kind::Ident && !is_valid_name(name) && kebab(name).is_some() {
            self.sign(Sign::Name, token.span());
            self.edits.add(token.span(), self.today(word));
        }
    }

    // Packages and items without home

    /// Gives the package's declaration a namespace; whether there is a declaration.
    fn package(&mut self, names: &Names<'_>) -> bool {
        if self.kind(0) != Some(Kind::Package) {
            return false;
        }
        if self.kind(1) == Some(Kind::Ident) && self.kind(2) != Some(Kind::Colon) {
            let has_version = self.kind(2) == Some(Kind::At) && self.tokens.len() > 3;
            let (span, version) = (self.tokens[1].span(), if has_version { 3 } else { 1 });
            let whole = span.to(self.tokens[version].span());
            match names.package {
                Some(package) if package.contains('@') => self.replace(whole, package),
                Some(package) => self.replace(span, package),
                None => {
                    let name = self.today(self.word_at(1));
                    self.unknown(
                        span,
                        format!("the namespace of the package `{name}` is not known"),
                        format!("write `package namespace:{name};`, or call `witc fmt --upgrade --package namespace:{name}`"),
                    );
                }
            }
        }
        true
    }

    /// Puts an interface around items that stand in none, and the package's declaration before them.
    fn homeless(&mut self, names: &Names<'_>, has_package: bool) {
        let is_top = |at: usize| {
            matches!(self.kind(at), Some(Kind::Interface | Kind::World))
                && self.brackets.opener(at).is_none()
                && !matches!(self.before(at), Some(Kind::Colon | Kind::Dot | Kind::Slash))
        };
        let starts_item = self
            .kind(0)
            .is_some_and(|kind| kind == Kind::Use || starts_type(kind))
            || self.kind(1) == Some(Kind::Colon)
            || self.word_at(0) == "union";
        let homeless = !has_package
            && starts_item
            && self.brackets.balanced
            && !(0..self.tokens.len()).any(is_top);
        let Some(&first) = self.tokens.first() else {
            return;
        };
        let place = self.start_of_first();
        let mut before = String::new();
        if let (Some(package), false) = (names.package, has_package) {
            before = format!("package {package};\n\n");
        }
        if homeless {
            self.sign(Sign::Homeless, first.span());
            let name = names.interface.map(|name| self.today(name));
            let known = name
                .as_deref()
                .is_none_or(|name| is_valid_name(name.trim_start_matches('%')));
            if !known {
                self.unknown(
                    first.span(),
                    "what the interface of these items shall be called is not known",
                    "write `interface name { … }` around them, or give the file the name that the interface shall have",
                );
            }
            // With any name the rest can be read.
            let name = name.filter(|_| known).unwrap_or_else(|| "unnamed".into());
            before.push_str(&format!("interface {name} {{\n"));
            let end = self.base + self.text.trim_end().len() as u32;
            self.edits
                .add(Span::new(end, self.base + self.text.len() as u32), "\n}\n");
            if names.package.is_none() && names.interface.is_some() {
                self.diagnostics.push(
                    Diagnostic::warning(
                        codes::UPGRADE_UNKNOWN,
                        "which package this file belongs to is not known",
                        first.span(),
                    )
                    .note("write `package namespace:name;` at the start of a file of its folder, or call `witc fmt --upgrade --package namespace:name`"),
                );
            }
        }
        if !before.is_empty() {
            self.edits.add(Span::new(place, place), before);
        }
    }

    /// Where the first item starts, with the comments that stand directly before it.
    fn start_of_first(&self) -> u32 {
        let Some(first) = self.tokens.first() else {
            return self.base;
        };
        let mut start = first.start;
        for comment in self
            .comments
            .iter()
            .rev()
            .filter(|comment| comment.span.end <= first.start)
        {
            let between = self.slice(Span::new(comment.span.end, start));
            if between.bytes().filter(|&byte| byte == b'\n').count() > 1 {
                break;
            }
            start = comment.span.start;
        }
        start
    }
}

/// Which brackets belong together.
struct Brackets {
    /// For each token the index of the innermost bracket that is open before it, plus one; 0 if there is none.
    openers: Vec<usize>,
    /// For each opening bracket the index of the one that closes it, else 0.
    closers: Vec<usize>,
    /// Whether none is missing.
    balanced: bool,
}

impl Brackets {
    fn new(tokens: &[Token]) -> Self {
        let mut open: Vec<usize> = Vec::new();
        let mut openers = Vec::with_capacity(tokens.len());
        let mut closers = vec![0; tokens.len()];
        let mut balanced = true;
        for (at, token) in tokens.iter().enumerate() {
            openers.push(open.last().map_or(0, |opener| opener + 1));
            match token.kind {
                Kind::LeftParen | Kind::LeftBrace | Kind::Less => open.push(at),
                Kind::RightParen | Kind::RightBrace | Kind::Greater => match open.pop() {
                    Some(opener) => closers[opener] = at,
                    None => balanced = false,
                },
                _ => {}
            }
        }
        balanced &= open.is_empty();
        Self {
            openers,
            closers,
            balanced,
        }
    }

    fn opener(&self, at: usize) -> Option<usize> {
        self.openers
            .get(at)
            .copied()
            .unwrap_or_default()
            .checked_sub(1)
    }
}

/// Whether a definition of a type starts with this keyword.
fn starts_type(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Type | Kind::Record | Kind::Variant | Kind::Enum | Kind::Flags | Kind::Resource
    )
}
