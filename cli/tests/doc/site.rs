//! The pages of `witc doc`: valid, and without a dead link.

use super::html::{self, Page};
use super::support::folder;
use super::{HOSTILE, wasi, witc};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// All files of a folder by their paths in it, with `/`.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut pending = vec![folder.to_path_buf()];
    while let Some(next) = pending.pop() {
        for entry in next.read_dir().expect("is a folder") {
            let path = entry.expect("can be read").path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("is inside");
                let name = name.to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read(&path).expect("can be read"));
            }
        }
    }
    found
}

/// A path without `..`.
fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in path.split('/') {
        match part {
            ".." => {
                parts.pop().expect("leads out of the site");
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Follows each link of each page; gives the number of links that stay in the site.
fn crawl(files: &BTreeMap<String, Vec<u8>>) -> usize {
    let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).expect("is UTF-8");
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, bytes)| (name.as_str(), html::read(name, &text(bytes))))
        .collect();
    let mut count = 0;
    for (name, page) in &pages {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (element, link) in &page.links {
            if link.starts_with("https:")
                || link.starts_with("http:")
                || link.starts_with("mailto:")
            {
                assert_eq!(element, "a", "{name} loads {link}");
                continue;
            }
            assert!(
                !link.contains(':') || !link.split('/').next().is_some_and(|it| it.contains(':')),
                "{name}: {link}"
            );
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => (*name).to_owned(),
                path => joined(folder, path),
            };
            assert!(files.contains_key(&target), "{name}: {link} leads nowhere");
            if !fragment.is_empty() {
                let ids = &pages[target.as_str()].ids;
                assert!(ids.contains(fragment), "{name}: {link} has no anchor");
            }
            count += 1;
        }
    }
    count
}

#[test]
fn the_pages_of_wasi_have_no_dead_links() {
    let place = tempfile::tempdir().expect("there is room");
    let [old, new] = wasi();
    let paths = [old.to_string_lossy(), new.to_string_lossy()];
    let (code, out, err) = witc(
        place.path(),
        &["doc", &paths[0], &paths[1], "--out-dir", "doc"],
    );
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    let site = files(&place.path().join("doc"));
    validate(&place.path().join("doc"));
    let links = crawl(&site);
    assert!(links > 3_000, "{links} links");
    let page = |name: &str| {
        let bytes = site
            .get(name)
            .unwrap_or_else(|| panic!("{name}: {:?}", site.keys()));
        String::from_utf8(bytes.clone()).expect("is UTF-8")
    };
    // Each name leads to its own interface, although several have one of this name.
    let sockets = site
        .keys()
        .find(|it| it.starts_with("wasi_sockets@0.2") && it.ends_with("interface-tcp.html"));
    let sockets = page(sockets.expect("is there"));
    assert!(
        sockets.contains("href=\"interface-network.html#error-code\"><code>error-code</code></a>")
    );
    // Versions stand side by side, with gates as badges and what has changed.
    let clocks = site
        .keys()
        .find(|it| it.starts_with("wasi_clocks@0.3") && it.ends_with("/index.html"));
    let clocks = page(clocks.expect("is there"));
    assert!(
        clocks.contains("Versions: <a href=\"../wasi_clocks@0.2")
            && clocks.contains("<h2>Changes since 0.2")
    );
    assert!(clocks.contains("badge breaking"));
    assert!(sockets.contains("<span class=\"badge since\">since 0.2.0</span>"));
    // Signatures are those of the back ends.
    assert!(sockets.contains("<pre class=\"lang-rust\""), "Rust");
    assert!(sockets.contains("<pre class=\"lang-cpp\""), "C++");
    assert!(
        sockets.contains("wasi_sockets_tcp_method_tcp_socket_start_bind("),
        "C"
    );
    // The script and the style are small, and the index is a script that a page from a file may load.
    assert!(site["search.js"].len() <= 4096);
    assert!(page("search-index.js").starts_with("var witcIndex = ["));
    is_checked(
        place.path(),
        &["doc", &paths[0], &paths[1], "--out-dir", "doc"],
    );
}

/// The same input gives the same bytes, and what is stale is told.
fn is_checked(folder: &Path, arguments: &[&str]) {
    let check = [arguments, &["--check"]].concat();
    assert_eq!(witc(folder, &check), (0, String::new(), String::new()));
    std::fs::write(folder.join("doc/index.html"), "old").expect("can be written");
    let (code, _, err) = witc(folder, &check);
    assert!(
        code == 1 && err.contains("is stale") && err.contains("1 file not up to date"),
        "{err}"
    );
}

/// What others call valid, where their validator is installed.
fn validate(folder: &Path) {
    let has = Command::new("html-validate").arg("--version").output();
    if !has.is_ok_and(|output| output.status.success()) {
        println!("skipped: html-validate is not installed (`npm install -g html-validate`)");
        return;
    }
    // Ids may have dots; the rest is what the validator asks of everybody.
    let config = r#"{"extends": ["html-validate:standard"], "rules": {"valid-id": ["error", {"relaxed": true}], "long-title": "off"}}"#;
    std::fs::write(folder.join(".htmlvalidate.json"), config).expect("can be written");
    let mut command = Command::new("html-validate");
    command
        .args(["--formatter", "text", "."])
        .current_dir(folder);
    let output = command.output().expect("runs");
    let says = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{says}");
}

#[test]
fn what_documentation_says_is_text() {
    let place = folder(&[("wit/a.wit", HOSTILE)]);
    let (code, _, err) = witc(place.path(), &["doc", "--out-dir", "doc"]);
    assert_eq!(code, 0, "{err}");
    // Links that lead nowhere are told, each in its place.
    assert_eq!(err.matches("warning[W1301]").count(), 3, "{err}");
    for name in ["`javascript:alert(1)`", "`nothing`", "`nowhere.md`"] {
        assert!(
            err.contains(&format!("links to {name}, which is nothing here")),
            "{name}: {err}"
        );
    }
    let site = files(&place.path().join("doc"));
    crawl(&site);
    validate(&place.path().join("doc"));
    for (name, bytes) in &site {
        // None of the names is that of a device of Windows, and none differs from another in capitals alone.
        for part in name.split('/') {
            let stem = part.split('.').next().expect("has a name");
            assert!(
                !["con", "nul", "aux", "prn", "com1", "lpt1"].contains(&stem),
                "{name}"
            );
        }
        if name.ends_with(".html") {
            let text = std::str::from_utf8(bytes).expect("is UTF-8");
            let page = html::read(name, text);
            assert_eq!(page.scripts, 2, "{name}");
            assert!(
                page.links
                    .iter()
                    .all(|(_, link)| !link.contains("javascript")),
                "{name}"
            );
        }
    }
    let page = |name: &str| {
        let text = std::str::from_utf8(&site[name]).expect("is UTF-8");
        html::read(name, text)
    };
    let con = page("my_con@1.0.0/interface-con.html");
    assert!(con.text.contains("<script>alert(\"docs ran\")</script>"));
    for id in [
        "aux",
        "aux.nul",
        "nul",
        "file",
        "file.constructor",
        "file.constructor-2",
        "file.read",
    ] {
        assert!(con.ids.contains(id), "{id}: {:?}", con.ids);
    }
    let world = page("my_con@1.0.0/world-nul.html");
    assert!(world.ids.contains("inline") && world.ids.contains("inline.f"));
    assert!(world.text.contains("<style>body { display: none }</style>"));
}

#[test]
fn packages_that_differ_in_version_alone_have_pages_of_their_own() {
    let place = folder(&[
        (
            "wit/a.wit",
            "package my:log@2.0.0; interface log { f: func(a: u32); } world w { import log; }",
        ),
        (
            "wit/deps/one/a.wit",
            "package my:log@1.0.0; interface log { f: func(); }",
        ),
        (
            "wit/deps/two/a.wit",
            "package my:log@1.0.0-rc.1; interface log { }",
        ),
    ]);
    let (code, _, err) = witc(place.path(), &["doc", "--out-dir", "doc"]);
    assert_eq!(code, 0, "{err}");
    let site = files(&place.path().join("doc"));
    crawl(&site);
    let text =
        |name: &str| html::read(name, std::str::from_utf8(&site[name]).expect("is UTF-8")).text;
    let new = text("my_log@2.0.0/index.html");
    assert!(
        new.contains("Versions:")
            && new.contains("1.0.0-rc.1")
            && new.contains("Changes since 1.0.0"),
        "{new}"
    );
    assert!(new.contains("has the parameter a only in 2.0.0"), "{new}");
    assert!(!text("my_log@1.0.0-rc.1/index.html").contains("Changes since"));
}

#[test]
fn markdown_has_the_same_pages() {
    let place = folder(&[("wit/a.wit", HOSTILE)]);
    let arguments = ["doc", "--format", "markdown", "--out-dir", "doc"];
    let (code, _, err) = witc(place.path(), &arguments);
    assert_eq!(code, 0, "{err}");
    let site = files(&place.path().join("doc"));
    let names: Vec<&str> = site.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "index.md",
            "my_con@1.0.0/index.md",
            "my_con@1.0.0/interface-con.md",
            "my_con@1.0.0/world-nul.md",
        ]
    );
    let text = std::str::from_utf8(&site["my_con@1.0.0/interface-con.md"]).expect("is UTF-8");
    assert!(text.contains("\\<script>alert"), "{text}");
    assert!(
        text.contains("[`aux`](#aux)") && text.contains("<a id=\"aux.nul\"></a>"),
        "{text}"
    );
    let again = witc(place.path(), &[&arguments[..], &["--check"]].concat());
    assert_eq!(again.0, 0, "{}", again.2);
}

#[test]
fn components_have_pages() {
    let place = folder(&[("wit/a.wit", HOSTILE)]);
    let here = place.path();
    assert_eq!(
        witc(
            here,
            &["component", "embed", "wit", "--dummy", "-o", "m.wasm"]
        )
        .0,
        0
    );
    let (code, _, err) = witc(here, &["component", "new", "m.wasm", "-o", "c.wasm"]);
    assert_eq!(code, 0, "{err}");
    let (code, _, err) = witc(here, &["doc", "c.wasm", "--out-dir", "doc"]);
    assert_eq!(code, 0, "{err}");
    let site = files(&here.join("doc"));
    crawl(&site);
    assert!(
        site.keys().any(|name| name.ends_with("world-root.html")),
        "{:?}",
        site.keys()
    );
    // With errors nothing is written.
    std::fs::write(
        here.join("bad.wit"),
        "package a:b; interface i { f: func( }",
    )
    .expect("can be written");
    let (code, _, err) = witc(here, &["doc", "bad.wit", "--out-dir", "none"]);
    assert!(code == 1 && !here.join("none").exists(), "{err}");
}
