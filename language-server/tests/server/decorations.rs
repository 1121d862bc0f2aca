//! What is drawn over and between the words: tokens, lenses and hints.

use crate::abilities::{DEPS, MAIN, client};
use crate::client::{Client, everything};
use serde_json::{Value, json};

/// The words of a document with the names of their kinds and modifiers, from the numbers of the protocol.
fn decoded(text: &str, data: &Value, legend: &Value) -> Vec<(String, String, u64)> {
    let numbers: Vec<u64> = data
        .as_array()
        .expect("is a list")
        .iter()
        .map(|it| it.as_u64().expect("is one"))
        .collect();
    let lines: Vec<&str> = text.split('\n').collect();
    let (mut line, mut start) = (0, 0);
    let mut words = Vec::new();
    for token in numbers.chunks(5) {
        let [down, right, length, kind, modifiers] = *token else {
            panic!("five numbers each")
        };
        (line, start) = (line + down, if down == 0 { start + right } else { right });
        let (from, to) = (start as usize, (start + length) as usize);
        let kind = legend["tokenTypes"][kind as usize]
            .as_str()
            .expect("is named")
            .to_owned();
        words.push((lines[line as usize][from..to].to_owned(), kind, modifiers));
    }
    words
}

fn legend() -> Value {
    let mut front = witc_language_server::Front::new();
    let witc_language_server::Answer::Now(Ok(answer)) =
        front.request("initialize", json!({"capabilities": {}}))
    else {
        panic!("is initialized")
    };
    answer["capabilities"]["semanticTokensProvider"]["legend"].clone()
}

#[test]
fn semantic_tokens_tell_what_each_word_is() {
    let mut client = client();
    let found = client
        .about("semanticTokens/full", "wit/app.wit", json!({}))
        .expect("is answered");
    let words = decoded(MAIN, &found["data"], &legend());
    let has = |word: &str, kind: &str, modifiers: u64| {
        let word = (word.to_owned(), kind.to_owned(), modifiers);
        assert!(words.contains(&word), "{word:?}: {words:?}");
    };
    has("interface", "keyword", 0);
    has("log", "interface", 1);
    has("log", "interface", 0);
    has("line", "struct", 1);
    has("line", "struct", 0);
    has("line", "parameter", 1);
    has("severity", "enum", 1);
    has("sink", "resource", 1);
    has("lines", "typeAlias", 1);
    has("string", "type", 8);
    has("write", "method", 1);
    has("flush", "function", 1);
    has("since", "decorator", 0);
    has("old", "function", 3);
    has("app", "class", 1);
    has("/// A line of the log.", "comment", 4);
    has("1.0.0", "number", 0);
}

#[test]
fn semantic_tokens_of_a_range_are_those_of_the_whole() {
    let mut client = client();
    let whole = client
        .about("semanticTokens/full", "wit/app.wit", json!({}))
        .expect("is answered");
    let end = json!({"line": 9999, "character": 0});
    let range = json!({"range": {"start": {"line": 0, "character": 0}, "end": end}});
    let found = client
        .about("semanticTokens/range", "wit/app.wit", range)
        .expect("is answered");
    assert_eq!(found["data"], whole["data"]);
    let start = client.place("wit/app.wit", "world app");
    let range = json!({"range": {"start": start, "end": end}});
    let found = client
        .about("semanticTokens/range", "wit/app.wit", range)
        .expect("is answered");
    let words = decoded(MAIN, &found["data"], &legend());
    assert_eq!(words[0].0, "world");
}

#[test]
fn semantic_token_edits_give_the_new_tokens() {
    let mut client = client();
    let mut known = client
        .about("semanticTokens/full", "wit/app.wit", json!({}))
        .expect("is answered");
    for (old, new) in [
        ("lines", "rows"),
        ("world app", "/* a\nb */ world app"),
        ("world app", "world app"),
    ] {
        client.replace("wit/app.wit", old, new);
        let id = json!({"previousResultId": known["resultId"]});
        let delta = client
            .about("semanticTokens/full/delta", "wit/app.wit", id)
            .expect("is answered");
        let mut data: Vec<Value> = known["data"].as_array().expect("is a list").clone();
        for edit in delta["edits"].as_array().expect("knows the last ones") {
            let start = edit["start"].as_u64().expect("is a number") as usize;
            let count = edit["deleteCount"].as_u64().expect("is a number") as usize;
            let new = edit["data"].as_array().cloned().unwrap_or_default();
            data.splice(start..start + count, new);
        }
        known = client
            .about("semanticTokens/full", "wit/app.wit", json!({}))
            .expect("is answered");
        assert_eq!(Value::from(data), known["data"]);
    }
    let unknown = json!({"previousResultId": "none"});
    let all = client
        .about("semanticTokens/full/delta", "wit/app.wit", unknown)
        .expect("is answered");
    assert_eq!(all["data"], known["data"]);
}

fn with_options(options: Value) -> Client {
    let files = [("wit/app.wit", MAIN), ("wit/deps/deps.wit", DEPS)];
    let mut client = Client::with(&files, everything("utf-8"), options);
    client.open("wit/app.wit");
    client
}

#[test]
fn code_lenses_count_worlds_where_they_are_on() {
    let mut client = with_options(json!({"codeLenses": true}));
    let found = client
        .about("codeLens", "wit/app.wit", json!({}))
        .expect("is answered");
    assert_eq!(found[0]["command"]["title"], "imported by 2, exported by 0");
    assert_eq!(
        found[0]["command"]["arguments"][2].as_array().map(Vec::len),
        Some(2)
    );
    let mut client = with_options(json!({}));
    let found = client
        .about("codeLens", "wit/app.wit", json!({}))
        .expect("is answered");
    assert_eq!(found, json!([]));
}

#[test]
fn inlay_hints_tell_sizes_and_what_comes_in_where_they_are_on() {
    let range = json!({"range": {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}});
    let labels = |client: &mut Client| {
        let found = client
            .about("inlayHint", "wit/app.wit", range.clone())
            .expect("is answered");
        let found = found.as_array().expect("is a list").iter();
        found
            .map(|it| it["label"].as_str().expect("is a text").to_owned())
            .collect::<Vec<_>>()
    };
    let mut client = with_options(json!({"witc": {"inlayHints": true}}));
    let expected = [
        "enum",
        "12 bytes, align 4, 3 flat",
        "8 bytes, align 4, 2 flat",
        "1 import, 1 export",
    ];
    let mut found = labels(&mut client);
    // The interface that `log` needs is imported as well.
    assert!(
        found.last().is_some_and(|it| it.ends_with("1 export")),
        "{found:?}"
    );
    found.truncate(3);
    assert_eq!(found, expected[..3]);
    // Settings that change later count.
    client.notify(
        "workspace/didChangeConfiguration",
        json!({"settings": {"witc": {"inlayHints": false}}}),
    );
    assert_eq!(labels(&mut client), Vec::<String>::new());
}
