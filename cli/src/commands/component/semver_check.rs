//! `witc component semver-check`: checks whether a new version of a world can replace the old one.

use crate::codes;
use crate::commands::diff::{advise_package, report_changes};
use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::report::ReportArgs;
use crate::report::changes::{Changes, ChangesArgs};
use crate::status::Status;
use std::path::PathBuf;
use witc_compare::WorldRef;
use witc_compare::diff::{PackageRef, worlds};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Resolve, WorldId, select_world};

/// Check whether components of a world work in a new version of it
///
/// Both versions are in one package tree. The new version can import more, export less, and add items to the
/// interfaces that it imports; all types have to be equal. Each change is shown with the rule that decides; changes of
/// documentation and gates are only counted, unless `--docs` asks for them. Of binaries, all but the bodies of functions
/// is validated.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SemverCheck {
    /// The packages: a folder with its `deps/`, a file, or `-`
    #[arg(value_name = "WIT", default_value = DEFAULT_PATH)]
    wit: PathBuf,
    /// The old version of the world: `namespace:package/name@version`, or its name
    #[arg(long, value_name = "WORLD")]
    prev: String,
    /// The new version
    #[arg(long, value_name = "WORLD")]
    new: String,
    #[command(flatten)]
    changes: ChangesArgs,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc component semver-check wit --prev my:app/app@1.0.0 --new my:app/app@1.1.0
  witc diff old/wit wit --world app       the same for two folders

Exit codes:
  0 components of the old world work in the new one, 1 they may not, 2 witc could not run";

impl SemverCheck {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let loaded = input::load(std::slice::from_ref(&self.wit), &self.features)?;
        let resolve = &loaded.resolve;
        self.report
            .for_people(&loaded.diagnostics, &resolve.sources);
        let status = input::verdict(&loaded.diagnostics);
        if status != Status::Success {
            return Ok(status);
        }
        let select = |name: &str| select_world(resolve, &loaded.main, Some(name));
        let both = select(&self.prev).and_then(|prev| Ok((prev, select(&self.new)?)));
        let (prev, new) = match both
            .and_then(|(prev, new)| same_package(resolve, prev, new).map(|()| (prev, new)))
        {
            Ok(both) => both,
            Err(found) => return Ok(self.report.errors(&[*found], &resolve.sources)),
        };
        let findings = worlds(
            WorldRef {
                resolve,
                world: prev,
            },
            WorldRef {
                resolve,
                world: new,
            },
        );
        let mut changes = Changes {
            findings,
            advice: Vec::new(),
            old: &resolve.sources,
            new: &resolve.sources,
        };
        // Without a package there is no version to advise on.
        if let (Some(old), Some(new)) = (resolve.worlds[prev].package, resolve.worlds[new].package)
        {
            advise_package(
                PackageRef {
                    resolve,
                    package: old,
                },
                PackageRef {
                    resolve,
                    package: new,
                },
                &mut changes,
            );
        }
        // The question is whether anything breaks, not whether the version announces it.
        report_changes(&changes, self.changes, false)
    }
}

/// Checks that two worlds are in versions of one package.
fn same_package(resolve: &Resolve, prev: WorldId, new: WorldId) -> Result<(), Box<Diagnostic>> {
    let name = |world: WorldId| {
        let name = resolve.worlds[world]
            .package
            .map(|package| &resolve.packages[package].name);
        name.map(|name| format!("{}:{}", name.namespace, name.name))
            .unwrap_or_default()
    };
    let (was, is) = (name(prev), name(new));
    if was == is {
        return Ok(());
    }
    let message = format!("the old world is in `{was}` and the new one in `{is}`");
    let found = Diagnostic::error(
        codes::NOT_VERSIONS_OF_EACH_OTHER,
        message,
        resolve.worlds[prev].span,
    )
    .label("the old world")
    .also(resolve.worlds[new].span, "the new world")
    .note("two versions of a world are in packages of the same namespace and name");
    Err(Box::new(found))
}
