//! Types of a world as types of a component: what `new` and `plug` have in common.

mod instance;
mod names;
mod order;
mod scope;

pub(crate) use instance::instance_type;
pub(crate) use names::{extern_name, item_name};
pub(crate) use order::dependencies_first;
pub(crate) use scope::{DefinedTypes, Sink, TypeScope};
