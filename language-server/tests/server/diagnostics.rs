//! Diagnostics, pushed at each change and pulled where the client asks.

use crate::abilities::{DEPS, MAIN, client};
use crate::client::{Client, covered, everything};
use serde_json::{Value, json};

#[test]
fn diagnostics_come_with_each_change_also_the_same_and_none() {
    let mut client = client();
    let uri = client.uri("wit/app.wit");
    let hints: Vec<Value> = client.diagnostics("wit/app.wit").to_vec();
    assert_eq!(client.codes("wit/app.wit"), Vec::<String>::new());
    assert_eq!(client.publications[&uri], 1);
    client.replace("wit/app.wit", "list<line>", "list<lin>");
    assert_eq!(client.codes("wit/app.wit"), ["W0211"]);
    client.replace("wit/app.wit", "/// Its text.", "/// Its text!");
    assert_eq!(client.codes("wit/app.wit"), ["W0211"]);
    assert_eq!(client.publications[&uri], 3);
    client.replace("wit/app.wit", "list<lin>", "list<line>");
    assert_eq!(client.diagnostics("wit/app.wit"), hints);
    assert_eq!(client.publications[&uri], 4);
}

#[test]
fn diagnostics_have_codes_places_and_related_places() {
    let text = "package a:b;\ninterface i { type t = u8; type t = u16; }\n";
    let mut client = Client::new(&[("wit/a.wit", text)]);
    client.open("wit/a.wit");
    let [found] = client.diagnostics("wit/a.wit") else {
        panic!("one mistake")
    };
    assert_eq!(
        (&found["code"], &found["source"], &found["severity"]),
        (&json!("W0301"), &json!("witc"), &json!(1))
    );
    assert_eq!(covered(text, &found["range"]), "t");
    let related = &found["relatedInformation"][0]["location"];
    assert_eq!(related["uri"], client.uri("wit/a.wit"));
    // The code leads to its explanation, which the server has.
    let href = found["codeDescription"]["href"]
        .as_str()
        .expect("is a text")
        .to_owned();
    assert_eq!(href, "witc-explain:/W0301.md");
    let text = client
        .request("workspace/textDocumentContent", json!({"uri": href}))
        .expect("is answered");
    assert!(
        text["text"]
            .as_str()
            .expect("is a text")
            .starts_with("# W0301: ")
    );
}

#[test]
fn diagnostics_of_all_files_of_a_package_are_told() {
    let other = "package my:app@1.0.0;\ninterface user { use log.{line}; f: func(x: line); }\n";
    let mut client = Client::new(&[
        ("wit/app.wit", MAIN),
        ("wit/user.wit", other),
        ("wit/deps/deps.wit", DEPS),
    ]);
    client.open("wit/app.wit");
    assert_eq!(client.codes("wit/user.wit"), Vec::<String>::new());
    client.replace("wit/app.wit", "record line", "record row");
    assert_eq!(client.codes("wit/user.wit"), ["W0213"]);
    client.replace("wit/app.wit", "record row", "record line");
    assert_eq!(client.codes("wit/user.wit"), Vec::<String>::new());
}

#[test]
fn what_is_deprecated_or_not_active_is_a_hint() {
    let text = "package a:b@1.0.0;\ninterface i {\n@since(version = 1.0.0) @deprecated(version = 1.0.0) type old = u8;\n\
                f: func(x: old);\n@unstable(feature = fast) g: func();\n}\n";
    let mut client = Client::new(&[("wit/a.wit", text)]);
    client.open("wit/a.wit");
    let hints = |client: &Client| {
        let found = client
            .diagnostics("wit/a.wit")
            .iter()
            .filter(|it| it["severity"] == 4);
        found
            .map(|it| {
                (
                    covered(text, &it["range"]).to_owned(),
                    it["tags"][0].as_u64().unwrap_or(0),
                )
            })
            .collect::<Vec<_>>()
    };
    let inactive = ("@unstable(feature = fast) g: func();".to_owned(), 1);
    assert_eq!(hints(&client), [("old".to_owned(), 2), inactive]);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({"settings": {"features": ["fast"]}}),
    );
    assert_eq!(hints(&client), [("old".to_owned(), 2)]);
}

#[test]
fn diagnostics_can_be_pulled() {
    let files = [("wit/app.wit", MAIN), ("wit/deps/deps.wit", DEPS)];
    let mut client = Client::with(
        &files,
        everything("utf-8"),
        json!({"pullDiagnostics": true}),
    );
    client.open_as("wit/app.wit", &MAIN.replace("list<line>", "list<lin>"));
    // Whoever asks is not told as well.
    assert_eq!(client.diagnostics("wit/app.wit").len(), 0);
    let first = client
        .about("diagnostic", "wit/app.wit", json!({}))
        .expect("is answered");
    assert_eq!(
        (&first["kind"], &first["items"][0]["code"]),
        (&json!("full"), &json!("W0211"))
    );
    let id = json!({"previousResultId": first["resultId"]});
    let second = client
        .about("diagnostic", "wit/app.wit", id.clone())
        .expect("is answered");
    assert_eq!(
        second,
        json!({"kind": "unchanged", "resultId": first["resultId"]})
    );
    client.replace("wit/app.wit", "list<lin>", "list<line>");
    let third = client
        .about("diagnostic", "wit/app.wit", id)
        .expect("is answered");
    assert_eq!(third["kind"], "full");
    let codes = third["items"]
        .as_array()
        .expect("is a list")
        .iter()
        .filter(|it| it["code"].is_string());
    assert_eq!(codes.count(), 0);
}
