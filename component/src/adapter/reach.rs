//! What the exports of an adapter need, directly and indirectly.

use super::definitions::{Definitions, Reason, Source};
use indexmap::IndexSet;
use std::convert::Infallible;
use wasm_encoder::CodeSection;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::ExternalKind;

type Set = IndexSet<u32, foldhash::fast::RandomState>;

/// The indices of what is needed.
#[derive(Default)]
pub(super) struct Reached {
    pub(super) types: Set,
    pub(super) functions: Set,
    pub(super) globals: Set,
    pub(super) memories: Set,
    pub(super) tables: Set,
}

/// What the exports need.
pub(super) fn from_exports(definitions: &Definitions<'_>) -> Result<Reached, Reason> {
    let mut reached = Reached::default();
    for export in &definitions.exports {
        match export.kind {
            ExternalKind::Func | ExternalKind::FuncExact => reached.functions.insert(export.index),
            ExternalKind::Global => reached.globals.insert(export.index),
            ExternalKind::Memory => reached.memories.insert(export.index),
            ExternalKind::Table => reached.tables.insert(export.index),
            ExternalKind::Tag => return Err(format!("it exports a tag, `{}`", export.name)),
        };
    }
    let (mut function, mut global) = (0, 0);
    // What is reached is put at the end of the sets, until nothing new comes.
    while function < reached.functions.len() || global < reached.globals.len() {
        while function < reached.functions.len() {
            visit_function(definitions, &mut reached, function).map_err(|error| unreadable(&error))?;
            function += 1;
        }
        while global < reached.globals.len() {
            visit_global(definitions, &mut reached, global).map_err(|error| unreadable(&error))?;
            global += 1;
        }
    }
    Ok(reached)
}

pub(super) fn unreadable(error: &Error<Infallible>) -> Reason {
    format!("its code cannot be read: {error}")
}

fn visit_function(definitions: &Definitions<'_>, reached: &mut Reached, number: usize) -> Result<(), Error> {
    let function = definitions.functions.get(reached.functions[number] as usize);
    let function = function.ok_or(Error::InvalidCodeSectionSize)?;
    let ty = definitions.types.get(function.ty as usize).ok_or(Error::InvalidCodeSectionSize)?;
    reached.type_index(function.ty)?;
    reached.func_type(ty.clone())?;
    if let Source::Defined(body) = &function.source {
        reached.parse_function_body(&mut CodeSection::new(), body.clone())?;
    }
    Ok(())
}

fn visit_global(definitions: &Definitions<'_>, reached: &mut Reached, number: usize) -> Result<(), Error> {
    let global = definitions.globals.get(reached.globals[number] as usize).ok_or(Error::InvalidConstExpr)?;
    reached.global_type(global.ty)?;
    if let Source::Defined(init) = &global.source {
        reached.const_expr(init.clone())?;
    }
    Ok(())
}

/// Encodes into nothing, to see each index once.
impl Reencode for Reached {
    type Error = Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, Error> {
        self.types.insert(index);
        Ok(index)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Error> {
        self.functions.insert(index);
        Ok(index)
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Error> {
        self.globals.insert(index);
        Ok(index)
    }

    fn memory_index(&mut self, index: u32) -> Result<u32, Error> {
        self.memories.insert(index);
        Ok(index)
    }

    fn table_index(&mut self, index: u32) -> Result<u32, Error> {
        self.tables.insert(index);
        Ok(index)
    }
}
