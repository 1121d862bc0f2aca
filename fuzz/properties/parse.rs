//! What holds for the parser and any text: it ends, its diagnostics can be shown in every form, and there are not too
//! many of them.

use witc_diagnostics::{Diagnostic, SourceMap, render};
use witc_parser::parse;

pub(crate) fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let mut sources = SourceMap::new();
    let Ok(id) = sources.add("fuzz.wit", text) else {
        return;
    };
    let file = sources.file(id);
    let mut diagnostics = Vec::new();
    let tree = parse(file.text(), file.start(), &mut diagnostics);
    assert!(
        diagnostics.len() <= 600,
        "{} diagnostics",
        diagnostics.len()
    );
    assert!(diagnostics.iter().any(Diagnostic::is_error) || tree.span.end as usize >= text.len());
    for diagnostic in diagnostics.iter().take(20) {
        assert!(
            sources.positions(diagnostic.primary.span).is_some(),
            "{diagnostic:?} is nowhere"
        );
        assert!(!render::short(diagnostic, &sources).is_empty());
    }
}
