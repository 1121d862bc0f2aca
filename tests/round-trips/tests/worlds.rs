//! A slice of what `cargo xtask round-trips` does at length, and the worlds that failed once.

use std::fs;
use witc_round_trips::model::{Def, Func, Place, Ty, World};
use witc_round_trips::trip::built;
use witc_round_trips::{
    Language, Source, Tools, drive, drive_concurrent, drive_world, make, together,
};
use witc_tests::root;

/// The smallest world of everything that `cargo xtask round-trips` has found, each in all languages.
#[test]
fn what_failed_once_passes() {
    let tools = Tools::new();
    let mut files: Vec<_> = fs::read_dir(root().join("fixtures/round-trips"))
        .expect("is there")
        .map(|entry| entry.expect("can be read").path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let wit = fs::read_to_string(&file).expect("can be read");
        let concurrent = Source::new(&wit).expect("is valid").is_concurrent();
        for language in tools.languages() {
            // C++ has no guests with asynchronous functions yet.
            if concurrent && language == Language::Cpp {
                continue;
            }
            let outcome = drive_world(&tools, &wit, language, "fixture", 0, 50);
            if let Err(failure) = outcome {
                panic!(
                    "{} in {}: {}",
                    file.display(),
                    language.name(),
                    failure.message
                );
            }
        }
    }
}

/// Passes values through some worlds in one language.
fn slice(language: Language, seeds: std::ops::Range<u64>) {
    let tools = Tools::new();
    if !tools.languages().contains(&language) {
        return;
    }
    let mut functions = 0;
    for seed in seeds.clone() {
        let wit = make::world(seed).to_string();
        match drive_world(&tools, &wit, language, "world", seed, 10) {
            Ok(count) => functions += count,
            Err(failure) => panic!("seed {seed}: {}\n{wit}", failure.message),
        }
    }
    assert!(
        functions as u64 >= 8 * (seeds.end - seeds.start),
        "{functions} functions"
    );
}

#[test]
fn worlds_in_rust() {
    slice(Language::Rust, 10_000..10_020);
}

#[test]
fn worlds_in_c() {
    slice(Language::C, 10_000..10_040);
}

#[test]
fn worlds_in_cpp() {
    slice(Language::Cpp, 10_000..10_012);
}

/// Asynchronous functions, streams and futures. One world alone: its three guests take half a minute.
#[test]
fn a_world_with_async_functions_in_rust_and_c() {
    let wit = make::concurrent(30_000).to_string();
    let tools = Tools::new();
    let mut languages = tools.languages();
    languages.retain(|language| *language != Language::Cpp);
    let outcome = drive_concurrent(&tools, &wit, &languages, "world", 30_000, 8);
    let functions = outcome.unwrap_or_else(|(language, failure)| {
        panic!("{}: {}\n{wit}", language.name(), failure.message)
    });
    assert!(functions >= 5 * languages.len(), "{functions} functions");
}

/// A discriminant of 16 bits before payloads. In C++ a `std::variant` of so many takes minutes to compile.
#[test]
fn a_variant_of_many_cases() {
    let tools = Tools::new();
    let mut cases = vec![None; 257];
    cases[200] = Some(Ty::Primitive("u8"));
    cases[256] = Some(Ty::Primitive("string"));
    let params = vec![
        Ty::Named(0),
        Ty::List(Box::new(Ty::Named(0))),
        Ty::Option(Box::new(Ty::Named(0))),
    ];
    let world = World {
        resources: 0,
        defs: vec![Def::Variant(cases)],
        funcs: vec![Func {
            params,
            place: Place::Echo,
            is_async: false,
        }],
        local: false,
        concurrent: false,
    };
    for language in tools
        .languages()
        .into_iter()
        .filter(|language| *language != Language::Cpp)
    {
        let outcome = drive_world(&tools, &world.to_string(), language, "world", 0, 300);
        outcome.unwrap_or_else(|failure| panic!("{}: {}", language.name(), failure.message));
    }
}

/// What a guest imports, another one exports, in another language.
#[test]
fn guests_in_front_of_each_other() {
    let tools = Tools::new();
    for seed in 20_000..20_005 {
        let wit = make::world(seed).to_string();
        let mut guests = Vec::new();
        for language in tools.languages() {
            let guest = built(&tools, &wit, language, "world");
            guests.push(
                guest.unwrap_or_else(|failure| panic!("seed {seed}: {}\n{wit}", failure.message)),
            );
        }
        let first = seed as usize % guests.len();
        guests.rotate_left(first);
        let guests: Vec<&[u8]> = guests.iter().map(Vec::as_slice).collect();
        let outcome = together(&guests).and_then(|whole| drive(&whole, seed, 10));
        outcome.unwrap_or_else(|failure| panic!("seed {seed}: {}\n{wit}", failure.message));
    }
}
