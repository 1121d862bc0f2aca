//! The guests that a world with asynchronous functions has.

use super::rust::Speller;
use super::source::Source;

/// A guest of such a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The one that the host calls: it makes streams of the lists that it gets, and reads those that it gets back.
    Front,
    /// The one that is tested: it passes on what it gets, as it is or with streams that it makes anew.
    Trip,
    /// The one that calls the host: it reads the streams that it gets, and makes new ones of what the host gives.
    Back,
}

impl Role {
    /// All of them, in the order in which they call each other.
    pub const ALL: [Self; 3] = [Self::Front, Self::Trip, Self::Back];

    /// The name of its world.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Trip => "trip",
            Self::Back => "back",
        }
    }

    /// What writes the types of the functions that are exported, and of those that are imported.
    pub(super) fn spellers(self, source: &Source) -> [Speller<'_>; 2] {
        let plain = match self {
            Self::Front => "exports::test::trip::plain",
            Self::Trip | Self::Back => "test::trip::plain",
        };
        ["exports::test::trip::echo", "test::trip::echo"].map(|side| Speller {
            source,
            side,
            plain,
        })
    }
}
