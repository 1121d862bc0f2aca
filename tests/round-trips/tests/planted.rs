//! The round trips find what they are there to find: mistakes that are planted in the bindings, one at a time.

use std::fmt::Write as _;
use witc_bindgen_core::Files;
use witc_round_trips::{Language, Source, Stage, Tools, drive, guest};

/// A mistake in the bindings for [`world`].
struct Planted {
    /// What is wrong.
    mistake: &'static str,
    file: &'static str,
    /// What stands there once, and what is put in its place.
    right: &'static str,
    wrong: &'static str,
    /// What the round trip says of it.
    said: &'static str,
}

/// A world with a place for each mistake.
fn world() -> String {
    let mut cases = "c0".to_owned();
    for case in 1..257 {
        let _ = write!(cases, ", c{case}");
    }
    format!(
        "package test:trip;
         interface types {{
             resource r0;
             variant t1 {{ c0(f32), c1(u64) }}
             enum t2 {{ {cases} }}
             record t3 {{ f0: u8, f1: u64, f2: string }}
         }}
         interface echo {{
             use types.{{r0, t1, t2, t3}};
             f0: func(p0: list<t3>) -> list<t3>;
             f1: func(p0: s16) -> s16;
             f2: func(p0: t1) -> t1;
             f3: func(p0: t2) -> t2;
             f4: func(p0: borrow<r0>);
             f5: func(p0: string) -> string;
         }}
         world trip {{
             import types;
             import echo;
             export echo;
             export live: func() -> u64;
         }}"
    )
}

const RUST: &[Planted] = &[
    Planted {
        mistake: "64 bits are aligned to 4 bytes",
        file: "trip.rs",
        right: "(*o).f1 = *p.add(8).cast::<u64>();",
        wrong: "(*o).f1 = p.add(4).cast::<u64>().read_unaligned();",
        said: "f0: the host got",
    },
    Planted {
        mistake: "16 bits are extended from 8, without their sign",
        file: "trip.rs",
        right: "_T::f1(a0 as i16)",
        wrong: "_T::f1(a0 as u8 as i16)",
        said: "f1: the host got",
    },
    Planted {
        mistake: "a float that is joined with 64 bits is converted, in place of its bits",
        file: "trip.rs",
        right: "T1::C0(f32::from_bits(a1 as u32))",
        wrong: "T1::C0(a1 as f32)",
        said: "f2: the host got",
    },
    Planted {
        mistake: "a discriminant for 257 cases has 8 bits",
        file: "trip.rs",
        right: "_rt::transmute::<u16, T2>(a0 as u16)",
        wrong: "_rt::transmute::<u16, T2>(a0 as u8 as u16)",
        said: "f3: the host got",
    },
    Planted {
        mistake: "a borrowed handle is not dropped",
        file: "trip.rs",
        right: "let a1 = R0::from_handle(a0 as u32);",
        wrong: "let a1 = ::core::mem::ManuallyDrop::new(R0::from_handle(a0 as u32));",
        said: "f4: borrow handles still remain",
    },
    Planted {
        mistake: "a result is not freed",
        file: "trip.rs",
        right: "_rt::release_list::<String>(p);",
        wrong: "",
        said: "f5: leaks",
    },
];

const C: &[Planted] = &[
    Planted {
        mistake: "16 bits are extended from 8, without their sign",
        file: "trip.c",
        right: "exports_test_trip_echo_f1((int16_t) a0)",
        wrong: "exports_test_trip_echo_f1((uint8_t) a0)",
        said: "f1: the host got",
    },
    Planted {
        mistake: "64 bits are aligned to 4 bytes",
        file: "trip.h",
        right: "    uint64_t f1;",
        wrong: "    uint32_t f1[2];",
        said: "f0: error while executing at wasm backtrace",
    },
    Planted {
        mistake: "a float that is joined with 64 bits is taken from the upper ones",
        file: "trip.c",
        right: "v->val.c0 = witc_f32_from_bits((int32_t) s1);",
        wrong: "v->val.c0 = witc_f32_from_bits((int32_t) (s1 >> 32));",
        said: "f2: the host got",
    },
    Planted {
        mistake: "a discriminant for 257 cases has 8 bits",
        file: "trip.h",
        right: "typedef uint16_t test_trip_types_t2_t;",
        wrong: "typedef uint8_t test_trip_types_t2_t;",
        said: "f3: the host got",
    },
    Planted {
        mistake: "a borrowed handle is not dropped",
        file: "trip.c",
        right: "drop_borrow(test_trip_types_borrow_r0_t handle) {\n    import_test_trip_types_r0_drop(handle.__handle);",
        wrong: "drop_borrow(test_trip_types_borrow_r0_t handle) {\n    (void) handle;",
        said: "f4: borrow handles still remain",
    },
    Planted {
        mistake: "a result is not freed",
        file: "trip.c",
        right: "    trip_string_free(value);",
        wrong: "    (void) value;",
        said: "f5: leaks",
    },
];

const CPP: &[Planted] = &[Planted {
    mistake: "16 bits are extended from 8, without their sign",
    file: "trip.cpp",
    right: "::exports::test::trip::echo::F1(std::forward<decltype(a)>(a)...)",
    wrong: "::exports::test::trip::echo::F1(static_cast<uint8_t>(a)...)",
    said: "f1: the host got",
}];

/// Plants each of them, and sees it found.
fn all_are_found(language: Language, all: &[Planted]) {
    let tools = Tools::new();
    if !tools.languages().contains(&language) {
        return;
    }
    let files = Source::new(&world())
        .and_then(|source| guest::files(&source, language))
        .expect("has bindings");
    let trip = |files: &Files| {
        drive(
            &tools.build(files, language, "planted").expect("compiles"),
            0,
            60,
        )
    };
    trip(&files).unwrap_or_else(|failure| panic!("without a mistake: {}", failure.message));
    for Planted {
        mistake,
        file,
        right,
        wrong,
        said,
    } in all
    {
        let mut files = files.clone();
        let text = files
            .get(file)
            .and_then(|text| std::str::from_utf8(text).ok())
            .expect("is there");
        assert_eq!(
            text.matches(right).count(),
            1,
            "{mistake}: `{right}` in\n{text}"
        );
        let text = text.replace(right, wrong);
        files.add(*file, text);
        let failure = trip(&files).expect_err(mistake);
        assert_eq!(failure.stage, Stage::Run, "{mistake}");
        let (function, about) = said.split_once(": ").expect("names the function");
        let found = failure.message.starts_with(function) && failure.message.contains(about);
        assert!(found, "{mistake}: {}", failure.message);
    }
}

#[test]
fn mistakes_in_rust_are_found() {
    all_are_found(Language::Rust, RUST);
}

#[test]
fn mistakes_in_c_are_found() {
    all_are_found(Language::C, C);
}

#[test]
fn mistakes_in_cpp_are_found() {
    all_are_found(Language::Cpp, CPP);
}
