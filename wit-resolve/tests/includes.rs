//! Mistakes in worlds that include one another: each is told once, where it is made.

use std::fmt::Write as _;
use witc_diagnostics::render;
use witc_resolve::{Loaded, Loader};

fn load(text: &str) -> Loaded {
    Loader::new().text("a.wit", text).load()
}

/// The places and codes of the diagnostics of a text: `2:5 W0403`.
fn found(text: &str) -> Vec<String> {
    let loaded = load(text);
    let place = |found: &witc_diagnostics::Diagnostic| {
        let positions = loaded.resolve.sources.positions(found.primary.span);
        let (_, start, _) = positions.expect("is in the text");
        format!("{}:{} {}", start.line, start.column, found.code)
    };
    loaded.diagnostics.iter().map(place).collect()
}

fn first_message(text: &str) -> String {
    let loaded = load(text);
    let found = loaded.diagnostics.first().expect("is a mistake");
    render::human(found, &loaded.resolve.sources, render::Colors::Off)
}

/// `count` worlds, in each of which `items` stands: `{n}` is its number, `{p}` that of the one before.
fn chain(count: usize, items: &str) -> String {
    let mut text = String::from("package a:b;\nworld w0 { import n0: func(); }\n");
    for number in 1..count {
        let items = items
            .replace("{n}", &number.to_string())
            .replace("{p}", &(number - 1).to_string());
        let _ = writeln!(text, "world w{number} {{ {items} }}");
    }
    text
}

/// However much of the chain before a world has mistakes, it has at most one of its own.
#[test]
fn chains_have_one_mistake_for_each_world() {
    for (items, count) in [
        ("include w{p}; include w{p}; import n{n}: func();", 99),
        (
            "include w{p}; import n{n}: func(); include w{p}; include w{p};",
            99,
        ),
        // Apart in the first of them, where there is only one name.
        (
            "include w{p} with { n{p} as m{n} } include w{p}; import n{n}: func();",
            98,
        ),
        (
            "include w{p}; include w{p} with { n{p} as m{n} } import n{n}: func();",
            98,
        ),
        (
            "include w{p} with { gone as m{n} } import n{n}: func();",
            99,
        ),
        (
            "include w{p}; import n{n}: func(); export x{n}: func(); include w{p};",
            99,
        ),
        ("include w{p}; import n{n}: func(a: gone);", 99),
        (
            "import N{p}: func(); include w{p}; import n{n}: func();",
            99,
        ),
        ("include w{p}; import n0: func();", 99),
    ] {
        let found = found(&chain(100, items));
        let mut lines: Vec<_> = found
            .iter()
            .map(|place| place.split(':').next().expect("has a line"))
            .collect();
        assert_eq!(lines.len(), count, "{items}: {found:#?}");
        lines.dedup();
        assert_eq!(lines.len(), count, "{items}: two in one world: {found:#?}");
    }
}

/// Worlds that include the one before by two others, which all conflict in the same names.
#[test]
fn chains_of_diamonds_have_one_mistake_for_each_diamond() {
    let mut text = String::from("package a:b;\nworld w0 { import n0: func(); }\n");
    for (before, number) in (0..).zip(1..50) {
        let _ = writeln!(
            text,
            "world l{number} {{ include w{before}; }} world r{number} {{ include w{before}; }} \
             world w{number} {{ include l{number}; include r{number}; import n{number}: func(); }}"
        );
    }
    assert_eq!(found(&text).len(), 49);
}

/// `WITC_CHAIN=3000` takes a chain so long that its worlds together are too large. Nothing is said about that: they may
/// not be without the mistake.
#[test]
fn a_large_chain_is_told_in_full() {
    let count =
        std::env::var("WITC_CHAIN").map_or(400, |count| count.parse().expect("is a number"));
    let found = found(&chain(
        count,
        "include w{p}; include w{p}; import n{n}: func();",
    ));
    assert_eq!(found.len(), count - 1);
    assert!(found.iter().all(|place| place.ends_with("W0403")));
}

#[test]
fn a_world_that_is_included_twice_is_named() {
    let twice = "package a:b; world w { import f: func(); } world v { include w; include w; }";
    let message = first_message(twice);
    assert!(
        message.contains("the world `w` is included twice"),
        "{message}"
    );
    let three = twice.replace("include w;", "include w; include w;");
    let message = first_message(&three);
    assert!(message.contains("included 4 times"), "{message}");
    assert_eq!(found(&three).len(), 1);
    // The third one is the first that brings in what is there.
    let third = "package a:b; world w { import f: func(); }
        world v { include w; include w with { f as g } include w; }";
    assert_eq!(found(third), ["2:64 W0403"]);
}

/// What is shared, and what is renamed apart, may be included twice.
#[test]
fn including_twice_is_no_mistake_by_itself() {
    for text in [
        "package a:b; interface i {} world w { import i; export i; } world v { include w; include w; }",
        "package a:b; world w { import f: func(); export f: func(); }
            world v { include w; include w with { f as g } include w with { f as h } }",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

/// What is missing because of a mistake is missing in silence elsewhere.
#[test]
fn nothing_follows_from_a_mistake() {
    for (broken, after) in [
        ("import f: func(x: gone);", "f as g"),
        ("import f: gone;", "f as g"),
        ("import f: gone:gone/gone;", "f as g"),
        ("export f: func() -> gone;", "f as g"),
        ("type f = gone;", "f as g"),
        ("include gone;", "f as g"),
        ("include base with { gone as f }", "f as g"),
        ("use i.{gone};", "gone as g"),
        ("use i.{gone as f};", "f as g"),
        ("import f: get() -> gone; import f: set(v: u32);", "f as g"),
        ("include base; import foobar: func();", "foo-bar as g"),
    ] {
        let text = format!(
            "package a:b;\ninterface i {{}}\nworld base {{ import foo-bar: func(); }}\nworld w {{ {broken} }}\n\
             world v {{ include w with {{ {after} }} }}\nworld u {{ include v with {{ g as h }} }}\n"
        );
        let found = found(&text);
        assert!(
            found.len() == 1 && found[0].starts_with("4:"),
            "{broken}: {found:?}"
        );
    }
}

/// But what is missing for another reason is told.
#[test]
fn other_mistakes_are_told() {
    for with in ["other as g", "e as g"] {
        let text = format!(
            "package a:b;\nworld w {{ import f: func(x: gone); @unstable(feature = e) import e: func(); }}\n\
             world v {{ include w with {{ {with} }} }}\n"
        );
        assert_eq!(found(&text).len(), 2, "{with}");
    }
}

/// Two gates that differ are one mistake, in however many worlds they meet.
#[test]
fn gates_that_differ_are_told_once() {
    let text = "package a:b@1.2.0;
        @since(version = 1.0.0)
        interface i {}
        world w { @since(version = 1.0.0) import i; }
        world v { @since(version = 1.1.0) import i; include w; }
        world u { include v; include w; }
        world t { include u; include w; include v; }";
    assert_eq!(found(text), ["5:61 W0508"]);
}
