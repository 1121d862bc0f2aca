//! The order in which modules and types are declared: each after those that it needs.

use witc_bindgen_core::{ModuleId, Modules};
use witc_resolve::graph::post_order;
use witc_resolve::{LiveTypes, Type, TypeId};

/// All types that a module needs, each after those that it is made of.
pub(crate) fn live(modules: &Modules<'_>, module: ModuleId) -> LiveTypes {
    let resolve = modules.resolve;
    let mut live = LiveTypes::new();
    modules[module]
        .types
        .iter()
        .for_each(|&ty| live.add(resolve, Type::Id(ty)));
    modules[module]
        .functions
        .iter()
        .for_each(|function| live.add_function(resolve, function));
    if module == modules.root() {
        modules
            .world_exports
            .iter()
            .for_each(|function| live.add_function(resolve, function));
    }
    live
}

/// The other modules that own types that a module needs, in order.
pub(crate) fn needs(modules: &Modules<'_>, module: ModuleId) -> Vec<ModuleId> {
    let live = live(modules, module);
    let mut homes: Vec<ModuleId> = live
        .iter()
        .filter_map(|ty| modules.home(module, ty))
        .collect();
    // Sorted to find those that come twice, and so that the order is the same on every run.
    homes.sort_unstable();
    homes.dedup();
    homes.retain(|&home| home != module);
    homes
}

/// All modules, each after those that it needs; otherwise as the world has them, what it exports last.
pub(crate) fn modules_in_order(modules: &Modules<'_>) -> Vec<ModuleId> {
    let ids: Vec<ModuleId> = modules.iter().map(|(id, _)| id).collect();
    let order = post_order(ids.len(), 0..ids.len(), |module| {
        let needs = needs(modules, ids[module]);
        needs.into_iter().map(ModuleId::index).collect()
    });
    order.into_iter().map(|module| ids[module]).collect()
}

/// The types of a module, in an order in which each stands after those that it is made of.
pub(crate) fn types_in_order(modules: &Modules<'_>, module: ModuleId) -> Vec<TypeId> {
    let mut types = modules[module].types.clone();
    // The resolver numbers each type after those that it is made of.
    types.sort_unstable_by_key(|ty| ty.index());
    types
}
