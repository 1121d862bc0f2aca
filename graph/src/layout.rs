//! Where boxes and arrows of a graph stand: columns from left to right, in the manner of Sugiyama.
//!
//! Circles are broken, each box gets a column behind those that provide to it, arrows that pass columns get a bend in each,
//! columns are sorted so that few arrows cross, and heights are chosen so that arrows are near to straight. Within a
//! column arrows run level, and bend only between columns: nothing runs over a box.

mod columns;
mod heights;
mod slot;

use crate::model::{Edge, Graph, Node};
use slot::Slot;

/// The width of a character.
pub(crate) const CHAR: f64 = 7.9;
/// The height of a line.
pub(crate) const LINE: f64 = 18.0;
/// The height of the word that says what a box stands for.
pub(crate) const CAPTION: f64 = 14.0;
/// Between the border of a box and its text.
pub(crate) const PAD: f64 = 12.0;
/// Around the picture.
const MARGIN: f64 = 24.0;
/// Between columns.
const GAP: f64 = 44.0;
/// How many characters a line has before it is broken.
const WRAP: usize = 36;
/// Between two arrows that end at the same side of a box.
const PORT: f64 = 12.0;

/// A rectangle by its left upper corner and size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A box with its text in lines.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) rect: Rect,
    pub(crate) title: Vec<String>,
    pub(crate) lines: Vec<String>,
}

/// An arrow: level where it is in a column, bent between two points of different columns, in turn.
#[derive(Clone, Debug)]
pub(crate) struct Arrow {
    pub(crate) points: Vec<(f64, f64)>,
    pub(crate) label: Option<(Rect, Vec<String>)>,
    pub(crate) types_alone: bool,
}

/// A picture without its colours.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) boxes: Vec<Placed>,
    pub(crate) arrows: Vec<Arrow>,
}

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
    let chains: Vec<Chain> = graph
        .edges
        .iter()
        .zip(&labels)
        .enumerate()
        .map(|(index, (edge, label))| chain(&mut items, edge, ranks.reversed[index], label))
        .collect();
    // Many arrows want a side that is long enough for them.
    for item in &mut items[..graph.nodes.len()] {
        let arrows = item.left.len().max(item.right.len());
        item.height = item.height.max(PORT * arrows as f64 + 16.0);
    }
    let order = columns::order(&mut items);
    for column in &order {
        let boxes = || {
            column
                .iter()
                .copied()
                .filter(|&item| item < graph.nodes.len())
        };
        let widest = boxes().map(|item| items[item].width).fold(0.0, f64::max);
        boxes()
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|item| items[item].width = widest);
    }
    heights::settle(&mut items, &order);
    let heights: Vec<f64> = items.iter().map(|item| item.y).collect();
    for item in &mut items {
        for side in [&mut item.left, &mut item.right] {
            side.sort_by(|&a, &b| heights[a].total_cmp(&heights[b]).then(a.cmp(&b)));
        }
    }
    let spans = spread(&items, &order);
    finish(graph, texts, labels, &items, &spans, &chains)
}

/// The items that an arrow passes, from left to right, and which of them is its label.
struct Chain {
    items: Vec<usize>,
    label: Option<usize>,
    reversed: bool,
}

/// Adds the label and the bends of an arrow.
fn chain(items: &mut Vec<Slot>, edge: &Edge, reversed: bool, label: &[String]) -> Chain {
    let (from, to) = if reversed {
        (edge.to, edge.from)
    } else {
        (edge.from, edge.to)
    };
    let (start, end) = (items[from].column, items[to].column);
    let mut all = vec![from];
    let mut labelled = None;
    for column in start + 1..end {
        let item = if labelled.is_none() && !label.is_empty() && column >= (start + end) / 2 {
            labelled = Some(items.len());
            let longest = label.iter().map(|line| columns_of(line)).max().unwrap_or(0);
            Slot::new(
                column,
                longest as f64 * CHAR * 0.9 + PAD,
                label.len() as f64 * LINE * 0.9 + 6.0,
            )
        } else {
            Slot::new(column, 0.0, 2.0)
        };
        all.push(items.len());
        items.push(item);
    }
    all.push(to);
    for pair in all.windows(2) {
        items[pair[0]].right.push(pair[1]);
        items[pair[1]].left.push(pair[0]);
    }
    Chain {
        items: all,
        label: labelled,
        reversed,
    }
}

/// Where each column starts and ends.
fn spread(items: &[Slot], order: &[Vec<usize>]) -> Vec<(f64, f64)> {
    let mut x = MARGIN;
    let mut spans = Vec::new();
    for column in order {
        let width = column
            .iter()
            .map(|&item| items[item].width)
            .fold(0.0, f64::max);
        spans.push((x, x + width));
        // Many arrows between two columns want room to bend.
        let arrows: usize = column.iter().map(|&item| items[item].right.len()).sum();
        x += width + GAP + 2.0 * arrows.min(40) as f64;
    }
    spans
}

/// Above the boxes, for the title.
const HEAD: f64 = 40.0;

fn finish(
    graph: &Graph,
    texts: Vec<(Vec<String>, Vec<String>)>,
    labels: Vec<Vec<String>>,
    items: &[Slot],
    spans: &[(f64, f64)],
    chains: &[Chain],
) -> Layout {
    let top = items
        .iter()
        .map(|item| item.y - item.height / 2.0)
        .fold(f64::INFINITY, f64::min);
    let shift = MARGIN + HEAD - if top.is_finite() { top } else { 0.0 };
    let rect = |item: &Slot| {
        let (left, right) = spans[item.column];
        let x = (left + right - item.width) / 2.0;
        Rect {
            x,
            y: item.y - item.height / 2.0 + shift,
            width: item.width,
            height: item.height,
        }
    };
    let boxes: Vec<Placed> = texts
        .into_iter()
        .zip(items)
        .map(|((title, lines), item)| Placed {
            rect: rect(item),
            title,
            lines,
        })
        .collect();
    let mut arrows = Vec::new();
    for ((chain, edge), label) in chains.iter().zip(&graph.edges).zip(labels) {
        let mut points = Vec::new();
        for (at, &item) in chain.items.iter().enumerate() {
            let (left, right) = spans[items[item].column];
            let (before, after) = (
                at.checked_sub(1).map(|at| chain.items[at]),
                chain.items.get(at + 1),
            );
            let own = rect(&items[item]);
            if let Some(before) = before {
                let y = shift + port(items, item, before, true);
                points.push((left, y));
                // What is no end is passed level.
                points.push((if after.is_some() { right } else { own.x }, y));
            }
            if let Some(&after) = after
                && before.is_none()
            {
                let y = shift + port(items, item, after, false);
                points.extend([(own.x + own.width, y), (right, y)]);
            }
        }
        if chain.reversed {
            points.reverse();
        }
        let label = chain.label.map(|item| (rect(&items[item]), label));
        arrows.push(Arrow {
            points,
            label,
            types_alone: edge.types_alone,
        });
    }
    let end = |value: fn(&Rect) -> f64| {
        let labels = arrows
            .iter()
            .filter_map(|arrow| arrow.label.as_ref().map(|(rect, _)| rect));
        boxes
            .iter()
            .map(|placed| &placed.rect)
            .chain(labels)
            .map(value)
            .fold(0.0, f64::max)
    };
    let head = graph.title.chars().count() as f64 * CHAR * 1.2 + 2.0 * MARGIN;
    let bends = arrows
        .iter()
        .flat_map(|arrow| &arrow.points)
        .map(|point| point.1)
        .fold(0.0, f64::max);
    let width = (end(|rect| rect.x + rect.width) + MARGIN).max(head);
    let height = end(|rect| rect.y + rect.height).max(bends).max(HEAD) + MARGIN;
    Layout {
        width,
        height,
        boxes,
        arrows,
    }
}

/// Where an arrow from or to `other` meets the side of an item.
fn port(items: &[Slot], item: usize, other: usize, left: bool) -> f64 {
    let own = &items[item];
    let others = if left { &own.left } else { &own.right };
    let count = others.len() as f64;
    let step = PORT.min((own.height - 16.0).max(0.0) / count.max(1.0));
    let place = others.iter().position(|&it| it == other).unwrap_or(0) as f64;
    own.y + (place - (count - 1.0) / 2.0) * step
}

/// The title and the lines of a box, broken where they are long.
fn texts(node: &Node) -> (Vec<String>, Vec<String>) {
    (
        wrap(&node.title),
        node.lines.iter().flat_map(|line| wrap(line)).collect(),
    )
}

/// How many columns a text takes in a font of one width.
fn columns_of(text: &str) -> usize {
    text.chars()
        .map(|c| if (c as u32) < 0x1100 { 1 } else { 2 })
        .sum()
}

/// Breaks a line behind what parts names, and where there is nothing of the kind, anywhere.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let pieces = text.split_inclusive(['/', ':', '@', '-', '.', ' ', ',']);
    for piece in pieces.flat_map(|piece| chunks(piece, WRAP)) {
        let Some(last) = lines.last_mut() else {
            continue;
        };
        if !last.is_empty() && columns_of(last) + columns_of(&piece) > WRAP {
            // A line that goes on is set in.
            lines.push(format!("  {piece}"));
        } else {
            last.push_str(&piece);
        }
    }
    lines
}

fn chunks(text: &str, size: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars
        .chunks(size)
        .map(|chunk| chunk.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Graph, NodeKind};

    /// A graph of so many nodes, with arrows as the remainders of a square say.
    fn graph(nodes: usize, edges: usize) -> Graph {
        let mut graph = Graph {
            title: "test".into(),
            ..Graph::default()
        };
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
            // Arrows bend only where no box is.
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
    fn long_names_are_broken_where_they_have_parts() {
        let lines = wrap("wasi:http/outgoing-handler-with-a-long-name@0.2.0-rc.1");
        assert!(
            lines.len() > 1 && lines.iter().all(|line| line.len() <= WRAP + 2),
            "{lines:?}"
        );
        assert_eq!(wrap(&"x".repeat(80)).len(), 3);
        assert_eq!(wrap(""), [""]);
    }
}
