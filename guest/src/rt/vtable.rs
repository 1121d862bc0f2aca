//! The tables with which streams and futures of a type are read and written.

/// The table of `stream`s of one type: where the host's built-ins come from, and how values go to and from memory.
///
/// Outside of WebAssembly the built-ins end the program: there is nothing to import from.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_stream_vtable {
    (
        $module:literal;
        new: $new:literal,
        start_read: $start_read:literal,
        start_write: $start_write:literal,
        cancel_read: $cancel_read:literal,
        cancel_write: $cancel_write:literal,
        drop_readable: $drop_readable:literal,
        drop_writable: $drop_writable:literal,
        layout: $layout:expr,
        lift: $lift:expr,
        lower: $lower:expr,
        dealloc_lists: $dealloc_lists:expr $(,)?
    ) => {{
        #[cfg(target_arch = "wasm32")]
        #[link(wasm_import_module = $module)]
        unsafe extern "C" {
            #[link_name = $new]
            fn new() -> u64;
            #[link_name = $start_read]
            fn start_read(_: u32, _: *mut u8, _: usize) -> u32;
            #[link_name = $start_write]
            fn start_write(_: u32, _: *const u8, _: usize) -> u32;
            #[link_name = $cancel_read]
            fn cancel_read(_: u32) -> u32;
            #[link_name = $cancel_write]
            fn cancel_write(_: u32) -> u32;
            #[link_name = $drop_readable]
            fn drop_readable(_: u32);
            #[link_name = $drop_writable]
            fn drop_writable(_: u32);
        }

        $crate::rt::vtable_on_host! {
            $module;
            $new fn new() -> u64;
            $start_read fn start_read(_: u32, _: *mut u8, _: usize) -> u32;
            $start_write fn start_write(_: u32, _: *const u8, _: usize) -> u32;
            $cancel_read fn cancel_read(_: u32) -> u32;
            $cancel_write fn cancel_write(_: u32) -> u32;
            $drop_readable fn drop_readable(_: u32);
            $drop_writable fn drop_writable(_: u32);
        }

        $crate::rt::async_support::StreamVtable {
            layout: $layout,
            lift: $lift,
            lower: $lower,
            dealloc_lists: $dealloc_lists,
            start_write,
            start_read,
            cancel_write,
            cancel_read,
            drop_writable,
            drop_readable,
            new,
        }
    }};
}

/// The table of `future`s of one type: where the host's built-ins come from, and how values go to and from memory.
///
/// Outside of WebAssembly the built-ins end the program: there is nothing to import from.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_future_vtable {
    (
        $module:literal;
        new: $new:literal,
        start_read: $start_read:literal,
        start_write: $start_write:literal,
        cancel_read: $cancel_read:literal,
        cancel_write: $cancel_write:literal,
        drop_readable: $drop_readable:literal,
        drop_writable: $drop_writable:literal,
        layout: $layout:expr,
        lift: $lift:expr,
        lower: $lower:expr,
        dealloc_lists: $dealloc_lists:expr $(,)?
    ) => {{
        #[cfg(target_arch = "wasm32")]
        #[link(wasm_import_module = $module)]
        unsafe extern "C" {
            #[link_name = $new]
            fn new() -> u64;
            #[link_name = $start_read]
            fn start_read(_: u32, _: *mut u8) -> u32;
            #[link_name = $start_write]
            fn start_write(_: u32, _: *const u8) -> u32;
            #[link_name = $cancel_read]
            fn cancel_read(_: u32) -> u32;
            #[link_name = $cancel_write]
            fn cancel_write(_: u32) -> u32;
            #[link_name = $drop_readable]
            fn drop_readable(_: u32);
            #[link_name = $drop_writable]
            fn drop_writable(_: u32);
        }

        $crate::rt::vtable_on_host! {
            $module;
            $new fn new() -> u64;
            $start_read fn start_read(_: u32, _: *mut u8) -> u32;
            $start_write fn start_write(_: u32, _: *const u8) -> u32;
            $cancel_read fn cancel_read(_: u32) -> u32;
            $cancel_write fn cancel_write(_: u32) -> u32;
            $drop_readable fn drop_readable(_: u32);
            $drop_writable fn drop_writable(_: u32);
        }

        $crate::rt::async_support::FutureVtable {
            layout: $layout,
            lift: $lift,
            lower: $lower,
            dealloc_lists: $dealloc_lists,
            start_write,
            start_read,
            cancel_write,
            cancel_read,
            drop_writable,
            drop_readable,
            new,
        }
    }};
}

/// The built-ins of a table where there is no host.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_vtable_on_host {
    ($module:literal; $($link:literal fn $name:ident($(_: $ty:ty),*) $(-> $result:ty)?;)*) => {
        $(
            #[cfg(not(target_arch = "wasm32"))]
            unsafe extern "C" fn $name($(_: $ty),*) $(-> $result)? {
                $crate::rt::not_wasm($module, $link)
            }
        )*
    };
}
