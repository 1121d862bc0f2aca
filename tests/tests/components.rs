//! Components that `component new` makes, run in wasmtime: of what Rust's and C's compilers write, with adapter and
//! without.

#[path = "components/adapters.rs"]
mod adapters;
#[path = "components/command.rs"]
mod command;
#[path = "components/linking.rs"]
mod linking;

use std::fs;
use std::path::PathBuf;
use wasi_preview1_component_adapter_provider::WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER as FOR_LIBRARIES;
use witc_component::new::{Adapter, Module, Options, component};
use witc_runner::{Program, Val};
use witc_tests::{Language, build_c_module, build_guest, clang, root};

const WASI: &str = "wasi_snapshot_preview1";

/// What the guest in C is, with a call of WASI or without.
const C_GUEST: &str = r#"
#include "example_plugin.h"
#include <stdio.h>
#include <time.h>

uint32_t exports_example_plugin_length(example_plugin_string_t *s) {
    uint32_t length = (uint32_t)s->len;
    example_plugin_string_free(s);
#ifdef WITH_WASI
    if (time(NULL) <= 0 || printf("%s", "") < 0) return 0;
#endif
    return length;
}
"#;

fn plugin() -> PathBuf {
    root().join("fixtures/guests/plugin")
}

/// Makes a component of a module.
fn component_of(bytes: &[u8], adapter: Option<&[u8]>) -> Vec<u8> {
    let module = |bytes| Module { bytes, world: None };
    let adapters: Vec<_> = adapter
        .iter()
        .map(|bytes| Adapter {
            name: WASI,
            module: module(bytes),
        })
        .collect();
    let made = component(module(bytes), &adapters, &Options::default());
    made.unwrap_or_else(|errors| panic!("{errors:#?}"))
        .into_bytes()
        .into_owned()
}

/// Makes a component and calls its function. What it imports has to be nothing, or WASI by way of the adapter.
#[track_caller]
fn runs(bytes: &[u8], adapter: Option<&[u8]>) {
    let imports_wasi = bytes
        .windows(WASI.len())
        .any(|window| window == WASI.as_bytes());
    // A guest that needs one without notice would make the test of "without a system" worthless.
    assert!(adapter.is_some() || !imports_wasi, "it needs an adapter");
    let made = component_of(bytes, adapter);
    let mut guest = Program::new(&made)
        .expect("is valid")
        .instantiate()
        .expect("needs WASI alone");
    // No bytes at all, and more bytes than characters.
    for text in ["", "witc", "größer"] {
        let result = guest
            .call(None, "length", &[Val::String(text.into())])
            .expect("does not trap");
        assert_eq!(result, Some(Val::U32(text.len() as u32)));
    }
}

#[test]
fn rust_with_an_adapter() {
    let module = fs::read(build_guest(&plugin(), "wasm32-wasip1")).expect("was just built");
    runs(&module, Some(FOR_LIBRARIES));
}

/// The worlds of components that rustc's linker makes, and of ours, are those that the peer reads.
#[test]
fn worlds_are_read_as_the_peer_reads_them() {
    let folder = root().join("fixtures/guests");
    let mut components: Vec<_> = ["plugin", "roundtrip"]
        .map(|name| {
            fs::read(build_guest(&folder.join(name), "wasm32-wasip2")).expect("was just built")
        })
        .into();
    let module = fs::read(build_guest(&plugin(), "wasm32-wasip1")).expect("was just built");
    // One of ours, with what an adapter imports.
    components.push(component_of(&module, Some(FOR_LIBRARIES)));
    for component in components {
        let ours = witc_binary::decode_to_wit(&component).expect("is a component");
        assert_eq!(
            in_one_line(&ours),
            in_one_line(&as_the_peer_prints(&component))
        );
    }
}

/// The world of a component, and the packages that it takes interfaces from, as the peer prints them.
fn as_the_peer_prints(component: &[u8]) -> String {
    let decoded = wit_component::decode(component).expect("is a component");
    let (resolve, main) = (decoded.resolve(), decoded.package());
    let others: Vec<_> = resolve
        .packages
        .iter()
        .map(|(id, _)| id)
        .filter(|&id| id != main)
        .collect();
    let mut printer = wit_component::WitPrinter::default();
    printer
        .print(resolve, main, &others)
        .expect("can be printed");
    printer.output.to_string()
}

/// WIT without line breaks and what goes with them, which are a matter of taste.
fn in_one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace("( ", "(").replace(", )", ")")
}

#[test]
fn rust_without_a_system() {
    runs(
        &fs::read(build_guest(&plugin(), "wasm32-unknown-unknown")).expect("was just built"),
        None,
    );
}

#[test]
fn c_with_an_adapter_and_without() {
    let Some(clang) = clang() else { return };
    let folder = tempfile::tempdir().expect("there is room");
    let source = folder.path().join("guest.c");
    fs::write(&source, C_GUEST).expect("can be written");
    for define in ["-UWITH_WASI", "-DWITH_WASI"] {
        let wit = plugin().join("wit");
        let module = build_c_module(
            clang,
            Language::C,
            &wit,
            std::slice::from_ref(&source),
            &[define],
        );
        runs(&module, (define == "-DWITH_WASI").then_some(FOR_LIBRARIES));
    }
}
