//! What is wrong with files and links.

use super::files::{FolderEntry, broken_link};
use super::reader::Reader;
use crate::codes;
use std::io;
use std::path::Path;
use std::str::Utf8Error;
use witc_diagnostics::{Diagnostic, Span};

/// The most names that a note lists.
const MOST_NAMES: usize = 8;

/// What to do about a link that leads to nothing.
const FIX_LINK: &str =
    "create the link again, or remove it; a relative link starts at the folder that it is in";

impl Reader {
    pub(super) fn report_not_utf8(&mut self, name: &str, bytes: &[u8], error: Utf8Error) {
        let at = error.valid_up_to();
        // There is no text to point into, so the line is counted in the bytes.
        let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
        let message = format!("`{name}` is not text in UTF-8");
        let diagnostic = Diagnostic::error(codes::NOT_UTF8, message, Span::NONE)
            .note(format!(
                "the first invalid byte is in line {line}, at byte {at} of the file"
            ))
            .note("save it as UTF-8; a WIT package in binary form has the extension `.wasm`");
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn report_unreadable(&mut self, path: &Path, error: &io::Error) {
        if broken_link(path).is_some() {
            self.report_broken_link(path);
            return;
        }
        let name = path.display();
        // Only for a path that is not there it helps to know what is.
        if error.kind() != io::ErrorKind::NotFound {
            let message = format!("`{name}` can't be read: {error}");
            self.diagnostics
                .push(Diagnostic::error(codes::UNREADABLE, message, Span::NONE));
            return;
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
        let entries = self.files.entries(folder).unwrap_or_default();
        let is_near = |entry: &&FolderEntry| entry.is_folder() || entry.is_wit();
        let near = entries.iter().filter(is_near).take(MOST_NAMES);
        let near: Vec<String> = near
            .map(|entry| {
                let path = entry.path.strip_prefix(".").unwrap_or(&entry.path);
                format!("`{}`", path.display())
            })
            .collect();
        if !near.is_empty() {
            diagnostic = diagnostic.note(format!("there is {}", near.join(", ")));
        }
        self.diagnostics.push(diagnostic);
    }

    /// Reports what stands in a folder like a file of WIT, and may never end.
    pub(super) fn report_special(&mut self, path: &Path) {
        let message = format!(
            "`{}` is a pipe, a socket or a device, which is not read as a part of a folder",
            path.display()
        );
        let diagnostic = Diagnostic::error(codes::UNREADABLE, message, Span::NONE)
            .note("put a file in its place, or name it as an input of its own");
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn report_broken_link(&mut self, path: &Path) {
        let Some(message) = words_on_link(path) else {
            return;
        };
        let diagnostic =
            Diagnostic::error(codes::FILE_NOT_FOUND, message, Span::NONE).note(FIX_LINK);
        self.diagnostics.push(diagnostic);
    }

    /// Warns of links to nothing that were meant to be packages, where no message about a missing package shows them.
    pub(super) fn warn_of_broken_links(&mut self, may_be_needed: bool) {
        let advice = match may_be_needed {
            true => FIX_LINK,
            false => "no package is missing, so that the link can be removed",
        };
        for path in std::mem::take(&mut self.searched.broken_links) {
            if let Some(message) = words_on_link(&path) {
                let diagnostic =
                    Diagnostic::warning(codes::FILE_NOT_FOUND, message, Span::NONE).note(advice);
                self.diagnostics.push(diagnostic);
            }
        }
    }
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
