//! The names of imports and exports in component types.

use std::borrow::Cow;
use wasm_encoder::ComponentExternName;
use witc_canonical_abi::interface_track;
use witc_resolve::{InterfaceId, Resolve, TypeDef, WorldItem, WorldKey};

/// How interfaces with a version are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum InterfaceNames {
    /// By their whole version: `ns:pkg/iface@0.2.3`. What all tools know.
    #[default]
    Full,
    /// By what compatibility depends on, with the rest beside it: `ns:pkg/iface@0.2` with the `version-suffix` `.3`.
    Canonical,
}

/// The plain name of a type or function.
pub(crate) fn plain<'a>(name: &'a str, external_id: Option<&'a str>) -> ComponentExternName<'a> {
    ComponentExternName {
        name: Cow::Borrowed(name),
        implements: None,
        version_suffix: None,
        external_id: external_id.map(Cow::Borrowed),
    }
}

/// The name of a type.
pub(crate) fn of_type(def: &TypeDef) -> ComponentExternName<'_> {
    plain(def.name_or_empty(), def.external_id())
}

impl InterfaceNames {
    /// The name of an interface that goes by its id.
    pub(crate) fn of_interface(
        self,
        resolve: &Resolve,
        id: InterfaceId,
    ) -> ComponentExternName<'static> {
        let (name, version_suffix) = self.id(resolve, id);
        ComponentExternName {
            name: Cow::Owned(name),
            implements: None,
            version_suffix: version_suffix.map(Cow::Owned),
            // `@external-id` belongs to an import or export, not to the interface: `of_extern` adds it.
            external_id: None,
        }
    }

    /// The name of a world's import or export.
    pub(crate) fn of_extern<'a>(
        self,
        resolve: &'a Resolve,
        key: &'a WorldKey,
        item: &'a WorldItem,
    ) -> ComponentExternName<'a> {
        let external_id = match item {
            WorldItem::Interface(interface) => interface.external_id.as_deref(),
            WorldItem::Function(id) => resolve.functions[*id].external_id.as_deref(),
            WorldItem::Type(id) => resolve.types[*id].external_id(),
        };
        match (key, item) {
            (WorldKey::Interface(id), _) => ComponentExternName {
                external_id: external_id.map(Cow::Borrowed),
                ..self.of_interface(resolve, *id)
            },
            // `import x: iface` has the plain name, and `implements` says which interface it is (Explainer.md,
            // "Import and Export Definitions"). An inline interface has no id to say.
            (WorldKey::Name(name), WorldItem::Interface(interface))
                if resolve.interfaces[interface.id].name.is_some() =>
            {
                let (id, version_suffix) = self.id(resolve, interface.id);
                ComponentExternName {
                    implements: Some(Cow::Owned(id)),
                    version_suffix: version_suffix.map(Cow::Owned),
                    ..plain(name, external_id)
                }
            }
            (WorldKey::Name(name), _) => plain(name, external_id),
        }
    }

    fn id(self, resolve: &Resolve, id: InterfaceId) -> (String, Option<String>) {
        let track = match self {
            Self::Full => None,
            Self::Canonical => interface_track(resolve, id),
        };
        track.unwrap_or_else(|| (resolve.interface_name(id), None))
    }
}
