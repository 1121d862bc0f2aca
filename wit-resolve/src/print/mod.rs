//! Printing the model: as WIT, and as JSON.

mod json;
mod printer;
mod types;
mod wit;

pub use json::json;
pub use printer::Style;
pub use wit::{interface, package, packages, world};
