//! Loading and resolving a large tree, against wit-parser.

use crate::ratio::compare;
use crate::tree::{self, Size};
use std::path::Path;
use witc_resolve::{Loaded, Loader};

const SIZE: Size = Size { packages: 100, interfaces: 40, functions: 20 };
const ROUNDS: usize = 9;

/// Both read the same files and give a resolved model of them.
///
/// # Errors
///
/// A tree that can't be written, or that one of the two rejects.
pub(crate) fn row() -> Result<String, String> {
    let folder = tree::folder(SIZE)?;
    let megabytes = tree::bytes(&folder)? as f64 / 1e6;
    let ours = ours(&folder)?.resolve.types.len();
    let theirs = theirs(&folder)?.types.len();
    let comparison = compare(ROUNDS, || self::ours(&folder), || self::theirs(&folder))?;
    let (our_time, their_time) = comparison.medians();
    Ok(format!(
        "load and resolve {megabytes:.1} MB of WIT against wit-parser: {comparison}\n  \
         {:.0} MB/s against {:.0} MB/s; {ours} types against {theirs}; {} threads may run",
        megabytes / our_time,
        megabytes / their_time,
        std::thread::available_parallelism().map_or(1, Into::into),
    ))
}

fn ours(folder: &Path) -> Result<Loaded, String> {
    let loaded = Loader::new().path(folder).load();
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
