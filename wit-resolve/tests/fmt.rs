//! Formatting changes nothing but the look: the cases that `wit-parser` accepts, the packages of WASI that wasmtime
//! brings along, read where Cargo keeps them, the project's own fixtures and random packages mean the same when they are
//! formatted, keep their comments, and stay as they are when they are formatted again.

use std::path::{Path, PathBuf};
use witc_parser::fmt;
use witc_random::{Dice, Kinds, generate};
use witc_resolve::{Features, Loaded, Loader, print};

/// The folders in the sources that Cargo keeps which are called `name`.
fn kept(name: &str) -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?;
    let found = registries
        .flatten()
        .map(|entry| entry.path().join(name))
        .find(|path| path.is_dir());
    if found.is_none() {
        eprintln!("skipped: {name} is not here");
    }
    found
}

/// The entries of a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

fn is_wit(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "wit")
}

fn loader(path: &Path) -> Loader {
    Loader::new()
        .path(path)
        .features(Features::from_iter(["active"]))
}

/// The comments of a text, without the spaces at the ends of their lines.
fn comments(text: &str) -> Vec<String> {
    let file = witc_parser::parse(text, 0, &mut Vec::new());
    let comments = file.comments.iter().map(|comment| {
        let comment = &text[comment.span.start as usize..comment.span.end as usize];
        comment
            .lines()
            .map(str::trim_end)
            .collect::<Vec<_>>()
            .join("\n")
    });
    comments.collect()
}

/// The formatted text; what is wrong with it is added to `failures`.
fn format(name: &str, text: &str, failures: &mut Vec<String>) -> String {
    let mut diagnostics = Vec::new();
    let Some(formatted) = fmt::format(text, 0, &mut diagnostics) else {
        failures.push(format!("{name}: not formatted: {diagnostics:?}"));
        return text.to_owned();
    };
    if fmt::format(&formatted, 0, &mut diagnostics).as_ref() != Some(&formatted) {
        failures.push(format!(
            "{name}: formatted in another way the second time\n{formatted}"
        ));
    }
    if comments(text) != comments(&formatted) {
        failures.push(format!("{name}: comments are lost\n{formatted}"));
    }
    if let Some(line) = formatted.lines().find(|line| line.ends_with([' ', '\t'])) {
        // Spaces at the ends of the lines of a comment are the author's.
        let is_comment = text.lines().any(|before| before.trim() == line.trim());
        if !is_comment {
            failures.push(format!("{name}: spaces at the end of the line {line:?}"));
        }
    }
    formatted
}

/// Formats all that was loaded, and adds to `failures` what changed; the number of files.
fn check(path: &Path, loaded: &Loaded, failures: &mut Vec<String>) -> usize {
    let mut again = loader(path);
    let mut count = 0;
    for (_, file) in loaded
        .resolve
        .sources
        .files()
        .filter(|(_, file)| is_wit(Path::new(file.name())))
    {
        again = again.buffer(file.name(), format(file.name(), file.text(), failures));
        count += 1;
    }
    let again = again.load();
    if print::json(&loaded.resolve) != print::json(&again.resolve) {
        failures.push(format!(
            "{}: formatted, it means something else",
            path.display()
        ));
    }
    count
}

#[test]
fn cases_of_wit_parser() {
    let Some(folder) = kept("wit-parser-0.263.0/tests/ui") else {
        return;
    };
    let (mut failures, mut count) = (Vec::new(), 0);
    for path in entries(&folder)
        .iter()
        .filter(|path| is_wit(path) || path.is_dir())
    {
        let loaded = loader(path).load();
        if !loaded.has_errors() {
            count += check(path, &loaded, &mut failures);
        }
    }
    assert!(count >= 76, "only {count} files");
    assert!(
        failures.is_empty(),
        "{} of {count} files\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn packages_of_wasi() {
    let (mut failures, mut count) = (Vec::new(), 0);
    for name in [
        "wasmtime-wasi-http-48.0.8/wit",
        "wasmtime-wasi-48.0.8/src/p2/wit",
    ] {
        let Some(folder) = kept(name) else { continue };
        let loaded = loader(&folder).load();
        assert!(!loaded.has_errors(), "{name}: {:?}", loaded.diagnostics);
        count += check(&folder, &loaded, &mut failures);
    }
    println!("{count} files");
    assert!(
        failures.is_empty(),
        "{} of {count} files\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn fixtures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let (mut failures, mut count) = (Vec::new(), 0);
    let paths = ["syntax", "c", "rust", "diagnostics"].map(|folder| entries(&root.join(folder)));
    for path in paths.iter().flatten().filter(|path| is_wit(path)) {
        let loaded = loader(path).load();
        if !loaded.has_errors() {
            count += check(path, &loaded, &mut failures);
        }
    }
    assert!(count >= 5, "only {count} files");
    assert!(
        failures.is_empty(),
        "{} of {count} files\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// Packages that nobody has thought of; `WITC_RANDOM_CASES` and `WITC_RANDOM_SEED` are those of the test of differences.
#[test]
fn random_packages() {
    let number = |name: &str, default: u64| {
        std::env::var(name)
            .ok()
            .and_then(|value| value.parse().ok())
            .unwrap_or(default)
    };
    let first = number("WITC_RANDOM_SEED", 1);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut failures, mut count) = (Vec::new(), 0);
    for seed in first..first + number("WITC_RANDOM_CASES", 150) {
        let root = folder.path().join(seed.to_string());
        let mut dice = Dice::new(seed);
        for (path, text) in generate(&mut dice, Kinds::All).texts(&mut dice) {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().expect("is in a folder")).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let loaded = loader(&root).load();
        if !loaded.has_errors() {
            count += check(&root, &loaded, &mut failures);
        }
        // At once: the packages of all seeds together would take much room.
        std::fs::remove_dir_all(&root).unwrap();
    }
    println!("{count} files");
    assert!(count >= 100, "only {count} files");
    let first = failures.first();
    assert!(
        failures.is_empty(),
        "{} of {count} files\n{}",
        failures.len(),
        first.unwrap()
    );
}

/// A generator of numbers that look random, the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// The text with comments, spaces and line ends between some of its tokens.
fn littered(text: &str, numbers: &mut Numbers) -> String {
    let litter = [
        " ",
        "\n",
        "\n\n\n",
        "/* a */",
        " /* b\n  c */\n",
        "// d \n",
        "\n\n  // e\n\n",
        "/** f */",
        "/// g\n",
    ];
    let file = witc_parser::parse(text, 0, &mut Vec::new());
    let is_comment = |at: usize| {
        file.comments
            .iter()
            .any(|it| (it.span.start as usize) < at && at <= it.span.end as usize)
    };
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        let may_stand =
            c.is_whitespace() || matches!(c, ';' | ',' | '{' | '}' | '(' | ')' | '<' | '>');
        // An arrow is one token.
        let in_arrow = c == '>' && text[..at].ends_with('-');
        if may_stand && !in_arrow && !is_comment(at) && numbers.below(12) == 0 {
            out.push_str(litter[numbers.below(litter.len())]);
        }
        out.push(c);
    }
    out
}

/// Comments may stand between any two tokens, and stay there.
#[test]
fn comments_anywhere() {
    let mut numbers = Numbers(20);
    let (mut failures, mut count) = (Vec::new(), 0);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let mut paths = vec![root.join("syntax/every-construct.wit")];
    paths.extend(
        kept("wit-parser-0.263.0/tests/ui")
            .iter()
            .flat_map(|folder| entries(folder)),
    );
    for path in paths.iter().filter(|path| is_wit(path)) {
        let text = std::fs::read_to_string(path).unwrap();
        // The first file has every construct, so that it is worth more runs than the others.
        let runs = if count == 0 { 300 } else { 10 };
        for _ in 0..runs {
            let text = littered(&text, &mut numbers);
            let load = |text: &str| Loader::new().text("a.wit", text).load();
            let before = load(&text);
            if witc_parser::parse(&text, 0, &mut Vec::new())
                .items
                .is_empty()
            {
                continue;
            }
            let formatted = format(&path.display().to_string(), &text, &mut failures);
            count += 1;
            let after = load(&formatted);
            if print::json(&before.resolve) != print::json(&after.resolve) {
                failures.push(format!(
                    "{}: means something else\n{text}\n{formatted}",
                    path.display()
                ));
            }
        }
    }
    assert!(count >= 200, "only {count} texts");
    let first = failures.first();
    assert!(
        failures.is_empty(),
        "{} of {count} texts\n{}",
        failures.len(),
        first.unwrap()
    );
}

/// Printed text needs no formatting, except that it has lines that are too long.
#[test]
fn printed_text_is_formatted() {
    let Some(folder) = kept("wit-parser-0.263.0/tests/ui") else {
        return;
    };
    let mut failures = Vec::new();
    for path in entries(&folder)
        .iter()
        .filter(|path| is_wit(path) || path.is_dir())
    {
        let loaded = loader(path).load();
        if loaded.has_errors() {
            continue;
        }
        let text = print::package(&loaded.resolve, loaded.main[0], print::Style::default());
        let formatted = format(&path.display().to_string(), &text, &mut failures);
        // The printer keeps some long lines in one piece, which the formatter breaks.
        if formatted != text && text.lines().all(|line| line.chars().count() <= fmt::WIDTH) {
            let pair = text.lines().zip(formatted.lines()).find(|(a, b)| a != b);
            failures.push(format!("{}: {pair:?}", path.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
