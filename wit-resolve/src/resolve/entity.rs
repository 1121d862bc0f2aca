//! The meanings of the names of interfaces and worlds, of those as well that are not there.

use crate::{InterfaceId, WorldId};
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
