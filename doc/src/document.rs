//! Documents: what is on a page, whatever it is written as.

use crate::item::{Item, Scope};

/// A page as data.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    Heading(Heading),
    Paragraph(Vec<Inline>),
    /// Documentation, as it was written.
    Docs(Docs),
    List(Vec<Entry>),
    /// The signature of a function or the definition of a type: in WIT, and in other languages.
    Code(Code),
    /// A drawing in a file beside the page.
    Picture {
        file: String,
        title: String,
    },
    Rule,
}

/// A heading.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    /// 1 to 6.
    pub(crate) level: u8,
    pub(crate) anchor: Option<String>,
    pub(crate) inlines: Vec<Inline>,
    pub(crate) badges: Vec<Badge>,
}

/// A gate, or another mark of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Badge {
    pub(crate) kind: BadgeKind,
    pub(crate) text: String,
}

/// The kinds of badges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BadgeKind {
    Since,
    Unstable,
    Deprecated,
    Breaking,
    Compatible,
}

impl BadgeKind {
    /// The word for it in the style sheet.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Since => "since",
            Self::Unstable => "unstable",
            Self::Deprecated => "deprecated",
            Self::Breaking => "breaking",
            Self::Compatible => "compatible",
        }
    }
}

/// Documentation in CommonMark, and where its names are looked up.
#[derive(Clone, Debug)]
pub(crate) struct Docs {
    pub(crate) text: String,
    pub(crate) scope: Scope,
    /// The item that is documented, which is not linked in its own text.
    pub(crate) about: Option<Item>,
}

/// An entry of a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) anchor: Option<String>,
    pub(crate) inlines: Vec<Inline>,
    pub(crate) badges: Vec<Badge>,
    pub(crate) docs: Option<Docs>,
    pub(crate) inner: Vec<Entry>,
    /// Whether the code before the list says as much. Where code has anchors, the entry is left out.
    pub(crate) is_in_code: bool,
}

/// A text in WIT, and the same in other languages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Code {
    pub(crate) wit: Vec<Inline>,
    /// The short name of a language (`rust`), and the text.
    pub(crate) others: Vec<(&'static str, String)>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Inline {
    pub(crate) text: String,
    pub(crate) style: Style,
    pub(crate) target: Option<Item>,
}

/// The looks of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Code,
    /// A keyword, in code.
    Keyword,
    Emphasis,
}

impl Inline {
    /// Plain text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            style: Style::Plain,
            target: None,
        }
    }

    /// Code.
    pub(crate) fn code(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            style: Style::Code,
            target: None,
        }
    }

    /// A keyword.
    pub(crate) fn keyword(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            style: Style::Keyword,
            target: None,
        }
    }

    /// The same, with a link.
    pub(crate) fn to(mut self, item: Item) -> Self {
        self.target = Some(item);
        self
    }
}

/// Pieces of a line in which code that has no link is one piece.
pub(crate) fn merged(inlines: &[Inline]) -> Vec<Inline> {
    let mut merged: Vec<Inline> = Vec::new();
    for inline in inlines {
        let mut inline = inline.clone();
        if inline.style == Style::Keyword {
            inline.style = Style::Code;
        }
        let is_same = |last: &&mut Inline| {
            let both = last.target.is_none() && inline.target.is_none();
            both && last.style == Style::Code && inline.style == Style::Code
        };
        match merged.last_mut().filter(is_same) {
            Some(last) => last.text.push_str(&inline.text),
            None => merged.push(inline),
        }
    }
    merged
}

impl Block {
    /// A heading without anchor and badges.
    pub(crate) fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading(Heading {
            level,
            anchor: None,
            inlines: vec![Inline::text(text)],
            badges: Vec::new(),
        })
    }
}
