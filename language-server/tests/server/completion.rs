//! Completion, at each place where something can be written.

use crate::abilities::{DEPS, MAIN};
use crate::client::{Client, edited};
use serde_json::{Value, json};

/// What is offered at the `|` of a text, as the only file beside a dependency.
fn offered(text: &str) -> (String, Vec<Value>) {
    let cursor = text.find('|').expect("has a cursor");
    let text = text.replacen('|', "", 1);
    let mut client = Client::new(&[("wit/deps/deps.wit", DEPS), ("wit/main.wit", MAIN)]);
    client.open_as("wit/a.wit", &text);
    let position = crate::client::position(&text, cursor);
    let found = client.about("completion", "wit/a.wit", json!({"position": position}));
    let found = found.expect("is answered");
    (text, found["items"].as_array().expect("is a list").clone())
}

fn labels(items: &[Value]) -> Vec<&str> {
    items
        .iter()
        .map(|item| item["label"].as_str().expect("is a text"))
        .collect()
}

/// The text after an item was chosen.
fn chosen(text: &str, items: &[Value], label: &str) -> String {
    let item = items.iter().find(|item| item["label"] == label);
    let item = item.unwrap_or_else(|| panic!("`{label}` is offered"));
    let more = item["additionalTextEdits"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let edits: Vec<Value> = [item["textEdit"].clone()].into_iter().chain(more).collect();
    edited(text, &edits)
}

#[test]
fn completion_offers_items_where_items_stand() {
    let cases = [
        ("|", "interface", "func"),
        ("interface i { r|", "record", "world"),
        ("interface i { f: |", "func", "record"),
        ("interface i { resource r { |", "constructor", "enum"),
        ("world w { |", "export", "func"),
        ("interface i { @|", "since", "func"),
        ("interface i { @unstable(|", "feature", "version"),
    ];
    for (text, there, not_there) in cases {
        let (_, items) = offered(text);
        let labels = labels(&items);
        assert!(
            labels.contains(&there) && !labels.contains(&not_there),
            "{text}: {labels:?}"
        );
    }
}

#[test]
fn completion_offers_types_in_scope_before_others() {
    let (text, items) = offered("interface i { type own-one = u8; f: func(a: |) }");
    let labels = labels(&items);
    for label in ["own-one", "u32", "list", "line", "level"] {
        assert!(labels.contains(&label), "{label}: {labels:?}");
    }
    let rank = |label: &str| {
        let item = items
            .iter()
            .find(|item| item["label"] == label)
            .expect("is there");
        item["sortText"].as_str().expect("is a text").to_owned()
    };
    assert!(rank("own-one") < rank("u32") && rank("u32") < rank("level"));
    assert!(chosen(&text, &items, "list").contains("a: list<$1>"));
}

#[test]
fn completion_brings_a_type_in_with_its_use() {
    let (text, items) = offered("interface i {\n    f: func(a: le|);\n}\n");
    let expected =
        "interface i {\n    use my:deps/types@0.1.0.{level};\n    f: func(a: level);\n}\n";
    assert_eq!(chosen(&text, &items, "level"), expected);
    // One that names the interface already takes the name.
    let (text, items) = offered("interface i {\n    use log.{line};\n    f: func(a: si|);\n}\n");
    let expected = "interface i {\n    use log.{line, sink};\n    f: func(a: sink);\n}\n";
    assert_eq!(chosen(&text, &items, "sink"), expected);
}

#[test]
fn completion_offers_paths_names_versions_and_features() {
    let (text, items) = offered("interface i { use my:de| }");
    assert_eq!(
        chosen(&text, &items, "my:deps/types@0.1.0"),
        "interface i { use my:deps/types@0.1.0 }"
    );
    assert!(labels(&items).contains(&"log"));
    let (_, items) = offered("interface i { use my:deps/types@0.1.0.{|} }");
    assert_eq!(labels(&items), ["level"]);
    let (_, items) = offered("world w { include | }");
    assert_eq!(labels(&items), ["app", "more"]);
    let (_, items) = offered("world w { include app with { | } }");
    assert_eq!(labels(&items), ["run"]);
    let (_, items) = offered("interface i { @since(version = |) f: func(); }");
    assert_eq!(labels(&items), ["1.0.0"]);
    let (_, items) =
        offered("interface i { @unstable(feature = fast) f: func(); @unstable(feature = |) }");
    assert_eq!(labels(&items), ["fast"]);
}

#[test]
fn completion_escapes_names_that_are_keywords() {
    let (text, items) = offered("interface i { type %list = u8; f: func(a: %|) }");
    assert_eq!(
        chosen(&text, &items, "list"),
        "interface i { type %list = u8; f: func(a: %list) }"
    );
}

#[test]
fn completion_is_silent_where_a_new_name_stands() {
    for text in [
        "interface |",
        "interface i { type |",
        "interface i { record r { |",
        "// |",
    ] {
        let (_, items) = offered(text);
        assert_eq!(labels(&items), Vec::<&str>::new(), "{text}");
    }
}
