//! What is wrong with files and folders.

use super::files::FolderEntry;
use super::reader::Reader;
use crate::codes;
use std::io;
use std::path::Path;
use std::str::Utf8Error;
use witc_diagnostics::{Diagnostic, Span};

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
        let wit = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path());
        let mut near: Vec<String> = wit
            .filter(|path| {
                path.is_dir() || path.extension().is_some_and(|extension| extension == "wit")
            })
            .map(|path| format!("`{}`", path.strip_prefix(".").unwrap_or(&path).display()))
            .collect();
        near.sort();
        // Enough for a package, and short enough to be read.
        near.truncate(8);
        if !near.is_empty() {
            diagnostic = diagnostic.note(format!("there is {}", near.join(", ")));
        }
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn report_no_files(&mut self, path: &Path, entries: &[FolderEntry]) {
        let message = format!("the folder `{}` has no `.wit` files", path.display());
        let mut diagnostic = Diagnostic::error(codes::NO_WIT_FILES, message, Span::NONE);
        let has_wit = |folder: &Path| {
            std::fs::read_dir(folder)
                .into_iter()
                .flatten()
                .flatten()
                .any(|entry| {
                    entry
                        .path()
                        .extension()
                        .is_some_and(|extension| extension == "wit")
                })
        };
        let mut folders = entries
            .iter()
            .filter(|entry| entry.is_folder())
            .map(|entry| &entry.path);
        // One level down only: people name the root of a project whose package is in `wit`.
        match folders.find(|folder| !folder.ends_with("deps") && has_wit(folder)) {
            Some(folder) => {
                diagnostic =
                    diagnostic.note(format!("`{}` has some: name that folder", folder.display()));
            }
            None => {
                diagnostic = diagnostic
                    .note("name the folder that holds the files of the package, or one file");
            }
        }
        self.diagnostics.push(diagnostic);
    }
}
