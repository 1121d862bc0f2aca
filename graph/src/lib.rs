//! Pictures of components and packages: what they import, export and contain, and who plugs into whom.
//!
//! A [`Graph`] is made of a component ([`of_component`]) or of packages ([`of_packages`]), and written as DOT, as Mermaid,
//! or drawn as SVG. What is provided stands on the left of what uses it: imports are the left edge, exports the right one.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod component;
mod layout;
mod model;
mod names;
mod svg;
mod text;
mod wit;

pub use component::of_component;
pub use model::{Edge, Graph, Node, NodeKind};
pub use wit::of_packages;
