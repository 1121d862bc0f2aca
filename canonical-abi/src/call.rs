//! Call plans: the phases of a call in order, where parameters and result live in each, and who frees what.
//!
//! A back end walks [`CallPlan::phases`] and spells each of them out; it never asks which convention it is.
//!
//! | | import, sync | import, async | export, sync | export, async |
//! |---|---|---|---|---|
//! | parameters | allocate, lower | allocate, lower | receive, lift, release | receive, lift, release |
//! | call | the core import | the core import | the implementation | the implementation |
//! | wait | | for the subtask | | between callbacks, or on the stack |
//! | result | lift | lift | allocate, lower, return | allocate, lower, `task.return` |
//! | afterwards | release | release | post-return releases | release, return |
//!
//! The specification has this in `canon_lift`, `canon_lower` and `canon_task_return` (`CanonicalABI.md`, "canon lift",
//! "canon lower", "canon task.return"), from the side of the host: what it lifts, the module has lowered.

use crate::{Bytes, Convention, CoreType, Layout, PlanId, Side, Signature};
use std::ops::Range;
use witc_resolve::Type;

/// The plan of a call: the steps of a module that calls a function, or is called as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallPlan {
    /// Whether the module calls it or implements it.
    pub side: Side,
    /// How it is called and returns.
    pub convention: Convention,
    /// The core function that the module imports or exports.
    pub signature: Signature,
    /// Async exports: the built-in `task.return`, by which they return.
    pub task_return: Option<Signature>,
    /// The steps, in this order.
    pub phases: Vec<Phase>,
    /// Sync exports: what is done when the result was read, if there is something to do.
    pub post_return: Option<PostReturn>,
}

/// A step of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The module provides room in memory.
    Allocate(Area),
    /// Export: the caller has put the parameters into a block that it got from the module's `realloc`. The block is
    /// the module's from now on.
    Receive(Area),
    /// Import: puts the parameters where the core function expects them.
    LowerParameters(Vec<Passed>),
    /// Export: takes the parameters from where the caller has put them.
    LiftParameters(Vec<Passed>),
    /// Calls something.
    Call(Callee),
    /// Async: others run until the call is done.
    Wait(Waiting),
    /// Export: drops the borrowed handles in these parameters, counted from 0, which the call was lent. Those of
    /// resources of the module itself are no handles and not dropped (`lower_borrow`); which resources these are only
    /// the world knows.
    DropBorrows(Vec<usize>),
    /// Import: takes the result from where the callee has put it.
    LiftResult(Passed),
    /// Export: puts the result where the caller, or `task.return`, expects it.
    LowerResult(Passed),
    /// Frees something.
    Release(Released),
    /// Export: the core function returns.
    Return(Returned),
}

/// The function that [`Phase::Call`] calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Callee {
    /// The core function that is imported.
    Import,
    /// The implementation of the function, with the parameters as values of the language.
    Implementation,
    /// The built-in `task.return`.
    TaskReturn,
}

/// The event that [`Phase::Wait`] waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Waiting {
    /// For the subtask in the core result to be resolved; see [`SubtaskState`](crate::SubtaskState) for what holds in
    /// which state. There is no subtask if the first status is already `RETURNED`.
    Subtask,
    /// For the implementation, by giving a [`CallbackCode`](crate::CallbackCode) as the core result and being called
    /// again through the callback.
    Callback,
    /// For the implementation, which blocks on its own stack.
    Blocking,
}

/// The memory that [`Phase::Release`] frees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Released {
    /// The room itself, not what its values point to.
    Area(Area),
    /// The memory that lowering the parameters has allocated for them, which was only lent.
    Parameters,
    /// The memory that the result points to, which was only lent.
    Result,
}

/// The core result of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Returned {
    /// Nothing.
    Nothing,
    /// The result, its only flat value.
    Value,
    /// A pointer to the area of the result.
    Pointer,
    /// [`CallbackCode::Exit`](crate::CallbackCode::Exit).
    Exit,
}

/// A parameter or a result on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Its type as the function declares it.
    pub ty: Type,
    /// The plan of its values.
    pub plan: PlanId,
    /// Where it is.
    pub location: Location,
    /// Who frees the memory that it points to. Owned handles in it belong to whoever lifts it, from when it is lifted:
    /// an async import that was cancelled before that keeps those in its parameters.
    pub memory: Ownership,
}

/// Where a parameter or a result is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// It is these core parameters, of the core function or of `task.return`.
    Params(Range<usize>),
    /// It is the core result.
    CoreResult,
    /// It lies in an area, at this offset.
    Memory(AreaOf, Bytes),
}

impl Location {
    /// Whether it lies in memory.
    #[must_use]
    pub fn is_memory(&self) -> bool {
        match self {
            Self::Memory(..) => true,
            Self::Params(_) | Self::CoreResult => false,
        }
    }
}

/// Who owns the memory that a value on its way points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ownership {
    /// Whoever lowered it: whoever lifts it copies it, up to this moment, after which it is freed.
    Lent(Moment),
    /// Whoever lifts it, and frees it some day. It came from the `realloc` of its module.
    Owned,
}

/// Whose area it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AreaOf {
    /// All parameters lie there, as in a tuple.
    Parameters,
    /// The result lies there.
    Result,
}

/// Room in memory for parameters or a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its contents.
    pub of: AreaOf,
    /// Its size and alignment.
    pub layout: Layout,
    /// Where a pointer to it is passed.
    pub pointer: PointerAt,
    /// Where it may be.
    pub home: Home,
    /// The moment up to which it has to stay as it is.
    pub until: Moment,
}

/// Where the pointer to an area is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PointerAt {
    /// In this core parameter.
    Param(usize),
    /// In the core result.
    CoreResult,
}

/// Which memory an area may be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Home {
    /// Any, also the stack frame of the function that makes the call.
    Frame,
    /// Memory that outlives the frame: on the heap, or static if no other call needs it at the same time.
    Outside,
    /// A block of its own from the module's `realloc`.
    Block,
}

/// A moment in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// Export: the parameters are lifted.
    ParametersLifted,
    /// Sync import: the core function has returned.
    CallReturned,
    /// Async import: the subtask is seen in a state in which it has read the parameters
    /// ([`SubtaskState::has_read_parameters`](crate::SubtaskState::has_read_parameters)).
    Started,
    /// Import: the result is lifted. An async one that was cancelled has none: then it is resolved.
    ResultLifted,
    /// Async export: `task.return` has returned.
    TaskReturned,
    /// Sync export: the caller has read the result and calls the post-return function, if there is one.
    PostReturn,
}

/// The post-return function of a sync export, which is called when the result was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostReturn {
    /// The types of its core parameters: what the export has as core result.
    pub params: Vec<CoreType>,
    /// Its steps, in this order.
    pub phases: Vec<Phase>,
}

impl PostReturn {
    /// Whether there is something to do though the area of the result needs no freeing, since it is static.
    #[must_use]
    pub fn frees_memory(&self) -> bool {
        self.phases.contains(&Phase::Release(Released::Result))
    }
}

impl CallPlan {
    /// The area for parameters or for a result, if the call has one.
    #[must_use]
    pub fn area(&self, of: AreaOf) -> Option<Area> {
        self.phases.iter().find_map(|phase| match phase {
            Phase::Allocate(area) | Phase::Receive(area) => (area.of == of).then_some(*area),
            Phase::LowerParameters(_) | Phase::LiftParameters(_) | Phase::DropBorrows(_) => None,
            Phase::Call(_) | Phase::Wait(_) | Phase::LiftResult(_) | Phase::LowerResult(_) => None,
            Phase::Release(_) | Phase::Return(_) => None,
        })
    }

    /// The parameters, as they are passed.
    #[must_use]
    pub fn parameters(&self) -> &[Passed] {
        let passed = self.phases.iter().find_map(|phase| match phase {
            Phase::LowerParameters(passed) | Phase::LiftParameters(passed) => Some(passed),
            Phase::Allocate(_) | Phase::Receive(_) | Phase::DropBorrows(_) => None,
            Phase::Call(_) | Phase::Wait(_) | Phase::LiftResult(_) | Phase::LowerResult(_) => None,
            Phase::Release(_) | Phase::Return(_) => None,
        });
        passed.map_or(&[], Vec::as_slice)
    }

    /// The result, as it is passed, if there is one.
    #[must_use]
    pub fn result(&self) -> Option<&Passed> {
        self.phases.iter().find_map(|phase| match phase {
            Phase::LiftResult(passed) | Phase::LowerResult(passed) => Some(passed),
            Phase::Allocate(_) | Phase::Receive(_) | Phase::DropBorrows(_) => None,
            Phase::LowerParameters(_) | Phase::LiftParameters(_) => None,
            Phase::Call(_) | Phase::Wait(_) => None,
            Phase::Release(_) | Phase::Return(_) => None,
        })
    }

    /// The layout of a block that has the area for parameters and after it that for the result, as far as the call has
    /// them, and the offset of the result in it.
    #[must_use]
    pub fn block(&self) -> (Layout, Bytes) {
        let mut whole = Layout::NOTHING;
        let mut result = Bytes::ZERO;
        for of in [AreaOf::Parameters, AreaOf::Result] {
            if let Some(area) = self.area(of) {
                result = whole.append(area.layout);
            }
        }
        (whole.padded(), result)
    }
}
