//! Lines of code, with the lists in them that can be broken over several lines when they get too long.
//!
//! Whoever writes a line says where its lists are, so that nothing has to find parentheses in a text.

use std::fmt;
use witc_bindgen_core::IndentedText;

/// The longest line that stays in one piece.
const WIDTH: usize = 100;

/// By how much a line is indented that is inside of another.
const INDENT: usize = 4;

/// A line of code, however many lines of text it takes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pieces: Vec<Piece>,
    /// Which of its lists is broken: the first in the head of a function, where that has the parameters, otherwise the
    /// last, where that has the arguments of the outermost call.
    breaks_first: bool,
}

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    /// Something between brackets, with commas.
    List(List),
    /// Lines between braces.
    Block(Vec<Line>),
}

#[derive(Clone, Debug)]
struct List {
    brackets: Brackets,
    parts: Vec<Line>,
}

/// The brackets of a list, which decide whether it can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Brackets {
    /// The parameters or arguments of something; they can be broken.
    Arguments,
    /// The parts of a tuple; they can be broken if there are several.
    Tuple,
    /// An expression in parentheses, which stays whole.
    Group,
    /// The elements of an array, or the type of those of a slice or array, which stay whole.
    Square,
}

impl Line {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::new().then(text)
    }

    /// The same line with its first list as the one that is broken.
    pub(crate) fn breaking_first(self) -> Self {
        Self {
            breaks_first: true,
            ..self
        }
    }

    /// The line with a text after it.
    pub(crate) fn then(mut self, text: impl Into<String>) -> Self {
        self.pieces.push(Piece::Text(text.into()));
        self
    }

    /// The line with another after it.
    pub(crate) fn join(mut self, line: Self) -> Self {
        self.pieces.extend(line.pieces);
        self
    }

    /// The line with a list after it.
    pub(crate) fn list(
        mut self,
        brackets: Brackets,
        parts: impl IntoIterator<Item = Self>,
    ) -> Self {
        self.pieces.push(Piece::List(List {
            brackets,
            parts: parts.into_iter().collect(),
        }));
        self
    }

    /// The line with lines in braces after it.
    pub(crate) fn block(mut self, lines: Vec<Self>) -> Self {
        self.pieces.push(Piece::Block(lines));
        self
    }

    /// Writes the line.
    pub(crate) fn write(&self, source: &mut IndentedText) {
        source.lines(self.fit(source.depth(), 0));
    }

    /// Writes lines.
    pub(crate) fn write_all(lines: &[Self], source: &mut IndentedText) {
        lines.iter().for_each(|line| line.write(source));
    }

    /// The text, for a place that is indented by `depth` levels; the first line of it is not indented, the others are as
    /// far as they are inside of it. The last may not be longer than it is with `tail` more characters.
    pub(crate) fn fit(&self, depth: usize, tail: usize) -> String {
        let mut printer = Printer {
            text: String::new(),
            base: depth * INDENT,
        };
        printer.line(self, 0, "", tail);
        printer.text
    }
}

/// The text on one line, as far as there are no blocks in it.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut printer = Printer {
            text: String::new(),
            base: 0,
        };
        printer.flat(&self.pieces, 0);
        f.write_str(&printer.text)
    }
}

impl List {
    fn is_breakable(&self) -> bool {
        match self.brackets {
            Brackets::Arguments => !self.parts.is_empty(),
            Brackets::Tuple => self.parts.len() > 1,
            Brackets::Group | Brackets::Square => false,
        }
    }

    fn open_and_close(&self) -> (&'static str, &'static str) {
        match (self.brackets, self.parts.len()) {
            (Brackets::Tuple, 1) => ("(", ",)"),
            (Brackets::Arguments | Brackets::Tuple | Brackets::Group, _) => ("(", ")"),
            (Brackets::Square, _) => ("[", "]"),
        }
    }
}

struct Printer {
    text: String,
    /// By how many characters the whole is going to be indented.
    base: usize,
}

impl Printer {
    /// Prints a line in one line of text if that is short enough, or breaks one of its lists. Then comes `after`, and `tail` more
    /// characters of whoever asked.
    fn line(&mut self, line: &Line, indent: usize, after: &str, tail: usize) {
        // A list is broken as a whole or not at all. In an expression it is the last list, the
        // arguments of the outermost call, as rustfmt does.
        let is_breakable = |piece: &Piece| match piece {
            Piece::List(list) => list.is_breakable(),
            Piece::Text(_) | Piece::Block(_) => false,
        };
        let pieces = line.pieces.as_slice();
        let broken = if self.fits(pieces, indent, after.len() + tail) {
            None
        } else if line.breaks_first {
            pieces.iter().position(is_breakable)
        } else {
            pieces.iter().rposition(is_breakable)
        };
        // A line without anything to break stays long: a name cannot be split.
        match broken.and_then(|at| pieces.split_at_checked(at)) {
            Some((before, [Piece::List(list), rest @ ..])) => {
                self.flat(before, indent);
                self.broken(list, indent);
                self.flat(rest, indent);
            }
            _ => self.flat(pieces, indent),
        }
        self.text.push_str(after);
    }

    /// Prints a list with each of its parts on a line of its own.
    fn broken(&mut self, list: &List, indent: usize) {
        let (open, close) = list.open_and_close();
        self.text.push_str(open);
        for part in &list.parts {
            self.start(indent + INDENT);
            self.line(part, indent + INDENT, ",", 0);
        }
        self.start(indent);
        self.text.push_str(close);
    }

    fn start(&mut self, indent: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', indent));
    }

    fn flat(&mut self, pieces: &[Piece], indent: usize) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.text.push_str(text),
                Piece::List(list) => {
                    let (open, close) = list.open_and_close();
                    self.text.push_str(open);
                    for (index, part) in list.parts.iter().enumerate() {
                        self.text.push_str(if index > 0 { ", " } else { "" });
                        self.flat(&part.pieces, indent);
                    }
                    self.text.push_str(close);
                }
                Piece::Block(lines) => self.block(lines, indent),
            }
        }
    }

    fn block(&mut self, lines: &[Line], indent: usize) {
        self.text.push('{');
        for line in lines {
            self.start(indent + INDENT);
            self.line(line, indent + INDENT, "", 0);
        }
        if !lines.is_empty() {
            self.start(indent);
        }
        self.text.push('}');
    }

    /// Whether no line of text gets too long if no list is broken. What is inside of blocks looks after itself.
    fn fits(&self, pieces: &[Piece], indent: usize, after: usize) -> bool {
        let start = self.base + indent;
        let mut measure = Measure {
            start,
            width: start,
            fits: true,
        };
        measure.pieces(pieces);
        measure.fits && measure.width + after <= WIDTH
    }
}

struct Measure {
    /// The column in which lines of text begin.
    start: usize,
    /// The column in which the present line ends so far.
    width: usize,
    /// Whether those before it are short enough.
    fits: bool,
}

impl Measure {
    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.width += text.len(),
                Piece::List(list) => {
                    let (open, close) = list.open_and_close();
                    self.width += open.len() + close.len();
                    self.width += 2 * list.parts.len().saturating_sub(1);
                    list.parts.iter().for_each(|part| self.pieces(&part.pieces));
                }
                Piece::Block(lines) if lines.is_empty() => self.width += 2,
                Piece::Block(_) => {
                    // The line ends at the opening brace, and the next one that counts starts with
                    // the closing brace.
                    self.fits &= self.width < WIDTH;
                    self.width = self.start + 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Brackets, Line};

    fn arguments(parts: &[&Line]) -> Line {
        Line::new().list(Brackets::Arguments, parts.iter().copied().cloned())
    }

    #[test]
    fn the_parameters_of_a_head_are_broken_first() {
        let long = "X".repeat(30);
        let result = Line::new().list(Brackets::Tuple, [Line::text("u8"), Line::text(&long)]);
        let line = Line::text("fn f")
            .join(arguments(&[
                &Line::text(format!("a: {long}")),
                &Line::text(format!("b: Result<(u8, u8), {long}>")),
            ]))
            .then(" -> ")
            .join(result)
            .breaking_first();
        let expected =
            format!("fn f(\n    a: {long},\n    b: Result<(u8, u8), {long}>,\n) -> (u8, {long})");
        assert_eq!(line.fit(1, 2), expected);
        assert_eq!(line.fit(0, 0).lines().count(), 4);
    }

    #[test]
    fn arguments_are_broken_all_the_way_down() {
        let long = Line::text("x".repeat(60));
        let inner = Line::text("|a, b| g").join(arguments(&[&long, &long]));
        let line = Line::text("let (a, b) = f")
            .join(arguments(&[&long, &inner, &Line::text("\"a, (b\"")]))
            .then(";");
        let expected = format!(
            "let (a, b) = f(\n    {long},\n    |a, b| g(\n        {long},\n        {long},\n    ),\n    \"a, (b\",\n);"
        );
        assert_eq!(line.fit(0, 0), expected);
    }

    #[test]
    fn groups_and_single_parts_of_tuples_stay_whole() {
        let long = Line::text("x".repeat(100));
        for brackets in [Brackets::Group, Brackets::Square, Brackets::Tuple] {
            let line = Line::text("a").list(brackets, [long.clone()]);
            assert_eq!(line.fit(0, 0).lines().count(), 1, "{brackets:?}");
        }
    }

    #[test]
    fn blocks_are_lines_of_their_own() {
        let block = Line::text("|a| ").block(vec![Line::text("b;"), Line::text("c;")]);
        let line = Line::text("f").join(arguments(&[&block])).then(";");
        assert_eq!(line.fit(3, 0), "f(|a| {\n    b;\n    c;\n});");
        assert_eq!(Line::text("a ").block(Vec::new()).fit(0, 0), "a {}");
    }
}
