//! How types are used: whether they are passed to imports, whether they are owned, whether they are errors.

use std::collections::HashMap;
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

#[derive(Clone, Copy)]
enum Way {
    Owned,
    Borrowed,
}

impl Usage {
    /// The uses of types by the functions of all worlds; a type that none of them uses isn't declared.
    pub(crate) fn new(resolve: &Resolve) -> Self {
        let mut this = Self::default();
        for world in resolve.worlds.ids() {
            this.add_world(resolve, world);
        }
        this
    }

    pub(crate) fn of(&self, side: Direction, id: TypeId) -> Uses {
        self.uses.get(&(side, id)).copied().unwrap_or_default()
    }

    fn add_world(&mut self, resolve: &Resolve, world: WorldId) {
        for (direction, _, item) in resolve.externs(world) {
            match item {
                WorldItem::Function(id) => {
                    // A function of the world itself uses the world's types, which count as imports.
                    self.add(
                        resolve,
                        world,
                        Direction::Import,
                        &resolve.functions[*id],
                        direction,
                    );
                }
                WorldItem::Interface(interface) => {
                    for function in resolve.functions_of(interface.id) {
                        self.add(resolve, world, direction, function, direction);
                    }
                }
                WorldItem::Type(_) => {}
            }
        }
    }

    fn add(
        &mut self,
        resolve: &Resolve,
        world: WorldId,
        side: Direction,
        function: &Function,
        direction: Direction,
    ) {
        let mut walk = Walk {
            resolve,
            world,
            usage: self,
        };
        // A guest lends what it passes to imports, and is given what exports get.
        let way = if direction == Direction::Import {
            Way::Borrowed
        } else {
            Way::Owned
        };
        for param in &function.params {
            walk.mark(side, param.ty, way);
        }
        let Some(result) = function.result else {
            return;
        };
        walk.mark(side, result, Way::Owned);
        let error = result.id().and_then(|id| {
            let result = resolve.types[id].kind.as_result()?;
            result.err?.id()
        });
        if let Some(mut id) = error {
            let mut side = walk.side(side, id);
            // The definition gets the `Error` impl; an alias is the same type to Rust.
            while let Some(target) = resolve.types[id].kind.as_alias().and_then(Type::id) {
                id = target;
                side = walk.side(side, id);
            }
            self.uses.entry((side, id)).or_default().error = true;
        }
    }
}

struct Walk<'a> {
    resolve: &'a Resolve,
    world: WorldId,
    usage: &'a mut Usage,
}

impl Walk<'_> {
    fn mark(&mut self, side: Direction, ty: Type, way: Way) {
        let mut pending = vec![(side, ty)];
        while let Some((side, ty)) = pending.pop() {
            let Some(id) = ty.id() else { continue };
            let side = self.side(side, id);
            let uses = self.usage.uses.entry((side, id)).or_default();
            let flag = match way {
                Way::Owned => &mut uses.owned,
                Way::Borrowed => &mut uses.borrowed,
            };
            // What was marked this way before has marked its parts as well; so each type is walked
            // at most once for each way.
            if !std::mem::replace(flag, true) {
                self.resolve.types[id]
                    .kind
                    .for_each_type(&mut |ty| pending.push((side, ty)));
            }
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
