//! Encoding an adapter: only what is needed of it, and a stack.

use super::definitions::{Definitions, ItemSource, Reason};
use super::indices::Indices;
use super::reach::{Reached, unreadable};
use super::reduction::Reduction;
use super::stack;
use crate::core_names::MAIN_MODULE;
use std::collections::{BTreeMap, HashSet};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
    ImportSection, Module, NameMap, NameSection, StartSection, TypeSection,
};
use wasmparser::{ExternalKind, FuncType, FunctionBody, ValType};

/// Encodes what is reached.
pub(super) fn encode(
    definitions: &Definitions<'_>,
    reached: &Reached,
    reduction: Reduction<'_>,
) -> Result<Vec<u8>, Reason> {
    // Without element segments a table stays empty, and calls through it could only trap.
    if !reached.tables.is_empty() {
        return Err("it needs a table".into());
    }
    if reached.memories.len() > 1 {
        return Err("it needs several memories".into());
    }
    let variable = |name| {
        definitions
            .variable(name)
            // A variable that nothing uses any more asks for no stack.
            .filter(|index| reached.globals.contains(index))
    };
    let needs = Needs {
        realloc: reached
            .functions
            .iter()
            .any(|&index| imports_realloc(definitions, index)),
        stack_pointer: variable("__stack_pointer").filter(|_| !definitions.memories.is_empty()),
        state: variable("allocation_state"),
    };
    if needs.realloc && reduction.realloc.is_none() && definitions.memories.is_empty() {
        return Err("it needs memory, and imports none".into());
    }
    let mut encoder = Encoder::new(definitions, reached, reduction, needs);
    let encoded = encoder
        .declare(reached)
        .and_then(|()| encoder.define(reached));
    encoded
        .and_then(|()| encoder.finish())
        .map_err(|error| unreadable(&error))
}

/// The needs of an adapter.
#[derive(Clone, Copy)]
struct Needs {
    /// Whether it imports the main module's `realloc`.
    realloc: bool,
    /// The global that points to its stack.
    stack_pointer: Option<u32>,
    /// The global that says whether there is a stack.
    state: Option<u32>,
}

struct Encoder<'e, 'a> {
    definitions: &'e Definitions<'a>,
    reduction: Reduction<'e>,
    needs: Needs,
    new: Indices,
    types: Vec<FuncType>,
    imports: ImportSection,
    imported: u32,
    globals: GlobalSection,
    functions: FunctionSection,
    code: CodeSection,
    /// The function that allocates the stack's memory.
    realloc: Option<u32>,
    start: Option<u32>,
    names: BTreeMap<u32, &'e str>,
}

impl<'e, 'a> Encoder<'e, 'a> {
    fn new(
        definitions: &'e Definitions<'a>,
        reached: &Reached,
        reduction: Reduction<'e>,
        needs: Needs,
    ) -> Self {
        let mut new = Indices::default();
        new.types.assign(&*reached.types);
        new.globals.assign(&*reached.globals);
        // A function that grows the memory may be added. It uses the memory even if nothing else does, so the memory
        // is kept for it.
        // With a state the adapter survives being called by the allocator that it calls, and so can wait for
        // its first call. Without one, the stack is there from the start.
        let lazy = needs.state.is_some() && reduction.realloc.is_some();
        let grows =
            needs.stack_pointer.is_some() && !lazy || needs.realloc && reduction.realloc.is_none();
        let grown = if grows && reached.memories.is_empty() {
            Some(&0)
        } else {
            None
        };
        new.memories.assign(reached.memories.iter().chain(grown));
        let types = new
            .types
            .kept()
            .iter()
            .map(|&old| definitions.types[old as usize].clone())
            .collect();
        Self {
            definitions,
            reduction,
            needs,
            new,
            types,
            imports: ImportSection::new(),
            imported: 0,
            globals: GlobalSection::new(),
            functions: FunctionSection::new(),
            code: CodeSection::new(),
            realloc: None,
            start: None,
            names: BTreeMap::new(),
        }
    }

    /// Whether the stack is made when an export is called first, rather than when the adapter is instantiated.
    fn is_lazy(&self) -> bool {
        self.needs.stack_pointer.is_some()
            && self.needs.state.is_some()
            && self.reduction.realloc.is_some()
    }

    fn page_size_log2(&self) -> u32 {
        self.definitions
            .memories
            .first()
            .and_then(|memory| memory.ty.page_size_log2)
            .unwrap_or(16)
    }

    /// Writes imports and globals, and gives functions their new indices.
    fn declare(&mut self, reached: &Reached) -> Result<(), Error> {
        let definitions = self.definitions;
        for &old in &self.new.memories.kept().to_vec() {
            let memory = definitions
                .memories
                .get(old as usize)
                // Both kinds exist: reached memories were checked, and memory 0 is added only where there is
                // one.
                .ok_or(Error::InvalidCodeSectionSize)?;
            let ty = self.new.memory_type(memory.ty)?;
            if let Some((module, name)) = memory.source.import() {
                self.imports.import(module, name, ty);
            }
        }
        self.declare_globals()?;
        let mut functions: Vec<u32> = reached.functions.iter().copied().collect();
        // In the order of the old indices, so that the output does not depend on the order of discovery.
        functions.sort_unstable();
        let is_import = |index: &u32| {
            let function = &definitions.functions[*index as usize];
            function.source.import().is_some()
        };
        let (imports, mut defined): (Vec<u32>, Vec<u32>) =
            functions.into_iter().partition(is_import);
        for index in imports {
            // The main module has no allocator to import, so the adapter gets a function in its place.
            if imports_realloc(definitions, index) && self.reduction.realloc.is_none() {
                defined.push(index);
            } else {
                self.import_function(index)?;
            }
        }
        // The stack is allocated with the main module's allocator, which the adapter does not import for
        // itself.
        if let (Some(realloc), Some(_), false) = (
            self.reduction.realloc,
            self.needs.stack_pointer,
            self.needs.realloc,
        ) {
            let ty = self.ty(&realloc_type());
            self.imports
                .import(MAIN_MODULE, realloc, EntityType::Function(ty));
            self.realloc = Some(self.imported);
            self.names.insert(self.imported, realloc);
            self.imported += 1;
        }
        // Imports that became definitions are in here too, at the end.
        defined.sort_unstable();
        for (number, &index) in (0..).zip(&defined) {
            self.new.functions.insert(index, self.imported + number);
            self.name_function(index);
        }
        Ok(())
    }

    fn declare_globals(&mut self) -> Result<(), Error> {
        let definitions = self.definitions;
        // The order of the old indices has imports first, as the binary format wants it.
        for old in self.new.globals.kept().to_vec() {
            let global = definitions
                .globals
                .get(old as usize)
                .ok_or(Error::InvalidConstExpr)?;
            let ty = self.new.global_type(global.ty)?;
            match &global.source {
                ItemSource::Import(module, name) => {
                    self.imports.import(module, name, ty);
                }
                ItemSource::Defined(init) => {
                    let init = self.new.const_expr(init.clone())?;
                    self.globals.global(ty, &init);
                }
            }
        }
        Ok(())
    }

    fn import_function(&mut self, index: u32) -> Result<(), Error> {
        let function = &self.definitions.functions[index as usize];
        let Some((module, mut name)) = function.source.import() else {
            return Ok(());
        };
        if let Some(realloc) = self
            .reduction
            .realloc
            .filter(|_| imports_realloc(self.definitions, index))
        {
            // The main module may export its allocator under another name than the one that the adapter knows.
            name = realloc;
            self.realloc = Some(self.imported);
        }
        let ty = self.new.type_index(function.ty)?;
        self.imports.import(module, name, EntityType::Function(ty));
        self.new.functions.insert(index, self.imported);
        self.imported += 1;
        self.name_function(index);
        Ok(())
    }

    fn name_function(&mut self, old: u32) {
        if let (Some(&name), Some(new)) = (
            self.definitions.function_names.get(&old),
            self.new.functions.get(old),
        ) {
            self.names.insert(new, name);
        }
    }

    /// Writes the functions that the adapter has, and those that it gets.
    fn define(&mut self, reached: &Reached) -> Result<(), Error> {
        let mut defined: Vec<u32> = reached.functions.iter().copied().collect();
        defined.retain(|&index| {
            self.new
                .functions
                .get(index)
                .is_some_and(|new| new >= self.imported)
        });
        defined.sort_unstable();
        // The function that allocates the stack comes after all others, so its index is known before it is written.
        let lazy = self
            .is_lazy()
            .then_some(self.imported + defined.len() as u32);
        // Exports are the only way in, so they make sure that there is a stack.
        let exported: HashSet<u32> = (self.definitions.exports.iter())
            .filter(|export| matches!(export.kind, ExternalKind::Func | ExternalKind::FuncExact))
            .map(|export| export.index)
            .collect();
        for index in defined {
            let function = &self.definitions.functions[index as usize];
            let ty = self.new.type_index(function.ty)?;
            match &function.source {
                ItemSource::Defined(body) => {
                    let first = lazy.filter(|_| exported.contains(&index));
                    let body = self.body(body, first)?;
                    self.functions.function(ty);
                    self.code.function(&body);
                }
                ItemSource::Import(..) => {
                    self.realloc = Some(self.imported + self.functions.len());
                    self.functions.function(ty);
                    self.code
                        .function(&stack::realloc_by_growing(self.page_size_log2()));
                }
            }
        }
        self.define_stack()
    }

    /// A function's body, after a call if it is to make one first.
    fn body(&mut self, body: &FunctionBody<'_>, first: Option<u32>) -> Result<Function, Error> {
        let mut function = self.new.new_function_with_parsed_locals(body)?;
        if let Some(first) = first {
            function.instructions().call(first);
        }
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            function.instruction(&self.new.parse_instruction(&mut reader)?);
        }
        Ok(function)
    }

    fn define_stack(&mut self) -> Result<(), Error> {
        let Some(stack_pointer) = self.needs.stack_pointer else {
            return Ok(());
        };
        let stack_pointer = self.new.global_index(stack_pointer)?;
        let state = self
            .needs
            .state
            .map(|state| self.new.global_index(state))
            .transpose()?;
        if self.is_lazy() {
            // A lazy stack is allocated with the main module's `realloc`, which `declare` has imported.
            let body = stack::allocate_stack(self.realloc.unwrap_or(0), stack_pointer, state);
            self.add("allocate_stack", &FuncType::new([], []), &body);
            return Ok(());
        }
        // Without a state, a `realloc` of the main module that calls the adapter would never end.
        let realloc = match self
            .realloc
            .filter(|_| state.is_some() || self.reduction.realloc.is_none())
        {
            Some(realloc) => realloc,
            None => {
                let body = stack::realloc_by_growing(self.page_size_log2());
                self.add("realloc_by_growing", &realloc_type(), &body)
            }
        };
        let body = stack::allocate_stack(realloc, stack_pointer, state);
        self.start = Some(self.add("allocate_stack", &FuncType::new([], []), &body));
        Ok(())
    }

    fn add(&mut self, name: &'e str, ty: &FuncType, body: &Function) -> u32 {
        let index = self.imported + self.functions.len();
        let ty = self.ty(ty);
        self.functions.function(ty);
        self.code.function(body);
        self.names.insert(index, name);
        index
    }

    fn ty(&mut self, ty: &FuncType) -> u32 {
        let index = self
            .types
            .iter()
            // A linear search will do: adapters have few types.
            .position(|known| known == ty)
            .unwrap_or_else(|| {
                self.types.push(ty.clone());
                self.types.len() - 1
            });
        index as u32
    }

    fn finish(mut self) -> Result<Vec<u8>, Error> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        // The list is cloned because `exports` and `names` borrow the whole encoder below.
        for ty in self.types.clone() {
            types.ty().func_type(&self.new.func_type(ty)?);
        }
        // Sections in the order of the core specification.
        module.section(&types);
        module.section(&self.imports);
        module.section(&self.functions);
        if !self.globals.is_empty() {
            module.section(&self.globals);
        }
        module.section(&self.exports()?);
        if let Some(function_index) = self.start {
            module.section(&StartSection { function_index });
        }
        module.section(&self.code);
        if self.reduction.debug_names {
            module.section(&self.names());
        }
        if let Some(producers) = &self.definitions.producers {
            module.section(&producers.section());
        }
        Ok(module.finish())
    }

    fn exports(&mut self) -> Result<ExportSection, Error> {
        let mut exports = ExportSection::new();
        for export in &self.definitions.exports {
            let index = self.new.external_index(export.kind, export.index)?;
            exports.export(export.name, ExportKind::from(export.kind), index);
        }
        Ok(exports)
    }

    fn names(&self) -> NameSection {
        let mut section = NameSection::new();
        section.module(self.reduction.name);
        let mut functions = NameMap::new();
        self.names
            .iter()
            .for_each(|(&index, name)| functions.append(index, name));
        section.functions(&functions);
        let mut globals = NameMap::new();
        for (new, old) in (0..).zip(self.new.globals.kept()) {
            if let Some(name) = self.definitions.global_names.get(old) {
                globals.append(new, name);
            }
        }
        section.globals(&globals);
        section
    }
}

fn realloc_type() -> FuncType {
    FuncType::new([ValType::I32; 4], [ValType::I32])
}

/// Whether a function is the main module's `realloc`, under either of the names that adapters know it by.
fn imports_realloc(definitions: &Definitions<'_>, index: u32) -> bool {
    let function = definitions.functions.get(index as usize);
    let import = function.and_then(|function| function.source.import());
    matches!(
        import,
        Some((MAIN_MODULE, "cabi_realloc" | "canonical_abi_realloc"))
    )
}
