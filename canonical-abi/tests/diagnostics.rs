//! What is said about packages that are too large for the ABI: a file for each kind of mistake.

use std::path::Path;
use witc_canonical_abi::Plans;
use witc_diagnostics::render;
use witc_resolve::Loader;

#[test]
fn diagnostics() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = root.join("fixtures/diagnostics/abi");
    let files = std::fs::read_dir(&folder)
        .expect("the fixtures")
        .flatten()
        .map(|entry| entry.path());
    let mut files: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|e| e == "wit"))
        .collect();
    // A folder lists its entries in no order: the first failure should be the same each time.
    files.sort();
    // Without files the test would pass for nothing.
    assert!(!files.is_empty());
    for file in files {
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&file).expect("a text");
        let loaded = Loader::new().text(&name, text).load();
        assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
        let diagnostics = Plans::new(&loaded.resolve).diagnose(&loaded.resolve);
        let said: String = diagnostics
            .iter()
            .map(|diagnostic| render::short(diagnostic, &loaded.resolve.sources))
            .collect();
        let expected = std::fs::read_to_string(file.with_extension("expected")).unwrap_or_default();
        assert_eq!(said, expected, "{name}");
        assert!(
            diagnostics
                .iter()
                // Files are named after the code that they are for.
                .all(|diagnostic| diagnostic.code.to_string() == name[..5])
        );
    }
}
