//! Worlds of a [`Resolve`] in terms of names.

use super::model::{
    AsyncSignatures, InterfaceName, NamedDefinition, NamedFunction, NamedInterface, NamedItem,
    Needs, Signature,
};
use super::pool::{Compound, Owner, Pool, Ty, TypeName};
use std::collections::HashMap;
use wasmparser::{FuncType, ValType};
use witc_canonical_abi::{Convention, CoreType, Plans, PointerWidth, Side, ValueType};
use witc_resolve::{
    self as resolved, Handle, Name, Resolve, Type, TypeDefKind, TypeId, TypeOwner, WorldItem,
};
use witc_type_section::primitive_type;

/// Converts what is in a [`Resolve`], with types going to a [`Pool`].
pub(super) struct Converter<'a> {
    resolve: &'a Resolve,
    plans: Plans,
    pool: &'a mut Pool,
    /// The interface that is being converted; nothing for things of the world itself.
    here: Option<resolved::InterfaceId>,
    done: HashMap<TypeId, Ty, foldhash::fast::RandomState>,
}

impl<'a> Converter<'a> {
    pub(super) fn new(resolve: &'a Resolve, pool: &'a mut Pool) -> Self {
        Self {
            resolve,
            plans: Plans::new(resolve),
            pool,
            here: None,
            done: HashMap::default(),
        }
    }

    /// An import or export.
    pub(super) fn item(&mut self, item: &WorldItem) -> NamedItem {
        match item {
            WorldItem::Interface(interface) => NamedItem::Interface(self.interface(interface)),
            WorldItem::Function(id) => {
                self.enter(None);
                NamedItem::Function(self.function(*id))
            }
            WorldItem::Type(id) => {
                self.enter(None);
                NamedItem::Type(self.definition(*id))
            }
        }
    }

    fn interface(&mut self, item: &resolved::WorldInterface) -> NamedInterface {
        self.enter(Some(item.id));
        let interface = &self.resolve.interfaces[item.id];
        let types = interface
            .types
            .iter()
            .map(|(name, &id)| (name.clone(), self.definition(id)))
            .collect();
        let functions = interface
            .functions
            .iter()
            .map(|(name, &id)| (name.clone(), self.function(id)));
        let functions = functions.collect();
        NamedInterface {
            id: interface_id(self.resolve, item.id),
            types,
            functions,
            external_id: item.external_id.as_deref().map(Name::from),
        }
    }

    fn enter(&mut self, interface: Option<resolved::InterfaceId>) {
        self.here = interface;
        // The same type has another name in each place: an interface calls its own types `Owner::Same`.
        self.done.clear();
    }

    fn definition(&mut self, id: TypeId) -> NamedDefinition {
        let def = &self.resolve.types[id];
        let resolve = self.resolve;
        let named = |id: &TypeId| resolve.types[*id].name().is_some();
        let ty = match def.kind.as_alias() {
            Some(target) => Some(match target.id().filter(named) {
                // Not `ty`, which makes a handle of a resource: an alias of a resource is the resource.
                Some(target) => self.named(target),
                None => self.ty(target),
            }),
            None if def.kind.is_resource() => None,
            None => Some(self.compound(id)),
        };
        NamedDefinition {
            ty,
            external_id: def.external_id().map(Name::from),
        }
    }

    fn function(&mut self, id: resolved::FunctionId) -> NamedFunction {
        let function = &self.resolve.functions[id];
        let params = function
            .params
            .iter()
            .map(|param| (param.name.clone(), self.ty(param.ty)))
            .collect();
        let result = function.result.map(|ty| self.ty(ty));
        let lifted = self.signature(function, Side::Export, Convention::Sync);
        NamedFunction {
            name: function.name.clone(),
            // Methods and constructors mention their resource in a parameter or the result.
            static_of: function
                .kind
                .resource()
                .filter(|_| function.kind.is_static())
                .map(|resource| self.name(resource)),
            params,
            result,
            is_async: function.is_async,
            external_id: function.external_id.as_deref().map(Name::from),
            lowered: self.signature(function, Side::Import, Convention::Sync),
            by_async: self.async_signatures(function, &lifted),
            lifted,
        }
    }

    fn async_signatures(
        &self,
        function: &resolved::Function,
        by_sync: &Signature,
    ) -> AsyncSignatures {
        let mut lifted = self.signature(function, Side::Export, Convention::Async);
        let core = self.plans.task_return(function);
        if core.parameters.spilled().is_some() {
            // The lift must have the memory that `task.return` reads the result from (CanonicalABI.md, `canon
            // lift`).
            lifted.needs |= Needs::MEMORY;
        }
        // `task.return` traps unless its options are those of the lift (CanonicalABI.md, `canon task.return`).
        let of_lift = if function.is_async {
            lifted.needs
        } else {
            by_sync.needs
        };
        AsyncSignatures {
            lowered: self.signature(function, Side::Import, Convention::Async),
            lifted,
            task_return: Signature {
                ty: core_type(&core),
                // `task.return` only reads, and must not have a `realloc`.
                needs: of_lift - Needs::REALLOC,
            },
        }
    }

    fn signature(
        &self,
        function: &resolved::Function,
        side: Side,
        convention: Convention,
    ) -> Signature {
        let signature = self.plans.signature(function, side, convention);
        let ty = core_type(&signature);
        let facts = |ty: Type| self.plans[self.plans.of(ty)].facts;
        // Values that come in are written to memory that the module allocates, and those that go out are read from it.
        let params = function.params.iter().map(|param| facts(param.ty));
        let (read, written): (Vec<_>, Vec<_>) = match side {
            Side::Import => (
                params.collect(),
                function.result.map(facts).into_iter().collect(),
            ),
            Side::Export => (
                function.result.map(facts).into_iter().collect(),
                params.collect(),
            ),
        };
        let mut needs = Needs::empty();
        for facts in read.iter().chain(&written) {
            needs.set(Needs::MEMORY, needs.contains(Needs::MEMORY) || facts.heap);
            needs.set(
                Needs::ENCODING,
                needs.contains(Needs::ENCODING) || facts.text,
            );
        }
        needs.set(Needs::REALLOC, written.iter().any(|facts| facts.heap));
        // Parameters that do not fit are passed in memory. For an export the callee allocates it
        // (CanonicalABI.md, `canon lift`), for an import it belongs to the caller.
        if signature.parameters.spilled().is_some() {
            needs |= if side.is_export() {
                Needs::MEMORY | Needs::REALLOC
            } else {
                Needs::MEMORY
            };
        }
        if signature.returns.in_memory().is_some() {
            needs |= Needs::MEMORY;
        }
        Signature { ty, needs }
    }

    /// A type where a value of it is meant: a resource's name stands for an owned handle.
    fn ty(&mut self, ty: Type) -> Ty {
        let id = match primitive_type(ty) {
            Ok(primitive) => return Ty::Primitive(primitive),
            Err(id) => id,
        };
        if let Some(&done) = self.done.get(&id) {
            return done;
        }
        let ty = self.value(id);
        self.done.insert(id, ty);
        ty
    }

    fn value(&mut self, id: TypeId) -> Ty {
        let def = &self.resolve.types[id];
        if def.name().is_none() {
            return match def.kind.as_alias() {
                Some(target) => self.ty(target),
                None => self.compound(id),
            };
        }
        if self.resolve.is_resource(id) {
            let name = self.name(id);
            return self.pool.compound(Compound::Own(name));
        }
        self.named(id)
    }

    fn named(&mut self, id: TypeId) -> Ty {
        Ty::Named(self.name(id))
    }

    fn name(&mut self, id: TypeId) -> u32 {
        let def = &self.resolve.types[id];
        let owner = match def.owner {
            TypeOwner::Interface(owner) if Some(owner) == self.here => Owner::Same,
            TypeOwner::Interface(owner) => {
                Owner::Interface(self.resolve.interface_name(owner).into())
            }
            TypeOwner::World(_) | TypeOwner::None => Owner::World,
        };
        self.pool.name(TypeName {
            owner,
            name: def.name_or_empty().into(),
        })
    }

    fn compound(&mut self, id: TypeId) -> Ty {
        let compound = match &self.resolve.types[id].kind {
            TypeDefKind::Record(record) => Compound::Record(
                record
                    .fields
                    .iter()
                    .map(|field| (field.name.clone(), self.ty(field.ty)))
                    .collect(),
            ),
            TypeDefKind::Variant(variant) => Compound::Variant(
                variant
                    .cases
                    .iter()
                    .map(|case| (case.name.clone(), case.ty.map(|ty| self.ty(ty))))
                    .collect(),
            ),
            TypeDefKind::Enum(cases) => Compound::Enum(labels(&cases.cases)),
            TypeDefKind::Flags(flags) => Compound::Flags(labels(&flags.flags)),
            TypeDefKind::Tuple(tuple) => {
                Compound::Tuple(tuple.types.iter().map(|&ty| self.ty(ty)).collect())
            }
            TypeDefKind::Option(ty) => Compound::Option(self.ty(*ty)),
            TypeDefKind::Result(result) => {
                let ok = result.ok.map(|ty| self.ty(ty));
                Compound::Result(ok, result.err.map(|ty| self.ty(ty)))
            }
            TypeDefKind::List(ty) => Compound::List(self.ty(*ty)),
            TypeDefKind::FixedLengthList(ty, length) => {
                Compound::FixedLengthList(self.ty(*ty), *length)
            }
            TypeDefKind::Map(key, value) => {
                let key = self.ty(*key);
                Compound::Map(key, self.ty(*value))
            }
            TypeDefKind::Handle(Handle::Own(id)) => Compound::Own(self.name(*id)),
            TypeDefKind::Handle(Handle::Borrow(id)) => Compound::Borrow(self.name(*id)),
            TypeDefKind::Future(payload) => Compound::Future(payload.map(|ty| self.ty(ty))),
            TypeDefKind::Stream(payload) => Compound::Stream(payload.map(|ty| self.ty(ty))),
            TypeDefKind::Alias(target) => return self.ty(*target),
            // A resource in the place of a value is an owned handle.
            TypeDefKind::Resource => Compound::Own(self.name(id)),
        };
        self.pool.compound(compound)
    }
}

/// The id of an interface; nothing for one that is written inline.
pub(super) fn interface_id(resolve: &Resolve, id: resolved::InterfaceId) -> Option<InterfaceName> {
    let interface = &resolve.interfaces[id];
    let package = &resolve.packages[interface.package?].name;
    let name = interface.name.as_ref()?;
    let path = ecow::eco_format!("{}:{}/{name}", package.namespace, package.name);
    Some(InterfaceName {
        path,
        version: package.version.clone(),
    })
}

fn labels(labels: &[resolved::Label]) -> Vec<Name> {
    labels.iter().map(|label| label.name.clone()).collect()
}

fn core_type(signature: &witc_canonical_abi::Signature) -> FuncType {
    FuncType::new(
        signature.params.iter().map(|&ty| value_type(ty)),
        signature.result.map(value_type),
    )
}

/// A core type, where pointers have 32 bits.
pub(crate) fn value_type(ty: CoreType) -> ValType {
    match ty.at(PointerWidth::Bits32) {
        ValueType::I32 => ValType::I32,
        ValueType::I64 => ValType::I64,
        ValueType::F32 => ValType::F32,
        ValueType::F64 => ValType::F64,
    }
}
