//! Applying fixes: those that a machine may apply without asking, as many at once as do not touch each other.

use crate::{Diagnostic, FileId, Fix, SourceMap};
use std::collections::BTreeMap;

/// The edits of a file: ranges of bytes, and the text that replaces each.
type Edits = BTreeMap<(usize, usize), String>;

/// The fixes that are applied in one round.
///
/// A fix can reveal another mistake, so that texts are checked again after a round, and fixed again: see
/// [`Fixing::ROUNDS`].
#[derive(Debug)]
pub struct Fixing<'s> {
    sources: &'s SourceMap,
    edits: BTreeMap<FileId, Edits>,
}

impl<'s> Fixing<'s> {
    /// How many rounds are enough: texts need one or two, and fixes that undo each other have no end.
    pub const ROUNDS: usize = 20;

    /// A round for these texts, without fixes yet.
    #[must_use]
    pub fn new(sources: &'s SourceMap) -> Self {
        Self {
            sources,
            edits: BTreeMap::new(),
        }
    }

    /// Takes the fix of a diagnostic and gives it, if it is the only one, is sure, changes only files that `is_own` allows,
    /// and does not touch a fix that was taken before.
    pub fn take<'d>(
        &mut self,
        diagnostic: &'d Diagnostic,
        is_own: &dyn Fn(FileId) -> bool,
    ) -> Option<&'d Fix> {
        // Of two fixes one has to be chosen, which only the author can do.
        let [fix] = diagnostic.fixes.as_slice() else {
            return None;
        };
        if !fix.sure {
            return None;
        }
        // All edits of a fix or none: half a fix may be worse than the mistake.
        let mut own: BTreeMap<FileId, Edits> = BTreeMap::new();
        for edit in &fix.edits {
            let (file, range) = self.sources.locate(edit.span)?;
            let place = (range.start, range.end);
            let taken = [self.edits.get(&file), own.get(&file)];
            let is_taken = taken
                .into_iter()
                .flatten()
                .any(|edits| is_taken(edits, place));
            if is_taken || !is_own(file) {
                return None;
            }
            own.entry(file)
                .or_default()
                .insert(place, edit.text.clone());
        }
        for (file, edits) in own {
            self.edits.entry(file).or_default().extend(edits);
        }
        Some(fix)
    }

    /// The new texts of the files that change; none if no fix was taken.
    #[must_use]
    pub fn texts(self) -> Vec<(FileId, String)> {
        let text = |(file, edits)| (file, edited(self.sources.file(file).text(), &edits));
        self.edits.into_iter().map(text).collect()
    }
}

/// Whether an edit would overlap another one, or insert at the same position.
fn is_taken(edits: &Edits, (start, end): (usize, usize)) -> bool {
    let before = edits.range(..=(start, end)).next_back();
    let after = edits.range((start, end)..).next();
    before.is_some_and(|(&(other, other_end), _)| {
        other_end > start || (other, other_end) == (start, end)
    }) || after.is_some_and(|(&(other, _), _)| other < end)
}

fn edited(text: &str, edits: &Edits) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (&(start, end), new) in edits {
        out.push_str(text.get(at..start).unwrap_or_default());
        out.push_str(new);
        at = end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::tests::EXAMPLE;
    use crate::{Edit, Span};

    /// A diagnostic with a fix of these edits.
    fn fixed(edits: &[(u32, u32, &str)], sure: bool) -> Diagnostic {
        let mut found = Diagnostic::error(EXAMPLE, "it is bad", Span::new(0, 1));
        let edit = |&(start, end, text): &(u32, u32, &str)| Edit {
            span: Span::new(start, end),
            text: text.to_owned(),
        };
        found.fixes.push(Fix {
            message: "make it good".into(),
            edits: edits.iter().map(edit).collect(),
            sure,
        });
        found
    }

    /// What becomes of `0123456789`, and which of the fixes were taken.
    fn round(found: &[Diagnostic]) -> (Option<String>, Vec<bool>) {
        let mut sources = SourceMap::new();
        sources.add("a", "0123456789").expect("there is room");
        let mut fixing = Fixing::new(&sources);
        let taken = found.iter().map(|it| fixing.take(it, &|_| true).is_some());
        let taken = taken.collect();
        (fixing.texts().pop().map(|(_, text)| text), taken)
    }

    #[test]
    fn fixes_that_touch_no_other_are_taken() {
        let found = [
            fixed(&[(2, 4, "a"), (8, 8, "b")], true),
            fixed(&[(3, 5, "no")], true),
            // All or nothing.
            fixed(&[(0, 1, "no"), (8, 8, "no")], true),
            fixed(&[(4, 4, "c"), (10, 10, "d")], true),
            fixed(&[(0, 1, "no")], false),
            fixed(&[(5, 7, "no"), (6, 7, "no")], true),
        ];
        let text = "01ac4567b89d".to_owned();
        assert_eq!(
            round(&found),
            (Some(text), vec![true, false, false, true, false, false])
        );
    }

    #[test]
    fn of_two_fixes_none_is_taken() {
        let mut found = fixed(&[(0, 1, "a")], true);
        found.fixes.extend(fixed(&[(0, 1, "b")], true).fixes);
        assert_eq!(round(&[found]), (None, vec![false]));
    }

    #[test]
    fn files_of_others_stay() {
        let mut sources = SourceMap::new();
        sources.add("a", "0123").expect("there is room");
        let mut fixing = Fixing::new(&sources);
        let found = fixed(&[(0, 1, "a")], true);
        assert_eq!(fixing.take(&found, &|_| false), None);
        assert!(fixing.texts().is_empty());
    }
}
