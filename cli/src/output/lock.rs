//! Locks on folders: two runs that write several files into one folder do so one after the other.

use super::unfinished;
use crate::failure::Failure;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The name of the file that is locked. It is there only while files take their places.
// The folder itself is not locked: `flock FOLDER witc …` does that already, and would wait for itself.
const NAME: &str = ".witc.lock";

/// A lock on a folder, until it is dropped.
pub(super) struct FolderLock {
    path: PathBuf,
    /// Held open: the system unlocks it when it is closed, however the program ends.
    _file: File,
}

impl FolderLock {
    /// Waits for other runs, and locks a folder; nothing if the file system has no locks.
    pub(super) fn take(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(NAME);
        let failed = |error: &io::Error| Failure::io("write", &path, error);
        loop {
            let file = open(&path).map_err(|error| failed(&error))?;
            if let Err(error) = file.lock() {
                // Better without a lock than not at all: few runs have others beside them.
                return match error.kind() {
                    io::ErrorKind::Unsupported => Ok(None),
                    _ => Err(failed(&error)),
                };
            }
            let mut unfinished = unfinished::lock();
            // The run before has removed the file that this one waited for; others may have a new one.
            if is_at(&file, &path) {
                unfinished.add_file(&path);
                return Ok(Some(Self { path, _file: file }));
            }
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        let mut unfinished = unfinished::lock();
        // Removed while it is locked, so that nobody has locked the same file. An error is ignored: an empty file stays,
        // which the next run removes.
        let _ = fs::remove_file(&self.path);
        unfinished.forget_file(&self.path);
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    match options.open(path) {
        // Another user's, who is about to remove it: reading is enough to wait for that.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => File::open(path),
        other => other,
    }
}

/// Whether an open file is still the one at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let place = |it: fs::Metadata| (it.dev(), it.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(file), Ok(there)) => place(file) == place(there),
        _ => false,
    }
}

/// Whether an open file is still the one at a path.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    // A file that is open elsewhere keeps its name on Windows until it is closed.
    path.exists()
}
