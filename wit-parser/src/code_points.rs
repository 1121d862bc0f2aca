//! Characters that can't be seen or must not be there.

use crate::codes;
use witc_diagnostics::{Diagnostic, Span};

/// How many of them are shown per file; with more, the file is something else than WIT.
const MAX_SHOWN: usize = 100;

/// Reports the code points that must not occur anywhere, comments and strings included.
pub(crate) fn check_code_points(text: &str, base: u32, diagnostics: &mut Vec<Diagnostic>) {
    for run in forbidden_runs(text, base).take(MAX_SHOWN) {
        let Run {
            first, why, more, ..
        } = run;
        let more = match more {
            0 => String::new(),
            more => format!(" and {more} more after it"),
        };
        let message = format!(
            "the {why} U+{:04X}{more} can't be part of a WIT file",
            first as u32
        );
        diagnostics.push(
            Diagnostic::error(codes::FORBIDDEN_CODE_POINT, message, run.span).note(
                "WIT forbids characters that make text look different from what it says, in comments too",
            ),
        );
    }
}

/// Forbidden code points of one kind in a row, on one line.
pub(crate) struct Run {
    pub(crate) span: Span,
    first: char,
    why: &'static str,
    /// How many there are after the first.
    more: usize,
}

/// The forbidden code points of a text. Those in a row are one mistake: a file of bytes, or a slip of a tool.
pub(crate) fn forbidden_runs(text: &str, base: u32) -> impl Iterator<Item = Run> + '_ {
    let suspicious =
        |byte: &u8| (*byte >= 0x7f) | ((*byte < b' ') & !matches!(byte, b'\t' | b'\n' | b'\r'));
    // Nearly all text is of the characters that need no second look. Without a branch, many are looked at at once.
    let has_suspicious = |chunk: &[u8]| {
        chunk
            .iter()
            .fold(false, |found, byte| found | suspicious(byte))
    };
    let is_odd = text.as_bytes().chunks(4096).any(has_suspicious);
    let mut chars = if is_odd { text } else { "" }.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, first, why) = chars.find_map(|(at, c)| Some((at, c, forbidden(c)?)))?;
        let (mut end, mut more) = (at + first.len_utf8(), 0);
        while let Some((at, c)) =
            chars.next_if(|(_, c)| matches!(c, ' ' | '\t') || forbidden(*c) == Some(why))
        {
            // Blanks belong to the run only if it goes on after them.
            if forbidden(c).is_some() {
                (end, more) = (at + c.len_utf8(), more + 1);
            }
        }
        Some(Run {
            span: Span::new(base + at as u32, base + end as u32),
            first,
            why,
            more,
        })
    })
}

/// What kind of forbidden code point this is, if it is one.
pub(crate) fn forbidden(c: char) -> Option<&'static str> {
    match c {
        '\t' | '\n' | '\r' => None,
        // The characters that make text look different from what it is, and those that Unicode
        // deprecates: both are ruled out in the format, as in wit-parser.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some("bidirectional override"),
        '\u{149}' | '\u{673}' | '\u{f77}' | '\u{f79}' | '\u{17a3}' | '\u{17a4}' | '\u{17b4}'
        | '\u{17b5}' => Some("deprecated character"),
        c if c.is_control() => Some("control character"),
        _ => None,
    }
}

/// The place and length of what ends a word: a character that looks like a blank or like nothing, or all of those in a
/// row that must not be there, if the word starts or ends with them.
pub(crate) fn word_end(word: &str) -> Option<(usize, usize)> {
    let is_no_letter = |c: char| forbidden(c).is_some() && !c.is_alphabetic();
    let first = word.len() - word.trim_start_matches(is_no_letter).len();
    let kept = word.trim_end_matches(is_no_letter);
    let outer = if first > 0 {
        Some((0, first))
    } else if kept.len() < word.len() {
        // The `.` after a version goes on with a path.
        let kept = kept.trim_end_matches(['.', '+']).len();
        Some((kept, word.len() - kept))
    } else {
        None
    };
    // Whichever comes first.
    invisible(word).into_iter().chain(outer).min()
}

/// The place and length of the first character in a word that looks like a blank, or like nothing.
pub(crate) fn invisible(word: &str) -> Option<(usize, usize)> {
    let hidden = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                // Not forbidden in comments, where some scripts need them; in a name nobody would
                // see them.
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
            )
    };
    word.char_indices()
        .find(|(_, c)| hidden(*c))
        .map(|(at, c)| (at, c.len_utf8()))
}
