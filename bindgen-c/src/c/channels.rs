//! Streams and futures: for each type that functions pass, the functions about its ends.

use crate::c::functions::CFunction;
use crate::c::names::Symbols;
use crate::c::types::{BufferNames, CChannel, ChannelNames, Payload, Shape, Sum, TypeRef, Types};
use crate::shared::channels::ChannelSource;
use std::collections::HashSet;

/// Finds all types of streams and futures that functions of a world pass, each with the first function that does, and names
/// their functions.
pub(crate) fn find<'a>(
    types: &Types<'a>,
    functions: &[CFunction<'a>],
    symbols: &mut Symbols,
    helpers: bool,
) -> Vec<CChannel<'a>> {
    let mut seen = HashSet::new();
    let mut channels = Vec::new();
    let mut numbers = None;
    for function in functions {
        let mut found = Vec::new();
        for ty in mentioned(function) {
            search(types, ty, &mut seen, &mut found);
        }
        if found.is_empty() {
            continue;
        }
        // Made once, and only for worlds that have such types.
        let numbers = numbers.get_or_insert_with(|| types.plans.channel_numbers());
        let numbers = numbers.of(function.function);
        for ty in found {
            let plan = types.plan(ty).structure;
            // A type that the function mentions has a number in it.
            if let Some(number) = numbers.iter().find(|number| number.plan == plan) {
                let source = ChannelSource {
                    direction: function.direction,
                    interface: function.interface(types.modules),
                    function: function.function,
                    channel: number.channel,
                    number: number.number,
                };
                channels.push(name(types, ty, source, symbols, helpers));
            }
        }
    }
    channels.sort_by_key(|channel| channel.ty);
    channels
}

/// The types of a function.
fn mentioned(function: &CFunction<'_>) -> impl Iterator<Item = TypeRef> {
    let params = function.params.iter().map(|param| param.ty);
    params.chain(function.result.ty())
}

/// Finds the types of streams and futures in a type that was not looked into before.
fn search(types: &Types<'_>, ty: TypeRef, seen: &mut HashSet<TypeRef>, found: &mut Vec<TypeRef>) {
    let mut pending = vec![ty];
    while let Some(ty) = pending.pop() {
        if !types.facts(ty).asynchronous || !seen.insert(ty) {
            continue;
        }
        let mut part = |ty: TypeRef| pending.push(ty);
        let mut payload = |payload: &Option<Payload<'_>>| {
            if let Some(payload) = payload {
                part(payload.ty);
            }
        };
        match &types[ty].shape {
            Shape::Alias(target) => part(*target),
            Shape::Record(members) => members.iter().for_each(|member| part(member.ty)),
            Shape::Sum(Sum::Option(some)) => part(some.ty),
            Shape::Sum(Sum::Result(ok, err)) => {
                payload(ok);
                payload(err);
            }
            Shape::Sum(Sum::Variant(_, cases)) => {
                let members = cases.iter().filter_map(|case| case.member.as_ref());
                members.for_each(|(_, payload)| part(payload.ty));
            }
            Shape::List(element) | Shape::FixedLengthList(element, _) => part(*element),
            Shape::Map(entry) => {
                part(entry.key);
                part(entry.value);
            }
            Shape::Future(payload) | Shape::Stream(payload) => {
                found.push(ty);
                payload.iter().for_each(|&ty| part(ty));
            }
            Shape::Scalar(_)
            | Shape::String
            | Shape::ErrorContext
            | Shape::Enum(..)
            | Shape::Flags(..)
            | Shape::Own(_)
            | Shape::Borrow(_)
            | Shape::Representation(_) => {}
        }
    }
}

/// Names the functions of a type.
fn name<'a>(
    types: &Types<'a>,
    ty: TypeRef,
    source: ChannelSource<'a>,
    symbols: &mut Symbols,
    helpers: bool,
) -> CChannel<'a> {
    let base = &types[ty].base;
    let payload = match types[ty].shape {
        Shape::Future(payload) | Shape::Stream(payload) => payload,
        Shape::Scalar(_) | Shape::String | Shape::ErrorContext | Shape::Alias(_) => None,
        Shape::Record(_) | Shape::Sum(_) | Shape::List(_) | Shape::FixedLengthList(..) => None,
        Shape::Map(_) | Shape::Enum(..) | Shape::Flags(..) => None,
        Shape::Own(_) | Shape::Borrow(_) | Shape::Representation(_) => None,
    };
    let writer = symbols.take_type(&format!("{base}_writer")) + "_t";
    let functions = names(symbols, base);
    let imports = names(symbols, &format!("import_{base}"));
    let mut buffers = BufferNames::default();
    if let Some(payload) = payload.filter(|_| helpers) {
        let facts = types.facts(payload);
        let mut name = |verb: &str| symbols.take(format!("{base}_{verb}"));
        buffers.free = (facts.heap || facts.owns).then(|| name("free_buffer"));
        // Without handles in them, values that were written are freed as all others.
        buffers.release = (facts.heap && facts.owns).then(|| name("release_buffer"));
    }
    CChannel {
        ty,
        payload,
        source,
        writer,
        functions,
        imports,
        buffers,
    }
}

fn names(symbols: &mut Symbols, base: &str) -> ChannelNames {
    let mut name = |verb: &str| symbols.take(format!("{base}_{verb}"));
    ChannelNames {
        new: name("new"),
        read: name("read"),
        write: name("write"),
        cancel_read: name("cancel_read"),
        cancel_write: name("cancel_write"),
        drop_readable: name("drop_readable"),
        drop_writable: name("drop_writable"),
    }
}
