//! What is common to both ends of a `future`: its operations for one type of value.

use alloc::alloc::Layout;

/// The operations of the host on futures with values of one type.
///
/// The operations stay usable after the ends that have them: an operation that cannot be cancelled outlives its end.
// Without `'static`: whether a future that reads is `Send` is asked for tables of every lifetime.
pub trait FutureOps {
    /// The type of the value.
    type Payload;

    /// Makes a future. The lower half of the number is the handle of the reader, the upper half that of the writer.
    #[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)] // The name is the one that wit-bindgen has.
    fn new(&mut self) -> u64;

    /// The layout of a lowered value.
    fn elem_layout(&mut self) -> Layout;

    /// Lowers a value.
    ///
    /// # Safety
    ///
    /// `dst` points to memory with the layout of a value.
    unsafe fn lower(&mut self, payload: Self::Payload, dst: *mut u8);

    /// Frees the lists of a lowered value, whose handles somebody else has taken.
    ///
    /// # Safety
    ///
    /// `dst` points to a lowered value, and nothing else frees its lists.
    unsafe fn dealloc_lists(&mut self, dst: *mut u8);

    /// Lifts a value.
    ///
    /// # Safety
    ///
    /// `dst` points to a lowered value, which is lifted once.
    unsafe fn lift(&mut self, dst: *mut u8) -> Self::Payload;

    /// Starts to write the value.
    ///
    /// # Safety
    ///
    /// `future` is a writer without an operation; `val` points to a lowered value, which stays until the operation ends.
    unsafe fn start_write(&mut self, future: u32, val: *const u8) -> u32;

    /// Starts to read the value.
    ///
    /// # Safety
    ///
    /// `future` is a reader without an operation; `val` points to memory for a value, which stays until the operation ends.
    unsafe fn start_read(&mut self, future: u32, val: *mut u8) -> u32;

    /// Cancels the read that is pending.
    ///
    /// # Safety
    ///
    /// `future` is a reader with an operation, in no set of waitables, and the task may block.
    unsafe fn cancel_read(&mut self, future: u32) -> u32;

    /// Cancels the write that is pending.
    ///
    /// # Safety
    ///
    /// `future` is a writer with an operation, in no set of waitables, and the task may block.
    unsafe fn cancel_write(&mut self, future: u32) -> u32;

    /// Drops the reader.
    ///
    /// # Safety
    ///
    /// `future` is a reader without an operation.
    unsafe fn drop_readable(&mut self, future: u32);

    /// Drops the writer.
    ///
    /// # Safety
    ///
    /// `future` is a writer without an operation, which has written or knows that the reader is dropped.
    unsafe fn drop_writable(&mut self, future: u32);
}

/// The operations of the host on futures of one type, and how its values are lowered and lifted.
#[derive(Debug)]
pub struct FutureVtable<T> {
    /// The layout of a lowered value.
    pub layout: Layout,
    /// [`FutureOps::lower`].
    pub lower: unsafe fn(value: T, dst: *mut u8),
    /// [`FutureOps::dealloc_lists`].
    pub dealloc_lists: unsafe fn(dst: *mut u8),
    /// [`FutureOps::lift`].
    pub lift: unsafe fn(dst: *mut u8) -> T,
    /// [`FutureOps::start_write`].
    pub start_write: unsafe extern "C" fn(future: u32, val: *const u8) -> u32,
    /// [`FutureOps::start_read`].
    pub start_read: unsafe extern "C" fn(future: u32, val: *mut u8) -> u32,
    /// [`FutureOps::cancel_write`].
    pub cancel_write: unsafe extern "C" fn(future: u32) -> u32,
    /// [`FutureOps::cancel_read`].
    pub cancel_read: unsafe extern "C" fn(future: u32) -> u32,
    /// [`FutureOps::drop_writable`].
    pub drop_writable: unsafe extern "C" fn(future: u32),
    /// [`FutureOps::drop_readable`].
    pub drop_readable: unsafe extern "C" fn(future: u32),
    /// [`FutureOps::new`].
    pub new: unsafe extern "C" fn() -> u64,
}

// SAFETY (of all blocks): the caller of a function promises what the function of the table asks for.
#[allow(clippy::undocumented_unsafe_blocks)]
impl<T: 'static> FutureOps for &FutureVtable<T> {
    type Payload = T;

    fn new(&mut self) -> u64 {
        unsafe { (self.new)() }
    }

    fn elem_layout(&mut self) -> Layout {
        self.layout
    }

    unsafe fn lower(&mut self, payload: T, dst: *mut u8) {
        unsafe { (self.lower)(payload, dst) };
    }

    unsafe fn dealloc_lists(&mut self, dst: *mut u8) {
        // Components have a memory each, and the reader gets copies of lists. On the host it gets the lists themselves.
        if cfg!(target_arch = "wasm32") {
            unsafe { (self.dealloc_lists)(dst) };
        }
    }

    unsafe fn lift(&mut self, dst: *mut u8) -> T {
        unsafe { (self.lift)(dst) }
    }

    unsafe fn start_write(&mut self, future: u32, val: *const u8) -> u32 {
        unsafe { (self.start_write)(future, val) }
    }

    unsafe fn start_read(&mut self, future: u32, val: *mut u8) -> u32 {
        unsafe { (self.start_read)(future, val) }
    }

    unsafe fn cancel_read(&mut self, future: u32) -> u32 {
        unsafe { (self.cancel_read)(future) }
    }

    unsafe fn cancel_write(&mut self, future: u32) -> u32 {
        unsafe { (self.cancel_write)(future) }
    }

    unsafe fn drop_readable(&mut self, future: u32) {
        unsafe { (self.drop_readable)(future) };
    }

    unsafe fn drop_writable(&mut self, future: u32) {
        unsafe { (self.drop_writable)(future) };
    }
}
