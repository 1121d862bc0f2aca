//! Random packages: no link of their pages is dead, no anchor is there twice, and no reference of a schema leads nowhere.
//!
//! `WITC_RANDOM_CASES=5000` sets how many there are, `WITC_RANDOM_SEED` where they start.

use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::env;
use witc_doc::{Format, Signatures, schema, site, world};
use witc_random::{ACTIVE_FEATURE, Dice, Kinds, generate};
use witc_resolve::{Features, Loaded, Loader};

fn number(name: &str, default: u64) -> u64 {
    let value = env::var(name).ok().and_then(|value| value.parse().ok());
    value.unwrap_or(default)
}

/// A random package with its dependencies, in a folder that is not on disk.
fn load(seed: u64) -> Loaded {
    let mut dice = Dice::new(seed);
    let texts = generate(&mut dice, Kinds::All).texts(&mut dice);
    let features = Features::from_iter([ACTIVE_FEATURE]);
    let loader = Loader::new().features(features);
    let add = |loader: Loader, (path, text): (String, String)| {
        loader.buffer(format!("not-on-disk/{path}"), text)
    };
    texts
        .into_iter()
        .fold(loader, add)
        .path("not-on-disk")
        .load()
}

/// What stands between a mark and an end, wherever the mark is.
fn between<'t>(text: &'t str, mark: &'t str, end: char) -> impl Iterator<Item = &'t str> {
    let parts = text.split(mark).skip(1);
    parts.map(move |part| part.split(end).next().unwrap_or_default())
}

/// The anchors of a page, each of which is there once.
fn ids(name: &str, text: &str) -> HashSet<String> {
    let mut ids = HashSet::new();
    for id in between(text, " id=\"", '"') {
        assert!(ids.insert(id.to_owned()), "{name}: {id} is there twice");
    }
    ids
}

/// The links of a page, in HTML or Markdown.
fn links(name: &str, text: &str) -> Vec<String> {
    let (mark, end) = if name.ends_with(".html") {
        ("href=\"", '"')
    } else {
        ("](", ')')
    };
    between(text, mark, end).map(str::to_owned).collect()
}

/// Follows all links between pages.
fn follow(seed: u64, files: &[(String, Vec<u8>)]) {
    let texts: BTreeMap<&str, &str> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).expect("is UTF-8")))
        .collect();
    let is_page = |name: &&str| name.ends_with(".html") || name.ends_with(".md");
    let pages = texts.iter().filter(|(name, _)| is_page(name));
    let anchors: BTreeMap<&str, HashSet<String>> = pages
        .clone()
        .map(|(name, text)| (*name, ids(name, text)))
        .collect();
    for (name, text) in pages {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in links(name, text) {
            let (path, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let target = match path.strip_prefix("../") {
                Some(path) => path.to_owned(),
                None if path.is_empty() => (*name).to_owned(),
                None if folder.is_empty() => path.to_owned(),
                None => format!("{folder}/{path}"),
            };
            assert!(
                texts.contains_key(target.as_str()),
                "{seed}, {name}: {link}"
            );
            let known = fragment.is_empty() || anchors[target.as_str()].contains(fragment);
            assert!(known, "{seed}, {name}: {link}");
        }
    }
}

/// The names of all definitions that a schema refers to are those of definitions.
fn refer(seed: u64, document: &Value) {
    let text = document.to_string();
    for name in between(&text, "#/$defs/", '"') {
        assert!(document["$defs"].get(name).is_some(), "{seed}: {name}");
    }
    for tool in document["tools"].as_array().expect("is a list") {
        for key in ["inputSchema", "outputSchema"] {
            let schema = &tool[key];
            for name in between(&schema.to_string(), "#/$defs/", '"') {
                assert!(schema["$defs"].get(name).is_some(), "{seed}: {name}");
            }
        }
    }
}

#[test]
fn links_lead_to_what_they_name() {
    let (first, count) = (
        number("WITC_RANDOM_SEED", 1),
        number("WITC_RANDOM_CASES", 25),
    );
    let (mut tools, mut valid) = (0, 0);
    for seed in first..first + count {
        let loaded = load(seed);
        // A few have worlds that can't be.
        if loaded.has_errors() {
            continue;
        }
        valid += 1;
        let resolve = &loaded.resolve;
        for format in [Format::Html, Format::Markdown] {
            follow(
                seed,
                &site(resolve, &loaded.main, &Signatures::default(), format).files,
            );
        }
        for id in resolve.worlds.ids() {
            follow(seed, &world(resolve, id, false).files);
        }
        let schema = schema(resolve, &loaded.main, None, true);
        let document = schema.document.expect("functions are left out");
        refer(seed, &document);
        tools += document["tools"].as_array().map_or(0, Vec::len);
    }
    assert!(
        tools > 0 && valid > count / 2,
        "{tools} tools, {valid} packages"
    );
}
