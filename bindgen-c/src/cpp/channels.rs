//! Streams and futures: those that functions of a world pass, and for each type the table of its built-ins.

use crate::cpp::code;
use crate::cpp::context::Context;
use crate::cpp::flavor::Flavor;
use crate::cpp::functions::{CppFunction, Functions};
use crate::cpp::identity::Identities;
use crate::cpp::names::Names;
use crate::cpp::spell::Speller;
use crate::shared::channels::ChannelSource;
use crate::shared::spelling::import_attribute;
use std::collections::{HashMap, HashSet};
use witc_bindgen_core::{IndentedText, ModuleId};
use witc_canonical_abi::{Blocking, Channel, ChannelIntrinsic};
use witc_resolve::{Type, TypeId};

/// The types of streams and futures that functions of a world pass.
#[derive(Default)]
pub(crate) struct Channels<'a> {
    all: Vec<CppChannel<'a>>,
    /// For each module those that its functions pass, by their positions among all.
    of_modules: Vec<Vec<usize>>,
}

/// A type of streams or futures.
struct CppChannel<'a> {
    source: ChannelSource<'a>,
    /// The type of what it carries, in C++ and with full names.
    payload: String,
    /// The part of its own in the symbols for it.
    stem: String,
}

impl<'a> Channels<'a> {
    /// Finds them all.
    pub(crate) fn find(context: Context<'_, 'a>, names: &Names, functions: &Functions<'a>) -> Self {
        let mut this = Self::default();
        let mut identities = Identities::new(context, names);
        let mut positions = HashMap::new();
        for (module, _) in context.modules.iter() {
            let mut of_module = Vec::new();
            let mut known = HashSet::new();
            if context.needs.channels && context.is_written(module) {
                let mut search = Search::new(context, module);
                for function in functions.of_module(module) {
                    for found in search.function(function) {
                        let payload = found.payload;
                        let identity = payload.map(|ty| identities.of(found.module, ty));
                        let key = (found.source.channel, identity);
                        let position = *positions.entry(key).or_insert(this.all.len());
                        if position == this.all.len() {
                            let speller = Speller::outside(context, names, found.module);
                            this.all.push(CppChannel::new(&found, speller, function));
                        }
                        if known.insert(position) {
                            of_module.push(position);
                        }
                    }
                }
            }
            this.of_modules.push(of_module);
        }
        this
    }

    /// Declares the tables of those that functions of a module pass.
    pub(crate) fn declare(&self, module: ModuleId, source: &mut IndentedText) {
        let positions = &self.of_modules[module.index()];
        if !positions.is_empty() {
            source.lines(
                "/* Streams and futures of these types: what they do is in the source file. */",
            );
        }
        for &position in positions {
            let table = self.all[position].table();
            source.lines(format!("template <> wit::channel const &{table};"));
        }
    }

    /// Writes the built-ins and the tables of all.
    pub(crate) fn define(
        &self,
        context: Context<'_, 'a>,
        take: &mut dyn FnMut(String) -> String,
        core: &mut IndentedText,
        source: &mut IndentedText,
    ) {
        for channel in &self.all {
            channel.define(context, take, core, source);
        }
    }
}

/// A stream or future in the types of a function.
struct Found<'a> {
    source: ChannelSource<'a>,
    /// The module whose view of what it carries counts.
    module: ModuleId,
    payload: Option<Type>,
}

/// A search for streams and futures in the types that functions of a module mention, each once.
struct Search<'x, 'a> {
    context: Context<'x, 'a>,
    module: ModuleId,
    seen: HashSet<(ModuleId, TypeId)>,
}

impl<'x, 'a> Search<'x, 'a> {
    fn new(context: Context<'x, 'a>, module: ModuleId) -> Self {
        Self {
            context,
            module,
            seen: HashSet::new(),
        }
    }

    /// Those of a function that were not found before.
    fn function(&mut self, function: &CppFunction<'a>) -> Vec<Found<'a>> {
        let params = function.function.params.iter().map(|param| param.ty);
        let found: Vec<_> = params
            .chain(function.function.result)
            .flat_map(|ty| self.within(ty))
            .collect();
        if found.is_empty() {
            // Most functions: numbering takes time.
            return Vec::new();
        }
        let plans = self.context.plans;
        let numbers = plans.channel_types(function.function);
        let describe = |(module, id): (ModuleId, TypeId)| {
            let plan = plans[plans.of(Type::Id(id))].structure;
            let number = numbers.iter().find(|number| number.plan == plan)?;
            let (channel, _) = plans[plan].kind.channel()?;
            let source = ChannelSource {
                direction: function.direction,
                interface: function.interface(self.context),
                function: function.function,
                channel,
                number: number.number,
            };
            let payload = self.context.modules.resolve.types[id].kind.as_channel()?;
            Some(Found {
                source,
                module,
                payload,
            })
        };
        found.into_iter().filter_map(describe).collect()
    }

    /// The streams and futures in a type, each as the module sees it whose view of its parts counts.
    fn within(&mut self, ty: Type) -> Vec<(ModuleId, TypeId)> {
        let (modules, plans) = (self.context.modules, self.context.plans);
        let mut found = Vec::new();
        // A stack of its own and no recursion: types nest as deep as the user likes.
        let mut pending = vec![(self.module, ty)];
        while let Some((module, ty)) = pending.pop() {
            let plan = &plans[plans.of(ty)];
            let Some(id) = ty.id().filter(|_| plan.facts.asynchronous) else {
                continue;
            };
            let kind = &modules.resolve.types[id].kind;
            // Types without an identity of their own are spelled as the module that uses them sees their parts.
            let home = modules.home(module, id).filter(|_| kind.is_nominal());
            let module = home.unwrap_or(module);
            if !self.seen.insert((module, id)) {
                continue;
            }
            if plan.kind.channel().is_some() && kind.as_alias().is_none() {
                found.push((module, id));
            }
            kind.for_each_type(&mut |ty| pending.push((module, ty)));
        }
        found
    }
}

impl<'a> CppChannel<'a> {
    fn new(found: &Found<'a>, speller: Speller<'_, '_>, function: &CppFunction<'a>) -> Self {
        let source = found.source;
        let word = word(source.channel);
        let stem = format!("{}_{word}_{}", function.stem, source.number);
        let payload = found.payload.map(|ty| speller.spell(ty, Flavor::Payload));
        Self {
            source,
            payload: payload.map_or_else(|| "wit::Void".to_owned(), |ty| ty.to_string()),
            stem,
        }
    }

    /// The function that gives the table, as it is declared.
    fn table(&self) -> String {
        format!(
            "wit::{}_channel<{}>()",
            word(self.source.channel),
            self.payload
        )
    }

    fn define(
        &self,
        context: Context<'_, 'a>,
        take: &mut dyn FnMut(String) -> String,
        core: &mut IndentedText,
        source: &mut IndentedText,
    ) {
        let count = match self.source.channel {
            Channel::Stream => ", size_t",
            Channel::Future => "",
        };
        let read = format!("(uint32_t, void *{count})");
        let write = format!("(uint32_t, void const *{count})");
        let (end, number) = ("(uint32_t)", "uint32_t");
        let built_ins = [
            (ChannelIntrinsic::New, "new", "uint64_t", "()"),
            (
                ChannelIntrinsic::Read(Blocking::Async),
                "read",
                number,
                &*read,
            ),
            (
                ChannelIntrinsic::Write(Blocking::Async),
                "write",
                number,
                &*write,
            ),
            (
                ChannelIntrinsic::CancelRead(Blocking::Sync),
                "cancel_read",
                number,
                end,
            ),
            (
                ChannelIntrinsic::CancelWrite(Blocking::Sync),
                "cancel_write",
                number,
                end,
            ),
            (ChannelIntrinsic::DropReadable, "drop_readable", "void", end),
            (ChannelIntrinsic::DropWritable, "drop_writable", "void", end),
        ];
        let mut arguments = vec![self.payload.clone()];
        for (intrinsic, verb, result, params) in built_ins {
            let symbol = take(format!("witc_import_{}_{verb}", self.stem));
            let import = self.source.import(&context.core_names(), intrinsic);
            core.lines(import_attribute(&import));
            core.lines(format!("{result} {symbol}{params};"));
            arguments.push(format!("&::{symbol}"));
        }
        // Weak: another world of the same program may have the same type.
        let head = format!(
            "template <> __attribute__((__weak__)) wit::channel const &{}",
            self.table()
        );
        source.block(head, "", |source| {
            code::list(source, "return wit::abi::Channel<", &arguments, ">::table;");
        });
    }
}

fn word(channel: Channel) -> &'static str {
    match channel {
        Channel::Stream => "stream",
        Channel::Future => "future",
    }
}
