//! Disagreements between two worlds when one is added to the other.

use super::model::{InterfaceName, NamedFunction, NamedInterface};
use crate::codes;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Direction, Name};

/// A disagreement between two worlds.
pub(super) enum Conflict {
    Itself,
    Type(Name),
    Function(Name),
}

impl Conflict {
    pub(super) fn tell(&self, direction: Direction, name: &Name, module: &str) -> Diagnostic {
        let side = if direction.is_import() {
            "import"
        } else {
            "export"
        };
        let what = match self {
            Self::Itself => format!("{side} `{name}`"),
            Self::Type(ty) => format!("type `{ty}` of {side} `{name}`"),
            Self::Function(function) => format!("function `{function}` of {side} `{name}`"),
        };
        let message = format!("two worlds of this component disagree about {what}");
        Diagnostic::error(codes::WORLDS_DISAGREE, message, Span::NONE)
            .note(format!(
                "{module} declares it differently from the worlds before it"
            ))
            .note("generate the bindings of all parts from the same version of the WIT packages")
    }
}

impl NamedInterface {
    /// Adds the types and functions of another view of the same interface.
    pub(super) fn extend(&mut self, new: Self) -> Result<(), Conflict> {
        if self.id.as_ref().map(InterfaceName::full) != new.id.as_ref().map(InterfaceName::full) {
            return Err(Conflict::Itself);
        }
        // A conflict leaves the interface half extended, which does no harm: nothing is made of a world with
        // errors.
        for (name, ty) in new.types {
            match self.types.get(&name) {
                Some(known) if known.ty != ty.ty => return Err(Conflict::Type(name)),
                Some(_) => {}
                None => drop(self.types.insert(name, ty)),
            }
        }
        for (name, function) in new.functions {
            match self.functions.get(&name) {
                Some(known) if !known.same_type(&function) => return Err(Conflict::Function(name)),
                Some(_) => {}
                None => drop(self.functions.insert(name, function)),
            }
        }
        Ok(())
    }
}

impl NamedFunction {
    pub(super) fn same_type(&self, other: &Self) -> bool {
        (&self.params, self.result, self.is_async) == (&other.params, other.result, other.is_async)
    }
}
