//! Where boxes and arrows of a graph stand: columns from left to right, in the manner of Sugiyama.
//!
//! Circles are broken, each box gets a column to the right of those that provide to it, arrows that pass columns get a bend in each,
//! columns are sorted so that few arrows cross, and heights are chosen so that arrows are near to straight. Within a
//! column arrows run level, and bend only between columns: nothing runs over a box.

// The crate rust-sugiyama was tried instead and draws worse. It places boxes but not the bends of arrows, so an arrow
// that passes a column runs over its boxes. It cannot keep imports and exports at the edges. All arrows that meet a box
// end at one point.

mod chain;
mod columns;
mod finish;
mod heights;
mod picture;
mod slot;
mod text;

pub(crate) use picture::{Arrow, CAPTION, LINE, Layout, PAD, Placed};

use crate::model::Graph;
use chain::{Chain, MAX_BENDS, chain};
use finish::{PORT, finish};
use picture::CHAR;
use slot::Slot;
use text::{columns_of, texts, wrap};

/// Places all of a graph.
pub(crate) fn layout(graph: &Graph) -> Layout {
    let texts: Vec<(Vec<String>, Vec<String>)> = graph.nodes.iter().map(texts).collect();
    let ranks = columns::rank(graph);
    let mut items: Vec<Slot> = texts
        .iter()
        .zip(&ranks.columns)
        .zip(&graph.nodes)
        .map(|(((title, lines), &column), node)| {
            let longest = title
                .iter()
                .chain(lines)
                .map(|line| columns_of(line))
                .max()
                .unwrap_or(0);
            // The word for the kind is in the box too, above the title.
            let longest = longest.max(node.kind.word().len());
            let height = CAPTION + LINE * (title.len() + lines.len()) as f64 + 2.0 * PAD;
            Slot::new(column, longest as f64 * CHAR + 2.0 * PAD, height)
        })
        .collect();
    let labels: Vec<Vec<String>> = graph
        .edges
        .iter()
        .map(|edge| edge.labels.iter().flat_map(|label| wrap(label)).collect())
        .collect();
    // The slots of arrows are added after those of the boxes, so that a box has the index of its node.
    let mut bends = MAX_BENDS;
    let chains: Vec<Chain> = graph
        .edges
        .iter()
        .zip(&labels)
        .enumerate()
        .map(|(index, (edge, label))| {
            let reversed = ranks.reversed[index];
            chain(&mut items, &mut bends, edge, reversed, label)
        })
        .collect();
    // A side has to be long enough for the arrows that meet it, or they would meet it at the same point.
    for item in &mut items[..graph.nodes.len()] {
        let arrows = item.left.len().max(item.right.len());
        item.height = item.height.max(PORT * arrows as f64 + 16.0);
    }
    let order = columns::order(&mut items);
    for column in &order {
        even_widths(&mut items, column, graph.nodes.len());
    }
    heights::settle(&mut items, &order);
    let heights: Vec<f64> = items.iter().map(|item| item.y).collect();
    for item in &mut items {
        for side in [&mut item.left, &mut item.right] {
            // Arrows meet a side in the order of their other ends, so that they do not cross there. The index
            // breaks ties, for the same picture every time.
            side.sort_by(|&a, &b| heights[a].total_cmp(&heights[b]).then(a.cmp(&b)));
        }
    }
    finish(graph, texts, labels, &items, &order, &chains)
}

/// Gives the boxes of a column the width of the widest: so the sides of a column, where arrows start and end, are
/// straight. Slots from `boxes` on are of arrows and stay as they are.
fn even_widths(items: &mut [Slot], column: &[usize], boxes: usize) {
    let boxes = || column.iter().copied().filter(|&item| item < boxes);
    let widest = boxes().map(|item| items[item].width).fold(0.0, f64::max);
    for item in boxes() {
        items[item].width = widest;
    }
}

#[cfg(test)]
mod tests {
    use super::picture::Rect;
    use super::*;
    use crate::model::{Graph, NodeKind};

    /// A graph of so many nodes, with arrows as the remainders of a square say.
    fn graph(nodes: usize, edges: usize) -> Graph {
        let mut graph = Graph::new("test");
        for index in 0..nodes {
            let kind = [NodeKind::Component, NodeKind::Import, NodeKind::Export][index % 3];
            let title = "long-name/".repeat(index % 9) + &"x".repeat(index % 60);
            graph.node(kind, title, vec![format!("line {index}"); index % 20]);
        }
        for index in 0..edges {
            let (from, to) = (index * index % nodes, (index * 7 + 3) % nodes);
            let label = (index % 2 == 0).then(|| format!("my:package/interface-{index}@1.0.0"));
            graph.edge(from, to, label, index % 5 == 0);
        }
        graph
    }

    #[test]
    fn nothing_lies_over_anything() {
        for (nodes, edges) in [
            (0, 0),
            (1, 0),
            (1, 1),
            (2, 3),
            (7, 12),
            (30, 60),
            (100, 160),
        ] {
            let graph = graph(nodes.max(1), edges);
            let layout = layout(&graph);
            let labels = layout
                .arrows
                .iter()
                .filter_map(|arrow| arrow.label.as_ref().map(|(rect, _)| *rect));
            let all: Vec<Rect> = layout
                .boxes
                .iter()
                .map(|placed| placed.rect)
                .chain(labels)
                .collect();
            for (index, a) in all.iter().enumerate() {
                assert!(
                    a.x >= 0.0
                        && a.y >= 0.0
                        && a.x + a.width <= layout.width
                        && a.y + a.height <= layout.height
                );
                for b in &all[index + 1..] {
                    let apart = a.x + a.width <= b.x || b.x + b.width <= a.x;
                    assert!(
                        apart || a.y + a.height <= b.y || b.y + b.height <= a.y,
                        "{nodes}, {edges}: {a:?} {b:?}"
                    );
                }
            }
            // Within a column arrows run level: bends there could run over a box.
            for arrow in &layout.arrows {
                for level in arrow.points.chunks(2) {
                    assert!(
                        level.len() == 2 && (level[0].1 - level[1].1).abs() < 0.01,
                        "{:?}",
                        arrow.points
                    );
                }
            }
        }
    }

    #[test]
    fn the_bends_of_all_arrows_are_bounded() {
        let mut graph = Graph::new("a chain whose first box everything uses");
        let count = 400;
        for index in 0..count {
            graph.node(NodeKind::Interface, index.to_string(), Vec::new());
        }
        for index in 1..count {
            graph.edge(index - 1, index, None, true);
            graph.edge(0, index, Some("label".to_owned()), false);
        }
        let layout = layout(&graph);
        let points: usize = layout.arrows.iter().map(|arrow| arrow.points.len()).sum();
        // An arrow has two points at each end, and two in each column that it passes.
        assert!(
            points <= 2 * MAX_BENDS + 10 * layout.arrows.len(),
            "{points}"
        );
        let labels = layout.arrows.iter().filter(|arrow| arrow.label.is_some());
        assert_eq!(labels.count(), count - 1);
    }
}
