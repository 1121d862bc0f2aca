//! String literals: from the token's spelling to its value.
//!
//! The compiler has checked the spelling; so nothing here looks for mistakes.

use proc_macro::Literal;

/// The value of a string literal, raw or not; nothing for literals of other kinds, and for those with a suffix.
pub(crate) fn string_value(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    if let Some(inner) = text.strip_prefix('"') {
        return Some(unescape(inner.strip_suffix('"')?));
    }
    let hashes_and_quotes = text.strip_prefix('r')?;
    let inner = hashes_and_quotes.trim_start_matches('#');
    let hashes = &hashes_and_quotes[..hashes_and_quotes.len() - inner.len()];
    Some(
        inner
            .strip_prefix('"')?
            .strip_suffix(hashes)?
            .strip_suffix('"')?
            .to_owned(),
    )
}

/// The value of a character literal.
pub(crate) fn char_value(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    Some(unescape(text.strip_prefix('\'')?.strip_suffix('\'')?))
}

/// The digits of a number, without underscores and the type: `1_000u32` is `1000`, as `concat!` has it.
pub(crate) fn number_value(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let digits = text.replace('_', "");
    let suffix = ["8", "16", "32", "64", "128", "size"]
        .iter()
        .find_map(|width| {
            let rest = digits.strip_suffix(width)?;
            rest.strip_suffix(['u', 'i', 'f'])
        });
    let digits = match suffix {
        // `0x1f32` ends in a digit, not in a type.
        Some(number) if !digits.starts_with("0x") => number,
        _ => &digits,
    };
    let radix = match digits.get(..2) {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => return Some(digits.to_owned()),
    };
    u128::from_str_radix(&digits[2..], radix)
        .ok()
        .map(|number| number.to_string())
}

fn unescape(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        value.push_str(&rest[..at]);
        let mut chars = rest[at + 1..].chars();
        match chars.next() {
            Some('n') => value.push('\n'),
            Some('r') => value.push('\r'),
            Some('t') => value.push('\t'),
            Some('0') => value.push('\0'),
            Some('x') => {
                let digits: String = chars.by_ref().take(2).collect();
                value.extend(scalar(&digits));
            }
            Some('u') => {
                let digits: String = chars
                    .by_ref()
                    .skip(1)
                    .take_while(|&char| char != '}')
                    .collect();
                value.extend(scalar(&digits.replace('_', "")));
            }
            // A line that continues: the break and the blanks of the next line are not part of the string.
            Some('\n') => {
                rest = chars.as_str().trim_start_matches([' ', '\t', '\n', '\r']);
                continue;
            }
            // Quotes and backslashes stand for themselves.
            Some(other) => value.push(other),
            None => {}
        }
        rest = chars.as_str();
    }
    value.push_str(rest);
    value
}

fn scalar(hexadecimal: &str) -> Option<char> {
    u32::from_str_radix(hexadecimal, 16)
        .ok()
        .and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro::TokenTree;

    fn literal(text: &str) -> Literal {
        let tokens: proc_macro::TokenStream = text.parse().unwrap();
        match tokens.into_iter().next() {
            Some(TokenTree::Literal(literal)) => literal,
            other => panic!("{other:?} is no literal"),
        }
    }

    fn string(text: &str) -> Option<String> {
        string_value(&literal(text))
    }

    #[test]
    fn strings_with_escapes() {
        assert_eq!(
            string(r#""a\n\t\r\0\\\"\'z""#).as_deref(),
            Some("a\n\t\r\0\\\"'z")
        );
        assert_eq!(
            string(r#""\x41\u{e9}\u{1_F600}""#).as_deref(),
            Some("Aé\u{1F600}")
        );
        assert_eq!(string("\"one \\\n     two\"").as_deref(), Some("one two"));
        assert_eq!(string("\"one\n  two\"").as_deref(), Some("one\n  two"));
        assert_eq!(string("\"\"").as_deref(), Some(""));
    }

    #[test]
    fn raw_strings() {
        assert_eq!(string(r####"r"a\n""####).as_deref(), Some(r"a\n"));
        assert_eq!(string(r####"r##"a"#b"##"####).as_deref(), Some("a\"#b"));
        assert_eq!(string(r####"r#""#"####).as_deref(), Some(""));
    }

    #[test]
    fn other_literals_are_no_strings() {
        for text in ["1", "'c'", "b\"bytes\"", "br\"bytes\"", "c\"text\"", "1.5"] {
            assert_eq!(string(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_and_characters() {
        let number = |text| number_value(&literal(text));
        assert_eq!(number("1_000u32").as_deref(), Some("1000"));
        assert_eq!(number("0x1f32").as_deref(), Some("7986"));
        assert_eq!(number("0b101").as_deref(), Some("5"));
        assert_eq!(number("1.5f64").as_deref(), Some("1.5"));
        assert_eq!(number("7usize").as_deref(), Some("7"));
        assert_eq!(number("\"7\""), None);
        assert_eq!(char_value(&literal(r"'\''")).as_deref(), Some("'"));
    }
}
