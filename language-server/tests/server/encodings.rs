//! Positions in each of the encodings that clients count in.

use crate::client::{Client, everything};
use serde_json::{Value, json};

/// A text with characters of each length, and a name after them.
const TEXT: &str = "package a:b;\ninterface i { /* \u{e9}\u{65e5}\u{1f600} */ type t = u8; /* \u{1f600} */ f: func(a: t); }\n";

/// The length of a text in an encoding.
fn units(text: &str, encoding: &str) -> usize {
    match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    }
}

/// The position of a text in the second line, in an encoding.
fn place(text: &str, needle: &str, encoding: &str) -> Value {
    let line = text.lines().nth(1).expect("has two");
    let at = line.find(needle).expect("is there");
    json!({"line": 1, "character": units(&line[..at], encoding)})
}

#[test]
fn positions_are_counted_as_the_client_counts() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = Client::with(&[("wit/a.wit", TEXT)], everything(encoding), json!({}));
        client.open("wit/a.wit");
        let position = json!({"position": place(TEXT, "t); }", encoding)});
        let found = client
            .about("definition", "wit/a.wit", position)
            .expect("is answered");
        assert_eq!(
            found[0]["range"]["start"],
            place(TEXT, "t = u8", encoding),
            "{encoding}"
        );
        // An edit after such characters hits its place.
        let start = place(TEXT, "u8", encoding);
        let end = place(TEXT, "; /* \u{1f600} */", encoding);
        let changes = json!([{"range": {"start": start, "end": end}, "text": "list<nothing>"}]);
        let text = TEXT.replace("u8", "list<nothing>");
        client.send_change("wit/a.wit", &text, changes);
        assert_eq!(client.codes("wit/a.wit"), ["W0211"], "{encoding}");
        let range = &client.diagnostics("wit/a.wit")[0]["range"];
        assert_eq!(
            range["start"],
            place(&text, "nothing", encoding),
            "{encoding}"
        );
        assert_eq!(range["end"], place(&text, ">; /*", encoding), "{encoding}");
    }
}

#[test]
fn lengths_of_tokens_are_counted_as_well() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = Client::with(&[("wit/a.wit", TEXT)], everything(encoding), json!({}));
        client.open("wit/a.wit");
        let found = client
            .about("semanticTokens/full", "wit/a.wit", json!({}))
            .expect("is answered");
        let comment = units("/* \u{e9}\u{65e5}\u{1f600} */", encoding);
        let data = found["data"].as_array().expect("is a list");
        assert!(
            data.chunks(5).any(|token| token[2] == comment),
            "{encoding}"
        );
    }
}

#[test]
fn the_first_encoding_that_both_know_is_taken() {
    let mut capabilities = everything("");
    for (offered, taken) in [
        (json!(["utf-9", "utf-32", "utf-8"]), "utf-32"),
        (json!([]), "utf-16"),
        (Value::Null, "utf-16"),
    ] {
        capabilities["general"]["positionEncodings"] = offered;
        let mut front = witc_language_server::Front::new();
        let answer = front.request("initialize", json!({"capabilities": capabilities}));
        let witc_language_server::Answer::Now(Ok(answer)) = answer else {
            panic!("is initialized")
        };
        assert_eq!(answer["capabilities"]["positionEncoding"], taken);
    }
}
