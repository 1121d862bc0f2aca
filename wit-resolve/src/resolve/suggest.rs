//! "Did you mean …?": names that look like the one that was written.

use witc_diagnostics::{nearest, reach};

/// Finds the name that was meant. Its work is bounded over the whole run, so that a file full of mistakes is read as
/// quickly as a correct one; later mistakes then go without a suggestion.
#[derive(Debug)]
pub(crate) struct Suggester {
    budget: usize,
}

impl Default for Suggester {
    fn default() -> Self {
        // Some milliseconds. A hundred names that nobody has, in a scope of a hundred, are about as much.
        Self { budget: 300_000 }
    }
}

impl Suggester {
    /// Whether there is time to look at so many things more for the sake of a better message.
    pub(crate) fn affords(&mut self, things: usize) -> bool {
        self.budget = self.budget.saturating_sub(things);
        self.budget > 0
    }

    /// The candidate that is closest to `name`, if it is close enough for a slip of the hand.
    pub(crate) fn closest<'c>(
        &mut self,
        name: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        let limit = reach(name);
        let mut near = Vec::new();
        for candidate in candidates {
            // Longer names are hardly written by hand, and would use the budget up.
            let is_near = candidate.len().abs_diff(name.len()) <= limit && name.len() <= 64;
            // All or nothing: the result must not depend on the order of the candidates.
            if !self.affords(if is_near {
                // The steps of `distance_within`.
                name.len() * (2 * limit + 1)
            } else {
                1
            }) {
                return None;
            }
            near.extend(is_near.then_some(candidate));
        }
        nearest(name, near)
    }
}

/// Names as a sentence lists them, not too many.
pub(crate) fn list(names: &[&str]) -> String {
    // Two lines of a terminal.
    const MOST: usize = 8;
    let quoted: Vec<String> = names
        .iter()
        .take(MOST)
        .map(|name| format!("`{name}`"))
        .collect();
    match names.len().checked_sub(MOST) {
        Some(more @ 1..) => format!("{} and {more} more", quoted.join(", ")),
        _ => match quoted.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => quoted.join(""),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closest() {
        let names = ["request", "response"];
        let mut suggester = Suggester::default();
        assert_eq!(suggester.closest("reqest", names), Some("request"));
        assert_eq!(suggester.closest("headers", names), None);
        assert!(suggester.affords(1000));
        assert!(!suggester.affords(300_000));
        assert_eq!(suggester.closest("reqest", names), None);
    }
}
