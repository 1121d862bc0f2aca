//! Lines, blocks, names, and what stands before items: documentation and attributes.

use super::pieces::{Pieces, Sink};
use crate::{Docs, Gate, PackageId, Resolve, Stability};
use std::fmt::Write;
use witc_parser::is_keyword;

/// The style of printed WIT.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether documentation is printed.
    pub docs: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { docs: true }
    }
}

/// What was printed last.
#[derive(Clone, Copy, Debug)]
enum Before {
    Nothing,
    /// The brace of a block, whose line has not ended: `}` may follow.
    Brace,
    Line,
}

/// Prints WIT line by line. Each part of a line writes itself to the output, since large trees have millions of them.
pub(crate) struct Printer<'r, 's> {
    pub(crate) resolve: &'r Resolve,
    style: Style,
    pub(crate) out: Pieces<'s>,
    pub(crate) indent: usize,
    /// Where the current line starts in the output.
    line_start: usize,
    /// Whether a line is to be left free before the next one of the same block.
    gap: bool,
    before: Before,
    /// The package whose interfaces go by their bare names.
    pub(crate) package: Option<PackageId>,
}

impl<'r, 's> Printer<'r, 's> {
    pub(crate) fn new(
        resolve: &'r Resolve,
        style: Style,
        package: Option<PackageId>,
        sink: Sink<'s>,
    ) -> Self {
        Self {
            resolve,
            style,
            out: Pieces::new(sink),
            indent: 0,
            line_start: 0,
            gap: false,
            before: Before::Nothing,
            package,
        }
    }

    /// Starts a line.
    pub(crate) fn start(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        match self.before {
            Before::Brace => self.out.push("\n"),
            // Not after an opening brace or at the start: a gap is between two things.
            Before::Line if gap => self.out.push("\n"),
            Before::Nothing | Before::Line => {}
        }
        self.before = Before::Line;
        self.line_start = self.out.len();
        self.out.indent(self.indent * 4);
    }

    /// Ends a line.
    pub(crate) fn end(&mut self) {
        self.out.push("\n");
        self.out.pass_on();
    }

    /// The number of characters in the current line.
    pub(crate) fn width(&self) -> usize {
        self.out.width_after(self.line_start)
    }

    /// A name, with `%` if it is a keyword.
    pub(crate) fn name(&mut self, name: &str) {
        if is_keyword(name) {
            self.out.push("%");
        }
        self.out.push(name);
    }

    /// Prints a line.
    pub(crate) fn line(&mut self, text: &str) {
        self.start();
        self.out.push(text);
        self.end();
    }

    /// Leaves a line free if something stands before and after it in the block.
    pub(crate) fn gap(&mut self) {
        self.gap = true;
    }

    /// Ends the current line with ` { contents }`, on this line if there are no contents.
    pub(crate) fn block(&mut self, contents: impl FnOnce(&mut Self)) {
        self.out.push(" {");
        self.before = Before::Brace;
        self.indent += 1;
        contents(self);
        self.indent -= 1;
        self.gap = false;
        match self.before {
            Before::Brace => self.before = Before::Line,
            Before::Nothing | Before::Line => self.start(),
        }
        self.out.push("}");
        self.end();
    }

    pub(crate) fn docs(&mut self, docs: &Docs) {
        let Some(text) = docs.text().filter(|_| self.style.docs) else {
            return;
        };
        // Reading takes away what all lines are indented by. The lines of a block comment are one comment then, and keep it:
        // as comments of their own they would lose it the next time.
        let indent = |line: &str| line.bytes().take_while(|&byte| byte == b' ').count();
        let lines = || text.split('\n').map(str::trim_end);
        let filled = lines().filter(|line| !line.is_empty());
        let shared = filled.map(indent).min().unwrap_or(0);
        for line in lines() {
            self.start();
            self.out.push("///");
            if let Some(line) = line.get(shared..).filter(|line| !line.is_empty()) {
                self.out.push(" ");
                self.out.push(line);
            }
            self.end();
        }
    }

    pub(crate) fn stability(&mut self, stability: &Stability) {
        let Some(gate) = stability.gate() else { return };
        self.start();
        match gate {
            Gate::Since { since, .. } => {
                let _ = write!(self.out, "@since(version = {since})");
            }
            Gate::Unstable { feature, .. } => {
                self.out.push("@unstable(feature = ");
                self.name(feature);
                self.out.push(")");
            }
        }
        self.end();
        if let Some(deprecated) = stability.deprecated() {
            self.start();
            let _ = write!(self.out, "@deprecated(version = {deprecated})");
            self.end();
        }
    }

    pub(crate) fn external_id(&mut self, id: Option<&str>) {
        let Some(id) = id else { return };
        let mut text = String::from("@external-id(\"");
        for c in id.chars() {
            match c {
                '"' | '\\' => text.extend(['\\', c]),
                '\n' => text.push_str("\\n"),
                '\r' => text.push_str("\\r"),
                '\t' => text.push_str("\\t"),
                // A text file may not hold these, or nobody would see them.
                c if c.is_control() || !c.is_ascii() && !c.is_alphanumeric() => {
                    let _ = write!(text, "\\u{{{:x}}}", c as u32);
                }
                c => text.push(c),
            }
        }
        text.push_str("\")");
        self.line(&text);
    }

    /// Whether documentation or a gate stands before an item.
    pub(crate) fn has_head(&self, docs: &Docs, stability: &Stability) -> bool {
        docs.text().is_some() && self.style.docs || stability.gate().is_some()
    }
}
