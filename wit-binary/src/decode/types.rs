//! The types of a component as those of a resolved package.
//!
//! Types are identified by names: a type that has been imported or exported under a name is the same type wherever it
//! occurs. A second name for it is an alias.

use super::builder::Builder;
use super::found::{Entity, EntityId, SpacesAt, TypeItem};
use super::names;
use crate::error::{missing, not_a_component, not_wit, too_complex};
use wasmparser::{ComponentDefinedType, ComponentValType, PrimitiveValType, VariantCase};
use witc_diagnostics::Span;
use witc_resolve::{
    Case, Docs, Enum, Field, Flags, Handle, Label, Record, ResultType, Tuple, Type, TypeDef,
    TypeDefKind, TypeId, Variant,
};
use witc_type_section::Result;

/// How deep types without names may be nested.
// It bounds the recursion of `anonymous` and `nested`.
const MAX_DEPTH: usize = 100;

/// The most flags that there may be in a type.
// The limit of Binary.md, "Type Definitions".
const MAX_FLAGS: usize = 32;

impl<'a> Builder<'a> {
    /// The nearest type in a chain of names that is defined.
    pub(super) fn find(&self, entity: EntityId) -> Option<TypeId> {
        self.graph()
            .chain(entity)
            .find_map(|entity| self.types.get(&entity).copied())
    }

    pub(super) fn base(&self, entity: EntityId) -> EntityId {
        self.graph().chain(entity).last().unwrap_or(entity)
    }

    /// Remembers what a type stands for, under all names that are new.
    pub(super) fn register(&mut self, entity: EntityId, id: TypeId) {
        let chain: Vec<_> = self.graph().chain(entity).collect();
        for (position, entity) in chain.into_iter().enumerate() {
            // Names stand for a type only if it has an identity. A structural type such as `list<u8>` may have many names,
            // and none of them is meant where it occurs by itself.
            let has_identity = match self.graph().entity(entity) {
                Entity::Named(_) | Entity::Resource => true,
                Entity::Defined(ty, _) => is_nominal(ty),
            };
            if position > 0 && (self.types.contains_key(&entity) || !has_identity) {
                return;
            }
            self.types.insert(entity, id);
        }
    }

    /// The kind of a type with a name.
    pub(super) fn definition(&mut self, base: EntityId) -> Result<TypeDefKind> {
        match self.graph().entity(base) {
            Entity::Defined(ty, at) => self.kind(ty, at, 0),
            Entity::Resource => Ok(TypeDefKind::Resource),
            // The end of a chain of names is a definition.
            Entity::Named(_) => Err(missing("a type")),
        }
    }

    /// The type of a value.
    pub(crate) fn value(&mut self, ty: ComponentValType, at: SpacesAt) -> Result<Type> {
        self.nested(ty, at, 0)
    }

    fn nested(&mut self, ty: ComponentValType, at: SpacesAt, depth: usize) -> Result<Type> {
        let index = match ty {
            ComponentValType::Primitive(ty) => return Ok(primitive(ty)),
            ComponentValType::Type(index) => index,
        };
        let entity = self.entity(index, at)?;
        if let Some(id) = self.find(entity) {
            // Only handles of resources are values: `own` and `borrow` do not come by here, but by
            // `resource_at`.
            if self.resolve.is_resource(id) {
                return Err(not_a_component(
                    "a resource is used where a value type belongs",
                ));
            }
            return Ok(Type::Id(id));
        }
        self.anonymous(self.base(entity), depth)
    }

    fn optional(
        &mut self,
        ty: Option<ComponentValType>,
        at: SpacesAt,
        depth: usize,
    ) -> Result<Option<Type>> {
        ty.map(|ty| self.nested(ty, at, depth)).transpose()
    }

    fn entity(&self, index: u32, at: SpacesAt) -> Result<EntityId> {
        match self.graph().type_at(at, index) {
            Some(TypeItem::Value(entity)) => Ok(entity),
            Some(TypeItem::Func(_) | TypeItem::Component(_) | TypeItem::Instance(_)) | None => {
                Err(missing(format_args!("value type {index}")))
            }
        }
    }

    /// The resource that a handle is of.
    fn resource_at(&self, index: u32, at: SpacesAt) -> Result<TypeId> {
        let id = self.find(self.entity(index, at)?);
        id.filter(|&id| self.resolve.is_resource(id))
            .ok_or_else(|| not_wit("it has a handle of a resource without a name"))
    }

    /// A type that has no name.
    fn anonymous(&mut self, base: EntityId, depth: usize) -> Result<Type> {
        // Types are shared within a binary. Without this, types that use types twice would take exponential
        // time.
        if let Some(&ty) = self.anonymous.get(&base) {
            return Ok(ty);
        }
        if depth == MAX_DEPTH {
            return Err(too_complex("types in it are nested too deep"));
        }
        let ty = match self.graph().entity(base) {
            // A primitive type may have an index too, which makes it no other type.
            Entity::Defined(ComponentDefinedType::Primitive(ty), _) => primitive(*ty),
            Entity::Defined(ty, at) if !is_nominal(ty) => {
                let kind = self.kind(ty, at, depth + 1)?;
                Type::Id(self.intern(kind))
            }
            Entity::Defined(ty, at) => {
                // Such a type needs a name where others see it (Explainer.md, "External Visibility of Types").
                // The kind is only for the message.
                let kind = self.kind(ty, at, depth + 1)?;
                return Err(not_wit(format_args!(
                    "it has a {} without a name",
                    kind.describe()
                )));
            }
            Entity::Resource | Entity::Named(_) => {
                return Err(not_a_component(
                    "a resource is used where a value type belongs",
                ));
            }
        };
        self.anonymous.insert(base, ty);
        Ok(ty)
    }

    fn intern(&mut self, kind: TypeDefKind) -> TypeId {
        // Structural types that are defined in several places are one type of the model.
        if let Some(&id) = self.interned.get(&kind) {
            return id;
        }
        let id = self.resolve.types.alloc(TypeDef::anonymous(kind.clone()));
        self.interned.insert(kind, id);
        id
    }

    fn kind(
        &mut self,
        ty: &ComponentDefinedType<'a>,
        at: SpacesAt,
        depth: usize,
    ) -> Result<TypeDefKind> {
        Ok(match ty {
            // `anonymous` has taken primitive types already, so this one has a name: `type t = u32`.
            ComponentDefinedType::Primitive(ty) => TypeDefKind::Alias(primitive(*ty)),
            ComponentDefinedType::Record(parts) => {
                TypeDefKind::Record(self.record(parts, at, depth)?)
            }
            ComponentDefinedType::Variant(parts) => {
                TypeDefKind::Variant(self.variant(parts, at, depth)?)
            }
            ComponentDefinedType::Tuple(parts) => {
                not_empty(parts)?;
                let types = parts.iter().map(|&ty| self.nested(ty, at, depth));
                TypeDefKind::Tuple(Tuple {
                    types: types.collect::<Result<_>>()?,
                })
            }
            ComponentDefinedType::Flags(names) if names.len() > MAX_FLAGS => {
                return Err(not_wit(format_args!(
                    "it has a type with {} flags, and at most {MAX_FLAGS} are allowed",
                    names.len()
                )));
            }
            ComponentDefinedType::Flags(names) => TypeDefKind::Flags(Flags {
                flags: labels(names)?,
            }),
            ComponentDefinedType::Enum(names) => TypeDefKind::Enum(Enum {
                cases: labels(names)?,
            }),
            ComponentDefinedType::List(ty) => TypeDefKind::List(self.nested(*ty, at, depth)?),
            ComponentDefinedType::FixedLengthList(_, 0) => {
                return Err(not_wit("it has a list of the length 0"));
            }
            ComponentDefinedType::FixedLengthList(ty, length) => {
                TypeDefKind::FixedLengthList(self.nested(*ty, at, depth)?, *length)
            }
            ComponentDefinedType::Map(key, value) => TypeDefKind::Map(
                self.nested(*key, at, depth)?,
                self.nested(*value, at, depth)?,
            ),
            ComponentDefinedType::Option(ty) => TypeDefKind::Option(self.nested(*ty, at, depth)?),
            ComponentDefinedType::Result { ok, err } => TypeDefKind::Result(ResultType {
                ok: self.optional(*ok, at, depth)?,
                err: self.optional(*err, at, depth)?,
            }),
            ComponentDefinedType::Own(index) => {
                TypeDefKind::Handle(Handle::Own(self.resource_at(*index, at)?))
            }
            ComponentDefinedType::Borrow(index) => {
                TypeDefKind::Handle(Handle::Borrow(self.resource_at(*index, at)?))
            }
            ComponentDefinedType::Future(ty) => TypeDefKind::Future(self.optional(*ty, at, depth)?),
            ComponentDefinedType::Stream(ty) => TypeDefKind::Stream(self.optional(*ty, at, depth)?),
        })
    }

    fn record(
        &mut self,
        parts: &[(&str, ComponentValType)],
        at: SpacesAt,
        depth: usize,
    ) -> Result<Record> {
        not_empty(parts)?;
        names::distinct(parts.iter().map(|(name, _)| *name))?;
        let mut fields = Vec::new();
        for &(name, ty) in parts {
            fields.push(Field {
                name: name.into(),
                ty: self.nested(ty, at, depth)?,
                docs: Docs::default(),
                span: Span::NONE,
            });
        }
        Ok(Record {
            fields: fields.into(),
        })
    }

    fn variant(
        &mut self,
        parts: &[VariantCase<'_>],
        at: SpacesAt,
        depth: usize,
    ) -> Result<Variant> {
        not_empty(parts)?;
        names::distinct(parts.iter().map(|case| case.name))?;
        let mut cases = Vec::new();
        for case in parts {
            cases.push(Case {
                name: case.name.into(),
                ty: self.optional(case.ty, at, depth)?,
                docs: Docs::default(),
                span: Span::NONE,
            });
        }
        Ok(Variant {
            cases: cases.into(),
        })
    }
}

/// Whether a type is what it is by its definition rather than by its structure.
fn is_nominal(ty: &ComponentDefinedType<'_>) -> bool {
    match ty {
        ComponentDefinedType::Record(_)
        | ComponentDefinedType::Variant(_)
        | ComponentDefinedType::Enum(_)
        | ComponentDefinedType::Flags(_) => true,
        ComponentDefinedType::Primitive(_)
        | ComponentDefinedType::List(_)
        | ComponentDefinedType::FixedLengthList(..)
        | ComponentDefinedType::Map(..)
        | ComponentDefinedType::Tuple(_)
        | ComponentDefinedType::Option(_)
        | ComponentDefinedType::Result { .. }
        | ComponentDefinedType::Own(_)
        | ComponentDefinedType::Borrow(_)
        | ComponentDefinedType::Future(_)
        | ComponentDefinedType::Stream(_) => false,
    }
}

fn not_empty<T>(parts: &[T]) -> Result<()> {
    // No validator has run, so this condition of Binary.md, "Type Definitions", is checked here, as are the others.
    if parts.is_empty() {
        Err(not_wit("it has a type without any members"))
    } else {
        Ok(())
    }
}

fn labels(labels: &[&str]) -> Result<Box<[Label]>> {
    not_empty(labels)?;
    names::distinct(labels.iter().copied())?;
    let label = |name: &&str| Label {
        name: (*name).into(),
        docs: Docs::default(),
        span: Span::NONE,
    };
    Ok(labels.iter().map(label).collect())
}

fn primitive(ty: PrimitiveValType) -> Type {
    match ty {
        PrimitiveValType::Bool => Type::Bool,
        PrimitiveValType::S8 => Type::S8,
        PrimitiveValType::U8 => Type::U8,
        PrimitiveValType::S16 => Type::S16,
        PrimitiveValType::U16 => Type::U16,
        PrimitiveValType::S32 => Type::S32,
        PrimitiveValType::U32 => Type::U32,
        PrimitiveValType::S64 => Type::S64,
        PrimitiveValType::U64 => Type::U64,
        PrimitiveValType::F32 => Type::F32,
        PrimitiveValType::F64 => Type::F64,
        PrimitiveValType::Char => Type::Char,
        PrimitiveValType::String => Type::String,
        PrimitiveValType::ErrorContext => Type::ErrorContext,
    }
}
