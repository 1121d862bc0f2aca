//! The escapes of string literals, which are those of WebAssembly's text format.

use std::borrow::Cow;

/// What is wrong with a string literal, and where in it, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BadString {
    pub(crate) message: String,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The meaning of what stands between the quotes.
pub(crate) fn unescape(text: &str) -> Result<Cow<'_, str>, BadString> {
    if let Some(at) = text.find(['\t', '\r']) {
        let escape = if text[at..].starts_with('\t') {
            "a tab can't stand in a string: write `\\t`"
        } else {
            "a carriage return can't stand in a string: write `\\r`"
        };
        return Err(BadString {
            message: escape.to_owned(),
            start: at as u32,
            end: at as u32 + 1,
        });
    }
    // Most strings have no escapes, and need no copy.
    if !text.contains('\\') {
        return Ok(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let start = text.len() - rest.len() + at;
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let (escape, len) = escape(&rest[at + 1..]).map_err(|(message, len)| BadString {
            message,
            start: start as u32,
            end: (start + 1 + len) as u32,
        })?;
        match escape {
            Escape::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Escape::Byte(byte) => bytes.push(byte),
        }
        rest = &rest[at + 1 + len..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    // Bytes that are written one by one need not be UTF-8 together.
    String::from_utf8(bytes)
        .map(Cow::Owned)
        .map_err(|_| BadString {
            message: "the bytes of this string are not UTF-8".to_owned(),
            start: 0,
            end: text.len() as u32,
        })
}

enum Escape {
    Char(char),
    Byte(u8),
}

/// What the escape means whose text, without the backslash, starts here, and its length; or what is wrong with it.
fn escape(text: &str) -> Result<(Escape, usize), (String, usize)> {
    let mut chars = text.chars();
    let first = chars
        .next()
        .ok_or_else(|| ("nothing follows this `\\`".to_owned(), 0))?;
    let simple = match first {
        't' => '\t',
        'n' => '\n',
        'r' => '\r',
        '"' | '\'' | '\\' => first,
        'u' => return unicode(text),
        _ => {
            let (high, low) = (
                first.to_digit(16),
                chars.next().and_then(|c| c.to_digit(16)),
            );
            return match (high, low) {
                (Some(high), Some(low)) => Ok((Escape::Byte((high * 16 + low) as u8), 2)),
                (Some(_), None) => Err((
                    "a byte is written as two hexadecimal digits, `\\0a`".to_owned(),
                    1,
                )),
                _ => Err((format!("there is no escape `\\{first}`"), first.len_utf8())),
            };
        }
    };
    Ok((Escape::Char(simple), 1))
}

/// `u{1f600}`; digits may be separated by single underscores.
fn unicode(text: &str) -> Result<(Escape, usize), (String, usize)> {
    let inner = text
        .strip_prefix("u{")
        .and_then(|rest| rest.split_once('}'))
        .map(|(inner, _)| inner);
    let Some(inner) = inner else {
        return Err(("a character is written as `\\u{1f600}`".to_owned(), 1));
    };
    let len = inner.len() + "u{}".len();
    let digits: String = inner.split('_').collect();
    // `char::from_u32` rules out surrogates and all above U+10FFFF.
    let well_formed = !inner.is_empty() && !inner.starts_with('_') && !inner.ends_with('_');
    let scalar = (well_formed && digits.bytes().all(|b| b.is_ascii_hexdigit()))
        .then(|| {
            u32::from_str_radix(&digits, 16)
                .ok()
                .and_then(char::from_u32)
        })
        .flatten();
    match scalar {
        Some(c) => Ok((Escape::Char(c), len)),
        None => Err((format!("`{inner}` is not the number of a character"), len)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(unescape("plain").unwrap(), "plain");
        assert_eq!(unescape(r#"a\t\n\r\"\'\\z"#).unwrap(), "a\t\n\r\"'\\z");
        assert_eq!(
            unescape(r"\e2\98\83 \u{2603} \u{1_f6_00}").unwrap(),
            "\u{2603} \u{2603} \u{1f600}"
        );
        assert_eq!(unescape(r"\00").unwrap(), "\0");
    }

    #[test]
    fn what_is_no_escape() {
        for text in [
            r"\h", r"\0", r"\0g", r"\0_1", r"\ff", r"\u0000", r"\u{0h}", r"\u{}", r"\u{1_}",
            r"\u{_1}",
        ] {
            assert!(unescape(text).is_err(), "{text}");
        }
        assert!(unescape(r"\u{ffffffffffffffffffff}").is_err());
        assert!(unescape(r"\u{ffff_ffff}").is_err());
        assert!(unescape(r"\u{d800}").is_err());
        let bad = unescape(r"ab\q").unwrap_err();
        assert_eq!((bad.start, bad.end), (2, 4));
    }
}
