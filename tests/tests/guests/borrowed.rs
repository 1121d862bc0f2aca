//! Imports get the same values in whatever way their parameters borrow.

use std::fs;
use std::sync::{Arc, Mutex};
use witc_runner::{Direction, Program, Val};
use witc_tests::{build_guest, root};

fn text(text: &str) -> Val {
    Val::String(text.into())
}

fn texts(texts: &[&str]) -> Vec<Val> {
    texts.iter().map(|it| text(it)).collect()
}

fn some(value: Val) -> Val {
    Val::Option(Some(Box::new(value)))
}

fn ok(value: Val) -> Val {
    Val::Result(Ok(Some(Box::new(value))))
}

fn record(fields: &[(&str, Val)]) -> Val {
    Val::Record(
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    )
}

fn point(x: i32, y: i32) -> Val {
    record(&[("x", Val::S32(x)), ("y", Val::S32(y))])
}

fn person() -> Val {
    record(&[("name", text("Ada")), ("at", point(1, -2))])
}

fn green() -> Val {
    Val::Enum("green".to_owned())
}

/// A list of a fixed length.
fn pair() -> Val {
    Val::FixedLengthList(texts(&["a", "b"]))
}

fn badge() -> Val {
    record(&[("lines", pair())])
}

type Call = (&'static str, Vec<Val>);

/// What the guest in `fixtures/guests/borrowed` passes to functions, in the order of its calls.
fn expected() -> Vec<Call> {
    let mut calls = records();
    calls.extend([options(), maps(), small_beside_large()]);
    calls.extend(fixed_length_lists());
    calls
}

/// Lists and options of records that hold text.
fn records() -> Vec<Call> {
    let rows = || Val::List(vec![Val::List(vec![person()]), Val::List(vec![])]);
    let note = || {
        record(&[
            ("text", text("c")),
            ("lines", Val::List(texts(&["a", "b"]))),
        ])
    };
    let people = [
        Val::List(vec![person(), person()]),
        Val::List(vec![person()]),
        rows(),
        rows(),
    ];
    vec![
        ("people", people.into()),
        ("notes", vec![note(), Val::List(vec![note()]), some(note())]),
    ]
}

fn options() -> Call {
    (
        "maybe",
        vec![
            some(text("d")),
            some(text("e")),
            some(person()),
            some(Val::List(vec![person(), person()])),
        ],
    )
}

fn maps() -> Call {
    let map = |key: &str, value: Val| Val::Map(vec![(text(key), value)]);
    (
        "maps",
        vec![
            map("f", Val::U32(6)),
            map("g", Val::U32(7)),
            map("h", text("i")),
        ],
    )
}

/// Values that hold nothing on the heap beside some that do.
fn small_beside_large() -> Call {
    let rights = Val::Flags(vec!["write".to_owned()]);
    let deep = [
        Val::Tuple(vec![point(3, 4), Val::U32(5)]),
        some(point(3, 4)),
        text("l"),
    ];
    (
        "beside",
        vec![
            Val::Tuple(vec![point(3, 4), text("j")]),
            Val::Tuple(vec![green(), rights, Val::List(vec![point(5, 6)])]),
            ok(point(3, 4)),
            some(Val::Tuple(vec![green(), text("k")])),
            Val::Tuple(deep.into()),
        ],
    )
}

fn fixed_length_lists() -> Vec<Call> {
    let pairs = || Val::List(vec![pair(), pair()]);
    let mark = || Val::Variant("lines".to_owned(), Some(Box::new(pair())));
    vec![
        ("array", vec![pair()]),
        (
            "arrays",
            vec![
                pairs(),
                some(Val::FixedLengthList(vec![person()])),
                Val::Tuple(vec![pair(), text("m")]),
                Val::FixedLengthList(vec![point(3, 4), point(5, 6)]),
                pair(),
            ],
        ),
        ("pairs", vec![pair(), Val::List(vec![pair()])]),
        ("owned", vec![]),
        (
            "badges",
            vec![
                badge(),
                Val::List(vec![badge()]),
                some(badge()),
                Val::Tuple(vec![badge(), text("n")]),
            ],
        ),
        (
            "marks",
            vec![
                mark(),
                Val::List(vec![mark(), Val::Variant("nothing".to_owned(), None)]),
                ok(mark()),
            ],
        ),
        ("given", vec![badge()]),
    ]
}

#[test]
fn values_arrive_however_they_are_borrowed() {
    let component = build_guest(&root().join("fixtures/guests/borrowed"), "wasm32-wasip2");
    let mut program =
        Program::new(&fs::read(component).expect("was just built")).expect("is a component");
    let calls = Arc::new(Mutex::new(Vec::<(String, Vec<Val>)>::new()));
    for interface in ["fixture:borrowed/sink", "fixture:borrowed/arrays"].map(Some) {
        for name in program.functions(Direction::Import, interface) {
            let (calls, function) = (Arc::clone(&calls), name.clone());
            let import = program.import(interface, &name, move |_, args, results| {
                calls
                    .lock()
                    .expect("nobody panics")
                    .push((function.clone(), args.to_vec()));
                // The only function whose result is not what it was passed: it is passed nothing.
                if function == "owned" {
                    let empty = [Val::List(vec![]), Val::Map(vec![]), Val::Option(None)];
                    results[0] = Val::Tuple(empty.into());
                } else if let Some(result) = results.first_mut() {
                    *result = args[0].clone();
                }
                Ok(())
            });
            import.expect("every import is implemented once");
        }
    }
    let mut guest = program.instantiate().expect("all imports are there");
    for way in ["owning", "borrowing", "duplicating"] {
        guest
            .call(None, way, &[])
            .unwrap_or_else(|error| panic!("{way}: {error:?}"));
        // Taken, so that each way of borrowing is compared by itself.
        let seen = std::mem::take(&mut *calls.lock().expect("nobody panics"));
        let seen: Vec<_> = seen
            .iter()
            .map(|(name, args)| (name.as_str(), args.clone()))
            .collect();
        assert_eq!(seen, expected(), "{way}");
    }
}
