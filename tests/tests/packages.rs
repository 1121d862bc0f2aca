//! Large packages: those of WASI, and made-up ones.

use std::fs;
use std::path::Path;
use witc_bindgen_c::{C, Cpp};
use witc_bindgen_core::{Backend, Input};
use witc_bindgen_rust::Rust;
use witc_diagnostics::render;
use witc_resolve::{Loaded, Loader, print, select_world};
use witc_tests::package_folder;

fn load(path: &Path) -> Loaded {
    let loaded = Loader::new().path(path).load();
    let text: String = loaded
        .diagnostics
        .iter()
        .map(|found| render::short(found, &loaded.resolve.sources))
        .collect();
    assert!(text.is_empty(), "{}:\n{text}", path.display());
    loaded
}

/// Nothing is said about the packages of WASI 0.2, and they mean what they mean to the peer.
#[test]
fn wasi_resolves_whole() {
    let folder = package_folder("wasmtime-wasi-http").join("wit");
    let loaded = load(&folder);
    let mut peer = wit_parser::Resolve::default();
    peer.push_path(&folder).expect("the peer reads it");
    let ours = &loaded.resolve;
    // Types without a name are left out: which of two equal ones are kept as one is not part of the meaning.
    let counts = |packages, interfaces, worlds, types| [packages, interfaces, worlds, types];
    let ours_named = ours
        .types
        .iter()
        .filter(|(_, ty)| ty.name().is_some())
        .count();
    let peers_named = peer
        .types
        .iter()
        .filter(|(_, ty)| ty.name.is_some())
        .count();
    assert_eq!(
        counts(
            ours.packages.len(),
            ours.interfaces.len(),
            ours.worlds.len(),
            ours_named
        ),
        counts(
            peer.packages.len(),
            peer.interfaces.len(),
            peer.worlds.len(),
            peers_named
        )
    );
}

/// Each package as WIT text, in the order of their names.
fn printed(loaded: &Loaded) -> Vec<String> {
    let resolve = &loaded.resolve;
    let mut texts: Vec<String> = resolve
        .packages
        .ids()
        .map(|id| print::package(resolve, id, print::Style::default()))
        .collect();
    texts.sort();
    texts
}

/// What is printed reads back as the same.
#[test]
fn wasi_is_printed_as_it_was_read() {
    let folder = package_folder("wasmtime-wasi-http").join("wit");
    let loaded = load(&folder);
    let again = tempfile::tempdir().expect("there is room");
    let (main, rest): (Vec<_>, Vec<_>) = loaded
        .resolve
        .packages
        .ids()
        .partition(|id| loaded.main.contains(id));
    fs::create_dir(again.path().join("deps")).expect("there is room");
    for (number, id) in rest.iter().enumerate() {
        let text = print::package(&loaded.resolve, *id, print::Style::default());
        // Under numbers: a dependency's file may have any name.
        fs::write(again.path().join(format!("deps/{number}.wit")), text).expect("there is room");
    }
    let text = print::package(&loaded.resolve, main[0], print::Style::default());
    fs::write(again.path().join("main.wit"), &text).expect("there is room");
    let (before, after) = (printed(&loaded), printed(&load(again.path())));
    assert_eq!(before.len(), 8);
    assert_eq!(before, after);
}

/// The size of generated Rust for records that hold one another in two ways each, `depth` deep.
fn nested_records(depth: usize) -> usize {
    let mut text = String::from("package fixture:nested;\n\ninterface types {\n");
    // With memory to free at the bottom, or nothing would have to be written for the levels above.
    text.push_str("    record r0 { name: string, tags: list<string> }\n");
    for level in 1..=depth {
        let below = level - 1;
        text.push_str(&format!(
            "    record r{level} {{ left: r{below}, right: option<r{below}> }}\n"
        ));
    }
    text.push_str(&format!("    pass: func(a: r{depth}) -> r{depth};\n}}\n\n"));
    text.push_str("world nested {\n    import types;\n    export types;\n}\n");
    let loaded = Loader::new().text("nested.wit", text).load();
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let world = select_world(&loaded.resolve, &loaded.main, None).expect("there is one");
    let output = Rust::generate(
        Input {
            resolve: &loaded.resolve,
            world,
        },
        &Default::default(),
    );
    assert!(output.diagnostics.is_empty(), "{:?}", output.diagnostics);
    output
        .files
        .iter()
        .map(|(_, contents)| contents.len())
        .sum()
}

/// A type that contains another one twice must not contain its code twice.
#[test]
fn generated_code_grows_with_the_number_of_types() {
    let (six, twelve) = (nested_records(6), nested_records(12));
    assert!(
        // Twice the levels may be 2.5 times the code, since names grow too; a doubling with each
        // level would be 64 times.
        twelve * 2 <= six * 5,
        "{six} bytes for 6 levels, {twelve} for 12"
    );
}

/// The size of what a back end writes for types without a declaration that hold one another twice, `depth` deep.
fn nested_twice<B: Backend>(pair: &str, depth: usize) -> usize
where
    B::Options: Default,
{
    let types: String = (1..=depth)
        .map(|level| {
            let below = format!("t{}", level - 1);
            format!("    type t{level} = {};\n", pair.replace("_", &below))
        })
        .collect();
    let text = format!(
        "package fixture:nested;\n\ninterface types {{\n    type t0 = string;\n{types}    pass: func(a: t{depth}) -> \
         t{depth};\n}}\n\nworld nested {{\n    import types;\n    export types;\n}}\n"
    );
    let loaded = Loader::new().text("nested.wit", text).load();
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let world = select_world(&loaded.resolve, &loaded.main, None).expect("there is one");
    let resolve = &loaded.resolve;
    let output = B::generate(Input { resolve, world }, &Default::default());
    assert!(output.diagnostics.is_empty(), "{:?}", output.diagnostics);
    let files = output.files.iter();
    files.map(|(_, contents)| contents.len()).sum()
}

/// Nor may it where the types are declared nowhere: tuples, options and their like.
#[test]
fn code_for_types_without_a_declaration_grows_with_their_number() {
    for pair in [
        "tuple<_, _>",
        "tuple<option<_>, option<_>>",
        "result<_, _>",
        "tuple<list<_>, list<_>>",
        "tuple<list<_, 1>, list<_, 1>>",
        "map<u32, tuple<_, _>>",
    ] {
        for (name, size) in [
            ("rust", nested_twice::<Rust> as fn(&str, usize) -> usize),
            ("c", nested_twice::<C>),
            ("cpp", nested_twice::<Cpp>),
        ] {
            // The first levels are written out, as they are small.
            let [low, middle, high] = [6, 10, 14].map(|depth| size(pair, depth));
            assert!(
                // A level has more flat values than the one below, until there are too many to be passed flat. A doubling
                // with each level would be sixteen times.
                high - middle <= (middle - low) * 2,
                "{name}, {pair}: {low}, {middle} and {high} bytes for 6, 10 and 14 levels"
            );
        }
    }
}

/// The bytes of the header and the source that a back end writes for the proxy of WASI HTTP, without comments and white
/// space. The headers that are the same for every world do not count.
fn bytes_for_wasi_http<B: Backend>(header: &str, source: &str) -> usize {
    let loaded = load(&package_folder("wasmtime-wasi-http").join("wit"));
    let world = select_world(
        &loaded.resolve,
        &loaded.main,
        Some("wasmtime:wasi-http/bindings"),
    );
    let world = world.expect("it is there");
    let output = B::generate(
        Input {
            resolve: &loaded.resolve,
            world,
        },
        &Default::default(),
    );
    assert!(output.diagnostics.is_empty(), "{:?}", output.diagnostics);
    let bytes = |name| {
        let mut text = String::from_utf8(output.files.get(name).expect("is written").to_vec())
            .expect("is UTF-8");
        while let Some(start) = text.find("/*") {
            let end = text[start..]
                .find("*/")
                .map_or(text.len(), |end| start + end + 2);
            text.replace_range(start..end, "");
        }
        // Comments and white space are a matter of style, and the peer has less of both.
        text.split_ascii_whitespace().map(str::len).sum::<usize>()
    };
    bytes(header) + bytes(source)
}

/// At most 60 % of what wit-bindgen 0.63 writes.
#[test]
fn c_and_cpp_of_wasi_http_are_small() {
    let c = bytes_for_wasi_http::<C>("bindings.h", "bindings.c");
    assert!(c * 10 <= 164_967 * 6, "{c} bytes of C");
    let cpp = bytes_for_wasi_http::<Cpp>("bindings_cpp.h", "bindings.cpp");
    assert!(cpp * 10 <= 152_954 * 6, "{cpp} bytes of C++");
}
