//! Advice on packages that are missing, from what lies beside the WIT: files of the tools that fetch packages, packages that
//! were not named, empty folders and links to nothing.

mod neighbours;
mod toml;
mod tools;

use super::files::PathKind;
use super::problems::words_on_link;
use super::reader::Reader;
use super::shell::folder_of;
use crate::{Options, PackageName};
use neighbours::Neighbours;
use std::path::PathBuf;
use tools::{Wanted, WitFolder};

/// The most broken links, and the most folders of WIT, that are looked at for messages.
const MOST_PLACES: usize = 4;

/// What lies beside the WIT: the same for all packages that are missing.
pub(super) struct Surroundings {
    /// The places that were searched, and links to nothing among them.
    notes: Vec<String>,
    /// The folders of WIT, with the files of tools beside them.
    folders: Vec<WitFolder>,
    /// The packages beside what the user asked for.
    neighbours: Neighbours,
}

impl Surroundings {
    pub(super) fn new(reader: &mut Reader, options: &Options) -> Self {
        let searched = &reader.searched;
        let mut notes = searched.notes();
        let links = searched.broken_links.iter().take(MOST_PLACES);
        notes.extend(links.filter_map(|path| words_on_link(path)));
        let roots = searched.root_folders.iter().cloned();
        let of_files = searched.root_files.iter().map(|file| folder_of(file));
        let mut folders: Vec<PathBuf> = roots.chain(of_files).collect();
        folders.dedup();
        let (files, read) = (&reader.files, &mut reader.read);
        let folders = folders.into_iter().take(MOST_PLACES);
        let folders = folders.map(|path| WitFolder::new(path, files, read));
        Self {
            notes,
            folders: folders.collect(),
            neighbours: reader.neighbours(options),
        }
    }

    /// Where a package was looked for, and what to do.
    pub(super) fn notes_on(
        &self,
        name: &PackageName,
        reader: &Reader,
        options: &Options,
    ) -> Vec<String> {
        let mut notes = self.notes.clone();
        notes.extend(
            reader
                .folder_without_files(name)
                .or_else(|| reader.file_for_link(name)),
        );
        if let Some(advice) = reader.neighbour_advice(name, &self.neighbours, options) {
            notes.push(advice);
            return notes;
        }
        let place = reader.place_for(name);
        let wanted = Wanted {
            name,
            place: &place,
        };
        let advice = self
            .folders
            .iter()
            .flat_map(|folder| folder.advice(&wanted, &reader.files));
        let before = notes.len();
        notes.extend(advice);
        // A tool that writes `deps/` would remove what is put there by hand.
        if notes.len() == before {
            notes.push(reader.by_hand(&place));
        }
        notes
    }
}

impl Reader {
    /// A folder in `deps/` that may be meant to be the package, but has no files.
    fn folder_without_files(&self, name: &PackageName) -> Option<String> {
        let is_meant = |folder: &&PathBuf| {
            let text = folder.file_name().and_then(|name| name.to_str());
            text.is_some_and(|text| text.contains(name.name.as_str()))
        };
        let folder = self.searched.without_wit.iter().find(is_meant)?;
        let (shown, inner) = (folder.display(), folder.join("wit"));
        if self.files.has_wit(&inner) {
            return Some(format!(
                "`{shown}` has no `.wit` files: move those of `{}` up into it",
                inner.display()
            ));
        }
        let is_empty = self.files.entries(folder).is_ok_and(|it| it.is_empty());
        Some(match is_empty {
            true => format!(
                "`{shown}` is empty: if it is a submodule, `git submodule update --init` fills it"
            ),
            false => format!("`{shown}` has no `.wit` files"),
        })
    }

    /// A file that stands where a folder may be meant.
    fn file_for_link(&self, name: &PackageName) -> Option<String> {
        let long = format!("{}-{}", name.namespace, name.name);
        let names = [name.name.as_str(), &long];
        let mut places = self
            .searched
            .deps
            .iter()
            .flat_map(|deps| names.map(|name| deps.join(name)));
        let is_file = |path: &PathBuf| self.files.kind(path).is_ok_and(|it| it == PathKind::File);
        let file = places.find(is_file)?;
        Some(format!(
            "`{}` is a file without extension, which is not read; git leaves such files where links are not supported: `git config core.symlinks true` before the checkout makes links of them",
            file.display()
        ))
    }
}
