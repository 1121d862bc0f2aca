//! The world that bindings are written for, with what the options say about it, before anything has a name.

use crate::lent;
use crate::options::Options;
use crate::remap::Remaps;
use crate::usage::{Surroundings, Usage, Uses, Way};
use std::collections::{HashMap, HashSet};
use witc_bindgen_core::{
    FunctionName, Module, ModuleId, Modules, Options as _, Perspective, fingerprint,
};
use witc_canonical_abi::{Convention, Facts, Plan, PlanId, Plans};
use witc_resolve::{Direction, Function, InterfaceId, Resolve, Type, TypeId, WorldId, WorldKey};

/// A world and the options for it.
pub(crate) struct Model<'a> {
    pub(crate) resolve: &'a Resolve,
    pub(crate) world: WorldId,
    pub(crate) options: &'a Options,
    pub(crate) modules: Modules<'a>,
    pub(crate) plans: Plans,
    pub(crate) remaps: Remaps,
    /// For each type whether its borrowed form has references in it.
    refers: Vec<bool>,
    usage: Usage,
    /// An asynchronous import borrows handles.
    lends_to_tasks: bool,
    /// The interfaces that the world exports.
    exported: HashSet<InterfaceId>,
    /// The functions of each module by their resource.
    functions: HashMap<(ModuleId, Option<TypeId>), Vec<&'a Function>>,
}

impl<'a> Model<'a> {
    pub(crate) fn new(
        resolve: &'a Resolve,
        world: WorldId,
        options: &'a Options,
        remaps: Remaps,
    ) -> Self {
        let plans = Plans::new(resolve);
        let refers = lent::find_referring(resolve, &plans);
        let exports = resolve.world_interfaces(world, Direction::Export);
        let exported = exports.map(|(_, item)| item.id).collect();
        let around = Surroundings {
            resolve,
            world,
            plans: &plans,
            refers: &refers,
        };
        let usage = Usage::new(around, |function| options.binds_async(function));
        let modules = Modules::new(resolve, world, Perspective::Guest);
        let lends_to_tasks = modules.functions().any(|(_, name)| {
            let borrows = |ty| plans[plans.of(ty)].facts.borrows;
            name.direction.is_import()
                && !options.skips(name.function)
                && options.binds_async(name)
                && name.function.params.iter().any(|param| borrows(param.ty))
        });
        let mut functions: HashMap<_, Vec<_>> = HashMap::new();
        for (id, module) in modules.iter() {
            for &function in &module.functions {
                let key = (id, function.kind.resource());
                functions.entry(key).or_default().push(function);
            }
        }
        Self {
            resolve,
            world,
            options,
            modules,
            plans,
            remaps,
            refers,
            usage,
            lends_to_tasks,
            exported,
            functions,
        }
    }

    /// The functions of a module that are of a resource, or of none.
    pub(crate) fn functions_of(
        &self,
        module: ModuleId,
        resource: Option<TypeId>,
    ) -> &[&'a Function] {
        let functions = self.functions.get(&(module, resource));
        functions.map_or(&[], Vec::as_slice)
    }

    /// Whether an asynchronous import borrows handles.
    pub(crate) fn lends_to_tasks(&self) -> bool {
        self.lends_to_tasks
    }

    /// Whether something in the borrowed form of a type is a reference.
    pub(crate) fn refers(&self, id: TypeId) -> bool {
        self.refers[id.index()]
    }

    pub(crate) fn module(&self, id: ModuleId) -> &Module<'a> {
        &self.modules[id]
    }

    /// The key of a module's interface in the world; nothing for the world itself.
    pub(crate) fn key(&self, id: ModuleId) -> Option<&'a WorldKey> {
        self.modules[id].interface.map(|(key, _)| key)
    }

    /// A word that tells these bindings from all others that may meet them in a program, made of the world and the options.
    pub(crate) fn identity(&self) -> String {
        let world = self.modules.world;
        let package = world
            .package
            .map(|id| self.resolve.packages[id].name.to_string())
            .unwrap_or_default();
        let mut parts = vec![package.into_bytes(), world.name.as_bytes().to_vec()];
        // Options change what is generated, so the same world with other options must not be taken
        // for this one by the linker.
        parts.extend(
            self.options
                .given()
                .into_iter()
                .map(|given| given.to_string().into_bytes()),
        );
        // Two versions of a world may be linked into one program as well.
        for (direction, key, _) in self.resolve.externs(self.world) {
            let side = match direction {
                Direction::Import => "import ",
                Direction::Export => "export ",
            };
            parts.push(format!("{side}{}", self.resolve.extern_name(key)).into_bytes());
        }
        fingerprint(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    /// Whether a function of a module is bound as `async`.
    pub(crate) fn is_async(
        &self,
        direction: Direction,
        module: ModuleId,
        function: &Function,
    ) -> bool {
        self.options.binds_async(FunctionName {
            resolve: self.resolve,
            direction,
            interface: self.key(module),
            function,
        })
    }

    /// The convention by which a function of a module is bound.
    pub(crate) fn convention(
        &self,
        direction: Direction,
        module: ModuleId,
        function: &Function,
    ) -> Convention {
        let asynchronous = self.is_async(direction, module, function);
        Convention::of(function, !asynchronous)
    }

    /// Whether a guest needs the types of a module only to call what is in it: those of an imported interface.
    pub(crate) fn is_called(&self, id: ModuleId) -> bool {
        !self.modules[id].role.is_implemented() && id != self.modules.root()
    }

    /// Whether a type of a module is not declared there because `with` names another.
    pub(crate) fn is_remapped(&self, module: ModuleId, id: TypeId) -> bool {
        self.modules[module].direction.is_import()
            && self.remaps.ty(self.resolve.definition(id)).is_some()
    }

    /// The number of the module that `with` has in place of this one.
    pub(crate) fn remapped(&self, module: ModuleId) -> Option<usize> {
        let imported = self.modules[module].direction.is_import();
        self.modules[module]
            .interface
            // Exports are always the world's own (`remap.rs`).
            .filter(|_| imported)
            .and_then(|(_, id)| self.remaps.interface(id))
    }

    /// Whether `with` has another module in place of that of a type, which the module `view` sees.
    pub(crate) fn is_foreign(&self, view: ModuleId, id: TypeId) -> bool {
        self.modules
            .home(view, id)
            .is_some_and(|home| self.remapped(home).is_some())
    }

    /// The target of an alias, and the module that sees it, where `with` has another module in place of the alias's: that one
    /// may be written by hand, and lack the names that the WIT gives to what others define.
    pub(crate) fn through(&self, mut view: ModuleId, mut id: TypeId) -> (ModuleId, TypeId) {
        while let Some(target) = self.alias(id)
            && let Some(home) = self.modules.home(view, id)
            && self.remapped(home).is_some()
        {
            (view, id) = (home, target);
        }
        (view, id)
    }

    /// The type that an alias is another name of, unless that is a primitive type.
    pub(crate) fn alias(&self, id: TypeId) -> Option<TypeId> {
        self.resolve.types[id].kind.as_alias()?.id()
    }

    /// Whether a function is left out.
    pub(crate) fn skips(&self, function: &Function) -> bool {
        self.options.skips(function)
    }

    /// The resources that a module declares, aliases of others not among them.
    pub(crate) fn resources(&self, module: ModuleId) -> impl Iterator<Item = TypeId> {
        let types = self.modules[module].types.iter().copied();
        types.filter(|&id| self.resolve.types[id].kind.is_resource())
    }

    /// Whether a type, aliases followed, is a resource that the world exports, as seen from a module.
    pub(crate) fn is_exported_resource(&self, from: ModuleId, id: TypeId) -> bool {
        self.definition_module(from, id)
            .is_some_and(|module| self.modules[module].role.is_implemented())
            && self.resolve.is_resource(id)
    }

    /// The module that declares the definition of a type, aliases followed as code of the module `from` sees them.
    pub(crate) fn definition_module(&self, mut from: ModuleId, mut id: TypeId) -> Option<ModuleId> {
        loop {
            from = self.modules.home(from, id)?;
            match self.alias(id) {
                Some(target) => id = target,
                None => return Some(from),
            }
        }
    }

    /// Whether the world exports the interface of a resource.
    pub(crate) fn exports_resource(&self, resource: TypeId) -> bool {
        let owner = self.resolve.types[resource].owner.interface();
        owner.is_some_and(|owner| self.exported.contains(&owner))
    }

    pub(crate) fn plan(&self, ty: Type) -> &Plan {
        &self.plans[self.plans.of(ty)]
    }

    pub(crate) fn plan_id(&self, ty: Type) -> PlanId {
        self.plans.of(ty)
    }

    pub(crate) fn facts(&self, ty: Type) -> Facts {
        self.plan(ty).facts
    }

    /// The uses of a type by the functions of one side, under this name alone.
    pub(crate) fn own_uses(&self, side: Direction, id: TypeId) -> Uses {
        self.usage.of(side, id)
    }

    /// Enters a use of a type that no function shows; tells whether it is a new one.
    pub(crate) fn mark(&mut self, side: Direction, id: TypeId, way: Way) -> bool {
        let around = Surroundings {
            resolve: self.resolve,
            world: self.world,
            plans: &self.plans,
            refers: &self.refers,
        };
        self.usage.mark(around, side, Type::Id(id), way)
    }
}
