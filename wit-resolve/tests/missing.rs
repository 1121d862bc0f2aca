//! Packages that are not there: messages say where they were looked for, what lies beside that says where they come from,
//! and what to do.

mod tree;

use std::path::Path;
use tree::{messages, tree, write};
use witc_resolve::{Loaded, Loader, codes};

const APP: (&str, &str) = (
    "wit/w.wit",
    "package t:app; world app { import wasi:clocks/wall-clock@0.2.3; }",
);

/// The notes about the one package that is missing, with `.` for the folder of the tree.
fn notes(root: &Path, loaded: &Loaded) -> String {
    let is_unknown = |found: &&witc_diagnostics::Diagnostic| found.code == codes::UNKNOWN_PACKAGE;
    let found: Vec<_> = loaded.diagnostics.iter().filter(is_unknown).collect();
    let [found] = &found[..] else {
        panic!("{}", messages(loaded))
    };
    let text = found.notes.join("\n");
    text.replace(&format!("{}/", root.display()), "")
        .replace(&root.display().to_string(), ".")
}

/// The notes about the missing package of the folder `wit` in a tree.
fn notes_in(files: &[(&str, &str)]) -> String {
    let folder = tree(&[&[APP][..], files].concat());
    let loaded = Loader::new().path(folder.path().join("wit")).load();
    notes(folder.path(), &loaded)
}

/// Asserts that the last note is this.
#[track_caller]
fn assert_advice(files: &[(&str, &str)], advice: &str) {
    let notes = notes_in(files);
    assert_eq!(notes.lines().last().unwrap_or_default(), advice, "{notes}");
}

#[test]
fn without_tools_the_files_are_put_there() {
    assert_eq!(
        notes_in(&[]),
        "searched: `wit/deps`, which does not exist\n\
         put its files into `wit/deps/clocks/`, or into one file `wit/deps/clocks.wit`"
    );
    // What is there already is another package.
    assert_advice(
        &[("wit/deps/clocks/a.wit", "package my:clocks;")],
        "put its files into `wit/deps/wasi-clocks/`, or into one file `wit/deps/wasi-clocks.wit`",
    );
    assert_advice(
        &[
            ("wit/deps/clocks.wit", "package my:clocks;"),
            ("wit/deps/wasi-clocks.wit", "package wasi:clocks@0.2.0;"),
        ],
        "put its files into `wit/deps/wasi-clocks-0.2.3/`, or into one file `wit/deps/wasi-clocks-0.2.3.wit`",
    );
    let loaded = Loader::new().text("a.wit", APP.1).load();
    assert_eq!(
        notes(Path::new("/nowhere"), &loaded),
        "text that is in no file has no `deps/`: name the folder or the file of the package as well"
    );
}

#[test]
fn deps_toml() {
    // Nothing of it.
    assert_advice(
        &[("wit/deps.toml", "# nothing yet\n")],
        "`wit/deps.toml` does not have it: write `clocks = \"https://github.com/WebAssembly/wasi-clocks/archive/v0.2.3.tar.gz\"` at its top, and run `wit-deps lock` in `.`",
    );
    // It was not fetched, under whichever key, and with whichever form of entry.
    for (entry, key) in [
        ("clocks = \"https://a.b/c.tar.gz\"", "clocks"),
        ("wasi-clocks = \"../x\"", "wasi-clocks"),
        (
            "time = \"https://github.com/WebAssembly/wasi-clocks/archive/v0.2.3.tar.gz\"",
            "time",
        ),
        (
            "[time]\nurl = \"https://github.com/WebAssembly/wasi-clocks/archive/main.tar.gz\"",
            "time",
        ),
        ("time = { path = \"../../clocks/wit\" }", "time"),
    ] {
        assert_advice(
            &[("wit/deps.toml", entry)],
            &format!(
                "`wit/deps.toml` has it as `{key}`, but `wit/deps/{key}` does not exist: run `wit-deps lock` in `.`"
            ),
        );
    }
    // It was fetched, in another version.
    assert_advice(
        &[
            ("wit/deps.toml", "clocks = \"https://a.b/v0.2.0.tar.gz\""),
            ("wit/deps/clocks/c.wit", "package wasi:clocks@0.2.0;"),
        ],
        "`wit/deps.toml` has it as `clocks`, but `wit/deps/clocks` does not hold `wasi:clocks@0.2.3`: write the address of that version there, and run `wit-deps update` in `.`",
    );
    // Something else was not fetched, which may bring it along.
    assert_advice(
        &[
            (
                "wit/deps.toml",
                "io = \"https://a.b/io.tar.gz\"\nhttp = \"https://a.b/http.tar.gz\"",
            ),
            ("wit/deps/io/a.wit", "package wasi:io;"),
        ],
        "`wit/deps.toml` names `http`, but `wit/deps/http` does not exist: run `wit-deps lock` in `.`, which brings what `http` depends on as well",
    );
    // The folder is not called `wit`.
    let folder = tree(&[("api/w.wit", APP.1), ("deps.toml", "")]);
    let loaded = Loader::new().path(folder.path().join("api")).load();
    assert!(
        notes(folder.path(), &loaded)
            .ends_with("run `wit-deps --manifest deps.toml --lock deps.lock --deps api/deps lock`")
    );
}

#[test]
fn what_no_tool_knows_is_left_to_fill_in() {
    let folder = tree(&[
        ("wit/w.wit", "package t:app; world app { import t:x/x; }"),
        ("wit/deps.toml", ""),
    ]);
    let loaded = Loader::new().path(folder.path().join("wit")).load();
    let text = notes(folder.path(), &loaded);
    let advice = "write `x = \"…\"`, with the address of its `.tar.gz`";
    assert!(text.contains(advice), "{text}");
}

const LOCK: &str = "version = 1\n[[packages]]\nname = \"wasi:clocks\"\nregistry = \"wasi.dev\"\n\
    [[packages.versions]]\nrequirement = \"=0.2.3\"\nversion = \"0.2.3\"\ndigest = \"sha256:00\"\n";

#[test]
fn wkg_files() {
    let fetch = "run `wkg wit fetch` in `.`, which rewrites `wit/deps`";
    assert_advice(
        &[("wkg.lock", LOCK)],
        &format!("`wkg.lock` has `wasi:clocks`: {fetch}"),
    );
    assert_advice(
        &[
            (
                "wkg.toml",
                "[overrides]\n\"wasi:clocks\" = { path = \"../clocks/wit\" }",
            ),
            ("wkg.lock", "version = 1"),
        ],
        &format!("`wkg.toml` has `wasi:clocks`: {fetch}"),
    );
    assert_advice(
        &[("wkg.lock", "version = 1\npackages = []\n")],
        "`wkg.lock` does not have it yet: run `wkg wit fetch` in `.`, which finds it, and rewrites `wit/deps`",
    );
    // A package that no registry is known for.
    let folder = tree(&[
        ("a/wit/w.wit", "package t:app; world app { import t:x/x; }"),
        ("a/wkg.lock", LOCK),
    ]);
    let loaded = Loader::new().path(folder.path().join("a/wit")).load();
    let text = notes(folder.path(), &loaded);
    assert!(
        text.ends_with(
            "`a/wkg.lock` does not have it: run `wkg wit fetch` in `a` if a registry has it, or first write `\"t:x\" = { path = \"…\" }`, with the folder of its files, under `[overrides]` in `a/wkg.toml`"
        ),
        "{text}"
    );
    // The folder is not called `wit`, or lies further in.
    let folder = tree(&[("a/b/w.wit", APP.1), ("wkg.lock", LOCK)]);
    let loaded = Loader::new().path(folder.path().join("a/b")).load();
    let text = notes(folder.path(), &loaded);
    assert!(text.contains("run `wkg wit fetch a/b` in `.`"), "{text}");
}

#[test]
fn cargo_component() {
    let head = "[package]\nname = \"a\"\n[package.metadata.component]\npackage = \"t:app\"\n";
    let table = "[package.metadata.component.target.dependencies]";
    let reads = format!("under `{table}`, which cargo-component reads, and witc does not");
    let cargo = |rest: &str| format!("{head}{rest}\n");
    let entry = format!("{table}\n\"wasi:clocks\" = {{ path = \"x/../lib/clocks\" }}");
    assert_advice(
        &[("Cargo.toml", &cargo(&entry))],
        &format!(
            "`Cargo.toml` has it {reads}: name its folder as well, as in `witc check wit lib/clocks`"
        ),
    );
    let get = ", as `mkdir wit/deps && wkg get wasi:clocks@0.2.3 --output wit/deps/clocks.wit` does with what is in a registry";
    assert_advice(
        &[(
            "Cargo.toml",
            &cargo(
                "[package.metadata.component.target]\npath = \"wit\"\ndependencies = { \"wasi:clocks\" = \"0.2.3\" }",
            ),
        )],
        &format!("`Cargo.toml` has it {reads}: put its files into `wit/deps/clocks/`{get}"),
    );
    assert_advice(
        &[("Cargo.toml", &cargo(""))],
        &format!(
            "`Cargo.toml` does not have it under `{table}` either, which is where cargo-component looks, and witc does not: put its files into `wit/deps/clocks/`{get}"
        ),
    );
    // Another Cargo.toml says nothing about packages.
    assert_advice(
        &[("Cargo.toml", "[package]\nname = \"a\"\n")],
        "put its files into `wit/deps/clocks/`, or into one file `wit/deps/clocks.wit`",
    );
}

#[test]
fn files_of_other_projects_are_not_named() {
    let folder = tree(&[
        ("a/b/wit/w.wit", APP.1),
        ("a/b/.git/HEAD", ""),
        ("a/wkg.lock", LOCK),
    ]);
    let loaded = Loader::new().path(folder.path().join("a/b/wit")).load();
    assert!(!notes(folder.path(), &loaded).contains("wkg"));
}

/// What was not asked for, and lies beside what was.
#[test]
fn neighbours_are_named() {
    let clocks = "/// A clock.\npackage wasi:clocks@0.2.3; interface wall-clock {}";
    let other = "package wasi:clocks@0.2.0; interface wall-clock {}";
    for (root, neighbour) in [
        ("wit", "clocks"),
        ("wit", "wasi-clocks/wit"),
        ("app/wit", "clocks/wit"),
        ("deps/app", "deps/any.wit"),
        ("deps/app", "deps/wasi-clocks-0.2.3"),
    ] {
        let file = match neighbour.ends_with(".wit") {
            true => neighbour.to_owned(),
            false => format!("{neighbour}/c.wit"),
        };
        let folder = tree(&[(&format!("{root}/w.wit"), APP.1), (&file, clocks)]);
        let at = |path: &str| folder.path().join(path);
        let loaded = Loader::new().path(at(root)).load();
        let text = notes(folder.path(), &loaded);
        let advice = format!(
            "`{neighbour}` is that package: name it as well, as in `witc check {root} {neighbour}`"
        );
        assert!(text.ends_with(&advice), "{text}");
        // The advice works.
        let loaded = Loader::new().path(at(root)).path(at(neighbour)).load();
        assert!(loaded.diagnostics.is_empty(), "{}", messages(&loaded));
        // Another version is no help.
        write(folder.path(), &[(&file, other)]);
        let loaded = Loader::new().path(at(root)).load();
        assert!(!notes(folder.path(), &loaded).contains("is that package"));
    }
}

#[test]
fn packages_in_other_places_are_named() {
    let clocks = "package wasi:clocks@0.2.3; interface wall-clock {}";
    for place in ["wit/clocks", "wit/dep/any"] {
        assert_advice(
            &[(&format!("{place}/c.wit"), clocks)],
            &format!("`{place}` is that package: move it into `wit/deps/`"),
        );
    }
    // The file is named, and not the folder with `deps/`, which is read all the same.
    let folder = tree(&[APP, ("wit/deps/any.wit", clocks)]);
    let loaded = Loader::new().path(folder.path().join("wit/w.wit")).load();
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    // What a checkout makes of a link.
    let text = notes_in(&[("wit/deps/clocks", "../../clocks/wit")]);
    assert!(
        text.contains("`wit/deps/clocks` is a file without extension"),
        "{text}"
    );
}

#[test]
fn folders_without_files_are_named() {
    let text = notes_in(&[(
        "wit/deps/wasi-clocks/wit/c.wit",
        "package wasi:clocks@0.2.3;",
    )]);
    let moved = "`wit/deps/wasi-clocks` has no `.wit` files: move those of `wit/deps/wasi-clocks/wit` up into it";
    assert!(text.contains(moved), "{text}");
    let folder = tree(&[APP]);
    std::fs::create_dir_all(folder.path().join("wit/deps/clocks")).expect("is made");
    let loaded = Loader::new().path(folder.path().join("wit")).load();
    let text = notes(folder.path(), &loaded);
    assert!(
        text.contains("`wit/deps/clocks` is empty: if it is a submodule,"),
        "{text}"
    );
    assert!(
        text.ends_with(
            "put its files into `wit/deps/clocks/`, or into one file `wit/deps/clocks.wit`"
        ),
        "{text}"
    );
}

#[cfg(unix)]
#[test]
fn links_to_nothing_are_named() {
    use std::os::unix::fs::symlink;
    let folder = tree(&[
        APP,
        ("wit/deps/io.wit", "package wasi:io;"),
        ("wit/deps/a/a.wit", "package t:a;"),
    ]);
    let at = |path: &str| folder.path().join(path);
    let load = || Loader::new().path(at("wit")).load();
    symlink("../../clocks/wit", at("wit/deps/clocks")).expect("is made");
    symlink("loop", at("wit/deps/loop")).expect("is made");
    // Others are no packages.
    symlink("nowhere", at("wit/deps/README.md")).expect("is made");
    symlink("me@host.1", at("wit/.#w.wit")).expect("is made");
    let text = notes(folder.path(), &load());
    assert!(
        text.contains("`wit/deps/clocks` is a link to `../../clocks/wit`, which does not exist"),
        "{text}"
    );
    assert!(
        text.contains("`wit/deps/loop` is a link to `loop`, which can't be followed: "),
        "{text}"
    );
    assert!(!text.contains("README") && !text.contains('#'), "{text}");
    assert_eq!(load().diagnostics.len(), 1);
    // Without need for it, a link to nothing is a warning.
    write(
        folder.path(),
        &[(
            "wit/deps/x.wit",
            "package wasi:clocks@0.2.3; interface wall-clock {}",
        )],
    );
    let loaded = load();
    assert!(
        !loaded.has_errors() && loaded.diagnostics.len() == 2,
        "{}",
        messages(&loaded)
    );
    assert!(
        loaded
            .diagnostics
            .iter()
            .all(|found| found.code == codes::FILE_NOT_FOUND)
    );
    // A file that has to be read is missing in any case.
    symlink("nowhere.wit", at("wit/deps/a/b.wit")).expect("is made");
    let loaded = load();
    assert!(messages(&loaded).contains("is a link to `nowhere.wit`, which does not exist"));
    assert!(loaded.has_errors());
}

#[cfg(unix)]
#[test]
fn roots_and_deps_that_are_links_to_nothing_are_named() {
    use std::os::unix::fs::symlink;
    let folder = tree(&[APP]);
    let at = |path: &str| folder.path().join(path);
    for (link, root) in [("none", "none"), ("deps", "deps"), ("w.wit", "w.wit")] {
        symlink("nowhere", at(link)).expect("is made");
        let loaded = Loader::new().path(at(root)).load();
        assert!(
            messages(&loaded).contains("is a link to `nowhere`"),
            "{}",
            messages(&loaded)
        );
    }
    // `deps` itself is one.
    let folder = tree(&[APP]);
    symlink("../deps", folder.path().join("wit/deps")).expect("is made");
    let loaded = Loader::new().path(folder.path().join("wit")).load();
    let text = notes(folder.path(), &loaded);
    assert!(
        text.starts_with("`wit/deps` is a link to `../deps`, which does not exist"),
        "{text}"
    );
}

/// Thousands of missing packages do not take thousands of times as much text.
#[test]
fn many_missing_packages_are_told_briefly() {
    let imports: String = (0..3000)
        .map(|number| format!("import t:p{number}/i; "))
        .collect();
    let folder = tree(&[(
        "wit/w.wit",
        &format!("package t:app; world app {{ {imports}}}"),
    )]);
    let loaded = Loader::new().path(folder.path().join("wit")).load();
    assert_eq!(loaded.diagnostics.len(), 3000);
    let notes = loaded.diagnostics.iter().map(|found| found.notes.len());
    assert!(notes.clone().all(|count| count > 0) && notes.sum::<usize>() < 4000);
}
