//! The state of a comparison: two models, and the changes found so far.

use crate::change::Change;
use std::collections::{HashMap, HashSet};
use witc_resolve::{InterfaceId, PackageId, Resolve, TypeId};

type Hasher = foldhash::fast::RandomState;

/// A comparison: two models, and the changes found so far.
#[derive(Debug)]
pub struct Comparison<'a> {
    pub(crate) old: &'a Resolve,
    pub(crate) new: &'a Resolve,
    /// Interfaces that are compared with each other: a change of a type in them is reported there alone.
    pub(crate) covered: HashSet<(InterfaceId, InterfaceId), Hasher>,
    /// Versions of one package: their interfaces are each other's by name, whatever the numbers of the versions say.
    pub(crate) packages: Option<(PackageId, PackageId)>,
    /// Pairs of types that have been compared.
    pub(crate) known: HashMap<(TypeId, TypeId), bool, Hasher>,
    /// The changes found so far.
    pub changes: Vec<Change>,
    /// Whether changes of documentation and gates count.
    pub docs: bool,
}

impl<'a> Comparison<'a> {
    /// A comparison of what is in two models, in which nothing has been found yet.
    pub fn new(old: &'a Resolve, new: &'a Resolve) -> Self {
        Self {
            old,
            new,
            covered: HashSet::default(),
            packages: None,
            known: HashMap::default(),
            changes: Vec::new(),
            docs: false,
        }
    }

    /// Notes that two interfaces are compared: their types are each other's.
    pub fn cover(&mut self, old: InterfaceId, new: InterfaceId) {
        self.covered.insert((old, new));
    }
}
