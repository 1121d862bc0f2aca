//! Live types: everything that a world, an interface or a function reaches through types.

use super::{
    Function, FunctionId, Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId, WorldId,
    WorldItem,
};
use crate::FastMap;

/// The types that something needs: those that it names, and those that they are made of, all the way down.
///
/// The types come in the order of their ids, in which each stands after those that it is made of: declarations that
/// are written in this order need no look ahead.
#[derive(Clone, Debug, Default)]
pub struct LiveTypes {
    // As large as what is live: there may be such a set for each of many interfaces.
    live: FastMap<TypeId, ()>,
    pending: Vec<TypeId>,
}

impl LiveTypes {
    /// Nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The types that a world needs: all its imports and exports.
    #[must_use]
    pub fn of_world(resolve: &Resolve, world: WorldId) -> Self {
        let mut live = Self::new();
        let world = &resolve.worlds[world];
        for item in world.imports.values().chain(world.exports.values()) {
            live.add_item(resolve, item);
        }
        live
    }

    /// The types that an interface needs: all its types and functions.
    #[must_use]
    pub fn of_interface(resolve: &Resolve, interface: InterfaceId) -> Self {
        let mut live = Self::new();
        live.add_interface(resolve, interface);
        live
    }

    /// The types that a function needs: its parameters, its result and its resource.
    #[must_use]
    pub fn of_function(resolve: &Resolve, function: FunctionId) -> Self {
        let mut live = Self::new();
        live.add_function(resolve, &resolve.functions[function]);
        live
    }

    /// Adds what an import or export needs.
    pub fn add_item(&mut self, resolve: &Resolve, item: &WorldItem) {
        match item {
            WorldItem::Interface(interface) => self.add_interface(resolve, interface.id),
            WorldItem::Function(id) => self.add_function(resolve, &resolve.functions[*id]),
            WorldItem::Type(id) => self.add(resolve, Type::Id(*id)),
        }
    }

    /// Adds what an interface needs.
    pub fn add_interface(&mut self, resolve: &Resolve, interface: InterfaceId) {
        for &id in resolve.interfaces[interface].types.values() {
            self.add(resolve, Type::Id(id));
        }
        for function in resolve.functions_of(interface) {
            self.add_function(resolve, function);
        }
    }

    /// Adds what a function needs.
    pub fn add_function(&mut self, resolve: &Resolve, function: &Function) {
        if let Some(id) = function.kind.resource() {
            self.add(resolve, Type::Id(id));
        }
        for param in &function.params {
            self.add(resolve, param.ty);
        }
        if let Some(ty) = function.result {
            self.add(resolve, ty);
        }
    }

    /// Adds a type and what it is made of.
    pub fn add(&mut self, resolve: &Resolve, ty: Type) {
        self.push(ty);
        // A list in place of recursion: types may be nested deeply, and aliases of aliases more so.
        while let Some(id) = self.pending.pop() {
            resolve.types[id]
                .kind
                .for_each_type(&mut |ty| self.push(ty));
        }
    }

    fn push(&mut self, ty: Type) {
        let Some(id) = ty.id() else { return };
        if self.live.insert(id, ()).is_none() {
            self.pending.push(id);
        }
    }

    /// Whether a type is live.
    #[must_use]
    pub fn contains(&self, id: TypeId) -> bool {
        self.live.contains_key(&id)
    }

    /// The live types, each after those that it is made of.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = TypeId> {
        let mut all: Vec<TypeId> = self.live.keys().copied().collect();
        all.sort_unstable();
        all.into_iter()
    }
}

impl TypeDefKind {
    /// Calls `visit` with each type that this one is directly made of, in order; for a handle, and for an alias of a
    /// resource, that is the resource.
    pub fn for_each_type(&self, visit: &mut dyn FnMut(Type)) {
        match self {
            Self::Alias(ty) | Self::Option(ty) | Self::List(ty) | Self::FixedLengthList(ty, _) => {
                visit(*ty);
            }
            Self::Record(record) => record.fields.iter().for_each(|field| visit(field.ty)),
            Self::Variant(variant) => variant
                .cases
                .iter()
                .filter_map(|case| case.ty)
                .for_each(visit),
            Self::Enum(_) | Self::Flags(_) | Self::Resource => {}
            Self::Handle(handle) => visit(Type::Id(handle.resource())),
            Self::Tuple(tuple) => tuple.types.iter().copied().for_each(visit),
            Self::Result(result) => [result.ok, result.err]
                .into_iter()
                .flatten()
                .for_each(visit),
            Self::Map(key, value) => [*key, *value].into_iter().for_each(visit),
            Self::Future(ty) | Self::Stream(ty) => ty.iter().copied().for_each(visit),
        }
    }

    /// Calls `change` with each type that this one is directly made of, as [`Self::for_each_type`] does.
    pub fn for_each_type_mut(&mut self, change: &mut dyn FnMut(&mut Type)) {
        match self {
            Self::Alias(ty) | Self::Option(ty) | Self::List(ty) | Self::FixedLengthList(ty, _) => {
                change(ty);
            }
            Self::Record(record) => record
                .fields
                .iter_mut()
                .for_each(|field| change(&mut field.ty)),
            Self::Variant(variant) => {
                variant
                    .cases
                    .iter_mut()
                    .filter_map(|case| case.ty.as_mut())
                    .for_each(change);
            }
            Self::Enum(_) | Self::Flags(_) | Self::Resource => {}
            Self::Handle(Handle::Own(id) | Handle::Borrow(id)) => {
                let mut ty = Type::Id(*id);
                change(&mut ty);
                // A handle is always one of a type with an id; a primitive type would make no sense
                // here and changes nothing.
                *id = ty.id().unwrap_or(*id);
            }
            Self::Tuple(tuple) => tuple.types.iter_mut().for_each(change),
            Self::Result(result) => result.ok.iter_mut().chain(&mut result.err).for_each(change),
            Self::Map(key, value) => {
                change(key);
                change(value);
            }
            Self::Future(ty) | Self::Stream(ty) => ty.iter_mut().for_each(change),
        }
    }
}
