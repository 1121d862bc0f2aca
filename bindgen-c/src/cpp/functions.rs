//! The functions and classes of a world as C++ has them: names, and the scopes that they are in.

use crate::cpp::names::{Names, function_name, snake};
use crate::cpp::spell::{Context, Flavor, Speller};
use crate::shared::keywords::local_scope;
use heck::ToSnakeCase;
use std::collections::{HashMap, HashSet};
use witc_bindgen_core::{ModuleId, Scope};
use witc_resolve::{
    Direction, Function, FunctionKind, Handle, Type, TypeDefKind, TypeId, WorldKey,
};

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
    /// What the symbols for it are made of.
    pub(crate) stem: String,
}

/// How a function belongs to a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Member {
    /// It doesn't.
    Free,
    Method(TypeId),
    Static(TypeId),
    Constructor(TypeId),
    /// A constructor that may fail, or that C++ would take for another: a static function.
    Factory(TypeId),
}

impl Member {
    /// The class.
    pub(crate) fn class(self) -> Option<TypeId> {
        match self {
            Self::Free => None,
            Self::Method(id) | Self::Static(id) | Self::Constructor(id) | Self::Factory(id) => {
                Some(id)
            }
        }
    }
}

/// A class.
pub(crate) struct Class {
    pub(crate) module: ModuleId,
    pub(crate) resource: TypeId,
    pub(crate) name: String,
    /// The names of its members, which hide those of its namespace.
    pub(crate) members: HashSet<String>,
    /// What the symbols for its built-ins are made of.
    pub(crate) stem: String,
}

/// All functions and classes.
pub(crate) struct Functions<'a> {
    pub(crate) functions: Vec<CppFunction<'a>>,
    pub(crate) classes: Vec<Class>,
    by_id: HashMap<(ModuleId, TypeId), usize>,
}

impl<'a> Functions<'a> {
    /// Names everything.
    pub(crate) fn new(context: Context<'_, 'a>, names: &mut Names) -> Self {
        let modules = context.modules;
        let mut this = Self {
            functions: Vec::new(),
            classes: Vec::new(),
            by_id: HashMap::new(),
        };
        let mut scopes = HashMap::new();
        for (id, module) in modules.iter() {
            for &ty in &module.types {
                if let TypeDefKind::Resource = modules.resolve.types[ty].kind {
                    scopes.insert((id, ty), this.class(context, names, id, ty));
                }
            }
            for &function in &module.functions {
                let scope = function
                    .kind
                    .resource()
                    .and_then(|resource| scopes.get_mut(&(id, resource)));
                let function = sign(context, names, (id, module.direction), function, scope);
                this.add(function);
            }
        }
        for &function in &modules.world_exports {
            let function = sign(
                context,
                names,
                (modules.root(), Direction::Export),
                function,
                None,
            );
            this.add(function);
        }
        this
    }

    fn class(
        &mut self,
        context: Context<'_, 'a>,
        names: &Names,
        module: ModuleId,
        ty: TypeId,
    ) -> Scope {
        let name = names.type_name(module, ty).to_owned();
        let stem = format!("{}_{}", names.of(module).join("_"), name.to_snake_case());
        let mut scope = local_scope();
        let exported = context.modules[module].direction == Direction::Export;
        let base: &[&str] = if exported {
            &[
                "Owned",
                "New",
                "Dtor",
                "ResourceNew",
                "ResourceRep",
                "Deregister",
            ]
        } else {
            &[]
        };
        let always = [
            "ResourceDrop",
            "ResourceImport",
            "ResourceImportBase",
            "ResourceExportBase",
            &name,
        ];
        base.iter()
            .chain(&always)
            .for_each(|&name| scope.reserve(name));
        self.by_id.insert((module, ty), self.classes.len());
        self.classes.push(Class {
            module,
            resource: ty,
            name,
            members: HashSet::new(),
            stem,
        });
        scope
    }

    fn add(&mut self, function: CppFunction<'a>) {
        let class = function
            .member
            .class()
            .and_then(|id| self.by_id.get(&(function.module, id)));
        if let (Some(&class), false) = (class, matches!(function.member, Member::Constructor(_))) {
            self.classes[class].members.insert(function.name.clone());
        }
        self.functions.push(function);
    }

    /// The class of a resource.
    pub(crate) fn class_of(&self, function: &CppFunction<'_>) -> Option<&Class> {
        let id = function.member.class()?;
        self.by_id
            .get(&(function.module, id))
            .map(|&index| &self.classes[index])
    }

    /// The functions of a module that are in no class.
    pub(crate) fn free(
        &self,
        module: ModuleId,
        direction: Direction,
    ) -> impl Iterator<Item = &CppFunction<'a>> {
        self.functions.iter().filter(move |function| {
            function.module == module
                && function.direction == direction
                && function.member == Member::Free
        })
    }

    /// The functions of a class.
    pub(crate) fn of_class(&self, class: &Class) -> impl Iterator<Item = &CppFunction<'a>> {
        let (module, resource) = (class.module, class.resource);
        self.functions.iter().filter(move |function| {
            function.module == module && function.member.class() == Some(resource)
        })
    }
}

fn sign<'a>(
    context: Context<'_, 'a>,
    names: &mut Names,
    (module, direction): (ModuleId, Direction),
    function: &'a Function,
    scope: Option<&mut Scope>,
) -> CppFunction<'a> {
    let exported = direction == Direction::Export;
    let path = match (module == context.modules.root(), exported) {
        (true, true) => names.world_exports.clone(),
        _ => names.of(module).to_vec(),
    };
    let member = match (function.kind, &scope) {
        (_, None) | (FunctionKind::Freestanding, _) => Member::Free,
        (FunctionKind::Method(id), _) => Member::Method(id),
        (FunctionKind::Static(id), _) => Member::Static(id),
        (FunctionKind::Constructor(id), _) if is_factory(context, function, exported) => {
            Member::Factory(id)
        }
        (FunctionKind::Constructor(id), _) => Member::Constructor(id),
    };
    let name = match (member, scope) {
        (Member::Constructor(id), _) => names.type_name(module, id).to_owned(),
        (Member::Factory(_), Some(scope)) => scope.take("Create"),
        (_, Some(scope)) => scope.take(function_name(function)),
        (_, None) => names.take(&path, &function_name(function)),
    };
    let mut locals = local_scope();
    let implicit = usize::from(matches!(member, Member::Method(_)));
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
    }
}

/// Whether a constructor has to be a static function.
fn is_factory(context: Context<'_, '_>, function: &Function, exported: bool) -> bool {
    let resolve = context.modules.resolve;
    let kind = |ty: Type| match resolve.dealias(ty) {
        Type::Id(id) => Some(&resolve.types[id].kind),
        _ => None,
    };
    let fallible = function
        .result
        .is_some_and(|ty| matches!(kind(ty), Some(TypeDefKind::Result(_))));
    // What is made of another of its kind would be a move.
    let own = |ty: Type| match kind(ty) {
        Some(TypeDefKind::Handle(Handle::Own(id))) => Some(resolve.definition(*id)),
        _ => None,
    };
    let moves = !exported
        && function.params.len() == 1
        && own(function.params[0].ty) == function.kind.resource();
    fallible || moves
}

impl<'a> CppFunction<'a> {
    /// What the interface that the function is in goes by in the world; nothing for one of the world itself.
    pub(crate) fn interface(&self, context: Context<'_, 'a>) -> Option<&'a WorldKey> {
        context.modules[self.module].interface.map(|(key, _)| key)
    }

    /// The namespace that it is in.
    pub(crate) fn path<'n>(&self, context: Context<'_, '_>, names: &'n Names) -> &'n [String] {
        match (self.module == context.modules.root(), self.direction) {
            (true, Direction::Export) => &names.world_exports,
            _ => names.of(self.module),
        }
    }

    /// The type of a parameter.
    pub(crate) fn param(&self, ty: Type, speller: Speller<'_, '_>) -> String {
        let import = self.direction == Direction::Import;
        speller.spell(
            ty,
            if import {
                Flavor::Argument
            } else {
                Flavor::Parameter
            },
        )
    }

    /// The type of the result.
    pub(crate) fn result(&self, speller: Speller<'_, '_>) -> String {
        let flavor = if self.direction == Direction::Import {
            Flavor::Owned
        } else {
            Flavor::Returned
        };
        self.function
            .result
            .map_or("void".to_owned(), |ty| speller.spell(ty, flavor))
    }

    /// The parameters, as a declaration has them.
    pub(crate) fn param_list(&self, speller: Speller<'_, '_>) -> String {
        let declare = |(name, ty): &(String, Type)| {
            let ty = self.param(*ty, speller);
            let apart = if ty.ends_with('&') { "" } else { " " };
            format!("{ty}{apart}{name}")
        };
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
