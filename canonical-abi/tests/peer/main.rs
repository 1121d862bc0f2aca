//! The same random types here and in the peer: layouts, flat forms and core signatures have to agree.

#[path = "../build/mod.rs"]
mod build;
mod pair;

use pair::{Pair, function, left, package};
use wit_parser as peer;
use wit_parser::abi::{AbiVariant, FlatTypes, WasmType};
use witc_canonical_abi::{Convention, CoreType, Kind, Plans, PointerWidth, Side};

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
            let layout = [plan.layout.size, plan.layout.align].map(at_both);
            let expected = [
                [size.size_wasm32(), size.size_wasm64()],
                [align.align_wasm32(), align.align_wasm64()],
            ];
            assert_eq!(layout, expected, "seed {seed}, {plan:?}");
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

/// The number for both widths of pointers.
fn at_both(bytes: witc_canonical_abi::Bytes) -> [usize; 2] {
    [PointerWidth::Bits32, PointerWidth::Bits64].map(|width| bytes.at(width) as usize)
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
        let expected = [theirs.size_wasm32(), theirs.size_wasm64()];
        assert_eq!(at_both(ours), expected, "{plan:?}");
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
        // Other kinds have no offsets of their own to compare.
        _ => {}
    }
}

const VARIANTS: [(AbiVariant, (Side, Convention)); 5] = {
    use AbiVariant as Their;
    use Convention::{Async, AsyncStackful, Sync};
    [
        (Their::GuestImport, (Side::Import, Sync)),
        (Their::GuestExport, (Side::Export, Sync)),
        (Their::GuestImportAsync, (Side::Import, Async)),
        (Their::GuestExportAsync, (Side::Export, Async)),
        (
            Their::GuestExportAsyncStackful,
            (Side::Export, AsyncStackful),
        ),
    ]
};

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
            for (variant, (side, convention)) in VARIANTS {
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
        // Far from both ends: otherwise the comparison would be about one way of passing alone.
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
