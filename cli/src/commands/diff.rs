//! `witc diff`: lists the changes from one version of a package, world or component to another.

use crate::against::{self, Against};
use crate::codes;
use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::output;
use crate::report::ReportArgs;
use crate::report::changes::{Changes, ChangesArgs, report};
use crate::status::Status;
use std::path::{Path, PathBuf};
use witc_compare::Class;
use witc_compare::WorldRef;
use witc_compare::diff::{PackageRef, advise, packages, worlds};
use witc_diagnostics::{Diagnostic, SourceMap, Span};
use witc_resolve::{Direction, Loaded, PackageId, Resolve, select_world};

/// List the changes from one version of a package to another, and whom they break
///
/// The old version is a path like the new one, or, with `--against`, that of a git repository, read by the `git` that is
/// installed, without checking it out. Each change is breaking, compatible or docs, and is shown with both definitions,
/// their places, and the rule that decides; changes of class docs are only counted, unless `--docs` asks for them. A
/// change to an interface can break components that import it and not those that export it, or the reverse: the worse one
/// counts, unless `--side` says on which side components have the interfaces of the package. The last line gives the
/// smallest version number that announces the changes. Of packages and components in binary form all but the bodies of
/// functions is validated.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, override_usage = USAGE)]
pub(crate) struct Diff {
    /// The old version: a folder with its `deps/`, a file, a package or component as wasm or wat, or `-`. With
    /// `--against`, this is the new version, by default `wit`
    #[arg(value_name = "OLD", required_unless_present = "against")]
    first: Option<PathBuf>,
    /// The new version
    #[arg(
        value_name = "NEW",
        required_unless_present = "against",
        conflicts_with = "against"
    )]
    second: Option<PathBuf>,
    /// The old version: `git:REF` for a tag, branch or commit, `git:REF:PATH` if the package is at another path there,
    /// from the root of the repository; a file; or `deps` for the same package in `deps/`
    #[arg(long, value_name = "VERSION")]
    against: Option<Against>,
    /// Tell only of changes that concern these, with commas between them, and fail if there are any
    #[arg(long, value_enum, value_name = "CATEGORIES", value_delimiter = ',')]
    category: Vec<Category>,
    /// Compare only this world of both, with the interfaces that it imports and exports
    #[arg(short, long, value_name = "WORLD", conflicts_with = "side")]
    world: Option<String>,
    /// The components that count: those that import the interfaces of the package, those that export them, or both
    #[arg(long, value_enum, value_name = "SIDE", default_value_t)]
    side: Side,
    /// Fail only if the version number of NEW does not announce the changes; a breaking change with a new major
    /// version is fine
    #[arg(long)]
    honest: bool,
    #[command(flatten)]
    changes: ChangesArgs,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

/// Whom a change concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Category {
    /// Who imports and calls what changed
    Caller,
    /// Who implements and exports what changed
    Implementer,
    /// Components that are built already
    Component,
    /// Sources, code and WIT, that are to be built for the new version
    Source,
    /// Readers: documentation and gates
    Docs,
}

impl From<Category> for witc_compare::diff::Category {
    fn from(category: Category) -> Self {
        match category {
            Category::Caller => Self::Caller,
            Category::Implementer => Self::Implementer,
            Category::Component => Self::Component,
            Category::Source => Self::Source,
            Category::Docs => Self::Docs,
        }
    }
}

/// The components that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Side {
    /// All
    #[default]
    Both,
    /// Those that import, for a package that only the host or one component provides
    Import,
    /// Those that export
    Export,
}

impl Side {
    fn direction(self) -> Option<Direction> {
        match self {
            Self::Both => None,
            Self::Import => Some(Direction::Import),
            Self::Export => Some(Direction::Export),
        }
    }
}

const USAGE: &str = "witc diff [OPTIONS] <OLD> <NEW>
       witc diff [OPTIONS] --against <VERSION> [PATH]";

const EXAMPLES: &str = "\
Examples:
  witc diff old/wit wit                        all changes, and the version that they need
  witc diff v1.wasm v2.wasm                    packages in binary form, or components
  witc diff old/wit wit --side import          only hosts provide the package
  witc diff old/wit wit --world app            for components of one world
  witc diff --against git:v1.2.0               ./wit, since the tag v1.2.0
  witc diff --against git:main:api/wit wit     the package was at another path
  witc diff --against my-log.wasm wit          since what was published
  witc diff --against deps                     since the version in wit/deps
  witc diff --against git:v1.2.0 --honest      in CI: does the version number announce the changes?
  witc diff --against git:v1.2.0 --category component    in CI: do components go on working?
  witc diff --against git:main --format markdown         a comment for a pull request
  witc diff old/wit wit --format json | jq -r '.changes[] | select(.class == \"breaking\") | .message'

JSON:
  --format json prints one document; `importing` and `exporting` are null if
  components never have the item on that side:
  {\"changes\": [{\"class\": \"breaking\"|\"compatible\"|\"docs\", \"kind\", \"message\",
     \"importing\", \"exporting\",
     \"categories\": [\"caller\"|\"implementer\"|\"component\"|\"source\"|\"docs\"],
     \"rules\": [\"…\"],
     \"old\": {\"text\", \"file\", \"line\", \"column\"}|null, \"new\": …}],
   \"summary\": {\"breaking\", \"compatible\", \"docs\"},
   \"versions\": [{\"package\", \"old\", \"new\", \"least\", \"rule\", \"honest\"}]}

Exit codes:
  0 nothing breaks,
  1 something breaks (with --honest: the version does not announce it; with
    --category: something changes for one of these),
  2 witc could not run; git is missing, or has no such version or path";

/// A version that is compared: a model, and its packages that count.
#[derive(Clone, Copy, Debug)]
struct Version<'a> {
    resolve: &'a Resolve,
    main: &'a [PackageId],
}

impl<'a> From<&'a Loaded> for Version<'a> {
    fn from(loaded: &'a Loaded) -> Self {
        Self {
            resolve: &loaded.resolve,
            main: &loaded.main,
        }
    }
}

impl Diff {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let first = self.first.as_deref();
        match (&self.against, &self.second) {
            (None, Some(new)) => {
                let old = self.load(first.unwrap_or(Path::new(DEFAULT_PATH)))?;
                // Both are loaded and reported before either fails: whoever fixes one wants to know
                // about the other.
                let new = self.load(new)?;
                self.loaded(&old, &new)
            }
            // Clap asks for NEW unless there is `--against`.
            (None, None) => Err(Failure::new("the new version is missing")),
            (Some(against), _) => self.against(against, first.unwrap_or(Path::new(DEFAULT_PATH))),
        }
    }

    /// Compares a path with another version of itself.
    fn against(&self, against: &Against, path: &Path) -> Result<Status, Failure> {
        let new = self.load(path)?;
        let old = match against {
            Against::Path(old) => self.load(old)?,
            Against::Git { .. } | Against::Deps if new.has_errors() => {
                // Where the old version is follows from the new one.
                return Ok(self.verdict(&[&new]));
            }
            Against::Git {
                reference,
                path: there,
            } => {
                let found =
                    against::from_git(reference, there.as_deref(), (path, &new), &self.features)?;
                if let Some(note) = found.note {
                    eprintln!("note: {note}");
                }
                found.loaded
            }
            Against::Deps => {
                let status = self.verdict(&[&new]);
                if status != Status::Success {
                    return Ok(status);
                }
                let main = against::from_deps(&new)?;
                let resolve = &new.resolve;
                let old = Version {
                    resolve,
                    main: &main,
                };
                return self.compare(old, Version::from(&new));
            }
        };
        self.loaded(&old, &new)
    }

    fn load(&self, path: &Path) -> Result<Loaded, Failure> {
        input::load(&[path.to_path_buf()], &self.features)
    }

    /// Reports what is wrong with versions.
    fn verdict(&self, versions: &[&Loaded]) -> Status {
        for loaded in versions {
            self.report
                .for_people(&loaded.diagnostics, &loaded.resolve.sources);
        }
        let verdicts = versions
            .iter()
            .map(|loaded| input::verdict(&loaded.diagnostics));
        verdicts
            .into_iter()
            .find(|status| *status != Status::Success)
            .unwrap_or(Status::Success)
    }

    fn loaded(&self, old: &Loaded, new: &Loaded) -> Result<Status, Failure> {
        let status = self.verdict(&[old, new]);
        if status != Status::Success {
            return Ok(status);
        }
        self.compare(old.into(), new.into())
    }

    fn compare(&self, old: Version<'_>, new: Version<'_>) -> Result<Status, Failure> {
        let mut changes = Changes {
            findings: Vec::new(),
            advice: Vec::new(),
            old: &old.resolve.sources,
            new: &new.resolve.sources,
        };
        let compared = match &self.world {
            Some(world) => compare_worlds(old, new, world, &mut changes),
            None => compare_packages(old, new, self.side.direction(), &mut changes),
        };
        if let Err((found, sources)) = compared {
            return Ok(self.report.errors(&[*found], &sources));
        }
        if self.category.is_empty() {
            return report_changes(&changes, self.changes, self.honest);
        }
        let categories: Vec<_> = self.category.iter().map(|&it| it.into()).collect();
        changes.keep(&categories);
        let mut shown = self.changes;
        shown.docs |= self.category.contains(&Category::Docs);
        let status = report_changes(&changes, shown, self.honest)?;
        // Who asks for some categories has said that these matter, whatever their class.
        let is_bad = !changes.findings.is_empty() && !self.honest;
        Ok(if is_bad { Status::InvalidInput } else { status })
    }
}

/// Shows changes, and decides on the outcome.
///
/// # Errors
///
/// Standard output cannot be written.
pub(crate) fn report_changes(
    changes: &Changes<'_>,
    args: ChangesArgs,
    honest: bool,
) -> Result<Status, Failure> {
    output::print(&report(changes, args))?;
    // Without a version there is nothing that could announce a change, so `--honest` then judges
    // the changes themselves.
    let is_bad = match honest && !changes.advice.is_empty() {
        true => changes.advice.iter().any(|(_, advice)| !advice.honest),
        false => changes.count(Class::Breaking) > 0,
    };
    Ok(if is_bad {
        Status::InvalidInput
    } else {
        Status::Success
    })
}

/// An error, and the text that it points into.
type LocatedError = (Box<Diagnostic>, SourceMap);

fn compare_worlds(
    old: Version<'_>,
    new: Version<'_>,
    name: &str,
    changes: &mut Changes<'_>,
) -> Result<(), LocatedError> {
    let subject = |loaded: Version<'_>| {
        select_world(loaded.resolve, loaded.main, Some(name))
            .map_err(|found| (found, loaded.resolve.sources.clone()))
    };
    let (was, is) = (subject(old)?, subject(new)?);
    changes.findings = worlds(
        WorldRef {
            resolve: old.resolve,
            world: was,
        },
        WorldRef {
            resolve: new.resolve,
            world: is,
        },
    );
    let package = |loaded: Version<'_>, world| loaded.resolve.worlds[world].package;
    if let (Some(was), Some(is)) = (package(old, was), package(new, is)) {
        advise_package(
            PackageRef {
                resolve: old.resolve,
                package: was,
            },
            PackageRef {
                resolve: new.resolve,
                package: is,
            },
            changes,
        );
    }
    Ok(())
}

fn compare_packages(
    old: Version<'_>,
    new: Version<'_>,
    side: Option<Direction>,
    changes: &mut Changes<'_>,
) -> Result<(), LocatedError> {
    let pairs = pair_up(old, new).map_err(|found| (found, SourceMap::new()))?;
    for (was, is) in pairs {
        let (was, is) = (
            PackageRef {
                resolve: old.resolve,
                package: was,
            },
            PackageRef {
                resolve: new.resolve,
                package: is,
            },
        );
        // The advice on a package follows from its own changes, so they are alone in the list while
        // it is made.
        let before = std::mem::replace(&mut changes.findings, packages(was, is, side));
        advise_package(was, is, changes);
        changes.findings.splice(0..0, before);
    }
    Ok(())
}

/// Adds the advice on the version of a package that follows from its changes.
pub(crate) fn advise_package(old: PackageRef<'_>, new: PackageRef<'_>, changes: &mut Changes<'_>) {
    let (was, is) = (
        &old.resolve.packages[old.package].name,
        &new.resolve.packages[new.package].name,
    );
    let worst = changes
        .findings
        .iter()
        .map(witc_compare::diff::Finding::class)
        // Classes are ordered by how much they break.
        .max();
    if let Some(version) = &was.version {
        let advice = advise(version, is.version.as_ref(), worst);
        changes
            .advice
            .push((format!("{}:{}", is.namespace, is.name), advice));
    }
}

/// Pairs the packages that are versions of each other.
fn pair_up(
    old: Version<'_>,
    new: Version<'_>,
) -> Result<Vec<(PackageId, PackageId)>, Box<Diagnostic>> {
    let name = |loaded: Version<'_>, id: PackageId| {
        let name = &loaded.resolve.packages[id].name;
        format!("{}:{}", name.namespace, name.name)
    };
    let list = |loaded: Version<'_>| {
        let names: Vec<_> = loaded
            .main
            .iter()
            .map(|&id| format!("`{}`", name(loaded, id)))
            .collect();
        names.join(", ")
    };
    let find = |&id: &PackageId| {
        let other = new
            .main
            .iter()
            .find(|&&other| name(new, other) == name(old, id));
        other.map(|&other| (id, other))
    };
    let pairs: Option<Vec<_>> = old.main.iter().map(find).collect();
    pairs
        // A package that only one version has cannot be told from one that was renamed, so the user
        // has to decide.
        .filter(|pairs| pairs.len() == new.main.len())
        .ok_or_else(|| {
            let message = format!(
                "the old version is of the package {}, and the new one of {}",
                list(old),
                list(new)
            );
            let found = Diagnostic::error(codes::NOT_VERSIONS_OF_EACH_OTHER, message, Span::NONE);
            Box::new(found.note("two versions of a package have the same namespace and name"))
        })
}
