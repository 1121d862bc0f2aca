//! The custom section `package-docs`: documentation and gates, for which component types have no room, as JSON.

mod json;
mod read;
mod write;

pub(crate) use read::inject;
pub(crate) use write::section;

/// The name of the custom section.
pub(crate) const DOCS_SECTION: &str = "package-docs";
