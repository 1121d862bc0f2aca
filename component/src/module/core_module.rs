//! A core module: what it imports and exports, with types.

use super::malformed::Malformed;
use super::sections::{self, CUSTOM, Section, custom_name};
use wasmparser::{
    BinaryReader, BinaryReaderError, CompositeInnerType, Export, ExportSectionReader, ExternalKind,
    FuncType, FunctionSectionReader, Import, ImportSectionReader, MemorySectionReader, MemoryType,
    TypeRef, TypeSectionReader,
};

/// A core module.
#[derive(Debug)]
pub(crate) struct CoreModule<'a> {
    /// All of it.
    pub(crate) bytes: &'a [u8],
    /// Its sections, in order.
    pub(crate) sections: Vec<Section>,
    /// Its imports, in order.
    pub(crate) imports: Vec<Import<'a>>,
    /// Its exports, in order.
    pub(crate) exports: Vec<Export<'a>>,
    types: Vec<Option<FuncType>>,
    /// The types of functions, imports first.
    functions: Vec<u32>,
    imported_functions: usize,
    memories: Vec<MemoryType>,
}

impl<'a> CoreModule<'a> {
    /// Reads the sections that say what a module imports and exports.
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let mut module = Self {
            bytes,
            sections: sections::split(bytes)?,
            imports: Vec::new(),
            exports: Vec::new(),
            types: Vec::new(),
            functions: Vec::new(),
            imported_functions: 0,
            memories: Vec::new(),
        };
        for index in 0..module.sections.len() {
            // The section is cloned because reading it changes the module that holds it.
            let Section { id, contents, .. } = module.sections[index].clone();
            let reader = BinaryReader::new(&bytes[contents.clone()], contents.start as u64);
            module
                .section(id, reader)
                .map_err(|error| unreadable(id, &error))?;
        }
        Ok(module)
    }

    fn section(&mut self, id: u8, reader: BinaryReader<'a>) -> Result<(), BinaryReaderError> {
        match id {
            // Only the sections that decide what a module imports and exports are read; code and data may be
            // very large.
            1 => self.types = function_types(reader)?,
            2 => {
                for import in ImportSectionReader::new(reader)?.into_imports() {
                    self.import(import?);
                }
            }
            3 => {
                for ty in FunctionSectionReader::new(reader)? {
                    self.functions.push(ty?);
                }
            }
            5 => {
                for ty in MemorySectionReader::new(reader)? {
                    self.memories.push(ty?);
                }
            }
            7 => {
                self.exports = ExportSectionReader::new(reader)?
                    .into_iter()
                    .collect::<Result<_, _>>()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn import(&mut self, import: Import<'a>) {
        match import.ty {
            TypeRef::Func(ty) | TypeRef::FuncExact(ty) => {
                self.functions.push(ty);
                self.imported_functions = self.functions.len();
            }
            TypeRef::Memory(ty) => self.memories.push(ty),
            TypeRef::Table(_) | TypeRef::Global(_) | TypeRef::Tag(_) => {}
        }
        self.imports.push(import);
    }

    /// The function type with this index; nothing where there is none, or another kind of type.
    pub(crate) fn ty(&self, index: u32) -> Option<&FuncType> {
        self.types.get(index as usize)?.as_ref()
    }

    /// How many types there are.
    pub(crate) fn type_count(&self) -> u32 {
        self.types.len() as u32
    }

    /// The indices of the types of the functions that the module defines, in order.
    pub(crate) fn defined_functions(&self) -> &[u32] {
        &self.functions[self.imported_functions..]
    }

    /// The type of an exported function.
    pub(crate) fn export_type(&self, export: &Export<'_>) -> Option<&FuncType> {
        match export.kind {
            ExternalKind::Func | ExternalKind::FuncExact => {
                self.ty(*self.functions.get(export.index as usize)?)
            }
            ExternalKind::Table
            | ExternalKind::Memory
            | ExternalKind::Global
            | ExternalKind::Tag => None,
        }
    }

    /// The type of the memory with this index.
    pub(crate) fn memory(&self, index: u32) -> Option<MemoryType> {
        self.memories.get(index as usize).copied()
    }

    /// The custom sections with their names and contents, in order. Those whose names are no text are left out.
    pub(crate) fn custom_sections(&self) -> impl Iterator<Item = (&Section, &'a str, &'a [u8])> {
        self.sections
            .iter()
            .filter(|section| section.id == CUSTOM)
            .filter_map(|section| {
                let (name, data) = custom_name(&self.bytes[section.contents.clone()])?;
                Some((section, name, data))
            })
    }
}

fn function_types(reader: BinaryReader<'_>) -> Result<Vec<Option<FuncType>>, BinaryReaderError> {
    let mut types = Vec::new();
    for group in TypeSectionReader::new(reader)? {
        types.extend(group?.into_types().map(|ty| match ty.composite_type.inner {
            CompositeInnerType::Func(ty) => Some(ty),
            // Other types keep their places, so that the indices of the later ones stay right.
            CompositeInnerType::Array(_)
            | CompositeInnerType::Struct(_)
            | CompositeInnerType::Cont(_) => None,
        }));
    }
    Ok(types)
}

fn unreadable(id: u8, error: &BinaryReaderError) -> Malformed {
    let what = match id {
        1 => "an unreadable type section",
        2 => "an unreadable import section",
        3 => "an unreadable function section",
        5 => "an unreadable memory section",
        _ => "an unreadable export section",
    };
    Malformed {
        at: error.offset() as usize,
        what,
    }
}
