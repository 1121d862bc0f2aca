//! Parts that all generated modules have in common.

use crate::module::Producers;
use indexmap::IndexMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{Module, NameMap, NameSection, TypeSection};
use wasmparser::FuncType;

/// Types of functions, each once.
pub(super) type Types = IndexMap<FuncType, u32, foldhash::fast::RandomState>;

/// The index of a type, which is added if it is new.
pub(super) fn intern(types: &mut Types, ty: &FuncType) -> u32 {
    if let Some(&index) = types.get(ty) {
        return index;
    }
    let index = types.len() as u32;
    types.insert(ty.clone(), index);
    index
}

/// Writes the type section.
pub(super) fn types(module: &mut Module, types: &Types) {
    let mut section = TypeSection::new();
    // No type fails here: the canonical ABI has only numbers, and functions of adapters with references are refused by
    // the analysis.
    for ty in types
        .keys()
        .filter_map(|ty| RoundtripReencoder.func_type(ty.clone()).ok())
    {
        section.ty().func_type(&ty);
    }
    if !section.is_empty() {
        module.section(&section);
    }
}

/// Ends a module with its producers and, if wanted, names: its own and those of its functions.
pub(super) fn finish(mut module: Module, names: Option<(&str, &NameMap)>) -> Vec<u8> {
    module.section(&Producers::own().section());
    if let Some((name, functions)) = names {
        let mut section = NameSection::new();
        section.module(name);
        if !functions.is_empty() {
            section.functions(functions);
        }
        module.section(&section);
    }
    module.finish()
}
