//! C lays structs out as the canonical ABI does: everything else here relies on that.

use crate::c::interner::Interner;
use crate::c::names::Prefixes;
use crate::c::types::HandleType;
use crate::c::{C, Options};
use std::fmt::Write as _;
use witc_bindgen_core::{Backend, Input, Modules, Perspective};
use witc_canonical_abi::{Plans, PointerWidth};
use witc_resolve::{Loader, Resolve, WorldId, select_world};

/// Each kind of type, with what makes its layout hard.
const WIT: &str = "package test:more; interface i {
    record odd { a: u8, b: u64, c: bool, d: option<u8>, e: char, f: list<u16, 3>, g: f32 }
    variant wide { a, b(odd), c(u16), d(tuple<u8, f64>), e(string), f(result<u64, u8>), g(map<string, u8>) }
    flags nine { a, b, c, d, e, f, g, h, i }
    flags many { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q }
    record all { nine: nine, many: many, wide: option<wide>, err: result<_, odd>, e: error-context }
    f: func(a: all, b: list<all, 2>, c: tuple<u8, all, u16>);
} world w { import i; }";

#[test]
fn structs_lie_in_memory_as_the_abi_says() {
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/c/loopback.wit");
    for loader in [
        Loader::new().path(fixture),
        Loader::new().text("more.wit", WIT),
    ] {
        let loaded = loader.load();
        assert!(loaded.diagnostics.is_empty());
        let (resolve, options) = (&loaded.resolve, Options::default());
        let world = select_world(resolve, &loaded.main, None).unwrap();
        let output = C::generate(Input { resolve, world }, &options);
        let folder = tempfile::tempdir().unwrap();
        let (name, header) = output
            .files
            .iter()
            .find(|(name, _)| name.ends_with(".h"))
            .unwrap();
        std::fs::write(folder.path().join(name), header).unwrap();
        let source = format!(
            "#include \"{name}\"\n{}",
            assertions(resolve, world, &options)
        );
        // Without assertions the test would pass for nothing.
        assert!(source.lines().count() > 20);
        std::fs::write(folder.path().join("check.c"), source).unwrap();
        let output = std::process::Command::new("cc")
            .current_dir(folder.path())
            .args(["-std=c11", "-fsyntax-only", "check.c"])
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

/// The sizes and alignments of all types, as C asserts them.
fn assertions(resolve: &Resolve, world: WorldId, options: &Options) -> String {
    let (plans, modules) = (
        Plans::new(resolve),
        Modules::new(resolve, world, Perspective::Guest),
    );
    let prefixes = Prefixes::new(&modules, options);
    let mut interner = Interner::new(&modules, &plans, &prefixes, options);
    interner.declare_all();
    let types = interner.types;
    let mut source = String::new();
    for ty in types.declared() {
        // A borrowed handle of an exported resource is a pointer: 32 bits on wasm32 alone.
        let handle = types.shape(ty).handle();
        if types.facts(ty).borrows || handle == Some(HandleType::Representation) {
            continue;
        }
        let (name, layout) = (&types[ty].name, types.plan(ty).layout);
        let (size, align) = (
            // The compiler of this machine checks, and its pointers have 64 bits.
            layout.size.at(PointerWidth::Bits64),
            layout.align.at(PointerWidth::Bits64),
        );
        for claim in [
            format!("sizeof({name}) == {size}"),
            format!("_Alignof({name}) == {align}"),
        ] {
            let _ = writeln!(source, "_Static_assert({claim}, \"{name}\");");
        }
    }
    source
}
