//! The fixtures that `witc` is run on: a test for each.
//!
//! - `fixtures/diagnostics/W0123-name.wit`, or a folder `W0123-name`: `witc check` on it gives a diagnostic of that code,
//!   and prints what is in `W0123-name.expected`. A file `W0123-name.args` has other arguments, with `{}` for the path.
//!   Folders with other names hold the fixtures of crates whose diagnostics the command line can't show yet.
//!
//! - `explain/W0123.md` of any crate: if its first example is WIT, it gives a diagnostic of that code; the other examples
//!   in WIT do not.
//!
//! `UPDATE=1` writes the expected files.

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use witc_tests::{assert_golden, root};

/// Codes that no fixture can show, and why.
const WITHOUT_FIXTURE: &[(&str, &str)] = &[
    ("W0602", "needs megabytes of text"),
    ("W0603", "needs more than 4 GiB of text"),
    ("W0605", "needs a name of a hundred kilobytes"),
    ("W0606", "needs a thousand mistakes"),
    (
        "W0607",
        "needs a hundred million tokens; a test of the lexer shows it",
    ),
    (
        "W0609",
        "needs a gigabyte; a test of the command line reads one from a device",
    ),
    (
        "W2002",
        "worlds that are read are put in order; a test of `component` has one that is not",
    ),
    (
        "W2039",
        "needs two type sections of one world; a test of `component` has them",
    ),
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    let diagnostics = root().join("fixtures/diagnostics");
    let (names, groups): (BTreeSet<_>, BTreeSet<_>) = names_in(&diagnostics)
        .into_iter()
        .partition(|name| name.starts_with('W'));
    for name in &names {
        let (folder, name) = (diagnostics.clone(), name.clone());
        trials.push(Trial::test(format!("diagnostics::{name}"), move || {
            diagnostic(&folder, &name)
        }));
    }
    let elsewhere = groups
        .iter()
        .flat_map(|group| names_in(&diagnostics.join(group)));
    let names: BTreeSet<String> = names.into_iter().chain(elsewhere).collect();
    let single = |name: &&String| diagnostics.join(format!("{name}.wit")).is_file();
    let by_code: BTreeMap<&str, &String> = names
        .iter()
        // An example is one text, so only a fixture of one file shows the same mistake as it.
        .filter(single)
        // The first fixture of a code wins, since a map keeps what is put in last.
        .rev()
        .filter_map(|name| Some((name.split('-').next()?, name)))
        .collect();
    for (code, name) in by_code {
        let (folder, name) = (diagnostics.clone(), name.clone());
        trials.push(Trial::test(format!("explain::{code}"), move || {
            explanation(&folder, &name)
        }));
    }
    trials.push(Trial::test(
        "every_code_has_a_fixture_and_an_explanation",
        move || complete(&names),
    ));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The names of the fixtures in a folder, without extensions.
fn names_in(folder: &Path) -> BTreeSet<String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let stems = entries.filter_map(|entry| {
        let path = entry.expect("the folder can be read").path();
        Some(path.file_stem()?.to_str()?.to_owned())
    });
    stems.collect()
}

/// The arguments for a fixture: those of its `.args`, or `default`.
fn arguments(folder: &Path, name: &str, default: &str) -> Vec<String> {
    let file = format!("{name}.wit");
    let path = if folder.join(&file).is_file() {
        file
    } else {
        name.to_owned()
    };
    // Most fixtures need no arguments, so the file is left out.
    let text = fs::read_to_string(folder.join(format!("{name}.args")))
        .unwrap_or_else(|_| default.to_owned());
    text.split_whitespace()
        .map(|word| word.replace("{}", &path))
        .collect()
}

fn witc(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    command.current_dir(folder).env("NO_COLOR", "1");
    command
}

fn diagnostic(folder: &Path, name: &str) -> Result<(), Failed> {
    let arguments = arguments(folder, name, "check {}");
    let output = witc(folder).args(&arguments).output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let text = if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    };
    let code = name.split('-').next().unwrap_or_default();
    if !text.contains(&format!("[{code}]")) {
        return Err(format!("no diagnostic has the code {code}:\n{text}").into());
    }
    // Where the tests run is no part of what is expected.
    let text = text.replace(&*folder.to_string_lossy(), "FIXTURES");
    assert_golden(&folder.join(format!("{name}.expected")), &text);
    Ok(())
}

/// Runs the examples of an explanation with the arguments of a fixture of the same code.
fn explanation(folder: &Path, name: &str) -> Result<(), Failed> {
    let code = name.split('-').next().unwrap_or_default();
    let text = explain(Some(code))?;
    // Every second part is in a fence; its first line names its language.
    let examples = text.split("```").skip(1).step_by(2);
    for (index, example) in examples.enumerate() {
        let Some(example) = example.strip_prefix("wit\n") else {
            continue;
        };
        let place = tempfile::tempdir()?;
        fs::write(place.path().join(format!("{name}.wit")), example)?;
        let line = arguments(folder, name, "check {}");
        let output = witc(place.path()).args(line).output()?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        // The first example shows the mistake, the others what to write instead.
        if stderr.contains(&format!("[{code}]")) != (index == 0) {
            return Err(format!("{example}\n{stderr}").into());
        }
    }
    Ok(())
}

/// Every code has a number of its own, a title, an explanation and a fixture; every fixture has a code.
fn complete(fixtures: &BTreeSet<String>) -> Result<(), Failed> {
    let mut missing = Vec::new();
    let list = explain(None)?;
    let codes: Vec<(&str, &str)> = list
        .lines()
        .map(|line| line.split_once("  ").unwrap_or((line, "")))
        .collect();
    for pair in codes.windows(2) {
        // The list is sorted by number, so equal numbers are next to each other.
        if pair[0].0 >= pair[1].0 {
            missing.push(format!("{} is declared twice", pair[1].0));
        }
    }
    for &(code, title) in &codes {
        let shown = fixtures
            .iter()
            .any(|name| name.starts_with(&format!("{code}-")));
        let excused = WITHOUT_FIXTURE.iter().any(|(other, _)| *other == code);
        if !shown && !excused {
            missing.push(format!("{code} ({title}) has no fixture"));
        }
        // Otherwise the list of excuses would outlive its reasons.
        if shown && excused {
            missing.push(format!("{code} has a fixture: it needs no excuse"));
        }
        let heading = format!("{code}: {title}\n\n");
        let explanation = explain(Some(code))?;
        if title.is_empty()
            || explanation
                .strip_prefix(&heading)
                .is_none_or(|it| it.trim().is_empty())
        {
            missing.push(format!("{code} has no title or no explanation"));
        }
    }
    for name in fixtures {
        if !codes
            .iter()
            .any(|(code, _)| name.split('-').next() == Some(code))
        {
            missing.push(format!("the fixture {name} has no code"));
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(missing.join("\n").into())
    }
}

/// Prints what `witc explain` says of a code, or the list of all codes.
fn explain(code: Option<&str>) -> Result<String, Failed> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    let output = command.arg("explain").args(code).output()?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err(format!("`witc explain` fails for {code:?}").into())
    }
}
