//! Output files.

use std::collections::{BTreeMap, BTreeSet};

/// The files that a back end writes, by name, each whole. Names are relative to the output folder, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    // In the order of names, so that what is written, and what is told about it, is the same on every run.
    files: BTreeMap<String, Vec<u8>>,
    once: BTreeSet<String>,
}

impl Files {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces the one of this name.
    pub fn add(&mut self, name: impl Into<String>, contents: impl Into<Vec<u8>>) {
        self.files.insert(name.into(), contents.into());
    }

    /// Adds a file that is the user's to edit: it is written once, and then kept.
    pub fn add_once(&mut self, name: impl Into<String>, contents: impl Into<Vec<u8>>) {
        let name = name.into();
        // Whether the file is there already only the front end knows: a back end touches no disk.
        self.once.insert(name.clone());
        self.add(name, contents);
    }

    /// Whether a file is kept once it is there.
    #[must_use]
    pub fn is_once(&self, name: &str) -> bool {
        self.once.contains(name)
    }

    /// The contents of a file.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// All files, in the order of their names.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(name, contents)| (name.as_str(), contents.as_slice()))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
