//! The module that comes last: it fills the shims' table with what they stand for, and calls what the main module wants
//! to have called first.
//!
//! If the main module has a task hook, the fix-up module also has functions that wrap what the component calls, so that
//! the hook learns of each start and end.

use super::generated::{self, Types, finish, intern};
use super::part::CorePart;
use super::plan::ComponentPlan;
use super::shims::{self, ShimKind};
use super::wiring::{Exports, callback_type};
use crate::core_names::Special;
use crate::named::{FunctionKey, NamedFunction};
use std::collections::HashMap;
use wasm_encoder::{
    CodeSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, Module, NameMap, StartSection,
};
use wasmparser::{FuncType, ValType};
use witc_canonical_abi::Convention;
use witc_resolve::Direction;

/// The name under which the fix-up module imports what shims stand for, each by its number.
pub(super) const ACTUAL: &str = "actual";

/// The name under which it imports from the shim module.
pub(super) const SHIM: &str = "shim";

/// The name under which it imports from a part.
pub(super) fn part_name(part: CorePart) -> String {
    format!("part{}", part.0)
}

/// The fix-up module.
pub(super) struct Fixup<'a> {
    /// The module.
    pub(super) binary: Vec<u8>,
    /// The parts that it imports from.
    pub(super) parts: Vec<CorePart>,
    /// Its exports, and the exports of parts in whose place they stand.
    pub(super) wrappers: Vec<(CorePart, &'a str, String)>,
}

/// The events that a task hook learns of.
#[derive(Clone, Copy)]
enum Event {
    SyncStart = 0,
    SyncFinish = 1,
    AsyncStart = 2,
    AsyncResume = 3,
    AsyncBlock = 4,
    AsyncFinish = 5,
    InitializeStart = 6,
    InitializeFinish = 7,
    DestructorStart = 8,
    DestructorFinish = 9,
    // 10 and 11 are left out, as in `wit-component`, which defines the numbers.
    ReallocStart = 12,
    ReallocFinish = 13,
}

/// The event that a task hook learns of when a function returns.
#[derive(Clone, Copy)]
enum End {
    Nothing,
    Tell(Event),
    /// The event depends on the code that an async function returns: that it is done, or that it waits for something.
    Code,
}

/// The fix-up module of a component; nothing if there is nothing to do.
pub(super) fn module<'a>(plan: &ComponentPlan<'a>) -> Option<Fixup<'a>> {
    let initialize = plan
        .part(CorePart::MAIN)
        .wiring
        .exports
        .special(Special::Initialize);
    if plan.shims.is_empty() && initialize.is_none() && plan.task_hook().is_none() {
        return None;
    }
    let mut builder = Builder::default();
    let actual: Vec<u32> = plan
        .shims
        .values()
        .enumerate()
        .map(|(number, shim)| builder.import_function(ACTUAL, &number.to_string(), &shim.ty))
        .collect();
    // All functions are imported before `targets` and `finish` number the module's own, which follow them.
    let initialize =
        initialize.map(|name| builder.import_from(CorePart::MAIN, name, &FuncType::new([], [])));
    let hook = plan
        .task_hook()
        .map(|name| builder.import_from(CorePart::MAIN, name, &FuncType::new([ValType::I32], [])));
    if let Some(hook) = hook {
        builder.wrap_exports(plan, hook);
        builder.wrap_destructors(plan, hook, &actual);
    }
    // Tables and globals have index spaces of their own, so it does not matter that they come after functions.
    builder.import_targets(plan);
    let targets = builder.targets(plan, &actual);
    builder.start(plan, &targets, initialize, hook);
    Some(builder.finish(plan, &targets))
}

#[derive(Default)]
struct Builder<'a> {
    types: Types,
    imports: ImportSection,
    imported: u32,
    names: NameMap,
    parts: Vec<CorePart>,
    /// Functions of the module itself, by what they stand for.
    defined: Vec<OwnFunction<'a>>,
    /// The wrappers of what allocates in the parts.
    reallocs: HashMap<(CorePart, &'a str), usize>,
    /// The wrappers of destructors, by the number of the shim.
    destructors: HashMap<usize, usize>,
    start: Option<u32>,
    /// A start function of the module's own.
    start_body: Option<Function>,
}

struct OwnFunction<'a> {
    ty: FuncType,
    body: Function,
    name: String,
    replaces: Option<(CorePart, &'a str)>,
}

impl<'a> Builder<'a> {
    fn import_function(&mut self, module: &str, name: &str, ty: &FuncType) -> u32 {
        let ty = intern(&mut self.types, ty);
        self.imports.import(module, name, EntityType::Function(ty));
        self.names.append(self.imported, name);
        self.imported += 1;
        self.imported - 1
    }

    fn import_from(&mut self, part: CorePart, name: &str, ty: &FuncType) -> u32 {
        if !self.parts.contains(&part) {
            self.parts.push(part);
        }
        self.import_function(&part_name(part), name, ty)
    }

    /// Wraps the functions that are lifted, what follows or continues them, and what allocates for them.
    fn wrap_exports(&mut self, plan: &ComponentPlan<'a>, hook: u32) {
        for (id, part) in plan.parts() {
            for key in part
                .exports
                .iter()
                .flat_map(|&item| plan.world.function_keys(Direction::Export, item))
            {
                if let Some(function) = plan.world.exported(key) {
                    self.wrap_function(hook, id, &part.wiring.exports, key, function);
                }
            }
        }
        for (id, part) in plan.parts() {
            for special in [
                Special::Realloc,
                Special::ImportRealloc,
                Special::ExportRealloc,
            ] {
                if let Some(name) = part.wiring.exports.special(special) {
                    let ty = FuncType::new([ValType::I32; 4], [ValType::I32]);
                    // The shims that stand for allocators lead to these wrappers.
                    self.reallocs.insert((id, name), self.defined.len());
                    let end = End::Tell(Event::ReallocFinish);
                    self.wrap(hook, id, name, &ty, Some(Event::ReallocStart), end);
                }
            }
        }
    }

    fn wrap_function(
        &mut self,
        hook: u32,
        part: CorePart,
        exports: &Exports<'a>,
        key: FunctionKey,
        function: &NamedFunction,
    ) {
        let Some(implementation) = exports.functions.get(&key) else {
            return;
        };
        let (name, ty) = (implementation.name, implementation.ty(function));
        match implementation.convention {
            Convention::Sync => {
                let post_return = exports.post_returns.get(&key).copied();
                let finish = End::Tell(Event::SyncFinish);
                // A call ends when its result is freed, so the hook learns of it after the post-return.
                let end = if post_return.is_some() {
                    End::Nothing
                } else {
                    finish
                };
                self.wrap(hook, part, name, &ty, Some(Event::SyncStart), end);
                if let Some(name) = post_return {
                    let ty = FuncType::new(ty.results().iter().copied(), []);
                    self.wrap(hook, part, name, &ty, None, finish);
                }
            }
            Convention::AsyncStackful => {
                let end = End::Tell(Event::AsyncFinish);
                self.wrap(hook, part, name, &ty, Some(Event::AsyncStart), end);
            }
            Convention::Async => {
                self.wrap(hook, part, name, &ty, Some(Event::AsyncStart), End::Code);
                if let Some(name) = exports.callback(key) {
                    self.wrap(
                        hook,
                        part,
                        name,
                        &callback_type(),
                        Some(Event::AsyncResume),
                        End::Code,
                    );
                }
            }
        }
    }

    fn wrap(
        &mut self,
        hook: u32,
        part: CorePart,
        name: &'a str,
        ty: &FuncType,
        start: Option<Event>,
        end: End,
    ) {
        let target = self.import_from(part, name, ty);
        let body = wrapper(hook, target, ty.params().len(), start, end);
        let name_of = format!("hook-{name}");
        self.defined.push(OwnFunction {
            ty: ty.clone(),
            body,
            name: name_of,
            replaces: Some((part, name)),
        });
    }

    fn wrap_destructors(&mut self, plan: &ComponentPlan<'a>, hook: u32, actual: &[u32]) {
        for (number, (kind, shim)) in plan.shims.iter().enumerate() {
            if let ShimKind::Destructor(_, name) = kind {
                let end = End::Tell(Event::DestructorFinish);
                let body = wrapper(hook, actual[number], 1, Some(Event::DestructorStart), end);
                self.destructors.insert(number, self.defined.len());
                let name = format!("hook-{name}");
                self.defined.push(OwnFunction {
                    ty: shim.ty.clone(),
                    body,
                    name,
                    // Destructors are called by their shims alone, so no export has to be put in place of
                    // anything.
                    replaces: None,
                });
            }
        }
    }

    /// Imports what is filled: the table, or a global for each shim.
    fn import_targets(&mut self, plan: &ComponentPlan<'a>) {
        if plan.options.return_call_ref {
            for (number, shim) in plan.shims.values().enumerate() {
                let ty = shims::global_type(intern(&mut self.types, &shim.ty));
                self.imports.import(SHIM, &shims::global_name(number), ty);
            }
        } else if !plan.shims.is_empty() {
            self.imports
                .import(SHIM, shims::TABLE, shims::table_type(plan.shims.len()));
        }
    }

    /// The functions that the shims call.
    fn targets(&self, plan: &ComponentPlan<'a>, actual: &[u32]) -> Vec<u32> {
        let own = |defined: usize| self.imported + defined as u32;
        let target = |(number, kind): (usize, &ShimKind<'a>)| {
            let wrapper = match *kind {
                ShimKind::Destructor(..) => self.destructors.get(&number),
                ShimKind::Realloc(part, name) => self.reallocs.get(&(part, name)),
                ShimKind::Canon(..) | ShimKind::Adapter(..) => None,
            };
            wrapper.map_or(actual[number], |&defined| own(defined))
        };
        plan.shims.keys().enumerate().map(target).collect()
    }

    fn start(
        &mut self,
        plan: &ComponentPlan<'a>,
        targets: &[u32],
        initialize: Option<u32>,
        hook: Option<u32>,
    ) {
        let fills = plan.options.return_call_ref && !targets.is_empty();
        // The function that the main module wants to have called can be the start function itself.
        if !fills && (initialize.is_none() || hook.is_none()) {
            self.start = initialize;
            return;
        }
        let mut body = Function::new([]);
        let mut code = body.instructions();
        if fills {
            for (global, &target) in targets.iter().enumerate() {
                // Shims are filled first: initialization may call imports.
                code.ref_func(target).global_set(global as u32);
            }
        }
        if let Some(initialize) = initialize {
            if let Some(hook) = hook {
                code.i32_const(Event::InitializeStart as i32).call(hook);
            }
            code.call(initialize);
            if let Some(hook) = hook {
                code.i32_const(Event::InitializeFinish as i32).call(hook);
            }
        }
        code.end();
        self.start = Some(self.imported + self.defined.len() as u32);
        self.start_body = Some(body);
    }

    fn finish(mut self, plan: &ComponentPlan<'a>, targets: &[u32]) -> Fixup<'a> {
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut exports = ExportSection::new();
        let mut wrappers = Vec::new();
        for defined in &self.defined {
            let index = self.imported + functions.len();
            functions.function(intern(&mut self.types, &defined.ty));
            code.function(&defined.body);
            self.names.append(index, &defined.name);
            if let Some((part, name)) = defined.replaces {
                let export = format!("hook{}", wrappers.len());
                exports.export(&export, ExportKind::Func, index);
                wrappers.push((part, name, export));
            }
        }
        // The start function is the last, as `start` has counted.
        if let Some(body) = &self.start_body {
            self.names.append(self.imported + functions.len(), "start");
            functions.function(intern(&mut self.types, &FuncType::new([], [])));
            code.function(body);
        }
        let mut module = Module::new();
        generated::types(&mut module, &self.types);
        if !self.imports.is_empty() {
            module.section(&self.imports);
        }
        if !functions.is_empty() {
            module.section(&functions);
        }
        if !exports.is_empty() {
            module.section(&exports);
        }
        if let Some(function_index) = self.start {
            module.section(&StartSection { function_index });
        }
        if let Some(elements) = elements(plan, targets) {
            module.section(&elements);
        }
        if !code.is_empty() {
            module.section(&code);
        }
        let binary = finish(
            module,
            plan.options.debug_names.then_some(("fixup", &self.names)),
        );
        Fixup {
            binary,
            parts: self.parts,
            wrappers,
        }
    }
}

/// The table's contents; or, where globals are filled instead, the declaration that the functions are referred to.
fn elements(plan: &ComponentPlan<'_>, targets: &[u32]) -> Option<ElementSection> {
    if targets.is_empty() {
        return None;
    }
    let mut section = ElementSection::new();
    let functions = Elements::Functions(targets.into());
    if plan.options.return_call_ref {
        // `ref.func` needs the function to be declared in an element segment.
        section.declared(functions);
    } else {
        // An active segment is applied before the start function runs, so that initialization can call imports.
        section.active(None, &wasm_encoder::ConstExpr::i32_const(0), functions);
    }
    Some(section)
}

/// A function that calls `target` and tells the hook before and after.
fn wrapper(hook: u32, target: u32, params: usize, start: Option<Event>, end: End) -> Function {
    let is_code = matches!(end, End::Code);
    let mut body = Function::new(is_code.then_some((1, wasm_encoder::ValType::I32)));
    let mut code = body.instructions();
    if let Some(event) = start {
        code.i32_const(event as i32).call(hook);
    }
    for param in 0..params {
        code.local_get(param as u32);
    }
    code.call(target);
    match end {
        End::Nothing => {}
        End::Tell(event) => {
            code.i32_const(event as i32).call(hook);
        }
        End::Code => {
            // The only local of the wrapper comes after its parameters.
            let returned = params as u32;
            code.local_set(returned);
            // A code of 0 is `EXIT` (CanonicalABI.md, `canon lift`): all others wait. `select` takes the first
            // value if the code is not 0.
            code.i32_const(Event::AsyncBlock as i32)
                .i32_const(Event::AsyncFinish as i32);
            code.local_get(returned)
                .select()
                .call(hook)
                .local_get(returned);
        }
    }
    code.end();
    body
}
