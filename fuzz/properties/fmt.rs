//! What holds for the formatter and any text: text with errors it leaves alone; what it writes is WIT with as many
//! comments as before, and formatting that changes nothing.

use witc_diagnostics::Diagnostic;
use witc_parser::{fmt, parse};

pub(crate) fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let mut diagnostics = Vec::new();
    let Some(once) = fmt::format(text, 0, &mut diagnostics) else {
        assert!(
            diagnostics.iter().any(Diagnostic::is_error),
            "text without errors is formatted"
        );
        return;
    };
    let mut diagnostics = Vec::new();
    let twice = fmt::format(&once, 0, &mut diagnostics);
    assert_eq!(
        twice.as_deref(),
        Some(&*once),
        "formatting again changes something: {diagnostics:?}"
    );
    let comments = |text: &str| parse(text, 0, &mut Vec::new()).comments.len();
    assert_eq!(
        comments(text),
        comments(&once),
        "a comment is lost in\n{once}"
    );
}
