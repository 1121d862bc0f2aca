//! Mistakes that people are known to make, most of them habits of other languages. Each takes more than one token to
//! fix, or more than the edit to explain.

mod attributes;
mod functions;
mod items;
mod lists;
mod names;
mod paths;
mod types;

use super::attempt::Failure;
use super::finder::{Finder, Fixed};

impl Finder<'_, '_> {
    /// The habit that shows where the grammar fails: the tokens without it, and the mistake.
    ///
    /// The order matters where two habits look alike: what is more special comes first.
    pub(crate) fn habit(&self, failure: &Failure) -> Option<Fixed> {
        let at = failure.at;
        self.habit_in_types(at)
            .or_else(|| self.habit_in_functions(at))
            .or_else(|| self.habit_in_lists(at))
            .or_else(|| self.habit_in_names(failure))
            .or_else(|| self.habit_in_attributes(at))
            .or_else(|| self.habit_in_items(at))
            .or_else(|| self.habit_in_paths(at))
    }
}
