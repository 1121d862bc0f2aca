//! Imports and exports in an order in which they can be encoded.

use crate::named::{Home, NamedWorld};
use witc_resolve::graph::post_order;

/// Indices of imports or exports in the given order, but each after the interfaces that it uses types of.
pub(crate) fn dependencies_first(
    world: &NamedWorld,
    indices: impl Iterator<Item = u32>,
    home: fn(u32) -> Home,
) -> Vec<u32> {
    // The indices are those of either map.
    let count = world.imports.len().max(world.exports.len());
    let uses = |index: usize| {
        let uses = world.uses(home(index as u32)).into_iter();
        uses.filter_map(|used| match used {
            // Only uses of the same side count: exports may use imports, which are all there by then.
            Home::Import(item) | Home::Export(item) => {
                (home(item) == used).then_some(item as usize)
            }
            Home::World => None,
        })
        .collect()
    };
    let roots = indices.map(|index| index as usize);
    let order = post_order(count, roots, uses);
    order.into_iter().map(|index| index as u32).collect()
}
