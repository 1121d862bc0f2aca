//! The code that a source file holds, in bytes: without comments and white space.

/// The code in those files that are written for a world, which are called after it.
pub(crate) fn bytes<'a>(
    language: &str,
    world: &str,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> usize {
    let world = world.replace('-', "_");
    let endings: &[&str] = match language {
        "rust" => &[".rs"],
        "c" => &[".c", ".h"],
        _ => &[".cpp", "_cpp.h"],
    };
    files
        .filter(|(name, _)| {
            name.strip_prefix(world.as_str())
                .is_some_and(|ending| endings.contains(&ending))
        })
        .map(|(_, text)| code(text))
        .sum()
}

/// The bytes of a text in C, C++ or Rust that are neither in a comment nor white space; those of strings all count.
fn code(text: &[u8]) -> usize {
    let mut count = 0;
    let mut rest = text;
    while let Some(&first) = rest.first() {
        let skipped = match rest {
            [b'/', b'/', ..] => rest
                .iter()
                .position(|byte| *byte == b'\n')
                .unwrap_or(rest.len()),
            [b'/', b'*', ..] => rest
                .windows(2)
                .position(|pair| pair == b"*/")
                .map_or(rest.len(), |at| at + 2),
            _ if first.is_ascii_whitespace() => 1,
            _ => 0,
        };
        let taken = match rest {
            _ if skipped > 0 => skipped,
            // Or the rest of the file would be taken for a string.
            [b'\'', b'"', b'\'', ..] => 3,
            [b'"', ..] => string(rest),
            _ => 1,
        };
        if skipped == 0 {
            count += taken;
        }
        rest = &rest[taken..];
    }
    count
}

/// The length of the string that a text starts with.
fn string(text: &[u8]) -> usize {
    let mut at = 1;
    while let Some(&byte) = text.get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blanks_do_not_count() {
        assert_eq!(code(b"int a; // b\n/* c\n */ d /**/\n"), "inta;d".len());
    }

    #[test]
    fn what_looks_like_a_comment_in_a_string_counts() {
        assert_eq!(
            code(br#"f("// \" /*", '"') // g"#),
            br#"f("// \" /*",'"')"#.len()
        );
    }

    #[test]
    fn only_the_files_of_the_world_count() {
        let files: [(&str, &[u8]); 4] = [
            ("my_world.h", b"a"),
            ("my_world.c", b"bc"),
            ("wit.h", b"def"),
            ("my_world_2.c", b"ghij"),
        ];
        assert_eq!(bytes("c", "my-world", files.into_iter()), 3);
    }
}
