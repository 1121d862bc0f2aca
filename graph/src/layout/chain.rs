//! Arrows as chains of slots: what they pass from column to column.

use super::picture::{CHAR, LINE, PAD};
use super::slot::Slot;
use super::text::columns_of;
use crate::model::Edge;

/// The items that an arrow passes, from left to right, and which of them is its label.
pub(super) struct Chain {
    pub(super) items: Vec<usize>,
    pub(super) label: Option<usize>,
    pub(super) reversed: bool,
}

/// How many bends all arrows have together.
// Arrows may be as many as columns, and each may pass them all. A picture with more bends shows nothing, and would take
// memory by the square of its boxes.
pub(super) const MAX_BENDS: usize = 50_000;

/// Adds the label and the bends of an arrow; with no more room for `bends`, the label alone.
pub(super) fn chain(
    items: &mut Vec<Slot>,
    bends: &mut usize,
    edge: &Edge,
    reversed: bool,
    label: &[String],
) -> Chain {
    // A chain runs from left to right even if its arrow does not; the points are turned round in the end.
    let (from, to) = if reversed {
        (edge.to, edge.from)
    } else {
        (edge.from, edge.to)
    };
    let (start, end) = (items[from].column, items[to].column);
    let mut all = vec![from];
    let mut labelled = None;
    let length = end.saturating_sub(start);
    let passed = if length <= *bends {
        *bends -= length;
        start + 1..end
    } else {
        let middle = (start + 1).max((start + end) / 2);
        middle..end.min(middle + usize::from(!label.is_empty()))
    };
    for column in passed {
        // The label is in the middle, where it is near to the arrow that it belongs to. `length` makes room for
        // one column at least.
        let item = if labelled.is_none() && !label.is_empty() && column >= (start + end) / 2 {
            labelled = Some(items.len());
            let longest = label.iter().map(|line| columns_of(line)).max().unwrap_or(0);
            Slot::new(
                column,
                // Labels are written a tenth smaller than boxes.
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
