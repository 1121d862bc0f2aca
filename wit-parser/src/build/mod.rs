//! What the actions of the grammar call: nodes are made out of positions, and wait in the builder for the node they belong
//! to.

mod attributes;
mod builder;
mod functions;
mod items;
mod names;
mod types;

pub(crate) use builder::Builder;
