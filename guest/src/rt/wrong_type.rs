//! The end of an instance whose resource has values of two types.

#[cold]
pub(crate) fn wrong_type() -> ! {
    if cfg!(any(debug_assertions, not(target_arch = "wasm32"))) {
        panic!("an exported resource has values of two types");
    }
    super::abort()
}
