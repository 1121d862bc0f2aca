//! Whether types and interfaces are the same.

use crate::comparison::Comparison;
use crate::member::members;
use std::mem::discriminant;
use witc_resolve::{Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// How deep anonymous types are compared; deeper ones count as different.
// It bounds the recursion of `same_at`.
const MAX_DEPTH: usize = 200;

impl Comparison<'_> {
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

    pub(super) fn same_structure(&mut self, old_id: TypeId, new_id: TypeId, depth: usize) -> bool {
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
}

/// The resource that a type stands for if it is a handle that owns one: WIT has the same name for both.
fn behind_own(resolve: &Resolve, id: TypeId) -> TypeId {
    let handle = resolve.types[id].kind.as_handle();
    handle.and_then(Handle::owned).unwrap_or(id)
}
