//! Where tokens stand on their lines: what is left to go by where braces are missing.

use crate::generated::tokens::Kind;
use crate::lexer::Token;
use witc_diagnostics::Span;

/// How far to look for the start of a line. Whoever indents deeper does not indent for people.
const MAX_COLUMN: usize = 400;

/// A text and the global position of its first byte.
#[derive(Clone, Copy)]
pub(crate) struct Layout<'s> {
    pub(crate) text: &'s str,
    pub(crate) base: u32,
}

impl<'s> Layout<'s> {
    /// The global position of the text's end.
    pub(crate) fn end(&self) -> u32 {
        self.base + self.text.len() as u32
    }

    /// The column of a token that is the first of its line.
    pub(crate) fn column_if_first(&self, token: Token) -> Option<usize> {
        let before = &self.text.as_bytes()[..(token.start - self.base) as usize];
        let blanks = before
            .iter()
            .rev()
            .take(MAX_COLUMN)
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        matches!(before[..before.len() - blanks].last(), None | Some(b'\n')).then_some(blanks)
    }

    /// The line of a position, without the blanks before it and its end.
    pub(crate) fn line(&self, at: u32) -> Span {
        let (before, rest) = self.text.split_at((at - self.base) as usize);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let blanks = before[start..].find(|c: char| !c.is_ascii_whitespace());
        let start = start + blanks.unwrap_or(before.len() - start);
        let length = rest.find('\n').unwrap_or(rest.len());
        Span::new(self.base + start as u32, at + length as u32)
    }

    /// Whether nothing else is on the lines of what stands at a span.
    pub(crate) fn is_alone(&self, span: Span) -> bool {
        let rest = &self.text.as_bytes()[(span.end - self.base) as usize..];
        let blanks = rest.iter().position(|byte| !b" \t\r".contains(byte));
        let ends = blanks.is_none_or(|end| rest[end] == b'\n');
        ends && self.is_first(Token {
            kind: Kind::Ident,
            start: span.start,
            end: span.end,
        })
    }

    pub(crate) fn is_first(&self, token: Token) -> bool {
        self.column_if_first(token).is_some()
    }

    /// The column of the first character on the line of a token; nothing if that is too far away.
    pub(crate) fn indentation(&self, token: Token) -> Option<usize> {
        let at = (token.start - self.base) as usize;
        let from = at.saturating_sub(MAX_COLUMN);
        let before = &self.text.as_bytes()[from..at];
        let line = match before.iter().rposition(|byte| *byte == b'\n') {
            Some(newline) => &before[newline + 1..],
            // The first line of the file has no line end before it.
            None if from == 0 => before,
            None => return None,
        };
        Some(
            line.iter()
                .take_while(|byte| byte.is_ascii_whitespace())
                .count(),
        )
    }

    pub(crate) fn text(&self, token: Token) -> &'s str {
        self.span(token.span())
    }

    /// The text at a span; nothing where no text is.
    pub(crate) fn span(&self, span: Span) -> &'s str {
        let range = (span.start - self.base) as usize..(span.end - self.base) as usize;
        self.text.get(range).unwrap_or_default()
    }
}
