//! Changes that the user chooses: fixes, refactorings, formatting.

use crate::abilities::{DEPS, MAIN};
use crate::client::{Client, edited};
use serde_json::{Value, json};

/// A package whose main file has a text, open.
fn opened(text: &str) -> Client {
    let mut client = Client::new(&[("wit/main.wit", MAIN), ("wit/deps/deps.wit", DEPS)]);
    client.open_as("wit/a.wit", text);
    client
}

/// The actions at a place of a document.
fn actions(client: &mut Client, place: &str, only: Value) -> Vec<Value> {
    let start = client.place("wit/a.wit", place);
    ranged(client, json!({"start": start, "end": start}), only)
}

fn ranged(client: &mut Client, range: Value, only: Value) -> Vec<Value> {
    let mut context = json!({"diagnostics": []});
    if !only.is_null() {
        context["only"] = only;
    }
    let more = json!({"range": range, "context": context});
    let found = client
        .about("codeAction", "wit/a.wit", more)
        .expect("is answered");
    found.as_array().expect("is a list").clone()
}

fn titled<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"] == title);
    found.unwrap_or_else(|| panic!("`{title}` is offered: {actions:#?}"))
}

/// The text of the document after an action.
fn done(client: &mut Client, action: &Value) -> String {
    client.apply(&action["edit"]);
    client.text("wit/a.wit").to_owned()
}

#[test]
fn every_fix_is_an_action_with_its_diagnostic() {
    let mut client = opened("interface i { f: func() }\n");
    let found = actions(&mut client, "func()|", json!(["quickfix"]));
    let fix = &found[0];
    assert_eq!(
        (&fix["kind"], &fix["isPreferred"]),
        (&json!("quickfix"), &json!(true))
    );
    assert_eq!(fix["diagnostics"][0]["code"], "W0102");
    let fix = fix.clone();
    assert_eq!(done(&mut client, &fix), "interface i { f: func(); }\n");
    assert_eq!(client.codes("wit/a.wit"), Vec::<String>::new());
    assert_eq!(
        actions(&mut client, "func()|", json!(["quickfix"])),
        Vec::<Value>::new()
    );
}

#[test]
fn guesses_are_not_preferred() {
    let mut client = opened("interface i { f: func(a: strin); }\n");
    let found = actions(&mut client, "st|rin", json!(["quickfix"]));
    assert_eq!(found[0]["isPreferred"], false, "{found:#?}");
    let fix = found[0].clone();
    assert_eq!(
        done(&mut client, &fix),
        "interface i { f: func(a: string); }\n"
    );
}

#[test]
fn all_sure_fixes_are_one_action() {
    let mut client = opened("interface i { f: func() g: func() h: func(a: strin); }\n");
    let found = actions(&mut client, "interface", json!(["source.fixAll"]));
    assert_eq!(found.len(), 1);
    assert_eq!(
        done(&mut client, &found[0]),
        "interface i { f: func(); g: func(); h: func(a: strin); }\n"
    );
    assert_eq!(
        actions(&mut client, "interface", json!(["source.fixAll"])),
        Vec::<Value>::new()
    );
}

#[test]
fn an_unknown_type_can_be_brought_in() {
    let mut client = opened("interface i {\n    f: func(a: level);\n}\n");
    let found = actions(&mut client, "le|vel", json!(["quickfix"]));
    let title = "Use `level` of `my:deps/types@0.1.0`";
    let action = titled(&found, title).clone();
    let expected =
        "interface i {\n    use my:deps/types@0.1.0.{level};\n    f: func(a: level);\n}\n";
    assert_eq!(done(&mut client, &action), expected);
    assert_eq!(client.codes("wit/a.wit"), Vec::<String>::new());
}

#[test]
fn use_items_can_be_sorted() {
    let text = "interface i {\n    use my:deps/types@0.1.0.{level};\n    use log.{sink, line};\n    type t = tuple<level, line>;\n}\n";
    let mut client = opened(text);
    let found = actions(&mut client, "interface", json!(["source.organizeImports"]));
    let expected = "interface i {\n    use log.{line, sink};\n    use my:deps/types@0.1.0.{level};\n    type t = tuple<level, line>;\n}\n";
    assert_eq!(done(&mut client, &found[0]), expected);
    assert_eq!(
        actions(&mut client, "interface", json!(["source.organizeImports"])),
        Vec::<Value>::new()
    );
}

#[test]
fn a_type_can_be_inlined() {
    let text = "interface i {\n    /// A row.\n    type row = list<u8>;\n    f: func(a: row) -> option<row>;\n}\n";
    let mut client = opened(text);
    let found = actions(&mut client, "type r|ow", json!(["refactor"]));
    let action = titled(&found, "Replace `row` by `list<u8>`").clone();
    assert_eq!(
        done(&mut client, &action),
        "interface i {\n    f: func(a: list<u8>) -> option<list<u8>>;\n}\n"
    );
    // Not while another interface uses it.
    let mut client = opened("interface i { type row = list<u8>; }\ninterface j { use i.{row}; }\n");
    let found = actions(&mut client, "type r|ow", json!(["refactor.inline"]));
    assert_eq!(found, Vec::<Value>::new());
}

#[test]
fn a_type_can_be_extracted() {
    let text = "interface i {\n    /// Does it.\n    f: func(a: list<tuple<u8, u16>>);\n}\n";
    let mut client = opened(text);
    let found = actions(&mut client, "tup|le", json!(["refactor.extract"]));
    let action = titled(&found, "Give `list<tuple<u8, u16>>` a name").clone();
    let expected = "interface i {\n    type new-type = list<tuple<u8, u16>>;\n    /// Does it.\n    f: func(a: new-type);\n}\n";
    assert_eq!(done(&mut client, &action), expected);
    assert_eq!(client.codes("wit/a.wit"), Vec::<String>::new());
}

#[test]
fn an_interface_can_be_moved_into_its_own_file() {
    let text = "use log as l;\n\n/// One.\ninterface one {\n    use l.{line};\n}\n\ninterface two {\n    use one.{line};\n}\n";
    let mut client = opened(text);
    let found = actions(&mut client, "interface o|ne", json!(["refactor"]));
    let action = titled(&found, "Move `one` into its own file").clone();
    let rest = done(&mut client, &action);
    assert_eq!(
        rest,
        "use log as l;\n\n\ninterface two {\n    use one.{line};\n}\n"
    );
    let new = client.text("wit/one.wit");
    assert_eq!(
        new,
        "use log as l;\n\n/// One.\ninterface one {\n    use l.{line};\n}\n"
    );
    assert_eq!(client.codes("wit/a.wit"), Vec::<String>::new());
    assert_eq!(client.codes("wit/one.wit"), Vec::<String>::new());
}

#[test]
fn an_older_dialect_can_be_rewritten() {
    let mut client = Client::new(&[]);
    client.open_as(
        "wit/a.wit",
        "package a:b\ninterface i {\n  f: func() -> expected<u32, string>\n}\n",
    );
    let found = actions(&mut client, "interface", json!(["refactor.rewrite"]));
    let action = titled(&found, "Rewrite as today's WIT").clone();
    let text = done(&mut client, &action);
    assert!(
        text.contains("    f: func() -> result<u32, string>;\n"),
        "{text}"
    );
    assert_eq!(client.codes("wit/a.wit"), Vec::<String>::new());
}

#[test]
fn dependencies_are_not_changed() {
    let mut client = Client::new(&[
        ("wit/main.wit", MAIN),
        ("wit/deps/a.wit", "package a:b; interface i { f: func() }"),
    ]);
    client.open("wit/main.wit");
    assert_eq!(client.codes("wit/deps/a.wit"), ["W0102"]);
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}});
    let more = json!({"range": whole, "context": {"diagnostics": []}});
    let found = client
        .about("codeAction", "wit/deps/a.wit", more)
        .expect("is answered");
    assert_eq!(found, json!([]));
}

#[test]
fn formatting_gives_what_the_formatter_gives() {
    let text = "interface   i{\n f:func( a:u8 ) ;\n\n\n record r{a:u8,b:u8}\n}";
    let mut client = opened(text);
    let options = json!({"options": {"tabSize": 4, "insertSpaces": true}});
    let edits = client
        .about("formatting", "wit/a.wit", options)
        .expect("is answered");
    let formatted = edited(text, edits.as_array().expect("is a list"));
    let expected = "interface i {\n    f: func(a: u8);\n\n    record r {\n        a: u8,\n        b: u8,\n    }\n}\n";
    assert_eq!(formatted, expected);
}

#[test]
fn formatting_of_a_range_leaves_the_rest_alone() {
    let text = "interface i {\n f:func( a:u8 ) ;\n g:func( ) ;\n}\n";
    let mut client = opened(text);
    let line = json!({"start": {"line": 2, "character": 1}, "end": {"line": 2, "character": 3}});
    let more = json!({"range": line, "options": {"tabSize": 4, "insertSpaces": true}});
    let edits = client
        .about("rangeFormatting", "wit/a.wit", more)
        .expect("is answered");
    let formatted = edited(text, edits.as_array().expect("is a list"));
    assert_eq!(
        formatted,
        "interface i {\n f:func( a:u8 ) ;\n    g: func();\n}\n"
    );
}

#[test]
fn a_file_with_errors_is_not_formatted() {
    let mut client = opened("interface i { f: func() }");
    let options = json!({"options": {"tabSize": 4, "insertSpaces": true}});
    let failure = client
        .about("formatting", "wit/a.wit", options)
        .expect_err("it has errors");
    assert_eq!(failure.code, -32803);
    assert!(failure.message.contains("can't be formatted"), "{failure}");
}
