//! The sides of a world while it is being resolved.

use super::func_item::FuncItem;
use super::members::NameSet;
use crate::{InterfaceId, Map, WorldItem, WorldKey};
use witc_diagnostics::Span;

/// One side of a world: its imports or its exports.
#[derive(Default)]
pub(crate) struct Side<'a, 's> {
    pub(crate) items: Map<WorldKey, WorldItem>,
    /// The plain names that are taken.
    pub(crate) names: NameSet<'s>,
    /// The interfaces that are named by their path, with the place.
    pub(crate) interfaces: Map<InterfaceId, Span>,
    /// The diagnostic that says that one of them is named twice.
    pub(crate) repeated: Option<usize>,
    /// The accessors, for the check that each setter has a getter.
    pub(crate) accessors: Vec<FuncItem<'a, 's>>,
}
