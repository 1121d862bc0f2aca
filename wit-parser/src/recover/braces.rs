//! Braces that do not balance: where one is missing or too many.
//!
//! Items say where they may stand: an `interface` within an interface shows that a `}` is missing before it, a function
//! outside of all items that the `}` before it is one too many, a `record a` without `{` that this is missing. Where the
//! grammar leaves a choice, as with the functions after those of a resource, the indentation decides.

use super::brace_depth::{Depths, is_outside_of_parens, leaves_open};
use super::doubled_heads;
use super::finder::Finder;
use super::head::{Head, head, is_name, scope_of, skip_attributes};
use super::layout::Layout;
use super::mistake::MAX_MISTAKES;
use super::mistake::{BraceMistake, Found, Missing, Mistake, TooDeep};
use crate::generated::tokens::Kind;
use crate::keyword::{is_braced, starts_item};
use crate::lexer::Token;
use crate::scope::Scope;
use witc_diagnostics::Span;

/// A pair of braces that is open.
struct Open {
    scope: Scope,
    brace: Token,
    /// The first token of the item, attributes aside.
    head: Token,
    /// How far the line of `head` is indented.
    indentation: Option<usize>,
    /// How far the first thing within the braces is indented, if a line starts with it.
    inner: Option<usize>,
}

impl Open {
    /// Whether something that is indented by `column` stands outside of these braces.
    fn is_left_by(&self, column: usize) -> bool {
        self.indentation
            .is_some_and(|outer| column <= outer && self.inner.is_none_or(|inner| inner > outer))
    }
}

/// Whether a brace at `at`, or before it, belongs to the other side of its neighbour.
fn is_swapped(tokens: &[Token], at: usize) -> bool {
    let kind = |back: usize| at.checked_sub(back).map(|at| tokens[at].kind);
    let named = |back: usize| kind(back).is_some_and(is_name);
    match tokens[at].kind {
        // `interface a type { `: a keyword stands where the `{` should.
        Kind::LeftBrace
            if kind(1).is_some_and(|kind| starts_item(kind) || kind == Kind::Constructor) =>
        {
            let versioned = kind(2) == Some(Kind::Version) && kind(3) == Some(Kind::At);
            let name = if versioned { 4 } else { 2 };
            let package =
                kind(name + 1) == Some(Kind::Colon) && kind(name + 3) == Some(Kind::Package);
            named(name) && (package || (!versioned && kind(3).is_some_and(is_braced)))
        }
        // `use a.}{`
        Kind::LeftBrace if kind(1) == Some(Kind::RightBrace) => {
            matches!(kind(2), Some(Kind::Dot | Kind::With))
                || (named(2) && kind(3).is_some_and(is_braced))
        }
        // `{a as } b`
        token => is_name(token) && kind(1) == Some(Kind::RightBrace) && kind(2) == Some(Kind::As),
    }
}

struct Doctor<'a, 's> {
    tokens: &'a [Token],
    layout: Layout<'s>,
    found: &'a mut Vec<Found>,
    out: Vec<Token>,
    open: Vec<Open>,
    /// How many `{` there are more than `}`, in the tokens that are not done and the braces that are open.
    excess: isize,
    /// The braces that were closed last, and the place of their `}` in `out`.
    closed: Option<(Open, usize)>,
}

/// The tokens with braces that balance; nothing if they are nested too deep.
pub(crate) fn balance(
    mut tokens: Vec<Token>,
    layout: Layout<'_>,
    found: &mut Vec<Found>,
) -> Option<Vec<Token>> {
    for at in 1..tokens.len() {
        if is_swapped(&tokens, at) && found.len() < MAX_MISTAKES {
            let finder = Finder {
                layout,
                tokens: &tokens,
                scope: Scope::File,
            };
            found.push(finder.swapped(at));
            tokens.swap(at - 1, at);
        }
    }
    // Most files have braces that balance, even if something else is wrong; they are left as they are.
    let mut depths = Depths::of(&tokens);
    if depths.end > 0 && doubled_heads::take_out(&mut tokens, depths.end as usize, layout, found) {
        depths = Depths::of(&tokens);
    }
    if let Some(token) = depths.deep {
        found.push(Found::new(token.span(), TooDeep::Braces));
        return None;
    }
    if depths.end == 0 && depths.lowest == 0 {
        return Some(tokens);
    }
    let mut doctor = Doctor {
        tokens: &tokens,
        layout,
        found,
        out: Vec::with_capacity(tokens.len() + 1),
        open: Vec::new(),
        excess: depths.end,
        closed: None,
    };
    doctor.run();
    Some(doctor.out)
}

impl Doctor<'_, '_> {
    fn run(&mut self) {
        // The start of the current statement.
        let mut start = 0;
        for (at, &token) in self.tokens.iter().enumerate() {
            let before = self.out.last().map(|token| token.kind);
            let at_start = matches!(
                before,
                None | Some(Kind::LeftBrace | Kind::RightBrace | Kind::Semicolon)
            );
            if at_start {
                start = at;
            }
            match token.kind {
                Kind::LeftBrace => self.left(at, start),
                Kind::RightBrace => self.right(at),
                _ => {
                    if token.kind == Kind::Semicolon
                        && self.scope() == Scope::Names
                        && self.excess > 0
                    {
                        self.close_missing(1);
                    } else if at_start
                        || before == Some(Kind::Comma)
                        || self.layout.is_first(token)
                        || self.is_function_in_record(at)
                    {
                        self.element(at, at_start, &mut start);
                    }
                    self.out.push(token);
                    self.missing_left(at, start);
                }
            }
        }
        self.end();
    }

    fn report(&mut self, span: Span, mistake: impl Into<Mistake>) {
        if self.found.len() < MAX_MISTAKES {
            self.found.push(Found::new(span, mistake));
        }
    }

    /// Whether a function starts among the fields of a record whose `}` may be missing.
    fn is_function_in_record(&self, at: usize) -> bool {
        self.excess > 0
            && self.scope() == Scope::Fields
            && head(self.tokens, at) == Some(Head::Func)
    }

    fn scope(&self) -> Scope {
        self.open.last().map_or(Scope::File, |open| open.scope)
    }

    fn last_end(&self) -> u32 {
        self.out.last().map_or(self.layout.base, |token| token.end)
    }

    fn left(&mut self, at: usize, start: usize) {
        let token = self.tokens[at];
        let scope = scope_of(self.tokens, start, at, self.scope());
        let has_head = start < at && self.may_follow(at, start);
        // With more `{` than `}`, one that nothing asks for is the one too many; else a keyword may be missing before it.
        if !has_head && self.excess > 0 {
            self.excess -= 1;
            self.report(token.span(), BraceMistake::StrayLeft);
            return;
        }
        self.push(
            scope,
            token,
            self.tokens[skip_attributes(self.tokens, start, at)],
        );
    }

    /// Whether braces may start at `at`, in the statement that starts at `start`: not in parentheses, and not after punctuation
    /// that something else has to follow.
    fn may_follow(&self, at: usize, start: usize) -> bool {
        let before = self.tokens[at - 1].kind;
        let in_attribute =
            is_name(before) && at >= start + 2 && self.tokens[at - 2].kind == Kind::At;
        !in_attribute
            && !leaves_open(before)
            && super::type_tokens::generic(before).is_none()
            && is_outside_of_parens(&self.tokens[start..at])
    }

    /// Whether a `}` comes in the middle of a statement that nobody ends like this.
    fn is_in_statement(&self) -> bool {
        let before = self.out.last().map_or(Kind::LeftBrace, |token| token.kind);
        // An item that lacks its end may stand before the `}` of what it is in.
        let is_complete = before == Kind::Comma || before == Kind::Dot;
        !is_complete && (leaves_open(before) || !is_outside_of_parens(&self.out))
    }

    fn push(&mut self, scope: Scope, brace: Token, head: Token) {
        let indentation = self.layout.indentation(head);
        self.open.push(Open {
            scope,
            brace,
            head,
            indentation,
            inner: None,
        });
        self.out.push(brace);
    }

    fn right(&mut self, at: usize) {
        let token = self.tokens[at];
        let next = self.tokens.get(at + 1).map(|token| token.kind);
        if self.excess < 0 && next == Some(Kind::Semicolon) && self.scope() != Scope::Names {
            // Only lists of names are followed by a `;`.
            self.excess += 1;
            self.stray_right(token);
            return;
        }
        if self.excess < 0 && self.is_in_statement() {
            self.excess += 1;
            self.stray_right(token);
            return;
        }
        if let Some(column) = self.layout.column_if_first(token) {
            // A `}` that is indented less than the innermost item closes one around it.
            let inner = self.open.iter().rev().take_while(|open| {
                open.indentation.is_some_and(|outer| {
                    column < outer && open.inner.is_none_or(|inner| inner > outer)
                })
            });
            let count = inner.count().min(self.excess.max(0) as usize);
            if count < self.open.len() {
                self.close_missing(count);
            }
        }
        match self.open.pop() {
            Some(open) => {
                self.out.push(token);
                self.closed = Some((open, self.out.len() - 1));
            }
            None => {
                self.excess += 1;
                self.stray_right(token);
            }
        }
    }

    fn stray_right(&mut self, token: Token) {
        let last = self.found.last().map(|last| last.span.end);
        let follows = last.is_some_and(|end| self.only_blanks(end, token.start));
        if follows
            && let Some(last) = self.found.last_mut()
            && last.add_right_brace(token.end)
        {
            return;
        }
        let stray = BraceMistake::StrayRight {
            several: false,
            outside: self.open.is_empty(),
        };
        self.report(token.span(), stray);
    }

    /// Whether nothing but blanks stands between two positions.
    fn only_blanks(&self, from: u32, to: u32) -> bool {
        let base = self.layout.base;
        let between = self
            .layout
            .text
            .as_bytes()
            .get((from - base) as usize..(to.max(from) - base) as usize);
        between.is_some_and(|between| {
            between.len() < 400 && between.iter().all(u8::is_ascii_whitespace)
        })
    }

    /// Something starts at `at`: an item or an element of a list. Closes what it can't stand in.
    fn element(&mut self, at: usize, at_start: bool, start: &mut usize) {
        let token = self.tokens[at];
        let column = self.layout.column_if_first(token);
        if at_start
            && !self.is_empty_and_left_by(column)
            && let Some(open) = self.open.last_mut()
        {
            open.inner = open.inner.or(column);
        }
        let scope = self.scope();
        if !at_start && !scope.is_list() {
            return;
        }
        let head = head(self.tokens, at);
        // More `{` than `}`: one is missing. With fewer, one is too many, and where both are equal
        // nothing is closed or opened here.
        if self.excess > 0 {
            // What an item is tells for sure where it can't stand; its indentation is only a hint.
            let mut count = self.left_by(head);
            if count == 0
                && let Some(column) = column
            {
                count = self
                    .open
                    .iter()
                    .rev()
                    .take_while(|open| open.is_left_by(column))
                    .count();
            }
            let count = count.min(self.excess as usize);
            self.close_missing(count);
            if count > 0 {
                *start = at;
            }
        } else if self.excess < 0 && at_start && self.returns_to_closed(head, at) {
            self.reopen();
            *start = at;
        }
    }

    /// Whether the first thing after the innermost `{` is indented as if it stood outside, in a file that indents.
    fn is_empty_and_left_by(&self, column: Option<usize>) -> bool {
        let [.., around, open] = self.open.as_slice() else {
            return false;
        };
        // In a file that does not indent, columns say nothing.
        let indents = around.inner > around.indentation && around.indentation.is_some();
        indents && open.inner.is_none() && column.is_some() && column <= open.indentation
    }

    /// How many braces have to be closed for an item to stand where it may.
    fn left_by(&self, head: Option<Head>) -> usize {
        let Some(head) = head else { return 0 };
        let outer = self
            .open
            .iter()
            .rev()
            .position(|open| head.may_stand_in(open.scope));
        match outer {
            Some(count) => count,
            // Only a `package` may stand nowhere but at the top.
            None if head.may_stand_in(Scope::File) => self.open.len(),
            None => 0,
        }
    }

    /// Whether what starts at `at` belongs into the braces that were closed right before it.
    fn returns_to_closed(&self, head: Option<Head>, at: usize) -> bool {
        let Some((closed, place)) = &self.closed else {
            return false;
        };
        // Between the `}` and here other things stand outside as well, so that it is in its place.
        if place + 1 != self.out.len() {
            return false;
        }
        let scope = self.scope();
        match head {
            Some(head) => head.may_stand_in(closed.scope) && !head.may_stand_in(scope),
            None if closed.scope == Scope::Names => self.tokens[at].kind != Kind::Semicolon,
            None => {
                closed.scope.is_list()
                    && (is_name(self.tokens[at].kind) || self.tokens[at].kind == Kind::Comma)
            }
        }
    }

    /// Takes the last `}` back.
    fn reopen(&mut self) {
        if let Some((open, place)) = self.closed.take() {
            let token = self.out.remove(place);
            self.open.push(open);
            self.excess += 1;
            self.stray_right(token);
        }
    }

    /// Adds the `}` of the innermost braces, `count` times.
    fn close_missing(&mut self, count: usize) {
        for _ in 0..count {
            let Some(open) = self.open.pop() else { return };
            let end = self.last_end();
            self.excess -= 1;
            self.report(Span::new(end, end), never_closed(&open, Vec::new()));
            self.out.push(Token::missing(Kind::RightBrace, end));
            // A brace that was made up is never taken back.
            self.closed = None;
        }
    }

    /// Adds the `{` that is missing after the token at `at`, if one is.
    fn missing_left(&mut self, at: usize, start: usize) {
        if self.excess >= 0
            || self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::LeftBrace)
        {
            return;
        }
        let token = self.tokens[at];
        let first = skip_attributes(self.tokens, start, at);
        let keyword = self.tokens[first].kind;
        let next = self.tokens.get(at + 1).map(|token| token.kind);
        // The `{` follows the name, or the path, that is complete here; a `;` would end the item without braces.
        let is_missing = match (keyword, at - first) {
            (keyword, 1) if is_braced(keyword) => next != Some(Kind::Semicolon),
            (Kind::Package, 3..) => {
                let after_next = self.tokens.get(at + 2).map(|token| token.kind);
                let versioned = next == Some(Kind::At)
                    && matches!(
                        after_next,
                        Some(Kind::Version | Kind::Integer | Kind::BadNumber)
                    );
                !versioned
                    && !matches!(
                        next,
                        Some(Kind::Semicolon | Kind::Version | Kind::Slash | Kind::Colon)
                    )
                    && (is_name(token.kind) || token.kind == Kind::Version)
            }
            // `import a: interface`, whose fourth token it is.
            (Kind::Import | Kind::Export, 3) => token.kind == Kind::Interface,
            (Kind::Use, 2..) => token.kind == Kind::Dot,
            (Kind::Include, 2..) => token.kind == Kind::With,
            _ => false,
        };
        if is_missing {
            self.excess += 1;
            let brace = Token::missing(Kind::LeftBrace, token.end);
            let scope = match (keyword, token.kind) {
                (_, Kind::Dot | Kind::With) => Scope::Names,
                _ => {
                    let mut with_brace: Vec<Token> = self.tokens[first..=at].to_vec();
                    with_brace.push(brace);
                    scope_of(&with_brace, 0, at + 1 - first, self.scope())
                }
            };
            let place = Span::new(token.end, token.end);
            self.report(place, Missing::LeftBrace { after: token });
            self.push(scope, brace, self.tokens[first]);
        }
    }

    /// Closes what is open at the end of the file.
    fn end(&mut self) {
        let Some(mut innermost) = self.open.pop() else {
            return;
        };
        let end = self.last_end();
        self.out.push(Token::missing(Kind::RightBrace, end));
        let mut around = Vec::new();
        while let Some(open) = self.open.pop() {
            self.out.push(Token::missing(Kind::RightBrace, end));
            around.push(std::mem::replace(&mut innermost, open));
        }
        // The outermost is named: if there is one mistake, it is that one.
        let inner = around.iter().rev().map(|open| open.brace).collect();
        self.report(Span::new(end, end), never_closed(&innermost, inner));
    }
}

/// The mistake of braces that are open with others in them.
fn never_closed(open: &Open, inner: Vec<Token>) -> BraceMistake {
    BraceMistake::NeverClosed {
        scope: open.scope,
        head: open.head,
        open: open.brace,
        inner,
    }
}
