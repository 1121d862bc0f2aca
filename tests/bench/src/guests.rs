//! Guests with our bindings against the same sources with wit-bindgen's: what calls execute, how large the code is, and what
//! the first build takes.

use crate::ratio::Comparison;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};
use witc_runner::{Program, measure};

const TARGET: &str = "wasm32-wasip2";
/// The peer, as a dependency.
const PEER: &str = "wit-bindgen = \"=0.63.0\"";
const COLD_ROUNDS: usize = 3;

/// The guest of the tutorial.
const TUTORIAL: [(&str, &str); 2] = [
    (
        "wit/world.wit",
        "package example:plugin;\n\nworld example-plugin {\n    export length: func(s: string) -> u32;\n}\n",
    ),
    (
        "src/lib.rs",
        "wit_bindgen::generate!({\n    world: \"example-plugin\",\n});\n\nstruct ExamplePlugin;\n\n\
         impl Guest for ExamplePlugin {\n    fn length(s: String) -> u32 {\n        s.len() as u32\n    }\n}\n\n\
         export!(ExamplePlugin);\n",
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Fuel and code of each guest, as a part of what the peer's takes.
///
/// # Errors
///
/// A guest that does not build, or traps.
pub(crate) fn row() -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let ours = project(
        &folder.path().join("ours"),
        &format!("wit-bindgen = {{ package = \"witc\", path = {:?} }}", root().join("guest")),
    )?;
    let theirs = project(&folder.path().join("theirs"), PEER)?;
    let mut text = String::from(
        "fuel for a call of exports and of imports, and bytes of code beyond those of a guest without bindings, \
         against wit-bindgen 0.63.0:",
    );
    for kind in measure::KINDS {
        let [our, their] = [&ours, &theirs].map(|project| guest(project, kind));
        let (our, their) = (our?, their?);
        let (our_fuel, their_fuel) = (fuel(&our, kind)?, fuel(&their, kind)?);
        let bare = code(&noop(folder.path(), kind)?)?;
        let (our_code, their_code) = (code(&our)?.saturating_sub(bare), code(&their)?.saturating_sub(bare));
        let both = |fuel: measure::Fuel| fuel.exports + fuel.imports;
        let _ = write!(
            text,
            "\n  {kind:9} exports {:.3} ({:.0} against {:.0}), imports {:.3} ({:.0} against {:.0}), both {:.3}; \
             code {:.3} ({our_code} against {their_code})",
            our_fuel.exports / their_fuel.exports,
            our_fuel.exports,
            their_fuel.exports,
            our_fuel.imports / their_fuel.imports,
            our_fuel.imports,
            their_fuel.imports,
            both(our_fuel) / both(their_fuel),
            our_code as f64 / their_code as f64,
        );
    }
    Ok(text)
}

/// A copy of the guests that are measured, which depends on this.
fn project(folder: &Path, dependency: &str) -> Result<PathBuf, String> {
    let fixture = root().join("fixtures/guests/measured");
    let read =
        |name: &str| fs::read_to_string(fixture.join(name)).map_err(|error| format!("{name}: {error}"));
    let manifest: String = read("Cargo.toml")?
        .lines()
        .map(|line| if line.starts_with("wit-bindgen") { dependency } else { line })
        .flat_map(|line| [line, "\n"])
        .collect();
    write(folder, "Cargo.toml", &manifest)?;
    for name in ["src/lib.rs", "wit/measured.wit"] {
        write(folder, name, &read(name)?)?;
    }
    Ok(folder.to_owned())
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let file = folder.join(name);
    let parent = file.parent().unwrap_or(folder);
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(&file, text))
        .map_err(|error| format!("{}: {error}", file.display()))
}

/// A cargo that knows nothing of the one that runs this program.
fn cargo(folder: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(folder).env("CARGO_TERM_COLOR", "never");
    for variable in ["CARGO_TARGET_DIR", "RUSTFLAGS", "CARGO_BUILD_TARGET"] {
        command.env_remove(variable);
    }
    command
}

fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("{command:?}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
}

fn guest(project: &Path, kind: &str) -> Result<Vec<u8>, String> {
    let mut build = cargo(project);
    build.args(["build", "--quiet", "--target", TARGET, "--no-default-features", "--features", kind]);
    output(&mut build)?;
    read(&project.join(format!("target/{TARGET}/debug/measured.wasm")))
}

/// The guest without bindings, as a module.
fn noop(folder: &Path, kind: &str) -> Result<Vec<u8>, String> {
    let module = folder.join("noop.wasm");
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition", "2024", "--target", TARGET, "--crate-type", "cdylib", "--cfg"]);
    rustc.arg(format!("feature=\"{kind}\""));
    for option in ["opt-level=s", "lto", "codegen-units=1", "strip=symbols", "link-arg=--skip-wit-component"]
    {
        rustc.args(["-C", option]);
    }
    output(rustc.arg("-o").arg(&module).arg(root().join("fixtures/guests/measured/noop.rs")))?;
    read(&module)
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn fuel(guest: &[u8], kind: &str) -> Result<measure::Fuel, String> {
    let fuel = || {
        let mut program = Program::metered(guest)?;
        measure::implement(&mut program, kind)?;
        measure::fuel(&program, kind)
    };
    fuel().map_err(|error| format!("{kind}: {error:?}"))
}

fn code(wasm: &[u8]) -> Result<u64, String> {
    measure::code_bytes(wasm).map_err(|error| error.to_string())
}

/// A build of the tutorial's guest with nothing built before.
///
/// # Errors
///
/// That it does not build.
pub(crate) fn cold_row() -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let ours = format!("wit-bindgen = {{ package = \"witc\", path = {:?} }}", root().join("guest"));
    let projects = [("ours", ours.as_str()), ("theirs", PEER)].map(|(name, dependency)| {
        let project = folder.path().join(name);
        let manifest = format!(
            "[package]\nname = \"example-plugin\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[lib]\n\
             crate-type = [\"cdylib\"]\n\n[dependencies]\n{dependency}\n\n[workspace]\n"
        );
        write(&project, "Cargo.toml", &manifest)?;
        TUTORIAL.iter().try_for_each(|(name, text)| write(&project, name, text))?;
        // Downloads are not what is measured.
        output(cargo(&project).arg("fetch"))?;
        Ok::<_, String>(project)
    });
    let [ours, theirs] = projects;
    let (ours, theirs) = (ours?, theirs?);
    let mut crates = [0, 0];
    let mut rounds = Vec::new();
    // The first round warms up.
    for round in 0..=COLD_ROUNDS {
        let mut times = [0.0, 0.0];
        // Who goes first alternates.
        for side in [round % 2, 1 - round % 2] {
            (times[side], crates[side]) = cold_build([&ours, &theirs][side])?;
        }
        if round > 0 {
            rounds.push((times[0], times[1]));
        }
    }
    Ok(format!(
        "cold build of the tutorial's guest against wit-bindgen 0.63.0: {}; {} crates against {}",
        Comparison::of(rounds),
        crates[0],
        crates[1],
    ))
}

/// The seconds that it takes, and how many crates are compiled beside the guest.
fn cold_build(project: &Path) -> Result<(f64, usize), String> {
    let target = project.join("target");
    if target.exists() {
        fs::remove_dir_all(&target).map_err(|error| error.to_string())?;
    }
    let mut build = cargo(project);
    build.args(["build", "--offline", "--quiet", "--target", TARGET, "--message-format", "json"]);
    let start = Instant::now();
    let messages = output(&mut build)?;
    let seconds = start.elapsed().as_secs_f64();
    let packages: BTreeSet<&str> = messages
        .lines()
        .filter(|line| line.starts_with("{\"reason\":\"compiler-artifact\""))
        .filter_map(|line| line.split_once("\"package_id\":\"")?.1.split('"').next())
        .collect();
    Ok((seconds, packages.len().saturating_sub(1)))
}
