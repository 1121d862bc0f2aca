//! `witc component new`: makes a component from a core module.

use super::module::{self, DwarfArgs, OutputArgs};
use crate::failure::Failure;
use crate::report::ReportArgs;
use crate::status::Status;
use std::path::PathBuf;
use witc_component::new::{Adapter, Module, Options, make};
use witc_diagnostics::{Diagnostic, SourceMap};

/// Make a component from a core module
///
/// Custom sections of the module contain its world, which decides what the component imports and exports. Bindings or
/// `witc component embed` write these sections. Without one, and without an adapter that exports something, the
/// component is empty, and a warning says so.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct New {
    /// The module, in the binary or the text format; `-` for standard input
    #[arg(value_name = "MODULE", default_value = "-")]
    input: PathBuf,
    /// An adapter: a module that implements what the main module imports from NAME, by default the name of the file up
    /// to the first dot. A module that imports `wasi_snapshot_preview1`, which is WASI 0.1, needs one. witc has those of
    /// wasmtime in it, under the Apache License 2.0 with the LLVM exception: `command` for programs with a `main`,
    /// `reactor` for libraries, and `proxy` for libraries on hosts that have HTTP alone
    #[arg(long = "adapt", value_name = "[NAME=]FILE", value_parser = adapter)]
    adapters: Vec<AdapterArg>,
    /// Import an instance under another name. A name that is not imported has no effect
    #[arg(long = "import-name", value_name = "OLD=NEW", value_parser = renaming)]
    import_names: Vec<(String, String)>,
    /// Whether to validate the component
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_value_t = true,
        default_missing_value = "true", action = clap::ArgAction::Set)]
    validate: bool,
    /// The same as `--validate=false`
    #[arg(long, hide = true, conflicts_with = "validate")]
    skip_validation: bool,
    /// Let adapters allocate by growing the memory, not with the `cabi_realloc` of the module
    #[arg(long)]
    realloc_via_memory_grow: bool,
    /// Whether to merge the imports of compatible versions of an interface into one
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_value_t = true,
        default_missing_value = "true", action = clap::ArgAction::Set)]
    merge_imports_based_on_semver: bool,
    /// In names of interfaces, write only the part of the version that decides on compatibility: `a:b/c@1` for
    /// `a:b/c@1.2.3`
    #[arg(long)]
    emit_canonical_names: bool,
    /// Ignore imports and exports of the module whose names follow the scheme before `cm32p2`
    #[arg(long)]
    reject_legacy_names: bool,
    /// Whether to name the parts of the component for people who debug it
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_value_t = true,
        default_missing_value = "true", action = clap::ArgAction::Set)]
    debug_names: bool,
    /// Whether to call the imports of the module through references in place of a table. The host then has to support
    /// tail calls and typed references
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_value_t = false,
        default_missing_value = "true", action = clap::ArgAction::Set)]
    return_call_ref: bool,
    #[command(flatten)]
    dwarf: DwarfArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc component new guest.wasm -o component.wasm
  witc component new app.wasm --adapt command -o app.component.wasm
                                                       a program that was built for WASI 0.1
  witc component new guest.wat -t                      print the component as text
  witc component new g.wasm --import-name a:b/c=d:e/f  import d:e/f in place of a:b/c";

impl New {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let mut diagnostics = Vec::new();
        let mut files = Vec::new();
        // All files are read before anything is reported, so that all that cannot be read are named
        // at once.
        let adapters = self.adapters.iter().map(|adapter| &adapter.from);
        let main = AdapterSource::File(self.input.clone());
        for from in std::iter::once(&main).chain(adapters) {
            let read = match from {
                AdapterSource::File(path) => module::read(path, self.dwarf)?,
                AdapterSource::BuiltIn(bytes) => Ok(bytes.to_vec()),
            };
            match read {
                Ok(bytes) => files.push(bytes),
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        if !diagnostics.is_empty() {
            return Ok(self.report_errors(&diagnostics));
        }
        let modules: Vec<_> = files
            .iter()
            // Nothing names a world here: the custom sections of the modules have it.
            .map(|bytes| Module { bytes, world: None })
            .collect();
        let names = self.adapters.iter().map(|adapter| adapter.name.as_str());
        let adapters: Vec<_> = names
            .zip(&modules[1..])
            .map(|(name, &module)| Adapter { name, module })
            .collect();
        match make(modules[0], &adapters, &self.options()) {
            Ok(made) => {
                self.report.for_people(&made.warnings, &SourceMap::new());
                self.output.write(made.component).map(|()| Status::Success)
            }
            Err(diagnostics) => Ok(self.report_errors(&diagnostics)),
        }
    }

    /// Shows errors. What a component is made of has no text to point into.
    fn report_errors(&self, diagnostics: &[Diagnostic]) -> Status {
        self.report.errors(diagnostics, &SourceMap::new())
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

/// An adapter, and what its imports are called.
#[derive(Clone, Debug)]
struct AdapterArg {
    name: String,
    from: AdapterSource,
}

#[derive(Clone, Debug)]
enum AdapterSource {
    File(PathBuf),
    BuiltIn(&'static [u8]),
}

/// The adapter of this name that witc has in it.
fn built_in(name: &str) -> Option<&'static [u8]> {
    use wasi_preview1_component_adapter_provider as provider;
    match name {
        "command" => Some(provider::WASI_SNAPSHOT_PREVIEW1_COMMAND_ADAPTER),
        "reactor" => Some(provider::WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER),
        "proxy" => Some(provider::WASI_SNAPSHOT_PREVIEW1_PROXY_ADAPTER),
        _ => None,
    }
}

fn adapter(text: &str) -> Result<AdapterArg, String> {
    if let Some((name, path)) = text.split_once('=') {
        return Ok(AdapterArg {
            name: name.to_owned(),
            from: AdapterSource::File(path.into()),
        });
    }
    let path = PathBuf::from(text);
    if let Some(bytes) = built_in(text).filter(|_| !path.exists()) {
        return Ok(AdapterArg {
            name: "wasi_snapshot_preview1".to_owned(),
            from: AdapterSource::BuiltIn(bytes),
        });
    }
    let file = path.file_name().and_then(|name| name.to_str());
    let name = file
        // Up to the first dot, as in wasm-tools: `wasi_snapshot_preview1.command.wasm` adapts
        // `wasi_snapshot_preview1`.
        .and_then(|name| name.split('.').next())
        .filter(|name| !name.is_empty());
    let name = name
        .ok_or("the path has no file name: write NAME=FILE")?
        .to_owned();
    Ok(AdapterArg {
        name,
        from: AdapterSource::File(path),
    })
}

fn renaming(text: &str) -> Result<(String, String), String> {
    let (old, new) = text.split_once('=').ok_or("expected two names: OLD=NEW")?;
    Ok((old.to_owned(), new.to_owned()))
}
