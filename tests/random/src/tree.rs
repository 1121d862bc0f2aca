//! A generated package: files of items, loose enough that mistakes can be made in them, and written out as text.

use crate::Dice;
use std::collections::BTreeMap;

/// An item of WIT and what is in its braces.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// The comments before it, with their delimiters.
    pub comments: Vec<String>,
    /// The attributes before it, each in one piece.
    pub attributes: Vec<String>,
    /// Its tokens up to the `{` or the end.
    pub head: Vec<String>,
    /// The items in its braces, if it has any.
    pub body: Option<Vec<Node>>,
    /// The token that ends it: `;`, `,` or nothing.
    pub end: &'static str,
}

/// The files of a package and of those that it depends on, by their paths below a folder.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The items of each file.
    pub files: BTreeMap<String, Vec<Node>>,
}

impl Node {
    /// An item without braces.
    pub(crate) fn line(head: Vec<String>, end: &'static str) -> Self {
        Self {
            head,
            end,
            ..Self::default()
        }
    }

    /// An item with braces.
    pub(crate) fn block(head: Vec<String>, body: Vec<Node>) -> Self {
        Self {
            head,
            body: Some(body),
            ..Self::default()
        }
    }
}

/// Splits text into tokens at blanks; what the generator writes is easier to read that way.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

impl Tree {
    /// The text of each file; `dice` decides on blanks and line breaks.
    #[must_use]
    pub fn texts(&self, dice: &mut Dice) -> BTreeMap<String, String> {
        self.files
            .iter()
            .map(|(path, nodes)| (path.clone(), text(nodes, dice)))
            .collect()
    }
}

fn text(nodes: &[Node], dice: &mut Dice) -> String {
    let mut writer = Writer {
        out: String::new(),
        loose: dice.percent(10),
        line_breaks: !dice.percent(10),
    };
    if dice.percent(3) {
        // A byte order mark, which readers have to skip.
        writer.out.push('\u{feff}');
    }
    writer.nodes(nodes, 0, dice);
    if dice.percent(5) {
        // As editors on Windows write it.
        writer.out.replace('\n', "\r\n")
    } else {
        writer.out
    }
}

struct Writer {
    out: String,
    /// Whether every two tokens have a blank between them.
    loose: bool,
    /// Whether items stand in lines of their own where no comment makes that necessary.
    line_breaks: bool,
}

impl Writer {
    fn nodes(&mut self, nodes: &[Node], depth: usize, dice: &mut Dice) {
        for (index, node) in nodes.iter().enumerate() {
            for comment in &node.comments {
                self.indent(depth);
                self.out.push_str(comment);
                self.out.push('\n');
            }
            self.indent(depth);
            for attribute in &node.attributes {
                self.out.push_str(attribute);
                self.out.push(' ');
            }
            self.head(&node.head);
            if let Some(body) = &node.body {
                self.out.push_str(" {");
                self.line_break();
                self.nodes(body, depth + 1, dice);
                self.indent(depth);
                self.out.push('}');
            }
            let is_last = index + 1 == nodes.len();
            // The comma after the last field or case may be left out.
            if node.end != "," || !is_last || dice.percent(50) {
                self.out.push_str(node.end);
            }
            self.line_break();
        }
    }

    fn line_break(&mut self) {
        self.out.push(if self.line_breaks { '\n' } else { ' ' });
    }

    fn indent(&mut self, depth: usize) {
        if self.line_breaks {
            self.out.push_str(&"    ".repeat(depth));
        }
    }

    fn head(&mut self, tokens: &[String]) {
        let mut last = "";
        for token in tokens {
            let is_tight = last.is_empty()
                || matches!(last, "(" | "<" | "/" | "." | "{")
                || matches!(
                    token.as_str(),
                    ":" | "," | ";" | ">" | ")" | "/" | "." | "<" | "(" | "}"
                )
                || token.starts_with('@');
            if !is_tight || (self.loose && !last.is_empty()) {
                self.out.push(' ');
            }
            self.out.push_str(token);
            last = token;
        }
    }
}
