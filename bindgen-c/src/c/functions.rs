//! The functions of a world as C has them: names, parameters, and how results are given back.

use crate::c::helpers::FLAT;
use crate::c::interner::Interner;
use crate::c::names::function_stem;
use crate::c::options::Options;
use crate::c::types::{Sum, TypeRef, Types};
use crate::shared::keywords::local_scope;
use heck::ToSnakeCase;
use witc_bindgen_core::{FunctionName, ModuleId, Modules, NameScope};
use witc_canonical_abi::{AreaOf, CallPlan, Convention, Side};
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
    /// Whether it is async, and how that shows.
    pub(crate) form: Form,
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

/// The way in which a function is called.
pub(crate) enum Form {
    /// The call ends with the result.
    Sync,
    /// An async import: the call gives a status. The result is written through a pointer when it is there.
    Call(AsyncParams),
    /// An async export: it gives a code, as its callback does.
    Task {
        /// The function that the guest writes for what comes next.
        callback: String,
        /// The function that returns the result.
        give_back: String,
    },
}

/// The parameters of an async import.
pub(crate) enum AsyncParams {
    /// Each by its value.
    Values,
    /// The only one by pointer: it is in memory.
    Pointer,
    /// All in a struct of this name.
    Struct(String),
}

impl Form {
    /// The struct that the parameters of an async import are passed in, if they are.
    pub(crate) fn args(&self) -> Option<&str> {
        match self {
            Self::Call(AsyncParams::Struct(name)) => Some(name),
            Self::Call(AsyncParams::Values | AsyncParams::Pointer)
            | Self::Sync
            | Self::Task { .. } => None,
        }
    }

    /// The functions for the callback and for the result of an async export.
    pub(crate) fn task(&self) -> Option<(&str, &str)> {
        match self {
            Self::Task {
                callback,
                give_back,
            } => Some((callback, give_back)),
            Self::Sync | Self::Call(_) => None,
        }
    }
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
    let call = options.async_filters().plan(interner.types.plans, wit);
    let form = form(interner, &call, &name);
    let mut locals = scope(&form);
    let flatten = !options.no_sig_flattening;
    let params = function.params.iter().map(|param| {
        let ty = interner.intern(module, param.ty);
        let pass = match form {
            // Only pointers whose contents the caller keeps are passed on later: see `Form::Call`.
            Form::Call(_) => Pass::Value,
            Form::Sync | Form::Task { .. } => pass(&interner.types, ty, flatten),
        };
        let name = locals.take(param_name(&param.name));
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
    let result = result.map_or(CResult::None, |ty| match form {
        Form::Sync => give_back(&interner.types, ty, flatten),
        Form::Call(_) => CResult::Out(ty),
        Form::Task { .. } => CResult::Value(ty),
    });
    CFunction {
        function,
        module,
        direction: wit.direction,
        name,
        params,
        result,
        form,
        call,
        locals,
    }
}

/// Whether an async export is lent a handle of a resource that someone else implements.
pub(crate) fn lend_to_tasks(types: &Types<'_>, functions: &[CFunction<'_>]) -> bool {
    let mut tasks = functions.iter().filter(|it| it.form.task().is_some());
    tasks.any(|it| {
        it.params
            .iter()
            .any(|param| types[param.ty].imported_borrow)
    })
}

/// The form of a function that is called `name`.
fn form(interner: &mut Interner<'_>, call: &CallPlan, name: &str) -> Form {
    match (call.convention, call.side) {
        (Convention::Sync, _) => Form::Sync,
        (Convention::Async | Convention::AsyncStackful, Side::Export) => Form::Task {
            callback: interner.symbols.take(format!("{name}_callback")),
            give_back: interner.symbols.take(format!("{name}_return")),
        },
        (Convention::Async | Convention::AsyncStackful, Side::Import) => {
            Form::Call(match (call.area(AreaOf::Parameters), call.parameters()) {
                (None, _) => AsyncParams::Values,
                (Some(_), [_]) => AsyncParams::Pointer,
                (Some(_), _) => {
                    AsyncParams::Struct(interner.take_type(&format!("{name}_args")) + "_t")
                }
            })
        }
    }
}

/// The names that parameters keep away from.
fn scope(form: &Form) -> NameScope {
    let mut locals = local_scope();
    let reserved: &[&str] = match form {
        // The names by which results go out, and functions that adapters call.
        Form::Sync | Form::Task { .. } => &["ret", "err", "free", "memset"],
        Form::Call(AsyncParams::Values) => &["result"],
        // They are members of a struct.
        Form::Call(AsyncParams::Pointer | AsyncParams::Struct(_)) => &[],
    };
    for &name in reserved {
        locals.reserve(name);
    }
    locals
}

/// The name of a parameter.
fn param_name(name: &str) -> String {
    let name = name.to_snake_case();
    // It would hide the struct that a function declares its flat values with.
    if name.starts_with(FLAT) {
        name + "_"
    } else {
        name
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
        match &self.form {
            Form::Sync => self.sync_prototype(types),
            Form::Call(params) => self.call_prototype(params, types),
            Form::Task { .. } => {
                let (world, params) = (&types.prefixes.world, self.listed_params(types));
                format!(
                    "{world}_callback_code_t {}({})",
                    self.name,
                    param_list(&params)
                )
            }
        }
    }

    fn call_prototype(&self, passed: &AsyncParams, types: &Types<'_>) -> String {
        let mut params = match (passed, &*self.params) {
            (AsyncParams::Struct(name), _) => vec![format!("const {name} *args")],
            (AsyncParams::Pointer, [param]) => {
                vec![format!("const {} *arg", types[param.ty].name)]
            }
            (AsyncParams::Values | AsyncParams::Pointer, _) => self.listed_params(types),
        };
        if let Some(ty) = self.result.ty() {
            params.push(format!("{} *result", types[ty].name));
        }
        let world = &types.prefixes.world;
        format!(
            "{world}_subtask_status_t {}({})",
            self.name,
            param_list(&params)
        )
    }

    /// The parameters as they are declared.
    fn listed_params(&self, types: &Types<'_>) -> Vec<String> {
        let name = |ty: TypeRef| types[ty].name.as_str();
        // An import only reads what it is passed; the arguments of an export are its own, to change or to free.
        let constant = if self.direction.is_import() {
            "const "
        } else {
            ""
        };
        let declare = |param: &CParam| {
            let (shown, ty) = (&param.shown, param.ty);
            match param.pass {
                Pass::Value => format!("{} {shown}", name(ty)),
                Pass::Pointer => format!("{constant}{} *{shown}", name(ty)),
                Pass::Maybe(some) => format!("{constant}{} *{shown}", name(some)),
            }
        };
        self.params.iter().map(declare).collect()
    }

    fn sync_prototype(&self, types: &Types<'_>) -> String {
        let name = |ty: TypeRef| types[ty].name.as_str();
        let mut params = self.listed_params(types);
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
