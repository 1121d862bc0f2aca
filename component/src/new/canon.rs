//! Functions that the canonical ABI makes for core modules: lowered imports, and built-ins of the async ABI.

use super::encode::Encoder;
use super::errors::Fallible;
use super::names::TABLE;
use super::types::{Scope, Sink, unknown_type};
use super::wiring::Part;
use crate::StringEncoding;
use crate::world::{
    ChannelKey, Compound, Encodings, FunctionKey, Home, Needs, Signature, Ty, World, value_type,
};
use wasm_encoder::{CanonicalOption, ComponentValType, ExportKind, ValType};
use wasmparser::FuncType;
use witc_canonical_abi::{
    AsyncIntrinsic, Blocking, Channel, ChannelIntrinsic, CoreType, PointerWidth,
};
use witc_resolve::Direction;

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
    pub(super) fn ty(self, world: &World) -> Option<FuncType> {
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
    pub(super) fn needs(self, world: &World) -> Needs {
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
                    ChannelIntrinsic::Write(_) => Needs::MEMORY | (payload() - Needs::REALLOC),
                    _ => Needs::empty(),
                }
            }
            Self::BuiltIn(intrinsic) => match intrinsic {
                AsyncIntrinsic::WaitableSetWait | AsyncIntrinsic::WaitableSetPoll => Needs::MEMORY,
                AsyncIntrinsic::ErrorContextNew(_) => Needs::MEMORY | Needs::ENCODING,
                AsyncIntrinsic::ErrorContextDebugMessage(_) => {
                    Needs::MEMORY | Needs::REALLOC | Needs::ENCODING
                }
                AsyncIntrinsic::ThreadNewIndirect => Needs::TABLE,
                _ => Needs::empty(),
            },
        }
    }

    /// How strings are encoded, as a module has it.
    pub(super) fn encoding(self, world: &World, encodings: &Encodings) -> StringEncoding {
        let encoding = match self {
            Self::Lower(key, _) | Self::Channel(ChannelKey::In(Direction::Import, key, _), _) => {
                encodings.import(world, key)
            }
            Self::TaskReturn(key) | Self::Channel(ChannelKey::In(Direction::Export, key, _), _) => {
                encodings.export(world, key)
            }
            Self::BuiltIn(
                AsyncIntrinsic::ErrorContextNew(name)
                | AsyncIntrinsic::ErrorContextDebugMessage(name),
            ) => Some(match name {
                "utf16" => StringEncoding::Utf16,
                "latin1+utf16" => StringEncoding::CompactUtf16,
                _ => StringEncoding::Utf8,
            }),
            Self::Channel(ChannelKey::Unit(_), _) | Self::BuiltIn(_) => None,
        };
        encoding.unwrap_or_default()
    }

    fn signature(self, world: &World) -> Option<&Signature> {
        Some(match self {
            Self::Lower(key, Blocking::Sync) => &world.imported(key)?.lowered,
            Self::Lower(key, Blocking::Async) => &world.imported(key)?.by_async.lowered,
            Self::TaskReturn(key) => &world.exported(key)?.by_async.task_return,
            Self::Channel(..) | Self::BuiltIn(_) => return None,
        })
    }
}

/// The place and the structure of a type that carries something.
pub(super) fn structure(world: &World, key: ChannelKey) -> Option<(Home, u32)> {
    match key {
        ChannelKey::Unit(_) => None,
        ChannelKey::In(direction, function, number) => world.channel(direction, function, number),
    }
}

/// Whether it is a type of streams or of futures.
pub(super) fn kind(world: &World, key: ChannelKey) -> Option<Channel> {
    match key {
        ChannelKey::Unit(channel) => Some(channel),
        ChannelKey::In(..) => match world.types.structure(structure(world, key)?.1) {
            Compound::Stream(_) => Some(Channel::Stream),
            _ => Some(Channel::Future),
        },
    }
}

impl<'a> Encoder<'_, 'a> {
    /// Defines a function of the canonical ABI for a module, which allocates with `realloc`.
    pub(super) fn canon(
        &mut self,
        part: Part,
        canon: Canon,
        realloc: Option<u32>,
    ) -> Fallible<u32> {
        let plan = self.plan;
        let encoding = canon.encoding(plan.world, plan.part(part).encodings);
        let options = self.canonical_options(canon.needs(plan.world), realloc, encoding);
        match canon {
            Canon::Lower(key, blocking) => self.lower(key, with_async(options, blocking)),
            Canon::TaskReturn(key) => {
                let function = plan.world.exported(key).ok_or_else(unknown_type)?;
                let home = key.function.map_or(Home::World, |_| Home::Export(key.item));
                let result = self.optional(home, function.result)?;
                Ok(self.builder.task_return(result, options))
            }
            Canon::Channel(key, intrinsic) => {
                let channel = kind(plan.world, key).ok_or_else(unknown_type)?;
                let ty = self.channel_type(key)?;
                Ok(self.channel(channel, ty, intrinsic, options))
            }
            Canon::BuiltIn(intrinsic) => Ok(self.built_in(intrinsic, options)),
        }
    }

    fn lower(&mut self, key: FunctionKey, options: Vec<CanonicalOption>) -> Fallible<u32> {
        let function = self.imported_function(key)?;
        let name = self
            .plan
            .world
            .imported(key)
            .map(|function| function.name.as_str());
        Ok(self.builder.lower_func(name, function, options))
    }

    fn channel_type(&mut self, key: ChannelKey) -> Fallible<u32> {
        if let ChannelKey::Unit(channel) = key {
            if let Some(&known) = self.units.get(&channel) {
                return Ok(known);
            }
            let (index, encoder) = self.builder.define_type();
            match channel {
                Channel::Stream => encoder.stream(None),
                Channel::Future => encoder.future(None),
            }
            self.units.insert(channel, index);
            return Ok(index);
        }
        let (home, structure) = structure(self.plan.world, key).ok_or_else(unknown_type)?;
        match self.ty(home, Ty::Compound(structure))? {
            ComponentValType::Type(index) => Ok(index),
            ComponentValType::Primitive(_) => Err(unknown_type()),
        }
    }

    fn channel(
        &mut self,
        channel: Channel,
        ty: u32,
        intrinsic: ChannelIntrinsic,
        options: Vec<CanonicalOption>,
    ) -> u32 {
        use ChannelIntrinsic as I;
        let builder = &mut self.builder;
        let is_async = |blocking| blocking == Blocking::Async;
        match (channel, intrinsic) {
            (Channel::Stream, I::New) => builder.stream_new(ty),
            (Channel::Future, I::New) => builder.future_new(ty),
            (Channel::Stream, I::Read(blocking)) => {
                builder.stream_read(ty, with_async(options, blocking))
            }
            (Channel::Future, I::Read(blocking)) => {
                builder.future_read(ty, with_async(options, blocking))
            }
            (Channel::Stream, I::Write(blocking)) => {
                builder.stream_write(ty, with_async(options, blocking))
            }
            (Channel::Future, I::Write(blocking)) => {
                builder.future_write(ty, with_async(options, blocking))
            }
            (Channel::Stream, I::CancelRead(blocking)) => {
                builder.stream_cancel_read(ty, is_async(blocking))
            }
            (Channel::Future, I::CancelRead(blocking)) => {
                builder.future_cancel_read(ty, is_async(blocking))
            }
            (Channel::Stream, I::CancelWrite(blocking)) => {
                builder.stream_cancel_write(ty, is_async(blocking))
            }
            (Channel::Future, I::CancelWrite(blocking)) => {
                builder.future_cancel_write(ty, is_async(blocking))
            }
            (Channel::Stream, I::DropReadable) => builder.stream_drop_readable(ty),
            (Channel::Future, I::DropReadable) => builder.future_drop_readable(ty),
            (Channel::Stream, I::DropWritable) => builder.stream_drop_writable(ty),
            (Channel::Future, I::DropWritable) => builder.future_drop_writable(ty),
            (Channel::Stream, I::Forward) => builder.stream_forward(ty),
            (Channel::Future, I::Forward) => builder.future_forward(ty),
        }
    }

    fn built_in(&mut self, intrinsic: AsyncIntrinsic, options: Vec<CanonicalOption>) -> u32 {
        let memory = self.memory.unwrap_or(0);
        let builder = &mut self.builder;
        match intrinsic {
            AsyncIntrinsic::TaskCancel => builder.task_cancel(),
            AsyncIntrinsic::BackpressureInc => builder.backpressure_inc(),
            AsyncIntrinsic::BackpressureDec => builder.backpressure_dec(),
            AsyncIntrinsic::WaitableSetNew => builder.waitable_set_new(),
            AsyncIntrinsic::WaitableSetWait => builder.waitable_set_wait(memory),
            AsyncIntrinsic::WaitableSetPoll => builder.waitable_set_poll(memory),
            AsyncIntrinsic::WaitableSetDrop => builder.waitable_set_drop(),
            AsyncIntrinsic::WaitableJoin => builder.waitable_join(),
            AsyncIntrinsic::SubtaskDrop => builder.subtask_drop(),
            AsyncIntrinsic::SubtaskCancel(blocking) => {
                builder.subtask_cancel(blocking == Blocking::Async)
            }
            AsyncIntrinsic::ContextGet(width, slot) => builder.context_get(integer(width), slot),
            AsyncIntrinsic::ContextSet(width, slot) => builder.context_set(integer(width), slot),
            AsyncIntrinsic::ThreadYield => builder.thread_yield(),
            AsyncIntrinsic::ThreadIndex => builder.thread_index(),
            AsyncIntrinsic::ThreadResumeLater => builder.thread_resume_later(),
            AsyncIntrinsic::ThreadNewIndirect => {
                let (ty, encoder) = self.builder.core_type(Some("thread-start"));
                encoder.core().function([ValType::I32], []);
                let table = self.alias(self.part_instances[Part::MAIN.0], TABLE, ExportKind::Table);
                self.builder.thread_new_indirect(ty, table)
            }
            AsyncIntrinsic::ThreadSuspend => builder.thread_suspend(),
            AsyncIntrinsic::ThreadSuspendThenResume => builder.thread_suspend_then_resume(),
            AsyncIntrinsic::ThreadYieldThenResume => builder.thread_yield_then_resume(),
            AsyncIntrinsic::ThreadSuspendThenPromote => builder.thread_suspend_then_promote(),
            AsyncIntrinsic::ThreadYieldThenPromote => builder.thread_yield_then_promote(),
            AsyncIntrinsic::ErrorContextNew(_) => builder.error_context_new(options),
            AsyncIntrinsic::ErrorContextDebugMessage(_) => {
                builder.error_context_debug_message(options)
            }
            AsyncIntrinsic::ErrorContextDrop => builder.error_context_drop(),
        }
    }
}

fn with_async(mut options: Vec<CanonicalOption>, blocking: Blocking) -> Vec<CanonicalOption> {
    if blocking == Blocking::Async {
        options.push(CanonicalOption::Async);
    }
    options
}

fn integer(width: PointerWidth) -> ValType {
    match width {
        PointerWidth::Bits32 => ValType::I32,
        PointerWidth::Bits64 => ValType::I64,
    }
}
