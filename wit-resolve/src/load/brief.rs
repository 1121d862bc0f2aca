//! The short form of the advice on packages that are missing, in the place of `advice` where that feature is off.

use super::reader::Reader;
use super::shell::quoted;
use crate::{Options, PackageName};

/// The places that were searched: the same for all packages that are missing.
pub(super) struct Surroundings {
    notes: Vec<String>,
}

impl Surroundings {
    pub(super) fn new(reader: &mut Reader, _options: &Options) -> Self {
        let searched = &reader.searched;
        let mut notes = searched.notes();
        let mut roots = searched.root_folders.iter().chain(&searched.root_files);
        if let Some(root) = roots.next().map(|root| quoted(root)) {
            notes.push(format!(
                "`witc check {root}` looks at what lies beside as well, such as `wkg.toml` and `deps.toml`"
            ));
        }
        Self { notes }
    }

    /// Where a package was looked for, and what to do.
    pub(super) fn notes_on(
        &self,
        name: &PackageName,
        reader: &Reader,
        _options: &Options,
    ) -> Vec<String> {
        let by_hand = reader.by_hand(&reader.place_for(name));
        self.notes.iter().cloned().chain([by_hand]).collect()
    }
}
