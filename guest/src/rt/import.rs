//! Core imports: the one place where generated code leaves the guest.

/// Declares the core functions that are imported from one module.
///
/// Away from WebAssembly there is nothing to import from: the functions exist, and are not reached.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_import {
    ($module:literal; $($link:literal fn $name:ident($($param:ty),* $(,)?) $(-> $result:ty)?;)*) => {
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

/// What happens when an import is called that only a component has.
#[cold]
pub fn not_wasm(module: &str, function: &str) -> ! {
    panic!("`{function}` of `{module}` is imported by a component; there is no such thing here")
}
