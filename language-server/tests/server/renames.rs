//! Renaming: each name, there and back.

use crate::abilities::{DEPS, MAIN, client};
use crate::client::{Client, everything};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn rename(client: &mut Client, name: &str, position: Value, new: &str) -> Result<Value, String> {
    let more = json!({"position": position, "newName": new});
    client
        .about("rename", name, more)
        .map_err(|failure| failure.message)
}

#[test]
fn rename_changes_all_files_of_the_package() {
    let other = "package my:app@1.0.0;\ninterface user { use log.{line}; f: func(x: line); }\n";
    let mut client = Client::new(&[
        ("wit/app.wit", MAIN),
        ("wit/user.wit", other),
        ("wit/deps/deps.wit", DEPS),
    ]);
    client.open("wit/app.wit");
    client.open("wit/user.wit");
    let place = client.place("wit/app.wit", "record |line");
    let edit = rename(&mut client, "wit/app.wit", place, "record").expect("can be renamed");
    client.apply(&edit);
    assert!(client.text("wit/app.wit").contains("record %record {"));
    assert!(
        client
            .text("wit/user.wit")
            .contains("use log.{%record}; f: func(x: %record)")
    );
    assert_eq!(client.codes("wit/user.wit"), Vec::<String>::new());
    let place = client.place("wit/app.wit", "record %|record");
    let edit = rename(&mut client, "wit/app.wit", place, "line").expect("can be renamed");
    client.apply(&edit);
    assert_eq!(
        (client.text("wit/app.wit"), client.text("wit/user.wit")),
        (MAIN, other)
    );
}

#[test]
fn prepare_rename_tells_the_range_and_refuses_dependencies() {
    let mut client = client();
    let found = client.at("prepareRename", "wit/app.wit", "record l|ine");
    assert_eq!(found["placeholder"], "line");
    assert_eq!(
        found["range"]["start"],
        client.place("wit/app.wit", "record |line")
    );
    assert_eq!(
        client.at("prepareRename", "wit/app.wit", "re|cord line"),
        Value::Null
    );
    let position = json!({"position": client.place("wit/app.wit", "{l|evel as")});
    let failure = client
        .about("prepareRename", "wit/app.wit", position)
        .expect_err("is of a dependency");
    assert!(failure.message.contains("dependency"), "{failure}");
}

#[test]
fn names_that_collide_are_refused() {
    let mut client = client();
    for (place, new, why) in [
        ("record |line", "lines", "can't be the name"),
        ("record |line", "severity", "can't be the name"),
        ("record |line", "Not-Valid", "is not a name"),
        ("record |line", "", "is not a name"),
        ("world |app", "log", "can't be the name"),
        ("|how-bad", "text", "can't be the name"),
    ] {
        let position = client.place("wit/app.wit", place);
        let message = rename(&mut client, "wit/app.wit", position, new).expect_err("collides");
        assert!(message.contains(why), "{new}: {message}");
    }
    let position = client.place("wit/app.wit", "record |line");
    assert_eq!(
        rename(&mut client, "wit/app.wit", position, "line"),
        Ok(Value::Null)
    );
}

/// The `.wit` files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("is there") {
        let path = entry.expect("is there").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "wit") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The places of words in a text: what may be a name.
fn words(text: &str) -> Vec<usize> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut starts = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphabetic() && !is_part(before) {
            starts.push(at);
        }
        before = c;
    }
    starts
}

/// Renames each of the names of a package, one in so many, and back. Each package in `deps` is taken as the one that the
/// user works on, with the others in its `deps/`.
fn rename_all(package: &Path, deps: &[PathBuf], one_in: usize) -> usize {
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    let own = if package.is_dir() {
        files(package)
    } else {
        vec![package.to_owned()]
    };
    for path in &own {
        let name = path.file_name().expect("has one").to_string_lossy();
        sources.insert(
            format!("wit/{name}"),
            fs::read_to_string(path).expect("is text"),
        );
    }
    for (index, other) in deps
        .iter()
        .enumerate()
        .filter(|(_, other)| *other != package)
    {
        let others = if other.is_dir() {
            files(other)
        } else {
            vec![other.clone()]
        };
        for path in others {
            let name = path.file_name().expect("has one").to_string_lossy();
            let text = fs::read_to_string(&path).expect("is text");
            sources.insert(format!("wit/deps/{index}/{name}"), text);
        }
    }
    let list: Vec<(&str, &str)> = sources
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let mut client = Client::with(&list, everything("utf-8"), json!({"allFeatures": true}));
    let names: Vec<&String> = sources
        .keys()
        .filter(|name| !name.contains("deps"))
        .collect();
    names.iter().for_each(|name| client.open(name));
    let mut count = 0;
    for name in &names {
        let text = &sources[*name];
        for (_, start) in words(text)
            .into_iter()
            .enumerate()
            .filter(|(index, _)| index % one_in == 0)
        {
            count += usize::from(there_and_back(&mut client, name, text, start, &sources));
        }
    }
    count
}

/// Renames the name at a place, if there is one, and back.
fn there_and_back(
    client: &mut Client,
    name: &str,
    text: &str,
    start: usize,
    sources: &BTreeMap<String, String>,
) -> bool {
    let position = crate::client::position(text, start);
    let errors = client.codes(name);
    // Dependencies are refused, and most words are no names.
    let Ok(edit) = rename(client, name, position.clone(), "zz-unused-name") else {
        return false;
    };
    client.apply(&edit);
    assert_eq!(
        client.codes(name),
        errors,
        "{name}: {}",
        &text[start..start + 20]
    );
    let now = client.text(name).to_owned();
    let place = now.find("zz-unused-name").expect("is renamed");
    let old: String = text[start..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let position = crate::client::position(&now, place);
    let edit =
        rename(client, name, position, &old).unwrap_or_else(|why| panic!("{old} in {name}: {why}"));
    client.apply(&edit);
    for (name, text) in sources.iter().filter(|(name, _)| !name.contains("deps")) {
        assert_eq!(client.text(name), text, "{old}");
    }
    true
}

/// Every package of WASI 0.2 and 0.3 as the one that is edited: a sample of its names, or, with `WITC_RENAMES=1`, all.
#[test]
fn names_of_wasi_are_renamed_and_renamed_back() {
    let one_in = std::env::var("WITC_RENAMES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(61);
    let mut count = 0;
    for (package, folder) in [("wasip3", "wit/deps"), ("wasmtime-wasi", "src/p2/wit/deps")] {
        let folder = witc_tests::package_folder(package).join(folder);
        let entries = fs::read_dir(&folder).expect("the package has its WIT");
        let mut packages: Vec<PathBuf> = entries
            .map(|entry| entry.expect("is there").path())
            .collect();
        packages.sort();
        for package in &packages {
            count += rename_all(package, &packages, one_in);
        }
    }
    println!("{count} names");
    assert!(count > 10, "{count} names");
}
