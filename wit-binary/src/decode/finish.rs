//! Packages in the order of their dependencies.

use super::builder::Builder;
use witc_diagnostics::Span;
use witc_resolve::graph::post_order;
use witc_resolve::{Docs, InterfaceId, Map, Package, PackageId, PackageName, Resolve, WorldId};

impl Builder<'_> {
    /// Puts interfaces and worlds into their packages, and packages in order. Inline interfaces go into the package of
    /// their world.
    pub(crate) fn finish(mut self, main: &PackageName) -> (Resolve, PackageId) {
        // A resolved package comes after those that it depends on, as all readers of the model expect.
        let order = self.order();
        let mut packages: Vec<Option<_>> = self.packages.into_iter().map(Some).collect();
        let mut main_id = None;
        for index in order {
            // The order has each index once, so that every package is still there when its turn comes.
            let Some((name, parts)) = packages[index].take() else {
                continue;
            };
            let id = self.resolve.packages.alloc(Package {
                name: name.clone(),
                docs: Docs::default(),
                interfaces: parts.interfaces,
                worlds: parts.worlds,
                span: Span::NONE,
            });
            adopt(&mut self.resolve, id);
            if name == *main {
                main_id = Some(id);
            }
            self.resolve.package_names.insert(name, id);
        }
        // The main package has items, and so it is among those above. The fallback only keeps this total.
        let last = self.resolve.packages.len().saturating_sub(1);
        (self.resolve, main_id.unwrap_or(PackageId::from_index(last)))
    }

    /// The positions of the packages, each after those that it depends on.
    fn order(&self) -> Vec<usize> {
        let mut package_of = Map::default();
        for (index, parts) in self.packages.values().enumerate() {
            for &interface in parts.interfaces.values() {
                package_of.insert(interface, index);
            }
        }
        let uses: Vec<Vec<usize>> = self
            .packages
            .values()
            .map(|parts| {
                let interfaces = parts.interfaces.values().copied();
                // A world depends on the packages of the interfaces that it has, which are not among its own
                // package's.
                let inline = parts
                    .worlds
                    .values()
                    .flat_map(|&world| interfaces_of(&self.resolve, world));
                let all: Vec<InterfaceId> = interfaces.chain(inline).collect();
                let used = all
                    .iter()
                    .flat_map(|&id| self.resolve.interface_uses(id))
                    .chain(all.iter().copied());
                used.filter_map(|id| package_of.get(&id).copied()).collect()
            })
            .collect();
        post_order(uses.len(), 0..uses.len(), |package| uses[package].clone())
    }
}

/// The interfaces that a world imports and exports.
fn interfaces_of(resolve: &Resolve, world: WorldId) -> Vec<InterfaceId> {
    resolve
        .externs(world)
        .filter_map(|(_, _, item)| Some(item.interface()?.id))
        .collect()
}

/// Tells interfaces and worlds which package they are in.
fn adopt(resolve: &mut Resolve, id: PackageId) {
    let interfaces: Vec<_> = resolve.packages[id].interfaces.values().copied().collect();
    let worlds: Vec<_> = resolve.packages[id].worlds.values().copied().collect();
    let inline: Vec<_> = worlds
        .iter()
        .flat_map(|&world| interfaces_of(resolve, world))
        .collect();
    for interface in interfaces.into_iter().chain(inline) {
        let package = &mut resolve.interfaces[interface].package;
        // Interfaces of other packages that the world only has are in theirs already, because those come first.
        // Only inline interfaces are left.
        package.get_or_insert(id);
    }
    for world in worlds {
        resolve.worlds[world].package = Some(id);
    }
}
