//! The context in which functions are written: the types, the options, names to give out, and what was asked for.

use crate::c::helpers::Helpers;
use crate::c::names::Symbols;
use crate::c::options::Options;
use crate::c::strings::Texts;
use crate::c::types::{ResourceRef, TypeRef, Types};
use witc_canonical_abi::{Names, Scheme};

/// The context of everything in the source file.
pub(crate) struct Context<'x, 'a> {
    pub(crate) types: &'x Types<'a>,
    pub(crate) options: &'x Options,
    /// The names that are not taken yet.
    pub(crate) symbols: Symbols,
    /// The helpers that were asked for so far.
    pub(crate) helpers: Helpers,
}

impl<'x, 'a> Context<'x, 'a> {
    /// The names of core imports and exports.
    pub(crate) fn names(&self) -> Names<'a> {
        // wit-bindgen's guests use these names; tools know the standard ones less, and those lack async functions.
        Names::new(self.types.resolve, Scheme::Legacy)
    }

    pub(crate) fn type_name(&self, ty: TypeRef) -> &'x str {
        &self.types[ty].name
    }

    /// The texts about strings and error contexts.
    pub(crate) fn texts(&self) -> Texts<'x> {
        Texts {
            needs: self.types.needs,
            prefixes: self.types.prefixes,
            options: self.options,
        }
    }

    /// The core import that drops a handle of a resource.
    pub(crate) fn drop_import(&self, resource: ResourceRef) -> &'x str {
        &self.types.resource(resource).drop
    }

    /// The core import that drops an error context.
    pub(crate) fn error_context_drop(&self) -> String {
        format!("import_{}_error_context_drop", self.types.prefixes.world)
    }

    /// The name of a function about a type that the source file has for itself.
    pub(crate) fn type_function(&mut self, ty: TypeRef, verb: &str) -> String {
        let base = &self.types[ty].base;
        self.symbols.take(format!("{base}_{verb}"))
    }
}
