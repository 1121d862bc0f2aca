//! The names in interfaces, worlds and files, and their meanings.

use super::DefinitionId;
use crate::FastMap;

/// An interface or world, by its unit and its name there.
#[derive(Clone, Copy)]
pub(super) struct ItemPath<'s> {
    pub(super) unit: usize,
    pub(super) name: &'s str,
}

/// The names in an interface or world.
pub(super) struct NameScope<'s> {
    /// The interface or world itself; nothing if it has no name.
    pub(super) definition: Option<DefinitionId>,
    pub(super) names: FastMap<&'s str, Meaning<'s>>,
    /// The worlds that it includes.
    pub(super) includes: Vec<Included<'s>>,
}

/// The meaning of a name in an interface or world.
#[derive(Clone, Copy)]
pub(super) enum Meaning<'s> {
    Own(DefinitionId),
    /// The same as the name means in another interface.
    Used(ItemPath<'s>),
}

/// A world that another one includes.
pub(super) struct Included<'s> {
    pub(super) world: ItemPath<'s>,
    /// The names that are others in the world that includes.
    pub(super) renamed: FastMap<&'s str, ()>,
}

/// The meaning of a name that a top-level `use` brings in.
#[derive(Clone, Copy)]
pub(super) struct FileName<'s> {
    pub(super) target: ItemPath<'s>,
    /// The name itself, if it is another one than that of the target.
    pub(super) alias: Option<DefinitionId>,
}
