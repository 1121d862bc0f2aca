//! Resolving packages whose syntax trees are all there at the same time.

use super::session::{Given, Session};
use super::units::{self, GroupPackages, Units};
use crate::codes;
use crate::parallel::Crew;
use crate::{Input, Options, Resolution};
use std::num::NonZeroUsize;
use witc_diagnostics::{Diagnostic, SourceFile, SourceMap, Span};
use witc_parser::ast;

/// Resolves packages, whatever is wrong with them.
pub(crate) fn resolve(input: &Input, options: &Options, threads: NonZeroUsize) -> Resolution {
    let Input { sources, groups } = input;
    let mut diagnostics = Vec::new();
    let files = parse(sources, threads, &mut diagnostics);
    let unclear = files.iter().filter(|file| file.is_unclear);
    let unclear: Vec<Span> = unclear.map(|file| file.span).collect();
    let found_by_parser = diagnostics.len();
    let Units { units, mut trees } = units::collect(groups, files, options, &mut diagnostics);
    let given = Given {
        options,
        sources,
        groups,
        units: &units,
    };
    let mut session = Session::new(given, diagnostics);
    let order = session.resolver(&[]).package_order(&trees);
    let mut packages = GroupPackages::new(groups, &units);
    for &unit in &order.units {
        packages.enter(unit, session.resolver(&trees[unit]).package(unit));
        // Syntax trees take more memory than all else.
        if !options.keeps_references() {
            trees[unit] = Vec::new();
        }
    }
    if !unclear.is_empty() {
        let found = session.out.diagnostics.split_off(found_by_parser);
        let stands = found.into_iter().filter(|it| !may_follow(it, &unclear));
        session.out.diagnostics.extend(stands);
    }
    #[cfg(feature = "references")]
    let references = options
        .references
        .then(|| crate::references::collect(&session, &trees, &order.units));
    Resolution {
        #[cfg(feature = "references")]
        references,
        ..session.finish(packages.main(&order.copies))
    }
}

/// Whether what the resolver found may follow from files of which it is not known what stands in which item: what is in
/// these files, and names of theirs that others miss.
fn may_follow(diagnostic: &Diagnostic, unclear: &[Span]) -> bool {
    let place = diagnostic.primary.span;
    let is_within = |file: &Span| file.start <= place.start && place.start <= file.end;
    let misses = matches!(
        diagnostic.code,
        codes::UNKNOWN_ITEM
            | codes::UNKNOWN_USED_TYPE
            | codes::UNKNOWN_TYPE
            | codes::UNKNOWN_PACKAGE
            | codes::UNKNOWN_RENAME
            | codes::NOT_AN_INTERFACE
            | codes::NOT_A_WORLD
    );
    misses || unclear.iter().any(is_within)
}

/// The syntax trees of all files.
pub(super) fn parse<'s>(
    sources: &'s SourceMap,
    threads: NonZeroUsize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ast::File<'s>> {
    let files: Vec<&SourceFile> = sources.files().map(|(_, file)| file).collect();
    // Each file has a list of its own, so that the order of diagnostics is that of the files.
    let parsed = Crew::of(threads).map(files, |file| {
        let mut diagnostics = Vec::new();
        let file = witc_parser::parse(file.text(), file.start(), &mut diagnostics);
        (file, diagnostics)
    });
    let with_diagnostics = parsed.into_iter().map(|(file, mut found)| {
        diagnostics.append(&mut found);
        file
    });
    with_diagnostics.collect()
}
