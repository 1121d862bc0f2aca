//! What holds for `diff` and any two packages: it ends; each change has its words; a version has no changes against
//! itself, and where there are none in one direction, there are none in the other.
//!
//! An input is two packages: a line that starts with `//#` starts the second.

use witc_compare::diff::{Finding, PackageRef, packages};
use witc_resolve::{Loaded, Loader};

pub(crate) fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let (old, new) = text.split_once("\n//#").unwrap_or((text, text));
    let (Some(old), Some(new)) = (load(old), load(new)) else {
        return;
    };
    for same in [&old, &new] {
        assert!(
            compare(same, same).is_empty(),
            "a version differs from itself"
        );
    }
    let (there, back) = (compare(&old, &new), compare(&new, &old));
    for finding in there.iter().chain(&back) {
        let words = finding
            .change
            .describe("the old version", "the new version");
        assert!(!words.is_empty() && !finding.change.kind.id().contains(' '));
    }
    assert_eq!(
        there.is_empty(),
        back.is_empty(),
        "the changes are {there:?}, and in the other direction {back:?}"
    );
}

fn load(text: &str) -> Option<Loaded> {
    let loaded = Loader::new().text("package.wit", text.to_owned()).load();
    (!loaded.has_errors() && !loaded.main.is_empty()).then_some(loaded)
}

fn compare(old: &Loaded, new: &Loaded) -> Vec<Finding> {
    packages(package(old), package(new), None)
}

fn package(loaded: &Loaded) -> PackageRef<'_> {
    PackageRef {
        resolve: &loaded.resolve,
        package: loaded.main[0],
    }
}
