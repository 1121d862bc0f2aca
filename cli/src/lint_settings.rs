//! The files that `witc lint` reads beside WIT: `witc.toml`, and the lock file.

use crate::failure::Failure;
use crate::input;
use std::fs;
use std::path::{Component, Path, PathBuf};
use toml::de::DeTable;
use witc_diagnostics::{Diagnostic, SourceMap, Span};
use witc_lint::{Settings, locks};
use witc_resolve::Loaded;

/// The name of the file with the settings.
const NAME: &str = "witc.toml";

/// The settings that were found: their file with its text, and the folder that paths in it start from.
pub(crate) struct Found {
    file: Option<(PathBuf, String)>,
    folder: PathBuf,
}

impl Found {
    /// Reads the settings, and adds what is wrong with them to the diagnostics.
    pub(crate) fn settings(
        &self,
        sources: &mut SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Settings {
        let Some((path, text)) = &self.file else {
            return Settings::default();
        };
        let span = match sources.add(path.display().to_string(), text.as_str()) {
            Ok(file) => sources.file(file).span(),
            // Only after 4 GiB of WIT.
            Err(_) => Span::NONE,
        };
        let (settings, found) = Settings::parse(text, span);
        diagnostics.extend(found);
        settings
    }

    /// The path of a file from the folder of the settings.
    pub(crate) fn place(&self, name: &str) -> String {
        let path = absolute(Path::new(name));
        let path = path.strip_prefix(&self.folder).unwrap_or(&path);
        path.display().to_string().replace('\\', "/")
    }
}

/// Finds the settings: in a file, or in the folder of the first path or above it.
///
/// # Errors
///
/// A file cannot be read.
pub(crate) fn find(config: Option<&Path>, paths: &[PathBuf]) -> Result<Found, Failure> {
    if let Some(path) = config {
        let text = read(path)?;
        return Ok(Found {
            folder: absolute(path)
                .parent()
                .map(Path::to_path_buf)
                .unwrap_or_default(),
            file: Some((path.to_owned(), text)),
        });
    }
    let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
    let start = if first == Path::new("-") {
        Path::new(".")
    } else {
        first
    };
    let start = absolute(start);
    let here = absolute(Path::new("."));
    for folder in start.ancestors() {
        let path = folder.join(NAME);
        if path.is_file() {
            let text = read(&path)?;
            // People know it by its path from where they are.
            let shown = path
                .strip_prefix(&here)
                .map_or_else(|_| path.clone(), Path::to_path_buf);
            return Ok(Found {
                file: Some((shown, text)),
                folder: folder.to_owned(),
            });
        }
    }
    Ok(Found {
        file: None,
        folder: here,
    })
}

fn read(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let text = input::file(path)?.and_then(|bytes| input::text(&name, bytes));
    text.map_err(|diagnostic| Failure::new(diagnostic.message))
}

/// The path from the root, without `.` and `..`.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut clean = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => drop(clean.pop()),
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => clean.push(part),
        }
    }
    clean
}

/// What a `wkg.lock` in the folder of a path, or in the one around it, and the packages do not agree on.
///
/// # Errors
///
/// A file cannot be read.
pub(crate) fn lock(
    loaded: &mut Loaded,
    paths: &[PathBuf],
    settings: &Settings,
    place: &dyn Fn(&str) -> String,
) -> Result<Vec<Diagnostic>, Failure> {
    let Some(path) = paths.first().and_then(|path| beside(path, "wkg.lock")) else {
        return Ok(Vec::new());
    };
    let text = read(&path)?;
    let overridden = beside(&path, "wkg.toml")
        .map(|path| read(&path))
        .transpose()?;
    let overridden = overridden.as_deref().map(overrides).unwrap_or_default();
    let name = path.display().to_string();
    let Ok(file) = loaded.resolve.sources.add(name.as_str(), text.as_str()) else {
        return Ok(Vec::new());
    };
    let span = loaded.resolve.sources.file(file).span();
    let found = locks::check(&loaded.resolve, &loaded.main, &text, span, &overridden);
    Ok(settings.keep(&place(&name), found))
}

/// The file of this name in a folder, or in the one around it.
fn beside(path: &Path, name: &str) -> Option<PathBuf> {
    if path == Path::new("-") {
        return None;
    }
    let folder = if path.is_dir() { path } else { path.parent()? };
    let inside = folder.join(name);
    let around = match folder.parent() {
        // The folder around `wit` is the one that witc runs in.
        Some(parent) if folder.file_name().is_some() => parent.join(name),
        _ => return inside.is_file().then_some(inside),
    };
    [inside, around]
        .into_iter()
        .find(|path| fs::metadata(path).is_ok_and(|it| it.is_file()))
}

/// The packages that a `wkg.toml` takes from elsewhere.
fn overrides(text: &str) -> Vec<String> {
    let Ok(table) = DeTable::parse(text) else {
        return Vec::new();
    };
    let overrides = table
        .get_ref()
        .get("overrides")
        .and_then(|it| it.get_ref().as_table());
    let keys = overrides.into_iter().flat_map(|table| table.keys());
    keys.map(|key| key.get_ref().to_string()).collect()
}
