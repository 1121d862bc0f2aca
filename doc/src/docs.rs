//! Documentation as CommonMark: events in which names are linked, and nothing is left that a reader's browser would run.

use crate::document::Docs;
use crate::item::Item;
use crate::site::{PageId, Site};
use pulldown_cmark::{
    BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};
use std::cell::RefCell;
use witc_resolve::PackageId;

/// A link of documentation that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DeadLink {
    /// The item whose documentation has it.
    pub(crate) about: Option<Item>,
    /// The package that it is in.
    pub(crate) package: Option<PackageId>,
    /// What it names.
    pub(crate) name: String,
}

/// Where a name leads that is nothing: the reader of CommonMark would leave the brackets around it.
const NOWHERE: &str = "nowhere:";

/// The events of documentation on a page. Links that lead nowhere are text, and are added to `dead`.
pub(crate) fn events<'t>(
    site: &Site<'_>,
    page: PageId,
    docs: &'t Docs,
    dead: &mut Vec<DeadLink>,
) -> Vec<Event<'t>> {
    let found = RefCell::new(Vec::new());
    let mut linker = Linker {
        site,
        page,
        docs,
        dead: &found,
        open: Vec::new(),
    };
    let resolve_unknown = |link: BrokenLink<'_>| {
        let href = linker.href(&link.reference);
        // What is in brackets and is no code may be anything: a citation, an array.
        if href.is_none() && link.reference.starts_with('`') && link.reference.ends_with('`') {
            found.borrow_mut().push(link.reference.to_string());
            return Some((CowStr::from(NOWHERE), CowStr::from("")));
        }
        Some((CowStr::from(href?), CowStr::from("")))
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_with_broken_link_callback(&docs.text, options, Some(resolve_unknown));
    let all: Vec<Event<'t>> = parser.collect();
    let mut out = Vec::with_capacity(all.len());
    for event in all {
        linker.event(event, &mut out);
    }
    let mut names: Vec<String> = found.into_inner();
    names.dedup();
    dead.extend(names.into_iter().map(|name| DeadLink {
        about: docs.about,
        package: docs.scope.package,
        name,
    }));
    out
}

struct Linker<'x, 'a> {
    site: &'x Site<'a>,
    page: PageId,
    docs: &'x Docs,
    dead: &'x RefCell<Vec<String>>,
    /// The links and images that are open, and whether each is a link of the page.
    open: Vec<bool>,
}

impl Linker<'_, '_> {
    /// The item of a name: what is nearest first.
    fn find(&self, name: &str) -> Option<Item> {
        let Site { names, resolve, .. } = self.site;
        let beside = self
            .docs
            .about
            .and_then(|about| names.beside(resolve, about, name));
        beside.or_else(|| names.find(resolve, self.docs.scope, name))
    }

    /// The link to the item of a name.
    fn href(&self, name: &str) -> Option<String> {
        self.site.href(self.page, self.find(name)?)
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "events of another crate, of which few matter here"
    )]
    fn event<'t>(&mut self, event: Event<'t>, out: &mut Vec<Event<'t>>) {
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }) => {
                let dest = self.destination(link_type, &dest_url);
                self.open(dest, title, out);
            }
            // A picture from elsewhere would tell its owner who reads the page.
            Event::Start(Tag::Image {
                dest_url, title, ..
            }) => {
                let dest = is_web(&dest_url).then(|| dest_url.to_string());
                self.open(dest, title, out);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if self.open.pop() == Some(true) {
                    out.push(Event::End(TagEnd::Link));
                }
            }
            Event::Start(Tag::HtmlBlock) => out.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => out.push(Event::End(TagEnd::Paragraph)),
            // As it is written: as text it is escaped.
            Event::Html(text) | Event::InlineHtml(text) => out.push(Event::Text(text)),
            Event::Start(Tag::Heading { level, .. }) => out.push(Event::Start(Tag::Heading {
                level: deeper(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            })),
            Event::End(TagEnd::Heading(level)) => {
                out.push(Event::End(TagEnd::Heading(deeper(level))));
            }
            Event::Code(text) => self.code(text, out),
            // Whatever else there is has no links and nothing that could be run.
            other => out.push(other),
        }
    }

    fn open<'t>(&mut self, dest: Option<String>, title: CowStr<'t>, out: &mut Vec<Event<'t>>) {
        // Links have no links in them.
        let dest = dest.filter(|_| !self.open.contains(&true));
        self.open.push(dest.is_some());
        if let Some(dest) = dest {
            out.push(Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url: dest.into(),
                title,
                id: "".into(),
            }));
        }
    }

    /// Where a link leads: out into the web, or to an item.
    fn destination(&self, kind: LinkType, dest: &str) -> Option<String> {
        let is_ours = matches!(
            kind,
            LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown
        );
        if kind == LinkType::Email {
            return Some(format!("mailto:{dest}"));
        }
        if is_ours || is_web(dest) {
            return (dest != NOWHERE).then(|| dest.to_owned());
        }
        let href = self.href(dest.trim_start_matches('#'));
        if href.is_none() {
            self.dead.borrow_mut().push(dest.to_owned());
        }
        href
    }

    /// Links code that is the name of something else.
    fn code<'t>(&mut self, text: CowStr<'t>, out: &mut Vec<Event<'t>>) {
        let item = match self.open.contains(&true) {
            true => None,
            false => self.find(&text),
        };
        let href = item
            .filter(|item| Some(*item) != self.docs.about)
            .and_then(|item| self.site.href(self.page, item));
        let Some(href) = href else {
            return out.push(Event::Code(text));
        };
        out.push(Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: href.into(),
            title: "".into(),
            id: "".into(),
        }));
        out.push(Event::Code(text));
        out.push(Event::End(TagEnd::Link));
    }
}

/// Whether a link leads to the web or to a mailbox. Any other scheme might run something.
fn is_web(dest: &str) -> bool {
    let scheme = dest
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
}

/// The level of a heading inside of the documentation of an item, below the headings of the page.
fn deeper(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H4,
        HeadingLevel::H2 => HeadingLevel::H5,
        HeadingLevel::H3 | HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => {
            HeadingLevel::H6
        }
    }
}

/// The first sentence or line of documentation, as plain text.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "events of another crate, of which few matter here"
)]
pub(crate) fn summary(text: &str) -> String {
    let mut out = String::new();
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => break,
            _ => {}
        }
    }
    let end = out.find(". ").map_or(out.len(), |end| end + 1);
    out.truncate(end);
    if out.chars().count() > 160 {
        out = out.chars().take(159).collect::<String>() + "…";
    }
    out.trim().to_owned()
}
