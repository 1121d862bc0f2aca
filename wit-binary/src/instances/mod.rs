//! The instances in a component that have code, and where each takes its imports from.
//!
//! A component may be composed of others, at any depth. Components that only pass on what they are given are looked
//! through, and so are those that only give exports their types. The result has the components with core modules, the
//! imports of the whole, and its exports.

mod model;
mod names;
mod spaces;
mod walk;

pub use model::{CodeInstance, CoreModuleInfo, Export, Instances, Link, Origin};
pub use walk::instances;
