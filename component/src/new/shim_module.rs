//! The module that comes first: its functions stand for what cannot exist yet, and call through its table.

use super::generated::{self, Types, finish, intern};
use super::part::CorePart;
use super::plan::ComponentPlan;
use super::shims::{MEMORY, Shim, TABLE, TLS_BASE, global_name, global_type, table_type};
use indexmap::IndexMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
    GlobalType, MemorySection, Module, NameMap, TableSection,
};
use wasmparser::{FuncType, ValType};

/// The shim module; nothing if no part needs it.
pub(super) fn module(plan: &ComponentPlan<'_>) -> Option<Vec<u8>> {
    let memory = plan.part(CorePart::MAIN).wiring.memory;
    let tls_base = tls_base(plan);
    if plan.shims.is_empty() && memory.is_none() && tls_base.is_none() {
        return None;
    }
    let mut builder = Builder::default();
    for (number, shim) in plan.shims.values().enumerate() {
        builder.shim(number, shim, plan.options.return_call_ref);
    }
    let mut memories = MemorySection::new();
    let mut tables = TableSection::new();
    if !plan.shims.is_empty() && !plan.options.return_call_ref {
        tables.table(table_type(plan.shims.len()));
        builder.exports.export(TABLE, ExportKind::Table, 0);
    }
    if let Some(Ok(ty)) = memory.map(|ty| RoundtripReencoder.memory_type(ty)) {
        memories.memory(ty);
        builder.exports.export(MEMORY, ExportKind::Memory, 0);
    }
    if let Some(ty) = tls_base {
        builder.tls_base(ty);
    }
    Some(builder.finish(plan, &tables, &memories))
}

/// The type of the base of thread-local storage, if a module wants to know it.
fn tls_base(plan: &ComponentPlan<'_>) -> Option<ValType> {
    let imports = plan
        .parts
        .iter()
        .flat_map(|part| &part.wiring.imports)
        .flat_map(|(_, fields)| fields);
    // All modules are linked for the same addresses, so the first type is that of all.
    imports.filter_map(|(_, import)| import.tls_base()).next()
}

#[derive(Default)]
struct Builder {
    types: Types,
    functions: FunctionSection,
    globals: GlobalSection,
    exports: ExportSection,
    code: CodeSection,
    names: NameMap,
    /// By type, a function that traps, which globals hold until they are filled.
    traps: IndexMap<u32, u32, foldhash::fast::RandomState>,
}

impl Builder {
    fn shim(&mut self, number: usize, shim: &Shim, return_call_ref: bool) {
        let ty = intern(&mut self.types, &shim.ty);
        // A global of a type that is not null needs a value from the start.
        let trap = return_call_ref.then(|| self.trap(ty));
        let mut body = Function::new([]);
        for param in 0..shim.ty.params().len() {
            body.instructions().local_get(param as u32);
        }
        if let Some(trap) = trap {
            let global = self.globals.len();
            self.globals
                .global(global_type(ty), &ConstExpr::ref_func(trap));
            self.exports
                .export(&global_name(number), ExportKind::Global, global);
            // A tail call leaves no frame of the shim on the stack.
            body.instructions().global_get(global).return_call_ref(ty);
        } else {
            body.instructions()
                .i32_const(number as i32)
                .call_indirect(0, ty);
        }
        let index = self.function(ty, body, &shim.name);
        self.exports
            .export(&number.to_string(), ExportKind::Func, index);
    }

    /// A global for the base of thread-local storage, and what reads and sets it.
    fn tls_base(&mut self, ty: ValType) {
        let is_64 = ty == ValType::I64;
        let val_type = if is_64 {
            wasm_encoder::ValType::I64
        } else {
            wasm_encoder::ValType::I32
        };
        let zero = if is_64 {
            ConstExpr::i64_const(0)
        } else {
            ConstExpr::i32_const(0)
        };
        let global = self.globals.len();
        self.globals.global(
            GlobalType {
                val_type,
                mutable: true,
                shared: false,
            },
            &zero,
        );
        let [get, set] = TLS_BASE;
        let mut body = Function::new([]);
        body.instructions().global_get(global);
        self.accessor(get, &FuncType::new([], [ty]), body);
        let mut body = Function::new([]);
        body.instructions().local_get(0).global_set(global);
        self.accessor(set, &FuncType::new([ty], []), body);
    }

    fn accessor(&mut self, name: &str, ty: &FuncType, body: Function) {
        let ty = intern(&mut self.types, ty);
        let index = self.function(ty, body, name);
        self.exports.export(name, ExportKind::Func, index);
    }

    fn trap(&mut self, ty: u32) -> u32 {
        if let Some(&trap) = self.traps.get(&ty) {
            return trap;
        }
        let mut body = Function::new([]);
        body.instructions().unreachable();
        let trap = self.function(ty, body, "not yet filled");
        self.traps.insert(ty, trap);
        trap
    }

    fn function(&mut self, ty: u32, mut body: Function, name: &str) -> u32 {
        let index = self.functions.len();
        self.functions.function(ty);
        body.instructions().end();
        self.code.function(&body);
        self.names.append(index, name);
        index
    }

    fn finish(
        self,
        plan: &ComponentPlan<'_>,
        tables: &TableSection,
        memories: &MemorySection,
    ) -> Vec<u8> {
        let mut module = Module::new();
        generated::types(&mut module, &self.types);
        // Sections in the order of the core specification. Empty ones are left out, because they would only
        // take room.
        if !self.functions.is_empty() {
            module.section(&self.functions);
        }
        if !tables.is_empty() {
            module.section(tables);
        }
        if !memories.is_empty() {
            module.section(memories);
        }
        if !self.globals.is_empty() {
            module.section(&self.globals);
        }
        module.section(&self.exports);
        if !self.code.is_empty() {
            module.section(&self.code);
        }
        finish(
            module,
            plan.options.debug_names.then_some(("shim", &self.names)),
        )
    }
}
