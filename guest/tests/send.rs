//! Ends of streams and futures, and their operations, are `Send` and `Sync` where the values are.

#![cfg(feature = "async")]

use std::rc::Rc;
use witc::{
    FutureRead, FutureReader, FutureWrite, FutureWriteError, FutureWriter, StreamRead,
    StreamReader, StreamWrite, StreamWriter,
};

fn is_send<T: Send>() {}

/// Two implementations match a type that is `Send`, so that the compiler cannot choose.
trait AmbiguousIfSend<A> {
    fn is_not_send() {}
}

struct IfSend;

impl<T: ?Sized> AmbiguousIfSend<()> for T {}
impl<T: ?Sized + Send> AmbiguousIfSend<IfSend> for T {}

/// Fails to compile if one of the types is `Send`.
macro_rules! are_not_send {
    ($($type:ty),* $(,)?) => {
        $(<$type as AmbiguousIfSend<_>>::is_not_send();)*
    };
}

#[test]
fn ends_are_send_with_their_values() {
    is_send::<StreamReader<String>>();
    is_send::<StreamRead<'_, String>>();
    is_send::<StreamWriter<String>>();
    is_send::<StreamWrite<'_, String>>();
    is_send::<FutureReader<String>>();
    is_send::<FutureRead<String>>();
    is_send::<FutureWriter<String>>();
    is_send::<FutureWrite<String>>();
    is_send::<FutureWriteError<String>>();
}

/// Values that have been written or read are in these; a future's other types have none.
#[test]
fn what_has_values_is_not_send_without_them() {
    are_not_send!(
        StreamReader<Rc<str>>,
        StreamRead<'_, Rc<str>>,
        StreamWriter<Rc<str>>,
        StreamWrite<'_, Rc<str>>,
        FutureWrite<Rc<str>>,
        FutureWriteError<Rc<str>>,
    );
}
