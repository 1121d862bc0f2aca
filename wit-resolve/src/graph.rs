//! Order in graphs: what depends on something comes after it, and otherwise the order of the text stays.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A graph in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The nodes that no cycle reaches: each after those that it depends on, and among those that could come next the
    /// first of the text comes first.
    pub nodes: Vec<usize>,
    /// Cycles: each node depends on the next one, and the last on the first. Each starts with its first node of the
    /// text. Every node that is missing in `nodes` is in one of them or depends on one.
    pub cycles: Vec<Vec<usize>>,
    /// The nodes that depend on a cycle without being in one that was found, in the order of the text.
    pub blocked: Vec<usize>,
}

/// Orders the nodes `0..edges.len()`, where `edges[i]` are the nodes that `i` depends on.
#[must_use]
pub fn order(edges: &[Vec<usize>]) -> Order {
    let mut waiting: Vec<usize> = edges.iter().map(Vec::len).collect();
    let mut dependants = vec![Vec::new(); edges.len()];
    for (node, targets) in edges.iter().enumerate() {
        for &target in targets {
            dependants[target].push(node);
        }
    }
    // Kahn's algorithm, with a heap in place of a queue: of all that could come next, the first of
    // the text does.
    let mut ready: BinaryHeap<_> = (0..edges.len())
        .filter(|&node| waiting[node] == 0)
        .map(Reverse)
        .collect();
    let mut nodes = Vec::with_capacity(edges.len());
    while let Some(Reverse(node)) = ready.pop() {
        nodes.push(node);
        for &dependant in &dependants[node] {
            waiting[dependant] -= 1;
            if waiting[dependant] == 0 {
                ready.push(Reverse(dependant));
            }
        }
    }
    // Nearly every graph has no cycle, and none has to be searched for.
    if nodes.len() == edges.len() {
        return Order {
            nodes,
            ..Order::default()
        };
    }
    // What still waits is in a cycle, or depends on one.
    let stuck: Vec<bool> = waiting.iter().map(|&count| count > 0).collect();
    let cycles = cycles(edges, &stuck);
    let mut in_cycle = vec![false; edges.len()];
    cycles
        .iter()
        .flatten()
        .for_each(|&node| in_cycle[node] = true);
    let blocked = (0..edges.len())
        .filter(|&node| stuck[node] && !in_cycle[node])
        .collect();
    Order {
        nodes,
        cycles,
        blocked,
    }
}

/// The nodes among `0..count` that `roots` reach, each after those that it depends on, in the order in which they are met
/// when `edges` are followed in turn. Where there is a cycle, the order is broken somewhere in it.
#[must_use]
pub fn post_order(
    count: usize,
    roots: impl IntoIterator<Item = usize>,
    mut edges: impl FnMut(usize) -> Vec<usize>,
) -> Vec<usize> {
    let mut met = vec![false; count];
    let mut nodes = Vec::with_capacity(count);
    for root in roots {
        if std::mem::replace(&mut met[root], true) {
            continue;
        }
        // The path from the root, each node with the targets that are still to be followed.
        // A list in place of recursion: a chain of types may be as long as the text has room for.
        let mut path = vec![(root, edges(root).into_iter())];
        while let Some((node, targets)) = path.last_mut() {
            let Some(target) = targets.next() else {
                nodes.push(*node);
                path.pop();
                continue;
            };
            if !std::mem::replace(&mut met[target], true) {
                let targets = edges(target).into_iter();
                path.push((target, targets));
            }
        }
    }
    nodes
}

/// Cycles among the nodes that are stuck, no two of which share a node.
fn cycles(edges: &[Vec<usize>], stuck: &[bool]) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        OnPath(usize),
        Done,
    }
    let mut state = vec![State::New; edges.len()];
    let mut cycles = Vec::new();
    for root in (0..edges.len()).filter(|&node| stuck[node]) {
        // The path from the root, each node with the number of its next edge.
        let mut path = if state[root] == State::New {
            vec![(root, 0)]
        } else {
            continue;
        };
        state[root] = State::OnPath(0);
        while let Some((node, next)) = path.last_mut() {
            let Some(&target) = edges[*node].get(*next) else {
                state[*node] = State::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match state[target] {
                State::New if stuck[target] => {
                    state[target] = State::OnPath(path.len());
                    path.push((target, 0));
                }
                State::OnPath(from) => {
                    let mut cycle: Vec<usize> =
                        path[from..].iter().map(|&(node, _)| node).collect();
                    let first = (0..cycle.len()).min_by_key(|&i| cycle[i]).unwrap_or(0);
                    cycle.rotate_left(first);
                    // The whole path is done with, so that no two cycles share a node, and a tangle
                    // gives few reports rather than one for each way around.
                    path.iter().for_each(|&(node, _)| state[node] = State::Done);
                    path.clear();
                    cycles.push(cycle);
                }
                State::New | State::Done => {}
            }
        }
    }
    cycles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_of_the_text() {
        assert_eq!(order(&[vec![], vec![0], vec![0, 1]]).nodes, [0, 1, 2]);
        assert_eq!(order(&[vec![2], vec![], vec![]]).nodes, [1, 2, 0]);
        assert_eq!(order(&[vec![1, 1], vec![]]).nodes, [1, 0]);
    }

    #[test]
    fn finds_cycles_and_what_they_block() {
        let found = order(&[vec![3], vec![2], vec![1], vec![0], vec![1], vec![], vec![6]]);
        assert_eq!(found.nodes, [5]);
        assert_eq!(found.cycles, [vec![0, 3], vec![1, 2], vec![6]]);
        assert_eq!(found.blocked, [4]);
    }

    #[test]
    fn follows_edges() {
        let edges = [vec![2, 1], vec![], vec![1], vec![3]];
        assert_eq!(
            post_order(4, 0..4, |node| edges[node].clone()),
            [1, 2, 0, 3]
        );
        assert_eq!(post_order(4, [2], |node| edges[node].clone()), [1, 2]);
    }

    #[test]
    fn is_not_deep() {
        let edges: Vec<Vec<usize>> = (0..200_000).map(|i| vec![(i + 1) % 200_000]).collect();
        assert_eq!(order(&edges).cycles.len(), 1);
        let all = post_order(edges.len(), [0], |node| edges[node].clone());
        assert_eq!(all.len(), edges.len());
    }
}
