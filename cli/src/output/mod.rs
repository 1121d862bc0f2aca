//! The output of witc: standard output, and files, which are written completely or not at all.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the one place that writes files"
)]

mod in_place;
mod lock;
mod staged;
#[cfg(test)]
mod tests;
mod unfinished;

use crate::failure::Failure;
use staged::Staged;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Prints to standard output. It is not an error if the reader stops early (`| head`).
///
/// # Errors
///
/// Standard output cannot be written.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Prints bytes to standard output.
///
/// # Errors
///
/// The same as of [`print()`].
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    print_with(|stdout| stdout.write_all(bytes))
}

/// Prints what `write` writes.
fn print_with(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match write(&mut stdout).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::io("write", Path::new("standard output"), &error))
        }
        _ => Ok(()),
    }
}

/// Writes a text to a file, or prints it if there is no path. `text` hands it to its argument in pieces.
///
/// # Errors
///
/// The file or standard output cannot be written, or the folder of the file does not exist.
pub(crate) fn write_text(
    path: Option<&Path>,
    text: impl FnOnce(&mut dyn FnMut(&str)),
) -> Result<(), Failure> {
    let write = |out: &mut dyn io::Write| {
        let mut written = Ok(());
        text(&mut |piece| {
            // After a failure nothing more is written.
            if written.is_ok() {
                written = out.write_all(piece.as_bytes());
            }
        });
        written
    };
    write_one(path, write)
}

/// Writes a file whose contents come in pieces.
///
/// # Errors
///
/// The file cannot be written, or its folder does not exist.
pub(crate) fn write_pieces<'a>(
    path: &Path,
    mut pieces: impl Iterator<Item = &'a [u8]>,
) -> Result<(), Failure> {
    write_one(Some(path), |out| {
        pieces.try_for_each(|piece| out.write_all(piece))
    })
}

/// Writes the file of `-o`, or prints.
fn write_one(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Failure> {
    // Other devices are refused. This one is a way to say that there is no file, for scripts that have to name one.
    let Some(path) = path.filter(|path| *path != Path::new("/dev/stdout")) else {
        return print_with(write);
    };
    let mut staged = Staged::default();
    staged.add(path, write)?;
    staged.finish()
}

/// A file to be written.
#[derive(Debug)]
pub(crate) struct Output {
    /// Its path.
    pub path: PathBuf,
    /// Its whole contents.
    pub contents: Vec<u8>,
}

/// Writes all of the files, or none if one cannot be written. Their folders have to exist.
///
/// Each file is first written under another name in the same folder. When all are complete, they are renamed. A reader
/// therefore never sees an incomplete file.
///
/// # Errors
///
/// A file cannot be written.
pub(crate) fn write_all(files: &[Output]) -> Result<(), Failure> {
    let mut staged = Staged::default();
    for file in files {
        staged.add(&file.path, |out| out.write_all(&file.contents))?;
    }
    staged.finish()
}

/// Writes the files of `--out-dir` as [`write_all`] does, and makes that folder and those in it. If several runs write
/// there at the same time, the files are those of one of them.
///
/// # Errors
///
/// A file cannot be written, or a folder cannot be made.
pub(crate) fn write_folder(folder: &Path, files: &[Output]) -> Result<(), Failure> {
    let mut staged = Staged::into(folder)?;
    for file in files {
        staged.add(&file.path, |out| out.write_all(&file.contents))?;
    }
    staged.finish()
}

/// What is in a file that would be written over.
///
/// # Errors
///
/// It cannot be read, or something other than a file has the name.
pub(crate) fn contents(path: &Path) -> io::Result<Vec<u8>> {
    // A pipe is not read: that waits for somebody who writes to it.
    match staged::special(&fs::metadata(path)?) {
        Some(name) => Err(io::Error::other(format!("{name} has this name"))),
        None => fs::read(path),
    }
}
