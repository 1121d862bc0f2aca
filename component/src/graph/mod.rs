//! Pictures of components and packages: what they import, export and contain, and who plugs into whom.
//!
//! A [`Graph`] is made of a component ([`of_component`]) or of packages ([`of_packages`]), and written as DOT, as Mermaid,
//! or drawn as SVG. What is provided stands on the left of what uses it: imports are the left edge, exports the right one.

mod component;
mod layout;
mod svg;
mod text;
mod wit;

pub use component::of_component;
pub use wit::of_packages;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A component that has code.
    Component,
    /// A world.
    World,
    /// An interface.
    Interface,
    /// What comes from outside.
    Import,
    /// What goes out.
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
    /// What it stands for.
    pub kind: NodeKind,
    /// Its name.
    pub title: String,
    /// What is in it, a line each.
    pub lines: Vec<String>,
}

/// An arrow from what provides to what uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The index of the node that provides.
    pub from: usize,
    /// The index of the node that uses.
    pub to: usize,
    /// What is provided, a line each.
    pub labels: Vec<String>,
    /// Whether types alone are taken: a `use`.
    pub types_alone: bool,
}

/// Boxes and arrows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// What the picture shows.
    pub title: String,
    /// The boxes.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub edges: Vec<Edge>,
}

/// How many lines a box has at most; the last tells how many more there are.
const MAX_LINES: usize = 12;

impl Graph {
    fn node(&mut self, kind: NodeKind, title: impl Into<String>, lines: Vec<String>) -> usize {
        self.nodes.push(Node {
            kind,
            title: title.into(),
            lines: shortened(lines),
        });
        self.nodes.len() - 1
    }

    /// Adds an arrow, or what it provides to the one that is there.
    fn edge(&mut self, from: usize, to: usize, label: Option<String>, types_alone: bool) {
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

    /// As a graph of Graphviz.
    #[must_use]
    pub fn dot(&self) -> String {
        text::dot(self)
    }

    /// As a flowchart of Mermaid, which many viewers of Markdown draw.
    #[must_use]
    pub fn mermaid(&self) -> String {
        text::mermaid(self)
    }

    /// As a drawing, for light and dark backgrounds.
    #[must_use]
    pub fn svg(&self) -> String {
        svg::draw(self, &layout::layout(self))
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

/// A name apart: `wasi:io` of `wasi:io/poll@0.2.0` with the version, and `poll`. What is in no package stands for itself.
fn split_name(name: &str) -> Option<(String, String)> {
    let (path, version) = name
        .split_once('@')
        .map_or((name, None), |(path, version)| (path, Some(version)));
    let (package, item) = path.rsplit_once('/')?;
    let package = version.map_or_else(
        || package.to_owned(),
        |version| format!("{package}@{version}"),
    );
    Some((package, item.to_owned()))
}
