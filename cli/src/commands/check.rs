//! `witc check`: says everything that is wrong with WIT packages.

use crate::Status;
use crate::failure::Failure;
use crate::fixes;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::output::write_all;
use crate::report::{self, Format, counted};
use std::path::PathBuf;
use witc_resolve::Loaded;

/// Say everything that is wrong with WIT packages
///
/// Reads packages with their dependencies, resolves every name, and reports all errors of all files in one run.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Check {
    /// Packages: folders with their `deps/`, files, or `-` for standard input
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// How to show what was found
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
    /// Write files with everything mended whose mend is sure, and say what is left. Dependencies are left alone
    #[arg(long)]
    fix: bool,
    #[command(flatten)]
    features: FeatureArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc check                                  the package in ./wit, with its deps/
  witc check wit ../other/wit                 two packages, which may use each other
  witc check --features http,clocks wit       with what is @unstable under these features
  git show HEAD:wit/world.wit | witc check -  standard input
  witc check --fix                            mend what has a sure mend, and say what is left
  witc check --format github                  annotations, in a GitHub workflow
  witc check --format sarif > witc.sarif      a log for code scanning

JSON:
  --format json prints one document, also when all is well. Lines and columns count from 1, columns in Unicode
  scalar values, bytes from 0; the primary label comes first:
  {\"diagnostics\": [{\"code\", \"severity\", \"message\",
     \"labels\": [{\"file\", \"primary\", \"message\", \"start\": {\"line\", \"column\", \"byte\"}, \"end\": {…}}],
     \"notes\": [\"…\"], \"fixes\": [{\"message\", \"edits\": [{\"file\", \"start\", \"end\", \"text\"}]}]}],
   \"summary\": {\"errors\", \"warnings\"}}

Exit codes:
  0 no errors, 1 errors, 2 witc could not run: wrong usage, a file that can't be read";

impl Check {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let loaded = if self.fix {
            self.mend()?
        } else {
            input::load(&self.paths, &self.features)?
        };
        report::show(self.format, &loaded.diagnostics, &loaded.resolve.sources)?;
        if self.format == Format::Human && loaded.diagnostics.is_empty() {
            let files = loaded.resolve.sources.files().len();
            let packages = loaded.resolve.packages.len();
            eprintln!(
                "no errors in {}, {}",
                counted(files, "file"),
                counted(packages, "package")
            );
        }
        let verdict = input::verdict(&loaded.diagnostics);
        // The process ends and gives its memory back at once; type by type, that is a tenth of a large run.
        std::mem::forget(loaded);
        Ok(verdict)
    }

    /// Mends what is surely to be mended, and tells what that was.
    fn mend(&self) -> Result<Loaded, Failure> {
        let fixed = fixes::fix(&self.paths, &self.features)?;
        write_all(&fixed.files)?;
        for line in &fixed.done {
            eprintln!("fixed {line}");
        }
        if !fixed.done.is_empty() {
            let mistakes = counted(fixed.done.len(), "mistake");
            eprintln!("fixed {mistakes} in {}", counted(fixed.files.len(), "file"));
        }
        Ok(fixed.loaded)
    }
}
