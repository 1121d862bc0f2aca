//! The state of collecting references: what is defined so far, and what refers to it.

use super::entities::Entities;
use super::scopes::{FileName, NameScope};
use super::{Definition, DefinitionId, DefinitionKind, Occurrence};
use crate::FastMap;
use crate::resolve::{Given, Session, Unit};
use witc_diagnostics::Span;
use witc_parser::ast::{self, Ident};

/// The state of collecting: what is defined so far, and what refers to it.
pub(super) struct Collector<'c, 's> {
    pub(super) given: Given<'s>,
    pub(super) session: &'c Session<'s>,
    pub(super) entities: Entities,
    pub(super) definitions: Vec<Definition>,
    pub(super) occurrences: Vec<Occurrence>,
    /// The scopes of interfaces and worlds.
    pub(super) scopes: Vec<NameScope<'s>>,
    pub(super) units: Vec<UnitNames<'s>>,
    pub(super) features: FastMap<&'s str, DefinitionId>,
}

/// The names that belong to a package.
#[derive(Default)]
pub(super) struct UnitNames<'s> {
    /// The namespaces and names that the package's own name is made of.
    pub(super) segments: Vec<DefinitionId>,
    /// The scopes of its interfaces and worlds. Of two of one name, the first.
    pub(super) items: FastMap<&'s str, usize>,
    /// The names that the top-level `use` items of each part bring in.
    pub(super) files: Vec<FastMap<&'s str, FileName<'s>>>,
}

/// The place of a path: the unit, and the part of it.
#[derive(Clone, Copy)]
pub(super) struct Site {
    pub(super) unit: usize,
    pub(super) part: usize,
}

impl<'s> Collector<'_, 's> {
    /// Defines what is called `ident`, which stands there; the model has it at `place`.
    pub(super) fn define_at(
        &mut self,
        kind: DefinitionKind,
        ident: Ident<'s>,
        place: Span,
    ) -> DefinitionId {
        let id = DefinitionId(self.definitions.len() as u32);
        let entity = match kind {
            // The place of a package's name is that of its first namespace, which is not the package.
            DefinitionKind::Namespace | DefinitionKind::FileName | DefinitionKind::Feature => None,
            DefinitionKind::Package
            | DefinitionKind::Interface
            | DefinitionKind::World
            | DefinitionKind::Type
            | DefinitionKind::Function
            | DefinitionKind::Param
            | DefinitionKind::Field
            | DefinitionKind::Case
            | DefinitionKind::Flag
            | DefinitionKind::Extern
            | DefinitionKind::Renamed => self.entities.at(place),
        };
        self.definitions.push(Definition {
            name: ident.name.into(),
            kind,
            span: without_escape(ident),
            entity,
        });
        self.occur(ident, Some(id));
        id
    }

    /// Defines what is called `ident`, which stands there.
    pub(super) fn define(&mut self, kind: DefinitionKind, ident: Ident<'s>) -> DefinitionId {
        self.define_at(kind, ident, ident.span)
    }

    /// Enters that an identifier names something, if it does.
    pub(super) fn occur(&mut self, ident: Ident<'_>, definition: Option<DefinitionId>) {
        if let Some(definition) = definition.filter(|_| !ident.is_missing()) {
            self.occurrences.push(Occurrence {
                span: without_escape(ident),
                definition,
            });
        }
    }

    /// Enters what the names of packages in paths and declarations stand for.
    pub(super) fn occur_package(&mut self, unit: usize, name: &ast::PackageName<'_>) {
        let segments = name.namespaces.iter().chain(&name.names);
        for (index, ident) in segments.enumerate() {
            let definition = self.units[unit].segments.get(index).copied();
            // The files of a package may disagree on its name; that mistake is reported elsewhere.
            let is_same = |id: &DefinitionId| self.definitions[id.0 as usize].name == ident.name;
            self.occur(*ident, definition.filter(is_same));
        }
    }

    /// The package that is nested at this declaration.
    pub(super) fn nested_unit(&self, package: &ast::NestedPackage<'_>) -> Option<usize> {
        let units = self.given.units.iter();
        let is_it = |unit: &Unit| unit.nested && unit.span == package.decl.name.span;
        units
            .enumerate()
            .find(|(_, unit)| is_it(unit))
            .map(|(index, _)| index)
    }
}

/// The place of a name, without the `%` before it.
fn without_escape(ident: Ident<'_>) -> Span {
    let Span { start, end } = ident.span;
    // The name is at the end of its span, and `%` takes one byte before it.
    let length = (ident.name.len() as u32).min(end - start);
    Span::new(end - length, end)
}
