//! Documentation and deprecation, as Rust attributes.

use crate::code_blocks::{marked, without_tests};
use witc_bindgen_core::{IndentedText, doc_text};
use witc_resolve::{Docs, Stability};

/// Writes documentation as doc comments.
pub(crate) fn write(source: &mut IndentedText, docs: &Docs) {
    if let Some(text) = doc_text(docs) {
        write_text(source, &text);
    }
}

/// Writes a text as doc comments, such that rustdoc finds no test in it.
pub(crate) fn write_text(source: &mut IndentedText, text: &str) {
    // A lone carriage return is an error in a doc comment.
    let lines = text.trim_matches('\n').trim_end().lines();
    let lines: Vec<String> = lines
        .map(|line| line.trim_end().replace('\r', " "))
        .collect();
    let text = lines.join("\n");
    let Some(lines) = without_tests(&text) else {
        return marked(&text).iter().for_each(|line| hide(source, line));
    };
    for line in lines {
        source.lines(if line.is_empty() {
            "///".to_owned()
        } else {
            format!("/// {line}")
        });
    }
}

/// Writes a line that rustdoc shows, and does not see when it looks for tests.
fn hide(source: &mut IndentedText, line: &str) {
    // The space is that of a doc comment, which rustdoc takes away again.
    let text = if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    };
    source.lines(format!("#[cfg_attr(not(doctest), doc = {text:?})]"));
}

/// Writes `#[deprecated]` if a gate says so. It is for those who call: a guest that implements a world has to name what
/// is in it, and shall not be warned of that.
pub(crate) fn deprecated(source: &mut IndentedText, stability: &Stability, called: bool) {
    if let Some(version) = stability.deprecated().filter(|_| called) {
        source.lines(format!("#[deprecated(since = {:?})]", version.to_string()));
    }
}

#[cfg(test)]
mod tests;
