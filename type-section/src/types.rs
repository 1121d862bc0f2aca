//! Value and function types in an index space, each encoded once.

use crate::error::Result;
use crate::names;
use crate::space::Space;
use wasm_encoder::{ComponentDefinedTypeEncoder, ComponentValType, PrimitiveValType, TypeBounds};
use witc_resolve::{
    Function, Handle, Label, Map, Name, Record, Resolve, Type, TypeDef, TypeDefKind, TypeId,
    Variant,
};

/// The types that an index space has so far.
pub(crate) struct Types<'a> {
    resolve: &'a Resolve,
    by_id: Map<TypeId, u32>,
    anonymous: Map<&'a TypeDefKind, u32>,
    functions: Map<FunctionType<'a>, u32>,
}

/// The key by which function types are told apart.
#[derive(PartialEq, Eq, Hash)]
struct FunctionType<'a> {
    is_async: bool,
    // Names of parameters are part of a function's type (Explainer.md, "Definition types").
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
        // The types come first: the encoder of the function borrows the index space that they go to.
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
        match primitive_type(ty) {
            Ok(primitive) => Ok(ComponentValType::Primitive(primitive)),
            Err(id) => self.defined(space, id),
        }
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
        // Types without a name are the same if their structure is, so each is encoded once, even where the
        // model has it under several ids.
        if let Some(&index) = self
            .anonymous
            .get(&def.kind)
            .filter(|_| def.name().is_none())
        {
            return Ok(ComponentValType::Type(index));
        }
        // A type that nothing owns is structural, and defined wherever it is used.
        let value = if !def.owner.is_none() && def.owner != space.owner() {
            ComponentValType::Type(space.foreign(id)?)
        } else {
            self.define(space, def)?
        };
        // A primitive type has no index that could be used again.
        if let ComponentValType::Type(index) = value {
            self.by_id.insert(id, index);
            if def.name().is_none() {
                self.anonymous.insert(&def.kind, index);
            }
        }
        Ok(value)
    }

    /// Defines a type, under its name if it has one. What it is made of comes before it.
    fn define(&mut self, space: &mut impl Space, def: &'a TypeDef) -> Result<ComponentValType> {
        let value = match &def.kind {
            // A resource has no definition but its import or export, `sub resource`.
            TypeDefKind::Resource => {
                let index = space.name(names::of_type(def), TypeBounds::SubResource);
                return Ok(ComponentValType::Type(index));
            }
            // An alias defines nothing: below, its name is bound to the type that it stands for.
            TypeDefKind::Alias(ty) => self.value(space, *ty)?,
            TypeDefKind::Record(record) => self.record(space, record)?,
            TypeDefKind::Variant(variant) => self.variant(space, variant)?,
            TypeDefKind::Enum(cases) => add(space, |ty| ty.enum_type(labels(&cases.cases))),
            TypeDefKind::Flags(flags) => add(space, |ty| ty.flags(labels(&flags.flags))),
            TypeDefKind::Tuple(tuple) => {
                let types = tuple.types.iter().map(|&ty| self.value(space, ty));
                let types = types.collect::<Result<Vec<_>>>()?;
                add(space, |ty| ty.tuple(types))
            }
            TypeDefKind::Option(inner) => {
                let inner = self.value(space, *inner)?;
                add(space, |ty| ty.option(inner))
            }
            TypeDefKind::Result(result) => {
                let ok = self.optional(space, result.ok)?;
                let err = self.optional(space, result.err)?;
                add(space, |ty| ty.result(ok, err))
            }
            TypeDefKind::List(element) => {
                let element = self.value(space, *element)?;
                add(space, |ty| ty.list(element))
            }
            TypeDefKind::FixedLengthList(element, length) => {
                let element = self.value(space, *element)?;
                add(space, |ty| ty.fixed_length_list(element, *length))
            }
            TypeDefKind::Map(key, value) => {
                let (key, value) = (self.value(space, *key)?, self.value(space, *value)?);
                add(space, |ty| ty.map(key, value))
            }
            TypeDefKind::Future(payload) => {
                let payload = self.optional(space, *payload)?;
                add(space, |ty| ty.future(payload))
            }
            TypeDefKind::Stream(payload) => {
                let payload = self.optional(space, *payload)?;
                add(space, |ty| ty.stream(payload))
            }
            TypeDefKind::Handle(handle) => self.handle(space, *handle)?,
        };
        Ok(match def.name() {
            Some(_) => {
                // Records, variants, enums, flags and resources can be used in imports and exports only by the
                // index that their own import or export gives (Explainer.md, "External Visibility of Types").
                let index = index_of(space, value);
                let bounds = TypeBounds::Eq(index);
                ComponentValType::Type(space.name(names::of_type(def), bounds))
            }
            None => value,
        })
    }

    fn record(&mut self, space: &mut impl Space, record: &'a Record) -> Result<ComponentValType> {
        let fields = record.fields.iter();
        let fields = fields.map(|field| Ok((&*field.name, self.value(space, field.ty)?)));
        let fields = fields.collect::<Result<Vec<_>>>()?;
        Ok(add(space, |ty| ty.record(fields)))
    }

    fn variant(
        &mut self,
        space: &mut impl Space,
        variant: &'a Variant,
    ) -> Result<ComponentValType> {
        let cases = variant.cases.iter();
        let cases = cases.map(|case| Ok((&*case.name, self.optional(space, case.ty)?)));
        let cases = cases.collect::<Result<Vec<_>>>()?;
        Ok(add(space, |ty| ty.variant(cases)))
    }

    fn handle(&mut self, space: &mut impl Space, handle: Handle) -> Result<ComponentValType> {
        let resource = self.defined(space, handle.resource())?;
        let resource = index_of(space, resource);
        Ok(add(space, |ty| match handle {
            Handle::Own(_) => ty.own(resource),
            Handle::Borrow(_) => ty.borrow(resource),
        }))
    }
}

/// A primitive type in the binary format, or the id of one that is not primitive.
///
/// # Errors
///
/// If the type is not primitive.
pub fn primitive_type(ty: Type) -> Result<PrimitiveValType, TypeId> {
    Ok(match ty {
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
        Type::Id(id) => return Err(id),
    })
}

/// Adds a type without a name.
fn add(
    space: &mut impl Space,
    encode: impl FnOnce(ComponentDefinedTypeEncoder<'_>),
) -> ComponentValType {
    let (index, encoder) = space.define();
    encode(encoder);
    ComponentValType::Type(index)
}

/// The index of a type. Primitive types have one only if they are added to the index space.
fn index_of(space: &mut impl Space, value: ComponentValType) -> u32 {
    match value {
        ComponentValType::Type(index) => index,
        ComponentValType::Primitive(primitive) => {
            let (index, encoder) = space.define();
            encoder.primitive(primitive);
            index
        }
    }
}

fn labels(labels: &[Label]) -> impl ExactSizeIterator<Item = &str> {
    labels.iter().map(|label| &*label.name)
}
