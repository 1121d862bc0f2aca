//! The order in which modules are declared: each after those whose types it uses.

use witc_bindgen_core::{ModuleId, Modules};
use witc_resolve::{LiveTypes, Type};

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
    let needs: Vec<Vec<ModuleId>> = modules.iter().map(|(id, _)| needs(modules, id)).collect();
    let mut order = Vec::new();
    let mut seen = vec![false; needs.len()];
    for (id, _) in modules.iter() {
        // Those that are begun, each with how many of its needs have been looked at.
        // A stack of its own and no recursion: how long a chain of `use`s is only the user knows.
        let mut path = Vec::new();
        if !std::mem::replace(&mut seen[id.index()], true) {
            path.push((id, 0));
        }
        while let Some((module, looked_at)) = path.pop() {
            match needs[module.index()].get(looked_at) {
                Some(&need) => {
                    path.push((module, looked_at + 1));
                    if !std::mem::replace(&mut seen[need.index()], true) {
                        path.push((need, 0));
                    }
                }
                // All that it needs is in the list by now.
                None => order.push(module),
            }
        }
    }
    order
}
