//! What holds for `diff` and any two packages: it ends; each change has its words; a version has no changes against
//! itself, and where there are none in one direction, there are none in the other.
//!
//! An input is two packages with `//#` between them, each as text or in binary form; components stand for the packages
//! of their worlds.

use witc_binary::decode_to_packages;
use witc_compare::diff::{Finding, PackageRef, packages};
use witc_resolve::{Loaded, Loader};

pub(crate) fn check(data: &[u8]) {
    let middle = data.windows(3).position(|bytes| bytes == b"//#");
    let (old, new) = middle.map_or((data, data), |at| (&data[..at], &data[at + 3..]));
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

fn load(part: &[u8]) -> Option<Loaded> {
    let packages = match std::str::from_utf8(part) {
        Ok(text) => vec![text.to_owned()],
        Err(_) => decode_to_packages(part).ok()?,
    };
    let loader = packages.into_iter().enumerate();
    let loader = loader.fold(Loader::new(), |loader, (number, text)| {
        loader.text(format!("{number}.wit"), text)
    });
    let loaded = loader.load();
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
