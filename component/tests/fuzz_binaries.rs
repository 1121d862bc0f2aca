//! The properties that `fuzz/` checks of binaries, on its seeds and on mutations of sound ones: a few in every run, and
//! with `WITC_FUZZ_SECONDS` as many as that time has room for.

mod cases;
#[path = "../../fuzz/properties/decode.rs"]
mod decode;
#[path = "../../fuzz/properties/diff.rs"]
mod diff;
#[path = "../../fuzz/properties/graph.rs"]
mod graph;
#[path = "../../fuzz/properties/new.rs"]
mod new;
#[path = "../../fuzz/properties/plug.rs"]
mod plug;
#[path = "../../fuzz/properties/targets.rs"]
mod targets;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use witc_component::new::{Module, Options, component};

const MUTATIONS: usize = 4000;

/// Modules with their worlds, type sections, and components.
fn seeds() -> Vec<Vec<u8>> {
    let mut folders =
        vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/diagnostics/component")];
    folders.extend(cases::sources().map(|sources| sources.join("tests/components")));
    let mut seeds = Vec::new();
    for case in folders.iter().flat_map(|folder| cases::cases(folder)) {
        for (_, module) in case.modules_with_worlds() {
            let made = component(
                Module {
                    bytes: &module,
                    world: None,
                },
                &[],
                &Options::default(),
            );
            seeds.extend(made.map(|made| made.into_bytes().into_owned()));
            seeds.push(module);
        }
    }
    assert!(seeds.len() > 20);
    seeds
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    /// A part of the bytes, short ones more often than long ones.
    fn part(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(bytes.len());
        let longest = 1 << self.below(9);
        start..(start + 1 + self.below(longest)).min(bytes.len())
    }

    fn mutate(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(4) {
            if bytes.is_empty() {
                break;
            }
            let at = self.below(bytes.len());
            match self.below(7) {
                0 => bytes[at] ^= 1 << self.below(8),
                // Limits of numbers in LEB128, and opcodes of types.
                1 => bytes[at] = [0, 1, 0x7f, 0x80, 0xff, 0x40, 0x60][self.below(7)],
                2 => bytes[at] = bytes[at].wrapping_add(self.below(5) as u8).wrapping_sub(2),
                3 => drop(bytes.drain(self.part(&bytes))),
                4 => {
                    let part = bytes[self.part(&bytes)].to_vec();
                    drop(bytes.splice(at..at, part));
                }
                5 => {
                    let other = &seeds[self.below(seeds.len())];
                    let part = other[self.part(other)].to_vec();
                    let end = (at + part.len()).min(bytes.len());
                    drop(bytes.splice(at..end, part));
                }
                _ => bytes.truncate(at),
            }
        }
        bytes
    }
}

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(folder);
    let entries = std::fs::read_dir(folder).expect("is there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("can be read").path())
        .collect();
    paths.sort();
    paths
}

/// Pairs of components as `plug` takes them: each with each.
fn pairs() -> Vec<Vec<u8>> {
    let parse = |path: PathBuf| wat::parse_file(path).expect("is WebAssembly");
    let all: Vec<Vec<u8>> = fixtures("compose").into_iter().map(parse).collect();
    let pairs = all.iter().flat_map(|socket| {
        all.iter()
            .map(move |plug| [socket.as_slice(), plug.as_slice()].join(&b"//#"[..]))
    });
    pairs.collect()
}

/// Checks the seeds of a target, then mutations of them and of `seeds`.
fn run(target: &str, seed: u64, mut seeds: Vec<Vec<u8>>, check: fn(&[u8])) {
    for path in fixtures("fuzz")
        .into_iter()
        .filter(|path| path.ends_with(target))
    {
        let files = std::fs::read_dir(path).expect("can be read");
        for file in files {
            let bytes = std::fs::read(file.expect("can be read").path()).expect("can be read");
            check(&bytes);
            seeds.push(bytes);
        }
    }
    let mut random = Random(seed);
    let seconds = std::env::var("WITC_FUZZ_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let start = Instant::now();
    let mut done = 0;
    loop {
        let bytes = random.mutate(&seeds);
        let began = Instant::now();
        if std::panic::catch_unwind(|| check(&bytes)).is_err() {
            // The input is kept, because it cannot be found again from a message.
            let file = std::env::temp_dir().join(format!("witc-fuzz-{seed}-{done}.wasm"));
            std::fs::write(&file, &bytes).expect("can be written");
            panic!("the input is in {}", file.display());
        }
        done += 1;
        match seconds {
            Some(seconds) if start.elapsed() < Duration::from_secs(seconds) => {
                assert!(
                    began.elapsed() < Duration::from_secs(20),
                    "an input of {} bytes hangs",
                    bytes.len()
                );
            }
            None if done < MUTATIONS => {}
            _ => break,
        }
    }
    println!("{done} inputs");
}

#[test]
fn decoding() {
    run("decode", 0x9e37_79b9_7f4a_7c15, seeds(), decode::check);
}

#[test]
fn components() {
    run("new", 0x2545_f491_4f6c_dd1d, seeds(), new::check);
}

#[test]
fn pictures() {
    run("graph", 0x6a09_e667_f3bc_c908, seeds(), graph::check);
}

#[test]
fn plugging() {
    let pairs = pairs();
    pairs.iter().for_each(|pair| plug::check(pair));
    run("plug", 0xbb67_ae85_84ca_a73b, pairs, plug::check);
}

#[test]
fn fitting() {
    run("targets", 0x3c6e_f372_fe94_f82b, seeds(), targets::check);
}

#[test]
fn differing() {
    let binaries: Vec<Vec<u8>> = seeds();
    let pairs = binaries
        .windows(2)
        .flat_map(|two| [[&two[0], &two[0]], [&two[0], &two[1]]]);
    let pairs: Vec<Vec<u8>> = pairs
        .map(|two| two.map(Vec::as_slice).join(&b"//#"[..]))
        .collect();
    pairs.iter().for_each(|pair| diff::check(pair));
    run("diff", 0xa54f_f53a_5f1d_36f1, pairs, diff::check);
}
