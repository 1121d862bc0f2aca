//! Random WIT packages, and mistakes in them, for tests that compare two ways of reading them.
//!
//! [`generate`] makes a package with what it depends on. What it makes is valid, but for what only a resolver can tell: a
//! few of its worlds import and export things that do not go together. [`break_tree`] and [`break_text`] make mistakes,
//! most of which a reader has to find. A [`Sketch`] is a small package as data, with single edits that give another version
//! of it.

mod definitions;
mod dice;
mod edit;
mod functions;
mod growing;
mod items;
mod mutate;
mod names;
mod neighbours;
mod package;
mod scope;
mod sketch;
mod tree;
mod types;
mod world;

pub use dice::Dice;
pub use edit::Edit;
pub use growing::{DIMENSIONS, Dimension, Growing};
pub use mutate::{break_text, break_tree};
pub use neighbours::{ItemPlace, user_of, world_of};
pub use package::generate;
pub use sketch::{Sketch, SketchFunction, SketchInterface, SketchType, SketchUse, SketchWorld};
pub use tree::{Node, Tree};

/// The kinds of types and functions that packages may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kinds {
    /// All that there are.
    #[default]
    All,
    /// No async functions, streams, futures and error contexts, for which not every back end has bindings.
    Synchronous,
}

impl Kinds {
    pub(crate) fn has_async(self) -> bool {
        self == Self::All
    }
}

/// The feature that readers of these packages have to switch on; they name others as well.
pub const ACTIVE_FEATURE: &str = "active";
