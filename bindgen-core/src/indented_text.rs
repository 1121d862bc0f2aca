//! A writer of indented text.

/// Text that grows line by line. Indentation is what the writer says, not what braces suggest.
#[derive(Clone, Debug, Default)]
pub struct IndentedText {
    text: String,
    depth: usize,
    last: Last,
}

/// What was written last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Last {
    /// Nothing at all.
    #[default]
    Nothing,
    /// A line that opens a block.
    Opening,
    /// An empty line.
    Gap,
    /// Anything else.
    Line,
}

impl IndentedText {
    /// Nothing yet, not indented.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing yet, indented by `depth` levels of four spaces.
    #[must_use]
    pub fn at(depth: usize) -> Self {
        Self {
            depth,
            ..Self::default()
        }
    }

    /// Adds lines, indented; empty ones stay empty.
    pub fn lines(&mut self, lines: impl AsRef<str>) {
        for line in lines.as_ref().lines() {
            // Editors and linters complain about white space at the end of a line.
            if line.is_empty() {
                self.last = Last::Gap;
            } else {
                self.text.extend(std::iter::repeat_n("    ", self.depth));
                self.text.push_str(line);
                self.last = Last::Line;
            }
            self.text.push('\n');
        }
    }

    /// Adds an empty line, unless there is one already, or a block was just opened, or nothing was written.
    pub fn gap(&mut self) {
        match self.last {
            Last::Nothing | Last::Opening | Last::Gap => {}
            Last::Line => {
                self.text.push('\n');
                self.last = Last::Gap;
            }
        }
    }

    /// Adds a line `head {`, what `body` writes, indented, and a line with `}` and `tail`.
    pub fn block(&mut self, head: impl AsRef<str>, tail: &str, body: impl FnOnce(&mut Self)) {
        self.open(head);
        body(self);
        self.close(tail);
    }

    /// Adds what `body` writes, indented.
    pub fn indented(&mut self, body: impl FnOnce(&mut Self)) {
        self.depth += 1;
        body(self);
        self.depth -= 1;
    }

    /// Adds a line `head {`; what follows is indented.
    pub fn open(&mut self, head: impl AsRef<str>) {
        self.lines(format!("{} {{", head.as_ref()));
        self.depth += 1;
        self.last = Last::Opening;
    }

    /// Ends what [`IndentedText::open`] began, with a line `}` and `tail`.
    pub fn close(&mut self, tail: &str) {
        // A `close` too many shows in the text; a back end must not panic over it.
        self.depth = self.depth.saturating_sub(1);
        self.lines(format!("}}{tail}"));
    }

    /// Adds a line that is indented already, or a part of one.
    pub fn verbatim(&mut self, text: &str) {
        self.text.push_str(text);
        self.last = Last::Line;
    }

    /// Adds what was written elsewhere, as it is indented there.
    pub fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
        match other.last {
            Last::Nothing => {}
            Last::Opening | Last::Gap | Last::Line => self.last = other.last,
        }
    }

    /// By how many levels lines are indented.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::IndentedText;

    #[test]
    fn blocks_indent() {
        let mut source = IndentedText::new();
        source.gap();
        source.block("mod a", "", |source| {
            source.gap();
            source.lines("one\n\ntwo");
            source.gap();
            source.gap();
            source.lines("three");
            let mut inner = IndentedText::at(2);
            source.append(&inner);
            source.gap();
            inner.gap();
            inner.lines("four\n\n");
            source.append(&inner);
            source.gap();
            source.lines("five");
        });
        assert_eq!(
            source.finish(),
            "mod a {\n    one\n\n    two\n\n    three\n\n        four\n\n    five\n}\n"
        );
    }
}
