//! Documentation and deprecation, as Rust attributes.

use witc_bindgen_core::{IndentedText, doc_text};
use witc_resolve::{Docs, Stability};

/// Writes documentation as doc comments.
pub(crate) fn write(source: &mut IndentedText, docs: &Docs) {
    if let Some(text) = doc_text(docs) {
        write_text(source, &text);
    }
}

/// Writes a text as doc comments.
pub(crate) fn write_text(source: &mut IndentedText, text: &str) {
    let mut fence = None;
    for line in text.trim_matches('\n').trim_end().lines() {
        // A lone carriage return is an error in a doc comment.
        let line = line.trim_end().replace('\r', " ");
        let line = untested(&line, &mut fence);
        source.lines(if line.is_empty() {
            "///".to_owned()
        } else {
            format!("/// {line}")
        });
    }
}

/// Keeps code blocks from becoming doc tests: one that names no language would be compiled as Rust.
fn untested(line: &str, fence: &mut Option<char>) -> String {
    let trimmed = line.trim_start();
    // CommonMark has two kinds of fences, and one is closed by its own kind alone.
    let marker = ['`', '~']
        .into_iter()
        .find(|&c| trimmed.chars().take_while(|&d| d == c).count() >= 3);
    match (marker, *fence) {
        (Some(open), None) => {
            *fence = Some(open);
            if trimmed.trim_start_matches(open).is_empty() {
                format!("{line}text")
            } else {
                line.to_owned()
            }
        }
        (Some(close), Some(open)) if close == open => {
            *fence = None;
            line.to_owned()
        }
        _ => line.to_owned(),
    }
}

/// Writes `#[deprecated]` if a gate says so. It is for those who call: a guest that implements a world has to name what
/// is in it, and shall not be warned of that.
pub(crate) fn deprecated(source: &mut IndentedText, stability: &Stability, called: bool) {
    if let Some(version) = stability.deprecated().filter(|_| called) {
        source.lines(format!("#[deprecated(since = {:?})]", version.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_blocks_are_no_tests() {
        let mut source = IndentedText::new();
        write_text(&mut source, "One.\n\n```\nlet x;\n```\n~~~wit\na\n~~~\n");
        let expected =
            "/// One.\n///\n/// ```text\n/// let x;\n/// ```\n/// ~~~wit\n/// a\n/// ~~~\n";
        assert_eq!(source.finish(), expected);
    }
}
