//! The output of witc: standard output, and files, which are written completely or not at all.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the one place that writes files"
)]

use crate::failure::Failure;
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
/// The file or standard output cannot be written.
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
    let Some(path) = path else {
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

/// Writes all of the files, or none if one cannot be written.
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

/// Writes a file whose contents come in pieces.
///
/// # Errors
///
/// The file cannot be written.
pub(crate) fn write_pieces<'a>(
    path: &Path,
    mut pieces: impl Iterator<Item = &'a [u8]>,
) -> Result<(), Failure> {
    let mut staged = Staged::default();
    staged.add(path, |out| {
        pieces.try_for_each(|piece| out.write_all(piece))
    })?;
    staged.finish()
}

/// Files that are written under temporary names. If the value is dropped before [`Staged::finish`], it removes them,
/// and the folders that it has created.
#[derive(Default)]
struct Staged {
    folders: Vec<PathBuf>,
    files: Vec<(PathBuf, PathBuf)>,
    done: bool,
}

impl Staged {
    /// Writes a file under a temporary name.
    fn add(
        &mut self,
        place: &Path,
        contents: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        // The target of a symbolic link is replaced, rather than the link.
        let path = fs::canonicalize(place).unwrap_or_else(|_| place.to_path_buf());
        let failed = |error: &io::Error| Failure::io("write", place, error);
        match fs::metadata(&path) {
            Ok(there) if there.is_dir() => {
                return Err(Failure::new(format!(
                    "cannot write `{}`: a folder has this name",
                    path.display()
                ))
                .help("remove it, or choose another place"));
            }
            // A device or a pipe cannot be replaced, only written to.
            Ok(there) if !there.is_file() => {
                return write(&path, contents).map_err(|error| failed(&error));
            }
            // Renaming would replace it: the permission is the file's, and the folder may be
            // written.
            Ok(there) if there.permissions().readonly() => {
                return Err(failed(&io::ErrorKind::PermissionDenied.into()));
            }
            _ => {}
        }
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        self.make_folder(folder)?;
        let mut name = std::ffi::OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{}.{}.tmp", std::process::id(), self.files.len()));
        // In the same folder: a rename is atomic only within one file system. The number of the
        // process keeps two runs apart.
        let temporary = folder.join(name);
        // Recorded before it is written, so that half a file is removed as well.
        self.files.push((temporary.clone(), path.clone()));
        write(&temporary, contents).map_err(|error| failed(&error))
    }

    /// Creates a folder and its parents, and records which ones did not exist before.
    fn make_folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|it| !it.as_os_str().is_empty() && !it.exists())
            .collect();
        // From the outermost, one by one: `create_dir_all` would not say which ones are new.
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => self.folders.push(folder.to_path_buf()),
                // Another process has created it in the meantime.
                Err(_) if folder.is_dir() => {}
                Err(error) => return Err(Failure::io("create the folder", folder, &error)),
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), Failure> {
        for (temporary, path) in &self.files {
            fs::rename(temporary, path).map_err(|error| Failure::io("write", path, &error))?;
        }
        self.done = true;
        Ok(())
    }
}

fn write(
    path: &Path,
    contents: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    contents(&mut fs::File::create(path)?)
}

impl Drop for Staged {
    fn drop(&mut self) {
        if self.done {
            return;
        }
        // Errors are ignored: nothing can be done about a file that cannot be removed, and a folder that is not empty
        // any more has to stay.
        for (temporary, _) in &self.files {
            let _ = fs::remove_file(temporary);
        }
        // The innermost first: a folder has to be empty to be removed.
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(path: PathBuf, contents: &str) -> Output {
        Output {
            path,
            contents: contents.into(),
        }
    }

    #[test]
    fn files_take_the_place_of_old_ones() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a/b/c.txt");
        write_all(&[output(path.clone(), "old, and longer")]).expect("writes");
        write_all(&[output(path.clone(), "new")]).expect("writes");
        assert_eq!(fs::read_to_string(&path).expect("is there"), "new");
        let names: Vec<_> = fs::read_dir(path.parent().expect("has one"))
            .expect("is there")
            .collect();
        assert_eq!(names.len(), 1, "temporary files stayed: {names:?}");
    }

    #[test]
    fn if_one_file_fails_nothing_is_written() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let blocked = folder.path().join("blocked");
        fs::create_dir(&blocked).expect("makes a folder");
        let files = [
            output(folder.path().join("new/first.txt"), "1"),
            output(blocked, "2"),
        ];
        let failure = write_all(&files).expect_err("a folder is in the way");
        assert!(
            failure.to_string().contains("a folder has this name"),
            "{failure}"
        );
        let names: Vec<_> = fs::read_dir(folder.path()).expect("is there").collect();
        assert_eq!(names.len(), 1, "something was written: {names:?}");
    }

    #[test]
    fn a_file_in_place_of_a_folder_is_reported() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("file"), "").expect("writes");
        let failure =
            write_all(&[output(folder.path().join("file/x.txt"), "1")]).expect_err("no folder");
        assert!(
            failure
                .hint()
                .is_some_and(|hint| hint.contains("choose another place")),
            "{failure}"
        );
    }

    #[test]
    #[cfg(unix)]
    fn links_stay_and_devices_are_written_to() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").expect("writes");
        std::os::unix::fs::symlink(&real, &link).expect("links");
        write_all(&[
            output(link.clone(), "new"),
            output("/dev/null".into(), "gone"),
        ])
        .expect("writes");
        assert!(fs::symlink_metadata(&link).expect("is there").is_symlink());
        assert_eq!(fs::read_to_string(&real).expect("is there"), "new");
    }
}
