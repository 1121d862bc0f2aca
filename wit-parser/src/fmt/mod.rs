//! The formatter: from text to the same text as it should look. Feature `fmt`.
//!
//! The syntax tree says what belongs together, the tokens say what is written: every token is printed, with the comments
//! before it, in the order of the text (`printer`); `items`, `attributes` and `types` walk the tree and say where lines may end;
//! `layout` decides where they do. Nothing else but commas at the ends of lists comes or goes, so that formatted text
//! means what it meant: a comment is documentation of what follows it, and never moves across a `,` or `;`.
//!
//! The look is that of WIT as `witc component wit` prints it: four spaces, one item, field and case a line, lists of more
//! than a line with a comma at their end. A line left free stays free, one of several; items with braces at the top level
//! always have a free line between them.

mod attributes;
mod items;
mod layout;
mod printer;
mod tokens;
mod types;

use crate::dialect::{self, Names};
use crate::parse;
pub use layout::WIDTH;
use printer::Printer;
use witc_diagnostics::Diagnostic;

/// Formats a file. `base` is the global position of its first byte.
///
/// Nothing comes back for text with errors, which are then among `diagnostics`. Formatting formatted text changes
/// nothing. Takes time and memory in proportion to the text.
///
/// ```
/// let text = witc_parser::fmt::format("interface log{write:func(text:string);}", 0, &mut Vec::new());
/// assert_eq!(text.as_deref(), Some("interface log {\n    write: func(text: string);\n}\n"));
/// ```
pub fn format(text: &str, base: u32, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let before = diagnostics.len();
    let file = parse(text, base, diagnostics);
    if diagnostics[before..].iter().any(Diagnostic::is_error) {
        return None;
    }
    let mut printer = Printer::new(&file);
    printer.file(&file);
    let formatted = printer.finish();
    // Line ends stay those of the file's first line.
    let crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    Some(if crlf {
        formatted.replace('\n', "\r\n")
    } else {
        formatted
    })
}

/// Rewrites a file in an older dialect as today's WIT and formats it; a file of today is only formatted.
///
/// Nothing comes back if that is not possible; what is not known or wrong is then among `diagnostics`. So are warnings
/// about what got lost.
///
/// ```
/// use witc_parser::{dialect::Names, fmt};
///
/// let names = Names { interface: Some("cache"), package: Some("my:app") };
/// let text = fmt::upgrade("get: function() -> expected<u32, string>", 0, &names, &mut Vec::new());
/// assert!(text.is_some_and(|text| text.contains("    get: func() -> result<u32, string>;\n")));
/// ```
pub fn upgrade(
    text: &str,
    base: u32,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<String> {
    let upgrade = dialect::upgrade(text, base, names);
    let failed = upgrade.diagnostics.iter().any(Diagnostic::is_error);
    diagnostics.extend(upgrade.diagnostics);
    if failed {
        None
    } else {
        format(&upgrade.text, 0, diagnostics)
    }
}

#[cfg(test)]
mod tests {
    use super::format;

    fn formatted(text: &str) -> String {
        let mut diagnostics = Vec::new();
        let once =
            format(text, 7, &mut diagnostics).unwrap_or_else(|| panic!("{text}\n{diagnostics:?}"));
        let twice = format(&once, 0, &mut Vec::new());
        assert_eq!(twice.as_ref(), Some(&once), "formatted again, this changes");
        once
    }

    #[test]
    fn text_with_errors_is_left_alone() {
        let mut diagnostics = Vec::new();
        assert_eq!(
            format("interface i { f: func() }", 0, &mut diagnostics),
            None
        );
        assert_eq!(diagnostics.len(), 1);
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(formatted(""), "");
        assert_eq!(formatted(" \n\n\t"), "");
        assert_eq!(formatted("\n\n// only this  \n\n"), "// only this\n");
    }

    #[test]
    fn comments_stay_where_they_are() {
        let text = "/* a */ interface i { // b\n\n// c\nf: func(/* d */ x: u8 /* e */, // g\n y: u8); // h\n/* k */ }// l";
        let expected = "/* a */ interface i { // b\n\n    // c\n    f: func(\n        /* d */ x: u8 /* e */, // g\n        y: u8,\n    ); // h\n    /* k */\n}\n";
        let result = formatted(text);
        assert_eq!(result, expected.trim_end().to_owned() + " // l\n");
    }

    #[test]
    fn comments_before_commas_do_not_become_documentation() {
        let result = formatted("interface i { record r { a: u8 // a\n, b: u8 // b\n } }");
        assert_eq!(
            result,
            "interface i {\n    record r {\n        a: u8 // a\n            ,\n        b: u8, // b\n    }\n}\n"
        );
    }

    #[test]
    fn line_ends_are_those_of_the_file() {
        assert_eq!(
            formatted("interface i {\r\n/* a\r\nb */ }"),
            "interface i {\r\n    /* a\r\nb */\r\n}\r\n"
        );
    }

    #[test]
    fn long_lists_have_a_line_for_each_element() {
        let params =
            "argument-number-one: u32, argument-number-two: u32, argument-number-three: u32,";
        let result = formatted(&format!(
            "interface i {{ f: func({params}) -> result<u32, string>; }}"
        ));
        assert_eq!(
            result,
            "interface i {\n    f: func(\n        argument-number-one: u32,\n        argument-number-two: u32,\n        \
             argument-number-three: u32,\n    ) -> result<u32, string>;\n}\n"
        );
    }
}
