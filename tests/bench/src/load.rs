//! Loading and resolving trees of several sizes, against wit-parser: on one thread, on all, and the memory it takes.

use crate::child;
use crate::growth;
use crate::ratio::compare;
use crate::report::{Figure, Table, Unit};
use crate::synth::Size;
use crate::tree;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use witc_resolve::{Loaded, Loader};

/// The argument with which the program loads one tree: on one thread, on all, or theirs; path.
pub(crate) const CHILD: &str = "--load";

const WASI: &str = "WASI";
/// The tree that the goals are about.
const GOAL: &str = "100 packages";

/// A tree that is loaded: its name, the folder, how often.
type Tree = (&'static str, fn() -> Result<PathBuf, String>, usize);

const TREES: &[Tree] = &[
    (WASI, || Ok(tree::wasi()), 101),
    ("7 packages", || synthetic(7), 41),
    // The larger a tree, the fewer rounds: all of them take about as long.
    (GOAL, || synthetic(100), 9),
    ("813 packages", || synthetic(813), 3),
];

fn synthetic(packages: usize) -> Result<PathBuf, String> {
    tree::folder(Size {
        packages,
        interfaces: 40,
        functions: 20,
    })
}

/// How much faster we have to be on one thread and on all, and what part of the memory we may take: for the second of the
/// synthetic trees.
const GOALS: (f64, f64, f64) = (3.0, 5.0, 0.5);

/// Both read the same files and give a resolved model of them.
///
/// # Errors
///
/// A tree that can't be written, or that one of the two rejects.
pub(crate) fn row() -> Result<Table, String> {
    let threads = all_threads();
    let mut figures = Vec::new();
    let mut sizes = Vec::new();
    for (name, folder, rounds) in TREES {
        let folder = folder()?;
        let megabytes = tree::bytes(&folder)? as f64 / 1e6;
        let theirs = || theirs(&folder);
        // On one thread too, since the peer has no other: what more threads gain is told apart.
        let one = compare(*rounds, || ours(&folder, NonZeroUsize::MIN), theirs)?;
        let all = compare(*rounds, || ours(&folder, threads), theirs)?;
        // Growth is told of trees of one kind: WASI has other types and other documentation.
        if *name != WASI {
            sizes.push(growth::Size {
                folder: folder.clone(),
                megabytes,
                // Rounds of growth load a tree several times each, so there are fewer of them.
                times: rounds.div_ceil(3),
            });
        }
        let what = |how: String| format!("{name}, {megabytes:.1} MB, {how}");
        let one = Figure::timed(what("one thread".to_owned()), &one);
        let all = Figure::timed(what(format!("{threads} threads")), &all);
        let [one_memory, all_memory] = memory(&folder, threads, what)?;
        figures.extend(if *name == GOAL {
            let (one_goal, all_goal, memory) = GOALS;
            [
                one.times_as_fast(one_goal),
                all.times_as_fast(all_goal),
                one_memory.at_most(memory),
                all_memory.at_most(memory),
            ]
        } else {
            [one, all, one_memory, all_memory]
        });
    }
    figures.extend(growth::figures(
        &sizes,
        |size| ours(&size.folder, NonZeroUsize::MIN),
        |size| theirs(&size.folder),
    )?);
    Ok(Table {
        name: "load",
        title: "Loading and resolving",
        method: "A folder of WIT becomes a resolved model, in one process and in turn with wit-parser's `push_path`: the \
                 packages of WASI 0.2, and made-up trees of 7, 100 and 813 packages. Memory is the peak of a process that \
                 loads one tree."
            .to_owned(),
        figures,
    })
}

/// The memory on one thread and on all; `what` completes the name of a figure.
fn memory(
    folder: &Path,
    threads: NonZeroUsize,
    what: impl Fn(String) -> String,
) -> Result<[Figure; 2], String> {
    let [one, all, theirs] = [
        peak("one", folder)?,
        peak("all", folder)?,
        peak("theirs", folder)?,
    ];
    let figure = |how, ours| Figure::counted(what(how), Unit::Memory, ours, theirs);
    Ok([
        figure("memory, one thread".to_owned(), one),
        figure(format!("memory, {threads} threads"), all),
    ])
}

/// The most memory that a process takes that loads a tree, in bytes.
fn peak(who: &str, folder: &Path) -> Result<f64, String> {
    let run = child::run([CHILD.as_ref(), who.as_ref(), folder.as_os_str()])?;
    Ok(run.peak as f64 * 1e3)
}

/// Loads one tree in a process of its own.
///
/// # Errors
///
/// That it is not valid.
pub(crate) fn run_child(args: &[String]) -> Result<(), String> {
    let [who, folder] = args else {
        return Err("two arguments are wanted".into());
    };
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
    match loaded
        .diagnostics
        .iter()
        .find(|diagnostic| diagnostic.is_error())
    {
        Some(error) => Err(witc_diagnostics::render::short(
            error,
            &loaded.resolve.sources,
        )),
        None => Ok(loaded),
    }
}

fn theirs(folder: &Path) -> Result<wit_parser::Resolve, String> {
    let mut resolve = wit_parser::Resolve::default();
    resolve
        .push_path(folder)
        .map_err(|error| format!("wit-parser: {error:?}"))?;
    Ok(resolve)
}
