//! The files of other tools that say where packages come from, and what to do with these tools when one is missing:
//! `deps.toml` of wit-deps, `wkg.toml` and `wkg.lock` of wkg, and `Cargo.toml` of cargo-component.

use super::super::files::Files;
use super::super::shell::{command_in, folder_of, quoted, wit_file};
use super::toml::{TomlEntry, entries};
use crate::PackageName;
use std::path::{Component, Path, PathBuf};

/// How many folders further out the files are looked for.
const MOST_PARENTS: usize = 3;

/// Where cargo-component lists the packages that the WIT of a component needs.
const CARGO_DEPENDENCIES: &[&str] = &["package", "metadata", "component", "target", "dependencies"];

/// A folder of WIT, and the files of tools that lie beside it.
#[derive(Debug)]
pub(super) struct WitFolder {
    /// The folder, as people know it.
    path: PathBuf,
    /// The entries that `deps.toml` and the files of wkg have, and those of cargo-component's part of `Cargo.toml`.
    wit_deps: Option<Manifest>,
    wkg: Vec<Manifest>,
    cargo: Option<Manifest>,
}

/// A file of a tool.
#[derive(Debug)]
struct Manifest {
    path: PathBuf,
    entries: Vec<TomlEntry>,
}

/// What is known of a package that is missing.
pub(super) struct Wanted<'w> {
    pub(super) name: &'w PackageName,
    /// The path, without extension, that its files can have in `deps/`.
    pub(super) place: &'w Path,
}

impl Wanted<'_> {
    /// `namespace:name`.
    fn id(&self) -> String {
        format!("{}:{}", self.name.namespace, self.name.name)
    }
}

impl WitFolder {
    /// Looks for what lies beside a folder of WIT. The files that are read are added to `read`.
    pub(super) fn new(path: PathBuf, files: &Files, read: &mut Vec<PathBuf>) -> Self {
        let mut found = Self {
            wit_deps: None,
            wkg: Vec::new(),
            cargo: None,
            path,
        };
        let mut folder = found.path.clone();
        for parents in 0..=MOST_PARENTS {
            let mut manifest = |name: &str| Manifest::read(folder.join(name), files, read);
            // wit-deps has its file in the folder, or beside it.
            if found.wit_deps.is_none() && parents < 2 {
                found.wit_deps = manifest("deps.toml");
            }
            if found.wkg.is_empty() {
                found.wkg.extend(manifest("wkg.toml"));
                found.wkg.extend(manifest("wkg.lock"));
            }
            if found.cargo.is_none() {
                let component = &CARGO_DEPENDENCIES[..3];
                found.cargo = manifest("Cargo.toml").filter(|manifest| manifest.has_any(component));
            }
            // Further out there are other projects.
            if files.kind(&folder.join(".git")).is_ok() {
                break;
            }
            folder = folder_of(&folder);
        }
        found
    }

    /// What to do about a missing package.
    pub(super) fn advice(&self, wanted: &Wanted<'_>, files: &Files) -> Vec<String> {
        let wit_deps = self.wit_deps.iter();
        let wit_deps = wit_deps.map(|manifest| self.wit_deps_advice(manifest, wanted, files));
        let mut advice: Vec<String> = wit_deps.collect();
        if !self.wkg.is_empty() {
            advice.push(self.wkg_advice(wanted));
        }
        let cargo = self.cargo.iter();
        advice.extend(cargo.map(|manifest| self.cargo_advice(manifest, wanted, files)));
        advice
    }

    fn wit_deps_advice(&self, manifest: &Manifest, wanted: &Wanted<'_>, files: &Files) -> String {
        let file = manifest.path.display();
        let deps = self.path.join("deps");
        let is_there = |key: &&str| files.kind(&deps.join(key)).is_ok();
        let keys = manifest.keys();
        if let Some(key) = keys.iter().find(|key| manifest.is_for(key, wanted)) {
            let folder = deps.join(key);
            if is_there(key) {
                return format!(
                    "`{file}` has it as `{key}`, but `{}` does not hold `{}`: write the address of that version there, and run {}",
                    folder.display(),
                    wanted.name,
                    self.wit_deps_command(manifest, "update")
                );
            }
            return format!(
                "`{file}` has it as `{key}`, but `{}` does not exist: run {}",
                folder.display(),
                self.wit_deps_command(manifest, "lock")
            );
        }
        let lock = self.wit_deps_command(manifest, "lock");
        if let Some(key) = keys.iter().find(|key| !is_there(key)) {
            return format!(
                "`{file}` names `{key}`, but `{}` does not exist: run {lock}, which brings what `{key}` depends on as well",
                deps.join(key).display(),
            );
        }
        format!(
            "`{file}` does not have it: write {} at its top, and run {lock}",
            wit_deps_entry(wanted)
        )
    }

    /// A command of wit-deps, which takes the folder `wit` of where it runs if nothing else is said.
    fn wit_deps_command(&self, manifest: &Manifest, command: &str) -> String {
        if self.path.ends_with("wit") && manifest.path.parent() == Some(&self.path) {
            return command_in(&folder_of(&self.path), &format!("wit-deps {command}"));
        }
        let lock = quoted(&manifest.path.with_extension("lock"));
        let (manifest, deps) = (quoted(&manifest.path), quoted(&self.path.join("deps")));
        format!("`wit-deps --manifest {manifest} --lock {lock} --deps {deps} {command}`")
    }

    fn wkg_advice(&self, wanted: &Wanted<'_>) -> String {
        let id = wanted.id();
        let command = self.wkg_command();
        let is_in_lock = |manifest: &&Manifest| manifest.has_locked(&id);
        let overrides = |manifest: &&Manifest| manifest.has_any(&["overrides", &id]);
        let names = |manifest: &Manifest| manifest.path.display().to_string();
        let listing = self.wkg.iter().find(is_in_lock);
        if let Some(manifest) = listing.or_else(|| self.wkg.iter().find(overrides)) {
            return format!(
                "`{}` has `{id}`: run {command}, which rewrites `{}`",
                names(manifest),
                self.path.join("deps").display()
            );
        }
        let file = self.wkg.first().map(names).unwrap_or_default();
        // wkg knows the registries of these without being told.
        if matches!(wanted.name.namespace.as_str(), "wasi" | "ba") {
            return format!(
                "`{file}` does not have it yet: run {command}, which finds it, and rewrites `{}`",
                self.path.join("deps").display()
            );
        }
        let toml = Path::new(&file).with_extension("toml");
        format!(
            "`{file}` does not have it: run {command} if a registry has it, or first write `\"{id}\" = {{ path = \"…\" }}`, with the folder of its files, under `[overrides]` in `{}`",
            toml.display()
        )
    }

    /// The command that lets wkg fetch everything, which takes the folder `wit` of where it runs if nothing else is said.
    fn wkg_command(&self) -> String {
        let first = self.wkg.first();
        let folder = first.map_or_else(|| self.path.clone(), |it| folder_of(&it.path));
        let relative = match folder == Path::new(".") {
            true => Some(self.path.as_path()),
            false => self.path.strip_prefix(&folder).ok(),
        };
        match relative {
            Some(wit) if wit == Path::new("wit") => command_in(&folder, "wkg wit fetch"),
            Some(wit) if wit.as_os_str().is_empty() => command_in(&folder, "wkg wit fetch ."),
            Some(wit) => command_in(&folder, &format!("wkg wit fetch {}", quoted(wit))),
            None => format!("`wkg wit fetch {}`", quoted(&self.path)),
        }
    }

    fn cargo_advice(&self, manifest: &Manifest, wanted: &Wanted<'_>, files: &Files) -> String {
        let (file, id) = (manifest.path.display(), wanted.id());
        let tables: Vec<&str> = CARGO_DEPENDENCIES.iter().copied().chain([&*id]).collect();
        let table = CARGO_DEPENDENCIES.join(".");
        let get = self.wkg_get(wanted, files);
        let entry = manifest
            .entries
            .iter()
            .find(|entry| entry.path == tables || entry.is_in(&tables));
        let Some(entry) = entry else {
            let place = wanted.place.display();
            return format!(
                "`{file}` does not have it under `[{table}]` either, which is where cargo-component looks, and witc does not: put its files into `{place}/`{get}"
            );
        };
        let is_path = entry.path.last().is_some_and(|key| key == "path");
        match entry.text.as_ref().filter(|_| is_path) {
            Some(path) => {
                let path = plain(&folder_of(&manifest.path).join(path));
                format!(
                    "`{file}` has it under `[{table}]`, which cargo-component reads, and witc does not: name its folder as well, as in `witc check {} {}`",
                    quoted(&self.path),
                    quoted(&path)
                )
            }
            None => format!(
                "`{file}` has it under `[{table}]`, which cargo-component reads, and witc does not: put its files into `{}/`{get}",
                wanted.place.display()
            ),
        }
    }

    /// The command that gets a package from a registry; nothing if it would get another version than is wanted.
    fn wkg_get(&self, wanted: &Wanted<'_>, files: &Files) -> String {
        if wanted.name.version.is_none() {
            return String::new();
        }
        let deps = self.path.join("deps");
        let file = wit_file(wanted.place);
        let mut command = format!("wkg get {} --output {}", wanted.name, quoted(&file));
        if files.kind(&deps).is_err() {
            command = format!("mkdir {} && {command}", quoted(&deps));
        }
        format!(", as `{command}` does with what is in a registry")
    }
}

impl Manifest {
    /// Reads a file, if it is there.
    fn read(path: PathBuf, files: &Files, read: &mut Vec<PathBuf>) -> Option<Self> {
        let text = files.text(&path)?;
        read.push(path.clone());
        let entries = entries(&text);
        Some(Self { entries, path })
    }

    /// Whether something stands in these tables.
    fn has_any(&self, tables: &[&str]) -> bool {
        self.entries.iter().any(|entry| entry.is_in(tables))
    }

    /// The keys at the top, in order.
    fn keys(&self) -> Vec<&str> {
        let keys = self.entries.iter().filter_map(|entry| entry.path.first());
        let mut keys: Vec<&str> = keys.map(String::as_str).collect();
        keys.dedup();
        keys
    }

    /// Whether an entry of wit-deps is for a package, by its key or its address: the name of a package is not in it.
    fn is_for(&self, key: &str, wanted: &Wanted<'_>) -> bool {
        let PackageName {
            namespace, name, ..
        } = wanted.name;
        let long = format!("{namespace}-{name}");
        if key == name.as_str() || key == long || key == wanted.id() {
            return true;
        }
        let addresses = self
            .entries
            .iter()
            .filter(|entry| entry.is_in(&[]) && entry.path[0] == key);
        addresses
            .filter_map(|entry| entry.text.as_ref())
            .any(|address| {
                let mut parts = address.split(['/', '\\']);
                parts.any(|part| part == long || part == name.as_str())
            })
    }

    /// Whether a lock file of wkg lists a package.
    fn has_locked(&self, id: &str) -> bool {
        let packages = self.entries.iter();
        let packages = packages.filter(|entry| entry.is_in(&["packages"]));
        let mut names = packages.filter(|entry| {
            let key = entry.path.last().map(String::as_str);
            entry.path.len() == 3 && matches!(key, Some("name" | "package"))
        });
        names.any(|entry| entry.text.as_deref() == Some(id))
    }
}

/// The entry of wit-deps for a package.
fn wit_deps_entry(wanted: &Wanted<'_>) -> String {
    let PackageName {
        namespace,
        name,
        version,
    } = wanted.name;
    let in_wasi = [
        "cli",
        "clocks",
        "filesystem",
        "http",
        "io",
        "random",
        "sockets",
    ];
    match version {
        // Later versions are in one repository, whose archive wit-deps can't take apart.
        Some(version)
            if namespace.as_str() == "wasi"
                && in_wasi.contains(&name.as_str())
                && (version.major, version.minor) == (0, 2) =>
        {
            format!(
                "`{name} = \"https://github.com/WebAssembly/wasi-{name}/archive/v{version}.tar.gz\"`"
            )
        }
        _ => format!(
            "`{name} = \"…\"`, with the address of its `.tar.gz` or the path of its folder (from the file's own folder),"
        ),
    }
}

/// A path without the steps in and out of folders that stand in its middle.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        if component == Component::ParentDir && plain.file_name().is_some() {
            plain.pop();
        } else if component != Component::CurDir {
            plain.push(component);
        }
    }
    plain
}
