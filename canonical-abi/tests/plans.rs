//! What plans share, what holds for their values, and that they cost no more than the types do.

mod build;

use build::{Build, function};
use witc_canonical_abi::codes;
use witc_canonical_abi::{Bits, Kind, MAX_VALUE_BYTES, Planned, Plans, PointerWidth, ResourceUse};
use witc_resolve::Type;

#[test]
fn one_plan_per_declaration_and_one_structure_for_all() {
    let mut build = Build::default();
    let one = build.list(Type::U8);
    let two = build.list(Type::U8);
    let alias = build.alias("bytes", one);
    let of_one = build.option(one);
    let of_alias = build.option(alias);
    let list_of_one = build.list(of_one);
    let list_of_alias = build.list(of_alias);
    let first = build.record(&[Type::U8]);
    let second = build.record(&[Type::U8]);
    let resource = build.resource();
    let Type::Id(renamed) = build.alias("renamed", Type::Id(resource)) else {
        unreachable!()
    };
    let own = build.own(resource);
    let own_renamed = build.own(renamed);
    let borrow = build.borrow(resource);
    let plans = Plans::new(&build.resolve);
    assert_eq!(plans.of(one), plans.of(two));
    assert_eq!(plans.of(one), plans.of(alias));
    // Two declarations: generated code names the alias where the user has.
    assert_ne!(plans.of(of_one), plans.of(of_alias));
    assert_eq!(plans.structure(of_one), plans.structure(of_alias));
    assert_eq!(plans.structure(list_of_one), plans.structure(list_of_alias));
    assert_eq!(plans.structure(of_alias), plans.of(of_one));
    assert_ne!(plans.structure(one), plans.structure(of_one));
    // Records are told apart by their definition, even if they have the same fields.
    assert_ne!(plans.of(first), plans.of(second));
    assert_eq!(plans.structure(own), plans.structure(own_renamed));
    assert_eq!(plans.structure(own), plans.structure(Type::Id(resource)));
    assert_ne!(plans.structure(own), plans.structure(borrow));
    assert_ne!(plans.structure(first), plans.structure(second));
    let (named, definition) = (renamed, resource);
    let kind = &plans[plans.of(own_renamed)].kind;
    assert_eq!(*kind, Kind::Own(ResourceUse { named, definition }));
    assert_eq!(plans[plans.of(of_alias)].ty, of_alias);
}

#[test]
fn parts_say_how_they_are_declared() {
    let mut build = Build::default();
    let octet = build.alias("octet", Type::U8);
    let list = build.list(octet);
    let block = build.fixed(octet, 2);
    let map = build.map(octet, list);
    let option = build.option(octet);
    let stream = build.stream(Some(octet));
    let tuple = build.tuple(&[octet, list, block, map, option, stream]);
    let plans = Plans::new(&build.resolve);
    let parts = |ty| {
        let mut parts = Vec::new();
        plans[plans.of(ty)]
            .kind
            .for_each_part(&mut |part: Planned| {
                assert_eq!(part.plan, plans.of(part.ty));
                parts.push(part.ty);
            });
        parts
    };
    for ty in [list, block, option, stream] {
        assert_eq!(parts(ty), [octet]);
    }
    assert_eq!(parts(map), [octet, list]);
    assert_eq!(parts(tuple), [octet, list, block, map, option, stream]);
    let plan = &plans[plans.of(tuple)];
    let names: Vec<_> = plan
        .kind
        .fields()
        .unwrap()
        .iter()
        .map(|f| f.name.as_str())
        .collect();
    assert_eq!(names, ["0", "1", "2", "3", "4", "5"]);
    let plan = &plans[plans.of(option)];
    let names: Vec<_> = plan
        .kind
        .cases()
        .unwrap()
        .cases
        .iter()
        .map(|c| c.name.as_str())
        .collect();
    assert_eq!(names, ["none", "some"]);
}

#[test]
fn facts() {
    let mut build = Build::default();
    let resource = build.resource();
    let own = build.own(resource);
    let borrow = build.borrow(resource);
    let numbers = build.record(&[Type::U8, Type::F64]);
    let flags = build.flags(3);
    let checked = build.tuple(&[numbers, flags]);
    let block = build.fixed(checked, 4);
    let list = build.list(own);
    let map = build.map(Type::Bool, borrow);
    let option = build.option(numbers);
    let stream = build.stream(Some(Type::String));
    let pair = build.tuple(&[stream, Type::String]);
    let plans = Plans::new(&build.resolve);
    let facts = |ty| plans[plans.of(ty)].facts;
    for (ty, bits) in [
        (Type::S8, Bits::Any),
        (Type::Char, Bits::Some),
        (numbers, Bits::Any),
        (checked, Bits::Some),
        (block, Bits::Some),
        (option, Bits::Opaque),
        (own, Bits::Opaque),
        (Type::String, Bits::Opaque),
    ] {
        assert_eq!(facts(ty).bits, bits, "{ty:?}");
        assert_eq!(facts(ty).heap, ty == Type::String, "{ty:?}");
        assert_eq!(facts(ty).text, ty == Type::String, "{ty:?}");
    }
    assert!(facts(own).owns && !facts(own).borrows && !facts(own).heap);
    assert!(facts(borrow).borrows && !facts(borrow).owns);
    assert!(facts(list).heap && facts(list).owns && !facts(list).asynchronous);
    assert!(facts(map).heap && facts(map).borrows && !facts(map).owns);
    assert!(facts(Type::ErrorContext).owns && !facts(Type::ErrorContext).asynchronous);
    assert!(facts(stream).owns && facts(stream).asynchronous && !facts(stream).heap);
    assert!(facts(pair).heap && facts(pair).asynchronous);
}

/// `record rN { left: rN-1, right: option<rN-1> }` has 2^N values of `r0` in it.
#[test]
fn nesting_costs_nothing() {
    let mut build = Build::default();
    let tags = build.list(Type::String);
    let mut ty = build.record(&[Type::String, tags]);
    for _ in 0..100 {
        let option = build.option(ty);
        ty = build.record(&[ty, option]);
    }
    let plans = Plans::new(&build.resolve);
    // 14 primitive types, and one plan for each type however many values of it are in others.
    assert_eq!(plans.iter().len(), 14 + build.resolve.types.len());
    assert_eq!(plans[plans.of(ty)].flat, None);
    // The 64-bit size is 32, 72, 152, …: doubled, and 8 more. It reaches 2^28 once, and only there it is told.
    let diagnostics = plans.diagnose(&build.resolve);
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].code, codes::VALUE_TOO_LARGE);
}

#[test]
fn large_is_told_and_larger_does_no_harm() {
    let limit = MAX_VALUE_BYTES;
    for (length, element, fits) in [
        (limit - 1, Type::U8, true),
        (limit, Type::U8, false),
        // A string takes 16 bytes where pointers have 64 bits, which is the width that counts.
        (limit / 16 - 1, Type::String, true),
        (limit / 16, Type::String, false),
        (u32::MAX, Type::U64, false),
    ] {
        let mut build = Build::default();
        let list = build.fixed(element, length);
        build.alias("samples", list);
        let many = build.fixed(list, u32::MAX);
        let pair = build.tuple(&[Type::U8, many, Type::U64]);
        build.option(pair);
        let plans = Plans::new(&build.resolve);
        let diagnostics = plans.diagnose(&build.resolve);
        let messages: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| diagnostic.message.as_str())
            .collect();
        // What is made of it is not told again.
        let expected = if fits {
            "the values of this fixed-length list are too large"
        } else {
            "the values of type `samples` are too large"
        };
        assert_eq!(messages, [expected]);
        assert_eq!(
            plans[plans.of(many)].layout.size.at(PointerWidth::Bits64),
            u32::MAX
        );
    }
}

#[test]
fn what_is_large_together_is_told() {
    let mut build = Build::default();
    let half = build.fixed(Type::U8, MAX_VALUE_BYTES / 2);
    build.map(half, half);
    build
        .resolve
        .functions
        .alloc(function("f", &[half, Type::U8, half], None));
    build
        .resolve
        .functions
        .alloc(function("g", &[half, Type::U8], Some(half)));
    let plans = Plans::new(&build.resolve);
    let diagnostics = plans.diagnose(&build.resolve);
    let messages: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "the entries of this map are too large",
            "the parameters of `f` are too large together"
        ]
    );
}

#[test]
fn streams_and_futures_are_numbered_as_they_occur() {
    let mut build = Build::default();
    let inner = build.future(Some(Type::U32));
    let outer = build.future(Some(inner));
    let bytes = build.stream(Some(Type::U8));
    let pair = build.tuple(&[bytes, inner, bytes]);
    let plans = Plans::new(&build.resolve);
    let numbers = |function| {
        let found = plans.channel_types(&function);
        found
            .into_iter()
            .map(|ty| (ty.plan, ty.number))
            .collect::<Vec<_>>()
    };
    let (inner_plan, outer_plan, bytes_plan) = (plans.of(inner), plans.of(outer), plans.of(bytes));
    // inner, outer; inner again, inner; bytes
    assert_eq!(
        numbers(function("f", &[outer, Type::U8, inner], Some(bytes))),
        [(inner_plan, 0), (outer_plan, 1), (bytes_plan, 3)]
    );
    // bytes, inner, bytes; inner, outer
    assert_eq!(
        numbers(function("f", &[pair, outer], None)),
        [(bytes_plan, 0), (inner_plan, 1), (outer_plan, 4)]
    );
    assert_eq!(numbers(function("f", &[Type::String], None)), []);
}

#[test]
fn occurrences_are_counted_without_a_look_at_each() {
    let mut build = Build::default();
    let stream = build.stream(Some(Type::U8));
    let future = build.future(None);
    let mut ty = build.record(&[stream]);
    for _ in 0..40 {
        let option = build.option(ty);
        ty = build.record(&[ty, option]);
    }
    let plans = Plans::new(&build.resolve);
    let found = plans.channel_types(&function("f", &[ty], Some(future)));
    assert_eq!(
        found.iter().map(|ty| ty.number).collect::<Vec<_>>(),
        [0, 1 << 40]
    );
}
