//! The canonical ABI of the component model (`CanonicalABI.md`): layout, flattening, core signatures, names, and plans
//! that back ends walk to lift, lower and free values.
//!
//! # From a resolved package to a plan
//!
//! ```
//! use witc_canonical_abi::{Plans, Kind, PointerWidth, Scalar};
//! use witc_resolve::{Resolve, Type};
//!
//! let resolve = Resolve::default();
//! let plans = Plans::new(&resolve);
//! let plan = &plans[plans.of(Type::U16)];
//! assert_eq!(plan.kind, Kind::Scalar(Scalar::U16));
//! assert_eq!(plan.layout.size.at(PointerWidth::Bits32), 2);
//! ```
//!
//! [`Plans::new`] makes one [`Plan`] per distinct declaration of a type, in one pass over the types, for a whole
//! [`Resolve`](witc_resolve::Resolve). [`Plans::of`] gives the plan of any use of a type, aliases followed:
//! occurrences of `list<option<u8>>` share one plan, while every record, variant, enum and set of flags that is
//! defined somewhere has its own. The parts of a plan say how they are declared ([`Field::ty`], [`Planned::ty`]), so
//! that nobody has to look into the model again. `list<octet>`, where `octet` is an alias of `u8`, therefore has
//! another plan than `list<u8>`; both name the same [`Plan::structure`], by which a back end keys what it writes once
//! for all types of a structure. [`Plans::diagnose`] says what is too large for the ABI; a back end that goes on
//! only when it finds nothing may rely on every number here.
//!
//! # Walking a plan
//!
//! A plan says what a value of the type is made of ([`Kind`]), where the parts lie in memory ([`Field::offset`],
//! [`Cases::payload_offset`]), which core values stand for it when it is passed flat ([`Plan::flat`],
//! [`Field::slot`], [`Case::casts`]), and what holds for all of its values ([`Facts`]). Loading, storing, lifting
//! from flat values, lowering to them and freeing are five walks over the same plan:
//!
//! - *A record or tuple*: its fields; each lies `offset` bytes after the start, or its flat values begin at `slot`.
//! - *A variant, option, result*: an unsigned integer, [`Cases::tag`], at offset 0 or in slot 0, tells which case;
//!   the payload lies at [`Cases::payload_offset`], or its flat values are in the slots from 1 on, each converted as
//!   [`Case::casts`] says. When lowering, slots that a case leaves unused are zero.
//! - *A list or map*: a pointer and a length in elements (at offsets 0 and one pointer's width; in slots 0 and 1)
//!   of a block of elements, aligned and spaced by the element's layout. Strings likewise, their length in code
//!   units. A block of no elements was not allocated.
//! - *A fixed-length list*: its elements one after another, in memory as well as flat.
//! - *Handles, streams, futures, error contexts*: an `i32`.
//!
//! No type is empty: every value has at least one byte and one flat value.
//!
//! Everything is parametric in the width of pointers: [`Bytes`] holds a number for 32 and one for 64 bits, and knows
//! the expression `bytes + pointers × width` ([`Bytes::terms`]); [`CoreType`] has types for pointers, lengths, and for
//! slots that hold either a pointer or an `i64`.
//!
//! # Functions
//!
//! [`Plans::call`] plans a call: its [phases](Phase), where parameters and result are in each, and who frees what.
//!
//! [`Plans::signature`] gives the core signature of a function, for a [`Side`] and a [`Convention`] (sync, or async
//! with callback or stackful), with the way in which parameters and result are passed; [`Plans::task_return`] that of
//! the built-in by which an async export returns. [`Names`] knows what core imports and exports are called in both
//! naming schemes; [`ResourceIntrinsic`] lists what a resource needs besides its methods, [`AsyncIntrinsic`] and
//! [`ChannelIntrinsic`] what tasks, streams and futures need.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod async_intrinsic;
mod bytes;
mod call;
mod call_builder;
mod cast;
mod channel;
mod channel_types;
pub mod codes;
mod core_type;
mod diagnose;
mod facts;
mod flat;
mod intrinsic;
mod kind;
mod limits;
mod names;
mod outline;
mod parts;
mod plan;
mod plan_builder;
mod plan_facts;
mod plans;
mod scalar;
mod signature;
mod string_encoding;
mod task_state;

pub use async_intrinsic::{AsyncIntrinsic, Blocking};
pub use bytes::{Bytes, Layout, PointerWidth};
pub use call::{
    Area, AreaOf, CallPlan, Callee, Home, Location, Moment, Ownership, Passed, Phase, PointerAt,
    PostReturn, Released, Returned, Waiting,
};
pub use cast::Bitcast;
pub use channel::{Channel, ChannelIntrinsic};
pub use channel_types::{ChannelNumbers, ChannelType};
pub use core_type::{CoreType, ValueType};
pub use diagnose::diagnose;
pub use facts::{Bits, Facts};
pub use flat::FlatTypes;
pub use intrinsic::ResourceIntrinsic;
pub use kind::Kind;
pub use limits::{MAX_FLAT_ASYNC_PARAMS, MAX_FLAT_PARAMS, MAX_FLAT_RESULTS, MAX_VALUE_BYTES};
pub use names::{CoreImport, Names, Scheme, compatibility_track, interface_track};
pub use outline::{Outline, OutlinePart};
pub use parts::{Case, Cases, Entry, Field, PlanId, Planned, PlannedHandle, ResourceUse};
pub use plan::Plan;
pub use plans::Plans;
pub use scalar::{Int, Scalar};
pub use signature::{Convention, Parameters, Return, Side, Signature, Spill};
pub use string_encoding::{StringEncoding, UnknownEncoding};
pub use task_state::{CallbackCode, SubtaskState};
