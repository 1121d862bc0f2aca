//! Rendering of diagnostics for people, through codespan-reporting.

use crate::{Diagnostic, FileId, Label, Severity, SourceMap};
use codespan_reporting::diagnostic::{self as shown, LabelStyle};
use codespan_reporting::files::{Error, Files, line_starts};
use codespan_reporting::term::{self, Config, WriteStyle};
use std::fmt::Write as _;
use std::io;
use std::ops::Range;

/// Whether text carries the escape sequences of terminals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colors {
    /// Plain text.
    #[default]
    Off,
    /// With ANSI escape sequences.
    On,
}

/// A diagnostic with excerpts of the text, over several lines.
#[must_use]
pub fn human(diagnostic: &Diagnostic, sources: &SourceMap, colors: Colors) -> String {
    let view = View::new(sources, diagnostic);
    let mut painter = Painter { out: Vec::new(), colors };
    let shown = translate(diagnostic, sources);
    match term::emit_to_write_style(&mut painter, &Config::default(), &view, &shown) {
        Ok(()) => String::from_utf8_lossy(&painter.out).into_owned(),
        // No place of a source map is one that can't be shown; what there is to say is said all the same.
        Err(_) => short(diagnostic, sources),
    }
}

/// A diagnostic as one line: `path:line:column: error[W0101]: message`.
#[must_use]
pub fn short(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let mut line = String::new();
    if let Some((file, start, _)) = sources.positions(diagnostic.primary.span) {
        let _ = write!(line, "{}:{}:{}: ", sources.file(file).name(), start.line, start.column);
    }
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let _ = writeln!(line, "{severity}[{}]: {}", diagnostic.code, diagnostic.message);
    line
}

/// A diagnostic as codespan-reporting knows it.
fn translate(diagnostic: &Diagnostic, sources: &SourceMap) -> shown::Diagnostic<FileId> {
    let label = |label: &Label, style: LabelStyle| {
        let (file, range) = sources.locate(label.span)?;
        Some(shown::Label::new(style, file, range).with_message(&label.message))
    };
    let secondary = diagnostic.secondary.iter().filter_map(|it| label(it, LabelStyle::Secondary));
    let fixes = diagnostic.fixes.iter().map(|fix| format!("fix: {}", fix.message));
    shown::Diagnostic::new(match diagnostic.severity {
        Severity::Error => shown::Severity::Error,
        Severity::Warning => shown::Severity::Warning,
    })
    .with_code(diagnostic.code)
    .with_message(&diagnostic.message)
    .with_labels(label(&diagnostic.primary, LabelStyle::Primary).into_iter().chain(secondary).collect())
    .with_notes(diagnostic.notes.iter().cloned().chain(fixes).collect())
}

/// The files that one diagnostic points into, with the starts of their lines.
struct View<'a> {
    sources: &'a SourceMap,
    lines: Vec<(FileId, Vec<usize>)>,
}

impl<'a> View<'a> {
    fn new(sources: &'a SourceMap, diagnostic: &Diagnostic) -> Self {
        let mut lines: Vec<(FileId, Vec<usize>)> = Vec::new();
        for label in std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary) {
            if let Some((file, _)) = sources.locate(label.span)
                && lines.iter().all(|(known, _)| *known != file)
            {
                lines.push((file, line_starts(sources.file(file).text()).collect()));
            }
        }
        Self { sources, lines }
    }

    fn starts(&self, file: FileId) -> Result<&[usize], Error> {
        let found = self.lines.iter().find(|(known, _)| *known == file);
        found.map(|(_, starts)| starts.as_slice()).ok_or(Error::FileMissing)
    }
}

impl<'a> Files<'a> for View<'_> {
    type FileId = FileId;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: FileId) -> Result<&'a str, Error> {
        Ok(self.sources.file(id).name())
    }

    fn source(&'a self, id: FileId) -> Result<&'a str, Error> {
        Ok(self.sources.file(id).text())
    }

    fn line_index(&'a self, id: FileId, byte: usize) -> Result<usize, Error> {
        // The first line starts at byte 0, so that one always starts at or before the byte.
        Ok(self.starts(id)?.partition_point(|&start| start <= byte).saturating_sub(1))
    }

    fn line_range(&'a self, id: FileId, line: usize) -> Result<Range<usize>, Error> {
        let starts = self.starts(id)?;
        let max = starts.len().saturating_sub(1);
        let start = *starts.get(line).ok_or(Error::LineTooLarge { given: line, max })?;
        let end = starts.get(line + 1).copied().unwrap_or_else(|| self.sources.file(id).text().len());
        Ok(start..end)
    }
}

/// A buffer that knows the colours of the parts of a diagnostic.
struct Painter {
    out: Vec<u8>,
    colors: Colors,
}

impl Painter {
    /// Starts a style, given as the parameters of the escape sequence that selects it.
    fn style(&mut self, parameters: &str) -> io::Result<()> {
        if self.colors == Colors::On {
            self.out.extend_from_slice(format!("\x1b[{parameters}m").as_bytes());
        }
        Ok(())
    }
}

const BOLD: &str = "1";
const BOLD_RED: &str = "1;31";
const RED: &str = "31";
const BOLD_YELLOW: &str = "1;33";
const YELLOW: &str = "33";
const BLUE: &str = "34";
const RESET: &str = "0";

impl io::Write for Painter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WriteStyle for Painter {
    fn set_header(&mut self, severity: shown::Severity) -> io::Result<()> {
        self.style(if severity == shown::Severity::Error { BOLD_RED } else { BOLD_YELLOW })
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.style(BOLD)
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.style(BLUE)
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.style(BLUE)
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.style(BLUE)
    }

    fn set_label(&mut self, severity: shown::Severity, style: LabelStyle) -> io::Result<()> {
        self.style(match (style, severity) {
            (LabelStyle::Secondary, _) => BLUE,
            (LabelStyle::Primary, shown::Severity::Error) => RED,
            (LabelStyle::Primary, _) => YELLOW,
        })
    }

    fn reset(&mut self) -> io::Result<()> {
        self.style(RESET)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, Span};

    fn example() -> (SourceMap, Diagnostic) {
        let mut sources = SourceMap::new();
        sources.add("first.wit", "package a:b;\n").expect("fits");
        let file = sources.add("wit/ä.wit", "interface i {\n  // ü\n  type é = u32\n}\n").expect("fits");
        let at = |text: &str| {
            let start =
                sources.file(file).start() + sources.file(file).text().find(text).expect("is there") as u32;
            Span::new(start, start + text.len() as u32)
        };
        let diagnostic = Diagnostic::error(Code::UNEXPECTED_CHARACTER, "there is no `;`", at("u32").at_end())
            .label("expected here")
            .also(at("type"), "the item starts here")
            .note("items end with `;`")
            .fix("add the missing `;`", at("u32").at_end(), ";");
        (sources, diagnostic)
    }

    #[test]
    fn people_see_the_text_the_labels_and_the_notes() {
        let (sources, diagnostic) = example();
        let text = human(&diagnostic, &sources, Colors::Off);
        for part in [
            "error[W0001]: there is no `;`",
            "wit/ä.wit:3:15",
            "type é = u32",
            "expected here",
            "the item starts here",
            "items end with `;`",
            "fix: add the missing `;`",
        ] {
            assert!(text.contains(part), "`{part}` is not in\n{text}");
        }
        assert!(!text.contains('\x1b'), "{text:?}");
    }

    #[test]
    fn colours_change_nothing_but_the_colours() {
        let (sources, diagnostic) = example();
        let coloured = human(&diagnostic, &sources, Colors::On);
        assert!(coloured.contains("\x1b[1;31merror[W0001]"), "{coloured:?}");
        let mut plain = String::new();
        for (index, part) in coloured.split("\x1b[").enumerate() {
            plain.push_str(if index == 0 { part } else { part.split_once('m').expect("is a sequence").1 });
        }
        assert_eq!(plain, human(&diagnostic, &sources, Colors::Off));
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        let (sources, diagnostic) = example();
        assert_eq!(short(&diagnostic, &sources), "wit/ä.wit:3:15: error[W0001]: there is no `;`\n");
        let nowhere = Diagnostic::warning(Code::UNEXPECTED_CHARACTER, "odd", Span::NONE);
        assert_eq!(short(&nowhere, &sources), "warning[W0001]: odd\n");
        assert_eq!(human(&nowhere, &sources, Colors::Off).trim_end(), "warning[W0001]: odd");
    }

    #[test]
    fn the_end_of_a_file_can_be_shown() {
        let mut sources = SourceMap::new();
        for text in ["", "package a:b", "package a:b;\r\n"] {
            let file = sources.add("x.wit", text).expect("fits");
            let end = sources.file(file).span().at_end();
            let text =
                human(&Diagnostic::error(Code::UNEXPECTED_CHARACTER, "ends", end), &sources, Colors::Off);
            assert!(text.contains("x.wit:"), "{text}");
        }
    }
}
