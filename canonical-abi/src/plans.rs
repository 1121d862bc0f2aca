//! All plans of a resolved package, made in one pass.

use crate::plan_builder::Builder;
use crate::{Bytes, Layout, Plan, PlanId};
use std::ops::Index;
use witc_resolve::{Resolve, Type, TypeId};

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
    /// What is too large for the ABI gets saturated sizes; [`Plans::diagnose`] finds it.
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

    /// What a type shares with all others of the same structure, whatever aliases they are declared with.
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

    /// The layout of values of these types one behind the other, as in a tuple, with the offset of each.
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

/// The plan of a primitive type, or the id of what is not one. The plans of the primitive types stand first, in the
/// order in which a [`Builder`] adds them.
pub(crate) fn primitive(ty: Type) -> Result<PlanId, TypeId> {
    Ok(PlanId(match ty {
        Type::Bool => 0,
        Type::U8 => 1,
        Type::U16 => 2,
        Type::U32 => 3,
        Type::U64 => 4,
        Type::S8 => 5,
        Type::S16 => 6,
        Type::S32 => 7,
        Type::S64 => 8,
        Type::F32 => 9,
        Type::F64 => 10,
        Type::Char => 11,
        Type::String => 12,
        Type::ErrorContext => 13,
        Type::Id(id) => return Err(id),
    }))
}
