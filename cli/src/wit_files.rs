//! Finds WIT files for commands that work on their text.

use crate::failure::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// The depth up to which folders are searched.
const MAX_DEPTH: usize = 64;

/// The file, or the `.wit` files in a folder and below, in order. Folders named `deps` below it are left out, since
/// other packages own their files, and so are hidden folders.
///
/// # Errors
///
/// A file or folder does not exist or cannot be read.
pub(crate) fn below(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let metadata = fs::metadata(path).map_err(|error| {
        let failure = Failure::io("read", path, &error);
        match error.kind() {
            std::io::ErrorKind::NotFound => failure.help("name a `.wit` file or a folder of them"),
            _ => failure,
        }
    })?;
    if !metadata.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    search(path, 0, &mut files)?;
    Ok(files)
}

/// The folders at a path and below that have `.wit` files, in order: those of the files that [`below`] gives.
///
/// # Errors
///
/// A folder does not exist or cannot be read.
pub(crate) fn folders_below(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let files = below(path)?;
    let mut folders: Vec<PathBuf> = files
        .iter()
        .filter_map(|file| file.parent().map(Path::to_owned))
        .collect();
    folders.sort();
    folders.dedup();
    Ok(folders)
}

fn search(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failed = |error: &std::io::Error| Failure::io("read", folder, error);
    let entries = fs::read_dir(folder).map_err(|error| failed(&error))?;
    let mut entries = entries
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| failed(&error))?;
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        let kind = entry.file_type().map_err(|error| failed(&error))?;
        // Links to folders are not followed: they may form a circle. A link to a file counts as the file.
        if kind.is_dir() {
            let skipped = name == "deps" || name.to_string_lossy().starts_with('.');
            if !skipped && depth < MAX_DEPTH {
                search(&path, depth + 1, files)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "wit") && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}
