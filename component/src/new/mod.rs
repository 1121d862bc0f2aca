//! Components from core modules: `component new`.
//!
//! The way of the data: each module is taken apart into its code and its worlds (`source`), and the worlds become one
//! (`world`); imports and exports are matched to it (`analyze`); adapters shrink to what is needed of them
//! (`adapters`); what all that asks for is planned (`plan`), and the plan encoded (`encode`). The main module is never
//! copied: the component is a list of pieces, most of which are borrowed from the input.

mod adapters;
mod analyze;
mod canon;
mod encode;
pub(crate) mod errors;
mod exports;
mod fixup;
mod generated;
mod imports;
mod instance;
mod live;
mod lower;
pub(crate) mod names;
mod plan;
mod shims;
mod source;
mod types;
mod validate;
mod wiring;
pub(crate) mod worlds;

pub use validate::valid;

pub(crate) use encode::{extern_name, item_name};
pub(crate) use imports::dependencies_first;
pub(crate) use instance::instance_type;
pub(crate) use types::{Defined, Scope, Sink, unknown_type};

use crate::world::{Misnumbered, World};
use crate::{Binary, StringEncoding};
use adapters::Adapters;
use analyze::Analyzer;
use plan::{PartPlan, Plan};
use source::Source;
use wiring::Part;
use witc_diagnostics::Diagnostic;
use witc_resolve::{Resolve, WorldId};

/// A core module, and what it is made for besides what its own type sections say.
#[derive(Clone, Copy, Debug)]
pub struct Module<'a> {
    /// The module, in the binary format.
    pub bytes: &'a [u8],
    /// A world that it is made for, with the encoding of its strings.
    pub world: Option<(&'a Resolve, WorldId, StringEncoding)>,
}

/// A module that translates what another one imports to interfaces of the component model.
#[derive(Clone, Copy, Debug)]
pub struct Adapter<'a> {
    /// The name of the module that it stands for, such as `wasi_snapshot_preview1`.
    pub name: &'a str,
    /// The adapter.
    pub module: Module<'a>,
}

/// How a component is to be made.
#[derive(Clone, Debug)]
pub struct Options {
    /// Imports that get other names: the old ones with the new.
    pub import_names: Vec<(String, String)>,
    /// Whether one import stands for all compatible versions of an interface.
    pub merge_imports: bool,
    /// Whether names of interfaces say of a version only what compatibility depends on.
    pub canonical_names: bool,
    /// Whether core names of the legacy scheme count for nothing.
    pub reject_legacy_names: bool,
    /// Whether adapters allocate by growing the memory, whatever the main module exports.
    pub realloc_via_memory_grow: bool,
    /// Whether what is made here has names for people.
    pub debug_names: bool,
    /// Whether shims call through references (`return_call_ref`) rather than a table.
    pub return_call_ref: bool,
    /// Whether the component is validated.
    pub validate: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            import_names: Vec::new(),
            merge_imports: true,
            canonical_names: false,
            reject_legacy_names: false,
            realloc_via_memory_grow: false,
            debug_names: true,
            return_call_ref: false,
            validate: true,
        }
    }
}

/// Makes a component of a core module and adapters.
///
/// # Errors
///
/// What is wrong with the modules, or does not fit between them and their worlds: all that can be known at once.
pub fn component<'a>(
    module: Module<'a>,
    adapters: &[Adapter<'a>],
    options: &Options,
) -> Result<Binary<'a>, Vec<Diagnostic>> {
    let Opened {
        world,
        main,
        adapters,
    } = open(module, adapters, options)?;
    let names = adapters.iter().map(|(name, _)| *name);
    let analyzer = Analyzer::new(&world, names, options.reject_legacy_names);
    let mut diagnostics = Vec::new();
    let main_wiring = analyzer.wire(&main.subject(None), &mut diagnostics);
    stop_at(&mut diagnostics)?;
    let shared = Adapters {
        analyzer: &analyzer,
        main: &main,
        main_wiring: &main_wiring,
        options,
    };
    let reduced = shared.reduce(&adapters)?;
    let mut minimal = Vec::new();
    for ((name, _), binary) in adapters.iter().zip(&reduced) {
        let opened = binary
            .as_ref()
            .map(|binary| shared.open(name, binary))
            .transpose();
        minimal.push(opened.map_err(|diagnostic| vec![*diagnostic])?);
    }
    let mut parts = vec![PartPlan::new("main", &main.added, main_wiring)];
    let mut numbers = Vec::new();
    for ((name, adapter), minimal) in adapters.iter().zip(&minimal) {
        numbers.push(minimal.as_ref().map(|_| Part(parts.len())));
        if let Some(minimal) = minimal {
            let wiring = analyzer.wire(&minimal.subject(adapter, &main), &mut diagnostics);
            parts.push(PartPlan::new(name, &adapter.added, wiring));
        }
    }
    stop_at(&mut diagnostics)?;
    let plan = Plan::new(&world, options, parts, numbers)?;
    let skeleton = encode::encode(&plan).map_err(|diagnostic| vec![*diagnostic])?;
    let mut binaries = vec![main.binary()];
    for reduced in reduced.into_iter().flatten() {
        let mut binary = Binary::default();
        binary.push(reduced);
        binaries.push(binary);
    }
    let component = skeleton.splice(binaries);
    if options.validate {
        validate::validate(&component, module.bytes).map_err(|diagnostic| vec![*diagnostic])?;
    }
    Ok(component)
}

/// The modules of a component taken apart, and their world.
struct Opened<'a> {
    world: World,
    main: Source<'a>,
    adapters: Vec<(&'a str, Source<'a>)>,
}

/// Takes the modules apart and makes one world of theirs.
fn open<'a>(
    module: Module<'a>,
    adapters: &[Adapter<'a>],
    options: &Options,
) -> Result<Opened<'a>, Vec<Diagnostic>> {
    let mut world = World::default();
    let mut diagnostics = Vec::new();
    let main = Source::open(module, "the module".into(), &mut world, &mut diagnostics);
    let mut opened = Vec::new();
    for adapter in adapters {
        let label = format!("adapter `{}`", adapter.name);
        let source = Source::open(adapter.module, label, &mut world, &mut diagnostics);
        opened.extend(source.map(|source| (adapter.name, source)));
    }
    let Some(main) = main else {
        return Err(diagnostics);
    };
    stop_at(&mut diagnostics)?;
    let added = opened.iter().map(|(_, source)| &source.added);
    diagnostics.extend(world.changed_meanings(added.chain([&main.added])));
    if options.merge_imports {
        diagnostics.extend(
            world
                .merge_compatible_imports()
                .iter()
                .map(Misnumbered::diagnostic),
        );
    }
    if options.canonical_names {
        diagnostics.extend(world.ambiguous_canonical_names());
    }
    stop_at(&mut diagnostics)?;
    Ok(Opened {
        world,
        main,
        adapters: opened,
    })
}

fn stop_at(diagnostics: &mut Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if diagnostics.is_empty() {
        Ok(())
    } else {
        Err(std::mem::take(diagnostics))
    }
}
