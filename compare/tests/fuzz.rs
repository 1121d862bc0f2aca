//! Holds the seeds of the fuzz targets `diff` and `targets`, and pairs of random packages, to what the targets hold their
//! inputs to.

#[path = "../../fuzz/properties/diff.rs"]
mod diff;
#[path = "../../fuzz/properties/targets.rs"]
mod targets;

use std::path::Path;
use witc_random::{Dice, Sketch};

/// Checks the seeds of a target; also the first half of each, so that inputs that end too soon are among them.
fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/fuzz");
    let entries = std::fs::read_dir(folder.join(target)).expect("is there");
    let mut count = 0;
    for entry in entries {
        let path = entry.expect("can be read").path();
        println!("{}", path.display());
        let bytes = std::fs::read(&path).expect("can be read");
        check(&bytes);
        check(&bytes[..bytes.len() / 2]);
        count += 1;
    }
    assert!(count > 0, "{target} has seeds");
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let old = Sketch::random(&mut dice);
        let (new, _) = old.edited(&mut dice);
        let pair = [old.text("1.0.0"), new.text("1.0.0")].join("\n//#\n");
        check(pair.as_bytes());
    }
}

#[test]
fn seeds_of_diff() {
    replay("diff", diff::check);
}

#[test]
fn seeds_of_targets() {
    replay("targets", targets::check);
}
