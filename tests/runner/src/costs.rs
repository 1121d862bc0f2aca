//! The cost of asynchronous guests (`fixtures/guests/measured-async`): what they execute, allocate, and ask of the host.

use crate::counting::counting;
use crate::{Call, Concurrent, Error, Program, Result, Val};

/// What is measured: the functions of the caller.
pub const RUNS: [&str; 8] = [
    "immediate",
    "pending",
    "yields",
    "spawns",
    "next-numbers",
    "next-orders",
    "read-orders",
    "read-bytes",
];

/// How often a function does something, in two calls. What the calls cost beside that is in both.
const TIMES: [u32; 2] = [10, 110];

/// What it costs to do something once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// What both components execute.
    pub fuel: f64,
    /// Their calls of built-in functions, and of each other.
    pub calls: f64,
    /// The allocations of the caller, and of the callee.
    pub allocations: [f64; 2],
    /// The bytes that both allocate.
    pub bytes: f64,
}

/// What a component has done since it was instantiated: allocations, bytes, calls.
type Done = [f64; 3];

/// The cost of doing something, once everything that is set up once is there.
///
/// # Errors
///
/// That the component is not the one that is measured, or traps.
pub fn cost(component: &[u8], run: &str) -> Result<Cost> {
    let (fuel, [here, there]) = spent(component, run)?;
    // Counting calls is executed by the guests as well: they are counted in another run.
    let (_, [calls_here, calls_there]) = spent(&counting(component)?, run)?;
    Ok(Cost {
        fuel,
        calls: calls_here[2] + calls_there[2],
        allocations: [here[0], there[0]],
        bytes: here[1] + there[1],
    })
}

/// The fuel for doing something, and what each component does.
fn spent(component: &[u8], run: &str) -> Result<(f64, [Done; 2])> {
    let mut guest = Program::concurrent(component)?.start()?;
    call(&mut guest, run, TIMES[1])?;
    let few = once(&mut guest, run, TIMES[0])?;
    let many = once(&mut guest, run, TIMES[1])?;
    let each = |many: f64, few: f64| (many - few) / f64::from(TIMES[1] - TIMES[0]);
    let done = [0, 1].map(|side| [0, 1, 2].map(|what| each(many.1[side][what], few.1[side][what])));
    Ok((each(many.0, few.0), done))
}

/// The fuel of a call, and what each component does in it.
fn once(guest: &mut Concurrent, run: &str, times: u32) -> Result<(f64, [Done; 2])> {
    let before = done(guest)?;
    let full = guest.fuel()?;
    call(guest, run, times)?;
    let fuel = full - guest.fuel()?;
    let after = done(guest)?;
    let done = [0, 1].map(|side| [0, 1, 2].map(|what| after[side][what] - before[side][what]));
    Ok((fuel as f64, done))
}

fn call(guest: &mut Concurrent, run: &str, times: u32) -> Result<()> {
    guest.call(Call {
        interface: Some("fixture:measured-async/runs"),
        function: run,
        args: vec![Val::U32(times)],
    })?;
    // What is left to do after the result is a part of it.
    guest.settle()?;
    Ok(())
}

/// What the caller and the callee have done.
fn done(guest: &mut Concurrent) -> Result<[Done; 2]> {
    let mut all = [[0.0; 3]; 2];
    for (function, done) in ["here", "there"].into_iter().zip(&mut all) {
        let call = Call {
            interface: None,
            function,
            args: Vec::new(),
        };
        let Some(Val::Record(fields)) = guest.call(call)? else {
            return Err(Error::msg(format!("`{function}` gives no record")));
        };
        for ((_, field), count) in fields.iter().zip(done) {
            let Val::U64(number) = field else {
                return Err(Error::msg(format!("`{function}` counts no {field:?}")));
            };
            *count = *number as f64;
        }
    }
    Ok(all)
}
