//! Failures: reasons why a command could not run.

use std::fmt::{self, Display};
use std::io;
use std::path::Path;

/// A problem outside of the input that keeps witc from running; the exit code is 2. Problems in the input are
/// diagnostics.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    /// A failure with a message, which has no full stop.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    /// Adds advice on what to do about it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A failed operation on a file or folder: `cannot write …`.
    pub(crate) fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        let failure = Self::new(format!(
            "cannot {doing} `{}`: {}",
            path.display(),
            reason(error)
        ));
        match error.kind() {
            io::ErrorKind::PermissionDenied => {
                failure.help("check who owns it and its permissions, or choose another place")
            }
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => failure.help(
                "a part of the path is a file where a folder is needed: choose another place",
            ),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                failure.help("free some space, or choose another place")
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                failure.help("the file system is read-only: choose another place")
            }
            // Other reasons, such as "not found", say what to do about them by themselves.
            _ => failure,
        }
    }

    /// The advice on what to do about it.
    pub(crate) fn hint(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The reason that the system gives for an error: `permission denied`.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text
        // The number of the error means nothing to people.
        .split_once(" (os error")
        .map_or(text.as_str(), |(text, _)| text);
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        // It comes after a colon, in the middle of a sentence.
        first.to_lowercase().chain(chars).collect()
    })
}
