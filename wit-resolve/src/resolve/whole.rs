//! Resolving packages whose syntax trees are all there at the same time.

use super::session::{Given, Session};
use super::units::{self, GroupPackages, Units};
use crate::parallel::Crew;
use crate::{Input, Options, Resolution};
use std::num::NonZeroUsize;
use witc_diagnostics::{Diagnostic, SourceFile, SourceMap};
use witc_parser::ast;

/// Resolves packages, whatever is wrong with them.
pub(crate) fn resolve(input: &Input, options: &Options, threads: NonZeroUsize) -> Resolution {
    let Input { sources, groups } = input;
    let mut diagnostics = Vec::new();
    let files = parse(sources, threads, &mut diagnostics);
    // Any name may stand in what a comment without end has swallowed.
    let is_cut = files.iter().any(|file| file.is_truncated);
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
    if is_cut {
        // All that the resolver found may follow from what is missing.
        session.out.diagnostics.truncate(found_by_parser);
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
