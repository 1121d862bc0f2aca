//! A writer of indented text.

/// Text that grows line by line. Indentation is what the writer says, not what braces suggest.
#[derive(Clone, Debug, Default)]
pub struct IndentedText {
    text: String,
    depth: usize,
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
            text: String::new(),
            depth,
        }
    }

    /// Adds lines, indented; empty ones stay empty.
    pub fn lines(&mut self, lines: impl AsRef<str>) {
        for line in lines.as_ref().lines() {
            // Editors and linters complain about white space at the end of a line.
            if !line.is_empty() {
                self.text.extend(std::iter::repeat_n("    ", self.depth));
                self.text.push_str(line);
            }
            self.text.push('\n');
        }
    }

    /// Adds an empty line, unless there is one already, or a block was just opened, or nothing was written.
    pub fn gap(&mut self) {
        if !(self.text.is_empty() || self.text.ends_with("\n\n") || self.text.ends_with("{\n")) {
            self.text.push('\n');
        }
    }

    /// Adds a line `head {`, what `body` writes, indented, and a line with `}` and `tail`.
    pub fn block(&mut self, head: impl AsRef<str>, tail: &str, body: impl FnOnce(&mut Self)) {
        self.open(head);
        body(self);
        self.close(tail);
    }

    /// Adds a line `head {`; what follows is indented.
    pub fn open(&mut self, head: impl AsRef<str>) {
        self.lines(format!("{} {{", head.as_ref()));
        self.depth += 1;
    }

    /// Ends what [`IndentedText::open`] began, with a line `}` and `tail`.
    pub fn close(&mut self, tail: &str) {
        // A `close` too many shows in the text; a back end must not panic over it.
        self.depth = self.depth.saturating_sub(1);
        self.lines(format!("}}{tail}"));
    }

    /// Adds text that is indented already.
    pub fn verbatim(&mut self, text: &str) {
        self.text.push_str(text);
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
        });
        assert_eq!(
            source.finish(),
            "mod a {\n    one\n\n    two\n\n    three\n}\n"
        );
    }
}
