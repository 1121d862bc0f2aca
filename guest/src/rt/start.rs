//! Static constructors.

/// Runs the static constructors, such as those of C libraries, the first time that an export runs.
///
/// Without this the linker makes every export, and `cabi_realloc`, run them each time.
#[cfg(target_arch = "wasm32")]
#[inline]
pub fn run_ctors_once() {
    unsafe extern "C" {
        // The linker writes this function, and leaves exports alone if somebody refers to it.
        fn __wasm_call_ctors();
    }
    if !constructors::HAVE_RUN.load(core::sync::atomic::Ordering::Relaxed) {
        // SAFETY: nobody has called it yet, and one of the constructors makes that known.
        unsafe { __wasm_call_ctors() };
    }
}

/// A constructor that tells that constructors have run: not only from here, but also from a program's `_start`, from another
/// version of this crate, or from another library of its kind.
#[cfg(target_arch = "wasm32")]
mod constructors {
    use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

    pub(super) static HAVE_RUN: AtomicBool = AtomicBool::new(false);

    #[used]
    #[unsafe(link_section = ".init_array")]
    static TELL: extern "C" fn() = tell;

    extern "C" fn tell() {
        HAVE_RUN.store(true, Relaxed);
    }
}

/// Static constructors are run by whoever starts the program.
#[cfg(not(target_arch = "wasm32"))]
#[inline]
pub fn run_ctors_once() {}
