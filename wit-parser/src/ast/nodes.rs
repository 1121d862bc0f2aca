//! The nodes of a file that are parts of others, in one list for each kind.

use super::ids::{ParamIds, TypeId, TypeIds};
use super::types::{Param, Type, TypeKind};
use std::ops::{Index, Range};

/// The nodes of a file that are parts of others: types within types, and parameters.
///
/// Indexing with the id of a node of another file gives another node, or panics.
#[derive(Clone, Debug, Default)]
pub struct Nodes<'s> {
    types: Vec<Type<'s>>,
    params: Vec<Param<'s>>,
}

impl<'s> Nodes<'s> {
    /// A file's nodes where there are none.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            types: Vec::new(),
            params: Vec::new(),
        }
    }

    /// Calls `visit` with each type that one is directly made of, in the order of the text.
    pub fn for_each_part<'t>(&'t self, ty: &Type<'s>, visit: &mut dyn FnMut(&'t Type<'s>)) {
        match ty.kind {
            TypeKind::List(inner)
            | TypeKind::FixedLengthList(inner, _)
            | TypeKind::Option(inner)
            | TypeKind::Own(inner)
            | TypeKind::Borrow(inner) => visit(&self[inner]),
            TypeKind::Map(key, value) => {
                [key, value].into_iter().for_each(|id| visit(&self[id]));
            }
            TypeKind::Result(ok, err) => {
                let payloads = [ok, err].into_iter().flatten();
                payloads.for_each(|id| visit(&self[id]));
            }
            TypeKind::Tuple(types) => self[types].iter().for_each(visit),
            TypeKind::Stream(payload) | TypeKind::Future(payload) => {
                payload.iter().for_each(|&id| visit(&self[id]));
            }
            TypeKind::Bool | TypeKind::Char | TypeKind::String | TypeKind::ErrorContext => {}
            TypeKind::U8 | TypeKind::U16 | TypeKind::U32 | TypeKind::U64 => {}
            TypeKind::S8 | TypeKind::S16 | TypeKind::S32 | TypeKind::S64 => {}
            TypeKind::F32 | TypeKind::F64 => {}
            TypeKind::Name(_) | TypeKind::Missing => {}
        }
    }

    pub(crate) fn add_type(&mut self, ty: Type<'s>) -> TypeId {
        self.types.push(ty);
        TypeId(self.types.len() as u32 - 1)
    }

    pub(crate) fn add_types(&mut self, types: impl Iterator<Item = Type<'s>>) -> TypeIds {
        let Range { start, end } = extend(&mut self.types, types);
        TypeIds { start, end }
    }

    pub(crate) fn add_params(&mut self, params: impl Iterator<Item = Param<'s>>) -> ParamIds {
        let Range { start, end } = extend(&mut self.params, params);
        ParamIds { start, end }
    }
}

/// Where in a list its new members are. There are fewer than a file has bytes, so that their number fits.
fn extend<T>(list: &mut Vec<T>, members: impl Iterator<Item = T>) -> Range<u32> {
    let start = list.len() as u32;
    list.extend(members);
    start..list.len() as u32
}

impl<'s> Index<TypeId> for Nodes<'s> {
    type Output = Type<'s>;

    fn index(&self, id: TypeId) -> &Type<'s> {
        &self.types[id.0 as usize]
    }
}

impl<'s> Index<TypeIds> for Nodes<'s> {
    type Output = [Type<'s>];

    fn index(&self, ids: TypeIds) -> &[Type<'s>] {
        &self.types[ids.start as usize..ids.end as usize]
    }
}

impl<'s> Index<ParamIds> for Nodes<'s> {
    type Output = [Param<'s>];

    fn index(&self, ids: ParamIds) -> &[Param<'s>] {
        &self.params[ids.start as usize..ids.end as usize]
    }
}
