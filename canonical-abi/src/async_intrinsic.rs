//! The built-ins of the async ABI: tasks, subtasks, waitables, contexts, error contexts, streams and futures.

use crate::{CoreType, PlanId, Plans, PointerWidth};
use witc_resolve::Function;

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
    /// `error-context.new` from a message in memory, in a string encoding as names have it: `utf8`, `utf16`,
    /// `latin1+utf16`.
    ErrorContextNew(&'static str),
    /// `error-context.debug-message`: the message, written to memory as pointer and length.
    ErrorContextDebugMessage(&'static str),
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

/// What carries values from one component to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// `stream<t>`
    Stream,
    /// `future<t>`
    Future,
}

/// A built-in about streams or futures of one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChannelIntrinsic {
    /// A new pair of ends: the readable one in the lower 32 bits, the writable one in the upper.
    New,
    /// Reads from the readable end into memory.
    Read(Blocking),
    /// Writes from memory to the writable end.
    Write(Blocking),
    /// Takes back a read that has not ended.
    CancelRead(Blocking),
    /// Takes back a write that has not ended.
    CancelWrite(Blocking),
    /// Gives up the readable end.
    DropReadable,
    /// Gives up the writable end.
    DropWritable,
    /// Connects a readable end to a writable one of the same type, and gives up both.
    Forward,
}

/// A type of streams or futures that occurs in a function's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChannelType {
    /// Its plan, the first of its structure: one set of built-ins serves all declarations of it.
    pub plan: PlanId,
    /// Which of the two it is.
    pub channel: Channel,
    /// Its number among all occurrences of such types in the function's type, from 0, as names of built-ins have it.
    pub number: u64,
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
            Self::ErrorContextDebugMessage(_) => (&[I32, Pointer], None),
        }
    }

    /// The name of the import's field, in the legacy scheme.
    pub(crate) fn field(self) -> String {
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
            Self::ErrorContextNew(encoding) => format!("[error-context-new-{encoding}]"),
            Self::ErrorContextDebugMessage(encoding) => {
                format!("[error-context-debug-message-{encoding}]")
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
        Self::ErrorContextNew("utf8"),
        Self::ErrorContextNew("utf16"),
        Self::ErrorContextNew("latin1+utf16"),
        Self::ErrorContextDebugMessage("utf8"),
        Self::ErrorContextDebugMessage("utf16"),
        Self::ErrorContextDebugMessage("latin1+utf16"),
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

impl ChannelIntrinsic {
    /// The core signature for streams or for futures: the parameters, and the result if there is one.
    #[must_use]
    pub fn signature(self, channel: Channel) -> (&'static [CoreType], Option<CoreType>) {
        use CoreType::{I32, I64, Length, Pointer};
        match (self, channel) {
            (Self::New, _) => (&[], Some(I64)),
            (Self::Read(_) | Self::Write(_), Channel::Stream) => {
                (&[I32, Pointer, Length], Some(Length))
            }
            (Self::Read(_) | Self::Write(_), Channel::Future) => (&[I32, Pointer], Some(I32)),
            (Self::CancelRead(_) | Self::CancelWrite(_), _) => (&[I32], Some(I32)),
            (Self::DropReadable | Self::DropWritable, _) => (&[I32], None),
            (Self::Forward, _) => (&[I32, I32], None),
        }
    }

    /// The name of the import's field, in the legacy scheme.
    pub(crate) fn field(self, channel: Channel, number: Option<u64>, function: &str) -> String {
        let channel = channel.word();
        let (prefix, verb) = self.words();
        let number = number.map_or_else(|| "unit".into(), |number| number.to_string());
        format!("{prefix}[{channel}-{verb}-{number}]{function}")
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("", "new"),
            Self::Read(blocking) => (blocking.prefix(), "read"),
            Self::Write(blocking) => (blocking.prefix(), "write"),
            Self::CancelRead(blocking) => (blocking.prefix(), "cancel-read"),
            Self::CancelWrite(blocking) => (blocking.prefix(), "cancel-write"),
            Self::DropReadable => ("", "drop-readable"),
            Self::DropWritable => ("", "drop-writable"),
            Self::Forward => ("", "forward"),
        }
    }

    /// What a field of this name stands for, in the legacy scheme: of streams or futures, the built-in, the number of
    /// the type (nothing for one without payload), and the function that the type occurs in.
    #[must_use]
    pub fn from_field(field: &str) -> Option<(Channel, Self, Option<u64>, &str)> {
        const ALL: [ChannelIntrinsic; 12] = [
            ChannelIntrinsic::New,
            ChannelIntrinsic::Read(Blocking::Sync),
            ChannelIntrinsic::Read(Blocking::Async),
            ChannelIntrinsic::Write(Blocking::Sync),
            ChannelIntrinsic::Write(Blocking::Async),
            ChannelIntrinsic::CancelRead(Blocking::Sync),
            ChannelIntrinsic::CancelRead(Blocking::Async),
            ChannelIntrinsic::CancelWrite(Blocking::Sync),
            ChannelIntrinsic::CancelWrite(Blocking::Async),
            ChannelIntrinsic::DropReadable,
            ChannelIntrinsic::DropWritable,
            ChannelIntrinsic::Forward,
        ];
        let (head, function) = field
            .strip_prefix("[async-lower]")
            .unwrap_or(field)
            .split_once(']')?;
        let prefix = &field[..field.len() - head.len() - 1 - function.len()];
        let channel = [Channel::Stream, Channel::Future]
            .into_iter()
            .find_map(|channel| {
                Some((
                    channel,
                    head.strip_prefix('[')?.strip_prefix(channel.word())?,
                ))
            });
        let (channel, rest) = channel?;
        let (verb, number) = rest.strip_prefix('-')?.rsplit_once('-')?;
        let intrinsic = ALL
            .into_iter()
            .find(|intrinsic| intrinsic.words() == (prefix, verb))?;
        let number = if number == "unit" {
            None
        } else {
            Some(number.parse().ok()?)
        };
        Some((channel, intrinsic, number, function))
    }
}

impl Channel {
    fn word(self) -> &'static str {
        match self {
            Self::Stream => "stream",
            Self::Future => "future",
        }
    }
}

impl Plans {
    /// The types of streams and futures that occur in the parameters and the result of a function, each once, with
    /// the number of its first occurrence: parameters come first, and what a type is made of before it.
    ///
    /// Takes time linear in the number of plans, though there may be very many occurrences.
    #[must_use]
    pub fn channel_types(&self, function: &Function) -> Vec<ChannelType> {
        // How often such types occur in each plan, itself included.
        let mut occurrences: Vec<u64> = Vec::with_capacity(self.iter().len());
        for (_, plan) in self.iter() {
            let mut count = u64::from(plan.kind.channel().is_some());
            plan.kind.for_each_part(&mut |part| {
                count = count.saturating_add(occurrences[part.plan.index()])
            });
            occurrences.push(count);
        }
        let roots = function
            .params
            .iter()
            .map(|param| param.ty)
            .chain(function.result);
        let mut walk = Walk {
            plans: self,
            occurrences,
            seen: Vec::new(),
            found: Vec::new(),
            number: 0,
        };
        walk.seen.resize(self.iter().len(), false);
        for ty in roots {
            walk.visit(self.of(ty));
        }
        walk.found
    }
}

/// A walk over the occurrences in a function's type that enters each plan once, and counts what it passes by.
struct Walk<'a> {
    plans: &'a Plans,
    occurrences: Vec<u64>,
    seen: Vec<bool>,
    found: Vec<ChannelType>,
    number: u64,
}

impl Walk<'_> {
    fn visit(&mut self, root: PlanId) {
        // What is to be entered, and what is to be left, on top.
        let mut stack = vec![(root, false)];
        while let Some((plan, leave)) = stack.pop() {
            let plan = self.plans[plan].structure;
            let kind = &self.plans[plan].kind;
            if leave {
                if let Some((channel, _)) = kind.channel() {
                    self.found.push(ChannelType {
                        plan,
                        channel,
                        number: self.number,
                    });
                    self.number = self.number.saturating_add(1);
                }
            } else if std::mem::replace(&mut self.seen[plan.index()], true) {
                self.number = self.number.saturating_add(self.occurrences[plan.index()]);
            } else if self.occurrences[plan.index()] > 0 {
                stack.push((plan, true));
                let parts = stack.len();
                kind.for_each_part(&mut |part| stack.push((part.plan, false)));
                stack[parts..].reverse();
            }
        }
    }
}
