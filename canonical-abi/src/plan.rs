//! Plans: what a value of a type is made of, where its parts lie, and what holds for it.

use crate::{Facts, FlatTypes, Kind, Layout, PlanId};
use witc_resolve::Type;

/// Everything about the values of one type that lifting, lowering and freeing them needs.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The type, without aliases in front: the definition, where the type has one; otherwise the first of all
    /// anonymous types that are declared alike.
    pub ty: Type,
    /// The first plan with the same structure, which may be this one. Types that differ only in the names of aliases
    /// within them (`list<u8>` and `list<octet>`) share it: what is written once per structure is keyed by it.
    pub structure: PlanId,
    /// The kind of the values, with their parts.
    pub kind: Kind,
    /// Its room in memory.
    pub layout: Layout,
    /// The core values that stand for it in a call; nothing if they would be more than
    /// [`MAX_FLAT_PARAMS`](crate::MAX_FLAT_PARAMS), so that it is never passed flat.
    pub flat: Option<FlatTypes>,
    /// The facts that hold for all its values.
    pub facts: Facts,
}
