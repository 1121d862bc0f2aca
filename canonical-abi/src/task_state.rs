//! The numbers by which the two sides of an async call tell each other how far it is.

/// How far an async call of an import is: the low 4 bits of what the core import returns, and the payload of an event
/// of its subtask (`CanonicalABI.md`, "Subtask State").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubtaskState {
    /// The callee has not begun, and not read its parameters.
    Starting,
    /// The callee has read its parameters, and not returned.
    Started,
    /// The callee has returned its result.
    Returned,
    /// The caller has cancelled the call before the callee began.
    CancelledBeforeStarted,
    /// The caller has cancelled the call, and the callee has ended it without a result.
    CancelledBeforeReturned,
}

impl SubtaskState {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 5] = [
        Self::Starting,
        Self::Started,
        Self::Returned,
        Self::CancelledBeforeStarted,
        Self::CancelledBeforeReturned,
    ];

    /// The bits of a status that tell the state; the bits above are the index of the subtask, 0 if there is none.
    pub const BITS: u32 = 4;

    /// The number.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::Starting => 0,
            Self::Started => 1,
            Self::Returned => 2,
            Self::CancelledBeforeStarted => 3,
            Self::CancelledBeforeReturned => 4,
        }
    }

    /// Whether the call is over, so that the subtask can be dropped.
    #[must_use]
    pub const fn is_resolved(self) -> bool {
        match self {
            Self::Starting | Self::Started => false,
            Self::Returned | Self::CancelledBeforeStarted | Self::CancelledBeforeReturned => true,
        }
    }

    /// Whether the callee has read the parameters: the owned handles in them are its own now.
    #[must_use]
    pub const fn has_read_parameters(self) -> bool {
        match self {
            Self::Starting | Self::CancelledBeforeStarted => false,
            Self::Started | Self::Returned | Self::CancelledBeforeReturned => true,
        }
    }

    /// Whether the memory of the parameters is no longer needed: they are read, or will never be.
    #[must_use]
    pub const fn frees_parameters(self) -> bool {
        // A call that was cancelled before it began is resolved without having read anything.
        self.is_resolved() || self.has_read_parameters()
    }

    /// Whether there is a result.
    #[must_use]
    pub const fn has_result(self) -> bool {
        match self {
            Self::Returned => true,
            Self::Starting | Self::Started => false,
            Self::CancelledBeforeStarted | Self::CancelledBeforeReturned => false,
        }
    }
}

/// The wish of an async export with a callback: the low 4 bits of its core result (`CanonicalABI.md`, "canon lift").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallbackCode {
    /// It is done.
    Exit,
    /// To be called again when others have run.
    Yield,
    /// To be called again with an event of the waitable set whose index is in the bits above.
    Wait,
}

impl CallbackCode {
    /// The bits that tell the code.
    pub const BITS: u32 = 4;

    /// The number.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::Exit => 0,
            Self::Yield => 1,
            Self::Wait => 2,
        }
    }
}
