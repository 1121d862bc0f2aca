//! The functions of a world as C has them: names, parameters, and how results are given back.

use crate::c::interner::Interner;
use crate::c::names::function_stem;
use crate::c::options::Options;
use crate::c::types::{Sum, TypeRef, Types};
use crate::shared::keywords::local_scope;
use heck::ToSnakeCase;
use witc_bindgen_core::{FunctionName, ModuleId, Modules, NameScope};
use witc_canonical_abi::CallPlan;
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
    /// The phases of a call.
    pub(crate) call: CallPlan,
    /// The names that the function's own names, and its locals, keep away from.
    pub(crate) locals: NameScope,
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

/// The way in which a parameter is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pass {
    /// By value.
    Value,
    /// By pointer.
    Pointer,
    /// An option, as a pointer to what is in it, or null. The type is that of what is in it.
    Maybe(TypeRef),
}

/// The way in which the result is given back.
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

impl CResult {
    /// The type of the result in WIT.
    pub(crate) fn ty(self) -> Option<TypeRef> {
        match self {
            Self::None => None,
            Self::Value(ty) | Self::Out(ty) | Self::Maybe(ty, _) | Self::Fallible { ty, .. } => {
                Some(ty)
            }
        }
    }
}

/// All functions of a world: those of imported interfaces, of the world, and of exported interfaces.
pub(crate) fn all<'a>(interner: &mut Interner<'a>, options: &Options) -> Vec<CFunction<'a>> {
    let (modules, prefixes) = (interner.types.modules, interner.types.prefixes);
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
    // The order of the header: what can be called, then what has to be written.
    let groups = of(Direction::Import)
        .chain(world)
        .chain(of(Direction::Export));
    let mut functions = Vec::new();
    for (module, direction, prefix, group) in groups {
        for &function in group {
            let name = format!("{prefix}_{}", function_stem(function));
            // WIT tells `[method]r.f` and `method-r-f` apart, C does not: the second one that comes gets another name.
            let name = interner.symbols.take(name);
            let wit = FunctionName {
                resolve: modules.resolve,
                direction,
                interface: modules[module].interface.map(|(key, _)| key),
                function,
            };
            functions.push(sign(interner, wit, module, name, options));
        }
    }
    functions
}

fn sign<'a>(
    interner: &mut Interner<'a>,
    wit: FunctionName<'a>,
    module: ModuleId,
    name: String,
    options: &Options,
) -> CFunction<'a> {
    let function = wit.function;
    let mut locals = local_scope();
    // The names by which results go out, and functions that adapters call.
    for name in ["ret", "err", "free", "memset"] {
        locals.reserve(name);
    }
    let flatten = !options.no_sig_flattening;
    let params = function.params.iter().map(|param| {
        let ty = interner.intern(module, param.ty);
        let pass = pass(&interner.types, ty, flatten);
        let name = locals.take(param.name.to_snake_case());
        let shown = match pass {
            // wit-bindgen's name: it tells that the pointer may be null. The plain name stays taken for the struct of
            // parameters.
            Pass::Maybe(_) => locals.take(format!("maybe_{name}")),
            Pass::Value | Pass::Pointer => name.clone(),
        };
        CParam {
            name,
            shown,
            ty,
            pass,
        }
    });
    let params = params.collect();
    let result = function.result.map(|ty| interner.intern(module, ty));
    let result = result.map_or(CResult::None, |ty| give_back(&interner.types, ty, flatten));
    CFunction {
        function,
        module,
        direction: wit.direction,
        name,
        params,
        result,
        call: options.async_filters().plan(interner.types.plans, wit),
        locals,
    }
}

/// The way to pass a parameter of a type. An option that is brought in by `use` is passed as it is: there the shape is that of
/// an alias.
fn pass(types: &Types<'_>, ty: TypeRef, flatten: bool) -> Pass {
    match types[ty].shape.option().filter(|_| flatten) {
        Some(some) => Pass::Maybe(some),
        None if types.shape(ty).by_pointer() => Pass::Pointer,
        None => Pass::Value,
    }
}

/// The way to give back a result of a type.
fn give_back(types: &Types<'_>, ty: TypeRef, flatten: bool) -> CResult {
    let shape = types.shape(ty);
    match shape.sum().filter(|_| flatten) {
        Some(Sum::Option(some)) => CResult::Maybe(ty, some.ty),
        Some(Sum::Result(ok, err)) => CResult::Fallible {
            ty,
            ok: ok.map(|ok| ok.ty),
            err: err.map(|err| err.ty),
        },
        // Only options and results are taken apart: the cases of a variant have no `bool` that tells them apart.
        Some(Sum::Variant(..)) | None if shape.by_pointer() => CResult::Out(ty),
        Some(Sum::Variant(..)) | None => CResult::Value(ty),
    }
}

impl<'a> CFunction<'a> {
    /// The name under which the world has the interface of the function; nothing for a function of the world itself.
    pub(crate) fn interface(&self, modules: &Modules<'a>) -> Option<&'a WorldKey> {
        modules[self.module].interface.map(|(key, _)| key)
    }

    /// The prototype, without a semicolon.
    pub(crate) fn prototype(&self, types: &Types<'_>) -> String {
        let name = |ty: TypeRef| types[ty].name.as_str();
        // An import only reads what it is passed; the arguments of an export are its own, to change or to free.
        let constant = if self.direction.is_import() {
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
                // A payload that is not there has no parameter either, so that no caller provides room for nothing.
                ok.into_iter().for_each(|ok| out(ok, "ret"));
                err.into_iter().for_each(|err| out(err, "err"));
                "bool"
            }
        };
        format!("{result} {}({})", self.name, param_list(&params))
    }
}

/// The parameters of a prototype. In C nothing between the parentheses would say nothing about parameters.
pub(crate) fn param_list(params: &[String]) -> String {
    if params.is_empty() {
        "void".to_owned()
    } else {
        params.join(", ")
    }
}
