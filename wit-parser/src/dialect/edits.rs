//! Edits of one text that do not overlap.

use std::collections::BTreeMap;
use witc_diagnostics::{Edit, Span};

/// The edits, by where they start and end: what is inserted in a place comes before what is replaced from there on.
#[derive(Default)]
pub(super) struct Edits(BTreeMap<(u32, u32), String>);

impl Edits {
    /// Adds an edit, unless it overlaps with one that is there. What is inserted where something was inserted before comes
    /// before that.
    pub(super) fn add(&mut self, span: Span, text: impl Into<String>) {
        if let Some(there) = self.0.get_mut(&(span.start, span.end))
            && span.start == span.end
        {
            there.insert_str(0, &text.into());
            return;
        }
        let before = self.0.range(..=(span.start, span.end)).next_back();
        let after = self.0.range((span.start, span.end)..).next();
        // The first edit of a place wins, since edits are found from the surest to the vaguest.
        let free = before.is_none_or(|(&(_, end), _)| end <= span.start)
            && after.is_none_or(|(&(start, _), _)| start >= span.end)
            && !self.0.contains_key(&(span.start, span.end));
        if free {
            self.0.insert((span.start, span.end), text.into());
        }
    }

    /// The text, which starts at `base`, with the edits.
    pub(super) fn apply(&self, text: &str, base: u32) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (&(start, end), new) in &self.0 {
            out.push_str(text.get(at..(start - base) as usize).unwrap_or_default());
            out.push_str(new);
            at = (end - base) as usize;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }

    /// The place in the text before the edits of what is at `span`, counted from 0, after them.
    pub(super) fn original(&self, span: Span, base: u32) -> Span {
        if span.is_none() {
            return span;
        }
        let (mut starts, mut ends) = (None, None);
        // How far the text after an edit has moved.
        let mut moved = i64::from(base);
        for (&(start, end), new) in &self.0 {
            let new_start = i64::from(start) - moved;
            let new_end = new_start + new.len() as i64;
            let inside = |position: u32| {
                let position = i64::from(position);
                if position <= new_start {
                    Some((position + moved) as u32)
                } else if position < new_end {
                    Some(start)
                } else if position == new_end {
                    Some(end)
                } else {
                    None
                }
            };
            starts = starts.or_else(|| inside(span.start));
            ends = ends.or_else(|| inside(span.end));
            if starts.is_some() && ends.is_some() {
                break;
            }
            moved = i64::from(end) - new_end;
        }
        let after = |position: u32| (i64::from(position) + moved) as u32;
        let start = starts.unwrap_or_else(|| after(span.start));
        Span::new(start, ends.unwrap_or_else(|| after(span.end)).max(start))
    }

    pub(super) fn into_vec(self) -> Vec<Edit> {
        self.0
            .into_iter()
            .map(|((start, end), text)| Edit {
                span: Span::new(start, end),
                text,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;
    use witc_diagnostics::Span;

    #[test]
    fn places_are_found_again() {
        let mut edits = Edits::default();
        edits.add(Span::new(12, 14), "XYZ");
        edits.add(Span::new(13, 16), "overlaps");
        edits.add(Span::new(14, 14), "+");
        edits.add(Span::new(16, 18), "");
        assert_eq!(edits.apply("abcdefghij", 10), "abXYZ+efij");
        for (new, old) in [
            ((0, 2), (10, 12)),
            ((2, 5), (12, 14)),
            ((6, 8), (14, 16)),
            ((9, 10), (19, 20)),
        ] {
            assert_eq!(
                edits.original(Span::new(new.0, new.1), 10),
                Span::new(old.0, old.1),
                "{new:?}"
            );
        }
    }
}
