//! `witc component new`: a component from a core module.

use super::module::{self, DwarfArgs, OutputArgs};
use crate::Status;
use crate::failure::Failure;
use crate::report;
use std::path::PathBuf;
use witc_component::new::{Adapter, Module, Options, component};
use witc_diagnostics::{Diagnostic, SourceMap};

/// Make a component of a core module
///
/// The module says in custom sections, which bindings or `component embed` put there, what it imports and exports as a
/// component.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct New {
    /// The module, in the binary or the text format; `-` for standard input
    #[arg(value_name = "MODULE", default_value = "-")]
    input: PathBuf,
    /// A module that translates what the module imports from NAME, by default the name of the file up to the first
    /// dot. For WASI 0.1 wasmtime has some: `wasi_snapshot_preview1.command.wasm` for programs,
    /// `wasi_snapshot_preview1.reactor.wasm` for libraries
    #[arg(long = "adapt", value_name = "[NAME=]FILE", value_parser = adapter)]
    adapters: Vec<(String, PathBuf)>,
    /// Import an instance under another name. A name that is not imported is passed over
    #[arg(long = "import-name", value_name = "OLD=NEW", value_parser = renaming)]
    import_names: Vec<(String, String)>,
    /// Whether the component is validated
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_value_t = true,
        default_missing_value = "true", action = clap::ArgAction::Set)]
    validate: bool,
    /// The same as `--validate=false`
    #[arg(long, hide = true, conflicts_with = "validate")]
    skip_validation: bool,
    /// Let adapters allocate by growing the memory, rather than with the module's `cabi_realloc`
    #[arg(long)]
    realloc_via_memory_grow: bool,
    /// Whether one import stands for all compatible versions of an interface
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_value_t = true,
        default_missing_value = "true", action = clap::ArgAction::Set)]
    merge_imports_based_on_semver: bool,
    /// Name interfaces by what compatibility depends on of their versions: `a:b/c@1` for `a:b/c@1.2.3`
    #[arg(long)]
    emit_canonical_names: bool,
    /// Pass over imports and exports of the module with names of the scheme that is older than `cm32p2`
    #[arg(long)]
    reject_legacy_names: bool,
    /// Whether what is made here has names for people
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_value_t = true,
        default_missing_value = "true", action = clap::ArgAction::Set)]
    debug_names: bool,
    /// Whether the module's imports are called through references rather than a table. That needs tail calls and typed
    /// references where the component runs
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_value_t = false,
        default_missing_value = "true", action = clap::ArgAction::Set)]
    return_call_ref: bool,
    #[command(flatten)]
    dwarf: DwarfArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc component new guest.wasm -o component.wasm
  witc component new app.wasm --adapt wasi_snapshot_preview1.command.wasm -o app.component.wasm
  witc component new guest.wat -t                      print the component as text
  witc component new g.wasm --import-name a:b/c=d:e/f  import d:e/f in the place of a:b/c";

impl New {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let mut diagnostics = Vec::new();
        let mut files = Vec::new();
        let paths = std::iter::once(&self.input).chain(self.adapters.iter().map(|(_, path)| path));
        for path in paths {
            match module::read(path, self.dwarf)? {
                Ok(bytes) => files.push(bytes),
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        if !diagnostics.is_empty() {
            return Ok(tell(&diagnostics));
        }
        let modules: Vec<_> = files
            .iter()
            .map(|bytes| Module { bytes, world: None })
            .collect();
        let names = self.adapters.iter().map(|(name, _)| name.as_str());
        let adapters: Vec<_> = names
            .zip(&modules[1..])
            .map(|(name, &module)| Adapter { name, module })
            .collect();
        match component(modules[0], &adapters, &self.options()) {
            Ok(component) => self.output.write(component).map(|()| Status::Fine),
            Err(diagnostics) => Ok(tell(&diagnostics)),
        }
    }

    fn options(&self) -> Options {
        Options {
            import_names: self.import_names.clone(),
            merge_imports: self.merge_imports_based_on_semver,
            canonical_names: self.emit_canonical_names,
            reject_legacy_names: self.reject_legacy_names,
            realloc_via_memory_grow: self.realloc_via_memory_grow,
            debug_names: self.debug_names,
            return_call_ref: self.return_call_ref,
            validate: self.validate && !self.skip_validation,
        }
    }
}

fn tell(diagnostics: &[Diagnostic]) -> Status {
    report::show_people(diagnostics, &SourceMap::new());
    Status::AtFault
}

fn adapter(text: &str) -> Result<(String, PathBuf), String> {
    if let Some((name, path)) = text.split_once('=') {
        return Ok((name.to_owned(), path.into()));
    }
    let path = PathBuf::from(text);
    let file = path.file_name().and_then(|name| name.to_str());
    let name = file
        .and_then(|name| name.split('.').next())
        .filter(|name| !name.is_empty());
    let name = name
        .ok_or("the file's name says nothing: write NAME=FILE")?
        .to_owned();
    Ok((name, path))
}

fn renaming(text: &str) -> Result<(String, String), String> {
    let (old, new) = text
        .split_once('=')
        .ok_or("two names are wanted: OLD=NEW")?;
    Ok((old.to_owned(), new.to_owned()))
}
