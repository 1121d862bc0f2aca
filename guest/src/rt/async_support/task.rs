//! Tasks: calls of asynchronous exports, and what drives them.

use super::builtins;
use super::c_abi;
use super::exec::{Exec, Unit, UnitRef, UnitTable, wake};
use super::linker::Linker;
use super::orphan;
use super::status::{NONE, TASK_CANCELLED};
use super::turn::turn;
use super::waitable;
use crate::rt::allocate::allocate;
use alloc::alloc::Layout;
use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::mem::ManuallyDrop;
use core::pin::Pin;
use core::ptr::NonNull;
use core::sync::atomic::Ordering::Relaxed;
use core::task::Context;

/// The codes with which an export or its callback returns.
pub(super) const EXIT: u32 = 0;
pub(super) const YIELD: u32 = 1;
const WAIT: u32 = 2;

/// Goes on with a task after an event, as far as it gets. Returns the code for the host; after [`EXIT`] the task is gone.
///
/// # Safety
///
/// The task has not ended, and is not running.
pub(super) unsafe fn resume(exec: NonNull<Exec>, kind: u32, waitable: u32, status: u32) -> u32 {
    // SAFETY: the task exists until `exit` below.
    let task = unsafe { exec.as_ref() };
    task.wake_up();
    task.enter(|| {
        orphan::reap();
        let mut event = (kind, waitable, status);
        if kind == NONE && task.joined.load(Relaxed) > 0 {
            // A task that has only let others run has not been told of events.
            event = builtins::poll(task.set());
        }
        match event.0 {
            NONE => {}
            TASK_CANCELLED => task.cancel(),
            _ if task.heard(event.1) => {}
            _ => waitable::deliver(event.1, event.2),
        }
        turn(task);
    });
    if task.alive.get() == 0 {
        // SAFETY: the task is not used any more.
        unsafe { exit(exec) };
        return EXIT;
    }
    if task.is_ready() {
        return YIELD;
    }
    WAIT | task.sleep() << 4
}

/// Ends a task whose futures have ended.
#[inline(never)]
unsafe fn exit(exec: NonNull<Exec>) {
    // SAFETY: the last owner is dropped below.
    let task = unsafe { exec.as_ref() };
    waitable::leave_all(task);
    task.end();
    drop(UnitRef::first(exec.cast()));
}

/// A task and its future.
#[repr(C)]
struct Root<F> {
    exec: Exec,
    future: UnsafeCell<ManuallyDrop<F>>,
}

impl<F: Future<Output = ()>> Root<F> {
    const TABLE: UnitTable = UnitTable {
        poll: Self::poll,
        abort: Self::abort,
        layout: Layout::new::<Self>(),
    };

    /// A task that is ready to run.
    ///
    /// # Safety
    ///
    /// The task ends before what the future borrows.
    unsafe fn start(future: F) -> NonNull<Exec> {
        let exec = create(&const { Self::TABLE });
        let root: *mut Self = exec.as_ptr().cast();
        // SAFETY: the block is for a value of this type.
        unsafe { (&raw mut (*root).future).write(UnsafeCell::new(ManuallyDrop::new(future))) };
        exec
    }

    unsafe fn poll(unit: *const Unit, cx: &mut Context<'_>) -> bool {
        // SAFETY: the unit is the first field of a value of this type, whose future exists, is not being polled, and does not move.
        unsafe {
            let future = (*unit.cast::<Self>()).future.get();
            let ready = Pin::new_unchecked(&mut **future).poll(cx).is_ready();
            if ready {
                ManuallyDrop::drop(&mut *future);
            }
            ready
        }
    }

    unsafe fn abort(unit: *const Unit) {
        // SAFETY: as above.
        unsafe { ManuallyDrop::drop(&mut *(*unit.cast::<Self>()).future.get()) };
    }
}

/// A task that is ready to run, but for its future.
#[inline(never)]
fn create(table: &'static UnitTable) -> NonNull<Exec> {
    let exec: *mut Exec = allocate(table.layout).cast();
    // SAFETY: the block starts with place for a task, and is not null.
    unsafe {
        exec.write(Exec::new(exec, table, &TABLE));
        wake(&(*exec).unit);
        NonNull::new_unchecked(exec)
    }
}

/// Runs a new task for the first time.
#[inline(never)]
fn run(exec: NonNull<Exec>) -> i32 {
    // SAFETY: the task is new, and stays in the context as long as it lives.
    unsafe {
        builtins::context_set(exec.as_ptr().cast());
        resume(exec, NONE, 0, 0) as i32
    }
}

/// Starts the task of a call of an asynchronous export: the future returns the result to the host. Returns the code with
/// which the export returns.
pub fn start_task<F: Future<Output = ()> + 'static>(task: F) -> i32 {
    let () = Linker::<F>::KNOWS_ASYNC;
    // SAFETY: the future borrows nothing.
    run(unsafe { Root::start(task) })
}

/// Handles an event of the current task. Returns the code with which the callback returns.
///
/// # Safety
///
/// Only the callback of an export whose task [`start_task`] has started may call it, with the event that the host passes.
pub unsafe fn callback(event: u32, waitable: u32, code: u32) -> u32 {
    // SAFETY: the context of the task is what `start_task` has set.
    unsafe {
        let exec = NonNull::new_unchecked(builtins::context_get().cast());
        resume(exec, event, waitable, code)
    }
}

/// Runs a future to its end, and blocks the current task meanwhile.
///
/// What that task has started goes on after this: its spawned futures, and what passes on the values for a reader that was given
/// away while its read could not be cancelled.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut result = None;
    let slot = &mut result;
    // SAFETY: the task ends in `block`.
    let exec = unsafe { Root::start(async move { *slot = Some(future.await) }) };
    // SAFETY: the task is new.
    unsafe { block(exec) };
    match result {
        Some(result) => result,
        // The task ends only with its future.
        None => crate::rt::abort(),
    }
}

/// Runs a task to its end.
unsafe fn block(exec: NonNull<Exec>) {
    #[cfg(not(target_arch = "wasm32"))]
    let _context = super::on_host::blocking(exec.as_ptr().cast());
    let mut event = (NONE, 0, 0);
    loop {
        // SAFETY: the task has not ended, and is not running.
        let code = unsafe { resume(exec, event.0, event.1, event.2) };
        event = match code {
            EXIT => return,
            YIELD => {
                yield_blocking();
                (NONE, 0, 0)
            }
            wait => builtins::wait(wait >> 4),
        };
    }
}

/// Lets other tasks run, and blocks the current one meanwhile. Returns whether to go on: `false` if the caller of this task has
/// cancelled it.
pub fn yield_blocking() -> bool {
    // SAFETY: the function has no conditions.
    unsafe { builtins::thread_yield() == 0 }
}

/// Lets other tasks run before the current one goes on.
pub fn yield_async() -> impl Future<Output = ()> {
    let mut yielded = false;
    core::future::poll_fn(move |cx| {
        if core::mem::replace(&mut yielded, true) {
            return core::task::Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        core::task::Poll::Pending
    })
}

/// Asks the host not to start further calls of exports, until [`backpressure_dec`] takes this back.
pub fn backpressure_inc() {
    // SAFETY: the function has no conditions.
    unsafe { builtins::backpressure_inc() };
}

/// Takes back one call of [`backpressure_inc`].
pub fn backpressure_dec() {
    // SAFETY: the function has no conditions but those of this one.
    unsafe { builtins::backpressure_dec() };
}

/// Tells the host that the task is cancelled when it is dropped, unless [`TaskCancelOnDrop::forget`] is called before.
#[derive(Debug)]
pub struct TaskCancelOnDrop(());

impl TaskCancelOnDrop {
    /// A guard of the current task.
    #[allow(clippy::new_without_default)] // A default would be a second way to make one.
    #[must_use]
    pub fn new() -> Self {
        Self(())
    }

    /// Ends the guard: the task returns a result.
    pub fn forget(self) {
        core::mem::forget(self);
    }
}

impl Drop for TaskCancelOnDrop {
    fn drop(&mut self) {
        // SAFETY: the future of a task is dropped before its end only after the host has asked for it.
        unsafe { builtins::task_cancel() };
    }
}

/// How other runtimes use a task.
static TABLE: c_abi::Table = c_abi::Table {
    register,
    unregister,
    clone,
    drop: release,
    #[cfg(feature = "async-spawn")]
    spawn: Some(spawn),
    #[cfg(not(feature = "async-spawn"))]
    spawn: None,
};

// SAFETY (of all blocks): the context of a task of this runtime is a pointer to it, and has an owner.

#[allow(clippy::undocumented_unsafe_blocks)]
unsafe extern "C" fn register(
    context: *mut c_void,
    waitable: u32,
    callback: c_abi::Callback,
    data: *mut c_void,
) -> *mut c_void {
    waitable::register_callback(unsafe { &*context.cast() }, waitable, callback, data)
}

unsafe extern "C" fn unregister(_: *mut c_void, waitable: u32) -> *mut c_void {
    waitable::unregister_callback(waitable)
}

#[allow(clippy::undocumented_unsafe_blocks)]
unsafe extern "C" fn clone(context: *mut c_void) -> *mut c_void {
    core::mem::forget(UnitRef::new(unsafe { &*context.cast() }));
    context
}

#[allow(clippy::undocumented_unsafe_blocks)]
unsafe extern "C" fn release(context: *mut c_void) {
    drop(UnitRef::first(unsafe {
        NonNull::new_unchecked(context.cast())
    }));
}

#[cfg(feature = "async-spawn")]
#[allow(clippy::undocumented_unsafe_blocks)]
unsafe fn spawn(context: *mut c_void, future: alloc::boxed::Box<dyn Future<Output = ()>>) {
    super::background::spawn_in(
        unsafe { &*context.cast() },
        alloc::boxed::Box::into_pin(future),
    );
}
