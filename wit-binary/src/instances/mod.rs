//! The instances in a component that have code, and where each takes its imports from.
//!
//! A component may be put together of others, and those of others again. Components that only pass on what they are given
//! are looked through, as are those that exist to give exports their types: what remains are the components with core
//! modules, the imports of the whole, and its exports.

mod model;
mod names;
mod spaces;
mod walk;

pub use model::{CodeInstance, CoreModuleInfo, Export, Instances, Link, Origin};
pub use walk::instances;
