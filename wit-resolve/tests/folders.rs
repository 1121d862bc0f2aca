//! Folders and files that are not where they belong: what is said, and that the advice is right.

mod tree;

use tree::{messages, tree, write};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Loader, codes};

/// The one diagnostic of a folder in a tree.
fn diagnostic(files: &[(&str, &str)], root: &str) -> Diagnostic {
    let folder = tree(files);
    let loaded = Loader::new().path(folder.path().join(root)).load();
    let [found] = &loaded.diagnostics[..] else {
        panic!("{}", messages(&loaded))
    };
    let mut found = found.clone();
    let prefix = format!("{}/", folder.path().display());
    for note in found.notes.iter_mut().chain([&mut found.message]) {
        *note = note.replace(&prefix, "");
    }
    found
}

const APP: (&str, &str) = (
    "wit/w.wit",
    "package t:app; world app { import wasi:io/streams@0.2.1; }",
);
const ERROR: &str = "package wasi:io@0.2.1; interface error { resource error; }";
const STREAMS: &str =
    "package wasi:io@0.2.1; interface streams { use error.{error}; f: func() -> error; }";

const STREAMS_ALONE: &str = "package wasi:io@0.2.1; interface streams {}";

#[test]
fn files_in_deps_that_are_one_package_belong_in_a_folder() {
    let files = [
        APP,
        ("wit/deps/error.wit", ERROR),
        ("wit/deps/streams.wit", STREAMS),
    ];
    let found = diagnostic(&files, "wit");
    assert_eq!(found.code, codes::DUPLICATE_PACKAGE);
    assert_eq!(
        found.notes,
        [
            "each file directly in `wit/deps` is a package of its own; these have no interface or world in common, so that they look like one package: move `wit/deps/error.wit` and `wit/deps/streams.wit` into a folder, `wit/deps/io/`"
        ]
    );
    // The advice is right.
    let folder = tree(&[
        APP,
        ("wit/deps/io/error.wit", ERROR),
        ("wit/deps/io/streams.wit", STREAMS),
    ]);
    let loaded = Loader::new().path(folder.path().join("wit")).load();
    assert!(loaded.diagnostics.is_empty(), "{}", messages(&loaded));
}

#[test]
fn more_files_of_one_package() {
    let poll = "package wasi:io@0.2.1; interface poll {}";
    let files = [
        APP,
        ("wit/deps/a.wit", ERROR),
        ("wit/deps/b.wit", STREAMS),
        ("wit/deps/c.wit", poll),
    ];
    let found = diagnostic(&files, "wit");
    assert!(
        found.notes[0]
            .contains("move `wit/deps/a.wit`, `wit/deps/b.wit` and `wit/deps/c.wit` into")
    );
    // A file, and a folder of the same package.
    let files = [
        APP,
        ("wit/deps/io/a.wit", ERROR),
        ("wit/deps/streams.wit", STREAMS),
    ];
    assert_eq!(
        diagnostic(&files, "wit").notes,
        [
            "`wit/deps/io` and `wit/deps/streams.wit` have no interface or world in common, so that they look like one package: move their files into one folder"
        ]
    );
    // A part of the main package.
    let files = [
        ("wit/w.wit", "package t:app; world w {}"),
        ("wit/deps/i.wit", "package t:app; interface i {}"),
    ];
    assert!(diagnostic(&files, "wit").notes[0].ends_with("move their files into one folder"));
}

/// Files that do not say so are parts of a package as well.
#[test]
fn a_file_in_deps_without_a_package() {
    let files = [
        APP,
        ("wit/deps/error.wit", "interface error {}"),
        ("wit/deps/streams.wit", STREAMS_ALONE),
    ];
    let found = diagnostic(&files, "wit");
    assert_eq!(found.code, codes::MISSING_PACKAGE);
    assert!(
        found.notes[1].ends_with("move both into one folder there"),
        "{:?}",
        found.notes
    );
}

#[test]
fn deps_itself_is_no_package() {
    let files = [
        ("wit/deps/a.wit", "package t:a;"),
        ("wit/deps/b.wit", "package t:b;"),
    ];
    let found = diagnostic(&files, "wit/deps");
    assert_eq!(found.code, codes::PACKAGE_MISMATCH);
    assert!(found.notes[0].ends_with("name them, as in `witc check wit/deps/*`"));
}

/// Two definitions of one interface are no parts of a package.
#[test]
fn copies_that_differ_are_not_moved_together() {
    let old = "package wasi:io@0.2.1; interface streams {}";
    let files = [
        APP,
        ("wit/deps/old.wit", old),
        ("wit/deps/new.wit", STREAMS),
    ];
    assert_eq!(
        diagnostic(&files, "wit").notes,
        ["keep one of the definitions"]
    );
    let text = "package t:a; package t:x { interface i {} } package t:x { interface j {} }";
    assert_eq!(
        diagnostic(&[("w.wit", text)], "").notes,
        ["keep one of the definitions"]
    );
}

#[test]
fn a_folder_that_has_only_deps_is_named_as_such() {
    let found = diagnostic(&[("wit/deps/io/a.wit", ERROR)], "wit");
    assert_eq!(found.code, codes::NO_WIT_FILES);
    assert_eq!(
        found.message,
        "the folder `wit` has no `.wit` files, only a folder `deps`"
    );
    assert_eq!(
        found.notes,
        [
            "`wit/deps` holds what a package depends on; the files of that package itself belong directly in `wit`; to read what is in `deps`, write `witc check wit/deps/*`"
        ]
    );
    let found = diagnostic(&[("wit/deps/readme.md", "")], "wit");
    assert_eq!(
        found.notes,
        [
            "`wit/deps` holds what a package depends on; the files of that package itself belong directly in `wit`"
        ]
    );
}

#[test]
fn folders_of_packages_are_all_named() {
    let io = ("all/io/a.wit", ERROR);
    let cli = ("all/cli/a.wit", "package wasi:cli;");
    let advice = |files: &[(&str, &str)], root: &str| diagnostic(files, root).notes.join("\n");
    assert_eq!(
        advice(&[io, cli], "all"),
        "`all/cli` and `all/io` have some, and each is a package of its own: name one of them, or all with `witc check all/*`"
    );
    // The shell leaves hidden files out.
    assert!(advice(&[io, cli, ("all/.git/HEAD", "")], "all").ends_with("`witc check all/*`"));
    assert!(advice(&[io, cli, ("all/readme.md", "")], "all").ends_with("`witc check all/*/`"));
    let others = [io, cli, ("all/readme.md", ""), ("all/docs/a.md", "")];
    assert!(advice(&others, "all").ends_with("`witc check all/cli all/io`"));
    let projects = [
        ("all/io/wit/a.wit", ERROR),
        ("all/cli/wit/a.wit", "package wasi:cli;"),
        ("all/docs/a.md", ""),
    ];
    assert!(advice(&projects, "all").ends_with("`witc check all/*/wit`"));
    let mixed = [io, ("all/cli/wit/a.wit", "package wasi:cli;")];
    assert!(advice(&mixed, "all").ends_with("`witc check all/cli/wit all/io`"));
    let spaces = [
        ("my wit/io/a.wit", ERROR),
        ("my wit/cli/a.wit", "package wasi:cli;"),
    ];
    assert!(advice(&spaces, "my wit").contains("my wit'/*`"));
    // One is named alone; a project's own packages are in `wit`.
    assert_eq!(advice(&[io], "all"), "`all/io` has some: name that folder");
    let project = [
        ("p/wit/a.wit", "package t:a;"),
        ("p/tests/wit/a.wit", "package t:b;"),
        ("p/x/a.wit", "package t:x;"),
    ];
    assert_eq!(advice(&project, "p"), "`p/wit` has some: name that folder");
    assert_eq!(
        advice(&[("p/a.wasm", "\0asm")], "p"),
        "`p/a.wasm` is a package in binary form: name the file itself"
    );
    // Folders that are only in buffers count as well.
    let folder = tree(&[]);
    let all = folder.path().join("all");
    let loader = Loader::new().buffer(all.join("io/a.wit"), ERROR);
    let loaded = loader
        .buffer(all.join("cli/a.wit"), "package wasi:cli;")
        .path(&all)
        .load();
    assert!(
        loaded.diagnostics[0].notes[0].contains("/all/*`"),
        "{:?}",
        loaded.diagnostics
    );
}

/// A folder that can't be read is told once, however often it is met.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_is_met_twice() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tree(&[APP, ("wit/deps/io/a.wit", ERROR)]);
    write(folder.path(), &[("wit/deps/io/b.wit", STREAMS)]);
    symlink("io", folder.path().join("wit/deps/link")).expect("is made");
    let io = folder.path().join("wit/deps/io");
    std::fs::set_permissions(&io, std::fs::Permissions::from_mode(0o000)).expect("is set");
    let loaded = Loader::new().path(folder.path().join("wit")).load();
    let is_root = std::fs::read_dir(&io).is_ok();
    std::fs::set_permissions(&io, std::fs::Permissions::from_mode(0o755)).expect("is set");
    let unreadable = loaded
        .diagnostics
        .iter()
        .filter(|found| found.code == codes::UNREADABLE);
    assert_eq!(unreadable.count(), usize::from(!is_root));
}
