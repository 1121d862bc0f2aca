//! Two versions of an interface or a world side by side: what differs, in the terms of WIT.
//!
//! `targets`, `semver-check`, `diff` and `plug` ask the same question, "does what the one needs stand in the other", and
//! get the same answer: a list of [`Change`]s, from which each picks those that matter to it.

mod change;
mod items;
mod types;
pub(crate) mod words;

pub use change::{Change, ChangeKind, Class, Definition, Item, Part};

use std::collections::{HashMap, HashSet};
use witc_diagnostics::{SourceMap, Span};
use witc_resolve::{InterfaceId, Resolve, TypeId};

type Hasher = foldhash::fast::RandomState;

/// What is compared, and what was found.
#[derive(Debug)]
pub(crate) struct Comparison<'a> {
    old: &'a Resolve,
    new: &'a Resolve,
    /// Interfaces that are compared with each other: a change of a type in them is told there alone.
    covered: HashSet<(InterfaceId, InterfaceId), Hasher>,
    /// Pairs of types that have been compared.
    known: HashMap<(TypeId, TypeId), bool, Hasher>,
    /// What was found.
    pub(crate) changes: Vec<Change>,
    /// Whether changes of documentation and gates count.
    pub(crate) docs: bool,
}

impl<'a> Comparison<'a> {
    pub(crate) fn new(old: &'a Resolve, new: &'a Resolve) -> Self {
        Self {
            old,
            new,
            covered: HashSet::default(),
            known: HashMap::default(),
            changes: Vec::new(),
            docs: false,
        }
    }

    /// Notes that two interfaces are compared: their types are each other's.
    pub(crate) fn cover(&mut self, old: InterfaceId, new: InterfaceId) {
        self.covered.insert((old, new));
    }
}

/// The texts of two models in one map, and how far the spans of the second are moved in it.
#[must_use]
pub fn join_sources(first: &SourceMap, second: &SourceMap) -> (SourceMap, u32) {
    let mut joined = first.clone();
    let shift = joined.append(second);
    (joined, shift)
}

/// A span of the second model in the joined texts.
#[must_use]
pub fn moved(span: Span, shift: u32) -> Span {
    span.shifted(shift)
}
