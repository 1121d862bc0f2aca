//! What a component has a host for, on the machine that builds it: the built-ins of the canonical ABI in memory, tasks, and calls.
//!
//! The runtime above is the one of a component, so that tests run what is shipped.

mod blocking;
pub(super) mod builtins;
mod calls;
mod channels;
mod errors;
pub(super) mod order;
mod run;
#[cfg(test)]
pub(super) mod scripted;
pub mod table;
mod tasks;
mod thread;
pub(super) mod wakers;

pub(super) use blocking::blocking;
pub(crate) use calls::start;
pub use calls::{Call, Started, call};
pub(super) use channels::{deliver_with, made_here};
pub(crate) use run::run;
