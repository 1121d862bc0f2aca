//! What the interfaces of a package use of other packages, looked up before any of them is resolved.
//!
//! In a large tree other packages are far away in memory, and to look for a name there is mostly to wait. Names that are
//! looked up one right after the other share some of the wait.

use super::paths::PathKey;
use super::{Entity, FastMap, Resolver};
use crate::TypeId;
use witc_parser::ast::{self, InterfaceItem};

/// The types that `use` items name, by the place of their name in the text, as far as all is well with them.
pub(crate) type UsedAhead = FastMap<u32, TypeId>;

impl<'s> Resolver<'_, 's> {
    /// Looks up the types of other packages that these interfaces use. Where there is none, that is told when its
    /// interface is resolved.
    pub(crate) fn look_ahead<'a>(
        &self,
        interfaces: impl Iterator<Item = &'a ast::Interface<'s>>,
    ) -> UsedAhead
    where
        's: 'a,
    {
        let items = interfaces.flat_map(|interface| &interface.items);
        let uses = items.filter_map(|item| match item {
            InterfaceItem::Use(item) => Some((PathKey::new(item.path.package.as_ref()?)?, item)),
            _ => None,
        });
        // A step for all of them before the next step for any.
        let in_units: Vec<_> = uses
            .filter_map(|(key, item)| Some(((*self.unit_of_path.get(&key)?)?, item)))
            .collect();
        let in_interfaces: Vec<_> = in_units
            .into_iter()
            .filter_map(
                |(unit, item)| match self.entities[unit].get(item.path.name.name)? {
                    Entity::Interface(id) => Some((&self.out.interfaces[*id].types, item)),
                    _ => None,
                },
            )
            .collect();
        let found = in_interfaces.into_iter().flat_map(|(types, item)| {
            let names = item.names.iter().map(|used| used.name);
            names.filter_map(|name| Some((name.span.start, *types.get(name.name)?)))
        });
        found.collect()
    }
}
