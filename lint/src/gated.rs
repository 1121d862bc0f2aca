//! Items that can have gates, with those of what they are in.

use crate::context::Context;
use witc_diagnostics::Span;
use witc_resolve::{
    Docs, FunctionId, InterfaceId, Package, PackageId, Resolve, Stability, TypeId, WorldId,
    WorldInterface, WorldItem, WorldKey,
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
    /// The items that stand beside it, and are like it.
    pub(crate) neighbours: Neighbours,
}

/// Items that stand beside each other, and are alike: those of an interface, those of a world, the functions of a
/// resource, and all uses of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Neighbours {
    Package(PackageId),
    Uses(PackageId),
    Interface(InterfaceId),
    World(WorldId),
    Resource(TypeId),
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
                context: self,
                id,
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

struct Items<'c, 'a, 'l> {
    context: &'c Context<'a>,
    id: PackageId,
    package: &'a Package,
    all: &'l mut Vec<GatedItem<'a>>,
}

/// Where an item stands.
#[derive(Clone, Copy)]
struct Site<'a> {
    /// The gate of the interface or world that it is in.
    container: Option<&'a Stability>,
    neighbours: Neighbours,
}

impl<'a> Items<'_, 'a, '_> {
    fn resolve(&self) -> &'a Resolve {
        self.context.resolve
    }

    fn push(
        &mut self,
        site: Site<'a>,
        named: (&'static str, &'a str, Span),
        docs: &'a Docs,
        stability: &'a Stability,
    ) {
        let (what, name, span) = named;
        self.all.push(GatedItem {
            name,
            what,
            span,
            docs,
            stability,
            container: site.container,
            package: self.package,
            neighbours: site.neighbours,
        });
    }

    /// Where the items of the package itself stand.
    fn top(&self) -> Site<'a> {
        Site {
            container: None,
            neighbours: Neighbours::Package(self.id),
        }
    }

    fn interface(&mut self, id: InterfaceId, world: Option<&'a Stability>) {
        let interface = &self.resolve().interfaces[id];
        // One that is written inline has the gate of its import or export.
        if let Some(name) = &interface.name {
            let named = ("interface", &**name, interface.span);
            self.push(self.top(), named, &interface.docs, &interface.stability);
        }
        let site = Site {
            container: Some(world.unwrap_or(&interface.stability)),
            neighbours: Neighbours::Interface(id),
        };
        for &id in interface.types.values() {
            self.ty(id, site);
        }
        for &id in interface.functions.values() {
            self.function(id, site);
        }
    }

    fn world(&mut self, id: WorldId) {
        let world = &self.resolve().worlds[id];
        let named = ("world", &*world.name, world.span);
        self.push(self.top(), named, &world.docs, &world.stability);
        let site = Site {
            container: Some(&world.stability),
            neighbours: Neighbours::World(id),
        };
        for (_, key, item) in self.resolve().externs(id) {
            let span = self.span(item);
            // What is included, or only implied, is written elsewhere or nowhere.
            if span.is_none() || self.context.world_at(span) != Some(id) {
                continue;
            }
            match item {
                WorldItem::Function(id) => self.function(*id, site),
                WorldItem::Type(id) => self.ty(*id, site),
                WorldItem::Interface(it) => self.external(key, it, site),
            }
        }
    }

    fn span(&self, item: &WorldItem) -> Span {
        match item {
            WorldItem::Interface(it) => it.span,
            WorldItem::Function(id) => self.resolve().functions[*id].span,
            WorldItem::Type(id) => self.resolve().types[*id].span,
        }
    }

    fn external(&mut self, key: &'a WorldKey, it: &'a WorldInterface, site: Site<'a>) {
        let interface = &self.resolve().interfaces[it.id];
        // That of another package has the version of that one.
        if interface.package.is_none_or(|package| package == self.id) {
            let name = key.name().or(interface.name.as_ref());
            let named = ("import or export", name.map_or("", |name| name), it.span);
            self.push(site, named, &it.docs, &it.stability);
        }
        if interface.name.is_none() {
            self.interface(it.id, Some(&it.stability));
        }
    }

    fn ty(&mut self, id: TypeId, site: Site<'a>) {
        let ty = &self.resolve().types[id];
        let (what, site) = if self.resolve().used_from(id).is_some() {
            let neighbours = Neighbours::Uses(self.id);
            ("`use`", Site { neighbours, ..site })
        } else {
            ("type", site)
        };
        let named = (what, ty.name_or_empty(), ty.span);
        self.push(site, named, ty.docs(), &ty.stability);
    }

    fn function(&mut self, id: FunctionId, site: Site<'a>) {
        let function = &self.resolve().functions[id];
        let resource = function.kind.resource().map(Neighbours::Resource);
        let site = Site {
            neighbours: resource.unwrap_or(site.neighbours),
            ..site
        };
        let named = (
            "function",
            crate::plain::plain(&function.name),
            function.span,
        );
        self.push(site, named, &function.docs, &function.stability);
    }
}
