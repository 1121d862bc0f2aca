//! Random values of the types that wasmtime finds in a component.

use witc_random::Dice;
use witc_runner::{ResourceType, Type, Val};

/// A maker of values.
pub struct Values<'h> {
    /// Where values come from.
    pub dice: &'h mut Dice,
    /// How many more primitive values there may be; lists are empty when it is used up.
    pub budget: usize,
    /// Makes a handle of a resource; it is told whether it is lent.
    pub handle: &'h mut dyn FnMut(&ResourceType, bool) -> Val,
}

impl Values<'_> {
    /// A value of a type; one time in three an edge of what the type holds.
    pub fn value(&mut self, ty: &Type) -> Val {
        // Each value costs one, so that nested lists come to an end.
        self.budget = self.budget.saturating_sub(1);
        match ty {
            Type::Bool => Val::Bool(self.dice.percent(50)),
            Type::S8 => Val::S8(self.integer() as i8),
            Type::U8 => Val::U8(self.integer() as u8),
            Type::S16 => Val::S16(self.integer() as i16),
            Type::U16 => Val::U16(self.integer() as u16),
            Type::S32 => Val::S32(self.integer() as i32),
            Type::U32 => Val::U32(self.integer() as u32),
            Type::S64 => Val::S64(self.integer() as i64),
            Type::U64 => Val::U64(self.integer()),
            Type::Float32 => Val::Float32(self.float32()),
            Type::Float64 => Val::Float64(self.float64()),
            Type::Char => Val::Char(self.char()),
            Type::String => Val::String(self.string()),
            Type::List(list) => {
                let item = list.ty();
                Val::List((0..self.length()).map(|_| self.value(&item)).collect())
            }
            Type::FixedLengthList(list) => {
                let item = list.ty();
                Val::FixedLengthList((0..list.len()).map(|_| self.value(&item)).collect())
            }
            Type::Map(map) => self.map(&map.key(), &map.value()),
            Type::Record(record) => {
                let fields = record
                    .fields()
                    .map(|field| (field.name.to_owned(), self.value(&field.ty)));
                Val::Record(fields.collect())
            }
            Type::Tuple(tuple) => Val::Tuple(tuple.types().map(|ty| self.value(&ty)).collect()),
            Type::Variant(variant) => {
                let case = self.one_of(variant.cases());
                Val::Variant(case.name.to_owned(), self.payload(case.ty))
            }
            Type::Enum(names) => Val::Enum(self.one_of(names.names()).to_owned()),
            Type::Flags(flags) => {
                // None and all of them are the edges, which chance would hardly ever hit with 32 flags.
                let percent = *self.dice.choose(&[0, 50, 100]);
                let names = flags.names().filter(|_| self.dice.percent(percent));
                Val::Flags(names.map(str::to_owned).collect())
            }
            Type::Option(option) => {
                let some = self.dice.percent(65);
                Val::Option(some.then(|| Box::new(self.value(&option.ty()))))
            }
            Type::Result(result) if self.dice.percent(55) => {
                Val::Result(Ok(self.payload(result.ok())))
            }
            Type::Result(result) => Val::Result(Err(self.payload(result.err()))),
            Type::Own(resource) => (self.handle)(resource, false),
            Type::Borrow(resource) => (self.handle)(resource, true),
            Type::Future(_) | Type::Stream(_) | Type::ErrorContext => {
                panic!("these are not generated")
            }
        }
    }

    fn payload(&mut self, ty: Option<Type>) -> Option<Box<Val>> {
        ty.map(|ty| Box::new(self.value(&ty)))
    }

    fn one_of<T>(&mut self, mut all: impl ExactSizeIterator<Item = T>) -> T {
        all.nth(self.place(all.len())).expect("is one of them")
    }

    /// A place among `count`: the first and the last are favoured.
    fn place(&mut self, count: usize) -> usize {
        match self.dice.below(6) {
            0 => 0,
            1 => count - 1,
            _ => self.dice.below(count),
        }
    }

    fn bits(&mut self) -> u64 {
        (self.dice.below(1 << 32) as u64) << 32 | self.dice.below(1 << 32) as u64
    }

    /// Bits that are cut to any size: the least and the most of each, those beside them, and any others.
    fn integer(&mut self) -> u64 {
        let edge = 1_u64 << *self.dice.choose(&[0, 7, 8, 15, 16, 31, 32, 63]);
        match self.dice.below(6) {
            0 => *self.dice.choose(&[0, u64::MAX]),
            1 => edge.wrapping_sub(1),
            2 => edge,
            3 => edge.wrapping_neg(),
            _ => self.bits(),
        }
    }

    fn float32(&mut self) -> f32 {
        // Infinities, zeros, quiet and signalling NaNs with payloads, a subnormal.
        const EDGES: &[u32] = &[
            0x7F80_0000,
            0xFF80_0000,
            0,
            0x8000_0000,
            0x7FC0_0000,
            0xFFC1_2345,
            0x7F80_0001,
            1,
        ];
        let bits = self.bits() as u32;
        f32::from_bits(if self.dice.percent(33) {
            *self.dice.choose(EDGES)
        } else {
            bits
        })
    }

    fn float64(&mut self) -> f64 {
        const EDGES: &[u64] = &[
            0x7FF0_0000_0000_0000,
            0xFFF0_0000_0000_0000,
            0,
            0x8000_0000_0000_0000,
            0x7FF8_0000_0000_0000,
            0xFFF8_0000_1234_5678,
            0x7FF0_0000_0000_0001,
            1,
        ];
        let bits = self.bits();
        f64::from_bits(if self.dice.percent(33) {
            *self.dice.choose(EDGES)
        } else {
            bits
        })
    }

    fn char(&mut self) -> char {
        const EDGES: &[char] = &[
            '\0',
            'a',
            '\u{7F}',
            '\u{80}',
            '\u{7FF}',
            '\u{800}',
            '\u{D7FF}',
            '\u{E000}',
            '\u{FFFF}',
            '\u{10000}',
            '\u{10FFFF}',
        ];
        if self.dice.percent(60) {
            return *self.dice.choose(EDGES);
        }
        // Surrogates are no characters.
        char::from_u32(self.dice.below(0x11_0000) as u32).unwrap_or('ß')
    }

    /// None, one, few, seldom many.
    fn length(&mut self) -> usize {
        let most = self.budget;
        let length = match self.dice.below(12) {
            0..=2 => 0,
            3 | 4 => 1,
            5..=10 => self.dice.between(2, 5),
            _ => self.dice.between(6, 300),
        };
        length.min(most)
    }

    fn string(&mut self) -> String {
        match self.dice.below(10) {
            0 | 1 => String::new(),
            2 => char::to_string(&self.char()),
            3 => "two words".to_owned(),
            4 if self.budget > 0 => {
                self.budget = self.budget.saturating_sub(50);
                // Longer than a page of memory (64 KiB) at the most, so that memory has to grow.
                let length = *self.dice.choose(&[100, 1000, 4096, 65_537]);
                "0123456789ä€🦀".chars().cycle().take(length).collect()
            }
            _ => (0..self.dice.below(8)).map(|_| self.char()).collect(),
        }
    }

    /// Entries, each with a key of its own.
    fn map(&mut self, key: &Type, value: &Type) -> Val {
        let mut entries: Vec<(Val, Val)> = Vec::new();
        for _ in 0..self.length().min(40) {
            let key = self.value(key);
            // A guest keeps one entry for each key: a second one would seem lost.
            if entries.iter().all(|(known, _)| *known != key) {
                entries.push((key, self.value(value)));
            }
        }
        Val::Map(entries)
    }
}
