//! The parts that plans are made of: types as they are declared, fields, cases and handles.

use crate::{Bitcast, Bytes, Int, Layout};
use std::fmt;
use witc_resolve::{Name, Type, TypeId};

/// The number of a [`Plan`](crate::Plan) in its [`Plans`](crate::Plans).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(pub(crate) u32);

impl PlanId {
    /// The position among all plans, from 0; a plan comes after those that it is made of.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plan {}", self.0)
    }
}

/// A type as it is declared where it is used, aliases included, with the plan of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The type as it is declared.
    pub ty: Type,
    /// The plan of its values.
    pub plan: PlanId,
}

/// A resource, by the name that a handle is declared with and by its definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ResourceUse {
    /// The type as it is named: the resource or an alias of it.
    pub named: TypeId,
    /// The resource itself.
    pub definition: TypeId,
}

/// The resource that a handle is of, and how it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlannedHandle {
    /// `own<r>`
    Own(ResourceUse),
    /// `borrow<r>`
    Borrow(ResourceUse),
}

/// A field of a record or tuple, or one half of a map's entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name; in a tuple or an entry its number from 0, as in the record that the specification makes of those.
    pub name: Name,
    /// Its type as it is declared.
    pub ty: Type,
    /// The plan of its values.
    pub plan: PlanId,
    /// Where it lies in memory, from the start of the whole.
    pub offset: Bytes,
    /// The first of its flat values among those of the whole; of no meaning if the whole has no flat form.
    pub slot: usize,
}

impl Field {
    /// Its type with the plan of its values.
    #[must_use]
    pub fn planned(&self) -> Planned {
        Planned {
            ty: self.ty,
            plan: self.plan,
        }
    }
}

/// An entry of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, at the start.
    pub key: Field,
    /// The value, after it.
    pub value: Field,
    /// The room of both together: the distance between entries is its size.
    pub layout: Layout,
}

/// The cases of a variant, option or result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cases {
    /// The size of the discriminant, which lies at offset 0; flat it is slot 0.
    pub tag: Int,
    /// Where payloads lie in memory; flat they begin in slot 1.
    pub payload_offset: Bytes,
    /// The cases, by the discriminant's value.
    pub cases: Box<[Case]>,
}

/// A case of a variant, option or result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its name; `none` and `some` in an option, `ok` and `error` in a result, as in the variants that the
    /// specification makes of those.
    pub name: Name,
    /// Its payload.
    pub payload: Option<Planned>,
    /// For each flat value of the payload, how the slot carries it (the first in slot 1, and so on); empty if the
    /// whole has no flat form.
    pub casts: Box<[Bitcast]>,
}
