//! The state of an evaluation: what has been found, how much may still be looked at, and items by their indices.

use super::found::{ExternItem, Found, Func, InstanceId, SpacesAt, SpacesId, TypeItem};
use crate::error::{missing, too_complex};
use wasmparser::ComponentExternalKind;
use witc_type_section::Result;

/// How many items are looked at, at most, besides one per byte.
// Templates that use templates multiply: a few bytes can ask for exponentially many items.
const MAX_ITEMS: usize = 1 << 20;

/// The findings so far, and how much may still be looked at.
#[derive(Debug)]
pub(crate) struct Evaluator<'a> {
    pub(crate) graph: Found<'a>,
    budget: usize,
    /// How many templates are being used in one another.
    pub(super) depth: usize,
}

impl<'a> Evaluator<'a> {
    /// For a binary of so many bytes.
    pub(crate) fn new(bytes: usize) -> Self {
        Self {
            graph: Found::default(),
            budget: bytes.saturating_add(MAX_ITEMS),
            depth: 0,
        }
    }

    /// Takes items off the budget.
    pub(super) fn spend(&mut self, items: usize) -> Result<()> {
        self.budget = self
            .budget
            .checked_sub(items)
            .ok_or_else(|| too_complex("its types refer to one another too often"))?;
        Ok(())
    }

    /// The index spaces as they are now: with all that has been looked at so far.
    pub(super) fn here(&self, scope: SpacesId) -> SpacesAt {
        SpacesAt {
            scope,
            limit: self.graph.scope(scope).types.len(),
        }
    }

    /// The item of a kind with an index.
    pub(super) fn item_at(
        &self,
        scope: SpacesId,
        kind: ComponentExternalKind,
        index: u32,
    ) -> Result<ExternItem<'a>> {
        let spaces = self.graph.scope(scope);
        let at = index as usize;
        let item = match kind {
            ComponentExternalKind::Func => spaces.funcs.get(at).copied().map(ExternItem::Func),
            ComponentExternalKind::Type => spaces.types.get(at).copied().map(ExternItem::Type),
            ComponentExternalKind::Instance => {
                spaces.instances.get(at).copied().map(ExternItem::Instance)
            }
            ComponentExternalKind::Component => spaces
                .components
                .get(at)
                .copied()
                .map(ExternItem::Component),
            // No index space is kept for these, because nothing looks into them, and so the index is not
            // checked.
            ComponentExternalKind::Module => Some(ExternItem::Module),
            ComponentExternalKind::Value => Some(ExternItem::Value),
        };
        item.ok_or_else(|| missing(format_args!("{} {index}", kind.desc())))
    }

    /// The instance with an index.
    pub(super) fn instance_at(&self, scope: SpacesId, index: u32) -> Result<InstanceId> {
        let instance = self.graph.scope(scope).instances.get(index as usize);
        instance
            .copied()
            .ok_or_else(|| missing(format_args!("instance {index}")))
    }

    /// The type with an index, of whatever kind.
    pub(super) fn type_item(&self, scope: SpacesId, index: u32) -> Result<TypeItem<'a>> {
        // An index reaches only what stands before its use, which here is all that has been looked at.
        let item = self.graph.type_at(self.here(scope), index);
        item.ok_or_else(|| missing(format_args!("type {index}")))
    }

    /// The function type with an index.
    pub(super) fn func_type(&self, scope: SpacesId, index: u32) -> Result<Func<'a>> {
        match self.type_item(scope, index)? {
            TypeItem::Func(function) => Ok(function),
            TypeItem::Value(_) | TypeItem::Component(_) | TypeItem::Instance(_) => {
                Err(missing(format_args!("function type {index}")))
            }
        }
    }
}
