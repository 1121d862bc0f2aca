//! The meaning of names in documentation: `` [`level`] ``, `` [`descriptor.read`] ``, `` [`wasi:io/streams`] ``.

use crate::item::{Item, Scope, members, original_type};
use std::collections::HashMap;
use witc_resolve::{
    Function, FunctionId, InterfaceId, Name, PackageId, Resolve, TypeId, WorldId, WorldItem,
};

/// What names can mean, by where they stand. It is made once, so that a link costs the same however much there is.
#[derive(Debug, Default)]
pub(crate) struct Names {
    packages: HashMap<(Name, Name), Vec<PackageId>>,
    interfaces: HashMap<InterfaceId, Functions>,
    worlds: HashMap<WorldId, World>,
    /// The functions of resources, by their names.
    of_resources: HashMap<(TypeId, String), FunctionId>,
    /// The members of types, by their names.
    members: HashMap<TypeId, HashMap<String, usize>>,
}

/// The functions of an interface or world by their own names; nothing if several resources have one of the name.
type Functions = HashMap<String, Option<FunctionId>>;

#[derive(Debug, Default)]
struct World {
    types: HashMap<Name, TypeId>,
    functions: Functions,
    /// Interfaces by their names, or by the names that the world gives them.
    interfaces: HashMap<Name, InterfaceId>,
}

impl Names {
    pub(crate) fn new(resolve: &Resolve) -> Self {
        let mut this = Self::default();
        for (id, package) in resolve.packages.iter() {
            let name = (package.name.namespace.clone(), package.name.name.clone());
            this.packages.entry(name).or_default().push(id);
        }
        for (id, interface) in resolve.interfaces.iter() {
            let functions = this.functions(resolve, interface.functions.values().copied());
            this.interfaces.insert(id, functions);
        }
        for id in resolve.worlds.ids() {
            let mut world = World::default();
            let mut functions = Vec::new();
            for (_, key, item) in resolve.externs(id) {
                match item {
                    WorldItem::Function(id) => functions.push(*id),
                    WorldItem::Type(id) => {
                        let name = resolve.types[*id].name_or_empty().into();
                        world.types.insert(name, *id);
                    }
                    WorldItem::Interface(interface) => {
                        let name = &resolve.interfaces[interface.id].name;
                        if let Some(name) = key.name().or(name.as_ref()) {
                            let entry = world.interfaces.entry(name.clone());
                            entry.or_insert(interface.id);
                        }
                    }
                }
            }
            world.functions = this.functions(resolve, functions.into_iter());
            this.worlds.insert(id, world);
        }
        for (id, def) in resolve.types.iter() {
            if def.name().is_some() {
                let names = members(resolve, id).into_iter().enumerate();
                let names = names.map(|(index, name)| (name.to_owned(), index));
                this.members.insert(id, names.collect());
            }
        }
        this
    }

    /// Functions by their own names: one of no resource comes before those of resources, of which there has to be only
    /// one.
    fn functions(
        &mut self,
        resolve: &Resolve,
        functions: impl Iterator<Item = FunctionId>,
    ) -> Functions {
        let mut free = HashMap::new();
        let mut others: Functions = HashMap::new();
        for id in functions {
            let function: &Function = &resolve.functions[id];
            let name = function.item_name().to_owned();
            let Some(resource) = function.kind.resource() else {
                free.entry(name).or_insert(Some(id));
                continue;
            };
            let resource = original_type(resolve, resource);
            if function.kind.is_constructor() {
                let key = (resource, "constructor".to_owned());
                self.of_resources.insert(key, id);
                continue;
            }
            let key = (resource, name.clone());
            self.of_resources.entry(key).or_insert(id);
            let entry = others.entry(name);
            entry.and_modify(|it| *it = None).or_insert(Some(id));
        }
        others.extend(free);
        others
    }

    /// The item that a name means where it stands: what is nearest first.
    pub(crate) fn find(&self, resolve: &Resolve, scope: Scope, name: &str) -> Option<Item> {
        let name = name.trim().trim_matches('`').trim();
        let name = name.strip_suffix("()").unwrap_or(name);
        if name.is_empty() || name.contains(char::is_whitespace) {
            return None;
        }
        if let Some((namespace, rest)) = name.split_once(':')
            && !rest.starts_with(':')
        {
            return self.foreign(resolve, scope, namespace, rest);
        }
        let parts: Vec<&str> = split(name);
        let near = match (scope.interface, scope.world) {
            (Some(id), _) => self.in_interface(resolve, id, &parts),
            (None, Some(id)) => self.in_world(resolve, id, &parts),
            (None, None) => None,
        };
        near.or_else(|| self.in_package(resolve, scope.package?, &parts))
    }

    /// The item of a name that stands alone in the documentation of an item: another member of its type, another function
    /// of its resource.
    pub(crate) fn beside(&self, resolve: &Resolve, about: Item, name: &str) -> Option<Item> {
        let name = name.trim().trim_matches('`');
        let home = match about {
            Item::Type(id) | Item::Member(id, _) => id,
            Item::Function(id) => resolve.functions[id].kind.resource()?,
            Item::Package(_) | Item::Interface(_) | Item::World(_) => return None,
        };
        match split(name).as_slice() {
            [one] if *one == name => self.in_type(resolve, home, &[one]),
            _ => None,
        }
    }

    /// The item of a name with a package: `wasi:io/streams@0.2.0`, `wasi:io/streams.{input-stream}`.
    fn foreign(
        &self,
        resolve: &Resolve,
        scope: Scope,
        namespace: &str,
        rest: &str,
    ) -> Option<Item> {
        // The version is at the end of the package or of the whole.
        let (rest, version) = match rest.split_once('@') {
            Some((rest, version)) => match version.split_once('/') {
                Some((version, item)) => (format!("{rest}/{item}"), Some(version)),
                None => (rest.to_owned(), Some(version)),
            },
            None => (rest.to_owned(), None),
        };
        let (name, item) = match rest.split_once('/') {
            Some((name, item)) => (name, item),
            None => (rest.as_str(), ""),
        };
        let all = self.packages.get(&(namespace.into(), name.into()))?;
        let version_of = |id: &PackageId| &resolve.packages[*id].name.version;
        let package = match version {
            Some(version) => all.iter().find(|id| {
                let known = version_of(id).as_ref();
                known.is_some_and(|it| it.to_string() == version)
            }),
            // The package itself comes first, and then the newest of that name.
            None => all
                .iter()
                .find(|id| Some(**id) == scope.package)
                .or_else(|| all.iter().max_by_key(|id| version_of(id))),
        };
        let item = item.replace(['{', '}'], "");
        match split(&item).as_slice() {
            [] => package.map(|id| Item::Package(*id)),
            parts => self.in_package(resolve, *package?, parts),
        }
    }

    fn in_package(&self, resolve: &Resolve, id: PackageId, parts: &[&str]) -> Option<Item> {
        let package = &resolve.packages[id];
        let (first, rest) = parts.split_first()?;
        if let Some(&interface) = package.interfaces.get(*first) {
            return match rest {
                [] => Some(Item::Interface(interface)),
                rest => self.in_interface(resolve, interface, rest),
            };
        }
        let &world = package.worlds.get(*first)?;
        match rest {
            [] => Some(Item::World(world)),
            rest => self.in_world(resolve, world, rest),
        }
    }

    fn in_interface(&self, resolve: &Resolve, id: InterfaceId, parts: &[&str]) -> Option<Item> {
        let (first, rest) = parts.split_first()?;
        if let Some(&ty) = resolve.interfaces[id].types.get(*first) {
            return self.in_type(resolve, ty, rest);
        }
        function(self.interfaces.get(&id)?, first).filter(|_| rest.is_empty())
    }

    fn in_world(&self, resolve: &Resolve, id: WorldId, parts: &[&str]) -> Option<Item> {
        let (first, rest) = parts.split_first()?;
        let world = self.worlds.get(&id)?;
        if let Some(&ty) = world.types.get(*first) {
            return self.in_type(resolve, ty, rest);
        }
        if let Some(found) = function(&world.functions, first).filter(|_| rest.is_empty()) {
            return Some(found);
        }
        let interface = *world.interfaces.get(*first)?;
        match rest {
            [] => Some(Item::Interface(interface)),
            rest => self.in_interface(resolve, interface, rest),
        }
    }

    /// A type, a member of it, or a function of a resource.
    fn in_type(&self, resolve: &Resolve, id: TypeId, rest: &[&str]) -> Option<Item> {
        let original = original_type(resolve, id);
        match rest {
            [] => Some(Item::Type(original)),
            [member] => {
                let members = self.members.get(&original)?;
                if let Some(&index) = members.get(*member) {
                    return Some(Item::Member(original, index));
                }
                let name = if *member == "new" {
                    "constructor"
                } else {
                    member
                };
                let function = |name: &str| self.of_resources.get(&(original, name.to_owned()));
                let found = function(member).or_else(|| function(name))?;
                Some(Item::Function(*found))
            }
            _ => None,
        }
    }
}

fn function(functions: &Functions, name: &str) -> Option<Item> {
    let found = *functions.get(name)?;
    found.map(Item::Function)
}

/// The parts of a name: `r.f`, `r::f`, `r/f` and `r#f` are the same.
fn split(name: &str) -> Vec<&str> {
    name.split(['.', '/', '#', ':'])
        .filter(|part| !part.is_empty())
        .map(|part| part.strip_prefix('%').unwrap_or(part))
        .collect()
}
