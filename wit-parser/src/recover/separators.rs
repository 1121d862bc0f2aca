//! Marks between the elements of a list where WIT has `,`: `;` in `(…)`, `<…>` and lists of names, `|` and its like
//! everywhere. They become commas before a `;` breaks an item apart.

use super::head::{head, is_keyword, is_name};
use super::layout::Layout;
use super::mistake::{Element, Found, ListMistake, MAX_MISTAKES, Separator};
use super::retract::{odd_characters, retract};
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use witc_diagnostics::{Diagnostic, Span};

/// How many tokens ahead the end of `<…>` is looked for.
const MAX_AHEAD: usize = 24;

/// A list that is open, and the marks in it.
struct List {
    open: Kind,
    /// What its elements are; nothing for braces that are no list.
    element: Option<Element>,
    marks: Vec<Separator>,
}

impl List {
    /// Adds a character that stands for nothing, between the tokens `before` it and `after`, to the marks; the comma that it
    /// becomes, if one is needed there. Nothing if it is no mark.
    fn odd_mark(
        &mut self,
        before: &[Token],
        mark: Span,
        after: Token,
        layout: Layout<'_>,
    ) -> Option<Option<Token>> {
        let before = *before.last().filter(|before| before.end <= mark.start)?;
        if ends_element(before) {
            self.marks
                .push(separator(before, mark, Some(after), layout));
            return Some(Some(comma(mark)));
        }
        // Before the first element nothing is needed.
        (before.kind == Kind::LeftBrace).then(|| {
            self.marks.push(Separator {
                mark,
                edit: Span::new(mark.start, after.start),
                text: String::new(),
            });
            None
        })
    }
}

/// Makes commas of such marks, those of each list reported together.
pub(crate) fn translate(
    tokens: &mut Vec<Token>,
    layout: Layout<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    found: &mut Vec<Found>,
) {
    let mut odd = odd_characters(diagnostics).into_iter().peekable();
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open: Vec<List> = Vec::new();
    for (at, &token) in tokens.iter().enumerate() {
        while let Some(mark) = odd.next_if(|mark| mark.end <= token.start) {
            if let Some(list) = open.last_mut().filter(|list| list.element.is_some())
                && is_mark(mark, token, layout)
                && found.len() < MAX_MISTAKES
                && let Some(comma) = list.odd_mark(&out, mark, token, layout)
            {
                retract(diagnostics, mark);
                out.extend(comma);
            }
        }
        let mut token = token;
        match token.kind {
            Kind::LeftParen | Kind::Less | Kind::LeftBrace => open.push(List {
                open: token.kind,
                element: element(&out, token.kind),
                marks: Vec::new(),
            }),
            Kind::RightParen => close(&mut open, Kind::LeftParen, found),
            Kind::Greater => close(&mut open, Kind::Less, found),
            Kind::RightBrace => close(&mut open, Kind::LeftBrace, found),
            Kind::Semicolon => {
                if let Some(list) = separated(&mut open, tokens, at, found)
                    && let Some(before) = out.last()
                {
                    let next = tokens.get(at + 1).copied();
                    list.marks
                        .push(separator(*before, token.span(), next, layout));
                    token = comma(token.span());
                }
            }
            _ => {}
        }
        out.push(token);
    }
    while let Some(list) = open.pop() {
        report(list, found);
    }
    *tokens = out;
}

fn comma(span: Span) -> Token {
    Token {
        kind: Kind::Comma,
        start: span.start,
        end: span.end,
    }
}

/// What the elements are in a bracket after these tokens, if it holds a list.
pub(super) fn element(before: &[Token], bracket: Kind) -> Option<Element> {
    let kind = |back: usize| before.iter().rev().nth(back).map(|token| token.kind);
    match (bracket, kind(0)?) {
        (Kind::LeftParen, _) => Some(Element::Param),
        (Kind::Less, _) => Some(Element::Type),
        (_, Kind::Dot | Kind::With) => Some(Element::Name),
        _ => match kind(1)? {
            Kind::Record => Some(Element::Field),
            Kind::Variant | Kind::Enum | Kind::Flags => Some(Element::Case),
            _ => None,
        },
    }
}

/// Whether characters that stand for nothing separate the element that starts with `after` from the one before it.
fn is_mark(mark: Span, after: Token, layout: Layout<'_>) -> bool {
    matches!(layout.span(mark), "|" | "||" | "&" | "&&" | "+") && is_name(after.kind)
}

fn ends_element(last: Token) -> bool {
    is_name(last.kind)
        || is_keyword(last.kind)
        || matches!(last.kind, Kind::RightParen | Kind::Greater)
}

/// The list whose elements the `;` at `at` separates. Brackets in which it can't be a separator end before it.
fn separated<'l>(
    open: &'l mut Vec<List>,
    tokens: &[Token],
    at: usize,
    found: &mut Vec<Found>,
) -> Option<&'l mut List> {
    while let Some(list) = open.last() {
        let separates = match (list.open, list.element) {
            (Kind::Less, _) => goes_on(tokens, at + 1, (Kind::Less, Kind::Greater)),
            (Kind::LeftParen, _) => {
                is_param(tokens, at + 1)
                    || goes_on(tokens, at + 1, (Kind::LeftParen, Kind::RightParen))
            }
            (_, Some(Element::Name)) => is_in_names(tokens, at + 1),
            // What a `;` means in braces is only known once they are balanced.
            _ => return None,
        };
        if separates && found.len() < MAX_MISTAKES {
            return open.last_mut();
        }
        open.pop().into_iter().for_each(|list| report(list, found));
    }
    None
}

/// Whether types go on from `at` to the end of the brackets, or the item after their end.
fn goes_on(tokens: &[Token], at: usize, (left, right): (Kind, Kind)) -> bool {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    if kind(at) == Some(right) {
        // Where nothing of the item follows, the `;` is its end, and only changed places with the bracket.
        return matches!(
            kind(at + 1),
            Some(Kind::Semicolon | Kind::Comma | Kind::Arrow | Kind::Greater | Kind::RightParen)
        );
    }
    let mut depth = 0_usize;
    for token in tokens.iter().skip(at).take(MAX_AHEAD) {
        match token.kind {
            kind if kind == left => depth += 1,
            kind if kind == right => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return true,
            },
            Kind::LeftBrace | Kind::RightBrace | Kind::Colon | Kind::Equals | Kind::Arrow => {
                return false;
            }
            _ => {}
        }
    }
    false
}

/// Whether a parameter starts at `at`, and no item.
pub(super) fn is_param(tokens: &[Token], at: usize) -> bool {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    kind(at).is_some_and(is_name) && kind(at + 1) == Some(Kind::Colon) && head(tokens, at).is_none()
}

/// Whether another name of a list follows at `at`, or its end and that of the item.
fn is_in_names(tokens: &[Token], at: usize) -> bool {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    let goes_on = matches!(
        kind(at + 1),
        Some(Kind::As | Kind::Comma | Kind::Semicolon | Kind::RightBrace)
    );
    let ends = kind(at) == Some(Kind::RightBrace) && kind(at + 1) == Some(Kind::Semicolon);
    (kind(at).is_some_and(is_name) && goes_on) || ends
}

/// Closes the innermost list that `bracket` opens, with those in it.
fn close(open: &mut Vec<List>, bracket: Kind, found: &mut Vec<Found>) {
    if let Some(at) = open.iter().rposition(|list| list.open == bracket) {
        open.drain(at..).for_each(|list| report(list, found));
    }
}

fn report(list: List, found: &mut Vec<Found>) {
    if let (Some(first), Some(element)) = (list.marks.first(), list.element) {
        let span = first.mark;
        let all = list.marks;
        found.push(Found::new(span, ListMistake::Separators { element, all }));
    }
}

/// The separator at `mark`, with the edit that makes it right: the comma directly after the element, one blank or line break
/// after it, and no comma before a bracket on the same line.
pub(crate) fn separator(
    before: Token,
    mark: Span,
    after: Option<Token>,
    layout: Layout<'_>,
) -> Separator {
    let blanks = layout.span(Span::new(before.end, mark.start));
    let gap = after.map_or("", |after| layout.span(Span::new(mark.end, after.start)));
    let is_blank = |text: &str| text.bytes().all(|byte| byte.is_ascii_whitespace());
    let ends = after.is_none_or(|after| {
        matches!(
            after.kind,
            Kind::RightParen | Kind::Greater | Kind::RightBrace
        )
    });
    let mut edit = Span::new(mark.start, mark.end);
    let mut text = match (ends, gap) {
        (true, gap) if !gap.contains('\n') => "",
        (false, "") => ", ",
        _ => ",",
    }
    .to_owned();
    if is_blank(blanks) {
        edit.start = before.end;
        // A mark that starts its line.
        if blanks.contains('\n') && is_blank(gap) && !gap.contains('\n') {
            edit.end += gap.len() as u32;
            text = format!(",{blanks}");
        }
    }
    Separator { mark, edit, text }
}
