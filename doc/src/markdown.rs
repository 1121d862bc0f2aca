//! Documents as Markdown, the same bytes for the same input.

use crate::commonmark::text;
use crate::docs::{DeadLink, events};
use crate::document::{Badge, Block, Docs, Document, Entry, Inline, Style, merged};
use crate::escape::{code_span, escape_line};
use crate::site::{PageId, Site};

/// A document as Markdown. Links of documentation that lead nowhere are added to `dead`.
pub(crate) fn write(
    site: &Site<'_>,
    page: PageId,
    document: &Document,
    dead: &mut Vec<DeadLink>,
) -> String {
    let mut writer = Writer { site, page, dead };
    let mut out = String::new();
    for block in &document.blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        writer.block(block, &mut out);
    }
    out
}

struct Writer<'x, 'a> {
    site: &'x Site<'a>,
    page: PageId,
    dead: &'x mut Vec<DeadLink>,
}

impl Writer<'_, '_> {
    fn block(&mut self, block: &Block, out: &mut String) {
        match block {
            Block::Heading(heading) => {
                out.push_str(&"#".repeat(heading.level.into()));
                out.push(' ');
                out.push_str(&anchor(heading.anchor.as_deref()));
                out.push_str(&self.inlines(&heading.inlines, false));
                out.push_str(&badges(&heading.badges));
                out.push('\n');
            }
            Block::Paragraph(inlines) => {
                out.push_str(&self.inlines(inlines, true));
                out.push('\n');
            }
            Block::Docs(docs) => out.push_str(&self.docs(docs)),
            Block::List(entries) => self.list(entries, 0, out),
            Block::Code(code) => {
                let wit: String = code.wit.iter().map(|it| it.text.as_str()).collect();
                out.push_str(&format!("```wit\n{wit}\n```\n"));
                let links = self.links(&code.wit);
                if !links.is_empty() {
                    out.push_str(&format!("\nSee {}.\n", links.join(", ")));
                }
            }
            Block::Picture { file, title } => {
                let file = crate::site::escaped(file);
                out.push_str(&format!("![{}]({file})\n", escape_line(title, None)));
            }
            Block::Rule => out.push_str("----\n"),
        }
    }

    fn list(&mut self, entries: &[Entry], depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        for entry in entries {
            out.push_str(&format!(
                "{indent}- {}{}{}\n",
                anchor(entry.anchor.as_deref()),
                self.inlines(&entry.inlines, false),
                badges(&entry.badges)
            ));
            if let Some(docs) = &entry.docs {
                out.push('\n');
                for line in self.docs(docs).lines() {
                    match line {
                        "" => out.push('\n'),
                        line => out.push_str(&format!("{indent}  {line}\n")),
                    }
                }
                out.push('\n');
            }
            self.list(&entry.inner, depth + 1, out);
        }
        // One empty line ends a list, which the next block brings along.
        if depth == 0 {
            out.truncate(out.trim_end().len());
            out.push('\n');
        }
    }

    fn docs(&mut self, docs: &Docs) -> String {
        text(&events(self.site, self.page, docs, self.dead))
    }

    fn inlines(&self, inlines: &[Inline], is_start: bool) -> String {
        let mut out = String::new();
        for inline in &merged(inlines) {
            let text = match inline.style {
                Style::Plain => {
                    escape_line(&inline.text, (is_start && out.is_empty()).then_some(""))
                }
                Style::Code | Style::Keyword => code_span(&inline.text),
                Style::Emphasis => format!("**{}**", escape_line(&inline.text, None)),
            };
            let href = inline
                .target
                .and_then(|item| self.site.href(self.page, item));
            out.push_str(&match href {
                Some(href) => format!("[{text}]({href})"),
                None => text,
            });
        }
        out
    }

    /// The links of code, each once: code itself has none in Markdown.
    fn links(&self, inlines: &[Inline]) -> Vec<String> {
        let mut links: Vec<String> = Vec::new();
        for inline in inlines {
            let Some(item) = inline.target else { continue };
            // Members are listed below with their anchors.
            if let crate::item::Item::Member(..) = item {
                continue;
            }
            if let Some(href) = self.site.href(self.page, item) {
                let link = format!("[{}]({href})", code_span(&inline.text));
                if !links.contains(&link) {
                    links.push(link);
                }
            }
        }
        links
    }
}

/// An anchor: only HTML has them.
fn anchor(name: Option<&str>) -> String {
    name.map(|name| format!("<a id=\"{}\"></a>", crate::html::escape(name)))
        .unwrap_or_default()
}

fn badges(badges: &[Badge]) -> String {
    let badge = |badge: &Badge| format!(" *({})*", escape_line(&badge.text, None));
    badges.iter().map(badge).collect()
}
