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

/// Adds the label and the bends of an arrow.
pub(super) fn chain(items: &mut Vec<Slot>, edge: &Edge, reversed: bool, label: &[String]) -> Chain {
    // A chain runs from left to right even if its arrow does not; the points are turned round in the end.
    let (from, to) = if reversed {
        (edge.to, edge.from)
    } else {
        (edge.from, edge.to)
    };
    let (start, end) = (items[from].column, items[to].column);
    let mut all = vec![from];
    let mut labelled = None;
    for column in start + 1..end {
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
