//! The shared parts of the subcommands that write bindings: `witc rust`, `witc c` and `witc cpp`.

use crate::depfile;
use crate::failure::Failure;
use crate::generator_args::GeneratorArgs;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::output::{self, Output};
use crate::own_files;
use crate::report::{ReportArgs, counted};
use crate::stale;
use crate::status::Status;
use std::path::{Path, PathBuf};
use witc_bindgen_core::{Backend, Files, Input, Options};
use witc_resolve::select_world;

/// The arguments of a subcommand that writes bindings.
#[derive(Debug, clap::Args)]
pub(crate) struct Bindings<O: Options + Clone> {
    /// Packages: folders with their `deps/`, files, or `-` for standard input. Of binaries, all but the bodies of
    /// functions is validated
    #[arg(value_name = "WIT", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// The world: `name` or `namespace:package/name`, with `@version` if there are several versions. Needed only if
    /// there are several worlds
    #[arg(short, long)]
    world: Option<String>,
    /// The folder to write to, which is made if it does not exist
    #[arg(
        long,
        value_name = "DIR",
        default_value = ".",
        hide_default_value = true
    )]
    out_dir: PathBuf,
    /// Write nothing; fail if a file is missing or stale
    #[arg(long)]
    check: bool,
    /// Write the names of all files that were read to this file, as a rule for Make, Ninja and Bazel. Its folder has to
    /// exist, or to be in that of `--out-dir`
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    depfile: Option<PathBuf>,
    /// Accepted for command lines that are written for wit-bindgen; the output is always formatted
    #[arg(long, hide = true)]
    format: bool,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
    #[command(flatten)]
    generator: GeneratorArgs<O>,
}

/// What a command adds to the arguments.
pub(crate) struct Run<'a, O> {
    /// The options of the back end.
    pub(crate) options: &'a O,
    /// The files that were read for them.
    pub(crate) read: &'a [PathBuf],
    /// The folder of files that the user edits, if not that of `--out-dir`.
    pub(crate) once_dir: Option<&'a Path>,
}

impl<O: Options + Clone> Bindings<O> {
    /// The options of the command line.
    pub(crate) fn options(&self) -> &O {
        &self.generator.0
    }

    /// The folder to write to.
    pub(crate) fn out_dir(&self) -> &Path {
        &self.out_dir
    }

    /// Writes or compares the bindings of a back end.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run<B: Backend<Options = O>>(&self) -> Result<Status, Failure> {
        self.run_with::<B>(&Run {
            options: &self.generator.0,
            read: &[],
            once_dir: None,
        })
    }

    /// Does so as the command says.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run_with<B: Backend<Options = O>>(
        &self,
        run: &Run<'_, O>,
    ) -> Result<Status, Failure> {
        let loaded = input::load(&self.paths, &self.features)?;
        let sources = &loaded.resolve.sources;
        let mut diagnostics = loaded.diagnostics;
        let mut files = Vec::new();
        // From input with errors nothing is generated: it would be bindings of something else than
        // what was written.
        if input::verdict(&diagnostics) == Status::Success {
            match select_world(&loaded.resolve, &loaded.main, self.world.as_deref()) {
                Ok(world) => {
                    let output = B::generate(
                        Input {
                            resolve: &loaded.resolve,
                            world,
                        },
                        run.options,
                    );
                    diagnostics.extend(output.diagnostics);
                    files = self.placed(&output.files, run.once_dir)?;
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        // Everything is reported together, so that warnings of loading and of the back end make one
        // list with one summary.
        self.report.for_people(&diagnostics, sources);
        match input::verdict(&diagnostics) {
            Status::Success if self.check => compare(&files),
            Status::Success => self.write(files, &[&loaded.read, run.read].concat()),
            other => Ok(other),
        }
    }

    /// The files with their paths. A file that the user may edit is not replaced once it exists; if the new contents
    /// differ, they go to a template, and what is new or gone is told.
    fn placed(&self, files: &Files, once_dir: Option<&Path>) -> Result<Vec<Output>, Failure> {
        let mut placed = Vec::new();
        for (name, contents) in files.iter() {
            let is_once = files.is_once(name);
            let folder = once_dir.filter(|_| is_once).unwrap_or(&self.out_dir);
            let mut path = folder.join(name);
            if is_once && path.exists() {
                let there =
                    output::contents(&path).map_err(|error| Failure::io("read", &path, &error))?;
                let text = String::from_utf8_lossy(&there);
                if let Some(changes) = own_files::changes(&text, files.own_members(name)) {
                    eprintln!("`{}`, which is yours to edit:\n{changes}", path.display());
                }
                let template = self.out_dir.join(format!("{name}.template"));
                // With `--check`, an edited file is no fault: its template is compared only where
                // somebody wants to have one.
                if there == contents || (self.check && !template.exists()) {
                    continue;
                }
                path = template;
            }
            placed.push(Output {
                path,
                contents: contents.to_vec(),
            });
        }
        Ok(placed)
    }

    fn write(&self, mut files: Vec<Output>, read: &[PathBuf]) -> Result<Status, Failure> {
        // The rule names the bindings as its targets; the file with the rule is no target of
        // itself.
        let written: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
        if let Some(path) = &self.depfile {
            let rule = depfile::rule(&written, read)?;
            files.push(Output {
                path: path.clone(),
                contents: rule.into_bytes(),
            });
        }
        // The rule is written together with the files: a rule without them would let a build skip
        // the command.
        output::write_folder(&self.out_dir, &files)?;
        for path in &written {
            eprintln!("wrote {}", path.display());
        }
        Ok(Status::Success)
    }
}

fn compare(files: &[Output]) -> Result<Status, Failure> {
    let stale = stale::compare(files)?;
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
