//! Characters that can't be seen or must not be there.

use crate::codes;
use witc_diagnostics::{Diagnostic, Span};

/// How many of them are shown per file; with more, the file is something else than WIT.
const MAX_SHOWN: usize = 100;

/// Reports the code points that must not occur anywhere, comments and strings included.
pub(crate) fn check_code_points(text: &str, base: u32, diagnostics: &mut Vec<Diagnostic>) {
    let suspicious =
        |byte: &u8| (*byte >= 0x7f) | ((*byte < b' ') & !matches!(byte, b'\t' | b'\n' | b'\r'));
    // Nearly all text is of the characters that need no second look. Without a branch, many are looked at at once.
    let has_suspicious = |chunk: &[u8]| {
        chunk
            .iter()
            .fold(false, |found, byte| found | suspicious(byte))
    };
    if !text.as_bytes().chunks(4096).any(has_suspicious) {
        return;
    }
    let found = text
        .char_indices()
        .filter_map(|(at, c)| Some((at, c, forbidden(c)?)));
    for (at, c, why) in found.take(MAX_SHOWN) {
        let start = base + at as u32;
        let message = format!("the {why} U+{:04X} can't be part of a WIT file", c as u32);
        let span = Span::new(start, start + c.len_utf8() as u32);
        diagnostics.push(
            Diagnostic::error(codes::FORBIDDEN_CODE_POINT, message, span).note(
                "WIT forbids characters that make text look different from what it says, in comments too",
            ),
        );
    }
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
