//! Resources: handles of imported and exported resources, and the values of exported ones.

use super::allocate::allocate;
use super::wrong_type::wrong_type;
use alloc::alloc::Layout;
use alloc::boxed::Box;
use core::any::TypeId;
use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// A type of handles of a resource, with the function that drops a handle.
///
/// # Safety
///
/// `drop` is the built-in of the resource of this type.
pub unsafe trait HandleType {
    /// Drops a handle.
    ///
    /// # Safety
    ///
    /// The handle is one of this resource and is not used any more.
    unsafe fn drop(handle: u32);
}

/// An owned handle, which is dropped with this value unless it is taken out before.
#[repr(transparent)]
pub struct Handle<T: HandleType> {
    /// The handle; `u32::MAX` after it is taken. Atomic, so that threads can share it like other values; without
    /// threads this costs nothing.
    handle: AtomicU32,
    of: PhantomData<T>,
}

impl<T: HandleType> Handle<T> {
    /// A handle.
    ///
    /// # Safety
    ///
    /// The handle is one of this resource, and nothing else owns it.
    #[inline]
    pub unsafe fn new(handle: u32) -> Self {
        debug_assert!(handle != 0 && handle != u32::MAX);
        Self {
            handle: AtomicU32::new(handle),
            of: PhantomData,
        }
    }

    /// The number of the handle.
    #[inline]
    pub fn get(&self) -> u32 {
        self.handle.load(Relaxed)
    }

    /// Takes the handle out. The value is not used afterwards.
    #[inline]
    pub fn take(&self) -> u32 {
        self.handle.swap(u32::MAX, Relaxed)
    }
}

impl<T: HandleType> Drop for Handle<T> {
    #[inline]
    fn drop(&mut self) {
        let handle = *self.handle.get_mut();
        if handle != u32::MAX {
            // SAFETY: this value owns the handle, which is not taken.
            unsafe { T::drop(handle) };
        }
    }
}

impl<T: HandleType> fmt::Debug for Handle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Handle").field(&self.get()).finish()
    }
}

/// A type whose values can be the value of an exported resource: every type without references.
pub trait Resource: Sized + 'static {
    /// The type that stores it.
    type Rep: ResourceRep<Self>;
}

impl<T: 'static> Resource for T {
    type Rep = Option<T>;
}

/// A type that stores the value of an exported resource.
///
/// # Safety
///
/// The references that it returns point to the value that it was made from.
pub unsafe trait ResourceRep<T> {
    /// Stores a value.
    fn rep_new(inner: T) -> Self;

    /// A reference to the value.
    ///
    /// # Safety
    ///
    /// `rep` points to one that is alive for `'a`, and whose value is not taken.
    unsafe fn rep_as_ref<'a>(rep: *const Self) -> &'a T;

    /// A mutable reference to the value.
    ///
    /// # Safety
    ///
    /// The same as of `rep_as_ref`; also, there is no other reference to the value.
    unsafe fn rep_as_mut<'a>(rep: *mut Self) -> &'a mut T;

    /// Takes the value out; `rep` can still be dropped.
    ///
    /// # Safety
    ///
    /// The same as of `rep_as_mut`.
    unsafe fn rep_take(rep: *mut Self) -> T;
}

// SAFETY: it is `Some` of the value that it was made from, until that is taken.
unsafe impl<T> ResourceRep<T> for Option<T> {
    #[inline]
    fn rep_new(inner: T) -> Self {
        Some(inner)
    }

    #[inline]
    unsafe fn rep_as_ref<'a>(rep: *const Self) -> &'a T {
        // SAFETY: the caller promises it.
        unsafe { expect((*rep).as_ref()) }
    }

    #[inline]
    unsafe fn rep_as_mut<'a>(rep: *mut Self) -> &'a mut T {
        // SAFETY: the caller promises it.
        unsafe { expect((*rep).as_mut()) }
    }

    #[inline]
    unsafe fn rep_take(rep: *mut Self) -> T {
        // SAFETY: the caller promises it.
        unsafe { expect((*rep).take()) }
    }
}

#[inline]
fn expect<T>(value: Option<T>) -> T {
    match value {
        Some(value) => value,
        None if cfg!(debug_assertions) => panic!("the value of the resource is taken already"),
        None => super::abort(),
    }
}

/// Moves the stored value of a resource to the heap: the default of `resource_into_raw_`.
#[inline]
pub fn into_raw<R>(rep: R) -> *mut R {
    let place = allocate(Layout::new::<R>()).cast::<R>();
    // SAFETY: the memory was allocated for this value.
    unsafe { place.write(rep) };
    place
}

/// Moves the stored value of a resource back: the default of `resource_from_raw_`.
///
/// # Safety
///
/// The pointer is from [`into_raw`], and is moved back only once.
#[inline]
pub unsafe fn from_raw<R>(rep: *mut R) -> R {
    // SAFETY: the caller promises it.
    *unsafe { Box::from_raw(rep) }
}

/// Records the type of the values of an exported resource.
pub struct Guard(Cell<Option<TypeId>>);

// SAFETY: components have one thread.
unsafe impl Sync for Guard {}

impl Guard {
    /// An empty one.
    #[inline]
    pub const fn new() -> Self {
        Self(Cell::new(None))
    }

    /// Checks that `T` is the type.
    ///
    /// Several types can implement the trait of a resource, but a value is found by a pointer without a type: with two
    /// types, a value of one could be taken for the other.
    #[inline]
    pub fn check<T: 'static>(&self) {
        let id = TypeId::of::<T>();
        match self.0.get() {
            Some(other) if other == id => {}
            None => self.0.set(Some(id)),
            Some(_) => wrong_type(),
        }
    }
}

impl Default for Guard {
    fn default() -> Self {
        Self::new()
    }
}

/// The life of resources in a component: the host manages them, through built-ins.
#[cfg(any(target_arch = "wasm32", not(feature = "std")))]
mod life {
    use super::Guard;

    /// Makes a handle of a new resource, whose value has this address.
    #[inline]
    pub fn new<T: 'static>(
        guard: &Guard,
        rep: *mut u8,
        _: unsafe fn(*mut u8),
        new: impl FnOnce(i32) -> i32,
    ) -> u32 {
        guard.check::<T>();
        new(rep.expose_provenance() as i32) as u32
    }

    /// The address of the value of a resource.
    #[inline]
    pub fn rep<T: 'static>(guard: &Guard, handle: u32, rep: impl FnOnce(i32) -> i32) -> *mut u8 {
        guard.check::<T>();
        core::ptr::with_exposed_provenance_mut(rep(handle as i32) as u32 as usize)
    }

    /// Checks that the value of a borrowed resource has this type.
    #[inline]
    pub fn check<T: 'static>(guard: &Guard, _: *const u8) {
        guard.check::<T>();
    }

    /// Checks that a value has this type before it is dropped.
    #[inline]
    pub fn end<T: 'static>(guard: &Guard) {
        guard.check::<T>();
    }

    /// Drops a handle.
    #[inline]
    pub fn drop(handle: u32, drop: impl FnOnce(i32)) {
        drop(handle as i32);
    }
}

/// The life of resources without a host: a table contains them.
#[cfg(not(any(target_arch = "wasm32", not(feature = "std"))))]
mod life {
    use super::Guard;
    use crate::rt::host;

    /// Makes a handle of a new resource, whose value has this address.
    pub fn new<T: 'static>(
        _: &Guard,
        rep: *mut u8,
        drop: unsafe fn(*mut u8),
        _: impl FnOnce(i32) -> i32,
    ) -> u32 {
        host::new::<T>(rep, drop)
    }

    /// The address of the value of a resource.
    pub fn rep<T: 'static>(_: &Guard, handle: u32, _: impl FnOnce(i32) -> i32) -> *mut u8 {
        host::rep::<T>(handle)
    }

    /// Checks that the value of a borrowed resource has this type.
    pub fn check<T: 'static>(_: &Guard, rep: *const u8) {
        host::check::<T>(rep);
    }

    /// Nothing to check: each value has its own function that drops it.
    pub fn end<T: 'static>(_: &Guard) {}

    /// Drops a handle.
    pub fn drop(handle: u32, _: impl FnOnce(i32)) {
        host::drop_handle(handle);
    }
}

pub use life::{
    check as resource_check, drop as resource_drop, end as resource_end, new as resource_new,
    rep as resource_rep,
};

/// Implements the parts that all types of handles share: conversions from and to the number of a handle, and its drop.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_handle_type {
    ($name:ident, $drop:path $(,)?) => {
        $crate::rt::handle_type!(@ $name, $drop, $crate::rt::resource_drop);
    };
    // Asynchronous calls borrow handles of this type, and may still have them when they are dropped.
    ($name:ident, $drop:path, lent $(,)?) => {
        $crate::rt::handle_type!(@ $name, $drop, $crate::rt::drop_lent);
    };
    (@ $name:ident, $drop:path, $with:path) => {
        impl $name {
            #[doc(hidden)]
            #[inline]
            pub unsafe fn from_handle(handle: u32) -> Self {
                // SAFETY: the caller has a handle of this resource, and gives it away.
                let handle = unsafe { $crate::rt::Handle::new(handle) };
                Self { handle }
            }

            #[doc(hidden)]
            #[inline]
            pub fn take_handle(&self) -> u32 {
                self.handle.take()
            }

            #[doc(hidden)]
            #[inline]
            pub fn handle(&self) -> u32 {
                self.handle.get()
            }
        }

        // SAFETY: generated code passes the built-in `resource.drop` of this resource.
        unsafe impl $crate::rt::HandleType for $name {
            #[inline]
            unsafe fn drop(handle: u32) {
                // SAFETY: the caller has a handle of this resource, and does not use it any more.
                $with(handle, |handle| unsafe { $drop(handle) });
            }
        }
    };
}

/// Implements the further parts of the handles of an exported resource, and its borrowed handles.
///
/// Its type parameters start with `_`, so that no resource has their names: those are in camel case.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_exported_resource {
    ($name:ident, $borrow:ident, $guest:ident, $new:path, $rep:path, $drop:path $(,)?) => {
        $crate::rt::handle_type!($name, $drop);

        impl $name {
            /// A new resource with this value; the handle owns it.
            pub fn new<_T: $guest>(inner: _T) -> Self {
                let rep = <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_new(inner);
                // SAFETY: the built-in `resource.new` gets the address of a value of this resource, which `dtor` takes
                // back once, and makes a handle of it that nothing else owns.
                unsafe {
                    let rep = _T::resource_into_raw_(rep).cast();
                    let new = |rep| $new(rep);
                    Self::from_handle($crate::rt::resource_new::<_T>(Self::guard(), rep, Self::dtor::<_T>, new))
                }
            }

            /// The value.
            pub fn get<_T: $guest>(&self) -> &_T {
                // SAFETY: the value lives until the handle that owns it is dropped, and that outlives the reference.
                // Only `into_inner` takes the value, and it consumes the handle.
                unsafe { <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_as_ref(self.rep::<_T>()) }
            }

            /// The value, mutable.
            pub fn get_mut<_T: $guest>(&mut self) -> &mut _T {
                // SAFETY: as in `get`. There is no other reference: this is the only handle that owns the value, and it
                // lends it to nobody while it is borrowed mutably.
                unsafe { <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_as_mut(self.rep::<_T>()) }
            }

            /// Takes the value out and drops the resource.
            pub fn into_inner<_T: $guest>(self) -> _T {
                // SAFETY: as in `get_mut`. The handle is dropped at the end, so that nobody looks for the value again.
                unsafe { <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_take(self.rep::<_T>()) }
            }

            /// A borrowed handle, as an export receives it: for tests that call exports directly.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn borrow<_T: $guest>(&self) -> $borrow<'_> {
                // SAFETY: the address is that of the value, which lives as long as this handle is borrowed.
                unsafe { $borrow::lift(self.rep::<_T>().cast()) }
            }

            #[doc(hidden)]
            pub unsafe fn dtor<_T: $guest>(rep: *mut u8) {
                $crate::rt::resource_end::<_T>(Self::guard());
                // SAFETY: the address is from `new`, and a resource ends once. The guard has checked its type.
                $crate::rt::drop(unsafe { _T::resource_from_raw_(rep.cast()) });
            }

            fn rep<_T: $guest>(&self) -> *mut _T::Rep {
                // SAFETY: generated code passes the built-in `resource.rep` of this resource, and the handle is one of it.
                let rep = |handle| unsafe { $rep(handle) };
                $crate::rt::resource_rep::<_T>(Self::guard(), self.handle(), rep).cast()
            }

            #[inline]
            fn guard() -> &'static $crate::rt::Guard {
                static GUARD: $crate::rt::Guard = $crate::rt::Guard::new();
                &GUARD
            }
        }

        #[doc = concat!("A borrowed handle of [`", stringify!($name), "`], which lives as long as the call that passes it.")]
        #[derive(Debug)]
        #[repr(transparent)]
        pub struct $borrow<'a> {
            rep: *const u8,
            of: $crate::rt::PhantomData<&'a $name>,
        }

        impl<'a> $borrow<'a> {
            #[doc(hidden)]
            pub unsafe fn lift(rep: *const u8) -> Self {
                Self { rep, of: $crate::rt::PhantomData }
            }

            /// The value. It is not mutable, since others may borrow it as well.
            pub fn get<_T: $guest>(&self) -> &'a _T {
                $crate::rt::resource_check::<_T>($name::guard(), self.rep);
                // SAFETY: whoever calls the export lends the resource until the call ends, and `'a` is no longer. The
                // type has been checked.
                unsafe { <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_as_ref(self.rep.cast()) }
            }
        }
    };
}
