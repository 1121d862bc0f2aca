//! `merge_structurally_equal_types`: one declaration for all types of the same structure.

use crate::alike::classes;
use crate::model::Model;
use crate::usage::Uses;
use std::collections::HashMap;
use witc_bindgen_core::ModuleId;
use witc_resolve::{Direction, Type, TypeId};

/// The declarations that stand for others of the same structure. Without the option each stands for itself.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    classes: HashMap<(ModuleId, TypeId), usize>,
    /// For each class the declaration that stands for all, and how they are used together.
    first: Vec<((ModuleId, TypeId), Uses)>,
}

impl Merged {
    pub(crate) fn new(model: &Model<'_>) -> Self {
        let mut this = Self::default();
        if !model.options.merge_structurally_equal_types {
            return this;
        }
        let sides = [Direction::Import, Direction::Export].map(|side| classes(model, side));
        let mut numbers: HashMap<usize, usize> = HashMap::new();
        let modules = model.modules.iter();
        for (module, content) in modules.filter(|(id, _)| model.remapped(*id).is_none()) {
            let side = &sides[usize::from(content.direction.is_export())];
            let types = content.types.iter().copied();
            for id in types.filter(|&id| is_mergeable(model, module, id)) {
                // The classes of both sides have the same numbers, so that an exported type may be
                // an alias of an imported one.
                let class = side[model.plan_id(Type::Id(id)).index()];
                let number = *numbers.entry(class).or_insert_with(|| {
                    this.first.push(((module, id), Uses::default()));
                    this.first.len() - 1
                });
                this.classes.insert((module, id), number);
                let all = &mut this.first[number].1;
                *all = *all | model.own_uses(content.direction, id);
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

    /// The uses of all types for which one declaration stands.
    pub(crate) fn uses(&self, module: ModuleId, id: TypeId) -> Option<Uses> {
        self.classes
            .get(&(module, id))
            .map(|&class| self.first[class].1)
    }
}

/// Whether a module declares a new type under this name, rather than an alias; resources differ from all others.
fn is_mergeable(model: &Model<'_>, module: ModuleId, id: TypeId) -> bool {
    let kind = &model.resolve.types[id].kind;
    kind.is_nominal() && !kind.is_resource() && !model.is_remapped(module, id)
}
