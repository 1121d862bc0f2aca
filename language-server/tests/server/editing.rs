//! Random edits, each followed by random requests: nothing fails, and the answers are those of a server started fresh.

use crate::abilities::{DEPS, MAIN};
use crate::client::{Client, everything, position};
use serde_json::{Value, json};
use witc_random::Dice;

/// What is written into texts: words of the language, names, and characters of each length.
const PIECES: [&str; 30] = [
    "interface",
    "world",
    "record",
    "use",
    "type",
    "func",
    "import",
    "export",
    "include",
    "resource",
    "variant",
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    ";",
    ",",
    ":",
    "=",
    "->",
    "@since(version = 1.0.0)",
    "/* ",
    " */",
    "// \u{e9}\u{1f600}\n",
    "\n",
    "\r\n",
    "list<",
    "line",
];

/// The requests about a position.
const AT: [&str; 8] = [
    "hover",
    "definition",
    "typeDefinition",
    "implementation",
    "documentHighlight",
    "prepareRename",
    "completion",
    "references",
];

/// The requests about a whole document.
const WHOLE: [&str; 8] = [
    "documentSymbol",
    "foldingRange",
    "formatting",
    "documentLink",
    "codeLens",
    "semanticTokens/full",
    "diagnostic",
    "codeAction",
];

fn whole(method: &str) -> Value {
    match method {
        "formatting" => json!({"options": {"tabSize": 4, "insertSpaces": true}}),
        "codeAction" => {
            let end = json!({"line": 9999, "character": 0});
            let range = json!({"start": {"line": 0, "character": 0}, "end": end});
            json!({"range": range, "context": {"diagnostics": []}})
        }
        _ => json!({}),
    }
}

/// A byte of a text at which a character starts.
fn boundary(text: &str, dice: &mut Dice) -> usize {
    let mut at = dice.below(text.len() + 1);
    // No position is between `\r` and `\n`.
    let is_split = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
    while !text.is_char_boundary(at) || is_split(at) {
        at -= 1;
    }
    at
}

/// Changes a document at random, by an edit.
fn edit(client: &mut Client, name: &str, dice: &mut Dice) {
    let text = client.text(name).to_owned();
    let (a, b) = (boundary(&text, dice), boundary(&text, dice));
    let (start, mut end) = (a.min(b), a.max(b));
    // Most edits are small, as those of people are.
    if dice.percent(90) {
        end = start;
        while dice.percent(70) && end < text.len() {
            end += text[end..].chars().next().map_or(0, char::len_utf8);
        }
        if text[..end].ends_with('\r') && text[end..].starts_with('\n') {
            end += 1;
        }
    }
    let new = if dice.percent(60) {
        *dice.choose(&PIECES)
    } else {
        ""
    };
    let range = json!({"start": position(&text, start), "end": position(&text, end)});
    let changed = format!("{}{new}{}", &text[..start], &text[end..]);
    client.send_change(name, &changed, json!([{"range": range, "text": new}]));
}

/// Asks something at random.
fn ask(client: &mut Client, name: &str, dice: &mut Dice) {
    let text = client.text(name).to_owned();
    if dice.percent(50) {
        let method = *dice.choose(&WHOLE);
        // Formatting refuses texts with errors.
        let _ = client.about(method, name, whole(method));
    } else {
        let method = *dice.choose(&AT);
        let byte = boundary(&text, dice);
        let more = json!({"position": position(&text, byte), "context": {"includeDeclaration": true}, "newName": "x"});
        let _ = client.about(method, name, more);
    }
}

/// Everything that can be compared of a document.
fn state(client: &mut Client, name: &str) -> Vec<Value> {
    let mut state = vec![json!(client.diagnostics(name))];
    for method in WHOLE {
        let mut answer = client
            .about(method, name, whole(method))
            .unwrap_or_else(|failure| json!(failure.message));
        // Numbers of results count what was asked before.
        if let Some(object) = answer.as_object_mut() {
            object.remove("resultId");
        }
        state.push(answer);
    }
    let text = client.text(name).to_owned();
    for byte in (0..text.len())
        .step_by(97)
        .filter(|byte| text.is_char_boundary(*byte))
    {
        let more =
            json!({"position": position(&text, byte), "context": {"includeDeclaration": true}});
        state.push(client.about("references", name, more).unwrap_or_default());
    }
    state
}

/// A state without the folder that its files are in.
fn anywhere(client: &mut Client, name: &str) -> String {
    let state = Value::from(state(client, name)).to_string();
    state.replace(&client.uri(""), "")
}

const FILES: [(&str, &str); 4] = [
    ("wit/app.wit", MAIN),
    (
        "wit/user.wit",
        "package my:app@1.0.0;\ninterface user { use log.{line}; f: func(x: line); }\n",
    ),
    ("wit/deps/deps.wit", DEPS),
    (
        "wit/broken.wit",
        "interface b { f: func( record r { a: u8 } enum e { x, y world w { import",
    ),
];

/// Edits at random, and compares with a server that knows only the last texts, each so many edits.
fn check(seed: u64, edits: usize, every: usize) {
    let mut dice = Dice::new(seed);
    let names = [
        "wit/app.wit",
        "wit/user.wit",
        "wit/deps/deps.wit",
        "wit/broken.wit",
    ];
    let mut client = Client::with(&FILES, everything("utf-8"), json!({}));
    names.iter().for_each(|name| client.open(name));
    for count in 1..=edits {
        let name = *dice.choose(&names);
        // Now and then the text is whole again, so that not all is broken in the end.
        if dice.percent(3) {
            let text = FILES
                .iter()
                .find(|(file, _)| *file == name)
                .expect("is there")
                .1;
            client.change(name, text);
        }
        edit(&mut client, name, &mut dice);
        for _ in 0..2 {
            let name = *dice.choose(&names);
            ask(&mut client, name, &mut dice);
        }
        if count % every == 0 {
            let mut fresh = Client::with(&FILES, everything("utf-8"), json!({}));
            names
                .iter()
                .for_each(|name| fresh.open_as(name, client.text(name)));
            for name in names {
                assert_eq!(
                    anywhere(&mut client, name),
                    anywhere(&mut fresh, name),
                    "seed {seed}, {name} after {count}"
                );
            }
        }
    }
}

/// A sample; `WITC_EDITS=100000` is how many edits are made.
#[test]
fn random_edits_leave_the_answers_of_a_fresh_server() {
    let edits = std::env::var("WITC_EDITS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(240);
    check(25, edits, if edits > 10_000 { 1000 } else { 60 });
}
