//! Holds the seeds of the fuzz target, and fixtures that are WIT, to what the target holds its inputs to.

#[path = "../../fuzz/properties/edits.rs"]
mod edits;

use std::fs;
use std::path::{Path, PathBuf};

/// The files in a folder of the fixtures, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(folder);
    let entries = fs::read_dir(folder).expect("is there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("is there").path())
        .collect();
    files.retain(|path| path.is_file());
    files.sort();
    files
}

#[test]
fn seeds_of_edits() {
    for path in files("fuzz/edits") {
        println!("{}", path.display());
        let bytes = fs::read(&path).expect("can be read");
        edits::check(&bytes);
        edits::check(&bytes[..bytes.len() / 2]);
    }
}

/// Files with each of the mistakes that the parser knows are edited, and compared with a server started fresh.
#[test]
fn files_with_mistakes_are_edited() {
    let fixtures = files("diagnostics");
    let wit = fixtures
        .iter()
        .filter(|path| path.extension().is_some_and(|it| it == "wit"));
    let mut count = 0;
    // A few of them: the fuzz target has the time for more.
    for (index, path) in wit.step_by(9).enumerate() {
        println!("{}", path.display());
        let number = index as u8;
        let mut bytes = vec![
            number.wrapping_mul(37),
            3,
            number.wrapping_mul(91),
            7,
            128,
            number % 5,
            200,
            number % 11,
        ];
        bytes.retain(|byte| *byte != b'\n');
        bytes.push(b'\n');
        bytes.extend(fs::read(path).expect("can be read"));
        edits::check(&bytes);
        count += 1;
    }
    assert!(count > 10, "{count} files");
}
