//! The functions of a world as C has them: names, parameters, and how results are given back.

use crate::c::Options;
use crate::c::names::function_stem;
use crate::c::types::{Shape, TypeRef, Types};
use crate::shared::keywords::local_scope;
use heck::ToSnakeCase;
use witc_bindgen_core::{ModuleId, Modules, Scope};
use witc_resolve::{Direction, Function, WorldKey};

/// A function of C.
pub(crate) struct CFunction<'a> {
    pub(crate) function: &'a Function,
    pub(crate) module: ModuleId,
    /// Whether it is called by the guest, or written by it.
    pub(crate) direction: Direction,
    pub(crate) name: String,
    pub(crate) params: Vec<CParam>,
    pub(crate) result: CResult,
    /// The names that the function's own names, and its locals, keep away from.
    pub(crate) locals: Scope,
}

/// A parameter.
pub(crate) struct CParam {
    /// Its name, without what [`Pass::Maybe`] puts in front.
    pub(crate) name: String,
    /// The name that the signature shows.
    pub(crate) shown: String,
    /// Its type; with [`Pass::Maybe`] that of the option.
    pub(crate) ty: TypeRef,
    pub(crate) pass: Pass,
}

/// How a parameter is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pass {
    /// By value.
    Value,
    /// By pointer.
    Pointer,
    /// An option, as a pointer to what is in it, or null. The type is that of what is in it.
    Maybe(TypeRef),
}

/// How the result is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CResult {
    None,
    /// As the result of the C function.
    Value(TypeRef),
    /// Through a pointer.
    Out(TypeRef),
    /// An option: whether there is something, which goes through a pointer. The types are those of the option and of
    /// what is in it.
    Maybe(TypeRef, TypeRef),
    /// A result: whether it is a success; what is in it goes through pointers.
    Fallible {
        /// The result.
        ty: TypeRef,
        ok: Option<TypeRef>,
        err: Option<TypeRef>,
    },
}

/// All functions of a world: those of imported interfaces, of the world, and of exported interfaces.
pub(crate) fn all<'a>(types: &mut Types<'a>, options: &Options) -> Vec<CFunction<'a>> {
    let (modules, prefixes) = (types.modules, types.prefixes);
    let root = modules.root();
    let of = |direction| {
        let modules = modules
            .iter()
            .filter(move |(id, module)| *id != root && module.direction == direction);
        modules.map(move |(id, module)| (id, direction, prefixes.of(id), &module.functions))
    };
    let world = [
        (
            root,
            Direction::Import,
            prefixes.world.as_str(),
            &modules[root].functions,
        ),
        (
            root,
            Direction::Export,
            prefixes.world_exports.as_str(),
            &modules.world_exports,
        ),
    ];
    let groups = of(Direction::Import)
        .chain(world)
        .chain(of(Direction::Export));
    let mut functions = Vec::new();
    for (module, direction, prefix, group) in groups {
        for &function in group {
            let name = types
                .symbols
                .take(format!("{prefix}_{}", function_stem(function)));
            functions.push(sign(types, function, (module, direction), name, options));
        }
    }
    functions
}

fn sign<'a>(
    types: &mut Types<'a>,
    function: &'a Function,
    (module, direction): (ModuleId, Direction),
    name: String,
    options: &Options,
) -> CFunction<'a> {
    let mut locals = local_scope();
    // The names by which results go out, and functions that adapters call.
    ["ret", "err", "free", "memset"]
        .into_iter()
        .for_each(|name| locals.reserve(name));
    let flatten = !options.no_sig_flattening;
    let params = function.params.iter().map(|param| {
        let ty = types.intern(module, param.ty);
        // An option that is brought in by `use` is passed as it is.
        let some = match types[ty].shape {
            Shape::Option(some) if flatten => Some(some),
            _ => None,
        };
        let name = locals.take(param.name.to_snake_case());
        let shown = if some.is_some() {
            locals.take(format!("maybe_{name}"))
        } else {
            name.clone()
        };
        let pass = match some {
            Some(some) => Pass::Maybe(some),
            None if types.by_pointer(ty) => Pass::Pointer,
            None => Pass::Value,
        };
        CParam {
            name,
            shown,
            ty,
            pass,
        }
    });
    let params = params.collect();
    let result = function.result.map(|ty| types.intern(module, ty));
    let result = result.map_or(CResult::None, |ty| classify(types, ty, flatten));
    CFunction {
        function,
        module,
        direction,
        name,
        params,
        result,
        locals,
    }
}

fn classify(types: &Types<'_>, ty: TypeRef, flatten: bool) -> CResult {
    match *types.shape(ty) {
        Shape::Option(some) if flatten => CResult::Maybe(ty, some),
        Shape::Result(ok, err) if flatten => CResult::Fallible { ty, ok, err },
        _ if types.by_pointer(ty) => CResult::Out(ty),
        _ => CResult::Value(ty),
    }
}

impl<'a> CFunction<'a> {
    /// What the interface that the function is in goes by in the world; nothing for one of the world itself.
    pub(crate) fn interface(&self, modules: &Modules<'a>) -> Option<&'a WorldKey> {
        modules[self.module].interface.map(|(key, _)| key)
    }

    /// The prototype, without a semicolon.
    pub(crate) fn prototype(&self, types: &Types<'_>) -> String {
        let name = |ty: TypeRef| types[ty].name.as_str();
        // What is passed to an import is read there; an export may do with it what it likes.
        let constant = if self.direction == Direction::Import {
            "const "
        } else {
            ""
        };
        let mut params: Vec<String> = Vec::new();
        for CParam {
            shown, ty, pass, ..
        } in &self.params
        {
            params.push(match pass {
                Pass::Value => format!("{} {shown}", name(*ty)),
                Pass::Pointer => format!("{constant}{} *{shown}", name(*ty)),
                Pass::Maybe(some) => format!("{constant}{} *{shown}", name(*some)),
            });
        }
        let mut out = |ty: TypeRef, to: &str| params.push(format!("{} *{to}", name(ty)));
        let result = match self.result {
            CResult::None => "void",
            CResult::Value(ty) => name(ty),
            CResult::Out(ty) => {
                out(ty, "ret");
                "void"
            }
            CResult::Maybe(_, some) => {
                out(some, "ret");
                "bool"
            }
            CResult::Fallible { ok, err, .. } => {
                ok.into_iter().for_each(|ok| out(ok, "ret"));
                err.into_iter().for_each(|err| out(err, "err"));
                "bool"
            }
        };
        let params = if params.is_empty() {
            "void".to_owned()
        } else {
            params.join(", ")
        };
        format!("{result} {}({params})", self.name)
    }
}
