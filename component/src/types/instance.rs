//! Types of imported instances.

use super::names::item_name;
use super::scope::{DefinedTypes, Sink, TypeScope};
use crate::errors::{Fallible, unknown_type};
use crate::named::{Home, NamedFunction, NamedWorld, TypeKey};
use wasm_encoder::{Alias, ComponentOuterAliasKind, ComponentTypeRef, InstanceType, TypeBounds};
use witc_resolve::Name;

/// The type of an instance of the interface at `home`, with these of its types, by index, and these of its functions.
pub(crate) fn instance_type<'w>(
    outer: &mut impl TypeScope<'w>,
    home: Home,
    types: impl Iterator<Item = u32>,
    functions: impl Iterator<Item = (&'w Name, &'w NamedFunction)>,
) -> Fallible<InstanceType> {
    let mut scope = InstanceScope {
        outer,
        ty: InstanceType::new(),
        types: DefinedTypes::default(),
        home,
    };
    for index in types {
        scope.named(TypeKey { home, index })?;
    }
    for (name, function) in functions {
        let ty = scope.function(home, function)?;
        scope.ty.export(
            item_name(name, function.external_id.as_ref()),
            ComponentTypeRef::Func(ty),
        );
    }
    Ok(scope.ty)
}

/// The type of an instance as a place for types: its own are exports, others come from the component around it.
struct InstanceScope<'e, 'w, O> {
    outer: &'e mut O,
    ty: InstanceType,
    types: DefinedTypes<'w>,
    home: Home,
}

impl<'w, O: TypeScope<'w>> TypeScope<'w> for InstanceScope<'_, 'w, O> {
    fn world(&self) -> &'w NamedWorld {
        self.outer.world()
    }

    fn sink(&mut self) -> &mut impl Sink {
        &mut self.ty
    }

    fn defined(&mut self) -> &mut DefinedTypes<'w> {
        &mut self.types
    }

    fn foreign(&mut self, key: TypeKey) -> Fallible<Option<u32>> {
        // The interface's own types are defined in here, as exports.
        if key.home == self.home {
            return Ok(None);
        }
        let index = self.outer.named(key)?;
        // An instance type sees the types around it by `outer` aliases alone (Binary.md, "Type Definitions").
        let alias = self.ty.type_count();
        self.ty.alias(Alias::Outer {
            count: 1,
            index,
            kind: ComponentOuterAliasKind::Type,
        });
        Ok(Some(alias))
    }

    fn name(&mut self, key: TypeKey, index: u32) -> Fallible<u32> {
        self.export(key, TypeBounds::Eq(index))
    }

    fn resource(&mut self, key: TypeKey) -> Fallible<u32> {
        self.export(key, TypeBounds::SubResource)
    }
}

impl<'w, O: TypeScope<'w>> InstanceScope<'_, 'w, O> {
    fn export(&mut self, key: TypeKey, bounds: TypeBounds) -> Fallible<u32> {
        let (name, definition) = self.world().definition(key).ok_or_else(unknown_type)?;
        let index = self.ty.type_count();
        self.ty.export(
            item_name(name, definition.external_id.as_ref()),
            ComponentTypeRef::Type(bounds),
        );
        Ok(index)
    }
}
