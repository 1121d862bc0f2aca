//! The entries of a TOML file, as far as messages need them: which keys there are, and the strings that they have.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key with all tables that it is in, outermost first, and its value if that is a string. Values in an array have their
/// number after the array's key, from 1 on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TomlEntry {
    pub(super) path: Vec<String>,
    pub(super) text: Option<String>,
}

impl TomlEntry {
    /// Whether the path starts with these keys.
    pub(super) fn is_in(&self, tables: &[&str]) -> bool {
        self.path.len() > tables.len() && self.path.iter().zip(tables).all(|(a, b)| a == b)
    }
}

/// All entries of a file, in order. What can't be read is left out, and a message then says less.
pub(super) fn entries(text: &str) -> Vec<TomlEntry> {
    let (table, _) = DeTable::parse_recoverable(text);
    let mut found = Vec::new();
    enter_table(table.get_ref(), &[], &mut found);
    // Tables are in the order of their keys.
    found.sort_by_key(|(start, _)| *start);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// Enters what is in the table at `path`, each entry with its position in the text.
fn enter_table(table: &DeTable<'_>, path: &[String], found: &mut Vec<(usize, TomlEntry)>) {
    for (key, value) in table {
        let path = [path, &[key.get_ref().to_string()]].concat();
        enter(value, path, found);
    }
}

/// Enters the value at `path`, and instead of a table what is in it.
fn enter(value: &Spanned<DeValue<'_>>, path: Vec<String>, found: &mut Vec<(usize, TomlEntry)>) {
    match value.get_ref() {
        DeValue::Table(table) => enter_table(table, &path, found),
        DeValue::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                let path = [&*path, &[(index + 1).to_string()]].concat();
                enter(value, path, found);
            }
        }
        DeValue::String(text) => {
            let text = Some(text.to_string());
            found.push((value.span().start, TomlEntry { path, text }));
        }
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            found.push((value.span().start, TomlEntry { path, text: None }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::entries;

    /// Each entry as `a/b/c=value`.
    fn read(text: &str) -> Vec<String> {
        let entries = entries(text).into_iter();
        let shown = entries.map(|entry| {
            let value = entry.text.unwrap_or("<other>".to_owned());
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
                "a/b.c=<other>",
                "members/1=x = y",
                "target/dependencies/c:li/version=0.3.0",
                "package/metadata/component/target/path=wit",
                "package/metadata/component/target/dependencies/c:k/path=k",
                "package/metadata/component/target/dependencies/d:e=1",
                "package/metadata/component/text=            not = \"there\"\n            ",
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
                "version=<other>",
                "packages/1/name=a:b",
                "packages/1/versions/1/version=1.0.0",
                "packages/2/name=c:d",
                "packages/2/versions/1/version=2.0.0",
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
        for text in ["a = <<<<<<\nb = 'ü'", "é = 'ü'\nb = 'ü'"] {
            assert!(read(text).contains(&"b=ü".to_owned()), "{text}");
        }
    }
}
