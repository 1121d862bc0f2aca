//! Whose resources an export has: those that a component imports, or those that it exports itself.
//!
//! An imported resource and an exported one are different types, even where their interface is the same. What an
//! export uses is exported if the world exports its interface, and imported otherwise (`WIT.md`, "Transitive imports
//! and worlds").

use crate::change::{Change, ChangeKind, Definition};
use crate::comparison::Comparison;
use crate::externs::{WorldRef, span_of};
use crate::words;
use std::collections::HashSet;
use witc_resolve::{Direction, InterfaceId, Type, TypeId, TypeOwner, WorldKey};

/// An interface that a world exports.
#[derive(Clone, Copy)]
pub(crate) struct ExportedInterface<'a> {
    pub(crate) world: WorldRef<'a>,
    pub(crate) id: InterfaceId,
}

impl ExportedInterface<'_> {
    /// The interface that defines a type of this export, and the side on which the export has it; nothing for a type of
    /// its own.
    fn home(self, mut id: TypeId) -> Option<(InterfaceId, Direction)> {
        let WorldRef { resolve, world } = self.world;
        let mut found: Option<(InterfaceId, Direction)> = None;
        while let Some(target) = resolve.types[id].kind.as_alias().and_then(Type::id) {
            id = target;
            // A type of the world itself is the same on both sides: worlds only import them.
            let home = resolve.types[id].owner.interface()?;
            if home == self.id {
                continue;
            }
            let is_exported = resolve.has_interface(world, Direction::Export, home)
                // What an import uses is imported as well.
                && found.is_none_or(|(_, side)| side.is_export());
            let side = match is_exported {
                true => Direction::Export,
                false => Direction::Import,
            };
            found = Some((home, side));
        }
        found
    }
}

impl Comparison<'_> {
    /// Compares on which sides an export has the resources of what it uses; `name` is that of the export.
    // Only types that the interface itself uses are looked at. Those further down stand in interfaces that are exports
    // too, and are compared by themselves.
    pub(crate) fn resource_sides(
        &mut self,
        old: ExportedInterface<'_>,
        new: ExportedInterface<'_>,
        name: &str,
        place: &str,
    ) {
        let (old_model, new_model) = (self.old, self.new);
        for (type_name, &was) in &old_model.interfaces[old.id].types {
            let Some(&is) = new_model.interfaces[new.id].types.get(type_name) else {
                continue;
            };
            let (Some((was_home, was_side)), Some((is_home, is_side))) =
                (old.home(was), new.home(is))
            else {
                continue;
            };
            // Types of different interfaces differ whatever their sides are, and have been reported.
            if was_side == is_side || !self.same_interface(was_home, is_home) {
                continue;
            }
            let (exporter, used) = match is_side {
                Direction::Export => (new.world, is),
                Direction::Import => (old.world, was),
            };
            // What is imported has only imported resources in it, so that the exporting side decides.
            if !carries_exported(exporter, used) {
                continue;
            }
            let defined = new_model.dealias(Type::Id(is)).id().unwrap_or(is);
            let subject = words::type_name(&new_model.types[defined]);
            let home = new_model.interface_name(is_home);
            self.changes.push(Change {
                kind: ChangeKind::Side(is_side),
                subject: format!("{subject} of interface `{home}`"),
                name: name.to_owned(),
                place: place.to_owned(),
                old: Some(home_definition(old.world, was_side, was_home)),
                new: Some(home_definition(new.world, is_side, is_home)),
            });
        }
    }
}

/// The import or export that has the resources.
fn home_definition(
    WorldRef { resolve, world }: WorldRef<'_>,
    side: Direction,
    home: InterfaceId,
) -> Definition {
    let key = WorldKey::Interface(home);
    let (word, items) = match side {
        Direction::Import => ("import", &resolve.worlds[world].imports),
        Direction::Export => ("export", &resolve.worlds[world].exports),
    };
    let text = format!("{word} {}", resolve.extern_name(&key));
    // A world imports all that it does not export of what its exports use; if one does not, the place of the
    // interface still helps.
    let span = items
        .get(&key)
        .map_or(resolve.interfaces[home].span, |item| span_of(resolve, item));
    Definition::new(text, span)
}

/// Whether a type that an export uses has a resource in it that the world exports.
fn carries_exported(WorldRef { resolve, world }: WorldRef<'_>, used: TypeId) -> bool {
    // A list in place of recursion: types may be nested deeply.
    let mut open = vec![used];
    let mut seen: HashSet<TypeId> = HashSet::new();
    while let Some(id) = open.pop() {
        let def = &resolve.types[id];
        let is_exported = match def.owner {
            // The export itself may go by another name than its interface's.
            TypeOwner::Interface(home) => {
                id == used || resolve.has_interface(world, Direction::Export, home)
            }
            TypeOwner::World(_) => false,
            TypeOwner::None => true,
        };
        if is_exported && def.kind.is_resource() {
            return true;
        }
        // What is imported uses only imports.
        if is_exported {
            def.kind.for_each_type(&mut |ty| {
                open.extend(ty.id().filter(|&part| seen.insert(part)));
            });
        }
    }
    false
}
