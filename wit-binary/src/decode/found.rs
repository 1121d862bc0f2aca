//! The findings about a component once its items have been looked at: types that have an identity, functions, and
//! instances with what they export.

use crate::parse::ParsedComponent;
use wasmparser::{
    ComponentDefinedType, ComponentExternName, ComponentExternalKind, ComponentFuncType,
    ComponentTypeDeclaration, InstanceTypeDeclaration,
};
use witc_resolve::Map;

/// A value type or resource. Two of them are the same only if their ids are, or if one is a name for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct EntityId(pub(crate) u32);

/// An index space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SpacesId(pub(crate) u32);

/// An instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InstanceId(pub(crate) u32);

/// The definition of a value type or resource.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entity<'a> {
    /// A value type. The indices in it are those of `at`.
    Defined(&'a ComponentDefinedType<'a>, SpacesAt),
    /// A resource.
    Resource,
    /// Another one, imported or exported under a name.
    Named(EntityId),
}

/// An index space as it is at one time: only what stands before the limit is there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpacesAt {
    pub(crate) scope: SpacesId,
    pub(crate) limit: usize,
}

/// A function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Func<'a> {
    pub(crate) ty: &'a ComponentFuncType<'a>,
    pub(crate) at: SpacesAt,
}

/// Something that makes instances: each time it does, the resources in it are others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template<'a> {
    pub(crate) declarations: Declarations<'a>,
    /// The index space that it stands in.
    pub(crate) scope: SpacesId,
}

/// The sources of instances.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Declarations<'a> {
    /// An instance type.
    Instance(&'a [InstanceTypeDeclaration<'a>]),
    /// A component type.
    ComponentType(&'a [ComponentTypeDeclaration<'a>]),
    /// A component.
    Component(&'a ParsedComponent<'a>),
}

/// An entry in the index space of types.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TypeItem<'a> {
    Value(EntityId),
    Func(Func<'a>),
    Instance(Template<'a>),
    Component(Template<'a>),
}

/// Things that can be imported and exported.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ExternItem<'a> {
    Func(Func<'a>),
    Type(TypeItem<'a>),
    Instance(InstanceId),
    Component(Template<'a>),
    /// A core module.
    Module,
    /// A value.
    Value,
}

impl ExternItem<'_> {
    pub(crate) fn kind(self) -> ComponentExternalKind {
        match self {
            Self::Func(_) => ComponentExternalKind::Func,
            Self::Type(_) => ComponentExternalKind::Type,
            Self::Instance(_) => ComponentExternalKind::Instance,
            Self::Component(_) => ComponentExternalKind::Component,
            Self::Module => ComponentExternalKind::Module,
            Self::Value => ComponentExternalKind::Value,
        }
    }
}

impl<'a> ExternItem<'a> {
    /// The function, if it is one.
    pub(crate) fn func(self) -> Option<Func<'a>> {
        match self {
            Self::Func(function) => Some(function),
            Self::Type(_) | Self::Instance(_) | Self::Component(_) => None,
            Self::Module | Self::Value => None,
        }
    }

    /// The instance, if it is one.
    pub(crate) fn instance(self) -> Option<InstanceId> {
        match self {
            Self::Instance(instance) => Some(instance),
            Self::Func(_) | Self::Type(_) | Self::Component(_) => None,
            Self::Module | Self::Value => None,
        }
    }

    /// The component type, if it is one.
    pub(crate) fn component_type(self) -> Option<Template<'a>> {
        match self {
            Self::Type(TypeItem::Component(template)) => Some(template),
            Self::Type(TypeItem::Value(_) | TypeItem::Func(_) | TypeItem::Instance(_)) => None,
            Self::Func(_) | Self::Instance(_) | Self::Component(_) => None,
            Self::Module | Self::Value => None,
        }
    }
}

/// An import or export.
#[derive(Clone, Debug)]
pub(crate) struct Extern<'a> {
    pub(crate) name: ComponentExternName<'a>,
    pub(crate) item: ExternItem<'a>,
}

/// Imports or exports by name.
pub(crate) type Externs<'a> = Map<&'a str, Extern<'a>>;

/// The index spaces of a component, a component type or an instance type.
#[derive(Debug, Default)]
pub(crate) struct IndexSpaces<'a> {
    pub(crate) parent: Option<SpacesId>,
    pub(crate) types: Vec<TypeItem<'a>>,
    pub(crate) funcs: Vec<Func<'a>>,
    pub(crate) instances: Vec<InstanceId>,
    pub(crate) components: Vec<Template<'a>>,
}

/// Everything that has been found.
#[derive(Debug, Default)]
pub(crate) struct Found<'a> {
    scopes: Vec<IndexSpaces<'a>>,
    entities: Vec<Entity<'a>>,
    instances: Vec<Externs<'a>>,
}

impl<'a> Found<'a> {
    pub(crate) fn add_scope(&mut self, parent: Option<SpacesId>) -> SpacesId {
        self.scopes.push(IndexSpaces {
            parent,
            ..IndexSpaces::default()
        });
        // The evaluator's budget allows for little more than one item per byte, so that 32 bits are enough.
        SpacesId(self.scopes.len() as u32 - 1)
    }

    pub(crate) fn add_entity(&mut self, entity: Entity<'a>) -> EntityId {
        self.entities.push(entity);
        EntityId(self.entities.len() as u32 - 1)
    }

    pub(crate) fn add_instance(&mut self, exports: Externs<'a>) -> InstanceId {
        self.instances.push(exports);
        InstanceId(self.instances.len() as u32 - 1)
    }

    pub(crate) fn scope(&self, id: SpacesId) -> &IndexSpaces<'a> {
        &self.scopes[id.0 as usize]
    }

    pub(crate) fn scope_mut(&mut self, id: SpacesId) -> &mut IndexSpaces<'a> {
        &mut self.scopes[id.0 as usize]
    }

    pub(crate) fn entity(&self, id: EntityId) -> Entity<'a> {
        self.entities[id.0 as usize]
    }

    pub(crate) fn instance(&self, id: InstanceId) -> &Externs<'a> {
        &self.instances[id.0 as usize]
    }

    /// The type with an index, as far as it is there at that place.
    pub(crate) fn type_at(&self, at: SpacesAt, index: u32) -> Option<TypeItem<'a>> {
        // Later entries may have been added since, which the type cannot mean.
        let index = Some(index as usize).filter(|&index| index < at.limit)?;
        self.scope(at.scope).types.get(index).copied()
    }

    /// A type, and those that it is a name for, down to the one that defines it.
    pub(crate) fn chain(&self, id: EntityId) -> impl Iterator<Item = EntityId> {
        std::iter::successors(Some(id), |&id| match self.entity(id) {
            Entity::Named(of) => Some(of),
            Entity::Defined(..) | Entity::Resource => None,
        })
    }
}
