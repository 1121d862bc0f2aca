//! Streams and futures: the types that they carry, each with a table of the host's built-ins, and the modules `wit_stream` and
//! `wit_future`, which make them.
//!
//! To Rust all streams of a type are of one type, whatever function they came from, so a type of values has one table, made of
//! the built-ins of the first function that mentions it.

use crate::channel_words::{Words, words};
use crate::coder::{Address, Coder, Operand};
use crate::context::Context;
use crate::expr::{Expr, Pattern, Statement};
use crate::give::give;
use crate::helpers::Helpers;
use crate::layout::Line;
use crate::lift::load;
use crate::mode::Mode;
use crate::module::ModuleWriter;
use crate::payloads::Payload;
use crate::spell::Speller;
use crate::subtasks::{Release, release_stored};
use witc_bindgen_core::{IndentedText, ModuleId};
use witc_canonical_abi::{Blocking, Channel, ChannelIntrinsic, Names, Scheme, Side};
use witc_resolve::{Direction, Type};

/// Writes the tables of the types that a module has.
pub(crate) fn write(writer: &mut ModuleWriter<'_, '_>, payloads: &[Payload<'_>]) {
    let module = writer.module;
    for payload in payloads.iter().filter(|payload| payload.module == module) {
        table(writer, payload);
    }
}

fn table(writer: &mut ModuleWriter<'_, '_>, payload: &Payload<'_>) {
    let (cx, module) = (writer.cx, writer.module);
    let ty = Speller::new(cx, module).payload(payload.ty);
    let words = words(payload.channel);
    let operations = operations(cx, writer.helpers, payload);
    let source = &mut writer.source;
    source.gap();
    let head = format!(
        "impl {}{}::{} for {ty}",
        cx.to_root(module),
        words.module,
        words.payload
    );
    source.block(head, "", |source| {
        let constant = format!(
            "const VTABLE: &'static _rt::async_support::{}<Self> = &_rt::{}!",
            words.vtable, words.vtable_macro
        );
        source.block(constant, ";", |source| {
            builtins(cx, payload, source);
            for (name, value) in operations {
                Line::text(format!("{name}: "))
                    .join(value.line())
                    .then(",")
                    .write(source);
            }
        });
    });
}

/// Writes where the host's built-ins come from.
fn builtins(cx: &Context<'_>, payload: &Payload<'_>, source: &mut IndentedText) {
    let side = match payload.direction {
        Direction::Import => Side::Import,
        Direction::Export => Side::Export,
    };
    let names = Names::new(cx.resolve, Scheme::Legacy);
    let import = |intrinsic| {
        let channel = (payload.channel, Some(payload.number));
        names.channel(
            (side, payload.interface),
            payload.function,
            channel,
            intrinsic,
        )
    };
    let module = import(ChannelIntrinsic::New).module;
    source.lines(format!("{module:?};"));
    for (name, intrinsic) in [
        ("new", ChannelIntrinsic::New),
        ("start_read", ChannelIntrinsic::Read(Blocking::Async)),
        ("start_write", ChannelIntrinsic::Write(Blocking::Async)),
        ("cancel_read", ChannelIntrinsic::CancelRead(Blocking::Sync)),
        (
            "cancel_write",
            ChannelIntrinsic::CancelWrite(Blocking::Sync),
        ),
        ("drop_readable", ChannelIntrinsic::DropReadable),
        ("drop_writable", ChannelIntrinsic::DropWritable),
    ] {
        source.lines(format!("{name}: {:?},", import(intrinsic).field));
    }
}

/// The other entries of a table: the layout of a value in memory, and what puts it there, takes it from there, and frees it
/// there.
fn operations<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    payload: &Payload<'_>,
) -> Vec<(&'static str, Expr)> {
    // Streams let the host read and write values where they are, if Rust lays them out just as the canonical ABI does.
    let (layout, [lift, lower, free]) = match payload.ty {
        None => (["0", "1"].map(Expr::name), [const { None }; 3]),
        Some(ty) => {
            let layout = cx.plan(ty).layout;
            let as_it_is = payload.channel == Channel::Stream && cx.is_plain(ty);
            let lift = (!as_it_is).then(|| lift(coder(cx, helpers, payload.module), ty));
            let lower = (!as_it_is).then(|| lower(coder(cx, helpers, payload.module), ty));
            let layout = [layout.size, layout.align].map(Expr::bytes);
            (
                layout,
                [lift, lower, free(coder(cx, helpers, payload.module), ty)],
            )
        }
    };
    let entry = |closure: Option<Expr>, nothing: &str| match (payload.channel, closure) {
        (Channel::Stream, Some(closure)) => Expr::call("_rt::Some", [closure]),
        (Channel::Stream, None) => Expr::name("_rt::None"),
        (Channel::Future, Some(closure)) => closure,
        // Futures have a function in any case, which does nothing.
        (Channel::Future, None) => {
            Expr::closure(nothing, vec![Statement::Value(Expr::Tuple(Vec::new()))])
        }
    };
    vec![
        ("layout", Expr::call("_rt::layout", layout)),
        ("lift", entry(lift, "_")),
        ("lower", entry(lower, "_, _")),
        ("dealloc_lists", entry(free, "_")),
    ]
}

fn coder<'h, 'c>(
    cx: &'c Context<'c>,
    helpers: &'h mut Helpers<'c>,
    module: ModuleId,
) -> Coder<'h, 'c> {
    Coder::new(cx, helpers, module, ["v", "p"])
}

fn lift(mut coder: Coder<'_, '_>, ty: Type) -> Expr {
    let value = load(&mut coder, ty, &Address::param());
    coder.push(Statement::Value(value));
    Expr::unsafe_closure("p", coder.statements)
}

fn lower(mut coder: Coder<'_, '_>, ty: Type) -> Expr {
    let cx = coder.cx;
    if cx.facts(ty).heap || cx.has_error_context(ty) {
        // What it holds is the reader's from here on.
        let kept = Expr::call("_rt::ManuallyDrop::new", [Expr::name("v")]);
        coder.push(Statement::Let(Pattern::Mutable("v".to_owned()), kept));
    }
    let value = Operand::value(Expr::name("v"), Mode::OWNED);
    give(&mut coder, &value, ty, &Address::param());
    Expr::unsafe_closure("v, p", coder.statements)
}

/// Frees a lowered value that somebody has read; nothing if there is nothing to free.
fn free(mut coder: Coder<'_, '_>, ty: Type) -> Option<Expr> {
    release_stored(&mut coder, ty, Release::Memory, &Address::param());
    let body = coder.statements;
    (!body.is_empty()).then(|| Expr::unsafe_closure("p", body))
}

/// Writes the modules that make streams and futures, as far as there are any. `attributes` stand before them.
pub(crate) fn modules(
    cx: &Context<'_>,
    payloads: &[Payload<'_>],
    attributes: &str,
    source: &mut IndentedText,
) {
    for channel in [Channel::Stream, Channel::Future] {
        if payloads.iter().any(|payload| payload.channel == channel) {
            source.gap();
            source.lines(match channel {
                Channel::Stream => "/// Streams: `wit_stream::new` makes one.",
                Channel::Future => "/// Futures: `wit_future::new` makes one.",
            });
            source.lines(attributes);
            let head = format!("pub mod {}", words(channel).module);
            source.block(head, "", |source| module(cx, channel, source));
        }
    }
}

fn module(cx: &Context<'_>, channel: Channel, source: &mut IndentedText) {
    let Words {
        payload,
        vtable,
        writer,
        reader,
        ..
    } = words(channel);
    source.lines(format!(
        "use super::_rt::async_support::{{self, {reader}, {vtable}, {writer}}};"
    ));
    source.gap();
    source.lines(match channel {
        Channel::Stream => "/// A type of which the world has streams.",
        Channel::Future => "/// A type of which the world has futures.",
    });
    let head = format!("pub trait {payload}: Unpin + Sized + 'static");
    source.block(head, "", |source| {
        source.lines("/// The host's operations, and how values go to and from memory.");
        source.lines(format!("const VTABLE: &'static {vtable}<Self>;"));
    });
    source.gap();
    let (docs, params, new) = match channel {
        Channel::Stream => (
            "/// A new stream: what is written to the one end is read from the other.",
            "",
            "stream_new(T::VTABLE)",
        ),
        Channel::Future => (
            "/// A new future: what is written to the one end is read from the other. If the writer is dropped before it has\n\
             /// written, it writes the value of `default`.",
            "default: fn() -> T",
            "future_new(default, T::VTABLE)",
        ),
    };
    source.lines(docs);
    if cx.options.host_tests {
        // A deadlock names a stream by the place where the guest has made it.
        source.lines("#[cfg_attr(not(target_arch = \"wasm32\"), track_caller)]");
    }
    let head = format!("pub fn new<T: {payload}>({params}) -> ({writer}<T>, {reader}<T>)");
    source.block(head, "", |source| {
        source.lines(format!("unsafe {{ async_support::{new} }}"));
    });
    source.gap();
    source.lines("#[doc(hidden)]");
    let head = format!("pub unsafe fn reader<T: {payload}>(handle: u32) -> {reader}<T>");
    source.block(head, "", |source| {
        source.lines(format!("unsafe {{ {reader}::new(handle, T::VTABLE) }}"));
    });
}
