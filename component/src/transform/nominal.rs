//! Worlds in which two types that differ in the component have different ids.

use std::collections::HashMap;
use witc_resolve::{
    Function, FunctionKind, InterfaceId, Map, Resolve, Type, TypeDef, TypeDefKind, TypeId,
    TypeOwner, WorldId, WorldItem, WorldKey,
};

type Items = Map<WorldKey, WorldItem>;

/// Gives a world copies of the interfaces that it has more than once, on one side or on both, and of the interfaces that
/// use types of copies. After that, types are the same in the component only if their ids are.
pub fn nominal_types(resolve: &mut Resolve, world: WorldId) {
    let mut imports = std::mem::take(&mut resolve.worlds[world].imports);
    let mut exports = std::mem::take(&mut resolve.worlds[world].exports);
    let mut copier = Copier {
        resolve,
        types: HashMap::new(),
        seen: Vec::new(),
        copied: Vec::new(),
    };
    copier.items(&mut imports);
    copier.items(&mut exports);
    let own = &mut resolve.worlds[world];
    (own.imports, own.exports) = (imports, exports);
}

struct Copier<'r> {
    resolve: &'r mut Resolve,
    /// The types that have copies.
    types: HashMap<TypeId, TypeId>,
    /// The interfaces that came up.
    seen: Vec<InterfaceId>,
    /// Those that were copied under their ids, so that others may use types of the copies.
    copied: Vec<InterfaceId>,
}

impl Copier<'_> {
    fn items(&mut self, items: &mut Items) {
        // An interface under a plain name cannot be used by others. So those with ids come first, and the plain ones see
        // the copies of what they use.
        let is_named = |key: &WorldKey| key.name().is_some();
        let mut order: Vec<usize> = (0..items.len()).collect();
        order.sort_by_key(|&index| items.get_index(index).is_some_and(|(key, _)| is_named(key)));
        let mut copies: HashMap<usize, InterfaceId> = HashMap::new();
        for index in order {
            let Some((key, item)) = items.get_index(index) else {
                continue;
            };
            let Some(item) = item.interface() else {
                continue;
            };
            let is_again = self.seen.contains(&item.id);
            self.seen.push(item.id);
            let uses_copies = self
                .resolve
                .interface_uses(item.id)
                .any(|used| self.copied.contains(&used));
            if !is_again && !uses_copies {
                continue;
            }
            // Copies under a plain name are for this interface alone: later ones must not see its types.
            if is_named(key) {
                let types = self.types.clone();
                copies.insert(index, self.interface(item.id));
                self.types = types;
            } else {
                self.copied.push(item.id);
                copies.insert(index, self.interface(item.id));
            }
        }
        // The map is built anew, because keys change, and the order of the items stays.
        *items = std::mem::take(items)
            .into_iter()
            .enumerate()
            .map(|(index, (key, item))| match (item, copies.get(&index)) {
                (WorldItem::Interface(mut item), Some(&copy)) => {
                    item.id = copy;
                    let key = if is_named(&key) {
                        key
                    } else {
                        WorldKey::Interface(copy)
                    };
                    (key, WorldItem::Interface(item))
                }
                (
                    item @ (WorldItem::Interface(_) | WorldItem::Function(_) | WorldItem::Type(_)),
                    _,
                ) => (key, item),
            })
            .collect();
    }

    fn interface(&mut self, id: InterfaceId) -> InterfaceId {
        // The copy starts as a clone, so that remarks and gates are the same.
        let old = self.resolve.interfaces[id].clone();
        let copy = self.resolve.interfaces.alloc(old.clone());
        // In the order of their ids a type comes after its parts, so that their copies are there.
        let mut types: Vec<TypeId> = old.types.values().copied().collect();
        types.sort_unstable();
        for id in types {
            let def = TypeDef {
                owner: TypeOwner::Interface(copy),
                ..self.resolve.types[id].clone()
            };
            let kind = self.kind(&def.kind);
            let new = self.resolve.types.alloc(TypeDef { kind, ..def });
            self.types.insert(id, new);
        }
        let functions = old.functions.iter().map(|(name, &id)| {
            let function = self.function(&self.resolve.functions[id].clone());
            (name.clone(), self.resolve.functions.alloc(function))
        });
        let functions = functions.collect();
        let types = old
            .types
            .iter()
            .map(|(name, &id)| (name.clone(), self.id(id)))
            .collect();
        let interface = &mut self.resolve.interfaces[copy];
        (interface.types, interface.functions, interface.clone_of) = (types, functions, Some(id));
        copy
    }

    fn function(&mut self, function: &Function) -> Function {
        let mut function = function.clone();
        for param in &mut function.params {
            param.ty = self.ty(param.ty);
        }
        function.result = function.result.map(|ty| self.ty(ty));
        function.kind = match function.kind {
            FunctionKind::Freestanding => FunctionKind::Freestanding,
            FunctionKind::Method(id) => FunctionKind::Method(self.id(id)),
            FunctionKind::Static(id) => FunctionKind::Static(self.id(id)),
            FunctionKind::Constructor(id) => FunctionKind::Constructor(self.id(id)),
        };
        function
    }

    fn ty(&mut self, ty: Type) -> Type {
        match ty.id() {
            Some(id) => Type::Id(self.id(id)),
            None => ty,
        }
    }

    /// The id that stands for a type: its copy; for an anonymous one that is made of copies a new one; or the type itself.
    fn id(&mut self, id: TypeId) -> TypeId {
        if let Some(&copy) = self.types.get(&id) {
            return copy;
        }
        let def = &self.resolve.types[id];
        if !def.owner.is_none() {
            return id;
        }
        let def = def.clone();
        let kind = self.kind(&def.kind);
        // An anonymous type without copies in it can be shared.
        let copy = if kind == def.kind {
            id
        } else {
            self.resolve.types.alloc(TypeDef { kind, ..def })
        };
        self.types.insert(id, copy);
        copy
    }

    fn kind(&mut self, kind: &TypeDefKind) -> TypeDefKind {
        let mut kind = kind.clone();
        kind.for_each_type_mut(&mut |ty| *ty = self.ty(*ty));
        kind
    }
}
