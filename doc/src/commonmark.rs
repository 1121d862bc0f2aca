//! Events as CommonMark in one form: the same documentation gives the same bytes, however it was written.

use crate::escape::{code_span, escape_line, link_end, longest_run};
use pulldown_cmark::{Alignment, CodeBlockKind, Event, Tag, TagEnd};

/// The text of events, with a line break at its end; nothing for no events.
pub(crate) fn text(events: &[Event<'_>]) -> String {
    let mut writer = Writer::default();
    for (index, event) in events.iter().enumerate() {
        writer.event(event, &events[index + 1..]);
    }
    let mut text = writer.out;
    text.truncate(text.trim_end().len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// A list that is open.
struct OpenList {
    /// The number of the next item.
    next: Option<u64>,
    /// Whether its items are paragraphs, with empty lines between them.
    is_loose: bool,
    /// Whether the list follows another one, from which another mark sets it apart.
    is_second: bool,
}

/// What is due before the next block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    /// A line break.
    Line,
    /// An empty line.
    Blank,
}

#[derive(Default)]
struct Writer {
    out: String,
    /// What each line of the blocks that are open starts with.
    prefixes: Vec<String>,
    lists: Vec<OpenList>,
    /// Where links lead that are open, and their titles.
    links: Vec<(String, String)>,
    gap: Gap,
    /// Whether an item or a quote has just started, so that its first block stands on the same line.
    at_item: bool,
    /// Whether the block that ended last is a list, and its mark is not the usual one.
    after_list: Option<bool>,
    /// Where the text of the line starts, after what the blocks put before it.
    line_start: usize,
    in_code: bool,
    in_cell: bool,
    alignments: Vec<Alignment>,
    code: String,
    info: String,
}

impl Writer {
    fn event(&mut self, event: &Event<'_>, rest: &[Event<'_>]) {
        match event {
            Event::Start(tag) => self.start(tag, rest),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) if self.in_code => self.code.push_str(text),
            Event::Text(text) => self.escaped(text),
            Event::Code(text) => {
                self.begin();
                let text = if self.in_cell {
                    text.replace('|', "\\|")
                } else {
                    text.to_string()
                };
                self.out.push_str(&code_span(&text));
            }
            Event::SoftBreak if self.in_cell => self.out.push(' '),
            Event::SoftBreak => self.line(),
            Event::HardBreak => {
                self.out.push('\\');
                self.line();
            }
            Event::Rule => {
                self.begin_block();
                // Not `---`, which makes a heading of a line before it.
                self.out.push_str("***");
                self.gap = Gap::Blank;
            }
            // None of these options is on, and HTML is text by now.
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::Html(_)
            | Event::InlineHtml(_) => {}
        }
    }

    /// Starts a block, or goes on in one.
    fn begin(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        self.at_item = false;
        match gap {
            Gap::None => {}
            Gap::Line => self.line(),
            Gap::Blank => {
                self.line();
                self.line();
            }
        }
        if gap != Gap::None {
            self.after_list = None;
        }
    }

    /// Starts a block that is no paragraph: on a line of its own, also after the text of an item that is none.
    fn begin_block(&mut self) {
        if !self.at_item && self.gap == Gap::None && !self.out.is_empty() {
            self.gap = Gap::Line;
        }
        self.begin();
    }

    /// Starts the next line.
    fn line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        let prefix = self.prefixes.concat();
        self.out.push_str(&prefix);
        self.line_start = self.out.len();
    }

    fn start(&mut self, tag: &Tag<'_>, rest: &[Event<'_>]) {
        match tag {
            Tag::Paragraph => self.begin(),
            Tag::Heading { level, .. } => {
                self.begin_block();
                self.out.push_str(&"#".repeat(*level as usize));
                self.out.push(' ');
            }
            Tag::BlockQuote(_) => {
                self.begin_block();
                self.open("> ", "> ".to_owned());
            }
            Tag::CodeBlock(kind) => {
                self.begin_block();
                self.in_code = true;
                self.code.clear();
                self.info = match kind {
                    CodeBlockKind::Fenced(info) => info.replace(['`', '\n'], ""),
                    CodeBlockKind::Indented => String::new(),
                };
            }
            Tag::List(first) => self.list(*first, is_loose(rest)),
            Tag::Item => self.item(),
            Tag::Emphasis => self.mark("*"),
            Tag::Strong => self.mark("**"),
            Tag::Strikethrough => self.mark("~~"),
            Tag::Link {
                dest_url, title, ..
            } => {
                self.mark("[");
                self.links.push((dest_url.to_string(), title.to_string()));
            }
            Tag::Table(alignments) => {
                self.begin_block();
                self.alignments = alignments.clone();
            }
            Tag::TableHead | Tag::TableRow => self.out.push('|'),
            Tag::TableCell => {
                self.in_cell = true;
                self.out.push(' ');
            }
            // None of these is left in the events, or its option is off.
            Tag::Image { .. }
            | Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn list(&mut self, first: Option<u64>, is_loose: bool) {
        // After the text of an item that is no paragraph.
        if !self.at_item && self.gap == Gap::None && !self.lists.is_empty() {
            self.gap = Gap::Line;
        }
        let is_second = self.after_list.take().is_some_and(|second| !second);
        self.lists.push(OpenList {
            next: first,
            is_loose,
            is_second,
        });
    }

    fn item(&mut self) {
        self.begin();
        let marker = self.lists.last_mut().map_or("- ".to_owned(), |list| {
            match (&mut list.next, list.is_second) {
                (Some(number), is_second) => {
                    *number += 1;
                    format!("{}{} ", *number - 1, if is_second { ')' } else { '.' })
                }
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
            }
        });
        self.open(&marker, " ".repeat(marker.len()));
    }

    /// Opens a block whose first line starts with a mark, and the others with a prefix.
    fn open(&mut self, mark: &str, prefix: String) {
        self.out.push_str(mark);
        self.prefixes.push(prefix);
        self.line_start = self.out.len();
        self.at_item = true;
    }

    fn mark(&mut self, text: &str) {
        self.begin();
        self.out.push_str(text);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.gap = Gap::Blank,
            TagEnd::BlockQuote(_) => {
                self.prefixes.pop();
                self.at_item = false;
                self.gap = Gap::Blank;
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::List(_) => {
                let list = self.lists.pop();
                self.after_list = Some(list.is_some_and(|list| list.is_second));
                self.gap = Gap::Blank;
            }
            TagEnd::Item => {
                self.prefixes.pop();
                self.at_item = false;
                let is_loose = self.lists.last().is_some_and(|list| list.is_loose);
                self.gap = if is_loose { Gap::Blank } else { Gap::Line };
                self.after_list = None;
            }
            TagEnd::Emphasis => self.out.push('*'),
            TagEnd::Strong => self.out.push_str("**"),
            TagEnd::Strikethrough => self.out.push_str("~~"),
            TagEnd::Link => {
                let (dest, title) = self.links.pop().unwrap_or_default();
                self.out.push_str(&link_end(&dest, &title));
            }
            TagEnd::TableCell => {
                self.in_cell = false;
                self.out.push_str(" |");
            }
            TagEnd::TableHead => self.table_head(),
            TagEnd::TableRow => self.line(),
            TagEnd::Table => {
                self.out
                    .truncate(self.out.trim_end_matches(['\n', ' ', '>']).len());
                self.gap = Gap::Blank;
            }
            // None of these is left in the events, or its option is off.
            TagEnd::Image
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn table_head(&mut self) {
        self.line();
        let marks = self.alignments.iter().map(|alignment| match alignment {
            Alignment::None => " --- |",
            Alignment::Left => " :-- |",
            Alignment::Center => " :-: |",
            Alignment::Right => " --: |",
        });
        let row: String = std::iter::once("|").chain(marks).collect();
        self.out.push_str(&row);
        self.line();
    }

    fn code_block(&mut self) {
        self.in_code = false;
        let code = std::mem::take(&mut self.code);
        let fence = "`".repeat(longest_run(&code).max(2) + 1);
        let info = std::mem::take(&mut self.info);
        self.out.push_str(&format!("{fence}{info}"));
        let prefix = self.prefixes.concat();
        for line in code.lines() {
            self.out.push('\n');
            match line {
                "" => self.out.push_str(prefix.trim_end()),
                line => self.out.push_str(&format!("{prefix}{line}")),
            }
        }
        self.line();
        self.out.push_str(&fence);
        self.gap = Gap::Blank;
    }

    /// Adds text, of which nothing is markup.
    fn escaped(&mut self, text: &str) {
        self.begin();
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                if self.in_cell {
                    self.out.push(' ');
                } else {
                    self.line();
                }
            }
            let before = self.out.get(self.line_start..).unwrap_or_default();
            let text = escape_line(line, Some(before));
            self.out.push_str(&text);
        }
    }
}

/// Whether the items of a list that has just started are paragraphs.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "events of another crate, of which few matter here"
)]
fn is_loose(rest: &[Event<'_>]) -> bool {
    let mut depth = 0;
    for event in rest {
        match event {
            Event::Start(Tag::Paragraph) if depth == 1 => return true,
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return false,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::text;
    use pulldown_cmark::{Event, Options, Parser, html};

    fn parse(text: &str) -> Vec<Event<'_>> {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        Parser::new_ext(text, options).collect()
    }

    fn html(events: Vec<Event<'_>>) -> String {
        let mut out = String::new();
        html::push_html(&mut out, events.into_iter());
        // Code at the end of a text may have no line break there.
        out.replace("\n</code></pre>", "</code></pre>")
    }

    /// What is written says what was read, and is written the same way again.
    #[test]
    fn nothing_is_lost() {
        for docs in [
            "One line.",
            "Two\nlines, *and* **more** `code` of `` a`b ``.\n\nA paragraph.",
            "# Head\n\ntext\n## Sub `code`\nmore",
            "- a\n- b\n  - c\n  - d\n\n    e\n- f",
            "- a\n\n- b\n\n  more\n\n* other\n* list",
            "1. a\n2. b\n   ```rust\n   fn f() {}\n\n   x\n   ```\n3. c",
            "7. seven\n8. eight\n\ntext",
            "> quote\n> more\n>\n> - list\n\nafter",
            "- > quote in item\n- # head in item",
            "```wit\nlet x = `y`;\n```\n\n    indented\n    code",
            "````\n```\n````",
            "unclosed\n```\ncode",
            "| a | b |\n|---|:-:|\n| `x` | *y* \\| z |\n| 1 | 2 |\n\nafter",
            "[link](https://example.org/a_(b) \"title\") <https://x.org> ![no](p)",
            "line\\\nbreak  \nbreak",
            "text\n\n---\n\ntext",
            "not \\*emphasis\\* a_b_c _x_ 1\\. \\# & &amp; &copy; < > | ~ ~~gone~~",
            "1986\\. A year.\n\n\\- no list\n\n\\+ none\n\n\\# none\n\n\\> none",
            "a\n=\n\nb\n-",
            "- \n- b",
            "-   a\n\n    code?\n-   b",
            "",
        ] {
            let events: Vec<_> = parse(docs)
                .into_iter()
                .filter(|event| {
                    // Images are links or nothing by the time that events are written.
                    use pulldown_cmark::{Tag, TagEnd};
                    !matches!(
                        event,
                        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image)
                    )
                })
                .collect();
            let written = text(&events);
            assert_eq!(
                html(parse(&written)),
                html(events),
                "{docs:?} as {written:?}"
            );
            assert_eq!(text(&parse(&written)), written);
        }
    }
}
