//! The resolved model: plain data, by id, in the order of the text.

mod items;
mod live;
mod map;
mod names;
mod only;
mod predicates;
mod query;
mod resolve;
mod stability;
mod types;
mod words;

pub use items::*;
pub use live::LiveTypes;
pub use map::{Iter as MapIter, Map};
pub use names::*;
pub use query::Direction;
pub use resolve::Resolve;
pub use stability::*;
