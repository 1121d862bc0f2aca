//! `witc doc`, `witc markdown` and `witc schema`: what they write is read as their users' programs read it.

mod browser;
mod html;
mod markdown;
mod schema;
mod site;
#[path = "../support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};
use support::run;
use witc_tests::package_folder;

/// The WIT of WASI, as published packages have it: 0.2 and 0.3.
fn wasi() -> [PathBuf; 2] {
    [
        package_folder("wasmtime-wasi-http").join("wit"),
        package_folder("wasip3").join("wit"),
    ]
}

/// Runs witc: its exit code, standard output and standard error.
fn witc(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = run(folder, arguments, b"");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("is UTF-8");
    let code = output.status.code().expect("ends by itself");
    (code, text(output.stdout), text(output.stderr))
}

/// A package whose documentation and names try to break out.
const HOSTILE: &str = r#"package my:con@1.0.0;

/// Of `con`, <script>alert("docs ran")</script>.
///
/// <img src=x onerror="alert('docs ran')">
///
/// ```html
/// </code></pre><script>alert('docs ran')</script>
interface con {
    /// [click](javascript:alert(1)) and [`aux`], [`nothing`], [none](nowhere.md), ![picture](https://example.org/x.png)
    ///
    /// # Head
    /// - unbalanced **bold and `code
    /// - </li></ul></div>
    ///
    /// <div>
    record aux {
        /// "quoted" 'text' & more </td>
        nul: u8,
        prn: option<aux-more>,
    }
    /// | a | b |
    /// |:-:|---|
    /// | `aux.nul` | <b>x</b> |
    variant aux-more { lpt1(u32), com1 }
    /// A link in [a [`aux`] link](https://example.org).
    nul: func(prn: aux) -> result<aux-more>;
    resource file {
        constructor(path: string);
        constructor-of: static func() -> file;
        %constructor: func();
        read: func() -> list<u8>;
    }
}

/// The world. <style>body { display: none }</style>
world nul {
    import con;
    /// Uses `con`.
    import inline: interface {
        use con.{aux};
        f: func(a: aux);
    }
    export run: func(args: list<tuple<string, option<list<u8>>>>) -> result<u32, string>;
}
"#;
