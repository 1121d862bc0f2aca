//! The table: ends, states, operations, and places in which an operation is done.

use std::fmt;

/// An enum of the WIT, with the names that it has there.
macro_rules! named {
    (all $(#[$doc:meta])* $name:ident: $($case:ident = $wit:literal)*) => {
        named! { $(#[$doc])* $name: $($case = $wit)* }

        impl $name {
            pub(crate) const ALL: &[Self] = &[$(Self::$case,)*];
        }
    };
    ($(#[$doc:meta])* $name:ident: $($case:ident = $wit:literal)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum $name {
            $($case,)*
        }

        impl $name {
            pub(crate) fn wit(self) -> &'static str {
                match self {
                    $(Self::$case => $wit,)*
                }
            }
        }
    };
}

named! {
    all
    /// What is taken through states and operations.
    End: StreamReader = "stream-reader" StreamWriter = "stream-writer" FutureReader = "future-reader"
        FutureWriter = "future-writer" Call = "call"
}

named! {
    all
    Payload: Numbers = "numbers" Texts = "texts" Tokens = "tokens"
}

named! {
    /// `fixtures/guests/cells/wit` says what each does.
    Step: Start = "start" One = "one" All = "all" Poll = "poll" Wait = "wait" Cancel = "cancel" Forget = "forget"
        Close = "close" Pass = "pass" Turn = "turn" CancelAgain = "cancel-again" PollAgain = "poll-again" Serve = "serve"
        Abandon = "abandon" Busy = "busy" Free = "free"
}

named! {
    all
    /// Where the operation is done.
    Place: Task = "task" AfterReturn = "after-return" BlockOn = "block-on" Cancelled = "cancelled" Aborted = "aborted"
        Waker = "waker" WakerDropped = "waker-dropped" SyncExport = "sync-export" DestructorHere = "destructor-here"
        DestructorThere = "destructor-there"
}

named! {
    all
    /// Where the state has come about, before the operation.
    Beginning: Here = "here" Yielded = "yielded" Told = "told" Ended = "ended" SyncExport = "sync-export"
}

impl Place {
    /// Whether code may block there.
    pub(crate) fn may_block(self) -> bool {
        match self {
            Self::SyncExport | Self::DestructorThere => false,
            // It is a part of the task.
            Self::DestructorHere
            | Self::Task
            | Self::AfterReturn
            | Self::BlockOn
            | Self::Cancelled
            | Self::Aborted
            | Self::Waker
            | Self::WakerDropped => true,
        }
    }
}

use Step::{
    Abandon, All, Busy, Cancel, CancelAgain, Close, Forget, Free, One, Pass, Poll, PollAgain,
    Serve, Start, Turn, Wait,
};

/// A name, and steps.
type Script = (&'static str, &'static [Step]);

const STREAM_READER: &[Script] = &[
    ("fresh", &[]),
    ("offered", &[Serve]),
    ("other end dropped", &[Abandon]),
    ("pending", &[Start]),
    ("one pending", &[One]),
    ("dropped while pending", &[Start, Forget]),
    ("one dropped while pending", &[One, Forget]),
    ("cancelled", &[Start, Cancel]),
    ("arrived", &[Start, Serve]),
    ("one arrived", &[One, Serve]),
    ("arrived and other end dropped", &[Start, Serve, Abandon]),
    ("dropped after arrival", &[Start, Serve, Forget]),
    ("one dropped after arrival", &[One, Serve, Forget]),
    ("arrived after drop", &[Start, Forget, Serve]),
    ("other end dropped while pending", &[Start, Abandon]),
    ("partially read", &[Serve, One]),
    ("complete", &[Serve, Start]),
    ("ended", &[Abandon, Start]),
    ("dropped, then ended", &[Start, Abandon, Forget]),
    ("passed on and back", &[Turn]),
    ("used, passed on and back", &[Serve, Start, Turn]),
    ("dropped, passed on and back", &[Start, Forget, Turn]),
];

const STREAM_WRITER: &[Script] = &[
    ("fresh", &[]),
    ("wanted", &[Serve]),
    ("other end dropped", &[Abandon]),
    ("pending", &[Start]),
    ("one pending", &[One]),
    ("all pending", &[All]),
    ("dropped while pending", &[Start, Forget]),
    ("all dropped while pending", &[All, Forget]),
    ("cancelled", &[Start, Cancel]),
    ("partially taken", &[Start, Serve]),
    ("one taken", &[One, Serve]),
    ("all partially taken", &[All, Serve]),
    (
        "partially taken and other end dropped",
        &[Start, Serve, Abandon],
    ),
    ("dropped when partially taken", &[Start, Serve, Forget]),
    ("all dropped when partially taken", &[All, Serve, Forget]),
    ("taken after drop", &[Start, Forget, Serve]),
    ("other end dropped while pending", &[Start, Abandon]),
    ("partially written", &[Serve, Start]),
    ("ended", &[Abandon, Start]),
];

const FUTURE_READER: &[Script] = &[
    ("fresh", &[]),
    ("offered", &[Serve]),
    ("default offered", &[Abandon]),
    ("pending", &[Start]),
    ("cancelled", &[Start, Cancel]),
    ("arrived", &[Start, Serve]),
    ("default arrived", &[Start, Abandon]),
    ("arrived after cancel", &[Start, Cancel, Serve]),
    ("complete", &[Serve, Start]),
    ("passed on and back", &[Turn]),
    ("cancelled, passed on and back", &[Start, Cancel, Turn]),
];

const FUTURE_WRITER: &[Script] = &[
    ("fresh", &[]),
    ("wanted", &[Serve]),
    ("other end dropped", &[Abandon]),
    ("pending", &[Start]),
    ("cancelled", &[Start, Cancel]),
    ("taken", &[Start, Serve]),
    ("other end dropped while pending", &[Start, Abandon]),
    ("complete", &[Serve, Start]),
    ("ended", &[Abandon, Start]),
];

const CALL: &[Script] = &[
    ("fresh", &[]),
    ("open", &[Serve]),
    ("starting", &[Busy, Start]),
    ("started", &[Start]),
    ("started late", &[Busy, Start, Free]),
    ("returning", &[Start, Serve]),
    ("complete", &[Serve, Start]),
];

impl End {
    pub(crate) fn states(self) -> &'static [Script] {
        match self {
            Self::StreamReader => STREAM_READER,
            Self::StreamWriter => STREAM_WRITER,
            Self::FutureReader => FUTURE_READER,
            Self::FutureWriter => FUTURE_WRITER,
            Self::Call => CALL,
        }
    }
}

/// The operations. Each is done in each state of each end, where that is possible.
pub(crate) const OPERATIONS: &[Script] = &[
    ("start", &[Start]),
    ("start one", &[One]),
    ("start all", &[All]),
    ("start and wait", &[Start, Wait]),
    ("start one and wait", &[One, Wait]),
    ("start all and wait", &[All, Wait]),
    ("start and drop", &[Start, Forget]),
    ("start and cancel", &[Start, Cancel]),
    ("poll", &[Poll]),
    ("wait", &[Wait]),
    ("cancel", &[Cancel]),
    ("cancel and start", &[Cancel, Start]),
    ("drop the operation", &[Forget]),
    ("drop", &[Close]),
    ("pass on", &[Pass]),
    ("pass on and back", &[Turn]),
    // Misuse.
    ("cancel twice", &[Cancel, CancelAgain]),
    ("cancel and poll", &[Cancel, PollAgain]),
    ("poll after the end", &[Wait, PollAgain]),
    ("cancel after the end", &[Wait, CancelAgain]),
];

/// A cell of the table.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) beginning: Beginning,
    pub(crate) place: Place,
    pub(crate) end: End,
    pub(crate) payload: Payload,
    pub(crate) state: &'static str,
    pub(crate) operation: &'static str,
    pub(crate) before: Vec<Step>,
    pub(crate) then: Vec<Step>,
}

impl Cell {
    /// The cell of a state and an operation.
    fn new(
        (beginning, place): (Beginning, Place),
        (end, payload): (End, Payload),
        state: &Script,
        operation: &Script,
    ) -> Self {
        let mut then = operation.1.to_vec();
        // Nothing else could be called while calls do not start.
        if state.1.contains(&Busy) && !state.1.contains(&Free) {
            match then.iter().position(|step| *step == Wait) {
                Some(wait) => then.insert(wait, Free),
                None => then.push(Free),
            }
        }
        Self {
            beginning,
            place,
            end,
            payload,
            state: state.0,
            operation: operation.0,
            before: state.1.to_vec(),
            then,
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [beginning, place] = [self.beginning.wit(), self.place.wit()];
        let [end, payload] = [self.end.wit(), self.payload.wit()];
        writeln!(
            f,
            "{end} of {payload}, {}, {beginning}; {}, {place}",
            self.state, self.operation
        )?;
        write!(f, "  {:?}, then {:?}", self.before, self.then)
    }
}

/// The product of everything.
pub(crate) fn product() -> Vec<Cell> {
    let mut cells = Vec::new();
    for &place in Place::ALL {
        for &beginning in Beginning::ALL {
            for &end in End::ALL {
                for &payload in Payload::ALL {
                    for state in end.states() {
                        for operation in OPERATIONS {
                            cells.push(Cell::new(
                                (beginning, place),
                                (end, payload),
                                state,
                                operation,
                            ));
                        }
                    }
                }
            }
        }
    }
    cells
}
