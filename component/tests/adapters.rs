//! The adapters for WASI 0.1 that come with wasmtime.

mod cases;
mod shape;

use wasi_preview1_component_adapter_provider::{
    WASI_SNAPSHOT_PREVIEW1_COMMAND_ADAPTER as FOR_PROGRAMS,
    WASI_SNAPSHOT_PREVIEW1_PROXY_ADAPTER as FOR_PROXIES,
    WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER as FOR_LIBRARIES,
};
use wasmparser::{Validator, WasmFeatures};
use witc_component::codes;
use witc_component::new::{Adapter, Module, Options, component};
use witc_diagnostics::Code;

/// A program as compilers write it for WASI 0.1, but for its size.
const PROGRAM: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (import "wasi_snapshot_preview1" "environ_get" (func $environ (param i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 0) "\08\00\00\00\03\00\00\00hi\0a")
    (func (export "_start")
        (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 20)))
        (call $exit (i32.const 3)))"#;

const REALLOC: &str =
    r#"(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable)"#;

/// Ours and the peer's component.
fn both(module: &[u8], adapter: &[u8], options: &Options) -> (Vec<u8>, Vec<u8>) {
    let parts = [Adapter {
        name: "wasi_snapshot_preview1",
        module: Module {
            bytes: adapter,
            world: None,
        },
    }];
    let ours = component(
        Module {
            bytes: module,
            world: None,
        },
        &parts,
        options,
    );
    let ours = ours
        .unwrap_or_else(|errors| panic!("{errors:#?}"))
        .into_bytes()
        .into_owned();
    let mut encoder = wit_component::ComponentEncoder::default();
    encoder
        .debug_names(options.debug_names)
        .realloc_via_memory_grow(options.realloc_via_memory_grow);
    encoder
        .module(module)
        .unwrap()
        .adapter("wasi_snapshot_preview1", adapter)
        .unwrap();
    (ours, encoder.encode().unwrap())
}

#[test]
fn programs_and_libraries() {
    let library = PROGRAM.replace("_start", "run");
    let all = [
        ("command", FOR_PROGRAMS, PROGRAM),
        ("reactor", FOR_LIBRARIES, &library),
        ("proxy", FOR_PROXIES, &library),
    ];
    for (kind, adapter, text) in all {
        for (realloc, grow) in [("", false), (REALLOC, false), (REALLOC, true)] {
            // The adapter for proxies has no environment to ask for.
            let text = if kind == "proxy" {
                text.replace("environ_get", "random_get")
            } else {
                text.into()
            };
            let module = wat::parse_str(format!("{text} {realloc})")).unwrap();
            let options = Options {
                realloc_via_memory_grow: grow,
                ..Options::default()
            };
            let (ours, theirs) = both(&module, adapter, &options);
            let what = format!("{kind}, realloc: {realloc:?}, by growing: {grow}");
            assert_eq!(
                cases::print_world(&theirs),
                cases::print_world(&ours),
                "{what}"
            );
            assert_eq!(shape::of(&theirs), shape::of(&ours), "{what}");
            assert!(
                ours.len() <= theirs.len(),
                "{what}: {} bytes, the peer's are {}",
                ours.len(),
                theirs.len()
            );
            // Not all features: an adapter must not make a component need more than its module does.
            let features = WasmFeatures::WASM2 | WasmFeatures::COMPONENT_MODEL;
            Validator::new_with_features(features)
                .validate_all(&ours)
                .unwrap();
        }
    }
}

#[test]
fn libraries_want_another_adapter_than_programs() {
    let module = wat::parse_str(format!("{})", PROGRAM.replace("_start", "run"))).unwrap();
    let parts = [Adapter {
        name: "wasi_snapshot_preview1",
        module: Module {
            bytes: FOR_PROGRAMS,
            world: None,
        },
    }];
    let errors = component(
        Module {
            bytes: &module,
            world: None,
        },
        &parts,
        &Options::default(),
    )
    .unwrap_err();
    let codes: Vec<Code> = errors.iter().map(|error| error.code).collect();
    assert_eq!(codes, [codes::MAIN_LACKS_EXPORT]);
    assert!(
        errors[0].notes[0].contains("reactor"),
        "{:?}",
        errors[0].notes
    );
}

#[test]
fn damaged_adapters_give_diagnostics() {
    let module =
        wat::parse_str(format!("{} {REALLOC})", PROGRAM.replace("_start", "run"))).unwrap();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..300 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mut damaged = FOR_LIBRARIES.to_vec();
        damaged[(state >> 20) as usize % FOR_LIBRARIES.len()] ^= 1 << (state >> 60 & 7);
        let parts = [Adapter {
            name: "wasi_snapshot_preview1",
            module: Module {
                bytes: &damaged,
                world: None,
            },
        }];
        let options = Options {
            // Validation takes most of the time, and comes after the code under test.
            validate: false,
            ..Options::default()
        };
        if let Err(diagnostics) = component(
            Module {
                bytes: &module,
                world: None,
            },
            &parts,
            &options,
        ) {
            assert!(!diagnostics.is_empty());
        }
    }
}
