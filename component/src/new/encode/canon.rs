//! Functions of the canonical ABI as the component defines them.

use super::encoder::Encoder;
use crate::core_names::TABLE;
use crate::errors::{Fallible, unknown_type};
use crate::named::{ChannelKey, FunctionKey, Home, Needs, Ty};
use crate::new::canon::{Canon, kind, structure};
use crate::new::part::CorePart;
use crate::types::{Sink, TypeScope};
use wasm_encoder::{CanonicalOption, ComponentValType, ExportKind, ValType};
use witc_canonical_abi::{AsyncIntrinsic, Blocking, Channel, ChannelIntrinsic, PointerWidth};
use witc_type_section::StringEncoding;

impl<'a> Encoder<'_, 'a> {
    /// The options that lifts and lowers have in common.
    pub(super) fn canonical_options(
        &self,
        needs: Needs,
        realloc: Option<u32>,
        encoding: StringEncoding,
    ) -> Vec<CanonicalOption> {
        let mut options = Vec::new();
        options.extend(
            self.memory
                .filter(|_| needs.contains(Needs::MEMORY))
                .map(CanonicalOption::Memory),
        );
        options.extend(realloc.map(CanonicalOption::Realloc));
        // An option that nothing needs is left out, as in `wit-component`.
        if needs.contains(Needs::ENCODING) {
            options.push(match encoding {
                StringEncoding::Utf8 => CanonicalOption::UTF8,
                StringEncoding::Utf16 => CanonicalOption::UTF16,
                StringEncoding::CompactUtf16 => CanonicalOption::CompactUTF16,
            });
        }
        options
    }

    /// Defines a function of the canonical ABI for a module, which allocates with `realloc`.
    pub(super) fn canon(
        &mut self,
        part: CorePart,
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
                // The result is encoded as that of the lift, because `task.return` traps if the types differ
                // (CanonicalABI.md, `canon task.return`).
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
            // These are not found by the type of a function, so their indices are kept apart.
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
        // Each built-in has a method of its own for streams and for futures, and cancelling takes `async` as a
        // flag rather than an option.
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
        // Built-ins that write need a memory, which `unmet_needs` has checked; the others ignore this.
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
                // A thread starts with a function of one argument (Explainer.md, `thread.new-indirect`).
                encoder.core().function([ValType::I32], []);
                let table = self.alias(
                    self.part_instances[CorePart::MAIN.0],
                    TABLE,
                    ExportKind::Table,
                );
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
