//! Futures that run beside the one of their task.

use super::c_abi;
use super::exec::{Exec, Unit, UnitRef, UnitTable};
use crate::rt::allocate::allocate;
use alloc::alloc::Layout;
use core::cell::{Cell, UnsafeCell};
use core::mem::ManuallyDrop;
use core::pin::Pin;
use core::ptr::NonNull;
use core::task::{Context, Waker};

/// The header of a future in the background, and its result.
#[repr(C)]
pub(super) struct Join<T> {
    pub(super) unit: Unit,
    /// What waits for the result.
    pub(super) waker: Cell<Option<Waker>>,
    pub(super) result: Cell<Option<T>>,
    /// Nothing will ask for the result.
    pub(super) detached: Cell<bool>,
}

#[repr(C)]
struct Spawned<T, F> {
    join: Join<T>,
    future: UnsafeCell<ManuallyDrop<F>>,
}

impl<T> Join<T> {
    /// Wakes what waits for the result.
    fn finish(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

impl<T, F: Future<Output = T>> Spawned<T, F> {
    const TABLE: UnitTable = UnitTable {
        poll: Self::poll,
        abort: Self::abort,
        layout: Layout::new::<Self>(),
    };

    /// A future of a task, or of none, with one owner: itself.
    fn start(exec: *const Exec, future: F) -> NonNull<Join<T>> {
        let block: *mut Self = allocate(Layout::new::<Self>()).cast();
        let join = Join {
            unit: Unit::new(exec, &const { Self::TABLE }),
            waker: Cell::new(None),
            result: Cell::new(None),
            detached: Cell::new(false),
        };
        let future = UnsafeCell::new(ManuallyDrop::new(future));
        // SAFETY: the block is for a value of this type, and not null.
        unsafe {
            block.write(Self { join, future });
            NonNull::new_unchecked(block.cast())
        }
    }

    unsafe fn poll(unit: *const Unit, cx: &mut Context<'_>) -> bool {
        // SAFETY: the unit is the first field of a value of this type, whose future exists, is not being polled, and does not move.
        let (join, future) = unsafe {
            let this = unit.cast::<Self>();
            (&(*this).join, (*this).future.get())
        };
        // SAFETY: as above.
        let poll = unsafe { Pin::new_unchecked(&mut **future).poll(cx) };
        let core::task::Poll::Ready(result) = poll else {
            return false;
        };
        // SAFETY: the future is not used any more.
        unsafe { ManuallyDrop::drop(&mut *future) };
        if !join.detached.get() {
            join.result.set(Some(result));
        }
        join.finish();
        true
    }

    unsafe fn abort(unit: *const Unit) {
        // SAFETY: as above.
        unsafe {
            let this = unit.cast::<Self>();
            ManuallyDrop::drop(&mut *(*this).future.get());
            (*this).join.finish();
        }
    }
}

/// Starts a future in the current task. It comes back if there is no task.
pub(super) fn spawn<T: 'static, F>(future: F) -> Result<UnitOf<T>, F>
where
    F: Future<Output = T> + 'static,
{
    let task = c_abi::current();
    // SAFETY: a current task is valid.
    match unsafe { Exec::of(task).as_ref() } {
        Some(exec) => Ok(spawn_in(exec, future)),
        None if !task.is_null() => spawn_elsewhere(task, future),
        None => Err(future),
    }
}

/// Starts a future in the current task, or in the next one.
pub(super) fn finish(future: impl Future<Output = ()> + 'static) {
    if let Err(future) = spawn(future) {
        super::orphan::leave(future, finish);
    }
}

/// Starts a future in a task of this runtime.
pub(super) fn spawn_in<T: 'static>(
    exec: &Exec,
    future: impl Future<Output = T> + 'static,
) -> UnitOf<T> {
    let join = Spawned::start(exec, future);
    let handle = UnitOf::new(join);
    // The unit is new, and its first owner is the task.
    exec.add(&handle.unit);
    handle
}

/// Starts a future in a task of another runtime.
#[cfg(feature = "async-spawn")]
fn spawn_elsewhere<T: 'static, F>(task: *const c_abi::Task, future: F) -> Result<UnitOf<T>, F>
where
    F: Future<Output = T> + 'static,
{
    // SAFETY: a current task is valid.
    let Some(spawn) = (unsafe { c_abi::Task::spawn(task) }) else {
        return Err(future);
    };
    let join = Spawned::start(core::ptr::null(), future);
    let unit = UnitRef::first(join.cast());
    let handle = UnitOf::new(join);
    let driver = core::future::poll_fn(move |cx| {
        if unit.poll(cx) || unit.is_done() {
            core::task::Poll::Ready(())
        } else {
            core::task::Poll::Pending
        }
    });
    // SAFETY: the context is that of the current task.
    unsafe { spawn(c_abi::Task::context(task), alloc::boxed::Box::new(driver)) };
    Ok(handle)
}

/// Without the feature, other runtimes are not asked: theirs may lack it as well.
#[cfg(not(feature = "async-spawn"))]
fn spawn_elsewhere<T: 'static, F>(_: *const c_abi::Task, future: F) -> Result<UnitOf<T>, F>
where
    F: Future<Output = T> + 'static,
{
    Err(future)
}

/// An owner of a future in the background.
pub(super) struct UnitOf<T> {
    unit: UnitRef,
    result: core::marker::PhantomData<T>,
}

impl<T> UnitOf<T> {
    fn new(join: NonNull<Join<T>>) -> Self {
        // SAFETY: the unit exists.
        let unit = UnitRef::new(unsafe { &join.as_ref().unit });
        Self {
            unit,
            result: core::marker::PhantomData,
        }
    }

    /// The header.
    pub(super) fn join(&self) -> &Join<T> {
        // SAFETY: the unit is the first field of such a header.
        unsafe { &*(&raw const *self.unit).cast() }
    }

    /// Makes that the task notices when another one aborts the future.
    #[cfg(feature = "async-spawn")]
    pub(super) fn expect_wakes(&self) {
        if let Some(exec) = self.unit.exec() {
            exec.expect_wakes();
        }
    }

    /// Drops the future before its end.
    #[cfg(feature = "async-spawn")]
    pub(super) fn abort(&self) {
        if self.unit.abort() {
            self.unit.ended();
        }
    }
}

impl<T> Drop for UnitOf<T> {
    fn drop(&mut self) {
        let join = self.join();
        join.detached.set(true);
        drop((join.waker.take(), join.result.take()));
    }
}
