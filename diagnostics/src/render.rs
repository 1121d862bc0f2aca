//! Renders diagnostics for people, with codespan-reporting.

use crate::{Diagnostic, FileId, Label, Severity, SourceMap};
use codespan_reporting::diagnostic::{self as shown, LabelStyle};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::{self, Config, WriteStyle};
use std::fmt::Write as _;
use std::io;
use std::ops::Range;

/// Whether rendered text has colors.
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
    draw(diagnostic, sources, Painter::new(colors))
}

/// A diagnostic as [`human`] shows it, but without its severity, for those who write that themselves, such as the
/// compiler for `compile_error!`: `[W0101] message`.
#[must_use]
pub fn without_severity(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let mut painter = Painter::new(Colors::Off);
    painter.title = Some(format!("[{}] {}", diagnostic.code, diagnostic.message));
    draw(diagnostic, sources, painter)
}

/// Draws a diagnostic with a painter.
fn draw(diagnostic: &Diagnostic, sources: &SourceMap, mut painter: Painter) -> String {
    let view = View::new(sources, diagnostic);
    let shown = translate(diagnostic, &view);
    match term::emit_to_write_style(&mut painter, &Config::default(), &view, &shown) {
        Ok(()) => String::from_utf8_lossy(&painter.out).into_owned(),
        // This does not happen with the places of a source map. If it does, the message is still shown.
        Err(_) => short(diagnostic, sources),
    }
}

/// A diagnostic as one line: `path:line:column: error[W0101]: message`.
#[must_use]
pub fn short(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let mut line = String::new();
    if let Some((file, start, _)) = sources.positions(diagnostic.primary.span) {
        let _ = write!(
            line,
            "{}:{}:{}: ",
            sources.file(file).name(),
            start.line,
            start.column
        );
    }
    let _ = writeln!(line, "{diagnostic}");
    line
}

/// Translates a diagnostic for codespan-reporting.
fn translate(diagnostic: &Diagnostic, view: &View<'_>) -> shown::Diagnostic<FileId> {
    let (mut labels, mut notes) = (Vec::new(), Vec::new());
    let styles =
        std::iter::once(LabelStyle::Primary).chain(std::iter::repeat(LabelStyle::Secondary));
    for (label, style) in all_labels(diagnostic).zip(styles) {
        // A diagnostic about a binary, or about no file at all, has no text to show.
        let Some((file, range)) = view.sources.locate(label.span) else {
            continue;
        };
        if let Some(range) = view.part(file, range.clone()) {
            labels.push(shown::Label::new(style, file, range).with_message(&label.message));
        } else {
            let (file, text) = (view.sources.file(file), &label.message);
            let at = file.position(range.start);
            // The part of a long line that is shown is around another label: the place is told in words instead.
            notes.push(format!("{}:{}:{}: {text}", file.name(), at.line, at.column));
        }
    }
    if view.anchors.iter().any(|anchor| view.is_long(anchor)) {
        notes.push(format!("lines of more than {LONG} bytes are shown in part"));
    }
    let fixes = diagnostic
        .fixes
        .iter()
        .map(|fix| format!("fix: {}", fix.message));
    shown::Diagnostic::new(match diagnostic.severity {
        Severity::Error => shown::Severity::Error,
        Severity::Warning => shown::Severity::Warning,
    })
    .with_code(diagnostic.code)
    .with_message(&diagnostic.message)
    .with_labels(labels)
    .with_notes(
        notes
            .into_iter()
            // Places first, then reasons, then what to do: the order in which a reader needs them.
            .chain(diagnostic.notes.iter().cloned())
            .chain(fixes)
            .collect(),
    )
}

/// The labels of a diagnostic, the primary one first.
fn all_labels(diagnostic: &Diagnostic) -> impl Iterator<Item = &Label> {
    std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary)
}

/// The length in bytes from which on only a part of a line is shown.
const LONG: usize = 1000;

/// The bytes of a long line that are shown on each side of the end of a label.
const AROUND: usize = 100;

/// The start or end of a label, which has to be visible.
struct Anchor {
    file: FileId,
    line: usize,
    byte: usize,
}

/// The files that one diagnostic points into. A long line is reduced to the part around its first label, so that the
/// size of a rendered diagnostic is bounded.
struct View<'a> {
    sources: &'a SourceMap,
    anchors: Vec<Anchor>,
}

impl<'a> View<'a> {
    fn new(sources: &'a SourceMap, diagnostic: &Diagnostic) -> Self {
        let places = all_labels(diagnostic).filter_map(|label| sources.locate(label.span));
        let ends = places.flat_map(|(file, range)| [(file, range.start), (file, range.end)]);
        let anchors = ends.map(|(file, byte)| Anchor {
            file,
            line: sources.file(file).position(byte).line - 1,
            byte,
        });
        Self {
            sources,
            anchors: anchors.collect(),
        }
    }

    fn is_long(&self, anchor: &Anchor) -> bool {
        self.sources
            .file(anchor.file)
            .line(anchor.line)
            .is_some_and(|line| line.len() > LONG)
    }

    /// The part of a range that is visible; nothing if its start is not visible, or the end of a range over several
    /// lines.
    fn part(&self, file: FileId, range: Range<usize>) -> Option<Range<usize>> {
        let shown = |byte| {
            self.line_range(file, self.line_index(file, byte).ok()?)
                .ok()
        };
        let (first, last) = (shown(range.start)?, shown(range.end)?);
        // A label that goes over the end of the shown part stops there; one over several lines needs both of its ends
        // in shown parts.
        let end = if first == last {
            range.end.min(last.end)
        } else {
            range.end
        };
        let within = |line: &Range<usize>, byte| line.start <= byte && byte <= line.end;
        (within(&first, range.start) && within(&last, end)).then_some(range.start..end)
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

    fn line_index(&self, id: FileId, byte: usize) -> Result<usize, Error> {
        Ok(self.sources.file(id).position(byte).line - 1)
    }

    fn column_number(&self, id: FileId, _: usize, byte: usize) -> Result<usize, Error> {
        Ok(self.sources.file(id).position(byte).column)
    }

    fn line_range(&self, id: FileId, line: usize) -> Result<Range<usize>, Error> {
        let file = self.sources.file(id);
        let whole = file.line(line).ok_or(Error::LineTooLarge {
            given: line,
            max: line,
        })?;
        // A generated file may be one line of megabytes, which would be written once for each diagnostic.
        if whole.len() <= LONG {
            return Ok(whole);
        }
        let anchor = self
            .anchors
            .iter()
            .find(|anchor| anchor.file == id && anchor.line == line);
        // A line without a label is shown from its start.
        let byte = anchor.map_or(whole.start, |anchor| anchor.byte);
        let start = byte.saturating_sub(AROUND).max(whole.start);
        let end = (byte + AROUND).min(whole.end);
        // The line starts at a character boundary, so the search always finds one.
        let boundary = |byte| {
            (whole.start..=byte)
                .rev()
                .find(|at| file.text().is_char_boundary(*at))
        };
        Ok(boundary(start).unwrap_or(start)..boundary(end).unwrap_or(end))
    }
}

/// A buffer that colors the parts of a diagnostic.
struct Painter {
    out: Vec<u8>,
    colors: Colors,
    /// The first line, if it replaces that of the renderer.
    title: Option<String>,
    /// Whether to drop what is written, since it is the first line of the renderer.
    skips: bool,
}

impl Painter {
    fn new(colors: Colors) -> Self {
        Self {
            out: Vec::new(),
            colors,
            title: None,
            skips: false,
        }
    }

    /// Starts a style, given as the parameters of the escape sequence that selects it.
    fn style(&mut self, parameters: &str) -> io::Result<()> {
        if self.colors == Colors::On {
            self.out
                .extend_from_slice(format!("\x1b[{parameters}m").as_bytes());
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
        // The renderer has to believe that its line was written.
        if self.skips {
            return Ok(bytes.len());
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WriteStyle for Painter {
    fn set_header(&mut self, severity: shown::Severity) -> io::Result<()> {
        // The header begins here: what the renderer writes up to the next reset is replaced by the title.
        self.skips = self.title.is_some();
        self.style(if severity == shown::Severity::Error {
            BOLD_RED
        } else {
            BOLD_YELLOW
        })
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
            // The colour of the severity: there are errors and warnings only.
            (LabelStyle::Primary, _) => YELLOW,
        })
    }

    fn reset(&mut self) -> io::Result<()> {
        // The renderer resets the style for the first time at the end of its first line.
        if let Some(title) = self.title.take() {
            self.skips = false;
            self.out.extend_from_slice(title.as_bytes());
        }
        self.style(RESET)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::code::tests::EXAMPLE;

    fn example() -> (SourceMap, Diagnostic) {
        let mut sources = SourceMap::new();
        sources.add("first.wit", "package a:b;\n").expect("fits");
        let file = sources
            .add("wit/ä.wit", "interface i {\n  // ü\n  type é = u32\n}\n")
            .expect("fits");
        let at = |text: &str| {
            let start = sources.file(file).start()
                + sources.file(file).text().find(text).expect("is there") as u32;
            Span::new(start, start + text.len() as u32)
        };
        let diagnostic = Diagnostic::error(EXAMPLE, "there is no `;`", at("u32").at_end())
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
            plain.push_str(if index == 0 {
                part
            } else {
                part.split_once('m').expect("is a sequence").1
            });
        }
        // Without escape sequences it is the same text.
        assert_eq!(plain, human(&diagnostic, &sources, Colors::Off));
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        let (sources, diagnostic) = example();
        assert_eq!(
            short(&diagnostic, &sources),
            "wit/ä.wit:3:15: error[W0001]: there is no `;`\n"
        );
        let nowhere = Diagnostic::warning(EXAMPLE, "odd", Span::NONE);
        assert_eq!(short(&nowhere, &sources), "warning[W0001]: odd\n");
        assert_eq!(
            human(&nowhere, &sources, Colors::Off).trim_end(),
            "warning[W0001]: odd"
        );
    }

    #[test]
    fn the_severity_can_be_left_out() {
        let (sources, diagnostic) = example();
        let whole = human(&diagnostic, &sources, Colors::Off);
        let text = without_severity(&diagnostic, &sources);
        assert_eq!(
            format!("error{text}"),
            whole.replacen("[W0001]: ", "[W0001] ", 1)
        );
        assert!(text.contains("wit/ä.wit:3:15"), "{text}");
    }

    #[test]
    fn the_end_of_a_file_can_be_shown() {
        let mut sources = SourceMap::new();
        for text in ["", "package a:b", "package a:b;\r\n"] {
            let file = sources.add("x.wit", text).expect("fits");
            let end = sources.file(file).span().at_end();
            let text = human(
                &Diagnostic::error(EXAMPLE, "ends", end),
                &sources,
                Colors::Off,
            );
            assert!(text.contains("x.wit:"), "{text}");
        }
    }

    #[test]
    fn a_long_line_is_shown_around_its_label() {
        let mut sources = SourceMap::new();
        let text = format!(
            "a\n{}first{}here{}\nb",
            "é".repeat(2000),
            "ü".repeat(3000),
            "x".repeat(9000)
        );
        let file = sources.add("x.wit", text.as_str()).expect("fits");
        let at = |part: &str, len: u32| {
            let start = sources.file(file).start() + text.find(part).expect("is there") as u32;
            Span::new(start, start + len)
        };
        let error = Diagnostic::error(EXAMPLE, "odd", at("here", 4))
            .label("this one")
            .also(at("first", 5), "far away")
            .also(at("here", 4000), "cut");
        let shown = human(&error, &sources, Colors::Off);
        assert!(shown.len() < 1500, "{shown}");
        for part in [
            "x.wit:2:5006\n",
            "ühere",
            "^^^^",
            "this one",
            "cut",
            "x.wit:2:2001: far away",
            "in part",
        ] {
            assert!(shown.contains(part), "`{part}` is not in\n{shown}");
        }
        let lines = Diagnostic::error(EXAMPLE, "odd", sources.file(file).span());
        let shown = human(
            &lines.also(at("first", 20_000), "two lines"),
            &sources,
            Colors::Off,
        );
        assert!(shown.len() < 1500 && shown.contains("two lines"), "{shown}");
    }
}
