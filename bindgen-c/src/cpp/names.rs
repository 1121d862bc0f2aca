//! Names in C++: the namespace of every module of a world, its types, and names that are unique.

use crate::cpp::alike::Alike;
use crate::cpp::context::Context;
use crate::cpp::declared::Declared;
use crate::cpp::flavor::Flavor;
use crate::cpp::options::Ownership;
use crate::cpp::order;
use crate::shared::keywords::{global_scope, local_scope};
use crate::shared::names::{ascii_snake, needs_start, version_part};
use heck::{ToSnakeCase, ToUpperCamelCase};
use std::collections::HashMap;
use witc_bindgen_core::{Module, ModuleId, Modules, NameScope};
use witc_resolve::{Accessor, Direction, Function, Resolve, TypeId, WorldKey};

/// The name of a type that its module does not have. There is none such; a compiler of C++ would refuse it.
const UNDECLARED: &str = "undeclared_type";

/// The names of namespaces and types, and scopes for others.
pub(crate) struct Names {
    /// The modules in the order in which they are declared.
    pub(crate) order: Vec<ModuleId>,
    /// The namespace of each module.
    paths: Vec<Vec<String>>,
    /// The types of modules that share a namespace.
    pub(crate) alike: Alike,
    /// The namespace of the functions that the world exports.
    pub(crate) world_exports: Vec<String>,
    types: HashMap<(ModuleId, TypeId), String>,
    /// The types `…Param` of records.
    params: HashMap<(ModuleId, TypeId), String>,
    /// The types that are large when they are spelled out, in flavors other than that of what owns them.
    large: HashMap<(ModuleId, TypeId, Flavor), String>,
    /// For each type whether there is a character in its spelling, outside of declared types.
    chars: Vec<bool>,
    /// The names that each namespace has.
    scopes: HashMap<Vec<String>, NameScope>,
}

impl Names {
    /// Names for everything but functions.
    pub(crate) fn new(context: Context<'_, '_>) -> Self {
        let (modules, options) = (context.modules, context.options);
        // Functions of C are in no namespace, and no outermost namespace may be called like one.
        let library = global_scope();
        let outermost = |name: String| if library.has(&name) { name + "_" } else { name };
        // The option may name a namespace that is taken as well.
        let prefix = options
            .internal_prefix
            .iter()
            .map(|prefix| outermost(segment(prefix)));
        let prefix: Vec<String> = prefix.collect();
        let world = segment(&modules.world.name);
        let path = |module: &Module<'_>| {
            let mut path = prefix.clone();
            // A world may import an interface that it exports: the two have types and functions of the same names.
            if module.interface.is_some() && module.direction.is_export() {
                path.push("exports".to_owned());
            }
            match module.interface {
                Some((key, _)) => path.extend(interface_path(modules.resolve, key, module)),
                None => path.push(world.clone()),
            }
            if let Some(first) = path.first_mut() {
                *first = outermost(std::mem::take(first));
            }
            path
        };
        let paths: Vec<_> = modules.iter().map(|(_, module)| path(module)).collect();
        let order = order::modules_in_order(modules);
        let world_exports = [prefix.clone(), vec!["exports".to_owned(), world.clone()]].concat();
        let mut names = Self {
            alike: Alike::new(context, &paths, &order),
            order,
            paths,
            world_exports,
            types: HashMap::new(),
            params: HashMap::new(),
            large: HashMap::new(),
            chars: spelled_chars(modules.resolve),
            scopes: HashMap::new(),
        };
        // In the order of the header: what stands for others has a name before they get it, and of two types that have
        // nothing but the name in common the later one gives way.
        names.for_each_type(modules, |names, module, ty| {
            names.name_type(modules, module, ty);
        });
        // After all types: one that is called `…-param` in WIT keeps its name, and the type that is made up gives way.
        if options.ownership != Ownership::Owning {
            names.for_each_type(modules, |names, module, ty| {
                names.name_param(modules.resolve, module, ty);
            });
        }
        let sizes = spelled_sizes(modules.resolve);
        names.for_each_type(modules, |names, module, ty| {
            if sizes[ty.index()] > MAX_SPELLED && context.is_written(module) {
                names.name_large(context, module, ty);
            }
        });
        names
    }

    fn for_each_type(
        &mut self,
        modules: &Modules<'_>,
        mut name: impl FnMut(&mut Self, ModuleId, TypeId),
    ) {
        for module in self.order.clone() {
            for &ty in &modules[module].types {
                name(self, module, ty);
            }
        }
    }

    fn name_type(&mut self, modules: &Modules<'_>, module: ModuleId, ty: TypeId) {
        let Some(name) = modules.resolve.types[ty].name() else {
            return;
        };
        let first = self.types.get(&self.alike.first((module, ty))).cloned();
        let camel = first.unwrap_or_else(|| {
            let mut camel = name.to_upper_camel_case();
            let is_class = Declared::new(modules.resolve, ty).is_class();
            let members = members_of_bindings(modules[module].direction);
            if is_class && members.contains(&&*camel) {
                // A member that is named like its class is a constructor.
                camel.push('_');
            }
            self.take_in(module, &camel)
        });
        self.types.insert((module, ty), camel);
    }

    fn name_param(&mut self, resolve: &Resolve, module: ModuleId, ty: TypeId) {
        if let Some(name) = resolve.types[ty].name()
            && Declared::new(resolve, ty).is_record()
        {
            let first = self.params.get(&self.alike.first((module, ty))).cloned();
            let camel = format!("{name}-param").to_upper_camel_case();
            let param = first.unwrap_or_else(|| self.take_in(module, &camel));
            self.params.insert((module, ty), param);
        }
    }

    fn name_large(&mut self, context: Context<'_, '_>, module: ModuleId, ty: TypeId) {
        let resolve = context.modules.resolve;
        let (first, of) = self.alike.first((module, ty));
        // Most types are no other ones in streams and futures.
        let is_payload = context.needs.channels && self.spells_char(ty);
        let flavors = Flavor::OTHERS.into_iter();
        for (flavor, word) in flavors.filter(|(flavor, _)| !flavor.is_payload() || is_payload) {
            let name = match self.large.get(&(first, of, flavor)) {
                Some(name) => name.clone(),
                None => {
                    let name = resolve.types[ty].name_or_empty();
                    self.take_in(module, &format!("{name}-{word}").to_upper_camel_case())
                }
            };
            self.large.insert((module, ty, flavor), name);
        }
    }

    /// The namespace of a module.
    pub(crate) fn of(&self, module: ModuleId) -> &[String] {
        &self.paths[module.index()]
    }

    /// The namespace of the functions that a module imports or exports. Only the world itself does both.
    pub(crate) fn path_of(
        &self,
        modules: &Modules<'_>,
        module: ModuleId,
        direction: Direction,
    ) -> &[String] {
        match direction {
            Direction::Export if module == modules.root() => &self.world_exports,
            Direction::Import | Direction::Export => self.of(module),
        }
    }

    /// The name of a type in the namespace of a module.
    pub(crate) fn type_name(&self, module: ModuleId, ty: TypeId) -> &str {
        self.types
            .get(&(module, ty))
            .map_or(UNDECLARED, String::as_str)
    }

    /// The name of the type of a record as a parameter.
    pub(crate) fn param_name(&self, module: ModuleId, ty: TypeId) -> &str {
        self.params
            .get(&(module, ty))
            .map_or(UNDECLARED, String::as_str)
    }

    /// The name of a type in a flavor, if it is large when it is spelled out.
    pub(crate) fn large(&self, module: ModuleId, ty: TypeId, flavor: Flavor) -> Option<&str> {
        self.large.get(&(module, ty, flavor)).map(String::as_str)
    }

    /// Whether there is a character in the spelling of a type.
    pub(crate) fn spells_char(&self, ty: TypeId) -> bool {
        self.chars[ty.index()]
    }

    /// A name in the namespace of a module.
    fn take_in(&mut self, module: ModuleId, name: &str) -> String {
        let path = self.of(module).to_vec();
        self.take(&path, name)
    }

    /// A name in a namespace.
    pub(crate) fn take(&mut self, path: &[String], name: &str) -> String {
        self.scopes
            .entry(path.to_vec())
            .or_insert_with(local_scope)
            .take(name)
    }
}

/// The number of types from which on a spelling gets a name of its own.
// More than anybody writes by hand. Without names, types that hold others twice would double with each level.
const MAX_SPELLED: u32 = 64;

/// For each type the number of types in its spelling, where none but declared types have names.
fn spelled_sizes(resolve: &Resolve) -> Vec<u32> {
    let mut sizes: Vec<u32> = Vec::with_capacity(resolve.types.len());
    for (_, def) in resolve.types.iter() {
        let mut size: u32 = 1;
        if !def.kind.is_nominal() {
            def.kind.for_each_type(&mut |ty| {
                let part = ty.id().map_or(1, |id| sizes[id.index()]);
                size = size.saturating_add(part);
            });
        }
        sizes.push(size);
    }
    sizes
}

/// For each type whether there is a character in its spelling, where none but declared types have names. What a stream or future
/// carries is spelled in another way in any case.
fn spelled_chars(resolve: &Resolve) -> Vec<bool> {
    let mut chars: Vec<bool> = Vec::with_capacity(resolve.types.len());
    for (_, def) in resolve.types.iter() {
        let mut has_char = false;
        if !def.kind.is_nominal() && !def.kind.is_channel() {
            def.kind.for_each_type(&mut |ty| {
                has_char |= ty.id().map_or(ty.is_char(), |id| chars[id.index()]);
            });
        }
        chars.push(has_char);
    }
    chars
}

/// The type of an owned handle in the base of an exported resource's class.
pub(crate) const OWNED: &str = "Owned";

/// The members that the bindings declare in the class of a resource: others get other names, and so does the class.
pub(crate) fn members_of_bindings(direction: Direction) -> &'static [&'static str] {
    match direction {
        Direction::Import => &["ResourceDrop", "ResourceImport"],
        Direction::Export => &["Dtor", "New", "ResourceDrop", "ResourceNew", "ResourceRep"],
    }
}

/// The type of an owned handle, as the class of that name spells it inside.
pub(crate) fn owned_in(class: &str) -> &'static str {
    match class {
        // It hides the type of its base.
        OWNED => "wit::Owned<Owned>",
        _ => OWNED,
    }
}

/// The name of a namespace, which must hide neither `std` nor `wit`.
fn segment(name: &str) -> String {
    let mut snake = ascii_snake(name);
    if needs_start(&snake) {
        // An identifier cannot begin with a digit, nor be empty.
        snake.insert(0, '_');
    }
    let reserved = local_scope().has(&snake) || ["std", "wit"].contains(&snake.as_str());
    if reserved { snake + "_" } else { snake }
}

/// `ns::pkg::iface`, with the version only where the package is there in several; a plain name stands for itself.
fn interface_path(resolve: &Resolve, key: &WorldKey, module: &Module<'_>) -> Vec<String> {
    let Some((_, id)) = module.interface else {
        return Vec::new();
    };
    let interface = &resolve.interfaces[id];
    match (key, &interface.name) {
        (WorldKey::Name(name), Some(_)) => return vec![segment(name)],
        (WorldKey::Name(_), None) | (WorldKey::Interface(_), _) => {}
    }
    let mut path = Vec::new();
    if let Some(id) = interface.package {
        let package = &resolve.packages[id].name;
        path.push(segment(&package.namespace));
        path.push(match version_part(resolve, id) {
            Some(version) => package.name.to_snake_case() + &version,
            None => segment(&package.name),
        });
    }
    path.extend(interface.name.as_deref().map(segment));
    path
}

/// The name of a field or parameter.
pub(crate) fn snake(scope: &mut NameScope, name: &str) -> String {
    scope.take(name.to_snake_case())
}

/// The name of a function, in upper camel case.
pub(crate) fn function_name(function: &Function) -> String {
    let item = function.item_name();
    match function.accessor {
        // A getter has the bare name, so that only a setter needs a word in front.
        Some(Accessor::Set) => format!("set-{item}").to_upper_camel_case(),
        Some(Accessor::Get) | None => item.to_upper_camel_case(),
    }
}
