//! The page of all packages.

use super::context::{Context, linked};
use crate::docs::summary;
use crate::document::{Block, Document};
use crate::item::Item;
use witc_resolve::PackageId;

/// The page: the packages that were asked for, and then those that they depend on.
pub(crate) fn document(cx: &Context<'_, '_>, packages: &[PackageId]) -> Document {
    let resolve = cx.resolve();
    let (main, others): (Vec<PackageId>, Vec<PackageId>) =
        packages.iter().partition(|id| cx.main.contains(id));
    let mut blocks = vec![Block::heading(1, "Packages")];
    for (title, packages) in [("", main), ("Dependencies", others)] {
        if packages.is_empty() {
            continue;
        }
        if !title.is_empty() {
            blocks.push(Block::heading(2, title));
        }
        let entries = packages.into_iter().map(|id| {
            let package = &resolve.packages[id];
            let summary = package.docs.text().map(summary).unwrap_or_default();
            linked(&package.name.to_string(), Item::Package(id), &summary, None)
        });
        blocks.push(Block::List(entries.collect()));
    }
    Document {
        title: "WIT packages".to_owned(),
        blocks,
    }
}
