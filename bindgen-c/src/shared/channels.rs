//! The built-ins of streams and futures: which function of a world they are imported for.

use witc_canonical_abi::{Channel, ChannelIntrinsic, CoreImport, Names, Side};
use witc_resolve::{Direction, Function, WorldKey};

/// A function that mentions a type of streams or futures, for which the built-ins of that type are imported. One serves all
/// uses of the type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChannelSource<'a> {
    /// The side of the world that the function is on, and its interface.
    pub(crate) direction: Direction,
    pub(crate) interface: Option<&'a WorldKey>,
    pub(crate) function: &'a Function,
    /// Streams or futures.
    pub(crate) channel: Channel,
    /// The number of the type in the function's, as names of built-ins have it.
    pub(crate) number: u64,
}

impl ChannelSource<'_> {
    /// The core import of a built-in.
    pub(crate) fn import(&self, names: &Names<'_>, intrinsic: ChannelIntrinsic) -> CoreImport {
        let side = match self.direction {
            Direction::Import => Side::Import,
            Direction::Export => Side::Export,
        };
        let channel = (self.channel, Some(self.number));
        names.channel((side, self.interface), self.function, channel, intrinsic)
    }
}
