//! `use` items: the types that an interface or world takes from other interfaces.
//!
//! What a package uses of other packages is looked up before any of its interfaces is resolved. In a large tree other
//! packages are far away in memory, and to look for a name there is mostly to wait. Names that are looked up one right
//! after the other share some of the wait.

use super::entity::Absent;
use super::gates::Attributes;
use super::path_key::PathKey;
use super::session::Resolver;
use crate::{FastMap, InterfaceId, Name, Named, Type, TypeDef, TypeDefKind, TypeId, TypeOwner};
use witc_diagnostics::Span;
use witc_parser::ast::{self, Ident, InterfaceItem, UseName};

impl<'a, 's> Resolver<'a, 's> {
    /// Looks up the types of other packages that these interfaces use. Where there is none, that is told when its
    /// interface is resolved.
    pub(crate) fn find_used_types(
        &self,
        interfaces: impl Iterator<Item = &'a ast::Interface<'s>>,
    ) -> FastMap<u32, TypeId> {
        let items = interfaces.flat_map(|interface| &interface.items);
        let uses = items.filter_map(|item| match item {
            InterfaceItem::Use(item) => Some((PathKey::new(item.path.package.as_ref()?)?, item)),
            InterfaceItem::Type(_) | InterfaceItem::Func(_) | InterfaceItem::Broken(_) => None,
        });
        // A step for all of them before the next step for any.
        let in_units: Vec<_> = uses
            .filter_map(|(key, item)| Some(((*self.names.unit_of_path.get(&key)?)?, item)))
            .collect();
        let in_interfaces: Vec<_> = in_units
            .into_iter()
            .filter_map(|(unit, item)| {
                let entity = self.names.entities[unit].get(item.path.name.name)?;
                Some((&self.out.model.interfaces[entity.interface()?].types, item))
            })
            .collect();
        let found = in_interfaces.into_iter().flat_map(|(types, item)| {
            let names = item.names.iter().map(|used| used.name);
            names.filter_map(|name| Some((name.span.start, *types.get(name.name)?)))
        });
        found.collect()
    }

    /// Enters what a `use` brings in.
    pub(crate) fn use_types(&mut self, item: &'a ast::Use<'s>, owner: TypeOwner) {
        let attributes = self.attributes(&item.attributes);
        let dropped = self.here.dropped;
        self.here.dropped |= attributes.inactive.is_some();
        let used_types = &self.here.used_types;
        let is_found = |used: &UseName<'_>| used_types.contains_key(&used.name.span.start);
        // Then the interface need not be looked up again.
        let is_known = !item.names.is_empty() && item.names.iter().all(is_found);
        let interface = if is_known {
            None
        } else {
            self.interface_of(&item.path)
        };
        let mut before: Option<Ident<'s>> = None;
        for used in &item.names {
            // Without a comma between them, a name may be the new name of the one before: the parser has reported that.
            let last = before.replace(used.rename.unwrap_or(used.name));
            let is_unclear =
                last.is_some_and(|last| !self.is_comma_between(last.span, used.name.span));
            let target = self.used_target(interface, used.name, is_unclear);
            self.use_type(used, target, &attributes, owner);
        }
        self.here.dropped = dropped;
    }

    /// The type of another interface that a name stands for.
    fn used_target(
        &mut self,
        interface: Option<InterfaceId>,
        name: Ident<'s>,
        is_unclear: bool,
    ) -> Option<TypeId> {
        if let Some(&found) = self.here.used_types.get(&name.span.start) {
            return Some(found);
        }
        let interface = interface?;
        let types = &self.out.model.interfaces[interface].types;
        if is_unclear && !types.contains_key(name.name) {
            return None;
        }
        self.used_type(interface, name)
    }

    /// Enters one name that a `use` brings in.
    fn use_type(
        &mut self,
        used: &UseName<'s>,
        target: Option<TypeId>,
        attributes: &Attributes,
        owner: TypeOwner,
    ) {
        let name = used.rename.unwrap_or(used.name);
        if self.is_taken(name) {
            return;
        }
        // The name is remembered, so that each use of it is not one more error.
        let Some(target) = target.filter(|_| !self.here.dropped) else {
            let inactive = attributes.inactive;
            let absent = inactive.map_or(Absent::Broken, Absent::Inactive);
            let types = &mut self.here.types;
            types.absent.insert(name.name, (absent, name.span));
            return;
        };
        let own = Name::from(name.name);
        let named = Named {
            external_id: attributes.external_id.clone(),
            ..own.clone().into()
        };
        let id = self.define(TypeDef {
            kind: TypeDefKind::Alias(Type::Id(target)),
            owner,
            stability: attributes.stability.clone(),
            span: used.name.span,
            named: Some(Box::new(named)),
        });
        self.here.types.types.insert(own, id);
    }

    /// Whether the text between two names has a comma.
    fn is_comma_between(&self, first: Span, second: Span) -> bool {
        self.text_between(first.end, second.start).contains(',')
    }
}
