//! Comments in generated code.

use witc_bindgen_core::IndentedText;

/// The first line of a file that is written anew each time.
pub(crate) const WRITTEN: &str = "/* Written by witc. Changes here are lost. */";

/// Writes paragraphs as a documentation comment, which belongs to what comes next; none if there are none.
pub(crate) fn doc_comment(source: &mut IndentedText, paragraphs: &[String]) {
    write(source, "/**", paragraphs);
}

/// Writes paragraphs as a comment that belongs to nothing in particular; none if there are none.
pub(crate) fn plain_comment(source: &mut IndentedText, paragraphs: &[String]) {
    write(source, "/*", paragraphs);
}

fn write(source: &mut IndentedText, open: &str, paragraphs: &[String]) {
    let lines: Vec<String> = paragraphs
        .iter()
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| harmless(paragraph.trim_end()))
        .collect::<Vec<_>>()
        .join("\n\n")
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    match lines.as_slice() {
        [] => {}
        [line] => source.lines(format!("{open} {line} */")),
        lines => {
            source.lines(open);
            for line in lines {
                let apart = if line.is_empty() { "" } else { " " };
                source.lines(format!(" *{apart}{line}"));
            }
            source.lines(" */");
        }
    }
}

/// A text that neither ends the comment that it stands in nor seems to open another.
fn harmless(text: &str) -> String {
    // In the order in which they can make each other: a `*/` that is split may leave a `/*`.
    let text = text.replace("*/", "* /").replace("/*", "/ *");
    // A control character would end a line for some compilers, or be refused.
    text.chars()
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::doc_comment;
    use witc_bindgen_core::IndentedText;

    fn comment(paragraphs: &[&str]) -> String {
        let mut source = IndentedText::new();
        let paragraphs: Vec<String> = paragraphs.iter().map(|&text| text.to_owned()).collect();
        doc_comment(&mut source, &paragraphs);
        source.finish()
    }

    #[test]
    fn one_line_and_several() {
        assert_eq!(comment(&[]), "");
        assert_eq!(comment(&["", " \n"]), "");
        assert_eq!(comment(&["one\n"]), "/** one */\n");
        assert_eq!(
            comment(&["one\n  two", "three"]),
            "/**\n * one\n *   two\n *\n * three\n */\n"
        );
    }

    #[test]
    fn nothing_gets_out_of_a_comment() {
        for text in ["*/ int x;", "/*/ /**/ */", "*\u{0}/", "a */*/ b", "\\\n*/"] {
            let comment = comment(&[text]);
            let inside = comment
                .trim_end()
                .strip_prefix("/**")
                .unwrap()
                .strip_suffix("*/")
                .unwrap();
            assert!(
                !inside.contains("*/") && !inside.contains("/*"),
                "{comment}"
            );
        }
    }
}
