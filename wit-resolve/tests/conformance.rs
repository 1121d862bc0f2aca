//! The cases of the `wit-parser` package, read where Cargo keeps its sources: what it accepts has to mean the same here,
//! and what it rejects has to be rejected, with the blame in the same line and for the same cause. Without these sources there is nothing to
//! compare with, and the tests say so.

mod expand;

use expand::{difference, expand};
use std::path::{Path, PathBuf};
use witc_diagnostics::Code;
use witc_resolve::{Features, Loaded, Loader, print};

/// The folder of the cases, if it is there.
fn cases() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?;
    let found = registries
        .flatten()
        // The very version that the workspace compares with: other versions have other cases.
        .map(|entry| entry.path().join("wit-parser-0.263.0/tests/ui"))
        .find(|p| p.is_dir());
    if found.is_none() {
        eprintln!("skipped: the sources of wit-parser 0.263.0 are not here");
    }
    found
}

/// The cases in a folder: files and folders that hold WIT.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(
            |path| match path.extension().and_then(|extension| extension.to_str()) {
                Some("wit" | "wat" | "wasm") => true,
                _ => path.is_dir() && !path.ends_with("parse-fail"),
            },
        )
        .collect();
    paths.sort();
    paths
}

fn load(path: &Path) -> Loaded {
    Loader::new()
        .path(path)
        .features(Features::from_iter(["active"]))
        .load()
}

/// Whether a case needs packages in binary form.
fn is_binary(path: &Path) -> bool {
    path.ends_with("kinds-of-deps") || path.extension().is_some_and(|extension| extension == "wat")
}

fn messages(loaded: &Loaded) -> String {
    let lines = loaded.diagnostics.iter().map(|diagnostic| {
        let place = loaded.resolve.sources.positions(diagnostic.primary.span);
        let place = place.map(|(id, start, _)| {
            format!("{}:{}", loaded.resolve.sources.file(id).name(), start.line)
        });
        format!(
            "  {} {} {}",
            place.unwrap_or_default(),
            diagnostic.code,
            diagnostic.message
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn accepted_with_the_same_meaning() {
    let Some(folder) = cases() else { return };
    let mut failures = Vec::new();
    let mut count = 0;
    for path in paths(&folder) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let stem = name
            .strip_suffix(".wit")
            .or(name.strip_suffix(".wat"))
            .unwrap_or(&name);
        if is_binary(&path) {
            continue;
        }
        count += 1;
        let loaded = load(&path);
        if loaded.has_errors() {
            failures.push(format!("{name}: rejected\n{}", messages(&loaded)));
            continue;
        }
        let expected = std::fs::read_to_string(folder.join(format!("{stem}.wit.json"))).unwrap();
        let ours = expand(&print::json(&loaded.resolve));
        let theirs = expand(&expected);
        if ours != theirs {
            failures.push(format!("{name}:\n{}", difference(&theirs, &ours)));
        }
    }
    println!(
        "cases: {} of {count} accepted with the same meaning",
        count - failures.len()
    );
    // The number of cases of this version; fewer would mean that they were not found.
    assert!(count >= 76, "only {count} cases");
    assert!(
        failures.is_empty(),
        "{} of {count} differ\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// The cases that we blame on another line than the one recorded, and why ours is the better one.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "dangling-type.wit",
        "the `type` without name is to blame, and the `{` without `}`, not the end of the file",
    ),
    (
        "invalid-toplevel.wit",
        "the word that no item starts with is to blame, not the one after it",
    ),
    (
        "bad-deprecated1.wit",
        "the attribute without argument is to blame, not the item after it",
    ),
    (
        "bad-since1.wit",
        "the attribute without argument is to blame, not the item after it",
    ),
    (
        "multi-file-missing-delimiter",
        "the `{` that is never closed is to blame, not the end of the file",
    ),
    (
        "package-nesting-too-deep.wit",
        "far fewer braces in one another than a hundred are a mistake",
    ),
    (
        "use-and-include-world",
        "the `use` of what is no interface is to blame, not the `include` of the same world",
    ),
];

/// The codes that blame a gate, which stands on a line of its own in all cases, where the item after it is recorded.
const OF_THE_GATE: &[u16] = &[505];

/// A part of a recorded message, and our codes for the same cause. Two entries may each be parts of
/// one message.
const CAUSES: &[(&str, &[u16])] = &[
    ("external-id is not allowed", &[510]),
    ("external-id twice", &[501]),
    ("more than 32 flags", &[305]),
    ("cannot import function", &[212]),
    ("as a type", &[212]),
    ("conflicts with previous case", &[304]),
    ("conflicts with previous flag", &[304]),
    ("duplicate field", &[304]),
    ("duplicate item", &[209]),
    ("duplicate name", &[209, 301]),
    ("empty ", &[303]),
    ("doc comments on multiple", &[217]),
    ("contains a `borrow<T>`", &[311]),
    ("getters ", &[313]),
    ("constructor return type", &[312]),
    ("`ok` type must be", &[312]),
    ("setter return type", &[314]),
    ("setters must", &[314]),
    ("conflicts with prior", &[401]),
    ("no corresponding getter", &[315]),
    ("shadows previously", &[403]),
    ("unreleased version", &[505]),
    ("due to its feature not being activated", &[506, 507]),
    ("not found in package", &[206, 207, 208]),
    ("in incompatible ways", &[405]),
    ("more than once", &[301, 310, 402]),
    ("interface or world", &[206, 210]),
    ("creates a dependency cycle", &[204, 210]),
    ("depends on itself", &[302]),
    ("invalid map key", &[307]),
    ("conflicts with previous name", &[301, 401]),
    ("is defined as a world", &[207]),
    ("nested packages must", &[216]),
    ("does not support renaming", &[404]),
    ("known packages", &[205]),
    ("does not match previous package", &[202]),
    ("in a handle must be a resource", &[306]),
    ("type nesting too deep", &[601]),
    ("strongly unique", &[403]),
    ("no `package` header", &[201]),
    ("two different locations", &[203]),
    ("not defined in interface", &[212, 213]),
    ("does not exist", &[211, 212, 213]),
    // Where wit-parser only knows which token it expected, we say which mistake it is: an older dialect, swapped words, a
    // type that there isn't, a handle of something other than a resource.
    (
        "expected ",
        &[
            101, 102, 103, 104, 106, 108, 110, 111, 113, 117, 127, 131, 150,
        ],
    ),
];

/// Whether a diagnostic of ours tells of the cause that a message has recorded.
fn same_cause(expected: &str, code: Code) -> bool {
    let known = CAUSES.iter().find(|(part, _)| expected.contains(part));
    known.is_some_and(|(_, codes)| codes.contains(&code.number()))
}

#[test]
fn rejected_in_the_same_line_for_the_same_cause() {
    let Some(folder) = cases() else { return };
    let folder = folder.join("parse-fail");
    let (mut accepted, mut elsewhere, mut count) = (Vec::new(), Vec::new(), 0);
    for path in paths(&folder) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let stem = name.strip_suffix(".wit").unwrap_or(&name);
        count += 1;
        let loaded = load(&path);
        if !loaded.has_errors() {
            accepted.push(name);
            continue;
        }
        let expected = std::fs::read_to_string(folder.join(format!("{stem}.wit.result"))).unwrap();
        let place = blamed(&expected);
        let found = loaded
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
            .any(|diagnostic| {
                let ours = loaded.resolve.sources.positions(diagnostic.primary.span);
                let until_item = usize::from(OF_THE_GATE.contains(&diagnostic.code.number()));
                let in_line = place.as_ref().is_none_or(|(file, line)| {
                    ours.is_some_and(|(id, start, _)| {
                        loaded.resolve.sources.file(id).name().ends_with(file)
                            && start.line + until_item == *line
                    })
                });
                in_line && same_cause(&expected, diagnostic.code)
            });
        if !found {
            let reason = expected
                .lines()
                .find(|line| !line.trim().is_empty())
                .unwrap_or_default();
            elsewhere.push((name, format!("{place:?} {reason}\n{}", messages(&loaded))));
        }
    }
    assert!(accepted.is_empty(), "accepted: {accepted:?}");
    println!(
        "cases: {} of {count} rejected in the same line for the same cause",
        count - elsewhere.len()
    );
    let unargued: Vec<_> = elsewhere
        .iter()
        .filter(|(name, _)| !ELSEWHERE.iter().any(|argued| argued.0 == name))
        .collect();
    assert!(unargued.is_empty(), "{}: {unargued:#?}", unargued.len());
    // A case that is blamed as theirs by now has no place in the list.
    assert_eq!(elsewhere.len(), ELSEWHERE.len(), "the list is up to date");
    assert!(
        // The list of exceptions must not become the rule.
        elsewhere.len() * 20 <= count,
        "{} of {count} blame another line",
        elsewhere.len()
    );
}

#[test]
fn printed_and_read_again() {
    let Some(folder) = cases() else { return };
    let mut failures = Vec::new();
    for path in paths(&folder).into_iter().filter(|path| !is_binary(path)) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let loaded = load(&path);
        let main = loaded.main[0];
        let others: Vec<_> = loaded
            .resolve
            .packages
            .ids()
            .filter(|&id| id != main)
            .collect();
        let text = print::packages(&loaded.resolve, main, &others, print::Style::default());
        let again = Loader::new()
            .text(&*name, &*text)
            .features(Features::from_iter(["active"]))
            .load();
        if again.has_errors() {
            failures.push(format!("{name}: rejected\n{}\n{text}", messages(&again)));
            continue;
        }
        let (before, after) = (
            expand(&print::json(&loaded.resolve)),
            expand(&print::json(&again.resolve)),
        );
        let (before, after) = (without_copies(&before), without_copies(&after));
        if before != after {
            failures.push(format!("{name}:\n{}\n{text}", difference(&before, &after)));
            continue;
        }
        let others: Vec<_> = others
            .iter()
            .map(|&id| again.resolve.package_names[&loaded.resolve.packages[id].name])
            .collect();
        let twice = print::packages(
            &again.resolve,
            again.main[0],
            &others,
            print::Style::default(),
        );
        if text != twice {
            failures.push(format!(
                "{name}: printed in another way the second time\n{}",
                difference(&text, &twice)
            ));
        }
    }
    assert!(
        failures.is_empty(),
        "{} differ\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// The text of a world does not say which interfaces it has copied from another one, nor spaces at the ends of lines.
fn without_copies(json: &str) -> String {
    let lines = json
        .lines()
        .filter(|line| !line.trim_start().starts_with("\"clone_of\""));
    lines
        .map(|line| line.trim_end_matches(',').replace(" \\n", "\\n"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The file and line that a recorded message blames.
fn blamed(message: &str) -> Option<(String, usize)> {
    let place = message
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("--> "));
    let place = place.or_else(|| {
        message
            .lines()
            .next()
            .filter(|line| line.starts_with("tests/"))
    })?;
    let mut parts = place.split(':');
    let file = parts.next()?.rsplit("parse-fail/").next()?.to_owned();
    Some((file, parts.next()?.parse().ok()?))
}
