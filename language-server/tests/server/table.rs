//! The table of abilities in the documentation: each has a test, and each that the server announces has a row.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use witc_language_server::{Answer, Front};

/// What the server announces that is no ability of its own.
const NO_ABILITIES: [&str; 3] = ["positionEncoding", "textDocumentSync", "workspace"];

#[test]
fn each_ability_has_a_row_and_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("../docs/editor.md")).expect("is there");
    let (_, table) = page.split_once("| ability |").expect("has the table");
    let rows: Vec<&str> = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert!(rows.len() >= 16, "{} rows", rows.len());
    let tests: String = fs::read_dir(root.join("tests/server"))
        .expect("is there")
        .map(|entry| fs::read_to_string(entry.expect("is there").path()).expect("is text"))
        .collect();
    for row in &rows {
        let test = row
            .trim_end_matches([' ', '|'])
            .rsplit('`')
            .nth(1)
            .expect("names a test");
        assert!(tests.contains(&format!("fn {test}()")), "{row}");
    }
    let mut front = Front::new();
    let Answer::Now(Ok(answer)) = front.request("initialize", json!({"capabilities": {}})) else {
        panic!("is initialized")
    };
    let capabilities = answer["capabilities"].as_object().expect("is an object");
    let announced = capabilities
        .iter()
        .filter(|(_, value)| **value != Value::Null);
    for (name, _) in announced.filter(|(name, _)| !NO_ABILITIES.contains(&name.as_str())) {
        assert!(
            rows.iter().any(|row| row.contains(&format!("`{name}`"))),
            "{name} has no row"
        );
    }
}
