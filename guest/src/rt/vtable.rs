//! The tables with which streams and futures of a type are read and written.

/// The table of `stream`s of one type: where the host's built-ins come from, and how values go to and from memory.
///
/// Outside of WebAssembly the built-ins are those of a host in memory.
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

        #[cfg(not(target_arch = "wasm32"))]
        use $crate::rt::async_support::on_host::table::{
            cancel as cancel_read, cancel as cancel_write, drop_end as drop_readable,
            drop_end as drop_writable, start_read, start_write,
        };
        #[cfg(not(target_arch = "wasm32"))]
        unsafe extern "C" fn new() -> u64 {
            $crate::rt::async_support::on_host::table::new_stream($layout)
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
/// Outside of WebAssembly the built-ins are those of a host in memory.
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

        #[cfg(not(target_arch = "wasm32"))]
        use $crate::rt::async_support::on_host::table::{
            cancel as cancel_read, cancel as cancel_write, drop_end as drop_readable,
            drop_end as drop_writable, start_read_one as start_read,
            start_write_one as start_write,
        };
        #[cfg(not(target_arch = "wasm32"))]
        unsafe extern "C" fn new() -> u64 {
            $crate::rt::async_support::on_host::table::new_future($layout)
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
