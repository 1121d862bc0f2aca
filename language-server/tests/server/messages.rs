//! Messages that make no sense: the server answers with an error or a result, and goes on.

use crate::abilities::MAIN;
use crate::client::Client;
use serde_json::{Value, json};
use witc_random::Dice;

const REQUESTS: [&str; 26] = [
    "initialize",
    "shutdown",
    "nothing",
    "workspace/symbol",
    "workspace/textDocumentContent",
    "textDocument/hover",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/typeDefinition",
    "textDocument/implementation",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/selectionRange",
    "textDocument/formatting",
    "textDocument/rangeFormatting",
    "textDocument/rename",
    "textDocument/prepareRename",
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/documentLink",
    "textDocument/inlayHint",
    "textDocument/diagnostic",
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/range",
];

const NOTIFICATIONS: [&str; 9] = [
    "initialized",
    "nothing",
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didSave",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWorkspaceFolders",
];

fn number(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 => json!(u32::MAX),
        1 => json!(-1),
        2 => json!(1.5),
        3 => json!("7"),
        _ => json!(dice.below(40)),
    }
}

fn place(dice: &mut Dice) -> Value {
    json!({"line": number(dice), "character": number(dice)})
}

fn uri(client: &Client, dice: &mut Dice) -> Value {
    match dice.below(9) {
        0 => json!("untitled:a"),
        1 => json!("no uri at all"),
        2 => json!(7),
        3 => json!("file:"),
        4 => json!("wit-binary:/x.wasm.wit"),
        5 => json!("file:///%FF%00.wit"),
        6 => json!("witc-explain:/W0101.md"),
        _ => json!(client.uri("wit/app.wit")),
    }
}

fn text(dice: &mut Dice) -> Value {
    match dice.below(6) {
        0 => json!(""),
        1 => json!("\u{feff}package a:b;\u{0}\r\r\n\u{1f600}"),
        2 => json!("{".repeat(3000)),
        3 => json!(format!(
            "interface i {{ type t = {}u8{}; }}",
            "list<".repeat(300),
            ">".repeat(300)
        )),
        4 => json!(null),
        _ => json!(MAIN),
    }
}

/// Parameters that any message might have, right or wrong.
fn params(client: &Client, dice: &mut Dice) -> Value {
    if dice.percent(10) {
        return dice
            .choose(&[Value::Null, json!([]), json!(1), json!("x"), json!({})])
            .clone();
    }
    let range = json!({"start": place(dice), "end": place(dice)});
    let document = json!({"uri": uri(client, dice), "languageId": "wit", "version": number(dice), "text": text(dice)});
    json!({
        "textDocument": document,
        "position": place(dice),
        "positions": [place(dice), place(dice)],
        "range": range,
        "context": {"diagnostics": [], "includeDeclaration": true},
        "newName": dice.choose(&["x", "", "%", "record", "\u{e9}"]),
        "options": {"tabSize": number(dice), "insertSpaces": true},
        "query": "e",
        "uri": uri(client, dice),
        "contentChanges": [{"range": range, "text": text(dice)}, {"text": text(dice)}],
        "changes": [{"uri": uri(client, dice), "type": 2}],
        "settings": {"features": number(dice)},
        "event": {"added": [{"uri": uri(client, dice), "name": "x"}], "removed": []},
        "capabilities": {},
    })
}

#[test]
fn no_sequence_of_messages_ends_the_server() {
    for seed in 0..20 {
        let mut dice = Dice::new(seed);
        let mut client = Client::new(&[("wit/app.wit", MAIN)]);
        for _ in 0..60 {
            let params = params(&client, &mut dice);
            if dice.percent(40) {
                let method = *dice.choose(&NOTIFICATIONS);
                client.notify_any(method, params);
            } else {
                // One `shutdown` ends what can be asked, so that it is seldom.
                let method = *dice.choose(&REQUESTS);
                if method != "shutdown" || dice.percent(5) {
                    let _ = client.request(method, params);
                }
            }
        }
        // It still answers.
        let answer = client.request("nothing", json!({}));
        assert!(answer.is_err_and(|failure| failure.code == -32601 || failure.code == -32600));
    }
}

#[test]
fn edits_out_of_order_and_outside_are_taken_as_they_are() {
    let mut client = Client::new(&[]);
    client.open_as("untitled:a", "package a:b;\n");
    let far = json!({"start": {"line": 900, "character": 9}, "end": {"line": 1, "character": 900}});
    client.send_change(
        "untitled:a",
        "package a:b;\ninterface i {}",
        json!([{"range": far, "text": "interface i {}"}]),
    );
    let found = client.at("hover", "untitled:a", "interface |i");
    assert!(
        found["contents"]["value"]
            .as_str()
            .is_some_and(|it| it.contains("interface i"))
    );
    // A document that was never opened is not made up.
    let change = json!({"textDocument": {"uri": "untitled:b", "version": 3}, "contentChanges": [{"text": "x"}]});
    client.notify("textDocument/didChange", change);
    assert_eq!(
        client.said.len(),
        2,
        "the request to be told of files, and a warning"
    );
}

#[test]
fn files_that_are_no_text_are_told() {
    let mut client = Client::new(&[("wit/app.wit", MAIN)]);
    std::fs::create_dir_all(client.path("wit/deps")).expect("can be made");
    std::fs::write(client.path("wit/deps/latin.wit"), b"package a:b; // \xe9")
        .expect("can be written");
    client.open("wit/app.wit");
    let messages: Vec<&str> = client
        .diagnostics("wit/app.wit")
        .iter()
        .filter_map(|it| it["message"].as_str())
        .collect();
    assert!(
        messages.iter().any(|message| message.contains("latin.wit")),
        "{messages:?}"
    );
}
