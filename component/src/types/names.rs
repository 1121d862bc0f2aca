//! The names of imports and exports as they are encoded.

use crate::named::{InterfaceName, NamedItem};
use std::borrow::Cow;
use wasm_encoder::ComponentExternName;
use witc_resolve::Name;

/// The name of an import or export.
pub(crate) fn extern_name<'n>(
    name: &'n Name,
    item: &'n NamedItem,
    canonical: bool,
) -> ComponentExternName<'n> {
    let (id, external_id) = match item {
        NamedItem::Interface(interface) => (interface.id.as_ref(), &interface.external_id),
        NamedItem::Function(function) => (None, &function.external_id),
        NamedItem::Type(definition) => (None, &definition.external_id),
    };
    // An interface may also go by a plain name; then `implements` has its id (Explainer.md, "Import and Export
    // Definitions").
    let is_id = id.is_some_and(|id| id.full() == *name);
    let parts = id.map(|id| {
        if canonical {
            id.canonical()
        } else {
            (InterfaceName::full(id), None)
        }
    });
    let (id, version_suffix) = parts.unzip();
    let (own, implements) = if is_id { (id, None) } else { (None, id) };
    ComponentExternName {
        name: own.map_or(Cow::Borrowed(name.as_str()), |id| Cow::Owned(id.into())),
        implements: implements.map(|id| Cow::Owned(id.into())),
        version_suffix: version_suffix.flatten().map(Cow::Owned),
        external_id: external_id.as_ref().map(|id| Cow::Borrowed(id.as_str())),
    }
}

/// The name of something in an interface, or of a type of the world.
pub(crate) fn item_name<'n>(
    name: &'n Name,
    external_id: Option<&'n Name>,
) -> ComponentExternName<'n> {
    ComponentExternName {
        name: Cow::Borrowed(name.as_str()),
        implements: None,
        version_suffix: None,
        external_id: external_id.map(|id| Cow::Borrowed(id.as_str())),
    }
}
