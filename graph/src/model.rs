//! Graphs as data: boxes with lines in them, and arrows between them.

use std::collections::{HashMap, HashSet};

/// The meaning of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A component that has code.
    Component,
    /// A world.
    World,
    /// An interface.
    Interface,
    /// Imports, which come from outside.
    Import,
    /// Exports.
    Export,
}

impl NodeKind {
    /// `component`, `world`, …
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::World => "world",
            Self::Interface => "interface",
            Self::Import => "import",
            Self::Export => "export",
        }
    }
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its meaning.
    pub kind: NodeKind,
    /// Its name.
    pub title: String,
    /// Its contents, a line each.
    pub lines: Vec<String>,
}

/// An arrow from what provides to what uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The index of the node that provides.
    pub from: usize,
    /// The index of the node that uses.
    pub to: usize,
    /// The things provided, a line each.
    pub labels: Vec<String>,
    /// Whether types alone are taken: a `use`.
    pub types_alone: bool,
}

/// Boxes and arrows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// The title of the picture.
    pub title: String,
    /// The boxes.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub edges: Vec<Edge>,
    known: KnownEdges,
}

/// The arrows that are there, and what they are labelled with: a graph may have very many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct KnownEdges {
    /// The positions of arrows, by their ends and whether they take types alone.
    positions: HashMap<(usize, usize, bool), usize>,
    /// The labels of each arrow.
    labels: HashSet<(usize, String)>,
}

/// How many lines a box has at most; the last tells how many more there are.
const MAX_LINES: usize = 12;

impl Graph {
    /// A graph without boxes.
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// Adds a box.
    pub(crate) fn node(
        &mut self,
        kind: NodeKind,
        title: impl Into<String>,
        lines: Vec<String>,
    ) -> usize {
        self.nodes.push(Node {
            kind,
            title: title.into(),
            lines: shortened(lines),
        });
        self.nodes.len() - 1
    }

    /// Adds an arrow, or what it provides to the one that is there.
    pub(crate) fn edge(
        &mut self,
        from: usize,
        to: usize,
        label: Option<String>,
        types_alone: bool,
    ) {
        // An arrow from a box to itself would say nothing.
        if from == to {
            return;
        }
        let position = *self
            .known
            .positions
            .entry((from, to, types_alone))
            .or_insert_with(|| {
                self.edges.push(Edge {
                    from,
                    to,
                    labels: Vec::new(),
                    types_alone,
                });
                self.edges.len() - 1
            });
        if let Some(label) = label
            && self.known.labels.insert((position, label.clone()))
        {
            self.edges[position].labels.push(label);
        }
    }
}

fn shortened(mut lines: Vec<String>) -> Vec<String> {
    if lines.len() > MAX_LINES {
        let more = lines.len() - (MAX_LINES - 1);
        lines.truncate(MAX_LINES - 1);
        lines.push(format!("… and {more} more"));
    }
    lines
}
