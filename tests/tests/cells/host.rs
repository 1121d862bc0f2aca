//! A model of a stream or future as the specification has it.

/// How an operation has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Complete,
    Dropped,
    Cancelled,
}

/// An operation of an end.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// What has been read or written.
    pub(crate) moved: Vec<u32>,
    /// What is still to be written.
    pub(crate) left: Vec<u32>,
    /// How much can still be read.
    room: usize,
    dropped: bool,
}

impl Operation {
    /// A write that was not started, since the reader is dropped.
    pub(crate) fn unsent(left: Vec<u32>) -> Self {
        Self {
            moved: Vec::new(),
            left,
            room: 0,
            dropped: true,
        }
    }

    fn is_ready(&self) -> bool {
        self.dropped || !self.moved.is_empty()
    }

    /// How it has ended, if it ends now.
    pub(crate) fn ending(&self) -> Ending {
        match (self.moved.is_empty(), self.dropped) {
            (false, _) => Ending::Complete,
            (true, true) => Ending::Dropped,
            (true, false) => Ending::Cancelled,
        }
    }
}

/// An end.
#[derive(Clone, Debug, Default)]
pub(crate) struct Side {
    operation: Option<Operation>,
    gone: bool,
}

/// A stream or future.
#[derive(Clone, Debug, Default)]
pub(crate) struct Channel {
    pub(crate) reader: Side,
    pub(crate) writer: Side,
}

fn transfer(from: &mut Operation, to: &mut Operation) {
    let count = from.left.len().min(to.room);
    let moved: Vec<u32> = from.left.drain(..count).collect();
    to.room -= count;
    to.moved.extend(&moved);
    from.moved.extend(moved);
}

impl Side {
    /// The operation, if an event tells that it has ended.
    pub(crate) fn event(&mut self) -> Option<Operation> {
        self.operation.take_if(|operation| operation.is_ready())
    }

    /// Ends the operation.
    pub(crate) fn cancel(&mut self) -> Operation {
        self.operation.take().expect("an operation is pending")
    }

    pub(crate) fn is_pending(&self) -> bool {
        self.operation.is_some()
    }

    /// Starts an operation; ends it if it can.
    fn start(
        &mut self,
        mut operation: Operation,
        other: &mut Self,
        reads: bool,
    ) -> Option<Operation> {
        assert!(self.operation.is_none(), "one operation at a time");
        operation.dropped = other.gone;
        if let Some(other) = &mut other.operation {
            if reads {
                transfer(other, &mut operation);
            } else {
                transfer(&mut operation, other);
            }
        }
        if operation.is_ready() {
            return Some(operation);
        }
        self.operation = Some(operation);
        None
    }

    /// Drops the end. The other one is told.
    fn leave(&mut self, other: &mut Self) {
        assert!(self.operation.is_none(), "the operation is ended before");
        self.gone = true;
        if let Some(operation) = &mut other.operation {
            operation.dropped = true;
        }
    }
}

impl Channel {
    /// Starts to read so many.
    pub(crate) fn read(&mut self, room: usize) -> Option<Operation> {
        let operation = Operation {
            moved: Vec::new(),
            left: Vec::new(),
            room,
            dropped: false,
        };
        self.reader.start(operation, &mut self.writer, true)
    }

    /// Starts to write.
    pub(crate) fn write(&mut self, values: Vec<u32>) -> Option<Operation> {
        let operation = Operation {
            moved: Vec::new(),
            left: values,
            room: 0,
            dropped: false,
        };
        self.writer.start(operation, &mut self.reader, false)
    }

    pub(crate) fn drop_reader(&mut self) {
        self.reader.leave(&mut self.writer);
    }

    pub(crate) fn drop_writer(&mut self) {
        self.writer.leave(&mut self.reader);
    }
}
