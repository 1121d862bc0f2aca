//! The diagnostics of witc: what is wrong with a text, where, why, and how to fix it.
//!
//! A [`SourceMap`] holds the texts of a run, and a [`Span`] is a range in one of them. A [`Diagnostic`] is data, built
//! from spans and a [`Code`]; [`render`] is one way to show it. Each crate that reports diagnostics declares its own
//! codes with [`codes!`], so that this crate knows none of them.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]

mod code;
mod diagnostic;
mod distance;
mod fixing;
pub mod render;
mod source;
mod span;

pub use code::{Code, Entry};
pub use diagnostic::{Diagnostic, Edit, Fix, Label, Severity};
pub use distance::{distance_within, nearest, reach};
pub use fixing::Fixing;
pub use source::{FileId, Position, SourceFile, SourceMap};
pub use span::Span;
