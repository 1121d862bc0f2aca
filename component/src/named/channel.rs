//! Types of streams and futures, which built-ins know by their number in a function's type.

use super::keys::{FunctionKey, Home};
use super::model::{NamedWorld, Needs};
use super::pool::Ty;
use std::collections::HashMap;
use wasm_encoder::PrimitiveValType;
use witc_canonical_abi::Channel;
use witc_resolve::Direction;

/// A type of streams or futures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ChannelKey {
    /// That which carries nothing.
    Unit(Channel),
    /// The one with this number in the type of a function.
    In(Direction, FunctionKey, u64),
}

impl NamedWorld {
    /// The place and the structure of a type of streams or futures that occurs in a function's type, if there are as
    /// many. Parameters are counted first, and what a type is made of before it.
    pub(crate) fn channel(
        &self,
        direction: Direction,
        key: FunctionKey,
        number: u64,
    ) -> Option<(Home, u32)> {
        let (function, home) = match direction {
            Direction::Import => (self.imported(key)?, Home::Import(key.item)),
            Direction::Export => (self.exported(key)?, Home::Export(key.item)),
        };
        // A function of the world itself has its types there, and not in an interface.
        let home = if key.function.is_some() {
            home
        } else {
            Home::World
        };
        let mut search = Search {
            world: self,
            counts: HashMap::default(),
        };
        let roots = function
            .params
            .iter()
            .map(|&(_, ty)| ty)
            .chain(function.result);
        search.find(home, roots, number)
    }

    /// The needs of reading and writing a stream or future of this structure.
    pub(crate) fn payload_needs(&self, home: Home, structure: u32) -> Needs {
        let mut needs = Needs::empty();
        let structure = self.types.structure(structure);
        if structure.channel().is_some() {
            let mut seen = HashMap::default();
            structure.for_each_part(|payload| {
                self.add_needs(home, payload, &mut needs, &mut seen);
            });
        }
        needs
    }

    fn add_needs(&self, home: Home, ty: Ty, needs: &mut Needs, seen: &mut Seen<()>) {
        // Types that use types twice would otherwise take exponential time.
        if seen.insert((home, ty), ()).is_some() {
            return;
        }
        match ty {
            Ty::Primitive(PrimitiveValType::String) => *needs |= Needs::REALLOC | Needs::ENCODING,
            Ty::Primitive(_) => {}
            Ty::Named(_) => {
                if let Some((home, ty)) = self.behind(home, ty) {
                    self.add_needs(home, ty, needs, seen);
                }
            }
            Ty::Compound(index) => {
                let structure = self.types.structure(index);
                if structure.is_allocated() {
                    *needs |= Needs::REALLOC;
                }
                // A stream or future in the payload is passed as a handle, whatever it carries.
                if structure.channel().is_none() {
                    structure.for_each_part(|part| self.add_needs(home, part, needs, seen));
                }
            }
        }
    }

    /// The type that a name stands for; nothing for resources.
    fn behind(&self, home: Home, ty: Ty) -> Option<(Home, Ty)> {
        let Some(name) = ty.name() else {
            return Some((home, ty));
        };
        let key = self.resolve(home, name)?;
        Some((key.home, self.definition(key)?.1.ty?))
    }
}

type Seen<T> = HashMap<(Home, Ty), T, foldhash::fast::RandomState>;

/// Looks for an occurrence by its number. Each type is counted once, though it may occur very often.
struct Search<'w> {
    world: &'w NamedWorld,
    counts: Seen<u64>,
}

impl Search<'_> {
    fn find(
        &mut self,
        home: Home,
        types: impl Iterator<Item = Ty>,
        mut number: u64,
    ) -> Option<(Home, u32)> {
        for ty in types {
            let count = self.count(home, ty);
            if number < count {
                return self.find_in(home, ty, number);
            }
            number -= count;
        }
        None
    }

    fn find_in(&mut self, home: Home, ty: Ty, number: u64) -> Option<(Home, u32)> {
        match self.world.behind(home, ty)? {
            (home, Ty::Compound(index)) => {
                let parts = self.parts(index);
                let inner = self.find(home, parts.into_iter(), number);
                // Parts have the lower numbers, so a number that none of them has is that of the type itself.
                inner.or(Some((home, index)))
            }
            (home, ty @ Ty::Named(_)) => self.find_in(home, ty, number),
            (_, Ty::Primitive(_)) => None,
        }
    }

    /// How many streams and futures occur in a type, itself included.
    fn count(&mut self, home: Home, ty: Ty) -> u64 {
        if let Some(&known) = self.counts.get(&(home, ty)) {
            return known;
        }
        let count = match self.world.behind(home, ty) {
            Some((home, Ty::Compound(index))) => {
                let own = self.world.types.structure(index).channel().is_some();
                let parts = self.parts(index).into_iter();
                parts.fold(u64::from(own), |sum, part| {
                    // The number of occurrences may be exponential in the size of the types.
                    sum.saturating_add(self.count(home, part))
                })
            }
            Some((home, ty @ Ty::Named(_))) => self.count(home, ty),
            Some((_, Ty::Primitive(_))) | None => 0,
        };
        self.counts.insert((home, ty), count);
        count
    }

    fn parts(&self, index: u32) -> Vec<Ty> {
        let mut parts = Vec::new();
        self.world
            .types
            .structure(index)
            .for_each_part(|part| parts.push(part));
        parts
    }
}
