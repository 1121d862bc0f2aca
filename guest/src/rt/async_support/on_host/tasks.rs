//! Tasks besides the one that blocks: calls of mocks, and exports that a test has started. Whoever blocks runs them meanwhile.

use super::channels::{self, block_until, host};
use super::order;
use super::thread::{CONTEXT, InContext, thread};
use crate::rt::async_support::status::{Event, TASK_CANCELLED};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::RefCell;
use core::mem::{replace, take};
use core::ptr::null_mut;

std::thread_local! {
    static RUN: RefCell<Run> = const { RefCell::new(Run::new(None, false)) };
}

/// What a thread runs.
pub(super) struct Run {
    /// In the order in which they had their last turn.
    tasks: Vec<Task>,
    last: u64,
    /// The sets that somebody blocks for, innermost last.
    blocked: Vec<u32>,
    /// How often the program has asked for no further calls of exports.
    backpressure: u32,
    /// Other threads may do something as well.
    threads: bool,
    seed: Option<u64>,
}

struct Task {
    number: u64,
    /// What the task is, in words.
    name: String,
    /// The call of an export, rather than one of a mock.
    export: bool,
    state: State,
    context: *mut u8,
    resume: Resume,
    /// The task is to be cancelled after its turn.
    cancelled: bool,
}

enum State {
    New(Start),
    Ready,
    Waiting(u32),
    Running,
}

/// Starts a task, and returns the code with which an export returns.
pub(super) type Start = Box<dyn FnOnce() -> i32>;

/// Goes on with the task of the current context after an event. Returns the code with which a callback returns.
pub(super) type Resume = fn(Event) -> u32;

impl Run {
    pub(super) const fn new(seed: Option<u64>, threads: bool) -> Self {
        Self {
            tasks: Vec::new(),
            last: 0,
            blocked: Vec::new(),
            backpressure: 0,
            threads,
            seed,
        }
    }

    fn index(&self, number: u64) -> Option<usize> {
        self.tasks.iter().position(|task| task.number == number)
    }

    /// Whether a task is new, and backpressure does not hold it back.
    fn is_ready_to_start(&self, task: &Task) -> bool {
        match task.state {
            State::New(_) => !task.export || self.backpressure == 0,
            State::Ready | State::Waiting(_) | State::Running => false,
        }
    }

    /// The numbers of the tasks that can go on.
    fn ready(&self) -> Vec<u64> {
        let ready = self.tasks.iter().filter(|task| match task.state {
            State::New(_) => self.is_ready_to_start(task),
            State::Ready => true,
            State::Waiting(set) => host(|host| host.has_event(set)),
            State::Running => false,
        });
        ready.map(|task| task.number).collect()
    }
}

fn with<R>(f: impl FnOnce(&mut Run) -> R) -> R {
    RUN.with(|run| f(&mut run.borrow_mut()))
}

/// Adds a task. Returns its number.
pub(super) fn add(name: String, export: bool, start: Start, resume: Resume) -> u64 {
    with(|run| {
        run.last += 1;
        run.tasks.push(Task {
            number: run.last,
            name,
            export,
            state: State::New(start),
            context: null_mut(),
            resume,
            cancelled: false,
        });
        run.last
    })
}

/// Starts a task at once, as the call of an import may do.
pub(super) fn start_now(number: u64) {
    // It may be new no longer, or may not start.
    let may_start = with(|run| {
        let task = run.tasks.iter().find(|task| task.number == number);
        task.is_some_and(|task| run.is_ready_to_start(task))
    });
    if may_start {
        go_on(number, None);
    }
}

/// Cancels a task.
pub(super) fn cancel(number: u64) {
    // At the end of a thread its tasks may be gone.
    let state = RUN.try_with(|run| {
        let mut run = run.borrow_mut();
        let index = run.index(number)?;
        match run.tasks[index].state {
            State::New(_) => Some(run.tasks.remove(index).state),
            State::Running => {
                run.tasks[index].cancelled = true;
                None
            }
            State::Ready | State::Waiting(_) => Some(State::Ready),
        }
    });
    match state {
        // It drops what the call was given, which may be anything.
        Ok(Some(State::New(start))) => drop(start),
        Ok(Some(State::Ready | State::Waiting(_) | State::Running)) => {
            go_on(number, Some((TASK_CANCELLED, 0, 0)));
        }
        Ok(None) | Err(_) => {}
    }
}

/// Gives a task a turn, with an event or the next one of its set.
fn go_on(number: u64, event: Option<Event>) {
    let found = with(|run| {
        let index = run.index(number)?;
        // It is the last one now that others go before.
        let mut task = run.tasks.remove(index);
        let state = replace(&mut task.state, State::Running);
        let (context, resume) = (task.context, task.resume);
        run.tasks.push(task);
        Some((state, context, resume))
    });
    let Some((state, context, resume)) = found else {
        return;
    };
    let before = InContext::enter(context);
    let code = match state {
        State::New(start) => start() as u32,
        State::Ready | State::Running => resume(event.unwrap_or_default()),
        State::Waiting(set) => {
            let event = event.or_else(|| channels::next_event(set));
            resume(event.unwrap_or_default())
        }
    };
    let context = CONTEXT.get();
    drop(before);
    let cancelled = with(|run| {
        let index = run.index(number)?;
        let task = &mut run.tasks[index];
        task.context = context;
        task.state = match code & 0xf {
            0 => {
                run.tasks.remove(index);
                return None;
            }
            1 => State::Ready,
            _ => State::Waiting(code >> 4),
        };
        take(&mut task.cancelled).then_some(())
    });
    if cancelled.is_some() {
        go_on(number, Some((TASK_CANCELLED, 0, 0)));
    }
}

/// Does what other threads have asked for. Returns the tasks that can go on.
fn ready() -> Vec<u64> {
    let inbox = host(|host| host.inboxes.remove(&thread())).unwrap_or_default();
    inbox.into_iter().for_each(|errand| errand());
    with(|run| run.ready())
}

/// Gives one of some tasks a turn.
fn one_of(ready: &[u64]) {
    if let Some(&number) = ready.get(order::pick(ready.len())) {
        go_on(number, None);
    }
}

/// Blocks until a set has an event. Other tasks run meanwhile.
pub(super) fn wait(set: u32) -> Event {
    #[cfg(test)]
    super::scripted::on_block();
    let _blocked = Blocked::new(set);
    loop {
        let ready = ready();
        let has_event = host(|host| host.has_event(set));
        // With a seed an event may come late: others go first.
        let first = order::pick(ready.len() + 1) == 0;
        if has_event && (first || ready.is_empty()) {
            return channels::next_event(set).unwrap_or_default();
        }
        if ready.is_empty() {
            stuck(set);
        }
        one_of(&ready);
    }
}

/// Notes that somebody blocks for a set, until it is dropped.
struct Blocked;

impl Blocked {
    fn new(set: u32) -> Self {
        with(|run| run.blocked.push(set));
        Self
    }
}

impl Drop for Blocked {
    fn drop(&mut self) {
        with(|run| run.blocked.pop());
    }
}

/// Waits for other threads, or ends a program that nobody wakes.
fn stuck(set: u32) {
    if !with(|run| run.threads) {
        deadlock();
    }
    let sets: Vec<u32> = with(|run| {
        let waiting = run.tasks.iter().filter_map(|task| match task.state {
            State::Waiting(set) => Some(set),
            State::New(_) | State::Ready | State::Running => None,
        });
        waiting.chain([set]).collect()
    });
    let thread = thread();
    block_until(|host| {
        host.inboxes.contains_key(&thread) || sets.iter().any(|&set| host.has_event(set))
    });
}

/// Gives other tasks a turn.
pub(super) fn let_others_run() {
    let ready = ready();
    if order::is_random() {
        // Some of them, or none.
        if order::pick(ready.len() + 1) != 0 {
            one_of(&ready);
        }
    } else {
        ready.into_iter().for_each(|number| go_on(number, None));
    }
}

/// Counts what the program has asked for.
pub(super) fn backpressure(change: i32) {
    with(|run| {
        let count = run.backpressure.checked_add_signed(change);
        run.backpressure = count.expect("`backpressure_dec` takes back a `backpressure_inc`");
    });
}

/// Makes a run the current one of this thread. Returns the one before.
pub(super) fn replace_run(run: Run) -> Run {
    with(|current| replace(current, run))
}

/// Runs tasks until all have ended.
pub(super) fn finish() {
    loop {
        let ready = ready();
        if !ready.is_empty() {
            one_of(&ready);
        } else if with(|run| run.tasks.is_empty()) {
            break;
        } else {
            deadlock();
        }
    }
}

/// Ends a program in which nothing can go on, and says what everything waits for.
#[cold]
fn deadlock() -> ! {
    let waits = with(|run| {
        let blocked = run.blocked.iter().enumerate().map(|(depth, &set)| {
            let name = if depth == 0 {
                "the test"
            } else {
                "a `block_on`"
            };
            (String::from(name), Some(set))
        });
        let tasks = run.tasks.iter().filter_map(|task| match task.state {
            State::New(_) => Some((task.name.clone(), None)),
            State::Waiting(set) => Some((task.name.clone(), Some(set))),
            State::Ready | State::Running => None,
        });
        blocked.chain(tasks).collect::<Vec<_>>()
    });
    let mut text = String::from("deadlock: nothing can go on");
    if let Some(seed) = with(|run| run.seed) {
        text += &alloc::format!(" in the order of seed {seed}");
    }
    for (name, set) in waits {
        let operations = set.map(channels::describe);
        let what = match operations {
            None => String::from("the end of backpressure"),
            Some(list) if list.is_empty() => String::from("something that wakes it"),
            Some(list) => list.join(", "),
        };
        text += &alloc::format!("\n  {name} waits for {what}");
    }
    panic!("{text}")
}
