//! Items that can have gates, with those of what they are in.

use crate::context::Context;
use witc_diagnostics::Span;
use witc_resolve::{
    Docs, FunctionId, InterfaceId, Package, Resolve, Stability, TypeId, WorldId, WorldItem,
};

/// An item that can have a gate.
pub(crate) struct GatedItem<'a> {
    pub(crate) name: &'a str,
    pub(crate) what: &'static str,
    pub(crate) span: Span,
    pub(crate) docs: &'a Docs,
    pub(crate) stability: &'a Stability,
    /// The gate of the interface or world that it is in.
    pub(crate) container: Option<&'a Stability>,
    pub(crate) package: &'a Package,
}

impl<'a> Context<'a> {
    /// All items of packages that have any gate.
    pub(crate) fn gated(&self) -> Vec<GatedItem<'a>> {
        let mut all = Vec::new();
        for &id in &self.packages {
            let package = &self.resolve.packages[id];
            if !has_gates(self.resolve, package) {
                continue;
            }
            let mut items = Items {
                resolve: self.resolve,
                package,
                all: &mut all,
            };
            package
                .interfaces
                .values()
                .for_each(|&id| items.interface(id, None));
            package.worlds.values().for_each(|&id| items.world(id));
        }
        all
    }
}

/// Whether an item of a package has a gate.
fn has_gates(resolve: &Resolve, package: &Package) -> bool {
    let is_gated = |stability: &Stability| stability.gate().is_some();
    package.worlds.values().any(|&id| {
        let world = &resolve.worlds[id];
        is_gated(&world.stability)
            || resolve
                .externs(id)
                .any(|(_, _, item)| is_gated(stability_of(resolve, item)))
    }) || package.interfaces.values().any(|&id| {
        let interface = &resolve.interfaces[id];
        let mut types = interface.types.values();
        is_gated(&interface.stability)
            || resolve.functions_of(id).any(|it| is_gated(&it.stability))
            || types.any(|&it| is_gated(&resolve.types[it].stability))
    })
}

fn stability_of<'a>(resolve: &'a Resolve, item: &'a WorldItem) -> &'a Stability {
    match item {
        WorldItem::Interface(interface) => &interface.stability,
        WorldItem::Function(id) => &resolve.functions[*id].stability,
        WorldItem::Type(id) => &resolve.types[*id].stability,
    }
}

struct Items<'a, 'l> {
    resolve: &'a Resolve,
    package: &'a Package,
    all: &'l mut Vec<GatedItem<'a>>,
}

impl<'a> Items<'a, '_> {
    fn interface(&mut self, id: InterfaceId, world: Option<&'a Stability>) {
        let interface = &self.resolve.interfaces[id];
        let container = &interface.stability;
        // One that is written inline has the gate of its import or export.
        if let Some(name) = &interface.name {
            self.all.push(GatedItem {
                name,
                what: "interface",
                span: interface.span,
                docs: &interface.docs,
                stability: container,
                container: None,
                package: self.package,
            });
        }
        let container = world.unwrap_or(container);
        interface
            .types
            .values()
            .for_each(|&id| self.ty(id, container));
        interface
            .functions
            .values()
            .for_each(|&id| self.function(id, container));
    }

    fn world(&mut self, id: WorldId) {
        let world = &self.resolve.worlds[id];
        self.all.push(GatedItem {
            name: &world.name,
            what: "world",
            span: world.span,
            docs: &world.docs,
            stability: &world.stability,
            container: None,
            package: self.package,
        });
        for (_, key, item) in self.resolve.externs(id) {
            match item {
                WorldItem::Function(id) => self.function(*id, &world.stability),
                WorldItem::Type(id) => self.ty(*id, &world.stability),
                WorldItem::Interface(interface) => {
                    let names = &self.resolve.interfaces[interface.id];
                    self.all.push(GatedItem {
                        name: key.name().or(names.name.as_ref()).map_or("", |name| name),
                        what: "import or export",
                        span: interface.span,
                        docs: &interface.docs,
                        stability: &interface.stability,
                        container: Some(&world.stability),
                        package: self.package,
                    });
                    if names.name.is_none() {
                        self.interface(interface.id, Some(&interface.stability));
                    }
                }
            }
        }
    }

    fn ty(&mut self, id: TypeId, container: &'a Stability) {
        let ty = &self.resolve.types[id];
        self.all.push(GatedItem {
            name: ty.name_or_empty(),
            what: if self.resolve.used_from(id).is_some() {
                "`use`"
            } else {
                "type"
            },
            span: ty.span,
            docs: ty.docs(),
            stability: &ty.stability,
            container: Some(container),
            package: self.package,
        });
    }

    fn function(&mut self, id: FunctionId, container: &'a Stability) {
        let function = &self.resolve.functions[id];
        self.all.push(GatedItem {
            name: crate::names::plain(&function.name),
            what: "function",
            span: function.span,
            docs: &function.docs,
            stability: &function.stability,
            container: Some(container),
            package: self.package,
        });
    }
}
