//! Core signatures against `flatten_functype` of `CanonicalABI.md`, worked out by hand, and names.

mod build;

use build::{Build, function};
use witc_canonical_abi::{
    AsyncIntrinsic, Blocking, Bytes, Channel, ChannelIntrinsic, Convention, CoreImport, CoreType,
    Names, Parameters, Plans, PointerWidth, ResourceIntrinsic, Return, Scheme, Side, Signature,
    StringEncoding,
};
use witc_diagnostics::Span;
use witc_resolve::{
    Docs, Interface, Package, PackageName, Resolve, Stability, Type, TypeId, WorldKey,
};

fn write(types: &[CoreType]) -> String {
    let names = types.iter().map(|ty| match ty {
        CoreType::I32 => "i",
        CoreType::I64 => "I",
        CoreType::F32 => "f",
        CoreType::F64 => "F",
        CoreType::Pointer => "P",
        CoreType::Length => "L",
        CoreType::PointerOrI64 => "X",
    });
    names.collect()
}

fn core(signature: &Signature) -> String {
    format!(
        "{}:{}",
        write(&signature.params),
        write(signature.result.as_slice())
    )
}

/// The core signatures: sync import and export; async import, export with callback, stackful, `task.return`.
fn all(build: &Build, params: &[Type], result: Option<Type>) -> [String; 6] {
    let plans = Plans::new(&build.resolve);
    let function = function("f", params, result);
    let of = |side, convention| core(&plans.signature(&function, side, convention));
    [
        of(Side::Import, Convention::Sync),
        of(Side::Export, Convention::Sync),
        of(Side::Import, Convention::Async),
        of(Side::Export, Convention::Async),
        of(Side::Export, Convention::AsyncStackful),
        core(&plans.task_return(&function)),
    ]
}

#[test]
fn core_signatures() {
    let mut build = Build::default();
    let bytes = |build: &mut Build, n| build.fixed(Type::U8, n);
    let sixteen = bytes(&mut build, 16);
    let seventeen = bytes(&mut build, 17);
    let four = bytes(&mut build, 4);
    let five = bytes(&mut build, 5);
    let b = &build;
    assert_eq!(all(b, &[], None), [":", ":", ":i", ":i", ":", ":"]);
    assert_eq!(
        all(b, &[Type::U64, Type::F32], Some(Type::F64)),
        ["If:F", "If:F", "IfP:i", "If:i", "If:", "F:"]
    );
    assert_eq!(
        all(b, &[Type::String], Some(Type::String)),
        ["PLP:", "PL:P", "PLP:i", "PL:i", "PL:", "PL:"]
    );
    let i16 = "iiiiiiiiiiiiiiii";
    assert_eq!(
        all(b, &[sixteen], Some(sixteen)),
        [
            format!("{i16}P:"),
            format!("{i16}:P"),
            "PP:i".into(),
            format!("{i16}:i"),
            format!("{i16}:"),
            format!("{i16}:")
        ]
    );
    assert_eq!(
        all(b, &[seventeen], Some(seventeen)),
        ["PP:", "P:P", "PP:i", "P:i", "P:", "P:"]
    );
    assert_eq!(
        // The 17th value sends all of them to memory.
        all(b, &[sixteen, Type::U8], None),
        ["P:", "P:", "P:i", "P:i", "P:", ":"]
    );
    assert_eq!(
        all(b, &[four], None),
        ["iiii:", "iiii:", "iiii:i", "iiii:i", "iiii:", ":"]
    );
    assert_eq!(
        all(b, &[five], None),
        ["iiiii:", "iiiii:", "P:i", "iiiii:i", "iiiii:", ":"]
    );
}

#[test]
fn how_parts_are_passed() {
    let mut build = Build::default();
    let five = build.fixed(Type::U32, 5);
    let plans = Plans::new(&build.resolve);
    let function = function("f", &[Type::U8, Type::String, five], Some(Type::String));
    let sync = plans.signature(&function, Side::Import, Convention::Sync);
    assert_eq!(sync.parameters, Parameters::Flat(vec![0, 1, 3]));
    let Return::OutPointer(layout) = sync.returns else {
        panic!("{:?}", sync.returns)
    };
    assert_eq!(layout.size, Bytes::new(8, 16));

    let spilled = plans.signature(&function, Side::Import, Convention::Async);
    let Parameters::Spilled(spill) = spilled.parameters else {
        panic!("{:?}", spilled.parameters)
    };
    assert_eq!(
        spill.offsets,
        [Bytes::ZERO, Bytes::POINTER, Bytes::new(12, 24)]
    );
    // 12 + 20; with 64 bits 24 + 20 and padding
    assert_eq!(spill.layout.size, Bytes::new(32, 48));

    let export = plans.signature(&function, Side::Export, Convention::Sync);
    assert!(matches!(export.returns, Return::Pointer(_)));
    assert!(plans.needs_post_return(&function));
    assert_eq!(
        plans
            .signature(&function, Side::Export, Convention::Async)
            .returns,
        Return::Task
    );
}

/// A package `a:b@0.2.3` with an interface `i` that has a resource `r`.
fn named() -> (Resolve, WorldKey, TypeId) {
    let mut build = Build::default();
    let resource = build.resource();
    let mut resolve = build.resolve;
    resolve.types[resource].named = Some(Box::new(witc_resolve::Name::from("r").into()));
    let version = Some(semver::Version::new(0, 2, 3));
    let package = resolve.packages.alloc(Package {
        name: PackageName {
            namespace: "a".into(),
            name: "b".into(),
            version,
        },
        docs: Docs::default(),
        interfaces: Default::default(),
        worlds: Default::default(),
        span: Span::NONE,
    });
    let interface = resolve.interfaces.alloc(Interface {
        name: Some("i".into()),
        package: Some(package),
        types: Default::default(),
        functions: Default::default(),
        docs: Docs::default(),
        stability: Stability::default(),
        span: Span::NONE,
        clone_of: None,
    });
    (resolve, WorldKey::Interface(interface), resource)
}

fn import(module: &str, field: &str) -> CoreImport {
    CoreImport {
        module: module.into(),
        field: field.into(),
    }
}

#[test]
fn legacy_names() {
    let (resolve, key, _) = named();
    let names = Names::new(&resolve, Scheme::Legacy);
    let f = function("[method]r.f", &[], None);
    let plain = WorldKey::Name("host".into());
    assert_eq!(
        names.import(Some(&key), &f, Convention::Sync),
        import("a:b/i@0.2.3", "[method]r.f")
    );
    assert_eq!(
        names.import(None, &f, Convention::Async),
        import("$root", "[async-lower][method]r.f")
    );
    assert_eq!(
        names.export(Some(&key), &f, Convention::Sync),
        "a:b/i@0.2.3#[method]r.f"
    );
    assert_eq!(
        names.export(Some(&plain), &f, Convention::Async),
        "[async-lift]host#[method]r.f"
    );
    assert_eq!(
        names.export(None, &f, Convention::AsyncStackful),
        "[async-lift-stackful][method]r.f"
    );
    assert_eq!(
        names.post_return(Some(&key), &f),
        "cabi_post_a:b/i@0.2.3#[method]r.f"
    );
    assert_eq!(names.post_return(None, &f), "cabi_post_[method]r.f");
    assert_eq!(
        names.callback(Some(&plain), &f),
        "[callback][async-lift]host#[method]r.f"
    );
    assert_eq!(
        names.task_return(None, &f),
        import("[export]$root", "[task-return][method]r.f")
    );
    assert_eq!(
        (names.memory(), names.realloc(), names.initialize()),
        ("memory", "cabi_realloc", "_initialize")
    );
}

#[test]
fn legacy_names_of_resources() {
    let (resolve, key, r) = named();
    let names = Names::new(&resolve, Scheme::Legacy);
    for (intrinsic, expected) in [
        (
            ResourceIntrinsic::ImportedDrop,
            import("a:b/i@0.2.3", "[resource-drop]r"),
        ),
        (
            ResourceIntrinsic::ExportedDrop,
            import("[export]a:b/i@0.2.3", "[resource-drop]r"),
        ),
        (
            ResourceIntrinsic::ExportedNew,
            import("[export]a:b/i@0.2.3", "[resource-new]r"),
        ),
        (
            ResourceIntrinsic::ExportedRep,
            import("[export]a:b/i@0.2.3", "[resource-rep]r"),
        ),
    ] {
        assert_eq!(names.resource(Some(&key), r, intrinsic), expected);
    }
    assert_eq!(
        names.resource(None, r, ResourceIntrinsic::ImportedDrop),
        import("$root", "[resource-drop]r")
    );
    assert_eq!(names.destructor(Some(&key), r), "a:b/i@0.2.3#[dtor]r");
}

#[test]
fn names_of_async_intrinsics() {
    let (resolve, key, _) = named();
    let names = Names::new(&resolve, Scheme::Standard32);
    let of = |intrinsic| names.intrinsic(intrinsic);
    assert_eq!(
        of(AsyncIntrinsic::TaskCancel),
        import("[export]$root", "[task-cancel]")
    );
    assert_eq!(
        of(AsyncIntrinsic::ContextGet(PointerWidth::Bits32, 0)),
        import("$root", "[context-get-0]")
    );
    let cancel = AsyncIntrinsic::SubtaskCancel(Blocking::Async);
    assert_eq!(of(cancel), import("$root", "[async-lower][subtask-cancel]"));
    let f = function("f", &[], None);
    let imported = (Side::Import, Some(&key));
    assert_eq!(
        names.channel(
            imported,
            &f,
            (Channel::Stream, Some(3)),
            ChannelIntrinsic::Read(Blocking::Async)
        ),
        import("a:b/i@0.2.3", "[async-lower][stream-read-3]f")
    );
    assert_eq!(
        names.channel(
            (Side::Export, None),
            &f,
            (Channel::Future, None),
            ChannelIntrinsic::DropWritable
        ),
        import("[export]$root", "[future-drop-writable-unit]f")
    );
}

#[test]
fn standard_names() {
    let (resolve, key, r) = named();
    let names = Names::new(&resolve, Scheme::Standard32);
    let f = function("f", &[], None);
    let plain = WorldKey::Name("host".into());
    assert_eq!(
        names.import(Some(&key), &f, Convention::Sync),
        import("cm32p2|a:b/i@0.2", "f")
    );
    assert_eq!(
        names.import(Some(&plain), &f, Convention::Sync),
        import("cm32p2|host", "f")
    );
    assert_eq!(
        names.import(None, &f, Convention::Sync),
        import("cm32p2", "f")
    );
    assert_eq!(
        names.export(Some(&key), &f, Convention::Sync),
        "cm32p2|a:b/i@0.2|f"
    );
    assert_eq!(names.export(None, &f, Convention::Sync), "cm32p2||f");
    assert_eq!(names.post_return(Some(&key), &f), "cm32p2|a:b/i@0.2|f_post");
    // Async is not in this scheme.
    assert_eq!(names.export(None, &f, Convention::Async), "[async-lift]f");
    for (intrinsic, expected) in [
        (
            ResourceIntrinsic::ImportedDrop,
            import("cm32p2|a:b/i@0.2", "r_drop"),
        ),
        (
            ResourceIntrinsic::ExportedDrop,
            import("cm32p2|_ex_a:b/i@0.2", "r_drop"),
        ),
        (
            ResourceIntrinsic::ExportedNew,
            import("cm32p2|_ex_a:b/i@0.2", "r_new"),
        ),
        (
            ResourceIntrinsic::ExportedRep,
            import("cm32p2|_ex_a:b/i@0.2", "r_rep"),
        ),
    ] {
        assert_eq!(names.resource(Some(&key), r, intrinsic), expected);
    }
    assert_eq!(names.destructor(Some(&key), r), "cm32p2|a:b/i@0.2|r_dtor");
    assert_eq!(names.realloc(), "cm32p2_realloc");
}

#[test]
fn fields_are_read_as_they_are_written() {
    let (resolve, ..) = named();
    let names = Names::new(&resolve, Scheme::Legacy);
    for intrinsic in [
        AsyncIntrinsic::TaskCancel,
        AsyncIntrinsic::ContextGet(PointerWidth::Bits32, 1),
        AsyncIntrinsic::ContextSet(PointerWidth::Bits64, 0),
        AsyncIntrinsic::SubtaskCancel(Blocking::Async),
        AsyncIntrinsic::ThreadSuspendThenPromote,
        AsyncIntrinsic::ErrorContextDebugMessage(StringEncoding::CompactUtf16),
    ] {
        let field = names.intrinsic(intrinsic).field;
        assert_eq!(
            AsyncIntrinsic::from_field(&field),
            Some(intrinsic),
            "{field}"
        );
    }
    let wait = Some(AsyncIntrinsic::WaitableSetWait);
    assert_eq!(AsyncIntrinsic::from_field("[waitable-set-wait-i32]"), wait);
    for unknown in [
        "",
        "[context-get-]",
        "[context-get-x]",
        "[thread-yield",
        "[task-return]f",
        "[error-context-new]",
    ] {
        assert_eq!(AsyncIntrinsic::from_field(unknown), None, "{unknown}");
    }
}

#[test]
fn fields_about_channels_are_read_as_they_are_written() {
    for (field, expected) in [
        (
            "[stream-new-0]f",
            Some((Channel::Stream, ChannelIntrinsic::New, Some(0), "f")),
        ),
        (
            "[async-lower][stream-cancel-read-12][method]r.f",
            Some((
                Channel::Stream,
                ChannelIntrinsic::CancelRead(Blocking::Async),
                Some(12),
                "[method]r.f",
            )),
        ),
        (
            "[future-drop-writable-unit]",
            Some((Channel::Future, ChannelIntrinsic::DropWritable, None, "")),
        ),
        (
            "[future-forward-1]f",
            Some((Channel::Future, ChannelIntrinsic::Forward, Some(1), "f")),
        ),
        // From here on: a built-in without async form, unknown words, and fields that are cut short.
        ("[async-lower][future-new-0]f", None),
        ("[stream-peek-0]f", None),
        ("[stream-new-x]f", None),
        ("[stream-new]f", None),
        ("stream-new-0]f", None),
        ("f", None),
    ] {
        assert_eq!(ChannelIntrinsic::from_field(field), expected, "{field}");
    }
}
