//! How types are used: whether they are passed to imports, whether they are owned, whether they are errors.

use crate::lent;
use std::collections::HashMap;
use witc_bindgen_core::FunctionName;
use witc_canonical_abi::Plans;
use witc_resolve::{
    Direction, Function, InterfaceId, Resolve, Type, TypeId, TypeOwner, WorldId, WorldItem,
    WorldKey,
};

/// The uses of a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses {
    /// It is a result, or a parameter of an export, or part of one.
    pub(crate) owned: bool,
    /// It is a parameter of an import, or part of one.
    pub(crate) borrowed: bool,
    /// It says why a function failed.
    pub(crate) error: bool,
}

impl std::ops::BitOr for Uses {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self {
            owned: self.owned | other.owned,
            borrowed: self.borrowed | other.borrowed,
            error: self.error | other.error,
        }
    }
}

/// The uses of all types, by the side of the world on which they live.
#[derive(Debug, Default)]
pub(crate) struct Usage {
    uses: HashMap<(Direction, TypeId), Uses>,
}

/// The way in which a function takes or gives a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Way {
    Owned,
    Borrowed,
}

/// A world and facts about its types, by which uses spread from a type to its parts.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub(crate) resolve: &'a Resolve,
    pub(crate) world: WorldId,
    pub(crate) plans: &'a Plans,
    /// For each type whether its borrowed form has references in it.
    pub(crate) refers: &'a [bool],
}

impl Usage {
    /// The uses of types by the functions of a world; a type that none of them uses isn't declared. `binds_async` says which
    /// functions are bound as `async`.
    pub(crate) fn new(
        around: Surroundings<'_>,
        binds_async: impl Fn(FunctionName<'_>) -> bool,
    ) -> Self {
        let mut this = Self::default();
        let resolve = around.resolve;
        for (direction, key, item) in resolve.externs(around.world) {
            let mut add = |side, interface, function| {
                let name = FunctionName {
                    resolve,
                    direction,
                    interface,
                    function,
                };
                // A guest lends what it passes to imports, and is given what exports get. The memory of what it passes to an
                // async import has to stay when the caller is gone, so that is given away.
                let way = match direction {
                    Direction::Import if !binds_async(name) => Way::Borrowed,
                    Direction::Import | Direction::Export => Way::Owned,
                };
                this.add(around, side, function, way);
            };
            match item {
                WorldItem::Function(id) => {
                    // A function of the world itself uses the world's types, which count as imports.
                    add(Direction::Import, None, &resolve.functions[*id]);
                }
                WorldItem::Interface(interface) => {
                    for function in resolve.functions_of(interface.id) {
                        add(direction, Some(key), function);
                    }
                }
                WorldItem::Type(_) => {}
            }
        }
        this
    }

    pub(crate) fn of(&self, side: Direction, id: TypeId) -> Uses {
        self.uses.get(&(side, id)).copied().unwrap_or_default()
    }

    fn add(&mut self, around: Surroundings<'_>, side: Direction, function: &Function, way: Way) {
        for param in &function.params {
            self.mark(around, side, param.ty, way);
        }
        let Some(result) = function.result else {
            return;
        };
        self.mark(around, side, result, Way::Owned);
        let error = result.id().and_then(|id| {
            let result = around.resolve.types[id].kind.as_result()?;
            result.err?.id()
        });
        if let Some(mut id) = error {
            let mut side = around.side(side, id);
            // The definition gets the `Error` impl; an alias is the same type to Rust.
            while let Some(target) = around.resolve.types[id].kind.as_alias().and_then(Type::id) {
                id = target;
                side = around.side(side, id);
            }
            self.uses.entry((side, id)).or_default().error = true;
        }
    }

    /// Enters a use of a type that is seen from a side, and with it the uses of its parts; tells whether any is new.
    pub(crate) fn mark(
        &mut self,
        around: Surroundings<'_>,
        side: Direction,
        ty: Type,
        way: Way,
    ) -> bool {
        let mut is_new = false;
        let mut pending = vec![(side, ty, way)];
        while let Some((side, ty, way)) = pending.pop() {
            let Some(id) = ty.id() else { continue };
            let side = around.side(side, id);
            let uses = self.uses.entry((side, id)).or_default();
            let flag = match way {
                Way::Owned => &mut uses.owned,
                Way::Borrowed => &mut uses.borrowed,
            };
            // What was marked this way before has marked its parts as well; so each type is walked
            // at most once for each way.
            if !std::mem::replace(flag, true) {
                is_new = true;
                let way = around.way_of_parts(id, way);
                let kind = &around.resolve.types[id].kind;
                kind.for_each_type(&mut |ty| pending.push((side, ty, way)));
            }
        }
        is_new
    }
}

impl Surroundings<'_> {
    /// The way of what a type is made of, as `Mode` has it: what is lent as a whole owns its parts, and what a stream or future
    /// carries is given away in any case.
    fn way_of_parts(&self, id: TypeId, way: Way) -> Way {
        let plan = &self.plans[self.plans.of(Type::Id(id))];
        if plan.kind.channel().is_some() {
            return Way::Owned;
        }
        let is_whole = plan.facts.owns
            || !self.refers[id.index()]
            || lent::is_bare_array(self.resolve, self.plans, id);
        match way {
            Way::Borrowed if plan.facts.heap && is_whole => Way::Owned,
            Way::Borrowed | Way::Owned => way,
        }
    }

    /// The side on which a type lives that is seen from a side.
    fn side(&self, side: Direction, id: TypeId) -> Direction {
        match self.resolve.types[id].owner {
            TypeOwner::None => side,
            // Exports see the types of other exports; everything else sees those of imports.
            TypeOwner::Interface(owner) if self.exports(owner) => side,
            TypeOwner::Interface(_) | TypeOwner::World(_) => Direction::Import,
        }
    }

    fn exports(&self, interface: InterfaceId) -> bool {
        let exports = &self.resolve.worlds[self.world].exports;
        exports.contains_key(&WorldKey::Interface(interface))
            || exports
                .values()
                .any(|item| item.interface().is_some_and(|item| item.id == interface))
    }
}
