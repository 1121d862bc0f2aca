//! The definitions and imports of an adapter, by index.

use crate::module::{CoreModule, Producers};
use std::collections::HashMap;
use wasmparser::{
    BinaryReader, CodeSectionReader, ConstExpr, Export, FuncType, FunctionBody,
    GlobalSectionReader, GlobalType, KnownCustom, MemoryType, Name, NameSectionReader, TableType,
    TypeRef, ValType,
};

type HashMapOf<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// Why a module is no adapter.
pub(super) type Reason = String;

/// The definitions and imports of an adapter.
pub(super) struct Definitions<'a> {
    pub(super) types: Vec<FuncType>,
    pub(super) functions: Vec<AdapterFunction<'a>>,
    pub(super) globals: Vec<AdapterItem<'a, GlobalType, ConstExpr<'a>>>,
    pub(super) memories: Vec<AdapterItem<'a, MemoryType, ()>>,
    pub(super) tables: Vec<AdapterItem<'a, TableType, ()>>,
    pub(super) exports: Vec<Export<'a>>,
    pub(super) function_names: HashMapOf<u32, &'a str>,
    pub(super) global_names: HashMapOf<u32, &'a str>,
    pub(super) producers: Option<Producers>,
}

/// A function: the index of its type, and where it comes from.
pub(super) type AdapterFunction<'a> = AdapterItem<'a, u32, FunctionBody<'a>>;

/// Something with a type.
pub(super) struct AdapterItem<'a, T, D> {
    pub(super) ty: T,
    pub(super) source: ItemSource<'a, D>,
}

/// Where something comes from.
pub(super) enum ItemSource<'a, D> {
    /// It is imported from a module under a name.
    Import(&'a str, &'a str),
    /// It is defined.
    Defined(D),
}

impl<'a, D> ItemSource<'a, D> {
    /// The module and the name that it is imported by, if it is.
    pub(super) fn import(&self) -> Option<(&'a str, &'a str)> {
        match *self {
            Self::Import(module, name) => Some((module, name)),
            Self::Defined(_) => None,
        }
    }

    /// The definition, if there is one.
    pub(super) fn defined(&self) -> Option<&D> {
        match self {
            Self::Defined(definition) => Some(definition),
            Self::Import(..) => None,
        }
    }
}

impl<'a> Definitions<'a> {
    /// Reads a module.
    pub(super) fn read(module: &CoreModule<'a>) -> Result<Self, Reason> {
        let mut definitions = Self {
            types: Vec::new(),
            functions: Vec::new(),
            globals: Vec::new(),
            memories: Vec::new(),
            tables: Vec::new(),
            exports: module.exports.clone(),
            function_names: HashMap::default(),
            global_names: HashMap::default(),
            producers: None,
        };
        // Imports have the first indices of each kind, so they are read before the sections with definitions.
        definitions.read_types(module)?;
        definitions.read_imports(module)?;
        for section in &module.sections {
            let contents = &module.bytes[section.contents.clone()];
            let reader = BinaryReader::new(contents, section.contents.start as u64);
            definitions.section(module, section.id, reader)?;
        }
        let bodies = definitions
            .functions
            .iter()
            .filter(|function| matches!(function.source, ItemSource::Defined(_)));
        if bodies.count() != module.defined_functions().len() {
            return Err("it has more functions than bodies".into());
        }
        Ok(definitions)
    }

    fn read_types(&mut self, module: &CoreModule<'a>) -> Result<(), Reason> {
        for index in 0..module.type_count() {
            let ty = module
                .ty(index)
                // The types are written anew, and only those of functions are known here.
                .ok_or("it has types other than those of functions")?;
            self.types.push(ty.clone());
        }
        Ok(())
    }

    fn read_imports(&mut self, module: &CoreModule<'a>) -> Result<(), Reason> {
        for import in &module.imports {
            match import.ty {
                TypeRef::Func(ty) => {
                    self.functions.push(AdapterItem {
                        ty,
                        source: ItemSource::Import(import.module, import.name),
                    });
                }
                TypeRef::Global(ty) => {
                    self.globals.push(AdapterItem {
                        ty,
                        source: ItemSource::Import(import.module, import.name),
                    });
                }
                TypeRef::Memory(ty) => {
                    self.memories.push(AdapterItem {
                        ty,
                        source: ItemSource::Import(import.module, import.name),
                    });
                }
                TypeRef::Table(ty) => {
                    self.tables.push(AdapterItem {
                        ty,
                        source: ItemSource::Import(import.module, import.name),
                    });
                }
                // Neither is among what the reduction knows to number anew.
                TypeRef::Tag(_) | TypeRef::FuncExact(_) => {
                    return Err("it imports a tag or an exact function".into());
                }
            }
        }
        Ok(())
    }

    fn section(
        &mut self,
        module: &CoreModule<'a>,
        id: u8,
        reader: BinaryReader<'a>,
    ) -> Result<(), Reason> {
        let unreadable = |what: &str| format!("its {what} cannot be read");
        match id {
            0 => self.custom(reader),
            // Types, imports, functions and exports have been read by `CoreModule`.
            1 | 2 | 3 | 7 => {}
            4 => {
                let tables = wasmparser::TableSectionReader::new(reader)
                    .map_err(|_| unreadable("tables"))?;
                for table in tables {
                    let ty = table.map_err(|_| unreadable("tables"))?.ty;
                    self.tables.push(AdapterItem {
                        ty,
                        source: ItemSource::Defined(()),
                    });
                }
            }
            // Values pass through one memory, that of the main module.
            5 => return Err("it has a memory of its own".into()),
            6 => {
                let globals =
                    GlobalSectionReader::new(reader).map_err(|_| unreadable("globals"))?;
                for global in globals {
                    let global = global.map_err(|_| unreadable("globals"))?;
                    self.globals.push(AdapterItem {
                        ty: global.ty,
                        source: ItemSource::Defined(global.init_expr),
                    });
                }
            }
            // A module has one start function, and this place is taken by what allocates the stack.
            8 => return Err("it has a start function".into()),
            9 => return Err("it initializes tables".into()),
            10 => {
                let bodies = CodeSectionReader::new(reader).map_err(|_| unreadable("code"))?;
                // A number of bodies that does not fit is found by `read`, once all of them are there.
                for (body, &ty) in bodies.into_iter().zip(module.defined_functions()) {
                    let body = body.map_err(|_| unreadable("code"))?;
                    self.functions.push(AdapterItem {
                        ty,
                        source: ItemSource::Defined(body),
                    });
                }
            }
            // Data at fixed addresses would overwrite what the main module has there.
            11 | 12 => return Err("it has data segments".into()),
            _ => return Err("it has a section that adapters do not have".into()),
        }
        Ok(())
    }

    /// Reads names and producers; damage in them does no harm.
    fn custom(&mut self, reader: BinaryReader<'a>) {
        let Ok(section) = wasmparser::CustomSectionReader::new(reader) else {
            return;
        };
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "other custom sections mean nothing to an adapter that is reduced"
        )]
        match section.as_known() {
            KnownCustom::Name(names) => self.names(names),
            KnownCustom::Producers(_) => self.producers = Some(Producers::parse(section.data())),
            _ => {}
        }
    }

    fn names(&mut self, names: NameSectionReader<'a>) {
        for names in names.into_iter().flatten() {
            #[expect(
                clippy::wildcard_enum_match_arm,
                reason = "only functions and globals keep their names"
            )]
            match names {
                Name::Function(names) => {
                    self.function_names
                        .extend(names.into_iter().flatten().map(|n| (n.index, n.name)));
                }
                Name::Global(names) => {
                    self.global_names
                        .extend(names.into_iter().flatten().map(|n| (n.index, n.name)));
                }
                _ => {}
            }
        }
    }

    /// A mutable `i32` global with this name.
    pub(super) fn variable(&self, name: &str) -> Option<u32> {
        (0..self.globals.len() as u32).find(|&index| {
            let ty = self.globals[index as usize].ty;
            ty.mutable
                && ty.content_type == ValType::I32
                && self.global_names.get(&index) == Some(&name)
        })
    }
}
