//! The functions that lift and lower values: each is written once, in the module of its type, when something calls it.
//!
//! Here it is known which are called; `lift.rs`, `lower.rs`, `give.rs` and `free.rs` write them.

use crate::context::Context;
use crate::mode::{Mode, Style};
use crate::names;
use crate::rust_type::RustType;
use crate::shape::{Compound, Sequence, Shape};
use crate::spell::Speller;
use std::collections::{HashMap, VecDeque};
use std::mem::{Discriminant, discriminant};
use witc_bindgen_core::{ModuleId, NameScope};
use witc_canonical_abi::{Kind, PlanId, Scalar};
use witc_resolve::{Type, TypeId};

/// The work of a helper.
#[derive(Clone, Copy)]
pub(crate) enum Task<'c> {
    /// Reads a value from memory: `lift_t(p) -> T`.
    Lift,
    /// Makes a value of its flat values: `lift_flat_t(a0, …) -> T`.
    LiftFlat,
    /// Makes a list or map of pointer and length: `lift_list_t(p, n) -> Vec<T>`.
    LiftList(Sequence<'c>),
    /// Writes a value to memory: `lower_t(v, p)`.
    Lower,
    /// Gives the flat values of a value: `lower_flat_t(v) -> (…)`.
    LowerFlat,
    /// Gives pointer and length of a list or map: `lower_list_t(v) -> (…)`.
    LowerList(Sequence<'c>),
    /// Writes a value to memory and gives away what it has: `give_t(v, p)`.
    Give,
    /// Gives a value away as its flat values: `give_flat_t(v) -> (…)`.
    GiveFlat,
    /// Gives a list or map away, as pointer and length: `give_list_t(v) -> (…)`.
    GiveList(Sequence<'c>),
    /// Frees what a value in memory has: `free_t(p)`.
    Free,
    /// Frees a list or map in memory and what it has: `free_list_t(p)`.
    FreeList(Sequence<'c>),
}

impl Task<'_> {
    /// The start of a helper's name.
    fn prefix(self) -> &'static str {
        match self {
            Self::Lift | Self::LiftList(_) => "lift",
            Self::LiftFlat => "lift_flat",
            Self::Lower | Self::LowerList(_) => "lower",
            Self::LowerFlat => "lower_flat",
            Self::Give | Self::GiveList(_) => "give",
            Self::GiveFlat => "give_flat",
            Self::Free | Self::FreeList(_) => "free",
        }
    }
}

/// A helper that somebody calls.
pub(crate) struct Helper<'c> {
    pub(crate) task: Task<'c>,
    pub(crate) name: String,
    /// The module that it is in.
    pub(crate) module: ModuleId,
    /// The type, as the first who called it had it.
    pub(crate) ty: Type,
    /// The mode of the value; owned for all but lowering.
    pub(crate) mode: Mode,
}

/// The identity of a helper: its task, its module, the structure of its type, and the Rust type of a value that isn't owned.
type Key<'c> = (Discriminant<Task<'c>>, ModuleId, PlanId, Option<RustType>);

/// The helpers that are called.
pub(crate) struct Helpers<'c> {
    names: HashMap<Key<'c>, String>,
    scopes: Vec<NameScope>,
    pending: VecDeque<Helper<'c>>,
}

impl<'c> Helpers<'c> {
    pub(crate) fn new(cx: &Context<'_>) -> Self {
        Self {
            names: HashMap::new(),
            scopes: cx.modules.iter().map(|(id, _)| cx.values(id)).collect(),
            pending: VecDeque::new(),
        }
    }

    /// The path of a helper, as code of the module `from` calls it. It is going to exist.
    pub(crate) fn path(
        &mut self,
        cx: &'c Context<'c>,
        task: Task<'c>,
        from: ModuleId,
        ty: Type,
        mode: Mode,
    ) -> String {
        // The helper of a declared type is beside it, for all modules; that of an anonymous type is
        // in the module that asks, since no module owns it.
        let (module, ty) = match home(cx, from, ty) {
            Some((home, id)) => (home, Type::Id(id)),
            None => (from, ty),
        };
        // Only lowering sees borrowed values. Their Rust types are part of the key, since one plan
        // can be lowered from several: `&[String]` and `&[&str]`.
        let borrowed = mode.style != Style::Owned;
        let view = borrowed.then(|| Speller::new(cx, module).ty(ty, mode));
        // By structure rather than by type: an alias, or the same tuple somewhere else, calls the
        // same helper.
        let key = (discriminant(&task), module, cx.plans.structure(ty), view);
        let way = cx.way(from, module);
        if let Some(name) = self.names.get(&key) {
            return format!("{way}{name}");
        }
        let suffix = if borrowed { "_borrowed" } else { "" };
        let name = format!("{}_{}{suffix}", task.prefix(), word(cx, ty));
        let name = self.scopes[module.index()].take(name);
        self.names.insert(key, name.clone());
        let path = format!("{way}{name}");
        self.pending.push_back(Helper {
            task,
            name,
            module,
            ty,
            mode,
        });
        path
    }

    /// The next helper to write, which may call others; nothing when all are written.
    pub(crate) fn next(&mut self) -> Option<Helper<'c>> {
        self.pending.pop_front()
    }
}

/// The module in which the helpers of a declared type are, and the type; nothing for types that are not declared in the output.
fn home(cx: &Context<'_>, from: ModuleId, ty: Type) -> Option<(ModuleId, TypeId)> {
    let id = ty.id()?;
    let definition = cx.resolve.definition(id);
    cx.resolve.types[definition].name()?;
    let module = cx
        .definition_module(from, id)
        .filter(|_| has_home(&cx.plan(ty).kind))?;
    // What `with` names exists in another crate, to which nothing can be added.
    let foreign = cx.remapped(module).is_some() || cx.is_remapped(module, definition);
    (!foreign).then(|| cx.merged.stand_in(module, definition))
}

/// Whether types of a kind are declared in the output and have helpers.
fn has_home(kind: &Kind) -> bool {
    match Shape::of(kind) {
        Shape::Enum(..) | Shape::Compound(Compound::Record(_)) => true,
        Shape::Compound(Compound::Choice(choice)) => choice.is_declared(),
        Shape::Compound(Compound::Array(..))
        | Shape::Scalar(_)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_)
        | Shape::Tuple(_) => false,
    }
}

/// A word for a type: its name, or what it is made of, cut where it gets long.
fn word(cx: &Context<'_>, ty: Type) -> String {
    // Long enough to tell helpers apart in a profile; a deep type would otherwise have its whole
    // definition as a name.
    const ENOUGH: usize = 40;
    let mut words = String::new();
    push_words(cx, ty, &mut words, ENOUGH);
    if words.len() > ENOUGH {
        let end = words[..ENOUGH].rfind('-').unwrap_or(ENOUGH);
        words.truncate(end);
    }
    names::word(&words)
}

fn push_words(cx: &Context<'_>, ty: Type, words: &mut String, enough: usize) {
    if words.len() > enough {
        return;
    }
    if !words.is_empty() {
        words.push('-');
    }
    // The name must not depend on who calls the helper first, so it comes from the first type with the same structure.
    let plan = &cx.plans[cx.plans.structure(ty)];
    let name = plan.ty.id().and_then(|id| cx.resolve.types[id].name());
    if let Some(name) = name {
        words.push_str(name);
        return;
    }
    words.push_str(&kind_word(cx, &plan.kind));
    plan.kind
        .for_each_part(&mut |part| push_words(cx, part.ty, words, enough));
}

/// A word for a kind of type, without its parts.
fn kind_word(cx: &Context<'_>, kind: &Kind) -> String {
    let resource = |id: TypeId| cx.resolve.types[id].name_or_empty();
    let word = match kind {
        Kind::Scalar(scalar) => scalar_word(*scalar),
        Kind::String if cx.options.raw_strings => "vec-u8",
        Kind::String => "string",
        Kind::List(_) => "list",
        Kind::FixedLengthList(..) => "array",
        Kind::Map(_) => "map",
        Kind::Record(_) => "record",
        Kind::Tuple(_) => "tuple",
        Kind::Flags(..) => "flags",
        Kind::Enum(..) => "enum",
        Kind::Variant(_) => "variant",
        Kind::Option(_) => "option",
        Kind::Result(_) => "result",
        Kind::Own(of) => resource(of.definition),
        Kind::Borrow(of) => return format!("borrow-{}", resource(of.definition)),
        Kind::Future(_) => "future",
        Kind::Stream(_) => "stream",
        Kind::ErrorContext => "error-context",
    };
    word.to_owned()
}

/// The name that Rust has for a scalar.
fn scalar_word(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Bool => "bool",
        Scalar::U8 => "u8",
        Scalar::U16 => "u16",
        Scalar::U32 => "u32",
        Scalar::U64 => "u64",
        Scalar::S8 => "i8",
        Scalar::S16 => "i16",
        Scalar::S32 => "i32",
        Scalar::S64 => "i64",
        Scalar::F32 => "f32",
        Scalar::F64 => "f64",
        Scalar::Char => "char",
    }
}
