//! The turn of a task: it polls what is ready.

use super::exec::{Exec, Unit};
#[cfg(not(target_arch = "wasm32"))]
use super::on_host::wakers;
#[cfg(target_arch = "wasm32")]
use super::wakers;
use core::ptr::null;
use core::task::Context;

/// How many polls a task may do before it lets others run.
const TURN: u32 = 64;

/// Polls a future with a waker of its own. Returns whether it has ended now.
fn run(unit: &Unit) -> bool {
    let waker = wakers::of(unit);
    unit.poll(&mut Context::from_waker(&waker))
}

/// Polls what is ready.
pub(super) fn turn(task: &Exec) {
    task.stop.set(null());
    #[cfg(target_arch = "wasm32")]
    let polls = TURN;
    #[cfg(not(target_arch = "wasm32"))]
    let polls = on_host::polls();
    for _ in 0..polls {
        if task.ready.first() == task.stop.get() {
            break;
        }
        #[cfg(not(target_arch = "wasm32"))]
        on_host::pick(&task.ready, task.stop.get());
        match task.ready.pop() {
            Some(unit) if run(&unit) => task.remove(&unit),
            Some(_) => {}
            None => break,
        }
    }
}

/// The order of tests on the host.
#[cfg(not(target_arch = "wasm32"))]
mod on_host {
    use super::super::exec::{QUEUED, Queue, Unit};
    use super::super::on_host::order;
    use super::TURN;
    use alloc::vec::Vec;

    /// How many polls a task may do: few, where all orders are to be tried.
    pub(super) fn polls() -> u32 {
        if order::is_random() {
            1 + order::pick(4) as u32
        } else {
            TURN
        }
    }

    /// Makes that one of the units before `stop` comes first.
    pub(super) fn pick(ready: &Queue, stop: *const Unit) {
        if !order::is_random() {
            return;
        }
        let mut units: Vec<_> = core::iter::from_fn(|| ready.pop()).collect();
        let stops = units.iter().position(|unit| core::ptr::eq(&**unit, stop));
        let picked = order::pick(stops.unwrap_or(units.len()));
        if picked < units.len() {
            let first = units.remove(picked);
            units.insert(0, first);
        }
        for unit in units {
            unit.set(QUEUED);
            ready.push(unit);
        }
    }
}
