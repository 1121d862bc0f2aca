//! The writable end of a `future`.

use super::block::Block;
use super::builtins::{BLOCKED, CANCELLED, COMPLETED};
use super::{FutureOps, FutureVtable, background, cancelled_again, orphan, polled_again, waitable};
use core::error::Error;
use core::fmt;
use core::mem::{ManuallyDrop, replace};
use core::pin::Pin;
use core::task::{Context, Poll};

/// The writable end of a `future<T>`. If it is dropped before it has written, it writes a default.
pub struct FutureWriter<T: 'static> {
    raw: ManuallyDrop<RawFutureWriter<&'static FutureVtable<T>>>,
    default: fn() -> T,
}

impl<T> FutureWriter<T> {
    pub(super) fn new(raw: RawFutureWriter<&'static FutureVtable<T>>, default: fn() -> T) -> Self {
        let raw = ManuallyDrop::new(raw);
        Self { raw, default }
    }

    /// Writes the value.
    pub fn write(self, value: T) -> FutureWrite<T> {
        let mut this = ManuallyDrop::new(self);
        // SAFETY: the writer is not used any more, and not dropped.
        let raw = unsafe { ManuallyDrop::take(&mut this.raw) };
        FutureWrite {
            raw: raw.write(value),
            default: this.default,
        }
    }
}

impl<T> fmt::Debug for FutureWriter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FutureWriter")
            .field("handle", &self.raw.handle)
            .finish()
    }
}

impl<T> Drop for FutureWriter<T> {
    fn drop(&mut self) {
        // SAFETY: the writer is not used any more.
        let raw = unsafe { ManuallyDrop::take(&mut self.raw) };
        raw.write_and_forget((self.default)());
    }
}

/// The write of a `future<T>`. If it is dropped before it is complete, it is cancelled, and a default is written instead.
#[must_use = "a write does nothing until it is awaited"]
pub struct FutureWrite<T: 'static> {
    raw: RawFutureWrite<&'static FutureVtable<T>>,
    default: fn() -> T,
}

/// What became of a write that was cancelled.
#[derive(Debug)]
pub enum FutureWriteCancel<T: 'static> {
    /// The reader has read the value already.
    AlreadySent,
    /// The reader is dropped. The value comes back.
    Dropped(T),
    /// The value has not been read. It comes back, with the writer.
    Cancelled(T, FutureWriter<T>),
}

impl<T: 'static> FutureWrite<T> {
    /// Cancels the write.
    ///
    /// Where blocking is illegal, a write that has not ended goes on in the background, and counts as sent.
    ///
    /// # Panics
    ///
    /// The write is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> FutureWriteCancel<T> {
        let this = self.get_mut();
        match Pin::new(&mut this.raw).cancel() {
            RawFutureWriteCancel::AlreadySent => FutureWriteCancel::AlreadySent,
            RawFutureWriteCancel::Dropped(value) => FutureWriteCancel::Dropped(value),
            RawFutureWriteCancel::Cancelled(value, raw) => {
                FutureWriteCancel::Cancelled(value, FutureWriter::new(raw, this.default))
            }
        }
    }
}

impl<T: 'static> Unpin for FutureWrite<T> {}

impl<T: 'static> Future for FutureWrite<T> {
    type Output = Result<(), FutureWriteError<T>>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.get_mut().raw).poll(cx)
    }
}

impl<T: 'static> Drop for FutureWrite<T> {
    fn drop(&mut self) {
        let raw = RawFutureWrite(replace(&mut self.raw.0, State::Done));
        end_with_default((raw, self.default));
    }
}

impl<T: 'static> fmt::Debug for FutureWrite<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FutureWrite").finish_non_exhaustive()
    }
}

/// Cancels a write, and lets its writer write a default.
fn end_with_default<T: 'static>(
    (mut raw, default): (RawFutureWrite<&'static FutureVtable<T>>, fn() -> T),
) {
    if let State::Done = raw.0 {
        return;
    }
    match raw.end() {
        None => orphan::leave((raw, default), end_with_default),
        Some(RawFutureWriteCancel::Cancelled(value, writer)) => {
            drop(value);
            drop(FutureWriter::new(writer, default));
        }
        Some(RawFutureWriteCancel::AlreadySent | RawFutureWriteCancel::Dropped(_)) => {}
    }
}

/// The reader of a future was dropped before it had read the value.
pub struct FutureWriteError<T> {
    /// The value that was not sent.
    pub value: T,
}

impl<T> fmt::Debug for FutureWriteError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FutureWriteError").finish_non_exhaustive()
    }
}

impl<T> fmt::Display for FutureWriteError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reader of the future was dropped")
    }
}

impl<T> Error for FutureWriteError<T> {}

/// The writable end of a future with given operations. It has to write: the host knows no future without a value.
pub struct RawFutureWriter<O: FutureOps> {
    handle: u32,
    ops: O,
    /// The memory of a write that is pending has the value.
    #[cfg(not(target_arch = "wasm32"))]
    value: core::marker::PhantomData<O::Payload>,
}

impl<O: FutureOps> RawFutureWriter<O> {
    /// The writer of a handle, which it owns.
    ///
    /// # Safety
    ///
    /// The handle is a writer of the type of `ops`, and nothing else owns it.
    pub(super) unsafe fn new(handle: u32, ops: O) -> Self {
        Self {
            handle,
            ops,
            #[cfg(not(target_arch = "wasm32"))]
            value: core::marker::PhantomData,
        }
    }

    /// Writes the value.
    pub fn write(self, value: O::Payload) -> RawFutureWrite<O> {
        RawFutureWrite(State::Start(self, value))
    }

    /// Writes the value in the background: the task goes on until the value is read or the reader is dropped.
    pub fn write_and_forget(self, value: O::Payload)
    where
        O: 'static,
    {
        match self.start(value) {
            Ok(pending) => RawFutureWrite(State::Pending(pending)).forget(),
            Err(done) => drop(done),
        }
    }

    /// Starts to write. Returns the write that is pending, or what it has come to.
    fn start(mut self, value: O::Payload) -> Result<Pending<O>, Done<O>> {
        let block = Block::new(self.ops.elem_layout());
        // SAFETY: the block has the layout of a value, no write is pending, and the block is freed only after this one.
        let status = unsafe {
            self.ops.lower(value, block.start());
            self.ops.start_write(self.handle, block.start())
        };
        let pending = Pending {
            writer: self,
            block,
        };
        if status == BLOCKED {
            Ok(pending)
        } else {
            Err(pending.done(status))
        }
    }
}

impl<O: FutureOps> fmt::Debug for RawFutureWriter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawFutureWriter")
            .field("handle", &self.handle)
            .finish()
    }
}

/// The write of a future with given operations.
#[must_use = "a write does nothing until it is awaited"]
pub struct RawFutureWrite<O: FutureOps>(State<O>);

enum State<O: FutureOps> {
    Start(RawFutureWriter<O>, O::Payload),
    Pending(Pending<O>),
    Done,
}

/// A write that waits for its reader.
struct Pending<O: FutureOps> {
    writer: RawFutureWriter<O>,
    block: Block,
}

/// What became of a write that was cancelled.
pub enum RawFutureWriteCancel<O: FutureOps> {
    /// The reader has read the value already.
    AlreadySent,
    /// The reader is dropped. The value comes back.
    Dropped(O::Payload),
    /// The value has not been read. It comes back, with the writer.
    Cancelled(O::Payload, RawFutureWriter<O>),
}

/// What became of a write.
type Done<O> = RawFutureWriteCancel<O>;

impl<O: FutureOps> fmt::Debug for RawFutureWriteCancel<O>
where
    O::Payload: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadySent => f.write_str("AlreadySent"),
            Self::Dropped(value) => f.debug_tuple("Dropped").field(value).finish(),
            Self::Cancelled(value, writer) => f
                .debug_tuple("Cancelled")
                .field(value)
                .field(writer)
                .finish(),
        }
    }
}

impl<O: FutureOps> Pending<O> {
    /// What became of the write that has ended with a status.
    fn done(self, status: u32) -> Done<O> {
        let Self { mut writer, block } = self;
        let status = status & 0xf;
        if status == COMPLETED {
            // SAFETY: the reader has taken the value, but for the memory of its lists.
            unsafe { writer.ops.dealloc_lists(block.start()) };
            writer.drop_handle();
            return Done::AlreadySent;
        }
        // SAFETY: the reader has not taken the value.
        let value = unsafe { writer.ops.lift(block.start()) };
        if status == CANCELLED {
            return Done::Cancelled(value, writer);
        }
        writer.drop_handle();
        Done::Dropped(value)
    }

    /// Ends the write, unless that is illegal.
    fn cancel(mut self) -> Result<Done<O>, Self> {
        let ops = &mut self.writer.ops;
        // SAFETY: the write is pending.
        let status =
            unsafe { waitable::cancel(self.writer.handle, |handle| ops.cancel_write(handle)) };
        if status == BLOCKED {
            return Err(self);
        }
        Ok(self.done(status))
    }
}

impl<O: FutureOps> RawFutureWriter<O> {
    /// Drops the handle of a writer that has written or knows that the reader is dropped.
    fn drop_handle(mut self) {
        waitable::forget(self.handle);
        // SAFETY: the writer owns the handle, and no write is pending.
        unsafe { self.ops.drop_writable(self.handle) };
    }
}

impl<O: FutureOps> RawFutureWrite<O> {
    /// Cancels the write.
    ///
    /// Where blocking is illegal, a write that has not ended goes on in the background, and counts as sent.
    ///
    /// # Panics
    ///
    /// The write is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> RawFutureWriteCancel<O>
    where
        O: 'static,
    {
        let this = self.get_mut();
        this.end().unwrap_or_else(|| {
            RawFutureWrite(replace(&mut this.0, State::Done)).forget();
            Done::AlreadySent
        })
    }

    /// Ends the write, unless that is illegal: then it is pending.
    fn end(&mut self) -> Option<Done<O>> {
        match replace(&mut self.0, State::Done) {
            State::Start(writer, value) => Some(Done::Cancelled(value, writer)),
            State::Pending(pending) => match pending.cancel() {
                Ok(done) => Some(done),
                Err(pending) => {
                    self.0 = State::Pending(pending);
                    None
                }
            },
            State::Done => cancelled_again(),
        }
    }

    /// Lets a write that is pending end in the background.
    fn forget(self)
    where
        O: 'static,
    {
        background::finish(async { drop(self.await) });
    }
}

impl<O: FutureOps> Unpin for RawFutureWrite<O> {}

impl<O: FutureOps> Future for RawFutureWrite<O> {
    type Output = Result<(), FutureWriteError<O::Payload>>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let state = &mut self.get_mut().0;
        let pending = match replace(state, State::Done) {
            State::Start(writer, value) => match writer.start(value) {
                Ok(pending) => pending,
                Err(done) => return Poll::Ready(done.result()),
            },
            State::Pending(pending) => pending,
            State::Done => polled_again(),
        };
        match waitable::poll(pending.writer.handle, cx) {
            BLOCKED => {
                *state = State::Pending(pending);
                Poll::Pending
            }
            status => Poll::Ready(pending.done(status).result()),
        }
    }
}

impl<O: FutureOps> RawFutureWriteCancel<O> {
    /// The result of a write that was not cancelled.
    fn result(self) -> Result<(), FutureWriteError<O::Payload>> {
        match self {
            Self::AlreadySent => Ok(()),
            Self::Dropped(value) | Self::Cancelled(value, _) => Err(FutureWriteError { value }),
        }
    }
}

impl<O: FutureOps> Drop for RawFutureWrite<O> {
    fn drop(&mut self) {
        if let State::Pending(_) = self.0 {
            let write = RawFutureWrite(replace(&mut self.0, State::Done));
            end_raw(write);
        }
    }
}

/// Cancels a write that is pending.
fn end_raw<O: FutureOps>(mut write: RawFutureWrite<O>) {
    if write.end().is_none() {
        orphan::leave(write, end_raw);
    }
}

impl<O: FutureOps> fmt::Debug for RawFutureWrite<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawFutureWrite").finish_non_exhaustive()
    }
}
