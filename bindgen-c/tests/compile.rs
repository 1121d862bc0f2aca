//! Generated C compiles without a warning: as every C and C++ it may be used in, on every machine.

mod support;

use support::{
    compile_everywhere, fixture, generate, generate_fixture, peer_cases, succeed, text, write,
};
use witc_bindgen_c::C;

#[test]
fn every_type_both_ways() {
    compile_everywhere(&generate_fixture("loopback.wit", &[]));
}

#[test]
fn every_option() {
    for options in [
        &["--no-helpers"][..],
        &["--no-sig-flattening"],
        &["--string-encoding=utf16"],
        &["--string-encoding=compact-utf16"],
        &["--string-encoding=compact-utf16", "--no-helpers"],
        &[
            "--rename-world=other-name",
            "--rename=test:loopback/values=v",
        ],
        &["--no-object-file", "--type-section-suffix=x"],
    ] {
        compile_everywhere(&generate_fixture("loopback.wit", options));
    }
}

#[test]
fn names_that_fall_together() {
    let output = generate_fixture("names.wit", &[]);
    compile_everywhere(&output);
    // Nothing was lost on the way: as many imports and exports as the WIT has, by what they are called there.
    let source = text(&output, ".c");
    for name in [
        "f",
        "[method]r.f",
        "method-r-f",
        "[static]r.drop",
        "r-drop-own",
        "[resource-drop]r",
    ] {
        let import = format!("WITC_IMPORT(\"test:names/clashes@1.0.0\", \"{name}\")");
        assert_eq!(
            source.matches(&import).count(),
            usize::from(name != "f"),
            "{import}"
        );
    }
    for module in [
        "plain",
        "names",
        "test:twice/same@1.0.0-a",
        "test:twice/same@1.0.0+a",
        "te:st-folds/one",
    ] {
        assert_eq!(
            source
                .matches(&format!("WITC_IMPORT(\"{module}\", \"f\")"))
                .count(),
            1,
            "{module}"
        );
    }
    assert_eq!(source.matches("WITC_EXPORT(\"plain#f\")").count(), 1);
}

#[test]
fn names_of_the_library() {
    compile_everywhere(&generate(support::LIBRARY_NAMES, &[]));
    compile_everywhere(&generate(
        support::LIBRARY_NAMES,
        &["--no-sig-flattening", "--rename-world=random"],
    ));
}

#[test]
fn comments_that_look_like_code() {
    let output = generate(
        "package a:b;\nworld w {\n  /// ends */ int x; /* and \\\n  import f: func();\n  /** also // this ??/ **/\n  import g: func();\n}",
        &[],
    );
    compile_everywhere(&output);
}

#[test]
fn an_empty_world_and_one_of_types() {
    compile_everywhere(&generate("package a:b; world w {}", &[]));
    compile_everywhere(&generate(
        "package a:b; interface i { type t = list<string>; flags f { a } } world w { import i; type u = error-context; }",
        &[],
    ));
}

#[test]
fn borrowed_handles_dropped_automatically() {
    let wit = "package a:b;
        interface i { resource r; resource q; }
        world w {
            use i.{r, q};
            record both { r: borrow<r>, n: option<borrow<q>> }
            variant one { r(borrow<r>), q(borrow<q>), none }
            export f: func(a: borrow<r>, b: option<borrow<q>>, c: both, d: one, e: option<both>) -> string;
            export g: func(a: tuple<borrow<r>, borrow<q>>, b: list<u8>) -> u8;
            export spilled: func(a: both, b: both, c: both, d: both, e: both, f: both, g: option<both>, h: list<u8, 2>);
        }";
    let output = generate(wit, &["--autodrop-borrows=yes"]);
    compile_everywhere(&output);
    // A function that drops would drop what the bindings have dropped already.
    assert!(!text(&output, ".h").contains("drop_borrow"));
    assert!(text(&generate(wit, &[]), ".h").contains("drop_borrow"));
}

/// Everything that is async, with each option that has to do with it.
#[test]
fn asynchronous_functions_and_channels() {
    let wit = "package a:b;
        interface i {
            resource r { constructor(); get: async func(other: borrow<r>) -> u8; make: static async func() -> r; }
            record line { text: string, of: r, rest: option<stream<u8>> }
            variant end { none, at(line), later(future<result<line, error-context>>) }
            type lines = stream<line>;
            flat: async func(a: u8, b: option<string>) -> option<line>;
            memory: async func(a: line, b: list<lines>, c: string) -> tuple<line, line, line, end>;
            one: async func(a: tuple<line, line>) -> string;
            pass: func(x: lines, y: stream<list<u16, 3>>) -> future<stream<end>>;
            unit: func(x: stream, y: future) -> list<future<map<string, r>>>;
        }
        interface unused { record r { x: stream<string>, y: list<future<u8>> } }
        world w { import i; export i; import unused; export run: async func() -> result; }";
    for options in [
        &[][..],
        &["--no-helpers"],
        &["--no-sig-flattening", "--string-encoding=utf16"],
        &["--sync=all"],
        &["--autodrop-borrows=yes"],
        &["--generate-threading-helpers"],
    ] {
        compile_everywhere(&generate(wit, options));
    }
}

#[test]
fn the_cases_of_the_peer() {
    for (name, output) in peer_cases::<C>() {
        println!("{name}");
        compile_everywhere(&output);
    }
}

/// A guest and a host in one program: see the fixture.
#[test]
fn a_program_that_calls_itself_leaks_nothing() {
    let folder = write(&generate_fixture("loopback.wit", &[]));
    let guest = fixture("loopback.c");
    // Leaks and uses after freeing make no difference to the output: only these tools see them.
    let sanitize = "-fsanitize=address,undefined";
    let arguments = [
        "-std=c11",
        "-g",
        sanitize,
        "-I.",
        guest.to_str().unwrap(),
        "loopback.c",
        "-o",
        "program",
    ];
    succeed(folder.path(), "cc", &arguments);
    assert_eq!(succeed(folder.path(), "./program", &[]), "all fine\n");
}
