//! Published crates whose bindings wit-bindgen has written, or that call its macro: they run with witc in its place, under
//! each name that it had.

#[path = "components/command.rs"]
mod command;

use std::fs;
use witc_tests::{build_command, build_guest, root};

#[test]
fn commands_on_published_bindings_run() {
    let folder = root().join("fixtures/guests/published");
    for (guest, is_command) in [("names", false), ("oldest", false), ("wstd", true)] {
        let folder = folder.join(guest);
        let built = match is_command {
            true => build_command(&folder, "wasm32-wasip2"),
            false => build_guest(&folder, "wasm32-wasip2"),
        };
        let component = fs::read(built).expect("was built");
        let (output, code) = command::run(&component, &["program", "from", guest]);
        assert_eq!((output, code), (format!("hello from {guest}\n"), 0));
    }
}

#[test]
fn a_service_of_spin_is_built() {
    let folder = root().join("fixtures/guests/published/spin");
    let built = build_guest(&folder, "wasm32-wasip2");
    let component = fs::read(built).expect("was built");
    let text = witc_binary::component_to_wit(&component).expect("is a component");
    assert!(
        text.contains("export wasi:http/incoming-handler@0.2.0;"),
        "{text}"
    );
}
