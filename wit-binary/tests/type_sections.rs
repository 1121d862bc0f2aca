//! Type sections of all worlds of the peer's test cases: they validate, and the peer reads the same world out of them
//! as out of its own.

mod peer;

use wasmparser::{Validator, WasmFeatures};
use wit_component::{StringEncoding as PeerEncoding, WitPrinter};
use witc_type_section::{
    InterfaceNames, StringEncoding, TypeSection, section_object, type_section_name,
};

/// A core module with a type section.
fn module(content: &[u8]) -> Vec<u8> {
    let mut module = wasm_encoder::Module::new();
    module.section(&wasm_encoder::CustomSection {
        name: "component-type:w".into(),
        data: content.into(),
    });
    module.finish()
}

/// A type section as the peer reads it: the world and all that it needs, as text.
fn read(content: &[u8]) -> String {
    let (_, bindgen) = wit_component::metadata::decode(&module(content)).expect("a type section");
    let world = &bindgen.resolve.worlds[bindgen.world];
    let main = world.package.expect("a package");
    let others: Vec<_> = bindgen
        .resolve
        .packages
        .iter()
        .map(|(id, _)| id)
        .filter(|&id| id != main)
        .collect();
    let mut printer = WitPrinter::default();
    printer
        .print(&bindgen.resolve, main, &others)
        .expect("a world that can be printed");
    printer.output.to_string()
}

#[test]
fn worlds_of_the_peers_cases() {
    let mut worlds = 0;
    let folders = [
        ("wit-parser-0.263.0", "tests/ui"),
        ("wit-component-0.263.0", "tests/interfaces"),
    ];
    for case in folders
        .iter()
        .flat_map(|(package, folder)| peer::cases(&peer::source(package).join(folder)))
    {
        let Some((resolve, _)) = peer::load(&case) else {
            continue;
        };
        let ours = peer::load_here(&case).resolve;
        for (id, world) in &resolve.worlds {
            for (names, canonical) in [
                (InterfaceNames::Full, false),
                (InterfaceNames::Canonical, true),
            ] {
                let place = format!("{}, world {}, {names:?}", case.display(), world.name);
                let encoded = wit_component::metadata::encode(
                    &resolve,
                    id,
                    PeerEncoding::UTF8,
                    None,
                    canonical,
                );
                let Ok(expected) = encoded else { continue };
                let section = TypeSection {
                    names,
                    ..TypeSection::default()
                };
                let actual = section.encode(&ours, peer::world_id(&ours, &resolve, id));
                let actual = actual.unwrap_or_else(|error| panic!("{place}: {}", error.message));
                let theirs =
                    Validator::new_with_features(WasmFeatures::all()).validate_all(&expected);
                if theirs.is_err() {
                    continue;
                }
                let valid = Validator::new_with_features(WasmFeatures::all()).validate_all(&actual);
                valid.unwrap_or_else(|error| panic!("{place}: {error}"));
                // The peer needs time exponential in the length of chains of `use` to read what exports have in them.
                if case.ends_with("stress-export-elaborate.wit") {
                    continue;
                }
                assert_eq!(read(&actual), read(&expected), "{place}");
                worlds += 1;
            }
        }
    }
    assert!(worlds > 280, "only {worlds} worlds were compared");
}

/// Loads a package whose last world is the one to look at.
fn package(text: &str) -> (witc_resolve::Resolve, witc_resolve::WorldId) {
    let loaded = witc_resolve::Loader::new().text("test.wit", text).load();
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    let world = loaded.resolve.worlds.ids().next_back().expect("a world");
    (loaded.resolve, world)
}

/// The declarations in the type of the world in a type section, which is a component type in a component type.
fn declarations(content: &[u8]) -> Vec<wasmparser::ComponentTypeDeclaration<'_>> {
    use wasmparser::{ComponentType, ComponentTypeDeclaration, Payload};
    for payload in wasmparser::Parser::new(0).parse_all(content) {
        let Payload::ComponentTypeSection(section) = payload.expect("a component") else {
            continue;
        };
        for ty in section {
            let ComponentType::Component(outer) = ty.expect("a type") else {
                continue;
            };
            for declaration in outer {
                if let ComponentTypeDeclaration::Type(ComponentType::Component(inner)) = declaration
                {
                    return inner.into_vec();
                }
            }
        }
    }
    panic!("no world in the type section");
}

#[test]
fn exports_use_the_exported_interface() {
    let (resolve, world) = package(
        "package a:b;
        interface x { resource r; }
        interface y { use x.{r}; f: func(r: r); }
        world w { import x; import y; export x; export y; }",
    );
    let content = TypeSection::default()
        .encode(&resolve, world)
        .expect("a world in order");
    let instances: Vec<_> = declarations(&content)
        .into_iter()
        .filter_map(|declaration| match declaration {
            wasmparser::ComponentTypeDeclaration::Alias(
                wasmparser::ComponentAlias::InstanceExport {
                    instance_index,
                    name: "r",
                    ..
                },
            ) => Some(instance_index),
            _ => None,
        })
        .collect();
    // Imported `x` and `y` are the instances 0 and 1; exported `x` is 2, and what exported `y` uses is its resource.
    assert_eq!(instances, [0, 2]);
}

#[test]
fn what_a_type_section_says_besides_the_world() {
    let (resolve, world) = package("package a:b@1.2.3; world w {}");
    let section = TypeSection {
        string_encoding: StringEncoding::CompactUtf16,
        processed_by: &[("generator", "7.8.9")],
        ..TypeSection::default()
    };
    let content = section.encode(&resolve, world).expect("a world in order");
    let mut customs = Vec::new();
    for payload in wasmparser::Parser::new(0).parse_all(&content) {
        if let wasmparser::Payload::CustomSection(custom) = payload.expect("a component") {
            customs.push((custom.name(), custom.data()));
        }
    }
    assert_eq!(customs[0], ("wit-component-encoding", &[4, 2][..]));
    let (_, producers) = customs[1];
    let fields =
        wasmparser::ProducersSectionReader::new(wasmparser::BinaryReader::new(producers, 0));
    let fields = fields.expect("producers").into_iter().map(|field| {
        let field = field.expect("a field");
        let values = field
            .values
            .into_iter()
            .map(|value| value.expect("a value").name);
        (field.name, values.collect::<Vec<_>>())
    });
    assert_eq!(
        fields.collect::<Vec<_>>(),
        [("processed-by", vec!["generator", "witc"])]
    );
}

#[test]
fn names_of_sections_tell_worlds_apart() {
    let name = |text: &str, suffix| {
        let (resolve, world) = package(text);
        let content = TypeSection::default()
            .encode(&resolve, world)
            .expect("a world in order");
        type_section_name(&resolve, world, &content, suffix)
    };
    let plain = name("package a:b@1.0.0; world w {}", "");
    assert!(
        plain.starts_with("component-type:witc:") && plain.contains(":a:b@1.0.0:w:"),
        "{plain}"
    );
    assert_eq!(plain, name("package a:b@1.0.0; world w {}", ""));
    assert_ne!(plain, name("package a:b@1.0.0; world w {}", "x"));
    assert_ne!(
        plain,
        name("package a:b@1.0.0; world w { import f: func(); }", "")
    );
}

#[test]
fn a_world_out_of_order_is_told() {
    let (mut resolve, world) = package(
        "package a:b;
        interface x { type t = u8; }
        interface y { use x.{t}; }
        world w { import y; }",
    );
    let imports = &mut resolve.worlds[world].imports;
    *imports = imports.take_all().into_iter().skip(1).collect();
    let error = TypeSection::default()
        .encode(&resolve, world)
        .expect_err("a missing interface");
    assert_eq!(error.code, witc_type_section::codes::USED_BEFORE_IMPORT);
    assert_eq!(
        error.message,
        "interface `a:b/y` uses `t` of interface `a:b/x`, which the world neither imports nor exports before that"
    );
}

/// Types whose values hold 2^N others, written before those that they are made of.
#[test]
fn nesting_and_order_cost_nothing() {
    let mut text = String::from("package a:b; interface i { f: func(x: r14) -> r14;");
    // As deep as the size of types allows that a component can hold.
    for n in (1..=14).rev() {
        text += &format!(
            "record r{n} {{ left: r{}, right: option<r{}> }}",
            n - 1,
            n - 1
        );
    }
    text += "record r0 { name: string } } world w { import i; export i; }";
    let (resolve, world) = package(&text);
    let content = TypeSection::default()
        .encode(&resolve, world)
        .expect("a world in order");
    assert!(content.len() < 1500, "{} bytes", content.len());
}

#[test]
fn objects_have_the_section_and_a_symbol() {
    let object = section_object("component-type:w", b"content", "keep_me");
    wasmparser::validate(&object).expect("a valid module");
    let customs = wasmparser::Parser::new(0)
        .parse_all(&object)
        .filter_map(|payload| match payload.expect("a module") {
            wasmparser::Payload::CustomSection(custom) => Some((custom.name(), custom.data())),
            _ => None,
        });
    let customs: Vec<_> = customs.collect();
    assert_eq!(customs[0], ("component-type:w", &b"content"[..]));
    let (name, linking) = customs[1];
    assert_eq!(name, "linking");
    let linking = wasmparser::LinkingSectionReader::new(wasmparser::BinaryReader::new(linking, 0));
    let symbols = linking
        .expect("a linking section")
        .into_iter()
        .flat_map(|subsection| match subsection.expect("a subsection") {
            wasmparser::Linking::SymbolTable(table) => table
                .into_iter()
                .map(|symbol| format!("{:?}", symbol.expect("a symbol")))
                .collect(),
            _ => Vec::new(),
        });
    let symbols: Vec<_> = symbols.collect();
    assert!(
        symbols.len() == 1 && symbols[0].contains("keep_me"),
        "{symbols:?}"
    );
}
