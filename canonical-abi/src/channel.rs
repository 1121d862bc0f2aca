//! Streams and futures, and the built-ins about them.

use crate::{Blocking, CoreType};

/// A carrier of values from one component to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// `stream<t>`
    Stream,
    /// `future<t>`
    Future,
}

/// A built-in about streams or futures of one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChannelIntrinsic {
    /// A new pair of ends: the readable one in the lower 32 bits, the writable one in the upper.
    New,
    /// Reads from the readable end into memory.
    Read(Blocking),
    /// Writes from memory to the writable end.
    Write(Blocking),
    /// Takes back a read that has not ended.
    CancelRead(Blocking),
    /// Takes back a write that has not ended.
    CancelWrite(Blocking),
    /// Gives up the readable end.
    DropReadable,
    /// Gives up the writable end.
    DropWritable,
    /// Connects a readable end to a writable one of the same type, and gives up both.
    Forward,
}

impl ChannelIntrinsic {
    /// The core signature for streams or for futures: the parameters, and the result if there is one.
    #[must_use]
    pub fn signature(self, channel: Channel) -> (&'static [CoreType], Option<CoreType>) {
        use CoreType::{I32, I64, Length, Pointer};
        match (self, channel) {
            // Two handles in one value: a core function has no second result.
            (Self::New, _) => (&[], Some(I64)),
            (Self::Read(_) | Self::Write(_), Channel::Stream) => {
                (&[I32, Pointer, Length], Some(Length))
            }
            (Self::Read(_) | Self::Write(_), Channel::Future) => (&[I32, Pointer], Some(I32)),
            (Self::CancelRead(_) | Self::CancelWrite(_), _) => (&[I32], Some(I32)),
            (Self::DropReadable | Self::DropWritable, _) => (&[I32], None),
            (Self::Forward, _) => (&[I32, I32], None),
        }
    }

    /// The name of the import's field, in the legacy scheme.
    pub(crate) fn field(self, channel: Channel, number: Option<u64>, function: &str) -> String {
        let channel = channel.word();
        let (prefix, verb) = self.words();
        let number = number.map_or_else(|| "unit".into(), |number| number.to_string());
        format!("{prefix}[{channel}-{verb}-{number}]{function}")
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("", "new"),
            Self::Read(blocking) => (blocking.prefix(), "read"),
            Self::Write(blocking) => (blocking.prefix(), "write"),
            Self::CancelRead(blocking) => (blocking.prefix(), "cancel-read"),
            Self::CancelWrite(blocking) => (blocking.prefix(), "cancel-write"),
            Self::DropReadable => ("", "drop-readable"),
            Self::DropWritable => ("", "drop-writable"),
            Self::Forward => ("", "forward"),
        }
    }

    /// The meaning of a field of this name in the legacy scheme: streams or futures, the built-in, the number of
    /// the type (nothing for one without payload), and the function that the type occurs in.
    #[must_use]
    pub fn from_field(field: &str) -> Option<(Channel, Self, Option<u64>, &str)> {
        const ALL: [ChannelIntrinsic; 12] = [
            ChannelIntrinsic::New,
            ChannelIntrinsic::Read(Blocking::Sync),
            ChannelIntrinsic::Read(Blocking::Async),
            ChannelIntrinsic::Write(Blocking::Sync),
            ChannelIntrinsic::Write(Blocking::Async),
            ChannelIntrinsic::CancelRead(Blocking::Sync),
            ChannelIntrinsic::CancelRead(Blocking::Async),
            ChannelIntrinsic::CancelWrite(Blocking::Sync),
            ChannelIntrinsic::CancelWrite(Blocking::Async),
            ChannelIntrinsic::DropReadable,
            ChannelIntrinsic::DropWritable,
            ChannelIntrinsic::Forward,
        ];
        let (head, function) = field
            .strip_prefix("[async-lower]")
            .unwrap_or(field)
            .split_once(']')?;
        // What was taken off in front: it has to fit the built-in, since not all of them have an async form.
        let prefix = &field[..field.len() - head.len() - 1 - function.len()];
        let channel = [Channel::Stream, Channel::Future]
            .into_iter()
            .find_map(|channel| {
                Some((
                    channel,
                    head.strip_prefix('[')?.strip_prefix(channel.word())?,
                ))
            });
        let (channel, rest) = channel?;
        // From the right: verbs have a `-` in them too (`cancel-read`).
        let (verb, number) = rest.strip_prefix('-')?.rsplit_once('-')?;
        let intrinsic = ALL
            .into_iter()
            .find(|intrinsic| intrinsic.words() == (prefix, verb))?;
        let number = if number == "unit" {
            None
        } else {
            Some(number.parse().ok()?)
        };
        Some((channel, intrinsic, number, function))
    }
}

impl Channel {
    fn word(self) -> &'static str {
        match self {
            Self::Stream => "stream",
            Self::Future => "future",
        }
    }
}
