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

/// The name as it has to be written, if it is one that the parser has reported: what is suggested shall be right.
pub(crate) fn written(name: &str) -> String {
    let is_wrong = !witc_parser::is_valid_name(name);
    is_wrong
        .then(|| witc_parser::kebab(name))
        .flatten()
        .unwrap_or_else(|| name.to_owned())
}

/// Whether a name is there, but for the mistake in its case that the parser has reported: the fix of that makes it right.
pub(crate) fn is_there_once_fixed<'c>(
    name: &str,
    names: impl IntoIterator<Item = &'c str>,
) -> bool {
    names.into_iter().any(|other| {
        !witc_parser::is_valid_name(other) && witc_parser::kebab(other).as_deref() == Some(name)
    })
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
