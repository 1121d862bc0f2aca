//! `witc check`: reports all errors of WIT packages.

use crate::failure::Failure;
use crate::fixes;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::named;
use crate::output::write_all;
use crate::report::{Format, ReportArgs, counted};
use crate::status::Status;
use std::collections::BTreeMap;
use std::path::PathBuf;
use witc_diagnostics::Diagnostic;
use witc_resolve::Loaded;

/// Report all errors of WIT packages
///
/// Reads packages with their dependencies, resolves every name, and reports the errors of all files in one run. Packages
/// in binary form, components and core modules are validated as a whole; custom sections that hold no WIT are not
/// checked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Check {
    /// Folders, for the packages in them and below with their `deps/`; files, which are read with the package that they are
    /// part of, and reported on alone; or `-` for standard input
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// The format of the report
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
    /// Apply all fixes that are sure to the files, and report what is left. Dependencies are not changed
    #[arg(long)]
    fix: bool,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc check                                  the package in ./wit, with its deps/
  witc check wit/kv.wit                       one file of a package, as an editor or a hook calls it
  witc check wit ../other/wit                 two packages, which can use each other
  witc check --features http,clocks wit       with what is @unstable under these
  git show HEAD:wit/world.wit | witc check -  standard input
  witc check --fix                            apply all sure fixes, and report what is left
  witc check --format github                  annotations, in a GitHub workflow
  witc check --format sarif > witc.sarif      a log for code scanning

JSON:
  --format json prints one document, even if there are no errors. Lines and
  columns count from 1, columns in Unicode scalar values, bytes from 0; the
  primary label comes first:
  {\"diagnostics\": [{\"code\", \"severity\", \"message\",
     \"labels\": [{\"file\", \"primary\", \"message\",
        \"start\": {\"line\", \"column\", \"byte\"}, \"end\": {…}}],
     \"notes\": [\"…\"],
     \"fixes\": [{\"message\", \"edits\": [{\"file\", \"start\", \"end\", \"text\"}]}]}],
   \"summary\": {\"errors\", \"warnings\"}}

Exit codes:
  0 no errors, 1 errors,
  2 witc could not run: wrong usage, a file that cannot be read";

impl Check {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let mut loaded = if self.fix {
            self.fix()?
        } else {
            input::load_whole(&self.paths, &self.features, &BTreeMap::new())?
        };
        // The generators say it as well. Of a model with errors nothing is planned.
        if !loaded.diagnostics.iter().any(Diagnostic::is_error) {
            let too_large = witc_canonical_abi::diagnose(&loaded.resolve);
            loaded.diagnostics.extend(too_large);
        }
        let sources = &loaded.resolve.sources;
        let (diagnostics, others) = named::split(&self.paths, loaded.diagnostics, sources);
        loaded.diagnostics = diagnostics;
        self.report
            .show(self.format, &loaded.diagnostics, sources)?;
        // Other formats are read by programs, which see an empty list.
        if self.format == Format::Human && loaded.diagnostics.is_empty() {
            let files = loaded.resolve.sources.files().len();
            let packages = loaded.resolve.packages.len();
            eprintln!(
                "no errors in {}, {}",
                counted(files, "file"),
                counted(packages, "package")
            );
        }
        if others > 0 {
            let found = counted(others, "more diagnostic");
            eprintln!("{found} in other files, which `witc check` shows for the folder");
        }
        let verdict = input::verdict(&loaded.diagnostics);
        // The process ends now, which frees its memory at once. Freeing it value by value takes a tenth of a large run.
        std::mem::forget(loaded);
        Ok(verdict)
    }

    /// Applies all sure fixes to the files, and reports each.
    fn fix(&self) -> Result<Loaded, Failure> {
        let load = |texts: &BTreeMap<String, String>| {
            input::load_whole(&self.paths, &self.features, texts)
        };
        let fixed = fixes::fix(&self.paths, &load)?;
        write_all(&fixed.files)?;
        fixed.announce("mistake");
        Ok(fixed.loaded)
    }
}
