//! Value and function types in an index space, each encoded once.

use crate::space::Space;
use crate::{Result, names};
use wasm_encoder::{ComponentValType, PrimitiveValType, TypeBounds};
use witc_resolve::{Function, Handle, Map, Name, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// The types that an index space has so far.
pub(crate) struct Types<'a> {
    resolve: &'a Resolve,
    by_id: Map<TypeId, u32>,
    anonymous: Map<&'a TypeDefKind, u32>,
    functions: Map<FunctionType<'a>, u32>,
}

/// What tells function types apart.
#[derive(PartialEq, Eq, Hash)]
struct FunctionType<'a> {
    is_async: bool,
    params: Vec<(&'a Name, Type)>,
    result: Option<Type>,
}

impl<'a> Types<'a> {
    pub(crate) fn new(resolve: &'a Resolve) -> Self {
        Self {
            resolve,
            by_id: Map::default(),
            anonymous: Map::default(),
            functions: Map::default(),
        }
    }

    /// The index of a type that has been encoded.
    pub(crate) fn get(&self, id: TypeId) -> Option<u32> {
        self.by_id.get(&id).copied()
    }

    /// Encodes the type of a function, and gives its index.
    pub(crate) fn function(
        &mut self,
        space: &mut impl Space,
        function: &'a Function,
    ) -> Result<u32> {
        let key = FunctionType {
            is_async: function.is_async,
            params: function
                .params
                .iter()
                .map(|param| (&param.name, param.ty))
                .collect(),
            result: function.result,
        };
        if let Some(&index) = self.functions.get(&key) {
            return Ok(index);
        }
        let params = function
            .params
            .iter()
            .map(|param| Ok((&*param.name, self.value(space, param.ty)?)));
        let params = params.collect::<Result<Vec<_>>>()?;
        let result = self.optional(space, function.result)?;
        let (index, mut encoder) = space.define_function();
        encoder
            .async_(function.is_async)
            .params(params)
            .result(result);
        self.functions.insert(key, index);
        Ok(index)
    }

    /// Encodes a type with a name of its own, and imports or exports it, unless that has been done.
    pub(crate) fn named(&mut self, space: &mut impl Space, id: TypeId) -> Result<()> {
        self.defined(space, id).map(|_| ())
    }

    /// Encodes a type and gives what stands for it.
    ///
    /// The recursion is as deep as anonymous types are nested if named ones are encoded in the order of their ids.
    fn value(&mut self, space: &mut impl Space, ty: Type) -> Result<ComponentValType> {
        Ok(ComponentValType::Primitive(match ty {
            Type::Bool => PrimitiveValType::Bool,
            Type::U8 => PrimitiveValType::U8,
            Type::U16 => PrimitiveValType::U16,
            Type::U32 => PrimitiveValType::U32,
            Type::U64 => PrimitiveValType::U64,
            Type::S8 => PrimitiveValType::S8,
            Type::S16 => PrimitiveValType::S16,
            Type::S32 => PrimitiveValType::S32,
            Type::S64 => PrimitiveValType::S64,
            Type::F32 => PrimitiveValType::F32,
            Type::F64 => PrimitiveValType::F64,
            Type::Char => PrimitiveValType::Char,
            Type::String => PrimitiveValType::String,
            Type::ErrorContext => PrimitiveValType::ErrorContext,
            Type::Id(id) => return self.defined(space, id),
        }))
    }

    fn optional(
        &mut self,
        space: &mut impl Space,
        ty: Option<Type>,
    ) -> Result<Option<ComponentValType>> {
        ty.map(|ty| self.value(space, ty)).transpose()
    }

    fn defined(&mut self, space: &mut impl Space, id: TypeId) -> Result<ComponentValType> {
        if let Some(&index) = self.by_id.get(&id) {
            return Ok(ComponentValType::Type(index));
        }
        let def = &self.resolve.types[id];
        if let Some(&index) = self
            .anonymous
            .get(&def.kind)
            .filter(|_| def.name().is_none())
        {
            return Ok(ComponentValType::Type(index));
        }
        let value = if def.owner != TypeOwner::None && def.owner != space.owner() {
            ComponentValType::Type(space.foreign(id)?)
        } else if let TypeDefKind::Resource = def.kind {
            ComponentValType::Type(space.name(names::of_type(def), TypeBounds::SubResource))
        } else {
            let value = self.kind(space, &def.kind)?;
            if def.name().is_some() {
                self.give_name(space, id, value)
            } else {
                value
            }
        };
        if let ComponentValType::Type(index) = value {
            self.by_id.insert(id, index);
            if def.name().is_none() {
                self.anonymous.insert(&def.kind, index);
            }
        }
        Ok(value)
    }

    fn give_name(
        &self,
        space: &mut impl Space,
        id: TypeId,
        value: ComponentValType,
    ) -> ComponentValType {
        let index = match value {
            ComponentValType::Type(index) => index,
            // Only what is in the index space can have a name.
            ComponentValType::Primitive(primitive) => {
                let (index, encoder) = space.define();
                encoder.primitive(primitive);
                index
            }
        };
        ComponentValType::Type(space.name(
            names::of_type(&self.resolve.types[id]),
            TypeBounds::Eq(index),
        ))
    }

    fn kind(&mut self, space: &mut impl Space, kind: &'a TypeDefKind) -> Result<ComponentValType> {
        match kind {
            TypeDefKind::Alias(ty) => return self.value(space, *ty),
            TypeDefKind::Record(_) | TypeDefKind::Variant(_) | TypeDefKind::Tuple(_) => {
                return self.aggregate(space, kind);
            }
            _ => {}
        }
        // What a type is made of comes before it.
        let [first, second] = match *kind {
            TypeDefKind::Option(ty)
            | TypeDefKind::List(ty)
            | TypeDefKind::FixedLengthList(ty, _) => [Some(ty), None],
            TypeDefKind::Map(key, value) => [Some(key), Some(value)],
            TypeDefKind::Result(result) => [result.ok, result.err],
            TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => [ty, None],
            TypeDefKind::Handle(handle) => [Some(Type::Id(handle.resource())), None],
            _ => [None, None],
        };
        let (first, second) = (self.optional(space, first)?, self.optional(space, second)?);
        let (index, encoder) = space.define();
        match (kind, first, second) {
            (TypeDefKind::Enum(cases), ..) => {
                encoder.enum_type(cases.cases.iter().map(|case| &*case.name))
            }
            (TypeDefKind::Flags(flags), ..) => {
                encoder.flags(flags.flags.iter().map(|flag| &*flag.name))
            }
            (TypeDefKind::Option(_), Some(ty), _) => encoder.option(ty),
            (TypeDefKind::List(_), Some(ty), _) => encoder.list(ty),
            (TypeDefKind::FixedLengthList(_, length), Some(ty), _) => {
                encoder.fixed_length_list(ty, *length)
            }
            (TypeDefKind::Map(..), Some(key), Some(value)) => encoder.map(key, value),
            (TypeDefKind::Result(_), ok, err) => encoder.result(ok, err),
            (TypeDefKind::Future(_), ty, _) => encoder.future(ty),
            (TypeDefKind::Stream(_), ty, _) => encoder.stream(ty),
            (TypeDefKind::Handle(Handle::Own(_)), Some(ComponentValType::Type(ty)), _) => {
                encoder.own(ty)
            }
            (TypeDefKind::Handle(Handle::Borrow(_)), Some(ComponentValType::Type(ty)), _) => {
                encoder.borrow(ty);
            }
            // No other kind gets here.
            _ => encoder.primitive(PrimitiveValType::Bool),
        }
        Ok(ComponentValType::Type(index))
    }

    /// Encodes a type that is made of any number of others.
    fn aggregate(
        &mut self,
        space: &mut impl Space,
        kind: &'a TypeDefKind,
    ) -> Result<ComponentValType> {
        let mut parts = Vec::new();
        match kind {
            TypeDefKind::Record(record) => {
                for field in &record.fields {
                    parts.push((&*field.name, Some(self.value(space, field.ty)?)));
                }
            }
            TypeDefKind::Variant(variant) => {
                for case in &variant.cases {
                    parts.push((&*case.name, self.optional(space, case.ty)?));
                }
            }
            TypeDefKind::Tuple(tuple) => {
                for &ty in &tuple.types {
                    parts.push(("", Some(self.value(space, ty)?)));
                }
            }
            _ => {}
        }
        let (index, encoder) = space.define();
        let typed: Vec<_> = parts
            .iter()
            .filter_map(|&(name, ty)| Some((name, ty?)))
            .collect();
        match kind {
            TypeDefKind::Record(_) => encoder.record(typed),
            TypeDefKind::Tuple(_) => encoder.tuple(typed.into_iter().map(|(_, ty)| ty)),
            _ => encoder.variant(parts),
        }
        Ok(ComponentValType::Type(index))
    }
}
