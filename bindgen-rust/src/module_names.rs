//! The names of everything in the output that others refer to: modules, types, traits, functions. They are given before
//! anything is written.

use crate::model::Model;
use crate::names;
use std::collections::HashMap;
use witc_bindgen_core::{ModuleId, NameScope};
use witc_resolve::{Function, FunctionKind, TypeId};

/// The module of the world itself; what it declares is re-exported from the root.
pub(crate) const ROOT: &str = "_world";

/// Methods that every type of handles of an imported resource has.
const HIDDEN_METHODS: [&str; 3] = ["from_handle", "take_handle", "handle"];

/// One of the declarations of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Declaration {
    /// The only one that the type has.
    Only,
    /// Of a type that exists twice, the one that owns what it holds.
    Owned,
    /// Of a type that exists twice, the one that borrows what it holds.
    Borrowed,
}

impl Declaration {
    /// The name of the declaration, unless something else has that name.
    fn name(self, of: &str) -> String {
        match self {
            Self::Only => names::camel(of),
            // As wit-bindgen calls them, so that guests can change from one to the other.
            Self::Owned => names::derived("", of, "Result"),
            Self::Borrowed => names::derived("", of, "Param"),
        }
    }
}

/// The names of what the modules of a world declare.
#[derive(Default)]
pub(crate) struct Names {
    modules: Vec<ModuleNames>,
    types: HashMap<(ModuleId, TypeId, Declaration), String>,
    /// Of each exported resource and its aliases.
    resources: HashMap<(ModuleId, TypeId), ResourceNames>,
}

/// The place of a module in the output, and the names that are taken in it.
struct ModuleNames {
    path: Vec<String>,
    /// The names of its types and traits.
    types: NameScope,
    /// The names of its functions and of all parameters.
    values: NameScope,
    functions: HashMap<String, String>,
    mock: Option<MockNames>,
}

/// The names that stand beside that of an exported resource.
struct ResourceNames {
    /// The trait of what it is made of.
    guest: String,
    /// The type of its borrowed handles.
    borrow: String,
}

/// The names of what stands in for the imports of a module in tests on the host.
pub(crate) struct MockNames {
    /// The trait for functions that are no methods.
    pub(crate) interface: String,
    /// The function that installs something of that trait.
    pub(crate) install: String,
    /// The traits for methods, one for each resource.
    pub(crate) resources: HashMap<TypeId, String>,
    /// The functions of the first trait, by their names in WIT.
    pub(crate) functions: HashMap<String, String>,
}

impl Names {
    /// Names what all modules declare; `twice` tells which types have two declarations in a module.
    pub(crate) fn new(model: &Model<'_>, twice: &dyn Fn(ModuleId, TypeId) -> bool) -> Self {
        let mut this = Self::default();
        for (id, _) in model.modules.iter() {
            let names = this.module(model, id, twice);
            this.modules.push(names);
        }
        this
    }

    fn module(
        &mut self,
        model: &Model<'_>,
        id: ModuleId,
        twice: &dyn Fn(ModuleId, TypeId) -> bool,
    ) -> ModuleNames {
        let module = &model.modules[id];
        let exported = module.direction.is_export();
        let path = match module.interface {
            Some((key, _)) => names::path(model.resolve, key, exported),
            None => vec![ROOT.to_owned()],
        };
        // The trait of the interface, which guests implement by this name; a type of the name makes
        // way.
        let mut types = NameScope::reserving(["Guest"]);
        // The stub of the world stands at the root, beside what the world itself declares.
        if model.options.stubs && id == model.modules.root() {
            types.reserve("Stub");
        }
        self.handles(model, id, &mut types);
        self.types(model, id, twice, &mut types);
        let mut values = NameScope::new();
        let functions = functions(model, id, &mut values);
        let mock = (model.options.host_tests && !exported)
            .then(|| MockNames::new(model, id, &functions, &mut types, &mut values));
        ModuleNames {
            path,
            types,
            values,
            functions,
            mock,
        }
    }

    /// Names the traits and types that stand beside the exported resources of a module. They are named before all types:
    /// guests write the names of traits, which should be the expected ones.
    fn handles(&mut self, model: &Model<'_>, id: ModuleId, scope: &mut NameScope) {
        let module = &model.modules[id];
        let name = |ty: TypeId| model.resolve.types[ty].name_or_empty();
        for &ty in &module.types {
            if module.role.is_implemented() && model.resolve.is_resource(ty) {
                let names = ResourceNames {
                    guest: scope.take(names::derived("Guest", name(ty), "")),
                    borrow: scope.take(names::derived("", name(ty), "Borrow")),
                };
                self.resources.insert((id, ty), names);
            }
        }
    }

    /// Names the types of a module.
    fn types(
        &mut self,
        model: &Model<'_>,
        id: ModuleId,
        twice: &dyn Fn(ModuleId, TypeId) -> bool,
        scope: &mut NameScope,
    ) {
        let types = model.modules[id].types.iter().copied();
        let (two, one): (Vec<_>, Vec<_>) = types.partition(|&ty| twice(id, ty));
        let mut take = |ty, declaration: Declaration| {
            let name = declaration.name(model.resolve.types[ty].name_or_empty());
            self.types.insert((id, ty, declaration), scope.take(name));
        };
        // What WIT calls `status-result` is expected to be `StatusResult`; a second declaration of `status` makes way.
        for ty in one {
            take(ty, Declaration::Only);
        }
        for ty in two {
            take(ty, Declaration::Owned);
            take(ty, Declaration::Borrowed);
        }
    }

    /// The modules of the output, from its root, in which a module is.
    pub(crate) fn path(&self, id: ModuleId) -> &[String] {
        &self.modules[id.index()].path
    }

    /// The way from a module to the root of the output: `super::super::`.
    pub(crate) fn to_root(&self, from: ModuleId) -> String {
        "super::".repeat(self.path(from).len())
    }

    /// The way from one module to another, with `::` after it; nothing if they are the same.
    pub(crate) fn way(&self, from: ModuleId, to: ModuleId) -> String {
        if from == to {
            return String::new();
        }
        format!("{}{}::", self.to_root(from), self.path(to).join("::"))
    }

    /// A scope for further functions of a module.
    pub(crate) fn values(&self, id: ModuleId) -> NameScope {
        self.modules[id.index()].values.clone()
    }

    /// The name of a function within its module or resource.
    pub(crate) fn function(&self, id: ModuleId, function: &Function) -> String {
        let name = self.modules[id.index()]
            .functions
            .get(function.name.as_str());
        name.cloned().unwrap_or_else(|| names::function(function))
    }

    /// The name of a declaration of a type in the module where it is declared.
    pub(crate) fn ty(
        &self,
        model: &Model<'_>,
        module: ModuleId,
        id: TypeId,
        declaration: Declaration,
    ) -> String {
        let name = self.types.get(&(module, id, declaration)).cloned();
        name.unwrap_or_else(|| declaration.name(model.resolve.types[id].name_or_empty()))
    }

    /// The name of the trait of what an exported resource of a module is made of.
    pub(crate) fn guest(&self, model: &Model<'_>, module: ModuleId, id: TypeId) -> String {
        let names = self.resources.get(&(module, id));
        names.map_or_else(
            || names::derived("Guest", model.resolve.types[id].name_or_empty(), ""),
            |names| names.guest.clone(),
        )
    }

    /// The name of the type of borrowed handles of an exported resource of a module.
    pub(crate) fn borrow(&self, model: &Model<'_>, module: ModuleId, id: TypeId) -> String {
        let names = self.resources.get(&(module, id));
        names.map_or_else(
            || names::derived("", model.resolve.types[id].name_or_empty(), "Borrow"),
            |names| names.borrow.clone(),
        )
    }

    /// The names of what stands in for the imports of a module in tests on the host, if that is asked for.
    pub(crate) fn mock(&self, id: ModuleId) -> Option<&MockNames> {
        self.modules[id.index()].mock.as_ref()
    }

    /// The way to write a name of the prelude in a module: as it is, unless a type of the module has the same name.
    pub(crate) fn prelude(&self, module: ModuleId, name: &str) -> String {
        if self.modules[module.index()].types.has(name) {
            format!("_rt::{name}")
        } else {
            name.to_owned()
        }
    }
}

/// Names the functions of a module, by their names in WIT, and keeps those and the names of all parameters from `values`.
fn functions(model: &Model<'_>, id: ModuleId, values: &mut NameScope) -> HashMap<String, String> {
    let module = &model.modules[id];
    let hides = module.direction.is_import();
    // The world's exports share the module of its imports. Their functions are methods of `Guest` and take no names here, but
    // their parameters do.
    let exports = model.modules.world_exports.iter();
    let exports = exports.filter(|_| id == model.modules.root());
    for function in module.functions.iter().chain(exports) {
        let params = function.params.iter();
        params.for_each(|param| values.reserve(names::snake(&param.name)));
    }
    let mut functions = HashMap::new();
    // Methods are named in their resource; only free functions stand in the module itself.
    let mut scopes: HashMap<Option<TypeId>, NameScope> = HashMap::new();
    for function in &module.functions {
        let resource = function.kind.resource();
        let scope = scopes.entry(resource).or_insert_with(|| {
            let hidden = resource.filter(|_| hides).map(|_| HIDDEN_METHODS);
            NameScope::reserving(hidden.into_iter().flatten())
        });
        let name = scope.take(names::function(function));
        if resource.is_none() {
            values.reserve(name.clone());
        }
        functions.insert(function.name.to_string(), name);
    }
    functions
}

impl MockNames {
    /// Finds names that nothing else in the module has.
    fn new(
        model: &Model<'_>,
        id: ModuleId,
        given: &HashMap<String, String>,
        types: &mut NameScope,
        values: &mut NameScope,
    ) -> Self {
        let name = |id: TypeId| model.resolve.types[id].name_or_empty();
        let interface = types.take("Mock");
        let resources = model
            .resources(id)
            .map(|id| (id, types.take(names::derived("Mock", name(id), ""))))
            .collect();
        let mut scope = NameScope::new();
        let mut functions = HashMap::new();
        let all = &model.modules[id].functions;
        // Free functions keep the names that they have in the module; the others make way.
        for function in all {
            if let Some(name) = given.get(function.name.as_str())
                && function.kind.resource().is_none()
            {
                functions.insert(function.name.to_string(), scope.take(name.clone()));
            }
        }
        for function in all {
            let name = match function.kind {
                FunctionKind::Constructor(id) => format!("new-{}", name(id)),
                FunctionKind::Static(id) => format!("{}-{}", name(id), names::function(function)),
                FunctionKind::Freestanding | FunctionKind::Method(_) => continue,
            };
            functions.insert(function.name.to_string(), scope.take(names::snake(&name)));
        }
        Self {
            interface,
            install: values.take("mock"),
            resources,
            functions,
        }
    }
}
