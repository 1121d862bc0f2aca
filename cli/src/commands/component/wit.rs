//! `witc component wit`: prints a package, or the world of a component.

use super::module::{self, BinaryFormat};
use super::transform::TransformArgs;
use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::output::{self, Output};
use crate::report::ReportArgs;
use crate::status::Status;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use witc_binary::{InterfaceNames, encode_package};
use witc_component::{Extent, validate};
use witc_diagnostics::Diagnostic;
use witc_resolve::print::{self, Style};
use witc_resolve::{Loaded, PackageId, PackageName, Resolve};

/// Print a WIT package, or the world of a component
///
/// Prints the package as one file of WIT, with its dependencies nested in it: names are resolved and includes
/// expanded; documentation and gates are kept. The input can also be a package, a component, or a core module with a
/// type section, as wasm or wat: all but the bodies of functions is validated, which `witc check` does as well.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Wit {
    /// A folder with its `deps/`, a file, or `-` for standard input. By default `wit`, or standard input if there is no
    /// `wit`
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    /// Print to a file, in a folder that exists
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write the package in binary form
    #[arg(short, long, conflicts_with_all = ["wat", "json"])]
    wasm: bool,
    /// Write the package in binary form, in the text format of WebAssembly
    #[arg(short = 't', long, conflicts_with = "json")]
    wat: bool,
    /// Print JSON, in the shape that wasm-tools prints
    #[arg(short, long)]
    json: bool,
    /// Write a file for each package: the printed package to this folder, the others to its subfolder `deps`. Folders are
    /// made if they do not exist
    #[arg(long, value_name = "DIR", conflicts_with_all = ["output", "wasm", "wat", "json"])]
    out_dir: Option<PathBuf>,
    /// Leave out the documentation
    #[arg(long)]
    no_docs: bool,
    /// With `-w` and `-t`: do not validate the binary
    #[arg(long)]
    skip_validation: bool,
    /// With `-w` and `-t`: in names of interfaces, write only the part of the version that decides on compatibility:
    /// `a:b/c@1` for `a:b/c@1.2.3`
    #[arg(long)]
    emit_canonical_names: bool,
    #[command(flatten)]
    transform: TransformArgs,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc component wit                           the package in ./wit
  witc component wit app.wasm                  the world of a component
  witc component wit wit -o world.wit          into a file
  witc component wit app.wasm --out-dir wit    with all packages that it uses, one file for each
  witc component wit wit -w -o package.wasm    the package in binary form
  witc component wit wit -j | jq .worlds       as JSON
  witc component wit app.wasm --importize      a world for users of the component";

impl Wit {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let loaded = self.load()?;
        self.report
            .for_people(&loaded.diagnostics, &loaded.resolve.sources);
        let status = input::verdict(&loaded.diagnostics);
        if status != Status::Success {
            return Ok(status);
        }
        // The transformation takes the packages, and its diagnostics point into their text.
        let sources = loaded.resolve.sources.clone();
        match self.transform.apply(loaded) {
            Ok(loaded) => {
                let status = self.write(&loaded);
                // The process ends now, which frees its memory at once.
                std::mem::forget(loaded);
                status
            }
            Err(diagnostics) => Ok(self.report.errors(&diagnostics, &sources)),
        }
    }

    fn load(&self) -> Result<Loaded, Failure> {
        if let Some(path) = &self.path {
            return input::load(std::slice::from_ref(path), &self.features);
        }
        let default = Path::new(DEFAULT_PATH);
        // As wasm-tools does: in a pipeline the input is standard input, at a prompt it is the
        // folder.
        if !default.exists() && !std::io::stdin().is_terminal() {
            match input::standard_input()? {
                // If standard input is empty, the error is that the folder does not exist.
                Ok(bytes) if bytes.is_empty() => {}
                bytes => return Ok(input::load_bytes(bytes, &self.features)),
            }
        }
        input::load(&[default.to_path_buf()], &self.features)
    }

    fn write(&self, loaded: &Loaded) -> Result<Status, Failure> {
        if self.wasm || self.wat {
            return self.write_binary(loaded);
        }
        if let Some(folder) = &self.out_dir {
            let files = self.files(loaded, folder);
            output::write_folder(folder, &files)?;
            for file in &files {
                eprintln!("wrote {}", file.path.display());
            }
            return Ok(Status::Success);
        }
        output::write_text(self.output.as_deref(), |sink| {
            if self.json {
                print::json_in_pieces(&loaded.resolve, sink);
            } else {
                self.print(loaded, sink);
            }
        })?;
        Ok(Status::Success)
    }

    fn style(&self) -> Style {
        Style {
            docs: !self.no_docs,
        }
    }

    /// The package, with the others nested in it.
    fn print(&self, loaded: &Loaded, sink: &mut dyn FnMut(&str)) {
        let resolve = &loaded.resolve;
        let Some(&main) = loaded.main.first() else {
            return;
        };
        // Dependencies are nested, so that the output is complete and can be read by any tool.
        let others: Vec<PackageId> = resolve.packages.ids().filter(|&id| id != main).collect();
        print::packages_in_pieces(resolve, main, &others, self.style(), sink);
    }

    fn write_binary(&self, loaded: &Loaded) -> Result<Status, Failure> {
        let names = if self.emit_canonical_names {
            InterfaceNames::Canonical
        } else {
            InterfaceNames::Full
        };
        let Some(&main) = loaded.main.first() else {
            return Ok(Status::Success);
        };
        let binary = encode_package(&loaded.resolve, main, names);
        let binary = binary.and_then(|binary| {
            // The encoder is ours, so an invalid binary would be a bug of witc: it should show
            // here, not at whoever reads the binary.
            if !self.skip_validation {
                validate(&binary, Extent::Whole)?;
            }
            Ok(binary)
        });
        let report_error = |diagnostic: &Diagnostic| {
            let sources = &loaded.resolve.sources;
            Ok(self
                .report
                .errors(std::slice::from_ref(diagnostic), sources))
        };
        match binary {
            Ok(binary) => {
                let format = if self.wat {
                    BinaryFormat::Wat
                } else {
                    BinaryFormat::Wasm
                };
                module::write(binary.into(), self.output.as_deref(), format)
                    .map(|()| Status::Success)
            }
            Err(diagnostic) => report_error(&diagnostic),
        }
    }

    /// A file for each package.
    fn files(&self, loaded: &Loaded, folder: &Path) -> Vec<Output> {
        let resolve = &loaded.resolve;
        let file = |(id, package): (PackageId, &witc_resolve::Package)| {
            let stem = format!("{}.wit", stem(resolve, &package.name));
            // The layout that witc and wasm-tools read: the folder is a package, with its
            // dependencies in `deps`.
            let path = if loaded.main.contains(&id) {
                folder.join(stem)
            } else {
                folder.join("deps").join(stem)
            };
            Output {
                path,
                contents: print::package(resolve, id, self.style()).into_bytes(),
            }
        };
        resolve.packages.iter().map(file).collect()
    }
}

/// The shortest name of a package that no other package has.
fn stem(resolve: &Resolve, name: &PackageName) -> String {
    let same_name = || {
        resolve
            .packages
            .iter()
            .map(|(_, other)| &other.name)
            .filter(|it| it.name == name.name)
    };
    // A part of the name appears only where it tells packages apart, so that most files have short
    // names.
    let several_namespaces = same_name().any(|other| other.namespace != name.namespace);
    let several_versions =
        same_name().any(|other| other.namespace == name.namespace && other != name);
    let PackageName {
        namespace,
        name,
        version,
    } = name;
    match (
        several_namespaces,
        version.as_ref().filter(|_| several_versions),
    ) {
        (false, None) => name.to_string(),
        (false, Some(version)) => format!("{name}@{version}"),
        // Not every system allows a colon in file names.
        (true, None) => format!("{namespace}-{name}"),
        (true, Some(version)) => format!("{namespace}-{name}@{version}"),
    }
}
