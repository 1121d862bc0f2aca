//! Layouts and flat forms against figures worked out by hand from `CanonicalABI.md`.

mod build;

use build::Build;
use std::fmt::Write as _;
use witc_canonical_abi::{Bitcast, Bytes, CoreType, Int, Kind, Plan, Plans, PointerWidth};
use witc_resolve::Type;

/// `size32/align32 size64/align64 flat`, the flat types by their initials (`P` pointer, `L` length, `X` pointer or
/// i64), `-` for none.
fn describe(plan: &Plan) -> String {
    let mut text = String::new();
    for width in [PointerWidth::Bits32, PointerWidth::Bits64] {
        let layout = plan.layout;
        let _ = write!(
            text,
            "{}/{} ",
            layout.size.at(width),
            layout.align.at(width)
        );
    }
    let Some(flat) = &plan.flat else {
        return text + "-";
    };
    let names = flat.iter().map(|ty| match ty {
        CoreType::I32 => "i",
        CoreType::I64 => "I",
        CoreType::F32 => "f",
        CoreType::F64 => "F",
        CoreType::Pointer => "P",
        CoreType::Length => "L",
        CoreType::PointerOrI64 => "X",
    });
    text + &names.collect::<String>()
}

#[track_caller]
fn check(expected: &str, make: impl FnOnce(&mut Build) -> Type) {
    let mut build = Build::default();
    let ty = make(&mut build);
    let plans = Plans::new(&build.resolve);
    let actual = describe(&plans[plans.of(ty)]);
    assert_eq!(actual, expected, "of {:?}", build.resolve.types);
}

#[test]
fn primitives() {
    for (ty, expected) in [
        (Type::Bool, "1/1 1/1 i"),
        (Type::U8, "1/1 1/1 i"),
        (Type::S8, "1/1 1/1 i"),
        (Type::U16, "2/2 2/2 i"),
        (Type::S16, "2/2 2/2 i"),
        (Type::U32, "4/4 4/4 i"),
        (Type::S32, "4/4 4/4 i"),
        (Type::U64, "8/8 8/8 I"),
        (Type::S64, "8/8 8/8 I"),
        (Type::F32, "4/4 4/4 f"),
        (Type::F64, "8/8 8/8 F"),
        (Type::Char, "4/4 4/4 i"),
        (Type::String, "8/4 16/8 PL"),
        (Type::ErrorContext, "4/4 4/4 i"),
    ] {
        check(expected, |_| ty);
    }
}

#[test]
fn lists_maps_and_handles() {
    check("8/4 16/8 PL", |b| b.list(Type::U64));
    check("8/4 16/8 PL", |b| b.map(Type::U8, Type::U64));
    check("4/4 4/4 i", |b| b.future(Some(Type::String)));
    check("4/4 4/4 i", |b| b.stream(None));
    check("4/4 4/4 i", |b| {
        let resource = b.resource();
        b.own(resource)
    });
    check("4/4 4/4 i", |b| {
        let resource = b.resource();
        b.borrow(resource)
    });
    check("16/8 16/8 II", |b| b.fixed(Type::U64, 2));
    check("16/1 16/1 iiiiiiiiiiiiiiii", |b| b.fixed(Type::U8, 16));
    check("17/1 17/1 -", |b| b.fixed(Type::U8, 17));
    check("24/4 48/8 PLPLPL", |b| b.fixed(Type::String, 3));
}

#[test]
fn records_and_tuples() {
    check("1/1 1/1 i", |b| b.tuple(&[Type::Bool]));
    // 0, 8..16
    check("16/8 16/8 iI", |b| b.record(&[Type::U8, Type::U64]));
    // 0, 8..16, 16, padding to 24
    check("24/8 24/8 iIi", |b| {
        b.record(&[Type::U8, Type::U64, Type::U8])
    });
    // 0, 4..12, 12, padding to 16; with 64 bits 0, 8..24, 24, padding to 32
    check("16/4 32/8 iPLi", |b| {
        b.record(&[Type::U8, Type::String, Type::Bool])
    });
    // The inner one is 2 + 1 and padding to 4 bytes; then 4..8
    check("8/4 8/4 iif", |b| {
        let inner = b.tuple(&[Type::U16, Type::U8]);
        b.record(&[inner, Type::F32])
    });
    // 16 flat values: 0..14, 16..24; with 64 bits 16..32. With 17 there is no flat form; 15 bytes end before 16 too.
    check("24/4 32/8 iiiiiiiiiiiiiiPL", |b| {
        let bytes = b.fixed(Type::U8, 14);
        b.record(&[bytes, Type::String])
    });
    check("24/4 32/8 -", |b| {
        let bytes = b.fixed(Type::U8, 15);
        b.record(&[bytes, Type::String])
    });
}

#[test]
fn aliases_are_what_they_stand_for() {
    check("8/4 16/8 PL", |b| {
        let list = b.list(Type::U8);
        let alias = b.alias("a", list);
        b.alias("b", alias)
    });
    check("8/8 8/8 F", |b| b.alias("a", Type::F64));
}

#[test]
fn variants() {
    check("2/1 2/1 ii", |b| b.option(Type::U8));
    check("16/8 16/8 iI", |b| b.option(Type::U64));
    check("12/4 24/8 iPL", |b| b.option(Type::String));
    check("1/1 1/1 i", |b| b.result(None, None));
    check("8/4 8/4 ii", |b| b.result(Some(Type::U8), Some(Type::U32)));
    check("8/4 8/4 if", |b| b.result(Some(Type::F32), Some(Type::F32)));
    check("8/4 8/4 ii", |b| b.result(Some(Type::F32), Some(Type::U32)));
    check("16/8 16/8 iI", |b| {
        b.result(Some(Type::F32), Some(Type::F64))
    });
    // Payload at 8, of 8 or 16 bytes
    check("16/8 24/8 iXL", |b| {
        b.result(Some(Type::String), Some(Type::U64))
    });
    check("24/8 24/8 iXI", |b| {
        let pair = b.tuple(&[Type::F64, Type::F64]);
        b.variant(&[Some(Type::String), None, Some(pair)])
    });
    // 32 bits: payload at 4, of 9 bytes, padding to 16. 64 bits: payload at 8, of 16 bytes.
    check("16/4 24/8 iPLiiiiiii", |b| {
        let nine = b.fixed(Type::U8, 9);
        b.variant(&[Some(nine), Some(Type::String)])
    });
    // A discriminant of 16 bits, then the payload at 2, padding to 4
    check("4/2 4/2 ii", |b| {
        let mut cases = vec![None; 257];
        cases[200] = Some(Type::U8);
        b.variant(&cases)
    });
    // 15 flat values and the discriminant; 16 are too many then
    check("16/1 16/1 iiiiiiiiiiiiiiii", |b| {
        let bytes = b.fixed(Type::U8, 15);
        b.option(bytes)
    });
    check("17/1 17/1 -", |b| {
        let bytes = b.fixed(Type::U8, 16);
        b.option(bytes)
    });
}

#[test]
fn enums_and_flags() {
    for (cases, expected) in [
        (1, "1/1 1/1 i"),
        (256, "1/1 1/1 i"),
        (257, "2/2 2/2 i"),
        (65_536, "2/2 2/2 i"),
        (65_537, "4/4 4/4 i"),
    ] {
        check(expected, |b| b.enumeration(cases));
    }
    for (flags, expected) in [
        (1, "1/1 1/1 i"),
        (8, "1/1 1/1 i"),
        (9, "2/2 2/2 i"),
        (16, "2/2 2/2 i"),
        (17, "4/4 4/4 i"),
        (32, "4/4 4/4 i"),
    ] {
        check(expected, |b| b.flags(flags));
    }
}

#[test]
fn parts_know_where_they_lie() {
    let mut build = Build::default();
    let option = build.option(Type::U64);
    let record = build.record(&[Type::U8, Type::String, option, Type::F32]);
    let map = build.map(Type::U8, Type::String);
    let plans = Plans::new(&build.resolve);

    let Kind::Record(fields) = &plans[plans.of(record)].kind else {
        panic!("not a record")
    };
    let offsets: Vec<_> = fields.iter().map(|field| field.offset).collect();
    // 0, 4..12, 16..32, 32; with 64 bits 0, 8..24, 24..40, 40
    assert_eq!(
        offsets,
        [
            Bytes::ZERO,
            Bytes::POINTER,
            Bytes::new(16, 24),
            Bytes::new(32, 40)
        ]
    );
    assert_eq!(offsets[3].terms(), (24, 2));
    let slots: Vec<_> = fields.iter().map(|field| field.slot).collect();
    assert_eq!(slots, [0, 1, 3, 5]);

    let Kind::Option(cases) = &plans[plans.of(option)].kind else {
        panic!("not an option")
    };
    assert_eq!((cases.tag, cases.payload_offset), (Int::U8, Bytes::same(8)));
    assert_eq!(cases.cases[0].payload, None);
    assert_eq!(*cases.cases[1].casts, [Bitcast::Same]);

    let Kind::Map(entry) = &plans[plans.of(map)].kind else {
        panic!("not a map")
    };
    assert_eq!(
        (entry.key.offset, entry.value.offset),
        (Bytes::ZERO, Bytes::POINTER)
    );
    assert_eq!(entry.layout.size, Bytes::new(12, 24));
}

#[test]
fn cases_know_how_slots_carry_them() {
    let mut build = Build::default();
    let floats = build.tuple(&[Type::F32, Type::F64]);
    let variant = build.variant(&[Some(Type::String), Some(floats), None, Some(Type::S64)]);
    let plans = Plans::new(&build.resolve);
    let plan = &plans[plans.of(variant)];
    assert_eq!(describe(plan), "24/8 24/8 iXI");
    let Kind::Variant(cases) = &plan.kind else {
        panic!("not a variant")
    };
    let casts: Vec<_> = cases.cases.iter().map(|case| &*case.casts).collect();
    assert_eq!(
        casts[0],
        [Bitcast::PointerInPointerOrI64, Bitcast::LengthInI64]
    );
    assert_eq!(casts[1], [Bitcast::F32InPointerOrI64, Bitcast::F64InI64]);
    assert_eq!(casts[2], []);
    assert_eq!(casts[3], [Bitcast::I64InPointerOrI64]);
}
