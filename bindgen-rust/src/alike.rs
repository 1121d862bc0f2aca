//! Types that have the same structure, and how they are used together.

use crate::model::Model;
use crate::plain;
use crate::usage::Uses;
use std::collections::{HashMap, HashSet};
use witc_canonical_abi::{Kind, Outline, OutlinePart, PlanId};
use witc_resolve::{Direction, Type, TypeId};

/// The uses of types that have no declaration of their own: lists, options, tuples and the like, and aliases. To Rust, those of
/// the same structure are one type under several names, or none, so all of them are used in one way, as with wit-bindgen.
#[derive(Debug, Default)]
pub(crate) struct Alike {
    /// For the imports and the exports, and for each plan, the class of its types.
    classes: [Vec<usize>; 2],
    /// The uses of the types of a class.
    uses: HashMap<usize, Uses>,
    /// The types with a declaration that are used as those are: for each class its first.
    declared: HashSet<(Direction, TypeId)>,
}

impl Alike {
    pub(crate) fn new(model: &Model<'_>) -> Self {
        let classes = [Direction::Import, Direction::Export].map(|side| classes(model, side));
        let mut this = Self {
            classes,
            ..Self::default()
        };
        for (_, module) in model.modules.iter() {
            for &id in &module.types {
                this.add(model, module.direction, id);
            }
        }
        this
    }

    fn add(&mut self, model: &Model<'_>, side: Direction, id: TypeId) {
        let plan = model.plan_id(Type::Id(id));
        let class = self.class(side, plan);
        let uses = Uses {
            // `Display` and `Error` are implemented by a declaration for itself, so an error makes
            // no error of the types of its structure.
            error: false,
            ..model.own_uses(side, id)
        };
        let is_alias = model.resolve.types[id].kind.as_alias().is_some();
        if plain::is_declared(&model.plans[plan].kind) && !is_alias {
            // A class that is known has its first declaration already, or is used by an anonymous
            // type: this declaration keeps its own uses.
            if self.uses.contains_key(&class) {
                return;
            }
            self.declared.insert((side, id));
        }
        let all = self.uses.entry(class).or_default();
        *all = *all | uses;
    }

    /// The uses of the types of a plan that have no declaration.
    pub(crate) fn of_plan(&self, side: Direction, plan: PlanId) -> Uses {
        self.uses
            .get(&self.class(side, plan))
            .copied()
            .unwrap_or_default()
    }

    /// The uses of a type with a declaration under other names.
    pub(crate) fn of_declared(&self, side: Direction, id: TypeId, plan: PlanId) -> Uses {
        if self.declared.contains(&(side, id)) {
            self.of_plan(side, plan)
        } else {
            Uses::default()
        }
    }

    fn class(&self, side: Direction, plan: PlanId) -> usize {
        self.classes[usize::from(side.is_export())][plan.index()]
    }
}

/// For each plan a number that is the same for all plans of the same structure: the same names and the same kinds, all the way
/// down. A resource has the structure of no other.
pub(crate) fn classes(model: &Model<'_>, side: Direction) -> Vec<usize> {
    let mut classes: Vec<usize> = Vec::new();
    let mut known: HashMap<Outline<'_, Identity>, usize> = HashMap::new();
    // Plans come after those of their parts, so the classes of all parts are known here.
    for (id, plan) in model.plans.iter() {
        let outline = outline(model, side, &plan.kind, &classes);
        // A class is named after the first plan that is in it, so that both sides name it alike.
        // Even numbers leave the odd ones for types with the export's own resources, below.
        classes.push(*known.entry(outline).or_insert(id.index() * 2));
    }
    if side.is_export() {
        // The world's own resources differ from those that it imports, so types with handles of them have no like on that side.
        let own = plain::find_handles(&model.plans, |resource| model.exports_resource(resource));
        classes
            .iter_mut()
            .zip(own)
            .for_each(|(class, own)| *class += usize::from(own));
    }
    classes
}

/// What a part of a type is known by.
#[derive(PartialEq, Eq, Hash)]
enum Identity {
    /// The class of a field, an element or a payload.
    Class(usize),
    /// The resource of a handle, and whether the world's own is meant.
    Resource(TypeId, bool),
}

fn outline<'p>(
    model: &Model<'_>,
    side: Direction,
    kind: &'p Kind,
    classes: &[usize],
) -> Outline<'p, Identity> {
    Outline::new(kind, |part| match part {
        OutlinePart::Value(part) => Identity::Class(classes[part.plan.index()]),
        OutlinePart::Resource(resource) => {
            let own = side.is_export() && model.exports_resource(resource);
            Identity::Resource(resource, own)
        }
    })
}
