//! The built-ins of the async ABI that are not about a type: tasks, subtasks, waitables, contexts, threads, error contexts.

use crate::{CoreType, PointerWidth, StringEncoding};

/// A built-in that is not about a particular type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AsyncIntrinsic {
    /// `task.cancel`: ends an async export that was asked to stop, without a result.
    TaskCancel,
    /// `backpressure.inc`: lets no new task in until as many `dec` have followed.
    BackpressureInc,
    /// `backpressure.dec`
    BackpressureDec,
    /// `waitable-set.new`: an empty set of things to wait for.
    WaitableSetNew,
    /// `waitable-set.wait`: blocks until something in the set has an event, and writes two `u32`s about it to memory.
    WaitableSetWait,
    /// `waitable-set.poll`: the same without blocking.
    WaitableSetPoll,
    /// `waitable-set.drop`
    WaitableSetDrop,
    /// `waitable.join`: puts a waitable into a set, or, with 0 for the set, takes it out of the one that it is in.
    WaitableJoin,
    /// `subtask.drop`
    SubtaskDrop,
    /// `subtask.cancel`: asks a call to stop; whether to wait for it.
    SubtaskCancel(Blocking),
    /// `context.get` of a slot: what the current thread has stored there, an integer of this width.
    ContextGet(PointerWidth, u32),
    /// `context.set` of a slot.
    ContextSet(PointerWidth, u32),
    /// `thread.yield`: lets others run.
    ThreadYield,
    /// `thread.index`: the current thread.
    ThreadIndex,
    /// `thread.new-indirect`: a thread that will call a function of the module's table, with an argument.
    ThreadNewIndirect,
    /// `thread.resume-later`: lets a thread run that is suspended.
    ThreadResumeLater,
    /// `thread.suspend`: stops until another thread resumes this one.
    ThreadSuspend,
    /// `thread.suspend-then-resume`: the same, and goes on in another thread.
    ThreadSuspendThenResume,
    /// `thread.yield-then-resume`: goes on in another thread, and lets this one run later.
    ThreadYieldThenResume,
    /// `thread.suspend-then-promote`: stops, and goes on in another thread if that is ready.
    ThreadSuspendThenPromote,
    /// `thread.yield-then-promote`: goes on in another thread if that is ready, and lets this one run later.
    ThreadYieldThenPromote,
    /// `error-context.new` from a message in memory.
    ErrorContextNew(StringEncoding),
    /// `error-context.debug-message`: the message, written to memory as pointer and length.
    ErrorContextDebugMessage(StringEncoding),
    /// `error-context.drop`
    ErrorContextDrop,
}

/// Whether a built-in waits until it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Blocking {
    /// It waits.
    Sync,
    /// It comes back at once, and tells when it would have waited.
    Async,
}

impl AsyncIntrinsic {
    /// The core signature: the parameters, and the result if there is one.
    #[must_use]
    pub fn signature(self) -> (&'static [CoreType], Option<CoreType>) {
        use CoreType::{I32, I64, Length, Pointer};
        match self {
            Self::TaskCancel | Self::BackpressureInc | Self::BackpressureDec => (&[], None),
            Self::WaitableSetNew | Self::ThreadYield | Self::ThreadIndex | Self::ThreadSuspend => {
                (&[], Some(I32))
            }
            Self::ContextGet(PointerWidth::Bits32, _) => (&[], Some(I32)),
            Self::ContextGet(PointerWidth::Bits64, _) => (&[], Some(I64)),
            Self::ContextSet(PointerWidth::Bits32, _) => (&[I32], None),
            Self::ContextSet(PointerWidth::Bits64, _) => (&[I64], None),
            Self::WaitableSetWait | Self::WaitableSetPoll => (&[I32, Pointer], Some(I32)),
            Self::WaitableSetDrop
            | Self::SubtaskDrop
            | Self::ErrorContextDrop
            | Self::ThreadResumeLater => (&[I32], None),
            Self::WaitableJoin => (&[I32, I32], None),
            Self::SubtaskCancel(_)
            | Self::ThreadSuspendThenResume
            | Self::ThreadYieldThenResume
            | Self::ThreadSuspendThenPromote
            | Self::ThreadYieldThenPromote => (&[I32], Some(I32)),
            Self::ThreadNewIndirect => (&[I32, I32], Some(I32)),
            Self::ErrorContextNew(_) => (&[Pointer, Length], Some(I32)),
            // It writes pointer and length to memory, since a core function gives back one value at most here.
            Self::ErrorContextDebugMessage(_) => (&[I32, Pointer], None),
        }
    }

    /// Whether it is about a task of the module's own exports; the others are about the instance.
    #[must_use]
    pub fn is_exported(self) -> bool {
        match self {
            Self::TaskCancel => true,
            Self::BackpressureInc
            | Self::BackpressureDec
            | Self::WaitableSetNew
            | Self::WaitableSetWait
            | Self::WaitableSetPoll
            | Self::WaitableSetDrop
            | Self::WaitableJoin
            | Self::SubtaskDrop
            | Self::SubtaskCancel(_)
            | Self::ContextGet(..)
            | Self::ContextSet(..)
            | Self::ThreadYield
            | Self::ThreadIndex
            | Self::ThreadNewIndirect
            | Self::ThreadResumeLater
            | Self::ThreadSuspend
            | Self::ThreadSuspendThenResume
            | Self::ThreadYieldThenResume
            | Self::ThreadSuspendThenPromote
            | Self::ThreadYieldThenPromote
            | Self::ErrorContextNew(_)
            | Self::ErrorContextDebugMessage(_)
            | Self::ErrorContextDrop => false,
        }
    }

    /// The string encoding that a message in memory has.
    #[must_use]
    pub fn encoding(self) -> Option<StringEncoding> {
        match self {
            Self::ErrorContextNew(encoding) | Self::ErrorContextDebugMessage(encoding) => {
                Some(encoding)
            }
            Self::TaskCancel
            | Self::BackpressureInc
            | Self::BackpressureDec
            | Self::WaitableSetNew
            | Self::WaitableSetWait
            | Self::WaitableSetPoll
            | Self::WaitableSetDrop
            | Self::WaitableJoin
            | Self::SubtaskDrop
            | Self::SubtaskCancel(_)
            | Self::ContextGet(..)
            | Self::ContextSet(..)
            | Self::ThreadYield
            | Self::ThreadIndex
            | Self::ThreadNewIndirect
            | Self::ThreadResumeLater
            | Self::ThreadSuspend
            | Self::ThreadSuspendThenResume
            | Self::ThreadYieldThenResume
            | Self::ThreadSuspendThenPromote
            | Self::ThreadYieldThenPromote
            | Self::ErrorContextDrop => None,
        }
    }

    /// The name of the import's field, in the legacy scheme.
    #[must_use]
    pub fn field(self) -> String {
        match self {
            Self::TaskCancel => "[task-cancel]".into(),
            Self::BackpressureInc => "[backpressure-inc]".into(),
            Self::BackpressureDec => "[backpressure-dec]".into(),
            Self::WaitableSetNew => "[waitable-set-new]".into(),
            Self::WaitableSetWait => "[waitable-set-wait]".into(),
            Self::WaitableSetPoll => "[waitable-set-poll]".into(),
            Self::WaitableSetDrop => "[waitable-set-drop]".into(),
            Self::WaitableJoin => "[waitable-join]".into(),
            Self::SubtaskDrop => "[subtask-drop]".into(),
            Self::SubtaskCancel(blocking) => format!("{}[subtask-cancel]", blocking.prefix()),
            Self::ContextGet(width, slot) => format!("[context-get-{}{slot}]", width_prefix(width)),
            Self::ContextSet(width, slot) => format!("[context-set-{}{slot}]", width_prefix(width)),
            Self::ThreadYield => "[thread-yield]".into(),
            Self::ThreadIndex => "[thread-index]".into(),
            Self::ThreadNewIndirect => "[thread-new-indirect-v0]".into(),
            Self::ThreadResumeLater => "[thread-resume-later]".into(),
            Self::ThreadSuspend => "[thread-suspend]".into(),
            Self::ThreadSuspendThenResume => "[thread-suspend-then-resume]".into(),
            Self::ThreadYieldThenResume => "[thread-yield-then-resume]".into(),
            Self::ThreadSuspendThenPromote => "[thread-suspend-then-promote]".into(),
            Self::ThreadYieldThenPromote => "[thread-yield-then-promote]".into(),
            Self::ErrorContextNew(encoding) => {
                format!("[error-context-new-{}]", encoding.abi_name())
            }
            Self::ErrorContextDebugMessage(encoding) => {
                format!("[error-context-debug-message-{}]", encoding.abi_name())
            }
            Self::ErrorContextDrop => "[error-context-drop]".into(),
        }
    }
}

impl AsyncIntrinsic {
    /// All that have no parameters of their own.
    const PLAIN: [Self; 27] = [
        Self::TaskCancel,
        Self::BackpressureInc,
        Self::BackpressureDec,
        Self::WaitableSetNew,
        Self::WaitableSetWait,
        Self::WaitableSetPoll,
        Self::WaitableSetDrop,
        Self::WaitableJoin,
        Self::SubtaskDrop,
        Self::SubtaskCancel(Blocking::Sync),
        Self::SubtaskCancel(Blocking::Async),
        Self::ThreadYield,
        Self::ThreadIndex,
        Self::ThreadNewIndirect,
        Self::ThreadResumeLater,
        Self::ThreadSuspend,
        Self::ThreadSuspendThenResume,
        Self::ThreadYieldThenResume,
        Self::ThreadSuspendThenPromote,
        Self::ThreadYieldThenPromote,
        Self::ErrorContextNew(StringEncoding::Utf8),
        Self::ErrorContextNew(StringEncoding::Utf16),
        Self::ErrorContextNew(StringEncoding::CompactUtf16),
        Self::ErrorContextDebugMessage(StringEncoding::Utf8),
        Self::ErrorContextDebugMessage(StringEncoding::Utf16),
        Self::ErrorContextDebugMessage(StringEncoding::CompactUtf16),
        Self::ErrorContextDrop,
    ];

    /// The built-in that a field of this name stands for, in the legacy scheme.
    #[must_use]
    pub fn from_field(field: &str) -> Option<Self> {
        let slot = |prefix: &str| {
            let text = field.strip_prefix(prefix)?.strip_suffix(']')?;
            let (width, slot) = match text.split_once('-') {
                Some(("i32", slot)) => (PointerWidth::Bits32, slot),
                Some(("i64", slot)) => (PointerWidth::Bits64, slot),
                // Without a width it is that of 32-bit memories, which came first and have the shorter name.
                _ => (PointerWidth::Bits32, text),
            };
            Some((width, slot.parse().ok()?))
        };
        if let Some((width, slot)) = slot("[context-get-") {
            return Some(Self::ContextGet(width, slot));
        }
        if let Some((width, slot)) = slot("[context-set-") {
            return Some(Self::ContextSet(width, slot));
        }
        // Some tools put the width of the address into these.
        match field {
            "[waitable-set-wait-i32]" => Some(Self::WaitableSetWait),
            "[waitable-set-poll-i32]" => Some(Self::WaitableSetPoll),
            _ => Self::PLAIN
                .into_iter()
                .find(|intrinsic| intrinsic.field() == field),
        }
    }
}

fn width_prefix(width: PointerWidth) -> &'static str {
    match width {
        PointerWidth::Bits32 => "",
        PointerWidth::Bits64 => "i64-",
    }
}

impl Blocking {
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Self::Sync => "",
            Self::Async => "[async-lower]",
        }
    }
}
