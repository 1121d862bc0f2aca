//! Files that are complete under temporary names, and take their places together.

use super::in_place;
use super::lock::FolderLock;
use super::unfinished::{self, Temporary};
use crate::failure::Failure;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// How many links a path may lead through, as on Linux.
const MOST_LINKS: usize = 40;

/// Files that are written under temporary names. If the value is dropped before [`Staged::finish`], or a signal ends the
/// program, they are removed, and so are the folders that were made for them.
#[derive(Default)]
pub(super) struct Staged {
    /// The folder that is made, with those in it, and that other runs are kept out of.
    folder: Option<PathBuf>,
    /// The folders that did not exist, from the outermost.
    folders: Vec<PathBuf>,
    files: Vec<StagedFile>,
    done: bool,
}

/// A file that is complete but for its name.
struct StagedFile {
    /// The place as the user calls it.
    place: PathBuf,
    /// The place without links.
    path: PathBuf,
    temporary: Temporary,
    way: Way,
}

/// How a file comes into its place.
enum Way {
    /// By a rename, so that a reader sees the old file or the new one.
    Rename,
    /// Byte by byte, into the file that is there: it has something that a new file cannot have.
    InPlace,
}

impl Staged {
    /// Files in a folder, which is made if it does not exist.
    pub(super) fn into(folder: &Path) -> Result<Self, Failure> {
        let mut staged = Self::default();
        staged.folder = Some(folder.to_path_buf());
        staged.make_folder(folder)?;
        Ok(staged)
    }

    /// Writes a file under a temporary name.
    pub(super) fn add(
        &mut self,
        place: &Path,
        contents: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let path = without_links(place);
        let failed = |error: &io::Error| Failure::io("write", place, error);
        let there = fs::metadata(&path).ok();
        if let Some(there) = &there {
            check_replaceable(place, there)?;
        }
        let folder = folder_of(&path);
        self.need_folder(place, folder)?;
        // In the same folder: a rename is atomic only within one file system.
        let (temporary, mut file) =
            Temporary::create(folder, there.is_some()).map_err(|error| failed(&error))?;
        contents(&mut file).map_err(|error| failed(&error))?;
        let way = match &there {
            Some(there) if !is_alike(there, &file).map_err(|error| failed(&error))? => {
                // Tried now, while nothing is in its place yet.
                in_place::open(&path).map_err(|error| failed(&error))?;
                Way::InPlace
            }
            _ => Way::Rename,
        };
        self.files.push(StagedFile {
            place: place.to_path_buf(),
            path,
            temporary,
            way,
        });
        Ok(())
    }

    /// Sees to it that a folder exists. Only those in the folder of `--out-dir` are made: in the path of a single file, a
    /// folder that does not exist is a slip of the pen more often than not.
    fn need_folder(&mut self, place: &Path, folder: &Path) -> Result<(), Failure> {
        let makes = self.folder.as_ref();
        match fs::metadata(folder) {
            Ok(_) => Ok(()),
            Err(_) if makes.is_some_and(|root| folder.starts_with(root)) => {
                self.make_folder(folder)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failure::new(format!(
                "cannot write `{}`: the folder `{}` does not exist",
                place.display(),
                folder.display()
            ))
            .help("create it, or choose another place; only `--out-dir` creates folders")),
            Err(error) => Err(Failure::io("write", place, &error)),
        }
    }

    /// Creates a folder and its parents, and records which ones did not exist before.
    fn make_folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|it| !it.as_os_str().is_empty() && !it.exists())
            .collect();
        // From the outermost, one by one: `create_dir_all` would not say which ones are new.
        for folder in missing.into_iter().rev() {
            let mut unfinished = unfinished::lock();
            match fs::create_dir(folder) {
                Ok(()) => {
                    unfinished.add_folder(folder);
                    self.folders.push(folder.to_path_buf());
                }
                // Another process has created it in the meantime.
                Err(_) if folder.is_dir() => {}
                Err(error) => return Err(Failure::io("create the folder", folder, &error)),
            }
        }
        Ok(())
    }

    /// Puts all files in their places.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        // One file is whole in any case; several are those of one run if no other run comes in between.
        let _others_wait = match &self.folder {
            Some(folder) if self.files.len() > 1 => FolderLock::take(folder)?,
            _ => None,
        };
        // A signal waits until all files are in their places.
        let mut unfinished = unfinished::lock();
        for file in &self.files {
            let done = match file.way {
                Way::Rename => fs::rename(file.temporary.path(), &file.path),
                Way::InPlace => in_place::copy(file.temporary.path(), &file.path),
            };
            done.map_err(|error| Failure::io("write", &file.place, &error))?;
        }
        for folder in &self.folders {
            unfinished.keep_folder(folder);
        }
        self.done = true;
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // The files before the folders: a folder has to be empty to be removed.
        self.files.clear();
        if self.done {
            return;
        }
        let mut unfinished = unfinished::lock();
        for folder in self.folders.iter().rev() {
            // An error is ignored: a folder that is not empty any more has to stay.
            let _ = fs::remove_dir(folder);
            unfinished.keep_folder(folder);
        }
    }
}

/// The folder of a file.
fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// The file that a path leads to through links: that is replaced, rather than the link, and made if it does not exist.
fn without_links(place: &Path) -> PathBuf {
    let mut path = place.to_path_buf();
    for _ in 0..MOST_LINKS {
        if let Ok(real) = fs::canonicalize(&path) {
            return real;
        }
        let Ok(target) = fs::read_link(&path) else {
            break;
        };
        path = folder_of(&path).join(target);
    }
    path
}

/// What is in the place of a file and is none.
pub(super) fn special(there: &Metadata) -> Option<&'static str> {
    if there.is_file() {
        return None;
    }
    if there.is_dir() {
        return Some("a folder");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        let kind = there.file_type();
        if kind.is_fifo() {
            return Some("a pipe");
        }
        if kind.is_socket() {
            return Some("a socket");
        }
    }
    Some("a device")
}

/// Checks that a file may take the place of what is there.
fn check_replaceable(place: &Path, there: &Metadata) -> Result<(), Failure> {
    if let Some(name) = special(there) {
        // To write to a pipe may wait forever, and a device cannot be written completely or not at all.
        return Err(Failure::new(format!(
            "cannot write `{}`: {name} has this name",
            place.display()
        ))
        .help(match there.is_dir() {
            true => "remove it, or choose another place",
            false => {
                "choose another place; a command with `-o` prints to standard output without it"
            }
        }));
    }
    // Renaming would replace it: the permission is the file's, and the folder may be written.
    if there.permissions().readonly() {
        let error = io::ErrorKind::PermissionDenied.into();
        return Err(Failure::io("write", place, &error));
    }
    Ok(())
}

/// Makes a new file like the one that is there, or says that it cannot be: a file with several names would lose all but
/// one, and only the administrator gives files away.
#[cfg(unix)]
fn is_alike(there: &Metadata, new: &File) -> io::Result<bool> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    if there.nlink() > 1 {
        return Ok(false);
    }
    let now = new.metadata()?;
    let owners = (there.uid(), there.gid());
    if (now.uid(), now.gid()) != owners && fchown(new, Some(owners.0), Some(owners.1)).is_err() {
        return Ok(false);
    }
    // After the owner, which a change of takes some permissions away.
    new.set_permissions(there.permissions())?;
    Ok(true)
}

/// Makes a new file like the one that is there.
#[cfg(not(unix))]
fn is_alike(there: &Metadata, new: &File) -> io::Result<bool> {
    new.set_permissions(there.permissions())?;
    Ok(true)
}
