//! Error contexts in memory.

use super::channels::host;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use core::ptr::without_provenance_mut;

/// Keeps a message.
pub(super) fn new(message: &[u8]) -> u32 {
    let message = String::from_utf8_lossy(message).into_owned();
    host(|host| {
        let last = host.errors.last_key_value();
        let number = last.map_or(1, |(last, _)| last + 1);
        host.errors.insert(number, message);
        number
    })
}

/// A copy of a message: where it is, and its length.
pub(super) fn message(error: u32) -> [*mut u8; 2] {
    let message = host(|host| host.errors.get(&error).map(ToOwned::to_owned));
    let message: Box<[u8]> = message.unwrap_or_default().into_bytes().into();
    let length = message.len();
    [
        Box::into_raw(message).cast(),
        without_provenance_mut(length),
    ]
}

/// Forgets a message.
pub(super) fn drop(error: u32) {
    host(|host| host.errors.remove(&error));
}
