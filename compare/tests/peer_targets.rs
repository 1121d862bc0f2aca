//! `targets` against the peer's own cases: what fits there fits here, and what does not, does not for the same reason.

#[path = "../../wit-binary/tests/peer/mod.rs"]
mod peer;

use std::path::Path;
use witc_binary::component_to_wit;
use witc_compare::{WorldRef, join_sources, targets};
use witc_diagnostics::{Diagnostic, render};
use witc_resolve::{Loader, select_world};

/// The reasons why the component of a case does not fit its world.
fn misfits(case: &Path, compatible: bool) -> (Vec<Diagnostic>, String) {
    let wit = Loader::new().path(case.join("test.wit")).load();
    assert!(!wit.has_errors(), "{:?}", wit.diagnostics);
    let world = select_world(&wit.resolve, &wit.main, Some("foobar")).expect("is there");
    let bytes = wat::parse_file(case.join("test.wat")).expect("is WebAssembly");
    let text = component_to_wit(&bytes).expect("is a component");
    let component = Loader::new().text("test.wat", text).load();
    assert!(!component.has_errors(), "{:?}", component.diagnostics);
    let own = select_world(&component.resolve, &component.main, Some("root")).expect("is there");
    let (sources, shift) = join_sources(&component.resolve.sources, &wit.resolve.sources);
    let component = WorldRef {
        resolve: &component.resolve,
        world: own,
    };
    let world = WorldRef {
        resolve: &wit.resolve,
        world,
    };
    let found = targets(component, world, shift, compatible);
    let text = found
        .iter()
        .map(|diagnostic| render::short(diagnostic, &sources))
        .collect();
    (found, text)
}

#[test]
fn the_peers_cases() {
    let cases = peer::cases(&peer::source("wit-component-0.263.0").join("tests/targets"));
    assert_eq!(cases.len(), 6);
    for case in cases {
        let name = case
            .file_name()
            .expect("has one")
            .to_string_lossy()
            .into_owned();
        // The peer runs those about versions in one way alone.
        let modes: &[bool] = if name.contains("semver") {
            &[true]
        } else {
            &[false, true]
        };
        for &compatible in modes {
            let (found, text) = misfits(&case, compatible);
            assert_eq!(
                !found.is_empty(),
                name.starts_with("error-"),
                "{name}, {compatible}: {text}"
            );
            // The peer's last line has the culprit, and an offset.
            if let Ok(error) = std::fs::read_to_string(case.join("error.txt")) {
                let line = error.lines().last().expect("is not empty");
                let culprit = line.split('`').nth(1).expect("names the culprit");
                assert!(
                    text.contains(culprit),
                    "{name}: `{culprit}` is not named: {text}"
                );
            }
        }
    }
}
