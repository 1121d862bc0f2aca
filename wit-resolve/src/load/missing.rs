//! What is said about packages that are not there: where they were looked for, and what to do.

use super::advice::Surroundings;
use super::problems::of_broken_links;
use super::reader::Reader;
use crate::codes;
use crate::{Options, Resolution};

/// The most packages about which everything is said: the text for thousands would take more memory than the packages.
const MOST_EXPLAINED: usize = 200;

impl Reader {
    /// Says of each missing package where it was looked for, and what to do.
    pub(super) fn explain_missing(&mut self, resolution: &mut Resolution, options: &Options) {
        if resolution.missing.iter().all(|it| it.reported.is_none()) {
            let links = std::mem::take(&mut self.searched.broken_links);
            let may_be_needed = !resolution.missing.is_empty();
            self.diagnostics
                .extend(of_broken_links(&links, may_be_needed));
            return;
        }
        let around = Surroundings::new(self, options);
        for (index, missing) in resolution.missing.iter().enumerate() {
            let Some(span) = missing.reported else {
                continue;
            };
            let all = &mut resolution.diagnostics;
            let start = all.partition_point(|found| found.primary.span < span);
            let found = all[start..]
                .iter_mut()
                .take_while(|found| found.primary.span == span)
                .find(|found| found.code == codes::UNKNOWN_PACKAGE);
            if let Some(found) = found {
                found.notes.extend(match index < MOST_EXPLAINED {
                    true => around.notes_on(&missing.name, self, options),
                    false => vec![self.by_hand(&self.place_for(&missing.name))],
                });
            }
        }
    }
}
