//! The items that the exports of an adapter need, directly and indirectly.

use super::definitions::{Definitions, Reason};
use indexmap::IndexSet;
use std::convert::Infallible;
use wasm_encoder::CodeSection;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::ExternalKind;

type Set = IndexSet<u32, foldhash::fast::RandomState>;

/// The indices of what is needed. There are definitions for all of them.
pub(super) struct Reached {
    pub(super) types: ReachedIndices,
    pub(super) functions: ReachedIndices,
    pub(super) globals: ReachedIndices,
    pub(super) memories: ReachedIndices,
    pub(super) tables: ReachedIndices,
}

/// The indices into a list that are reached.
pub(super) struct ReachedIndices {
    reached: Set,
    len: usize,
}

impl ReachedIndices {
    fn new(len: usize) -> Self {
        Self {
            reached: Set::default(),
            len,
        }
    }

    /// Adds an index, if something has it.
    fn add(&mut self, index: u32) -> Result<u32, Error> {
        if index as usize >= self.len {
            // `Error` has no case for an index that is out of range. Any one does: the text says that the code
            // cannot be read.
            return Err(Error::InvalidCodeSectionSize);
        }
        self.reached.insert(index);
        Ok(index)
    }
}

impl std::ops::Deref for ReachedIndices {
    type Target = Set;

    fn deref(&self) -> &Set {
        &self.reached
    }
}

/// The items that the exports need.
pub(super) fn from_exports(definitions: &Definitions<'_>) -> Result<Reached, Reason> {
    let mut reached = Reached {
        types: ReachedIndices::new(definitions.types.len()),
        functions: ReachedIndices::new(definitions.functions.len()),
        globals: ReachedIndices::new(definitions.globals.len()),
        memories: ReachedIndices::new(definitions.memories.len()),
        tables: ReachedIndices::new(definitions.tables.len()),
    };
    for export in &definitions.exports {
        if export.kind == ExternalKind::Tag {
            return Err(format!("it exports a tag, `{}`", export.name));
        }
        reached
            .external_index(export.kind, export.index)
            .map_err(|error| unreadable(&error))?;
    }
    let (mut function, mut global) = (0, 0);
    // The sets keep the order of insertion: whatever is found goes to their ends, and the loop runs until it catches up.
    while function < reached.functions.len() || global < reached.globals.len() {
        while function < reached.functions.len() {
            visit_function(definitions, &mut reached, function)
                .map_err(|error| unreadable(&error))?;
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

fn visit_function(
    definitions: &Definitions<'_>,
    reached: &mut Reached,
    number: usize,
) -> Result<(), Error> {
    let function = &definitions.functions[reached.functions[number] as usize];
    let ty = reached.type_index(function.ty)?;
    reached.func_type(definitions.types[ty as usize].clone())?;
    if let Some(body) = function.source.defined() {
        // The encoder sees every index in a body. The code that it writes is dropped.
        reached.parse_function_body(&mut CodeSection::new(), body.clone())?;
    }
    Ok(())
}

fn visit_global(
    definitions: &Definitions<'_>,
    reached: &mut Reached,
    number: usize,
) -> Result<(), Error> {
    let global = &definitions.globals[reached.globals[number] as usize];
    reached.global_type(global.ty)?;
    if let Some(init) = global.source.defined() {
        reached.const_expr(init.clone())?;
    }
    Ok(())
}

/// Encodes into nothing, to see each index once.
impl Reencode for Reached {
    type Error = Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, Error> {
        self.types.add(index)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Error> {
        self.functions.add(index)
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Error> {
        self.globals.add(index)
    }

    fn memory_index(&mut self, index: u32) -> Result<u32, Error> {
        self.memories.add(index)
    }

    fn table_index(&mut self, index: u32) -> Result<u32, Error> {
        self.tables.add(index)
    }
}
