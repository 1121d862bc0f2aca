//! The state of a run: its input, its output, the meanings of names, and the place where the resolver is.

use super::docs::DocReader;
use super::entity::{Absent, Entity, Gaps};
use super::facts::{Interner, Size, TypeFacts};
use super::members::NameSet;
use super::path_key::KnownPath;
use super::repeats;
use super::scope::{FileScope, TypeScope};
use super::suggest::Suggester;
use super::unit::{FilePart, Unit};
use crate::sort::{sort_by, sort_by_key};
use crate::{
    FastMap, Group, InterfaceId, MissingPackage, Name, Options, PackageId, PackageName, Resolution,
    Resolve, Stability, TypeId, WorldId, WorldItem,
};
use semver::Version;
use witc_diagnostics::{Diagnostic, SourceMap, Span};
use witc_parser::ast::Nodes;

/// The input of a run; it never changes.
#[derive(Clone, Copy)]
pub(crate) struct Given<'s> {
    pub(crate) options: &'s Options,
    pub(crate) sources: &'s SourceMap,
    /// The groups that the packages were found in.
    pub(crate) groups: &'s [Group],
    /// The packages of the run.
    pub(crate) units: &'s [Unit],
}

/// The output of a run: the model, facts that follow from it, and diagnostics.
#[derive(Default)]
pub(crate) struct Output {
    pub(crate) model: Resolve,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The facts about each type of the model.
    pub(crate) facts: Vec<TypeFacts>,
    /// The anonymous types of the current package. It is kept from package to package for the memory that it has.
    pub(crate) interner: Interner,
    /// The interfaces that each interface uses types of.
    pub(crate) interface_needs: Vec<Option<Box<[InterfaceId]>>>,
    /// The number of imports and exports that all worlds have together.
    pub(crate) world_items: usize,
    /// The number of types that the largest type is made of.
    pub(crate) largest: u32,
    /// The depth of the deepest type.
    pub(crate) deepest: u16,
    /// How often functions use types, with the functions themselves.
    pub(crate) uses: u64,
    /// How many types interfaces are made of.
    pub(crate) interface_sizes: FastMap<InterfaceId, Size>,
}

/// The meanings of names, in all packages.
pub(crate) struct Meanings<'s> {
    /// The units that paths name, by the text of their names.
    pub(crate) unit_of_path: FastMap<KnownPath, Option<usize>>,
    /// The units by name.
    pub(crate) unit_of_name: FastMap<PackageName, usize>,
    /// The packages that were looked for in vain, with the diagnostic that says so, if there is one.
    pub(crate) unknown_packages: FastMap<PackageName, Option<usize>>,
    /// The interfaces and worlds that were looked for in vain in a unit, with the diagnostic that says so.
    pub(crate) unknown_items: FastMap<(usize, &'s str), usize>,
    /// The types that were looked for in vain in an interface, with the diagnostic that says so.
    pub(crate) unknown_used_types: FastMap<(InterfaceId, &'s str), usize>,
    /// The meanings of the names of interfaces and worlds, by unit. The names are kept for the reason that [`KnownPath`] gives.
    pub(crate) entities: Vec<FastMap<Name, Entity>>,
    /// Whether each unit has been resolved.
    pub(crate) resolved: Vec<bool>,
    /// The types of interfaces that are not there.
    pub(crate) absent_types: FastMap<(InterfaceId, &'s str), Absent>,
    /// The interfaces in which something could not be read.
    pub(crate) incomplete_interfaces: FastMap<InterfaceId, ()>,
    /// What worlds lack because of mistakes.
    pub(crate) gaps: FastMap<WorldId, Gaps>,
    /// The pairs of places that gate one interface differently, as far as that has been reported.
    pub(crate) gate_mismatches: FastMap<(Span, Span), ()>,
    /// Whether something in a unit could not be read, so that any package may be missing.
    pub(crate) has_unclear_units: bool,
    /// Whether the name of each unit is also that of one with other contents, which may have what it lacks.
    pub(crate) is_duplicate: Vec<bool>,
    pub(crate) suggester: Suggester,
}

/// The place where the resolver is: the package, the file, the interface or world, and the names in scope there.
pub(crate) struct Here<'a, 's> {
    /// The syntax trees of the package.
    pub(crate) tree: &'a [FilePart<'s>],
    /// The unit, and the part of it.
    pub(crate) unit: usize,
    pub(crate) part: usize,
    pub(crate) package: PackageId,
    /// The names that the top-level `use` of each part bring in.
    pub(crate) file_scopes: Vec<FileScope<'s>>,
    /// The types of other packages that the package uses, by the place of their name in the text.
    pub(crate) used_types: FastMap<u32, TypeId>,
    /// The names of types that can be used in the interface or world.
    pub(crate) types: TypeScope<'a, 's>,
    /// What the world lacks because of mistakes.
    pub(crate) gaps: Gaps,
    /// The place where all worlds together became too large, if the world has it.
    pub(crate) too_large: Option<Span>,
    /// The documentation of the file.
    pub(crate) docs: DocReader<'a>,
    /// Whether the item around is not going to be in the result: names are looked up, and nothing is made of them.
    pub(crate) dropped: bool,
    /// The gate that was read last, as many look the same.
    pub(crate) last_since: Option<(&'s str, Stability)>,
    /// The versions that a gate names and the package does not have, each with the diagnostic that says so.
    pub(crate) wrong_since: Vec<(Version, usize)>,
    /// The names of members and of items, to compare them. They are kept for the memory that they have.
    pub(crate) members: NameSet<'s>,
    pub(crate) item_names: NameSet<'s>,
}

/// Resolves what stands in one package.
pub(crate) struct Resolver<'a, 's> {
    pub(crate) given: Given<'s>,
    pub(crate) out: &'a mut Output,
    pub(crate) names: &'a mut Meanings<'s>,
    pub(crate) here: Here<'a, 's>,
}

/// A run, from its first package to its last.
pub(crate) struct Session<'s> {
    pub(crate) given: Given<'s>,
    pub(crate) out: Output,
    pub(crate) names: Meanings<'s>,
}

impl<'s> Session<'s> {
    pub(crate) fn new(given: Given<'s>, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            given,
            out: Output {
                diagnostics,
                ..Output::default()
            },
            names: Meanings::new(given.units),
        }
    }

    /// A resolver for a package that has these syntax trees; they may go when it has.
    pub(crate) fn resolver<'a>(&'a mut self, tree: &'a [FilePart<'s>]) -> Resolver<'a, 's> {
        Resolver {
            given: self.given,
            out: &mut self.out,
            names: &mut self.names,
            here: Here::new(tree),
        }
    }

    /// The result; `main` are the packages that the user asked for.
    pub(crate) fn finish(self, main: Vec<PackageId>) -> Resolution {
        let Output {
            model,
            mut diagnostics,
            ..
        } = self.out;
        let missing = missing_packages(self.names.unknown_packages, &diagnostics);
        // Packages are resolved in the order of their dependencies, which is not that of the files.
        sort_by_key(&mut diagnostics, |diagnostic| diagnostic.primary.span);
        // A path that is looked up twice is one mistake.
        diagnostics.dedup();
        repeats::merge(&mut diagnostics);
        Resolution {
            resolve: model,
            main,
            diagnostics,
            missing,
            // The caller collects them, who has the syntax trees.
            #[cfg(feature = "references")]
            references: None,
        }
    }
}

/// The packages that were looked for in vain; the diagnostics are in the order in which they were found.
fn missing_packages(
    unknown: FastMap<PackageName, Option<usize>>,
    diagnostics: &[Diagnostic],
) -> Vec<MissingPackage> {
    let missing = unknown.into_iter().map(|(name, index)| MissingPackage {
        name,
        reported: index
            .and_then(|index| diagnostics.get(index))
            .map(|diagnostic| diagnostic.primary.span),
    });
    let mut missing: Vec<MissingPackage> = missing.collect();
    sort_by(&mut missing, |a, b| a.name.cmp(&b.name));
    missing
}

impl Meanings<'_> {
    fn new(units: &[Unit]) -> Self {
        Self {
            unit_of_path: FastMap::default(),
            unit_of_name: FastMap::default(),
            unknown_packages: FastMap::default(),
            unknown_items: FastMap::default(),
            unknown_used_types: FastMap::default(),
            entities: units.iter().map(|_| FastMap::default()).collect(),
            resolved: vec![false; units.len()],
            absent_types: FastMap::default(),
            incomplete_interfaces: FastMap::default(),
            gaps: FastMap::default(),
            gate_mismatches: FastMap::default(),
            has_unclear_units: units
                .iter()
                .any(|unit| unit.is_incomplete || unit.name.is_none()),
            is_duplicate: vec![false; units.len()],
            suggester: Suggester::default(),
        }
    }
}

impl<'a, 's> Here<'a, 's> {
    fn new(tree: &'a [FilePart<'s>]) -> Self {
        Self {
            tree,
            unit: 0,
            part: 0,
            package: PackageId::from_index(0),
            file_scopes: Vec::new(),
            used_types: FastMap::default(),
            types: TypeScope::default(),
            gaps: Gaps::default(),
            too_large: None,
            docs: DocReader::default(),
            dropped: false,
            last_since: None,
            wrong_since: Vec::new(),
            members: NameSet::default(),
            item_names: NameSet::default(),
        }
    }
}

impl Resolver<'_, '_> {
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.out.diagnostics.push(diagnostic);
    }

    pub(crate) fn facts(&self, id: TypeId) -> TypeFacts {
        self.out.facts[id.index()]
    }

    /// The span at which an import or export is named.
    pub(crate) fn item_span(&self, item: &WorldItem) -> Span {
        match item {
            WorldItem::Interface(interface) => interface.span,
            WorldItem::Function(id) => self.out.model.functions[*id].span,
            WorldItem::Type(id) => self.out.model.types[*id].span,
        }
    }

    /// The name of a world, for messages.
    pub(crate) fn world_name(&self, id: WorldId) -> &Name {
        &self.out.model.worlds[id].name
    }
}

impl<'a, 's> Resolver<'a, 's> {
    /// The nodes that what stands at `span` refers to.
    pub(crate) fn nodes_at(&self, span: Span) -> &'a Nodes<'s> {
        // For a resolver without trees, which only orders packages.
        static NONE: Nodes<'static> = Nodes::new();
        let part = self.here.tree.get(self.here.part);
        part.map_or(&NONE, |part| part.nodes_at(span))
    }

    /// The text between two places of a file of what is being resolved.
    pub(crate) fn text_between(&self, start: u32, end: u32) -> &'s str {
        let Some(part) = self.here.tree.get(self.here.part) else {
            return "";
        };
        let file = part.file_at(start);
        let base = file.span.start;
        let range = start.saturating_sub(base) as usize..end.saturating_sub(base) as usize;
        file.text.get(range).unwrap_or_default()
    }
}
