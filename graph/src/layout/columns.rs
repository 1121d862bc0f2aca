//! Which column each box is in, and the order of what is in a column.

use super::slot::Slot;
use crate::model::{Graph, NodeKind};

/// The columns of all nodes, and which edges run from right to left.
pub(super) struct Ranks {
    pub(super) columns: Vec<usize>,
    pub(super) reversed: Vec<bool>,
}

/// How often columns are sorted by their neighbours.
// Sorting settles after a few sweeps, or goes to and fro: then the best sweep counts.
const SWEEPS: usize = 12;
/// How many pairs of arrows are compared at most, to count where they cross.
const MAX_PAIRS: usize = 2_000_000;

/// How many columns an edge takes: one with a label has a column for it.
fn length(graph: &Graph, edge: usize) -> usize {
    1 + usize::from(!graph.edges[edge].labels.is_empty())
}

pub(super) fn rank(graph: &Graph) -> Ranks {
    let count = graph.nodes.len();
    let mut outgoing = vec![Vec::new(); count];
    for (index, edge) in graph.edges.iter().enumerate() {
        outgoing[edge.from].push(index);
    }
    let reversed = break_circles(graph, &outgoing);
    let ends = |index: usize| {
        let edge = &graph.edges[index];
        if reversed[index] {
            (edge.to, edge.from)
        } else {
            (edge.from, edge.to)
        }
    };
    let mut waiting = vec![0usize; count];
    let mut following = vec![Vec::new(); count];
    // An edge from a node to itself would wait for itself.
    for index in (0..graph.edges.len()).filter(|&index| ends(index).0 != ends(index).1) {
        let (from, to) = ends(index);
        waiting[to] += 1;
        following[from].push(index);
    }
    let mut columns = vec![0usize; count];
    let mut ready: Vec<usize> = (0..count).filter(|&node| waiting[node] == 0).collect();
    let sources = ready.clone();
    let mut done = 0;
    while let Some(&node) = ready.get(done) {
        done += 1;
        for &edge in &following[node] {
            let to = ends(edge).1;
            // The longest way counts, so that no arrow runs backwards.
            columns[to] = columns[to].max(columns[node] + length(graph, edge));
            waiting[to] -= 1;
            if waiting[to] == 0 {
                ready.push(to);
            }
        }
    }
    // Imports stay at the left edge. Other boxes that need nothing move next to what needs them, for short arrows.
    for node in sources
        .into_iter()
        .filter(|&node| graph.nodes[node].kind != NodeKind::Import)
    {
        let nearest = following[node]
            .iter()
            .map(|&edge| columns[ends(edge).1] - length(graph, edge))
            .min();
        columns[node] = nearest.unwrap_or(0);
    }
    let last = columns.iter().copied().max().unwrap_or(0);
    for (node, column) in columns.iter_mut().enumerate() {
        // Exports are at the right edge, as imports are at the left one.
        if graph.nodes[node].kind == NodeKind::Export && following[node].is_empty() {
            *column = last;
        }
    }
    Ranks { columns, reversed }
}

/// Finds edges without which there is no circle. An edge from a node to itself is among them.
fn break_circles(graph: &Graph, outgoing: &[Vec<usize>]) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut reversed = vec![false; graph.edges.len()];
    let mut state = vec![State::New; graph.nodes.len()];
    for start in 0..graph.nodes.len() {
        // A list instead of recursion: a package may chain thousands of interfaces.
        let mut stack = vec![(start, 0)];
        while let Some((node, next)) = stack.last_mut() {
            let node = *node;
            // The start, or a node that was put on the list, has been visited from elsewhere in the meantime.
            if *next == 0 && state[node] != State::New {
                stack.pop();
                continue;
            }
            state[node] = State::Open;
            let Some(&edge) = outgoing[node].get(*next) else {
                state[node] = State::Done;
                stack.pop();
                continue;
            };
            *next += 1;
            let to = graph.edges[edge].to;
            match state[to] {
                // The edge leads back to a node on the way here, and so closes a circle.
                State::Open => reversed[edge] = true,
                State::New => stack.push((to, 0)),
                State::Done => {}
            }
        }
    }
    reversed
}

/// Sorts each column so that few arrows cross.
pub(super) fn order(items: &mut [Slot]) -> Vec<Vec<usize>> {
    let last = items.iter().map(|item| item.column).max().unwrap_or(0);
    let mut columns = vec![Vec::new(); last + 1];
    for (index, item) in items.iter().enumerate() {
        columns[item.column].push(index);
    }
    // Where each item is in its column. One list for all: a picture may have as many columns as boxes.
    let mut places = vec![0; items.len()];
    for column in &columns {
        note_places(&mut places, column);
    }
    let mut best = columns.clone();
    let mut fewest = crossings(items, &columns, &places);
    for sweep in 0..SWEEPS {
        if fewest == 0 {
            break;
        }
        let rightwards = sweep.is_multiple_of(2);
        for step in 1..columns.len() {
            let column = if rightwards { step } else { last - step };
            sort(items, &mut columns[column], &mut places, rightwards);
        }
        let now = crossings(items, &columns, &places);
        // A later sweep may be worse than an earlier one.
        if now < fewest {
            fewest = now;
            best.clone_from(&columns);
        }
    }
    best
}

/// Sorts a column by the mean place of each item's neighbours, those before it for a sweep to the right.
fn sort(items: &[Slot], own: &mut Vec<usize>, places: &mut [usize], rightwards: bool) {
    let mut keyed: Vec<(f64, usize)> = own
        .iter()
        .enumerate()
        .map(|(place, &item)| {
            let others = if rightwards {
                &items[item].left
            } else {
                &items[item].right
            };
            let sum: usize = others.iter().map(|&other| places[other]).sum();
            let key = if others.is_empty() {
                // An item without neighbours on that side stays where it is.
                place as f64
            } else {
                sum as f64 / others.len() as f64
            };
            (key, item)
        })
        .collect();
    // The sort is stable, so that the same graph always gives the same picture.
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    *own = keyed.into_iter().map(|(_, item)| item).collect();
    note_places(places, own);
}

fn note_places(places: &mut [usize], column: &[usize]) {
    for (place, &item) in column.iter().enumerate() {
        places[item] = place;
    }
}

/// How often arrows cross; nothing where there are too many to count.
fn crossings(items: &[Slot], columns: &[Vec<usize>], places: &[usize]) -> usize {
    let mut count = 0;
    let mut pairs = 0usize;
    for pair in columns.windows(2) {
        let arrows: Vec<(usize, usize)> = pair[0]
            .iter()
            .enumerate()
            .flat_map(|(place, &item)| items[item].right.iter().map(move |&to| (place, to)))
            .map(|(place, to)| (place, places[to]))
            .collect();
        pairs = pairs.saturating_add(arrows.len().saturating_mul(arrows.len()));
        if pairs > MAX_PAIRS {
            // No order is fewer than this, so that the first one stays. Counting is quadratic.
            return usize::MAX;
        }
        for (index, a) in arrows.iter().enumerate() {
            count += arrows[index + 1..]
                .iter()
                .filter(|b| a.0 < b.0 && a.1 > b.1)
                .count();
        }
    }
    count
}
