//! Components with adapters, run in wasmtime: programs, libraries of both sorts, several adapters, memory that adapters
//! get by growing it, and imports under other names.

use crate::{FOR_LIBRARIES, command, component_of};
use std::fs;
use std::sync::{Arc, Mutex};
use wasi_preview1_component_adapter_provider::{
    WASI_SNAPSHOT_PREVIEW1_COMMAND_ADAPTER as FOR_PROGRAMS,
    WASI_SNAPSHOT_PREVIEW1_PROXY_ADAPTER as FOR_PROXIES,
};
use witc_component::embed::embed;
use witc_component::new::{Adapter, Module, Options, component};
use witc_component::{StringEncoding, TypeSection};
use witc_resolve::Loader;
use witc_runner::{Program, Val};
use witc_tests::{build_command, build_guest, plugged, root};

const WASI: &str = "wasi_snapshot_preview1";

/// Says `hi` by way of WASI 0.1, and ends with an exit code, which WASI 0.2 knows only as a failure.
const PROGRAM: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (memory (export "memory") 1)
    (data (i32.const 0) "\08\00\00\00\03\00\00\00hi\0a")
    (func (export "_start")
        (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 20)))
        (call $exit (i32.const 3)))
"#;

/// An allocator that is not to be called.
const NO_REALLOC: &str =
    r#"(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable)"#;

#[track_caller]
fn make(bytes: &[u8], adapters: &[(&str, &[u8])], options: &Options) -> Vec<u8> {
    let module = |bytes| Module { bytes, world: None };
    let adapters: Vec<_> = adapters
        .iter()
        .map(|&(name, bytes)| Adapter {
            name,
            module: module(bytes),
        })
        .collect();
    let made = component(module(bytes), &adapters, options);
    made.unwrap_or_else(|errors| panic!("{errors:#?}"))
        .into_bytes()
        .into_owned()
}

/// A module with a world of this WIT.
fn with_world(wat: &str, wit: &str) -> Vec<u8> {
    let loaded = Loader::new().text("world.wit", wit).load();
    assert!(!loaded.has_errors(), "{:#?}", loaded.diagnostics);
    let world = loaded.resolve.packages[loaded.main[0]].worlds["w"];
    let section = TypeSection {
        string_encoding: StringEncoding::Utf8,
        ..TypeSection::default()
    };
    let module = wat::parse_str(wat).expect("is WebAssembly");
    embed(&module, &loaded.resolve, world, &section)
        .expect("is a module")
        .into_bytes()
        .into_owned()
}

/// Memory for the adapter's stack comes from the module's allocator, or, where that is of no use, from growing memory.
#[test]
fn a_program() {
    let plain = wat::parse_str(format!("{PROGRAM})")).expect("is WebAssembly");
    let growing = wat::parse_str(format!("{PROGRAM} {NO_REALLOC})")).expect("is WebAssembly");
    for (module, realloc_via_memory_grow) in [(plain, false), (growing, true)] {
        // Without the flag, this allocator would be called for the stack and trap.
        let options = Options {
            realloc_via_memory_grow,
            ..Options::default()
        };
        let made = make(&module, &[(WASI, FOR_PROGRAMS)], &options);
        assert_eq!(command::run(&made, &["program"]), ("hi\n".to_owned(), 1));
    }
}

/// A program in Rust, with its arguments, and the components that it needs.
#[test]
fn a_program_in_rust() {
    let folder = root().join("fixtures/guests/calculator");
    let read = |path| fs::read(path).expect("was just built");
    let program = read(build_command(&folder.join("command"), "wasm32-wasip1"));
    let made = make(&program, &[(WASI, FOR_PROGRAMS)], &Options::default());
    let calculator = read(build_guest(&folder.join("calculator"), "wasm32-wasip1"));
    let calculator = component_of(&calculator, Some(FOR_LIBRARIES));
    // rustc's linker has WASI in another version than the adapters, which is one import for all.
    let adder = read(build_guest(&folder.join("adder"), "wasm32-wasip2"));
    let parts = [
        ("command", made.as_slice()),
        ("calculator", &calculator),
        ("adder", &adder),
    ];
    let whole = plugged(&parts).expect("fits").component;
    let world = witc_binary::decode_to_wit(&whole).expect("is a component");
    assert_eq!(
        // Otherwise a host would have to have each version.
        world.matches("import wasi:io/streams@").count(),
        1,
        "{world}"
    );
    assert_eq!(
        command::run(&whole, &["calculator", "40", "2", "add"]),
        ("40 + 2 = 42\n".to_owned(), 0)
    );
}

/// A library for hosts that have what HTTP proxies have: random numbers, and somewhere to write to, but no files.
#[test]
fn a_library_for_proxies() {
    let wat = r#"(module
        (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 1)
        (data (i32.const 0) "\08\00\00\00\00\00\00\00")
        (func (export "run") (result i64)
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 20)))
            (drop (call $random (i32.const 64) (i32.const 8)))
            (i64.load (i32.const 64))))"#;
    let module = with_world(wat, "package a:b; world w { export run: func() -> u64; }");
    let made = make(&module, &[(WASI, FOR_PROXIES)], &Options::default());
    let mut guest = Program::new(&made)
        .expect("is valid")
        .instantiate()
        .expect("needs WASI alone");
    let mut call = || guest.call(None, "run", &[]).expect("does not trap");
    // Numbers of the host: the adapter has no random numbers of its own, and zeros would be equal.
    assert_ne!(call(), call());
    let world = witc_binary::decode_to_wit(&made).expect("is a component");
    assert!(
        // A proxy's host has no files: an import of them would keep the component from starting.
        world.contains("wasi:random/random@0.2.") && !world.contains("filesystem"),
        "{world}"
    );
}

/// Three adapters: one that calls the host with the module's memory, one that counts by itself, and that for WASI 0.1.
#[test]
fn several_adapters() {
    let main = with_world(
        r#"(module
            (import "shout" "shout" (func $shout (param i32 i32)))
            (import "count" "next" (func $next (result i32)))
            (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
            (memory (export "memory") 1)
            (data (i32.const 8) "quiet")
            (func (export "run") (result i32)
                (call $shout (i32.const 8) (i32.const 5))
                (drop (call $next))
                (drop (call $next))
                (i32.add (call $next) (call $random (i32.const 64) (i32.const 8)))))"#,
        "package a:b; world w { export run: func() -> u32; }",
    );
    let shout = with_world(
        r#"(module
            (import "my:log/log" "note" (func $note (param i32 i32)))
            (import "env" "memory" (memory 0))
            (func (export "shout") (param $at i32) (param $length i32)
                (i32.store8 (local.get $at) (i32.const 0x51))
                (call $note (local.get $at) (local.get $length))))"#,
        "package my:log; interface log { note: func(text: string); } world w { import log; }",
    );
    let count = with_world(
        r#"(module
            (global $count (mut i32) (i32.const 0))
            (func (export "next") (result i32)
                (global.set $count (i32.add (global.get $count) (i32.const 1)))
                (global.get $count)))"#,
        "package a:b; world w {}",
    );
    let adapters = [
        ("shout", &*shout),
        // It has no memory of its own nor of the module, and so no stack.
        ("count", &*count),
        (WASI, FOR_LIBRARIES),
    ];
    let made = make(&main, &adapters, &Options::default());
    let mut program = Program::new(&made).expect("is valid");
    let told = listen(&mut program, "my:log/log", "note");
    let mut guest = program.instantiate().expect("needs WASI and the log");
    assert_eq!(
        guest.call(None, "run", &[]).expect("does not trap"),
        Some(Val::U32(3))
    );
    assert_eq!(
        *told.lock().expect("is whole"),
        [Val::String("Quiet".into())]
    );
}

/// An import that the host knows by another name.
#[test]
fn imports_under_other_names() {
    let module = with_world(
        r#"(module
            (import "my:log/log@1.0.0" "note" (func $note (param i32)))
            (func (export "run") (call $note (i32.const 5))))"#,
        "package my:log@1.0.0; interface log { note: func(number: u32); } world w { import log; export run: func(); }",
    );
    // The name of an interface, and one that is none.
    for name in ["your:logs/all@2.0.0", "plain"] {
        let import_names = [("my:log/log@1.0.0".to_owned(), name.to_owned())]
            .into_iter()
            .collect();
        let made = make(
            &module,
            &[],
            &Options {
                import_names,
                ..Options::default()
            },
        );
        let mut program = Program::new(&made).expect("is valid");
        let told = listen(&mut program, name, "note");
        let mut guest = program.instantiate().expect("needs the log alone");
        guest.call(None, "run", &[]).expect("does not trap");
        assert_eq!(*told.lock().expect("is whole"), [Val::U32(5)], "{name}");
    }
}

/// Remembers what an imported function without a result is called with.
fn listen(program: &mut Program, interface: &str, function: &str) -> Arc<Mutex<Vec<Val>>> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&told);
    let import = program.import(Some(interface), function, move |_, arguments, _| {
        heard.lock().expect("is whole").extend_from_slice(arguments);
        Ok(())
    });
    import.expect("is new");
    told
}
