//! The same values in other types: of other names, and with streams, futures and error contexts in place of lists, tuples of one
//! and texts, or the other way round. The types that a world defines get their implementations from the guest.

use super::trip::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use witc::{spawn_local, yield_async, ErrorContext};

/// What writes into a stream or future that was made.
pub type Work = Pin<Box<dyn Future<Output = ()>>>;

/// What reads a value.
pub type Reading<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Values that can be had in another type, with new streams and futures.
pub trait Turn<T> {
    /// The value; `work` gets what has to be done for the streams and futures in it.
    fn turn(self, work: &mut Vec<Work>) -> T;
}

/// Values that can be read into another type, without streams and futures.
pub trait Read<T> {
    /// The value, in which everything has been read to its end.
    fn read<'r>(self) -> Reading<'r, T>
    where
        Self: 'r,
        T: 'r;
}

/// Starts work as tasks of their own.
pub fn go(work: Vec<Work>) {
    for task in work {
        spawn_local(task);
    }
}

thread_local! {
    static LATER: RefCell<Vec<Work>> = const { RefCell::new(Vec::new()) };
}

/// Keeps the work of a synchronous function, which has no task.
pub fn later(work: Vec<Work>) {
    LATER.with_borrow_mut(|all| all.extend(work));
}

/// Starts all work that was kept.
pub fn settle() {
    go(LATER.take());
}

/// A number below `count`, the same ones in each run.
pub fn below(count: u32) -> u32 {
    static STATE: AtomicU32 = AtomicU32::new(12345);
    let next = STATE.load(Relaxed).wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    STATE.store(next, Relaxed);
    (next >> 16) % count
}

/// Lets others run, now and then.
pub async fn pause() {
    if below(4) == 0 {
        yield_async().await;
    }
}

/// Another name for a value: imports and exports have types that differ in nothing else.
pub fn cast<A, B>(a: A) -> B {
    assert!(size_of::<A>() == size_of::<B>() && align_of::<A>() == align_of::<B>());
    let a = core::mem::ManuallyDrop::new(a);
    // SAFETY: the definitions of both types are the same, and the compiler lays them out alike.
    unsafe { core::mem::transmute_copy(&*a) }
}

macro_rules! same {
    ($($ty:ty),*) => {
        $(
            impl Turn<$ty> for $ty {
                fn turn(self, _: &mut Vec<Work>) -> $ty {
                    self
                }
            }

            impl Read<$ty> for $ty {
                fn read<'r>(self) -> Reading<'r, $ty> {
                    Box::pin(async move { self })
                }
            }
        )*
    };
}

same!((), bool, u8, u16, u32, u64, i8, i16, i32, i64, f32, f64, char, String);
pub(crate) use same;

impl<'b, R> Turn<&'b R> for &'b R {
    fn turn(self, _: &mut Vec<Work>) -> &'b R {
        self
    }
}

impl<'b, R> Read<&'b R> for &'b R {
    fn read<'r>(self) -> Reading<'r, &'b R>
    where
        Self: 'r,
    {
        Box::pin(async move { self })
    }
}

impl<A: Turn<B>, B> Turn<Vec<B>> for Vec<A> {
    fn turn(self, work: &mut Vec<Work>) -> Vec<B> {
        self.into_iter().map(|a| a.turn(work)).collect()
    }
}

impl<A: Read<B>, B> Read<Vec<B>> for Vec<A> {
    fn read<'r>(self) -> Reading<'r, Vec<B>>
    where
        Self: 'r,
        Vec<B>: 'r,
    {
        Box::pin(async move {
            let mut all = Vec::with_capacity(self.len());
            for a in self {
                all.push(a.read().await);
            }
            all
        })
    }
}

impl<A: Turn<B>, B, const N: usize> Turn<[B; N]> for [A; N] {
    fn turn(self, work: &mut Vec<Work>) -> [B; N] {
        self.map(|a| a.turn(work))
    }
}

impl<A: Read<B>, B, const N: usize> Read<[B; N]> for [A; N] {
    fn read<'r>(self) -> Reading<'r, [B; N]>
    where
        Self: 'r,
        [B; N]: 'r,
    {
        Box::pin(async move {
            let all: Vec<B> = Vec::from(self).read().await;
            all.try_into().ok().expect("it is of the same length")
        })
    }
}

impl<K: Ord, A: Turn<B>, B> Turn<BTreeMap<K, B>> for BTreeMap<K, A> {
    fn turn(self, work: &mut Vec<Work>) -> BTreeMap<K, B> {
        self.into_iter().map(|(k, a)| (k, a.turn(work))).collect()
    }
}

impl<K: Ord, A: Read<B>, B> Read<BTreeMap<K, B>> for BTreeMap<K, A> {
    fn read<'r>(self) -> Reading<'r, BTreeMap<K, B>>
    where
        Self: 'r,
        BTreeMap<K, B>: 'r,
    {
        Box::pin(async move {
            let mut all = BTreeMap::new();
            for (k, a) in self {
                all.insert(k, a.read().await);
            }
            all
        })
    }
}

impl<A: Turn<B>, B> Turn<Option<B>> for Option<A> {
    fn turn(self, work: &mut Vec<Work>) -> Option<B> {
        self.map(|a| a.turn(work))
    }
}

impl<A: Read<B>, B> Read<Option<B>> for Option<A> {
    fn read<'r>(self) -> Reading<'r, Option<B>>
    where
        Self: 'r,
        Option<B>: 'r,
    {
        Box::pin(async move {
            match self {
                Some(a) => Some(a.read().await),
                None => None,
            }
        })
    }
}

impl<A: Turn<B>, B, E: Turn<F>, F> Turn<Result<B, F>> for Result<A, E> {
    fn turn(self, work: &mut Vec<Work>) -> Result<B, F> {
        match self {
            Ok(a) => Ok(a.turn(work)),
            Err(e) => Err(e.turn(work)),
        }
    }
}

impl<A: Read<B>, B, E: Read<F>, F> Read<Result<B, F>> for Result<A, E> {
    fn read<'r>(self) -> Reading<'r, Result<B, F>>
    where
        Self: 'r,
        Result<B, F>: 'r,
    {
        Box::pin(async move {
            match self {
                Ok(a) => Ok(a.read().await),
                Err(e) => Err(e.read().await),
            }
        })
    }
}

macro_rules! tuples {
    ($($($a:ident $b:ident $at:tt)*;)*) => {
        $(
            impl<$($a: Turn<$b>, $b),*> Turn<($($b,)*)> for ($($a,)*) {
                fn turn(self, work: &mut Vec<Work>) -> ($($b,)*) {
                    ($(self.$at.turn(work),)*)
                }
            }

            impl<$($a: Read<$b>, $b),*> Read<($($b,)*)> for ($($a,)*) {
                fn read<'r>(self) -> Reading<'r, ($($b,)*)>
                where
                    Self: 'r,
                    ($($b,)*): 'r,
                {
                    Box::pin(async move { ($(self.$at.read().await,)*) })
                }
            }
        )*
    };
}

tuples! {
    A B 0;
    A B 0 C D 1;
    A B 0 C D 1 E F 2;
    A B 0 C D 1 E F 2 G H 3;
    A B 0 C D 1 E F 2 G H 3 I J 4;
    A B 0 C D 1 E F 2 G H 3 I J 4 K L 5;
}

impl Turn<ErrorContext> for ErrorContext {
    fn turn(self, _: &mut Vec<Work>) -> ErrorContext {
        if below(2) == 0 { self } else { ErrorContext::new(&self.debug_message()) }
    }
}

impl Turn<ErrorContext> for String {
    fn turn(self, _: &mut Vec<Work>) -> ErrorContext {
        ErrorContext::new(&self)
    }
}

impl Read<String> for ErrorContext {
    fn read<'r>(self) -> Reading<'r, String> {
        Box::pin(async move { self.debug_message() })
    }
}
