//! Components that count their calls of built-in functions: fuel counts what guests execute, and not what the host does for them.

use wasm_encoder::reencode::{
    Error as Failure, Reencode, ReencodeComponent, component_utils, utils,
};
use wasm_encoder::{
    CodeSection, Component, Function, FunctionSection, MemArg, MemArgTarget, ValType,
};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};
use wasmtime::{Error, Result};

/// The function that each module which counts exports: it gives the address of its count, which has 64 bits.
const COUNT: &str = "count-of-calls";

/// The component, whose modules count the calls of all they import but WASI, if they export [`COUNT`].
///
/// # Errors
///
/// That it is no component, or has modules with features that wasm-encoder does not know.
pub(crate) fn counting(component: &[u8]) -> Result<Vec<u8>> {
    let mut counted = Component::new();
    Counting::default()
        .parse_component(&mut counted, Parser::new(0), component)
        .map_err(|error| Error::msg(error.to_string()))?;
    Ok(counted.finish())
}

#[derive(Default)]
struct Counting {
    /// What is imported by the module that is copied now; nothing if it does not count.
    imports: Vec<Import>,
    /// The index of [`COUNT`], and the number of functions of the module.
    count: u32,
    functions: u32,
}

/// An imported function.
#[derive(Clone, Copy)]
struct Import {
    ty: u32,
    params: u32,
    is_counted: bool,
}

impl Counting {
    /// The imports that are counted, with their indices.
    fn counted(&self) -> impl Iterator<Item = (u32, Import)> {
        (0..)
            .zip(self.imports.iter().copied())
            .filter(|(_, import)| import.is_counted)
    }

    /// Looks what a module imports, if it counts.
    fn open(&mut self, parser: Parser, module: &[u8]) -> wasmparser::Result<()> {
        let (mut params, mut imports, mut count) = (Vec::new(), Vec::new(), None);
        let mut functions = 0;
        for payload in parser.parse_all(module) {
            match payload? {
                Payload::TypeSection(types) => {
                    for ty in types.into_iter_err_on_gc_types() {
                        params.push(ty?.params().len() as u32);
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        if let TypeRef::Func(ty) = import.ty {
                            imports.push(Import {
                                ty,
                                params: params[ty as usize],
                                is_counted: !import.module.starts_with("wasi:"),
                            });
                        }
                    }
                }
                Payload::FunctionSection(section) => functions = section.count(),
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        count = count.or((export.name == COUNT).then_some(export.index));
                    }
                }
                _ => {}
            }
        }
        self.functions = imports.len() as u32 + functions;
        self.imports = count.map_or(Vec::new(), |_| imports);
        self.count = count.unwrap_or_default();
        Ok(())
    }
}

impl Reencode for Counting {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Failure> {
        // The functions that count come after all others, so that no other index changes.
        let position = self.counted().position(|(index, _)| index == function);
        Ok(position.map_or(function, |position| self.functions + position as u32))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> std::result::Result<(), Failure> {
        utils::parse_function_section(self, functions, section)?;
        for (_, import) in self.counted() {
            functions.function(import.ty);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> std::result::Result<(), Failure> {
        utils::parse_code_section(self, code, section)?;
        for (index, import) in self.counted() {
            code.function(&counted(self.count, index, import.params));
        }
        Ok(())
    }
}

impl ReencodeComponent for Counting {
    fn parse_component_submodule(
        &mut self,
        component: &mut Component,
        parser: Parser,
        module: &[u8],
    ) -> std::result::Result<(), Failure> {
        self.open(parser.clone(), module)?;
        component_utils::parse_component_submodule(self, component, parser, module)
    }
}

/// A function that adds one to the count and calls an import.
fn counted(count: u32, import: u32, params: u32) -> Function {
    let place = MemArg {
        offset: 0,
        align: 3,
        target: MemArgTarget::Memory(0),
        ordering: None,
    };
    let mut function = Function::new([(1, ValType::I32)]);
    let mut body = function.instructions();
    // The address is on the stack for the store, and in the local for the load.
    body.call(count).local_tee(params).local_get(params);
    body.i64_load(place).i64_const(1).i64_add().i64_store(place);
    for param in 0..params {
        body.local_get(param);
    }
    body.call(import).end();
    function
}
