//! How streams and futures are called in the output.

use crate::context::Context;
use witc_bindgen_core::ModuleId;
use witc_canonical_abi::Channel;

/// What a channel is called in the output.
pub(crate) struct Words {
    /// The module that makes such channels.
    pub(crate) module: &'static str,
    /// The trait of what they carry.
    pub(crate) payload: &'static str,
    /// The type of tables, and the macro that makes one.
    pub(crate) vtable: &'static str,
    pub(crate) vtable_macro: &'static str,
    /// The types of the two ends.
    pub(crate) writer: &'static str,
    pub(crate) reader: &'static str,
}

pub(crate) fn words(channel: Channel) -> Words {
    match channel {
        Channel::Stream => Words {
            module: "wit_stream",
            payload: "StreamPayload",
            vtable: "StreamVtable",
            vtable_macro: "stream_vtable",
            writer: "StreamWriter",
            reader: "StreamReader",
        },
        Channel::Future => Words {
            module: "wit_future",
            payload: "FuturePayload",
            vtable: "FutureVtable",
            vtable_macro: "future_vtable",
            writer: "FutureWriter",
            reader: "FutureReader",
        },
    }
}

/// The path of the function that makes a reader of a handle, as code of a module calls it.
pub(crate) fn reader(cx: &Context<'_>, from: ModuleId, channel: Channel) -> String {
    format!("{}{}::reader", cx.to_root(from), words(channel).module)
}
