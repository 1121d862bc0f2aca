//! The meaning of names in documentation, in all places and forms.

use witc_doc::{Format, Signatures, site};
use witc_resolve::Loader;

const OTHER: &str = "package my:other@2.0.0; interface types { type id = u32; }";

/// The page of the interface `log`, whose function `f` has this documentation, and the warnings.
fn page(docs: &str) -> (String, Vec<String>) {
    let docs: String = docs
        .lines()
        .map(|line| format!("    /// {line}\n"))
        .collect();
    let text = format!(
        "package my:log@1.0.0;\n\
         interface log {{\n\
             use my:other/types@2.0.0.{{id}};\n\
             enum level {{ low, high }}\n\
             record entry {{ level: level, id: id }}\n\
             resource sink {{ constructor(); write: func(); flush: static func(); }}\n\
             resource source {{ read: func(); close: func(); }}\n\
             resource pipe {{ close: func(); }}\n\
         {docs}    f: func();\n\
             level-of: func() -> level;\n\
         }}\n\
         interface more {{ f: func(); }}\n\
         world app {{ import log; import run: func(); }}\n"
    );
    let loaded = Loader::new()
        .text("log.wit", text)
        .text("other.wit", OTHER)
        .load();
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    let output = site(
        &loaded.resolve,
        &loaded.main,
        &Signatures::default(),
        Format::Markdown,
    );
    let is_page = |(name, _): &&(String, Vec<u8>)| name == "my_log@1.0.0/interface-log.md";
    let (_, page) = output.files.iter().find(is_page).expect("is there");
    let page = String::from_utf8(page.clone()).expect("is UTF-8");
    let warnings = output.diagnostics.iter().map(|it| it.message.clone());
    (page, warnings.collect())
}

#[test]
fn names_are_found_from_the_nearest_on() {
    for (name, href) in [
        ("level", "#level"),
        ("level.low", "#level.low"),
        ("level::high", "#level.high"),
        ("entry.id", "#entry.id"),
        ("id", "../my_other@2.0.0/interface-types.md#id"),
        ("sink", "#sink"),
        ("sink.write", "#sink.write"),
        ("sink.flush", "#sink.flush"),
        ("sink.constructor", "#sink.constructor"),
        ("sink.new", "#sink.constructor"),
        // The only one of its name.
        ("read", "#source.read"),
        ("read()", "#source.read"),
        ("level-of", "#level-of"),
        ("log", "interface-log.md"),
        ("more", "interface-more.md"),
        ("more.f", "interface-more.md#f"),
        ("more/f", "interface-more.md#f"),
        ("app", "world-app.md"),
        ("app.run", "world-app.md#run"),
        ("app.log.level", "#level"),
        ("my:log", "index.md"),
        ("my:log/more", "interface-more.md"),
        ("my:log/more@1.0.0", "interface-more.md"),
        (
            "my:other@2.0.0/types",
            "../my_other@2.0.0/interface-types.md",
        ),
        (
            "my:other/types.{id}",
            "../my_other@2.0.0/interface-types.md#id",
        ),
        (
            "my:other/types.id",
            "../my_other@2.0.0/interface-types.md#id",
        ),
    ] {
        for link in [
            format!("[`{name}`]"),
            format!("[`{name}`][]"),
            format!("[`{name}`]({name})"),
        ] {
            let (page, warnings) = page(&format!("See {link}, as said."));
            let expected = format!("See [`{name}`]({href}), as said.");
            assert!(page.contains(&expected), "{link}: {page}");
            assert_eq!(warnings, [""; 0], "{link}");
        }
        let (page, _) = page(&format!("See [the text][`{name}`] and `{name}`."));
        assert!(
            page.contains(&format!("See [the text]({href}) and [`{name}`]({href}).")),
            "{page}"
        );
    }
}

#[test]
fn what_is_no_name_is_text() {
    for (docs, text, dead) in [
        ("[`none`]", "`none`", &["`none`"][..]),
        ("[`close`]", "`close`", &["`close`"]),
        ("[`level.middle`]", "`level.middle`", &["`level.middle`"]),
        (
            "[`my:log/log@2.0.0`]",
            "`my:log/log@2.0.0`",
            &["`my:log/log@2.0.0`"],
        ),
        ("[text](none.md)", "text", &["`none.md`"]),
        ("[text](javascript:x)", "text", &["`javascript:x`"]),
        ("[text](data:text/html,x)", "text", &["`data:text/html,x`"]),
        ("![picture](x.png)", "picture", &[]),
        (
            "[1] and an array[index]",
            "\\[1\\] and an array\\[index\\]",
            &[],
        ),
        ("`close` and `none`", "`close` and `none`", &[]),
        (
            "<b onclick=\"x\">bold</b>",
            "\\<b onclick=\"x\"\\>bold\\</b\\>",
            &[],
        ),
        ("&lt;b&gt;", "\\<b\\>", &[]),
    ] {
        let (page, warnings) = page(&format!("See {docs}."));
        let text = text.replace("\\>", ">");
        assert!(page.contains(&format!("See {text}.")), "{docs}: {page}");
        let expected: Vec<String> = dead
            .iter()
            .map(|name| format!("the documentation links to {name}, which is nothing here"))
            .collect();
        assert_eq!(warnings, expected, "{docs}");
    }
}

/// Links that stay in the web are left alone, whatever their form.
#[test]
fn the_web_is_linked() {
    for (docs, text) in [
        (
            "<https://example.org/a?b=c>",
            "[https://example.org/a?b=c](https://example.org/a?b=c)",
        ),
        ("[a](HTTPS://example.org)", "[a](HTTPS://example.org)"),
        (
            "<me@example.org>",
            "[me@example.org](mailto:me@example.org)",
        ),
        (
            "[a][b]\n\n[b]: https://example.org \"title\"",
            "[a](https://example.org \"title\")",
        ),
        (
            "![a](https://example.org/a.png)",
            "[a](https://example.org/a.png)",
        ),
    ] {
        let (page, warnings) = page(&format!("See {docs}"));
        assert!(page.contains(&format!("See {text}")), "{docs}: {page}");
        assert_eq!(warnings, [""; 0], "{docs}");
    }
}
