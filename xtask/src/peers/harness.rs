//! wit-bindgen's harness, told that the generator is our command line.

use super::incumbents::{Incumbents, script_file};
use crate::tool::{self, Profile};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Which of its suites.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Suite {
    /// Generated code compiles.
    Codegen,
    /// Guests run, and call each other across languages.
    Runtime,
}

/// How the cases went.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) passed: usize,
    pub(super) failures: Vec<String>,
}

/// Parts of names of cases that say nothing of bindings for Rust, C and C++ without async.
const SKIPPED: &[&str] = &["moonbit", "cpp-with", "dylibs", "-async \""];

/// The cases that the suite expects its own generator to fail: language, and the start of the name. That such a case
/// passes is then told as a failure.
const EXPECTED_TO_FAIL: &[(&str, &str)] = &[
    ("rust", "wasi-http-borrowed-duplicate"),
    ("rust", "more-variants.wit-borrowed-duplicate"),
    ("c", "error-context.wit"),
    ("c", "named-fixed-length-list.wit"),
    ("cpp", "issue1514-6.wit"),
    ("cpp", "named-fixed-length-list.wit"),
];

/// The message of a case that was expected to fail, and passes.
const UNEXPECTED: &str = "test should have failed, but passed";

/// Runs the cases of a suite that are not async, in Rust, C and C++.
///
/// # Errors
///
/// What can't be started or written.
pub(super) fn run(suite: Suite, incumbents: &Incumbents) -> Result<Counts, String> {
    let witc = tool::build_program("witc-cli", "witc", Profile::Release)?;
    let home = &incumbents.home;
    let subject = subject(home, &witc).map_err(|error| format!("{}: {error}", home.display()))?;
    let folder = incumbents.suites.join(match suite {
        Suite::Codegen => "codegen",
        Suite::Runtime => "runtime",
    });
    // The bindings are compared without async, which C++ does not have yet.
    let cases = sync_cases(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    // The filter is a regular expression, in which a dot would stand for any character.
    let names: Vec<String> = cases.iter().map(|name| name.replace('.', "\\.")).collect();
    // The harness takes its own path, the name by which it was started, for the generator.
    let mut command = Command::new("bash");
    command
        .args(["-c", "exec -a \"$0\" \"$@\""])
        .arg(subject)
        .arg(incumbents.program("wit-bindgen"));
    command
        .args(["test", "--languages", "rust,c,cpp", "--runner"])
        .arg(incumbents.program("wasmtime"));
    command.arg("--wasi-sdk-path").arg(incumbents.sdk());
    command.args([
        "--c-target",
        "wasm32-wasip1",
        "--rust-target",
        "wasm32-wasip1",
    ]);
    command
        .arg("--rust-wit-bindgen-path")
        .arg(home.join("guest"));
    command.arg("--artifacts").arg(home.join("artifacts"));
    command.args(["--filter", &format!("^({})$", names.join("|"))]);
    command
        .args(SKIPPED.iter().map(|skipped| format!("--skip={skipped}")))
        .arg(&folder);
    command.current_dir(home).stdin(Stdio::null());
    let output = command
        .output()
        .map_err(|error| format!("cannot start the harness: {error}"))?;
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    let log = home.join(if suite == Suite::Codegen {
        "codegen.log"
    } else {
        "runtime.log"
    });
    // Kept as a file: thousands of lines would push the counts off the screen.
    fs::write(&log, text.as_bytes()).map_err(|error| format!("{}: {error}", log.display()))?;
    println!(
        "   {} cases; all that was printed: {}",
        cases.len(),
        log.display()
    );
    Ok(count(&text))
}

/// Our command line as the harness calls it, and our guest crate under the name that its guests depend on.
fn subject(home: &Path, witc: &Path) -> std::io::Result<std::path::PathBuf> {
    let guest = home.join("guest");
    fs::create_dir_all(guest.join("src"))?;
    fs::write(guest.join("src/lib.rs"), "#![no_std]\npub use witc::*;\n")?;
    // The guests of the harness ask for these features of wit-bindgen.
    let features: String = ["async-spawn", "inter-task-wakeup", "futures-stream"]
        .map(|feature| format!("{feature} = [\"witc/{feature}\"]\n"))
        .concat();
    let manifest = format!(
        "[package]\nname = \"wit-bindgen\"\nversion = \"0.63.1\"\nedition = \"2021\"\n\n[workspace]\n\n\
         [dependencies]\nwitc = {{ path = {:?} }}\n\n[features]\n{features}",
        tool::root().join("guest"),
    );
    fs::write(guest.join("Cargo.toml"), manifest)?;
    let subject = home.join("subject");
    let witc = witc.display();
    // A script, since generated code has to name the runtime as the guests do, and the harness
    // passes no such option.
    let script = format!(
        "#!/bin/sh\ncase $1 in\n  rust) shift; exec '{witc}' rust --runtime-path wit_bindgen::rt \"$@\" ;;\n  \
         *) exec '{witc}' \"$@\" ;;\nesac\n"
    );
    script_file(&subject, &script)?;
    Ok(subject)
}

/// The cases of a folder in which nothing is async, by name.
fn sync_cases(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_async(&entry.path())? {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Whether a file, or one in a folder, tells of async functions, streams or futures.
fn is_async(path: &Path) -> std::io::Result<bool> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            if is_async(&entry?.path())? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    let text = fs::read(path)?;
    let text = String::from_utf8_lossy(&text);
    let code = text
        .lines()
        // Documentation may speak of async without anything being so.
        .filter(|line| !line.trim_start().starts_with("///"));
    let mut words = code.flat_map(|line| line.split(|c: char| !c.is_ascii_alphanumeric()));
    Ok(words.any(|word| matches!(word, "async" | "stream" | "future")))
}

/// Counts what the harness printed.
fn count(log: &str) -> Counts {
    let mut counts = Counts::default();
    for line in log.lines() {
        let Some((name, verdict)) = line
            .strip_prefix("test ")
            .and_then(|test| test.rsplit_once(" ... "))
        else {
            continue;
        };
        let name = name.trim_end();
        let passed = match (verdict, expected_to_fail(name)) {
            ("ok", false) => true,
            // The suite calls it a failure that its own generator's known failure passes with ours.
            ("FAILED", true) => log.contains(&format!("---- {name} ----\n{UNEXPECTED}\n")),
            ("ok" | "FAILED", _) => false,
            _ => continue,
        };
        if passed {
            counts.passed += 1;
        } else {
            counts.failures.push(name.to_owned());
        }
    }
    counts
}

/// Whether a test, as in `rust CASE "PATH"`, is expected to fail.
fn expected_to_fail(test: &str) -> bool {
    let mut words = test.split(' ');
    let (Some(language), Some(case)) = (words.next(), words.next()) else {
        return false;
    };
    EXPECTED_TO_FAIL.iter().any(|(of, start)| {
        *of == language && (case == *start || (language == "c" && case.starts_with(start)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_against_the_expectation_has_passed() {
        let log = "test rust a.wit \"codegen/a.wit\" ... ok\n\
                   test rust b.wit \"codegen/b.wit\" ... FAILED\n\
                   test c error-context.wit \"codegen/error-context.wit\" ... FAILED\n\
                   test cpp issue1514-6.wit \"codegen/issue1514-6.wit\" ... ok\n\
                   \nfailures:\n\n---- c error-context.wit \"codegen/error-context.wit\" ----\n\
                   test should have failed, but passed\n\n";
        let counts = count(log);
        assert_eq!(counts.passed, 2);
        assert_eq!(
            counts.failures,
            [
                "rust b.wit \"codegen/b.wit\"",
                "cpp issue1514-6.wit \"codegen/issue1514-6.wit\""
            ]
        );
    }
}
