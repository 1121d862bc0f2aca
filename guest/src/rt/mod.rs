//! The runtime of generated code. It is not a public API: it changes with the generator.

mod allocate;
#[cfg(feature = "async")]
mod async_calls;
#[cfg(feature = "async")]
pub mod async_support;
#[cfg(not(feature = "bitflags"))]
pub mod bitflags;
mod borrows;
mod error;
mod give;
#[cfg(all(feature = "std", not(target_arch = "wasm32")))]
pub mod host;
mod import;
mod map;
mod memory;
#[cfg(all(feature = "realloc", target_arch = "wasm32"))]
mod realloc;
mod resource;
mod returned;
mod scratch;
mod start;
#[cfg(feature = "async")]
mod vtable;
mod written;
mod wrong_type;

pub use crate::{
    __witc_exported_resource as exported_resource, __witc_handle_type as handle_type,
    __witc_import as import,
};
#[cfg(feature = "async")]
pub use crate::{__witc_future_vtable as future_vtable, __witc_stream_vtable as stream_vtable};
#[cfg(feature = "async")]
pub use async_calls::{Lowered, callback, drop_lent, layout};
#[cfg(feature = "bitflags")]
pub use bitflags;
pub use borrows::Borrows;
pub use error::{debug_error, display_debug, display_error};
pub use give::{
    free_each, free_list, free_slice, give_array, give_list, give_map, give_string, give_vec,
};
pub use import::not_wasm;
pub use map::{Map, WitMap, lift_map};
pub use memory::{
    Area, POINTER, char, free, length, lift_array, lift_list, lifted, load_string, load_vec,
    lower_list, lower_slice, pointer, put, string, vec,
};
pub use resource::{
    Guard, Handle, HandleType, Resource, ResourceRep, from_raw, into_raw, resource_check,
    resource_drop, resource_end, resource_new, resource_rep,
};
pub use returned::{List, area, keep_list, own_area, release_list};
pub use scratch::Scratch;
pub use start::run_ctors_once;
pub use written::{Cleanup, maybe_link_cabi_realloc};

// The names of the standard library that generated code uses, so that it works in every crate, whatever names that
// defines.
#[cfg(feature = "async")]
pub use alloc::alloc::Layout;
pub use alloc::boxed::Box;
pub use alloc::string::String;
pub use alloc::vec::Vec;
pub use core::error::Error;
pub use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
pub use core::marker::PhantomData;
pub use core::mem::{ManuallyDrop, drop, transmute};
pub use core::ops;
pub use core::option::Option::{self, None, Some};
pub use core::ptr::{null_mut as null, with_exposed_provenance_mut as from_exposed};
pub use core::result::Result::{self, Err, Ok};

/// Ends the instance, with as little code as possible.
#[cold]
fn abort() -> ! {
    #[cfg(target_arch = "wasm32")]
    core::arch::wasm32::unreachable();
    #[cfg(not(target_arch = "wasm32"))]
    panic!("the guest has aborted");
}
