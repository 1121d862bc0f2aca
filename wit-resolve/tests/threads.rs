//! The number of threads does not change the result: the same ids, and the same diagnostics in the same order.

use std::fmt::Write as _;
use std::num::NonZeroUsize;
use witc_resolve::{Loaded, Loader};

/// Packages that use one another, with mistakes in every tenth: names that are not there, and syntax errors if
/// `misspelt`.
fn load(threads: usize, misspelt: bool) -> Loaded {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let deps = folder.path().join("deps");
    std::fs::create_dir_all(&deps).expect("is made");
    // Enough for several batches, so that threads have something to do in another order.
    for package in 0..60 {
        let mut text = format!("package my:p{package};\n");
        for interface in 0..30 {
            let _ = writeln!(text, "interface i{interface} {{");
            if package > 0 {
                let _ = writeln!(text, "  use my:p{}/i{interface}.{{r as s}};", package - 1);
            }
            let _ = writeln!(
                text,
                "  /// A record.\n  record r {{ a: list<tuple<u8, string>> }}"
            );
            let _ = writeln!(
                text,
                "  f: func(a: r, b: option<r>) -> result<u32, string>;\n}}"
            );
        }
        if package % 10 == 0 {
            text.push_str("interface wrong { f: func(a: nothing); }\n");
            text.push_str(if misspelt {
                "interface misspelt { g func(); }\n"
            } else {
                ""
            });
        }
        std::fs::write(deps.join(format!("p{package}.wit")), text).expect("is written");
    }
    let root = "package my:root; world w { import my:p59/i0; }";
    std::fs::write(folder.path().join("root.wit"), root).expect("is written");
    let threads = NonZeroUsize::new(threads).expect("is not 0");
    Loader::new().threads(threads).path(folder.path()).load()
}

#[test]
fn the_result_is_the_same() {
    for (misspelt, mistakes) in [(false, 6), (true, 12)] {
        let one = load(1, misspelt);
        assert_eq!(one.diagnostics.len(), mistakes);
        // A number that divides the packages evenly, and one that does not.
        for threads in [2, 7] {
            let many = load(threads, misspelt);
            assert_eq!(many.diagnostics, one.diagnostics);
            // With ids: equal names in another order would not do.
            let types = |loaded: &Loaded| format!("{:?}", loaded.resolve.types);
            assert_eq!(types(&many), types(&one));
            let functions = |loaded: &Loaded| format!("{:?}", loaded.resolve.functions);
            assert_eq!(functions(&many), functions(&one));
            assert_eq!(many.main, one.main);
        }
    }
}
