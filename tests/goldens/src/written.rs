//! The files that are written are those that are checked in, and there are no others.

use super::Language;
use super::world::World;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use witc_bindgen_c::{C, Cpp};
use witc_bindgen_core::{Backend, OptionSpec};
use witc_bindgen_rust::Rust;
use witc_tests::{compare_golden, runtimes, updating};

/// The files that are compared: text that differs from world to world.
fn goldens(world: &World, language: Language) -> Result<BTreeMap<String, String>, String> {
    let runtimes = runtimes();
    let files = world.generate(language, &[])?;
    let compared = files.iter().filter(|(name, contents)| {
        let is_file_of =
            |runtime: &PathBuf| fs::read(runtime.join(name)).is_ok_and(|file| file == *contents);
        let of_the_runtime = || runtimes.iter().any(is_file_of);
        !name.ends_with(".o") && !of_the_runtime()
    });
    let text = |contents: &[u8]| String::from_utf8(contents.to_vec()).expect("is text");
    Ok(compared
        .map(|(name, contents)| (name.to_owned(), text(contents)))
        .collect())
}

/// The names of what is in a folder; none if there is no such folder.
fn names_in(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.map(|entry| entry.expect("can be read").file_name());
    names
        .map(|name| name.into_string().expect("is UTF-8"))
        .collect()
}

/// Compares the goldens of a language, or writes them; all differences are told at once.
fn compare(language: Language) {
    let worlds = World::all();
    let failures: Vec<String> = worlds
        .iter()
        .filter_map(|world| compare_world(world, language).err())
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn compare_world(world: &World, language: Language) -> Result<(), String> {
    let goldens = goldens(world, language)?;
    let folder = world.goldens(language);
    let mut stale = names_in(&folder);
    // A file that is no longer written would be compiled for ever.
    stale.retain(|name| !goldens.contains_key(name));
    if updating() {
        for name in &stale {
            fs::remove_file(folder.join(name)).expect("can be removed");
        }
        if !goldens.is_empty() {
            fs::create_dir_all(&folder).expect("can be made");
        }
    } else if !stale.is_empty() {
        return Err(format!("{}: nothing writes {stale:?}", folder.display()));
    }
    let compared = goldens
        .iter()
        .map(|(name, text)| compare_golden(&folder.join(name), text));
    let failures: Vec<String> = compared.filter_map(Result::err).collect();
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n\n"))
    }
}

#[test]
fn rust_is_as_written() {
    compare(Language::Rust);
}

#[test]
fn c_is_as_written() {
    compare(Language::C);
}

#[test]
fn cpp_is_as_written() {
    compare(Language::Cpp);
}

/// A folder of a language that no line of `options.txt` asks for would never be looked at.
#[test]
fn folders_hold_nothing_else() {
    let worlds = World::all();
    // Or a wrong path would let the test pass over nothing.
    assert!(worlds.len() > 60, "only {} worlds", worlds.len());
    for world in worlds {
        let mut expected = BTreeSet::from(["world.wit", "wit", "options.txt"]);
        expected.extend(
            Language::ALL
                .iter()
                .filter(|language| world.options(**language).is_some())
                .map(|language| language.name()),
        );
        for name in names_in(&world.folder) {
            let folder = world.folder.display();
            assert!(expected.contains(&*name), "{name} in {folder}");
        }
    }
}

/// Options that no golden can show, and why.
const WITHOUT_GOLDEN: [(&str, &str); 1] = [(
    "async",
    "it changes nothing: functions that are async are bound so",
)];

#[test]
fn every_option_has_a_golden() {
    let worlds = World::all();
    let tables: [(Language, &[OptionSpec]); 3] = [
        (Language::Rust, Rust::OPTIONS),
        (Language::C, C::OPTIONS),
        (Language::Cpp, Cpp::OPTIONS),
    ];
    for (language, table) in tables {
        let given: Vec<&str> = worlds
            .iter()
            .flat_map(|world| world.options(language).unwrap_or_default())
            .collect();
        for spec in table {
            let long = format!("--{}", spec.flag);
            let short = spec.short.map(|letter| format!("-{letter}"));
            let shown = given
                .iter()
                .filter_map(|word| word.split('=').next())
                .any(|word| word == long || Some(word) == short.as_deref());
            let excused = WITHOUT_GOLDEN.iter().any(|(flag, _)| *flag == spec.flag);
            let name = language.name();
            // A new option would otherwise be looked at by nobody.
            assert!(shown || excused, "no golden shows `{name} {long}`");
            // An excuse goes as soon as there is a golden.
            assert!(!(shown && excused), "`{name} {long}` needs no excuse");
        }
    }
}
