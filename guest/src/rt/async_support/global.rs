//! State of the instance.

use core::cell::UnsafeCell;

/// A variable of the instance. Elsewhere than in a component, each thread has its own.
pub(super) struct Global<T>(UnsafeCell<T>);

// SAFETY: a component has one thread; elsewhere the variable is local to its thread.
unsafe impl<T> Sync for Global<T> {}

impl<T> Global<T> {
    pub(super) const fn new(value: T) -> Self {
        Self(UnsafeCell::new(value))
    }

    /// Calls a function with the value. It runs no code of others, which could come back here.
    #[inline]
    pub(super) fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        // SAFETY: one thread uses the value, and only one function at a time.
        f(unsafe { &mut *self.0.get() })
    }
}

/// Declares the function `$name` that calls another one with a variable of the instance.
macro_rules! global {
    ($name:ident: $type:ty = $value:expr) => {
        #[inline]
        fn $name<R>(f: impl FnOnce(&mut $type) -> R) -> R {
            use super::global::Global;
            #[cfg(target_arch = "wasm32")]
            {
                static GLOBAL: Global<$type> = Global::new($value);
                GLOBAL.with(f)
            }
            #[cfg(not(target_arch = "wasm32"))]
            {
                std::thread_local! {
                    static GLOBAL: Global<$type> = const { Global::new($value) };
                }
                GLOBAL.with(|global| global.with(f))
            }
        }
    };
}

pub(super) use global;
