//! `witc component targets`: checks whether a component fits a world.

use crate::components;
use crate::failure::Failure;
use crate::input::{self, FeatureArgs};
use crate::report::ReportArgs;
use crate::status::Status;
use std::path::{Path, PathBuf};
use witc_compare::{WorldRef, join_sources, targets};
use witc_diagnostics::SourceMap;
use witc_resolve::{Resolve, WorldId, select_world};

/// Check whether a component fits a world
///
/// A component fits if it imports no more than the world, exports at least what the world exports, and has the same
/// types. Resources are the same only if both import them or both export them. The report lists everything that does not
/// fit, with its place in the world and in the WIT of the component. The component is validated as a whole; custom
/// sections are not checked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Targets {
    /// The package with the world: a folder with its `deps/`, or a file
    #[arg(value_name = "WIT")]
    wit: PathBuf,
    /// The component, in the binary or the text format; `-` for standard input
    #[arg(value_name = "COMPONENT", default_value = "-")]
    input: PathBuf,
    /// The world; needed only if there are several
    #[arg(short, long, value_name = "WORLD")]
    world: Option<String>,
    /// Treat compatible versions of an interface as equal, such as 0.2.0 and 0.2.3
    #[arg(long)]
    semver_compatible: bool,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc component targets wit app.wasm
  witc component targets wit app.wasm --world wasi:cli/command --semver-compatible

Exit codes:
  0 it fits, 1 it does not, 2 witc could not run";

impl Targets {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let is_wit = |path: &Path| path.is_dir() || path.extension().is_some_and(|it| it == "wit");
        let is_wasm = |path: &Path| {
            path.extension()
                .is_some_and(|it| it == "wasm" || it == "wat")
        };
        if is_wasm(&self.wit) && is_wit(&self.input) {
            let (wit, component) = (self.input.display(), self.wit.display());
            return Err(Failure::new(
                "the package with the world comes first, and then the component",
            )
            .help(format!("write `witc component targets {wit} {component}`")));
        }
        let loaded = input::load(std::slice::from_ref(&self.wit), &self.features)?;
        self.report
            .for_people(&loaded.diagnostics, &loaded.resolve.sources);
        let status = input::verdict(&loaded.diagnostics);
        if status != Status::Success {
            return Ok(status);
        }
        let resolve = &loaded.resolve;
        let world = match select_world(resolve, &loaded.main, self.world.as_deref()) {
            Ok(world) => WorldRef { resolve, world },
            Err(diagnostic) => return Ok(self.report.errors(&[*diagnostic], &resolve.sources)),
        };
        let component = match components::read(&self.input)? {
            Ok(bytes) => components::load(&self.input, &bytes),
            Err(diagnostic) => Err(diagnostic),
        };
        let component = match component {
            Ok(component) => component,
            Err(diagnostic) => return Ok(self.report.errors(&[*diagnostic], &SourceMap::new())),
        };
        if component.has_errors() {
            return Ok(self
                .report
                .errors(&component.diagnostics, &component.resolve.sources));
        }
        // A package in binary form is a component by its format, but no program.
        let Some(own) = only_world(&component.resolve) else {
            return Err(Failure::new(format!(
                "`{}` is a package, not a component",
                self.input.display()
            )));
        };
        let subject = WorldRef {
            resolve: &component.resolve,
            world: own,
        };
        // A diagnostic points into both, and a span is a position in one map of sources.
        let (sources, shift) = join_sources(&component.resolve.sources, &resolve.sources);
        let found = targets(subject, world, shift, self.semver_compatible);
        if found.is_empty() {
            let name = &resolve.worlds[world.world].name;
            eprintln!("`{}` fits world `{name}`", self.input.display());
            return Ok(Status::Success);
        }
        Ok(self.report.errors(&found, &sources))
    }
}

/// The world of a component.
fn only_world(resolve: &Resolve) -> Option<WorldId> {
    let mut worlds = resolve.packages.iter().filter(|(_, package)| {
        // The name that decoding gives to the world of a component, as wasm-tools prints it.
        (package.name.namespace.as_str(), package.name.name.as_str()) == ("root", "component")
    });
    worlds.find_map(|(_, package)| package.worlds.get("root").copied())
}
