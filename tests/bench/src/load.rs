//! Loading and resolving trees of several sizes, against wit-parser: on one thread, on all, and the memory it takes.

use crate::child;
use crate::ratio::compare;
use crate::tree::{self, Size};
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use witc_resolve::{Loaded, Loader};

/// The argument with which the program loads one tree: on one thread, on all, or theirs; path.
pub(crate) const CHILD: &str = "--load";

/// What is loaded: its name, the folder, how often.
type Tree = (&'static str, fn() -> Result<PathBuf, String>, usize);

const TREES: &[Tree] = &[
    ("WASI", tree::wasi, 101),
    ("7 packages", || synthetic(7), 41),
    ("100 packages", || synthetic(100), 9),
    ("813 packages", || synthetic(813), 3),
];

fn synthetic(packages: usize) -> Result<PathBuf, String> {
    tree::folder(Size { packages, interfaces: 40, functions: 20 })
}

/// Both read the same files and give a resolved model of them.
///
/// # Errors
///
/// A tree that can't be written, or that one of the two rejects.
pub(crate) fn row() -> Result<String, String> {
    let mut text = "WIT, loaded and resolved, against wit-parser:".to_owned();
    for (name, folder, rounds) in TREES {
        let folder = folder()?;
        let megabytes = tree::bytes(&folder)? as f64 / 1e6;
        let theirs = || theirs(&folder);
        let one = compare(*rounds, || ours(&folder, NonZeroUsize::MIN), theirs)?;
        let all = compare(*rounds, || ours(&folder, all_threads()), theirs)?;
        let (our_time, their_time) = one.medians();
        let [one_peak, all_peak, their_peak] =
            [peak("one", &folder)?, peak("all", &folder)?, peak("theirs", &folder)?];
        let _ = write!(
            text,
            "\n  {name}, {megabytes:.1} MB\n    \
             one thread: {one}; {:.1} ms per MB against {:.1} ms\n    \
             {} threads: {all}\n    \
             memory: at most {:.1} MB on one thread, {:.1} MB on {}, against {:.1} MB: {:.2} and {:.2} times as much",
            our_time * 1e3 / megabytes,
            their_time * 1e3 / megabytes,
            all_threads(),
            one_peak / 1e3,
            all_peak / 1e3,
            all_threads(),
            their_peak / 1e3,
            one_peak / their_peak,
            all_peak / their_peak,
        );
    }
    Ok(text)
}

/// The most memory that a process takes that loads a tree, in kilobytes.
fn peak(who: &str, folder: &Path) -> Result<f64, String> {
    let run = child::run([CHILD.as_ref(), who.as_ref(), folder.as_os_str()])?;
    Ok(run.peak as f64)
}

/// Loads one tree in a process of its own.
///
/// # Errors
///
/// That it is not valid.
pub(crate) fn run_child(args: &[String]) -> Result<(), String> {
    let [who, folder] = args else { return Err("two arguments are wanted".into()) };
    let folder = Path::new(folder);
    match who.as_str() {
        "one" => child::report(|| ours(folder, NonZeroUsize::MIN)),
        "all" => child::report(|| ours(folder, all_threads())),
        _ => child::report(|| theirs(folder)),
    }
}

fn all_threads() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

fn ours(folder: &Path, threads: NonZeroUsize) -> Result<Loaded, String> {
    let loaded = Loader::new().threads(threads).path(folder).load();
    match loaded.diagnostics.iter().find(|diagnostic| diagnostic.is_error()) {
        Some(error) => Err(witc_parser::render::short(error, &loaded.resolve.sources)),
        None => Ok(loaded),
    }
}

fn theirs(folder: &Path) -> Result<wit_parser::Resolve, String> {
    let mut resolve = wit_parser::Resolve::default();
    resolve.push_path(folder).map_err(|error| format!("wit-parser: {error:?}"))?;
    Ok(resolve)
}
