//! The command `witc` as a user sees it: its output and its exit codes.

mod advice;
mod files;
mod first_hour;
mod formats;
mod input;
mod lint;
#[cfg(unix)]
mod outputs;
#[cfg(unix)]
mod signals;
#[path = "../support/mod.rs"]
mod support;
mod usage;

use std::fs;
use std::path::Path;

/// The outcome of a run of `witc`.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Runs `witc` in a folder.
fn witc(folder: &Path, args: &[&str]) -> Run {
    with_input(folder, args, b"")
}

fn with_input(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let output = support::run(folder, args, input);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("prints UTF-8");
    Run {
        code: output.status.code().expect("is not killed"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// The names of all files in a folder and those below it.
fn files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("is there") {
            let path = entry.expect("is there").path();
            names.push(
                path.strip_prefix(folder)
                    .expect("is below")
                    .display()
                    .to_string()
                    .replace('\\', "/"),
            );
            if path.is_dir() {
                open.push(path);
            }
        }
    }
    names.sort();
    names
}

const PLUGIN: &str = "package example:plugin;\n\nworld example-plugin {\n    export length: func(s: string) -> u32;\n}\n";
