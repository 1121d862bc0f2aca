//! Types of the world as types of a component.
//!
//! The same walk serves three places, which differ in where types are defined and in what becomes of those with names:
//! the component itself, the types of imported instances, and the components that give exported instances their types.

use crate::errors::{Fallible, unknown_type};
use crate::named::{Compound, Home, NamedFunction, NamedWorld, Ty, TypeKey};
use std::collections::HashMap;
use wasm_encoder::{
    ComponentBuilder, ComponentDefinedTypeEncoder, ComponentFuncTypeEncoder, ComponentValType,
    InstanceType,
};
use witc_resolve::Name;

type HashMapOf<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// The indices of types that are defined.
#[derive(Clone, Debug, Default)]
pub(crate) struct DefinedTypes<'w> {
    homes: HashMapOf<Home, DefinedAt<'w>>,
}

#[derive(Clone, Debug, Default)]
struct DefinedAt<'w> {
    named: HashMapOf<u32, u32>,
    compounds: HashMapOf<u32, u32>,
    functions: HashMapOf<FunctionShape<'w>, u32>,
}

/// The key by which types of functions are told apart: parameters, result, and whether they may block.
type FunctionShape<'w> = (&'w [(Name, Ty)], Option<Ty>, bool);

impl DefinedTypes<'_> {
    /// The index of a type with a name, if it is defined.
    pub(crate) fn named(&self, key: TypeKey) -> Option<u32> {
        self.homes.get(&key.home)?.named.get(&key.index).copied()
    }

    /// Notes the index of a type with a name.
    pub(crate) fn define(&mut self, key: TypeKey, index: u32) {
        self.homes
            .entry(key.home)
            .or_default()
            .named
            .insert(key.index, index);
    }

    /// Forgets what is defined for a home but for its resources.
    pub(crate) fn keep_resources(&mut self, home: Home, world: &NamedWorld) {
        if let Some(at) = self.homes.get_mut(&home) {
            at.named.retain(|&index, _| {
                world
                    .definition(TypeKey { home, index })
                    .is_some_and(|(_, definition)| definition.is_resource())
            });
            // These may be made of the types that were just forgotten.
            at.compounds.clear();
            at.functions.clear();
        }
    }

    /// Forgets what is defined for a home, because other types stand for it from now on.
    pub(crate) fn forget(&mut self, home: Home) {
        self.homes.remove(&home);
    }
}

/// Where types are defined.
pub(crate) trait Sink {
    /// Defines a type.
    fn define_type(&mut self) -> (u32, ComponentDefinedTypeEncoder<'_>);
    /// Defines the type of a function.
    fn define_function(&mut self) -> (u32, ComponentFuncTypeEncoder<'_>);
}

impl Sink for ComponentBuilder {
    fn define_type(&mut self) -> (u32, ComponentDefinedTypeEncoder<'_>) {
        self.type_defined(None)
    }

    fn define_function(&mut self) -> (u32, ComponentFuncTypeEncoder<'_>) {
        self.type_function(None)
    }
}

impl Sink for InstanceType {
    fn define_type(&mut self) -> (u32, ComponentDefinedTypeEncoder<'_>) {
        (self.type_count(), self.ty().defined_type())
    }

    fn define_function(&mut self) -> (u32, ComponentFuncTypeEncoder<'_>) {
        (self.type_count(), self.ty().function())
    }
}

/// A place where types of a world are encoded.
pub(crate) trait TypeScope<'w> {
    /// The world.
    fn world(&self) -> &'w NamedWorld;
    /// Where types are defined.
    fn sink(&mut self) -> &mut impl Sink;
    /// The types that are defined.
    fn defined(&mut self) -> &mut DefinedTypes<'w>;
    /// The index of a type that is defined elsewhere and brought in; nothing for one that is defined here.
    fn foreign(&mut self, key: TypeKey) -> Fallible<Option<u32>>;
    /// Gives a type that has just been defined its name, and returns the index to use from now on.
    fn name(&mut self, key: TypeKey, index: u32) -> Fallible<u32>;
    /// Defines a resource.
    fn resource(&mut self, key: TypeKey) -> Fallible<u32>;

    /// The index of a type with a name, which is defined if it isn't yet.
    fn named(&mut self, key: TypeKey) -> Fallible<u32> {
        if let Some(index) = self.defined().named(key) {
            return Ok(index);
        }
        let index = match self.foreign(key)? {
            Some(index) => index,
            None => self.definition(key)?,
        };
        // The index is noted only now: it is that of the import or export, which comes after the definition.
        self.defined().define(key, index);
        Ok(index)
    }

    /// Defines a type under its name.
    fn definition(&mut self, key: TypeKey) -> Fallible<u32> {
        let world = self.world();
        let (_, definition) = world.definition(key).ok_or_else(unknown_type)?;
        let index = match definition.ty {
            None => return self.resource(key),
            // A primitive type has no index of its own, which a name needs.
            Some(Ty::Primitive(primitive)) => {
                let (index, encoder) = self.sink().define_type();
                encoder.primitive(primitive);
                index
            }
            Some(Ty::Named(name)) => {
                self.named(world.resolve(key.home, name).ok_or_else(unknown_type)?)?
            }
            Some(Ty::Compound(structure)) => {
                self.compound(key.home, world.types.structure(structure))?
            }
        };
        self.name(key, index)
    }

    /// A type as it is used at `home`.
    fn ty(&mut self, home: Home, ty: Ty) -> Fallible<ComponentValType> {
        let world = self.world();
        Ok(match ty {
            Ty::Primitive(primitive) => ComponentValType::Primitive(primitive),
            Ty::Named(name) => ComponentValType::Type(self.resolved(home, name)?),
            Ty::Compound(structure) => {
                // Indices are kept by home, because the same structure may mean other types in each: names
                // depend on where they are used.
                let known = self
                    .defined()
                    .homes
                    .get(&home)
                    .and_then(|at| at.compounds.get(&structure));
                if let Some(&index) = known {
                    return Ok(ComponentValType::Type(index));
                }
                let index = self.compound(home, world.types.structure(structure))?;
                self.defined()
                    .homes
                    .entry(home)
                    .or_default()
                    .compounds
                    .insert(structure, index);
                ComponentValType::Type(index)
            }
        })
    }

    /// The type that a name stands for at `home`.
    fn resolved(&mut self, home: Home, name: u32) -> Fallible<u32> {
        let key = self.world().resolve(home, name).ok_or_else(unknown_type)?;
        self.named(key)
    }

    /// Like [`Self::ty`], for what may be missing.
    fn optional(&mut self, home: Home, ty: Option<Ty>) -> Fallible<Option<ComponentValType>> {
        ty.map(|ty| self.ty(home, ty)).transpose()
    }

    /// The type of a function.
    fn function(&mut self, home: Home, function: &'w NamedFunction) -> Fallible<u32> {
        let shape: FunctionShape<'w> = (&function.params, function.result, function.is_async);
        if let Some(&index) = self
            .defined()
            .homes
            .get(&home)
            .and_then(|at| at.functions.get(&shape))
        {
            return Ok(index);
        }
        // The types come first: the encoder of the function borrows the sink that they go to.
        let mut params = Vec::with_capacity(function.params.len());
        for (name, ty) in &function.params {
            params.push((name.as_str(), self.ty(home, *ty)?));
        }
        let result = self.optional(home, function.result)?;
        let (index, mut encoder) = self.sink().define_function();
        encoder
            .async_(function.is_async)
            .params(params)
            .result(result);
        self.defined()
            .homes
            .entry(home)
            .or_default()
            .functions
            .insert(shape, index);
        Ok(index)
    }

    /// Defines a type that is made of others.
    fn compound(&mut self, home: Home, structure: &'w Compound) -> Fallible<u32> {
        // The parts come first: the encoder of the type borrows the sink that they go to.
        let parts = EncodedParts::of(self, home, structure)?;
        let (index, encoder) = self.sink().define_type();
        parts.encode(structure, encoder);
        Ok(index)
    }
}

/// The parts of a compound type, encoded.
struct EncodedParts {
    types: Vec<Option<ComponentValType>>,
    resource: u32,
}

impl EncodedParts {
    fn of<'w>(
        scope: &mut (impl TypeScope<'w> + ?Sized),
        home: Home,
        structure: &Compound,
    ) -> Fallible<Self> {
        let mut types = Vec::new();
        // A handle has the resource's index, which is no value type and so has no place in the list.
        let mut resource = 0;
        match structure {
            Compound::Record(fields) => {
                for (_, ty) in fields {
                    types.push(Some(scope.ty(home, *ty)?));
                }
            }
            Compound::Variant(cases) => {
                for (_, ty) in cases {
                    types.push(scope.optional(home, *ty)?);
                }
            }
            Compound::Tuple(parts) => {
                for ty in parts {
                    types.push(Some(scope.ty(home, *ty)?));
                }
            }
            Compound::Option(ty) | Compound::List(ty) | Compound::FixedLengthList(ty, _) => {
                types.push(Some(scope.ty(home, *ty)?));
            }
            Compound::Result(ok, err) => {
                types = vec![scope.optional(home, *ok)?, scope.optional(home, *err)?];
            }
            Compound::Map(key, value) => {
                types = vec![Some(scope.ty(home, *key)?), Some(scope.ty(home, *value)?)];
            }
            Compound::Future(payload) | Compound::Stream(payload) => {
                types.push(scope.optional(home, *payload)?);
            }
            Compound::Own(name) | Compound::Borrow(name) => {
                resource = scope.resolved(home, *name)?;
            }
            Compound::Enum(_) | Compound::Flags(_) => {}
        }
        Ok(Self { types, resource })
    }

    fn encode(self, structure: &Compound, encoder: ComponentDefinedTypeEncoder<'_>) {
        let mut types = self.types.into_iter();
        // `of` has collected a type for each that is taken here, so the default is never used.
        let mut next = || types.next().flatten().unwrap_or(ComponentValType::Type(0));
        match structure {
            Compound::Record(fields) => {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|(name, _)| (name.as_str(), next()))
                    .collect();
                encoder.record(fields);
            }
            Compound::Variant(cases) => {
                let cases: Vec<_> = cases
                    .iter()
                    .zip(types)
                    .map(|((name, _), ty)| (name.as_str(), ty))
                    .collect();
                encoder.variant(cases);
            }
            Compound::Tuple(_) => encoder.tuple(types.flatten().collect::<Vec<_>>()),
            Compound::Enum(labels) => encoder.enum_type(labels.iter().map(Name::as_str)),
            Compound::Flags(labels) => encoder.flags(labels.iter().map(Name::as_str)),
            Compound::Option(_) => encoder.option(next()),
            Compound::List(_) => encoder.list(next()),
            Compound::FixedLengthList(_, length) => encoder.fixed_length_list(next(), *length),
            Compound::Result(..) => {
                let ok = types.next().flatten();
                encoder.result(ok, types.next().flatten());
            }
            Compound::Map(..) => {
                let key = next();
                encoder.map(key, next());
            }
            Compound::Future(_) => encoder.future(types.next().flatten()),
            Compound::Stream(_) => encoder.stream(types.next().flatten()),
            Compound::Own(_) => encoder.own(self.resource),
            Compound::Borrow(_) => encoder.borrow(self.resource),
        }
    }
}
