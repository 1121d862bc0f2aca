//! Random trees of `deps/`, compared with flat ones that have only the packages that count.

use super::tree::{tree, write};
use super::{difference, load, meaning, peer};
use witc_random::Dice;

/// A place of a package in a random tree: the folder, how far in that is, and what is there.
struct Placed {
    folder: String,
    nesting: usize,
    package: usize,
    text: String,
}

/// A random package that uses some of those with smaller numbers; its text depends on how far in it is.
fn random_text(package: usize, uses: &[usize], edition: usize) -> String {
    let uses = uses
        .iter()
        .map(|other| format!("use t:p{other}/i.{{t as t{other}}}; "));
    let uses: String = uses.collect();
    format!(
        "package t:p{package}; /// {edition}\ninterface i {{ {uses}type t = list<u8, {edition}>; }}"
    )
}

/// Some packages with copies in `deps/` of any depth, and which packages each of them uses.
fn random_places(dice: &mut Dice, count: usize) -> (Vec<Placed>, Vec<Vec<usize>>) {
    let uses: Vec<Vec<usize>> = (0..count)
        .map(|package| (0..package).filter(|_| dice.percent(40)).collect())
        .collect();
    let mut placed: Vec<Placed> = Vec::new();
    for _ in 0..dice.between(1, 3 * count) {
        let package = dice.below(count);
        let outer = match placed.is_empty() || dice.percent(40) {
            true => None,
            false => Some(dice.below(placed.len())),
        };
        let (parent, nesting) = match outer.map(|outer| &placed[outer]) {
            Some(outer) => (format!("{}/deps", outer.folder), outer.nesting + 1),
            None => ("deps".to_owned(), 0),
        };
        let folder = format!("{parent}/p{package}");
        if nesting < 5 && placed.iter().all(|other| other.folder != folder) {
            // Copies that are equally far in are equal, mostly.
            let edition = 1 + nesting + if dice.percent(3) { 10 } else { 0 };
            let text = random_text(package, &uses[package], edition);
            placed.push(Placed {
                folder,
                nesting,
                package,
                text,
            });
        }
    }
    (placed, uses)
}

/// The same tree with only the packages that count, all in the outermost `deps/`.
fn flattened(placed: &[Placed], uses: &[Vec<usize>], main: &[usize]) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut wanted: Vec<usize> = main.to_vec();
    let mut seen = vec![false; uses.len()];
    for place in placed.iter().filter(|place| place.nesting == 0) {
        seen[place.package] = true;
        wanted.extend(&uses[place.package]);
        files.push((format!("{}/p.wit", place.folder), place.text.clone()));
    }
    while let Some(package) = wanted.pop() {
        if std::mem::replace(&mut seen[package], true) {
            continue;
        }
        wanted.extend(&uses[package]);
        let copies = || placed.iter().filter(|place| place.package == package);
        let least = copies().map(|place| place.nesting).min();
        let mut texts: Vec<&str> = copies()
            .filter(|place| Some(place.nesting) == least)
            .map(|place| place.text.as_str())
            .collect();
        texts.sort_unstable();
        texts.dedup();
        for (number, text) in texts.into_iter().enumerate() {
            files.push((format!("deps/p{package}-{number}/p.wit"), text.to_owned()));
        }
    }
    files
}

#[test]
fn random_trees_mean_what_their_outer_copies_mean() {
    let (mut accepted, mut filled, mut rejected) = (0, 0, 0);
    for seed in 0..400 {
        let mut dice = Dice::new(seed);
        let count = dice.between(1, 5);
        let (placed, uses) = random_places(&mut dice, count);
        let main: Vec<usize> = (0..count).filter(|_| dice.percent(50)).collect();
        let imports: String = main
            .iter()
            .map(|it| format!("import t:p{it}/i; "))
            .collect();
        let app = format!("package t:app; world app {{ {imports}}}");
        let (nested, flat) = (tree(&[("a.wit", &app)]), tree(&[("a.wit", &app)]));
        for place in &placed {
            write(
                nested.path(),
                &[(&format!("{}/p.wit", place.folder), &place.text)],
            );
        }
        for (path, text) in flattened(&placed, &uses, &main) {
            write(flat.path(), &[(&path, &text)]);
        }
        let loaded = load(nested.path());
        match peer(flat.path()) {
            Some(theirs) => {
                let ours = meaning(&loaded);
                assert!(theirs == ours, "{seed}: {}", difference(&theirs, &ours));
                accepted += 1;
                filled += usize::from(peer(nested.path()).is_none());
            }
            None => {
                assert!(loaded.has_errors(), "{seed}");
                rejected += 1;
            }
        }
        if let Some(theirs) = peer(nested.path()) {
            assert!(
                theirs == meaning(&loaded),
                "{seed}: the peer accepts the tree as it is"
            );
        }
    }
    assert!(
        accepted > 100 && filled > 20 && rejected > 50,
        "{accepted} {filled} {rejected}"
    );
}
