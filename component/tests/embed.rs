//! Worlds in modules, and modules that do nothing: against the peer's.

mod cases;
mod shape;

use std::path::PathBuf;
use witc_canonical_abi::Scheme;
use witc_component::codes;
use witc_component::embed::{dummy_module, embed};
use witc_component::new::{Module, Options, component};
use witc_component::{Convention, StringEncoding, TypeSection};
use witc_resolve::Loader;

/// The folders of the peer's cases that both sides can load, with the names of their worlds.
fn packages() -> Vec<(PathBuf, Vec<String>)> {
    let Some(sources) = cases::sources() else {
        return Vec::new();
    };
    let mut packages = Vec::new();
    for case in cases::cases(&sources.join("tests/components")) {
        let mut resolve = wit_parser::Resolve::default();
        // Some cases need features that the peer has off by default.
        let Ok((package, _)) = resolve.push_dir(&case.path) else {
            continue;
        };
        let worlds = resolve.packages[package].worlds.keys().cloned().collect();
        packages.push((case.path, worlds));
    }
    packages
}

/// Our component of our dummy module of a world.
fn ours(path: &PathBuf, world: &str, scheme: Scheme, convention: Convention) -> Vec<u8> {
    let loaded = Loader::new().path(path).load();
    assert!(
        !loaded.has_errors(),
        "{}: {:#?}",
        path.display(),
        loaded.diagnostics
    );
    let world = loaded.resolve.packages[loaded.main[0]].worlds[world];
    let module = dummy_module(&loaded.resolve, world, scheme, convention);
    let world = Some((&loaded.resolve, world, StringEncoding::Utf8));
    let made = component(
        Module {
            bytes: &module,
            world,
        },
        &[],
        &Options::default(),
    );
    made.unwrap_or_else(|errors| panic!("{}: {errors:#?}", path.display()))
        .into_bytes()
        .into_owned()
}

fn theirs(path: &PathBuf, world: &str, mangling: wit_parser::ManglingAndAbi) -> Vec<u8> {
    let mut resolve = wit_parser::Resolve::default();
    let (package, _) = resolve.push_dir(path).unwrap();
    let world = resolve.select_world(&[package], Some(world)).unwrap();
    let mut module = wit_component::dummy_module(&resolve, world, mangling);
    let utf8 = wit_component::StringEncoding::UTF8;
    wit_component::embed_component_metadata(&mut module, &resolve, world, utf8, false).unwrap();
    let mut encoder = wit_component::ComponentEncoder::default();
    encoder.module(&module).unwrap().encode().unwrap()
}

#[test]
fn dummy_modules_become_the_same_components() {
    use wit_parser::{LiftLowerAbi, ManglingAndAbi};
    for (path, worlds) in packages() {
        for world in worlds {
            for (scheme, convention, mangling) in [
                (
                    Scheme::Legacy,
                    Convention::Sync,
                    ManglingAndAbi::Legacy(LiftLowerAbi::Sync),
                ),
                (
                    Scheme::Legacy,
                    Convention::Async,
                    ManglingAndAbi::Legacy(LiftLowerAbi::AsyncCallback),
                ),
                (
                    Scheme::Legacy,
                    Convention::AsyncStackful,
                    ManglingAndAbi::Legacy(LiftLowerAbi::AsyncStackful),
                ),
                (
                    Scheme::Standard32,
                    Convention::Sync,
                    ManglingAndAbi::Standard32,
                ),
            ] {
                let ours = ours(&path, &world, scheme, convention);
                let theirs = theirs(&path, &world, mangling);
                let what = format!("{} {world} {scheme:?} {convention:?}", path.display());
                assert_eq!(
                    cases::print_world(&theirs),
                    cases::print_world(&ours),
                    "{what}"
                );
                // The peer's templates call destructors as if they were async functions.
                let theirs = shape::of(&theirs).into_iter().map(|(name, what)| {
                    let end = what.split_once("with destructor main.").map(|(_, end)| end);
                    let plain =
                        end.and_then(|end| end.strip_prefix("[async-lift")?.split_once(']'));
                    let Some((_, plain)) = plain else {
                        return (name, what);
                    };
                    (name, what.replace(end.unwrap_or_default(), plain))
                });
                assert_eq!(theirs.collect::<shape::Shape>(), shape::of(&ours), "{what}");
            }
        }
    }
}

#[test]
fn embedding_keeps_the_module_and_extends_its_producers() {
    let loaded = Loader::new()
        .text(
            "world.wit",
            "package a:b; world w { import f: func(s: string); }",
        )
        .load();
    let world = loaded.resolve.packages[loaded.main[0]].worlds["w"];
    let module = wat::parse_str(
        r#"(module
            (import "$root" "f" (func (param i32 i32)))
            (memory (export "memory") 1)
            (@custom "first" "1")
            (@producers (language "C" "23") (processed-by "clang" "21"))
            (@custom "last" "2"))"#,
    )
    .unwrap();
    for encoding in [
        StringEncoding::Utf8,
        StringEncoding::Utf16,
        StringEncoding::CompactUtf16,
    ] {
        let section = TypeSection {
            string_encoding: encoding,
            ..TypeSection::default()
        };
        let embedded = embed(&module, &loaded.resolve, world, &section)
            .unwrap()
            .into_bytes();
        let text = wasmprinter::print_bytes(&embedded).unwrap();
        for kept in [
            "(import \"$root\" \"f\"",
            "\"first\" ",
            "\"last\" ",
            "(language \"C\" \"23\")",
            "\"clang\" \"21\"",
        ] {
            assert!(text.contains(kept), "{kept} is not in {text}");
        }
        assert!(text.contains("(processed-by \"witc\""), "{text}");

        // The peer makes a component of it, with the encoding that was asked for.
        let mut encoder = wit_component::ComponentEncoder::default();
        let component = encoder
            .validate(true)
            .module(&embedded)
            .unwrap()
            .encode()
            .unwrap();
        let lowered = &shape::of(&component)["main imports $root f"];
        let name = match encoding {
            StringEncoding::Utf8 => "(utf8)",
            StringEncoding::Utf16 => "(utf16)",
            StringEncoding::CompactUtf16 => "(latin1+utf16)",
        };
        assert!(lowered.ends_with(name), "{lowered}");
    }
}

#[test]
fn what_is_no_module_is_not_embedded() {
    let loaded = Loader::new()
        .text("world.wit", "package a:b; world w {}")
        .load();
    let world = loaded.resolve.packages[loaded.main[0]].worlds["w"];
    for bytes in [
        &b""[..],
        b"(module)",
        b"\0asm\x0d\0\x01\0",
        b"\0asm\x01\0\0\0\x01\xff",
    ] {
        let error = embed(bytes, &loaded.resolve, world, &TypeSection::default()).unwrap_err();
        assert_eq!(error.code, codes::NOT_A_CORE_MODULE);
    }
}
