//! Bindings of asynchronous worlds in C++: they compile, and no world that has nothing of it sees it.

mod support;

use support::{compile_cpp_everywhere, generate_cpp, text};

/// Everything that is async, in two interfaces of which one uses types of the other.
const WIT: &str = "package a:b;
    interface i {
        resource r { constructor(); get: async func(other: borrow<r>) -> u8; make: static async func() -> r; }
        record line { text: string, of: r, rest: option<stream<u8>> }
        variant end { none, at(line), later(future<result<line, error-context>>) }
        type lines = stream<line>;
        type number = u32;
        type letters = list<char>;
        flat: async func(a: u8, b: option<string>) -> option<line>;
        memory: async func(a: line, b: list<lines>, c: string) -> tuple<line, line, line, end>;
        pass: func(x: lines, y: stream<list<u16, 3>>) -> future<stream<end>>;
        unit: func(x: stream, y: future) -> list<future<map<string, r>>>;
        chars: async func(a: future<char>, b: future<u32>, c: future<number>, d: stream<letters>,
            e: stream<list<u32>>) -> stream<tuple<char, letters>>;
        borrows: async func(a: list<borrow<r>>, b: option<borrow<r>>, c: tuple<borrow<r>, r>) -> result<r, letters>;
        lists: async func(a: list<tuple<string, r>>, b: list<list<r>>, c: map<string, stream<u8>>, d: list<r, 2>,
            e: result<r, stream<u8>>);
        nested: async func(a: stream<future<stream<string>>>) -> future<list<future<line>>>;
    }
    interface j {
        use i.{r, line, lines, letters};
        f: async func(x: lines, y: stream<r>, z: stream<letters>, w: borrow<r>) -> line;
    }
    interface unused { record r { x: stream<string>, y: list<future<u8>> } }
    world w {
        import i; export i; import j; export j; import unused;
        export run: async func() -> result; import tell: async func(x: future<string>);
    }";

#[test]
fn asynchronous_functions_and_channels() {
    for options in [
        &[][..],
        &["--split-interfaces", "--internal-prefix=pre"],
        &["--api-style=symmetric", "--ownership=fine-borrowing"],
        &["--sync=all"],
    ] {
        compile_cpp_everywhere(&generate_cpp(WIT, options));
    }
}

/// A stream of characters is another one than one of numbers; one of an alias is the same.
#[test]
fn channels_are_told_apart() {
    let output = generate_cpp(WIT, &[]);
    let source = text(&output, "w.cpp");
    let tables = |table: &str| source.matches(&format!("&wit::{table}()")).count();
    for table in [
        "future_channel<char32_t>",
        "future_channel<uint32_t>",
        "stream_channel<wit::vector<char32_t>>",
        "stream_channel<wit::vector<uint32_t>>",
        "stream_channel<std::tuple<char32_t, wit::vector<char32_t>>>",
    ] {
        assert_eq!(tables(table), 1, "{table}");
    }
}

#[test]
fn synchronous_worlds_see_nothing_of_it() {
    let wit = "package a:b; interface i { resource r { f: func(); } g: func(x: borrow<r>) -> r; }
        world w { import i; export i; }";
    let output = generate_cpp(wit, &[]);
    let names: Vec<&str> = output.files.iter().map(|(name, _)| name).collect();
    let runtime = names.iter().filter(|name| name.starts_with("wit"));
    assert_eq!(runtime.collect::<Vec<_>>(), [&"wit.h", &"wit_abi.h"]);
    for (name, contents) in output.files.iter() {
        let of_bindings = !name.starts_with("wit") && !name.ends_with(".o");
        let text = String::from_utf8_lossy(contents);
        assert!(
            !of_bindings || !text.contains("wit_async") && !text.contains("when_idle"),
            "{name}"
        );
    }
}
