//! URIs: those of files, and those of texts that the server alone has.
//!
//! A package in binary form has a text, but no file of it. Its URI has the scheme `wit-binary` and the path of the binary
//! with `.wit` after it, by which editors know the language. `witc-explain` has a text for each code of a diagnostic.

use lsp_types::Uri;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The scheme of the texts of binaries.
pub(crate) const BINARY: &str = "wit-binary";
/// The scheme of the explanations of codes.
pub(crate) const EXPLAIN: &str = "witc-explain";

/// What a URI names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Resource {
    /// A file, by its path.
    File(PathBuf),
    /// The text of a binary, by the name of the source.
    Binary(String),
    /// The explanation of a code.
    Explanation(String),
    /// Something that only the client has: a buffer that was never saved, for example.
    Other,
}

/// What a URI names.
pub(crate) fn resource(uri: &Uri) -> Resource {
    let (scheme, rest) = uri.as_str().split_once(':').unwrap_or_default();
    let path = || decoded(rest.strip_prefix("//").unwrap_or(rest));
    match scheme {
        "file" => file_path(rest).map_or(Resource::Other, Resource::File),
        BINARY => Resource::Binary(path().trim_end_matches(".wit").to_owned()),
        EXPLAIN => {
            let name = path();
            let name = name.trim_start_matches('/').trim_end_matches(".md");
            Resource::Explanation(name.to_owned())
        }
        _ => Resource::Other,
    }
}

/// The path of the file that a URI names, if it names one.
pub(crate) fn file(uri: &Uri) -> Option<PathBuf> {
    match resource(uri) {
        Resource::File(path) => Some(path),
        Resource::Binary(_) | Resource::Explanation(_) | Resource::Other => None,
    }
}

/// The path of a `file:` URI, from what follows the scheme.
fn file_path(rest: &str) -> Option<PathBuf> {
    let path = match rest.strip_prefix("//") {
        // An authority is the name of a machine, which has a meaning on Windows alone.
        Some(rest) => &rest[rest.find('/')?..],
        None => rest,
    };
    let path = decoded(path.split(['?', '#']).next()?);
    // `/c:/wit` is a path of Windows.
    let bytes = path.as_bytes();
    let has_drive = bytes.len() >= 3 && bytes[1].is_ascii_alphabetic() && bytes[2] == b':';
    let path = if has_drive { &path[1..] } else { &path };
    (!path.is_empty()).then(|| plain(Path::new(path)))
}

/// A path without `.` and `..`, as far as the text alone tells.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                plain.pop();
            }
            std::path::Component::Prefix(_)
            | std::path::Component::RootDir
            | std::path::Component::Normal(_) => plain.push(part),
        }
    }
    plain
}

/// The URI of a file.
pub(crate) fn of_file(path: &Path) -> Option<Uri> {
    of_path("file://", &path.to_string_lossy())
}

/// The URI of the text of a binary.
pub(crate) fn of_binary(name: &str) -> Option<Uri> {
    of_path("wit-binary:", &format!("{name}.wit"))
}

/// The URI of the explanation of a code.
pub(crate) fn of_explanation(code: &str) -> Option<Uri> {
    of_path("witc-explain:", &format!("/{code}.md"))
}

fn of_path(prefix: &str, path: &str) -> Option<Uri> {
    let path = path.replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    Uri::from_str(&format!("{prefix}{slash}{}", encoded(&path))).ok()
}

/// A path as it stands in a URI: what is not plain is `%` and its bytes.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
        if is_plain {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A path from how it stands in a URI. A `%` without two digits after it stands for itself.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = (byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        let coded = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(coded.unwrap_or(byte));
        at += if coded.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(uri: &str) -> Resource {
        resource(&Uri::from_str(uri).expect("is a URI"))
    }

    #[test]
    fn paths_lead_to_uris_and_back() {
        for path in ["/a/b.wit", "/with space/\u{e4}%20#?.wit", "/a/[b]/c+d.wit"] {
            let uri = of_file(Path::new(path)).expect("has one");
            assert_eq!(
                resource(&uri),
                Resource::File(path.into()),
                "{}",
                uri.as_str()
            );
        }
        let uri = of_binary("/wit/deps/a b.wasm").expect("has one");
        assert_eq!(uri.as_str(), "wit-binary:/wit/deps/a%20b.wasm.wit");
        assert_eq!(
            resource(&uri),
            Resource::Binary("/wit/deps/a b.wasm".into())
        );
        let uri = of_explanation("W0101").expect("has one");
        assert_eq!(resource(&uri), Resource::Explanation("W0101".into()));
    }

    #[test]
    fn uris_that_editors_write_are_understood() {
        let file = |path: &str| Resource::File(path.into());
        assert_eq!(named("file:///c%3A/wit/a.wit"), file("c:/wit/a.wit"));
        assert_eq!(named("file:///a/./b/../c.wit"), file("/a/c.wit"));
        assert_eq!(named("file://localhost/a.wit"), file("/a.wit"));
        assert_eq!(named("file:/a.wit"), file("/a.wit"));
        assert_eq!(named("untitled:Untitled-1"), Resource::Other);
        assert_eq!(
            named("file:///100%.wit".replace('%', "%25").as_str()),
            file("/100%.wit")
        );
    }
}
