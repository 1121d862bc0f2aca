//! Writing into a file that stays: one with several names, or of another owner.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, Write as _};
use std::path::Path;

/// Opens a file that is there for writing, and changes nothing.
pub(super) fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}

/// Copies the contents of a complete file into another one. If that fails, the other one gets back what it had.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let old = fs::read(to)?;
    let (mut new, mut file) = (File::open(from)?, open(to)?);
    // The length comes last: on the way the file is never shorter than it has to be, so that there is room to go back.
    let copied = io::copy(&mut new, &mut file).and_then(|length| file.set_len(length));
    if copied.is_err() {
        // An error is ignored: the first one says what is wrong.
        let _ = file
            .rewind()
            .and_then(|()| file.write_all(&old))
            .and_then(|()| file.set_len(old.len() as u64));
    }
    copied
}
