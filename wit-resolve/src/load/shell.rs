//! Paths in commands that messages advise.

use std::path::{Path, PathBuf};

/// A pattern for paths in a folder, for a shell.
pub(super) fn path_pattern(folder: &Path, pattern: &str) -> String {
    if folder == Path::new(".") {
        return pattern.to_owned();
    }
    format!("{}/{pattern}", quoted(folder).trim_end_matches('/'))
}

/// A path as a shell takes it for one word.
pub(super) fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |char: char| char.is_alphanumeric() || "/._-+@,:".contains(char);
    if text.chars().all(is_plain) && !text.starts_with('-') {
        return text;
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The folder that something is in, `.` for the one where commands run.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if path.file_name().is_some() && parent.as_os_str().is_empty() => ".".into(),
        Some(parent) if path.file_name().is_some() => parent.to_owned(),
        // `.` and `..` have no name, and `/` has no parent.
        Some(_) => path.join(".."),
        None => path.to_owned(),
    }
}

/// The path with `.wit` after it, also where a version with dots is its end.
pub(super) fn wit_file(path: &Path) -> PathBuf {
    let mut file = path.as_os_str().to_owned();
    file.push(".wit");
    file.into()
}

/// A command, and where to run it.
#[cfg(feature = "advice")]
pub(super) fn command_in(folder: &Path, command: &str) -> String {
    if folder == Path::new(".") {
        format!("`{command}`")
    } else {
        format!("`{command}` in `{}`", folder.display())
    }
}

#[cfg(test)]
mod tests {
    use super::{folder_of, path_pattern, quoted};
    use std::path::Path;

    #[test]
    fn words_for_a_shell() {
        assert_eq!(quoted(Path::new("wit/deps")), "wit/deps");
        assert_eq!(quoted(Path::new("my wit")), "'my wit'");
        assert_eq!(quoted(Path::new("it's")), r"'it'\''s'");
        assert_eq!(path_pattern(Path::new("."), "*"), "*");
        assert_eq!(path_pattern(Path::new("a b/"), "*/"), "'a b/'/*/");
        assert_eq!(path_pattern(Path::new("a/"), "*/"), "a/*/");
    }

    #[test]
    fn folders_of_paths() {
        for (path, folder) in [("wit", "."), ("a/wit", "a"), (".", "./.."), ("/", "/")] {
            assert_eq!(folder_of(Path::new(path)), Path::new(folder), "{path}");
        }
    }
}
