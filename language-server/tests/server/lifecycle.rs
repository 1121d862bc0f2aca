//! The order of a connection: what comes before `initialize` and after `shutdown`.

use crate::client::Client;
use serde_json::{Value, json};
use witc_language_server::{Answer, Front, Outgoing};

fn code(answer: Answer) -> i32 {
    match answer {
        Answer::Now(Ok(_)) => 0,
        Answer::Now(Err(failure)) => failure.code,
        Answer::Later(_) => panic!("is answered at once"),
    }
}

#[test]
fn requests_wait_for_initialize_and_end_with_shutdown() {
    let mut front = Front::new();
    let hover =
        json!({"textDocument": {"uri": "file:///a.wit"}, "position": {"line": 0, "character": 0}});
    assert_eq!(
        code(front.request("textDocument/hover", hover.clone())),
        -32002
    );
    assert_eq!(code(front.request("shutdown", Value::Null)), -32002);
    front.notify("textDocument/didOpen", json!({}));
    assert_eq!(
        code(front.request("initialize", json!({"capabilities": {}}))),
        0
    );
    assert_eq!(
        code(front.request("initialize", json!({"capabilities": {}}))),
        -32600
    );
    assert_eq!(code(front.request("shutdown", Value::Null)), 0);
    assert_eq!(code(front.request("textDocument/hover", hover)), -32600);
    assert_eq!(front.exit_code(), None);
    front.notify("exit", Value::Null);
    assert_eq!(front.exit_code(), Some(0));
}

#[test]
fn a_client_that_leaves_without_shutdown_is_an_error() {
    let mut front = Front::new();
    front.notify("exit", Value::Null);
    assert_eq!(front.exit_code(), Some(1));
}

#[test]
fn parameters_that_can_not_be_read_are_an_error() {
    let mut front = Front::new();
    assert_eq!(
        code(front.request("initialize", json!("no object"))),
        -32602
    );
    let mut client = Client::new(&[("wit/a.wit", "package a:b;")]);
    client.open("wit/a.wit");
    let failure = client
        .about("hover", "wit/a.wit", json!({"position": "here"}))
        .expect_err("is no position");
    assert_eq!(failure.code, -32602);
    let failure = client
        .request("textDocument/hover", json!({}))
        .expect_err("has no document");
    assert_eq!(failure.code, -32602);
    let failure = client
        .request("textDocument/nothing", json!({}))
        .expect_err("is no method");
    assert_eq!(failure.code, -32601);
}

#[test]
fn the_server_asks_to_be_told_of_files_and_settings() {
    let mut client = Client::new(&[]);
    let asked = |client: &Client, wanted: &str| {
        let mut ids = client.said.iter().filter_map(|message| match message {
            Outgoing::Request { id, method, .. } if *method == wanted => Some(id.clone()),
            Outgoing::Request { .. } | Outgoing::Notification { .. } => None,
        });
        ids.next()
    };
    let id = asked(&client, "client/registerCapability").expect("asks");
    client.front.response(&id, Some(Value::Null));
    client.notify(
        "workspace/didChangeConfiguration",
        json!({"settings": null}),
    );
    let id = asked(&client, "workspace/configuration").expect("asks");
    client
        .front
        .response(&id, Some(json!([{"inlayHints": true}])));
    assert_eq!(client.front.tasks().len(), 1, "the settings are new");
}
