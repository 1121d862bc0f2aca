//! What the compiler says about calls of `generate!` that are wrong: every program in `fixtures/macro-errors/src/bin`
//! is compiled, and what the compiler says is compared with the `.stderr` beside it.
//!
//! The folder of the programs is `$DIR` there. `WITC_BLESS=1` writes the `.stderr` files anew; read them before they are committed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use serde_json::Value;

#[test]
fn errors_point_at_the_mistake() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/macro-errors");
    let fixture = fs::canonicalize(fixture).unwrap();
    let said = compile(&fixture);
    let mut wrong = Vec::new();
    for program in programs(&fixture) {
        let name = program.file_stem().unwrap().to_str().unwrap();
        let said = said.get(name).map_or("", String::as_str);
        let expected_file = program.with_extension("stderr");
        let expected = fs::read_to_string(&expected_file).unwrap_or_default();
        if said == expected && !said.is_empty() {
            continue;
        }
        if env::var_os("WITC_BLESS").is_some() {
            fs::write(&expected_file, said).unwrap();
        }
        wrong.push(format!(
            "== {name}\n-- expected\n{expected}\n-- said\n{said}"
        ));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn programs(fixture: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(fixture.join("src/bin")).unwrap();
    let mut programs: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    programs.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    programs.sort();
    assert!(!programs.is_empty());
    programs
}

/// What the compiler says about each program, errors and warnings in a row.
fn compile(fixture: &Path) -> BTreeMap<String, String> {
    // The versions that the workspace has, and no look at a registry.
    let lock = fixture.join("Cargo.lock");
    let _ = fs::copy(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"),
        &lock,
    );
    let output = Command::new(env!("CARGO"))
        .args(["check", "--bins", "--keep-going", "--message-format=json"])
        .current_dir(fixture)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("macro-errors"),
        )
        .env_remove("RUSTFLAGS")
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let mut said = BTreeMap::<String, String>::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        if message["reason"] != "compiler-message" || message["target"]["kind"][0] != "bin" {
            continue;
        }
        let rendered = message["message"]["rendered"].as_str().unwrap();
        // How many errors there were, and the command to explain one.
        if message["message"]["spans"].as_array().unwrap().is_empty() {
            continue;
        }
        let name = message["target"]["name"].as_str().unwrap();
        let rendered = rendered.replace(fixture.to_str().unwrap(), "$DIR");
        said.entry(name.to_owned()).or_default().push_str(&rendered);
    }
    said
}
