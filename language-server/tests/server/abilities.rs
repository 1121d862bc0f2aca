//! Reading: what the server knows of a package whose files are open, closed or broken.

use crate::client::{Client, covered};
use serde_json::{Value, json};

/// A package with a dependency.
pub(crate) const MAIN: &str = "package my:app@1.0.0;

use my:deps/types@0.1.0 as other;

/// What is logged.
interface log {
    use other.{level as severity};
    /// A line of the log.
    record line {
        /// Its text.
        text: string,
        how-bad: severity,
    }
    type lines = list<line>;
    resource sink {
        constructor(name: string);
        write: func(line: line) -> result<u32, string>;
        flush: static func();
    }
    @deprecated(version = 1.0.0)
    @since(version = 1.0.0)
    old: func() -> lines;
}

world app {
    import log;
    export run: func(lines: list<string>);
}

world more {
    include app;
}
";

pub(crate) const DEPS: &str = "package my:deps@0.1.0;

/// Types of others.
interface types {
    /// How bad it is.
    enum level { fine, bad }
}
";

pub(crate) fn client() -> Client {
    let mut client = Client::new(&[("wit/app.wit", MAIN), ("wit/deps/deps.wit", DEPS)]);
    client.open("wit/app.wit");
    client
}

/// The texts that locations lead to, each with its file.
fn targets(locations: &Value) -> Vec<(String, String)> {
    let locations = locations.as_array().expect("is a list").iter();
    let target = |location: &Value| {
        let uri = location["uri"].as_str().expect("is a text");
        let (name, text) = if uri.ends_with("app.wit") {
            ("app", MAIN)
        } else {
            ("deps", DEPS)
        };
        let line = location["range"]["start"]["line"]
            .as_u64()
            .expect("is a number") as usize;
        let line = text.lines().nth(line).expect("is a line").trim();
        assert!(!covered(text, &location["range"]).is_empty());
        (name.to_owned(), line.to_owned())
    };
    locations.map(target).collect()
}

fn lines(client: &mut Client, method: &str, place: &str) -> Vec<(String, String)> {
    let found = client.at(method, "wit/app.wit", place);
    targets(&found)
}

fn pair(file: &str, line: &str) -> (String, String) {
    (file.to_owned(), line.to_owned())
}

#[test]
fn hover_tells_what_a_name_means() {
    let mut client = client();
    let mut hover = |place: &str| {
        let hover = client.at("hover", "wit/app.wit", place);
        hover["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    let line = hover("|line: line)");
    assert!(line.contains("line: line"), "{line}");
    let line = hover("list<|line>");
    for part in [
        "// in log, my:app@1.0.0",
        "record line {",
        "A line of the log.",
        "size 12, alignment 4",
    ] {
        assert!(line.contains(part), "{part}: {line}");
    }
    let text = hover("|text: string");
    assert!(
        text.contains("text: string") && text.contains("Its text."),
        "{text}"
    );
    // What `use` brings in is shown as it is defined.
    let severity = hover("how-bad: |severity");
    assert!(
        severity.contains("enum level { fine, bad }") && severity.contains("How bad it is."),
        "{severity}"
    );
    let write = hover("|write");
    assert!(
        write.contains("write: func(line: line) -> result<u32, string>"),
        "{write}"
    );
    assert!(
        write.contains("core `(i32, i32, i32, i32, i32)`") || write.contains("core import"),
        "{write}"
    );
    let old = hover("|old");
    assert!(old.contains("since 1.0.0; deprecated since 1.0.0"), "{old}");
    let app = hover("include |app");
    assert!(
        app.contains("imports") && app.contains("`my:app/log@1.0.0`"),
        "{app}"
    );
}

#[test]
fn hover_explains_words_of_the_language() {
    let mut client = client();
    let mut hover = |place: &str| client.at("hover", "wit/app.wit", place);
    for (place, word) in [
        ("|record", "record"),
        ("-> |result<", "result"),
        ("@|since", "since"),
        ("|static", "static"),
    ] {
        let hover = hover(place);
        let text = hover["contents"]["value"].as_str().expect("is a text");
        assert!(text.contains(word), "{place}: {text}");
        assert!(covered(MAIN, &hover["range"]).contains(word));
    }
    assert_eq!(hover("}|\n\nworld more"), Value::Null);
}

#[test]
fn definitions_are_found_in_this_and_in_other_files() {
    let mut client = client();
    let definition = |client: &mut Client, place: &str| lines(client, "definition", place);
    assert_eq!(
        definition(&mut client, "list<|line>"),
        [pair("app", "record line {")]
    );
    assert_eq!(
        definition(&mut client, "import |log"),
        [pair("app", "interface log {")]
    );
    assert_eq!(
        definition(&mut client, "{|level as"),
        [pair("deps", "enum level { fine, bad }")]
    );
    assert_eq!(
        definition(&mut client, "deps/|types"),
        [pair("deps", "interface types {")]
    );
    assert_eq!(
        definition(&mut client, "how-bad: |severity"),
        [pair("app", "use other.{level as severity};")]
    );
    // From the new name, on to what has it.
    assert_eq!(
        definition(&mut client, "as |severity"),
        [pair("deps", "enum level { fine, bad }")]
    );
}

#[test]
fn type_definitions_are_those_of_values() {
    let mut client = client();
    let definition = |client: &mut Client, place: &str| lines(client, "typeDefinition", place);
    assert_eq!(
        definition(&mut client, "|how-bad"),
        [pair("deps", "enum level { fine, bad }")]
    );
    assert_eq!(
        definition(&mut client, "(|line: line"),
        [pair("app", "record line {")]
    );
    assert_eq!(
        definition(&mut client, "|old: func"),
        [pair("app", "type lines = list<line>;")]
    );
    assert_eq!(definition(&mut client, "|text: string"), []);
}

#[test]
fn implementations_are_the_worlds_of_an_interface() {
    let mut client = client();
    let found = lines(&mut client, "implementation", "interface |log");
    assert_eq!(
        found,
        [pair("app", "import log;"), pair("app", "world more {")]
    );
    let found = lines(&mut client, "implementation", "world |app");
    assert_eq!(found, [pair("app", "include app;")]);
    let found = lines(&mut client, "implementation", "|old: func");
    assert_eq!(found.len(), 2);
}

#[test]
fn references_are_found_with_and_without_the_definition() {
    let mut client = client();
    let mut references = |place: &str, with_definition: bool| {
        let more = json!({
            "position": client.place("wit/app.wit", place),
            "context": {"includeDeclaration": with_definition},
        });
        let found = client
            .about("references", "wit/app.wit", more)
            .expect("is answered");
        targets(&found)
            .into_iter()
            .map(|(_, line)| line)
            .collect::<Vec<_>>()
    };
    let all = references("record |line", true);
    let expected = [
        "record line {",
        "type lines = list<line>;",
        "write: func(line: line) -> result<u32, string>;",
    ];
    assert_eq!(all, expected);
    assert_eq!(references("list<|line>", false), expected[1..]);
    let level = references("{|level as", true);
    assert_eq!(
        level,
        ["use other.{level as severity};", "enum level { fine, bad }"]
    );
}

#[test]
fn highlights_tell_definition_and_uses_apart() {
    let mut client = client();
    let found = client.at("documentHighlight", "wit/app.wit", "record |line");
    let kinds: Vec<_> = found
        .as_array()
        .expect("is a list")
        .iter()
        .map(|it| it["kind"].clone())
        .collect();
    // 3 is what is written to, 2 what is read.
    assert_eq!(kinds, [json!(3), json!(2), json!(2)]);
}

/// The names of symbols, each with the depth that it is at.
fn names(symbols: &Value, depth: usize, list: &mut Vec<String>) {
    for symbol in symbols.as_array().into_iter().flatten() {
        let name = symbol["name"].as_str().expect("is a text");
        list.push(format!("{}{name}", " ".repeat(depth)));
        names(&symbol["children"], depth + 1, list);
    }
}

#[test]
fn document_symbols_are_a_tree() {
    let mut client = client();
    let symbols = client
        .about("documentSymbol", "wit/app.wit", json!({}))
        .expect("is answered");
    let mut list = Vec::new();
    names(&symbols, 0, &mut list);
    let expected = [
        "my:app@1.0.0",
        "log",
        " line",
        "  text",
        "  how-bad",
        " lines",
        " sink",
        "  constructor",
        "  write",
        "  flush",
        " old",
        "app",
        " log",
        " run",
        "more",
    ];
    assert_eq!(list, expected);
    let old = &symbols[1]["children"][3];
    assert_eq!((&old["name"], &old["tags"]), (&json!("old"), &json!([1])));
}

#[test]
fn document_symbols_are_a_list_for_clients_that_know_no_trees() {
    let mut client = Client::with(&[("wit/app.wit", MAIN)], json!({}), json!({}));
    // Not open either: the text is that of the file.
    let symbols = client
        .about("documentSymbol", "wit/app.wit", json!({}))
        .expect("is answered");
    let text = symbols
        .as_array()
        .expect("is a list")
        .iter()
        .find(|it| it["name"] == "text");
    assert_eq!(text.expect("is there")["containerName"], "line");
}

#[test]
fn workspace_symbols_are_found_by_their_letters() {
    let mut client = client();
    let mut names = |query: &str| {
        let found = client
            .request("workspace/symbol", json!({"query": query}))
            .expect("is answered");
        let found = found.as_array().expect("is a list").iter();
        found
            .map(|it| it["name"].as_str().expect("is a text").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("line"), ["line", "lines"]);
    assert_eq!(names("lvl"), ["level"]);
    assert!(names("").len() > 10);
    assert_eq!(names("nothing"), Vec::<String>::new());
}

#[test]
fn folding_ranges_are_items_comments_and_uses() {
    let text = "// a\n// b\n\ninterface i {\n  use a.{b};\n  use c.{d};\n  record r {\n    a: u8,\n  }\n}\n";
    let mut client = Client::new(&[("wit/app.wit", text)]);
    client.open("wit/app.wit");
    let found = client
        .about("foldingRange", "wit/app.wit", json!({}))
        .expect("is answered");
    let found: Vec<_> = found
        .as_array()
        .expect("is a list")
        .iter()
        .map(|it| {
            let kind = it["kind"].as_str().unwrap_or("item").to_owned();
            (
                it["startLine"].as_u64().expect("is a number"),
                it["endLine"].as_u64().expect("is a number"),
                kind,
            )
        })
        .collect();
    let range = |start: u64, end: u64, kind: &str| (start, end, kind.to_owned());
    assert_eq!(
        found,
        [
            range(0, 1, "comment"),
            range(3, 9, "item"),
            range(4, 5, "imports"),
            range(6, 8, "item")
        ]
    );
}

#[test]
fn selections_grow_from_the_word_to_the_file() {
    let mut client = client();
    let positions = json!({"positions": [client.place("wit/app.wit", "list<l|ine>")]});
    let found = client
        .about("selectionRange", "wit/app.wit", positions)
        .expect("is answered");
    let (mut texts, mut range) = (Vec::new(), &found[0]);
    while range.is_object() {
        texts.push(covered(MAIN, &range["range"]));
        range = &range["parent"];
    }
    assert_eq!(
        texts[..3],
        ["line", "list<line>", "type lines = list<line>;"]
    );
    assert!(texts.windows(2).all(|pair| pair[0].len() < pair[1].len()));
    assert_eq!(*texts.last().expect("has one"), MAIN);
    assert!(
        texts
            .iter()
            .any(|text| text.starts_with("/// What is logged."))
    );
}

#[test]
fn document_links_lead_to_other_packages() {
    let mut client = client();
    let found = client
        .about("documentLink", "wit/app.wit", json!({}))
        .expect("is answered");
    assert_eq!(found.as_array().expect("is a list").len(), 1);
    assert_eq!(covered(MAIN, &found[0]["range"]), "my:deps/types@0.1.0");
    let target = found[0]["target"].as_str().expect("is a text");
    assert!(target.ends_with("/wit/deps/deps.wit#L4"), "{target}");
}
