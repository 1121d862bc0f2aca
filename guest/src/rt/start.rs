//! Static constructors.

/// Runs the static constructors, such as those of C libraries, the first time that an export runs.
///
/// Without this the linker makes every export, and `cabi_realloc`, run them each time.
#[cfg(target_arch = "wasm32")]
#[inline]
pub fn run_ctors_once() {
    use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
    static DONE: AtomicBool = AtomicBool::new(false);
    unsafe extern "C" {
        // The linker writes this function, and leaves exports alone if somebody refers to it.
        fn __wasm_call_ctors();
    }
    if !DONE.load(Relaxed) {
        DONE.store(true, Relaxed);
        // SAFETY: it is called once, before anything that relies on it.
        unsafe { __wasm_call_ctors() };
    }
}

/// Static constructors are run by whoever starts the program.
#[cfg(not(target_arch = "wasm32"))]
#[inline]
pub fn run_ctors_once() {}
