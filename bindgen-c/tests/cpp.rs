//! C++: what is generated compiles without a warning, says what it should, and does not leak.

mod support;

use std::path::Path;
use support::{
    compile_cpp_everywhere, cpp_compilers, fixture, generate_cpp, generate_cpp_fixture, peer_cases,
    succeed, text, write,
};
use witc_bindgen_c::Cpp;
use witc_diagnostics::Code;

#[test]
fn every_type_both_ways() {
    compile_cpp_everywhere(&generate_cpp_fixture("loopback.wit", &[]));
}

/// The headers of the runtime, each alone, as every C++ that they are for.
#[test]
fn the_runtime() {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/runtime/cpp");
    for (compiler, target) in cpp_compilers() {
        for standard in ["-std=c++20", "-std=c++23"] {
            for header in ["wit.h", "wit_abi.h"] {
                let flags = [
                    &support::WARNINGS[..],
                    &[standard, "-fsyntax-only", "-x", "c++", header],
                    target,
                ]
                .concat();
                succeed(&runtime, compiler, &flags);
            }
        }
    }
}

/// More parts and cases than compilers nest levels of a fold. The `std::variant` itself of so many takes a minute to compile,
/// whoever uses it; what the runtime makes of its cases does not.
#[test]
fn more_parts_than_folds_may_have() {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/runtime/cpp");
    let fields: String = (0..300)
        .map(|number| format!("wit::string f{number}; "))
        .collect();
    let members: String = (0..300).map(|number| format!(", &R::f{number}")).collect();
    let text = format!(
        "#include \"wit_abi.h\"
        using namespace wit;
        struct R {{ {fields} }};
        template <> struct abi::of<R> : abi::Record<R{members}> {{}};
        static_assert(abi::of<R>::heap && abi::of<R>::direct && abi::of<R>::flat == 600);
        void store(uint8_t *memory, R &value) {{ abi::of<R>::store(memory, value, abi::Move{{}}); }}
        R load(uint8_t *memory, abi::Scope &scope) {{ return abi::of<R>::load(memory, scope); }}
        void release(uint8_t *memory) {{ abi::of<R>::release(memory); }}
        template <size_t> using Each = Void;
        template <size_t... I> abi::Sum<void, int, Each<I>..., uint64_t> many(std::index_sequence<I...>);
        using Many = decltype(many(std::make_index_sequence<300>()));
        static_assert(Many::size == 16 && Many::flat == 2 && !Many::heap);
        void release_many(uint8_t *memory) {{ Many::release(memory); }}\n"
    );
    let folder = tempfile::tempdir().expect("can be made");
    let file = folder.path().join("many.cpp");
    std::fs::write(&file, text).expect("can be written");
    for (compiler, target) in cpp_compilers() {
        let file = file.to_str().expect("is text");
        succeed(
            &runtime,
            compiler,
            &[&["-std=c++20", "-fsyntax-only", "-I.", file], target].concat(),
        );
    }
}

/// The source file asserts the layouts of its types: it does not compile with templates that put fields elsewhere.
#[test]
fn layouts_are_asserted() {
    let output = generate_cpp(
        "package a:b;
        interface i {
            record r { a: u8, s: string, o: option<u64> }
            variant v { x, y(r), z(u64) }
            variant small { x, y(u8) }
            enum e { a, b }
            f: func(v: v, s: small, t: tuple<u8, list<u8>>, l: list<u16, 4>) -> result<e, r>;
        }
        world w { import i; }",
        &[],
    );
    let source = text(&output, ".cpp");
    for expected in [
        "is_row<::a::b::i::R>({24 + 2 * word, 8, 5}, {0, word, 8 + 2 * word})",
        "is_sum<::a::b::i::V>({32 + 2 * word, 8, 6}, 8)",
        "is_sum<::a::b::i::Small>({2, 1, 2}, 1)",
        "is_laid_out<::a::b::i::E>({1, 1, 1})",
        "is_row<std::tuple<uint8_t, wit::vector<uint8_t>>>({3 * word, word, 3}, {0, word})",
        "is_laid_out<std::array<uint16_t, 4>>({8, 2, 4})",
        "is_sum<wit::expected<::a::b::i::E, ::a::b::i::R>>({32 + 2 * word, 8, 6}, 8)",
    ] {
        let expected = format!("static_assert({expected});");
        assert!(source.contains(&expected), "{expected}\n{source}");
    }
    let folder = write(&output);
    let header = text(&output, "wit_abi.h");
    // One compiler is enough: whether an assertion fails does not depend on which.
    let (compiler, target) = cpp_compilers()[0];
    let flags = [&["-std=c++20", "-fsyntax-only", "w.cpp"], target].concat();
    succeed(folder.path(), compiler, &flags);
    for (rule, wrong) in [
        (
            "next = all[index] + sizes[index];",
            "next = all[index] + 8;",
        ),
        (
            "using Tag = std::conditional_t<(count <= 0x100), uint8_t,",
            "using Tag = std::conditional_t<(count <= 1), uint8_t,",
        ),
    ] {
        let changed = header.replace(rule, wrong);
        // Otherwise the runtime was reworded, and the test would change nothing.
        assert_ne!(changed, header, "{rule}");
        std::fs::write(folder.path().join("wit_abi.h"), changed).expect("can be written");
        let compiled = std::process::Command::new(compiler)
            .current_dir(folder.path())
            .args(&flags)
            .output()
            .expect("can be run");
        let errors = String::from_utf8_lossy(&compiled.stderr);
        assert!(
            !compiled.status.success() && errors.contains("static assertion failed"),
            "{rule}: {errors}"
        );
    }
}

#[test]
fn every_option() {
    for options in [
        &["--split-interfaces"][..],
        &[
            "--api-style=symmetric",
            "--ownership=fine-borrowing",
            "--internal-prefix=inner",
            "--export-prefix=x_",
        ],
        &["--ownership=coarse-borrowing", "--split-interfaces"],
    ] {
        compile_cpp_everywhere(&generate_cpp_fixture("loopback.wit", options));
    }
}

#[test]
fn names_that_fall_together() {
    let output = generate_cpp_fixture("names.wit", &[]);
    compile_cpp_everywhere(&output);
    let source = text(&output, ".cpp");
    for (module, count) in [
        ("plain", 1),
        ("names", 1),
        ("test:twice/same@1.0.0-a", 1),
        ("te:st-folds/one", 1),
    ] {
        assert_eq!(
            source
                .matches(&format!("WITC_IMPORT(\"{module}\", \"f\")"))
                .count(),
            count,
            "{module}"
        );
    }
    assert_eq!(source.matches("WITC_EXPORT(\"plain#f\")").count(), 1);
}

/// Locals of generated code, keywords and a package `namespace` as names; a case named like its type.
#[test]
fn names_of_generated_code_and_of_the_language() {
    let wit = "package namespace:std;
        interface wit {
            variant class { class(list<string>), variants(u8), a(a), value }
            record a { value: string, variants: u8, handle: u32 }
            f: func(ptr0: string, ret: class, class: a, this: u32, a0: list<a>, slots: u8, std: u8, wit: a) -> result<a, class>;
            resource owned { constructor(handle: u32); mine: func() -> own<owned>; get-handle: func() -> u32;
                new: static func() -> owned; handle: func() -> a; a: func(a: a) -> a; dtor: static func();
                resource-drop: func(); create: func() -> option<owned>; }
        }
        world w { import wit; export wit; }";
    compile_cpp_everywhere(&generate_cpp(wit, &[]));
}

#[test]
fn names_of_the_library() {
    compile_cpp_everywhere(&generate_cpp(support::LIBRARY_NAMES, &[]));
    compile_cpp_everywhere(&generate_cpp(
        support::LIBRARY_NAMES,
        &["--internal-prefix=time"],
    ));
}

/// Records that need classes, classes that need records, and headers of classes before the records that they use.
#[test]
fn classes_and_records_need_each_other() {
    let wit = "package a:b;
        interface i {
            resource r { constructor(%from: r); make: static func(of: record-of) -> result<variant-of, record-of>; }
            record record-of { one: r, lent: u32, more: list<r> }
            variant variant-of { one(r), two(record-of) }
            type list-of = list<record-of>;
            resource q { constructor(l: list-of, x: borrow<r>) -> result<q, list-of>; all: func() -> list-of; }
            lend: func(x: list<borrow<r>>, y: option<tuple<borrow<q>, string>>) -> tuple<option<q>, r>;
        }
        interface j { use i.{record-of, r, list-of}; f: func(x: record-of, y: list-of) -> option<r>; }
        world w { import i; export i; export j; export k: interface { use i.{r}; f: func(x: r) -> r; } }";
    for options in [&[][..], &["--split-interfaces"]] {
        compile_cpp_everywhere(&generate_cpp(wit, options));
    }
}

/// Types that wit-bindgen's C++ leaves out.
#[test]
fn fixed_length_lists_and_error_contexts() {
    let wit = "package a:b;
        interface i {
            type four = list<string, 4>;
            record r { f: four, n: list<list<u8, 2>, 3>, e: option<error-context> }
            f: func(x: four, e: error-context, r: r, l: list<error-context>) -> result<r, error-context>;
            g: func(x: list<r, 2>) -> list<error-context, 2>;
            big: func(x: list<u64, 1000>) -> list<u64, 1000>;
        }
        world w { import i; export i; }";
    compile_cpp_everywhere(&generate_cpp(wit, &[]));
}

#[test]
fn signatures() {
    let output = generate_cpp(
        "package my:pkg@1.2.3;
        interface iface {
            /// A place.
            record point { x: s32, %int: u8 }
            variant shape { none, at(point), %union(string) }
            flags perms { read, dark-side }
            resource blob { constructor(init: list<u8>); read: func(n: u32) -> list<u8>; merge: static func(a: blob, b: borrow<blob>) -> blob; }
            find: func(name: string, near: option<point>) -> result<shape, perms>;
            first: func(of: list<list<string>>, m: map<string, u8>) -> option<blob>;
        }
        world my-world { import iface; export iface; export run: func(args: list<string>) -> string; }",
        &["--ownership=coarse-borrowing"],
    );
    let header = text(&output, "_cpp.h");
    for expected in [
        "/** A place. */\nstruct Point {\n    int32_t x;\n    uint8_t int_;\n};",
        "enum class Perms : uint8_t {\n    k_None = 0,\n    kRead = 1u << 0,\n    kDarkSide = 1u << 1,\n};",
        "    struct None {};\n    struct At { Point value; };\n    struct Union { wit::string value; };\n    std::variant<None, At, Union> variants;",
        "class Blob : public wit::ResourceImport<Blob> {",
        "    wit::vector<uint8_t> Read(uint32_t n) const;",
        "    static Blob Merge(Blob &&a, std::reference_wrapper<const Blob> b);",
        "wit::expected<Shape, Perms> Find(std::string_view name, std::optional<Point> near);",
        "std::optional<Blob> First(std::span<std::span<std::string_view const> const> of, std::span<std::pair<std::string_view, uint8_t> const> m);",
        "std::optional<wit::Owned<Blob>> First(wit::vector<wit::vector<wit::string>> of, wit::unordered_map<wit::string, uint8_t> m);",
        "namespace exports::my_world {\nwit::string Run(wit::vector<wit::string> args);\n}",
    ] {
        assert!(
            header.contains(expected),
            "missing:\n{expected}\nin:\n{header}"
        );
    }
    let class = text(&output, "exports-my-pkg-iface-Blob.h");
    assert!(
        class.contains(
            "static Owned New(wit::vector<uint8_t> init) { return Owned(new Blob(std::move(init))); }"
        ),
        "{class}"
    );
    assert!(
        output.files.is_once("exports-my-pkg-iface-Blob.h")
            && !output.files.is_once("my_world_cpp.h")
    );
}

#[test]
fn what_is_refused() {
    let wit = "package a:b; interface i { f: async func(); g: func(x: stream<u8>); } world w { import i; }";
    let output = generate_cpp(wit, &["--sync=a:b/i#h"]);
    let codes: Vec<Code> = output
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect();
    assert_eq!(codes, [witc_bindgen_core::codes::UNUSED_FILTER]);
    // No half of a program: what is refused is refused as a whole.
    assert!(output.files.is_empty());
    let output = generate_cpp(
        "package a:b@1.0.0; interface i { record r { x: string } f: func(r: r); } world w { import i; export g: func(); }",
        &["--with=a:b/i=own.h"],
    );
    assert_eq!(
        output.diagnostics[0].code,
        witc_bindgen_core::codes::UNUSED_WITH
    );
    assert!(!output.has_errors());
    assert!(text(&output, "_cpp.h").contains("struct R"));
}

/// The types of an interface come from a header of the user's.
#[test]
fn with_a_header() {
    let output = generate_cpp(
        "package a:b; interface i { record r { x: string } f: func(r: r) -> r; unused: func(); }
         world w { import i; export j: interface { use i.{r}; g: func(r: list<r>) -> r; } }",
        &["--with=a:b/i=own.h"],
    );
    let folder = write(&output);
    let own =
        "#pragma once\n#include \"wit.h\"\nnamespace a::b::i { struct R { wit::string x; }; }\n";
    std::fs::write(folder.path().join("own.h"), own).unwrap();
    for (compiler, target) in cpp_compilers() {
        let flags = [
            &support::WARNINGS[..],
            &["-std=c++20", "-fsyntax-only", "w.cpp"],
            target,
        ]
        .concat();
        succeed(folder.path(), compiler, &flags);
    }
    assert!(!text(&output, ".cpp").contains("unused"));
}

/// Handles move and are never copied, so that none is left that stands for nothing, or is dropped twice.
#[test]
fn handles_only_move() {
    let output = generate_cpp(
        "package a:b; interface i { resource r { constructor(); } record holds { r: r } f: func(h: holds) -> list<r>; }
         world w { import i; export i; }",
        &[],
    );
    let folder = write(&output);
    let check = "#include \"w_cpp.h\"
        #include <type_traits>
        template <class T> constexpr bool moves = !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T>
            && std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T>;
        static_assert(moves<a::b::i::R>);
        static_assert(moves<a::b::i::Holds>);
        static_assert(moves<wit::vector<a::b::i::R>>);
        static_assert(moves<exports::a::b::i::R::Owned>);
        static_assert(moves<exports::a::b::i::Holds>);\n";
    std::fs::write(folder.path().join("check.cpp"), check).unwrap();
    for (compiler, target) in cpp_compilers() {
        let flags = [
            &support::WARNINGS[..],
            &["-std=c++20", "-fsyntax-only", "check.cpp"],
            target,
        ]
        .concat();
        succeed(folder.path(), compiler, &flags);
    }
}

/// The size of a text without comments and white space.
fn bytes(text: &str) -> usize {
    let mut text = text.to_owned();
    while let Some(start) = text.find("/*") {
        let end = text[start..].find("*/").unwrap() + start + 2;
        text.replace_range(start..end, "");
    }
    text.split_ascii_whitespace().map(str::len).sum()
}

#[test]
fn nested_records_grow_in_line() {
    let size = |depth: usize| {
        let mut wit = "package a:b;\ninterface i { record r0 { x: string }\n".to_owned();
        for n in 1..=depth {
            wit += &format!(
                "record r{n} {{ left: r{}, right: option<r{}> }}\n",
                n - 1,
                n - 1
            );
        }
        wit += &format!("f: func(x: r{depth}) -> r{depth}; }}\nworld w {{ import i; export i; }}");
        let output = generate_cpp(&wit, &[]);
        bytes(text(&output, ".cpp")) + bytes(text(&output, "_cpp.h"))
    };
    let (six, twelve) = (size(6), size(12));
    assert!(
        // Twice the depth may cost twice the bytes and a bit for longer names; growth that multiplies is far above.
        2 * twelve <= 5 * six,
        "{six} bytes at depth 6, {twelve} at depth 12"
    );
}

#[test]
fn the_cases_of_the_peer() {
    for (name, output) in peer_cases::<Cpp>() {
        println!("{name}");
        compile_cpp_everywhere(&output);
    }
}

/// A guest and a host in one program: see the fixture.
#[test]
fn a_program_that_calls_itself_leaks_nothing() {
    let folder = write(&generate_cpp_fixture("loopback.wit", &[]));
    let host = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/cpp/loopback.cpp");
    assert!(fixture("loopback.wit").exists());
    let sanitize = "-fsanitize=address,undefined";
    let arguments = [
        "-std=c++20",
        "-g",
        sanitize,
        "-I.",
        host.to_str().unwrap(),
        "loopback.cpp",
        "-o",
        "program",
    ];
    succeed(folder.path(), "c++", &arguments);
    assert_eq!(succeed(folder.path(), "./program", &[]), "all fine\n");
}
