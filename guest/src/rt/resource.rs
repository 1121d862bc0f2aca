//! Resources: handles of imported and exported ones, and what an exported one is made of.

use super::memory::allocate;
use alloc::alloc::Layout;
use alloc::boxed::Box;
use core::any::TypeId;
use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// The type of a resource's handles, which knows how to drop one.
///
/// # Safety
///
/// `drop` is the built-in of the resource that the type stands for.
pub unsafe trait HandleType {
    /// Drops a handle.
    ///
    /// # Safety
    ///
    /// It is one of this resource, and isn't used any more.
    unsafe fn drop(handle: u32);
}

/// An owned handle, dropped with this unless it was taken out before.
#[repr(transparent)]
pub struct Handle<T: HandleType> {
    /// `u32::MAX` once it was taken. Atomic, so that handles may be shared between threads as other values are; without
    /// threads it costs nothing.
    handle: AtomicU32,
    of: PhantomData<T>,
}

impl<T: HandleType> Handle<T> {
    /// A handle.
    ///
    /// # Safety
    ///
    /// It is one of this resource, and owned by nobody else.
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

    /// Takes the handle out. Whoever does so is the last who uses this.
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
            // SAFETY: it is owned by this, and not taken.
            unsafe { T::drop(handle) };
        }
    }
}

impl<T: HandleType> fmt::Debug for Handle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Handle").field(&self.get()).finish()
    }
}

/// What can be the inside of an exported resource: everything that holds no references.
pub trait Resource: Sized + 'static {
    /// How it is kept.
    type Rep: ResourceRep<Self>;
}

impl<T: 'static> Resource for T {
    type Rep = Option<T>;
}

/// How the inside of an exported resource is kept.
///
/// # Safety
///
/// The references that it gives out are to what it was made of.
pub unsafe trait ResourceRep<T> {
    /// Keeps a value.
    fn rep_new(inner: T) -> Self;

    /// The value.
    ///
    /// # Safety
    ///
    /// `rep` points to one that is alive for `'a`, and is not taken.
    unsafe fn rep_as_ref<'a>(rep: *const Self) -> &'a T;

    /// The value, to be changed.
    ///
    /// # Safety
    ///
    /// As for `rep_as_ref`, and nobody else has a reference to it.
    unsafe fn rep_as_mut<'a>(rep: *mut Self) -> &'a mut T;

    /// Takes the value out; `rep` can still be dropped.
    ///
    /// # Safety
    ///
    /// As for `rep_as_mut`.
    unsafe fn rep_take(rep: *mut Self) -> T;
}

// SAFETY: `Some` of what it was made of, until that is taken.
unsafe impl<T> ResourceRep<T> for Option<T> {
    #[inline]
    fn rep_new(inner: T) -> Self {
        Some(inner)
    }

    #[inline]
    unsafe fn rep_as_ref<'a>(rep: *const Self) -> &'a T {
        // SAFETY: as promised.
        unsafe { expect((*rep).as_ref()) }
    }

    #[inline]
    unsafe fn rep_as_mut<'a>(rep: *mut Self) -> &'a mut T {
        // SAFETY: as promised.
        unsafe { expect((*rep).as_mut()) }
    }

    #[inline]
    unsafe fn rep_take(rep: *mut Self) -> T {
        // SAFETY: as promised.
        unsafe { expect((*rep).take()) }
    }
}

#[inline]
fn expect<T>(value: Option<T>) -> T {
    match value {
        Some(value) => value,
        None if cfg!(debug_assertions) => panic!("the inside of the resource was taken"),
        None => super::abort(),
    }
}

/// Puts what a resource keeps where it stays: the default of `resource_into_raw_`.
#[inline]
pub fn into_raw<R>(rep: R) -> *mut R {
    let place = allocate(Layout::new::<R>()).cast::<R>();
    // SAFETY: it was allocated for this, as a box is.
    unsafe { place.write(rep) };
    place
}

/// Takes it back: the default of `resource_from_raw_`.
///
/// # Safety
///
/// It came from [`into_raw`], and is taken back once.
#[inline]
pub unsafe fn from_raw<R>(rep: *mut R) -> R {
    // SAFETY: as promised.
    *unsafe { Box::from_raw(rep) }
}

/// Remembers the one type that stands behind an exported resource.
pub struct Guard(Cell<Option<TypeId>>);

// SAFETY: components have one thread.
unsafe impl Sync for Guard {}

impl Guard {
    /// None yet.
    #[inline]
    pub const fn new() -> Self {
        Self(Cell::new(None))
    }

    /// Makes sure that `T` is the type.
    ///
    /// Every type may implement the trait of a resource, and what is kept is found by a pointer: two of them would be
    /// taken for each other.
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

#[cold]
pub(crate) fn wrong_type() -> ! {
    if cfg!(any(debug_assertions, not(target_arch = "wasm32"))) {
        panic!("one exported resource was made of two types");
    }
    super::abort()
}

/// How resources live: in a component the host keeps them, and built-ins ask it.
#[cfg(any(target_arch = "wasm32", not(feature = "std")))]
mod life {
    use super::Guard;

    /// A handle of a new resource, of which the inside is there.
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

    /// Where the inside of a resource is.
    #[inline]
    pub fn rep<T: 'static>(guard: &Guard, handle: u32, rep: impl FnOnce(i32) -> i32) -> *mut u8 {
        guard.check::<T>();
        core::ptr::with_exposed_provenance_mut(rep(handle as i32) as u32 as usize)
    }

    /// Makes sure that what is inside of a borrowed resource is of this type.
    #[inline]
    pub fn check<T: 'static>(guard: &Guard, _: *const u8) {
        guard.check::<T>();
    }

    /// Makes sure that the inside which is about to be dropped is of this type.
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

/// How resources live: where there is no host, a table has them.
#[cfg(not(any(target_arch = "wasm32", not(feature = "std"))))]
mod life {
    use super::Guard;
    use crate::rt::host;

    /// A handle of a new resource, of which the inside is there.
    pub fn new<T: 'static>(
        _: &Guard,
        rep: *mut u8,
        drop: unsafe fn(*mut u8),
        _: impl FnOnce(i32) -> i32,
    ) -> u32 {
        host::new::<T>(rep, drop)
    }

    /// Where the inside of a resource is.
    pub fn rep<T: 'static>(_: &Guard, handle: u32, _: impl FnOnce(i32) -> i32) -> *mut u8 {
        host::rep::<T>(handle)
    }

    /// Makes sure that what is inside of a borrowed resource is of this type.
    pub fn check<T: 'static>(_: &Guard, rep: *const u8) {
        host::check::<T>(rep);
    }

    /// Nothing to check: what drops an inside came with it.
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

/// Borrowed handles of imported resources that an export got, dropped when it returns.
pub struct Borrows(Cell<*mut Lent>);

/// One of them, the next, and how it is dropped.
#[repr(C)]
struct Lent<T = ()> {
    next: *mut Lent,
    drop: unsafe fn(*mut Lent),
    handle: T,
}

impl Borrows {
    /// None yet.
    #[inline]
    pub const fn new() -> Self {
        Self(Cell::new(null_mut()))
    }

    /// Lends a handle for as long as this lives.
    pub fn lend<T: 'static>(&self, handle: T) -> &T {
        let lent = into_raw(Lent {
            next: self.0.get(),
            drop: drop_lent::<T>,
            handle,
        });
        self.0.set(lent.cast());
        // SAFETY: it is dropped with `self`, and not handed out otherwise.
        unsafe { &(*lent).handle }
    }
}

unsafe fn drop_lent<T>(lent: *mut Lent) {
    // SAFETY: whoever calls this has one of this type.
    drop(unsafe { from_raw(lent.cast::<Lent<T>>()) });
}

impl Drop for Borrows {
    fn drop(&mut self) {
        let mut lent = self.0.get();
        while !lent.is_null() {
            // SAFETY: each names its own function, and is dropped once.
            unsafe {
                let next = (*lent).next;
                ((*lent).drop)(lent);
                lent = next;
            }
        }
    }
}

impl Default for Borrows {
    fn default() -> Self {
        Self::new()
    }
}

/// What every type of handles has: its way from and to the number of a handle, and how that is dropped.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_handle_type {
    ($name:ident, $drop:path $(,)?) => {
        impl $name {
            #[doc(hidden)]
            #[inline]
            pub unsafe fn from_handle(handle: u32) -> Self {
                Self {
                    handle: unsafe { $crate::rt::Handle::new(handle) },
                }
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

        unsafe impl $crate::rt::HandleType for $name {
            #[inline]
            unsafe fn drop(handle: u32) {
                $crate::rt::resource_drop(handle, |handle| unsafe { $drop(handle) });
            }
        }
    };
}

/// What the handles of an exported resource have besides, and its borrowed handles.
///
/// Its type parameters have a name that no resource has: these are camel case.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_exported_resource {
    ($name:ident, $borrow:ident, $guest:ident, $new:path, $rep:path, $drop:path $(,)?) => {
        $crate::rt::handle_type!($name, $drop);

        impl $name {
            /// A new resource with this inside; the handle owns it.
            pub fn new<_T: $guest>(inner: _T) -> Self {
                let rep = <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_new(inner);
                unsafe {
                    let rep = _T::resource_into_raw_(rep).cast();
                    let new = |rep| $new(rep);
                    Self::from_handle($crate::rt::resource_new::<_T>(Self::guard(), rep, Self::dtor::<_T>, new))
                }
            }

            /// The inside.
            pub fn get<_T: $guest>(&self) -> &_T {
                unsafe { <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_as_ref(self.rep::<_T>()) }
            }

            /// The inside, to be changed.
            pub fn get_mut<_T: $guest>(&mut self) -> &mut _T {
                unsafe { <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_as_mut(self.rep::<_T>()) }
            }

            /// Takes the inside out and drops the resource.
            pub fn into_inner<_T: $guest>(self) -> _T {
                unsafe { <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_take(self.rep::<_T>()) }
            }

            /// A borrowed handle, as an export gets it: for tests, which call exports directly.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn borrow<_T: $guest>(&self) -> $borrow<'_> {
                unsafe { $borrow::lift(self.rep::<_T>().cast()) }
            }

            #[doc(hidden)]
            pub unsafe fn dtor<_T: $guest>(rep: *mut u8) {
                $crate::rt::resource_end::<_T>(Self::guard());
                $crate::rt::drop(unsafe { _T::resource_from_raw_(rep.cast()) });
            }

            fn rep<_T: $guest>(&self) -> *mut _T::Rep {
                let rep = |handle| unsafe { $rep(handle) };
                $crate::rt::resource_rep::<_T>(Self::guard(), self.handle(), rep).cast()
            }

            #[inline]
            fn guard() -> &'static $crate::rt::Guard {
                static GUARD: $crate::rt::Guard = $crate::rt::Guard::new();
                &GUARD
            }
        }

        #[doc = concat!("A borrowed handle of [`", stringify!($name), "`], for as long as the call takes that brought it.")]
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

            /// The inside. Others may have borrowed it too, so there is no way to change it.
            pub fn get<_T: $guest>(&self) -> &'a _T {
                $crate::rt::resource_check::<_T>($name::guard(), self.rep);
                unsafe { <_T::Rep as $crate::rt::ResourceRep<_T>>::rep_as_ref(self.rep.cast()) }
            }
        }
    };
}
