//! Calls, and what the partner does with them.

use crate::model::{Around, Impossible, Model, Said, words};
use crate::table::Step;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Idle,
    Starting,
    Started,
    Returned,
    /// It was dropped where it could not be cancelled.
    Orphan,
}

#[derive(Debug)]
pub(crate) struct Calls {
    state: State,
    told: bool,
    in_set: bool,
    ended: bool,
    open: bool,
    busy: bool,
    /// The number of the next value.
    next: u32,
    started: u32,
    returned: u32,
    cancelled: u32,
    in_task: bool,
}

impl Default for Calls {
    fn default() -> Self {
        Self {
            state: State::Idle,
            told: false,
            in_set: false,
            ended: false,
            open: false,
            busy: false,
            next: 1,
            started: 0,
            returned: 0,
            cancelled: 0,
            in_task: false,
        }
    }
}

impl Calls {
    /// Lets the partner go on.
    fn run(&mut self) {
        if self.state == State::Starting && !self.busy {
            self.state = State::Started;
            self.started += 1;
        }
        if self.state == State::Started && self.open {
            self.state = State::Returned;
            self.returned += 1;
        }
    }

    fn result(&mut self) -> String {
        (self.state, self.told, self.in_set, self.ended) = (State::Idle, false, false, true);
        format!("returned {}", self.next - 1)
    }

    fn poll(&mut self) -> String {
        if self.told {
            return self.result();
        }
        self.in_set = self.in_task;
        "pending".to_owned()
    }

    fn start(&mut self) -> String {
        self.next += 1;
        self.state = State::Starting;
        if !self.busy {
            self.state = State::Started;
            self.started += 1;
            if self.open {
                self.returned += 1;
                return self.result();
            }
        }
        self.poll()
    }

    fn close(&mut self, around: Around) {
        self.in_set = false;
        match self.state {
            State::Started if around.may_block => self.cancelled += 1,
            State::Starting | State::Started if !around.may_block => {
                self.state = State::Orphan;
                return;
            }
            _ => {}
        }
        self.state = State::Idle;
    }

    fn open(&mut self) -> String {
        self.open = true;
        "there open".to_owned()
    }

    fn wait(&mut self, around: Around) -> String {
        let served = self.open();
        if around.may_block {
            self.run();
            self.told = true;
        }
        format!("{served}; {}", self.poll())
    }
}

impl Model for Calls {
    fn step(&mut self, step: Step, around: Around) -> Result<Said, Impossible> {
        self.in_task = around.may_block;
        let live = matches!(
            self.state,
            State::Starting | State::Started | State::Returned
        );
        match step {
            Step::Serve => words(self.open()),
            Step::Busy => {
                self.busy = true;
                words("there busy")
            }
            Step::Free => {
                self.busy = false;
                words("there free")
            }
            Step::Pass | Step::Turn => Err(Impossible::NotPassedOn),
            Step::Cancel | Step::CancelAgain => Err(Impossible::NoCancel),
            Step::One | Step::All | Step::Forget | Step::Abandon => {
                Err(Impossible::NoSuchOperation)
            }
            Step::PollAgain if self.ended => Ok(Said::Misuse),
            Step::PollAgain => Err(Impossible::NoOperation),
            Step::Start if live => Err(Impossible::EndIsBusy),
            Step::Poll | Step::Wait | Step::Close if !live => Err(Impossible::NoOperation),
            Step::Start => {
                self.ended = false;
                words(self.start())
            }
            Step::Poll => words(self.poll()),
            Step::Wait => words(self.wait(around)),
            Step::Close => {
                self.close(around);
                words("closed")
            }
        }
    }

    fn pass_time(&mut self) {
        self.run();
        self.told = self.state == State::Returned && self.in_set;
    }

    fn leave_task(&mut self) {
        self.in_set = false;
    }

    fn outlives_its_task(&self) -> bool {
        self.state != State::Idle
    }

    fn finish(&mut self) -> Vec<String> {
        let mut trace = Vec::new();
        self.busy = false;
        if matches!(
            self.state,
            State::Starting | State::Started | State::Returned
        ) {
            self.open = true;
            self.run();
            trace.push(self.result());
        }
        if self.started > 0 {
            trace.push(format!(
                "there {} started, {} returned, {} cancelled",
                self.started, self.returned, self.cancelled
            ));
        }
        trace
    }
}
