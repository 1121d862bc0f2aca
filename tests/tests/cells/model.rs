//! What is expected of a cell: a model of the subject, of its partner, and of who gets what is passed on. It follows from the
//! specification and from the documentation of the runtime.

use crate::calls;
use crate::futures;
use crate::stream_reader;
use crate::stream_writer;
use crate::table::{Beginning, Cell, End, Payload, Place, Step};

/// Where steps are run.
#[derive(Clone, Copy)]
pub(crate) struct Around {
    /// An operation may be cancelled, and waited for.
    pub(crate) may_block: bool,
}

/// Why there is no cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Impossible {
    /// Writers and calls are not values of WIT.
    NotPassedOn,
    /// Reads have no `all`, calls nothing but a start.
    NoSuchOperation,
    /// The operation borrows or owns the end.
    EndIsBusy,
    /// Nothing is pending.
    NoOperation,
    /// The future of an asynchronous function is dropped, and has no `cancel`.
    NoCancel,
    /// The operation has taken the end.
    EndIsConsumed,
    /// A task is not left before the steps in a synchronous function, which are the same without.
    NothingBetween,
    /// Misuse is tried with one type of values, and one beginning.
    MisuseElsewhere,
    /// A deadlock that the specification allows: a write comes after one that was dropped, which nobody reads; or `block_on` waits
    /// for what was started in it, or for what the task that it blocks does in the background.
    Deadlock,
    /// wasmtime 48 ends the instance when the task is gone that has made a call which returns, or has started a read which is written,
    /// and when an operation ends that one task waits for and another blocks on.
    Wasmtime48,
    /// Both ends would be used in one component, and have other values than numbers.
    BothEndsHere,
}

impl Impossible {
    pub(crate) const COUNT: usize = 11;
}

/// What a step comes to.
pub(crate) enum Said {
    Words(String),
    /// The program panics.
    Misuse,
}

/// What is expected of a cell.
#[derive(Debug)]
pub(crate) enum Expected {
    Trace(Vec<String>),
    Misuse,
}

/// A model of a subject with its partner.
pub(crate) trait Model {
    fn step(&mut self, step: Step, around: Around) -> Result<Said, Impossible>;
    /// Lets time pass, in which a task that goes on is told of events.
    fn pass_time(&mut self);
    /// The task in which operations were polled has ended.
    fn leave_task(&mut self);
    /// Whether a call outlives the task that has made it.
    fn outlives_its_task(&self) -> bool {
        false
    }
    /// Whether something is done in the background: a default is written, or what a reader gets is passed on.
    fn is_in_background(&self) -> bool {
        false
    }
    fn finish(&mut self) -> Vec<String>;
}

pub(crate) fn words(text: impl Into<String>) -> Result<Said, Impossible> {
    Ok(Said::Words(text.into()))
}

/// What is expected of a cell, or why it cannot be.
pub(crate) fn expect(cell: &Cell) -> Result<Expected, Impossible> {
    let both_here = cell.payload != Payload::Numbers;
    let mut model: Box<dyn Model> = match cell.end {
        End::StreamReader => Box::new(stream_reader::Reader::new(both_here)),
        End::StreamWriter => Box::new(stream_writer::Writer::default()),
        End::FutureReader => Box::new(futures::Reader::new(both_here)),
        End::FutureWriter => Box::new(futures::Writer::default()),
        End::Call => Box::new(calls::Calls::default()),
    };
    let place = Around {
        may_block: cell.place.may_block(),
    };
    let task = Around { may_block: true };
    let synchronous = Around { may_block: false };
    let before = match cell.beginning {
        Beginning::Here => place,
        Beginning::Yielded if matches!(cell.place, Place::SyncExport | Place::DestructorThere) => {
            return Err(Impossible::NothingBetween);
        }
        Beginning::Yielded | Beginning::Told | Beginning::Ended => task,
        Beginning::SyncExport => synchronous,
    };
    let mut trace = Vec::new();
    run(model.as_mut(), &cell.before, before, &mut trace)?;
    match cell.beginning {
        Beginning::Here => {}
        Beginning::Yielded | Beginning::Told => model.pass_time(),
        Beginning::Ended | Beginning::SyncExport => {
            model.leave_task();
            model.pass_time();
        }
    }
    let left = match cell.beginning {
        Beginning::Ended | Beginning::SyncExport => model.outlives_its_task(),
        Beginning::Here | Beginning::Yielded | Beginning::Told => false,
    };
    let in_background = model.is_in_background();
    if run(model.as_mut(), &cell.then, place, &mut trace)? {
        let elsewhere = cell.payload != Payload::Numbers || cell.beginning != Beginning::Here;
        return if elsewhere {
            Err(Impossible::MisuseElsewhere)
        } else {
            Ok(Expected::Misuse)
        };
    }
    // `block_on` ends after what has been started in it.
    if cell.place == Place::BlockOn && model.is_in_background() {
        return Err(Impossible::Deadlock);
    }
    if in_background && blocks_its_task(cell) {
        return Err(Impossible::Deadlock);
    }
    if taken_over(cell) || left || model.outlives_its_task() || reads_later(cell, &trace) {
        return Err(Impossible::Wasmtime48);
    }
    trace.extend(model.finish());
    Ok(Expected::Trace(trace))
}

/// Whether a place waits, by `block_on`, for a reader that was passed on in a synchronous function: the task that is blocked has
/// taken over to pass on what arrives.
fn blocks_its_task(cell: &Cell) -> bool {
    let blocks = match cell.place {
        Place::Cancelled
        | Place::Aborted
        | Place::Waker
        | Place::WakerDropped
        | Place::DestructorHere => true,
        Place::Task
        | Place::AfterReturn
        | Place::BlockOn
        | Place::SyncExport
        | Place::DestructorThere => false,
    };
    blocks && cell.beginning == Beginning::SyncExport && cell.then.contains(&Step::Wait)
}

/// Whether a place waits for an operation that another task waits for. At its event, the host looks for it in the set of
/// that task ("delivering non-present event").
fn taken_over(cell: &Cell) -> bool {
    let starts = [Step::Start, Step::One, Step::All];
    cell.beginning == Beginning::Told
        && cell.place.may_block()
        && cell.then.contains(&Step::Wait)
        && cell.before.iter().any(|step| starts.contains(step))
}

/// Whether the partner has started a read in a synchronous function, and the subject writes after that has returned. What is copied
/// as bytes arrives all the same.
fn reads_later(cell: &Cell, trace: &[String]) -> bool {
    let writes = match cell.end {
        End::StreamWriter => cell.payload != Payload::Numbers,
        End::FutureWriter => true,
        End::StreamReader | End::FutureReader | End::Call => false,
    };
    writes && trace.iter().any(|said| said.contains("there pending"))
}

/// Runs steps. Returns whether one of them is misuse.
fn run(
    model: &mut dyn Model,
    steps: &[Step],
    around: Around,
    trace: &mut Vec<String>,
) -> Result<bool, Impossible> {
    for &step in steps {
        match model.step(step, around)? {
            Said::Words(words) => trace.push(words),
            Said::Misuse => return Ok(true),
        }
    }
    Ok(false)
}
