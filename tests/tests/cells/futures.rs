//! The ends of futures, and what the partner does with the other end.

use crate::host::{Channel, Ending, Operation};
use crate::model::{Around, Impossible, Model, Said, words};
use crate::table::Step;

const THERE: u32 = 11;
const DEFAULT_THERE: u32 = 99;
const DEFAULT: u32 = 90;

/// What an end has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Idle,
    Pending,
    /// It was dropped with an operation that could not be cancelled.
    Orphan,
    Gone,
}

/// What both ends have in common.
#[derive(Debug)]
struct Core {
    channel: Channel,
    state: State,
    /// An operation of the host has been started, and the subject does not know yet how it has ended.
    pending: bool,
    told: Option<Operation>,
    in_set: bool,
    ended: bool,
    partner_gone: bool,
    in_task: bool,
}

impl Core {
    fn new() -> Self {
        Self {
            channel: Channel::default(),
            state: State::Idle,
            pending: false,
            told: None,
            in_set: false,
            ended: false,
            partner_gone: false,
            in_task: false,
        }
    }

    fn check(&mut self, step: Step) -> Result<(), Impossible> {
        match (step, self.state) {
            (Step::PollAgain | Step::CancelAgain, _) if !self.ended => Err(Impossible::NoOperation),
            (Step::PollAgain | Step::CancelAgain, _) => Ok(()),
            (_, State::Orphan | State::Gone) => Err(Impossible::EndIsConsumed),
            (Step::Poll | Step::Wait | Step::Cancel, State::Idle) => Err(Impossible::NoOperation),
            (Step::Start | Step::Pass | Step::Turn, State::Pending) => Err(Impossible::EndIsBusy),
            _ => {
                self.ended = false;
                Ok(())
            }
        }
    }

    fn know(&mut self) {
        (self.pending, self.in_set) = (false, false);
    }
}

/// The reader, whose partner writes.
#[derive(Debug)]
pub(crate) struct Reader {
    core: Core,
    kept: bool,
    /// A future in the background passes the value on.
    forwarded: bool,
    both_here: bool,
}

impl Reader {
    pub(crate) fn new(both_here: bool) -> Self {
        Self {
            core: Core::new(),
            kept: false,
            forwarded: false,
            both_here,
        }
    }

    fn value(&mut self, operation: &Operation) -> String {
        self.core.know();
        self.core.state = State::Gone;
        format!("value {}", operation.moved[0])
    }

    fn poll(&mut self) -> Option<String> {
        if !self.core.pending {
            if let Some(operation) = self.core.channel.read(1) {
                self.core.ended = true;
                return Some(self.value(&operation));
            }
            self.core.pending = true;
        }
        let Some(told) = self.core.told.take() else {
            self.core.in_set = self.core.in_task;
            return None;
        };
        self.core.ended = true;
        Some(self.value(&told))
    }

    /// Ends the read, unless it goes on. Returns what has arrived.
    fn abandon(&mut self, around: Around) -> Option<Operation> {
        if !self.core.pending {
            return None;
        }
        let side = &mut self.core.channel.reader;
        let asks = around.may_block || !self.core.in_set;
        let ended = (self.core.told.take()).or_else(|| if asks { side.event() } else { None });
        self.core.in_set = false;
        if ended.is_some() {
            self.core.know();
        } else if around.may_block {
            side.cancel();
            self.core.know();
        }
        ended
    }

    fn close(&mut self, around: Around) {
        if self.forwarded {
            self.core.state = State::Gone;
            return;
        }
        let arrived = self.abandon(around).is_some();
        if self.core.pending {
            self.core.state = State::Orphan;
            return;
        }
        self.core.state = State::Gone;
        if !arrived {
            self.core.channel.drop_reader();
        }
    }

    fn serve(&mut self) -> String {
        if self.core.partner_gone {
            return "there closed".to_owned();
        }
        if self.core.channel.writer.is_pending() {
            return "there pending".to_owned();
        }
        match self.core.channel.write(vec![THERE]) {
            Some(operation) => {
                self.core.partner_gone = true;
                there_wrote(&operation)
            }
            None => "there pending".to_owned(),
        }
    }

    fn cancel(&mut self, around: Around) -> String {
        match self.abandon(around) {
            Some(operation) => self.value(&operation),
            None => {
                self.core.state = State::Idle;
                "reader back".to_owned()
            }
        }
    }

    fn wait(&mut self, around: Around) -> String {
        let served = self.serve();
        if around.may_block && self.core.told.is_none() {
            self.core.told = self.core.channel.reader.event();
        }
        let polled = self.poll().unwrap_or_else(|| "pending".to_owned());
        format!("{served}; {polled}")
    }

    /// Passes the reader on. Returns whether it is another one, since the value has arrived or may do so.
    fn pass(&mut self, around: Around) -> bool {
        // What arrives now is passed on as well.
        if self.core.pending && self.core.told.is_none() {
            self.core.told = self.core.channel.reader.event();
        }
        if self.core.told.is_none() && self.core.pending && around.may_block {
            self.abandon(around);
        }
        self.core.pending
    }
}

fn there_wrote(operation: &Operation) -> String {
    match operation.ending() {
        Ending::Complete => "there sent".to_owned(),
        Ending::Dropped | Ending::Cancelled => format!("there back {}", operation.left[0]),
    }
}

impl Model for Reader {
    fn step(&mut self, step: Step, around: Around) -> Result<Said, Impossible> {
        self.core.in_task = around.may_block;
        match step {
            Step::Serve => return words(self.serve()),
            Step::Abandon => {
                // The partner writes the default.
                if !self.core.partner_gone {
                    self.core.partner_gone = true;
                    self.core.channel.write(vec![DEFAULT_THERE]);
                }
                return words("there closed");
            }
            Step::One | Step::All | Step::Forget | Step::Busy | Step::Free => {
                return Err(Impossible::NoSuchOperation);
            }
            _ => self.core.check(step)?,
        }
        match step {
            Step::PollAgain | Step::CancelAgain => Ok(Said::Misuse),
            Step::Start => {
                self.core.state = State::Pending;
                words(self.poll().unwrap_or_else(|| "pending".to_owned()))
            }
            Step::Poll => words(self.poll().unwrap_or_else(|| "pending".to_owned())),
            Step::Wait => words(self.wait(around)),
            Step::Cancel => {
                let said = self.cancel(around);
                self.core.ended = true;
                words(said)
            }
            Step::Close => {
                self.close(around);
                words("closed")
            }
            Step::Pass => {
                self.forwarded |= self.pass(around);
                self.kept = true;
                words("passed")
            }
            Step::Turn => {
                self.forwarded |= self.pass(around);
                if self.forwarded && self.both_here {
                    return Err(Impossible::BothEndsHere);
                }
                words("turned")
            }
            _ => unreachable!("done above"),
        }
    }

    fn pass_time(&mut self) {
        if self.core.in_set && self.core.told.is_none() {
            self.core.told = self.core.channel.reader.event();
        }
    }

    fn leave_task(&mut self) {
        self.core.in_set = false;
    }

    fn is_in_background(&self) -> bool {
        self.forwarded
    }

    fn finish(&mut self) -> Vec<String> {
        let task = Around { may_block: true };
        if self.core.state == State::Orphan {
            self.close(task);
        }
        let wanted = self.core.state != State::Gone;
        // What passes the value on takes it before it sees that nobody wants it.
        let reads = wanted || self.forwarded;
        let (mut mine, mut there) = (Vec::new(), Vec::new());
        let mut value = if reads { self.poll() } else { None };
        if !self.core.partner_gone {
            let written = if self.core.channel.writer.is_pending() {
                self.core.channel.writer.event()
            } else {
                self.core.channel.write(vec![THERE])
            };
            there.push(there_wrote(&written.expect("it is read, or nobody will")));
        }
        if reads && value.is_none() {
            self.core.told = self
                .core
                .told
                .take()
                .or_else(|| self.core.channel.reader.event());
            value = self.poll();
        }
        if wanted {
            let value = value.expect("the partner has written");
            if self.kept {
                there.push(value.replace("value", "kept"));
            } else {
                mine.push(value);
            }
        }
        [mine, there].concat()
    }
}

/// The writer, whose partner reads.
#[derive(Debug)]
pub(crate) struct Writer {
    core: Core,
    /// The number of the next value.
    next: u32,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            core: Core::new(),
            next: 1,
        }
    }
}

fn wrote(operation: &Operation) -> String {
    match operation.ending() {
        Ending::Complete => "sent".to_owned(),
        Ending::Dropped | Ending::Cancelled => format!("back {}", operation.left[0]),
    }
}

impl Writer {
    fn poll(&mut self) -> Option<String> {
        let ended = if self.core.pending {
            self.core.told.take()
        } else {
            let value = self.next;
            self.next += 1;
            self.core.channel.write(vec![value])
        };
        let Some(operation) = ended else {
            (self.core.pending, self.core.in_set) = (true, self.core.in_task);
            return None;
        };
        self.core.know();
        (self.core.state, self.core.ended) = (State::Gone, true);
        Some(wrote(&operation))
    }

    /// Ends the write, unless it goes on.
    fn abandon(&mut self, around: Around) -> Option<Operation> {
        let side = &mut self.core.channel.writer;
        let asks = around.may_block || !self.core.in_set;
        let ended = (self.core.told.take()).or_else(|| if asks { side.event() } else { None });
        let ended = ended.or_else(|| around.may_block.then(|| side.cancel()));
        self.core.in_set = false;
        if ended.is_some() {
            self.core.know();
        }
        ended
    }

    fn write_default(&mut self) {
        self.core.state = State::Gone;
        self.core.channel.write(vec![DEFAULT]);
    }

    fn close(&mut self, around: Around) {
        if !self.core.pending {
            return self.write_default();
        }
        match self.abandon(around) {
            Some(operation) if operation.ending() == Ending::Cancelled => self.write_default(),
            Some(_) => self.core.state = State::Gone,
            None => self.core.state = State::Orphan,
        }
    }

    fn cancel(&mut self, around: Around) -> String {
        match self.abandon(around) {
            Some(operation) if operation.ending() == Ending::Cancelled => {
                self.core.state = State::Idle;
                format!("writer back, and {}", operation.left[0])
            }
            Some(operation) => {
                self.core.state = State::Gone;
                wrote(&operation)
            }
            // It goes on in the background.
            None => {
                self.core.state = State::Gone;
                "sent".to_owned()
            }
        }
    }

    fn serve(&mut self) -> String {
        if self.core.partner_gone {
            return "there closed".to_owned();
        }
        if self.core.channel.reader.is_pending() {
            return "there pending".to_owned();
        }
        match self.core.channel.read(1) {
            Some(operation) => {
                self.core.partner_gone = true;
                format!("there value {}", operation.moved[0])
            }
            None => "there pending".to_owned(),
        }
    }

    fn wait(&mut self, around: Around) -> String {
        let served = self.serve();
        if around.may_block && self.core.told.is_none() {
            self.core.told = self.core.channel.writer.event();
        }
        let polled = self.poll().unwrap_or_else(|| "pending".to_owned());
        format!("{served}; {polled}")
    }
}

impl Model for Writer {
    fn step(&mut self, step: Step, around: Around) -> Result<Said, Impossible> {
        self.core.in_task = around.may_block;
        match step {
            Step::Serve => return words(self.serve()),
            Step::Abandon => {
                self.core.partner_gone = true;
                self.core.channel.drop_reader();
                return words("there closed");
            }
            Step::Pass | Step::Turn => return Err(Impossible::NotPassedOn),
            Step::One | Step::All | Step::Forget | Step::Busy | Step::Free => {
                return Err(Impossible::NoSuchOperation);
            }
            _ => self.core.check(step)?,
        }
        match step {
            Step::PollAgain | Step::CancelAgain => Ok(Said::Misuse),
            Step::Start => {
                self.core.state = State::Pending;
                words(self.poll().unwrap_or_else(|| "pending".to_owned()))
            }
            Step::Poll => words(self.poll().unwrap_or_else(|| "pending".to_owned())),
            Step::Wait => words(self.wait(around)),
            Step::Cancel => {
                let said = self.cancel(around);
                self.core.ended = true;
                words(said)
            }
            Step::Close => {
                self.close(around);
                words("closed")
            }
            _ => unreachable!("done above"),
        }
    }

    fn pass_time(&mut self) {
        if self.core.in_set && self.core.told.is_none() {
            self.core.told = self.core.channel.writer.event();
        }
    }

    fn leave_task(&mut self) {
        self.core.in_set = false;
    }

    fn is_in_background(&self) -> bool {
        self.core.state == State::Gone && self.core.channel.writer.is_pending()
    }

    fn finish(&mut self) -> Vec<String> {
        let task = Around { may_block: true };
        if matches!(self.core.state, State::Orphan | State::Idle) {
            self.close(task);
        }
        let (mut mine, mut there) = (Vec::new(), Vec::new());
        if !self.core.partner_gone {
            let reader = &mut self.core.channel;
            let read = if reader.reader.is_pending() {
                reader.reader.event()
            } else {
                reader.read(1)
            };
            let read = read.expect("a writer always writes");
            there.push(format!("there value {}", read.moved[0]));
        }
        if self.core.state == State::Pending {
            self.core.told = self
                .core
                .told
                .take()
                .or_else(|| self.core.channel.writer.event());
            mine.push(self.poll().expect("the partner has read"));
        }
        [mine, there].concat()
    }
}
