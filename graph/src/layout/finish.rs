//! From slots with columns and heights to a picture.

use super::chain::Chain;
use super::picture::{Arrow, CHAR, HEAD, Layout, MARGIN, Placed, Rect};
use super::slot::Slot;
use crate::model::Graph;

/// Between columns.
const GAP: f64 = 44.0;
/// Between two arrows that end at the same side of a box.
pub(super) const PORT: f64 = 12.0;

/// The title and the lines of each box.
pub(super) type Texts = Vec<(Vec<String>, Vec<String>)>;

/// Slots with the span of each column, and how far all is moved down.
struct Grid<'s> {
    slots: &'s [Slot],
    spans: Vec<(f64, f64)>,
    shift: f64,
}

/// The picture of a graph whose slots stand where they belong.
pub(super) fn finish(
    graph: &Graph,
    texts: Texts,
    labels: Vec<Vec<String>>,
    slots: &[Slot],
    order: &[Vec<usize>],
    chains: &[Chain],
) -> Layout {
    let top = slots
        .iter()
        .map(|slot| slot.y - slot.height / 2.0)
        .fold(f64::INFINITY, f64::min);
    let grid = Grid {
        slots,
        spans: spread(slots, order),
        // Without any slot there is no top.
        shift: MARGIN + HEAD - if top.is_finite() { top } else { 0.0 },
    };
    let boxes: Vec<Placed> = texts
        .into_iter()
        .enumerate()
        .map(|(slot, (title, lines))| Placed {
            rect: grid.rect(slot),
            title,
            lines,
        })
        .collect();
    let arrows = chains.iter().zip(&graph.edges).zip(labels);
    let arrows: Vec<Arrow> = arrows
        .map(|((chain, edge), label)| Arrow {
            points: grid.points(chain),
            label: chain.label.map(|slot| (grid.rect(slot), label)),
            types_alone: edge.types_alone,
        })
        .collect();
    framed(graph, boxes, arrows)
}

/// The picture with as much room as everything in it takes.
fn framed(graph: &Graph, boxes: Vec<Placed>, arrows: Vec<Arrow>) -> Layout {
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
    // The title is written larger than the rest.
    let head = graph.title.chars().count() as f64 * CHAR * 1.2 + 2.0 * MARGIN;
    // An arrow may bend below the lowest box.
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

impl Grid<'_> {
    /// A slot in the middle of its column.
    fn rect(&self, slot: usize) -> Rect {
        let slot = &self.slots[slot];
        let (left, right) = self.spans[slot.column];
        Rect {
            x: (left + right - slot.width) / 2.0,
            y: slot.y - slot.height / 2.0 + self.shift,
            width: slot.width,
            height: slot.height,
        }
    }

    /// The points of an arrow: from side to side of each column level, bent between columns.
    fn points(&self, chain: &Chain) -> Vec<(f64, f64)> {
        let mut points = Vec::new();
        for (at, &slot) in chain.items.iter().enumerate() {
            let (left, right) = self.spans[self.slots[slot].column];
            let before = at.checked_sub(1).map(|at| chain.items[at]);
            let after = chain.items.get(at + 1);
            let own = self.rect(slot);
            if let Some(before) = before {
                let y = self.shift + port(self.slots, slot, before, true);
                points.push((left, y));
                // A slot in the middle of the chain is crossed level, from edge to edge of its column; the arrow ends
                // at the side of its last box.
                points.push((if after.is_some() { right } else { own.x }, y));
            }
            if let Some(&after) = after
                && before.is_none()
            {
                let y = self.shift + port(self.slots, slot, after, false);
                points.extend([(own.x + own.width, y), (right, y)]);
            }
        }
        if chain.reversed {
            points.reverse();
        }
        points
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
        // Many arrows need room to bend between two columns. The limit keeps very large pictures from becoming wider.
        let arrows: usize = column.iter().map(|&item| items[item].right.len()).sum();
        x += width + GAP + 2.0 * arrows.min(40) as f64;
    }
    spans
}

/// Where an arrow from or to `other` meets the side of an item.
fn port(items: &[Slot], item: usize, other: usize, left: bool) -> f64 {
    let own = &items[item];
    let others = if left { &own.left } else { &own.right };
    let count = others.len() as f64;
    // The corners of a box are round, and free of arrows.
    let step = PORT.min((own.height - 16.0).max(0.0) / count.max(1.0));
    // The layout has sorted each side by height, then by index.
    let key = |item: usize| (items[item].y, item);
    let place = others.partition_point(|&it| {
        let (it, other) = (key(it), key(other));
        it.0.total_cmp(&other.0).then(it.1.cmp(&other.1)).is_lt()
    });
    let place = place as f64;
    own.y + (place - (count - 1.0) / 2.0) * step
}
