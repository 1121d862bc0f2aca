//! Graphs as data: boxes with lines in them, and arrows between them.

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
}

/// How many lines a box has at most; the last tells how many more there are.
const MAX_LINES: usize = 12;

impl Graph {
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
        let known = self
            .edges
            .iter_mut()
            .find(|edge| (edge.from, edge.to, edge.types_alone) == (from, to, types_alone));
        match known {
            Some(edge) => edge
                .labels
                .extend(label.filter(|label| !edge.labels.contains(label))),
            None => self.edges.push(Edge {
                from,
                to,
                labels: label.into_iter().collect(),
                types_alone,
            }),
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
