//! `witc lsp` over pipes: by hand, and as editors and their test libraries drive it, where those are installed.

#[path = "../support/mod.rs"]
mod support;
mod wire;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use support::folder;

/// The package that all of them open.
const MAIN: &str = "package my:app@1.0.0;

use my:deps/types@0.1.0 as other;

/// What is logged.
interface log {
    use other.{level as severity};
    /// A line of the log.
    record line {
        text: string,
        how-bad: severity,
    }
    type lines = list<line>;
    write: func(line: line) -> result<u32, string>;
}

world app {
    import log;
    export run: func(lines: list<string>);
}
";

const DEPS: &str = "package my:deps@0.1.0;

interface types {
    /// How bad it is.
    enum level { fine, bad }
}
";

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/editors")
        .join(name)
}

/// Whether a program can be started and ends well; with a note for whoever reads the output, if not.
fn is_there(program: &str, arguments: &[&str], what: &str) -> bool {
    let output = Command::new(program).args(arguments).output();
    let is_there = output.is_ok_and(|output| output.status.success());
    if !is_there {
        println!("skipped: {what} is not installed");
    }
    is_there
}

fn passed(output: &Output) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, error) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{out}\n{error}");
    println!("{out}\n{error}");
}

#[test]
fn neovim_does_each_ability_once() {
    if !is_there("nvim", &["--version"], "Neovim") {
        return;
    }
    let folder = folder(&[("wit/app.wit", MAIN), ("wit/deps/deps.wit", DEPS)]);
    let mut command = Command::new("nvim");
    command
        .args(["--headless", "--clean", "-n", "-S"])
        .arg(script("neovim.lua"))
        .arg(folder.path().join("wit/app.wit"))
        .env("WITC", env!("CARGO_BIN_EXE_witc"))
        .current_dir(folder.path());
    passed(&command.output().expect("starts"));
}

#[test]
fn pytest_lsp_finds_nothing_that_the_protocol_forbids() {
    // A virtual environment has a Python of its own.
    let python = std::env::var("WITC_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if !is_there(&python, &["-c", "import pytest_lsp"], "pytest-lsp") {
        return;
    }
    let folder = folder(&[("wit/app.wit", MAIN), ("wit/deps/deps.wit", DEPS)]);
    let mut command = Command::new(python);
    command
        .args(["-m", "pytest", "-q", "-p", "no:cacheprovider"])
        .args(["-W", "error::pytest_lsp.LspSpecificationWarning"])
        .arg(script("test_clients.py"))
        .env("WITC", env!("CARGO_BIN_EXE_witc"))
        .env("WITC_FOLDER", folder.path())
        .env("PYTHONDONTWRITEBYTECODE", "1");
    passed(&command.output().expect("starts"));
}
