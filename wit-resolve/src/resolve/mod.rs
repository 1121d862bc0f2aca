//! From syntax trees to the resolved model.
//!
//! A run goes through four steps: [`units`] sorts the files into packages; [`package_order`] puts each package after
//! those that it depends on; within a [`package`], interfaces and worlds are put in order in the same way; then each is
//! resolved: its types ([`uses`], [`scope_types`]), its functions ([`funcs`]), and a world is completed with what it
//! needs ([`include`], [`elaborate`]).
//!
//! What is wrong is reported where it is found, and what depends on it is left out in silence: a name that could not
//! be resolved stands for nothing ([`entity::Absent`]), and what refers to it is not there either.
//!
//! There are two ways through these steps. [`whole`] parses all files and then resolves them: it can tell everything
//! that is wrong. [`stream`] parses and resolves package after package, which takes a fraction of the memory, and the
//! next packages are parsed on other threads meanwhile. It is for text without syntax errors, which nearly all is.

mod accessors;
mod definitions;
mod docs;
mod duplicate_package;
mod elaborate;
mod entity;
mod facts;
mod file_scope;
mod func_item;
mod funcs;
mod gates;
mod include;
mod include_conflicts;
mod include_renames;
mod interface;
mod intern;
mod limits;
mod lookup;
mod members;
mod needed;
mod package;
mod package_order;
mod path_key;
mod path_walk;
mod paths;
#[cfg(feature = "threads")]
mod prescan;
mod repeats;
mod reports;
mod scope;
mod scope_types;
mod session;
mod side;
#[cfg(feature = "threads")]
mod stream;
mod suggest;
mod types;
mod unit;
mod unite;
mod units;
mod unknown;
mod unknown_package;
mod uses;
mod whole;
mod world;

use crate::{Input, Options, Resolution};
pub(crate) use needed::needed;
#[cfg(feature = "advice")]
pub(crate) use path_key::package_name;
use std::num::NonZeroUsize;
pub(crate) use suggest::{Suggester, list};
#[cfg(feature = "references")]
pub(crate) use {
    session::{Given, Session},
    unit::{FilePart, Unit},
};

/// With less text than this, threads take longer to start than they save.
const LITTLE_TEXT: usize = 1 << 18;

/// Resolves packages.
///
/// Everything that is wrong is reported at once, and nothing that only follows from another mistake. The result does
/// not depend on the order of the groups.
#[must_use]
pub fn resolve(input: Input, options: &Options) -> Resolution {
    let mut resolution = resolve_text(&input, options);
    resolution.resolve.sources = input.sources;
    resolution
}

/// Resolves packages as [`resolve`] does, for a caller that goes on with the input. The result has no sources yet.
pub(crate) fn resolve_text(input: &Input, options: &Options) -> Resolution {
    let size: usize = input
        .sources
        .files()
        .map(|(_, file)| file.text().len())
        .sum();
    let threads = if size < LITTLE_TEXT {
        NonZeroUsize::MIN
    } else {
        options.threads()
    };
    #[cfg(feature = "threads")]
    if let Some(resolution) = stream::resolve(input, options, threads) {
        return resolution;
    }
    whole::resolve(input, options, threads)
}
