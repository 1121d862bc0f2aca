//! From the types of WIT to those of C: what is declared once, under which name, in which module.

use crate::c::types::{CType, Case, Label, Member, Resource, ResourceRef, Shape, TypeRef, Types};
use crate::shared::keywords::local_scope;
use heck::{ToShoutySnakeCase, ToSnakeCase};
use std::collections::HashSet;
use witc_bindgen_core::ModuleId;
use witc_resolve::{
    Direction, Docs, Handle, InterfaceId, LiveTypes, PackageId, Type, TypeDef, TypeDefKind, TypeId,
    TypeOwner,
};

/// What tells anonymous types apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// Where the type is shared.
    domain: Domain,
    structure: Structure,
}

/// Where anonymous types of the same structure are one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Domain {
    /// Everywhere: made of primitive types alone. The name begins with that of the world.
    World,
    /// Among the imports, or exports, of a package. The name begins with that of the interface that needs it first.
    Package(Option<PackageId>, Direction),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Structure {
    /// A handle of a resource under another name; whether it is owned.
    Handle(bool, ModuleId, TypeId),
    Tuple(Vec<TypeRef>),
    Option(TypeRef),
    Result(Option<TypeRef>, Option<TypeRef>),
    List(TypeRef),
    FixedLengthList(TypeRef, u32),
    Map(TypeRef, TypeRef),
    Asynchronous(TypeId),
}

impl<'a> Types<'a> {
    /// Declares everything that the world needs, each type after those that it is made of.
    pub(crate) fn declare_all(&mut self) {
        let modules = self.modules;
        let of_direction = |direction| {
            modules.iter().filter(move |(_, module)| {
                module.interface.is_some() && module.direction == direction
            })
        };
        for (id, _) in of_direction(Direction::Import) {
            self.declare_module(id);
        }
        self.declare_root();
        self.share_with_exports();
        for (id, _) in of_direction(Direction::Export) {
            self.declare_module(id);
        }
    }

    fn declare_module(&mut self, module: ModuleId) {
        let Some((_, interface)) = self.modules[module].interface else {
            return;
        };
        self.declare(module, &LiveTypes::of_interface(self.resolve, interface));
    }

    fn declare_root(&mut self) {
        let root = self.modules.root();
        let mut live = LiveTypes::new();
        for &id in &self.modules[root].types {
            live.add(self.resolve, Type::Id(id));
        }
        for function in self.modules[root]
            .functions
            .iter()
            .chain(&self.modules.world_exports)
        {
            live.add_function(self.resolve, function);
        }
        self.declare(root, &live);
    }

    fn declare(&mut self, module: ModuleId, live: &LiveTypes) {
        for id in live.iter() {
            self.intern(module, Type::Id(id));
        }
    }

    /// What exports share with imports: the anonymous types of the imported interfaces that exports use types of.
    fn share_with_exports(&mut self) {
        let exports = self
            .modules
            .iter()
            .filter(|(_, module)| module.direction == Direction::Export);
        let exported: HashSet<InterfaceId> = exports
            .filter_map(|(_, module)| Some(module.interface?.1))
            .collect();
        let mut live = LiveTypes::new();
        exported
            .iter()
            .for_each(|&id| live.add_interface(self.resolve, id));
        let owner = |id: TypeId| match self.resolve.types[id].owner {
            TypeOwner::Interface(owner) => Some(owner),
            _ => None,
        };
        let used: HashSet<InterfaceId> = live
            .iter()
            .filter_map(owner)
            .filter(|owner| !exported.contains(owner))
            .collect();
        for (id, module) in self.modules.iter() {
            let Some((_, interface)) = module.interface else {
                continue;
            };
            if module.direction == Direction::Import && used.contains(&interface) {
                let live = LiveTypes::of_interface(self.resolve, interface);
                let refs = live.iter().filter_map(|ty| self.known.get(&(id, ty)));
                self.shared_with_exports.extend(refs);
            }
        }
    }

    /// What a type is called in a module; a type that was not among those declared is declared now.
    pub(crate) fn intern(&mut self, from: ModuleId, ty: Type) -> TypeRef {
        let id = match Self::primitive(ty) {
            Ok(primitive) => return primitive,
            Err(id) => id,
        };
        if let Some(&known) = self.known.get(&(from, id)) {
            return known;
        }
        let known = match self.resolve.types[id].name() {
            Some(name) => {
                let home = self.modules.home(from, id).unwrap_or(from);
                self.named(home, id, name)
            }
            None => self.anonymous(from, id),
        };
        self.known.insert((from, id), known);
        known
    }

    fn named(&mut self, home: ModuleId, id: TypeId, name: &str) -> TypeRef {
        if let Some(&defined) = self.defined.get(&(home, id)) {
            return defined;
        }
        let def = &self.resolve.types[id];
        let defined = match def.kind {
            // `type h = borrow<r>;`
            TypeDefKind::Handle(handle) => self.handle(home, handle, id),
            TypeDefKind::Resource => {
                let resource = self.define_resource(home, id);
                self.resource(resource).own
            }
            // A resource has no type of its own in C, and neither has its alias.
            TypeDefKind::Alias(target) if self.resolve.is_resource(id) => self.intern(home, target),
            _ => {
                let shape = self.named_shape(home, def);
                let stem = name.to_snake_case();
                let full = format!("{}_{stem}", self.prefixes.of(home));
                self.push(home, &full, stem, shape, id, Some(def.docs()))
            }
        };
        self.defined.insert((home, id), defined);
        defined
    }

    fn named_shape(&mut self, home: ModuleId, def: &'a TypeDef) -> Shape<'a> {
        match &def.kind {
            TypeDefKind::Alias(target) => Shape::Alias(self.intern(home, *target)),
            TypeDefKind::Record(record) => {
                let mut scope = local_scope();
                let members = record.fields.iter().map(|field| Member {
                    name: scope.take(field.name.to_snake_case()),
                    ty: self.intern(home, field.ty),
                    docs: Some(&field.docs),
                });
                Shape::Record(members.collect())
            }
            TypeDefKind::Variant(variant) => {
                let mut scope = local_scope();
                let cases = variant.cases.iter().map(|case| Case {
                    member: case
                        .ty
                        .map(|ty| (scope.take(case.name.to_snake_case()), self.intern(home, ty))),
                    label: self.label(home, def, &case.name, &case.docs),
                });
                Shape::Variant(cases.collect())
            }
            TypeDefKind::Enum(of) => Shape::Enum(self.labels(home, def, &of.cases)),
            TypeDefKind::Flags(flags) => Shape::Flags(self.labels(home, def, &flags.flags)),
            kind => self.structural_shape(home, kind),
        }
    }

    fn labels(
        &mut self,
        home: ModuleId,
        def: &TypeDef,
        labels: &'a [witc_resolve::Label],
    ) -> Vec<Label<'a>> {
        labels
            .iter()
            .map(|label| self.label(home, def, &label.name, &label.docs))
            .collect()
    }

    /// The macro for a case or flag: `NS_PKG_IFACE_TYPE_CASE`.
    fn label(&mut self, home: ModuleId, def: &TypeDef, label: &str, docs: &'a Docs) -> Label<'a> {
        let shouty = |name: &str| name.to_shouty_snake_case();
        let (prefix, name) = (shouty(self.prefixes.of(home)), shouty(def.name_or_empty()));
        Label {
            name: self
                .symbols
                .take(format!("{prefix}_{name}_{}", shouty(label))),
            docs,
        }
    }

    /// The shape of a type that may have no name.
    fn structural_shape(&mut self, from: ModuleId, kind: &'a TypeDefKind) -> Shape<'a> {
        match kind {
            TypeDefKind::Tuple(tuple) => {
                let members = tuple.types.iter().enumerate().map(|(index, &ty)| Member {
                    name: format!("f{index}"),
                    ty: self.intern(from, ty),
                    docs: None,
                });
                Shape::Record(members.collect())
            }
            TypeDefKind::Option(some) => Shape::Option(self.intern(from, *some)),
            TypeDefKind::Result(result) => {
                let mut part = |ty: Option<Type>| ty.map(|ty| self.intern(from, ty));
                Shape::Result(part(result.ok), part(result.err))
            }
            TypeDefKind::List(element) => Shape::List(self.intern(from, *element)),
            TypeDefKind::FixedLengthList(element, length) => {
                Shape::FixedLengthList(self.intern(from, *element), *length)
            }
            TypeDefKind::Map(key, value) => Shape::Map(
                String::new(),
                self.intern(from, *key),
                self.intern(from, *value),
            ),
            _ => Shape::Asynchronous,
        }
    }

    fn anonymous(&mut self, from: ModuleId, id: TypeId) -> TypeRef {
        let def = &self.resolve.types[id];
        if let TypeDefKind::Handle(handle) = def.kind {
            return self.handle(from, handle, id);
        }
        let shape = self.structural_shape(from, &def.kind);
        let (stem, structure) = self.describe(id, &shape);
        self.find_or_push(from, stem, structure, shape, id)
    }

    /// The type of a handle. Under an alias of the resource it has another name.
    fn handle(&mut self, from: ModuleId, handle: Handle, ty: TypeId) -> TypeRef {
        let id = handle.resource();
        let definition = self.resolve.definition(id);
        let home = self.modules.home(from, definition).unwrap_or(from);
        let resource = self.define_resource(home, definition);
        let resource = self.resource(resource);
        let (owned, target, verb) = match handle {
            Handle::Own(_) => (true, resource.own, "own"),
            Handle::Borrow(_) => (false, resource.borrow, "borrow"),
        };
        self.all[target.0].plan = self.plans.of(Type::Id(ty));
        if id == definition {
            return target;
        }
        let name = self.resolve.types[id].name_or_empty();
        let stem = format!("{verb}_{}", name.to_snake_case());
        let home = self.modules.home(from, id).unwrap_or(from);
        self.find_or_push(
            from,
            stem,
            Structure::Handle(owned, home, id),
            Shape::Alias(target),
            ty,
        )
    }

    /// A resource with the types of its handles.
    fn define_resource(&mut self, home: ModuleId, id: TypeId) -> ResourceRef {
        if let Some(&known) = self.resource_of.get(&(home, id)) {
            return known;
        }
        let def = &self.resolve.types[id];
        let name = def.name_or_empty().to_snake_case();
        let prefix = self.prefixes.of(home);
        let direction = self.modules[home].direction;
        let resource = ResourceRef(self.resources.len());
        let (own, borrow) = (format!("own_{name}"), format!("borrow_{name}"));
        let own = self.push(
            home,
            &format!("{prefix}_{own}"),
            own,
            Shape::Own(resource),
            id,
            None,
        );
        let stem = format!("{prefix}_{name}");
        let rep = (direction == Direction::Export).then(|| self.symbols.take_type(&stem));
        let borrow = self.push(
            home,
            &format!("{prefix}_{borrow}"),
            borrow,
            Shape::Borrow(resource),
            id,
            None,
        );
        let drop = self.symbols.take(format!("import_{stem}_drop"));
        let docs = def.docs();
        self.resources.push(Resource {
            module: home,
            id,
            direction,
            stem,
            own,
            borrow,
            rep,
            drop,
            docs,
        });
        self.resource_of.insert((home, id), resource);
        resource
    }

    fn find_or_push(
        &mut self,
        from: ModuleId,
        stem: String,
        structure: Structure,
        shape: Shape<'a>,
        id: TypeId,
    ) -> TypeRef {
        let primitive = self.is_primitive(&structure);
        let (domain, prefix) = if primitive {
            (Domain::World, self.prefixes.world.as_str())
        } else {
            (
                Domain::Package(self.package(from), self.modules[from].direction),
                self.prefixes.of(from),
            )
        };
        let key = Key { domain, structure };
        if let Some(known) = self.find(&key) {
            return known;
        }
        let new = self.push(from, &format!("{prefix}_{stem}"), stem, shape, id, None);
        self.all[new.0].primitive = primitive;
        self.anonymous.insert(key, new);
        new
    }

    fn find(&self, key: &Key) -> Option<TypeRef> {
        if let Some(&known) = self.anonymous.get(key) {
            return Some(known);
        }
        let Domain::Package(package, Direction::Export) = key.domain else {
            return None;
        };
        let domain = Domain::Package(package, Direction::Import);
        let imported = *self.anonymous.get(&Key {
            domain,
            structure: key.structure.clone(),
        })?;
        self.shared_with_exports
            .contains(&imported)
            .then_some(imported)
    }

    fn package(&self, module: ModuleId) -> Option<PackageId> {
        match self.modules.interface(module) {
            Some(interface) => interface.package,
            None => self.modules.world.package,
        }
    }

    /// Whether a type is made of primitive ones alone, without a name or a result anywhere.
    fn is_primitive(&self, structure: &Structure) -> bool {
        let part = |ty: &TypeRef| self[*ty].primitive;
        match structure {
            Structure::Tuple(types) => types.iter().all(part),
            Structure::Option(ty) | Structure::List(ty) | Structure::FixedLengthList(ty, _) => {
                part(ty)
            }
            Structure::Map(key, value) => part(key) && part(value),
            Structure::Handle(..) | Structure::Result(..) | Structure::Asynchronous(_) => false,
        }
    }

    /// The part of the name that tells what an anonymous type is, and what tells it apart.
    fn describe(&self, id: TypeId, shape: &Shape<'_>) -> (String, Structure) {
        let stem = |ty: TypeRef| self[ty].stem.as_str();
        let or_void = |ty: Option<TypeRef>| ty.map_or("void", stem);
        match shape {
            Shape::Record(members) => {
                let types: Vec<TypeRef> = members.iter().map(|member| member.ty).collect();
                let stems: Vec<&str> = types.iter().map(|&ty| stem(ty)).collect();
                (
                    format!("tuple{}_{}", types.len(), stems.join("_")),
                    Structure::Tuple(types),
                )
            }
            Shape::Option(some) => (format!("option_{}", stem(*some)), Structure::Option(*some)),
            Shape::Result(ok, err) => (
                format!("result_{}_{}", or_void(*ok), or_void(*err)),
                Structure::Result(*ok, *err),
            ),
            Shape::List(element) => (
                format!("list_{}", stem(*element)),
                Structure::List(*element),
            ),
            Shape::FixedLengthList(element, length) => (
                format!("list{length}_{}", stem(*element)),
                Structure::FixedLengthList(*element, *length),
            ),
            Shape::Map(_, key, value) => (
                format!("map_{}_{}", stem(*key), stem(*value)),
                Structure::Map(*key, *value),
            ),
            _ => ("handle".to_owned(), Structure::Asynchronous(id)),
        }
    }

    fn push(
        &mut self,
        from: ModuleId,
        full: &str,
        stem: String,
        mut shape: Shape<'a>,
        id: TypeId,
        docs: Option<&'a Docs>,
    ) -> TypeRef {
        let name = self.symbols.take_type(full);
        if let Shape::Map(entry, ..) = &mut shape {
            *entry = self.symbols.take_type(&format!(
                "{}_entry",
                name.strip_suffix("_t").unwrap_or(&name)
            ));
        }
        let plan = self.plans.of(Type::Id(id));
        let new = TypeRef(self.all.len());
        let freeable = self.is_freeable(&shape);
        let imported_borrow = self.has_imported_borrow(&shape, self.modules[from].direction);
        let (primitive, free) = (false, None);
        self.all.push(CType {
            name,
            stem,
            shape,
            plan,
            primitive,
            freeable,
            imported_borrow,
            docs,
            free,
        });
        new
    }
}
