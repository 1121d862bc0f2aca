//! The functions that lift and lower values: each is written once, in the module of its type, when something calls it.

use crate::context::Context;
use crate::ty::{Mode, Style};
use crate::{free, give, lift, lower, names};
use std::collections::{HashMap, VecDeque};
use witc_bindgen_core::{ModuleId, Scope, Source};
use witc_canonical_abi::{Kind, PlanId};
use witc_resolve::{Direction, Type, TypeDefKind, TypeId};

/// What a helper does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Op {
    /// Reads a value from memory: `lift_t(p) -> T`.
    Lift,
    /// Makes a value of its flat values: `lift_flat_t(a0, …) -> T`.
    LiftFlat,
    /// Makes a list or map of pointer and length: `lift_list_t(p, n) -> Vec<T>`.
    LiftList,
    /// Writes a value to memory: `lower_t(v, p)`.
    Lower,
    /// Gives the flat values of a value: `lower_flat_t(v) -> (…)`.
    LowerFlat,
    /// Gives pointer and length of a list or map: `lower_list_t(v) -> (…)`.
    LowerList,
    /// Writes a value to memory and gives away what it has: `give_t(v, p)`.
    Give,
    /// Gives a list or map away, as pointer and length: `give_list_t(v) -> (…)`.
    GiveList,
    /// Frees what a value in memory has: `free_t(p)`.
    Free,
}

/// A helper that somebody calls.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Helper {
    pub(crate) op: Op,
    /// The module that it is in.
    pub(crate) module: ModuleId,
    /// The type, as the first who called it had it.
    pub(crate) ty: Type,
    /// How the value borrows; owned for what lifts.
    pub(crate) mode: Mode,
}

/// The helpers that are called, and the text of those that are written.
pub(crate) struct Helpers {
    /// By what they do, where, for which plan, and, where it isn't owned, for which Rust type.
    names: HashMap<(Op, ModuleId, PlanId, String), String>,
    scopes: Vec<Scope>,
    pending: VecDeque<(Helper, String)>,
    texts: Vec<Source>,
}

impl Helpers {
    pub(crate) fn new(cx: &Context<'_>) -> Self {
        let scopes = cx.modules.iter().map(|(id, _)| cx.values(id)).collect();
        let texts = cx
            .modules
            .iter()
            .map(|(id, _)| Source::at(cx.path(id).len()))
            .collect();
        Self {
            names: HashMap::new(),
            scopes,
            pending: VecDeque::new(),
            texts,
        }
    }

    /// The path of a helper, as code of the module `from` calls it. It is going to exist.
    pub(crate) fn call(
        &mut self,
        cx: &Context<'_>,
        op: Op,
        from: ModuleId,
        ty: Type,
        mode: Mode,
    ) -> String {
        let (module, ty) = match home(cx, from, ty) {
            Some((home, id)) => (home, Type::Id(id)),
            None => (from, ty),
        };
        let view = if mode.style == Style::Owned {
            String::new()
        } else {
            cx.ty(module, ty, mode)
        };
        let key = (op, module, cx.plan_id(ty), view);
        if let Some(name) = self.names.get(&key) {
            return format!("{}{name}", cx.way(from, module));
        }
        let prefix = match op {
            Op::Lift | Op::LiftList => "lift",
            Op::LiftFlat => "lift_flat",
            Op::Lower | Op::LowerList => "lower",
            Op::LowerFlat => "lower_flat",
            Op::Give | Op::GiveList => "give",
            Op::Free => "free",
        };
        let borrowed = if mode.style == Style::Owned {
            ""
        } else {
            "_borrowed"
        };
        let name =
            self.scopes[module.index()].take(format!("{prefix}_{}{borrowed}", describe(cx, ty)));
        self.names.insert(key, name.clone());
        self.pending.push_back((
            Helper {
                op,
                module,
                ty,
                mode,
            },
            name.clone(),
        ));
        format!("{}{name}", cx.way(from, module))
    }

    /// Writes the helpers that are called, those that they call, and so on; gives the text for each module.
    pub(crate) fn finish(mut self, cx: &Context<'_>) -> Vec<String> {
        while let Some((helper, name)) = self.pending.pop_front() {
            let mut source = Source::at(cx.path(helper.module).len());
            match helper.op {
                Op::Lift | Op::LiftFlat | Op::LiftList => {
                    lift::write(cx, &mut self, helper, &name, &mut source);
                }
                Op::Lower | Op::LowerFlat | Op::LowerList => {
                    lower::write(cx, &mut self, helper, &name, &mut source);
                }
                Op::Give | Op::GiveList => give::write(cx, &mut self, helper, &name, &mut source),
                Op::Free => free::write(cx, &mut self, helper, &name, &mut source),
            }
            let text = &mut self.texts[helper.module.index()];
            text.gap();
            text.verbatim(&source.finish());
        }
        self.texts.into_iter().map(Source::finish).collect()
    }
}

/// The module in which the helpers of a declared type are, and the type; nothing for types that are not declared in the output.
fn home(cx: &Context<'_>, from: ModuleId, ty: Type) -> Option<(ModuleId, TypeId)> {
    let Type::Id(id) = ty else { return None };
    let definition = cx.resolve.definition(id);
    cx.resolve.types[definition].name()?;
    let nominal = matches!(
        cx.resolve.types[definition].kind,
        TypeDefKind::Record(_) | TypeDefKind::Variant(_) | TypeDefKind::Enum(_)
    );
    let module = cx.definition_module(from, id).filter(|_| nominal)?;
    let foreign = cx.remapped(module).is_some()
        || cx.modules[module].direction == Direction::Import && cx.remaps.ty(definition).is_some();
    (!foreign).then(|| cx.merged.stand_in(module, definition))
}

/// A word for a type: its name, or what it is made of, cut where it gets long.
fn describe(cx: &Context<'_>, ty: Type) -> String {
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
    let plan = &cx.plans[cx.plan_id(ty)];
    if let Type::Id(id) = plan.ty
        && let Some(name) = cx.resolve.types[id].name()
    {
        words.push_str(name);
        return;
    }
    let word = match &plan.kind {
        Kind::Scalar(_) | Kind::String | Kind::ErrorContext => "",
        Kind::List(_) => "list",
        Kind::FixedLengthList(..) => "array",
        Kind::Map(_) => "map",
        Kind::Tuple(_) | Kind::Record(_) => "tuple",
        Kind::Option(_) => "option",
        Kind::Result(_) | Kind::Variant(_) => "result",
        Kind::Own(resource) => {
            words.push_str(cx.resolve.types[resource.definition].name_or_empty());
            return;
        }
        Kind::Borrow(resource) => {
            words.push_str("borrow-");
            words.push_str(cx.resolve.types[resource.definition].name_or_empty());
            return;
        }
        Kind::Future(_) => "future",
        Kind::Stream(_) => "stream",
        Kind::Flags(..) | Kind::Enum(..) => "",
    };
    let mut parts = Vec::new();
    plan.kind.for_each_part(&mut |part| parts.push(part.ty));
    if parts.is_empty() && word.is_empty() {
        words.push_str(
            &cx.ty(cx.modules.root(), plan.ty, Mode::OWNED)
                .to_lowercase(),
        );
        return;
    }
    words.push_str(word);
    for part in parts {
        push_words(cx, part, words, enough);
    }
}
