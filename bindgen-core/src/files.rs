//! Output files.

use std::collections::BTreeMap;

/// The files that a back end writes, by name, each whole. Names are relative to the output folder, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    // In the order of names, so that what is written, and what is told about it, is the same on every run.
    files: BTreeMap<String, Vec<u8>>,
    once: BTreeMap<String, Vec<OwnMember>>,
}

/// Something that has to be in a file which the user edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMember {
    /// Its name, which is one word.
    pub name: String,
    /// How it is declared, for messages.
    pub declaration: String,
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

    /// Adds a file that is the user's to edit, with what has to be in it: it is written once, and then kept.
    pub fn add_once(
        &mut self,
        name: impl Into<String>,
        contents: impl Into<Vec<u8>>,
        members: Vec<OwnMember>,
    ) {
        let name = name.into();
        // Whether the file is there already only the front end knows: a back end touches no disk.
        self.once.insert(name.clone(), members);
        self.add(name, contents);
    }

    /// Whether a file is kept once it is there.
    #[must_use]
    pub fn is_once(&self, name: &str) -> bool {
        self.once.contains_key(name)
    }

    /// What has to be in a file that is kept once it is there.
    #[must_use]
    pub fn own_members(&self, name: &str) -> &[OwnMember] {
        self.once.get(name).map_or(&[], Vec::as_slice)
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
