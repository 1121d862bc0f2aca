//! Packages that people put into `deps/` by hand: where their files go, and the advice to put them there.

use super::reader::Reader;
use super::shell::{folder_of, wit_file};
use crate::PackageName;
use std::path::{Path, PathBuf};

impl Reader {
    /// The path, without extension, that the files of a package can have in `deps/`.
    pub(super) fn place_for(&self, name: &PackageName) -> PathBuf {
        let (folders, files) = (&self.searched.root_folders, &self.searched.root_files);
        let deps = match (folders.first(), files.first()) {
            (Some(folder), _) => folder.join("deps"),
            (None, Some(file)) => folder_of(file).join("deps"),
            (None, None) => PathBuf::from("deps"),
        };
        let long = format!("{}-{}", name.namespace, name.name);
        let version = name
            .version
            .iter()
            .map(|version| format!("{long}-{version}"));
        let names = [name.name.to_string(), long.clone()];
        let mut places = names.into_iter().chain(version).map(|name| deps.join(name));
        let is_free = |place: &PathBuf| {
            let is_there = |path: &Path| self.files.kind(path).is_ok();
            let folder = !is_there(place) || self.searched.without_wit.contains(place);
            folder && !is_there(&wit_file(place))
        };
        places
            .find(is_free)
            .unwrap_or_else(|| deps.join(format!("{long}-2")))
    }

    /// The advice to put the files of a package there by hand.
    pub(super) fn by_hand(&self, place: &Path) -> String {
        let shown = place.display();
        if self.searched.root_folders.is_empty() && self.searched.root_files.is_empty() {
            return "text that is in no file has no `deps/`: name the folder or the file of the package as well".to_owned();
        }
        format!(
            "put its files into `{shown}/`, or into one file `{}`",
            wit_file(place).display()
        )
    }
}
