//! The functions and classes of a world as C++ has them: names, and the scopes that they are in.

use crate::cpp::context::Context;
use crate::cpp::declared::Declared;
use crate::cpp::flavor::Flavor;
use crate::cpp::names::{Names, OWNED, function_name, members_of_bindings, snake};
use crate::cpp::spell::Speller;
use crate::shared::keywords::local_scope;
use crate::shared::spelling::Spelling;
use heck::ToSnakeCase;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use witc_bindgen_core::{FunctionName, ModuleId, NameScope};
use witc_canonical_abi::CallPlan;
use witc_resolve::{Direction, Function, FunctionKind, Type, TypeId, WorldKey};

/// A function of C++.
pub(crate) struct CppFunction<'a> {
    pub(crate) function: &'a Function,
    pub(crate) module: ModuleId,
    /// Whether it is called by the guest, or written by it.
    pub(crate) direction: Direction,
    pub(crate) name: String,
    /// The class that it belongs to, and how.
    pub(crate) member: Member,
    /// Its parameters, without the object that a method is called on.
    pub(crate) params: Vec<(String, Type)>,
    /// The part of its own in the symbols for it.
    pub(crate) stem: String,
    /// The phases of a call.
    pub(crate) call: CallPlan,
}

/// The place of a function in a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Member {
    /// It doesn't.
    Free,
    Method(ClassRef),
    Static(ClassRef),
    Constructor(ClassRef),
    /// A constructor that may fail, or that C++ would take for another: a static function.
    Factory(ClassRef),
}

impl Member {
    /// Whether it is a constructor to C++ too.
    pub(crate) fn is_constructor(self) -> bool {
        match self {
            Self::Constructor(_) => true,
            Self::Free | Self::Method(_) | Self::Static(_) | Self::Factory(_) => false,
        }
    }

    /// Whether it belongs to no class.
    pub(crate) fn is_free(self) -> bool {
        self.class().is_none()
    }

    /// The class.
    pub(crate) fn class(self) -> Option<ClassRef> {
        match self {
            Self::Free => None,
            Self::Method(class)
            | Self::Static(class)
            | Self::Constructor(class)
            | Self::Factory(class) => Some(class),
        }
    }

    /// The class whose scope the name of the function is in: a constructor is called like its class.
    fn scope(self) -> Option<ClassRef> {
        match self {
            Self::Free | Self::Constructor(_) => None,
            Self::Method(class) | Self::Static(class) | Self::Factory(class) => Some(class),
        }
    }
}

/// The number of a [`Class`] in its [`Functions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClassRef(usize);

/// A class.
pub(crate) struct Class {
    pub(crate) module: ModuleId,
    pub(crate) resource: TypeId,
    pub(crate) name: String,
    /// The names of its members, which hide those of its namespace.
    pub(crate) members: HashSet<String>,
    /// Its part in the symbols for its built-ins.
    pub(crate) stem: String,
    /// Its functions, by their positions among all.
    functions: Vec<usize>,
}

/// All functions and classes.
pub(crate) struct Functions<'a> {
    functions: Vec<CppFunction<'a>>,
    classes: Vec<Class>,
    /// For each module the positions of its functions and classes, which follow each other.
    // A world may have as many modules as functions: a search among all for each would take the square of that.
    modules: Vec<(Range<usize>, Range<usize>)>,
    /// The position of the first function that the world itself exports; the others follow it.
    world_exports: usize,
}

impl<'a> Functions<'a> {
    /// Names everything.
    pub(crate) fn new(context: Context<'_, 'a>, names: &mut Names) -> Self {
        let modules = context.modules;
        let mut this = Self {
            functions: Vec::new(),
            classes: Vec::new(),
            modules: Vec::new(),
            world_exports: 0,
        };
        for (id, module) in modules.iter() {
            let first = (this.functions.len(), this.classes.len());
            let mut scopes = HashMap::new();
            // All classes before the functions, which are members of them.
            for &ty in &module.types {
                if Declared::new(modules.resolve, ty).is_class() {
                    scopes.insert(ty, this.class(context, names, id, ty));
                }
            }
            for &function in &module.functions {
                let class = function
                    .kind
                    .resource()
                    .and_then(|resource| scopes.get_mut(&resource));
                let wit = function_name_of(context, id, module.direction, function);
                this.add(sign(context, names, (id, wit), class));
            }
            let (functions, classes) = (this.functions.len(), this.classes.len());
            this.modules.push((first.0..functions, first.1..classes));
        }
        this.world_exports = this.functions.len();
        for &function in &modules.world_exports {
            let root = modules.root();
            let wit = function_name_of(context, root, Direction::Export, function);
            this.add(sign(context, names, (root, wit), None));
        }
        this
    }

    /// Adds a class. Gives the scope of its members as well.
    fn class(
        &mut self,
        context: Context<'_, 'a>,
        names: &Names,
        module: ModuleId,
        ty: TypeId,
    ) -> (ClassRef, NameScope) {
        let name = names.type_name(module, ty).to_owned();
        let stem = format!("{}_{}", names.of(module).join("_"), name.to_snake_case());
        // Names that the base classes and the bindings have in a class: a member of the user's would hide or repeat
        // them.
        let direction = context.modules[module].direction;
        let base: &[&str] = match direction {
            Direction::Import => &[],
            Direction::Export => &[OWNED, "Deregister"],
        };
        let always = [
            "ResourceImport",
            "ResourceImportBase",
            "ResourceExportBase",
            // A member that is named like its class is a constructor.
            &name,
        ];
        let mut scope = local_scope();
        let bindings = members_of_bindings(direction);
        for &name in base.iter().chain(bindings).chain(&always) {
            scope.reserve(name);
        }
        let class = ClassRef(self.classes.len());
        self.classes.push(Class {
            module,
            resource: ty,
            name,
            members: HashSet::new(),
            stem,
            functions: Vec::new(),
        });
        (class, scope)
    }

    fn add(&mut self, function: CppFunction<'a>) {
        if let Some(class) = function.member.scope() {
            let members = &mut self.classes[class.0].members;
            // Not constructors (`Member::scope`): theirs is the name of the class, which means the same inside.
            members.insert(function.name.clone());
        }
        if let Some(class) = function.member.class() {
            let position = self.functions.len();
            self.classes[class.0].functions.push(position);
        }
        self.functions.push(function);
    }

    /// The class of this number.
    pub(crate) fn class_of(&self, class: ClassRef) -> &Class {
        &self.classes[class.0]
    }

    /// The classes of a module.
    pub(crate) fn classes(&self, module: ModuleId) -> impl Iterator<Item = (ClassRef, &Class)> {
        let classes = self.modules[module.index()].1.clone();
        classes.map(|index| (ClassRef(index), &self.classes[index]))
    }

    /// The functions of a module, with those of classes. The module of the world itself has its exports last.
    pub(crate) fn of_module(&self, module: ModuleId) -> impl Iterator<Item = &CppFunction<'a>> {
        let exports = match module.index() {
            0 => self.world_exports..self.functions.len(),
            _ => 0..0,
        };
        let functions = self.modules[module.index()].0.clone();
        let functions = functions.chain(exports);
        functions.map(|index| &self.functions[index])
    }

    /// The functions of a module that are in no class.
    pub(crate) fn free(
        &self,
        module: ModuleId,
        direction: Direction,
    ) -> impl Iterator<Item = &CppFunction<'a>> {
        self.of_module(module)
            .filter(move |function| function.direction == direction && function.member.is_free())
    }

    /// The functions of a class.
    pub(crate) fn of_class(&self, class: ClassRef) -> impl Iterator<Item = &CppFunction<'a>> {
        let functions = self.classes[class.0].functions.iter();
        functions.map(|&index| &self.functions[index])
    }
}

fn sign<'a>(
    context: Context<'_, 'a>,
    names: &mut Names,
    (module, wit): (ModuleId, FunctionName<'a>),
    class: Option<&mut (ClassRef, NameScope)>,
) -> CppFunction<'a> {
    let (function, direction) = (wit.function, wit.direction);
    let path = names.path_of(context.modules, module, direction).to_vec();
    let (member, name) = match class {
        None => (Member::Free, names.take(&path, &function_name(function))),
        Some((class, scope)) => {
            let member = member(context, function, direction, *class);
            let name = match (function.kind, member) {
                (FunctionKind::Constructor(id), Member::Constructor(_)) => {
                    names.type_name(module, id).to_owned()
                }
                // A static function cannot be named like its class.
                (FunctionKind::Constructor(_), _) => scope.take("Create"),
                (
                    FunctionKind::Freestanding | FunctionKind::Method(_) | FunctionKind::Static(_),
                    _,
                ) => scope.take(function_name(function)),
            };
            (member, name)
        }
    };
    let mut locals = local_scope();
    // The object that a method is called on is no parameter in C++.
    let implicit = match function.kind {
        FunctionKind::Method(_) => 1,
        FunctionKind::Freestanding | FunctionKind::Static(_) | FunctionKind::Constructor(_) => 0,
    };
    let params = function.params.iter().skip(implicit);
    let params = params
        .map(|param| (snake(&mut locals, &param.name), param.ty))
        .collect();
    let stem = format!(
        "{}_{}",
        path.join("_"),
        function.name.to_snake_case().replace('.', "_")
    );
    CppFunction {
        function,
        module,
        direction,
        name,
        member,
        params,
        stem,
        call: context.options.async_filters().plan(context.plans, wit),
    }
}

/// The name of a function in WIT.
fn function_name_of<'a>(
    context: Context<'_, 'a>,
    module: ModuleId,
    direction: Direction,
    function: &'a Function,
) -> FunctionName<'a> {
    let interface = context.modules[module].interface;
    FunctionName {
        resolve: context.modules.resolve,
        direction,
        interface: interface.map(|(key, _)| key),
        function,
    }
}

/// The place of a function in the class of its resource.
fn member(
    context: Context<'_, '_>,
    function: &Function,
    direction: Direction,
    class: ClassRef,
) -> Member {
    match function.kind {
        FunctionKind::Freestanding => Member::Free,
        FunctionKind::Method(_) => Member::Method(class),
        FunctionKind::Static(_) => Member::Static(class),
        FunctionKind::Constructor(_) if is_factory(context, function, direction) => {
            Member::Factory(class)
        }
        FunctionKind::Constructor(_) => Member::Constructor(class),
    }
}

/// Whether a constructor has to be a static function.
fn is_factory(context: Context<'_, '_>, function: &Function, direction: Direction) -> bool {
    let kind = |ty: Type| &context.plans[context.plans.of(ty)].kind;
    // A constructor gives the handle, or a result with it.
    if function.result.is_some_and(|ty| kind(ty).own().is_none()) {
        // C++ without exceptions has no constructor that fails.
        return true;
    }
    match direction {
        // A constructor with an object of its own class as its only parameter is the one that moves.
        Direction::Import => match &*function.params {
            [param] => {
                let made = kind(param.ty).own().map(|resource| resource.definition);
                made == function.kind.resource()
            }
            [] | [_, _, ..] => false,
        },
        // There the parameter is a `wit::Owned`, which is another type than the class.
        Direction::Export => false,
    }
}

impl<'a> CppFunction<'a> {
    /// The name under which the world has the interface of the function; nothing for a function of the world itself.
    pub(crate) fn interface(&self, context: Context<'_, 'a>) -> Option<&'a WorldKey> {
        context.modules[self.module].interface.map(|(key, _)| key)
    }

    /// Whether it is bound asynchronously.
    pub(crate) fn is_async(&self) -> bool {
        !self.call.convention.is_sync()
    }

    /// The type of a parameter.
    pub(crate) fn param(&self, ty: Type, speller: Speller<'_, '_>) -> Spelling {
        let flavor = match (self.direction, self.is_async()) {
            // What is shown or referred to may be gone when a coroutine goes on.
            (Direction::Import | Direction::Export, true) => Flavor::Owned,
            (Direction::Import, false) => Flavor::Argument,
            (Direction::Export, false) => Flavor::Parameter,
        };
        speller.spell(ty, flavor)
    }

    /// The type of the result, if there is one.
    pub(crate) fn result(&self, speller: Speller<'_, '_>) -> Option<Spelling> {
        let flavor = match (self.direction, self.is_async()) {
            (Direction::Import, _) | (Direction::Export, true) => Flavor::Owned,
            (Direction::Export, false) => Flavor::Returned,
        };
        let result = self.function.result?;
        Some(speller.spell(result, flavor))
    }

    /// The type of what the function returns.
    pub(crate) fn returned(&self, speller: Speller<'_, '_>) -> Spelling {
        let result = self.result(speller);
        if !self.is_async() {
            return result.unwrap_or_else(|| Spelling::value("void"));
        }
        let awaited = match self.direction {
            Direction::Import => "wit::call",
            Direction::Export => "wit::task",
        };
        let result = result.map_or_else(String::new, |ty| ty.to_string());
        Spelling::value(format!("{awaited}<{result}>"))
    }

    /// The parameters, as a declaration has them.
    pub(crate) fn param_list(&self, speller: Speller<'_, '_>) -> String {
        let declare = |(name, ty): &(String, Type)| self.param(*ty, speller).declare(name);
        self.params
            .iter()
            .map(declare)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The names of the parameters, as arguments.
    pub(crate) fn arguments(&self) -> Vec<String> {
        self.params.iter().map(|(name, _)| name.clone()).collect()
    }
}
