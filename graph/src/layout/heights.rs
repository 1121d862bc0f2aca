//! How high each item of a column stands: as near to its neighbours as those above and below allow.

use super::slot::Slot;

/// How often heights are settled.
// An even number, so that as many sweeps go to the right as to the left.
const SWEEPS: usize = 16;

/// Sets the heights of all items.
pub(super) fn settle(items: &mut [Slot], columns: &[Vec<usize>]) {
    for column in columns {
        // All columns start centred on the same line.
        let wanted = vec![0.0; column.len()];
        place(items, column, &wanted);
    }
    for sweep in 0..SWEEPS {
        // Alternating directions carry the heights of either side through the whole picture.
        let order: Vec<&Vec<usize>> = if sweep.is_multiple_of(2) {
            columns.iter().collect()
        } else {
            columns.iter().rev().collect()
        };
        for column in order {
            let wanted: Vec<f64> = column
                .iter()
                .map(|&item| wanted(items, item, sweep))
                .collect();
            place(items, column, &wanted);
        }
    }
}

/// The mean height of the neighbours on one side, and in the last sweeps of all.
fn wanted(items: &[Slot], item: usize, sweep: usize) -> f64 {
    let own = &items[item];
    let side: Vec<usize> = match sweep {
        // One side at a time moves items far; both together settle them.
        _ if sweep + 4 >= SWEEPS => own.left.iter().chain(&own.right).copied().collect(),
        _ if sweep.is_multiple_of(2) => own.left.clone(),
        _ => own.right.clone(),
    };
    if side.is_empty() {
        return own.y;
    }
    side.iter().map(|&other| items[other].y).sum::<f64>() / side.len() as f64
}

/// The least distance between the middles of two items.
fn distance(above: &Slot, below: &Slot) -> f64 {
    let slim = above.width == 0.0 || below.width == 0.0;
    // Bends are lines, which may be nearer to each other than boxes.
    f64::midpoint(above.height, below.height) + if slim { 14.0 } else { 26.0 }
}

/// Places the items of a column in order, each as near to where it is wanted as the sum of squares allows: neighbours
/// that would come too close are a block, which stands where its items want it on average.
fn place(items: &mut [Slot], column: &[usize], wanted: &[f64]) {
    let mut offsets = vec![0.0; column.len()];
    for index in 1..column.len() {
        offsets[index] =
            offsets[index - 1] + distance(&items[column[index - 1]], &items[column[index]]);
    }
    // Blocks as the sum of their items' wanted places and the number of items, so that uniting two is an addition.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (wanted, offset) in wanted.iter().zip(&offsets) {
        // This is isotonic regression: without its offset each item wants a place of its own, and blocks in the
        // wrong order are united, with the ones before them too.
        let mut block = (wanted - offset, 1);
        while let Some(&(sum, count)) = blocks.last()
            && sum / count as f64 >= block.0 / block.1 as f64
        {
            block = (block.0 + sum, block.1 + count);
            blocks.pop();
        }
        blocks.push(block);
    }
    let mut next = 0;
    for (sum, count) in blocks {
        for index in next..next + count {
            items[column[index]].y = sum / count as f64 + offsets[index];
        }
        next += count;
    }
}
