//! The thread that analyses packages.

use super::wire::Wire;
use crate::{codes, input};
use lsp_server::RequestId;
use serde_json::Value;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use witc_diagnostics::Code;
use witc_language_server::{Back, Failure, Question, Task};

/// Something for the thread to do.
pub(super) enum Job {
    Task(Task),
    Question(RequestId, Question),
    /// An answer that comes after those before it.
    Answer(RequestId, Result<Value, Failure>),
}

/// The requests that have no answer yet, each with whether the client still wants one.
type Pending = Arc<Mutex<HashMap<RequestId, bool>>>;

fn locked(pending: &Pending) -> MutexGuard<'_, HashMap<RequestId, bool>> {
    // The map is whole whatever a thread did that has panicked.
    pending.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The way to the thread.
pub(super) struct Jobs {
    sender: Sender<Job>,
    pending: Pending,
}

/// The stack of the thread: as large as that of the main thread, since types are walked by recursion.
const STACK: usize = 8 << 20;

impl Jobs {
    /// Starts the thread. It ends with the process.
    pub(super) fn start(wire: Wire) -> Self {
        let (sender, receiver) = channel();
        let pending = Pending::default();
        let worker = Worker {
            back: Back::new().binary_reader(input::read_binary_types),
            codes: codes::of_all_crates(),
            wire,
            pending: pending.clone(),
        };
        let thread = thread::Builder::new()
            .name("analysis".to_owned())
            .stack_size(STACK);
        // Without a thread nothing is analysed, and each request that needs it gets an error.
        let _ = thread.spawn(move || worker.run(&receiver));
        Self { sender, pending }
    }

    pub(super) fn send(&self, job: Job) {
        // The thread only ends when this end is gone.
        let _ = self.sender.send(job);
    }

    /// Hands over a request.
    pub(super) fn ask(&self, id: RequestId, question: Question) {
        locked(&self.pending).insert(id.clone(), true);
        self.send(Job::Question(id, question));
    }

    /// Notes that the client does not want an answer any more, from the parameters of `$/cancelRequest`.
    pub(super) fn cancel(&self, params: &Value) {
        let id = params.get("id").cloned().unwrap_or_default();
        let Ok(id) = serde_json::from_value::<RequestId>(id) else {
            return;
        };
        // A request that has its answer already can't be cancelled.
        if let Some(is_wanted) = locked(&self.pending).get_mut(&id) {
            *is_wanted = false;
        }
    }
}

/// The state of the thread.
struct Worker {
    back: Back,
    codes: Vec<Code>,
    wire: Wire,
    pending: Pending,
}

impl Worker {
    fn run(mut self, receiver: &Receiver<Job>) {
        while let Ok(job) = receiver.recv() {
            self.take(job);
            // All that has come meanwhile, so that of several changes only the last is analysed.
            while let Ok(job) = receiver.try_recv() {
                self.take(job);
            }
            let published = catch_unwind(AssertUnwindSafe(|| self.back.publish()));
            // A bug was reported on standard error; the next change may get around it.
            for message in published.unwrap_or_default() {
                self.wire.tell(message);
            }
        }
    }

    fn take(&mut self, job: Job) {
        match job {
            Job::Task(task) => self.back.change(task),
            Job::Answer(id, result) => self.wire.answer(id, result),
            Job::Question(id, question) => {
                let is_wanted = locked(&self.pending).get(&id).copied();
                let result = match is_wanted {
                    Some(false) => Err(Failure::cancelled()),
                    Some(true) | None => {
                        let (back, codes) = (&mut self.back, &self.codes);
                        catch_unwind(AssertUnwindSafe(|| back.answer(question, codes)))
                            .unwrap_or_else(|_| Err(Failure::internal()))
                    }
                };
                locked(&self.pending).remove(&id);
                self.wire.answer(id, result);
            }
        }
    }
}
