//! Documents as HTML.

use super::text::escape;
use crate::docs::{DeadLink, events};
use crate::document::{Badge, Block, Code, Docs, Entry, Inline, Style, merged};
use crate::item::{Item, is_plain, member};
use crate::site::{PageId, Site, escaped};
use pulldown_cmark::html::push_html;
use pulldown_cmark::{Alignment, Event, Tag};

/// The names of the languages in the order of their tabs, with their short names.
pub(crate) const LANGUAGES: [(&str, &str); 4] =
    [("wit", "WIT"), ("rust", "Rust"), ("c", "C"), ("cpp", "C++")];

/// A writer of the blocks of a page.
pub(crate) struct Writer<'x, 'a> {
    pub(crate) site: &'x Site<'a>,
    pub(crate) page: PageId,
    /// Links of documentation that lead nowhere.
    pub(crate) dead: Vec<DeadLink>,
}

impl Writer<'_, '_> {
    /// The blocks, each on lines of its own.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut out = String::new();
        for block in blocks {
            self.block(block, &mut out);
        }
        out
    }

    fn block(&mut self, block: &Block, out: &mut String) {
        match block {
            Block::Heading(heading) => {
                let (level, content) = (heading.level, self.inlines(&heading.inlines));
                let badges = badges(&heading.badges);
                out.push_str(&match &heading.anchor {
                    Some(anchor) => format!(
                        "<h{level} id=\"{0}\"><a class=\"self\" href=\"#{1}\">{content}</a>{badges}</h{level}>\n",
                        escape(anchor),
                        escape(&escaped(anchor)),
                    ),
                    None => format!("<h{level}>{content}{badges}</h{level}>\n"),
                });
            }
            Block::Paragraph(inlines) => {
                out.push_str(&format!("<p>{}</p>\n", self.inlines(inlines)));
            }
            Block::Docs(docs) => {
                let docs = self.docs(docs);
                out.push_str(&format!("<div class=\"docs\">\n{docs}</div>\n"));
            }
            Block::List(entries) => self.list(entries, out),
            Block::Code(code) => self.code(code, out),
            Block::Picture { file, title } => {
                let (file, title) = (escape(&escaped(file)), escape(title));
                out.push_str(&format!(
                    "<p class=\"picture\"><a href=\"{file}\"><img src=\"{file}\" alt=\"{title}\"></a></p>\n"
                ));
            }
            Block::Rule => out.push_str("<hr>\n"),
        }
    }

    fn list(&mut self, entries: &[Entry], out: &mut String) {
        let mut entries = entries.iter().filter(|entry| !entry.is_in_code).peekable();
        // A list has entries, or is none.
        if entries.peek().is_none() {
            return;
        }
        out.push_str("<ul>\n");
        for entry in entries {
            let id = entry
                .anchor
                .as_deref()
                .map(|anchor| format!(" id=\"{}\"", escape(anchor)))
                .unwrap_or_default();
            out.push_str(&format!(
                "<li{id}>{}{}",
                self.inlines(&entry.inlines),
                badges(&entry.badges)
            ));
            if let Some(docs) = &entry.docs {
                let docs = self.docs(docs);
                out.push_str(&format!("\n<div class=\"docs\">\n{docs}</div>\n"));
            }
            if !entry.inner.is_empty() {
                out.push('\n');
                self.list(&entry.inner, out);
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ul>\n");
    }

    /// The same code in all languages. The style sheet shows the one that is chosen; without it all are there to be read.
    fn code(&mut self, code: &Code, out: &mut String) {
        out.push_str("<div class=\"code\">\n");
        let wit = self.inlines_in_code(&code.wit);
        let is_alone = code.others.is_empty();
        let class = if is_alone { "only" } else { "lang-wit" };
        out.push_str(&format!(
            "<pre class=\"{class}\" data-language=\"WIT\"><code>{wit}</code></pre>\n"
        ));
        for (id, title) in LANGUAGES {
            if let Some((_, text)) = code.others.iter().find(|(known, _)| *known == id) {
                let text = escape(text);
                out.push_str(&format!(
                    "<pre class=\"lang-{id}\" data-language=\"{title}\"><code>{text}</code></pre>\n"
                ));
            } else if !is_alone && id != "wit" {
                out.push_str(&format!(
                    "<p class=\"lang-{id} none\">There are no bindings for {title} yet.</p>\n"
                ));
            }
        }
        out.push_str("</div>\n");
    }

    fn docs(&mut self, docs: &Docs) -> String {
        let mut out = String::new();
        let events = events(self.site, self.page, docs, &mut self.dead);
        push_html(&mut out, events.into_iter().map(without_alignment));
        // Control characters that the text has are no HTML.
        out.chars()
            .map(|c| {
                if c.is_control() && !matches!(c, '\n' | '\t') {
                    '\u{fffd}'
                } else {
                    c
                }
            })
            .collect()
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        let piece = |inline: &Inline| {
            let text = escape(&inline.text);
            let text = match inline.style {
                Style::Plain => text,
                Style::Code | Style::Keyword => format!("<code>{text}</code>"),
                Style::Emphasis => format!("<strong>{text}</strong>"),
            };
            self.linked(inline, text)
        };
        merged(inlines).iter().map(piece).collect()
    }

    /// Pieces that stand in code.
    fn inlines_in_code(&self, inlines: &[Inline]) -> String {
        let piece = |inline: &Inline| {
            let text = escape(&inline.text);
            let text = match inline.style {
                Style::Keyword => format!("<b>{text}</b>"),
                Style::Plain | Style::Code | Style::Emphasis => text,
            };
            match inline.target.and_then(|item| self.defined_in_code(item)) {
                Some(anchor) => {
                    let (id, link) = (escape(anchor), escape(&escaped(anchor)));
                    format!("<a id=\"{id}\" href=\"#{link}\">{text}</a>")
                }
                None => self.linked(inline, text),
            }
        };
        inlines.iter().map(piece).collect()
    }

    /// The anchor of a member that is only told of in the code, which is then its place.
    fn defined_in_code(&self, item: Item) -> Option<&str> {
        let Item::Member(id, index) = item else {
            return None;
        };
        let (_, docs) = member(self.site.resolve, id, index)?;
        self.site.anchor(item).filter(|_| is_plain(docs))
    }

    fn linked(&self, inline: &Inline, text: String) -> String {
        let href = inline
            .target
            .and_then(|item| self.site.href(self.page, item));
        match href {
            Some(href) => format!("<a href=\"{}\">{text}</a>", escape(&href)),
            None => text,
        }
    }
}

/// A table is aligned by a style in each cell, which the policy of the pages forbids.
fn without_alignment(event: Event<'_>) -> Event<'_> {
    if let Event::Start(Tag::Table(alignments)) = event {
        Event::Start(Tag::Table(vec![Alignment::None; alignments.len()]))
    } else {
        event
    }
}

fn badges(badges: &[Badge]) -> String {
    let badge = |badge: &Badge| {
        let (kind, text) = (badge.kind.word(), escape(&badge.text));
        format!(" <span class=\"badge {kind}\">{text}</span>")
    };
    badges.iter().map(badge).collect()
}
