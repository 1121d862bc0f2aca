//! A module to analyze.

use crate::module::CoreModule;
use crate::named::Added;
use std::borrow::Cow;

/// A module to analyze.
pub(crate) struct AnalyzedModule<'m, 'a> {
    /// The module.
    pub(crate) module: &'m CoreModule<'a>,
    /// Its name in messages: "the module", "adapter `x`".
    pub(crate) label: &'m str,
    /// The names of its imports, each made unique among those from the same module.
    pub(crate) import_names: &'m [Cow<'a, str>],
    /// The part of the component's world that comes from its own.
    pub(crate) added: &'m Added,
    /// The main module, for adapters.
    pub(crate) main: Option<&'m CoreModule<'a>>,
}
