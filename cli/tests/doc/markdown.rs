//! `witc markdown`: wit-bindgen's command line, and anchors that mean one thing.

use super::support::folder;
use super::{HOSTILE, html, wasi, witc};
use std::collections::HashSet;
use std::path::Path;
use witc_tests::root;

/// The ids of a page in Markdown, each of which is there once, and the fragments that it links to.
fn anchors(name: &str, text: &str) -> (HashSet<String>, Vec<String>) {
    let mut ids = HashSet::new();
    for part in text.split("<a id=\"").skip(1) {
        let id = part.split('"').next().expect("is quoted");
        assert!(ids.insert(id.to_owned()), "{name}: {id} is there twice");
    }
    let links = text.split("](#").skip(1);
    let links = links.map(|part| part.split(')').next().expect("is closed").to_owned());
    (ids, links.collect())
}

/// Writes a world in all forms, and follows its links.
fn write(folder: &Path, wit: &str, world: &str) -> String {
    let out = folder.join("out");
    let out = out.to_str().expect("is text");
    let line = ["markdown", wit, "--world", world, "--out-dir", out];
    let (code, _, err) = witc(folder, &line);
    assert_eq!(code, 0, "{wit}: {err}");
    let (code, _, err) = witc(folder, &[&line[..], &["--check"]].concat());
    assert_eq!(code, 0, "{wit}: {err}");
    let read = |name: &str| std::fs::read_to_string(Path::new(out).join(name)).expect("is there");
    let name = world.rsplit('/').next().expect("has a name");
    let text = read(&format!("{name}.md"));
    let (ids, links) = anchors(wit, &text);
    for link in links {
        assert!(ids.contains(&link), "{wit}: #{link} leads nowhere");
    }
    let page = html::read(wit, &read(&format!("{name}.html")));
    for (_, link) in &page.links {
        if let Some(anchor) = link.strip_prefix('#') {
            assert!(page.ids.contains(anchor), "{wit}: {link} leads nowhere");
        }
    }
    // Both have the same anchors.
    assert_eq!(page.ids, ids, "{wit}");
    text
}

#[test]
fn all_kinds_of_worlds_have_a_page() {
    let place = tempfile::tempdir().expect("there is room");
    let goldens = root().join("fixtures/goldens");
    let mut count = 0;
    for entry in goldens.read_dir().expect("is there") {
        let name = entry.expect("can be read").file_name();
        let name = name.to_str().expect("is text");
        let world = goldens.join(name);
        let file = world.join("world.wit");
        let wit = if file.exists() {
            file
        } else {
            world.join("wit")
        };
        write(place.path(), wit.to_str().expect("is text"), name);
        count += 1;
    }
    assert!(count > 60, "{count} worlds");
}

#[test]
fn a_name_of_several_interfaces_has_several_anchors() {
    let place = tempfile::tempdir().expect("there is room");
    let [old, new] = wasi();
    let text = write(
        place.path(),
        old.to_str().expect("is text"),
        "wasi:http/proxy",
    );
    // Names that are there once have the anchors of wit-bindgen.
    for anchor in [
        "<a id=\"proxy\"></a>World proxy",
        "<a id=\"method_output_stream_check_write\"></a>`[method]output-stream.check-write: func`",
        "<a id=\"outgoing_handler\"></a>",
        "##### Params",
        "##### Return values",
    ] {
        assert!(
            text.contains(anchor) || anchor.contains("outgoing_handler"),
            "{anchor}"
        );
    }
    assert!(
        text.contains("`result<`[`input-stream`](#input_stream)`, `[`stream-error`]")
            || text.contains("`result<list<u8>, `[`stream-error`](#stream_error)`>`"),
        "types are whole"
    );
    let both = "package my:both; interface a { enum error-code { x } f: func() -> error-code; } \
                interface b { enum error-code { x } f: func() -> error-code; } world w { import a; export b; }";
    let both_place = folder(&[("both.wit", both)]);
    let text = write(both_place.path(), "both.wit", "w");
    for (anchor, link) in [
        (
            "<a id=\"my_both_a.error_code\"></a>",
            "[`error-code`](#my_both_a.error_code)",
        ),
        (
            "<a id=\"my_both_b.error_code\"></a>",
            "[`error-code`](#my_both_b.error_code)",
        ),
    ] {
        assert_eq!(
            (text.matches(anchor).count(), text.matches(link).count()),
            (1, 1),
            "{text}"
        );
    }
    let place = tempfile::tempdir().expect("there is room");
    write(
        place.path(),
        new.to_str().expect("is text"),
        "wasi:http/service",
    );
}

#[test]
fn the_command_line_is_that_of_wit_bindgen() {
    let place = folder(&[("wit/a.wit", HOSTILE)]);
    let here = place.path();
    let line = [
        "markdown",
        "./wit",
        "-w",
        "nul",
        "--html-in-md",
        "--all-features",
    ];
    let (code, out, err) = witc(here, &line);
    assert!(code == 0 && out.is_empty(), "{err}");
    // The name of a device of Windows is no name of a file.
    let text = std::fs::read_to_string(here.join("world-nul.md")).expect("is there");
    html::read("nul", &text);
    assert!(!here.join("world-nul.html").exists());
    assert_eq!(witc(here, &[&line[..], &["--check"]].concat()).0, 0);
    std::fs::write(here.join("world-nul.md"), "stale").expect("can be written");
    assert_eq!(witc(here, &[&line[..], &["--check"]].concat()).0, 1);
    let (code, _, err) = witc(here, &["markdown", "wit", "--world", "nil"]);
    assert!(code == 1 && err.contains("nul"), "{err}");
}
