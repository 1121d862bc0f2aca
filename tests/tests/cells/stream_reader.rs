//! The reader of a stream, and what the partner does with the writer.

use crate::host::{Ending, Operation};
use crate::model::{Around, Impossible, Model, Said, words};
use crate::streams::{BLOCKING, Core, Finish, Live, Numbers};
use crate::table::Step;

/// The reader, whose partner writes.
#[derive(Debug)]
pub(crate) struct Reader {
    core: Core,
    /// What has arrived while its read was dropped.
    buffer: Vec<u32>,
    partner: Numbers,
    partner_gone: bool,
    /// The keeper has it, and gets what there still is, unless it has ended.
    kept: Option<bool>,
    /// A future in the background passes on what arrives.
    forwarded: bool,
    /// Another stream cannot come back.
    both_here: bool,
    in_task: bool,
}

const MANY: usize = 100;

impl Reader {
    pub(crate) fn new(both_here: bool) -> Self {
        Self {
            core: Core::new(),
            buffer: Vec::new(),
            partner: Numbers(11),
            partner_gone: false,
            kept: None,
            forwarded: false,
            both_here,
            in_task: false,
        }
    }

    fn absorb(&mut self, operation: Operation) -> Ending {
        let core = &mut self.core;
        (core.pending, core.in_set) = (false, false);
        // Of an end that is dropped after the last element, the next read tells.
        core.done |= operation.ending() == Ending::Dropped;
        self.buffer.extend(&operation.moved);
        operation.ending()
    }

    /// Polls the read: its words if it ends.
    fn poll(&mut self) -> Option<String> {
        loop {
            if self.core.pending {
                let Some(told) = self.core.told.take() else {
                    self.core.in_set = self.in_task;
                    return None;
                };
                self.absorb(told);
            }
            let live = self.core.live.as_mut().expect("a read is pending");
            let most = if live.plain { 1 } else { 3 };
            if !self.buffer.is_empty() || self.core.done {
                let count = self.buffer.len().min(most);
                let got: Vec<u32> = self.buffer.drain(..count).collect();
                let plain = live.plain;
                self.core.live = None;
                self.core.ended = !plain;
                return Some(match (plain, got.is_empty()) {
                    (true, _) => format!("one {got:?}"),
                    (false, true) => "dropped []".to_owned(),
                    (false, false) => format!("complete {got:?}"),
                });
            }
            live.started = true;
            match self.core.channel.read(most) {
                Some(operation) => drop(self.absorb(operation)),
                None => self.core.pending = true,
            }
        }
    }

    /// Waits for the read.
    fn wait(&mut self) -> Result<String, Impossible> {
        loop {
            if let Some(words) = self.poll() {
                return Ok(words);
            }
            self.core.told = self.core.channel.reader.event();
            if self.core.told.is_none() {
                return Err(Impossible::Deadlock);
            }
        }
    }

    /// Ends the operation, unless it goes on. Returns how it has ended.
    fn abandon(&mut self, around: Around) -> Option<Ending> {
        if !self.core.pending {
            return Some(Ending::Cancelled);
        }
        let side = &mut self.core.channel.reader;
        let asks = around.may_block || !self.core.in_set;
        let ended = (self.core.told.take()).or_else(|| if asks { side.event() } else { None });
        let ended = ended.or_else(|| around.may_block.then(|| side.cancel()));
        self.core.in_set = false;
        ended.map(|operation| self.absorb(operation))
    }

    fn cancel(&mut self, around: Around) -> String {
        let live = self.core.live.take().expect("a read is pending");
        self.core.ended = true;
        let ending = if live.started {
            self.abandon(around).unwrap_or(Ending::Cancelled)
        } else {
            Ending::Cancelled
        };
        let got = if live.started {
            std::mem::take(&mut self.buffer)
        } else {
            Vec::new()
        };
        match ending {
            Ending::Complete => format!("complete {got:?}"),
            Ending::Dropped => "dropped []".to_owned(),
            Ending::Cancelled => "cancelled []".to_owned(),
        }
    }

    fn read_rest(&mut self, rest: &mut Vec<u32>) {
        if self.core.pending {
            let told = self.core.told.take();
            if let Some(told) = told.or_else(|| self.core.channel.reader.event()) {
                self.absorb(told);
            }
        }
        rest.append(&mut self.buffer);
        if !self.core.pending && !self.core.done {
            match self.core.channel.read(MANY) {
                Some(operation) => drop(self.absorb(operation)),
                None => self.core.pending = true,
            }
            rest.append(&mut self.buffer);
        }
    }

    fn close(&mut self, around: Around) {
        self.core.live = None;
        self.core.gone = true;
        if self.forwarded {
            return;
        }
        self.abandon(around);
        self.core.orphan = self.core.pending;
        if !self.core.pending {
            self.core.channel.drop_reader();
        }
    }

    /// Passes the reader on. Returns whether it is another one that is passed on, since something has arrived or may do so.
    fn pass(&mut self, around: Around) -> bool {
        self.core.live = None;
        self.abandon(around);
        self.core.pending || !self.buffer.is_empty()
    }

    fn serve(&mut self) -> String {
        if self.partner_gone {
            // The values are made before it is seen.
            self.partner.take(2);
            return "there closed".to_owned();
        }
        if self.core.channel.writer.is_pending() {
            return "there pending".to_owned();
        }
        let values = self.partner.take(2);
        match self.core.channel.write(values) {
            Some(operation) => there_wrote(&operation),
            None => "there pending".to_owned(),
        }
    }

    /// Starts a read, or another operation.
    fn start(&mut self, plain: bool) -> String {
        self.core.ended = false;
        self.core.live = Some(Live {
            plain,
            started: false,
            values: Vec::new(),
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

fn there_wrote(operation: &Operation) -> String {
    let how = match operation.ending() {
        Ending::Complete => format!("complete {}", operation.moved.len()),
        Ending::Dropped => "dropped".to_owned(),
        Ending::Cancelled => "cancelled".to_owned(),
    };
    format!("there {how}, back {:?}", operation.left)
}

impl Model for Reader {
    fn step(&mut self, step: Step, around: Around) -> Result<Said, Impossible> {
        self.in_task = around.may_block;
        match step {
            Step::Serve => return words(self.serve()),
            Step::Abandon => {
                self.partner_gone = true;
                self.core.channel.drop_writer();
                return words("there closed");
            }
            Step::CancelAgain | Step::PollAgain => return self.core.misuse(),
            Step::All | Step::Busy | Step::Free => return Err(Impossible::NoSuchOperation),
            Step::Poll | Step::Wait | Step::Cancel | Step::Forget => self.core.check(true)?,
            Step::Start | Step::One | Step::Pass | Step::Turn => self.core.check(false)?,
            Step::Close => {}
        }
        self.core.ended = false;
        match step {
            Step::Start => words(self.start(false)),
            Step::One => words(self.start(true)),
            Step::Poll => words(self.poll().unwrap_or_else(|| "pending".to_owned())),
            Step::Wait => self.wait_served(around),
            Step::Cancel => {
                self.core.check_cancel()?;
                words(self.cancel(around))
            }
            Step::Forget => {
                let live = self.core.live.take();
                // A read that has not started leaves what was dropped before it alone.
                if live.is_some_and(|live| live.started || live.plain) {
                    self.abandon(around);
                }
                words("forgotten")
            }
            Step::Close => {
                self.close(around);
                words("closed")
            }
            Step::Pass => {
                self.forwarded |= self.pass(around);
                self.kept = Some(!self.core.done);
                self.core.gone = true;
                words("passed")
            }
            Step::Turn => {
                self.forwarded |= self.pass(around);
                if self.forwarded && self.both_here {
                    return Err(Impossible::BothEndsHere);
                }
                words("turned")
            }
            Step::All
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
        Finish::default().reader(self)
    }
}

impl Finish {
    fn reader(mut self, reader: &mut Reader) -> Vec<String> {
        if reader.core.orphan {
            reader.abandon(BLOCKING);
            reader.core.channel.drop_reader();
        }
        while reader.core.live.is_some() {
            if let Some(words) = reader.poll() {
                self.mine.push(words);
                break;
            }
            reader.core.told = reader.core.channel.reader.event();
            if reader.core.told.is_none() {
                self.partner_writes(reader);
            }
        }
        // What passes elements on takes them before it sees that nobody wants them.
        let reads = !reader.core.gone || reader.kept == Some(true) || reader.forwarded;
        let mut rest = Vec::new();
        while !reader.partner_gone || (reads && !reader.core.done) {
            // The keeper starts later than the partner.
            if reads && reader.kept.is_none() {
                reader.read_rest(&mut rest);
            }
            self.partner_writes(reader);
            if reads {
                reader.read_rest(&mut rest);
            }
        }
        rest.append(&mut reader.buffer);
        if !reader.core.gone {
            self.mine.push(format!("rest {rest:?}"));
        } else if reader.kept.is_some() {
            self.kept.push(format!("kept {rest:?}"));
        }
        self.all()
    }

    /// The partner goes on: it ends its write, then writes a last value and drops its end.
    fn partner_writes(&mut self, reader: &mut Reader) {
        let reads = !reader.core.gone || reader.kept == Some(true) || reader.forwarded;
        let channel = &mut reader.core.channel;
        if reader.partner_gone {
            return;
        }
        if channel.writer.is_pending() {
            if let Some(operation) = channel.writer.event() {
                self.there.push(there_wrote(&operation));
            }
            return;
        }
        if reads && !channel.reader.is_pending() {
            return;
        }
        let last = reader.partner.take(1);
        let written = channel.write(last).expect("somebody reads, or nobody will");
        self.there
            .push(format!("there last, back {:?}", written.left));
        channel.drop_writer();
        reader.partner_gone = true;
    }
}
