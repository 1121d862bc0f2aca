//! The shared parts of the subcommands that write documentation: `witc doc` and `witc markdown`.

use crate::failure::Failure;
use crate::output::{self, Output};
use crate::report::counted;
use crate::stale;
use crate::status::Status;
use std::path::PathBuf;

/// Where pages go, and whether they are only compared.
#[derive(Debug, clap::Args)]
pub(crate) struct PageArgs {
    /// The folder to write to, which is made if it does not exist
    #[arg(
        long,
        value_name = "DIR",
        default_value = ".",
        hide_default_value = true
    )]
    pub(crate) out_dir: PathBuf,
    /// Write nothing; fail if a page is missing or stale
    #[arg(long)]
    pub(crate) check: bool,
}

/// The files in their folder.
pub(crate) fn place(args: &PageArgs, files: Vec<(String, Vec<u8>)>) -> Vec<Output> {
    let place = |(name, contents): (String, Vec<u8>)| Output {
        path: args.out_dir.join(name),
        contents,
    };
    files.into_iter().map(place).collect()
}

/// Writes all pages, or compares them.
///
/// # Errors
///
/// A file cannot be written, or read.
pub(crate) fn write(args: &PageArgs, files: Vec<Output>) -> Result<Status, Failure> {
    if !args.check {
        output::write_folder(&args.out_dir, &files)?;
        return Ok(Status::Success);
    }
    let stale = stale::compare(&files)?;
    if stale.is_empty() {
        return Ok(Status::Success);
    }
    for text in &stale {
        eprint!("{text}");
    }
    eprintln!(
        "{} not up to date: run the command again without `--check`",
        counted(stale.len(), "file")
    );
    Ok(Status::InvalidInput)
}
