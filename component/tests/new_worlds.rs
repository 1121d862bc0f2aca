//! Modules with several worlds, and what their sections say.

mod make;
mod shape;

use make::{load, make};
use witc_component::codes;
use witc_component::embed::embed;
use witc_component::new::{Module, Options, component};
use witc_component::{StringEncoding, TypeSection};
use witc_resolve::Loaded;

#[test]
fn exports_may_use_each_other_in_any_order() {
    let wit = "package a:b;
        interface uses { use types.{r}; f: func() -> r; }
        interface types { resource r; }
        world w { export uses; export types; }";
    let wat = r#"(module (func (export "a:b/uses#f") (result i32) unreachable))"#;
    let made = make(wit, wat, &Options::default()).unwrap();
    assert_eq!(
        shape::of(&made)["export a:b/uses f"],
        "lift main.a:b/uses#f"
    );
}

#[test]
fn several_worlds_in_one_module() {
    let one = load(
        "package a:b; interface i { f: func(s: string); } world one { import i; export run: func(); }",
    );
    let two = load(
        "package a:b; interface i { g: func(); } world two { import i; import h: func(s: string); }",
    );
    let wat = r#"(module (import "a:b/i" "f" (func (param i32 i32))) (import "a:b/i" "g" (func))
        (import "$root" "h" (func (param i32 i32))) (memory (export "memory") 1) (func (export "run")))"#;
    let bytes = wat::parse_str(wat).unwrap();
    let embedded = |bytes: &[u8], loaded: &Loaded, world: &str, string_encoding| {
        let world = loaded.resolve.packages[loaded.main[0]].worlds[world];
        let section = TypeSection {
            string_encoding,
            ..TypeSection::default()
        };
        embed(bytes, &loaded.resolve, world, &section)
            .unwrap()
            .into_bytes()
            .into_owned()
    };
    let bytes = embedded(&bytes, &one, "one", StringEncoding::Utf8);
    let both = embedded(&bytes, &two, "two", StringEncoding::Utf16);
    let options = Options::default();
    let shape = shape::of(
        &component(
            Module {
                bytes: &both,
                world: None,
            },
            &[],
            &options,
        )
        .unwrap()
        .into_bytes(),
    );
    assert_eq!(
        shape["main imports a:b/i f"],
        "lower a:b/i.f (memory main.memory) (utf8)"
    );
    assert_eq!(shape["main imports a:b/i g"], "lower a:b/i.g");
    assert_eq!(
        shape["main imports $root h"],
        "lower h (memory main.memory) (utf16)"
    );

    // The same world once more, with another encoding: no function can have both.
    let conflicting = embedded(&bytes, &one, "one", StringEncoding::Utf16);
    let errors = component(
        Module {
            bytes: &conflicting,
            world: None,
        },
        &[],
        &options,
    )
    .unwrap_err();
    assert_eq!(errors[0].code, codes::CONFLICTING_ENCODINGS);
}

#[test]
fn sections_that_a_linker_has_concatenated() {
    let loaded =
        load("package a:b; world one { import f: func(); } world two { import g: func(); }");
    let worlds = &loaded.resolve.packages[loaded.main[0]].worlds;
    let section = |world: &str| {
        TypeSection::default()
            .encode(&loaded.resolve, worlds[world])
            .unwrap()
    };
    let content = [section("one"), section("two")].concat();
    let mut bytes =
        wat::parse_str(r#"(module (import "$root" "f" (func)) (import "$root" "g" (func)))"#)
            .unwrap();
    let custom = wasm_encoder::CustomSection {
        name: "component-type:x".into(),
        data: content.into(),
    };
    bytes.push(0);
    wasm_encoder::Encode::encode(&custom, &mut bytes);
    let made = component(
        Module {
            bytes: &bytes,
            world: None,
        },
        &[],
        &Options::default(),
    )
    .unwrap();
    assert_eq!(shape::of(&made.into_bytes()).len(), 2);
}

#[test]
fn producers_of_bindings_join_those_of_the_module() {
    let loaded = load("package a:b; world w {}");
    let world = loaded.resolve.packages[loaded.main[0]].worlds["w"];
    let wat = r#"(module (@producers (language "Rust" "") (processed-by "rustc" "1.95.0")))"#;
    let section = TypeSection {
        processed_by: &[("bindings", "1.2.3")],
        ..TypeSection::default()
    };
    let bytes = wat::parse_str(wat).unwrap();
    let bytes = embed(&bytes, &loaded.resolve, world, &section)
        .unwrap()
        .into_bytes();
    let made = component(
        Module {
            bytes: &bytes,
            world: None,
        },
        &[],
        &Options::default(),
    )
    .unwrap();
    let text = wasmprinter::print_bytes(made.into_bytes()).unwrap();
    for said in [
        "(language \"Rust\"",
        "\"rustc\" \"1.95.0\"",
        "\"bindings\" \"1.2.3\"",
        "\"witc\" ",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    assert!(!text.contains("component-type"), "{text}");
}
