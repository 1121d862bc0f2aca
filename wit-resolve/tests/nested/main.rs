//! Packages in `deps/` that have a `deps/` of their own: the outer copy wins, and an inner one only fills in.

#[path = "../expand/mod.rs"]
mod expand;
mod random;
#[path = "../tree/mod.rs"]
mod tree;

use expand::{difference, expand};
use std::path::Path;
use tree::{messages, tree, write};
use witc_diagnostics::Diagnostic;
use witc_resolve::codes;
use witc_resolve::{BinaryReader, Loaded, Loader, print};

/// What the peer makes of a folder; nothing if it rejects it.
fn peer(root: &Path) -> Option<String> {
    let mut resolve = wit_parser::Resolve::default();
    resolve.push_path(root).ok()?;
    Some(expand(&serde_json::to_string(&resolve).expect("is JSON")))
}

fn load(root: &Path) -> Loaded {
    Loader::new().path(root).load()
}

fn meaning(loaded: &Loaded) -> String {
    assert!(loaded.diagnostics.is_empty(), "{}", messages(loaded));
    expand(&print::json(&loaded.resolve))
}

/// A folder that the peer accepts means the same here.
fn assert_same(root: &Path) {
    let theirs = peer(root).expect("the peer accepts it");
    let ours = meaning(&load(root));
    assert!(theirs == ours, "{}", difference(&theirs, &ours));
}

/// The names of the packages, in order.
fn packages(loaded: &Loaded) -> Vec<String> {
    let packages = loaded.resolve.packages.iter();
    let mut names: Vec<String> = packages.map(|(_, it)| it.name.to_string()).collect();
    names.sort();
    names
}

/// Whether something below a folder was read.
fn has_read(loaded: &Loaded, folder: &Path) -> bool {
    loaded.read.iter().any(|path| path.starts_with(folder))
}

const APP: (&str, &str) = (
    "w.wit",
    "package t:app; world app { import c:li/run@0.3.0; }",
);
const CLI: (&str, &str) = (
    "deps/cli/c.wit",
    "package c:li@0.3.0; interface run { use c:k/types@0.3.0.{d}; run: func() -> d; }",
);

#[test]
fn the_outer_copy_wins() {
    let full = "package c:k@0.3.0; /// d\ninterface types { type d = u64; type e = d; }";
    let pruned = "package c:k@0.3.0; interface types { type d = u64; }";
    let other = "package c:k@0.3.0; interface types { type d = u8; } interface more {}";
    for inner in [pruned, other, full] {
        let files = [
            APP,
            ("deps/clocks/c.wit", full),
            CLI,
            ("deps/cli/deps/c.wit", inner),
        ];
        let folder = tree(&files);
        assert_same(folder.path());
        let loaded = load(folder.path());
        assert!(!has_read(&loaded, &folder.path().join("deps/cli/deps")));
        // Also where the order of names is the other way round.
        let files = [
            APP,
            ("deps/zz/c.wit", full),
            CLI,
            ("deps/cli/deps/a/c.wit", inner),
        ];
        assert_same(tree(&files).path());
    }
}

/// What is in an inner `deps/` is not looked at while nothing is missing, and so may be broken.
#[test]
fn an_inner_folder_may_be_broken() {
    let folder = tree(&[
        APP,
        CLI,
        (
            "deps/clocks.wit",
            "package c:k@0.3.0; interface types { type d = u64; }",
        ),
        ("deps/cli/deps/a.wit", "package c:k@0.3.0; interface {"),
        ("deps/cli/deps/b/b.wit", "interface x { f: func(a: int); }"),
        (
            "deps/cli/deps/c/deps/d.wit",
            "package c:k@0.3.0; interface types { use q:r/s.{t}; }",
        ),
        ("deps/cli/deps/e.wasm", "\0asm"),
    ]);
    std::fs::write(folder.path().join("deps/cli/deps/f.wit"), b"\xff").expect("is written");
    assert_same(folder.path());
}

#[test]
fn an_inner_package_fills_in() {
    let folder = tree(&[
        APP,
        CLI,
        (
            "deps/cli/deps/k/k.wit",
            "package c:k@0.3.0; interface types { use d:e/f.{d}; }",
        ),
        (
            "deps/cli/deps/k/deps/d/deps/e.wit",
            "package d:e; interface f { type d = u16; }",
        ),
        (
            "deps/cli/deps/k/deps/d/d.wit",
            "package d:d; interface unused {}",
        ),
        ("deps/cli/deps/broken.wit", "package b:b; interface {"),
    ]);
    assert!(peer(folder.path()).is_none());
    let loaded = load(folder.path());
    meaning(&loaded);
    assert_eq!(
        packages(&loaded),
        ["c:k@0.3.0", "c:li@0.3.0", "d:e", "t:app"]
    );
    assert!(has_read(
        &loaded,
        &folder.path().join("deps/cli/deps/k/deps/d/deps/e.wit")
    ));
    // With a copy further out, the inner one is of no account.
    write(
        folder.path(),
        &[("deps/e/e.wit", "package d:e; interface f { type d = u32; }")],
    );
    let outer = load(folder.path());
    assert!(meaning(&outer).contains("u32"));
    // What is further out counts among inner copies, too.
    std::fs::remove_dir_all(folder.path().join("deps/e")).expect("is removed");
    write(
        folder.path(),
        &[(
            "deps/cli/deps/e.wit",
            "package d:e; interface f { type d = u64; }",
        )],
    );
    assert!(meaning(&load(folder.path())).contains("u64"));
}

#[test]
fn an_inner_copy_of_another_version_is_another_package() {
    let folder = tree(&[
        (
            "a.wit",
            "package t:app; world app { import c:k/types@0.3.0; import c:li/run@0.3.0; }",
        ),
        (
            "deps/k.wit",
            "package c:k@0.3.0; interface types { type d = u64; }",
        ),
        (
            "deps/cli/c.wit",
            "package c:li@0.3.0; interface run { use c:k/types@0.3.1.{d}; }",
        ),
        (
            "deps/cli/deps/old.wit",
            "package c:k@0.3.0; interface types { type d = u8; }",
        ),
        (
            "deps/cli/deps/new.wit",
            "package c:k@0.3.1; interface types { type d = u16; }",
        ),
    ]);
    let loaded = load(folder.path());
    meaning(&loaded);
    assert_eq!(
        packages(&loaded),
        ["c:k@0.3.0", "c:k@0.3.1", "c:li@0.3.0", "t:app"]
    );
    let text = meaning(&loaded);
    assert!(text.contains("u64") && text.contains("u16") && !text.contains("u8\""));
}

#[test]
fn a_file_with_several_packages_fills_in_by_package() {
    let folder = tree(&[
        (
            "a.wit",
            "package t:app; world app { import t:x/x; import t:y/y; }",
        ),
        ("deps/x.wit", "package t:x; interface x { use t:z/z.{z}; }"),
        ("deps/y.wit", "package t:y; interface y {}"),
        (
            "deps/x/deps/all.wit",
            "package t:all; package t:z { interface z { type z = u8; } } package t:y { interface other {} }",
        ),
        ("deps/x/x.txt", ""),
    ]);
    let loaded = load(folder.path());
    assert!(!meaning(&loaded).contains("other"));
    assert_eq!(packages(&loaded), ["t:all", "t:app", "t:x", "t:y", "t:z"]);
}

/// The diagnostics of a folder whose app uses an interface `x` of a package that only inner folders have.
fn of_inner_copies(a: &str, b: &str) -> Vec<Diagnostic> {
    let folder = tree(&[
        (
            "a.wit",
            "package t:app; world app { import t:a/a; import t:b/b; }",
        ),
        (
            "deps/a/a.wit",
            "package t:a; interface a { use t:x/x.{x}; }",
        ),
        ("deps/a/deps/x.wit", a),
        ("deps/b/b.wit", "package t:b; interface b {}"),
        ("deps/b/deps/x.wit", b),
    ]);
    load(folder.path()).diagnostics
}

#[test]
fn inner_copies_that_differ_are_told() {
    let (a, b) = (
        "package t:x; interface x { type x = u8; }",
        "package t:x; interface x { type x = u16; }",
    );
    assert_eq!(of_inner_copies(a, a), []);
    let [found] = &of_inner_copies(a, b)[..] else {
        panic!("one mistake is one diagnostic")
    };
    assert_eq!(
        (found.code, found.secondary.len()),
        (codes::DUPLICATE_PACKAGE, 1)
    );
    assert!(
        found.notes[0].contains("`deps/` of the main package"),
        "{found}"
    );
}

/// Two roots, in either order: what one has outside fills the other one's need.
#[test]
fn roots_fill_in_for_each_other() {
    let folder = tree(&[
        ("a/a.wit", "package t:a; interface a { use t:x/x.{x}; }"),
        ("a/deps/y/y.wit", "package t:y;"),
        (
            "a/deps/y/deps/x.wit",
            "package t:x; interface x { type x = u8; }",
        ),
        ("b/b.wit", "package t:b;"),
        ("b/deps/x.wit", "package t:x; interface x { type x = u16; }"),
    ]);
    let mut results = Vec::new();
    for order in [["a", "b"], ["b", "a"]] {
        let loader = order.iter().fold(Loader::new(), |loader, name| {
            loader.path(folder.path().join(name))
        });
        let loaded = loader.load();
        assert_eq!(loaded.main.len(), 2);
        results.push(meaning(&loaded));
    }
    assert!(results[0] == results[1] && results[0].contains("u16"));
    assert!(meaning(&load(&folder.path().join("a"))).contains("u8"));
}

/// A root that lies in the `deps/` of another one, or further in, is what the user asked for.
#[test]
fn a_root_may_lie_in_another_one() {
    let folder = tree(&[
        ("a.wit", "package t:a; interface a { use t:x/x.{x}; }"),
        ("deps/y/y.wit", "package t:y;"),
        (
            "deps/y/deps/x/x.wit",
            "package t:x; interface x { type x = u8; }",
        ),
    ]);
    let inner = folder.path().join("deps/y/deps/x");
    let (outer, inner) = (folder.path(), inner.as_path());
    for roots in [[outer, inner], [inner, outer]] {
        let loaded = roots.iter().fold(Loader::new(), Loader::path).load();
        meaning(&loaded);
        let main = loaded
            .main
            .iter()
            .map(|&id| loaded.resolve.packages[id].name.to_string());
        let expected = roots.map(|root| if root == inner { "t:x" } else { "t:a" });
        assert_eq!(main.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn buffers_fill_in_as_files_do() {
    let folder = tree(&[
        ("a.wit", "package t:a; interface a { use t:x/x.{x}; }"),
        ("deps/y/y.wit", "package t:y;"),
    ]);
    let loader = || Loader::new().path(folder.path());
    let inner = folder.path().join("deps/y/deps/x.wit");
    let loaded = loader()
        .buffer(&inner, "package t:x; interface x { type x = u8; }")
        .load();
    assert!(meaning(&loaded).contains("u8"));
    let outer = folder.path().join("deps/z/z.wit");
    let loaded = loader()
        .buffer(&inner, "package t:x; interface x { type x = u8; }")
        .buffer(outer, "package t:x; interface x { type x = u16; }")
        .load();
    assert!(meaning(&loaded).contains("u16"));
}

/// Reads the texts that a made-up binary consists of.
fn binary_reader() -> BinaryReader {
    Box::new(|bytes| {
        let text = String::from_utf8_lossy(&bytes[4..]);
        Ok(text.split("---").map(str::to_owned).collect())
    })
}

/// A made-up binary of these texts.
fn binary(parts: &[String]) -> String {
    format!("\0asm{}", parts.join("---"))
}

/// A package with the interface `x`, which has one type.
fn package(name: &str, ty: &str) -> String {
    format!("package t:{name}; interface x {{ type x = {ty}; }}")
}

/// What a package means that uses `t:x/x`, with these files around it.
fn meaning_with(files: &[(&str, &str)]) -> String {
    let main = ("a.wit", "package t:a; interface a { use t:x/x.{x}; }");
    let y = ("deps/y/y.wit", "package t:y;");
    let folder = tree(&[&[main, y], files].concat());
    let loader = Loader::new().binary_reader(binary_reader());
    meaning(&loader.path(folder.path()).load())
}

#[test]
fn packages_in_binary_form_are_outer_ones_as_well() {
    let (u8, u16) = (package("x", "u8"), package("x", "u16"));
    let (of_u8, of_u16) = (
        binary(std::slice::from_ref(&u8)),
        binary(std::slice::from_ref(&u16)),
    );
    // A binary outside wins over text inside, and the other way round.
    let outer = meaning_with(&[("deps/x.wasm", &of_u8), ("deps/y/deps/x.wit", &u16)]);
    assert!(outer.contains("u8"));
    let outer = meaning_with(&[("deps/x.wit", &u8), ("deps/y/deps/x.wasm", &of_u16)]);
    assert!(outer.contains("u8"));
    // So does what an outer binary knows of another package.
    let knows = binary(&[package("z", "u64"), u8]);
    let outer = meaning_with(&[("deps/z.wasm", &knows), ("deps/y/deps/x.wit", &u16)]);
    assert!(outer.contains("u8"));
}

#[test]
fn packages_in_binary_form_are_inner_ones_as_well() {
    let (u8, u16, u32) = (package("x", "u8"), package("x", "u16"), package("x", "u32"));
    let knows = binary(&[package("z", "u64"), u8]);
    // What is a package comes before what others know of it, and that before nothing.
    let inner = meaning_with(&[("deps/y/deps/z.wasm", &knows), ("deps/y/deps/x.wit", &u32)]);
    assert!(inner.contains("u32"));
    let inner = meaning_with(&[("deps/y/deps/z.wasm", &knows)]);
    assert!(inner.contains("u8"));
    // Two inner binaries may each have a part.
    let of_u16 = binary(&[u16]);
    let more = binary(&["package t:x; interface y {}".to_owned()]);
    let both = meaning_with(&[
        ("deps/y/deps/a.wasm", &of_u16),
        ("deps/y/deps/b.wasm", &more),
    ]);
    assert!(both.contains("u16") && both.contains("\"y\""));
}

#[cfg(unix)]
#[test]
fn links_that_lead_to_each_other_end() {
    use std::os::unix::fs::symlink;
    let folder = tree(&[
        (
            "a.wit",
            "package t:a; interface a { use t:x/x.{x}; use t:z/z.{z}; }",
        ),
        (
            "deps/x/x.wit",
            "package t:x; interface x { use t:y/y.{x}; }",
        ),
        ("deps/y/y.wit", "package t:y; interface y { type x = u8; }"),
        ("deps/y/deps/p/p.wit", "package t:p;"),
        ("deps/y/deps/q/q.wit", "package t:q;"),
        (
            "elsewhere/z.wit",
            "package t:z; interface z { type z = u8; }",
        ),
    ]);
    let at = |path: &str| folder.path().join(path);
    std::fs::create_dir_all(at("deps/x/deps")).expect("is made");
    symlink("../../y", at("deps/x/deps/y")).expect("is made");
    symlink("../../x", at("deps/y/deps/x")).expect("is made");
    symlink("../../..", at("deps/y/deps/root")).expect("is made");
    symlink("..", at("deps/y/deps/p/deps")).expect("is made");
    symlink(".", at("deps/y/deps/q/deps")).expect("is made");
    symlink("../../../../elsewhere", at("deps/y/deps/q/z")).expect("is made");
    // Nothing but `t:z` is missing, which only a circle of links leads to.
    let loaded = load(folder.path());
    meaning(&loaded);
    assert_eq!(packages(&loaded), ["t:a", "t:x", "t:y", "t:z"]);
    symlink("../elsewhere", at("deps/z")).expect("is made");
    assert_same(folder.path());
}
