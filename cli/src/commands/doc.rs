//! `witc doc`: writes the documentation of packages.

use crate::commands::pages::{PageArgs, place, write};
use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::report::ReportArgs;
use crate::signatures::signatures;
use crate::status::Status;
use std::path::PathBuf;
use witc_doc::{Format, Signatures};

/// Write the documentation of packages, worlds and components
///
/// There is a page for each package, interface and world, also of dependencies, so that no link is dead. The HTML needs no
/// server and no script, but for its search; each function is shown in WIT, Rust, C and C++. Documentation is CommonMark:
/// a name in backticks within brackets is a link to what has the name, and raw HTML is text.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Doc {
    /// Packages: folders with their `deps/`, files, components, or `-` for standard input. Of binaries, all but the bodies
    /// of functions is validated
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// The format of the pages
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    pages: PageArgs,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

/// The format of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum PageFormat {
    /// HTML, with search, pictures, and functions in other languages
    #[default]
    Html,
    /// Markdown
    Markdown,
}

const EXAMPLES: &str = "\
Examples:
  witc doc --out-dir doc                           the package in ./wit; open doc/index.html
  witc doc wit app.wasm --out-dir doc              a package, and the packages of a component
  witc doc --format markdown --out-dir doc         for a wiki, or for a repository's own pages
  witc doc --format markdown --out-dir doc --check in CI: are the pages up to date?

Exit codes:
  0 the pages are written, or up to date, 1 the input has errors, or a page is stale,
  2 witc could not run";

impl Doc {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let loaded = input::load(&self.paths, &self.features)?;
        let resolve = &loaded.resolve;
        let mut diagnostics = loaded.diagnostics;
        let status = input::verdict(&diagnostics);
        if status != Status::Success {
            self.report.for_people(&diagnostics, &resolve.sources);
            return Ok(status);
        }
        let (format, signatures) = match self.format {
            PageFormat::Html => (Format::Html, signatures(resolve)),
            PageFormat::Markdown => (Format::Markdown, Signatures::default()),
        };
        let output = witc_doc::site(resolve, &loaded.main, &signatures, format);
        diagnostics.extend(output.diagnostics);
        self.report.for_people(&diagnostics, &resolve.sources);
        let count = output.files.len();
        let first = output.files.first().map(|(name, _)| name.clone());
        let status = write(&self.pages, place(&self.pages, output.files))?;
        if status == Status::Success && !self.pages.check {
            let first = self.pages.out_dir.join(first.unwrap_or_default());
            eprintln!("wrote {count} files: start with {}", first.display());
        }
        Ok(status)
    }
}
