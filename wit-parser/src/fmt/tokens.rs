//! The tokens of a file, each with the comments before it and how far it stands from what is before.

use crate::generated::tokens::Kind;
use crate::lexer::{Token, Tokens};
use std::ops::Range;

/// A comment as it is printed.
pub(super) struct Note<'s> {
    /// Its text, without whitespace at the end.
    pub(super) text: &'s str,
    /// How many line ends are between it and what stands before it; two stand for more.
    pub(super) lines_before: u8,
    /// Whether a line ends between it and what follows.
    pub(super) ends_line: bool,
}

/// A token, or the end of the file.
pub(super) struct Piece {
    /// What it is; nothing at the end of the file.
    pub(super) kind: Option<Kind>,
    /// Its place in the text, from 0.
    pub(super) range: Range<usize>,
    /// The comments between it and the token before.
    pub(super) notes: Range<usize>,
    /// How many line ends are between it and what stands before it; two stand for more.
    pub(super) lines_before: u8,
}

/// The tokens of a text without errors, the last of which is the end of the file, and its comments. Commas before a
/// closing bracket are left out: whether they are printed depends on where lines end.
pub(super) fn pieces(text: &str, base: u32) -> (Vec<Piece>, Vec<Note<'_>>) {
    let mut stream = Tokens::new(text, base);
    let mut tokens = Vec::new();
    // What the lexer has to say, the parser has said already.
    stream.rest(&mut tokens, &mut Vec::new());
    let closes = |kind| matches!(kind, Kind::RightParen | Kind::RightBrace | Kind::Greater);
    let ends_list = |pair: &[Token]| pair[0].kind == Kind::Comma && closes(pair[1].kind);
    let kept: Vec<bool> = tokens
        .windows(2)
        .map(|pair| !ends_list(pair))
        .chain([true])
        .collect();
    let mut kept = kept.iter();
    tokens.retain(|_| kept.next().copied().unwrap_or(true));
    let local = |position: u32| (position - base) as usize;
    let mut notes = Vec::with_capacity(stream.comments.len());
    let mut comments = stream.comments.iter().peekable();
    let mut pieces: Vec<Piece> = Vec::with_capacity(tokens.len() + 1);
    let (mut end, start_of_text) = (0, text.len() - text.trim_start_matches('\u{feff}').len());
    let ends = tokens
        .iter()
        .map(|token| (Some(token.kind), local(token.start)..local(token.end)));
    for (kind, range) in ends.chain(std::iter::once((None, text.len()..text.len()))) {
        let first = notes.len();
        while let Some(comment) = comments.next_if(|comment| local(comment.span.end) <= range.start)
        {
            let place = local(comment.span.start)..local(comment.span.end);
            let next = comments
                .peek()
                .map_or(range.start, |next| local(next.span.start))
                .min(range.start);
            notes.push(Note {
                text: text.get(place.clone()).unwrap_or_default().trim_end(),
                lines_before: line_ends(text, end.max(start_of_text)..place.start),
                ends_line: next == text.len() || line_ends(text, place.end..next) > 0,
            });
            end = place.end;
        }
        let lines_before = line_ends(text, end..range.start);
        end = range.end;
        pieces.push(Piece {
            kind,
            range,
            notes: first..notes.len(),
            lines_before,
        });
    }
    (pieces, notes)
}

fn line_ends(text: &str, range: Range<usize>) -> u8 {
    let bytes = text.as_bytes().get(range).unwrap_or_default();
    // More than one free line becomes one, so that two line ends stand for any number.
    bytes.iter().filter(|&&byte| byte == b'\n').take(2).count() as u8
}
