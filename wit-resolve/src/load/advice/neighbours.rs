//! Packages that lie near what the user asked for, but are not read: one that is missing may be among them.

use super::super::files::{FolderEntry, PathKind};
use super::super::reader::Reader;
use super::super::shell::{folder_of, quoted};
use crate::resolve::package_name;
use crate::{Options, PackageName};
use std::path::{Path, PathBuf};

/// The most packages in one folder that are looked at.
const MOST_ENTRIES: usize = 100;

/// Packages that are not read.
pub(super) struct Neighbours {
    /// Those that were found in folders that hold packages.
    found: Vec<(PackageName, Neighbour)>,
    /// The folders in which others may be, under their names.
    folders: Vec<PathBuf>,
    /// The same, where each package has a folder `wit`.
    projects: Vec<PathBuf>,
}

/// A package that is not read.
struct Neighbour {
    path: PathBuf,
    advice: Advice,
}

/// What to do so that a package is read.
enum Advice {
    /// Name it as well.
    NameIt,
    /// Name this folder, instead of a file in it.
    NameFolder(PathBuf),
    /// Move it into this `deps/`.
    MoveInto(PathBuf),
}

impl Reader {
    pub(super) fn neighbours(&self, options: &Options) -> Neighbours {
        let mut found = Vec::new();
        let mut parents: Vec<PathBuf> = self.roots().map(|root| folder_of(root)).collect();
        parents.dedup();
        let (in_deps, folders): (Vec<_>, Vec<_>) = parents
            .into_iter()
            .partition(|folder| folder.ends_with("deps"));
        for deps in in_deps {
            self.find_in(&deps, options, &mut found, &|| Advice::NameIt);
        }
        for file in &self.searched.root_files {
            let folder = folder_of(file);
            let advice = || Advice::NameFolder(folder.clone());
            self.find_in(&folder.join("deps"), options, &mut found, &advice);
        }
        for root in &self.searched.root_folders {
            let deps = root.join("deps");
            let advice = || Advice::MoveInto(deps.clone());
            self.find_in(root, options, &mut found, &advice);
            for folder in self.folders_in(root) {
                if !folder.ends_with("deps") {
                    self.find_in(&folder, options, &mut found, &advice);
                }
            }
        }
        let is_project = |folder: &&PathBuf| {
            let mut roots = self.roots();
            roots.any(|root| root.ends_with("wit") && folder_of(root) == **folder)
        };
        let projects = folders.iter().filter(is_project);
        Neighbours {
            found,
            projects: projects.map(|folder| folder_of(folder)).collect(),
            folders,
        }
    }

    /// Finds the packages in a folder that are not read.
    fn find_in(
        &self,
        folder: &Path,
        options: &Options,
        found: &mut Vec<(PackageName, Neighbour)>,
        advice: &dyn Fn() -> Advice,
    ) {
        let is_deps = folder.ends_with("deps");
        let entries = self.files.entries(folder).unwrap_or_default();
        let others = entries
            .into_iter()
            .take(MOST_ENTRIES)
            // Elsewhere, files are no packages of their own.
            .filter(|entry| entry.is_folder() || is_deps && entry.is_wit())
            .filter(|entry| !entry.path.ends_with("deps"))
            .filter(|entry| self.roots().all(|root| *root != entry.path));
        found.extend(others.filter_map(|entry| {
            let name = self.package_at(&entry.path, options)?;
            let neighbour = Neighbour {
                path: entry.path,
                advice: advice(),
            };
            Some((name, neighbour))
        }));
    }

    fn folders_in(&self, folder: &Path) -> Vec<PathBuf> {
        let entries = self.files.entries(folder).unwrap_or_default();
        let folders = entries.into_iter().filter(FolderEntry::is_folder);
        folders.take(MOST_ENTRIES).map(|entry| entry.path).collect()
    }

    /// The paths that the user asked for.
    fn roots(&self) -> impl Iterator<Item = &PathBuf> {
        let searched = &self.searched;
        searched.root_folders.iter().chain(&searched.root_files)
    }

    /// The advice to name, or to move, a package that lies near what the user asked for.
    pub(super) fn neighbour_advice(
        &self,
        name: &PackageName,
        neighbours: &Neighbours,
        options: &Options,
    ) -> Option<String> {
        let found = neighbours.found.iter().find(|(other, _)| other == name);
        let Some((_, Neighbour { path, advice })) = found else {
            let path = self.neighbour_by_name(name, neighbours, options)?;
            return Some(self.name_it(&path));
        };
        let shown = path.display();
        Some(match advice {
            Advice::NameIt => self.name_it(path),
            Advice::NameFolder(folder) => format!(
                "`{shown}` is that package: name the folder that `deps` is in, as in `witc check {}`",
                quoted(folder)
            ),
            Advice::MoveInto(deps) => format!(
                "`{shown}` is that package: move it into `{}/`",
                deps.display()
            ),
        })
    }

    fn name_it(&self, path: &Path) -> String {
        let roots = self.roots().map(PathBuf::as_path);
        let words: Vec<String> = roots.chain([path]).map(quoted).collect();
        format!(
            "`{}` is that package: name it as well, as in `witc check {}`",
            path.display(),
            words.join(" ")
        )
    }

    /// A package that has the folder or file that its name suggests.
    fn neighbour_by_name(
        &self,
        name: &PackageName,
        neighbours: &Neighbours,
        options: &Options,
    ) -> Option<PathBuf> {
        let long = format!("{}-{}", name.namespace, name.name);
        let names = [name.name.as_str(), &long];
        let beside = |folder: &PathBuf| names.map(|name| folder.join(name));
        let folders = neighbours.folders.iter().flat_map(beside);
        let projects = neighbours.folders.iter().chain(&neighbours.projects);
        let projects = projects.flat_map(beside).map(|folder| folder.join("wit"));
        folders.chain(projects).find(|path| {
            let is_new = self.roots().all(|root| root != path);
            is_new && self.package_at(path, options).as_ref() == Some(name)
        })
    }

    /// The package that a folder or file is.
    fn package_at(&self, path: &Path, options: &Options) -> Option<PackageName> {
        let files = match self.files.kind(path).ok()? {
            PathKind::File | PathKind::BrokenLink | PathKind::Special => {
                vec![path.to_owned()]
            }
            PathKind::Folder => {
                let entries = self.files.entries(path).ok()?.into_iter();
                let wit = entries.filter(FolderEntry::is_wit);
                wit.map(|entry| entry.path).collect()
            }
        };
        files.iter().find_map(|file| {
            let text = self.files.text(file)?;
            let declared = witc_parser::head(&text, 0)?.package?;
            package_name(&declared.name, options, &mut Vec::new())
        })
    }
}
