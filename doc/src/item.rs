//! The things that are documented, and that names in documentation can mean.

use witc_resolve::{FunctionId, InterfaceId, PackageId, Resolve, TypeId, WorldId};

/// A thing that is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Item {
    /// A package.
    Package(PackageId),
    /// An interface.
    Interface(InterfaceId),
    /// A world.
    World(WorldId),
    /// A type.
    Type(TypeId),
    /// A field, case or flag of a type, by its position.
    Member(TypeId, usize),
    /// A function.
    Function(FunctionId),
}

/// The place in which names of documentation are looked up: an interface or a world, or a package.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scope {
    pub(crate) package: Option<PackageId>,
    pub(crate) interface: Option<InterfaceId>,
    pub(crate) world: Option<WorldId>,
}

impl Scope {
    /// The inside of an interface.
    pub(crate) fn interface(resolve: &Resolve, id: InterfaceId) -> Self {
        Self {
            package: resolve.interfaces[id].package,
            interface: Some(id),
            world: None,
        }
    }

    /// The inside of a world.
    pub(crate) fn world(resolve: &Resolve, id: WorldId) -> Self {
        Self {
            package: resolve.worlds[id].package,
            interface: None,
            world: Some(id),
        }
    }

    /// A package.
    pub(crate) fn package(id: PackageId) -> Self {
        Self {
            package: Some(id),
            interface: None,
            world: None,
        }
    }
}

/// The item that a type is documented as: aliases that `use` brings in stand for what they are of, and so do the copies
/// of interfaces that worlds have.
pub(crate) fn original_type(resolve: &Resolve, mut id: TypeId) -> TypeId {
    loop {
        if let Some(there) = used_type(resolve, id) {
            id = there;
            continue;
        }
        let Some(owner) = resolve.types[id].owner.interface() else {
            return id;
        };
        let copied = resolve.interfaces[owner].clone_of.and_then(|original| {
            let name = resolve.types[id].name()?;
            resolve.interfaces[original].types.get(name).copied()
        });
        match copied {
            Some(original) if original != id => id = original,
            Some(_) | None => return id,
        }
    }
}

/// The type that `use` takes from somewhere else under this name, if it does.
pub(crate) fn used_type(resolve: &Resolve, id: TypeId) -> Option<TypeId> {
    let def = &resolve.types[id];
    let target = def.kind.as_alias()?.id()?;
    let there = &resolve.types[target];
    // An alias of a type without a name, or of one of the same interface or world, is a type of its own.
    (there.name().is_some() && there.owner != def.owner).then_some(target)
}

/// The interface that is documented for one: worlds may have copies.
pub(crate) fn original_interface(resolve: &Resolve, mut id: InterfaceId) -> InterfaceId {
    while let Some(original) = resolve.interfaces[id].clone_of {
        id = original;
    }
    id
}

/// The names of the fields, cases or flags of a type, in order.
pub(crate) fn members(resolve: &Resolve, id: TypeId) -> Vec<&str> {
    documented_members(resolve, id)
        .into_iter()
        .map(|(name, _)| name)
        .collect()
}

/// The fields, cases or flags of a type with their documentation, in order.
pub(crate) fn documented_members(resolve: &Resolve, id: TypeId) -> Vec<(&str, Option<&str>)> {
    (0..)
        .map_while(|index| member(resolve, id, index))
        .collect()
}

/// A member with its documentation.
pub(crate) fn member(resolve: &Resolve, id: TypeId, index: usize) -> Option<(&str, Option<&str>)> {
    let kind = &resolve.types[id].kind;
    if let Some(record) = kind.as_record() {
        let field = record.fields.get(index)?;
        return Some((field.name.as_str(), field.docs.text()));
    }
    if let Some(variant) = kind.as_variant() {
        let case = variant.cases.get(index)?;
        return Some((case.name.as_str(), case.docs.text()));
    }
    let labels = kind.as_enum().map(|it| &it.cases);
    let labels = labels.or_else(|| kind.as_flags().map(|it| &it.flags))?;
    let label = labels.get(index)?;
    Some((label.name.as_str(), label.docs.text()))
}

/// Whether there is nothing to say about a member but its name and type.
pub(crate) fn is_plain(docs: Option<&str>) -> bool {
    docs.is_none_or(|text| text.trim().is_empty())
}
