//! Types that are made alike: how they are used together, and, with `merge_structurally_equal_types`, one declaration for all.

use crate::context::Context;
use crate::plain;
use crate::usage::Uses;
use std::collections::{HashMap, HashSet};
use witc_bindgen_core::ModuleId;
use witc_canonical_abi::{Cases, Field, Kind, PlanId, Planned};
use witc_resolve::{Direction, Name, Type, TypeDefKind, TypeId};

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
        for (module, content) in cx
            .modules
            .iter()
            .filter(|(id, _)| cx.remapped(*id).is_none())
        {
            for &id in content
                .types
                .iter()
                .filter(|&&id| is_mergeable(cx, module, id))
            {
                let side = &mut sides[usize::from(content.direction == Direction::Export)];
                let shape = side.shapes[cx.plan_id(Type::Id(id)).index()];
                let class = *by_shape.entry(shape).or_insert_with(|| {
                    this.first.push(((module, id), Uses::default()));
                    this.first.len() - 1
                });
                this.classes.insert((module, id), class);
                let all = &mut this.first[class].1;
                *all = *all | cx.usage.of(content.direction, id);
            }
        }
        this
    }

    /// The declaration that stands for a declared type.
    pub(crate) fn stand_in(&self, module: ModuleId, id: TypeId) -> (ModuleId, TypeId) {
        self.classes
            .get(&(module, id))
            .map_or((module, id), |&class| self.first[class].0)
    }

    /// How all types are used for which one declaration stands.
    pub(crate) fn uses(&self, module: ModuleId, id: TypeId) -> Option<Uses> {
        self.classes
            .get(&(module, id))
            .map(|&class| self.first[class].1)
    }
}

/// Whether a module declares a new type under this name, rather than an alias.
fn is_mergeable(cx: &Context<'_>, module: ModuleId, id: TypeId) -> bool {
    let kind = &cx.resolve.types[id].kind;
    let nominal = matches!(
        kind,
        TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
    );
    nominal && !cx.is_remapped(module, id)
}

/// How types are used that are made alike and have no declaration of their own, but are lists, options, tuples and the like,
/// or aliases. To Rust they are one type under several names, or none, so all of them are used in one way: as with wit-bindgen.
#[derive(Debug, Default)]
pub(crate) struct Alike {
    /// For the imports and the exports, and for each plan, what its types are made of.
    shapes: [Vec<usize>; 2],
    /// How the types of a shape are used.
    uses: HashMap<usize, Uses>,
    /// The types with a declaration that are used as those are: for each shape its first.
    declared: HashSet<(Direction, TypeId)>,
}

impl Alike {
    pub(crate) fn new(cx: &Context<'_>) -> Self {
        let shapes =
            [Direction::Import, Direction::Export].map(|side| Classes::new(cx, side).shapes);
        let mut this = Self {
            shapes,
            ..Self::default()
        };
        for (_, content) in cx.modules.iter() {
            let side = content.direction;
            for &id in &content.types {
                let plan = cx.plan_id(Type::Id(id));
                let shape = this.shape(side, plan);
                let uses = Uses {
                    error: false,
                    ..cx.usage.of(side, id)
                };
                let is_alias = matches!(cx.resolve.types[id].kind, TypeDefKind::Alias(_));
                if is_declared(&cx.plans[plan].kind) && !is_alias {
                    if this.uses.contains_key(&shape) {
                        continue;
                    }
                    this.declared.insert((side, id));
                }
                let all = this.uses.entry(shape).or_default();
                *all = *all | uses;
            }
        }
        this
    }

    /// How the types of a plan are used that have no declaration.
    pub(crate) fn of_plan(&self, side: Direction, plan: PlanId) -> Uses {
        self.uses
            .get(&self.shape(side, plan))
            .copied()
            .unwrap_or_default()
    }

    /// How a type with a declaration is used under other names.
    pub(crate) fn of_declared(&self, side: Direction, id: TypeId, plan: PlanId) -> Uses {
        if self.declared.contains(&(side, id)) {
            self.of_plan(side, plan)
        } else {
            Uses::default()
        }
    }

    fn shape(&self, side: Direction, plan: PlanId) -> usize {
        self.shapes[usize::from(side == Direction::Export)][plan.index()]
    }
}

/// Whether bindings declare types of this kind, rather than to take what Rust or the runtime has.
pub(crate) fn is_declared(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Record(_)
            | Kind::Variant(_)
            | Kind::Enum(..)
            | Kind::Flags(..)
            | Kind::Own(_)
            | Kind::Borrow(_)
    )
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
            let text = describe(cx, side, &plan.kind, &shapes);
            // A shape is named after the first plan that has it, so that both sides name it alike.
            shapes.push(*known.entry(text).or_insert(id.index() * 2));
        }
        if side == Direction::Export {
            // What holds handles of the world's own resources is like nothing on the other side.
            let own = plain::find_handles(&cx.plans, |resource| cx.exports_resource(resource));
            shapes
                .iter_mut()
                .zip(own)
                .for_each(|(shape, own)| *shape += usize::from(own));
        }
        Self { shapes }
    }
}

/// What a type is made of, as a text.
fn describe(cx: &Context<'_>, side: Direction, kind: &Kind, shapes: &[usize]) -> String {
    let part = |id: PlanId| shapes[id.index()].to_string();
    let labels = |names: &[Name]| names.join(",");
    let fields = |fields: &[Field]| {
        fields
            .iter()
            .map(|field| part(field.plan))
            .collect::<Vec<_>>()
            .join(",")
    };
    let cases = |cases: &Cases| {
        let payloads = cases.cases.iter().map(|case| {
            case.payload
                .map_or_else(|| "_".to_owned(), |of| part(of.plan))
        });
        payloads.collect::<Vec<_>>().join(",")
    };
    let optional = |of: Option<Planned>| of.map(|of| part(of.plan)).unwrap_or_default();
    let field_names = |fields: &[Field]| {
        let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
        names.join(",")
    };
    let case_names = |cases: &Cases| {
        let names: Vec<_> = cases.cases.iter().map(|case| case.name.as_str()).collect();
        names.join(",")
    };
    let exported = |id: TypeId| side == Direction::Export && cx.exports_resource(id);
    match kind {
        Kind::Scalar(scalar) => format!("{scalar:?}"),
        Kind::String => "string".to_owned(),
        Kind::ErrorContext => "error-context".to_owned(),
        Kind::List(element) => format!("list {}", part(element.plan)),
        Kind::FixedLengthList(element, length) => format!("list {} {length}", part(element.plan)),
        Kind::Map(entry) => format!("map {} {}", part(entry.key.plan), part(entry.value.plan)),
        Kind::Record(all) => format!("record {} {}", field_names(all), fields(all)),
        Kind::Tuple(all) => format!("tuple {}", fields(all)),
        Kind::Flags(_, names) => format!("flags {}", labels(names)),
        Kind::Enum(_, names) => format!("enum {}", labels(names)),
        Kind::Variant(all) => format!("variant {} {}", case_names(all), cases(all)),
        Kind::Option(all) => format!("option {}", cases(all)),
        Kind::Result(all) => format!("result {}", cases(all)),
        Kind::Own(resource) => {
            let resource = resource.definition;
            format!("own {resource:?} {}", exported(resource))
        }
        Kind::Borrow(resource) => {
            let resource = resource.definition;
            format!("borrow {resource:?} {}", exported(resource))
        }
        Kind::Future(payload) => format!("future {}", optional(*payload)),
        Kind::Stream(payload) => format!("stream {}", optional(*payload)),
    }
}
