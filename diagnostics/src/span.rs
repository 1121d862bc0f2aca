//! Spans: ranges of bytes in the texts of a [`SourceMap`](crate::SourceMap).

/// A range of bytes in the text of one file of a [`SourceMap`](crate::SourceMap).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The global position of the first byte.
    pub start: u32,
    /// The global position after the last byte.
    pub end: u32,
}

impl Span {
    /// The span of items that have no text: they are decoded from a binary, or built in memory.
    pub const NONE: Self = Self {
        start: u32::MAX,
        end: u32::MAX,
    };

    /// Whether a position is in the span.
    #[must_use]
    pub fn contains(self, position: u32) -> bool {
        (self.start..self.end).contains(&position)
    }

    /// The span from `start` up to, not including, `end`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Whether this is [`Span::NONE`].
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// The span from the start of `self` to the end of `other`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start,
            end: other.end,
        }
    }

    /// The same place after a move of its file by so many positions; [`Span::NONE`] where there are no such positions.
    #[must_use]
    pub fn shifted(self, by: u32) -> Self {
        match (self.start.checked_add(by), self.end.checked_add(by)) {
            // A span of nothing stays one: moved, it would point at some text.
            (Some(start), Some(end)) if !self.is_none() => Self { start, end },
            _ => Self::NONE,
        }
    }

    /// The empty span at the start of `self`.
    #[must_use]
    pub fn at_start(self) -> Self {
        Self {
            start: self.start,
            end: self.start,
        }
    }

    /// The empty span after `self`.
    #[must_use]
    pub fn at_end(self) -> Self {
        Self {
            start: self.end,
            end: self.end,
        }
    }
}

impl Default for Span {
    fn default() -> Self {
        Self::NONE
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_none() {
            f.write_str("none")
        } else {
            write!(f, "{}..{}", self.start, self.end)
        }
    }
}
