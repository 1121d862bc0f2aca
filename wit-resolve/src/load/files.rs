//! Files and folders as the loader sees them: those on disk, with the buffers of an editor in place of some, or added.

use super::budget::read_file;
use crate::sort::sort_by;
use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs::{DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};
use std::str::Utf8Error;
use witc_diagnostics::Diagnostic;

/// The disk, and buffers over it.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// The [real](real) paths of buffers, in order, and their contents.
    buffers: Vec<(PathBuf, Vec<u8>)>,
}

/// The kinds of things that stand at paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathKind {
    File,
    Folder,
    /// A link that leads to nothing.
    BrokenLink,
    /// A pipe, a socket or a device in a folder: reading it may wait forever. One that the user names is a file.
    Special,
}

/// Something in a folder.
pub(super) struct FolderEntry {
    pub(super) path: PathBuf,
    pub(super) kind: PathKind,
}

/// The contents of a file.
pub(super) enum Content {
    Text(String),
    /// A package in binary form.
    Binary(Vec<u8>),
    /// Bytes that are no text.
    Neither(Vec<u8>, Utf8Error),
    /// More bytes than an input may have, and what is said about it.
    TooLarge(Box<Diagnostic>),
}

impl From<bool> for PathKind {
    fn from(is_folder: bool) -> Self {
        if is_folder { Self::Folder } else { Self::File }
    }
}

impl From<FileType> for PathKind {
    fn from(kind: FileType) -> Self {
        match (kind.is_dir(), kind.is_file()) {
            (true, _) => Self::Folder,
            (_, true) => Self::File,
            _ => Self::Special,
        }
    }
}

impl From<DirEntry> for FolderEntry {
    fn from(entry: DirEntry) -> Self {
        let path = entry.path();
        // Systems tell this with the name; only what a link leads to has to be asked for.
        let kind = match entry.file_type() {
            Ok(kind) if !kind.is_symlink() => kind.into(),
            Ok(_) | Err(_) => match std::fs::metadata(&path) {
                Ok(target) => target.file_type().into(),
                // There is something, which reading it will complain about.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => PathKind::File,
                Err(_) => PathKind::BrokenLink,
            },
        };
        Self { path, kind }
    }
}

impl FolderEntry {
    pub(super) fn is_folder(&self) -> bool {
        self.kind == PathKind::Folder
    }

    /// Whether it is a file of WIT text, or a link that was meant to lead to one.
    pub(super) fn is_wit(&self) -> bool {
        !self.is_folder() && self.path.extension().is_some_and(|it| it == "wit")
    }

    /// Whether its name is that of a hidden file: the locks of an editor are links that lead to nothing, for example.
    pub(super) fn is_hidden(&self) -> bool {
        let name = self.path.file_name().map(OsStr::as_encoded_bytes);
        name.is_some_and(|name| name.starts_with(b"."))
    }
}

impl Files {
    /// Puts a buffer in the place of the file at a path, whether there is one or not.
    pub(super) fn add_buffer(&mut self, path: &Path, contents: Vec<u8>) {
        let path = real(path);
        match self.buffers.binary_search_by(|(known, _)| known.cmp(&path)) {
            Ok(index) => self.buffers[index].1 = contents,
            Err(index) => self.buffers.insert(index, (path, contents)),
        }
    }

    /// Whether a folder has `.wit` files.
    pub(super) fn has_wit(&self, folder: &Path) -> bool {
        let entries = self.entries(folder).unwrap_or_default();
        entries.iter().any(FolderEntry::is_wit)
    }

    /// The kind of what stands at a path.
    pub(super) fn kind(&self, path: &Path) -> io::Result<PathKind> {
        let on_disk = std::fs::metadata(path).map(|metadata| metadata.is_dir().into());
        // The disk comes first: most runs have no buffers, and then no path has to be made
        // absolute.
        if on_disk.is_ok() || self.buffers.is_empty() {
            return on_disk;
        }
        let path = real(path);
        // A buffer may be for a file that nobody has saved yet.
        if self.buffer(&path).is_some() {
            Ok(PathKind::File)
        } else if self.inside(&path).next().is_some() {
            Ok(PathKind::Folder)
        } else {
            on_disk
        }
    }

    /// The contents of the buffer with a real path.
    fn buffer(&self, path: &Path) -> Option<&Vec<u8>> {
        let index = self
            .buffers
            .binary_search_by(|(known, _)| known.as_path().cmp(path));
        Some(&self.buffers[index.ok()?].1)
    }

    /// The contents of a folder, by name.
    pub(super) fn entries(&self, path: &Path) -> io::Result<Vec<FolderEntry>> {
        let on_disk = std::fs::read_dir(path).and_then(|entries| {
            entries
                .map(|entry| entry.map(FolderEntry::from))
                .collect::<io::Result<Vec<_>>>()
        });
        let added = self.buffers_in(path);
        let mut entries = match on_disk {
            Ok(entries) => entries,
            // A folder may be there only because buffers are in it.
            Err(_) if !added.is_empty() => Vec::new(),
            Err(error) => return Err(error),
        };
        for entry in added {
            match entries.iter_mut().find(|known| known.path == entry.path) {
                Some(known) if known.kind == PathKind::BrokenLink => *known = entry,
                Some(_) => {}
                None => entries.push(entry),
            }
        }
        // As text: the order of paths is that of their parts, which differs where a name goes on after another.
        sort_by(&mut entries, |a, b| {
            a.path.as_os_str().cmp(b.path.as_os_str())
        });
        Ok(entries)
    }

    /// The entries that buffers add to a folder: themselves, or the folders that they are in.
    fn buffers_in(&self, folder: &Path) -> Vec<FolderEntry> {
        let mut added: Vec<FolderEntry> = Vec::new();
        if self.buffers.is_empty() {
            return added;
        }
        for inside in self.inside(&real(folder)) {
            let mut parts = inside.components();
            let Some(first) = parts.next() else { continue };
            let path = folder.join(first);
            // The buffers are in order, so that those of one folder follow each other.
            if added.last().is_none_or(|last| last.path != path) {
                let kind = parts.next().is_some().into();
                added.push(FolderEntry { path, kind });
            }
        }
        added
    }

    /// The paths of the buffers in a folder, as seen from there, in order.
    fn inside<'f>(&'f self, folder: &'f Path) -> impl Iterator<Item = &'f Path> {
        self.buffers
            .iter()
            .filter_map(move |(path, _)| path.strip_prefix(folder).ok())
    }

    /// Reads a file.
    pub(super) fn read(&self, path: &Path) -> io::Result<Content> {
        let buffer = match self.buffers.is_empty() {
            true => None,
            false => self.buffer(&real(path)),
        };
        let bytes = match buffer {
            Some(contents) => contents.clone(),
            None => match read_file(path)? {
                Ok(bytes) => bytes,
                Err(diagnostic) => return Ok(Content::TooLarge(diagnostic)),
            },
        };
        // The name decides: the text form may start with any comment.
        if path.extension().is_some_and(|it| it == "wat") {
            return Ok(Content::Binary(bytes));
        }
        Ok(Content::of(bytes))
    }

    /// Reads the text of a file that the user did not name: nothing if it is no text, or is not a file, since a pipe may
    /// never end.
    pub(super) fn text(&self, path: &Path) -> Option<String> {
        if std::fs::metadata(path).is_ok_and(|it| !it.is_file()) {
            return None;
        }
        match self.read(path).ok()? {
            Content::Text(text) => Some(text),
            Content::Binary(_) | Content::Neither(..) | Content::TooLarge(_) => None,
        }
    }
}

/// Where a link leads to, if that is nowhere, and why nothing is found there.
pub(super) fn broken_link(path: &Path) -> Option<(PathBuf, io::Error)> {
    let target = std::fs::read_link(path).ok()?;
    let error = std::fs::metadata(path).err()?;
    Some((target, error))
}

impl Content {
    /// Tells text and binaries apart.
    pub(super) fn of(bytes: Vec<u8>) -> Self {
        if is_webassembly(&bytes) {
            return Self::Binary(bytes);
        }
        String::from_utf8(bytes).map_or_else(
            |error| {
                let why = error.utf8_error();
                Self::Neither(error.into_bytes(), why)
            },
            Self::Text,
        )
    }
}

/// A path that is the same for all spellings of it, as far as it is on disk: a buffer may have a file, or a folder, that is
/// not there yet.
pub(super) fn real(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let absolute = std::path::absolute(path).map_or(Cow::Borrowed(path), Cow::Owned);
    match (absolute.parent(), absolute.file_name()) {
        // What is on disk is resolved, and only the rest is taken as it is written.
        (Some(parent), Some(name)) => real(parent).join(name),
        _ => absolute.into_owned(),
    }
}

/// Whether the bytes are a binary, or start as its text form does: with `(`, whatever comments stand before it.
fn is_webassembly(bytes: &[u8]) -> bool {
    // WIT never starts so, and never with `(` either, so that the contents decide for files without
    // a telling name.
    if bytes.starts_with(b"\0asm") {
        return true;
    }
    let mut rest = bytes.trim_ascii_start();
    while rest.starts_with(b";;") {
        let end = rest
            .iter()
            .position(|&byte| byte == b'\n')
            .unwrap_or(rest.len());
        rest = rest[end..].trim_ascii_start();
    }
    rest.starts_with(b"(")
}
