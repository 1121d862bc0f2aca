//! `witc component embed`: embeds a world in a core module.

use super::module::{self, DwarfArgs, OutputArgs};
use crate::failure::Failure;
use crate::input::{self, FeatureArgs};
use crate::report::ReportArgs;
use crate::status::Status;
use std::path::PathBuf;
use witc_component::embed::{dummy_module, embed, encode};
use witc_component::transform::merge_world_imports;
use witc_component::{Binary, Convention, InterfaceNames, Scheme, StringEncoding, TypeSection};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Resolve, WorldId, select_world};

/// Embed a world in a core module
///
/// `witc component new` reads the world from there. Bindings embed their world themselves; this command is for modules
/// that are written by hand, and for templates of such modules (`--dummy`). The module is not validated: `witc component
/// new` does that.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Embed {
    /// The package with the world: a folder with its `deps/`, or a file
    #[arg(value_name = "WIT")]
    wit: PathBuf,
    /// The module, in the binary or the text format; `-` for standard input
    #[arg(value_name = "MODULE", default_value = "-")]
    input: PathBuf,
    /// The world: `name` or `namespace:package/name`, with `@version` if there are several versions. Needed only if
    /// there are several worlds
    #[arg(short, long)]
    world: Option<String>,
    /// How the module encodes strings: utf8, utf16 or compact-utf16
    #[arg(long, default_value_t)]
    encoding: StringEncoding,
    /// Make a module that has everything that the world requires but does nothing, with names of the standard scheme
    #[arg(long, conflicts_with = "dummy_names")]
    dummy: bool,
    /// The same as `--dummy`, with names of this scheme
    #[arg(long, value_name = "SCHEME")]
    dummy_names: Option<Names>,
    /// With `--dummy-names legacy`: use the async ABI with callbacks
    #[arg(long, requires = "dummy_names", conflicts_with = "async_stackful")]
    async_callback: bool,
    /// With `--dummy-names legacy`: use the async ABI without callbacks
    #[arg(long, requires = "dummy_names")]
    async_stackful: bool,
    /// Write only the contents of the custom section, which needs no module
    #[arg(long, conflicts_with_all = ["dummy", "dummy_names"])]
    only_custom: bool,
    /// In names of interfaces, write only the part of the version that decides on compatibility: `a:b/c@1` for
    /// `a:b/c@1.2.3`
    #[arg(long)]
    emit_canonical_names: bool,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    dwarf: DwarfArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    report: ReportArgs,
}

/// The scheme of core names.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Names {
    /// The names that bindings use today
    Legacy,
    /// `cm32p2|…`
    Standard32,
}

const EXAMPLES: &str = "\
Examples:
  witc component embed wit guest.wat -o guest.wasm   embed the only world of ./wit in a module
  witc component embed wit --world app --dummy -t    print a template for the world
  witc component embed wit --only-custom -o app.bin  write the contents of the section";

/// The world in which the latest of compatible imports replaces the others.
fn merged(resolve: &Resolve, world: WorldId) -> Result<(Resolve, WorldId), Vec<Diagnostic>> {
    let name = resolve.worlds[world].name.clone();
    // A copy, since the diagnostics that may follow point into the original.
    let merged = merge_world_imports(resolve.clone(), world)?;
    let world = select_world(&merged.resolve, &merged.main, Some(&name));
    world
        .map(|world| (merged.resolve, world))
        .map_err(|diagnostic| vec![*diagnostic])
}

impl Embed {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let loaded = input::load(std::slice::from_ref(&self.wit), &self.features)?;
        let sources = &loaded.resolve.sources;
        self.report.for_people(&loaded.diagnostics, sources);
        let status = input::verdict(&loaded.diagnostics);
        if status != Status::Success {
            return Ok(status);
        }
        let report_error = |diagnostic: &Diagnostic| {
            Ok(self
                .report
                .errors(std::slice::from_ref(diagnostic), sources))
        };
        let world = match select_world(&loaded.resolve, &loaded.main, self.world.as_deref()) {
            Ok(world) => world,
            Err(diagnostic) => return report_error(&diagnostic),
        };
        // Compatible versions have the same canonical name.
        let merged = self
            .emit_canonical_names
            .then(|| merged(&loaded.resolve, world))
            .transpose();
        let (resolve, world) = match &merged {
            Ok(Some((merged, world))) => (merged, *world),
            Ok(None) => (&loaded.resolve, world),
            Err(diagnostics) => return Ok(self.report.errors(diagnostics, sources)),
        };
        let module = match self.module(resolve, world)? {
            Ok(module) => module,
            Err(diagnostic) => return report_error(&diagnostic),
        };
        match self.embed(resolve, world, &module) {
            Ok(binary) => self.output.write(binary).map(|()| Status::Success),
            Err(diagnostic) => report_error(&diagnostic),
        }
    }

    /// The module that the world is embedded in; empty with `--only-custom`.
    fn module(
        &self,
        resolve: &Resolve,
        world: WorldId,
    ) -> Result<Result<Vec<u8>, Box<Diagnostic>>, Failure> {
        if self.only_custom {
            return Ok(Ok(Vec::new()));
        }
        let scheme = match self.dummy_names {
            Some(Names::Legacy) => Scheme::Legacy,
            Some(Names::Standard32) => Scheme::Standard32,
            None if self.dummy => Scheme::Standard32,
            None => return module::read(&self.input, self.dwarf),
        };
        let convention = match (self.async_callback, self.async_stackful) {
            (true, _) => Convention::Async,
            (_, true) => Convention::AsyncStackful,
            _ => Convention::Sync,
        };
        // The standard scheme names synchronous functions alone.
        if convention != Convention::Sync && scheme != Scheme::Legacy {
            return Err(
                Failure::new("the standard scheme has no names for the async ABI yet")
                    .help("use the other scheme: `--dummy-names legacy`"),
            );
        }
        Ok(Ok(dummy_module(resolve, world, scheme, convention)))
    }

    fn embed<'a>(
        &self,
        resolve: &Resolve,
        world: WorldId,
        module: &'a [u8],
    ) -> Result<Binary<'a>, Box<Diagnostic>> {
        let names = if self.emit_canonical_names {
            InterfaceNames::Canonical
        } else {
            InterfaceNames::Full
        };
        let section = TypeSection {
            string_encoding: self.encoding,
            names,
            ..TypeSection::default()
        };
        if self.only_custom {
            return encode(resolve, world, &section).map(Binary::from);
        }
        embed(module, resolve, world, &section)
    }
}
