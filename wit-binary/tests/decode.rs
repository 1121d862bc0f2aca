//! What is decoded is what the peer decodes: of packages, type sections and components; and no bytes do harm.

mod peer;

use std::path::Path;
use wit_component::{DecodedWasm, StringEncoding as PeerEncoding, WitPrinter};
use witc_binary::{
    Decoded, InterfaceNames, StringEncoding, component_to_wit, decode, decode_to_wit,
    decode_type_section, encode_package,
};
use witc_diagnostics::{SourceMap, render};
use witc_resolve::{Features, Loader};
use witc_type_section::TypeSection;

/// The peer needs time exponential in the length of chains of `use` to read what exports have in them.
fn is_too_much_for_the_peer(case: &Path) -> bool {
    case.ends_with("stress-export-elaborate.wit")
}

fn all_cases() -> impl Iterator<Item = std::path::PathBuf> {
    let folders = [
        ("wit-parser-0.263.0", "tests/ui"),
        ("wit-component-0.263.0", "tests/interfaces"),
    ];
    folders
        .into_iter()
        .flat_map(|(package, folder)| peer::cases(&peer::source(package).join(folder)))
}

fn print(resolve: &wit_parser::Resolve, main: wit_parser::PackageId) -> String {
    let mut printer = WitPrinter::default();
    let others: Vec<_> = resolve
        .packages
        .iter()
        .map(|(id, _)| id)
        .filter(|&id| id != main)
        .collect();
    printer
        .print(resolve, main, &others)
        .expect("a package that can be printed");
    printer.output.to_string()
}

/// A package or component as the peer reads it, as text.
fn read(bytes: &[u8]) -> String {
    let decoded = wit_component::decode(bytes).expect("a package or component");
    print(decoded.resolve(), decoded.package())
}

/// The same, of a type section.
fn read_section(content: &[u8]) -> String {
    let (resolve, world) = wit_parser::decoding::decode_world(content).expect("a type section");
    let package = resolve.worlds[world].package.expect("a package");
    print(&resolve, package)
}

#[test]
fn packages() {
    let mut packages = 0;
    for case in all_cases() {
        let Some((resolve, main)) = peer::load(&case) else {
            continue;
        };
        for (names, canonical) in [
            (InterfaceNames::Full, false),
            (InterfaceNames::Canonical, true),
        ] {
            let place = format!("{}, {names:?}", case.display());
            let Ok(bytes) = wit_component::encode(&resolve, main, canonical) else {
                continue;
            };
            if resolve.packages[main].interfaces.is_empty()
                && resolve.packages[main].worlds.is_empty()
            {
                continue;
            }
            let decoded =
                decode(&bytes).unwrap_or_else(|error| panic!("{place}: {}", error.message));
            let Decoded::Package { resolve, package } = decoded else {
                panic!("{place}: a component")
            };
            let again = encode_package(&resolve, package, names).expect("a package in order");
            if !is_too_much_for_the_peer(&case) {
                assert_eq!(read(&again), read(&bytes), "{place}");
            }
            // Decoding our own output loses nothing.
            let Ok(Decoded::Package { resolve, package }) = decode(&again) else {
                panic!("{place}")
            };
            assert_eq!(
                encode_package(&resolve, package, names).ok().as_ref(),
                Some(&again),
                "{place}"
            );
            // Nor is anything lost on the way through text.
            let text = decode_to_wit(&again).expect("a package");
            let loaded = Loader::new()
                .text("decoded.wit", &*text)
                .features(Features::all())
                .load();
            assert!(!loaded.has_errors(), "{place}: {:?}", loaded.diagnostics);
            let through_text =
                encode_package(&loaded.resolve, loaded.main[0], names).expect("a package in order");
            assert_eq!(
                decode_to_wit(&through_text).expect("a package"),
                text,
                "{place}"
            );
            assert!(through_text == again, "{place}: the same text, other bytes");
            packages += 1;
        }
    }
    assert!(packages > 200, "only {packages} packages were compared");
}

#[test]
fn type_sections() {
    let mut worlds = 0;
    for case in all_cases() {
        let Some((resolve, _)) = peer::load(&case) else {
            continue;
        };
        for (id, world) in &resolve.worlds {
            let place = format!("{}, world {}", case.display(), world.name);
            let encoded =
                // Not the default encoding, so that one which is not read would show.
                wit_component::metadata::encode(&resolve, id, PeerEncoding::UTF16, None, false);
            let Ok(content) = encoded else { continue };
            let decoded = decode_type_section(&content);
            let (resolve, id, encoding) =
                decoded.unwrap_or_else(|error| panic!("{place}: {}", error.message));
            assert_eq!(encoding, StringEncoding::Utf16);
            let again = TypeSection::default()
                .encode(&resolve, id)
                .expect("a world in order");
            if !is_too_much_for_the_peer(&case) {
                assert_eq!(read_section(&again), read_section(&content), "{place}");
            }
            worlds += 1;
        }
    }
    assert!(worlds > 140, "only {worlds} worlds were compared");
}

/// Type sections as they were written before they were components.
#[test]
fn old_type_sections() {
    let wit = "package a:b; interface i { f: func(); } world w { import i; } world v { export i; }";
    let loaded = Loader::new().text("old.wit", wit).load();
    let package =
        encode_package(&loaded.resolve, loaded.main[0], InterfaceNames::Full).expect("in order");
    for (name, world) in [("w", "w"), ("a:b/v", "v")] {
        let mut content = vec![3, 1, name.len() as u8];
        content.extend(name.as_bytes());
        content.extend(&package);
        let (resolve, id, encoding) = decode_type_section(&content).expect("an old section");
        assert_eq!(
            (resolve.worlds[id].name.as_str(), encoding),
            (world, StringEncoding::Utf16)
        );
        assert!(decode_type_section(&content[..content.len() - 1]).is_err());
    }
    for damaged in [&[3][..], &[3, 9], &[3, 0, 200], &[3, 0, 1, b'w']] {
        assert!(decode_type_section(damaged).is_err());
    }
}

/// The peer's components, as binaries.
fn components() -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let folder = peer::source("wit-component-0.263.0").join("tests/components");
    let folders = std::fs::read_dir(folder)
        .expect("the peer's components")
        .flatten();
    let mut files: Vec<_> = folders
        .map(|folder| folder.path().join("component.wat"))
        .collect();
    files.retain(|file| file.exists());
    files.sort();
    files
        .into_iter()
        .filter_map(|file| Some((file.clone(), wat::parse_file(&file).ok()?)))
        .collect()
}

#[test]
fn worlds_of_components() {
    let mut compared = 0;
    for (file, bytes) in components() {
        let place = file.display();
        let DecodedWasm::Component(theirs, their_world) =
            wit_component::decode(&bytes).expect("a component")
        else {
            continue;
        };
        let decoded = decode(&bytes).unwrap_or_else(|error| panic!("{place}: {}", error.message));
        let Decoded::Component { resolve, world } = decoded else {
            panic!("{place}: a package")
        };
        let ours = TypeSection::default()
            .encode(&resolve, world)
            .expect("a world in order");
        let theirs =
            wit_component::metadata::encode(&theirs, their_world, PeerEncoding::UTF8, None, false);
        assert_eq!(
            read_section(&ours),
            read_section(&theirs.expect("a world")),
            "{place}"
        );
        compared += 1;
    }
    assert!(compared > 100, "only {compared} components were compared");
}

/// WIT without line breaks, indentation and the commas before them, which are a matter of taste.
fn in_one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words
        .join(" ")
        .replace("( ", "(")
        .replace(", )", ")")
        .replace("{ }", "{}")
}

/// Components are printed as the peer prints them: its own, and those in the folder that `COMPONENTS` in the environment
/// names, such as componentize-py, jco and linkers make.
#[test]
fn texts_of_components() {
    let mut all = components();
    if let Some(folder) = std::env::var_os("COMPONENTS") {
        let files = std::fs::read_dir(folder)
            .expect("`COMPONENTS` names a folder")
            .flatten();
        let files = files
            .map(|file| file.path())
            .filter(|file| file.extension().is_some_and(|e| e == "wasm"));
        all.extend(files.map(|file| (file.clone(), std::fs::read(&file).expect("can be read"))));
    }
    assert!(all.len() > 100, "only {} components are here", all.len());
    for (file, bytes) in all {
        let ours = decode_to_wit(&bytes)
            .unwrap_or_else(|error| panic!("{}: {}", file.display(), error.message));
        assert_eq!(
            in_one_line(&ours),
            in_one_line(&read(&bytes)),
            "{}",
            file.display()
        );
    }
}

/// Bytes that are cut off, or changed, give a result or a diagnostic.
#[test]
fn damaged_bytes() {
    let mut errors = 0;
    let mut inputs: Vec<_> = components()
        .into_iter()
        .map(|(_, bytes)| bytes)
        .step_by(9)
        .collect();
    for case in all_cases().step_by(5) {
        let Some((resolve, main)) = peer::load(&case) else {
            continue;
        };
        inputs.extend(wit_component::encode(&resolve, main, false));
    }
    for bytes in inputs {
        for end in (0..bytes.len()).step_by(1 + bytes.len() / 100) {
            errors += usize::from(decode(&bytes[..end]).is_err());
        }
        let mut seed = 1_u64;
        for _ in 0..200 {
            let mut changed = bytes.clone();
            for _ in 0..3 {
                seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let at = (seed >> 33) as usize % changed.len();
                changed[at] = (seed >> 24) as u8;
            }
            errors += usize::from(decode(&changed).is_err());
        }
    }
    assert!(errors > 1000, "only {errors} errors");
}

/// The diagnostics for bytes that can't be decoded: a file of them, as text, for each kind of mistake.
#[test]
fn diagnostics() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/diagnostics/decode");
    let files = std::fs::read_dir(&folder)
        .expect("the fixtures")
        .flatten()
        .map(|entry| entry.path());
    let mut files: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|e| e == "wat"))
        .collect();
    files.sort();
    assert!(files.len() >= 3);
    for file in files {
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let bytes = wat::parse_file(&file).expect("the text of a binary");
        let diagnostic = decode(&bytes).expect_err(&name);
        assert_eq!(diagnostic.code.to_string(), name[..5], "{name}");
        let expected = std::fs::read_to_string(file.with_extension("expected")).unwrap_or_default();
        assert_eq!(
            render::short(&diagnostic, &SourceMap::new()),
            expected,
            "{name}"
        );
    }
}

/// A world has either the imported or the exported resource of an interface in its exports, and text for tools that compare
/// must not hide that a component has it otherwise.
#[test]
fn mixed_resources() {
    let component = |own: &str| {
        format!(
            "(component
                (import \"a:b/k\" (instance $k (export \"t\" (type (sub resource)))))
                (alias export $k \"t\" (type $t))
                {own}
                (instance $j (export \"t\" (type $t)))
                (export \"a:b/j\" (instance $j)))"
        )
    };
    let mixed = "(type $own (resource (rep i32)))
        (instance $e (export \"t\" (type $own)))
        (export \"a:b/k\" (instance $e))";
    for (own, expected) in [
        ("", None),
        // The import itself is exported: there is one resource.
        ("(export \"a:b/k\" (instance $k))", None),
        (
            mixed,
            Some("its export `a:b/j` has resource `t` of the interface `a:b/k`"),
        ),
    ] {
        let bytes = wat::parse_str(component(own)).expect("is WebAssembly");
        assert!(decode(&bytes).is_ok(), "{own}");
        match (component_to_wit(&bytes), expected) {
            (Ok(_), None) => {}
            (Err(found), Some(expected)) => assert!(found.message.contains(expected), "{found:?}"),
            (result, _) => panic!("{own}: {result:?}"),
        }
    }
}
