//! What in the model stands at which place of the text.

use super::Entity;
use crate::{FastMap, Function, FunctionId, Resolve, TypeDefKind, TypeId};
use witc_diagnostics::Span;

/// The model's entities by the places of their names.
pub(super) struct Entities(FastMap<u32, Entity>);

impl Entities {
    pub(super) fn new(model: &Resolve) -> Self {
        let mut entities = Self(FastMap::default());
        for (id, package) in model.packages.iter() {
            entities.add(package.span, Entity::Package(id));
        }
        for (id, interface) in model.interfaces.iter() {
            entities.add(interface.span, Entity::Interface(id));
        }
        for (id, world) in model.worlds.iter() {
            entities.add(world.span, Entity::World(id));
        }
        // Anonymous types have no name, and the place of what they stand in.
        for (id, ty) in model.types.iter().filter(|(_, ty)| ty.name().is_some()) {
            entities.add(ty.span, Entity::Type(id));
            entities.add_members(id, &ty.kind);
        }
        for (id, function) in model.functions.iter() {
            entities.add(function.span, Entity::Function(id));
            entities.add_params(id, function);
        }
        entities
    }

    /// Copies have the place of what they are copies of, which comes before them.
    fn add(&mut self, span: Span, entity: Entity) {
        if !span.is_none() {
            self.0.entry(span.start).or_insert(entity);
        }
    }

    fn add_members(&mut self, id: TypeId, kind: &TypeDefKind) {
        let spans: Vec<Span> = match kind {
            TypeDefKind::Record(record) => record.fields.iter().map(|it| it.span).collect(),
            TypeDefKind::Variant(variant) => variant.cases.iter().map(|it| it.span).collect(),
            TypeDefKind::Enum(cases) => cases.cases.iter().map(|it| it.span).collect(),
            TypeDefKind::Flags(flags) => flags.flags.iter().map(|it| it.span).collect(),
            TypeDefKind::Alias(_)
            | TypeDefKind::Resource
            | TypeDefKind::Handle(_)
            | TypeDefKind::Tuple(_)
            | TypeDefKind::Option(_)
            | TypeDefKind::Result(_)
            | TypeDefKind::List(_)
            | TypeDefKind::FixedLengthList(..)
            | TypeDefKind::Map(..)
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_) => Vec::new(),
        };
        for (index, span) in spans.into_iter().enumerate() {
            self.add(span, Entity::Member(id, index));
        }
    }

    fn add_params(&mut self, id: FunctionId, function: &Function) {
        // The `self` of a method has the place of the function's type, where no name stands.
        for (index, param) in function.params.iter().enumerate() {
            self.add(param.span, Entity::Param(id, index));
        }
    }

    /// The entity whose name stands at a place.
    pub(super) fn at(&self, span: Span) -> Option<Entity> {
        self.0.get(&span.start).copied()
    }
}
