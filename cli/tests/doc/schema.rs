//! `witc schema`: valid to a validator of others, and true to the values.

use super::support::folder;
use super::witc;
use serde_json::{Value, json};
use std::process::{Command, Stdio};

const TOOLS: &str = r#"/// Tools.
package my:tools@1.0.0;

interface types {
    /// Where.
    record point { /// To the right.
        x: s32, y: option<s32>, z: option<option<u8>> }
    variant shape { dot, /// Round.
        circle(f32), line(tuple<point, point>) }
    enum color { red, /// As grass.
        green }
    flags style { bold, italic }
    type points = list<point>;
    resource canvas { constructor(); }
}

interface draw {
    use types.{point, shape, color, style, points};
    /// Draws it.
    draw: func(shape: shape, color: option<color>, style: style) -> result<u64, string>;
    grid: func(cells: list<list<u8, 2>>, names: map<string, color>, more: map<u8, char>) -> points;
    nothing: func();
}

world tool {
    import types;
    /// Runs.
    export run: func(args: list<string>) -> bool;
}
"#;

/// The document of a command line that succeeds.
fn document(text: &str, more: &[&str]) -> Value {
    let place = folder(&[("wit/tools.wit", text)]);
    let (code, out, err) = witc(place.path(), &[&["schema"], more].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    serde_json::from_str(&out).expect("is JSON")
}

/// Runs a program of Python with what is on standard input; nothing where there is no `jsonschema`.
fn python(program: &str, input: &Value) -> Option<String> {
    let has = Command::new("python3")
        .args(["-c", "import jsonschema"])
        .output();
    if !has.is_ok_and(|output| output.status.success()) {
        println!("skipped: python3 has no package jsonschema (`pip install jsonschema`)");
        return None;
    }
    let mut command = Command::new("python3");
    command.args(["-c", program]).stdin(Stdio::piped());
    let output = witc_tests::output(command, input.to_string().as_bytes());
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{err}");
    Some(String::from_utf8(output.stdout).expect("is UTF-8"))
}

#[test]
fn functions_are_tools() {
    let schema = document(TOOLS, &["--interface", "draw"]);
    assert_eq!(schema["title"], "my:tools@1.0.0");
    assert_eq!(schema["description"], "Tools.");
    let tools = schema["tools"].as_array().expect("is a list");
    let names: Vec<&Value> = tools.iter().map(|tool| &tool["name"]).collect();
    assert_eq!(json!(names), json!(["draw", "grid", "nothing"]));
    assert_eq!(tools[0]["description"], "Draws it.");
    assert_eq!(
        tools[0]["inputSchema"]["required"],
        json!(["shape", "style"])
    );
    // A tool that is taken out has all that it refers to.
    let defs = |tool: &Value| {
        let defs = tool["inputSchema"]["$defs"].as_object().expect("has some");
        defs.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(defs(&tools[0]), ["color", "point", "shape", "style"]);
    let point = &schema["$defs"]["point"];
    assert_eq!(point["description"], "Where.");
    assert_eq!(point["properties"]["x"]["description"], "To the right.");
    // The world's own exports, and names with the interface where there are several.
    let all = document(
        &TOOLS.replace("resource canvas { constructor(); }", ""),
        &[],
    );
    let names: Vec<&Value> = all["tools"]
        .as_array()
        .expect("is a list")
        .iter()
        .map(|it| &it["name"])
        .collect();
    assert_eq!(
        json!(names),
        json!(["draw_draw", "draw_grid", "draw_nothing", "run"])
    );
}

#[test]
fn a_validator_takes_schemas_and_values() {
    let schema = document(TOOLS, &["--interface", "draw"]);
    let shape =
        json!({"tag": "line", "val": [{"x": 1}, {"x": -1, "y": null, "z": {"some": null}}]});
    let valid = json!([
        [0, "inputSchema", {"shape": shape, "style": ["bold"]}],
        [0, "inputSchema", {"shape": {"tag": "dot"}, "color": "red", "style": []}],
        [0, "inputSchema", {"shape": {"tag": "circle", "val": 1.5}, "color": null, "style": []}],
        [0, "outputSchema", {"result": {"ok": 18446744073709551615u64}}],
        [0, "outputSchema", {"result": {"err": "no"}}],
        [1, "inputSchema", {"cells": [[1, 255]], "names": {"a": "green"}, "more": [[1, "🦀"]]}],
        [1, "outputSchema", {"result": [{"x": 0, "z": {"some": 3}}]}],
        [2, "inputSchema", {}],
    ]);
    let wrong = json!([
        [0, "inputSchema", {"shape": {"tag": "dot", "val": 1}, "style": []}],
        [0, "inputSchema", {"shape": {"tag": "square"}, "style": []}],
        [0, "inputSchema", {"shape": {"tag": "dot"}, "style": ["bold", "bold"]}],
        [0, "inputSchema", {"shape": {"tag": "dot"}, "color": "blue", "style": []}],
        [0, "inputSchema", {"shape": {"tag": "line", "val": [{"x": 1}]}, "style": []}],
        [0, "outputSchema", {"result": {"ok": -1}}],
        [0, "outputSchema", {"result": {"ok": 1, "err": "both"}}],
        [1, "inputSchema", {"cells": [[1]], "names": {}, "more": []}],
        [1, "inputSchema", {"cells": [[256, 0]], "names": {}, "more": []}],
        [1, "inputSchema", {"cells": [], "names": {}, "more": [[1, "ab"]]}],
        [1, "outputSchema", {"result": [{"y": 0}]}],
        [2, "inputSchema", {"more": 1}],
    ]);
    let program = "
import json, sys
from jsonschema import Draft202012Validator as V
given = json.load(sys.stdin)
document = given['schema']
V.check_schema(document)
for tool in document['tools']:
    for key in ('inputSchema', 'outputSchema'):
        V.check_schema(tool[key])
for (name, expected) in (('valid', True), ('wrong', False)):
    for (index, key, value) in given[name]:
        # Alone, and in the document.
        alone = V(document['tools'][index][key]).is_valid(value)
        whole = V({**document, '$ref': '#/tools/%d/%s' % (index, key)}).is_valid(value)
        if (alone, whole) != (expected, expected):
            print(name, index, key, value, alone, whole)
";
    let given = json!({"schema": schema, "valid": valid, "wrong": wrong});
    if let Some(says) = python(program, &given) {
        assert_eq!(says, "");
    }
}

#[test]
fn what_json_has_no_values_for_is_refused() {
    let text = "package my:files; interface files { resource file; open: func(path: string) -> file; \
                read: func(f: borrow<file>) -> stream<u8>; size: func(path: string) -> u64; }";
    let place = folder(&[("wit/files.wit", text)]);
    let here = place.path();
    let (code, out, err) = witc(here, &["schema", "-o", "out.json"]);
    assert!(code == 1 && out.is_empty() && !here.join("out.json").exists());
    assert_eq!(err.matches("error[W1302]").count(), 2, "{err}");
    assert!(
        err.contains("the function `open` has no schema: it needs a handle of the resource `file`"),
        "{err}"
    );
    let (code, _, err) = witc(here, &["schema", "--skip", "-o", "out.json"]);
    assert!(
        code == 0 && err.matches("warning[W1302]").count() == 2,
        "{err}"
    );
    let text = std::fs::read_to_string(here.join("out.json")).expect("is written");
    let schema: Value = serde_json::from_str(&text).expect("is JSON");
    assert_eq!(schema["tools"].as_array().map(Vec::len), Some(1));
    let (code, _, err) = witc(here, &["schema", "--interface", "file"]);
    assert!(code == 1 && err.contains("did you mean `files`?"), "{err}");
    let (code, _, _) = witc(here, &["schema", "--skip", "--interface", "my:files/files"]);
    assert_eq!(code, 0);
}
