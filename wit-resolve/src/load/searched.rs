//! The places where packages were looked for, for messages.

use super::shell::folder_of;
use std::path::PathBuf;

/// The most places that a note lists.
const MOST_PLACES: usize = 8;

/// The places where packages were looked for.
#[derive(Debug, Default)]
pub(super) struct Searched {
    /// The folders that the user asked for.
    pub(super) root_folders: Vec<PathBuf>,
    /// The files that the user asked for.
    pub(super) root_files: Vec<PathBuf>,
    /// The `deps/` that were read.
    pub(super) deps: Vec<PathBuf>,
    /// Links to nothing that were meant to be packages, or `deps/` itself.
    pub(super) broken_links: Vec<PathBuf>,
    /// Folders in `deps/` without `.wit` files.
    pub(super) without_wit: Vec<PathBuf>,
}

impl Searched {
    pub(super) fn append(&mut self, other: &mut Self) {
        self.deps.append(&mut other.deps);
        self.broken_links.append(&mut other.broken_links);
        self.without_wit.append(&mut other.without_wit);
    }

    /// The places as notes say them.
    pub(super) fn notes(&self) -> Vec<String> {
        let deps = self.deps.iter();
        let mut notes: Vec<String> = deps
            .map(|path| format!("searched: `{}`", path.display()))
            .collect();
        for root in &self.root_folders {
            let deps = root.join("deps");
            if !self.deps.contains(&deps) && !self.broken_links.contains(&deps) {
                notes.push(format!(
                    "searched: `{}`, which does not exist",
                    deps.display()
                ));
            }
        }
        for file in &self.root_files {
            notes.push(format!(
                "searched: only `{}`: name its folder `{}` instead to read the other files and `deps/` there as well",
                file.display(),
                folder_of(file).display()
            ));
        }
        if let Some(more @ 1..) = notes.len().checked_sub(MOST_PLACES) {
            notes.truncate(MOST_PLACES);
            notes.push(format!("searched: {more} more"));
        }
        notes
    }
}
