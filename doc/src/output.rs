//! What is written, and what is said about it.

use crate::codes;
use crate::docs::DeadLink;
use crate::item::Item;
use std::collections::HashSet;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{PackageId, Resolve};

/// Files, and warnings.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// The names of files, with `/`, and their contents.
    pub files: Vec<(String, Vec<u8>)>,
    /// Warnings, in the order of the pages.
    pub diagnostics: Vec<Diagnostic>,
}

/// The warnings about links that lead nowhere, in documentation of these packages, each once.
pub(crate) fn dead_links(
    resolve: &Resolve,
    main: &HashSet<PackageId>,
    dead: &[DeadLink],
) -> Vec<Diagnostic> {
    let mut told = HashSet::new();
    let mut all = Vec::new();
    for DeadLink {
        about,
        package,
        name,
    } in dead
    {
        let is_main = package.is_none_or(|package| main.contains(&package));
        if !is_main || !told.insert((*about, name)) {
            continue;
        }
        let span = about.map_or(Span::NONE, |item| span_of(resolve, item));
        let message = format!(
            "the documentation links to {}, which is nothing here",
            quoted(name)
        );
        let warning = Diagnostic::warning(codes::DEAD_LINK, message, span)
            .label("in the documentation of this")
            .note(
                "a name is looked up in its interface or world, then in its package; `interface.name` and \
                 `namespace:package/interface.name` are names, too",
            );
        all.push(warning);
    }
    all
}

/// A name in backticks, which it may have already.
fn quoted(name: &str) -> String {
    format!("`{}`", name.trim_matches('`'))
}

/// The place of an item in the text.
fn span_of(resolve: &Resolve, item: Item) -> Span {
    match item {
        Item::Package(id) => resolve.packages[id].span,
        Item::Interface(id) => resolve.interfaces[id].span,
        Item::World(id) => resolve.worlds[id].span,
        Item::Type(id) => resolve.types[id].span,
        Item::Function(id) => resolve.functions[id].span,
        Item::Member(id, index) => {
            let kind = &resolve.types[id].kind;
            let record = kind
                .as_record()
                .and_then(|it| it.fields.get(index))
                .map(|it| it.span);
            let case = || {
                kind.as_variant()
                    .and_then(|it| it.cases.get(index))
                    .map(|it| it.span)
            };
            let labels = || {
                let labels = kind.as_enum().map(|it| &it.cases);
                let labels = labels.or_else(|| kind.as_flags().map(|it| &it.flags));
                labels.and_then(|it| it.get(index)).map(|it| it.span)
            };
            record.or_else(case).or_else(labels).unwrap_or(Span::NONE)
        }
    }
}
