//! The pages of a site, as documents.

mod context;
mod index;
mod interface;
mod package;
mod world;

pub use context::Signatures;
pub(crate) use context::{Context, Versions, badges, docs_of, type_word};
pub(crate) use package::PICTURE;
pub(crate) use world::picture;

use crate::document::Document;
use crate::item::Item;
use crate::site::PageId;
use witc_resolve::PackageId;

/// The document of a page.
pub(crate) fn document(
    cx: &Context<'_, '_>,
    packages: &[PackageId],
    page: PageId,
    with_pictures: bool,
) -> Document {
    let page = &cx.site.pages[page];
    match page.about {
        Some(Item::Package(id)) => package::document(cx, id, with_pictures),
        Some(Item::Interface(id)) => interface::document(cx, id),
        Some(Item::World(id)) => {
            world::document(cx, id, with_pictures.then(|| picture(&page.file)))
        }
        // No other items have pages.
        Some(Item::Type(_) | Item::Member(..) | Item::Function(_)) | None => {
            index::document(cx, packages)
        }
    }
}
