//! Sorting the files of a run into packages.

use super::docs::DocReader;
use super::unit::{FilePart, Rank, Unit};
use super::{path_key, unite};
use crate::codes;
use crate::sort::sort_by;
use crate::{Docs, FastMap, Group, Options, PackageId, PackageName};
use std::path::Path;
use std::sync::Arc;
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{File, Ident, Item, PackageDecl};

/// The packages of a run.
#[derive(Default)]
pub(crate) struct Units<'s> {
    pub(crate) units: Vec<Unit>,
    /// The files that each is made of, or the part of one. They go when the package has been resolved: syntax trees
    /// take much memory.
    pub(crate) trees: Vec<Vec<FilePart<'s>>>,
}

impl<'s> Units<'s> {
    fn push(&mut self, unit: Unit, tree: Vec<FilePart<'s>>) {
        self.units.push(unit);
        self.trees.push(tree);
    }

    /// Adds the package that the files of a group are together.
    #[cfg(feature = "threads")]
    pub(crate) fn add(
        &mut self,
        index: usize,
        group: &Group,
        files: Vec<FilePart<'s>>,
        options: &Options,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        Collector {
            group: index,
            rank: Rank::from(group),
            options,
            diagnostics,
            units: self,
        }
        .top(group, files);
    }
}

/// The packages that groups have become.
pub(crate) struct GroupPackages<'u> {
    groups: &'u [Group],
    units: &'u [Unit],
    packages: Vec<Option<PackageId>>,
}

impl<'u> GroupPackages<'u> {
    pub(crate) fn new(groups: &'u [Group], units: &'u [Unit]) -> Self {
        Self {
            groups,
            units,
            packages: vec![None; groups.len()],
        }
    }

    /// Enters what a unit has become.
    pub(crate) fn enter(&mut self, unit: usize, package: PackageId) {
        let unit = &self.units[unit];
        if !unit.nested {
            self.packages[unit.group] = Some(package);
        }
    }

    /// The packages that the user asked for. A copy of a unit is the same package.
    pub(crate) fn main(mut self, copies: &FastMap<usize, usize>) -> Vec<PackageId> {
        for (&copy, &first) in copies {
            if let Some(package) = self.packages[self.units[first].group] {
                self.packages[self.units[copy].group] = Some(package);
            }
        }
        let packages = self.groups.iter().zip(self.packages);
        let main = packages.filter_map(|(group, package)| package.filter(|_| group.main));
        main.collect()
    }
}

/// The units in the order of their names, those without one last.
pub(crate) fn by_name(units: &[Unit]) -> Vec<usize> {
    let mut by_name: Vec<usize> = (0..units.len()).collect();
    sort_by(&mut by_name, |&a, &b| {
        let (a, b) = (&units[a], &units[b]);
        // By place after the name: of two packages of one name, the first of the text counts.
        (a.name.is_none(), &a.name, a.span).cmp(&(b.name.is_none(), &b.name, b.span))
    });
    by_name
}

/// Whether a unit has the same files as another one, to the byte: two roots may each bring what they depend on.
pub(crate) fn is_copy(
    units: &[Unit],
    trees: &[Vec<FilePart<'_>>],
    unit: usize,
    other: usize,
) -> bool {
    let texts = |unit: usize| trees[unit].iter().map(|part| part.file.text);
    let (a, b) = (&units[unit], &units[other]);
    a.nested == b.nested && a.group != b.group && texts(unit).eq(texts(other))
}

/// The packages of all groups, one for all copies in binary form.
pub(crate) fn collect<'s>(
    groups: &[Group],
    files: Vec<File<'s>>,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Units<'s> {
    let units = sort(groups, files, options, diagnostics);
    // Only binaries bring copies that may be incomplete.
    if groups.iter().any(|group| group.binary) {
        settle(units, groups, diagnostics)
    } else {
        units
    }
}

/// The packages of all groups, with all copies.
pub(crate) fn sort<'s>(
    groups: &[Group],
    files: Vec<File<'s>>,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Units<'s> {
    let mut units = Units::default();
    let mut files: Vec<Option<File<'s>>> = files.into_iter().map(Some).collect();
    for (index, group) in groups.iter().enumerate() {
        let files = group
            .files
            .iter()
            .filter_map(|id| files[id.index()].take())
            .map(|mut file| {
                let items = std::mem::take(&mut file.items);
                FilePart {
                    file: Arc::new(file),
                    further: Vec::new(),
                    items,
                }
            });
        let mut files: Vec<FilePart<'s>> = files.collect();
        let mut collector = Collector {
            group: index,
            rank: Rank::from(group),
            options,
            diagnostics,
            units: &mut units,
        };
        // Nested packages come out of the items before those become the package around them.
        for FilePart { file, items, .. } in &mut files {
            collector.nested(file, items, None);
        }
        collector.top(group, files);
    }
    units
}

/// Whether each unit is as far out as any of its name.
pub(crate) fn outermost(units: &[Unit]) -> Vec<bool> {
    let mut least: FastMap<&PackageName, Rank> = FastMap::default();
    for unit in units {
        if let Some(name) = &unit.name {
            let rank = least.entry(name).or_insert(unit.rank);
            *rank = unit.rank.min(*rank);
        }
    }
    let is_outermost = |unit: &Unit| {
        let least = unit.name.as_ref().and_then(|name| least.get(name));
        least.is_none_or(|least| *least == unit.rank)
    };
    units.iter().map(is_outermost).collect()
}

/// Makes one unit of those that dependencies in binary form are for a package, and one of those that only fill in; none of
/// these where the package is there further out.
fn settle<'s>(units: Units<'s>, groups: &[Group], diagnostics: &mut Vec<Diagnostic>) -> Units<'s> {
    let is_outermost = outermost(&units.units);
    let (mut copies, mut settled) = (Vec::new(), Units::default());
    let all = units.units.into_iter().zip(units.trees).zip(is_outermost);
    for ((unit, tree), _) in all.filter(|(_, is_outermost)| *is_outermost) {
        let group = &groups[unit.group];
        if group.fallback || group.binary && !group.main {
            copies.push((unit, tree));
        } else {
            settled.push(unit, tree);
        }
    }
    unite_by_name(copies, &mut settled, diagnostics);
    settled
}

/// Enters one unit for all copies of a package.
fn unite_by_name<'s>(
    mut copies: Vec<(Unit, Vec<FilePart<'s>>)>,
    settled: &mut Units<'s>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    // Copies of one package come next to each other.
    sort_by(&mut copies, |(a, _), (b, _)| a.name.cmp(&b.name));
    let mut copies = copies.into_iter().peekable();
    while let Some((first, tree)) = copies.next() {
        let Some(name) = first.name.clone() else {
            settled.push(first, tree);
            continue;
        };
        let (mut units, mut trees) = (vec![first], vec![tree]);
        while let Some((unit, tree)) = copies.next_if(|(unit, _)| unit.name.as_ref() == Some(&name))
        {
            units.push(unit);
            trees.push(tree);
        }
        if trees.len() > 1 {
            trees = vec![unite::unite(
                &name,
                trees.into_iter().flatten().collect(),
                diagnostics,
            )];
        }
        let is_incomplete = units.iter().any(|unit| unit.is_incomplete);
        // Whichever was read first, the same documentation counts.
        let docs = units
            .iter()
            .map(|unit| &unit.docs)
            .max_by_key(|docs| docs.text())
            .cloned()
            .unwrap_or_default();
        let first = units.into_iter().next().map(|unit| Unit {
            is_incomplete,
            docs,
            ..unit
        });
        first
            .into_iter()
            .zip(trees)
            .for_each(|(unit, tree)| settled.push(unit, tree));
    }
}

/// Whether something could not be read, or has no name.
fn is_incomplete(items: &[Item<'_>]) -> bool {
    items.iter().any(|item| match item {
        Item::Use(item) => item.rename.unwrap_or(item.path.name).is_missing(),
        Item::Interface(item) => item.name.is_missing(),
        Item::World(item) => item.name.is_missing(),
        Item::Package(item) => item.decl.name.names.iter().any(Ident::is_missing),
        Item::Broken(_) => true,
    })
}

struct Collector<'c, 's> {
    group: usize,
    rank: Rank,
    options: &'c Options,
    diagnostics: &'c mut Vec<Diagnostic>,
    units: &'c mut Units<'s>,
}

impl<'s> Collector<'_, 's> {
    /// The package that the files of the group are together.
    fn top(&mut self, group: &Group, files: Vec<FilePart<'s>>) {
        let Some(first) = files.first() else { return };
        let mut unit: Option<Unit> = None;
        for FilePart { file, .. } in &files {
            let Some(decl) = &file.package else { continue };
            let docs = DocReader::new(file).read(decl.span.start);
            let Some(unit) = &mut unit else {
                unit = Some(self.declared(decl, docs));
                continue;
            };
            self.check_same(group, unit, decl);
            if docs.text().is_none() {
                continue;
            }
            if unit.docs.text().is_some() {
                self.report_two_docs(unit.span, file, decl);
            } else {
                unit.docs = docs;
            }
        }
        let is_incomplete = files.iter().any(|part| is_incomplete(&part.items));
        let mut unit = unit.unwrap_or_else(|| {
            // The declaration may be among what could not be read.
            if !is_incomplete {
                self.report_missing(group, &first.file);
            }
            self.unit(None, Span::NONE)
        });
        unit.is_incomplete = is_incomplete;
        self.units.push(unit, files);
    }

    fn declared(&mut self, decl: &PackageDecl<'_>, docs: Docs) -> Unit {
        let is_missing = decl
            .name
            .namespaces
            .iter()
            .chain(&decl.name.names)
            .any(Ident::is_missing);
        let name = if is_missing {
            None
        } else {
            path_key::package_name(&decl.name, self.options, self.diagnostics)
        };
        Unit {
            docs,
            ..self.unit(name, decl.name.span)
        }
    }

    fn unit(&self, name: Option<PackageName>, span: Span) -> Unit {
        Unit {
            name,
            span,
            docs: Docs::default(),
            group: self.group,
            nested: false,
            rank: self.rank,
            is_incomplete: false,
        }
    }

    /// The packages that are nested among `items`; `outer` is the package around them, and whether that stands where it
    /// may.
    fn nested(
        &mut self,
        file: &Arc<File<'s>>,
        items: &mut [Item<'s>],
        outer: Option<(Span, bool)>,
    ) {
        for package in items.iter_mut().filter_map(Item::as_package_mut) {
            if let Some((outer, true)) = outer {
                let message = "a nested package can't hold another package";
                let diagnostic = Diagnostic::error(
                    codes::PACKAGE_IN_NESTED_PACKAGE,
                    message,
                    package.decl.name.span,
                )
                .also(outer, "this package is already nested")
                .note("put it next to the other one, at the top level of the file");
                self.diagnostics.push(diagnostic);
            }
            if let Some(attribute) = package.attributes.first() {
                let message = "a nested package can't have attributes";
                let diagnostic = Diagnostic::error(
                    witc_parser::codes::ATTRIBUTE_NOT_ALLOWED,
                    message,
                    attribute.span,
                )
                .note("gate the interfaces and worlds in it instead");
                self.diagnostics.push(diagnostic);
            }
            let start = package
                .attributes
                .first()
                .map_or(package.span.start, |attribute| attribute.span.start);
            let docs = DocReader::new(file).read(start.min(package.span.start));
            let mut unit = self.declared(&package.decl, docs);
            unit.nested = true;
            unit.is_incomplete = is_incomplete(&package.items);
            // Only the first level is reported, however deep the nesting is.
            let around = Some((package.decl.name.span, outer.is_none()));
            self.nested(file, &mut package.items, around);
            let items = std::mem::take(&mut package.items);
            self.units.push(
                unit,
                vec![FilePart {
                    file: file.clone(),
                    further: Vec::new(),
                    items,
                }],
            );
        }
    }

    fn check_same(&mut self, group: &Group, unit: &Unit, decl: &PackageDecl<'_>) {
        let name = path_key::package_name(&decl.name, self.options, self.diagnostics);
        let (Some(first), Some(name)) = (&unit.name, name) else {
            return;
        };
        if *first != name {
            let message = format!(
                "this file declares the package `{name}`, but another file of its folder declares `{first}`"
            );
            let diagnostic = Diagnostic::error(codes::PACKAGE_MISMATCH, message, decl.name.span)
                .also(unit.span, "the other file's package");
            // Whoever names `deps/` itself wants what is in it.
            let advice = match Path::new(&group.name).ends_with("deps") {
                true => format!(
                    "each file in `{0}` is a package of its own: name them, as in `witc check {0}/*`",
                    group.name
                ),
                false => "the files of a folder are one package: move the file to a folder of its own, under `deps/` if the other package depends on it".to_owned(),
            };
            self.diagnostics.push(diagnostic.note(advice));
        }
    }

    fn report_two_docs(&mut self, first: Span, file: &File<'_>, decl: &PackageDecl<'_>) {
        let comments = file.comments_before(decl.span.start);
        let span = comments.first().map_or(decl.span, |comment| comment.span);
        let message = "two files document the same package";
        let diagnostic = Diagnostic::error(codes::TWO_PACKAGE_DOCS, message, span)
            .also(first, "this declaration already has documentation")
            .note("keep the comment in one file, and write only `package …;` in the others");
        self.diagnostics.push(diagnostic);
    }

    fn report_missing(&mut self, group: &Group, first: &File<'_>) {
        let message = match group.files.len() {
            1 => "the file does not declare its package".to_owned(),
            count => format!(
                "none of the {count} files of `{}` declares their package",
                group.name
            ),
        };
        let diagnostic = Diagnostic::error(codes::MISSING_PACKAGE, message, first.span.at_start())
            .label("`package …;` is missing")
            .note("start with a line like `package my-company:my-package;`");
        let advice = group.deps.iter().map(|deps| {
            format!("each file directly in `{deps}` is a package of its own: if this one is a part of another, move both into one folder there")
        });
        self.diagnostics
            .push(advice.fold(diagnostic, Diagnostic::note));
    }
}
