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

pub(super) fn rank(graph: &Graph) -> Ranks {
    let reversed = break_circles(graph);
    let ways = Ways::new(graph, &reversed);
    let mut columns = ways.longest();
    ways.close_up(graph, &mut columns);
    ways.align_exports(graph, &mut columns);
    Ranks { columns, reversed }
}

/// The edges without circles.
struct Ways {
    /// For each node the nodes after it, and how many columns the edge to each takes.
    following: Vec<Vec<(usize, usize)>>,
    /// For each node how many edges lead to it.
    incoming: Vec<usize>,
}

impl Ways {
    fn new(graph: &Graph, reversed: &[bool]) -> Self {
        let count = graph.nodes.len();
        let mut this = Self {
            following: vec![Vec::new(); count],
            incoming: vec![0; count],
        };
        for (edge, &reversed) in graph.edges.iter().zip(reversed) {
            let (from, to) = if reversed {
                (edge.to, edge.from)
            } else {
                (edge.from, edge.to)
            };
            // An edge from a node to itself would wait for itself.
            if from != to {
                // An edge with a label has a column for it.
                let length = 1 + usize::from(!edge.labels.is_empty());
                this.following[from].push((to, length));
                this.incoming[to] += 1;
            }
        }
        this
    }

    /// The nodes that no edge leads to.
    fn sources(&self) -> impl Iterator<Item = usize> {
        let nodes = self.incoming.iter().enumerate();
        nodes
            .filter(|(_, incoming)| **incoming == 0)
            .map(|(node, _)| node)
    }

    /// The column of each node: the longest way to it counts, so that no arrow runs backwards.
    fn longest(&self) -> Vec<usize> {
        let mut columns = vec![0usize; self.incoming.len()];
        let mut waiting = self.incoming.clone();
        let mut ready: Vec<usize> = self.sources().collect();
        let mut done = 0;
        while let Some(&node) = ready.get(done) {
            done += 1;
            for &(to, length) in &self.following[node] {
                columns[to] = columns[to].max(columns[node] + length);
                waiting[to] -= 1;
                if waiting[to] == 0 {
                    ready.push(to);
                }
            }
        }
        columns
    }

    /// Moves boxes that need nothing next to what needs them, for short arrows. Imports stay at the left edge.
    fn close_up(&self, graph: &Graph, columns: &mut [usize]) {
        let sources = self.sources();
        for node in sources.filter(|&node| graph.nodes[node].kind != NodeKind::Import) {
            let following = self.following[node].iter();
            let nearest = following.map(|&(to, length)| columns[to] - length).min();
            columns[node] = nearest.unwrap_or(0);
        }
    }

    /// Moves exports to the right edge, as imports are at the left one.
    fn align_exports(&self, graph: &Graph, columns: &mut [usize]) {
        let last = columns.iter().copied().max().unwrap_or(0);
        for (node, column) in columns.iter_mut().enumerate() {
            if graph.nodes[node].kind == NodeKind::Export && self.following[node].is_empty() {
                *column = last;
            }
        }
    }
}

/// Finds edges without which there is no circle. An edge from a node to itself is among them.
fn break_circles(graph: &Graph) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut outgoing = vec![Vec::new(); graph.nodes.len()];
    for (index, edge) in graph.edges.iter().enumerate() {
        outgoing[edge.from].push(index);
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
