//! Diagnostics as workflow commands of GitHub Actions, which shows them beside the changed lines.

use std::fmt::Write as _;
use witc_diagnostics::{Diagnostic, SourceMap, Span};

/// The workflow commands, one line for each diagnostic.
pub(super) fn annotations(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        annotation(&mut out, diagnostic, sources);
    }
    out
}

fn annotation(out: &mut String, diagnostic: &Diagnostic, sources: &SourceMap) {
    // The title is what GitHub shows in lists, so it says which rule is broken.
    let title = format!("{}: {}", diagnostic.code, diagnostic.code.title());
    annotate(
        out,
        super::json::severity(diagnostic.severity),
        Some((diagnostic.primary.span, sources)),
        &title,
        &text(diagnostic, sources),
    );
}

/// Adds a workflow command: the word for its level, the place that it is about, a title and a text.
pub(super) fn annotate(
    out: &mut String,
    level: &str,
    place: Option<(Span, &SourceMap)>,
    title: &str,
    text: &str,
) {
    let _ = write!(out, "::{level} ");
    if let Some((span, sources)) = place
        && let Some((file, start, end)) = sources.positions(span)
    {
        let file = property(sources.file(file).name());
        let _ = write!(
            out,
            "file={file},line={},endLine={},col={}",
            start.line, end.line, start.column
        );
        // GitHub takes the end column for one of the first line.
        if start.line == end.line {
            let _ = write!(out, ",endColumn={}", end.column);
        }
        out.push(',');
    }
    let _ = writeln!(out, "title={}::{}", property(title), data(text));
}

/// The message with the labels, notes and fixes, since an annotation shows only its text.
fn text(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let mut text = diagnostic.message.clone();
    if !diagnostic.primary.message.is_empty() {
        let _ = write!(text, "\n{}", diagnostic.primary.message);
    }
    for label in &diagnostic.secondary {
        if let Some((file, start, _)) = sources.positions(label.span) {
            let (file, line) = (sources.file(file).name(), start.line);
            let _ = write!(text, "\n{file}:{line}: {}", label.message);
        }
    }
    for note in &diagnostic.notes {
        let _ = write!(text, "\n{note}");
    }
    for fix in &diagnostic.fixes {
        let _ = write!(text, "\nfix: {}", fix.message);
    }
    text
}

fn data(text: &str) -> String {
    // The percent sign first: it starts the other escapes.
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    // Properties end at a comma, and all of them at two colons.
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_escaped() {
        let mut sources = SourceMap::new();
        let file = sources.add("a,b:c.wit", "package\nx").expect("fits");
        let start = sources.file(file).start();
        let diagnostic = Diagnostic::error(
            witc_parser::codes::UNEXPECTED_CHARACTER,
            "50% wrong",
            Span::new(start, start + 7),
        )
        .label("here")
        .note("first\nsecond");
        let line = annotations(&[diagnostic], &sources);
        assert!(
            line.starts_with(
                "::error file=a%2Cb%3Ac.wit,line=1,endLine=1,col=1,endColumn=8,title=W"
            ),
            "{line}"
        );
        assert!(
            line.ends_with("::50%25 wrong%0Ahere%0Afirst%0Asecond\n"),
            "{line}"
        );
        assert_eq!(line.lines().count(), 1);
    }

    #[test]
    fn without_a_place_there_are_no_coordinates() {
        let diagnostic =
            Diagnostic::warning(witc_parser::codes::UNEXPECTED_CHARACTER, "x", Span::NONE);
        let line = annotations(&[diagnostic], &SourceMap::new());
        assert!(line.starts_with("::warning title=W"), "{line}");
    }
}
