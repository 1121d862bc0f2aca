//! Guests, built and run: what wasmtime passes to them comes back as it went.

#[path = "guests/borrowed.rs"]
mod borrowed;
#[path = "guests/mapped.rs"]
mod mapped;
#[path = "guests/written.rs"]
mod written;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use witc_component::StringEncoding;
use witc_runner::{Direction, Guest, Program, Type, Val, arguments, measure};
use witc_tests::{
    Language, assert_costs, build_c_guest, build_encoded_guest, build_guest, build_measured_guest,
    clang, measured_bindings, root,
};

const HOST: Option<&str> = Some("fixture:roundtrip/host");
const GUEST: Option<&str> = Some("fixture:roundtrip/guest");

/// What the host was called with: the arguments by the name of the function.
type Calls = Arc<Mutex<BTreeMap<String, Vec<Vec<Val>>>>>;

/// The guest `roundtrip` on a host whose functions give back what they get.
struct Roundtrip {
    guest: Guest,
    exports: Vec<String>,
    calls: Calls,
}

impl Roundtrip {
    fn in_rust() -> Self {
        let component = build_guest(&root().join("fixtures/guests/roundtrip"), "wasm32-wasip2");
        Self::new(&fs::read(component).expect("was just built"))
    }

    fn new(component: &[u8]) -> Self {
        let mut program = Program::new(component).expect("is a component");
        let calls = Calls::default();
        for interface in [HOST, None] {
            for name in program.functions(Direction::Import, interface) {
                let (calls, function) = (Arc::clone(&calls), name.clone());
                let import = program.import(interface, &name, move |_, args, results| {
                    let mut calls = calls.lock().expect("nobody panics");
                    calls
                        .entry(function.clone())
                        .or_default()
                        .push(args.to_vec());
                    if let Some(result) = results.first_mut() {
                        *result = answer(&function, args);
                    }
                    Ok(())
                });
                import.expect("every import is implemented once");
            }
        }
        let exports = program.functions(Direction::Export, GUEST);
        Self {
            guest: program.instantiate().expect("all imports are implemented"),
            exports,
            calls,
        }
    }

    /// The functions that start with `prefix`, each with arguments that hold every sample of its types.
    fn calls_of(&mut self, prefix: &str) -> Vec<(String, Vec<Vec<Val>>)> {
        let functions: Vec<String> = self
            .exports
            .iter()
            .filter(|name| name.starts_with(prefix))
            .cloned()
            .collect();
        assert!(
            // Or a wrong prefix would let the test pass over nothing.
            functions.len() > 60,
            "only {} functions start with `{prefix}`",
            functions.len()
        );
        let with_arguments = functions.into_iter().map(|function| {
            let params = self.guest.params(GUEST, &function).expect("is there");
            let types: Vec<Type> = params.into_iter().map(|(_, ty)| ty).collect();
            (function, arguments(&types))
        });
        with_arguments.collect()
    }

    fn call(&mut self, function: &str, args: &[Val]) -> Option<Val> {
        self.guest
            .call(GUEST, function, args)
            .unwrap_or_else(|error| panic!("{function} {args:?}: {error:?}"))
    }
}

/// What the host gives back: what it got.
fn answer(function: &str, args: &[Val]) -> Val {
    match (function, args) {
        ("host-world", [text]) => Val::List(vec![text.clone(), Val::String("and the host".into())]),
        (_, [value]) => value.clone(),
        (_, values) => Val::Tuple(values.to_vec()),
    }
}

/// What a function that gives back what it gets has to give.
fn expected(args: &[Val]) -> Option<Val> {
    match args {
        [] => None,
        [value] => Some(ordered(value)),
        values => Some(Val::Tuple(values.iter().map(ordered).collect())),
    }
}

/// A value with the entries of its maps in one order: theirs says nothing.
fn ordered(value: &Val) -> Val {
    let all = |values: &[Val]| values.iter().map(ordered).collect::<Vec<_>>();
    let boxed = |value: &Option<Box<Val>>| value.as_ref().map(|value| Box::new(ordered(value)));
    match value {
        Val::Map(entries) => {
            let mut entries: Vec<_> = entries
                .iter()
                .map(|(key, value)| (ordered(key), ordered(value)))
                .collect();
            // Values have no order, but the texts that show them do.
            entries.sort_by_key(|(key, _)| format!("{key:?}"));
            Val::Map(entries)
        }
        Val::List(values) => Val::List(all(values)),
        Val::FixedLengthList(values) => Val::FixedLengthList(all(values)),
        Val::Tuple(values) => Val::Tuple(all(values)),
        Val::Record(fields) => Val::Record(
            fields
                .iter()
                .map(|(name, value)| (name.clone(), ordered(value)))
                .collect(),
        ),
        Val::Variant(name, value) => Val::Variant(name.clone(), boxed(value)),
        Val::Option(value) => Val::Option(boxed(value)),
        Val::Result(Ok(value)) => Val::Result(Ok(boxed(value))),
        Val::Result(Err(value)) => Val::Result(Err(boxed(value))),
        other => other.clone(),
    }
}

/// Compares what a function gave with what it should have, and shows the start of each: values can be large.
#[track_caller]
fn assert_same<T: PartialEq + Debug>(function: &str, actual: T, expected: T) {
    if actual != expected {
        let start = |value: &T| format!("{value:?}").chars().take(2000).collect::<String>();
        panic!(
            "{function} gave\n{}\nin place of\n{}",
            start(&actual),
            start(&expected)
        );
    }
}

impl Roundtrip {
    fn values_come_back(&mut self) {
        for (function, rows) in self.calls_of("roundtrip-") {
            for args in rows {
                let result = self.call(&function, &args);
                assert_same(&function, result.as_ref().map(ordered), expected(&args));
            }
        }
    }

    fn values_pass_through_the_host(&mut self) {
        for (function, rows) in self.calls_of("through-") {
            let host = function.replace("through-", "host-");
            for args in rows {
                let result = self.call(&function, &args);
                assert_same(&function, result.as_ref().map(ordered), expected(&args));
                // Removed, so that the next row finds its own call alone.
                let seen = self.calls.lock().expect("nobody panics").remove(&host);
                let seen = seen.unwrap_or_else(|| panic!("{function} does not call the host"));
                let in_order = |args: &Vec<Val>| args.iter().map(ordered).collect::<Vec<_>>();
                assert_same(
                    &function,
                    seen.iter().map(in_order).collect::<Vec<_>>(),
                    vec![in_order(&args)],
                );
            }
        }
    }

    fn functions_of_the_world_work(&mut self) {
        let text = || Val::String("from the host".into());
        let result = self
            .guest
            .call(None, "roundtrip-world", &[text()])
            .expect("does not trap");
        assert_eq!(
            result,
            Some(Val::List(vec![text(), Val::String("and the host".into())]))
        );
    }

    /// What the guest allocates it frees.
    fn nothing_leaks(&mut self) {
        let calls = [self.calls_of("roundtrip-"), self.calls_of("through-")].concat();
        for (function, rows) in calls {
            let call_all = |roundtrip: &mut Self| {
                for args in &rows {
                    roundtrip.call(&function, args);
                }
            };
            // What is set up once may stay.
            call_all(self);
            let before = self.call("live-allocations", &[]);
            // `CALLS=10000` in the environment makes that many calls of each function; few are enough to see a leak.
            let calls = std::env::var("CALLS")
                .ok()
                .and_then(|calls| calls.parse().ok())
                .unwrap_or(0_usize);
            for _ in 0..10.max(calls.div_ceil(rows.len())) {
                call_all(self);
            }
            assert_eq!(self.call("live-allocations", &[]), before, "{function}");
        }
    }

    fn everything(mut self) {
        self.values_come_back();
        self.values_pass_through_the_host();
        self.functions_of_the_world_work();
        self.nothing_leaks();
    }
}

#[test]
fn every_value_comes_back_from_the_guest() {
    Roundtrip::in_rust().values_come_back();
}

#[test]
fn every_value_passes_through_an_imported_function_and_back() {
    Roundtrip::in_rust().values_pass_through_the_host();
}

#[test]
fn functions_of_the_world_work_both_ways() {
    Roundtrip::in_rust().functions_of_the_world_work();
}

#[test]
fn what_the_guest_allocates_it_frees() {
    Roundtrip::in_rust().nothing_leaks();
}

/// The same guest in C.
#[test]
fn all_of_it_in_c() {
    build_c_guest("roundtrip", Language::C)
        .iter()
        .for_each(|component| Roundtrip::new(component).everything());
}

/// The same guest in C++.
#[test]
fn all_of_it_in_cpp() {
    let component = build_c_guest("roundtrip", Language::Cpp);
    component
        .iter()
        .for_each(|component| Roundtrip::new(component).everything());
}

/// What a guest in C passes on comes back in whatever encoding its strings are, and is in that one.
//
// One text is in Latin 1, which the compact encoding keeps in bytes, and one outside of it, with a pair of surrogates.
// The first of the rounds may set something up, and tells how many allocations are normal.
#[test]
fn texts_in_every_encoding() {
    let latin = |text: &str| text.chars().all(|char| char <= '\u{ff}');
    for (encoding, flags) in [
        (StringEncoding::Utf16, &[][..]),
        (StringEncoding::CompactUtf16, &["-DCOMPACT"]),
    ] {
        let Some(component) = build_encoded_guest("encodings", encoding, flags) else {
            return;
        };
        let mut program = Program::new(&component).expect("is a component");
        let echo = program.import(None, "echo", |_, args, results| {
            results[0] = args[0].clone();
            Ok(())
        });
        echo.expect("is implemented once");
        let mut guest = program.instantiate().expect("needs nothing else");
        let mut call = |function: &str, args: &[Val]| {
            guest
                .call(None, function, args)
                .expect("does not trap")
                .expect("has a result")
        };
        let mut live = None;
        for _ in 0..3 {
            let texts = [
                "",
                "witc",
                "gr\u{f6}\u{df}er",
                "\u{65e5}\u{672c} \u{1f980}",
                "\u{0}x",
            ];
            for text in texts {
                let units = Val::U64(text.encode_utf16().count() as u64);
                let wide = encoding == StringEncoding::Utf16 || !latin(text);
                let expected = Val::Tuple(vec![units, Val::Bool(wide)]);
                assert_eq!(
                    call("length", &[Val::String(text.into())]),
                    expected,
                    "{text:?}"
                );
                let payload = Some(Box::new(Val::String(text.into())));
                let message = Val::Variant("text".into(), payload.clone());
                assert_eq!(
                    call("turn", &[message]),
                    Val::Result(Err(payload)),
                    "{text:?}"
                );
            }
            let texts = Val::List(texts.map(|text| Val::String(text.into())).into());
            assert_eq!(call("through", std::slice::from_ref(&texts)), texts);
            let options = [None, Some(Box::new(Val::String("\u{1f980}".into())))].map(Val::Option);
            let message = Val::Variant("texts".into(), Some(Box::new(Val::List(options.into()))));
            let turned = call("turn", std::slice::from_ref(&message));
            assert_eq!(turned, Val::Result(Ok(Some(Box::new(message)))));
            assert_eq!(call("written", &[]), Val::String("gr\u{f6}\u{df}er".into()));
            let now = call("live-allocations", &[]);
            assert_eq!(*live.get_or_insert(now.clone()), now);
        }
    }
}

/// The plugin of the tutorial.
#[test]
fn the_plugin_counts() {
    let component = build_guest(&root().join("fixtures/guests/plugin"), "wasm32-wasip2");
    let program =
        Program::new(&fs::read(component).expect("was just built")).expect("is a component");
    let mut guest = program.instantiate().expect("needs WASI alone");
    let text = Val::String("supercalifragilisticexpialidocious".into());
    assert_eq!(
        guest.call(None, "length", &[text]).expect("does not trap"),
        Some(Val::U32(34))
    );
}

/// What calls execute and how large the code is, against what they once were. `cargo xtask bench guests` compares the same
/// guests with the peer's.
#[test]
fn calls_and_code_cost_no_more_than_they_did() {
    let guest = build_guest(&root().join("fixtures/guests/measured"), "wasm32-wasip2");
    let guest = fs::read(guest).expect("was just built");
    let mut costs = vec![(
        "code".to_owned(),
        measure::code_bytes(&guest).expect("is a component"),
    )];
    costs.extend(
        measure::KINDS
            .iter()
            .flat_map(|kind| fuel(&guest, &measure::KINDS, kind)),
    );
    assert_costs(&measured("costs.txt"), &costs);
}

/// The same in C, where every kind has a guest of its own; `cargo xtask bench c-guests` compares those.
#[test]
fn calls_and_code_cost_no_more_than_they_did_in_c() {
    let Some(clang) = clang() else { return };
    let mut costs = Vec::new();
    for kind in measure::KINDS {
        let guest = build_measured_guest(clang, kind, measured_bindings(kind).iter());
        costs.push((
            format!("{kind} code"),
            measure::code_bytes(&guest).expect("is a component"),
        ));
        costs.extend(fuel(&guest, &[kind], kind));
    }
    assert_costs(&measured("c-costs.txt"), &costs);
}

/// The fuel for calls of one kind in a guest that has all of these.
fn fuel(guest: &[u8], kinds: &[&str], kind: &str) -> [(String, u64); 2] {
    let mut program = Program::metered(guest).expect("is a component");
    for kind in kinds {
        measure::implement(&mut program, kind).expect("every import is implemented once");
    }
    let fuel = measure::fuel(&program, kind).unwrap_or_else(|error| panic!("{kind}: {error:?}"));
    [("exports", fuel.exports), ("imports", fuel.imports)]
        .map(|(what, fuel)| (format!("{kind} {what}"), fuel.round() as u64))
}

/// A file of the measured guests.
fn measured(file: &str) -> PathBuf {
    root().join("fixtures/guests/measured").join(file)
}
