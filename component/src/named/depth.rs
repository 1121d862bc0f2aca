//! How deep the types of a world are nested.

use witc_resolve::{Resolve, Type};

/// How deep types may be nested. What recurses over types relies on it.
pub(super) const MAX_DEPTH: u32 = 400;

/// The depth of the deepest type: 1 for one that is made of primitive types.
pub(super) fn depth(resolve: &Resolve) -> u32 {
    let mut depths: Vec<u32> = Vec::with_capacity(resolve.types.len());
    for (_, def) in resolve.types.iter() {
        let mut deepest = 0;
        def.kind.for_each_type(&mut |ty: Type| {
            if let Some(id) = ty.id() {
                // A type comes after its parts. In a damaged model it may not, and then counts as too deep.
                deepest = deepest.max(depths.get(id.index()).copied().unwrap_or(MAX_DEPTH));
            }
        });
        depths.push(deepest.saturating_add(1));
    }
    depths.into_iter().max().unwrap_or(0)
}
