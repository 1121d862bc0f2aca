//! The meaning of names in documentation: `` [`level`] ``, `` [`descriptor.read`] ``, `` [`wasi:io/streams`] ``.

use crate::item::{Item, Scope, members, original_type};
use witc_resolve::{Function, FunctionId, InterfaceId, PackageId, Resolve, TypeId, WorldId};

/// The item that a name means where it stands: what is nearest first.
pub(crate) fn find(resolve: &Resolve, scope: Scope, name: &str) -> Option<Item> {
    let name = name.trim().trim_matches('`').trim();
    let name = name.strip_suffix("()").unwrap_or(name);
    if name.is_empty() || name.contains(char::is_whitespace) {
        return None;
    }
    if let Some((namespace, rest)) = name.split_once(':')
        && !rest.starts_with(':')
    {
        return foreign(resolve, scope, namespace, rest);
    }
    let parts: Vec<&str> = split(name);
    local(resolve, scope, &parts)
}

/// The parts of a name: `r.f`, `r::f`, `r/f` and `r#f` are the same.
fn split(name: &str) -> Vec<&str> {
    name.split(['.', '/', '#', ':'])
        .filter(|part| !part.is_empty())
        .map(|part| part.strip_prefix('%').unwrap_or(part))
        .collect()
}

/// The item of a name in this place.
fn local(resolve: &Resolve, scope: Scope, parts: &[&str]) -> Option<Item> {
    let near = match (scope.interface, scope.world) {
        (Some(id), _) => in_interface(resolve, id, parts),
        (None, Some(id)) => in_world(resolve, id, parts),
        (None, None) => None,
    };
    near.or_else(|| in_package(resolve, scope.package?, parts))
}

/// The item of a name with a package: `wasi:io/streams@0.2.0`, `wasi:io/streams.{input-stream}`.
fn foreign(resolve: &Resolve, scope: Scope, namespace: &str, rest: &str) -> Option<Item> {
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
    let is_it = |id: &PackageId| {
        let package = &resolve.packages[*id].name;
        package.namespace == namespace
            && package.name == name
            && version.is_none_or(|version| {
                package
                    .version
                    .as_ref()
                    .is_some_and(|it| it.to_string() == version)
            })
    };
    // Without a version the package itself comes first, and then the newest of that name.
    let own = scope.package.filter(is_it);
    let newest = || {
        let all = resolve.packages.ids().filter(is_it);
        all.max_by_key(|id| resolve.packages[*id].name.version.clone())
    };
    let package = own.or_else(newest)?;
    let item = item.replace(['{', '}'], "");
    match split(&item).as_slice() {
        [] => Some(Item::Package(package)),
        parts => in_package(resolve, package, parts),
    }
}

fn in_package(resolve: &Resolve, id: PackageId, parts: &[&str]) -> Option<Item> {
    let package = &resolve.packages[id];
    let (first, rest) = parts.split_first()?;
    if let Some(&interface) = package.interfaces.get(*first) {
        return match rest {
            [] => Some(Item::Interface(interface)),
            rest => in_interface(resolve, interface, rest),
        };
    }
    let &world = package.worlds.get(*first)?;
    match rest {
        [] => Some(Item::World(world)),
        rest => in_world(resolve, world, rest),
    }
}

fn in_interface(resolve: &Resolve, id: InterfaceId, parts: &[&str]) -> Option<Item> {
    let interface = &resolve.interfaces[id];
    let (first, rest) = parts.split_first()?;
    if let Some(&ty) = interface.types.get(*first) {
        return in_type(resolve, ty, rest);
    }
    let functions = || {
        interface
            .functions
            .values()
            .map(|&id| (id, &resolve.functions[id]))
    };
    if rest.is_empty() {
        return function(functions(), first);
    }
    None
}

fn in_world(resolve: &Resolve, id: WorldId, parts: &[&str]) -> Option<Item> {
    let (first, rest) = parts.split_first()?;
    if let Some((ty, _)) = resolve
        .world_types(id)
        .find(|(_, def)| def.name_or_empty() == *first)
    {
        return in_type(resolve, ty, rest);
    }
    let functions = || {
        resolve
            .externs(id)
            .filter_map(|(_, _, item)| item.function())
    };
    if rest.is_empty()
        && let Some(found) = function(functions().map(|id| (id, &resolve.functions[id])), first)
    {
        return Some(found);
    }
    // An interface by its name alone, or under the name that the world gives it.
    let interfaces = resolve.externs(id).filter_map(|(_, key, item)| {
        let interface = item.interface()?.id;
        let name = key.name().or(resolve.interfaces[interface].name.as_ref())?;
        (name == first).then_some(interface)
    });
    let interface = interfaces.into_iter().next()?;
    match rest {
        [] => Some(Item::Interface(interface)),
        rest => in_interface(resolve, interface, rest),
    }
}

/// A function by its own name: one of no resource, or the only one of that name.
fn function<'a>(
    functions: impl Iterator<Item = (FunctionId, &'a Function)>,
    name: &str,
) -> Option<Item> {
    let (free, others): (Vec<_>, Vec<_>) = functions
        .filter(|(_, function)| function.item_name() == name && !function.kind.is_constructor())
        .partition(|(_, function)| function.kind.is_freestanding());
    let found = match (free.as_slice(), others.as_slice()) {
        ([first, ..], _) | ([], [first]) => first.0,
        ([], _) => return None,
    };
    Some(Item::Function(found))
}

/// A type, a member of it, or a function of a resource.
fn in_type(resolve: &Resolve, id: TypeId, rest: &[&str]) -> Option<Item> {
    let original = original_type(resolve, id);
    match rest {
        [] => Some(Item::Type(original)),
        [member] => {
            let names = members(resolve, original);
            if let Some(index) = names.iter().position(|name| name == member) {
                return Some(Item::Member(original, index));
            }
            function_of(resolve, original, member)
        }
        _ => None,
    }
}

fn function_of(resolve: &Resolve, resource: TypeId, name: &str) -> Option<Item> {
    let def = &resolve.types[resource];
    let mut all: Vec<FunctionId> = Vec::new();
    if let Some(id) = def.owner.interface() {
        all.extend(resolve.interfaces[id].functions.values());
    }
    if let Some(id) = def.owner.world() {
        all.extend(
            resolve
                .externs(id)
                .filter_map(|(_, _, item)| item.function()),
        );
    }
    let found = all.into_iter().find(|&id| {
        let function = &resolve.functions[id];
        let is_called = match function.kind.is_constructor() {
            true => matches!(name, "constructor" | "new"),
            false => function.item_name() == name,
        };
        function.kind.resource() == Some(resource) && is_called
    });
    found.map(Item::Function)
}
