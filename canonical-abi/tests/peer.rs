//! The same random types here and in the peer: layouts, flat forms and core signatures have to agree.

mod build;

use build::Build;
use wit_parser as peer;
use wit_parser::abi::{AbiVariant, FlatTypes, WasmType};
use witc_canonical_abi::{Convention, CoreType, Kind, Plans, PointerWidth, Side};
use witc_resolve::Type;

/// Splitmix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

/// A package in the making in both models.
#[derive(Default)]
struct Pair {
    ours: Build,
    theirs: peer::Resolve,
    /// What can be used as a part.
    types: Vec<(Type, peer::Type)>,
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

    fn some(&self, random: &mut Random) -> Option<(Type, peer::Type)> {
        (random.below(3) > 0).then(|| self.any(random))
    }

    fn several(&self, random: &mut Random, max: usize) -> Vec<(Type, peer::Type)> {
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

    /// Adds a random type; the peer's kind of type is made beside ours.
    fn grow(&mut self, random: &mut Random) {
        use peer::TypeDefKind as Their;
        let a = self.any(random);
        let (ours, theirs) = match random.below(14) {
            0 => {
                let types = self.several(random, 4);
                let fields = types.iter().map(|ty| peer::Field {
                    name: "f".into(),
                    ty: ty.1,
                    docs: Default::default(),
                    span: Default::default(),
                });
                let theirs = Their::Record(peer::Record {
                    fields: fields.collect(),
                });
                (self.ours.record(&left(&types)), theirs)
            }
            1 => {
                let types = self.several(random, 4);
                let theirs = Their::Tuple(peer::Tuple {
                    types: types.iter().map(|ty| ty.1).collect(),
                });
                (self.ours.tuple(&left(&types)), theirs)
            }
            2 | 3 => {
                let count = [1, 2, 3, 5, 300][random.below(5)];
                let types: Vec<_> = (0..count).map(|_| self.some(random)).collect();
                let cases = types.iter().map(|ty| peer::Case {
                    name: "c".into(),
                    ty: ty.map(|ty| ty.1),
                    docs: Default::default(),
                    span: Default::default(),
                });
                let theirs = Their::Variant(peer::Variant {
                    cases: cases.collect(),
                });
                let ours: Vec<_> = types.iter().map(|ty| ty.map(|ty| ty.0)).collect();
                (self.ours.variant(&ours), theirs)
            }
            4 => {
                let count = [1, 7, 256, 257, 1000][random.below(5)];
                let case = || peer::EnumCase {
                    name: "c".into(),
                    docs: Default::default(),
                    span: Default::default(),
                };
                let cases = (0..count).map(|_| case()).collect();
                (
                    self.ours.enumeration(count),
                    Their::Enum(peer::Enum { cases }),
                )
            }
            5 => {
                let count = 1 + random.below(32);
                let flag = || peer::Flag {
                    name: "f".into(),
                    docs: Default::default(),
                    span: Default::default(),
                };
                let flags = (0..count).map(|_| flag()).collect();
                (self.ours.flags(count), Their::Flags(peer::Flags { flags }))
            }
            6 => (self.ours.option(a.0), Their::Option(a.1)),
            7 => {
                let (ok, err) = (self.some(random), self.some(random));
                let theirs = peer::Result_ {
                    ok: ok.map(|ty| ty.1),
                    err: err.map(|ty| ty.1),
                };
                (
                    self.ours.result(ok.map(|ty| ty.0), err.map(|ty| ty.0)),
                    Their::Result(theirs),
                )
            }
            8 => (self.ours.list(a.0), Their::List(a.1)),
            9 => {
                let length = [1, 2, 4, 15, 16, 17, 99][random.below(7)];
                (
                    self.ours.fixed(a.0, length),
                    Their::FixedLengthList(a.1, length),
                )
            }
            10 => {
                let key = PRIMITIVES[random.below(9)];
                (self.ours.map(key.0, a.0), Their::Map(key.1, a.1))
            }
            11 => {
                let resource = self.define(Their::Resource);
                let ours = self.ours.resource();
                if random.below(2) == 0 {
                    (
                        self.ours.own(ours),
                        Their::Handle(peer::Handle::Own(resource)),
                    )
                } else {
                    (
                        self.ours.borrow(ours),
                        Their::Handle(peer::Handle::Borrow(resource)),
                    )
                }
            }
            12 => (self.ours.stream(Some(a.0)), Their::Stream(Some(a.1))),
            _ => (self.ours.alias("a", a.0), Their::Type(a.1)),
        };
        let theirs = self.define(theirs);
        self.types.push((ours, peer::Type::Id(theirs)));
    }
}

fn left(types: &[(Type, peer::Type)]) -> Vec<Type> {
    types.iter().map(|ty| ty.0).collect()
}

fn core_type(ty: WasmType) -> CoreType {
    match ty {
        WasmType::I32 => CoreType::I32,
        WasmType::I64 => CoreType::I64,
        WasmType::F32 => CoreType::F32,
        WasmType::F64 => CoreType::F64,
        WasmType::Pointer => CoreType::Pointer,
        WasmType::PointerOrI64 => CoreType::PointerOrI64,
        WasmType::Length => CoreType::Length,
    }
}

fn core_types(types: &[WasmType]) -> Vec<CoreType> {
    types.iter().copied().map(core_type).collect()
}

fn package(seed: u64) -> (Pair, Random) {
    let mut random = Random(seed);
    let mut pair = Pair::default();
    for _ in 0..40 {
        pair.grow(&mut random);
    }
    (pair, random)
}

#[test]
fn layouts_and_flat_forms() {
    let mut flat_forms = 0;
    for seed in 0..200 {
        let (pair, _) = package(seed);
        let plans = Plans::new(&pair.ours.resolve);
        let mut sizes = peer::SizeAlign::default();
        sizes
            .fill(&pair.theirs)
            .expect("sizes that the peer can hold");
        for &(ours, theirs) in &pair.types {
            let plan = &plans[plans.of(ours)];
            let (size, align) = (sizes.size(&theirs), sizes.align(&theirs));
            use PointerWidth::{Bits32, Bits64};
            assert_eq!(
                plan.layout.size.at(Bits32) as usize,
                size.size_wasm32(),
                "seed {seed}, {plan:?}"
            );
            assert_eq!(
                plan.layout.size.at(Bits64) as usize,
                size.size_wasm64(),
                "seed {seed}, {plan:?}"
            );
            assert_eq!(
                plan.layout.align.at(Bits32) as usize,
                align.align_wasm32(),
                "seed {seed}, {plan:?}"
            );
            assert_eq!(
                plan.layout.align.at(Bits64) as usize,
                align.align_wasm64(),
                "seed {seed}, {plan:?}"
            );
            let (bytes, pointers) = plan.layout.size.terms();
            assert_eq!(
                (bytes as usize, pointers as usize),
                (size.bytes, size.pointers),
                "seed {seed}"
            );

            let mut room = [WasmType::I32; 16];
            let mut flat = FlatTypes::new(&mut room);
            let expected = pair
                .theirs
                .push_flat(&theirs, &mut flat)
                .then(|| core_types(&flat.to_vec()));
            assert_eq!(
                plan.flat.map(|flat| flat.to_vec()),
                expected,
                "seed {seed}, {plan:?}"
            );
            flat_forms += usize::from(expected.is_some());
            check_offsets(&plans, plan, &pair, &sizes, theirs);
        }
    }
    // Both outcomes are common enough for the comparison to mean something.
    assert!(
        (2000..7900).contains(&flat_forms),
        "{flat_forms} of 8000 types have a flat form"
    );
}

fn check_offsets(
    plans: &Plans,
    plan: &witc_canonical_abi::Plan,
    pair: &Pair,
    sizes: &peer::SizeAlign,
    theirs: peer::Type,
) {
    let peer::Type::Id(id) = theirs else { return };
    let same = |ours: witc_canonical_abi::Bytes, theirs: peer::ArchitectureSize| {
        assert_eq!(
            ours.at(PointerWidth::Bits32) as usize,
            theirs.size_wasm32(),
            "{plan:?}"
        );
        assert_eq!(
            ours.at(PointerWidth::Bits64) as usize,
            theirs.size_wasm64(),
            "{plan:?}"
        );
        assert_eq!(
            ours.terms(),
            (theirs.bytes as u32, theirs.pointers as u32),
            "{plan:?}"
        );
    };
    match (&plan.kind, &pair.theirs.types[id].kind) {
        (Kind::Record(fields), peer::TypeDefKind::Record(record)) => {
            let offsets = sizes.field_offsets(record.fields.iter().map(|field| &field.ty));
            let mut slot = 0;
            for (field, (offset, _)) in fields.iter().zip(offsets) {
                same(field.offset, offset);
                if plan.flat.is_some() {
                    assert_eq!(field.slot, slot);
                    slot += plans[field.plan]
                        .flat
                        .expect("a part of what is flat")
                        .len();
                }
            }
        }
        (Kind::Variant(cases), peer::TypeDefKind::Variant(variant)) => {
            let payloads = variant.cases.iter().map(|case| case.ty.as_ref());
            same(
                cases.payload_offset,
                sizes.payload_offset(variant.tag(), payloads),
            );
        }
        _ => {}
    }
}

#[test]
fn core_signatures() {
    let mut spilled = 0;
    for seed in 0..200 {
        let (pair, mut random) = package(seed);
        let plans = Plans::new(&pair.ours.resolve);
        for _ in 0..20 {
            let mut params = pair.several(&mut random, 6);
            params.truncate(random.below(7));
            let result = pair.some(&mut random);
            let ours = build::function("f", &left(&params), result.map(|ty| ty.0));
            let theirs = function(&params, result);
            for (variant, side, convention) in [
                (AbiVariant::GuestImport, Side::Import, Convention::Sync),
                (AbiVariant::GuestExport, Side::Export, Convention::Sync),
                (
                    AbiVariant::GuestImportAsync,
                    Side::Import,
                    Convention::Async,
                ),
                (
                    AbiVariant::GuestExportAsync,
                    Side::Export,
                    Convention::Async,
                ),
                (
                    AbiVariant::GuestExportAsyncStackful,
                    Side::Export,
                    Convention::AsyncStackful,
                ),
            ] {
                let actual = plans.signature(&ours, side, convention);
                let expected = pair.theirs.wasm_signature(variant, &theirs);
                assert_eq!(
                    actual.params,
                    core_types(&expected.params),
                    "seed {seed}, {variant:?}"
                );
                assert_eq!(
                    actual.result.as_slice(),
                    core_types(&expected.results),
                    "seed {seed}, {variant:?}"
                );
                spilled += usize::from(expected.indirect_params);
            }
            let (_, _, expected) =
                theirs.task_return_import(&pair.theirs, None, peer::Mangling::Legacy);
            let actual = plans.task_return(&ours);
            assert_eq!(actual.params, core_types(&expected.params), "seed {seed}");
            check_channels(&plans, &pair, &ours, &theirs);
        }
    }
    assert!(
        (2000..18_000).contains(&spilled),
        "{spilled} of 20000 signatures spill"
    );
}

/// The numbers of streams and futures mean the types that the peer takes them for.
fn check_channels(
    plans: &Plans,
    pair: &Pair,
    ours: &witc_resolve::Function,
    theirs: &peer::Function,
) {
    let occurrences = theirs.find_futures_and_streams(&pair.theirs);
    let found = plans.channel_types(ours);
    for ty in &found {
        let id = peer::Type::Id(occurrences[ty.number as usize]);
        let (same, _) = pair
            .types
            .iter()
            .find(|(_, theirs)| *theirs == id)
            .expect("a type of both");
        assert_eq!(plans.structure(*same), ty.plan, "{}", ty.number);
    }
    assert_eq!(found.is_empty(), occurrences.is_empty());
}

fn function(params: &[(Type, peer::Type)], result: Option<(Type, peer::Type)>) -> peer::Function {
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
