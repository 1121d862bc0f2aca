//! From syntax trees to the resolved model.
//!
//! A run goes through four steps: [`units`] sorts the trees into packages; [`order`](graph::order) puts packages
//! behind those that they depend on; within a package, interfaces and worlds are put in order in the same way
//! ([`package`]); then each is resolved, its types first ([`types`], [`scope`], [`defined`]), then its functions ([`funcs`]), and a world is
//! completed with what it needs ([`include`], [`elaborate`]).
//!
//! What is wrong is reported where it is found, and what depends on it is left out in silence: a name that could not
//! be resolved stands for nothing ([`Absent`]), and what refers to it is not there either.

mod ahead;
mod defined;
mod docs;
mod elaborate;
mod funcs;
mod gates;
#[cfg(feature = "threads")]
mod glance;
mod graph;
mod include;
mod interface;
mod names;
mod package;
mod paths;
mod scope;
#[cfg(feature = "threads")]
mod stream;
mod suggest;
mod types;
mod unite;
mod units;
mod unknown;
mod world;

use crate::parallel;
use crate::{
    Input, InterfaceId, Name, Options, PackageId, PackageName, Resolution, Resolve, TypeId, WorldId,
};
use defined::{Interner, TypeFacts};
use docs::DocReader;
use names::NameSet;
use package::FileName;
use scope::TypeScope;
use std::num::NonZeroUsize;
pub(crate) use suggest::Suggester;
use units::{Part, Unit};
pub(crate) use unknown::list;
use witc_diagnostics::{Diagnostic, SourceFile, SourceMap, Span};
use witc_parser::ast;
use witc_parser::order::sort_by_key;

/// A hash map whose order is never looked at.
pub(crate) type FastMap<K, V> = hashbrown::HashMap<K, V, foldhash::fast::RandomState>;

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

fn resolve_text(input: &Input, options: &Options) -> Resolution {
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
    resolve_whole(input, options, threads)
}

/// Resolves packages whose syntax trees are all there at the same time.
fn resolve_whole(input: &Input, options: &Options, threads: NonZeroUsize) -> Resolution {
    let Input {
        sources,
        groups,
        searched,
    } = input;
    let mut diagnostics = Vec::new();
    let files = parse(sources, threads, &mut diagnostics);
    // What a comment has swallowed, any name may stand for.
    let is_cut = files.iter().any(|file| file.is_cut);
    let of_the_parser = diagnostics.len();
    let units::Units { units, trees } = units::collect(groups, files, options, &mut diagnostics);
    let resolver = Resolver::new(options, sources, searched, &units, diagnostics);
    let (mut resolver, packages) = resolver.packages(trees);
    let main = (0..groups.len())
        .filter(|&group| groups[group].main)
        .filter_map(|group| packages.get(&group).copied());
    if is_cut {
        resolver.diagnostics.truncate(of_the_parser);
    }
    resolver.finish(main.collect())
}

/// With less text than this, threads take longer to start than they save.
const LITTLE_TEXT: usize = 1 << 18;

/// The syntax trees of all files.
fn parse<'s>(
    sources: &'s SourceMap,
    threads: NonZeroUsize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ast::File<'s>> {
    let files: Vec<&SourceFile> = sources.files().map(|(_, file)| file).collect();
    let parsed = parallel::map(threads, files, |file| {
        let mut diagnostics = Vec::new();
        (
            witc_parser::parse(file.text(), file.start(), &mut diagnostics),
            diagnostics,
        )
    });
    let with_diagnostics = parsed.into_iter().map(|(file, mut found)| {
        diagnostics.append(&mut found);
        file
    });
    with_diagnostics.collect()
}

/// Why a name stands for nothing although it is there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Absent {
    /// A mistake in it, or in what it needs, has been reported.
    Broken,
    /// It belongs to the feature under this attribute, which is not active.
    Inactive(Span),
}

/// What the name of an interface or world stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entity {
    Interface(InterfaceId),
    World(WorldId),
    /// An interface that is not there.
    AbsentInterface(Absent),
    /// A world that is not there.
    AbsentWorld(Absent),
    /// Something that is not there, and may have been either.
    Unknown,
}

/// What is known while packages are resolved.
pub(crate) struct Resolver<'a, 's> {
    /// The result so far.
    pub(crate) out: Resolve,
    /// What is wrong so far.
    pub(crate) diagnostics: Vec<Diagnostic>,
    options: &'s Options,
    sources: &'s SourceMap,
    searched: &'s [String],
    /// The packages of the run.
    units: &'s [Unit],
    /// The syntax trees of the package where the resolver is.
    tree: &'a [Part<'s>],
    /// The packages that paths name, by the text of their names.
    unit_of_path: FastMap<paths::KnownPath, Option<usize>>,
    /// The units by name.
    unit_of_name: FastMap<PackageName, usize>,
    /// The packages that were looked for in vain, with the diagnostic that says so.
    unknown_packages: FastMap<PackageName, usize>,
    /// What the interfaces and worlds of each unit stand for. The names are kept for the reason that
    /// [`paths::KnownPath`] gives.
    entities: Vec<FastMap<Name, Entity>>,
    /// Which units have been resolved.
    resolved: Vec<bool>,
    /// What the package uses of others.
    used_ahead: ahead::UsedAhead,
    /// The names that the top-level `use` of each part of the unit bring in.
    file_scopes: Vec<FastMap<&'s str, FileName<'s>>>,
    /// The types of interfaces that are not there.
    absent_types: FastMap<(InterfaceId, &'s str), Absent>,
    /// The interfaces in which something could not be read.
    with_holes: FastMap<InterfaceId, ()>,
    /// The worlds in which something could not be read.
    worlds_with_holes: FastMap<WorldId, ()>,
    /// What follows for each type of `out` from what it is made of.
    facts: Vec<TypeFacts>,
    /// The anonymous types of the package.
    interner: Interner,
    /// The names of types that can be used where the resolver is.
    types: TypeScope<'a, 's>,
    /// The documentation of the file where the resolver is.
    docs: DocReader<'a>,
    /// The unit and the part of it where the resolver is.
    unit: usize,
    part: usize,
    package: PackageId,
    /// Whether the resolver is in an item that is not going to be in the result: names are looked up, and nothing is
    /// made of them.
    dropped: bool,
    /// The gate that was read last, as many look the same.
    last_since: Option<(&'s str, crate::Stability)>,
    /// Names of members and of items, for their comparison.
    members: NameSet<'s>,
    names: NameSet<'s>,
    /// The interfaces that each interface uses types of.
    interface_needs: Vec<Option<Box<[InterfaceId]>>>,
    /// How many imports and exports all worlds have.
    world_items: usize,
    suggester: Suggester,
    /// Whether something in a unit could not be read, so that any package may be missing.
    has_unclear_units: bool,
}

impl<'a, 's> Resolver<'a, 's> {
    fn new(
        options: &'s Options,
        sources: &'s SourceMap,
        searched: &'s [String],
        units: &'s [Unit],
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        Self {
            out: Resolve::default(),
            diagnostics,
            options,
            sources,
            searched,
            units,
            tree: &[],
            unit_of_path: FastMap::default(),
            unit_of_name: FastMap::default(),
            unknown_packages: FastMap::default(),
            entities: units.iter().map(|_| FastMap::default()).collect(),
            resolved: vec![false; units.len()],
            used_ahead: FastMap::default(),
            file_scopes: Vec::new(),
            absent_types: FastMap::default(),
            with_holes: FastMap::default(),
            worlds_with_holes: FastMap::default(),
            facts: Vec::new(),
            interner: Interner::default(),
            types: TypeScope::default(),
            docs: DocReader::default(),
            unit: 0,
            part: 0,
            package: PackageId::from_index(0),
            dropped: false,
            last_since: None,
            members: NameSet::default(),
            names: NameSet::default(),
            interface_needs: Vec::new(),
            world_items: 0,
            suggester: Suggester::default(),
            has_unclear_units: units
                .iter()
                .any(|unit| unit.has_holes || unit.name.is_none()),
        }
    }

    /// What was found.
    fn finish(self, main: Vec<PackageId>) -> Resolution {
        let Self {
            out: resolve,
            mut diagnostics,
            ..
        } = self;
        sort_by_key(&mut diagnostics, |diagnostic| diagnostic.primary.span);
        // A path that is looked up twice is one mistake.
        diagnostics.dedup();
        Resolution {
            resolve,
            main,
            diagnostics,
        }
    }

    /// Goes on in another package, whose syntax trees live as long as they have to.
    fn enter<'b>(self, tree: &'b [Part<'s>]) -> Resolver<'b, 's> {
        Resolver {
            tree,
            types: TypeScope::default(),
            docs: DocReader::default(),
            out: self.out,
            diagnostics: self.diagnostics,
            options: self.options,
            sources: self.sources,
            searched: self.searched,
            units: self.units,
            unit_of_path: self.unit_of_path,
            unit_of_name: self.unit_of_name,
            unknown_packages: self.unknown_packages,
            entities: self.entities,
            resolved: self.resolved,
            used_ahead: self.used_ahead,
            file_scopes: self.file_scopes,
            absent_types: self.absent_types,
            with_holes: self.with_holes,
            worlds_with_holes: self.worlds_with_holes,
            facts: self.facts,
            interner: self.interner,
            unit: self.unit,
            part: self.part,
            package: self.package,
            dropped: self.dropped,
            last_since: self.last_since,
            members: self.members,
            names: self.names,
            interface_needs: self.interface_needs,
            world_items: self.world_items,
            suggester: self.suggester,
            has_unclear_units: self.has_unclear_units,
        }
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn facts(&self, id: TypeId) -> TypeFacts {
        self.facts[id.index()]
    }
}
