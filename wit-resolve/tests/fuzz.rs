//! Holds the seeds of the fuzz targets, and all other fixtures that are WIT, to what the targets hold their inputs to.

#[path = "../../fuzz/properties/fmt.rs"]
mod fmt;
#[path = "../../fuzz/properties/parse.rs"]
mod parse;
#[path = "../../fuzz/properties/resolve.rs"]
mod resolve;
#[path = "../../fuzz/properties/tokens.rs"]
mod tokens;

use std::path::{Path, PathBuf};

/// The files in a folder of the fixtures and in the folders within it.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut pending = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../fixtures")
            .join(folder),
    ];
    let mut files = Vec::new();
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).expect("can be read");
            pending.extend(entries.map(|entry| entry.expect("can be read").path()));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Checks the seeds of a target, and the fixtures; also the first half of each, so that files that end too soon are among them.
fn replay(target: &str, check: fn(&[u8])) {
    let seeds = files(&format!("fuzz/{target}"));
    assert!(!seeds.is_empty(), "{target} has seeds");
    let is_wit = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "wit");
    let fixtures = ["syntax", "diagnostics", "mutations"]
        .into_iter()
        .flat_map(files)
        .filter(is_wit);
    for path in seeds.into_iter().chain(fixtures) {
        // A test that fails shows its output, whose last line is the file.
        println!("{}", path.display());
        let bytes = std::fs::read(&path).expect("can be read");
        check(&bytes);
        check(&bytes[..bytes.len() / 2]);
    }
}

#[test]
fn seeds_of_tokens() {
    replay("tokens", tokens::check);
}

#[test]
fn seeds_of_parse() {
    replay("parse", parse::check);
}

#[test]
fn seeds_of_fmt() {
    replay("fmt", fmt::check);
}

#[test]
fn seeds_of_resolve() {
    replay("resolve", resolve::check);
}

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// A text with some of its pieces removed, doubled, exchanged or moved into it from another text.
fn mutant(text: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut mutant = text.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(mutant.len());
        let end = (at + 1 + random.below(12)).min(mutant.len());
        // Removing, doubling, cutting, mixing and mistyping: what editors and people do to files.
        match random.below(5) {
            0 => drop(mutant.drain(at..end)),
            1 => drop(mutant.splice(at..at, mutant[at..end].to_vec())),
            2 => mutant.truncate(end),
            3 => {
                let from = random.below(other.len());
                let piece = &other[from..(from + random.below(60)).min(other.len())];
                mutant.splice(at..at, piece.iter().copied());
            }
            _ => {
                // The characters that mean something to the lexer: others would mostly give the
                // same error.
                let marks = b"{}()<>;:,.@/*\"%_-=\n \t9aA";
                if let Some(byte) = mutant.get_mut(at) {
                    *byte = marks[random.below(marks.len())];
                }
            }
        }
    }
    mutant
}

/// Mutants of the seeds, as a fuzzer makes them: `WITC_MUTANTS=100000` makes more of them.
#[test]
fn mutants_of_seeds() {
    let rounds = std::env::var("WITC_MUTANTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(600);
    let seeds: Vec<Vec<u8>> = ["fuzz", "syntax", "mutations", "diagnostics"]
        .into_iter()
        .flat_map(files)
        .filter_map(|path| std::fs::read(path).ok())
        // Small seeds make more mutants in the same time, and a mutation of a long one is mostly
        // far from anything.
        .filter(|seed| seed.len() < 6000)
        .collect();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..rounds {
        let (seed, other) = (
            &seeds[random.below(seeds.len())],
            &seeds[random.below(seeds.len())],
        );
        let mutant = mutant(seed, other, &mut random);
        let checked = std::panic::catch_unwind(|| {
            tokens::check(&mutant);
            parse::check(&mutant);
            fmt::check(&mutant);
            resolve::check(&mutant);
        });
        // The mutant itself is shown, to become a seed.
        assert!(checked.is_ok(), "{}", String::from_utf8_lossy(&mutant));
    }
}
