//! Text in lines: how wide it is, and where it is broken.

use crate::model::Node;

/// How many characters a line has before it is broken.
const WRAP: usize = 36;

/// The title and the lines of a box, broken where they are long.
pub(super) fn texts(node: &Node) -> (Vec<String>, Vec<String>) {
    (
        wrap(&node.title),
        node.lines.iter().flat_map(|line| wrap(line)).collect(),
    )
}

/// How many columns a text takes in a font of one width.
pub(super) fn columns_of(text: &str) -> usize {
    text.chars()
        // Wide characters begin with Hangul at U+1100; narrow ones after that only get more room than they
        // need.
        .map(|c| if (c as u32) < 0x1100 { 1 } else { 2 })
        .sum()
}

/// Breaks a line after a character that separates parts of names, and where there is none, anywhere.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let pieces = text.split_inclusive(['/', ':', '@', '-', '.', ' ', ',']);
    for piece in pieces.flat_map(|piece| chunks(piece, WRAP)) {
        let Some(last) = lines.last_mut() else {
            continue;
        };
        if !last.is_empty() && columns_of(last) + columns_of(&piece) > WRAP {
            // The indent tells a line that continues from one that starts something.
            lines.push(format!("  {piece}"));
        } else {
            last.push_str(&piece);
        }
    }
    lines
}

fn chunks(text: &str, size: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars
        .chunks(size)
        .map(|chunk| chunk.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_broken_where_they_have_parts() {
        let lines = wrap("wasi:http/outgoing-handler-with-a-long-name@0.2.0-rc.1");
        assert!(
            lines.len() > 1 && lines.iter().all(|line| line.len() <= WRAP + 2),
            "{lines:?}"
        );
        assert_eq!(wrap(&"x".repeat(80)).len(), 3);
        assert_eq!(wrap(""), [""]);
    }
}
