//! All files of a site: its pages, pictures, search and style sheet.

use crate::docs::DeadLink;
use crate::html::blocks::Writer;
use crate::html::{SEARCH_SCRIPT, STYLE, search, shell};
use crate::item::Item;
use crate::markdown;
use crate::output::{Output, dead_links};
use crate::pages::{Context, PICTURE, Signatures, Versions, document, picture};
use crate::site::Site;
use crate::users::Users;
use std::collections::HashSet;
use witc_graph::of_packages;
use witc_resolve::{PackageId, Resolve};

/// What a site is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// HTML, with a search, pictures and signatures in other languages.
    Html,
    /// Markdown.
    Markdown,
}

/// Writes the documentation of packages: a page for each package, interface and world of the model, so that every link
/// leads somewhere.
///
/// `main` are the packages that were asked for, which the first page lists first, and whose dead links are reported.
#[must_use]
pub fn site(
    resolve: &Resolve,
    main: &[PackageId],
    signatures: &Signatures,
    format: Format,
) -> Output {
    // Those that were asked for come first, then the others.
    let mut packages: Vec<PackageId> = main.to_vec();
    packages.extend(resolve.packages.ids().filter(|id| !main.contains(id)));
    let extension = match format {
        Format::Html => "html",
        Format::Markdown => "md",
    };
    let site = Site::new(resolve, &packages, extension);
    let main: HashSet<PackageId> = main.iter().copied().collect();
    let users = Users::new(resolve);
    let versions = Versions::new(resolve);
    let cx = Context {
        site: &site,
        users: &users,
        signatures,
        main: &main,
        versions: &versions,
    };
    let mut output = Output::default();
    let mut dead: Vec<DeadLink> = Vec::new();
    for page in 0..site.pages.len() {
        let document = document(&cx, &packages, page, format == Format::Html);
        let text = match format {
            Format::Html => {
                let mut writer = Writer {
                    site: &site,
                    page,
                    dead: Vec::new(),
                };
                let content = writer.blocks(&document.blocks);
                dead.append(&mut writer.dead);
                shell::wrap(&cx, page, &document, &content)
            }
            Format::Markdown => markdown::write(&site, page, &document, &mut dead),
        };
        output
            .files
            .push((site.pages[page].path(), text.into_bytes()));
    }
    if format == Format::Html {
        pictures(&site, &mut output);
        let files = [
            ("style.css", STYLE.to_owned()),
            ("search.js", SEARCH_SCRIPT.to_owned()),
            ("search-index.js", search::index(&cx, &packages)),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
        output.files.extend(files);
    }
    output.diagnostics = dead_links(resolve, &main, &dead);
    output
}

/// Draws packages and worlds.
fn pictures(site: &Site<'_>, output: &mut Output) {
    let resolve = site.resolve;
    for page in &site.pages {
        let (name, graph) = match page.about {
            Some(Item::Package(id)) => (PICTURE.to_owned(), of_packages(resolve, &[id], None)),
            Some(Item::World(id)) => {
                let package: Vec<PackageId> = resolve.worlds[id].package.into_iter().collect();
                (
                    picture(&page.file),
                    of_packages(resolve, &package, Some(id)),
                )
            }
            Some(Item::Interface(_) | Item::Type(_) | Item::Member(..) | Item::Function(_))
            | None => continue,
        };
        let path = format!("{}/{name}", page.folder);
        output.files.push((path, graph.svg().into_bytes()));
    }
}
