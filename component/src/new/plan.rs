//! The plan of a component, before any of it is encoded.

use super::canon::Canon;
use super::live::Live;
use super::options::Options;
use super::part::CorePart;
use super::shims::Shims;
use super::wiring::Wiring;
use crate::core_names::Special;
use crate::named::{Added, Encodings, FunctionKey, NamedWorld, Needs};
use witc_canonical_abi::Convention;

/// A core module of the component.
#[derive(Debug)]
pub(super) struct PartPlan<'a> {
    /// `main`, or the adapter's name.
    pub(super) name: &'a str,
    /// The meaning of its imports and exports.
    pub(super) wiring: Wiring<'a>,
    /// The exports of the world that it provides.
    pub(super) exports: &'a [u32],
    /// How it encodes strings.
    pub(super) encodings: &'a Encodings,
}

impl<'a> PartPlan<'a> {
    pub(super) fn new(name: &'a str, added: &'a Added, wiring: Wiring<'a>) -> Self {
        Self {
            name,
            wiring,
            exports: &added.exports,
            encodings: &added.encodings,
        }
    }
}

/// The plan of a component.
#[derive(Debug)]
pub(super) struct ComponentPlan<'a> {
    /// Its imports and exports.
    pub(super) world: &'a NamedWorld,
    /// How it is to be made.
    pub(super) options: &'a Options,
    /// Its core modules, the main one first.
    pub(super) parts: Vec<PartPlan<'a>>,
    /// The parts that adapters became; nothing for those that nothing is needed from.
    pub(super) adapters: Vec<Option<CorePart>>,
    /// The part of the world's imports that is needed.
    pub(super) live: Live,
    /// The functions that are imported before they can exist.
    pub(super) shims: Shims<'a>,
}

impl<'a> ComponentPlan<'a> {
    /// A core module of the component.
    pub(super) fn part(&self, part: CorePart) -> &PartPlan<'a> {
        &self.parts[part.0]
    }

    /// All core modules with their numbers.
    pub(super) fn parts(&self) -> impl Iterator<Item = (CorePart, &PartPlan<'a>)> {
        self.parts
            .iter()
            .enumerate()
            .map(|(index, part)| (CorePart(index), part))
    }

    /// Whether the main module imports its memory, which then is there before any module is instantiated.
    pub(super) fn imports_memory(&self) -> bool {
        self.part(CorePart::MAIN).wiring.memory.is_some()
    }

    /// The function that the main module wants to have called when tasks start and end.
    pub(super) fn task_hook(&self) -> Option<&'a str> {
        self.part(CorePart::MAIN)
            .wiring
            .exports
            .special(Special::TaskHook)
    }

    /// Whether a function of the canonical ABI can be there before the module that imports it.
    pub(super) fn is_direct(&self, part: CorePart, needs: Needs) -> bool {
        let wants = needs.intersection(Needs::MEMORY | Needs::REALLOC | Needs::TABLE);
        // The table is the main module's own, and is not there before it.
        if wants.contains(Needs::TABLE) {
            return false;
        }
        // Adapters are instantiated after the main module, so its memory is there, but not the adapter's own allocator.
        wants.is_empty()
            || self.imports_memory()
            || part != CorePart::MAIN && !wants.contains(Needs::REALLOC)
    }

    /// The needs of a function of the canonical ABI, and the allocator for it in the module that imports it.
    pub(super) fn making(&self, part: CorePart, canon: Canon) -> (Needs, Option<&'a str>) {
        let needs = canon.needs(self.world);
        let realloc = self.part(part).wiring.exports.import_realloc();
        (needs, realloc.filter(|_| needs.contains(Needs::REALLOC)))
    }

    /// The needs of an exported function, and the allocator for it in the module that implements it.
    pub(super) fn lifting(&self, part: CorePart, key: FunctionKey) -> (Needs, Option<&'a str>) {
        let exports = &self.part(part).wiring.exports;
        let needs = self.world.exported(key).map_or(Needs::empty(), |function| {
            match exports
                .functions
                .get(&key)
                .map(|implementation| implementation.convention)
            {
                Some(Convention::Async | Convention::AsyncStackful) => {
                    function.by_async.lifted.needs
                }
                // A function that is not implemented has been reported before.
                Some(Convention::Sync) | None => function.lifted.needs,
            }
        });
        (
            needs,
            exports
                .export_realloc()
                .filter(|_| needs.contains(Needs::REALLOC)),
        )
    }
}
