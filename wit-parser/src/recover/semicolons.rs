//! Several `;` in a row: one mistake, wherever they stand.

use super::brace_depth::leaves_open;
use super::head::{head, is_keyword, is_name, skip_attributes};
use super::layout::Layout;
use super::mistake::{Found, MAX_MISTAKES, TokenMistake};
use super::separators::element;
use crate::generated::tokens::Kind;
use crate::keyword;
use crate::lexer::{Token, mark_accessor};
use witc_diagnostics::Span;

/// The `;` that is needed where several stand.
enum Needed {
    /// None: nothing ends there.
    Nothing,
    /// One, which ends an item.
    End,
    /// One, which ends an item that is not complete.
    EndOfIncomplete,
    /// One, in the place of a comma.
    Comma,
}

/// Leaves at most one `;` of those in a row, and reports the others.
pub(crate) fn shorten_rows(tokens: &mut Vec<Token>, layout: Layout<'_>, found: &mut Vec<Found>) {
    // Most files have none.
    if !tokens.windows(2).any(|pair| is_row(pair, layout)) {
        return;
    }
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut brackets = Brackets::default();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let length = 1 + rest
            .windows(2)
            .take_while(|pair| is_row(pair, layout))
            .count();
        at += length;
        if length == 1 || found.len() >= MAX_MISTAKES {
            brackets.enter(rest[0], &out);
            out.extend_from_slice(&rest[..length]);
            if rest[0].kind == Kind::LeftParen {
                // A row may have been between the two.
                mark_accessor(&mut out, layout.text, layout.base);
            }
            continue;
        }
        let (row, rest) = rest.split_at(length);
        let needed = brackets.needed(&out, rest, layout);
        if matches!(needed, Needed::End | Needed::EndOfIncomplete) {
            brackets.end_item();
        }
        shorten(row, &needed, &mut out, found);
    }
    *tokens = out;
}

/// Whether two neighbours are `;` with only blanks between them.
fn is_row(pair: &[Token], layout: Layout<'_>) -> bool {
    let [first, second] = pair else { return false };
    let between = Span::new(first.end, second.start);
    (first.kind, second.kind) == (Kind::Semicolon, Kind::Semicolon)
        && layout
            .span(between)
            .bytes()
            .all(|byte| byte.is_ascii_whitespace())
}

/// Adds what is left of a row of `;` to the tokens before it, and reports the others.
fn shorten(row: &[Token], needed: &Needed, out: &mut Vec<Token>, found: &mut Vec<Found>) {
    let [first, second, ..] = row else { return };
    let end = row[row.len() - 1].end;
    // The fix of the one in the place of a comma takes the others away.
    let whole = Token { end, ..*first };
    let superfluous = match needed {
        Needed::Nothing => whole.span(),
        Needed::End => {
            out.push(*first);
            Span::new(second.start, end)
        }
        Needed::EndOfIncomplete => {
            out.push(*first);
            return;
        }
        Needed::Comma => {
            out.push(whole);
            return;
        }
    };
    let several = superfluous.start < second.start || row.len() > 2;
    let mistake = TokenMistake::StraySemicolons { several };
    found.push(Found::new(superfluous, mistake));
}

/// A bracket that is open.
struct Bracket {
    kind: Kind,
    /// Whether it holds a list: not so the braces of items.
    is_list: bool,
    /// Whether these are the braces of a `use`.
    is_use: bool,
}

/// The brackets that are open.
#[derive(Default)]
struct Brackets {
    open: Vec<Bracket>,
    /// Whether the last token closes the names of a `use`, which a `;` follows.
    closes_use: bool,
}

impl Brackets {
    /// Goes on after a token, which follows those in `before`.
    fn enter(&mut self, token: Token, before: &[Token]) {
        self.closes_use = false;
        match token.kind {
            Kind::LeftParen | Kind::Less | Kind::LeftBrace => self.open.push(Bracket {
                kind: token.kind,
                is_list: element(before, token.kind).is_some(),
                is_use: before.last().is_some_and(|last| last.kind == Kind::Dot),
            }),
            Kind::Greater => drop(self.open.pop_if(|open| open.kind == Kind::Less)),
            Kind::RightParen => {
                self.close(|kind| kind == Kind::Less);
                self.open.pop_if(|open| open.kind == Kind::LeftParen);
            }
            Kind::RightBrace => {
                self.end_item();
                self.closes_use = self.open.pop().is_some_and(|open| open.is_use);
            }
            _ => {}
        }
    }

    /// Closes brackets that lack their end.
    fn close(&mut self, lacks_end: fn(Kind) -> bool) {
        while self.open.pop_if(|open| lacks_end(open.kind)).is_some() {}
    }

    /// Closes what does not go on after the end of an item.
    fn end_item(&mut self) {
        self.close(|kind| kind != Kind::LeftBrace);
    }

    /// The `;` that is needed between the tokens `before` a row and those after it.
    fn needed(&self, before: &[Token], after: &[Token], layout: Layout<'_>) -> Needed {
        let Some(last) = before.last().map(|token| token.kind) else {
            return Needed::Nothing;
        };
        let is_end = last == Kind::LeftBrace || (last == Kind::RightBrace && !self.closes_use);
        if is_end || ends_with_attributes(before) {
            return Needed::Nothing;
        }
        let (needs_name, ends_item) = (needs_name(last), starts_item(after));
        let is_open = needs_name || leaves_open(last) || last == Kind::Dot;
        let Some(next) = after.first() else {
            return Needed::end(is_open);
        };
        let is_list = self.open.last().is_some_and(|open| {
            // A new item shows that a bracket of one statement lacks its end.
            open.is_list && (open.kind == Kind::LeftBrace || !ends_item)
        });
        if is_list {
            return if is_open || !starts_element(after) {
                Needed::Nothing
            } else {
                Needed::Comma
            };
        }
        // What looks like a function may be what an `import` lacks.
        let is_name_of_item = needs_name && is_name(next.kind);
        let starts_line = starts_element(after) && layout.is_first(*next);
        if is_name_of_item || (!ends_item && (is_open || !starts_line)) {
            Needed::Nothing
        } else {
            Needed::end(is_open)
        }
    }
}

/// Whether a name or more has to follow such a keyword.
fn needs_name(kind: Kind) -> bool {
    keyword::starts_item(kind) || matches!(kind, Kind::As | Kind::With | Kind::Async | Kind::Static)
}

/// Whether the braces end before these tokens, or an item starts.
fn starts_item(tokens: &[Token]) -> bool {
    let ends = tokens.first().map(|token| token.kind) == Some(Kind::RightBrace);
    ends || starts_attribute(tokens) || head(tokens, 0).is_some()
}

/// Whether an attribute starts here: the version of a path follows another `@`.
fn starts_attribute(tokens: &[Token]) -> bool {
    matches!(tokens, [at, name, ..] if at.kind == Kind::At && is_name(name.kind))
}

/// Whether an element of a list may start here.
fn starts_element(tokens: &[Token]) -> bool {
    match tokens.first().map(|token| token.kind) {
        None | Some(Kind::As | Kind::With) => false,
        Some(Kind::Underscore | Kind::Integer) => true,
        Some(kind) => is_name(kind) || is_keyword(kind) || starts_attribute(tokens),
    }
}

/// How many tokens the attributes of an item have at most.
const MAX_ATTRIBUTES: usize = 50;

/// Whether nothing but attributes is before the end of these tokens, in the item that they end with.
fn ends_with_attributes(tokens: &[Token]) -> bool {
    let tail = &tokens[tokens.len().saturating_sub(MAX_ATTRIBUTES)..];
    let ends = |token: &Token| {
        matches!(
            token.kind,
            Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace
        )
    };
    let item = &tail[tail.iter().rposition(ends).map_or(0, |end| end + 1)..];
    !item.is_empty() && skip_attributes(item, 0, item.len()) == item.len()
}

impl Needed {
    /// The end of an item, which is not complete if something has to follow its last token.
    fn end(is_open: bool) -> Self {
        if is_open {
            Self::EndOfIncomplete
        } else {
            Self::End
        }
    }
}
