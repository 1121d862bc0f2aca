//! Components that `plug` put together, run in wasmtime.

#[path = "components/command.rs"]
mod command;

use std::path::Path;
use std::sync::{Arc, Mutex};
use witc_runner::{Program, Val};
use witc_tests::{build_command, build_guest, plugged, root};

/// A component of `fixtures/compose`.
fn fixture(name: &str) -> Vec<u8> {
    wat::parse_file(root().join("fixtures/compose").join(name)).expect("is WebAssembly")
}

/// Puts components together: the socket is the first.
#[track_caller]
fn together(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let plugged = plugged(parts).unwrap_or_else(|errors| panic!("{errors}"));
    // A plug that nobody needs is a warning, and here would be a mistake in the test.
    assert!(plugged.warnings.is_empty(), "{:#?}", plugged.warnings);
    plugged.component
}

#[track_caller]
fn fixtures(names: &[&str]) -> Vec<u8> {
    let files: Vec<_> = names.iter().map(|name| fixture(name)).collect();
    together(
        &names
            .iter()
            .copied()
            .zip(files.iter().map(Vec::as_slice))
            .collect::<Vec<_>>(),
    )
}

/// What a log was told.
type Told = Arc<Mutex<Vec<Option<u32>>>>;

/// Runs a component with a log as the host has it: `note` remembers a number, and `flush` nothing.
fn with_log(component: &[u8], log: &str) -> (Program, Told) {
    let mut program = Program::new(component).expect("is valid");
    let told = Told::default();
    let notes = told.clone();
    let note = program.import(Some(log), "note", move |_, arguments, _| {
        let Val::U32(number) = arguments[0] else {
            panic!("a number")
        };
        notes.lock().expect("is whole").push(Some(number));
        Ok(())
    });
    note.expect("is new");
    let flushes = told.clone();
    let flush = program.import(Some(log), "flush", move |_, _, _| {
        flushes.lock().expect("is whole").push(None);
        Ok(())
    });
    flush.expect("is new");
    (program, told)
}

/// Runner and callee; the version of the one is later than what the other asks for.
#[test]
fn two() {
    let whole = fixtures(&["double.wat", "math.wat"]);
    let (program, told) = with_log(&whole, "my:log/log@0.1.0");
    let mut guest = program.instantiate().expect("needs the log alone");
    let result = guest
        .call(Some("my:app/twice"), "double", &[Val::U32(21)])
        .expect("does not trap");
    assert_eq!(result, Some(Val::U32(42)));
    assert_eq!(*told.lock().expect("is whole"), [Some(21)]);
}

/// Three in a chain, whose logs of two versions are one; in one step, and in two.
#[test]
fn a_chain() {
    let both = fixtures(&["double.wat", "math.wat"]);
    // What was put together is a component as any other, and can be plugged in again.
    let in_two_steps = together(&[("app.wat", &fixture("app.wat")), ("both.wasm", &both)]);
    for whole in [
        fixtures(&["app.wat", "double.wat", "math.wat"]),
        in_two_steps,
    ] {
        let (program, told) = with_log(&whole, "my:log/log@0.1.2");
        let mut guest = program.instantiate().expect("needs the log alone");
        let result = guest
            .call(None, "run", &[Val::U32(3)])
            .expect("does not trap");
        assert_eq!(result, Some(Val::U32(12)));
        assert_eq!(*told.lock().expect("is whole"), [Some(3), Some(6), None]);
    }
}

/// Two versions of a log stay open, and each component uses another function of it: there is one import, with both.
#[test]
fn what_components_use_of_an_open_import() {
    let whole = fixtures(&["early.wat", "late.wat"]);
    let (program, told) = with_log(&whole, "my:log/log@0.1.2");
    let mut guest = program.instantiate().expect("needs the log alone");
    let result = guest
        .call(None, "run", &[Val::U32(4)])
        .expect("does not trap");
    assert_eq!(result, Some(Val::U32(8)));
    assert_eq!(*told.lock().expect("is whole"), [Some(4), None]);
}

/// A resource of one component that three others pass around.
#[test]
fn a_diamond() {
    let whole = fixtures(&["diamond.wat", "types.wat", "make.wat", "read.wat"]);
    let mut guest = Program::new(&whole)
        .expect("is valid")
        .instantiate()
        .expect("needs nothing");
    // The last one doubled does not fit in a signed number.
    for number in [0, 5, 1 << 30] {
        let result = guest
            .call(None, "run", &[Val::U32(number)])
            .expect("does not trap");
        assert_eq!(result, Some(Val::U32(number * 2)));
    }
}

/// Adder, calculator and command are put together in two steps, the adder first, as well as in one.
#[test]
fn a_calculator() {
    let folder = root().join("fixtures/guests/calculator");
    let read = |file: &Path| std::fs::read(file).expect("was just built");
    let adder = read(&build_guest(&folder.join("adder"), "wasm32-wasip2"));
    let calculator = read(&build_guest(&folder.join("calculator"), "wasm32-wasip2"));
    let app = read(&build_command(&folder.join("command"), "wasm32-wasip2"));
    let both = together(&[("calculator.wasm", &calculator), ("adder.wasm", &adder)]);
    let in_two_steps = together(&[("command.wasm", &app), ("both.wasm", &both)]);
    let in_one = together(&[
        ("command.wasm", &app),
        ("calculator.wasm", &calculator),
        ("adder.wasm", &adder),
    ]);
    for whole in [in_two_steps, in_one] {
        assert_eq!(
            command::run(&whole, &["calculator", "1", "2", "add"]),
            ("1 + 2 = 3\n".to_owned(), 0)
        );
    }
}
