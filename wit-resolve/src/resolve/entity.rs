//! The meanings of the names of interfaces and worlds, of those as well that are not there.

use crate::{FastMap, InterfaceId, Name, WorldId};
use witc_diagnostics::Span;

/// Why a name stands for nothing although it is there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Absent {
    /// A mistake in it, or in what it needs, has been reported.
    Broken,
    /// It belongs to the feature under this attribute, which is not active.
    Inactive(Span),
}

/// The meaning of the name of an interface or world.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entity {
    Interface(InterfaceId),
    World(WorldId),
    /// An interface that is not there.
    AbsentInterface(Absent),
    /// A world that is not there.
    AbsentWorld(Absent),
    /// Something that is not there, and may have been either.
    Unknown,
}

/// The imports and exports that a world lacks because of mistakes that have been reported.
#[derive(Default)]
pub(crate) struct Gaps {
    /// Whether any name may be lacking.
    pub(crate) is_open: bool,
    /// The plain names that are lacking.
    pub(crate) names: FastMap<Name, ()>,
}

/// As many names are kept; of a world that lacks more, any may be lacking. Worlds that include one another would
/// otherwise keep the same names again and again.
const MAX_GAPS: usize = 100;

impl Gaps {
    /// Adds a plain name.
    pub(crate) fn add(&mut self, name: Name) {
        if self.names.len() < MAX_GAPS || self.names.contains_key(&name) {
            self.names.insert(name, ());
        } else {
            self.is_open = true;
        }
    }

    /// Whether a mistake may be why the world does not have a plain name.
    pub(crate) fn may_have(&self, name: &str) -> bool {
        self.is_open || self.names.contains_key(name)
    }

    /// Whether nothing is lacking.
    pub(crate) fn is_empty(&self) -> bool {
        !self.is_open && self.names.is_empty()
    }
}

impl Entity {
    /// The interface, if it is one that is there.
    pub(crate) fn interface(self) -> Option<InterfaceId> {
        match self {
            Self::Interface(id) => Some(id),
            Self::World(_) | Self::AbsentInterface(_) | Self::AbsentWorld(_) | Self::Unknown => {
                None
            }
        }
    }
}
