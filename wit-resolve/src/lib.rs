//! Resolved WIT: the packages, worlds, interfaces, types and functions that tools work on, and the way there.
//!
//! A [`Resolve`] holds everything by id, in the order of the text. Nothing in it refers to syntax trees: what a tool
//! needs to know of the text is a [`Span`](witc_parser::Span) on each item.

mod arena;
mod input;
mod load;
mod model;
pub mod print;
mod resolve;
mod select;

pub use arena::{Arena, Id};
pub use input::{Features, Group, Input, Options, Resolution};
pub use load::{BinaryReader, Loaded, Loader};
pub use model::*;
pub use resolve::resolve;
pub use select::select_world;
