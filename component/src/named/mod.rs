//! The world of a component, by name: what its core modules say together about imports and exports.
//!
//! Each core module, and each adapter, brings worlds of its own, decoded on their own. Here they become one: things
//! are known by their names alone, types are shared by structure, and so two worlds are merged by adding the second to
//! the first. Items are never taken out again, so that indices stay good.

mod add;
mod added;
mod channel;
mod conflict;
mod convert;
mod core_names;
mod depth;
mod keys;
mod lookup;
mod model;
mod pool;
mod versions;
mod words;

pub(crate) use added::{Added, Encodings};
pub(crate) use channel::ChannelKey;
pub(crate) use convert::value_type;
pub(crate) use keys::{FunctionKey, Home, TypeKey};
pub(crate) use model::{
    ExportMeaning, ImportMeaning, InterfaceName, Map, NamedDefinition, NamedFunction,
    NamedInterface, NamedItem, NamedWorld, Needs, Signature,
};
pub(crate) use pool::{Compound, Ty};
pub(crate) use versions::Misnumbered;
