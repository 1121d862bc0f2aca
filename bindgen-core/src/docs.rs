//! Documentation as generated code shows it.

use std::borrow::Cow;
use witc_resolve::Docs;

/// The text of documentation, without the `*` that further lines of a block comment start with.
///
/// The model keeps these, as other tools for WIT do.
#[must_use]
pub fn doc_text(docs: &Docs) -> Option<Cow<'_, str>> {
    let text = docs.text()?;
    Some(match without_stars(text) {
        Some(text) => Cow::Owned(text),
        None => Cow::Borrowed(text),
    })
}

/// The text without its stars, if they are those of a block comment.
fn without_stars(text: &str) -> Option<String> {
    let mut lines = text.lines();
    let first = lines.next()?;
    let blanks = |line: &str| line.len() - line.trim_start().len();
    let column = blanks(text.lines().nth(1)?);
    // A list of Markdown in `///` has stars as well. Those of a block are under the first star of its `/**`, one right
    // of where the item starts.
    let is_block = first.trim().is_empty() || column % 2 == 1;
    let starred: Option<Vec<&str>> = lines
        .map(|line| {
            line.trim_start()
                .strip_prefix('*')
                .filter(|_| blanks(line) == column)
        })
        .collect();
    let starred = starred.filter(|_| is_block && column > 0)?;
    let texts = || starred.iter().filter(|line| !line.trim().is_empty());
    let indent = texts().map(|line| blanks(line)).min().unwrap_or(0);
    let mut out = first.to_owned();
    for line in starred {
        out.push('\n');
        out.push_str(line.get(indent..).unwrap_or_default());
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::without_stars;

    #[test]
    fn stars_of_blocks_are_left_out() {
        let shown = |text: &str| without_stars(text).unwrap_or_else(|| text.to_owned());
        assert_eq!(shown("a\n *  b\n *\n *    c"), "a\nb\n\n  c");
        assert_eq!(shown("\n     * a\n     * b"), "\na\nb");
    }

    #[test]
    fn lists_stay() {
        for text in [
            "a",
            "",
            "\n",
            "Some:\n* a\n* b",
            "Some:\n  * a\n  * b",
            "a\n * b\nc",
            "a\n * b\n   * c",
        ] {
            assert_eq!(without_stars(text), None, "{text}");
        }
    }
}
