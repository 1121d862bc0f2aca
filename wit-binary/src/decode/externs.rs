//! Imports and exports by name.

use super::found::{Extern, ExternItem, Externs};
use crate::error::not_a_component;
use wasmparser::ComponentExternName;
use witc_type_section::Result;

/// The imports and exports of a component or of a type of one.
#[derive(Debug, Default)]
pub(crate) struct Sides<'a> {
    pub(crate) imports: Externs<'a>,
    pub(crate) exports: Externs<'a>,
}

/// Adds an import or export. No name may be there twice.
pub(super) fn add<'a>(
    externs: &mut Externs<'a>,
    name: &ComponentExternName<'a>,
    item: ExternItem<'a>,
) -> Result<()> {
    match externs.insert(name.name, Extern { name: *name, item }) {
        None => Ok(()),
        Some(_) => Err(not_a_component(format_args!(
            "two items are called `{}`",
            name.name
        ))),
    }
}

/// A name without annotations.
pub(super) fn plain(name: &str) -> ComponentExternName<'_> {
    ComponentExternName {
        name,
        implements: None,
        version_suffix: None,
        external_id: None,
    }
}
