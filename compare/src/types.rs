//! Whether types are the same, and in what definitions differ.

use crate::change::{Change, ChangeKind, Definition};
use crate::comparison::Comparison;
use crate::member::{member_kind, members};
use crate::words;
use std::mem::discriminant;
use witc_resolve::{Handle, InterfaceId, Resolve, Type, TypeDef, TypeDefKind, TypeId, TypeOwner};

/// How deep anonymous types are compared; deeper ones count as different.
// It bounds the recursion of `same_at`.
const MAX_DEPTH: usize = 200;

impl<'a> Comparison<'a> {
    /// Whether two types are the same to a component: values by structure, resources by name and interface.
    pub(super) fn same(&mut self, old: Type, new: Type) -> bool {
        self.same_at(old, new, 0)
    }

    pub(super) fn same_option(
        &mut self,
        old: Option<Type>,
        new: Option<Type>,
        depth: usize,
    ) -> bool {
        match (old, new) {
            (Some(old), Some(new)) => self.same_at(old, new, depth),
            (None, None) => true,
            _ => false,
        }
    }

    fn same_at(&mut self, old: Type, new: Type, depth: usize) -> bool {
        // An alias that stands for something else is reported where it is defined, not where it is used.
        if let (Some(old), Some(new)) = (old.id(), new.id())
            && self.told_elsewhere(behind_own(self.old, old), behind_own(self.new, new))
        {
            return true;
        }
        let (old, new) = (self.old.dealias(old), self.new.dealias(new));
        let (Some(old), Some(new)) = (old.id(), new.id()) else {
            return old == new;
        };
        // Types that use types twice would otherwise take exponential time.
        if let Some(&known) = self.known.get(&(old, new)) {
            return known;
        }
        let same = if self.told_elsewhere(old, new) {
            true
        } else if depth == MAX_DEPTH {
            false
        } else {
            self.same_structure(old, new, depth + 1)
        };
        self.known.insert((old, new), same);
        same
    }

    /// Whether two types are the same definition in two interfaces that are compared: then a difference is reported there.
    fn told_elsewhere(&self, old: TypeId, new: TypeId) -> bool {
        let (old, new) = (&self.old.types[old], &self.new.types[new]);
        old.name().is_some() && old.name() == new.name() && self.same_home(old.owner, new.owner)
    }

    fn same_home(&self, old: TypeOwner, new: TypeOwner) -> bool {
        match (old, new) {
            (TypeOwner::Interface(old), TypeOwner::Interface(new)) => {
                self.covered.contains(&(old, new))
            }
            // A comparison has one world on each side, so these are each other's.
            (TypeOwner::World(_), TypeOwner::World(_)) => true,
            (TypeOwner::Interface(_) | TypeOwner::World(_) | TypeOwner::None, _) => false,
        }
    }

    fn same_structure(&mut self, old_id: TypeId, new_id: TypeId, depth: usize) -> bool {
        let (old_model, new_model) = (self.old, self.new);
        let (old, new) = (&old_model.types[old_id], &new_model.types[new_id]);
        // Neither is a part: the length of a list, and whether a handle owns its resource.
        let own = |kind: &TypeDefKind| (kind.as_handle().map(Handle::is_own), kind.fixed_length());
        if discriminant(&old.kind) != discriminant(&new.kind) || own(&old.kind) != own(&new.kind) {
            return false;
        }
        if old.kind.is_resource() {
            return old.name() == new.name() && self.same_owner(old.owner, new.owner);
        }
        let (old, new) = (members(&old.kind), members(&new.kind));
        old.len() == new.len()
            && old
                .iter()
                .zip(&new)
                .all(|(old, new)| old.name == new.name && self.same_option(old.ty, new.ty, depth))
    }

    fn same_owner(&self, old: TypeOwner, new: TypeOwner) -> bool {
        match (old, new) {
            (TypeOwner::Interface(old), TypeOwner::Interface(new)) => self.same_interface(old, new),
            (TypeOwner::World(_), TypeOwner::World(_)) => true,
            (TypeOwner::Interface(_) | TypeOwner::World(_) | TypeOwner::None, _) => false,
        }
    }

    /// Whether two interfaces are the same one, whatever their exact versions are.
    pub(crate) fn same_interface(&self, old: InterfaceId, new: InterfaceId) -> bool {
        let (was, is) = (&self.old.interfaces[old], &self.new.interfaces[new]);
        let are_own = self
            .packages
            .is_some_and(|(old, new)| was.package == Some(old) && is.package == Some(new));
        if are_own {
            return was.name.is_some() && was.name == is.name;
        }
        let track = |resolve, id| Some(witc_canonical_abi::interface_track(resolve, id)?.0);
        let (was, is): (Option<String>, _) = (track(self.old, old), track(self.new, new));
        was.is_some() && was == is
    }

    /// Compares two definitions of the same name.
    pub(crate) fn definition(&mut self, old_id: TypeId, new_id: TypeId, place: &str) {
        let (old_model, new_model) = (self.old, self.new);
        let (old, new) = (&old_model.types[old_id], &new_model.types[new_id]);
        let subject = words::type_name(new);
        self.remarks(&subject, place, &old.into(), &new.into());
        let (old_kind, new_kind) = (&old.kind, &new.kind);
        // Lists of members are compared member by member, which tells more than that the whole is another.
        if let Some(kind) = member_kind(old_kind)
            && member_kind(new_kind) == Some(kind)
        {
            let (was, is) = (members(old_kind), members(new_kind));
            self.members(kind, &subject, place, (&was, &is));
        } else if !self.same_definition(old_id, new_id) {
            let whole = |resolve, def: &TypeDef| {
                let text = words::definition(resolve, def);
                Some(Definition::new(text, def.span))
            };
            let (old, new) = (whole(old_model, old), whole(new_model, new));
            let change = Change {
                kind: ChangeKind::Redefined,
                subject,
                name: String::new(),
                place: place.into(),
                old,
                new,
            };
            self.changes.push(change);
        }
    }

    /// Whether two definitions that are not lists of parts are the same.
    fn same_definition(&mut self, old: TypeId, new: TypeId) -> bool {
        let (old_kind, new_kind) = (&self.old.types[old].kind, &self.new.types[new].kind);
        match (old_kind.as_alias(), new_kind.as_alias()) {
            (Some(old), Some(new)) => self.same(old, new),
            // An alias is whatever it stands for, which may be of any kind.
            (Some(_), None) | (None, Some(_)) => {
                let (old, new) = (
                    self.old.dealias(Type::Id(old)),
                    self.new.dealias(Type::Id(new)),
                );
                match (old.id(), new.id()) {
                    (Some(old), Some(new)) => self.same_structure(old, new, 0),
                    (None, _) | (_, None) => old == new,
                }
            }
            // A resource is its functions, which the interface compares.
            (None, None) if old_kind.is_resource() && new_kind.is_resource() => true,
            // `same` would call two definitions of the same name equal, because it leaves their
            // difference to this comparison.
            (None, None) => self.same_structure(old, new, 0),
        }
    }
}

/// The resource that a type stands for if it is a handle that owns one: WIT has the same name for both.
fn behind_own(resolve: &Resolve, id: TypeId) -> TypeId {
    let handle = resolve.types[id].kind.as_handle();
    handle.and_then(Handle::owned).unwrap_or(id)
}
