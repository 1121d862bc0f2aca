//! Static constructors.

/// Runs the static constructors, such as those of C libraries, when an export runs for the first time.
///
/// Without this function, the linker makes every export, and `cabi_realloc`, run them each time.
#[cfg(target_arch = "wasm32")]
#[inline]
pub fn run_ctors_once() {
    // SAFETY: this is the signature that the linker gives the function.
    unsafe extern "C" {
        // The linker writes this function. If something refers to it, the linker does not change the exports.
        fn __wasm_call_ctors();
    }
    if !constructors::HAVE_RUN.load(core::sync::atomic::Ordering::Relaxed) {
        // SAFETY: it has not been called yet: one of the constructors records a call.
        unsafe { __wasm_call_ctors() };
    }
}

/// A constructor that records that the constructors have run, whether from here, from `_start` of a program, from
/// another version of this crate, or from a similar library.
#[cfg(target_arch = "wasm32")]
mod constructors {
    use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

    pub(super) static HAVE_RUN: AtomicBool = AtomicBool::new(false);

    // SAFETY: the section holds functions without parameters and result, which are called once.
    #[used]
    #[unsafe(link_section = ".init_array")]
    static TELL: extern "C" fn() = tell;

    extern "C" fn tell() {
        HAVE_RUN.store(true, Relaxed);
    }
}

/// Does nothing: outside of WebAssembly, the start of the program runs the static constructors.
#[cfg(not(target_arch = "wasm32"))]
#[inline]
pub fn run_ctors_once() {}
