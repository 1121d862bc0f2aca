//! The version that `witc diff --against` compares with: of a git repository, of a file, or of `deps/`.

mod git;
mod tree;

use crate::failure::Failure;
use crate::input::{self, FeatureArgs};
use git::Repository;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use tree::Tree;
use witc_resolve::{Loaded, PackageId, Resolve};

/// The version to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Against {
    /// A commit, a branch or a tag, and a path in the repository if it is another one than now.
    Git {
        reference: String,
        path: Option<String>,
    },
    /// The same package in `deps/`.
    Deps,
    /// Whatever can be loaded.
    Path(PathBuf),
}

impl FromStr for Against {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "deps" {
            return Ok(Self::Deps);
        }
        let Some(rest) = text.strip_prefix("git:") else {
            return Ok(Self::Path(PathBuf::from(text)));
        };
        // Names of versions have no colons.
        let (reference, path) = match rest.split_once(':') {
            Some((reference, path)) => (reference, Some(path.to_owned())),
            None => (rest, None),
        };
        if reference.is_empty() {
            return Err("expected a tag, a branch or a commit after `git:`".to_owned());
        }
        Ok(Self::Git {
            reference: reference.to_owned(),
            path,
        })
    }
}

/// An old version, and what there is to say about where it was found.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) loaded: Loaded,
    pub(crate) note: Option<String>,
}

/// Loads the version of a git repository.
///
/// # Errors
///
/// Git can't be run, or there is no repository, no such version or no such path.
pub(crate) fn from_git(
    reference: &str,
    path: Option<&str>,
    new: (&Path, &Loaded),
    features: &FeatureArgs,
) -> Result<Found, Failure> {
    let (here, loaded) = new;
    // Standard input is in no folder; then the user's counts.
    let is_input = here == Path::new("-");
    let (folder, file) = match (is_input, here.is_dir(), here.file_name()) {
        (false, true, _) => (here, None),
        (false, false, Some(name)) => (folder_of(here), Some(name.to_string_lossy().into_owned())),
        (true, ..) | (false, false, None) => (Path::new("."), None),
    };
    let repository = Repository::around(folder)?;
    let commit = repository.commit(reference)?;
    let tree = Tree::new(repository.entries(&commit)?, repository.contents()?);
    let wanted = match path {
        Some(path) => Some(given(path)?),
        None if is_input => None,
        None => tree::joined(&repository.prefix, file.as_deref().unwrap_or_default()),
    };
    let mut old = Old {
        reference,
        tree,
        features,
    };
    match wanted {
        Some(wanted) if old.tree.has(&wanted) => {
            let found = old.load(&wanted)?;
            // Another package may have taken the place of one that has moved.
            if path.is_none()
                && !found.has_errors()
                && names(&found.resolve, &found.main) != names(&loaded.resolve, &loaded.main)
                && let Ok(moved) = old.moved(loaded, &wanted)
            {
                return Ok(moved);
            }
            Ok(Found {
                loaded: found,
                note: None,
            })
        }
        Some(wanted) if path.is_some() || loaded.main.is_empty() => Err(old.absent(&wanted)),
        Some(wanted) => old.moved(loaded, &wanted),
        None => old.moved(loaded, ""),
    }
}

/// A path that the user gave: from the root of the repository, or, if it starts with a dot, from the current folder.
fn given(path: &str) -> Result<String, Failure> {
    let start = if path.starts_with('.') {
        Repository::around(Path::new("."))?.prefix
    } else {
        String::new()
    };
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    tree::joined(&start, &path)
        .ok_or_else(|| Failure::new(format!("`{path}` is not in the repository")))
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        Some(_) | None => Path::new("."),
    }
}

/// A version of a repository from which packages are loaded.
struct Old<'a> {
    reference: &'a str,
    tree: Tree,
    features: &'a FeatureArgs,
}

impl Old<'_> {
    /// Loads what is at a path. Messages call it `git:v1.0.0:wit/log.wit`.
    fn load(&mut self, path: &str) -> Result<Loaded, Failure> {
        let name = |path: &str| {
            let path = if path.is_empty() { "." } else { path };
            format!("git:{}:{path}", self.reference)
        };
        let root = PathBuf::from(name(path));
        let mut loader = input::loader(self.features);
        for (file, contents) in self.tree.files(path)? {
            // The root's own name ends the path for what is directly in it.
            let inside = file
                .strip_prefix(path)
                .unwrap_or(&file)
                .trim_start_matches('/');
            let place = if inside.is_empty() {
                root.clone()
            } else {
                root.join(inside)
            };
            loader = loader.file(place, contents);
        }
        Ok(loader.path(root).load())
    }

    /// Loads the package that is asked for from where it was.
    fn moved(&mut self, new: &Loaded, wanted: &str) -> Result<Found, Failure> {
        let [package] = names(&new.resolve, &new.main)
            .try_into()
            .map_err(|_| self.absent(wanted))?;
        let mut found = Vec::new();
        for place in self.tree.places_of(&package)? {
            let loaded = self.load(&place)?;
            let is_it =
                !loaded.has_errors() && names(&loaded.resolve, &loaded.main) == [package.as_str()];
            // Of a folder and a file in it the folder comes first, and is the whole package.
            let is_new = !found
                .iter()
                .any(|(known, _): &(String, _)| is_inside(&place, known));
            if is_it && is_new {
                found.push((place, loaded));
            }
        }
        // A copy in `deps/` says no more than the package itself.
        let is_copy = |place: &str| place.split('/').any(|part| part == "deps");
        if found.iter().any(|(place, _)| !is_copy(place)) {
            found.retain(|(place, _)| !is_copy(place));
        }
        if found.len() > 1 {
            let places: Vec<String> = found
                .iter()
                .map(|(place, _)| format!("`{place}`"))
                .collect();
            let message = format!(
                "`{package}` is in several places of `{}`: {}",
                self.reference,
                places.join(", ")
            );
            let help = format!(
                "say which: `--against git:{}:{}`",
                self.reference, found[0].0
            );
            return Err(Failure::new(message).help(help));
        }
        match found.pop() {
            Some((place, loaded)) => Ok(Found {
                loaded,
                note: Some(format!(
                    "`{package}` is in `{}` of `{}`",
                    if place.is_empty() { "." } else { &place },
                    self.reference
                )),
            }),
            None => Err(self.absent(wanted)),
        }
    }

    fn absent(&self, path: &str) -> Failure {
        if let Some(submodule) = self.tree.submodule(path) {
            let message = format!("`{submodule}` is a submodule in `{}`", self.reference);
            return Failure::new(message).help("run witc in the repository of the submodule");
        }
        let message = match path {
            "" => format!("`{}` does not have the package", self.reference),
            path => format!("`{}` has no `{path}`", self.reference),
        };
        Failure::new(message).help(self.tree.advice(path))
    }
}

fn is_inside(path: &str, folder: &str) -> bool {
    folder.is_empty()
        || path
            .strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
}

/// The names of packages, without versions, in order.
fn names(resolve: &Resolve, packages: &[PackageId]) -> Vec<String> {
    let name = |id: &PackageId| {
        let name = &resolve.packages[*id].name;
        format!("{}:{}", name.namespace, name.name)
    };
    let mut names: Vec<String> = packages.iter().map(name).collect();
    names.sort();
    names
}

/// The versions of the main packages that are in `deps/`: for each the newest that is not newer than the package itself,
/// or else the newest.
///
/// # Errors
///
/// A package has no other version there.
pub(crate) fn from_deps(loaded: &Loaded) -> Result<Vec<PackageId>, Failure> {
    let resolve = &loaded.resolve;
    let other = |&id: &PackageId| {
        let name = &resolve.packages[id].name;
        let versions = resolve.packages.iter().filter(|(other, package)| {
            !loaded.main.contains(other)
                && package.name.namespace == name.namespace
                && package.name.name == name.name
        });
        let best = versions.max_by_key(|(_, package)| {
            let version = &package.name.version;
            (*version <= name.version, version.clone())
        });
        best.map(|(id, _)| id).ok_or_else(|| {
            let message = format!("`deps/` has no other version of `{}:{}`", name.namespace, name.name);
            Failure::new(message).help("put the published version there, as a folder of WIT or a `.wasm`, under its own version number")
        })
    };
    loaded.main.iter().map(other).collect()
}

#[cfg(test)]
mod tests {
    use super::Against;

    #[test]
    fn versions_are_told_apart() {
        let git = |reference: &str, path: Option<&str>| {
            Ok(Against::Git {
                reference: reference.to_owned(),
                path: path.map(str::to_owned),
            })
        };
        assert_eq!("git:v1".parse(), git("v1", None));
        assert_eq!("git:HEAD~2:a/wit".parse(), git("HEAD~2", Some("a/wit")));
        assert_eq!("deps".parse(), Ok(Against::Deps));
        assert_eq!("./deps".parse(), Ok(Against::Path("./deps".into())));
        assert!("git:".parse::<Against>().is_err());
    }
}
