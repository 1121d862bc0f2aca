//! From the types of WIT to those of C: which are declared, once each, under which name, in which module.

use crate::c::built_in::built_in_ref;
use crate::c::interner::Interner;
use crate::c::structure::{Domain, Draft, Key, RenamedHandle, Structure};
use crate::c::types::{CType, Representation, Resource, ResourceRef, ResourceSide, Shape, TypeRef};
use heck::ToSnakeCase;
use witc_bindgen_core::ModuleId;
use witc_resolve::{Direction, Docs, Handle, PackageId, Type, TypeDef, TypeId};

impl<'a> Interner<'a> {
    /// The type of C for a type, as code of a module sees it; one that was not among those declared is declared now.
    pub(crate) fn intern(&mut self, from: ModuleId, ty: Type) -> TypeRef {
        let id = match built_in_ref(ty) {
            Ok(built_in) => return built_in,
            Err(id) => id,
        };
        if let Some(&known) = self.known.get(&(from, id)) {
            return known;
        }
        // A type with a name belongs to the module that defines it, an anonymous one to whoever needs it first.
        let known = match self.types.resolve.types[id].name() {
            Some(_) => {
                // A type that no module of the world has counts as the module's own that needs it.
                let home = self.types.modules.home(from, id).unwrap_or(from);
                self.named(home, id)
            }
            None => self.anonymous(from, id),
        };
        self.known.insert((from, id), known);
        known
    }

    /// A type with a name. It is declared under that name whatever it is made of.
    fn named(&mut self, home: ModuleId, id: TypeId) -> TypeRef {
        if let Some(&defined) = self.defined.get(&(home, id)) {
            return defined;
        }
        let defined = self.declare_type(home, id, |interner, structure| {
            interner.push_named(home, id, |interner, base| {
                interner.structural_shape(&structure, id, base)
            })
        });
        self.defined.insert((home, id), defined);
        defined
    }

    fn push_named(
        &mut self,
        home: ModuleId,
        id: TypeId,
        shape: impl FnOnce(&mut Self, &str) -> Shape<'a>,
    ) -> TypeRef {
        let def = &self.types.resolve.types[id];
        let stem = def.name_or_empty().to_snake_case();
        // Taken before the shape is made, which may take names that begin with it (the entry of a map).
        let base = self.take_type(&format!("{}_{stem}", self.types.prefixes.of(home)));
        let shape = shape(self, &base);
        self.push(base, stem, shape, id, Some(def.docs()))
    }

    /// A type without a name: one for all of the same structure.
    fn anonymous(&mut self, from: ModuleId, id: TypeId) -> TypeRef {
        self.declare_type(from, id, |interner, structure| {
            interner.find_or_push(from, structure, id)
        })
    }

    /// A type, and before it what it is made of; `structural` declares one that has only a structure.
    fn declare_type(
        &mut self,
        home: ModuleId,
        id: TypeId,
        structural: impl FnOnce(&mut Self, Structure) -> TypeRef,
    ) -> TypeRef {
        let kind = &self.types.resolve.types[id].kind;
        // The resource of a handle may be one that another module defines: `handle` looks for it.
        if kind.as_handle().is_none() {
            kind.for_each_type(&mut |ty| {
                self.intern(home, ty);
            });
        }
        match self.draft(home, id) {
            Draft::Known(known) => known,
            Draft::Resource => {
                let resource = self.define_resource(home, id);
                self.types.resource(resource).own
            }
            Draft::Handle(handle) => self.handle(home, handle, id),
            Draft::Nominal(shape) => self.push_named(home, id, |_, _| shape),
            Draft::Structural(structure) => structural(self, structure),
        }
    }

    /// The type of a handle. Under an alias of the resource it has another name.
    fn handle(&mut self, from: ModuleId, handle: Handle, ty: TypeId) -> TypeRef {
        let id = handle.resource();
        let modules = self.types.modules;
        let definition = self.types.resolve.definition(id);
        let home = modules.home(from, definition).unwrap_or(from);
        let resource = self.define_resource(home, definition);
        let resource = self.types.resource(resource);
        let target = match handle {
            Handle::Own(_) => resource.own,
            Handle::Borrow(_) => resource.borrow,
        };
        // Both types of a resource were made with its own plan, that of an owned handle: a borrowed one has another.
        self.types.all[target.0].plan = self.types.plans.of(Type::Id(ty));
        if id == definition {
            return target;
        }
        // The alias is a type of its own in WIT, whose name users of the header look for.
        let name = self.types.resolve.types[id].name_or_empty().to_snake_case();
        let alias = (modules.home(from, id).unwrap_or(from), id);
        let renamed = RenamedHandle {
            alias,
            name,
            target,
        };
        let structure = match handle {
            Handle::Own(_) => Structure::Own(renamed),
            Handle::Borrow(_) => Structure::Borrow(renamed),
        };
        self.find_or_push(from, structure, ty)
    }

    /// A resource with the types of its handles.
    fn define_resource(&mut self, home: ModuleId, id: TypeId) -> ResourceRef {
        if let Some(&known) = self.resource_of.get(&(home, id)) {
            return known;
        }
        let def: &'a TypeDef = &self.types.resolve.types[id];
        let name = def.name_or_empty().to_snake_case();
        let prefix = self.types.prefixes.of(home);
        // The number that it will have: the types of its handles are pushed first and refer to it.
        let resource = ResourceRef(self.types.resources.len());
        let (own, borrow) = (format!("own_{name}"), format!("borrow_{name}"));
        let base = self.take_type(&format!("{prefix}_{own}"));
        let own = self.push(base, own, Shape::Own(resource), id, None);
        let stem = format!("{prefix}_{name}");
        // The owner of a resource is lent its own representation, not a handle (`lower_borrow` in CanonicalABI.md).
        let (side, shape) = match self.types.modules[home].direction {
            Direction::Import => (ResourceSide::Imported, Shape::Borrow(resource)),
            Direction::Export => {
                let name = self.take_type(&stem) + "_t";
                let representation = Representation { name };
                let shape = Shape::Representation(representation.clone());
                (ResourceSide::Exported(representation), shape)
            }
        };
        let base = self.take_type(&format!("{prefix}_{borrow}"));
        let borrow = self.push(base, borrow, shape, id, None);
        let drop = self.symbols.take(format!("import_{stem}_drop"));
        self.types.resources.push(Resource {
            module: home,
            id,
            item: name,
            stem,
            own,
            borrow,
            side,
            drop,
            docs: def.docs(),
        });
        self.resource_of.insert((home, id), resource);
        resource
    }

    fn find_or_push(&mut self, from: ModuleId, structure: Structure, id: TypeId) -> TypeRef {
        let primitive = structure.is_primitive(|ty| self.types[ty].primitive);
        let stem = structure.stem(|ty| &self.types[ty].stem);
        // Types made of primitive ones alone are the same for all interfaces, so that a list of one fits the other; a
        // type that has one of a package in it is that package's.
        let (domain, prefix) = if primitive {
            (Domain::World, self.types.prefixes.world.as_str())
        } else {
            let direction = self.types.modules[from].direction;
            let domain = Domain::Package(self.package(from), direction);
            (domain, self.types.prefixes.of(from))
        };
        let key = Key { domain, structure };
        if let Some(known) = self.find(&key) {
            return known;
        }
        let base = self.take_type(&format!("{prefix}_{stem}"));
        let shape = self.structural_shape(&key.structure, id, &base);
        let new = self.push(base, stem, shape, id, None);
        self.types.all[new.0].primitive = primitive;
        self.anonymous.insert(key, new);
        new
    }

    /// The type that has this identity already. An export shares those of imports that its interface uses types of: it
    /// would otherwise have two names for one type.
    fn find(&self, key: &Key) -> Option<TypeRef> {
        if let Some(&known) = self.anonymous.get(key) {
            return Some(known);
        }
        let package = match key.domain {
            Domain::Package(package, Direction::Export) => package,
            Domain::Package(_, Direction::Import) | Domain::World => return None,
        };
        let imported = *self.anonymous.get(&Key {
            domain: Domain::Package(package, Direction::Import),
            structure: key.structure.clone(),
        })?;
        self.shared_with_exports
            .contains(&imported)
            .then_some(imported)
    }

    fn package(&self, module: ModuleId) -> Option<PackageId> {
        match self.types.modules.interface(module) {
            Some(interface) => interface.package,
            None => self.types.modules.world.package,
        }
    }

    fn push(
        &mut self,
        base: String,
        stem: String,
        shape: Shape<'a>,
        id: TypeId,
        docs: Option<&'a Docs>,
    ) -> TypeRef {
        let new = TypeRef(self.types.all.len());
        self.types.all.push(CType {
            name: format!("{base}_t"),
            base,
            stem,
            plan: self.types.plans.of(Type::Id(id)),
            primitive: false,
            freeable: self.types.is_freeable(&shape),
            imported_borrow: self.types.has_imported_borrow(&shape),
            shape,
            docs,
            free: None,
        });
        new
    }
}
