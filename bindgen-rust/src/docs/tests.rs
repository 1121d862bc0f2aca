//! Tests of what rustdoc finds in documentation: any Markdown, and no test.

use super::*;
use std::env;
use std::fmt::Write as _;
use std::process::Command;
use witc_random::Dice;

fn written(text: &str) -> String {
    let mut source = IndentedText::new();
    write_text(&mut source, text);
    source.finish()
}

/// The tests that rustdoc finds in a file with these comments, each before a function, as it lists them.
fn tests_in(comments: &[String]) -> String {
    let mut file = String::from("#![allow(rustdoc::all)]\n");
    for (index, comment) in comments.iter().enumerate() {
        let _ = writeln!(file, "{comment}pub fn f{index}() {{}}");
    }
    let folder = tempfile::tempdir().expect("can be made");
    let path = folder.path().join("docs.rs");
    std::fs::write(&path, file).expect("can be written");
    let rustdoc = env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into());
    let output = Command::new(rustdoc)
        // The tests themselves are of no interest: they are listed.
        .args([
            "--test",
            "--edition=2024",
            "--crate-type=lib",
            "--test-args=--list",
        ])
        .arg(&path)
        .output()
        .expect("rustdoc starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).expect("is text")
}

/// What may stand before everything; nothing for every third.
const INDENTS: &[&str] = &[
    "", "", "", "", "", " ", "  ", "   ", "    ", "     ", "      ", "        ", "\t", " \t",
    "  \t ",
];

/// What containers begin with.
const MARKERS: &[&str] = &[
    "> ",
    ">",
    ">\t",
    ">     ",
    "- ",
    "-",
    "-    ",
    "-     ",
    "* ",
    "+\t",
    "1. ",
    "1.     ",
    "2) ",
    "10. ",
    "[^a]: ",
    "[^a]:     ",
];

/// What may follow.
const TEXTS: &[&str] = &[
    "```",
    "```",
    "~~~",
    "````",
    "```text",
    "```wit",
    "```rust",
    "~~~ rust",
    "``` wit",
    "```x`",
    "```{.rust}",
    "```should_panic",
    "```E0277",
    "```ignore",
    "```edition2021",
    "```,",
    "let x = 1;",
    "text",
    "Text, and more",
    "a",
    "# heading",
    "---",
    "===",
    "***",
    "* * *",
    "<pre>",
    "</pre>",
    "<!--",
    "-->",
    "text -->",
    "text </pre>",
    "<div>",
    "</div>",
    "<a b>",
    "<?",
    "<script>",
    "<https://a.b/>",
    "| a | b |",
    "|---|---|",
    "a | b",
    "-|-",
    ":--",
    "[a]: b",
    "[a]:",
    "[a",
    "]: b",
    "[^a]: b",
    "\"title\"",
    "",
    "",
    "",
    "`x`",
    "\\",
    "&nbsp;",
    "**b**",
    "_i_",
    "3 apples",
    "\r",
    "\u{a0}",
    "[ ] task",
    "\u{c}",
    "$$",
    "!",
    "Term",
    ": definition",
    "> ",
    "- ",
];

/// A line of Markdown with all that may stand before and in it; in so many of a hundred cases with nothing before.
fn line(dice: &mut Dice, plain: usize) -> String {
    if dice.percent(plain) {
        return (*dice.choose(TEXTS)).to_owned();
    }
    let mut line = (*dice.choose(INDENTS)).to_owned();
    for _ in 0..dice.below(5).saturating_sub(2) {
        line += *dice.choose(MARKERS);
        line += *dice.choose(INDENTS);
    }
    line + *dice.choose(TEXTS)
}

/// Random comments of hostile parts. `WITC_DOCS` is how many, and `WITC_DOCS_SEED` where they start.
#[test]
fn no_documentation_has_tests() {
    let number = |name: &str, default: u64| {
        let value = env::var(name);
        value.map_or(default, |text| text.parse().expect("is a number"))
    };
    let mut dice = Dice::new(number("WITC_DOCS_SEED", 1));
    let mut left = number("WITC_DOCS", 4_000);
    while left > 0 {
        // One file for so many: rustdoc needs longer to start than to read them.
        let count = left.min(20_000);
        left -= count;
        let texts: Vec<String> = (0..count)
            .map(|_| {
                // Comments that are all hostile are mostly hidden, which is simple.
                let plain = 30 * dice.below(4);
                let count = 1 + dice.below(7);
                let lines: Vec<String> = (0..count).map(|_| line(&mut dice, plain)).collect();
                lines.join("\n")
            })
            .collect();
        let comments: Vec<String> = texts.iter().map(|text| written(text)).collect();
        let found = tests_in(&comments);
        assert!(found.contains("0 tests, 0 benchmarks"), "{found}");
        // Otherwise the test would say nothing of comments that stay as they are.
        let has_code = |comment: &&String| comment.contains("``") || comment.contains("    ");
        let hidden = |comment: &&String| comment.contains("cfg_attr");
        let plain = comments
            .iter()
            .filter(has_code)
            .filter(|it| !hidden(it))
            .count();
        let all = comments.iter().filter(has_code).count();
        println!("{count} comments, {all} with code, {plain} of these are as in WIT");
        assert!(plain * 20 > all, "{plain} of {all}");
    }
}

/// The test above can fail.
#[test]
fn rustdoc_finds_tests() {
    let as_they_are = ["/// ```\n/// a\n/// ```\n", "/// a\n///\n///     code\n"];
    let found = tests_in(&as_they_are.map(str::to_owned));
    assert!(found.contains("2 tests"), "{found}");
}

#[test]
fn ordinary_documentation_stays_as_it_is() {
    for text in [
        "One.\n\nTwo, of `code`:\nand more.",
        "```wit\ninterface i {\n    f: func();\n}\n```",
        "~~~text\n    a\n~~~\n\nMore.",
        "A list:\n- one\n- two\n  goes on\n    - nested\n        deep\n\n1. first\n2. second",
        "Returns: a value that needs\n         two lines.",
        "# Heading\n\nText with <b>HTML</b> and [`links`] in it.\n\n<https://a.b/c>",
        "> A quote,\n> of two lines.",
        "````text\n```\nnot closed\n```\n````",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    ] {
        let lines = text.lines().map(|line| match line {
            "" => "///\n".to_owned(),
            line => format!("/// {line}\n"),
        });
        assert_eq!(written(text), lines.collect::<String>());
    }
}

#[test]
fn code_blocks_without_a_language_are_text() {
    let text = "One.\n\n```\nlet x;\n```\n~~~wit\na\n~~~\n\n~~~~\n~~~\n~~~~~\n";
    let expected = "/// One.\n///\n/// ```text\n/// let x;\n/// ```\n/// ~~~wit\n/// a\n/// ~~~\n///\n/// ~~~~text\n/// ~~~\n/// ~~~~~\n";
    assert_eq!(written(text), expected);
}

/// What may be code in Rust is shown, but not when tests are looked for.
#[test]
fn other_code_blocks_are_hidden_from_tests() {
    let expected = "#[cfg_attr(not(doctest), doc = \" One \\\"two\\\":\")]\n\
        #[cfg_attr(not(doctest), doc = \"\")]\n\
        #[cfg_attr(not(doctest), doc = \"     let x;\")]\n";
    assert_eq!(written("One \"two\":\n\n    let x;\n"), expected);
    for text in [
        "```rust\n```",
        "> ```\n> a",
        "- a\n\n      code",
        "-     code",
        "\tcode",
        "<pre>\n```\n</pre>\n\n    code",
        "- a\n  ```\nb\n  ```",
        "[a]:\n```\n    code",
        "# a\n    code",
        "<!--\na -->\n    code",
    ] {
        assert!(written(text).starts_with("#[cfg_attr("), "{text}");
    }
}
