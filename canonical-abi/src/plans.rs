//! All plans of a resolved package, made in one pass.

use crate::plan_builder::{Builder, primitive};
use crate::{Bytes, Layout, Plan, PlanId};
use std::ops::Index;
use witc_resolve::{Resolve, Type};

/// The plans of all types of a [`Resolve`].
///
/// Made in time linear in the number of types, their fields and cases, however deeply they are nested.
#[derive(Clone, Debug)]
pub struct Plans {
    plans: Vec<Plan>,
    /// The plan of each type, by its index in the arena.
    of: Vec<PlanId>,
}

impl Plans {
    /// Plans all types.
    ///
    /// Types that are too large for the ABI get saturated sizes; [`Plans::diagnose`] finds them.
    #[must_use]
    pub fn new(resolve: &Resolve) -> Self {
        let (plans, of) = Builder::new(resolve).build();
        Self { plans, of }
    }

    /// The plan of a type, aliases followed. Where a resource is named it is the plan of an owned handle.
    #[must_use]
    pub fn of(&self, ty: Type) -> PlanId {
        primitive(ty).unwrap_or_else(|id| self.of[id.index()])
    }

    /// The first plan of the structure of a type, which it shares with all others of that structure, whatever aliases
    /// they are declared with.
    #[must_use]
    pub fn structure(&self, ty: Type) -> PlanId {
        self[self.of(ty)].structure
    }

    /// All plans with their ids; a plan comes after those that it is made of.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (PlanId, &Plan)> + ExactSizeIterator {
        self.plans
            .iter()
            .enumerate()
            .map(|(index, plan)| (PlanId(index as u32), plan))
    }

    /// The layout of values of these types one after another, as in a tuple, with the offset of each.
    #[must_use]
    pub fn tuple_layout(&self, types: impl IntoIterator<Item = Type>) -> (Layout, Vec<Bytes>) {
        Layout::record(types.into_iter().map(|ty| self[self.of(ty)].layout))
    }
}

impl Index<PlanId> for Plans {
    type Output = Plan;

    fn index(&self, id: PlanId) -> &Plan {
        &self.plans[id.index()]
    }
}
