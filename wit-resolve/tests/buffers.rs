//! Buffers of an editor: in place of files, and beside them.

use std::fs;
use std::path::Path;
use witc_resolve::{Loaded, Loader};

fn names(loaded: &Loaded) -> Vec<&str> {
    let interfaces = loaded.resolve.interfaces.iter();
    let names = interfaces.filter_map(|(_, interface)| interface.name.as_deref());
    names.collect()
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("has a parent")).expect("is made");
    fs::write(path, text).expect("is written");
}

#[test]
fn a_buffer_shadows_its_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (root, dep) = (
        folder.path().join("wit"),
        folder.path().join("wit/deps/d.wit"),
    );
    write(
        &root.join("a.wit"),
        "package my:a; interface a { use my:d/d.{t}; }",
    );
    write(&dep, "package my:d; interface d { type t = u8; }");
    let loaded = Loader::new().path(&root).load();
    assert_eq!(
        (names(&loaded), loaded.diagnostics.len()),
        (vec!["d", "a"], 0)
    );
    let text = "package my:d; interface d { type u = u8; } interface e {}";
    let shadowed = Loader::new().path(&root).buffer(&dep, text).load();
    assert_eq!(
        (names(&shadowed), shadowed.diagnostics.len()),
        (vec!["d", "e", "a"], 1)
    );
    // Another spelling of the path is the same file.
    let spelt = root.join("deps/../deps/d.wit");
    let again = Loader::new().path(&root).buffer(spelt, text).load();
    assert_eq!(again.diagnostics, shadowed.diagnostics);
}

#[test]
fn a_buffer_may_be_nowhere_on_disk() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("wit");
    write(
        &root.join("a.wit"),
        "package my:a; interface a { use my:d/d.{t}; }",
    );
    let loader = || Loader::new().path(&root);
    let dep = "package my:d; interface d { type t = u8; }";
    for path in ["deps/d.wit", "deps/d/d.wit"] {
        let loaded = loader().buffer(root.join(path), dep).load();
        assert_eq!(
            (names(&loaded), loaded.diagnostics.len()),
            (vec!["d", "a"], 0)
        );
    }
    // Beside the file, it is of the same package; a file of another kind is none of it.
    let beside = "package my:a; interface b {}";
    let loaded = loader()
        .buffer(root.join("b.wit"), beside)
        .buffer(root.join("c.md"), "")
        .load();
    assert_eq!(names(&loaded), ["a", "b"]);
}

#[test]
fn a_whole_package_of_buffers() {
    let loader = || {
        let loader = Loader::new().buffer("/no/such/wit/a.wit", "package my:a; interface a {}");
        loader.buffer("/no/such/wit/deps/d/d.wit", "package my:d; interface d {}")
    };
    let loaded = loader().path("/no/such/wit").load();
    assert_eq!(
        (names(&loaded), loaded.diagnostics.len()),
        (vec!["a", "d"], 0)
    );
    let loaded = loader().path("/no/such/wit/a.wit").load();
    assert_eq!((names(&loaded), loaded.diagnostics.len()), (vec!["a"], 0));
    let loaded = loader().path("/no/such/other").load();
    assert_eq!(loaded.diagnostics.len(), 1);
}
