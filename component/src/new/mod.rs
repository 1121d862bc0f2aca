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
mod errors;
mod fixup;
mod generated;
mod live;
mod needs;
mod options;
mod part;
mod plan;
mod planning;
mod shim_module;
mod shims;
mod source;
mod wiring;
mod worlds;

pub use options::{Adapter, Module, Options};

use crate::Binary;
use crate::named::{Misnumbered, NamedWorld};
use crate::validate::validate_made;
use adapters::Adapters;
use analyze::Analyzer;
use part::CorePart;
use plan::PartPlan;
use source::{OpenedModule, ReducedAdapter};
use std::iter;
use wiring::Wiring;
use witc_diagnostics::Diagnostic;

/// A component that was made of modules.
#[derive(Clone, Debug)]
pub struct Made<'a> {
    /// The component.
    pub component: Binary<'a>,
    /// A warning if the module has no world, so that the component exports nothing.
    pub warnings: Vec<Diagnostic>,
}

/// Makes a component of a core module and adapters, as [`make`] does, and gives no warnings.
///
/// # Errors
///
/// Those of [`make`].
pub fn component<'a>(
    module: Module<'a>,
    adapters: &[Adapter<'a>],
    options: &Options,
) -> Result<Binary<'a>, Vec<Diagnostic>> {
    make(module, adapters, options).map(|made| made.component)
}

/// Makes a component of a core module and adapters.
///
/// # Errors
///
/// All mistakes in the modules, and between them and their worlds, that can be found at once.
pub fn make<'a>(
    module: Module<'a>,
    adapters: &[Adapter<'a>],
    options: &Options,
) -> Result<Made<'a>, Vec<Diagnostic>> {
    let opened = open(module, adapters, options)?;
    // A program for WASI has no world of its own: the adapter exports it.
    let is_empty =
        module.world.is_none() && !opened.main.has_world() && opened.world.exports.is_empty();
    let component = assemble(module, opened, options)?;
    Ok(Made {
        component,
        warnings: is_empty.then(errors::no_world).into_iter().collect(),
    })
}

/// Makes a component of modules that have been taken apart.
fn assemble<'a>(
    module: Module<'a>,
    opened: Opened<'a>,
    options: &Options,
) -> Result<Binary<'a>, Vec<Diagnostic>> {
    let names = opened.adapters.iter().map(|(name, _)| *name);
    let analyzer = Analyzer::new(&opened.world, names, options.reject_legacy_names);
    let mut diagnostics = Vec::new();
    // The main module is first, because what it imports decides what is kept of the adapters.
    let main_wiring = analyzer.wire(&opened.main.subject(None), &mut diagnostics);
    stop_at(&mut diagnostics)?;
    let shared = Adapters {
        analyzer: &analyzer,
        main: &opened.main,
        main_wiring: &main_wiring,
        options,
    };
    let binaries = shared.reduce(&opened.adapters)?;
    let reduced = shared.open_all(&opened.adapters, &binaries)?;
    let (parts, numbers) = parts(&opened, &analyzer, main_wiring, &reduced)?;
    let plan = planning::plan(&opened.world, options, parts, numbers)?;
    let skeleton = encode::encode(&plan).map_err(|diagnostic| vec![*diagnostic])?;
    let adapters = binaries.into_iter().flatten().map(Binary::from);
    let component = skeleton.splice(iter::once(opened.main.binary()).chain(adapters).collect());
    if options.validate {
        // Only what wasmparser accepts leaves here: neither the input's code nor this tool has been checked
        // before.
        validate_made(&component, module.bytes).map_err(|diagnostic| vec![*diagnostic])?;
    }
    Ok(component)
}

/// The parts of a component, and the part that each adapter is, if it is kept.
type Parts<'p> = (Vec<PartPlan<'p>>, Vec<Option<CorePart>>);

/// The main module and the adapters that are kept, as parts of a component, and the part that each adapter is.
fn parts<'p>(
    opened: &'p Opened<'_>,
    analyzer: &Analyzer<'p>,
    main: Wiring<'p>,
    reduced: &[Option<ReducedAdapter<'p>>],
) -> Result<Parts<'p>, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let mut parts = vec![PartPlan::new("main", &opened.main.added, main)];
    let mut numbers = Vec::new();
    for ((name, adapter), reduced) in opened.adapters.iter().zip(reduced) {
        numbers.push(reduced.as_ref().map(|_| CorePart(parts.len())));
        if let Some(reduced) = reduced {
            let subject = reduced.subject(adapter, &opened.main);
            let wiring = analyzer.wire(&subject, &mut diagnostics);
            parts.push(PartPlan::new(name, &adapter.added, wiring));
        }
    }
    stop_at(&mut diagnostics)?;
    Ok((parts, numbers))
}

/// The modules of a component taken apart, and their world.
struct Opened<'a> {
    world: NamedWorld,
    main: OpenedModule<'a>,
    adapters: Vec<(&'a str, OpenedModule<'a>)>,
}

/// Takes the modules apart and makes one world of theirs.
fn open<'a>(
    module: Module<'a>,
    adapters: &[Adapter<'a>],
    options: &Options,
) -> Result<Opened<'a>, Vec<Diagnostic>> {
    let mut world = NamedWorld::default();
    let mut diagnostics = Vec::new();
    // All modules are opened before the first error is returned, so that all mistakes show at once.
    let main = OpenedModule::open(module, "the module".into(), &mut world, &mut diagnostics);
    let mut opened = Vec::new();
    for adapter in adapters {
        let label = format!("adapter `{}`", adapter.name);
        let source = OpenedModule::open(adapter.module, label, &mut world, &mut diagnostics);
        opened.extend(source.map(|source| (adapter.name, source)));
    }
    let Some(main) = main else {
        return Err(diagnostics);
    };
    stop_at(&mut diagnostics)?;
    let added = opened.iter().map(|(_, source)| &source.added);
    diagnostics.extend(world.changed_meanings(added.chain([&main.added])));
    settle_names(&mut world, options, &mut diagnostics);
    stop_at(&mut diagnostics)?;
    Ok(Opened {
        world,
        main,
        adapters: opened,
    })
}

/// Gives imports and exports the names that the options ask for.
fn settle_names(world: &mut NamedWorld, options: &Options, diagnostics: &mut Vec<Diagnostic>) {
    if options.merge_imports {
        let misnumbered = world.merge_compatible_imports();
        diagnostics.extend(misnumbered.iter().map(Misnumbered::diagnostic));
    }
    // Merging comes first, because it removes most of the versions that would have the same name.
    if options.canonical_names {
        diagnostics.extend(world.ambiguous_canonical_names());
    }
}

fn stop_at(diagnostics: &mut Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if diagnostics.is_empty() {
        Ok(())
    } else {
        Err(std::mem::take(diagnostics))
    }
}
