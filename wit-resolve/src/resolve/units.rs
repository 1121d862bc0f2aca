//! Sorting the files of a run into packages.

use super::docs::DocReader;
use super::paths;
use crate::{Docs, Group, Map, Options, PackageName};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use witc_parser::ast::{File, Ident, Item, PackageDecl};
use witc_parser::{Code, Diagnostic, Span};

/// A package before it is resolved.
pub(crate) struct Unit {
    /// Its name; nothing if there is no declaration, or a broken one. Nobody can depend on such a package.
    pub(crate) name: Option<PackageName>,
    /// The name in its declaration.
    pub(crate) span: Span,
    /// The documentation of its declaration.
    pub(crate) docs: Docs,
    /// The group that it was found in.
    pub(crate) group: usize,
    /// Whether it is nested in a file of the group.
    pub(crate) nested: bool,
    /// Whether something in it could not be read, so that any interface, world or package may be missing.
    pub(crate) has_holes: bool,
}

/// What one file has of a package: the scope of its top-level `use`.
pub(crate) struct Part<'s> {
    /// The file without its items.
    pub(crate) file: Arc<File<'s>>,
    pub(crate) items: Vec<Item<'s>>,
}

/// The packages of a run.
#[derive(Default)]
pub(crate) struct Units<'s> {
    pub(crate) units: Vec<Unit>,
    /// The files that each is made of, or the part of one. They go when the package has been resolved: syntax trees
    /// take much memory.
    pub(crate) trees: Vec<Vec<Part<'s>>>,
}

impl<'s> Units<'s> {
    fn push(&mut self, unit: Unit, tree: Vec<Part<'s>>) {
        self.units.push(unit);
        self.trees.push(tree);
    }
}

/// Whether a unit has the same files as another one, to the byte: two roots may each bring what they depend on.
pub(crate) fn is_copy(units: &[Unit], trees: &[Vec<Part<'_>>], unit: usize, other: usize) -> bool {
    let texts = |unit: usize| trees[unit].iter().map(|part| part.file.text);
    let (a, b) = (&units[unit], &units[other]);
    a.nested == b.nested && a.group != b.group && texts(unit).eq(texts(other))
}

/// The packages of all groups.
pub(crate) fn collect<'s>(
    groups: &[Group],
    files: Vec<File<'s>>,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Units<'s> {
    let mut units = Units::default();
    let mut files: Vec<Option<File<'s>>> = files.into_iter().map(Some).collect();
    for (index, group) in groups.iter().enumerate() {
        let files = group.files.iter().filter_map(|id| files[id.index()].take()).map(|mut file| {
            let items = std::mem::take(&mut file.items);
            Part { file: Arc::new(file), items }
        });
        let mut files: Vec<Part<'s>> = files.collect();
        let mut collector = Collector { group: index, options, diagnostics, units: &mut units };
        for Part { file, items } in &mut files {
            collector.nested(file, items, None);
        }
        collector.top(group, files);
    }
    if groups.iter().any(|group| group.fallback) {
        units = settle(units, groups);
    }
    units
}

/// Makes one unit of those of a package that only fill in, and none where the package is there anyway. Of an interface that
/// several have, the one that says most counts.
fn settle<'s>(units: Units<'s>, groups: &[Group]) -> Units<'s> {
    let (fallbacks, others): (Vec<_>, Vec<_>) =
        units.units.into_iter().zip(units.trees).partition(|(unit, _)| groups[unit.group].fallback);
    let mut settled = Units::default();
    for (unit, tree) in others {
        settled.push(unit, tree);
    }
    let known: BTreeSet<PackageName> = settled.units.iter().filter_map(|unit| unit.name.clone()).collect();
    let mut by_name: BTreeMap<PackageName, (Unit, Vec<Part<'s>>)> = BTreeMap::new();
    for (unit, tree) in fallbacks {
        let Some(name) = unit.name.clone().filter(|name| !known.contains(name)) else { continue };
        match by_name.get_mut(&name) {
            Some((_, first)) => first.extend(tree),
            None => drop(by_name.insert(name, (unit, tree))),
        }
    }
    for (unit, tree) in by_name.into_values() {
        let mut items: Map<&str, (u32, Part<'s>)> = Map::default();
        for Part { file, items: all } in tree {
            for item in all {
                let Some((name, size)) = name_and_size(&item) else { continue };
                if items.get(name).is_none_or(|best| size > best.0) {
                    items.insert(name, (size, Part { file: file.clone(), items: vec![item] }));
                }
            }
        }
        settled.push(unit, items.into_values().map(|(_, part)| part).collect());
    }
    settled
}

/// The name of an interface or world, and how much text it has.
fn name_and_size<'s>(item: &Item<'s>) -> Option<(&'s str, u32)> {
    let (name, span) = match item {
        Item::Interface(interface) => (interface.name, interface.span),
        Item::World(world) => (world.name, world.span),
        Item::Use(_) | Item::Package(_) | Item::Broken(_) => return None,
    };
    Some((name.name, span.end - span.start))
}

/// Whether something could not be read, or has no name.
fn has_holes(items: &[Item<'_>]) -> bool {
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
    options: &'c Options,
    diagnostics: &'c mut Vec<Diagnostic>,
    units: &'c mut Units<'s>,
}

impl<'s> Collector<'_, 's> {
    /// The package that the files of the group are together.
    fn top(&mut self, group: &Group, files: Vec<Part<'s>>) {
        let Some(first) = files.first() else { return };
        let mut unit: Option<Unit> = None;
        for Part { file, .. } in &files {
            let Some(decl) = &file.package else { continue };
            let docs = DocReader::new(file).read(decl.span.start);
            let Some(unit) = &mut unit else {
                unit = Some(self.declared(decl, docs));
                continue;
            };
            self.check_same(unit, decl);
            if docs.text().is_none() {
                continue;
            }
            if unit.docs.text().is_some() {
                self.report_two_docs(unit.span, file, decl);
            } else {
                unit.docs = docs;
            }
        }
        let has_holes = files.iter().any(|part| has_holes(&part.items));
        let mut unit = unit.unwrap_or_else(|| {
            // What could not be read may be the declaration.
            if !has_holes {
                self.report_missing(group, &first.file);
            }
            self.unit(None, Span::NONE)
        });
        unit.has_holes = has_holes;
        self.units.push(unit, files);
    }

    fn declared(&mut self, decl: &PackageDecl<'_>, docs: Docs) -> Unit {
        let is_missing = decl.name.namespaces.iter().chain(&decl.name.names).any(Ident::is_missing);
        let name =
            if is_missing { None } else { paths::package_name(&decl.name, self.options, self.diagnostics) };
        Unit { docs, ..self.unit(name, decl.name.span) }
    }

    fn unit(&self, name: Option<PackageName>, span: Span) -> Unit {
        Unit { name, span, docs: Docs::default(), group: self.group, nested: false, has_holes: false }
    }

    /// The packages that are nested among `items`; `outer` is the package around them, and whether that stands where it
    /// may.
    fn nested(&mut self, file: &Arc<File<'s>>, items: &mut [Item<'s>], outer: Option<(Span, bool)>) {
        for item in items {
            let Item::Package(package) = item else { continue };
            if let Some((outer, true)) = outer {
                let message = "a nested package can't hold another package";
                let diagnostic =
                    Diagnostic::error(Code::PACKAGE_IN_NESTED_PACKAGE, message, package.decl.name.span)
                        .also(outer, "this package is nested already")
                        .note("put it next to the other one, at the top level of the file");
                self.diagnostics.push(diagnostic);
            }
            if let Some(attribute) = package.attributes.first() {
                let message = "a nested package can't have attributes";
                let diagnostic = Diagnostic::error(Code::ATTRIBUTE_NOT_ALLOWED, message, attribute.span)
                    .note("gate the interfaces and worlds in it instead");
                self.diagnostics.push(diagnostic);
            }
            let start =
                package.attributes.first().map_or(package.span.start, |attribute| attribute.span.start);
            let docs = DocReader::new(file).read(start.min(package.span.start));
            let mut unit = self.declared(&package.decl, docs);
            unit.nested = true;
            unit.has_holes = has_holes(&package.items);
            let around = Some((package.decl.name.span, outer.is_none()));
            self.nested(file, &mut package.items, around);
            let items = std::mem::take(&mut package.items);
            self.units.push(unit, vec![Part { file: file.clone(), items }]);
        }
    }

    fn check_same(&mut self, unit: &Unit, decl: &PackageDecl<'_>) {
        let name = paths::package_name(&decl.name, self.options, self.diagnostics);
        let (Some(first), Some(name)) = (&unit.name, name) else { return };
        if *first != name {
            let message =
                format!("this file is of package `{name}`, but another file beside it is of `{first}`");
            let diagnostic = Diagnostic::error(Code::PACKAGE_MISMATCH, message, decl.name.span)
                .also(unit.span, "the other file's package")
                .note("the files of a folder are one package: move the file to a folder of its own, under `deps/` if the other package depends on it");
            self.diagnostics.push(diagnostic);
        }
    }

    fn report_two_docs(&mut self, first: Span, file: &File<'_>, decl: &PackageDecl<'_>) {
        let comments = file.comments_before(decl.span.start);
        let span = comments.first().map_or(decl.span, |comment| comment.span);
        let message = "two files document the same package";
        let diagnostic = Diagnostic::error(Code::TWO_PACKAGE_DOCS, message, span)
            .also(first, "this declaration is documented already")
            .note("keep the comment in one file, and nothing but `package …;` in the others");
        self.diagnostics.push(diagnostic);
    }

    fn report_missing(&mut self, group: &Group, first: &File<'_>) {
        let message = match group.files.len() {
            1 => "the file says nowhere which package it is".to_owned(),
            count => format!("none of the {count} files of `{}` says which package they are", group.name),
        };
        let diagnostic = Diagnostic::error(Code::MISSING_PACKAGE, message, first.span.at_start())
            .label("`package …;` is missing")
            .note("start with a line like `package my-company:my-package;`");
        self.diagnostics.push(diagnostic);
    }
}
