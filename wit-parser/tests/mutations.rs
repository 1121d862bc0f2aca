//! Takes valid files apart, a token at a time, and looks at the diagnostics.

use std::fmt::Write as _;
use witc_diagnostics::{Diagnostic, SourceMap, render};
use witc_parser::parse;

fn parse_text(text: &str) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    parse(text, 0, &mut diagnostics);
    diagnostics
}

/// The byte ranges of the tokens of a valid file: words, numbers, versions, strings and punctuation. Written here
/// once more, so that the test does not believe what it tests.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'%');
    let (mut tokens, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b' ' | b'\t' | b'\r' | b'\n' => {
                at += 1;
                continue;
            }
            b'/' if bytes[at..].starts_with(b"//") => {
                at += text[at..].find('\n').unwrap_or(text.len() - at);
                continue;
            }
            b'"' => at += 2 + text[at + 1..].find('"').expect("strings end"),
            b'-' if bytes[at..].starts_with(b"->") => at += 2,
            first if is_word(first) => {
                // Dots belong to versions, which start with a digit; after a word they separate it
                // from others.
                let digit = first.is_ascii_digit();
                while at < bytes.len() && (is_word(bytes[at]) || (digit && in_version(bytes, at))) {
                    at += 1;
                }
            }
            _ => at += 1,
        }
        tokens.push((start, at));
    }
    tokens
}

/// Whether the byte at `at` is a `.` or `+` within a version.
fn in_version(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at], b'.' | b'+') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
}

fn shown(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut sources = SourceMap::new();
    sources.add("x.wit", text).expect("fits");
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&render::short(diagnostic, &sources));
    }
    out
}

fn fixtures() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/syntax");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("fixtures")
        .map(|entry| entry.expect("fixture").path())
        .collect();
    names.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path
            .file_name()
            .expect("has a name")
            .to_string_lossy()
            .into_owned();
        (name, std::fs::read_to_string(path).expect("is text"))
    };
    names.iter().map(read).collect()
}

/// Parses every text that `mutate` makes of a fixture at one of its tokens, and collects what is not `right`. The
/// ranges are those of the tokens.
fn check(
    mutate: impl Fn(&str, &[(usize, usize)], usize) -> Option<String>,
    right: impl Fn(&[Diagnostic], &[(usize, usize)], usize, &str) -> bool,
) {
    let mut failures = String::new();
    let mut count = 0;
    for (file, text) in fixtures() {
        assert_eq!(shown(&text, &parse_text(&text)), "", "{file} is valid");
        let tokens = tokens(&text);
        for index in 0..tokens.len() {
            let Some(mutant) = mutate(&text, &tokens, index) else {
                continue;
            };
            let diagnostics = parse_text(&mutant);
            if !right(&diagnostics, &tokens, index, &text) {
                count += 1;
                let (start, end) = tokens[index];
                let line = text[..start].matches('\n').count() + 1;
                let _ = writeln!(failures, "{file}:{line}: at `{}`:", &text[start..end]);
                failures.push_str(&shown(&mutant, &diagnostics));
            }
        }
    }
    assert!(failures.is_empty(), "{count} mutants:\n{failures}");
}

#[test]
fn a_deleted_token_is_one_mistake_at_its_place() {
    let without = |text: &str, tokens: &[(usize, usize)], index: usize| {
        let (start, end) = tokens[index];
        Some(format!(
            "{}{}{}",
            &text[..start],
            // Blanks in its place, so that all other tokens keep theirs.
            " ".repeat(end - start),
            &text[end..]
        ))
    };
    check(without, |diagnostics, tokens, index, text| {
        // Which of several equal tokens in a row is missing, nobody can know.
        let word = |index: usize| &text[tokens[index].0..tokens[index].1];
        let (mut first, mut last) = (index, index);
        while first > 0 && word(first - 1) == word(index) {
            first -= 1;
        }
        while last + 1 < tokens.len() && word(last + 1) == word(index) {
            last += 1;
        }
        let from = first.checked_sub(1).map_or(0, |before| tokens[before].0);
        let to = tokens.get(last + 1).map_or(text.len(), |after| after.1);
        let near = |diagnostic: &Diagnostic| {
            let span = diagnostic.primary.span;
            (from..=to).contains(&(span.start as usize))
                && (from..=to).contains(&(span.end as usize))
        };
        // None at all is right too: a comma before a closing bracket may be left out.
        diagnostics.len() <= 1 && diagnostics.iter().all(near)
    });
}

#[test]
fn a_doubled_token_is_one_or_two_mistakes() {
    let doubled = |text: &str, tokens: &[(usize, usize)], index: usize| {
        let (start, end) = tokens[index];
        Some(format!(
            "{} {}{}",
            &text[..end],
            &text[start..end],
            &text[end..]
        ))
    };
    check(doubled, |diagnostics, _, _, _| {
        // A doubled bracket may be wrong in both places.
        (1..=2).contains(&diagnostics.len())
    });
}

#[test]
fn swapped_tokens_are_at_most_two_mistakes() {
    let swapped = |text: &str, tokens: &[(usize, usize)], index: usize| {
        let ((a, b), &(c, d)) = (tokens[index], tokens.get(index + 1)?);
        Some(format!(
            "{} {} {} {} {}",
            &text[..a],
            &text[c..d],
            &text[b..c],
            &text[a..b],
            &text[d..]
        ))
    };
    // Some are valid: two names of a list, say.
    check(swapped, |diagnostics, _, _, _| diagnostics.len() <= 2);
}

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

const WORDS: &[&str] = &[
    "package",
    "a:b",
    "interface",
    "world",
    "record",
    "variant",
    "enum",
    "flags",
    "resource",
    "type",
    "use",
    "import",
    "export",
    "include",
    "with",
    "as",
    "func",
    "async",
    "static",
    "constructor",
    "get",
    "set",
    "list",
    "option",
    "result",
    "tuple",
    "map",
    "stream",
    "future",
    "own",
    "borrow",
    "u32",
    "string",
    "x",
    "y-z",
    "%type",
    "_",
    "{",
    "}",
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    ",",
    ";",
    ":",
    "=",
    ".",
    "/",
    "@",
    "->",
    "@since(version = 1.0.0)",
    "1.2.3",
    "7",
    "\"text\"",
    "\"",
    "/*",
    "*/",
    "// c\n",
    "\n",
    "\n    ",
    "#",
    "\u{202e}",
    "\u{e9}",
    "fooBar",
    "\r",
    "\t",
    "%",
    "-",
];

#[test]
fn whatever_the_text_parsing_ends_with_a_bounded_number_of_diagnostics() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..600 {
        let mut text = String::new();
        for _ in 0..random.below(120) {
            text.push_str(WORDS[random.below(WORDS.len())]);
            // Mostly with blanks between them; without any, words would run together into one.
            text.push_str(if random.below(4) == 0 { "" } else { " " });
        }
        // Each kind of limit adds up to less: 200 from the recovery, 100 for words, for characters
        // and for code points.
        assert!(parse_text(&text).len() <= 600, "{text}");
    }
    for _ in 0..400 {
        let bytes: Vec<u8> = (0..random.below(200))
            .map(|_| random.below(256) as u8)
            .collect();
        assert!(
            parse_text(&String::from_utf8_lossy(&bytes)).len() <= 600,
            "{bytes:?}"
        );
    }
}

#[test]
fn endless_repetition_is_read_to_its_end() {
    let units = [
        "{",
        "}",
        "<",
        ">",
        "(",
        ")",
        "/*",
        "@",
        "@a(",
        ";",
        ",",
        ":",
        "a ",
        "a:",
        "\"",
        "#",
        "\u{e9}",
        "\u{202e}",
        "{}",
        "interface ",
        "interface a {",
        "package a:b{",
        "record a {",
        "use a.{",
        "import a: interface {",
        "list<",
        "type a = list<",
        "\n@a\n",
        "1.",
        "%",
        "->",
        "fooBar ",
        "interface a }\n",
        "\n}",
        "a,",
    ];
    for unit in units {
        // Within items too, where other limits hold.
        for start in [
            "",
            "interface i { f: func(",
            "interface i { record r { a: ",
            "world w { import a: ",
        ] {
            let mut text = start.to_owned();
            // Long enough for anything that is not linear to take seconds.
            while text.len() < 15_000 {
                text.push_str(unit);
            }
            assert!(parse_text(&text).len() <= 600, "{start}{unit}…");
        }
    }
}
