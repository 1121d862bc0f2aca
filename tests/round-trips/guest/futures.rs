//! Futures in place of what they give, and of other futures.

use super::trip::wit_future::{self, FuturePayload};
use super::turn::*;
use std::future::Future;
use witc::FutureReader;

/// What futures without a type give.
pub trait Unit {
    /// The only value.
    const UNIT: Self;
}

impl Unit for () {
    const UNIT: Self = ();
}

/// A future of what another one gives.
pub fn later_given<A: Turn<B> + 'static, B: FuturePayload>(
    value: impl Future<Output = A> + 'static,
    work: &mut Vec<Work>,
) -> FutureReader<B> {
    let (writer, reader) = wit_future::new(|| unreachable!("a value is written"));
    work.push(Box::pin(async move {
        pause().await;
        let mut work = Vec::new();
        let value = value.await.turn(&mut work);
        go(work);
        // The reader may be gone.
        drop(writer.write(value).await);
    }));
    reader
}

impl<A: Turn<B> + 'static, B: FuturePayload> Turn<FutureReader<B>> for (A,) {
    fn turn(self, work: &mut Vec<Work>) -> FutureReader<B> {
        later_given(async move { self.0 }, work)
    }
}

impl<A: FuturePayload + Turn<B>, B: FuturePayload> Turn<FutureReader<B>> for FutureReader<A> {
    fn turn(self, work: &mut Vec<Work>) -> FutureReader<B> {
        later_given(async move { self.await }, work)
    }
}

impl<A: FuturePayload + Read<B>, B> Read<(B,)> for FutureReader<A> {
    fn read<'r>(self) -> Reading<'r, (B,)>
    where
        Self: 'r,
        (B,): 'r,
    {
        Box::pin(async move {
            pause().await;
            (self.await.read().await,)
        })
    }
}
