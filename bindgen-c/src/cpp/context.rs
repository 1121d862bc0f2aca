//! The context in which everything is written: the world, the plans of its types, the options.

use crate::cpp::needs::Needs;
use crate::cpp::options::{ApiStyle, Options, Ownership};
use witc_bindgen_core::{ModuleId, Modules};
use witc_canonical_abi::{Names as CoreNames, Plans, Scheme};
use witc_resolve::{Type, TypeId};

/// The context of everything in the files.
#[derive(Clone, Copy)]
pub(crate) struct Context<'x, 'a> {
    pub(crate) modules: &'x Modules<'a>,
    pub(crate) plans: &'x Plans,
    pub(crate) options: &'x Options,
    pub(crate) needs: Needs,
}

impl<'x, 'a> Context<'x, 'a> {
    /// The names of core imports and exports.
    pub(crate) fn core_names(self) -> CoreNames<'a> {
        // The standard scheme has no names for async functions, and tools and wit-bindgen's guests use this one.
        CoreNames::new(self.modules.resolve, Scheme::Legacy)
    }

    /// The header of the user's that has the bindings of a module.
    pub(crate) fn header_with(&self, module: ModuleId) -> Option<&'x str> {
        let (key, _) = self.modules[module].interface?;
        // The option is about imports: an export is declared for the user to write, whatever headers there are.
        if self.modules[module].direction.is_export() {
            return None;
        }
        let name = self.modules.resolve.extern_name(key);
        // Of several headers for one interface the last counts, as for other options.
        let with = self.options.with.0.iter().rev();
        with.filter(|(interface, _)| *interface == name)
            .map(|(_, header)| header.as_str())
            .next()
    }

    /// Whether bindings of a module are written, rather than found in a header of the user's.
    pub(crate) fn is_written(&self, module: ModuleId) -> bool {
        self.header_with(module).is_none()
    }

    /// Whether there are owned handles in a value.
    pub(crate) fn owns(&self, ty: Type) -> bool {
        self.plans[self.plans.of(ty)].facts.owns
    }

    /// Whether a record has a type of its own as a parameter.
    pub(crate) fn has_param(&self, id: TypeId) -> bool {
        match self.options.ownership {
            Ownership::Owning => false,
            // A handle moves out of the record that is passed, which a view of someone else's record does not allow.
            Ownership::CoarseBorrowing => !self.owns(Type::Id(id)),
            Ownership::FineBorrowing => true,
        }
    }

    /// Whether a parameter of an export shows what someone else owns.
    pub(crate) fn symmetric(&self) -> bool {
        self.options.api_style == ApiStyle::Symmetric
    }
}
