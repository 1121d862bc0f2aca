//! Refuses asynchronous functions where the linker does not know them: it would only name an import or a byte.

use core::marker::PhantomData;

/// A check that is done where a function for `T` is compiled, so that only guests with asynchronous functions fail.
pub(super) struct Linker<T>(PhantomData<T>);

impl<T> Linker<T> {
    /// Fails to compile if the linker is too old; `build/linker.rs` knows.
    pub(super) const KNOWS_ASYNC: () = assert!(
        !cfg!(witc_old_linker),
        "the linker that this version of Rust has for `wasm32-wasip2` does not know asynchronous functions: use Rust 1.94 or newer, \
         or wasm-component-ld 0.5.20 or newer as the `linker` of this target"
    );
}
