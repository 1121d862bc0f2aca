//! `merge_structurally_equal_types`: one declaration for all types that are made alike.

use crate::context::Context;
use crate::plain;
use crate::usage::Uses;
use std::collections::HashMap;
use witc_bindgen_core::ModuleId;
use witc_canonical_abi::{Cases, Field, Kind, PlanId};
use witc_resolve::{Direction, Type, TypeDefKind, TypeId};

/// Which declaration stands for which. Without the option each stands for itself.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    classes: HashMap<(ModuleId, TypeId), usize>,
    /// For each class the declaration that stands for all, and how they are used together.
    first: Vec<((ModuleId, TypeId), Uses)>,
}

impl Merged {
    /// Finds types that are made alike: of the same names and the same kinds, all the way down. A resource is like
    /// nothing but itself.
    pub(crate) fn new(cx: &Context<'_>) -> Self {
        let mut this = Self::default();
        if !cx.options.merge_structurally_equal_types {
            return this;
        }
        let mut sides = [Direction::Import, Direction::Export].map(|side| Classes::new(cx, side));
        let mut by_shape: HashMap<usize, usize> = HashMap::new();
        for (module, content) in cx.modules.iter().filter(|(id, _)| cx.remapped(*id).is_none()) {
            for &id in content.types.iter().filter(|&&id| is_declared(cx, module, id)) {
                let side = &mut sides[usize::from(content.direction == Direction::Export)];
                let shape = side.shapes[cx.plan_id(Type::Id(id)).index()];
                let class = *by_shape.entry(shape).or_insert_with(|| {
                    this.first.push(((module, id), Uses::default()));
                    this.first.len() - 1
                });
                this.classes.insert((module, id), class);
                let uses = cx.usage.of(content.direction, id);
                let all = &mut this.first[class].1;
                all.owned |= uses.owned;
                all.borrowed |= uses.borrowed;
                all.error |= uses.error;
            }
        }
        this
    }

    /// The declaration that stands for a declared type.
    pub(crate) fn stand_in(&self, module: ModuleId, id: TypeId) -> (ModuleId, TypeId) {
        self.classes.get(&(module, id)).map_or((module, id), |&class| self.first[class].0)
    }

    /// How all types are used for which one declaration stands.
    pub(crate) fn uses(&self, module: ModuleId, id: TypeId) -> Option<Uses> {
        self.classes.get(&(module, id)).map(|&class| self.first[class].1)
    }
}

/// Whether a module declares a new type under this name, rather than an alias.
fn is_declared(cx: &Context<'_>, module: ModuleId, id: TypeId) -> bool {
    let kind = &cx.resolve.types[id].kind;
    let nominal = matches!(
        kind,
        TypeDefKind::Record(_) | TypeDefKind::Variant(_) | TypeDefKind::Enum(_) | TypeDefKind::Flags(_)
    );
    nominal && !cx.is_remapped(module, id)
}

/// A number for each plan, the same for those that are made alike.
struct Classes {
    shapes: Vec<usize>,
}

impl Classes {
    fn new(cx: &Context<'_>, side: Direction) -> Self {
        let mut shapes: Vec<usize> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (id, plan) in cx.plans.iter() {
            let text = describe(cx, side, plan.ty, &plan.kind, &shapes);
            // A shape is named after the first plan that has it, so that both sides name it alike.
            shapes.push(*known.entry(text).or_insert(id.index() * 2));
        }
        if side == Direction::Export {
            // What holds handles of the world's own resources is like nothing on the other side.
            let own = plain::find_handles(&cx.plans, |resource| cx.exports_resource(resource));
            shapes.iter_mut().zip(own).for_each(|(shape, own)| *shape += usize::from(own));
        }
        Self { shapes }
    }
}

/// What a type is made of, as a text.
fn describe(cx: &Context<'_>, side: Direction, ty: Type, kind: &Kind, shapes: &[usize]) -> String {
    let part = |id: PlanId| shapes[id.index()].to_string();
    let names = || -> Vec<String> {
        let Type::Id(id) = ty else { return Vec::new() };
        match &cx.resolve.types[id].kind {
            TypeDefKind::Record(record) => record.fields.iter().map(|field| field.name.to_string()).collect(),
            TypeDefKind::Variant(variant) => variant.cases.iter().map(|case| case.name.to_string()).collect(),
            TypeDefKind::Enum(en) => en.cases.iter().map(|case| case.name.to_string()).collect(),
            TypeDefKind::Flags(flags) => flags.flags.iter().map(|flag| flag.name.to_string()).collect(),
            _ => Vec::new(),
        }
    };
    let fields = |fields: &[Field]| fields.iter().map(|field| part(field.plan)).collect::<Vec<_>>().join(",");
    let cases = |cases: &Cases| {
        let payloads = cases.cases.iter().map(|case| case.payload.map_or_else(|| "_".to_owned(), part));
        payloads.collect::<Vec<_>>().join(",")
    };
    let optional = |id: Option<PlanId>| id.map(part).unwrap_or_default();
    let exported = |id: TypeId| side == Direction::Export && cx.exports_resource(id);
    match kind {
        Kind::Scalar(scalar) => format!("{scalar:?}"),
        Kind::String => "string".to_owned(),
        Kind::ErrorContext => "error-context".to_owned(),
        Kind::List(element) => format!("list {}", part(*element)),
        Kind::FixedLengthList(element, length) => format!("list {} {length}", part(*element)),
        Kind::Map(entry) => format!("map {} {}", part(entry.key.plan), part(entry.value.plan)),
        Kind::Record(all) => format!("record {} {}", names().join(","), fields(all)),
        Kind::Tuple(all) => format!("tuple {}", fields(all)),
        Kind::Flags(_) => format!("flags {}", names().join(",")),
        Kind::Enum(_) => format!("enum {}", names().join(",")),
        Kind::Variant(all) => format!("variant {} {}", names().join(","), cases(all)),
        Kind::Option(all) => format!("option {}", cases(all)),
        Kind::Result(all) => format!("result {}", cases(all)),
        Kind::Own(resource) => format!("own {resource:?} {}", exported(*resource)),
        Kind::Borrow(resource) => format!("borrow {resource:?} {}", exported(*resource)),
        Kind::Future(payload) => format!("future {}", optional(*payload)),
        Kind::Stream(payload) => format!("stream {}", optional(*payload)),
    }
}
