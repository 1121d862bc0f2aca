//! Files that the user edits, compared with what the world asks of them.

use std::fmt::Write as _;
use witc_bindgen_core::OwnMember;

/// The start of the line, in the comment of such a file, that names what it was written with.
const MEMBERS: &str = "* Members: ";

/// What such a file lacks, and what it has that the world had once, a line each; nothing if it has all.
pub(crate) fn changes(text: &str, members: &[OwnMember]) -> Option<String> {
    let mut out = String::new();
    for member in members {
        if !has_word(text, &member.name) {
            let _ = writeln!(out, "  new:  {};", member.declaration);
        }
    }
    let before = text
        .lines()
        .find_map(|line| line.trim_start().strip_prefix(MEMBERS));
    for name in before.into_iter().flat_map(|names| names.split(", ")) {
        let name = name.trim();
        let is_known = members.iter().any(|member| member.name == name);
        // One that the user has removed already is nothing to tell.
        if !is_known && has_word(text, name) {
            let _ = writeln!(out, "  gone: {name}");
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Whether a word is in a text, anywhere but on the line of members.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.lines()
        .filter(|line| !line.trim_start().starts_with(MEMBERS))
        .any(|line| line.split(|c| !is_part(c)).any(|part| part == word))
}

#[cfg(test)]
mod tests {
    use super::changes;
    use witc_bindgen_core::OwnMember;

    #[test]
    fn new_members_and_those_that_are_gone_are_told() {
        let member = |name: &str| OwnMember {
            name: name.to_owned(),
            declaration: format!("void {name}()"),
        };
        let text =
            "/*\n * Members: Get, Put, Old\n */\nvoid Get();\nint Put2;\nvoid Drop() { Mine(); }\n";
        let told = changes(text, &[member("Get"), member("Put")]);
        assert_eq!(told.as_deref(), Some("  new:  void Put();\n"));
        let told = changes(text, &[member("Put2")]);
        assert_eq!(told.as_deref(), Some("  gone: Get\n"));
        assert_eq!(changes(text, &[member("Get")]), None);
    }
}
