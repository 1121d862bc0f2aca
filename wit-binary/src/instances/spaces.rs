//! The index spaces of a component during the walk: where each instance and each function comes from.

use super::model::Origin;
use crate::parse::ParsedComponent;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasmparser::ComponentExternalKind;
use witc_resolve::Map;

/// The origins of an item: usually one, several where it is put together. Shared, because a
/// component may pass on the same instance very often.
pub(super) type Origins = Rc<BTreeSet<Origin>>;

/// The origins of exports, or of the arguments of an instantiation, by name.
pub(super) type OriginsByName = Map<String, Origins>;

/// The index spaces of a component, as far as the walk needs them.
#[derive(Default)]
pub(super) struct IndexSpaces<'c, 'a> {
    /// Components; nothing for those that are imported or taken from outside, which are not looked into.
    pub(super) components: Vec<Option<&'c ParsedComponent<'a>>>,
    pub(super) instances: Vec<Rc<InstanceOrigins>>,
    pub(super) functions: Vec<Origins>,
}

/// An instance, as far as it is known.
#[derive(Default)]
pub(super) struct InstanceOrigins {
    /// The origins of its exports, where they are known apart.
    exports: OriginsByName,
    /// The origins of all of it.
    all: Origins,
}

impl InstanceOrigins {
    /// An instance of which nothing is known but where it comes from.
    pub(super) fn whole(all: Origins) -> Self {
        Self {
            exports: OriginsByName::default(),
            all,
        }
    }

    /// An instance with these exports.
    pub(super) fn of(exports: OriginsByName) -> Self {
        let all = exports
            .values()
            .flat_map(|origins| origins.iter().cloned())
            .collect();
        Self {
            exports,
            all: Rc::new(all),
        }
    }

    /// What it takes to copy it.
    fn weight(&self) -> usize {
        let parts = self.exports.values().map(|origins| 1 + origins.len());
        parts.sum::<usize>() + self.all.len()
    }

    /// The origins of an export.
    pub(super) fn export(&self, name: &str) -> Origins {
        // An imported instance is known only as a whole, and so each of its exports comes from wherever it
        // does.
        self.exports.get(name).unwrap_or(&self.all).clone()
    }

    /// The instance as it is known after it has been exported.
    fn exported(&self, name: &str, all: Origins) -> Self {
        let exports = self
            .exports
            .iter()
            .map(|(export, origins)| (export.clone(), named(origins, name)));
        Self {
            exports: exports.collect(),
            all,
        }
    }
}

impl IndexSpaces<'_, '_> {
    /// The origins of the item with this index.
    pub(super) fn origins(&self, kind: ComponentExternalKind, index: u32) -> Origins {
        let index = index as usize;
        let found = match kind {
            ComponentExternalKind::Instance => {
                self.instances.get(index).map(|instance| &instance.all)
            }
            ComponentExternalKind::Func => self.functions.get(index),
            // Values flow through instances and functions alone: the others have no origin that a picture could
            // show.
            ComponentExternalKind::Module
            | ComponentExternalKind::Value
            | ComponentExternalKind::Type
            | ComponentExternalKind::Component => None,
        };
        found.cloned().unwrap_or_default()
    }

    /// What it takes to export the item with this index.
    pub(super) fn weight(&self, kind: ComponentExternalKind, index: u32) -> usize {
        let instance = match kind {
            ComponentExternalKind::Instance => self.instances.get(index as usize),
            ComponentExternalKind::Func
            | ComponentExternalKind::Module
            | ComponentExternalKind::Value
            | ComponentExternalKind::Type
            | ComponentExternalKind::Component => None,
        };
        // A function has one origin at most, or those of the instance that it was taken from.
        instance.map_or_else(|| self.origins(kind, index).len(), |it| it.weight())
    }

    /// Adds an item that comes from there.
    pub(super) fn push(&mut self, kind: ComponentExternalKind, origins: Origins) {
        match kind {
            ComponentExternalKind::Instance => {
                self.instances
                    .push(Rc::new(InstanceOrigins::whole(origins)));
            }
            ComponentExternalKind::Func => self.functions.push(origins),
            ComponentExternalKind::Component => self.components.push(None),
            ComponentExternalKind::Module
            | ComponentExternalKind::Value
            | ComponentExternalKind::Type => {}
        }
    }

    /// Exports an item under a name, which makes a new item of it, and says what that comes from.
    pub(super) fn export(
        &mut self,
        kind: ComponentExternalKind,
        index: u32,
        name: &str,
    ) -> Origins {
        let origins = named(&self.origins(kind, index), name);
        match kind {
            ComponentExternalKind::Instance => {
                let exported = match self.instances.get(index as usize) {
                    // The exported instance keeps its parts apart, so that an alias of one of them still leads
                    // to the right place.
                    Some(instance) => instance.exported(name, origins.clone()),
                    None => InstanceOrigins::whole(origins.clone()),
                };
                self.instances.push(Rc::new(exported));
            }
            ComponentExternalKind::Func
            | ComponentExternalKind::Component
            | ComponentExternalKind::Module
            | ComponentExternalKind::Value
            | ComponentExternalKind::Type => self.push(kind, origins.clone()),
        }
        origins
    }
}

/// The origins of something that comes from one place.
pub(super) fn one(origin: Origin) -> Origins {
    Rc::new(BTreeSet::from([origin]))
}

/// Gives origins in code the name of the export.
fn named(origins: &Origins, name: &str) -> Origins {
    let named = origins.iter().map(|origin| match origin {
        Origin::Instance(instance, _) => Origin::Instance(*instance, name.to_owned()),
        // An import keeps the name by which the outside knows it, however often it is passed on.
        Origin::Outside(_) => origin.clone(),
    });
    Rc::new(named.collect())
}
