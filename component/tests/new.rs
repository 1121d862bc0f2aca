//! `component new` where the peer's cases do not reach.

mod make;
mod shape;

use make::{load, make, module};
use wasmparser::{Parser, Payload, WasmFeatures};
use witc_canonical_abi::{Convention, Scheme};
use witc_component::Binary;
use witc_component::codes;
use witc_component::new::{Adapter, Options, component};
use witc_diagnostics::Code;

#[test]
fn most_of_the_module_is_borrowed() {
    let loaded = load("package a:b; world w {}");
    let custom = "x".repeat(1 << 16);
    let wat =
        format!(r#"(module (@custom "component-typo" "{custom}") (memory (export "memory") 1))"#);
    let bytes = wat::parse_str(wat).unwrap();
    let made = component(module(&loaded, "w", &bytes), &[], &Options::default()).unwrap();
    let is_borrowed = |piece: &&[u8]| bytes.as_ptr_range().contains(&piece.as_ptr());
    let borrowed: usize = made.pieces().filter(is_borrowed).map(<[u8]>::len).sum();
    // Nothing is left out of this module, so all of its bytes are borrowed.
    assert_eq!(borrowed, bytes.len());
    assert!(
        made.len() < bytes.len() + 400,
        "{} for {}",
        made.len(),
        bytes.len()
    );
}

#[test]
fn validation_finds_what_is_wrong_in_any_function() {
    let loaded = load("package a:b; world w {}");
    let functions = "(func (result i32) i32.const 1)".repeat(300);
    for wrong in [
        "(func (result i32) i64.const 1)",
        "(func i32.add)",
        "(func call 999)",
    ] {
        let bytes = wat::parse_str(format!("(module {functions} {wrong} {functions})")).unwrap();
        let error = component(module(&loaded, "w", &bytes), &[], &Options::default()).unwrap_err();
        assert_eq!(error.len(), 1);
        assert_eq!(error[0].code, codes::INVALID_COMPONENT);
        let unchecked = Options {
            validate: false,
            ..Options::default()
        };
        assert!(component(module(&loaded, "w", &bytes), &[], &unchecked).is_ok());
    }
}

#[test]
fn sections_of_the_module_stay_in_order() {
    let wat = r#"(module
        (@custom "a" "1")
        (func (export "run"))
        (@producers (language "C" "23"))
        (@custom "b" "2"))"#;
    let made = make(
        "package a:b; world w { export run: func(); }",
        wat,
        &Options::default(),
    )
    .unwrap();
    let names: Vec<String> = Parser::new(0)
        .parse_all(&made)
        .filter_map(|payload| match payload.unwrap() {
            Payload::CustomSection(section) => Some(section.name().to_owned()),
            _ => None,
        })
        .collect();
    assert_eq!(
        names,
        ["a", "producers", "b", "component-name", "producers"]
    );
}

#[test]
fn imports_are_renamed() {
    let wit = "package a:b; interface i { f: func(); } world w { import i; import j: interface { f: func(); } }";
    let wat = r#"(module (import "a:b/i" "f" (func)) (import "j" "f" (func)))"#;
    let names = [("a:b/i", "c:d/k@1.0.0"), ("j", "c:d/l"), ("absent", "x")];
    let import_names = names
        .iter()
        .map(|(old, new)| ((*old).to_owned(), (*new).to_owned()))
        .collect();
    let made = make(
        wit,
        wat,
        &Options {
            import_names,
            ..Options::default()
        },
    )
    .unwrap();
    let shape = shape::of(&made);
    assert_eq!(shape["main imports a:b/i f"], "lower c:d/k@1.0.0.f");
    assert_eq!(shape["main imports j f"], "lower c:d/l.f");
}

#[test]
fn legacy_names_are_rejected_on_request() {
    let wit = "package a:b; world w { import f: func(); export g: func(); }";
    let options = Options {
        reject_legacy_names: true,
        ..Options::default()
    };
    let legacy = r#"(module (import "$root" "f" (func)) (func (export "g")))"#;
    assert!(make(wit, legacy, &Options::default()).is_ok());
    let codes: Vec<Code> = make(wit, legacy, &options)
        .unwrap_err()
        .iter()
        .map(|error| error.code)
        .collect();
    assert_eq!(
        codes,
        [codes::UNKNOWN_CORE_IMPORT, codes::MISSING_CORE_EXPORT]
    );
    let standard = r#"(module (import "cm32p2" "f" (func)) (func (export "cm32p2||g")))"#;
    assert!(make(wit, standard, &options).is_ok());
}

#[test]
fn names_for_people_can_be_left_out() {
    let wit = "package a:b; world w { import f: func() -> string; }";
    let wat = r#"(module (import "$root" "f" (func (param i32))) (memory (export "memory") 1)
        (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable))"#;
    let named = make(wit, wat, &Options::default()).unwrap();
    let bare = make(
        wit,
        wat,
        &Options {
            debug_names: false,
            ..Options::default()
        },
    )
    .unwrap();
    // Names are for people only: everything else stays.
    assert_eq!(shape::of(&named), shape::of(&bare));
    let has = |bytes: &[u8], text: &str| {
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    assert!(has(&named, "component-name") && has(&named, "indirect-$root-f"));
    assert!(!has(&bare, "component-name") && !has(&bare, "indirect-$root-f"));
}

#[test]
fn versions_stay_apart_on_request() {
    let wit = "package a:b;
        world w { import c:d/e@1.0.0; import c:d/e@1.1.0; }
        package c:d@1.0.0 { interface e { f: func(); } }
        package c:d@1.1.0 { interface e { f: func(); } }";
    let wat = r#"(module (import "c:d/e@1.0.0" "f" (func)) (import "c:d/e@1.1.0" "f" (func)))"#;
    let merged = shape::of(&make(wit, wat, &Options::default()).unwrap());
    assert_eq!(merged["main imports c:d/e@1.0.0 f"], "lower c:d/e@1.1.0.f");
    let apart = Options {
        merge_imports: false,
        ..Options::default()
    };
    let apart = shape::of(&make(wit, wat, &apart).unwrap());
    assert_eq!(apart["main imports c:d/e@1.0.0 f"], "lower c:d/e@1.0.0.f");
}

/// Where versions that count as compatible are not, it is said how; the versions of other packages, if it is they.
#[test]
fn versions_that_are_not_what_their_numbers_say() {
    let cases = [
        (
            "f: func(x: u32);",
            "f: func(x: u64);",
            "function `f` has `u64`, where the earlier one has `u32`",
        ),
        (
            "use x:y/t@0.2.0.{r}; f: func(x: list<r>);",
            "use x:y/t@0.3.0.{r}; f: func(x: list<r>);",
            "type `r` has `r` of `x:y/t@0.3.0`, where the earlier one has `r` of `x:y/t@0.2.0`",
        ),
        (
            "record p { x: u8, y: u8 }",
            "record p { x: u8 }",
            "type `p` has a record of `x`, where the earlier one has a record of `x`, `y`",
        ),
        (
            "f: func(x: u32); g: func();",
            "f: func(x: u32);",
            "function `g` is gone",
        ),
        (
            "f: func(x: u32);",
            "f: func(x: u32, y: u32);",
            "function `f` has another type",
        ),
    ];
    for (old, new, why) in cases {
        let wit = format!(
            "package a:b;
            world w {{ import c:d/e@1.0.0; import c:d/e@1.1.0; }}
            package c:d@1.0.0 {{ interface e {{ {old} }} }}
            package c:d@1.1.0 {{ interface e {{ {new} }} }}
            package x:y@0.2.0 {{ interface t {{ resource r; }} }}
            package x:y@0.3.0 {{ interface t {{ resource r; }} }}"
        );
        let errors = make(&wit, "(module)", &Options::default()).unwrap_err();
        let said: Vec<_> = errors
            .iter()
            .map(|error| (error.code, error.message.as_str()))
            .collect();
        let expected = format!("`c:d/e@1.1.0` cannot take the place of `c:d/e@1.0.0`: {why}");
        assert_eq!(said, [(codes::INCOMPATIBLE_VERSIONS, expected.as_str())]);
    }
}

/// The components that dummy modules of a world become, in both naming schemes.
fn dummies(wit: &str, convention: Convention) -> Vec<Vec<u8>> {
    let loaded = load(wit);
    let world = loaded.resolve.packages[loaded.main[0]].worlds["w"];
    let schemes = match convention {
        Convention::Sync => &[Scheme::Legacy, Scheme::Standard32][..],
        _ => &[Scheme::Legacy],
    };
    let dummies = schemes.iter().map(|&scheme| {
        let bytes = witc_component::embed::dummy_module(&loaded.resolve, world, scheme, convention);
        component(module(&loaded, "w", &bytes), &[], &Options::default())
            .unwrap()
            .into_bytes()
            .into_owned()
    });
    dummies.collect()
}

#[test]
fn no_feature_is_needed_that_the_world_does_not_need() {
    let cases = [
        // No more than the first version of WebAssembly, for functions that are called straight away.
        ("world w { import f: func(x: u32); export run: func(x: u32) -> u32; }", WasmFeatures::empty()),
        // Nor for those that need a shim until there is memory.
        (
            "interface i { resource r { constructor(s: string); m: func() -> list<string>; } }
            world w { import i; export i; export run: func(x: option<tuple<u8, f64>>) -> result<string, u32>; }",
            WasmFeatures::empty(),
        ),
        ("world w { export f: func(x: map<string, u32>); }", WasmFeatures::CM_MAP),
        ("world w { import f: func(x: list<u8, 4>); }", WasmFeatures::CM_FIXED_LENGTH_LISTS),
        ("interface i { f: func(); } world w { import j: i; }", WasmFeatures::CM_IMPLEMENTS),
        ("world w { import f: func(x: error-context); }", WasmFeatures::CM_ERROR_CONTEXT),
        ("world w { import f: async func(); }", WasmFeatures::CM_ASYNC),
        ("world w { import f: func(x: stream<u8>); }", WasmFeatures::CM_ASYNC),
    ];
    for (wit, needed) in cases {
        for made in dummies(&format!("package a:b; {wit}"), Convention::Sync) {
            let validates = |more: WasmFeatures| {
                let features = WasmFeatures::WASM1 | WasmFeatures::COMPONENT_MODEL | more;
                wasmparser::Validator::new_with_features(features).validate_all(&made)
            };
            validates(needed).unwrap_or_else(|error| panic!("{wit}: {error}"));
            assert!(
                needed.is_empty() || validates(WasmFeatures::empty()).is_err(),
                "{wit} needs nothing"
            );
        }
    }
}

/// Guests that call and are called asynchronously need async, and for stacks of their own that too.
#[test]
fn async_abis_need_what_they_are_made_of() {
    let wit = "package a:b; world w { import f: async func(s: string); export run: async func() -> string; }";
    let base = WasmFeatures::WASM1 | WasmFeatures::COMPONENT_MODEL | WasmFeatures::CM_ASYNC;
    let stackful = WasmFeatures::CM_ASYNC_STACKFUL;
    for (convention, needed) in [
        (Convention::Async, WasmFeatures::empty()),
        (Convention::AsyncStackful, stackful),
    ] {
        for made in dummies(wit, convention) {
            let validates = |more| {
                wasmparser::Validator::new_with_features(base | more)
                    .validate_all(&made)
                    .map(drop)
            };
            validates(needed).unwrap_or_else(|error| panic!("{convention:?}: {error}"));
            assert!(
                needed.is_empty() || validates(WasmFeatures::empty()).is_err(),
                "{convention:?}"
            );
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let wit = "package a:b;
        interface t { record r { x: string } resource s; }
        interface i { use t.{r, s}; f: func(x: r) -> list<s>; g: func(x: borrow<s>); }
        world w { import i; export i; export t; export run: func() -> string; }";
    let loaded = load(wit);
    let world = loaded.resolve.packages[loaded.main[0]].worlds["w"];
    let bytes = witc_component::embed::dummy_module(
        &loaded.resolve,
        world,
        Scheme::Legacy,
        Convention::Sync,
    );
    let make = || {
        component(module(&loaded, "w", &bytes), &[], &Options::default())
            .unwrap()
            .into_bytes()
            .into_owned()
    };
    let first = make();
    // Hash maps have another order in each instance, which ten runs would show.
    for _ in 0..10 {
        assert!(make() == first);
    }
}

#[test]
fn adapters_of_any_name_and_number() {
    let loaded = load(
        "package a:b;
        world w {}
        world one { import x: func(s: string); }
        world two { import x: func(s: string); export y: func() -> string; }",
    );
    let main = wat::parse_str(
        r#"(module (import "main" "f" (func)) (import "shim" "f" (func (param i32)))
            (memory (export "memory") 1)
            (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable))"#,
    )
    .unwrap();
    let one = wat::parse_str(
        r#"(module (import "$root" "x" (func $x (param i32 i32))) (import "env" "memory" (memory 0))
            (func (export "f") (call $x (i32.const 0) (i32.load (i32.const 4))))
            (func (export "unused") (call $x (i32.const 0) (i32.const 0))))"#,
    )
    .unwrap();
    let two = wat::parse_str(
        r#"(module (import "$root" "x" (func $x (param i32 i32)))
            (func (export "f") (param i32)) (func (export "y") (result i32) unreachable))"#,
    )
    .unwrap();
    let unused = wat::parse_str(
        r#"(module (import "nothing" "at-all" (func $f)) (func (export "g") call $f))"#,
    )
    .unwrap();
    let adapters = [
        Adapter {
            name: "main",
            module: module(&loaded, "one", &one),
        },
        Adapter {
            name: "unused",
            module: module(&loaded, "one", &unused),
        },
        Adapter {
            name: "shim",
            module: module(&loaded, "two", &two),
        },
    ];
    let made: Binary<'_> =
        component(module(&loaded, "w", &main), &adapters, &Options::default()).unwrap();
    let shape = shape::of(&made.into_bytes());
    let expected = [
        (
            "adapter 1 imports $root x",
            "lower x (memory main.memory) (utf8)",
        ),
        ("adapter 1 imports env memory", "main.memory"),
        ("export y", "lift adapter 2.y (memory main.memory) (utf8)"),
        ("main imports main f", "adapter 1.f"),
        ("main imports shim f", "adapter 2.f"),
    ];
    let expected = expected.map(|(name, what)| (name.to_owned(), what.to_owned()));
    assert_eq!(shape, expected.into_iter().collect());
}

/// Numbers need no memory, so that the addresses of the module's own may have 64 bits, and its allocator too.
#[test]
fn worlds_of_numbers_in_64_bits() {
    let wat = |parameter: &str| {
        format!(
            r#"(module (import "$root" "f" (func (param i64) (result f32)))
                (memory (export "memory") i64 1)
                (func (export "g") (param {parameter}))
                (func (export "cabi_realloc") (param i64 i64 i64 i64) (result i64) unreachable))"#
        )
    };
    let wit = "package a:b; world w { import f: func(x: u64) -> f32; export g: func(x: u32); }";
    let shape = shape::of(&make(wit, &wat("i32"), &Options::default()).unwrap());
    assert_eq!(shape["export g"], "lift main.g");
    let codes = |wit: &str, parameter: &str| -> Vec<Code> {
        let errors = make(wit, &wat(parameter), &Options::default()).unwrap_err();
        errors.iter().map(|error| error.code).collect()
    };
    assert_eq!(codes(wit, "i64"), [codes::WRONG_CORE_TYPE]);
    let text = "package a:b; world w { import f: func(x: u64) -> f32; export g: func(x: string); }";
    assert_eq!(codes(text, "i64 i64"), [codes::MEMORY_64]);
}
