//! A replacement for the host in tests of a guest on the machine that builds it.
//!
//! All state belongs to a thread, so that tests that run at the same time do not affect each other.

use alloc::boxed::Box;
use core::any::{Any, TypeId};
use core::cell::RefCell;
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::collections::HashMap;

#[cfg(feature = "async")]
pub use super::async_support::on_host::{Call, call};
pub use alloc::rc::Rc;
pub use core::convert::From;

std::thread_local! {
    /// The installed mocks: an `Rc` of each `dyn Mock`.
    static MOCKS: RefCell<HashMap<TypeId, Box<dyn Any>>> = RefCell::default();
    static RESOURCES: RefCell<HashMap<u32, Entry>> = RefCell::default();
}

/// The last handle of all threads, so that no thread takes one of another thread for its own.
static LAST: AtomicU32 = AtomicU32::new(0);

/// The resource of a handle.
enum Entry {
    /// A resource of the guest: the address and type of its value, and the function that drops it.
    Guest {
        rep: *mut u8,
        of: TypeId,
        drop: unsafe fn(*mut u8),
    },
    /// A resource that a test has made: an `Rc` of its `dyn Mock…`.
    Mock(Box<dyn Any>),
}

/// Installs a mock for the imports of an interface. It replaces an earlier one.
pub fn install<M: ?Sized + 'static>(mock: Rc<M>) {
    let before = MOCKS.with(|mocks| mocks.borrow_mut().insert(TypeId::of::<M>(), Box::new(mock)));
    // The old mock is dropped after the borrow ends, since its `Drop` may install another mock.
    drop(before);
}

/// The mock that is installed for an interface.
///
/// # Panics
///
/// No mock is installed.
#[must_use]
pub fn mock<M: ?Sized + 'static>(interface: &str) -> Rc<M> {
    let mock = MOCKS.with(|mocks| {
        let mocks = mocks.borrow();
        mocks
            .get(&TypeId::of::<M>())
            .and_then(|mock| mock.downcast_ref::<Rc<M>>())
            .cloned()
    });
    mock.unwrap_or_else(|| panic!("{interface} has no mock: install one in this test"))
}

/// Panics for a function that a mock does not implement.
///
/// # Panics
///
/// Always.
pub fn not_mocked(function: &str) -> ! {
    panic!("the mock does not implement `{function}`")
}

/// Makes a handle of a resource of a test.
#[must_use]
pub fn new_mock<M: ?Sized + 'static>(mock: Rc<M>) -> u32 {
    insert(Entry::Mock(Box::new(mock)))
}

/// The resource of a handle from [`new_mock`].
///
/// # Panics
///
/// The resource does not exist, because it is dropped or belongs to another thread.
#[must_use]
pub fn resource<M: ?Sized + 'static>(handle: u32) -> Rc<M> {
    let mock = RESOURCES.with(|resources| match resources.borrow().get(&handle) {
        Some(Entry::Mock(mock)) => mock.downcast_ref::<Rc<M>>().cloned(),
        _ => None,
    });
    mock.unwrap_or_else(|| no_resource())
}

/// Makes a handle of a resource of the guest.
pub(crate) fn new<T: 'static>(rep: *mut u8, drop: unsafe fn(*mut u8)) -> u32 {
    insert(Entry::Guest {
        rep,
        of: TypeId::of::<T>(),
        drop,
    })
}

/// The address of the value of a resource of the guest, which has to be of this type.
pub(crate) fn rep<T: 'static>(handle: u32) -> *mut u8 {
    let rep = RESOURCES.with(|resources| match resources.borrow().get(&handle) {
        Some(&Entry::Guest { rep, of, .. }) => Some((rep, of)),
        _ => None,
    });
    let (rep, of) = rep.unwrap_or_else(|| no_resource());
    if of != TypeId::of::<T>() {
        super::wrong_type::wrong_type();
    }
    rep
}

/// Checks that the value of a resource of the guest has this address and this type.
pub(crate) fn check<T: 'static>(inside: *const u8) {
    let found = RESOURCES.with(|resources| {
        resources.borrow().values().any(|entry| match *entry {
            Entry::Guest { rep, of, .. } => core::ptr::eq(rep, inside) && of == TypeId::of::<T>(),
            Entry::Mock(_) => false,
        })
    });
    if !found {
        no_resource();
    }
}

/// Drops a handle, and with it the resource.
pub(crate) fn drop_handle(handle: u32) {
    // At the end of a thread, the table may be gone already; then the resource is dropped with it.
    let entry = RESOURCES.try_with(|resources| resources.borrow_mut().remove(&handle));
    if let Ok(Some(Entry::Guest { rep, drop, .. })) = entry {
        // SAFETY: `new` got both together, and this was the only handle.
        unsafe { drop(rep) };
    }
}

/// Adds an entry. Numbers are never used again, so that a handle that is used too late finds nothing.
fn insert(entry: Entry) -> u32 {
    let handle = LAST.fetch_add(1, Relaxed) + 1;
    RESOURCES.with(|resources| resources.borrow_mut().insert(handle, entry));
    handle
}

#[cold]
fn no_resource() -> ! {
    panic!(
        "this thread has no such resource: it is dropped, belongs to another thread, or has another type"
    )
}

#[cfg(test)]
mod tests {
    use super::{Box, Rc, drop_handle, install, mock, new, new_mock, rep, resource};

    trait Greet {
        fn greet(&self) -> &'static str;
    }

    impl Greet for &'static str {
        fn greet(&self) -> &'static str {
            self
        }
    }

    #[test]
    fn the_last_mock_counts() {
        install::<dyn Greet>(Rc::new("hello"));
        install::<dyn Greet>(Rc::new("good day"));
        assert_eq!(mock::<dyn Greet>("greetings").greet(), "good day");
        let elsewhere = std::thread::spawn(|| mock::<dyn Greet>("greetings").greet());
        assert!(elsewhere.join().is_err(), "another thread has its own");
    }

    #[test]
    fn handles_end() {
        let handle = new_mock::<dyn Greet>(Rc::new("hello"));
        assert_eq!(resource::<dyn Greet>(handle).greet(), "hello");
        drop_handle(handle);
        assert!(std::panic::catch_unwind(|| resource::<dyn Greet>(handle).greet()).is_err());
        assert_ne!(new_mock::<dyn Greet>(Rc::new("hello")), handle);
    }

    #[test]
    fn resources_of_the_guest_are_dropped_once_and_have_one_type() {
        unsafe fn free(value: *mut u8) {
            // SAFETY: it is the box below.
            drop(unsafe { Box::from_raw(value.cast::<Rc<()>>()) });
        }
        let counter = Rc::new(());
        let boxed = Box::into_raw(Box::new(Rc::clone(&counter)));
        let handle = new::<Rc<()>>(boxed.cast(), free);
        assert_eq!(rep::<Rc<()>>(handle), boxed.cast());
        assert!(std::panic::catch_unwind(|| rep::<u8>(handle)).is_err());
        drop_handle(handle);
        drop_handle(handle);
        assert_eq!(Rc::strong_count(&counter), 1);
    }
}
