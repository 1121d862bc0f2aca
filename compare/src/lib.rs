//! Two versions of an interface, a world or a package side by side: what differs, in the terms of WIT.
//!
//! [`targets()`], `semver-check`, [`diff`] and `plug` ask the same question, "does one side have all that the other needs",
//! and get the same answer: a list of [`Change`]s that a [`Comparison`] found, from which each picks those that matter
//! to it.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod change;
pub mod codes;
mod comparison;
pub mod diff;
mod externs;
mod items;
mod lists;
mod member;
mod misfit;
mod remarks;
mod same;
mod sides;
mod source;
mod targets;
mod types;
mod versions;
mod words;

pub use change::{Change, ChangeKind, ChangedItem, Class, Definition, MemberKind};
pub use comparison::Comparison;
pub use externs::{Pair, WorldRef, a_word, name_of, pair, side};
pub use misfit::misfit;
pub use source::{join_sources, moved};
pub use targets::targets;
pub use versions::{path_of, unversioned};
