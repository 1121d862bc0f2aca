//! What is known of a world before anything is written: modules, names, how types are used, what is remapped.

use crate::Options;
use crate::merge::{Alike, Merged};
use crate::mock::MockNames;
use crate::names;
use crate::plain;
use crate::remap::Remaps;
use crate::usage::Usage;
use std::collections::HashMap;
use witc_bindgen_core::{Module, ModuleId, Modules, Perspective, Scope};
use witc_canonical_abi::{Plan, PlanId, Plans};
use witc_resolve::{Direction, Function, Resolve, Type, TypeDefKind, TypeId, WorldId, WorldKey};

/// What is known of a world. Nothing in it changes while the output is written.
pub(crate) struct Context<'a> {
    pub(crate) resolve: &'a Resolve,
    pub(crate) world: WorldId,
    pub(crate) options: &'a Options,
    pub(crate) modules: Modules<'a>,
    pub(crate) plans: Plans,
    pub(crate) usage: Usage,
    pub(crate) remaps: Remaps,
    plain: Vec<bool>,
    /// For each plan whether lowering writes lists or maps anew.
    pub(crate) scratch: Vec<bool>,
    /// For each plan whether it has borrowed handles of resources that the world doesn't export.
    pub(crate) lends: Vec<bool>,
    /// Which declaration stands for which others.
    pub(crate) merged: Merged,
    /// How types are used that have no declaration.
    pub(crate) alike: Alike,
    /// For each type whether its borrowed form has references in it.
    pub(crate) refers: Vec<bool>,
    places: Vec<Place>,
    types: HashMap<(ModuleId, TypeId), String>,
    /// For each exported resource and its aliases: the trait of what it is made of, and the type of its borrowed handles.
    of_resources: HashMap<(ModuleId, TypeId), [String; 2]>,
}

/// Where a module is in the output, and which names are taken in it.
struct Place {
    path: Vec<String>,
    /// The names of its types and traits.
    types: Scope,
    /// The names of its functions and of all parameters.
    values: Scope,
    functions: HashMap<String, String>,
    mock: Option<MockNames>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        resolve: &'a Resolve,
        world: WorldId,
        options: &'a Options,
        remaps: Remaps,
    ) -> Self {
        let modules = Modules::new(resolve, world, Perspective::Guest);
        let usage = Usage::new(resolve);
        let plans = Plans::new(resolve);
        let plain = plain::find(resolve, &plans, options, &remaps);
        let scratch = plain::find_anew(&plans, &plain);
        let refers = plain::find_referring(resolve, &plans);
        let (places, types, of_resources) = (Vec::new(), HashMap::new(), HashMap::new());
        let mut this = Self {
            resolve,
            world,
            options,
            modules,
            plans,
            usage,
            remaps,
            plain,
            scratch,
            lends: Vec::new(),
            merged: Merged::default(),
            alike: Alike::default(),
            refers,
            places,
            types,
            of_resources,
        };
        this.lends = plain::find_lending(&this.plans, |resource| !this.exports_resource(resource));
        let ids: Vec<ModuleId> = this.modules.iter().map(|(id, _)| id).collect();
        for id in ids {
            let place = this.name(id);
            this.places.push(place);
        }
        this.merged = Merged::new(&this);
        this.alike = Alike::new(&this);
        this
    }

    /// Names everything in a module that others refer to.
    fn name(&mut self, id: ModuleId) -> Place {
        let module = &self.modules[id];
        let exported = module.direction == Direction::Export;
        let path = match module.interface {
            Some((key, _)) => names::path(self.resolve, key, exported),
            None => vec![ROOT.to_owned()],
        };
        let mut types = Scope::reserving(["Guest"]);
        if self.options.stubs && id == self.modules.root() {
            types.reserve("Stub");
        }
        let named = |id: TypeId| names::camel(self.resolve.types[id].name_or_empty());
        let resources = module
            .types
            .iter()
            .copied()
            .filter(|&id| exported && self.resolve.is_resource(id));
        for ty in resources {
            let name = self.resolve.types[ty].name_or_empty();
            let made = [("Guest", ""), ("", "Borrow")];
            let made = made.map(|(before, after)| types.take(names::derived(before, name, after)));
            self.of_resources.insert((id, ty), made);
        }
        for &ty in &module.types {
            let name = types.take(named(ty));
            self.types.insert((id, ty), name);
        }
        let mut values = Scope::new();
        let mut functions = HashMap::new();
        let exports = self
            .modules
            .world_exports
            .iter()
            .filter(|_| id == self.modules.root());
        let all: Vec<&Function> = module.functions.iter().chain(exports).copied().collect();
        for function in &all {
            function
                .params
                .iter()
                .for_each(|param| values.reserve(names::snake(&param.name)));
        }
        // Methods are named in their resource; only free functions stand in the module itself.
        let mut scopes: HashMap<Option<TypeId>, Scope> = HashMap::new();
        for function in all
            .iter()
            .filter(|_| id != self.modules.root())
            .chain(module.functions.iter())
        {
            if functions.contains_key(function.name.as_str()) {
                continue;
            }
            let hidden = function.kind.resource().filter(|_| !exported);
            let scope = scopes.entry(function.kind.resource());
            let scope = scope.or_insert_with(|| {
                Scope::reserving(hidden.into_iter().flat_map(|_| HIDDEN_METHODS))
            });
            let name = scope.take(names::function(function));
            if function.kind.resource().is_none() {
                values.reserve(name.clone());
            }
            functions.insert(function.name.to_string(), name);
        }
        let mock = self.options.host_tests && !exported;
        let mock =
            mock.then(|| MockNames::new(self.resolve, module, &functions, &mut types, &mut values));
        Place {
            path,
            types,
            values,
            functions,
            mock,
        }
    }

    pub(crate) fn module(&self, id: ModuleId) -> &Module<'a> {
        &self.modules[id]
    }

    /// What a module goes by in the world; nothing for the world itself.
    pub(crate) fn key(&self, id: ModuleId) -> Option<&'a WorldKey> {
        self.modules[id].interface.map(|(key, _)| key)
    }

    /// The modules of the output, from its root, in which a module is.
    pub(crate) fn path(&self, id: ModuleId) -> &[String] {
        &self.places[id.index()].path
    }

    /// The way from a module to the root of the output: `super::super::`.
    pub(crate) fn to_root(&self, from: ModuleId) -> String {
        "super::".repeat(self.path(from).len())
    }

    /// The way from one module to another, with `::` behind it; nothing if they are the same.
    pub(crate) fn way(&self, from: ModuleId, to: ModuleId) -> String {
        if from == to {
            return String::new();
        }
        format!("{}{}::", self.to_root(from), self.path(to).join("::"))
    }

    /// A scope for further functions of a module.
    pub(crate) fn values(&self, id: ModuleId) -> Scope {
        self.places[id.index()].values.clone()
    }

    /// The name of a function within its module or resource.
    pub(crate) fn function_name(&self, id: ModuleId, function: &Function) -> String {
        let name = self.places[id.index()]
            .functions
            .get(function.name.as_str());
        name.cloned().unwrap_or_else(|| names::function(function))
    }

    /// The name that a type has in the module where it is declared.
    pub(crate) fn type_name(&self, module: ModuleId, id: TypeId) -> &str {
        self.types.get(&(module, id)).map_or("", String::as_str)
    }

    /// The name of the trait of what an exported resource of a module is made of.
    pub(crate) fn guest_name(&self, module: ModuleId, id: TypeId) -> &str {
        self.of_resources
            .get(&(module, id))
            .map_or("", |[guest, _]| guest)
    }

    /// The name of the type of borrowed handles of an exported resource of a module.
    pub(crate) fn borrow_name(&self, module: ModuleId, id: TypeId) -> &str {
        self.of_resources
            .get(&(module, id))
            .map_or("", |[_, borrow]| borrow)
    }

    /// The path of the type of borrowed handles of an exported resource.
    pub(crate) fn borrow_path(&self, from: ModuleId, id: TypeId) -> String {
        let home = self.modules.home(from, id).unwrap_or(from);
        format!("{}{}", self.way(from, home), self.borrow_name(home, id))
    }

    /// The names of what stands in for the imports of a module in tests on the host, if that is asked for.
    pub(crate) fn mock_names(&self, id: ModuleId) -> Option<&MockNames> {
        self.places[id.index()].mock.as_ref()
    }

    /// What a name of the prelude is called in a module: itself, unless a type of the module has the name.
    pub(crate) fn prelude(&self, module: ModuleId, name: &str) -> String {
        if self.places[module.index()].types.has(name) {
            format!("_rt::{name}")
        } else {
            name.to_owned()
        }
    }

    /// Whether a guest needs the types of a module only to call what is in it: those of an imported interface.
    pub(crate) fn is_called(&self, id: ModuleId) -> bool {
        self.modules[id].direction == Direction::Import && id != self.modules.root()
    }

    /// Whether a type of a module is not declared there because `with` names another.
    pub(crate) fn is_remapped(&self, module: ModuleId, id: TypeId) -> bool {
        self.modules[module].direction == Direction::Import
            && self.remaps.ty(self.resolve.definition(id)).is_some()
    }

    /// Whether a function is left out.
    pub(crate) fn skips(&self, function: &Function) -> bool {
        self.options.skip.iter().any(|name| *name == function.name)
    }

    /// The attributes whose selector is this one, each once, in order.
    pub(crate) fn selected(&self, attributes: &[(String, String)], selector: &str) -> Vec<String> {
        let mut selected: Vec<String> = Vec::new();
        for (_, attribute) in attributes.iter().filter(|(wanted, _)| wanted == selector) {
            if !selected.contains(attribute) {
                selected.push(attribute.clone());
            }
        }
        selected
    }

    /// Whether Rust lays out the owned form of a type just as the canonical ABI does.
    pub(crate) fn is_plain(&self, ty: Type) -> bool {
        self.plain[self.plans.of(ty).index()]
    }

    pub(crate) fn plan(&self, ty: Type) -> &Plan {
        &self.plans[self.plans.of(ty)]
    }

    /// What a type shares with all others of its structure, whatever aliases they are declared with: Rust sees no
    /// difference, so that what is written and what is known for one holds for all.
    pub(crate) fn plan_id(&self, ty: Type) -> PlanId {
        self.plans.structure(ty)
    }

    /// Whether a type, behind its aliases, is a resource that the world exports, as seen from a module.
    pub(crate) fn is_exported_resource(&self, from: ModuleId, id: TypeId) -> bool {
        self.definition_module(from, id)
            .is_some_and(|module| self.modules[module].direction == Direction::Export)
            && self.resolve.is_resource(id)
    }

    /// The module that declares what a type stands for, aliases followed as code of the module `from` sees them.
    pub(crate) fn definition_module(&self, mut from: ModuleId, mut id: TypeId) -> Option<ModuleId> {
        loop {
            from = self.modules.home(from, id)?;
            match self.resolve.types[id].kind {
                TypeDefKind::Alias(Type::Id(target)) => id = target,
                _ => return Some(from),
            }
        }
    }
}

/// Methods that every type of handles of an imported resource has.
const HIDDEN_METHODS: [&str; 3] = ["from_handle", "take_handle", "handle"];

/// The module of the world itself; what it declares is re-exported from the root.
pub(crate) const ROOT: &str = "_world";
