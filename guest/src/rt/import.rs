//! Core imports: the only place where generated code leaves the guest.

/// Declares the core functions that are imported from one module.
///
/// Outside of WebAssembly, the functions exist but panic: there is nothing to import from.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_import {
    ($module:literal; $($link:literal fn $name:ident($($param:ty),* $(,)?) $(-> $result:ty)?;)*) => {
        // SAFETY: generated code declares the core signatures of the canonical ABI, which the host validates.
        #[cfg(target_arch = "wasm32")]
        #[link(wasm_import_module = $module)]
        unsafe extern "C" {
            $(
                #[link_name = $link]
                pub(crate) fn $name($(_: $param),*) $(-> $result)?;
            )*
        }

        $(
            #[cfg(not(target_arch = "wasm32"))]
            pub(crate) unsafe fn $name($(_: $param),*) $(-> $result)? {
                $crate::rt::not_wasm($module, $link)
            }
        )*
    };
}

/// Panics for a call of an import outside of a component.
#[cold]
pub fn not_wasm(module: &str, function: &str) -> ! {
    panic!("`{function}` of `{module}` is an import: it can be called in a component only")
}
