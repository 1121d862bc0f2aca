//! What is said about packages that are not there: where they were looked for, what lies beside that says where they come
//! from, and what to do.

use super::files::PathKind;
use super::neighbours::Neighbours;
use super::problems::words_on_link;
use super::reader::Reader;
use super::shell::{folder_of, wit_file};
use super::tools::{Wanted, WitFolder};
use crate::codes;
use crate::{Options, PackageName, Resolution};
use std::path::{Path, PathBuf};

/// The most packages about which everything is said: the text for thousands would take more memory than the packages.
const MOST_EXPLAINED: usize = 200;

/// The most broken links, and the most folders of WIT, that are looked at for messages.
const MOST_PLACES: usize = 4;

/// What is the same for all packages that are missing.
struct Surroundings {
    /// The places that were searched, and links to nothing among them.
    notes: Vec<String>,
    /// The folders of WIT, with the files of tools beside them.
    folders: Vec<WitFolder>,
    /// The packages beside what the user asked for.
    neighbours: Neighbours,
}

impl Reader {
    /// Says of each missing package where it was looked for, and what to do.
    pub(super) fn explain_missing(&mut self, resolution: &mut Resolution, options: &Options) {
        if resolution.missing.iter().all(|it| it.reported.is_none()) {
            self.warn_of_broken_links(!resolution.missing.is_empty());
            return;
        }
        let around = self.surroundings(options);
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
                    true => self.notes_on(&missing.name, &around, options),
                    false => vec![self.by_hand(&self.place_for(&missing.name))],
                });
            }
        }
    }

    fn surroundings(&mut self, options: &Options) -> Surroundings {
        let searched = &self.searched;
        let mut notes = searched.notes();
        let links = searched.broken_links.iter().take(MOST_PLACES);
        notes.extend(links.filter_map(|path| words_on_link(path)));
        let roots = searched.root_folders.iter().cloned();
        let of_files = searched.root_files.iter().map(|file| folder_of(file));
        let mut folders: Vec<PathBuf> = roots.chain(of_files).collect();
        folders.dedup();
        let (files, read) = (&self.files, &mut self.read);
        let folders = folders.into_iter().take(MOST_PLACES);
        let folders = folders.map(|path| WitFolder::new(path, files, read));
        Surroundings {
            notes,
            folders: folders.collect(),
            neighbours: self.neighbours(options),
        }
    }

    fn notes_on(
        &self,
        name: &PackageName,
        around: &Surroundings,
        options: &Options,
    ) -> Vec<String> {
        let mut notes = around.notes.clone();
        notes.extend(
            self.folder_without_files(name)
                .or_else(|| self.file_for_link(name)),
        );
        if let Some(advice) = self.neighbour_advice(name, &around.neighbours, options) {
            notes.push(advice);
            return notes;
        }
        let place = self.place_for(name);
        let wanted = Wanted {
            name,
            place: &place,
        };
        let advice = around
            .folders
            .iter()
            .flat_map(|folder| folder.advice(&wanted, &self.files));
        let before = notes.len();
        notes.extend(advice);
        // A tool that writes `deps/` would remove what is put there by hand.
        if notes.len() == before {
            notes.push(self.by_hand(&place));
        }
        notes
    }

    /// A folder in `deps/` that may be meant to be the package, but has no files.
    fn folder_without_files(&self, name: &PackageName) -> Option<String> {
        let is_meant = |folder: &&PathBuf| {
            let text = folder.file_name().and_then(|name| name.to_str());
            text.is_some_and(|text| text.contains(name.name.as_str()))
        };
        let folder = self.searched.without_wit.iter().find(is_meant)?;
        let (shown, inner) = (folder.display(), folder.join("wit"));
        if self.has_wit(&inner) {
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

    /// The path, without extension, that the files of a package can have in `deps/`.
    fn place_for(&self, name: &PackageName) -> PathBuf {
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
    fn by_hand(&self, place: &Path) -> String {
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
