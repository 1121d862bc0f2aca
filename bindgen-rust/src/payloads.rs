//! The types that streams and futures of a world carry, each once.

use crate::context::Context;
use crate::mode::Mode;
use crate::module_names::Declaration;
use crate::rust_type::RustType;
use crate::spell::Speller;
use std::collections::HashSet;
use witc_bindgen_core::{FunctionName, ModuleId};
use witc_canonical_abi::{Channel, ChannelNumbers};
use witc_resolve::{Direction, Function, Handle, Type, TypeDefKind, TypeId, WorldKey};

/// A type that streams or futures carry, and the first function that mentions one of them.
pub(crate) struct Payload<'a> {
    /// The module whose names the type is written in, and which has its table.
    pub(crate) module: ModuleId,
    /// Streams or futures.
    pub(crate) channel: Channel,
    /// The type; nothing for streams and futures without values.
    pub(crate) ty: Option<Type>,
    /// The side of the world that the function is on, and its interface.
    pub(crate) direction: Direction,
    pub(crate) interface: Option<&'a WorldKey>,
    pub(crate) function: &'a Function,
    /// The number of the channel's type in the function's, as names of built-ins have it.
    pub(crate) number: u64,
}

/// Finds all types that streams and futures carry in functions of a world that are written.
pub(crate) fn find<'a>(cx: &Context<'a>) -> Vec<Payload<'a>> {
    let mut finder = Finder {
        cx,
        numbers: None,
        seen: HashSet::new(),
        known: HashSet::new(),
        found: Vec::new(),
    };
    for (module, name) in cx.modules.functions() {
        if cx.remapped(module).is_none() && !cx.skips(name.function) {
            finder.search(module, name);
        }
    }
    finder.found
}

struct Finder<'f, 'a> {
    cx: &'f Context<'a>,
    /// Made once, and only for worlds with functions that are written.
    numbers: Option<ChannelNumbers<'f>>,
    /// The types that were looked into, with the modules that see them so.
    seen: HashSet<(ModuleId, TypeId)>,
    /// What was found, as Rust tells types apart.
    known: HashSet<(Channel, RustType)>,
    found: Vec<Payload<'a>>,
}

impl<'a> Finder<'_, 'a> {
    fn search(&mut self, module: ModuleId, name: FunctionName<'a>) {
        let cx = self.cx;
        let numbers = self
            .numbers
            .get_or_insert_with(|| cx.plans.channel_numbers());
        let channels = numbers.of(name.function);
        if channels.is_empty() {
            return;
        }
        let params = name.function.params.iter().map(|param| param.ty);
        let types = params.chain(name.function.result);
        let mut pending: Vec<_> = types.map(|ty| (module, ty)).collect();
        while let Some((view, ty)) = pending.pop() {
            let Some(id) = ty.id() else { continue };
            // What a declared type is made of is seen from where that is declared.
            let view = cx.modules.home(view, id).unwrap_or(view);
            if !self.seen.insert((view, id)) {
                continue;
            }
            let kind = &cx.resolve.types[id].kind;
            kind.for_each_type(&mut |ty| pending.push((view, ty)));
            let structure = cx.plans.structure(ty);
            let channel = channels.iter().find(|channel| channel.plan == structure);
            let (Some(channel), Some(payload)) = (channel, kind.as_channel()) else {
                continue;
            };
            let identity = payload.map_or(RustType::UNIT, |ty| identity(cx, view, ty));
            if self.known.insert((channel.channel, identity)) {
                // What is declared elsewhere has no module here.
                let foreign = cx.remapped(view).is_some();
                self.found.push(Payload {
                    module: if foreign { module } else { view },
                    channel: channel.channel,
                    ty: payload,
                    direction: name.direction,
                    interface: name.interface,
                    function: name.function,
                    number: channel.number,
                });
            }
        }
    }
}

/// A Rust type that is the same for all types that Rust does not tell apart, whatever aliases they are written with.
fn identity(cx: &Context<'_>, view: ModuleId, ty: Type) -> RustType {
    let speller = Speller::new(cx, cx.modules.root());
    let Some(id) = ty.id() else {
        return speller.ty(ty, Mode::OWNED);
    };
    let home = cx.modules.home(view, id).unwrap_or(view);
    let part = |ty: Type| identity(cx, home, ty);
    let optional = |ty: Option<Type>| ty.map_or(RustType::UNIT, part);
    match &cx.resolve.types[id].kind {
        TypeDefKind::Alias(ty) => part(*ty),
        TypeDefKind::Handle(Handle::Own(resource) | Handle::Borrow(resource)) => {
            part(Type::Id(*resource))
        }
        TypeDefKind::Tuple(tuple) => {
            RustType::Tuple(tuple.types.iter().map(|&ty| part(ty)).collect())
        }
        TypeDefKind::Option(ty) => RustType::generic("Option", [part(*ty)]),
        TypeDefKind::Result(result) => {
            RustType::generic("Result", [optional(result.ok), optional(result.err)])
        }
        TypeDefKind::List(ty) => {
            // With raw strings a string is one of these.
            RustType::generic(cx.prelude(cx.modules.root(), "Vec"), [part(*ty)])
        }
        TypeDefKind::FixedLengthList(ty, length) => RustType::Array(Box::new(part(*ty)), *length),
        TypeDefKind::Map(key, value) => RustType::generic("Map", [part(*key), part(*value)]),
        TypeDefKind::Future(ty) => RustType::generic("Future", [optional(*ty)]),
        TypeDefKind::Stream(ty) => RustType::generic("Stream", [optional(*ty)]),
        TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource => {
            let (home, id) = cx.merged.stand_in(home, id);
            RustType::path(speller.path_of(home, id, Declaration::Only))
        }
    }
}
