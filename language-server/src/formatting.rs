//! Formatting, as edits of what stands between the words of a text, so that cursors and marks stay where they are.

use crate::page::Page;
use lsp_types::{Range, TextEdit};
use std::ops;
use witc_diagnostics::Diagnostic;
use witc_parser::fmt::format;

/// The edits that format a document, or only those lines of it that a range touches. A text with errors is left alone,
/// and the errors say why.
pub(crate) fn edits(
    page: Page<'_>,
    lines: Option<Range>,
) -> Result<Vec<TextEdit>, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let Some(formatted) = format(page.source(), page.base, &mut diagnostics) else {
        return Err(diagnostics);
    };
    let edits = differences(page.source(), &formatted);
    let edits = edits.into_iter().map(|(bytes, text)| TextEdit {
        range: page.text.range(bytes, page.encoding),
        new_text: text,
    });
    let touches = |edit: &TextEdit| {
        lines.is_none_or(|lines| {
            edit.range.start.line <= lines.end.line && lines.start.line <= edit.range.end.line
        })
    };
    Ok(edits.filter(touches).collect())
}

/// An edit: bytes of the old text, and what replaces them.
type Edit = (ops::Range<usize>, String);

/// The edits that make one text of another which has the same tokens and comments, but for commas.
fn differences(old: &str, new: &str) -> Vec<Edit> {
    if old == new {
        return Vec::new();
    }
    let (old_pieces, new_pieces) = (pieces(old), pieces(new));
    let whole = || vec![(0..old.len(), new.to_owned())];
    let (mut edits, mut old_end, mut new_end) = (Vec::new(), 0, 0);
    let mut add = |bytes: ops::Range<usize>, text: &str| {
        if old[bytes.clone()] != *text {
            edits.push((bytes, text.to_owned()));
        }
    };
    let mut new_pieces = new_pieces.into_iter();
    for piece in old_pieces {
        let text = &old[piece.clone()];
        let mut found = None;
        for candidate in new_pieces.clone() {
            if is_same(text, &new[candidate.clone()]) {
                found = Some(candidate);
                break;
            }
            // A comma that came is a part of what stands between its neighbors.
            if new[candidate.clone()] != *"," {
                break;
            }
        }
        let Some(candidate) = found else {
            // So is a comma that went. Nothing else comes or goes.
            if text == "," {
                continue;
            }
            return whole();
        };
        new_pieces.by_ref().find(|it| *it == candidate);
        add(old_end..piece.start, &new[new_end..candidate.start]);
        add(piece.clone(), &new[candidate.clone()]);
        (old_end, new_end) = (piece.end, candidate.end);
    }
    add(old_end..old.len(), &new[new_end..]);
    edits
}

/// Whether two pieces are the same. The lines of a comment may have moved.
fn is_same(old: &str, new: &str) -> bool {
    old == new || (old.starts_with('/') && new.starts_with('/'))
}

/// Tokens and comments, in order.
fn pieces(text: &str) -> Vec<ops::Range<usize>> {
    let (tokens, comments) = witc_parser::token_spans(text, 0, &mut Vec::new());
    let spans = tokens.into_iter().chain(comments);
    let mut pieces: Vec<_> = spans
        .map(|span| span.start as usize..span.end as usize)
        .collect();
    pieces.sort_by_key(|piece| piece.start);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(old: &str, edits: &[Edit]) -> String {
        let (mut text, mut at) = (String::new(), 0);
        for (bytes, new) in edits {
            text.push_str(&old[at..bytes.start]);
            text.push_str(new);
            at = bytes.end;
        }
        text + &old[at..]
    }

    #[test]
    fn edits_between_words_give_the_formatted_text() {
        for old in [
            "",
            "interface i{f:func();}",
            "interface i { record r { a: u8 // a\n, b: u8 // b\n } }",
            "// a\n\n\n   /* b\n c */ interface i { enum e { a,b , c } flags f { x } } ",
            "interface i { f: func(argument-number-one: u32, argument-number-two: u32, argument-number-three: u32); }",
            "interface i { f: func(\n a: u8,\n b: u8,\n ); }",
            "package a:b@1.0.0;\r\nworld w {\r\nimport   x:func( );\r\n}",
        ] {
            let new = format(old, 0, &mut Vec::new()).expect("is WIT");
            let edits = differences(old, &new);
            assert_eq!(applied(old, &edits), new);
            for (bytes, text) in &edits {
                let replaced = &old[bytes.clone()];
                let has_words = |text: &str| text.contains(|c: char| c.is_alphanumeric());
                assert!(
                    replaced.starts_with('/') || !has_words(replaced) && !has_words(text),
                    "{edits:?}"
                );
            }
        }
    }
}
