//! Folders, files that change outside of the editor, buffers without files, and packages in binary form.

use crate::abilities::{DEPS, MAIN};
use crate::client::{Client, everything};
use serde_json::json;
use std::fs;
use witc_language_server::Back;

#[test]
fn the_package_of_a_folder_is_checked_without_being_opened() {
    let client = Client::new(&[(
        "wit/app.wit",
        "package a:b; interface i { f: func(x: nothing); }",
    )]);
    assert_eq!(client.codes("wit/app.wit"), ["W0211"]);
    let client = Client::new(&[(
        "src/app.wit",
        "package a:b; interface i { f: func(x: nothing); }",
    )]);
    assert_eq!(client.published.len(), 0);
}

#[test]
fn files_that_change_outside_of_the_editor_count() {
    let mut client = Client::new(&[("wit/app.wit", MAIN)]);
    client.open("wit/app.wit");
    assert_eq!(client.codes("wit/app.wit"), ["W0205"]);
    client.write("wit/deps/deps.wit", DEPS);
    let changed = |client: &mut Client, name: &str, kind: u8| {
        let uri = client.uri(name);
        client.notify(
            "workspace/didChangeWatchedFiles",
            json!({"changes": [{"uri": uri, "type": kind}]}),
        );
    };
    changed(&mut client, "wit/deps/deps.wit", 1);
    assert_eq!(client.codes("wit/app.wit"), Vec::<String>::new());
    client.write("wit/deps/deps.wit", &DEPS.replace("level", "other"));
    changed(&mut client, "wit/deps/deps.wit", 2);
    assert_eq!(client.codes("wit/app.wit"), ["W0213"]);
    fs::remove_file(client.path("wit/deps/deps.wit")).expect("is there");
    changed(&mut client, "wit/deps/deps.wit", 3);
    assert_eq!(client.codes("wit/app.wit"), ["W0205"]);
}

#[test]
fn documents_without_files_are_part_of_their_packages() {
    let mut client = Client::new(&[("wit/deps/deps.wit", DEPS)]);
    client.open_as("wit/app.wit", MAIN);
    assert_eq!(client.codes("wit/app.wit"), Vec::<String>::new());
    // A dependency that nobody has saved yet.
    client.open_as(
        "wit/deps/new/a.wit",
        "package my:new; interface n { type t = u8; }",
    );
    client.replace("wit/app.wit", "type lines", "use my:new/n.{t}; type lines");
    assert_eq!(client.codes("wit/app.wit"), Vec::<String>::new());
    client.close("wit/deps/new/a.wit");
    client.replace("wit/app.wit", "/// Its text.", "///");
    assert_eq!(client.codes("wit/app.wit"), ["W0205"]);
    // One that is no file at all.
    client.open_as(
        "untitled:one",
        "package a:b; interface i { f: func(x: nothing); }",
    );
    assert_eq!(client.codes("untitled:one"), ["W0211"]);
    let found = client.at("hover", "untitled:one", "interface |i");
    assert!(
        found["contents"]["value"]
            .as_str()
            .is_some_and(|it| it.contains("interface i"))
    );
    client.close("untitled:one");
    assert_eq!(client.codes("untitled:one"), Vec::<String>::new());
}

#[test]
fn a_dependency_is_seen_as_its_package_sees_it() {
    let mut client = Client::new(&[("wit/app.wit", MAIN), ("wit/deps/deps.wit", DEPS)]);
    client.open("wit/deps/deps.wit");
    let position = client.place("wit/deps/deps.wit", "enum |level");
    let more = json!({"position": position, "context": {"includeDeclaration": false}});
    let found = client
        .about("references", "wit/deps/deps.wit", more)
        .expect("is answered");
    assert_eq!(found[0]["uri"], client.uri("wit/app.wit"));
}

#[test]
fn files_that_are_no_package_together_are_packages_by_themselves() {
    let one = "package a:one; interface i { f: func(x: nothing); }";
    let two = "package a:two; interface i { f: func(); }";
    let mut client = Client::new(&[("tests/one.wit", one), ("tests/two.wit", two)]);
    client.open("tests/two.wit");
    client.open("tests/one.wit");
    assert_eq!(client.codes("tests/one.wit"), ["W0211"]);
    assert_eq!(client.codes("tests/two.wit"), Vec::<String>::new());
    // In `wit` they have to be one.
    let mut client = Client::new(&[("wit/one.wit", one), ("wit/two.wit", two)]);
    client.open("wit/two.wit");
    assert!(
        client.codes("wit/one.wit").contains(&"W0202".to_owned())
            || client.codes("wit/two.wit").contains(&"W0202".to_owned())
    );
}

#[test]
fn folders_come_and_go() {
    let broken = "package a:b; interface i { f: func(x: nothing); }";
    let mut client = Client::new(&[("one/wit/a.wit", broken), ("two/wit/a.wit", broken)]);
    assert_eq!(client.published.len(), 0);
    let folder = |client: &Client, name: &str| json!([{"uri": client.uri(name), "name": name}]);
    let event = json!({"added": folder(&client, "one"), "removed": []});
    client.notify(
        "workspace/didChangeWorkspaceFolders",
        json!({"event": event}),
    );
    assert_eq!(client.codes("one/wit/a.wit"), ["W0211"]);
    let event = json!({"added": folder(&client, "two"), "removed": folder(&client, "one")});
    client.notify(
        "workspace/didChangeWorkspaceFolders",
        json!({"event": event}),
    );
    assert_eq!(client.codes("one/wit/a.wit"), Vec::<String>::new());
    assert_eq!(client.codes("two/wit/a.wit"), ["W0211"]);
}

/// Stands for the decoder, which this crate knows nothing of: the package is the text after the magic number.
fn decode(bytes: &[u8]) -> Result<Vec<String>, Box<witc_diagnostics::Diagnostic>> {
    let text = bytes.strip_prefix(b"\0asm").unwrap_or(bytes);
    Ok(vec![String::from_utf8_lossy(text).into_owned()])
}

#[test]
fn a_package_in_binary_form_shows_its_text() {
    let mut client = Client::with(&[("wit/app.wit", MAIN)], everything("utf-8"), json!({}));
    client.back = Back::new().binary_reader(decode);
    client.write("wit/deps/deps.wasm", &format!("\0asm{DEPS}"));
    client.open("wit/app.wit");
    assert_eq!(client.codes("wit/app.wit"), Vec::<String>::new());
    // UTF-16 here: this back has not seen the client's capabilities, and the text is ASCII.
    let found = client.at("definition", "wit/app.wit", "{l|evel as");
    let uri = found[0]["uri"].as_str().expect("is a text").to_owned();
    assert!(
        uri.starts_with("wit-binary:/") && uri.ends_with("/wit/deps/deps.wasm.wit"),
        "{uri}"
    );
    let content = client
        .request("workspace/textDocumentContent", json!({"uri": uri}))
        .expect("is answered");
    assert_eq!(content["text"], DEPS);
    // And there one can go on.
    let line = found[0]["range"]["start"].clone();
    let hover = client.request(
        "textDocument/hover",
        json!({"textDocument": {"uri": uri}, "position": line}),
    );
    assert!(
        hover.expect("is answered")["contents"]["value"]
            .as_str()
            .is_some_and(|it| it.contains("How bad it is."))
    );
    let failure = client.request(
        "workspace/textDocumentContent",
        json!({"uri": "wit-binary:/no.wasm.wit"}),
    );
    assert_eq!(failure.expect_err("is not there").code, -32803);
}

#[test]
fn nothing_is_written() {
    let mut client = Client::new(&[("wit/app.wit", MAIN), ("wit/deps/deps.wit", DEPS)]);
    client.open("wit/app.wit");
    let position = client.place("wit/app.wit", "record |line");
    let edit = client.about(
        "rename",
        "wit/app.wit",
        json!({"position": position, "newName": "row"}),
    );
    client.apply(&edit.expect("can be renamed"));
    assert_eq!(
        fs::read_to_string(client.path("wit/app.wit")).expect("is there"),
        MAIN
    );
    assert_eq!(fs::read_dir(client.path("")).expect("is there").count(), 1);
}
