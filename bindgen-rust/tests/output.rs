//! What can be said of the output without compiling it: its size, what is in it, and that it is always the same.

use std::fmt::Write as _;
use witc_bindgen_core::{Backend, Input, OptionValue, Options as _, Output};
use witc_bindgen_rust::{Options, Rust};
use witc_resolve::Loader;

fn generate(text: &str, options: &Options) -> Output {
    let loaded = Loader::new().text("test.wit", text).load();
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let package = &loaded.resolve.packages[loaded.main[0]];
    let world = *package.worlds.values().last().expect("a world");
    Rust::generate(
        Input {
            resolve: &loaded.resolve,
            world,
        },
        options,
    )
}

fn text(wit: &str, options: &Options) -> String {
    let output = generate(wit, options);
    assert!(output.diagnostics.is_empty(), "{:?}", output.diagnostics);
    let (_, contents) = output.files.iter().next().expect("a file");
    String::from_utf8(contents.to_vec()).expect("text")
}

fn codes(wit: &str, set: &[(&str, OptionValue)]) -> Vec<String> {
    let mut options = Options::default();
    for (flag, value) in set {
        options.set(flag, value.clone()).expect("an option");
    }
    let output = generate(wit, &options);
    assert_eq!(output.files.is_empty(), output.has_errors());
    output
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code.to_string())
        .collect()
}

/// Records that hold the one before twice.
fn nested(depth: usize) -> String {
    let mut wit =
        "package a:b;\ninterface t {\n    record r0 { name: string, tags: list<string> }\n"
            .to_owned();
    for n in 1..=depth {
        writeln!(
            wit,
            "    record r{n} {{ left: r{0}, right: option<r{0}> }}",
            n - 1
        )
        .expect("text");
    }
    writeln!(
        wit,
        "    f: func(x: r{depth}) -> r{depth};\n}}\nworld w {{ import t; export t; }}"
    )
    .expect("text");
    wit
}

/// Aliases of tuples that hold the one before twice.
fn nested_aliases(depth: usize) -> String {
    let mut wit =
        "package a:b;\ninterface t {\n    type t0 = tuple<string, list<string>>;\n".to_owned();
    for n in 1..=depth {
        writeln!(
            wit,
            "    type t{n} = tuple<option<t{0}>, list<t{0}>>;",
            n - 1
        )
        .expect("text");
    }
    writeln!(
        wit,
        "    f: func(x: t{depth}) -> t{depth};\n}}\nworld w {{ import t; export t; }}"
    )
    .expect("text");
    wit
}

#[test]
fn nested_types_grow_linearly() {
    for make in [nested, nested_aliases] {
        // Twice as deep may be two and a half times as long at most; were each helper written into
        // the next, it would be 64 times.
        let [small, large] = [6, 12].map(|depth| text(&make(depth), &Options::default()).len());
        assert!(
            large * 2 <= small * 5,
            "{small} bytes for 6, {large} for 12"
        );
    }
}

#[test]
fn every_helper_is_written_once_and_called() {
    let text = text(&nested(5), &Options::default());
    let helpers: Vec<_> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub(crate) unsafe fn "))
        .filter_map(|rest| rest.split(['(', '<']).next())
        .collect();
    // The text is searched with a pattern, which must not silently match nothing.
    assert!(helpers.len() > 10);
    for helper in helpers {
        let is_call = |rest: &str| rest.starts_with('(');
        let calls = text
            .match_indices(helper)
            .filter(|(at, _)| is_call(&text[at + helper.len()..]))
            .count();
        // Imports and exports have types of their own: two declarations, each with a call.
        assert!(calls >= 2, "{helper} is not called");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let first = text(&nested(5), &Options::default());
    assert_eq!(first, text(&nested(5), &Options::default()));
    let lines = first
        .lines()
        .filter(|line| line.ends_with(' ') || line.contains('\t'));
    assert_eq!(lines.count(), 0, "blanks at the end of lines");
}

#[test]
fn options_are_shown_in_the_output() {
    let mut options = Options::default();
    options
        .set("raw-strings", OptionValue::Flag(true))
        .expect("an option");
    let text = text(
        "package a:b; world w { import f: func(a: string); }",
        &options,
    );
    assert!(text.contains("//     --raw-strings"), "{text}");
    assert!(text.contains("pub fn f(a: &[u8])"), "{text}");
}

/// For each option a value, and what of the output is there with it and not without; or, after a `!`, without it and not
/// with it.
const EFFECTS: &[(&str, &str, &str)] = &[
    ("std-feature", "", "#[cfg(feature = \"std\")]"),
    ("raw-strings", "", "name: Vec<u8>"),
    ("skip", "f", "!fn f("),
    ("stubs", "", "pub struct Stub;"),
    ("export-prefix", "test-", "export_name = \"test-a:b/i#f\""),
    ("ownership", "borrowing", "pub struct Sent<'a>"),
    ("runtime-path", "other::rt", "other::rt"),
    ("map-type", "other::Map", "other::Map<u8, u8>"),
    ("bitflags-path", "other::flags", "other::flags::bitflags!"),
    (
        "additional-derive-attributes",
        "Eq",
        "#[derive(Clone, Debug, Eq)]",
    ),
    (
        "additional-derive-ignore",
        "sent",
        "--additional-derive-ignore sent",
    ),
    (
        "additional-type-attributes",
        "a:b/i/sent=#[one]",
        "#[one]\n",
    ),
    (
        "additional-member-attributes",
        "a:b/i/sent.name=#[two]",
        "#[two]\n",
    ),
    ("with", "a:b/i/sent=other::Sent", "&other::Sent"),
    ("generate-all", "", "--generate-all"),
    ("type-section-suffix", "-end", "-end\")]"),
    ("disable-run-ctors-once-workaround", "", "!run_ctors_once()"),
    (
        "default-bindings-module",
        "other::place",
        "with_types_in other::place)",
    ),
    ("export-macro-name", "export_it", " as export_it;"),
    ("pub-export-macro", "", "#[macro_export]"),
    ("generate-unused-types", "", "pub struct Unused"),
    (
        "disable-custom-section-link-helpers",
        "",
        "!_COMPONENT_TYPE_LINK",
    ),
    ("merge-structurally-equal-types", "", "pub type Alike = "),
    ("chainable-methods", "all", "-> Self {\n"),
    ("host-tests", "", "pub trait Mock"),
];

#[test]
fn every_option_changes_what_it_is_for() {
    use witc_bindgen_core::OptionKind;
    let wit =
        "package a:b; interface i { record sent { name: string } record unused { name: u8 } enum e { x }
        record one { a: u8 } record alike { a: u8 } flags rights { read } resource r { m: func(); }
        f: func(s: sent, m: map<u8, u8>, o: one, n: alike, p: rights) -> result<_, e>; }
        world w { import i; export i; }";
    // Borrowing changes types only where they are passed to imports alone.
    let import_only = wit.replace(" export i;", "");
    let plain = [wit, &import_only].map(|wit| text(wit, &Options::default()));
    for spec in Options::TABLE
        .iter()
        .filter(|spec| !["sync", "async"].contains(&spec.flag))
    {
        let Some((_, value, effect)) = EFFECTS.iter().find(|(flag, ..)| *flag == spec.flag) else {
            panic!("nothing is said of what `{}` changes", spec.flag);
        };
        let owned = || (*value).to_owned();
        let value = match spec.kind {
            OptionKind::Flag => OptionValue::Flag(true),
            OptionKind::Text | OptionKind::Choice(_) => OptionValue::Text(owned()),
            OptionKind::Texts | OptionKind::Paths | OptionKind::Filters => {
                OptionValue::Texts(vec![owned()])
            }
            OptionKind::Pairs | OptionKind::Attributes => {
                let (name, value) = value.split_once('=').expect("a pair");
                OptionValue::Pairs(vec![(name.to_owned(), value.to_owned())])
            }
        };
        let mut options = Options::default();
        options.set(spec.flag, value).expect("is of the kind");
        let case = usize::from(spec.flag == "ownership");
        let changed = text([wit, &import_only][case], &options);
        let (there, gone) = match effect.strip_prefix('!') {
            Some(effect) => (plain[case].contains(effect), changed.contains(effect)),
            None => (changed.contains(effect), plain[case].contains(effect)),
        };
        assert!(there && !gone, "`{}` and `{effect}`", spec.flag);
    }
}

#[test]
fn only_who_calls_is_told_of_deprecation() {
    let wit =
        "package a:b@1.0.0; interface i { @since(version = 1.0.0) @deprecated(version = 1.0.0) f: func(); }
        world w { import i; export i; }";
    let text = text(wit, &Options::default());
    let (imports, exports) = text.split_once("pub mod exports").expect("both are there");
    assert!(
        imports.contains("#[deprecated(since = \"1.0.0\")]"),
        "{imports}"
    );
    assert!(!exports.contains("#[deprecated"), "{exports}");
}

#[test]
fn what_is_wrong_is_said() {
    let wit = "package a:b; interface i { record r { f: u32 } f: func(r: r); g: async func(); } world w { import i; }";
    let other = "package a:b; package c:d { interface i {} } world w { import c:d/i; }";
    let flag = |text: &str| OptionValue::Text(text.to_owned());
    let texts = |text: &str| OptionValue::Texts(vec![text.to_owned()]);
    let pairs =
        |name: &str, value: &str| OptionValue::Pairs(vec![(name.to_owned(), value.to_owned())]);
    let sync = ("sync", texts("a:b/i#g"));
    assert_eq!(codes(wit, &[]), [""; 0]);
    assert_eq!(codes(wit, std::slice::from_ref(&sync)), [""; 0]);
    for (filter, expected) in [
        ("all", None),
        ("-all", None),
        ("a:b/i#g", None),
        ("a:b/i#f", Some("W1103")),
    ] {
        let found = codes(wit, &[("async", texts(filter))]);
        assert_eq!(found, Vec::from_iter(expected), "{filter}");
    }
    assert_eq!(codes(wit, &[("skip", texts("g"))]), [""; 0]);
    assert_eq!(
        codes(wit, &[sync.clone(), ("sync", texts("a:b/i#h"))]),
        ["W1004"]
    );
    assert_eq!(codes(wit, &[sync.clone(), ("skip", texts("h"))]), ["W1004"]);
    assert_eq!(
        codes(wit, &[sync.clone(), ("with", pairs("a:b/j", "x"))]),
        ["W1002"]
    );
    assert_eq!(
        codes(wit, &[sync.clone(), ("with", pairs("a:b/i/r", "x y"))]),
        ["W1005"]
    );
    assert_eq!(
        codes(wit, &[sync.clone(), ("export-macro-name", flag("a-b"))]),
        ["W1005"]
    );
    let attribute = ("additional-member-attributes", pairs("a:b/i/r.g", "#[x]"));
    assert_eq!(codes(wit, &[sync, attribute]), ["W1003"]);
    assert_eq!(codes(other, &[]), ["W1001"]);
    assert_eq!(
        codes(other, &[("generate-all", OptionValue::Flag(true))]),
        [""; 0]
    );
    assert_eq!(
        codes(other, &[("with", pairs("c:d/i", "generate"))]),
        [""; 0]
    );
}
