//! Functions that a core module imports before what they stand for can exist.
//!
//! An import that reads or writes memory needs the memory of the module that imports it, which is there only once the
//! module is instantiated. So a shim module comes first: its functions call through a table that is empty at that
//! time, and that the fix-up module fills in the end.

use super::canon::Canon;
use super::generated::{finish, intern};
use super::plan::Plan;
use super::wiring::{Import, Part};
use indexmap::IndexMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
    GlobalType, HeapType, MemorySection, Module, NameMap, RefType, TableSection, TableType,
};
use wasmparser::{FuncType, ValType};

/// The name of the shim module's table.
pub(super) const TABLE: &str = "$imports";

/// The name of the memory that the shim module has if the main module imports its own.
pub(super) const MEMORY: &str = "$memory";

/// The names of the functions that read and set the base of thread-local storage.
pub(super) const TLS_BASE: [&str; 2] = ["$get-tls-base", "$set-tls-base"];

/// What a shim stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum ShimKind<'a> {
    /// A function of the canonical ABI, made for a module.
    Canon(Part, Canon),
    /// A function of the adapter with this number.
    Adapter(usize, &'a str),
    /// An export of a module that destroys a resource's representation.
    Destructor(Part, &'a str),
    /// An export of a module that allocates memory.
    Realloc(Part, &'a str),
}

/// A shim: its core type, and its name for people. In the shim module it goes by its number.
#[derive(Clone, Debug)]
pub(super) struct Shim {
    pub(super) ty: FuncType,
    pub(super) name: String,
}

/// The shims of a component.
pub(super) type Shims<'a> = IndexMap<ShimKind<'a>, Shim, foldhash::fast::RandomState>;

/// The name of the global that holds the target of the shim with this number, where shims go without a table.
pub(super) fn global_name(number: usize) -> String {
    format!("g{number}")
}

/// The type of the table, which holds a function for each shim.
pub(super) fn table_type(shims: usize) -> TableType {
    let size = shims as u64;
    TableType {
        element_type: RefType::FUNCREF,
        minimum: size,
        maximum: Some(size),
        table64: false,
        shared: false,
    }
}

/// The type of the global that holds the target of a shim of this type.
pub(super) fn global_type(ty: u32) -> GlobalType {
    let val_type = RefType {
        nullable: false,
        heap_type: HeapType::Concrete(ty),
    }
    .into();
    GlobalType {
        val_type,
        mutable: true,
        shared: false,
    }
}

/// The shims that the modules of a component need.
pub(super) fn collect<'a>(plan: &Plan<'a>) -> Shims<'a> {
    let mut shims = Shims::default();
    for (id, part) in plan.parts() {
        for (module, fields) in &part.wiring.imports {
            for (field, import) in fields {
                match import {
                    Import::Canon(canon) => make(plan, &mut shims, id, *canon, module, field),
                    Import::Adapter {
                        adapter,
                        function,
                        ty,
                    } => {
                        let shim = Shim {
                            ty: ty.clone(),
                            name: format!("adapt-{module}-{field}"),
                        };
                        shims
                            .entry(ShimKind::Adapter(*adapter, function))
                            .or_insert(shim);
                    }
                    _ => {}
                }
            }
        }
        for (&resource, &export) in &part.wiring.exports.destructors {
            let name = plan
                .world
                .definition(resource)
                .map(|(name, _)| name.as_str())
                .unwrap_or_default();
            let shim = Shim {
                ty: FuncType::new([ValType::I32], []),
                name: format!("dtor-{name}"),
            };
            shims
                .entry(ShimKind::Destructor(id, export))
                .or_insert(shim);
        }
    }
    shims
}

fn make<'a>(
    plan: &Plan<'a>,
    shims: &mut Shims<'a>,
    part: Part,
    canon: Canon,
    module: &str,
    field: &str,
) {
    let (needs, realloc) = plan.making(part, canon);
    let direct = plan.is_direct(part, needs);
    if let (false, Some(ty)) = (direct, canon.ty(plan.world)) {
        let name = format!("indirect-{module}-{field}");
        shims
            .entry(ShimKind::Canon(part, canon))
            .or_insert(Shim { ty, name });
    }
    if let Some(realloc) = realloc.filter(|_| direct || plan.task_hook().is_some()) {
        let name = format!("realloc-{}-{realloc}", plan.part(part).name);
        let shim = Shim {
            ty: FuncType::new([ValType::I32; 4], [ValType::I32]),
            name,
        };
        shims
            .entry(ShimKind::Realloc(part, realloc))
            .or_insert(shim);
    }
}

/// The shim module; nothing if no part needs it.
pub(super) fn module(plan: &Plan<'_>) -> Option<Vec<u8>> {
    let memory = plan.part(Part::MAIN).wiring.memory;
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
fn tls_base(plan: &Plan<'_>) -> Option<ValType> {
    let imports = plan
        .parts
        .iter()
        .flat_map(|part| &part.wiring.imports)
        .flat_map(|(_, fields)| fields);
    imports.filter_map(|(_, import)| import.tls_base()).next()
}

#[derive(Default)]
struct Builder {
    types: IndexMap<FuncType, u32, foldhash::fast::RandomState>,
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

    fn finish(self, plan: &Plan<'_>, tables: &TableSection, memories: &MemorySection) -> Vec<u8> {
        let mut module = Module::new();
        super::generated::types(&mut module, &self.types);
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
