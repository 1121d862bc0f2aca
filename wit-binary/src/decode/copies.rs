//! Copies of an interface in a package: those of its worlds, and those of other interfaces that use it. All of them have
//! to be the same, since a package in WIT has the interface once.

use super::builder::Builder;
use super::found::EntityId;
use crate::error::not_wit;
use witc_diagnostics::Diagnostic;
use witc_resolve::{Function, FunctionId, Type, TypeId};
use witc_type_section::Result;

impl Builder<'_> {
    /// Checks that a copy of an interface has the same type as the interface.
    pub(super) fn same_type(&mut self, known: TypeId, copy: EntityId, name: &str) -> Result<()> {
        // A component may import and export an interface with different items.
        if !self.is_package {
            return Ok(());
        }
        let same = match self.find(copy) {
            // Aliases may lead to the same type in more or fewer steps.
            Some(id) => self.resolve.dealias(Type::Id(id)) == self.resolve.dealias(Type::Id(known)),
            None => {
                let kind = self.definition(self.base(copy))?;
                let defined = self.resolve.dealias(Type::Id(known)).id().unwrap_or(known);
                kind == self.resolve.types[known].kind || kind == self.resolve.types[defined].kind
            }
        };
        if same {
            Ok(())
        } else {
            Err(differs("type", name))
        }
    }

    /// Checks that a copy of an interface has the same function as the interface.
    pub(super) fn same_function(&self, known: FunctionId, copy: &Function) -> Result<()> {
        let known = &self.resolve.functions[known];
        let params = known.params.iter().map(|param| (&param.name, param.ty));
        let same_params = params.eq(copy.params.iter().map(|param| (&param.name, param.ty)));
        if same_params && known.result == copy.result && known.is_async == copy.is_async {
            Ok(())
        } else {
            Err(differs("function", &copy.name))
        }
    }
}

fn differs(what: &str, name: &str) -> Box<Diagnostic> {
    not_wit(format_args!(
        "it has an interface several times, and the {what} `{name}` is not the same each time"
    ))
}
