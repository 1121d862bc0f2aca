//! Streams in place of lists, and of other streams.

use super::trip::wit_stream::{self, StreamPayload};
use super::turn::*;
use witc::{StreamReader, StreamResult, StreamWriter};

/// What streams without a type carry.
pub trait Unit: Copy {
    /// The only value.
    const UNIT: Self;
}

impl Unit for () {
    const UNIT: Self = ();
}

/// Writes values in one of the ways that there are, and says whether the reader took all of them: not if it is gone.
async fn put<T: StreamPayload>(writer: &mut StreamWriter<T>, values: Vec<T>) -> bool {
    match below(3) {
        0 => {
            for value in values {
                if writer.write_one(value).await.is_some() {
                    return false;
                }
            }
            true
        }
        1 => writer.write_all(values).await.is_empty(),
        _ => {
            let (mut result, mut rest) = writer.write(values).await;
            while rest.remaining() > 0 && result != StreamResult::Dropped {
                (result, rest) = writer.write_buf(rest).await;
            }
            rest.remaining() == 0
        }
    }
}

/// Writes a list, some elements at a time.
async fn write<A: Turn<B>, B: StreamPayload>(mut writer: StreamWriter<B>, values: Vec<A>) {
    let mut values = values.into_iter();
    while values.len() > 0 {
        pause().await;
        let count = if below(3) == 0 { values.len() } else { 1 + below(5) as usize };
        let mut work = Vec::new();
        let some = values.by_ref().take(count).map(|a| a.turn(&mut work)).collect();
        go(work);
        if !put(&mut writer, some).await {
            return;
        }
    }
    pause().await;
}

/// The next elements, in one of the ways that there are; none at the end.
async fn some<T: StreamPayload>(reader: &mut StreamReader<T>) -> Vec<T> {
    pause().await;
    if below(3) == 0 {
        return Vec::from_iter(reader.next().await);
    }
    let (result, values) = reader.read(Vec::with_capacity(1 + below(9) as usize)).await;
    match result {
        StreamResult::Complete(count) => assert_eq!(count, values.len()),
        StreamResult::Dropped => {}
        StreamResult::Cancelled => unreachable!("nobody cancels it"),
    }
    values
}

/// A stream of the elements of another one.
async fn pass<A: StreamPayload + Turn<B>, B: StreamPayload>(
    mut reader: StreamReader<A>,
    mut writer: StreamWriter<B>,
) {
    loop {
        let values = some(&mut reader).await;
        if values.is_empty() {
            return;
        }
        let mut work = Vec::new();
        let values = values.turn(&mut work);
        go(work);
        if !put(&mut writer, values).await {
            return;
        }
    }
}

/// Every element.
async fn all<T: StreamPayload>(mut reader: StreamReader<T>) -> Vec<T> {
    if below(4) == 0 {
        return reader.collect().await;
    }
    let mut values = Vec::new();
    loop {
        let more = some(&mut reader).await;
        if more.is_empty() {
            return values;
        }
        values.extend(more);
    }
}

impl<A: Turn<B> + 'static, B: StreamPayload> Turn<StreamReader<B>> for Vec<A> {
    fn turn(self, work: &mut Vec<Work>) -> StreamReader<B> {
        let (writer, reader) = wit_stream::new();
        work.push(Box::pin(write(writer, self)));
        reader
    }
}

impl<A: StreamPayload + Turn<B>, B: StreamPayload> Turn<StreamReader<B>> for StreamReader<A> {
    fn turn(self, work: &mut Vec<Work>) -> StreamReader<B> {
        let (writer, reader) = wit_stream::new();
        work.push(Box::pin(pass(self, writer)));
        reader
    }
}

impl<A: StreamPayload + Read<B>, B> Read<Vec<B>> for StreamReader<A> {
    fn read<'r>(self) -> Reading<'r, Vec<B>>
    where
        Self: 'r,
        Vec<B>: 'r,
    {
        Box::pin(async move {
            // In turn, so that a stream in a stream is read while the outer one waits.
            let mut reader = self;
            let mut values = Vec::new();
            if below(4) == 0 {
                return all(reader).await.read().await;
            }
            loop {
                let more = some(&mut reader).await;
                if more.is_empty() {
                    return values;
                }
                let more: Vec<B> = more.read().await;
                values.extend(more);
            }
        })
    }
}

/// A stream of units is a number of them.
impl<T: StreamPayload + Unit + Turn<T>> Turn<StreamReader<T>> for u8 {
    fn turn(self, work: &mut Vec<Work>) -> StreamReader<T> {
        vec![T::UNIT; usize::from(self)].turn(work)
    }
}

impl<T: StreamPayload + Unit> Read<u8> for StreamReader<T> {
    fn read<'r>(self) -> Reading<'r, u8> {
        Box::pin(async move { all(self).await.len().try_into().expect("there are few") })
    }
}
