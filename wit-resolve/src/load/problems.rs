//! What is wrong with files and links.

use super::files::{Files, FolderEntry, broken_link};
use crate::codes;
use std::io;
use std::path::{Path, PathBuf};
use std::str::Utf8Error;
use witc_diagnostics::{Diagnostic, Span};

/// The most names that a note lists.
const MOST_NAMES: usize = 8;

/// What to do about a link that leads to nothing.
const FIX_LINK: &str =
    "create the link again, or remove it; a relative link starts at the folder that it is in";

/// The diagnostic for a file that is no text.
pub(super) fn not_utf8(name: &str, bytes: &[u8], error: Utf8Error) -> Diagnostic {
    let at = error.valid_up_to();
    // There is no text to point into, so the line is counted in the bytes.
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let message = format!("`{name}` is not text in UTF-8");
    Diagnostic::error(codes::NOT_UTF8, message, Span::NONE)
        .note(format!(
            "the first invalid byte is in line {line}, at byte {at} of the file"
        ))
        .note("save it as UTF-8; a WIT package in binary form has the extension `.wasm`")
}

/// The diagnostic for a path that could not be read.
pub(super) fn unreadable(files: &Files, path: &Path, error: &io::Error) -> Diagnostic {
    if let Some(diagnostic) = broken(path) {
        return diagnostic;
    }
    let name = path.display();
    // Only for a path that is not there it helps to know what is.
    if error.kind() != io::ErrorKind::NotFound {
        let message = format!("`{name}` can't be read: {error}");
        return Diagnostic::error(codes::UNREADABLE, message, Span::NONE);
    }
    let mut diagnostic = Diagnostic::error(
        codes::FILE_NOT_FOUND,
        format!("`{name}` was not found"),
        Span::NONE,
    );
    // The nearest folder that does exist, in which the path goes wrong.
    let missing = path
        .ancestors()
        .skip(1)
        .filter(|parent| !parent.as_os_str().is_empty())
        .find(|p| p.exists());
    let folder = missing.unwrap_or(Path::new("."));
    if path.is_relative()
        && let Ok(here) = std::env::current_dir()
    {
        diagnostic = diagnostic.note(format!("relative paths start at `{}`", here.display()));
    }
    let entries = files.entries(folder).unwrap_or_default();
    let is_near = |entry: &&FolderEntry| entry.is_folder() || entry.is_wit();
    let near = entries.iter().filter(is_near).take(MOST_NAMES);
    let near: Vec<String> = near
        .map(|entry| {
            let path = entry.path.strip_prefix(".").unwrap_or(&entry.path);
            format!("`{}`", path.display())
        })
        .collect();
    if near.is_empty() {
        diagnostic
    } else {
        diagnostic.note(format!("there is {}", near.join(", ")))
    }
}

/// The diagnostic for something that stands in a folder like a file of WIT, and may never end.
pub(super) fn special(path: &Path) -> Diagnostic {
    let message = format!(
        "`{}` is a pipe, a socket or a device, which is not read as a part of a folder",
        path.display()
    );
    Diagnostic::error(codes::UNREADABLE, message, Span::NONE)
        .note("put a file in its place, or name it as an input of its own")
}

/// The diagnostic for a link that leads to nothing; none for any other path.
pub(super) fn broken(path: &Path) -> Option<Diagnostic> {
    let message = words_on_link(path)?;
    Some(Diagnostic::error(codes::FILE_NOT_FOUND, message, Span::NONE).note(FIX_LINK))
}

/// The warnings of links to nothing that were meant to be packages, where no message about a missing package shows them.
pub(super) fn of_broken_links(
    links: &[PathBuf],
    may_be_needed: bool,
) -> impl Iterator<Item = Diagnostic> {
    let advice = match may_be_needed {
        true => FIX_LINK,
        false => "no package is missing, so that the link can be removed",
    };
    let messages = links.iter().filter_map(|path| words_on_link(path));
    messages.map(move |message| {
        Diagnostic::warning(codes::FILE_NOT_FOUND, message, Span::NONE).note(advice)
    })
}

/// What a link is that leads to nothing.
pub(super) fn words_on_link(path: &Path) -> Option<String> {
    let (target, error) = broken_link(path)?;
    let (name, target) = (path.display(), target.display());
    let why = match error.kind() == io::ErrorKind::NotFound {
        true => "does not exist".to_owned(),
        false => format!("can't be followed: {error}"),
    };
    Some(format!("`{name}` is a link to `{target}`, which {why}"))
}
