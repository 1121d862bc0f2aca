//! The entries of a TOML file, as far as messages need them: which keys there are, and the strings that they have.
//!
//! This is no reader of TOML, which a guest's build has no need of: what it does not understand it leaves out, and a
//! message then says less.

use std::collections::HashMap;

/// A key with all tables that it is in, outermost first, and its value as it is written. Tables of one name in an array
/// have their number after it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TomlEntry {
    pub(super) path: Vec<String>,
    value: String,
}

impl TomlEntry {
    /// The value, if it is a string.
    pub(super) fn text(&self) -> Option<String> {
        let (text, rest) = string(&self.value)?;
        rest.trim().is_empty().then_some(text)
    }

    /// Whether the path starts with these keys.
    pub(super) fn is_in(&self, tables: &[&str]) -> bool {
        self.path.len() > tables.len() && self.path.iter().zip(tables).all(|(a, b)| a == b)
    }
}

/// All entries of a file, in order.
pub(super) fn entries(text: &str) -> Vec<TomlEntry> {
    let mut found = Vec::new();
    let mut table = Vec::new();
    let mut arrays = HashMap::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let line = line.trim();
        if let Some(header) = line.strip_prefix("[[") {
            table = keys(header, "]]").map_or_else(Vec::new, |(keys, _)| {
                *arrays.entry(keys.clone()).or_insert(0) += 1;
                numbered(keys, &arrays)
            });
        } else if let Some(header) = line.strip_prefix('[') {
            table = keys(header, "]").map_or_else(Vec::new, |(keys, _)| numbered(keys, &arrays));
        } else if let Some((keys, value)) = keys(line, "=") {
            let value = value.trim();
            for quotes in ["\"\"\"", "'''"] {
                if value.starts_with(quotes) && !value[3..].contains(quotes) {
                    lines.by_ref().find(|line| line.contains(quotes));
                }
            }
            let path = table.iter().cloned().chain(keys).collect();
            push(&mut found, path, value);
        }
    }
    found
}

/// The keys of a table, with the numbers of those that are in arrays.
fn numbered(keys: Vec<String>, arrays: &HashMap<Vec<String>, usize>) -> Vec<String> {
    let mut path = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        path.push(key.clone());
        let number = arrays.get(&keys[..=index]);
        path.extend(number.map(ToString::to_string));
    }
    path
}

/// Enters a value, and instead of a table in braces what is in it.
fn push(found: &mut Vec<TomlEntry>, path: Vec<String>, value: &str) {
    let Some(mut rest) = value.strip_prefix('{') else {
        let value = without_comment(value).to_owned();
        found.push(TomlEntry { path, value });
        return;
    };
    while let Some((keys, value)) = keys(rest, "=") {
        let length = value_length(value);
        let path = path.iter().cloned().chain(keys).collect();
        push(found, path, value[..length].trim());
        rest = value[length..].trim_start_matches(',');
    }
}

/// The keys at the start of a text, with dots between them, and what follows after `end`.
fn keys<'t>(text: &'t str, end: &str) -> Option<(Vec<String>, &'t str)> {
    let mut keys = Vec::new();
    let mut rest = text.trim_start();
    loop {
        let key;
        (key, rest) = match string(rest) {
            Some(quoted) => quoted,
            None => {
                let is_bare = |char: char| char.is_ascii_alphanumeric() || "_-".contains(char);
                let length = rest.find(|char| !is_bare(char)).unwrap_or(rest.len());
                (rest[..length].to_owned(), &rest[length..])
            }
        };
        if key.is_empty() {
            return None;
        }
        keys.push(key);
        rest = rest.trim_start();
        match rest.strip_prefix('.') {
            Some(next) => rest = next.trim_start(),
            None => return Some((keys, rest.strip_prefix(end)?)),
        }
    }
}

/// The string at the start of a text, and what follows. Escapes are left as they are: no name has one.
fn string(text: &str) -> Option<(String, &str)> {
    let quote = text.chars().next().filter(|char| "\"'".contains(*char))?;
    let (inside, rest) = text[1..].split_once(quote)?;
    Some((inside.to_owned(), rest))
}

/// How far the value at the start of a table in braces goes: to the next comma or brace outside of it.
fn value_length(text: &str) -> usize {
    let (mut depth, mut quote) = (0usize, None);
    for (at, char) in text.char_indices() {
        match (quote, char) {
            (Some(open), _) if open == char => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(char),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']' | ',') if depth == 0 => return at,
            (None, '}' | ']') => depth -= 1,
            (None, _) => {}
        }
    }
    text.len()
}

/// A value without the comment after it.
fn without_comment(value: &str) -> &str {
    match string(value) {
        Some((_, rest)) => &value[..value.len() - rest.len()],
        None => value.split('#').next().unwrap_or(value).trim_end(),
    }
}

#[cfg(test)]
mod tests {
    use super::entries;

    /// Each entry as `a/b/c=value`.
    fn read(text: &str) -> Vec<String> {
        let entries = entries(text).into_iter();
        let shown = entries.map(|entry| {
            let value = entry.text().unwrap_or(format!("<{}>", entry.value));
            format!("{}={value}", entry.path.join("/"))
        });
        shown.collect()
    }

    #[test]
    fn keys_and_strings() {
        let text = r##"
            # a = "b"
            clocks = "https://a.b/c#d.tar.gz" # why
            "wasi:io" = { path = '../io, {x}', sha256 = "ab" }
            a . "b.c" = 1 # one
            members = [
                "x = y",
            ]
            [target.dependencies."c:li"]
            version = "0.3.0"
            [package.metadata.component]
            target = { path = "wit", dependencies = { "c:k" = { path = "k" }, "d:e" = "1" } }
            text = """
            not = "there"
            """
            [ last ] # 1
            x = "y"
        "##;
        assert_eq!(
            read(text),
            [
                "clocks=https://a.b/c#d.tar.gz",
                "wasi:io/path=../io, {x}",
                "wasi:io/sha256=ab",
                "a/b.c=<1>",
                "members=<[>",
                "target/dependencies/c:li/version=0.3.0",
                "package/metadata/component/target/path=wit",
                "package/metadata/component/target/dependencies/c:k/path=k",
                "package/metadata/component/target/dependencies/d:e=1",
                "package/metadata/component/text=",
                "last/x=y",
            ]
        );
    }

    #[test]
    fn arrays_of_tables() {
        let text = "version = 1\n[[packages]]\nname = 'a:b'\n[[packages.versions]]\nversion = '1.0.0'\n\
                    [[packages]]\nname = 'c:d'\n[[packages.versions]]\nversion = '2.0.0'\n";
        assert_eq!(
            read(text),
            [
                "version=<1>",
                "packages/1/name=a:b",
                "packages/1/versions/1/version=1.0.0",
                "packages/2/name=c:d",
                "packages/2/versions/2/version=2.0.0",
            ]
        );
    }

    #[test]
    fn what_is_broken_is_left_out() {
        for text in [
            "",
            "[",
            "[[",
            "a",
            "= 1",
            "[a",
            "\"a = 1",
            "a = {",
            "a = { b",
            "{}\n[]\n[[]]",
        ] {
            assert!(read(text).len() <= 1, "{text}");
        }
        assert_eq!(read("a = {\nb = 'c'"), ["b=c"]);
        assert_eq!(read("é = 'ü'\nb = 'ü'"), ["b=ü"]);
    }
}
