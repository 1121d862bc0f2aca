//! Worlds made of other worlds: their direction flipped, compatible imports merged, a type for each name.
//!
//! A transformed world is printed and resolved again where something may have to be completed, so that it is in order
//! as every other one is.

mod again;
mod flip;
mod merge;
mod nominal;

pub use flip::{exportize, importize};
pub use merge::merge_world_imports;
pub use nominal::nominal_types;
