//! Dependencies in binary form that each bring their own copy of a package: the copies are united in either order, or
//! rejected, as the peer does it.

mod peer;

use std::collections::BTreeSet;
use std::path::Path;
use wit_component::DecodedWasm;
use wit_parser::Resolve;
use witc_binary::{InterfaceNames, decode_to_packages, encode_package};
use witc_resolve::{Loaded, Loader};

/// The package of a folder as a binary, written here and by the peer.
fn binaries(folder: &Path) -> [Vec<u8>; 2] {
    let (resolve, main) = peer::load(folder).expect("a package");
    let theirs = wit_component::encode(&resolve, main, false).expect("a package in order");
    let ours = peer::load_here(folder).resolve;
    let main = peer::package_id(&ours, &resolve, main);
    [
        encode_package(&ours, main, InterfaceNames::Full).expect("a package in order"),
        theirs,
    ]
}

/// Loads a package that has these as dependencies.
fn load(name: &str, dependencies: [&[u8]; 2]) -> Loaded {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("unite")
        .join(name);
    let write = |path: &str, bytes: &[u8]| {
        std::fs::write(folder.join(path), bytes).expect("can be written");
    };
    std::fs::create_dir_all(folder.join("deps")).expect("can be made");
    write("w.wit", b"package the:user; world w {}");
    write("deps/1.wasm", dependencies[0]);
    write("deps/2.wasm", dependencies[1]);
    let read = |bytes: &[u8]| {
        decode_to_packages(bytes)
            .map_err(|error| panic!("a binary that can't be read: {}", error.message))
    };
    Loader::new()
        .path(folder)
        .binary_reader(Box::new(read))
        .load()
}

/// The items of the interfaces, by name; or the codes of the errors.
fn here(loaded: &Loaded) -> Result<BTreeSet<String>, Vec<String>> {
    let errors: Vec<_> = loaded
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code.to_string())
        .collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut items = BTreeSet::new();
    for (_, interface) in loaded.resolve.interfaces.iter() {
        let (Some(package), Some(name)) = (interface.package, &interface.name) else {
            continue;
        };
        let package = &loaded.resolve.packages[package].name;
        for item in interface.types.keys().chain(interface.functions.keys()) {
            items.insert(format!("{package} {name} {item}"));
        }
    }
    Ok(items)
}

/// The same of the peer's merge; nothing if it fails.
fn there(binaries: [&[u8]; 2]) -> Option<BTreeSet<String>> {
    let mut all = Resolve::default();
    for bytes in binaries {
        let Ok(DecodedWasm::WitPackage(resolve, _)) = wit_component::decode(bytes) else {
            panic!("no package")
        };
        all.merge(resolve).ok()?;
    }
    let mut items = BTreeSet::new();
    for (_, interface) in &all.interfaces {
        let (Some(package), Some(name)) = (interface.package, &interface.name) else {
            continue;
        };
        let package = &all.packages[package].name;
        for item in interface.types.keys().chain(interface.functions.keys()) {
            items.insert(format!("{package} {name} {item}"));
        }
    }
    Some(items)
}

#[test]
fn merge_cases_of_the_peer() {
    let (mut united, mut rejected) = (0, 0);
    for case in peer::cases(&peer::source("wit-component-0.263.0").join("tests/merge")) {
        // The packages, and the one that both depend on, which has worlds.
        for part in ["", "deps/foo"] {
            let folders = [case.join("from").join(part), case.join("into").join(part)];
            if folders.iter().any(|folder| peer::load(folder).is_none()) {
                continue;
            }
            let [from, into] = folders.map(|folder| binaries(&folder));
            let name = format!(
                "{}-{}",
                case.file_name().expect("a name").display(),
                part.len()
            );
            let pairs = from
                .iter()
                .flat_map(|from| into.iter().map(move |into| (from, into)));
            for (pair, (from, into)) in pairs.enumerate() {
                let expected = there([into, from]);
                let place = |order| format!("{name}-{pair}-{order}");
                for (order, dependencies) in
                    [[&**from, into], [&**into, from]].into_iter().enumerate()
                {
                    let actual = here(&load(&place(order), dependencies));
                    if let Some(expected) = &expected {
                        assert_eq!(actual.as_ref(), Ok(expected), "{}", place(order));
                        united += 1;
                    } else {
                        assert_eq!(actual, Err(vec!["W0203".to_owned()]), "{}", place(order));
                        rejected += 1;
                    }
                }
            }
        }
    }
    assert!(rejected >= 40, "only {rejected} cases were rejected");
    assert!(united >= 80, "only {united} cases were united");
}

/// A package that knows `c:d/e` as `e`.
fn with(name: &str, e: &str) -> Vec<u8> {
    let text = format!(
        "package a:{name}; interface i {{ use c:d/e.{{t, r}}; f: func(t: t, r: r); }} package c:d {{ interface e {{ {e} }} }}"
    );
    let loaded = Loader::new().text("a.wit", text).load();
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    encode_package(&loaded.resolve, loaded.main[0], InterfaceNames::Full)
        .expect("a package in order")
}

#[test]
fn what_two_copies_have_is_the_same() {
    let first = with(
        "b",
        "/// Said.\nrecord t { a: u32 } resource r { m: func(); }",
    );
    let second = with("c", "record t { a: u32 } resource r { n: func() -> t; }");
    for (order, dependencies) in [[&*first, &second], [&*second, &first]]
        .into_iter()
        .enumerate()
    {
        let items = here(&load(&format!("same-{order}"), dependencies)).expect("no conflict");
        assert!(items.contains("c:d e t"), "{items:?}");
    }
    for (index, other) in [
        "record t { a: s32 } resource r;",
        "record t { a: u32 } type r = u32;",
    ]
    .iter()
    .enumerate()
    {
        let other = with("c", other);
        for (order, dependencies) in [[&*first, &other], [&*other, &first]]
            .into_iter()
            .enumerate()
        {
            let loaded = load(&format!("other-{index}-{order}"), dependencies);
            assert_eq!(here(&loaded), Err(vec!["W0203".to_owned()]));
            let conflict = &loaded.diagnostics[0];
            let file = |span| loaded.resolve.sources.locate(span).map(|(file, _)| file);
            assert_ne!(
                file(conflict.primary.span),
                file(conflict.secondary[0].span),
                "{conflict:?}"
            );
        }
    }
}
