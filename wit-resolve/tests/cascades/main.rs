//! One mistake is one error, or few: makes mistakes in several packages that depend on each other, and counts what is
//! said of them. And whatever the peer rejects has an error.
//!
//! `WITC_CASCADES=10000` sets how many there are, `WITC_CASCADES_SEED` where they start, `WITC_CASCADES_IN=FOLDER:FOLDER` takes
//! other packages, each folder with its `deps`, and `WITC_CASCADES_SHOW=1` shows all that have more errors than most.

mod mutate;

use mutate::{ALL, Mutation};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::{env, fs};
use wit_parser::UnresolvedPackageGroup;
use witc_diagnostics::{Diagnostic, SourceMap, render};
use witc_random::Dice;
use witc_resolve::{Features, Group, Input, Options, resolve};

/// More errors than this are a cascade.
const FEW: usize = 3;

/// A file, and whether it is of the main package.
#[derive(Clone)]
struct File {
    path: String,
    text: String,
    main: bool,
}

fn number(name: &str, default: u64) -> u64 {
    let value = env::var(name).ok();
    value.and_then(|it| it.parse().ok()).unwrap_or(default)
}

/// The packages in a folder and its `deps`.
fn tree(folder: &Path) -> Vec<File> {
    let mut tree = files(folder, true);
    tree.extend(files(&folder.join("deps"), false));
    assert!(tree.len() > 1, "{} has packages", folder.display());
    tree
}

fn files(folder: &Path, main: bool) -> Vec<File> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("is readable").path());
    let is_wit = |path: &PathBuf| path.extension().is_some_and(|it| it == "wit");
    let mut paths: Vec<PathBuf> = paths.filter(is_wit).collect();
    paths.sort();
    let file = |path: PathBuf| File {
        text: fs::read_to_string(&path).expect("is text"),
        path: path.file_name().expect("has one").to_string_lossy().into(),
        main,
    };
    paths.into_iter().map(file).collect()
}

fn trees() -> Vec<Vec<File>> {
    match env::var_os("WITC_CASCADES_IN") {
        Some(folders) => env::split_paths(&folders).map(|it| tree(&it)).collect(),
        None => {
            let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/cascades");
            vec![tree(Path::new(own))]
        }
    }
}

/// The errors in packages.
fn errors(tree: &[File]) -> (Vec<Diagnostic>, SourceMap) {
    let mut input = Input::default();
    for file in tree {
        let id = input.sources.add(&*file.path, &*file.text).expect("fits");
        input.groups.push(Group {
            name: file.path.clone(),
            files: vec![id],
            main: file.main,
            ..Group::default()
        });
    }
    let mut features = Features::none();
    features.activate_all();
    let options = Options {
        features,
        ..Options::default()
    };
    let resolution = resolve(input, &options);
    let mut errors = resolution.diagnostics;
    errors.retain(Diagnostic::is_error);
    (errors, resolution.resolve.sources)
}

/// Why the peer rejects packages.
fn rejection(tree: &[File]) -> Option<String> {
    let mut resolve = wit_parser::Resolve {
        all_features: true,
        ..wit_parser::Resolve::default()
    };
    let parse = |file: &File| UnresolvedPackageGroup::parse(&file.path, &file.text);
    let mut groups = Vec::new();
    // The main one first.
    for file in tree {
        match parse(file) {
            Ok(group) => groups.push(group),
            Err((_, error)) => return Some(format!("{error:?}")),
        }
    }
    let main = groups.remove(0);
    let result = catch_unwind(AssertUnwindSafe(|| resolve.push_groups(main, groups)));
    match result {
        Ok(result) => result.err().map(|error| format!("{error:?}")),
        // What it says then is nothing about the packages.
        Err(_) => None,
    }
}

/// What was counted of one kind of mistake.
#[derive(Default)]
struct Count {
    all: usize,
    cascades: usize,
}

/// What was found.
#[derive(Default)]
struct Outcome {
    counts: BTreeMap<Mutation, Count>,
    /// Those that have too many errors, as text.
    cascades: Vec<String>,
    /// Those that the peer alone rejects.
    silent: Vec<String>,
}

impl Outcome {
    fn judge(&mut self, mutation: Mutation, seed: u64, tree: &[File], file: usize, before: &str) {
        let (errors, sources) = errors(tree);
        let count = self.counts.entry(mutation).or_default();
        count.all += 1;
        let shown = || {
            let mut out = format!("{mutation:?} {seed}\n{}", difference(before, &tree[file]));
            for error in &errors {
                let _ = write!(out, "    {}", render::short(error, &sources));
            }
            out
        };
        if errors.len() > FEW {
            count.cascades += 1;
            self.cascades.push(shown());
        } else if errors.is_empty()
            && let Some(why) = rejection(tree)
        {
            self.silent.push(format!("{}{why}\n", shown()));
        }
    }

    /// How many there are, of the kinds that are meant, and how many of them are cascades.
    fn sum(&self, is_meant: impl Fn(Mutation) -> bool) -> (usize, usize) {
        let meant = self.counts.iter().filter(|(kind, _)| is_meant(**kind));
        meant.fold((0, 0), |(all, cascades), (_, count)| {
            (all + count.all, cascades + count.cascades)
        })
    }
}

/// The lines that differ, the first few of each side.
fn difference(before: &str, file: &File) -> String {
    let lines: (Vec<&str>, Vec<&str>) = (before.lines().collect(), file.text.lines().collect());
    let start = lines.0.iter().zip(&lines.1).take_while(|(a, b)| a == b);
    let start = start.count();
    let ends = lines.0.iter().rev().zip(lines.1.iter().rev());
    let most = lines.0.len().min(lines.1.len()) - start;
    let end = ends.take_while(|(a, b)| a == b).count().min(most);
    let mut out = format!("  {}:{}\n", file.path, start + 1);
    for (mark, lines) in [('-', &lines.0), ('+', &lines.1)] {
        for line in lines[start..lines.len() - end].iter().take(6) {
            let _ = writeln!(out, "  {mark}{line}");
        }
    }
    out
}

#[test]
fn a_mistake_has_few_errors() {
    let cases = number("WITC_CASCADES", 300);
    let first = number("WITC_CASCADES_SEED", 1);
    let trees = trees();
    for tree in &trees {
        assert!(errors(tree).0.is_empty(), "the packages are valid");
    }
    let mut outcome = Outcome::default();
    for seed in first..first + cases {
        let mut dice = Dice::new(seed);
        let mut tree = dice.choose(&trees).clone();
        let length = tree.iter().map(|file| file.text.len()).sum();
        // By their length, so that each line is as likely as another.
        let mut at = dice.below(length);
        let is_in = |file: &File| {
            let is_in = at < file.text.len();
            at = at.saturating_sub(file.text.len());
            is_in
        };
        let file = tree.iter().position(is_in).expect("is within");
        let mutation = *dice.choose(&ALL);
        let Some(text) = mutation.apply(&tree[file].text, &mut dice) else {
            continue;
        };
        let before = std::mem::replace(&mut tree[file].text, text);
        outcome.judge(mutation, seed, &tree, file, &before);
    }
    finish(&outcome);
}

/// How many of a thousand may have many errors, of the local mistakes and of all.
fn limits() -> (usize, usize) {
    match env::var_os("WITC_CASCADES_IN") {
        Some(_) => (3, 15),
        // The items of our own packages are smaller, so that some lines less are several items less. And of a few hundred, one
        // is as much as 3 of a thousand.
        None => (10, 30),
    }
}

fn finish(outcome: &Outcome) {
    let (local, local_cascades) = outcome.sum(Mutation::is_local);
    let (all, cascades) = outcome.sum(|_| true);
    if env::var_os("WITC_CASCADES_SHOW").is_some() {
        println!("{}", outcome.cascades.join("\n"));
    }
    for (mutation, count) in &outcome.counts {
        println!("{mutation:?}: {} of {}", count.cascades, count.all);
    }
    let counts = format!(
        "{cascades} of {all} have more than {FEW} errors, {local_cascades} of {local} local ones"
    );
    println!(
        "{counts}; {} are rejected by the peer alone",
        outcome.silent.len()
    );
    assert!(outcome.silent.is_empty(), "{}", outcome.silent.join("\n"));
    let shown = || outcome.cascades.join("\n");
    let (most_local, most) = limits();
    assert!(
        local_cascades * 1000 <= local * most_local,
        "{}\n{counts}",
        shown()
    );
    assert!(cascades * 1000 <= all * most, "{}\n{counts}", shown());
}
