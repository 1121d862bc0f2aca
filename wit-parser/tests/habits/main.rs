//! Habits of other languages and of templates, put into valid files at random: each is one mistake, and where it has a
//! fix that is sure, the fixed text is WIT.
//!
//! `WITC_HABITS=N` takes N times as many places, and `WITC_HABITS_IN=FOLDER` the `.wit` files in a folder besides.

mod lists;
mod runs;
mod templates;
mod types;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, SourceMap, render};
use witc_parser::parse;

fn errors(text: &str) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    parse(text, 0, &mut diagnostics);
    diagnostics.retain(Diagnostic::is_error);
    diagnostics
}

fn shown(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut sources = SourceMap::new();
    sources.add("x.wit", text).expect("fits");
    let short = |diagnostic| render::short(diagnostic, &sources);
    diagnostics.iter().map(short).collect()
}

/// The `.wit` files in a folder and below.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.expect("is readable").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "wit") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Valid files.
fn texts() -> Vec<String> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let mut all = files(&fixtures.join("syntax"));
    all.extend(files(&fixtures.join("goldens")));
    if let Some(folder) = std::env::var_os("WITC_HABITS_IN") {
        all.extend(files(Path::new(&folder)));
    }
    let texts = all.iter().filter_map(|path| fs::read_to_string(path).ok());
    texts.filter(|text| errors(text).is_empty()).collect()
}

/// A word or a piece of punctuation in a text, outside of comments and strings.
#[derive(Clone, Copy, PartialEq)]
struct Piece<'s> {
    start: usize,
    text: &'s str,
}

impl Piece<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut spans, comments) = witc_parser::token_spans(text, 0, &mut Vec::new());
    assert!(comments.len() < text.len());
    spans.sort();
    let piece = |span: witc_diagnostics::Span| Piece {
        start: span.start as usize,
        text: &text[span.start as usize..span.end as usize],
    };
    spans.into_iter().map(piece).collect()
}

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// Places that are changed for each form, in all texts together.
fn budget() -> usize {
    let times = std::env::var("WITC_HABITS").ok();
    12 * times.and_then(|times| times.parse().ok()).unwrap_or(1)
}

fn with(text: &str, start: usize, end: usize, new: &str) -> String {
    format!("{}{new}{}", &text[..start], &text[end..])
}

/// The text after a fix.
fn fixed(text: &str, diagnostic: &Diagnostic) -> Option<String> {
    let fix = diagnostic.fixes.first().filter(|fix| fix.sure)?;
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span.start);
    let mut out = text.to_owned();
    for edit in edits.into_iter().rev() {
        out.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
    }
    Some(out)
}

/// What was made of a text, and what of it is wrong.
struct Outcome {
    failures: String,
    counts: BTreeMap<String, (usize, usize)>,
}

impl Outcome {
    fn new() -> Self {
        Self {
            failures: String::new(),
            counts: BTreeMap::new(),
        }
    }

    /// Looks at a text with one mistake: it has to be one error with one of the codes, and right after a fix that is sure;
    /// `whole` is then the text that it has to be, if that is known.
    fn check(&mut self, form: &str, mutant: &str, codes: &[&str], whole: Option<&str>) {
        let found = errors(mutant);
        let problem = match found.as_slice() {
            [one] if codes.contains(&&*one.code.to_string()) => {
                fixed(mutant, one).and_then(|fixed| {
                    let left = errors(&fixed);
                    let differs = whole.is_some_and(|whole| whole != fixed);
                    (!left.is_empty() || differs).then(|| format!("fixed: {fixed}"))
                })
            }
            _ => Some(String::new()),
        };
        let (all, wrong) = self.counts.entry(form.to_owned()).or_default();
        *all += 1;
        if let Some(problem) = problem {
            *wrong += 1;
            if *wrong <= 3 {
                let line = found.first().map_or(0, |found| {
                    let start = found.primary.span.start as usize;
                    mutant[..start].matches('\n').count()
                });
                let near = mutant
                    .lines()
                    .skip(line)
                    .take(2)
                    .collect::<Vec<_>>()
                    .join("\n");
                let _ = writeln!(
                    self.failures,
                    "{form}:\n{near}\n{}{problem}",
                    shown(mutant, &found)
                );
            }
        }
    }

    fn finish(self) {
        if std::env::var_os("WITC_HABITS").is_some() {
            for (form, (all, wrong)) in &self.counts {
                println!("{form}: {wrong} of {all}");
            }
        }
        assert!(
            self.failures.is_empty(),
            "{}\n{:#?}",
            self.failures,
            self.counts
        );
    }
}

/// Calls `mutate` with some pieces of the texts, a number of which are chosen at random for each form.
fn at_random(
    forms: &[&str],
    is_place: impl Fn(&[Piece<'_>], usize) -> bool,
    mut mutate: impl FnMut(&str, &str, &[Piece<'_>], usize),
) {
    let texts = texts();
    let split: Vec<Vec<Piece<'_>>> = texts.iter().map(|text| pieces(text)).collect();
    let places: Vec<(usize, usize)> = split
        .iter()
        .enumerate()
        .flat_map(|(file, pieces)| (0..pieces.len()).map(move |at| (file, at)))
        .filter(|(file, at)| is_place(&split[*file], *at))
        .collect();
    assert!(places.len() > 10, "there are places");
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for form in forms {
        for _ in 0..budget() {
            let (file, at) = places[random.below(places.len())];
            mutate(form, &texts[file], &split[file], at);
        }
    }
}

/// Types that are keywords.
const KEYWORDS: [&str; 13] = [
    "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "bool", "char", "string",
];

#[test]
fn types_of_cases_are_one_mistake() {
    let mut outcome = Outcome::new();
    let text = "package a:b;\ninterface i {\n    variant v { _ }\n}\n";
    for (theirs, ours) in [
        ("a: u32", "a(u32)"),
        ("a : u32", "a(u32)"),
        ("a:u32", "a(u32)"),
        ("a: list<u8>", "a(list<u8>)"),
        ("a: u32, b: list<u8>, c", "a(u32), b(list<u8>), c"),
        ("a(x: u32)", "a(u32)"),
        ("a(u32, string)", "a(tuple<u32, string>)"),
        ("a: tuple<u8, u8>,", "a(tuple<u8, u8>),"),
        ("a { x: u32, y: u32 }, b", ""),
        ("a(x: u32, y: u32), b", ""),
        ("a()", ""),
    ] {
        let whole = (!ours.is_empty()).then(|| text.replace('_', ours));
        outcome.check(
            theirs,
            &text.replace('_', theirs),
            &["W0137"],
            whole.as_deref(),
        );
    }
    for theirs in ["a: u32, b", "a(u32), b", "a { x: u32 }, b"] {
        let text = text.replace("variant", "enum").replace('_', theirs);
        outcome.check(theirs, &text, &["W0136"], None);
    }
    outcome.finish();
}

#[test]
fn paths_of_2023_are_one_mistake() {
    let mut outcome = Outcome::new();
    let in_world = "package a:b;\ninterface c {}\nworld w {\n    _\n}\n";
    let in_interface = "package a:b;\ninterface c {\n    _\n}\n";
    for (around, theirs, ours) in [
        (in_world, "import c: self.c;", "import c;"),
        (in_world, "import d: self.c;", "import d: c;"),
        (in_world, "export c: pkg.c;", "export c;"),
        (in_world, "import c: pkg.file.c;", "import c;"),
        (in_world, "import self.c;", "import c;"),
        (in_world, "include pkg.v;", "include v;"),
        (in_world, "use self.c.{t};", "use c.{t};"),
        (in_interface, "use pkg.x.{t, u as v};", "use x.{t, u as v};"),
        (in_interface, "use pkg.file.x.{t};", "use x.{t};"),
        (in_interface, "use dep.api.iface.{t};", ""),
        (in_interface, "use dep.api.{t};", ""),
        (in_world, "import a: dep.api;", ""),
        (in_world, "default export self.c;", ""),
        (
            in_world,
            "import c: self.c\n    export d: self.c",
            "import c;\n    export d: c;",
        ),
    ] {
        let whole = (!ours.is_empty()).then(|| around.replace('_', ours));
        outcome.check(
            theirs,
            &around.replace('_', theirs),
            &["W0113"],
            whole.as_deref(),
        );
    }
    outcome.finish();
}
