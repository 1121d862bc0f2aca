//! What the subcommands that write bindings have in common: `witc rust` and its siblings to come.

use crate::depfile;
use crate::failure::Failure;
use crate::generator_args::GeneratorArgs;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::output::{self, Output};
use crate::report::{self, counted};
use crate::{Status, stale};
use std::fs;
use std::path::PathBuf;
use witc_bindgen_core::{Backend, Files, Input, Options};
use witc_resolve::select_world;

/// The arguments of a subcommand that writes bindings.
#[derive(Debug, clap::Args)]
pub(crate) struct Bindings<O: Options + Clone> {
    /// Packages: folders with their `deps/`, files, or `-` for standard input
    #[arg(value_name = "WIT", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// The world: `name`, or `namespace:package/name`, with `@version` where there are several. Not needed where there
    /// is only one
    #[arg(short, long)]
    world: Option<String>,
    /// The folder to write to
    #[arg(
        long,
        value_name = "DIR",
        default_value = ".",
        hide_default_value = true
    )]
    out_dir: PathBuf,
    /// Write nothing, and fail if a file is not what would be written
    #[arg(long)]
    check: bool,
    /// Write to this file which files were read, as a rule that Make, Ninja and Bazel understand
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    depfile: Option<PathBuf>,
    /// Accepted for the sake of command lines of wit-bindgen: what is written is formatted anyway
    #[arg(long, hide = true)]
    format: bool,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    generator: GeneratorArgs<O>,
}

impl<O: Options + Clone> Bindings<O> {
    /// Writes or compares the bindings of a back end.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run<B: Backend<Options = O>>(&self) -> Result<Status, Failure> {
        let loaded = input::load(&self.paths, &self.features)?;
        let sources = &loaded.resolve.sources;
        let mut diagnostics = loaded.diagnostics;
        let mut files = Vec::new();
        if input::verdict(&diagnostics) == Status::Fine {
            match select_world(&loaded.resolve, &loaded.main, self.world.as_deref()) {
                Ok(world) => {
                    let output = B::generate(
                        Input {
                            resolve: &loaded.resolve,
                            world,
                        },
                        &self.generator.0,
                    );
                    diagnostics.extend(output.diagnostics);
                    files = self.placed(&output.files)?;
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        report::show_people(&diagnostics, sources);
        match input::verdict(&diagnostics) {
            Status::Fine if self.check => compare(&files),
            Status::Fine => self.write(files, &loaded.read),
            fault => Ok(fault),
        }
    }

    /// The files in their places. One that is the user's to edit stays as it is; what would be written now is put
    /// beside it, unless it is just that.
    fn placed(&self, files: &Files) -> Result<Vec<Output>, Failure> {
        let mut placed = Vec::new();
        for (name, contents) in files.iter() {
            let mut path = self.out_dir.join(name);
            if files.is_once(name) && path.exists() {
                let there = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
                let template = self.out_dir.join(format!("{name}.template"));
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
        let written: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
        if let Some(path) = &self.depfile {
            let rule = depfile::rule(&written, read);
            files.push(Output {
                path: path.clone(),
                contents: rule.into_bytes(),
            });
        }
        output::write_all(&files)?;
        for path in &written {
            eprintln!("wrote {}", path.display());
        }
        Ok(Status::Fine)
    }
}

fn compare(files: &[Output]) -> Result<Status, Failure> {
    let stale = stale::compare(files)?;
    if stale.is_empty() {
        return Ok(Status::Fine);
    }
    for text in &stale {
        eprint!("{text}");
    }
    eprintln!(
        "{} not up to date: run the command again without `--check`",
        counted(stale.len(), "file")
    );
    Ok(Status::AtFault)
}
