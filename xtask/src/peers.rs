//! `cargo xtask peers`: the incumbents' own test suites, out of their packages, on this project; with counts for each.
//!
//! Those of wit-parser and wit-component are tests of the workspace, which `cargo xtask test` runs as well. Those of
//! wit-bindgen need its command line, and wasm-tools and wasmtime, which are built when they are not there.

mod harness;
mod incumbents;

use crate::step::{Outcome, step};
use crate::tool;
use harness::Suite;
use std::sync::Mutex;

/// The suites that are tests of the workspace: name, what is tested, and the tests.
const TESTS: &[(&str, &str, &[&str])] = &[
    ("wit-parser", "reading WIT", &["conformance"]),
    (
        "wit-component",
        "components and binary packages",
        &[
            "peer_components",
            "peer_targets",
            "packages",
            "type_sections",
            "unite",
        ],
    ),
];

/// The suites that wit-bindgen's command line runs.
const HARNESS: &[(&str, Suite)] = &[("codegen", Suite::Codegen), ("runtime", Suite::Runtime)];

/// Runs the suites of these names, or all, and prints how many cases of each passed.
///
/// # Errors
///
/// A name that there is not, or what is missing to run a suite.
pub(crate) fn run(wanted: &[&str]) -> Outcome {
    let names = TESTS
        .iter()
        .map(|suite| suite.0)
        .chain(HARNESS.iter().map(|suite| suite.0));
    if let Some(unknown) = wanted
        .iter()
        .find(|wanted| !names.clone().any(|name| name == **wanted))
    {
        let names: Vec<&str> = names.collect();
        return Err(format!(
            "there is no suite `{unknown}`; there are {}",
            names.join(", ")
        ));
    }
    let is_wanted = |name: &str| wanted.is_empty() || wanted.contains(&name);
    let mut lines = Vec::new();
    let mut all_passed = true;
    for (name, what, tests) in TESTS.iter().filter(|suite| is_wanted(suite.0)) {
        let (passed, counts) = step(&format!("{name}: {what}"), || workspace_tests(tests))?;
        all_passed &= passed;
        lines.extend(counts.into_iter().map(|count| format!("{name}: {count}")));
    }
    for (name, suite) in HARNESS.iter().filter(|suite| is_wanted(suite.0)) {
        // Only here: the other suites need no programs, which take half an hour to build.
        let tools = step("The incumbents", incumbents::ensure)?;
        let counts = step(&format!("wit-bindgen: {name}"), || {
            harness::run(*suite, &tools)
        })?;
        for failure in &counts.failures {
            println!("   failed: {failure}");
        }
        // A harness that runs nothing has no failures, and says nothing.
        all_passed &= counts.failures.is_empty() && counts.passed > 0;
        lines.push(format!(
            "wit-bindgen, {name}: {} passed, {} failed",
            counts.passed,
            counts.failures.len()
        ));
    }
    println!();
    // After all suites, where a reader looks first.
    for line in lines {
        println!("{line}");
    }
    Ok(all_passed)
}

/// Runs tests of the workspace; gives whether they passed, and the lines in which they count cases.
fn workspace_tests(tests: &[&str]) -> Result<(bool, Vec<String>), String> {
    let mut command = tool::cargo(["test", "--workspace", "--no-fail-fast"]);
    command
        .args(tests.iter().flat_map(|test| ["--test", test]))
        .args(["--", "--nocapture"]);
    let lines = Mutex::new(Vec::new());
    let passed = tool::watch(command, |line| {
        // A test's name may stand before what it prints.
        let count = ["cases: ", "test result: "]
            .iter()
            .find_map(|start| Some(&line[line.find(start)?..]));
        if let Some(count) = count {
            lines
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .push(count.to_owned());
        }
    })?;
    Ok((
        passed,
        lines
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner),
    ))
}
