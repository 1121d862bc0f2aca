//! Bindings that wit-bindgen wrote into a file run on this project's crate: who has such a file need not write it anew.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use wit_bindgen_core::{Files, WorldGenerator, wit_parser::Resolve};
use witc_runner::{Program, Val, measure};
use witc_tests::{build_guest, root, scratch, write_if_changed};

const GENERATED: &str = "wit_bindgen::generate!({ path: \"wit\", world: $world });";

/// The guest in `fixtures/guests/measured` for a kind of values, with the bindings of wit-bindgen in a file, and with this
/// project's crate under its peer's name.
fn component(kind: &str) -> Vec<u8> {
    let fixture = root().join("fixtures/guests/measured");
    let read = |name: &str| fs::read_to_string(fixture.join(name)).expect("is there");
    let copy = scratch("written").join(kind);
    let here = root().join("guest").display().to_string();
    // A copy in the build folder is at another distance from the crate.
    let manifest = read("Cargo.toml").replace("../../../guest", &here);
    let manifest = manifest.replace("name = \"measured\"", &format!("name = \"written-{kind}\""));
    let features = manifest
        .lines()
        .find(|line| line.starts_with("default = "))
        .expect("all kinds are on");
    write_if_changed(
        &copy.join("Cargo.toml"),
        manifest
            .replace(features, &format!("default = [\"{kind}\"]"))
            .as_bytes(),
    );
    let source = read("src/lib.rs");
    let source = source.replace(
        // The one call in the source that names its world itself.
        &GENERATED.replace("$world", "\"resources-world\""),
        "include!(\"bindings.rs\");",
    );
    write_if_changed(
        &copy.join("src/lib.rs"),
        source
            .replace(GENERATED, "include!(\"bindings.rs\");")
            .as_bytes(),
    );
    write_if_changed(
        &copy.join("src/bindings.rs"),
        bindings(&fixture.join("wit"), &format!("{kind}-world")).as_bytes(),
    );
    fs::read(build_guest(&copy, "wasm32-wasip2")).expect("was just built")
}

/// The bindings of wit-bindgen for a world.
fn bindings(wit: &Path, world: &str) -> String {
    let mut resolve = Resolve::default();
    let (package, _) = resolve.push_path(wit).expect("is WIT");
    let world = resolve
        .select_world(&[package], Some(world))
        .expect("is there");
    let mut files = Files::default();
    let mut generator = wit_bindgen_rust::Opts::default().build();
    generator
        .generate(&mut resolve, world, &mut files)
        .expect("wit-bindgen has bindings for it");
    // For Rust it writes one.
    let (_, text) = files.iter().next().expect("it writes a file");
    String::from_utf8(text.to_vec()).expect("is text")
}

#[test]
fn lists_of_records_go_in_and_out() {
    const PEOPLE: Option<&str> = Some("fixture:measured/people");
    let mut program = Program::new(&component("people")).expect("is a component");
    let seen = Arc::new(Mutex::new(Vec::new()));
    let seen_there = Arc::clone(&seen);
    let import = program.import(PEOPLE, "echo", move |_, args, results| {
        seen_there
            .lock()
            .expect("nobody panics")
            .push(args[0].clone());
        results[0] = args[0].clone();
        Ok(())
    });
    import.expect("every import is implemented once");
    let mut guest = program.instantiate().expect("all imports are there");

    let person = |name: &str, age: Option<u8>, tags: &[&str]| {
        let tags = tags
            .iter()
            .map(|&tag| Val::String(tag.to_owned()))
            .collect();
        let fields = [
            ("id", Val::U64(u64::MAX)),
            ("name", Val::String(name.to_owned())),
            ("age", Val::Option(age.map(|age| Box::new(Val::U8(age))))),
            ("tags", Val::List(tags)),
        ];
        Val::Record(
            fields
                .map(|(name, value)| (name.to_owned(), value))
                .to_vec(),
        )
    };
    let people = Val::List(vec![
        person("Ada", Some(36), &["a", "", "ä"]),
        person("", None, &[]),
    ]);
    let result = guest
        .call(PEOPLE, "echo", std::slice::from_ref(&people))
        .expect("does not trap");
    assert_eq!(result, Some(people.clone()));
    guest
        .call(None, "run-people", &[people.clone(), Val::U32(2)])
        .expect("does not trap");
    assert_eq!(
        *seen.lock().expect("nobody panics"),
        [people.clone(), people]
    );
}

#[test]
fn resources_live_and_are_dropped() {
    let mut program = Program::metered(&component("resources")).expect("is a component");
    measure::implement(&mut program, "resources").expect("every import is implemented once");
    // Resources of both sides are made, lent, passed on and dropped; wasmtime traps where one is not.
    let fuel = measure::fuel(&program, "resources").expect("does not trap");
    assert!(fuel.exports > 0.0 && fuel.imports > 0.0);
}
