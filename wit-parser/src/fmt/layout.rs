//! Where lines end. A document is text with groups in it: a group is printed on one line if that line does not become
//! longer than [`WIDTH`] by it, and else with all its own line ends. Takes one look at each piece.

/// Lines are broken where they would be longer, in characters, as far as they can be.
pub const WIDTH: usize = 100;

/// A piece of a document.
enum Piece<'s> {
    Text(&'s str),
    /// A comment at the end of a line, whose length does not count.
    Aside(&'s str),
    /// The end of a line if the group has more than one, else this text.
    Line {
        flat: &'static str,
        indent: usize,
    },
    /// The end of a line in any case, and of a free one if `blank`.
    Hard {
        blank: bool,
        indent: usize,
    },
    /// Printed if the group has more than one line.
    IfBroken(&'static str),
    Open,
    Close,
}

/// Text with places where lines may end.
#[derive(Default)]
pub(super) struct Document<'s> {
    pieces: Vec<Piece<'s>>,
}

/// What is known of a group before it is printed.
#[derive(Clone, Copy, Default)]
struct Group {
    /// Its width on one line, with what follows up to the next place where a line may end.
    width: usize,
    /// Whether it cannot be on one line.
    broken: bool,
}

impl<'s> Document<'s> {
    pub(super) fn text(&mut self, text: &'s str) {
        self.pieces.push(Piece::Text(text));
    }

    pub(super) fn aside(&mut self, text: &'s str) {
        self.pieces.push(Piece::Aside(text));
    }

    pub(super) fn line(&mut self, flat: &'static str, indent: usize) {
        self.pieces.push(Piece::Line { flat, indent });
    }

    pub(super) fn hard(&mut self, blank: bool, indent: usize) {
        self.pieces.push(Piece::Hard { blank, indent });
    }

    pub(super) fn if_broken(&mut self, text: &'static str) {
        self.pieces.push(Piece::IfBroken(text));
    }

    pub(super) fn open(&mut self) {
        self.pieces.push(Piece::Open);
    }

    pub(super) fn close(&mut self) {
        self.pieces.push(Piece::Close);
    }

    /// The text, with one line end after it if there is any.
    pub(super) fn print(&self) -> String {
        let groups = self.groups();
        let mut groups = groups.iter();
        let mut out = Output::default();
        // Whether each group that is open has more than one line.
        let mut broken: Vec<bool> = Vec::new();
        for piece in &self.pieces {
            let is_broken = broken.last().copied().unwrap_or(true);
            match piece {
                Piece::Text(text) | Piece::Aside(text) => out.push(text),
                Piece::Line { indent, .. } if is_broken => out.line(false, *indent),
                Piece::Line { flat, .. } => out.push(flat),
                Piece::Hard { blank, indent } => out.line(*blank, *indent),
                Piece::IfBroken(text) if is_broken => out.push(text),
                Piece::IfBroken(_) => {}
                Piece::Open => {
                    let group = groups.next().copied().unwrap_or_default();
                    // A group within a group that fits on one line fits as well.
                    broken.push(is_broken && (group.broken || out.column() + group.width > WIDTH));
                }
                Piece::Close => drop(broken.pop()),
            }
        }
        out.finish()
    }

    /// The groups in the order in which they open.
    fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        // Positions if all were on one line; at the end of each group, its index.
        let mut position = 0;
        let (mut positions, mut closed) = (Vec::with_capacity(self.pieces.len()), Vec::new());
        let mut deepest = 0;
        for piece in &self.pieces {
            positions.push(position);
            match piece {
                Piece::Text(text) => {
                    // Characters, as an editor counts them, not bytes.
                    position += text.chars().count();
                    if text.contains('\n') {
                        open.iter().for_each(|&group| groups[group].broken = true);
                    }
                }
                Piece::Line { flat, .. } => position += flat.len(),
                Piece::Hard { .. } => open.iter().for_each(|&group| groups[group].broken = true),
                Piece::Aside(_) | Piece::IfBroken(_) => {}
                Piece::Open => {
                    open.push(groups.len());
                    deepest = deepest.max(open.len());
                    groups.push(Group {
                        width: position,
                        broken: false,
                    });
                }
                Piece::Close => closed.extend(open.pop()),
            }
        }
        // Where the line ends that a group of each depth is on.
        let mut line_end = vec![position; deepest + 1];
        let mut depth = 0;
        // From the end: what follows a group decides whether it fits.
        for (piece, &position) in self.pieces.iter().zip(&positions).rev() {
            match piece {
                Piece::Line { .. } => line_end[depth..].fill(position),
                Piece::Hard { .. } => line_end.fill(position),
                Piece::Close => {
                    if let Some(group) = closed.pop() {
                        groups[group].width = line_end[depth] - groups[group].width;
                    }
                    depth = (depth + 1).min(deepest);
                }
                Piece::Open => depth = depth.saturating_sub(1),
                Piece::Text(_) | Piece::Aside(_) | Piece::IfBroken(_) => {}
            }
        }
        groups
    }
}

/// The printed text, with the current line's length.
#[derive(Default)]
struct Output {
    text: String,
    line_start: usize,
}

impl Output {
    fn push(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.text.push('\n');
                self.line_start = self.text.len();
            }
            // The whole text gets the line ends of the file at the end (`format`).
            self.text.push_str(line.strip_suffix('\r').unwrap_or(line));
        }
    }

    fn line(&mut self, blank: bool, indent: usize) {
        if self.text.is_empty() {
            return;
        }
        self.text.push_str(if blank { "\n\n" } else { "\n" });
        self.line_start = self.text.len();
        (0..indent).for_each(|_| self.text.push_str("    "));
    }

    fn column(&self) -> usize {
        self.text[self.line_start..].chars().count()
    }

    fn finish(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}
