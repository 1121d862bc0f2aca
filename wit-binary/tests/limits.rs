//! Just as much as the validator accepts is accepted as WIT, and one more is a mistake.

use std::fmt::Display;
use wasmparser::{Validator, WasmFeatures};
use witc_resolve::Loader;
use witc_type_section::TypeSection;

/// Whether a text is free of mistakes, and whether the validator accepts its world. What is free of mistakes is valid.
fn judge(text: &str) -> (bool, bool) {
    let loaded = Loader::new().text("limits.wit", text).load();
    let words: Vec<&str> = loaded
        .diagnostics
        .iter()
        .map(|found| &*found.message)
        .collect();
    let (world, _) = loaded.resolve.worlds.iter().next().expect("there is one");
    let section = TypeSection::default().encode(&loaded.resolve, world);
    let section = section.expect("the world has all that it uses");
    let valid = Validator::new_with_features(WasmFeatures::all())
        .validate_all(&section)
        .map(|_| ());
    assert!(!words.is_empty() || valid.is_ok(), "{valid:?}");
    // One mistake is told of once.
    assert!(words.len() < 2, "{words:?}");
    (words.is_empty(), valid.is_ok())
}

/// Whether a text is accepted; the validator has to agree.
fn is_accepted(text: &str) -> bool {
    let (is_accepted, is_valid) = judge(text);
    assert_eq!(is_accepted, is_valid);
    is_accepted
}

/// Looks for the largest number for which a text is accepted.
fn largest(text: impl Fn(usize) -> String, range: std::ops::Range<usize>) -> usize {
    let (mut good, mut bad) = (range.start, range.end);
    assert!(is_accepted(&text(good)) && !is_accepted(&text(bad)));
    while bad - good > 1 {
        let middle = good.midpoint(bad);
        *(if is_accepted(&text(middle)) {
            &mut good
        } else {
            &mut bad
        }) = middle;
    }
    good
}

fn join<T: Display>(items: impl Iterator<Item = T>) -> String {
    items
        .map(|item| item.to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Types `t1` to `tN`, each around the one before.
fn nested(depth: usize) -> String {
    let types = (1..=depth).map(|i| format!("type t{i} = list<t{}>;", i - 1));
    format!("type t0 = u8; {}", join(types))
}

fn interface(items: &str) -> String {
    format!("package a:b; interface i {{ {items} }} world w {{ import i; }}")
}

fn world(items: &str) -> String {
    format!("package a:b; world w {{ {items} }}")
}

/// Types `t1` to `t3`, the last of them made of almost a million, and of as many more as `rest` says.
fn sized(rest: usize) -> String {
    let parts = |count: usize, part: &str| vec![part; count].join(", ");
    // 1 + 9 = 10, and 1 + 99 * 10 + 9 = 1000.
    format!(
        "type t1 = tuple<{}>; type t2 = tuple<{}, {}>; type t3 = tuple<{}, {}>;",
        parts(9, "u8"),
        parts(99, "t1"),
        parts(9, "u8"),
        parts(990, "t2"),
        parts(rest, "u8"),
    )
}

#[test]
fn depth() {
    let function = |depth| format!("{} f: func(x: t{depth});", nested(depth));
    assert_eq!(largest(|n| interface(&nested(n)), 80..110), 95);
    assert_eq!(largest(|n| interface(&function(n)), 80..110), 94);
    assert_eq!(largest(|n| world(&nested(n)), 80..110), 96);
    let imported = |n| world(&function(n).replace("f:", "import f:"));
    assert_eq!(largest(imported, 80..110), 95);
}

#[test]
fn size() {
    largest(|n| world(&sized(n)), 1..9_009);
    largest(|n| interface(&sized(n)), 1..9_009);
    // Once in the type, and once more in each function.
    let list = |n: usize| sized(n).replace("t3 =", "t3 = list<u8>; type t4 =");
    let parts = |n: usize| format!("{} f: func(x: t2, y: list<t2>);", list(n));
    largest(|n| interface(&parts(n)), 1..9_009);
    largest(|n| world(&parts(n).replace("f:", "import f:")), 1..9_009);
    let functions = |n: usize| {
        let functions = join((0..n).map(|i| format!("g{i}: func(x: t2) -> option<t2>;")));
        format!(
            "{} {functions}",
            sized(1).split(" type t3").next().expect("is there")
        )
    };
    largest(|n| interface(&functions(n)), 400..600);
    largest(|n| world(&functions(n).replace("g", "import g")), 400..600);
}

#[test]
fn worlds() {
    let inline = |n: usize| join((0..n).map(|i| format!("import i{i}: interface {{}}")));
    assert_eq!(largest(|n| world(&inline(n)), 4000..4200), 4096);
    let sized = sized(1);
    let (types, _) = sized.split_once(" type t3").expect("is there");
    let functions = |n: usize| join((0..n).map(|i| format!("g{i}: func(x: t2);")));
    let both = |n: usize| {
        let items = format!("{types} {}", functions(n));
        format!("package a:b; interface i {{ {items} }} world w {{ import i; export i; }}")
    };
    largest(both, 400..600);
}

/// What is too much of these is left out of the model, so that the validator does not see it.
#[test]
fn parts() {
    let params = |n: usize| {
        let params = (0..n).map(|i| format!("p{i}: u8"));
        params.collect::<Vec<_>>().join(", ")
    };
    let function = |n| interface(&format!("f: func({});", params(n)));
    let record = |n| interface(&format!("record r {{ {} }}", params(n)));
    let tuple = |n| interface(&format!("type t = tuple<{}>;", vec!["u8"; n].join(", ")));
    let cases: [(&dyn Fn(usize) -> String, usize); 3] =
        [(&function, 1000), (&record, 10_000), (&tuple, 10_000)];
    for (text, limit) in cases {
        assert!(judge(&text(limit)).0);
        assert!(!judge(&text(limit + 1)).0);
    }
}

#[test]
fn names() {
    let name = |n: usize| "a".repeat(n);
    let method = |n: usize| format!("resource {} {{ {}: func(); }}", name(n), "b".repeat(50_000));
    largest(|n| interface(&method(n)), 40_000..60_000);
    let id = |n: usize| format!("@external-id(\"{}\") f: func();", name(n));
    assert_eq!(largest(|n| interface(&id(n)), 99_900..100_100), 100_000);
    let whole = |n: usize| {
        let (namespace, item) = (name(30_000), name(n));
        format!("package {namespace}:b@1.2.3; interface {item} {{}} world w {{ import {item}; }}")
    };
    largest(whole, 60_000..80_000);
}
