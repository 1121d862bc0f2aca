//! How far comments and strings go, over bytes: for the lexer, and for whoever looks at a text without its tokens.

/// How many bytes a line comment has after its `//`.
#[must_use]
pub fn line_comment(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(bytes.len())
}

/// How many bytes a block comment has after its `/*`; others may be in it.
///
/// # Errors
///
/// How many there are if it has no end.
pub fn block_comment(bytes: &[u8]) -> Result<usize, usize> {
    let (mut depth, mut at) = (1_usize, 0);
    while depth > 0 {
        match bytes.get(at..) {
            Some([b'*', b'/', ..]) => (depth, at) = (depth - 1, at + 2),
            // Block comments nest (`WIT.md`, "Comments").
            Some([b'/', b'*', ..]) => (depth, at) = (depth + 1, at + 2),
            Some([_, ..]) => at += 1,
            _ => return Err(at),
        }
    }
    Ok(at)
}

/// How many bytes a string has after its first quote, the last one included.
///
/// # Errors
///
/// How many there are to the end of the line if it has no end there.
pub fn string(bytes: &[u8]) -> Result<usize, usize> {
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            // Only these two can hide a quote; `string.rs` looks at all other escapes.
            Some(b'\\') if matches!(bytes.get(at + 1), Some(b'"' | b'\\')) => at += 2,
            Some(b'\n') | None => return Err(at),
            Some(_) => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_end_where_they_do() {
        assert_eq!(line_comment(b" a\nb"), 2);
        assert_eq!(line_comment(b" a"), 2);
        assert_eq!(block_comment(b"*/ b"), Ok(2));
        assert_eq!(block_comment(b" /* */ */ b"), Ok(9));
        assert_eq!(block_comment(b" /* */ b"), Err(8));
        assert_eq!(string(br#"a\"b\\" c"#), Ok(7));
        assert_eq!(string(b"a\nb\""), Err(1));
        assert_eq!(string(b"a\\"), Err(2));
    }
}
