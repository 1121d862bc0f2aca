//! Printing the model: as WIT, and as JSON.

mod json;
mod pieces;
mod printer;
mod types;
mod wit;

pub use json::{json, json_in_pieces};
pub use printer::Style;
pub use wit::{function, interface, package, packages, packages_in_pieces, ty, world};
