//! What is common to both ends of a `stream`: its operations for one type of element.

use super::builtins::{CANCELLED, DROPPED};
use alloc::alloc::Layout;

/// The operations of the host on streams with elements of one type.
///
/// # Safety
///
/// [`StreamOps::native_abi_matches_canonical_abi`] is true only if a lowered element has the same bytes as the element. The
/// operations stay usable after the ends that have them: an operation that cannot be cancelled outlives its end.
// Without `'static`: whether a future that reads is `Send` is asked for tables of every lifetime.
pub unsafe trait StreamOps: Clone {
    /// The type of the elements.
    type Payload: 'static;

    /// Makes a stream. The lower half of the number is the handle of the reader, the upper half that of the writer.
    #[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)] // The name is the one that wit-bindgen has.
    fn new(&mut self) -> u64;

    /// The layout of a lowered element.
    fn elem_layout(&self) -> Layout;

    /// Whether elements need not be lowered and lifted.
    fn native_abi_matches_canonical_abi(&self) -> bool;

    /// Whether [`StreamOps::dealloc_lists`] has something to do.
    fn contains_lists(&self) -> bool;

    /// Lowers an element.
    ///
    /// # Safety
    ///
    /// `dst` points to memory with the layout of an element.
    unsafe fn lower(&mut self, payload: Self::Payload, dst: *mut u8);

    /// Frees the lists of a lowered element, whose handles somebody else has taken.
    ///
    /// # Safety
    ///
    /// `dst` points to a lowered element, and nothing else frees its lists.
    unsafe fn dealloc_lists(&mut self, dst: *mut u8);

    /// Lifts an element.
    ///
    /// # Safety
    ///
    /// `dst` points to a lowered element, which is lifted once.
    unsafe fn lift(&mut self, dst: *mut u8) -> Self::Payload;

    /// Starts to write elements.
    ///
    /// # Safety
    ///
    /// `stream` is a writer without an operation; `val` points to `amt` lowered elements, which stay until the operation ends.
    unsafe fn start_write(&mut self, stream: u32, val: *const u8, amt: usize) -> u32;

    /// Starts to read elements.
    ///
    /// # Safety
    ///
    /// `stream` is a reader without an operation; `val` points to memory for `amt` elements, which stays until the operation ends.
    unsafe fn start_read(&mut self, stream: u32, val: *mut u8, amt: usize) -> u32;

    /// Cancels the read that is pending.
    ///
    /// # Safety
    ///
    /// `stream` is a reader with an operation, in no set of waitables, and the task may block.
    unsafe fn cancel_read(&mut self, stream: u32) -> u32;

    /// Cancels the write that is pending.
    ///
    /// # Safety
    ///
    /// `stream` is a writer with an operation, in no set of waitables, and the task may block.
    unsafe fn cancel_write(&mut self, stream: u32) -> u32;

    /// Drops the reader.
    ///
    /// # Safety
    ///
    /// `stream` is a reader without an operation.
    unsafe fn drop_readable(&mut self, stream: u32);

    /// Drops the writer.
    ///
    /// # Safety
    ///
    /// `stream` is a writer without an operation.
    unsafe fn drop_writable(&mut self, stream: u32);
}

/// The operations of the host on streams of one type, and how its elements are lowered and lifted.
#[derive(Debug)]
pub struct StreamVtable<T> {
    /// The layout of a lowered element.
    pub layout: Layout,
    /// [`StreamOps::lower`]; nothing if a lowered element has the same bytes as the element.
    pub lower: Option<unsafe fn(value: T, dst: *mut u8)>,
    /// [`StreamOps::dealloc_lists`]; nothing if there are no lists.
    pub dealloc_lists: Option<unsafe fn(dst: *mut u8)>,
    /// [`StreamOps::lift`]; nothing if a lowered element has the same bytes as the element.
    pub lift: Option<unsafe fn(dst: *mut u8) -> T>,
    /// [`StreamOps::start_write`].
    pub start_write: unsafe extern "C" fn(stream: u32, val: *const u8, amt: usize) -> u32,
    /// [`StreamOps::start_read`].
    pub start_read: unsafe extern "C" fn(stream: u32, val: *mut u8, amt: usize) -> u32,
    /// [`StreamOps::cancel_write`].
    pub cancel_write: unsafe extern "C" fn(stream: u32) -> u32,
    /// [`StreamOps::cancel_read`].
    pub cancel_read: unsafe extern "C" fn(stream: u32) -> u32,
    /// [`StreamOps::drop_writable`].
    pub drop_writable: unsafe extern "C" fn(stream: u32),
    /// [`StreamOps::drop_readable`].
    pub drop_readable: unsafe extern "C" fn(stream: u32),
    /// [`StreamOps::new`].
    pub new: unsafe extern "C" fn() -> u64,
}

// SAFETY: a table without `lower` and `lift` says that elements are their own lowered form. Of all blocks: the caller of a
// function promises what the function of the table asks for.
#[allow(clippy::undocumented_unsafe_blocks)]
unsafe impl<T: 'static> StreamOps for &StreamVtable<T> {
    type Payload = T;

    fn new(&mut self) -> u64 {
        unsafe { (self.new)() }
    }

    fn elem_layout(&self) -> Layout {
        self.layout
    }

    fn native_abi_matches_canonical_abi(&self) -> bool {
        self.lift.is_none()
    }

    fn contains_lists(&self) -> bool {
        // Components have a memory each, and the reader gets copies of lists. On the host it gets the lists themselves.
        cfg!(target_arch = "wasm32") && self.dealloc_lists.is_some()
    }

    unsafe fn lower(&mut self, payload: T, dst: *mut u8) {
        match self.lower {
            Some(lower) => unsafe { lower(payload, dst) },
            None => unsafe { dst.cast::<T>().write(payload) },
        }
    }

    unsafe fn dealloc_lists(&mut self, dst: *mut u8) {
        if let Some(dealloc_lists) = self.dealloc_lists {
            unsafe { dealloc_lists(dst) };
        }
    }

    unsafe fn lift(&mut self, dst: *mut u8) -> T {
        match self.lift {
            Some(lift) => unsafe { lift(dst) },
            None => unsafe { dst.cast::<T>().read() },
        }
    }

    unsafe fn start_write(&mut self, stream: u32, val: *const u8, amt: usize) -> u32 {
        unsafe { (self.start_write)(stream, val, amt) }
    }

    unsafe fn start_read(&mut self, stream: u32, val: *mut u8, amt: usize) -> u32 {
        unsafe { (self.start_read)(stream, val, amt) }
    }

    unsafe fn cancel_read(&mut self, stream: u32) -> u32 {
        unsafe { (self.cancel_read)(stream) }
    }

    unsafe fn cancel_write(&mut self, stream: u32) -> u32 {
        unsafe { (self.cancel_write)(stream) }
    }

    unsafe fn drop_readable(&mut self, stream: u32) {
        unsafe { (self.drop_readable)(stream) };
    }

    unsafe fn drop_writable(&mut self, stream: u32) {
        unsafe { (self.drop_writable)(stream) };
    }
}

/// How a read or write of a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamResult {
    /// So many elements were read or written.
    Complete(usize),
    /// The other end is dropped, and no element was read or written.
    Dropped,
    /// The operation was cancelled, and no element was read or written.
    Cancelled,
}

impl StreamResult {
    /// The result of a status.
    pub(super) fn of(status: u32) -> Self {
        match (status & 0xf, (status >> 4) as usize) {
            (DROPPED, 0) => Self::Dropped,
            (CANCELLED, 0) => Self::Cancelled,
            (_, count) => Self::Complete(count),
        }
    }

    /// The number of elements that were read or written.
    pub(super) fn count(self) -> usize {
        match self {
            Self::Complete(count) => count,
            Self::Dropped | Self::Cancelled => 0,
        }
    }
}
