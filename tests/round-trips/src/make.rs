//! Random worlds.

use crate::model::{Def, Func, Place, Ty, World};
use witc_random::Dice;

const PRIMITIVES: &[&str] = &[
    "bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64", "char", "string",
];

/// Types of numbers, of which streams pass from memory to memory as they are.
const NUMBERS: &[&str] = &["u8", "s8", "u16", "u32", "s64", "f64"];

/// Types that may be keys of a map.
const KEYS: &[&str] = &[
    "bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "char", "string",
];

/// Numbers of labels around those where flags take another integer.
const FLAGS: &[usize] = &[1, 2, 7, 8, 9, 15, 16, 17, 31, 32];

/// Numbers of cases around those where a discriminant does.
const ENUMS: &[usize] = &[1, 2, 3, 5, 255, 256, 257, 300];

/// How many primitive values a type may hold side by side: what is nested and repeated would grow beyond bounds.
const MOST_WEIGHT: usize = 48;

/// The world of a seed. It has at least eight functions.
#[must_use]
pub fn world(seed: u64) -> World {
    let mut maker = Maker::new(seed, false);
    // Many, since building a guest takes seconds and calling it nearly no time.
    for _ in 0..maker.dice.between(8, 14) {
        maker.func();
    }
    maker.world
}

/// The world of a seed with asynchronous functions, streams and futures. It has at least five functions.
#[must_use]
pub fn concurrent(seed: u64) -> World {
    let mut maker = Maker::new(seed, true);
    // Fewer than in other worlds: three guests are compiled for each of these.
    for _ in 0..maker.dice.between(5, 10) {
        maker.func();
    }
    maker.world
}

struct Maker {
    dice: Dice,
    world: World,
    /// How much each definition holds.
    weights: Vec<usize>,
    /// How deep types are nested.
    depth: usize,
    /// Whether the guest has a resource of its own.
    things: bool,
}

/// Room for a type.
#[derive(Clone, Copy)]
struct Room {
    depth: usize,
    weight: usize,
    /// Whether something may be lent in it.
    lend: bool,
    /// Whether there may be named types in it.
    named: bool,
    /// Whether there may be handles of the guest's resource in it.
    item: bool,
    /// Whether there may be any handles in it: not in maps.
    handles: bool,
    /// Whether there may be error contexts in it. Not in streams and futures: wasmtime 48 forgets to count those that it copies
    /// from one memory to another, and panics when they are dropped.
    contexts: bool,
}

impl Maker {
    /// A maker of functions whose types are there already.
    fn new(seed: u64, concurrent: bool) -> Self {
        let mut dice = Dice::new(seed);
        let mut maker = Self {
            world: World {
                resources: dice.below(3),
                defs: Vec::new(),
                funcs: Vec::new(),
                local: dice.percent(40),
                concurrent,
            },
            weights: Vec::new(),
            depth: dice.between(1, 5),
            things: dice.percent(50),
            dice,
        };
        for _ in 0..maker.dice.between(2, 12) {
            // Definitions first: types of functions and of later definitions pick from those that are
            // there.
            maker.def();
        }
        maker
    }

    fn def(&mut self) {
        let lend = self.dice.percent(8);
        let room = Room {
            depth: self.depth,
            weight: MOST_WEIGHT,
            lend,
            named: true,
            item: false,
            handles: true,
            contexts: true,
        };
        let def = match self.dice.below(10) {
            0..=3 => Def::Record(self.types(room, 1, 8)),
            4..=6 => self.variant(room),
            7 => Def::Enum(if self.dice.percent(50) {
                self.dice.between(1, 6)
            } else {
                *self.dice.choose(ENUMS)
            }),
            8 => Def::Flags(*self.dice.choose(FLAGS)),
            _ => Def::Alias(self.ty(room)),
        };
        let weight = def
            .types()
            .into_iter()
            .map(|ty| self.weight(ty))
            .sum::<usize>()
            .max(1);
        self.weights.push(weight);
        self.world.defs.push(def);
    }

    fn variant(&mut self, room: Room) -> Def {
        // Compilers of C++ take minutes for a `std::variant` of hundreds.
        let count = if self.dice.percent(4) {
            24
        } else {
            self.dice.between(1, 6)
        };
        let mut case = |_| {
            // Of many cases few have payloads, or the compilers are busy for long.
            let percent = if count > 6 { 10 } else { 70 };
            let inner = Room {
                depth: room.depth.saturating_sub(1),
                weight: room.weight / count.min(6),
                ..room
            };
            self.dice.percent(percent).then(|| self.ty(inner))
        };
        Def::Variant((0..count).map(&mut case).collect())
    }

    fn func(&mut self) {
        let place = match self.dice.below(10) {
            0 | 1 => Place::World,
            2 | 3 if self.world.concurrent => Place::Method,
            4 if self.world.concurrent => Place::Static,
            2 | 3 if self.things => Place::Things,
            _ => Place::Echo,
        };
        let is_async = self.world.concurrent && self.dice.percent(75);
        let count = match self.dice.below(10) {
            0 => 0,
            1..=3 => 1,
            4..=6 => self.dice.between(2, 4),
            // On both sides of the 16 flat values that parameters may have, and far above.
            7 | 8 => self.dice.between(5, 17),
            _ => self.dice.between(18, 40),
        };
        let mut params = Vec::new();
        for _ in 0..count {
            let lend = self.dice.percent(15);
            // Many parameters are small ones.
            let depth = if count > 4 {
                self.dice.below(2)
            } else {
                self.dice.between(0, self.depth)
            };
            // Dozens of large parameters would be a function of a thousand values.
            let weight = if count > 17 { 6 } else { MOST_WEIGHT };
            // Local types are there twice, and only the interface that defines them can say which is meant.
            let named = place.is_in_echo() || !self.world.local;
            let item = place == Place::Things;
            params.push(self.ty(Room {
                depth,
                weight,
                lend,
                named,
                item,
                handles: true,
                contexts: true,
            }));
        }
        self.world.funcs.push(Func {
            params,
            place,
            is_async,
        });
    }

    /// Types that share their room.
    fn types(&mut self, room: Room, least: usize, most: usize) -> Vec<Ty> {
        let count = self.dice.between(least, most);
        let inner = Room {
            depth: room.depth.saturating_sub(1),
            weight: room.weight / count,
            ..room
        };
        (0..count).map(|_| self.ty(inner)).collect()
    }

    fn ty(&mut self, room: Room) -> Ty {
        // A quarter are leaves at any depth, or most types would be as deep as they may be.
        if room.depth == 0 || room.weight < 2 || self.dice.percent(25) {
            return self.leaf(room);
        }
        let inner = Room {
            depth: room.depth - 1,
            ..room
        };
        if self.has_channels(room) && self.dice.percent(25) {
            return self.channel(inner);
        }
        match self.dice.below(13) {
            0..=2 => Ty::List(Box::new(self.ty(inner))),
            3 => {
                // Around the limit of 16 flat values.
                let length = *self.dice.choose(&[1, 2, 3, 5, 16, 17]);
                let weight = room.weight / length as usize;
                Ty::Fixed(Box::new(self.ty(Room { weight, ..inner })), length)
            }
            4 => {
                let key = *self.dice.choose(KEYS);
                Ty::Map(
                    key,
                    Box::new(self.ty(Room {
                        handles: false,
                        ..inner
                    })),
                )
            }
            5 | 6 => Ty::Option(Box::new(self.ty(inner))),
            7 | 8 => {
                let half = Room {
                    weight: room.weight / 2,
                    ..inner
                };
                let mut part = || self.dice.percent(70).then(|| Box::new(self.ty(half)));
                Ty::Result(part(), part())
            }
            9..=11 => Ty::Tuple(self.types(room, 1, 6)),
            _ => self.leaf(room),
        }
    }

    /// Whether there may be streams and futures in a type.
    fn has_channels(&self, room: Room) -> bool {
        self.world.concurrent && room.handles
    }

    /// A stream or future of anything, but of nothing that is lent.
    fn channel(&mut self, room: Room) -> Ty {
        let payload = self.ty(Room {
            lend: false,
            contexts: false,
            ..room
        });
        if self.dice.percent(40) {
            Ty::Future(Some(Box::new(payload)))
        } else if self.world.is_char(&payload) {
            // There is no stream of characters, but of what holds them.
            Ty::Stream(Some(Box::new(Ty::Tuple(vec![payload]))))
        } else {
            Ty::Stream(Some(Box::new(payload)))
        }
    }

    fn leaf(&mut self, room: Room) -> Ty {
        if self.has_channels(room) && self.dice.percent(10) {
            let mut payload = None;
            if self.dice.percent(30) {
                let number = self.dice.choose(NUMBERS);
                payload = Some(Box::new(Ty::Primitive(number)));
            }
            return match self.dice.below(5) {
                0 | 1 => Ty::Stream(payload),
                4 if room.contexts => Ty::ErrorContext,
                _ => Ty::Future(payload),
            };
        }
        let resources = self.world.resources + usize::from(room.item);
        if room.handles && resources > 0 && self.dice.percent(if room.item { 40 } else { 12 }) {
            let resource = self.dice.below(resources);
            let borrow = room.lend && self.dice.percent(70);
            return if borrow {
                Ty::Borrow(resource)
            } else {
                Ty::Own(resource)
            };
        }
        if room.named && self.dice.percent(45) {
            let fits = |index: &usize| {
                let ty = Ty::Named(*index);
                self.weights[*index] <= room.weight
                    // What is lent must not get into a result or a list of owned things by way of a name.
                    && (room.lend || !self.world.lends(&ty))
                    && (room.handles || !self.world.has_handles(&ty))
                    && (room.contexts || !self.world.has_contexts(&ty))
            };
            let fitting: Vec<usize> = (0..self.world.defs.len()).filter(fits).collect();
            if !fitting.is_empty() {
                return Ty::Named(*self.dice.choose(&fitting));
            }
        }
        let primitive = self.dice.choose(PRIMITIVES);
        Ty::Primitive(primitive)
    }

    fn weight(&self, ty: &Ty) -> usize {
        match ty {
            Ty::Primitive(_) | Ty::Own(_) | Ty::Borrow(_) | Ty::ErrorContext => 1,
            Ty::Named(index) => self.weights[*index],
            Ty::Fixed(inner, length) => self.weight(inner) * *length as usize,
            _ => {
                1 + ty
                    .parts()
                    .into_iter()
                    .map(|part| self.weight(part))
                    .sum::<usize>()
            }
        }
    }
}
