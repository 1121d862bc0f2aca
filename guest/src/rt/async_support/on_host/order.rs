//! The order in which a run does what it could do at the same time: at random, from a seed, or first come first served.

use core::cell::Cell;

std::thread_local! {
    /// The state of the generator; nothing without a seed.
    static STATE: Cell<Option<u64>> = const { Cell::new(None) };
}

/// Starts the order of a seed, or none. Returns the state of the order before.
pub(super) fn replace(state: Option<u64>) -> Option<u64> {
    STATE.replace(state)
}

/// Whether the order is at random.
pub(in crate::rt::async_support) fn is_random() -> bool {
    STATE.get().is_some()
}

/// Picks one of so many; the first one without a seed.
pub(in crate::rt::async_support) fn pick(count: usize) -> usize {
    match STATE.get() {
        Some(state) if count > 1 => {
            STATE.set(Some(state.wrapping_add(STEP)));
            (mixed(state.wrapping_add(STEP)) % count as u64) as usize
        }
        _ => 0,
    }
}

/// SplitMix64: few lines, and every seed, also a small one, gives an order of its own.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

fn mixed(state: u64) -> u64 {
    let mut z = state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
