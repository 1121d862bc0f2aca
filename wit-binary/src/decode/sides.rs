//! Whether WIT can say which resources the exports of a component have.
//!
//! In WIT an export has the exported resources of an interface that the world exports, and the imported ones of others
//! (`WIT.md`, "Transitive imports and worlds"). A component may mix them.

use super::externs::Sides;
use super::found::{Entity, EntityId, ExternItem, Externs, Found, TypeItem};
use crate::error::not_wit;
use std::collections::HashMap;
use witc_type_section::Result;

/// A resource by the name of its interface in the component, and its own.
type ResourceName<'a> = (&'a str, &'a str);

/// Checks that no export has an imported resource of an interface that is exported too, with another resource.
pub(super) fn check(found: &Found<'_>, root: &Sides<'_>) -> Result<()> {
    let mut imported: HashMap<EntityId, ResourceName<'_>> = HashMap::new();
    for (name, base) in resources(found, &root.imports) {
        // The interface that defines a resource is imported before those that use it.
        imported.entry(base).or_insert(name);
    }
    let exported: HashMap<ResourceName<'_>, EntityId> = resources(found, &root.exports).collect();
    for ((export, _), base) in resources(found, &root.exports) {
        let Some(&(interface, resource)) = imported.get(&base) else {
            continue;
        };
        // An import that is exported as it is has one resource on both sides.
        if exported
            .get(&(interface, resource))
            .is_some_and(|own| *own != base)
        {
            return Err(not_wit(format_args!(
                "its export `{}` has resource `{}` of the interface `{}` that it imports, and it exports that interface \
                 with another one",
                export.escape_debug(),
                resource.escape_debug(),
                interface.escape_debug(),
            )));
        }
    }
    Ok(())
}

/// The resources that instances export, under each of their names.
fn resources<'e, 'a: 'e>(
    found: &'e Found<'a>,
    externs: &'e Externs<'a>,
) -> impl Iterator<Item = (ResourceName<'a>, EntityId)> + 'e {
    let instances = externs.iter().filter_map(|(&name, item)| match item.item {
        ExternItem::Instance(instance) => Some((name, found.instance(instance))),
        ExternItem::Func(_)
        | ExternItem::Type(_)
        | ExternItem::Component(_)
        | ExternItem::Module
        | ExternItem::Value => None,
    });
    instances.flat_map(move |(instance, items)| {
        items.iter().filter_map(move |(&name, item)| {
            let base = resource(found, item.item)?;
            Some(((instance, name), base))
        })
    })
}

/// The resource that a type stands for, if it does.
fn resource(found: &Found<'_>, item: ExternItem<'_>) -> Option<EntityId> {
    match item {
        ExternItem::Type(TypeItem::Value(entity)) => {
            let base = found.chain(entity).last()?;
            match found.entity(base) {
                Entity::Resource => Some(base),
                Entity::Defined(..) | Entity::Named(_) => None,
            }
        }
        ExternItem::Type(TypeItem::Func(_) | TypeItem::Component(_) | TypeItem::Instance(_))
        | ExternItem::Instance(_)
        | ExternItem::Func(_)
        | ExternItem::Component(_)
        | ExternItem::Module
        | ExternItem::Value => None,
    }
}
