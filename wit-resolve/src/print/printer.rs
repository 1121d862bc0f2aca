//! Lines, blocks, and what stands before items: documentation and attributes.

use crate::{Docs, Gate, PackageId, Resolve, Stability};
use std::fmt::Write;
use witc_parser::escaped;

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

pub(crate) struct Printer<'r> {
    pub(crate) resolve: &'r Resolve,
    style: Style,
    pub(crate) out: String,
    pub(crate) indent: usize,
    /// Whether a line is to be left free before the next one of the same block.
    gap: bool,
    /// The package whose interfaces go by their bare names.
    pub(crate) package: Option<PackageId>,
}

impl<'r> Printer<'r> {
    pub(crate) fn new(resolve: &'r Resolve, style: Style, package: Option<PackageId>) -> Self {
        Self {
            resolve,
            style,
            out: String::new(),
            indent: 0,
            gap: false,
            package,
        }
    }

    pub(crate) fn line(&mut self, text: &str) {
        // No free line after an opening brace or at the start: a gap is between two things.
        if std::mem::take(&mut self.gap) && !self.out.is_empty() && !self.out.ends_with("{\n") {
            self.out.push('\n');
        }
        for _ in 0..self.indent {
            self.out.push_str("    ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Leaves a line free if something stands before and after it in the block.
    pub(crate) fn gap(&mut self) {
        self.gap = true;
    }

    /// Prints `head { contents }`, on one line if there are no contents.
    pub(crate) fn block(&mut self, head: &str, contents: impl FnOnce(&mut Self)) {
        self.line(&format!("{head} {{"));
        let start = self.out.len();
        self.indent += 1;
        contents(self);
        self.indent -= 1;
        self.gap = false;
        if self.out.len() == start {
            self.out.pop();
            self.out.push_str("}\n");
        } else {
            self.line("}");
        }
    }

    pub(crate) fn docs(&mut self, docs: &Docs) {
        let Some(text) = docs.text().filter(|_| self.style.docs) else {
            return;
        };
        if text.is_empty() {
            self.line("///");
        }
        for line in text.split('\n') {
            match line.trim_end() {
                // Empty documentation was written above as one bare `///`.
                "" if text.is_empty() => {}
                "" => self.line("///"),
                line => self.line(&format!("/// {line}")),
            }
        }
    }

    pub(crate) fn stability(&mut self, stability: &Stability) {
        match stability.gate() {
            None => return,
            Some(Gate::Since { since, .. }) => self.line(&format!("@since(version = {since})")),
            Some(Gate::Unstable { feature, .. }) => {
                self.line(&format!("@unstable(feature = {})", escaped(feature)));
            }
        }
        if let Some(deprecated) = stability.deprecated() {
            self.line(&format!("@deprecated(version = {deprecated})"));
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
