//! The names that are known while a package is written: the types of an interface or world, and all that it
//! can refer to.

use crate::names::{self, Gate, Taken};
use crate::{Dice, Kinds};

/// A type that has a name.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) resource: bool,
    /// Whether a `borrow` is in it.
    pub(crate) borrows: bool,
    /// Whether it is `char` under another name.
    pub(crate) is_char: bool,
    pub(crate) gate: Gate,
}

/// The types and names of an interface or world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    pub(crate) types: Vec<Named>,
    pub(crate) taken: Taken,
    /// The gate of what is being written.
    pub(crate) gate: Gate,
    /// The gate of the interface or world.
    pub(crate) outer: Gate,
    pub(crate) version: Option<String>,
    pub(crate) in_world: bool,
    pub(crate) kinds: Kinds,
}

/// The limits of a type expression, and facts about it once it is written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Room {
    pub(crate) depth: usize,
    /// Whether a `borrow` may be in it.
    pub(crate) may_borrow: bool,
    /// Whether there is one.
    pub(crate) borrows: bool,
    pub(crate) is_char: bool,
}

impl Room {
    /// Room for a type that may be as deep as usual.
    pub(crate) fn new(may_borrow: bool) -> Self {
        Self {
            depth: 3,
            may_borrow,
            ..Self::default()
        }
    }
}

impl Scope {
    /// Gates what comes next and gives its attributes.
    pub(crate) fn gated(&mut self, dice: &mut Dice) -> Vec<String> {
        self.gate = Gate::random(dice, self.version.is_some(), self.outer);
        let mut attributes = self.gate.attributes(dice, self.version.as_deref());
        attributes.extend(names::external_id(dice));
        attributes
    }

    /// The same for a type: the peer can't do without one of a world because its feature is inactive.
    pub(crate) fn gated_type(&mut self, dice: &mut Dice) -> Vec<String> {
        loop {
            let attributes = self.gated(dice);
            if !self.in_world || self.gate == self.outer || !self.gate.is_inactive() {
                return attributes;
            }
        }
    }
}

/// An interface that was generated.
#[derive(Clone, Debug)]
pub(crate) struct InterfaceInfo {
    pub(crate) name: String,
    pub(crate) gate: Gate,
    pub(crate) types: Vec<Named>,
}

/// A world that was generated.
#[derive(Clone, Debug)]
pub(crate) struct WorldInfo {
    pub(crate) name: String,
    pub(crate) gate: Gate,
    /// The plain names of its imports and exports.
    pub(crate) plain: Vec<String>,
    /// The names of its types, which nobody can rename.
    pub(crate) types: Vec<String>,
}

/// An interface that can be named.
pub(crate) struct Visible<'m> {
    /// The path to write.
    pub(crate) path: String,
    pub(crate) interface: &'m InterfaceInfo,
    /// Whether it is of another package.
    pub(crate) foreign: bool,
}
