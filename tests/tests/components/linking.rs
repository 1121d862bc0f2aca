//! Bindings of two versions of witc and of wit-bindgen in one program (`fixtures/guests/linked`): they link on every
//! target, with and without link-time optimization, and the program's constructors run once.

use crate::{FOR_LIBRARIES, component_of};
use std::fs;
use std::path::{Path, PathBuf};
use witc_runner::{Guest, Program, Result, StoreContextMut, Val};
use witc_tests::{cargo, root, run, scratch};

/// A workspace with the program, its two libraries, and a copy of the guest crate that has another version.
struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Writes it.
    fn new() -> Self {
        let folder = scratch("linked");
        let guest = root().join("guest");
        let older = folder.join("witc-older");
        let write = |path: &str, contents: String| {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("it is in the folder"))
                .expect("can be written");
            fs::write(path, contents).expect("can be written");
        };
        for part in ["src", "build"] {
            copy(&guest.join(part), &older.join(part));
        }
        write("witc-older/Cargo.toml", older_manifest());
        write(
            "Cargo.toml",
            "[workspace]\nresolver = \"2\"\nmembers = [\"older\", \"peer\", \"program\"]\nexclude = [\"witc-older\"]\n\n\
             [profile.with-lto]\ninherits = \"dev\"\nlto = true\n"
                .to_owned(),
        );
        let package = |name: &str, more: &str| {
            let source = root()
                .join("fixtures/guests/linked")
                .join(name)
                .with_extension("rs");
            write(
                &format!("{name}/Cargo.toml"),
                format!(
                    "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                     [lib]\npath = {source:?}\n{more}\n"
                ),
            );
        };
        package(
            "older",
            &format!("[dependencies]\nwitc_older = {{ package = \"witc\", path = {older:?} }}"),
        );
        package("peer", "[dependencies]\nwit-bindgen = \"=0.63.0\"");
        package(
            "program",
            &format!(
                "crate-type = [\"cdylib\"]\n[dependencies]\nolder = {{ path = \"../older\" }}\n\
                 peer = {{ path = \"../peer\" }}\nwitc = {{ path = {guest:?} }}"
            ),
        );
        // The versions that the workspace has, and no look at a registry.
        let _ = fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"));
        Self { folder }
    }

    /// Builds the program; gives the module, or component.
    fn build(&self, target: &str, profile: &str) -> Vec<u8> {
        let build_folder = scratch("guests");
        let mut build = cargo();
        build.args([
            "build",
            "--quiet",
            "--package",
            "program",
            "--target",
            target,
            "--profile",
            profile,
        ]);
        build
            .arg("--target-dir")
            .arg(&build_folder)
            .current_dir(&self.folder);
        run(build);
        // Cargo's folder of this profile has another name.
        let folder = if profile == "dev" { "debug" } else { profile };
        fs::read(build_folder.join(target).join(folder).join("program.wasm"))
            .expect("was just built")
    }
}

/// The manifest of the guest crate with another version, and without what it inherits from the workspace.
fn older_manifest() -> String {
    let manifest = fs::read_to_string(root().join("guest/Cargo.toml")).expect("is there");
    let macros = root().join("bindgen-macro");
    let (package, _) = manifest
        // A dependency is compiled without its tests.
        .split_once("[dev-dependencies]")
        .expect("it has tests");
    let mut older = String::new();
    for line in package.lines() {
        match line.split_once(".workspace").map_or(line, |(key, _)| key) {
            "version" => older.push_str("version = \"0.0.9\""),
            "edition" => older.push_str("edition = \"2024\""),
            // Outside of a workspace there is nothing to inherit.
            _ if line.contains(".workspace") => {}
            _ if line.starts_with("bitflags = {") => {
                older.push_str(
                    "bitflags = { version = \"2\", default-features = false, optional = true }",
                );
            }
            _ if line.starts_with("futures-") && line.contains("workspace = true") => {
                let (name, _) = line.split_once(' ').expect("there is a space");
                older.push_str(&format!(
                    "{name} = {{ version = \"0.3\", default-features = false, optional = true }}"
                ));
            }
            _ if line.starts_with("witc-bindgen-macro =") => {
                older.push_str(&format!(
                    "witc-bindgen-macro = {{ path = {macros:?}, optional = true }}"
                ));
            }
            _ => older.push_str(line),
        }
        older.push('\n');
    }
    older + "[workspace]\n"
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("can be written");
    for entry in fs::read_dir(from).expect("is there").flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            drop(fs::copy(entry.path(), to));
        }
    }
}

/// Makes an instance, on a host whose functions give back what they get.
fn instantiate(component: &[u8]) -> Guest {
    let mut program = Program::new(component).expect("is valid");
    for import in ["program-host", "older-host", "peer-host"] {
        let echo = |_: StoreContextMut<'_, _>, args: &[Val], results: &mut [Val]| -> Result<()> {
            results.clone_from_slice(args);
            Ok(())
        };
        program
            .import(None, import, echo)
            .expect("every import is implemented once");
    }
    program.instantiate().expect("needs WASI alone")
}

/// Calls a function of one of the three, and sees the text go to the host and come back.
fn echoes(guest: &mut Guest, function: &str) {
    let text = |text: &str| Val::String(text.to_owned());
    let result = guest
        .call(None, function, &[text("größer")])
        .expect("does not trap");
    assert_eq!(
        result,
        Some(Val::List(vec![text("größer"), text(function)]))
    );
}

fn number(guest: &mut Guest, function: &str) -> u32 {
    match guest.call(None, function, &[]).expect("does not trap") {
        Some(Val::U32(number)) => number,
        other => panic!("{function}: {other:?}"),
    }
}

#[test]
fn versions_and_peers_link_and_constructors_run_once() {
    let workspace = Workspace::new();
    // rustc links each of them in another way: the last with a linker that makes the component
    // itself.
    for target in ["wasm32-unknown-unknown", "wasm32-wasip1", "wasm32-wasip2"] {
        // Link-time optimization merges and drops symbols, and constructors hang on symbols.
        for profile in ["dev", "with-lto"] {
            let what = format!("{target}, {profile}");
            let built = workspace.build(target, profile);
            let component = match target {
                "wasm32-wasip2" => built,
                "wasm32-wasip1" => component_of(&built, Some(FOR_LIBRARIES)),
                _ => component_of(&built, None),
            };
            // Whichever is called first runs the constructors, and the other may not do so again.
            for first in ["program", "older"] {
                let mut guest = instantiate(&component);
                echoes(&mut guest, first);
                // The first argument was put into the guest's memory, and that ran no constructor.
                assert!(number(&mut guest, "allocated-before") > 0, "{what}");
                echoes(&mut guest, "older");
                echoes(&mut guest, "program");
                assert_eq!(
                    number(&mut guest, "constructed"),
                    1,
                    "{what}, {first} first"
                );
            }
            // Where its own exports come first, wit-bindgen runs them; it would do so again if it came later.
            let mut guest = instantiate(&component);
            for function in ["peer", "program", "older", "peer"] {
                echoes(&mut guest, function);
            }
            assert_eq!(number(&mut guest, "constructed"), 1, "{what}, peer first");
        }
    }
}
