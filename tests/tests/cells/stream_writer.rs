//! The writer of a stream, and what the partner does with the reader.

use crate::host::{Ending, Operation};
use crate::model::{Around, Impossible, Model, Said, words};
use crate::streams::{BLOCKING, Core, Finish, Live, Numbers};
use crate::table::Step;

impl Finish {
    fn writer(mut self, writer: &mut Writer) -> Vec<String> {
        if writer.core.orphan {
            writer.abandon(BLOCKING);
            writer.core.channel.drop_writer();
        }
        let mut last = None;
        let mut rest = Vec::new();
        loop {
            // The subject goes on as far as it gets: it ends its write, writes a last value, and drops its end.
            if writer.core.live.is_some() {
                if writer.core.pending && writer.core.told.is_none() {
                    writer.core.told = writer.core.channel.writer.event();
                }
                if let Some(words) = writer.poll() {
                    self.mine.push(words);
                }
            }
            if writer.core.live.is_none() {
                let rest = writer.rest.take();
                self.mine.extend(rest.map(|rest| format!("rest {rest:?}")));
            }
            if writer.core.live.is_none() && !writer.core.gone && last.is_none() {
                last = Some(self.mine.len());
                writer.core.live = Some(Live {
                    plain: true,
                    started: false,
                    values: writer.numbers.take(1),
                });
                continue;
            }
            if writer.core.live.is_none() && last.is_some() && !writer.core.gone {
                writer.core.gone = true;
                writer.core.channel.drop_writer();
            }
            if !writer.partner_reads(&mut self.there, &mut rest) {
                break;
            }
        }
        if let Some(last) = last {
            self.mine[last] = self.mine[last].replace("all", "last");
        }
        self.all()
    }
}

/// The writer, whose partner reads.
#[derive(Debug)]
pub(crate) struct Writer {
    core: Core,
    numbers: Numbers,
    /// What a complete write has left, and is written next.
    rest: Option<Vec<u32>>,
    partner_gone: bool,
    /// The partner reads all that comes.
    resting: bool,
    in_task: bool,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            core: Core::new(),
            numbers: Numbers(1),
            rest: None,
            partner_gone: false,
            resting: false,
            in_task: false,
        }
    }
}

impl Writer {
    fn know(&mut self, operation: &Operation) {
        (self.core.pending, self.core.in_set) = (false, false);
        self.core.done |= operation.ending() == Ending::Dropped;
    }

    /// Ends a write, and tells what has come of it.
    fn end(&mut self, ending: Ending, moved: usize, left: Vec<u32>) -> String {
        self.core.live = None;
        self.core.ended = true;
        match ending {
            Ending::Complete if !left.is_empty() => {
                let words = format!("complete {moved}, left {}", left.len());
                self.rest = Some(left);
                words
            }
            Ending::Complete => format!("complete {moved}, back {left:?}"),
            Ending::Dropped => format!("dropped, back {left:?}"),
            Ending::Cancelled => format!("cancelled, back {left:?}"),
        }
    }

    /// Polls the write: its words if it ends.
    fn poll(&mut self) -> Option<String> {
        loop {
            let mut ended = None;
            if self.core.pending {
                let Some(told) = self.core.told.take() else {
                    self.core.in_set = self.in_task;
                    return None;
                };
                self.know(&told);
                ended = Some(told);
            }
            let live = self.core.live.as_mut().expect("a write is pending");
            if !std::mem::replace(&mut live.started, true) {
                // What ended was a write that was dropped.
                let values = std::mem::take(&mut live.values);
                if self.core.done {
                    ended = Some(Operation::unsent(values));
                } else {
                    ended = self.core.channel.write(values);
                }
            }
            let Some(operation) = ended else {
                self.core.pending = true;
                continue;
            };
            self.know(&operation);
            let live = self.core.live.as_mut().expect("a write is pending");
            let (ending, moved) = (operation.ending(), operation.moved.len());
            if !live.plain {
                return Some(self.end(ending, moved, operation.left));
            }
            if operation.left.is_empty() || ending == Ending::Dropped {
                self.core.live = None;
                return Some(format!("all, back {:?}", operation.left));
            }
            (live.started, live.values) = (false, operation.left);
        }
    }

    /// Waits for the write, which the partner has served once.
    fn wait(&mut self) -> Result<String, Impossible> {
        loop {
            if let Some(words) = self.poll() {
                return Ok(words);
            }
            self.core.told = self.core.channel.writer.event();
            if self.core.told.is_none() {
                return Err(Impossible::Deadlock);
            }
        }
    }

    fn abandon(&mut self, around: Around) -> Option<Operation> {
        if !self.core.pending {
            return None;
        }
        let side = &mut self.core.channel.writer;
        let asks = around.may_block || !self.core.in_set;
        let ended = (self.core.told.take()).or_else(|| if asks { side.event() } else { None });
        let ended = ended.or_else(|| around.may_block.then(|| side.cancel()));
        self.core.in_set = false;
        if let Some(operation) = &ended {
            self.know(operation);
        }
        ended
    }

    fn cancel(&mut self, around: Around) -> String {
        let live = self.core.live.take().expect("a write is pending");
        if !live.started {
            return self.end(Ending::Cancelled, 0, live.values);
        }
        match self.abandon(around) {
            Some(operation) => {
                let (ending, moved) = (operation.ending(), operation.moved.len());
                self.end(ending, moved, operation.left)
            }
            // It goes on with the elements.
            None => self.end(Ending::Cancelled, 0, Vec::new()),
        }
    }

    fn close(&mut self, around: Around) {
        self.core.live = None;
        self.abandon(around);
        self.core.gone = true;
        self.core.orphan = self.core.pending;
        if !self.core.pending {
            self.core.channel.drop_writer();
        }
    }

    fn serve(&mut self) -> String {
        if self.partner_gone {
            return "there closed".to_owned();
        }
        if self.core.channel.reader.is_pending() {
            return "there pending".to_owned();
        }
        match self.core.channel.read(2) {
            Some(operation) => there_read(&operation),
            None => "there pending".to_owned(),
        }
    }

    /// The partner goes on as far as it gets: it ends its read, and then reads all. Returns whether there may be more.
    fn partner_reads(&mut self, there: &mut Vec<String>, rest: &mut Vec<u32>) -> bool {
        if self.partner_gone {
            return !self.core.gone || self.core.live.is_some();
        }
        let channel = &mut self.core.channel;
        if self.resting {
            if let Some(operation) = channel.reader.event() {
                rest.extend(&operation.moved);
                self.resting = false;
            }
        } else if let Some(operation) = channel.reader.event() {
            there.push(there_read(&operation));
        }
        while !channel.reader.is_pending() {
            self.resting = true;
            let Some(operation) = channel.read(1) else {
                break;
            };
            rest.extend(&operation.moved);
            if operation.ending() == Ending::Dropped {
                there.push(format!("there rest {rest:?}"));
                self.partner_gone = true;
                return false;
            }
        }
        true
    }

    fn start(&mut self, plain: bool, count: u32) -> String {
        let rest = if plain { None } else { self.rest.take() };
        let values = rest.unwrap_or_else(|| self.numbers.take(count));
        self.core.live = Some(Live {
            plain,
            started: false,
            values,
        });
        self.poll().unwrap_or_else(|| "pending".to_owned())
    }

    fn wait_served(&mut self, around: Around) -> Result<Said, Impossible> {
        let served = self.serve();
        let polled = if around.may_block {
            self.wait()?
        } else {
            self.poll().unwrap_or_else(|| "pending".to_owned())
        };
        words(format!("{served}; {polled}"))
    }
}

fn there_read(operation: &Operation) -> String {
    match operation.ending() {
        Ending::Complete => format!("there complete {:?}", operation.moved),
        Ending::Dropped => "there dropped []".to_owned(),
        Ending::Cancelled => "there cancelled []".to_owned(),
    }
}

impl Model for Writer {
    fn step(&mut self, step: Step, around: Around) -> Result<Said, Impossible> {
        self.in_task = around.may_block;
        match step {
            Step::Serve => return words(self.serve()),
            Step::Abandon => {
                self.partner_gone = true;
                self.core.channel.drop_reader();
                return words("there closed");
            }
            Step::CancelAgain | Step::PollAgain => return self.core.misuse(),
            Step::Pass | Step::Turn => return Err(Impossible::NotPassedOn),
            Step::Busy | Step::Free => return Err(Impossible::NoSuchOperation),
            Step::Poll | Step::Wait | Step::Cancel | Step::Forget => self.core.check(true)?,
            Step::Start | Step::One | Step::All => self.core.check(false)?,
            Step::Close => {}
        }
        self.core.ended = false;
        match step {
            Step::Start => words(self.start(false, 3)),
            Step::One => words(self.start(true, 1)),
            Step::All => words(self.start(true, 3)),
            Step::Poll => words(self.poll().unwrap_or_else(|| "pending".to_owned())),
            Step::Wait => self.wait_served(around),
            Step::Cancel => {
                self.core.check_cancel()?;
                words(self.cancel(around))
            }
            Step::Forget => {
                // One that has not started leaves what was dropped before it alone.
                if self.core.live.take().is_some_and(|live| live.started) {
                    self.abandon(around);
                }
                words("forgotten")
            }
            Step::Close => {
                self.close(around);
                words("closed")
            }
            Step::Pass
            | Step::Turn
            | Step::Busy
            | Step::Free
            | Step::CancelAgain
            | Step::PollAgain
            | Step::Serve
            | Step::Abandon => unreachable!("done above"),
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

    fn finish(&mut self) -> Vec<String> {
        Finish::default().writer(self)
    }
}
