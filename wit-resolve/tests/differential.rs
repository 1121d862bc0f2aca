//! Random packages, valid ones and broken ones, are read by `wit-parser` as well: both have to accept or to reject them,
//! and mean the same by what they accept.
//!
//! `WITC_RANDOM_CASES=10000` sets how many there are, `WITC_RANDOM_SEED` where they start, and `WITC_RANDOM_SHOW=1` shows
//! why whole packages are rejected. Each case is a folder of files, so that loading is compared too.

mod expand;

use expand::{difference, expand};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::{env, fs, io};
use witc_diagnostics::render;
use witc_random::{ACTIVE_FEATURE, Dice, Kinds, break_text, break_tree, generate};
use witc_resolve::{Features, Loaded, Loader, print};

/// Where the two differ, and why.
const ARGUED: &[Argued] = &[
    // `use own:package/interface.{…}` within `own:package` says what `use interface.{…}` says, and nothing in the
    // specification forbids it; to the peer, the package depends on itself.
    Argued {
        name: "a package that names itself",
        ours: None,
        theirs: Some("creates a dependency cycle"),
    },
    // To the peer, a type of another package has the gate of the first `use` that brings it in, so that what a package
    // means depends on the order of its interfaces. And it can't leave out a type of a world whose feature is inactive.
    Argued {
        name: "a type that an inactive feature hides",
        ours: None,
        theirs: Some("a reference to a type which is excluded"),
    },
    // The peer accepts both, and its encoder rejects them.
    Argued {
        name: "a list of length 0",
        ours: Some("W0308"),
        theirs: None,
    },
    Argued {
        name: "a stream of `char`",
        ours: Some("W0309"),
        theirs: None,
    },
];

/// A difference that only the texts show, the fifth: the peer gives an anonymous type the gate of whatever mentions it
/// first, items among them that it leaves out. Gates belong to what has a name.
const GATE_OF_AN_ANONYMOUS_TYPE: &str = "the gate of an anonymous type";

/// After as many differences a run ends.
const MOST_FAILURES: usize = 60;

/// A difference that there is a reason for.
struct Argued {
    name: &'static str,
    /// What one of them says that rejects the case: our code, or a part of the peer's message.
    ours: Option<&'static str>,
    theirs: Option<&'static str>,
}

/// What was made of a case.
enum Outcome {
    Accepted,
    Rejected(String),
    Argued(&'static str, String),
    Differs(String),
}

impl Outcome {
    fn name(&self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected(_) => "rejected",
            Self::Argued(name, _) => name,
            Self::Differs(_) => "differs",
        }
    }

    /// Prints why a package in which no mistake was made is not accepted by both alike.
    fn show(&self, seed: u64) {
        match self {
            Self::Rejected(why) | Self::Argued(_, why) => println!("whole {seed}: {why}"),
            Self::Accepted | Self::Differs(_) => {}
        }
    }
}

fn number(name: &str, default: u64) -> u64 {
    env::var(name)
        .ok()
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}

#[test]
fn random_packages_mean_the_same() {
    let cases = number("WITC_RANDOM_CASES", 400);
    let first = number("WITC_RANDOM_SEED", 1);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut whole, mut whole_accepted) = (0, 0);
    let mut failures = Vec::new();
    for seed in first..first + cases {
        let mut dice = Dice::new(seed);
        let (texts, broken) = case(&mut dice);
        let root = folder.path().join("case");
        write(&root, &texts);
        let outcome = compare(&root);
        let name = outcome.name();
        if !broken && env::var_os("WITC_RANDOM_SHOW").is_some() {
            outcome.show(seed);
        }
        if !broken {
            whole += 1;
            whole_accepted += usize::from(matches!(outcome, Outcome::Accepted));
        }
        *counts
            .entry(format!(
                "{} {name}",
                if broken { "broken" } else { "whole" }
            ))
            .or_default() += 1;
        if let Outcome::Differs(how) = outcome {
            // Reducing takes minutes, and the first failure is most often the cause of the others.
            let reduced = failures.len() < number("WITC_RANDOM_REDUCE", 1) as usize;
            let (texts, how) = if reduced {
                reduce(&root, texts, how)
            } else {
                (texts, how)
            };
            let files: String = texts
                .iter()
                .map(|(path, text)| format!("--- {path}\n{text}"))
                .collect();
            failures.push(format!("seed {seed}: {how}\n{files}"));
            if failures.len() == MOST_FAILURES {
                break;
            }
        }
    }
    println!("{counts:#?}");
    assert!(
        failures.is_empty(),
        "{} of {cases} differ\n{}",
        failures.len(),
        failures.join("\n")
    );
    assert!(
        // Two models that reject everything would agree as well.
        whole_accepted * 10 >= whole * 8,
        "of {whole} whole packages only {whole_accepted} are accepted"
    );
}

/// The files of a case, and whether mistakes were made in them.
fn case(dice: &mut Dice) -> (BTreeMap<String, String>, bool) {
    let mut tree = generate(dice, Kinds::All);
    let (in_tree, in_text) = match dice.below(10) {
        0..=2 => (0, 0),
        3..=6 => (dice.between(1, 2), 0),
        7 | 8 => (0, 1),
        _ => (1, 1),
    };
    for _ in 0..in_tree {
        break_tree(&mut tree, dice);
    }
    let mut texts = tree.texts(dice);
    for _ in 0..in_text {
        break_text(&mut texts, dice);
    }
    (texts, in_tree + in_text > 0)
}

fn write(root: &Path, texts: &BTreeMap<String, String>) {
    let _ = fs::remove_dir_all(root);
    fs::create_dir_all(root).expect("the folder can be written");
    for (path, text) in texts {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("is in a folder"))
            .expect("the folder can be written");
        fs::write(path, text).expect("the folder can be written");
    }
}

/// As small a case as leaving lines out gives that still differs in the same way.
fn reduce(
    root: &Path,
    mut texts: BTreeMap<String, String>,
    mut how: String,
) -> (BTreeMap<String, String>, String) {
    let kind = |how: &str| {
        how.lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(160)
            .collect::<String>()
    };
    let wanted = kind(&how).split('/').next().unwrap_or_default().to_owned();
    let paths: Vec<String> = texts.keys().cloned().collect();
    let still = |texts: &BTreeMap<String, String>, how: &mut String| {
        write(root, texts);
        match compare(root) {
            Outcome::Differs(now) if kind(&now).starts_with(&wanted) => {
                *how = now;
                true
            }
            _ => false,
        }
    };
    for path in &paths {
        let mut fewer = texts.clone();
        fewer.remove(path);
        if still(&fewer, &mut how) {
            texts = fewer;
        }
    }
    for path in &paths {
        let Some(text) = texts.get(path) else {
            continue;
        };
        let mut chunk = text.lines().count().next_power_of_two();
        while chunk > 0 {
            let mut at = 0;
            while let lines = texts[path].lines().collect::<Vec<_>>()
                && at < lines.len()
            {
                let end = (at + chunk).min(lines.len());
                let rest: Vec<&str> = lines[..at].iter().chain(&lines[end..]).copied().collect();
                let mut fewer = texts.clone();
                fewer.insert(path.clone(), rest.join("\n") + "\n");
                if still(&fewer, &mut how) {
                    texts = fewer;
                } else {
                    at += chunk;
                }
            }
            chunk /= 2;
        }
    }
    (texts, how)
}

fn compare(root: &Path) -> Outcome {
    let mut theirs = wit_parser::Resolve::default();
    theirs.features.insert(ACTIVE_FEATURE.to_owned());
    // The peer panics on a few of the broken ones.
    let their_result = catch_unwind(AssertUnwindSafe(|| theirs.push_path(root)))
        .unwrap_or_else(|_| Err(io::Error::other("the peer panicked").into()));
    let ours = Loader::new()
        .path(root)
        .features(Features::from_iter([ACTIVE_FEATURE]))
        .load();
    match their_result {
        Ok(_) if ours.has_errors() => {
            let argued = ARGUED.iter().find(|argued| {
                argued
                    .ours
                    .is_some_and(|code| errors(&ours).iter().all(|it| it == code))
            });
            match argued {
                Some(argued) => Outcome::Argued(argued.name, messages(&ours)),
                None => {
                    Outcome::Differs(format!("accepted by the peer alone\n{}", messages(&ours)))
                }
            }
        }
        Ok((main, _)) => compare_meaning(&theirs, main, &ours),
        Err(error) if ours.has_errors() => {
            Outcome::Rejected(format!("{error:#}\n{}", messages(&ours)))
        }
        Err(error) => {
            let error = theirs.render_error(&error);
            let argued = ARGUED
                .iter()
                .find(|argued| argued.theirs.is_some_and(|part| error.contains(part)));
            match argued {
                Some(argued) => Outcome::Argued(argued.name, error),
                None => Outcome::Differs(format!("rejected by the peer alone\n{error}")),
            }
        }
    }
}

/// Compares what both have made of a package that both accept.
fn compare_meaning(
    theirs: &wit_parser::Resolve,
    main: wit_parser::PackageId,
    ours: &Loaded,
) -> Outcome {
    let their_json = serde_json::to_string(theirs).expect("can be written");
    let (their_json, our_json) = (expand(&their_json), expand(&print::json(&ours.resolve)));
    let their_main = theirs.packages[main].name.to_string();
    let our_main = ours.resolve.packages[ours.main[0]].name.to_string();
    if their_main != our_main {
        return Outcome::Differs(format!(
            "the package is `{our_main}`, to the peer `{their_main}`"
        ));
    }
    let gates_apart = || without_gates(&their_json) == without_gates(&our_json);
    match their_json == our_json {
        true => Outcome::Accepted,
        false if gates_apart() => Outcome::Argued(
            GATE_OF_AN_ANONYMOUS_TYPE,
            difference(&their_json, &our_json),
        ),
        false => Outcome::Differs(format!(
            "another meaning\n{}",
            difference(&their_json, &our_json)
        )),
    }
}

/// Expanded JSON without the gates of anonymous types.
fn without_gates(json: &str) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(entries) => {
                if entries.get("name").is_some_and(Value::is_null) && entries.contains_key("kind") {
                    entries.remove("stability");
                }
                entries.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut value = serde_json::from_str(json).expect("is JSON");
    strip(&mut value);
    value
}

fn errors(loaded: &Loaded) -> Vec<String> {
    loaded
        .diagnostics
        .iter()
        .filter(|found| found.is_error())
        .map(|found| found.code.to_string())
        .collect()
}

fn messages(loaded: &Loaded) -> String {
    let mut text = String::new();
    for found in loaded.diagnostics.iter().filter(|found| found.is_error()) {
        let _ = writeln!(text, "  {}", render::short(found, &loaded.resolve.sources));
    }
    text
}
