//! Packages from anywhere: files, folders, `deps/` flat or nested, several roots in any order, text that is in no file.

mod expand;

use expand::{difference, expand};
use std::fs;
use std::path::{Path, PathBuf};
use witc_diagnostics::render;
use witc_resolve::codes;
use witc_resolve::{Features, Loaded, Loader, print};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/beyond")
}

fn messages(loaded: &Loaded) -> String {
    loaded
        .diagnostics
        .iter()
        .map(|found| render::short(found, &loaded.resolve.sources))
        .collect()
}

fn write(root: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// What `docs/beyond-wit-parser.md` lists is accepted here, and rejected by the peer.
#[test]
fn more_is_accepted_than_by_the_peer() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/beyond-wit-parser.md");
    let list = fs::read_to_string(list).unwrap();
    let mut names: Vec<String> = fs::read_dir(fixtures())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names.len(),
        list.matches("- **").count(),
        "the list and the fixtures have different numbers"
    );
    for name in names {
        assert!(
            list.contains(&format!("- **{name}")),
            "the list says nothing of {name}"
        );
        let path = fixtures().join(&name);
        // The one that needs a feature.
        let features =
            Features::from_iter((name == "nested-namespaces").then_some("nested-namespaces"));
        let loaded = Loader::new().path(&path).features(features).load();
        assert!(!loaded.has_errors(), "{name}:\n{}", messages(&loaded));
        let theirs = wit_parser::Resolve::default().push_path(&path);
        // Then it is nothing beyond the peer any more, and the list has to change.
        assert!(theirs.is_err(), "{name} is accepted by the peer too");
    }
}

/// Three roots, of which one depends on the others, and two bring the same package along.
const ROOTS: [&[(&str, &str)]; 3] = [
    &[
        (
            "app/app.wit",
            "package t:app; world app { import t:store/store@1.0.0; export t:log/log; }",
        ),
        (
            "app/deps/ids.wit",
            "package t:ids; interface ids { type id = u64; }",
        ),
    ],
    &[
        (
            "store/a.wit",
            "package t:store@1.0.0; interface store { use t:ids/ids.{id}; get: func(key: id); }",
        ),
        ("store/b.wit", "interface other { use store.{id}; }"),
        (
            "store/deps/ids/ids.wit",
            "package t:ids; interface ids { type id = u64; }",
        ),
    ],
    &[(
        "log.wit",
        "package t:log; interface log { use t:ids/ids.{id}; log: func(of: id, text: string); }",
    )],
];

#[test]
fn roots_come_in_any_order() {
    let folder = tempfile::tempdir().unwrap();
    for files in ROOTS {
        write(folder.path(), files);
    }
    let paths = ["app", "store", "log.wit"];
    let mut results = Vec::new();
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let loader = order.iter().fold(Loader::new(), |loader, &at| {
            loader.path(folder.path().join(paths[at]))
        });
        let loaded = loader.load();
        assert!(
            loaded.diagnostics.is_empty(),
            "{order:?}: {}",
            messages(&loaded)
        );
        let main: Vec<String> = loaded
            .main
            .iter()
            .map(|&id| loaded.resolve.packages[id].name.to_string())
            .collect();
        let expected = order.map(|at| ["t:app", "t:store@1.0.0", "t:log"][at]);
        assert_eq!(main, expected);
        // By content: the numbers of packages follow the order of the roots.
        results.push(expand(&print::json(&loaded.resolve)));
    }
    assert!(
        results.iter().all(|result| *result == results[0]),
        "the order of the roots shows in the result"
    );
}

/// The same packages as text that is in no file, and as files: the same result.
#[test]
fn text_is_as_good_as_files() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), ROOTS[2]);
    write(
        folder.path(),
        &[(
            "deps/ids.wit",
            "package t:ids; interface ids { type id = u64; }",
        )],
    );
    let from_files = Loader::new().path(folder.path()).load();
    let from_text = Loader::new()
        .text("<stdin>", ROOTS[2][0].1)
        .path(folder.path().join("deps/ids.wit"))
        .load();
    assert!(from_text.diagnostics.is_empty(), "{}", messages(&from_text));
    let (a, b) = (
        expand(&print::json(&from_files.resolve)),
        expand(&print::json(&from_text.resolve)),
    );
    assert!(a == b, "{}", difference(&a, &b));
}

#[test]
fn a_conflict_shows_both_definitions() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        &[
            ("a/a.wit", "package t:a;"),
            (
                "a/deps/ids.wit",
                "package t:ids; interface ids { type id = u64; }",
            ),
            ("b/b.wit", "package t:b;"),
            (
                "b/deps/ids.wit",
                "package t:ids; interface ids { type id = u32; }",
            ),
        ],
    );
    let mut places = Vec::new();
    for order in [["a", "b"], ["b", "a"]] {
        let loaded = order
            .iter()
            .fold(Loader::new(), |loader, name| {
                loader.path(folder.path().join(name))
            })
            .load();
        let [found] = &loaded.diagnostics[..] else {
            panic!("{}", messages(&loaded))
        };
        assert_eq!(found.code, codes::DUPLICATE_PACKAGE);
        let spans = [found.primary.span, found.secondary[0].span];
        let mut files = spans.map(|span| {
            let (id, _) = loaded.resolve.sources.locate(span).unwrap();
            loaded.resolve.sources.file(id).name().to_owned()
        });
        // Which of the two is called the first depends on the order of the roots.
        files.sort();
        places.push(files);
    }
    assert!(
        places[0][0].ends_with("a/deps/ids.wit") && places[0][1].ends_with("b/deps/ids.wit"),
        "{places:?}"
    );
    assert_eq!(places[0], places[1]);
}

#[test]
fn what_is_missing_says_where_it_was_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        &[
            (
                "a/a.wit",
                "package t:a; interface a { use t:ides/ids.{id}; use t:log/log@2.0.0.{level}; }",
            ),
            (
                "a/deps/ids.wit",
                "package t:ids; interface ids { type id = u64; }",
            ),
            (
                "b/log.wit",
                "package t:log@1.0.0; interface log { enum level { high, low } }",
            ),
        ],
    );
    let loaded = Loader::new()
        .path(folder.path().join("a"))
        .path(folder.path().join("b/log.wit"))
        .load();
    let [ids, log] = &loaded.diagnostics[..] else {
        panic!("{}", messages(&loaded))
    };
    let notes = |of: &witc_diagnostics::Diagnostic| of.notes.join("\n");
    assert!(
        notes(ids).contains("did you mean `t:ids`?"),
        "{}",
        notes(ids)
    );
    assert!(
        notes(log).contains("there is `t:log@1.0.0`"),
        "{}",
        notes(log)
    );
    for found in [ids, log] {
        assert_eq!(found.code, codes::UNKNOWN_PACKAGE);
        assert!(notes(found).contains("a/deps`"), "{}", notes(found));
        assert!(notes(found).contains("only `"), "{}", notes(found));
    }
}
