//! Graphs as DOT and as Mermaid.

use crate::model::{Graph, NodeKind};
use std::fmt::Write as _;

/// The colours of a kind of node: fill, border.
fn colours(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::Component => ("#e3edfd", "#2563c4"),
        NodeKind::World => ("#ece5fb", "#6d3fc0"),
        NodeKind::Interface => ("#f3f4f6", "#6b7280"),
        NodeKind::Import => ("#fdf0dc", "#b26a00"),
        NodeKind::Export => ("#e0f4e6", "#1d7f46"),
    }
}

const KINDS: [NodeKind; 5] = [
    NodeKind::Component,
    NodeKind::World,
    NodeKind::Interface,
    NodeKind::Import,
    NodeKind::Export,
];

impl Graph {
    /// The graph in the language of Graphviz.
    #[must_use]
    pub fn dot(&self) -> String {
        dot(self)
    }

    /// The graph as a flowchart of Mermaid, which many viewers of Markdown draw.
    #[must_use]
    pub fn mermaid(&self) -> String {
        mermaid(self)
    }
}

fn dot(graph: &Graph) -> String {
    let quote = |text: &str| {
        // DOT takes control characters literally, and a line break would end up in the label.
        let plain = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect::<String>();
        plain.replace('\\', "\\\\").replace('"', "\\\"")
    };
    let mut out = String::from(
        "digraph {\n    rankdir=LR;\n    node [shape=box, style=\"rounded,filled\", fontname=monospace];\n",
    );
    out.push_str("    edge [fontname=monospace, fontsize=10];\n");
    let _ = writeln!(out, "    label=\"{}\";", quote(&graph.title));
    for (index, node) in graph.nodes.iter().enumerate() {
        let (fill, border) = colours(node.kind);
        let mut label = format!("{}\\n", quote(&node.title));
        node.lines
            .iter()
            // `\l` ends a line that is aligned to the left, `\n` one that is centred.
            .for_each(|line| label.push_str(&format!("{}\\l", quote(line))));
        let _ = writeln!(
            out,
            "    n{index} [label=\"{label}\", fillcolor=\"{fill}\", color=\"{border}\"];"
        );
    }
    for edge in &graph.edges {
        let labels: Vec<_> = edge.labels.iter().map(|label| quote(label)).collect();
        let style = if edge.types_alone {
            ", style=dashed"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "    n{} -> n{} [label=\"{}\"{style}];",
            edge.from,
            edge.to,
            labels.join("\\n")
        );
    }
    out.push_str("}\n");
    out
}

fn mermaid(graph: &Graph) -> String {
    let quote = |text: &str| {
        let mut out = String::new();
        for c in text.chars() {
            match c {
                // These would end a label, or be read as Markdown or HTML in it, so they are written as entities of Mermaid.
                '"' | '#' | '&' | '<' | '>' | '`' | '\\' | '*' | '_' | '[' | ']' => {
                    let _ = write!(out, "#{};", u32::from(c));
                }
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
        }
        out
    };
    let mut out = String::from("flowchart LR\n");
    for (index, node) in graph.nodes.iter().enumerate() {
        let mut label = format!("<b>{}</b>", quote(&node.title));
        node.lines
            .iter()
            .for_each(|line| label.push_str(&format!("<br/>{}", quote(line))));
        let _ = writeln!(out, "    n{index}[\"{label}\"]:::{}", node.kind.word());
    }
    for edge in &graph.edges {
        let arrow = if edge.types_alone { "-.->" } else { "-->" };
        let labels: Vec<_> = edge.labels.iter().map(|label| quote(label)).collect();
        let label = if labels.is_empty() {
            String::new()
        } else {
            format!("|\"{}\"|", labels.join("<br/>"))
        };
        let _ = writeln!(out, "    n{} {arrow}{label} n{}", edge.from, edge.to);
    }
    for kind in KINDS {
        let (fill, border) = colours(kind);
        let _ = writeln!(
            out,
            "    classDef {} fill:{fill},stroke:{border},color:#1f2328",
            kind.word()
        );
    }
    out
}
