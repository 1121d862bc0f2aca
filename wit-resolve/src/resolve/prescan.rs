//! A prescan of files: which package a file is of, and which others it names.
//!
//! The order of packages follows from that, and is needed before any of them is resolved. To parse all files for it would
//! mean to have all syntax trees at once.

use super::path_key::PathKey;
use super::path_walk::for_each_path;
use super::unit::FilePart;
use memchr::{memchr, memchr2, memmem};
use std::sync::Arc;
use witc_diagnostics::SourceFile;
use witc_parser::ast::File;
use witc_parser::{parse, scan};

/// A file, as far as it is read before its package's turn comes.
pub(crate) struct Prescan<'s> {
    source: &'s SourceFile,
    /// The file without its items; it may lack comments, too.
    pub(crate) head: Arc<File<'s>>,
    /// The packages that its paths name, in order.
    pub(crate) packages: Vec<PathKey<'s>>,
    /// The whole file, if it had to be parsed.
    whole: Option<FilePart<'s>>,
}

impl<'s> Prescan<'s> {
    /// Scans a file; nothing if something is wrong, or can't be told without parsing it.
    pub(crate) fn new(source: &'s SourceFile) -> Option<Self> {
        let text = source.text();
        // The order of what a world names is not that of its text.
        if memmem::find(text.as_bytes(), b"world").is_some() {
            let part = whole(source)?;
            let (head, packages) = (part.file.clone(), packages(&part)?);
            return Some(Self {
                source,
                head,
                packages,
                whole: Some(part),
            });
        }
        let packages = packages_in_text(text)?;
        let head = Arc::new(witc_parser::head(text, source.start())?);
        Some(Self {
            source,
            head,
            packages,
            whole: None,
        })
    }

    /// The whole file; nothing if something in it is wrong, or is not what it looked like.
    pub(crate) fn parse(self) -> Option<FilePart<'s>> {
        if self.whole.is_some() {
            return self.whole;
        }
        let part = whole(self.source)?;
        // The prescan reads text and may be wrong; then everything is parsed and resolved again by
        // `whole.rs`.
        (packages(&part)? == self.packages).then_some(part)
    }
}

/// A file that has nothing wrong and no nested packages.
fn whole(source: &SourceFile) -> Option<FilePart<'_>> {
    let mut diagnostics = Vec::new();
    let mut file = parse(source.text(), source.start(), &mut diagnostics);
    if !diagnostics.is_empty() || file.items.iter().any(|item| item.as_package().is_some()) {
        return None;
    }
    let items = std::mem::take(&mut file.items);
    Some(FilePart {
        file: Arc::new(file),
        further: Vec::new(),
        items,
    })
}

/// The packages that the paths of a part name, in order; nothing if namespaces are nested.
fn packages<'s>(part: &FilePart<'s>) -> Option<Vec<PathKey<'s>>> {
    let mut found = Some(Vec::new());
    for_each_path(part, &mut |path| {
        let Some(package) = &path.package else { return };
        match (&mut found, PathKey::new(package)) {
            (Some(found), Some(key)) => found.push(key),
            _ => found = None,
        }
    });
    found
}

/// The packages that the text of interfaces names, in order: what stands before each `/` outside comments and strings.
/// Nothing if one of them is not as simple as nearly all are.
fn packages_in_text(text: &str) -> Option<Vec<PathKey<'_>>> {
    let bytes = text.as_bytes();
    let next = |from: usize| memchr2(b'/', b'"', &bytes[from..]);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(here) = next(at).map(|next| at + next) {
        let after = here + 1;
        at = match (bytes[here], bytes.get(after)) {
            (b'"', _) => after + scan::string(&bytes[after..]).ok()?,
            (_, Some(b'/')) => {
                memchr(b'\n', &bytes[after..]).map_or(bytes.len(), |end| after + end)
            }
            (_, Some(b'*')) => after + 1 + scan::block_comment(&bytes[after + 1..]).ok()?,
            _ => {
                found.push(package_at(&text[..here], &text[after..])?);
                after
            }
        };
    }
    Some(found)
}

/// The package of the path that has its `/` between `before` and `after`.
fn package_at<'s>(before: &'s str, after: &'s str) -> Option<PathKey<'s>> {
    let (before, name) = last_word(before)?;
    let (before, namespace) = last_word(before.strip_suffix(':')?)?;
    let item = after.find(|c| !is_of_word(c)).unwrap_or(after.len());
    let rest = &after[item..];
    // Nested namespaces or packages, or no path at all: the parser decides.
    if item == 0 || before.ends_with(':') || rest.starts_with('/') {
        return None;
    }
    let version = rest.strip_prefix('@').map(|version| {
        let end = version.find(|c: char| !(c.is_ascii_alphanumeric() || ".+-".contains(c)));
        // The text after it may start with a dot: `a:b/c@1.2.3.{d}`.
        version[..end.unwrap_or(version.len())].trim_end_matches('.')
    });
    Some(PathKey {
        namespace,
        name,
        version,
    })
}

/// The word at the end of a text, without its `%`, and what stands before it.
fn last_word(text: &str) -> Option<(&str, &str)> {
    let start = text.rfind(|c| !is_of_word(c)).map_or(0, |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    let (before, word) = text.split_at(start);
    let word = word.strip_prefix('%').unwrap_or(word);
    (!word.is_empty()).then_some((before, word))
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '%'
}

#[cfg(test)]
mod tests {
    use super::*;
    use witc_diagnostics::SourceMap;

    /// The packages that a text names in a prescan and when it is parsed, which must be the same.
    fn named(text: &str) -> Option<Vec<String>> {
        let mut sources = SourceMap::new();
        let Ok(id) = sources.add("a.wit", text) else {
            panic!("fits")
        };
        let scan = Prescan::new(sources.file(id))?;
        let written = |key: &PathKey<'_>| {
            let version = key
                .version
                .map(|version| format!("@{version}"))
                .unwrap_or_default();
            format!("{}:{}{version}", key.namespace, key.name)
        };
        let named = scan.packages.iter().map(written).collect();
        assert!(scan.parse().is_some(), "{text}");
        Some(named)
    }

    #[test]
    fn packages_of_interfaces() {
        let text = r#"package a:b; // c:d/e
            use a:%b/c;
            /* d:e/f /* " */ */ use g:h/i@1.2.3-rc.1+5 as j;
            interface c {
                use k:l/m.{n};
                /// o:p/q "
                @external-id("o:p/q \" \\") @since(version = 1.0.0)
                use r:s/%t@0.2.0.{u as v}; // w:x/y
            }"#;
        assert_eq!(
            named(text).expect("is simple"),
            ["a:b", "g:h@1.2.3-rc.1+5", "k:l", "r:s@0.2.0"]
        );
        assert_eq!(named("package a:b;").expect("is simple"), [""; 0]);
    }

    #[test]
    fn imports_of_worlds_come_before_exports() {
        let text = "package a:b; world w { export c:d/e; import f:g/h; use i:j/k.{l}; }";
        assert_eq!(named(text).expect("is simple"), ["i:j", "f:g", "c:d"]);
    }

    #[test]
    fn what_is_not_simple_is_left_to_the_parser() {
        for text in [
            "package a:b; use c:d:e/f;",
            "package a:b; use c:d/e/f;",
            "package a:b; use c : d / e;",
            "package a:b; /* /* */",
            "package a:b; /*",
            "package a:b; interface i { @external-id(\"c:d/e) f: func(); }",
            "package a:b; world w {",
            "package a:b",
            "package a:b {}",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
