//! Packages as binaries: they validate, and the peer reads the same package out of them, with its documentation, as
//! out of its own.

mod peer;

use wasmparser::{Validator, WasmFeatures};
use wit_component::{DecodedWasm, WitPrinter};
use witc_binary::{InterfaceNames, decode_to_packages, encode_package};
use witc_resolve::print;

/// A package as the peer reads it, as text.
fn read(bytes: &[u8]) -> String {
    let decoded = wit_component::decode(bytes).expect("a package");
    let DecodedWasm::WitPackage(resolve, main) = &decoded else {
        panic!("a component and no package")
    };
    let mut printer = WitPrinter::default();
    let others: Vec<_> = resolve
        .packages
        .iter()
        .map(|(id, _)| id)
        .filter(|id| id != main)
        .collect();
    printer
        .print(resolve, *main, &others)
        .expect("a package that can be printed");
    printer.output.to_string()
}

#[test]
fn packages_of_the_peers_cases() {
    let mut packages = 0;
    let folders = [
        ("wit-parser-0.263.0", "tests/ui"),
        ("wit-component-0.263.0", "tests/interfaces"),
    ];
    for case in folders
        .iter()
        .flat_map(|(package, folder)| peer::cases(&peer::source(package).join(folder)))
    {
        let Some((resolve, main)) = peer::load(&case) else {
            continue;
        };
        let ours = peer::load_here(&case).resolve;
        for (names, canonical) in [
            (InterfaceNames::Full, false),
            (InterfaceNames::Canonical, true),
        ] {
            let place = format!("{}, {names:?}", case.display());
            let Ok(expected) = wit_component::encode(&resolve, main, canonical) else {
                continue;
            };
            if Validator::new_with_features(WasmFeatures::all())
                .validate_all(&expected)
                .is_err()
            {
                continue;
            }
            let actual = encode_package(&ours, peer::package_id(&ours, &resolve, main), names);
            let actual = actual.unwrap_or_else(|error| panic!("{place}: {}", error.message));
            let valid = Validator::new_with_features(WasmFeatures::all()).validate_all(&actual);
            valid.unwrap_or_else(|error| panic!("{place}: {error}"));
            // The peer needs time exponential in the length of chains of `use` to read what exports have in them; and
            // it takes a package without anything in it for a component.
            let empty = resolve.packages[main].interfaces.is_empty()
                && resolve.packages[main].worlds.is_empty();
            if !empty && !case.ends_with("stress-export-elaborate.wit") {
                assert_eq!(read(&actual), read(&expected), "{place}");
                packages += 1;
            }
        }
    }
    assert!(packages > 200, "only {packages} packages were compared");
}

/// A package that has been a binary prints the same lines as before; types then come before functions.
#[test]
fn interfaces_round_trip() {
    let mut packages = 0;
    for case in peer::cases(&peer::source("wit-component-0.263.0").join("tests/interfaces")) {
        let loaded = peer::load_here(&case);
        let main = loaded.main[0];
        let package = &loaded.resolve.packages[main];
        if package.interfaces.is_empty() && package.worlds.is_empty() {
            continue;
        }
        let bytes = encode_package(&loaded.resolve, main, InterfaceNames::Full)
            .expect("a package in order");
        let texts = decode_to_packages(&bytes).expect("a package");
        let expected = print::package(&loaded.resolve, main, print::Style::default());
        let lines = |text: &str| {
            let mut lines: Vec<String> = text
                .lines()
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect();
            // The order of items may change, and nothing else.
            lines.sort_unstable();
            lines
        };
        assert_eq!(lines(&texts[0]), lines(&expected), "{}", case.display());
        packages += 1;
    }
    assert!(packages > 35, "only {packages} packages went both ways");
}
