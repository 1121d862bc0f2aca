//! Random worlds in both modes in which parameters of imports borrow all the way down: what is written for them compiles.
//!
//! `WITC_RANDOM_CASES=500` sets how many random packages there are, `WITC_RANDOM_SEED` where they start.

use super::random::{self, number};
use witc_bindgen_core::{Backend, Input};
use witc_bindgen_rust::Rust;
use witc_random::{Dice, Kinds, generate};
use witc_resolve::{Loaded, WorldId};
use witc_tests::{GeneratedCrate, parse_options, scratch};

const MODES: [&str; 2] = [
    "--ownership=borrowing",
    "--ownership=borrowing-duplicate-if-necessary",
];

/// As many worlds are compiled as one crate: a compiler takes as long to start as for several of them.
const AT_ONCE: usize = 40;

/// The text of a world's bindings with stubs of what it exports; nothing if it is refused.
fn text(loaded: &Loaded, world: WorldId, words: &[&str]) -> Option<String> {
    let resolve = &loaded.resolve;
    let output = Rust::generate(Input { resolve, world }, &parse_options::<Rust>(words));
    let (_, contents) = output.files.iter().next()?;
    Some(String::from_utf8(contents.to_vec()).expect("is text"))
}

/// The bindings of all worlds of a random package, with the names of their modules.
fn bindings(seed: u64) -> Vec<(String, String)> {
    let mut dice = Dice::new(seed);
    let tree = generate(&mut dice, Kinds::Synchronous);
    let loaded = random::load(&scratch("borrowing"), &tree);
    let mut all = Vec::new();
    if loaded.has_errors() {
        return all;
    }
    let worlds = loaded.resolve.packages[loaded.main[0]].worlds.values();
    for (number, &world) in worlds.enumerate() {
        for (mode, word) in ["b", "d"].iter().zip(MODES) {
            let module = format!("s{seed}_{number}{mode}");
            let prefix = format!("--export-prefix={module}-");
            let mut words = vec![word, "--generate-all", "--sync=all", "--stubs", &prefix];
            for more in [
                "--merge-structurally-equal-types",
                "--generate-unused-types",
                "--raw-strings",
            ] {
                words.extend(dice.percent(15).then_some(more));
            }
            all.extend(text(&loaded, world, &words).map(|text| (module, text)));
        }
    }
    all
}

#[test]
fn random_worlds_compile() {
    let cases = number("WITC_RANDOM_CASES", 25);
    let first = number("WITC_RANDOM_SEED", 1);
    let all: Vec<_> = (first..first + cases).flat_map(bindings).collect();
    println!(
        "{} bindings of {cases} packages from seed {first} on",
        all.len()
    );
    assert!(all.len() as u64 >= cases, "most worlds are refused");
    for some in all.chunks(AT_ONCE) {
        let mut modules = GeneratedCrate::new("random-borrowing");
        for (module, text) in some {
            modules.add_stubs(module, text);
        }
        let checked = modules.check(None, "2024");
        checked.unwrap_or_else(|message| panic!("{message}"));
    }
}
