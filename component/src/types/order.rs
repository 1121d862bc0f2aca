//! Imports and exports in an order in which they can be encoded.

use crate::named::{Home, NamedWorld};
use std::collections::HashSet;

/// Indices of imports or exports in the given order, but each behind the interfaces that it uses types of.
pub(crate) fn dependencies_first(
    world: &NamedWorld,
    indices: impl Iterator<Item = u32>,
    home: fn(u32) -> Home,
) -> Vec<u32> {
    let mut order = Vec::new();
    let mut seen = HashSet::new();
    for index in indices {
        // An interface comes up twice: its dependencies are visited in between.
        let mut stack = vec![(index, false)];
        while let Some((index, ready)) = stack.pop() {
            if ready {
                order.push(index);
            } else if seen.insert(index) {
                stack.push((index, true));
                let uses = world.uses(home(index)).into_iter().rev();
                stack.extend(uses.filter_map(|used| match used {
                    // Exports may use imports, which are all there by then.
                    Home::Import(item) | Home::Export(item) if home(item) == used => {
                        Some((item, false))
                    }
                    _ => None,
                }));
            }
        }
    }
    order
}
