//! Random packages, built in our model and in the peer's at the same time.

use crate::build::Build;
use wit_parser as peer;
use wit_parser::TypeDefKind as Their;
use witc_resolve::Type;

/// Splitmix64: small, and the same everywhere.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

/// A package in the making in both models.
#[derive(Default)]
pub(crate) struct Pair {
    pub(crate) ours: Build,
    pub(crate) theirs: peer::Resolve,
    /// What can be used as a part.
    pub(crate) types: Vec<(Type, peer::Type)>,
}

const PRIMITIVES: [(Type, peer::Type); 14] = [
    (Type::Bool, peer::Type::Bool),
    (Type::U8, peer::Type::U8),
    (Type::U16, peer::Type::U16),
    (Type::U32, peer::Type::U32),
    (Type::U64, peer::Type::U64),
    (Type::S8, peer::Type::S8),
    (Type::S16, peer::Type::S16),
    (Type::S32, peer::Type::S32),
    (Type::S64, peer::Type::S64),
    (Type::F32, peer::Type::F32),
    (Type::F64, peer::Type::F64),
    (Type::Char, peer::Type::Char),
    (Type::String, peer::Type::String),
    (Type::ErrorContext, peer::Type::ErrorContext),
];

impl Pair {
    fn any(&self, random: &mut Random) -> (Type, peer::Type) {
        // Half of all parts are primitive, so that flat forms are common; the rest are recent types mostly.
        if self.types.is_empty() || random.below(2) == 0 {
            return PRIMITIVES[random.below(PRIMITIVES.len())];
        }
        let last = self.types.len();
        self.types[last - 1 - random.below(last.min(12))]
    }

    pub(crate) fn some(&self, random: &mut Random) -> Option<(Type, peer::Type)> {
        (random.below(3) > 0).then(|| self.any(random))
    }

    pub(crate) fn several(&self, random: &mut Random, max: usize) -> Vec<(Type, peer::Type)> {
        (0..=random.below(max)).map(|_| self.any(random)).collect()
    }

    fn define(&mut self, kind: peer::TypeDefKind) -> peer::TypeId {
        self.theirs.types.alloc(peer::TypeDef {
            name: None,
            kind,
            owner: peer::TypeOwner::None,
            docs: Default::default(),
            stability: Default::default(),
            span: Default::default(),
            external_id: Default::default(),
        })
    }

    /// Adds a random type.
    pub(crate) fn grow(&mut self, random: &mut Random) {
        let part = self.any(random);
        let (ours, theirs) = match random.below(14) {
            0 => self.record(random),
            1 => self.tuple(random),
            2 | 3 => self.variant(random),
            4 => self.enumeration(random),
            5 => self.flags(random),
            6 => (self.ours.option(part.0), Their::Option(part.1)),
            7 => self.result(random),
            8 => (self.ours.list(part.0), Their::List(part.1)),
            9 => {
                // Around the limit of 16 flat values, and far above it.
                let length = [1, 2, 4, 15, 16, 17, 99][random.below(7)];
                let theirs = Their::FixedLengthList(part.1, length);
                (self.ours.fixed(part.0, length), theirs)
            }
            10 => {
                // Keys of maps are integers and `bool` here, the first nine: floats are not allowed.
                let key = PRIMITIVES[random.below(9)];
                (self.ours.map(key.0, part.0), Their::Map(key.1, part.1))
            }
            11 => self.handle(random),
            12 => (self.ours.stream(Some(part.0)), Their::Stream(Some(part.1))),
            _ => (self.ours.alias("a", part.0), Their::Type(part.1)),
        };
        let theirs = self.define(theirs);
        self.types.push((ours, peer::Type::Id(theirs)));
    }

    fn record(&mut self, random: &mut Random) -> (Type, Their) {
        let types = self.several(random, 4);
        let fields = types.iter().map(|ty| peer::Field {
            name: "f".into(),
            ty: ty.1,
            docs: Default::default(),
            span: Default::default(),
        });
        let fields = fields.collect();
        let theirs = Their::Record(peer::Record { fields });
        (self.ours.record(&left(&types)), theirs)
    }

    fn tuple(&mut self, random: &mut Random) -> (Type, Their) {
        let types = self.several(random, 4);
        let theirs = types.iter().map(|ty| ty.1).collect();
        let theirs = Their::Tuple(peer::Tuple { types: theirs });
        (self.ours.tuple(&left(&types)), theirs)
    }

    fn variant(&mut self, random: &mut Random) -> (Type, Their) {
        // 300 cases need a discriminant of two bytes.
        let count = [1, 2, 3, 5, 300][random.below(5)];
        let types: Vec<_> = (0..count).map(|_| self.some(random)).collect();
        let cases = types.iter().map(|ty| peer::Case {
            name: "c".into(),
            ty: ty.map(|ty| ty.1),
            docs: Default::default(),
            span: Default::default(),
        });
        let cases = cases.collect();
        let ours: Vec<_> = types.iter().map(|ty| ty.map(|ty| ty.0)).collect();
        let theirs = Their::Variant(peer::Variant { cases });
        (self.ours.variant(&ours), theirs)
    }

    fn enumeration(&mut self, random: &mut Random) -> (Type, Their) {
        // 256 is the last number of cases that one byte tells apart.
        let count = [1, 7, 256, 257, 1000][random.below(5)];
        let case = |_| peer::EnumCase {
            name: "c".into(),
            docs: Default::default(),
            span: Default::default(),
        };
        let cases = (0..count).map(case).collect();
        let theirs = Their::Enum(peer::Enum { cases });
        (self.ours.enumeration(count), theirs)
    }

    fn flags(&mut self, random: &mut Random) -> (Type, Their) {
        let count = 1 + random.below(32);
        let flag = |_| peer::Flag {
            name: "f".into(),
            docs: Default::default(),
            span: Default::default(),
        };
        let flags = (0..count).map(flag).collect();
        (self.ours.flags(count), Their::Flags(peer::Flags { flags }))
    }

    fn result(&mut self, random: &mut Random) -> (Type, Their) {
        let (ok, err) = (self.some(random), self.some(random));
        let theirs = peer::Result_ {
            ok: ok.map(|ty| ty.1),
            err: err.map(|ty| ty.1),
        };
        let ours = self.ours.result(ok.map(|ty| ty.0), err.map(|ty| ty.0));
        (ours, Their::Result(theirs))
    }

    fn handle(&mut self, random: &mut Random) -> (Type, Their) {
        let theirs = self.define(Their::Resource);
        let ours = self.ours.resource();
        if random.below(2) == 0 {
            (
                self.ours.own(ours),
                Their::Handle(peer::Handle::Own(theirs)),
            )
        } else {
            (
                self.ours.borrow(ours),
                Their::Handle(peer::Handle::Borrow(theirs)),
            )
        }
    }
}

pub(crate) fn left(types: &[(Type, peer::Type)]) -> Vec<Type> {
    types.iter().map(|ty| ty.0).collect()
}

/// Forty random types.
pub(crate) fn package(seed: u64) -> (Pair, Random) {
    let mut random = Random(seed);
    let mut pair = Pair::default();
    for _ in 0..40 {
        pair.grow(&mut random);
    }
    (pair, random)
}

/// The peer's form of a function.
pub(crate) fn function(
    params: &[(Type, peer::Type)],
    result: Option<(Type, peer::Type)>,
) -> peer::Function {
    let param = |ty: &(Type, peer::Type)| peer::Param {
        name: "p".into(),
        ty: ty.1,
        span: Default::default(),
    };
    peer::Function {
        name: "f".into(),
        kind: peer::FunctionKind::Freestanding,
        params: params.iter().map(param).collect(),
        result: result.map(|ty| ty.1),
        docs: Default::default(),
        stability: Default::default(),
        span: Default::default(),
        external_id: Default::default(),
    }
}
