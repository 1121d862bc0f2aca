//! The frame of each page: head, navigation, search, the choice of a language.

use super::blocks::LANGUAGES;
use super::text::escape;
use crate::document::{Block, Document};
use crate::item::Item;
use crate::pages::Context;
use crate::site::{PageId, up};

/// A page, around its content.
pub(crate) fn wrap(
    cx: &Context<'_, '_>,
    page: PageId,
    document: &Document,
    content: &str,
) -> String {
    let root = up(&cx.site.pages[page]);
    let title = escape(&document.title);
    let (path, languages) = (path(cx, page), languages(document));
    // Nothing is loaded from anywhere else, and no script runs but that of the search: what documentation says can't.
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; \
         script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{root}style.css\">\n\
         <script src=\"{root}search-index.js\" defer></script>\n\
         <script src=\"{root}search.js\" defer data-root=\"{root}\"></script>\n\
         </head>\n<body>\n<a class=\"skip\" href=\"#content\">To the content</a>\n\
         <header>\n<nav aria-label=\"Path\">{path}</nav>\n{languages}\
         <form id=\"search\" role=\"search\" hidden>\n\
         <input type=\"search\" placeholder=\"Search ( / )\" aria-label=\"Search\" autocomplete=\"off\">\n<button type=\"submit\">Go</button>\n\
         <ul id=\"results\" hidden></ul>\n</form>\n\
         </header>\n<main id=\"content\">\n{content}</main>\n\
         <footer>Written by witc.</footer>\n</body>\n</html>\n"
    )
}

/// The way from the page of all packages to this one.
fn path(cx: &Context<'_, '_>, page: PageId) -> String {
    let resolve = cx.resolve();
    let mut parts = vec![("Packages".to_owned(), Some(cx.site.pages[0].path()))];
    let about = cx.site.pages[page].about;
    let package = match about {
        Some(Item::Interface(id)) => resolve.interfaces[id].package,
        Some(Item::World(id)) => resolve.worlds[id].package,
        Some(Item::Package(_) | Item::Type(_) | Item::Member(..) | Item::Function(_)) | None => {
            None
        }
    };
    if let Some(package) = package {
        let name = resolve.packages[package].name.to_string();
        parts.push((name, cx.site.href(page, Item::Package(package))));
    }
    match about {
        Some(Item::Package(id)) => parts.push((resolve.packages[id].name.to_string(), None)),
        Some(Item::Interface(id)) => parts.push((resolve.interfaces[id].word().to_owned(), None)),
        Some(Item::World(id)) => parts.push((resolve.worlds[id].name.to_string(), None)),
        Some(Item::Type(_) | Item::Member(..) | Item::Function(_)) | None => {}
    }
    let root = up(&cx.site.pages[page]);
    let part = |(index, (name, href)): (usize, (String, Option<String>))| {
        let name = escape(&name);
        match href {
            Some(href) if index == 0 => format!("<a href=\"{root}{}\">{name}</a>", escape(&href)),
            Some(href) => format!("<a href=\"{}\">{name}</a>", escape(&href)),
            None => name,
        }
    };
    let parts: Vec<String> = parts.into_iter().enumerate().map(part).collect();
    parts.join(" / ")
}

/// The choice of a language, where there is code in several.
fn languages(document: &Document) -> String {
    let has_several = document.blocks.iter().any(|block| match block {
        Block::Code(code) => !code.others.is_empty(),
        Block::Heading(_)
        | Block::Paragraph(_)
        | Block::Docs(_)
        | Block::List(_)
        | Block::Picture { .. }
        | Block::Rule => false,
    });
    if !has_several {
        return String::new();
    }
    let mut out = String::from("<fieldset class=\"languages\"><legend>Language</legend>\n");
    for (id, title) in LANGUAGES {
        let checked = if id == "wit" { " checked" } else { "" };
        out.push_str(&format!(
            "<input type=\"radio\" name=\"language\" id=\"language-{id}\"{checked}>\
             <label for=\"language-{id}\">{title}</label>\n"
        ));
    }
    out.push_str("</fieldset>\n");
    out
}
