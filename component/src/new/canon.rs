//! Functions that the canonical ABI makes for core modules: lowered imports, and built-ins of the async ABI.

use crate::named::{
    ChannelKey, Encodings, FunctionKey, Home, NamedWorld, Needs, Signature, value_type,
};
use wasmparser::FuncType;
use witc_canonical_abi::{AsyncIntrinsic, Blocking, Channel, ChannelIntrinsic, CoreType};
use witc_resolve::Direction;
use witc_type_section::StringEncoding;

/// A function that the canonical ABI makes for core modules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Canon {
    /// An imported function, called by the sync or by the async ABI.
    Lower(FunctionKey, Blocking),
    /// `task.return` of an exported function.
    TaskReturn(FunctionKey),
    /// A built-in about a type of streams or futures.
    Channel(ChannelKey, ChannelIntrinsic),
    /// Any other built-in.
    BuiltIn(AsyncIntrinsic),
}

impl Canon {
    /// Its core type; nothing if the world has no such function.
    pub(super) fn ty(self, world: &NamedWorld) -> Option<FuncType> {
        let (params, result) = match self {
            Self::Lower(..) | Self::TaskReturn(_) => {
                return Some(self.signature(world)?.ty.clone());
            }
            Self::Channel(key, intrinsic) => intrinsic.signature(kind(world, key)?),
            Self::BuiltIn(intrinsic) => intrinsic.signature(),
        };
        let types = |types: &[CoreType]| types.iter().copied().map(value_type).collect::<Vec<_>>();
        Some(FuncType::new(types(params), types(result.as_slice())))
    }

    /// The canonical options that it cannot do without.
    pub(super) fn needs(self, world: &NamedWorld) -> Needs {
        match self {
            Self::Lower(..) | Self::TaskReturn(_) => self
                .signature(world)
                .map_or(Needs::empty(), |signature| signature.needs),
            Self::Channel(key, intrinsic) => {
                let payload = || match structure(world, key) {
                    Some((home, structure)) => world.payload_needs(home, structure),
                    None => Needs::empty(),
                };
                match intrinsic {
                    ChannelIntrinsic::Read(_) => Needs::MEMORY | payload(),
                    // Writing takes values out of memory, and puts none there.
                    ChannelIntrinsic::Write(_) => Needs::MEMORY | (payload() - Needs::REALLOC),
                    ChannelIntrinsic::New
                    | ChannelIntrinsic::CancelRead(_)
                    | ChannelIntrinsic::CancelWrite(_)
                    | ChannelIntrinsic::DropReadable
                    | ChannelIntrinsic::DropWritable
                    | ChannelIntrinsic::Forward => Needs::empty(),
                }
            }
            Self::BuiltIn(intrinsic) => match intrinsic {
                AsyncIntrinsic::WaitableSetWait | AsyncIntrinsic::WaitableSetPoll => Needs::MEMORY,
                AsyncIntrinsic::ErrorContextNew(_) => Needs::MEMORY | Needs::ENCODING,
                AsyncIntrinsic::ErrorContextDebugMessage(_) => {
                    Needs::MEMORY | Needs::REALLOC | Needs::ENCODING
                }
                AsyncIntrinsic::ThreadNewIndirect => Needs::TABLE,
                AsyncIntrinsic::TaskCancel
                | AsyncIntrinsic::BackpressureInc
                | AsyncIntrinsic::BackpressureDec
                | AsyncIntrinsic::WaitableSetNew
                | AsyncIntrinsic::WaitableSetDrop
                | AsyncIntrinsic::WaitableJoin
                | AsyncIntrinsic::SubtaskDrop
                | AsyncIntrinsic::SubtaskCancel(_)
                | AsyncIntrinsic::ContextGet(..)
                | AsyncIntrinsic::ContextSet(..)
                | AsyncIntrinsic::ThreadYield
                | AsyncIntrinsic::ThreadIndex
                | AsyncIntrinsic::ThreadResumeLater
                | AsyncIntrinsic::ThreadSuspend
                | AsyncIntrinsic::ThreadSuspendThenResume
                | AsyncIntrinsic::ThreadYieldThenResume
                | AsyncIntrinsic::ThreadSuspendThenPromote
                | AsyncIntrinsic::ThreadYieldThenPromote
                | AsyncIntrinsic::ErrorContextDrop => Needs::empty(),
            },
        }
    }

    /// The encoding of strings in the module that it is made for.
    pub(super) fn encoding(self, world: &NamedWorld, encodings: &Encodings) -> StringEncoding {
        let encoding = match self {
            Self::Lower(key, _) | Self::Channel(ChannelKey::In(Direction::Import, key, _), _) => {
                encodings.import(world, key)
            }
            Self::TaskReturn(key) | Self::Channel(ChannelKey::In(Direction::Export, key, _), _) => {
                encodings.export(world, key)
            }
            Self::BuiltIn(intrinsic) => intrinsic.encoding(),
            Self::Channel(ChannelKey::Unit(_), _) => None,
        };
        // Without strings in it the encoding does not matter, and `canonical_options` leaves it out.
        encoding.unwrap_or_default()
    }

    fn signature(self, world: &NamedWorld) -> Option<&Signature> {
        Some(match self {
            Self::Lower(key, Blocking::Sync) => &world.imported(key)?.lowered,
            Self::Lower(key, Blocking::Async) => &world.imported(key)?.by_async.lowered,
            Self::TaskReturn(key) => &world.exported(key)?.by_async.task_return,
            Self::Channel(..) | Self::BuiltIn(_) => return None,
        })
    }
}

/// The place and the structure of a type that carries something.
pub(super) fn structure(world: &NamedWorld, key: ChannelKey) -> Option<(Home, u32)> {
    match key {
        ChannelKey::Unit(_) => None,
        ChannelKey::In(direction, function, number) => world.channel(direction, function, number),
    }
}

/// Whether it is a type of streams or of futures.
pub(super) fn kind(world: &NamedWorld, key: ChannelKey) -> Option<Channel> {
    match key {
        ChannelKey::Unit(channel) => Some(channel),
        ChannelKey::In(..) => {
            let (_, structure) = structure(world, key)?;
            world.types.structure(structure).channel()
        }
    }
}
