//! `witc markdown`: documents a world on one page, as `wit-bindgen markdown` does.

use crate::commands::pages::{PageArgs, place, write};
use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::report::ReportArgs;
use crate::status::Status;
use std::path::PathBuf;
use witc_resolve::select_world;

/// Document a world on one page: WORLD.md and WORLD.html
///
/// The command line and the files are those of `wit-bindgen markdown`, and so are the anchors that mean one thing; where
/// several interfaces have a type of one name, each link leads to its own. `witc doc` writes pages for whole packages.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Markdown {
    /// Packages: folders with their `deps/`, files, or `-` for standard input. Of binaries, all but the bodies of
    /// functions is validated
    #[arg(value_name = "WIT", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// The world: `name` or `namespace:package/name`, with `@version` if there are several versions. Needed only if
    /// there are several worlds
    #[arg(short, long)]
    world: Option<String>,
    /// Write one file, WORLD.md, with HTML in it
    #[arg(long)]
    html_in_md: bool,
    #[command(flatten)]
    pages: PageArgs,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc markdown wit --world imports --html-in-md           imports.md, which GitHub shows
  witc markdown wit --world imports --html-in-md --check   in CI: is it up to date?

Exit codes:
  0 the files are written, or up to date, 1 the input has errors, or a file is stale,
  2 witc could not run";

impl Markdown {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let loaded = input::load(&self.paths, &self.features)?;
        let resolve = &loaded.resolve;
        let mut diagnostics = loaded.diagnostics;
        let mut files = Vec::new();
        if input::verdict(&diagnostics) == Status::Success {
            match select_world(resolve, &loaded.main, self.world.as_deref()) {
                Ok(world) => {
                    let output = witc_doc::world(resolve, world, self.html_in_md);
                    diagnostics.extend(output.diagnostics);
                    files = place(&self.pages, output.files);
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        self.report.for_people(&diagnostics, &resolve.sources);
        let status = input::verdict(&diagnostics);
        if status != Status::Success {
            return Ok(status);
        }
        let names: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
        let status = write(&self.pages, files)?;
        if status == Status::Success && !self.pages.check {
            for name in names {
                eprintln!("wrote {}", name.display());
            }
        }
        Ok(status)
    }
}
