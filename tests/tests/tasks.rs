//! Asynchronous functions, streams and futures of guests in Rust: two components that were put together run in wasmtime, where
//! each function of the caller is a test.

use std::fs;
use std::sync::OnceLock;
use witc_component::plug::{Component, plug};
use witc_runner::{Call, Concurrent, Direction, Program, Val};
use witc_tests::{build_guest, root};

const TESTS: &str = "fixture:tasks/tests";

/// The functions of the caller that are no tests by themselves.
const HELPERS: [&str; 4] = ["await-bell", "ring", "live", "live-there"];

/// The caller with the callee in it.
fn program() -> &'static Program {
    static PROGRAM: OnceLock<Program> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let [caller, callee] = ["caller", "callee"].map(|name| {
            let folder = root().join("fixtures/guests/tasks").join(name);
            fs::read(build_guest(&folder, "wasm32-wasip2")).expect("was just built")
        });
        let part = |name, bytes| Component { name, bytes };
        let whole = plug(part("caller", &caller), &[part("callee", &callee)])
            .unwrap_or_else(|errors| panic!("{errors:#?}"));
        Program::concurrent(&whole.component).expect("is a component that needs WASI alone")
    })
}

fn call(function: &str) -> Call<'_> {
    Call {
        interface: Some(TESTS),
        function,
        args: Vec::new(),
    }
}

/// The tests, of which there are some.
fn tests() -> Vec<String> {
    let mut tests = program().functions(Direction::Export, Some(TESTS));
    tests.retain(|test| !HELPERS.contains(&test.as_str()));
    assert!(tests.len() > 40, "{tests:?}");
    tests
}

/// What is left after the calls of a test: the allocations of both components, and what the host keeps for them.
fn left(guest: &mut Concurrent) -> witc_runner::Result<(Vec<Option<Val>>, usize)> {
    // A task that may block ends what synchronous functions have left.
    guest.call(call("dropped-before-poll"))?;
    let kept = guest.settle()?;
    let live = guest.calls(&[call("live"), call("live-there")])?;
    Ok((live, kept))
}

/// The tests with calls that return at once. wasmtime 48 keeps something for each of those until the instance ends: also for
/// guests of wit-bindgen.
const AT_ONCE: [&str; 11] = [
    "shapes",
    "cancel-unstarted",
    "many-calls",
    "methods",
    "cancel-with-handles",
    "drop-stream-of-handles",
    "pass-ended-reader-on",
    "future-default",
    "future-to-dropped",
    "future-comes-back",
    "cancel-future-write",
];

/// Runs a test three times in an instance. Nothing may be left that was not left the first time.
fn run(test: &str) -> witc_runner::Result<()> {
    let mut guest = program().start()?;
    guest.call(call(test))?;
    let mut before = left(&mut guest)?;
    guest.call(call(test))?;
    guest.call(call(test))?;
    let after = left(&mut guest)?;
    if AT_ONCE.contains(&test) {
        before.1 = after.1;
    }
    if before == after {
        return Ok(());
    }
    let error = format!("left after one run {before:?}, after three {after:?}");
    Err(witc_runner::Error::msg(error))
}

#[test]
fn each() {
    let failures: Vec<_> = tests()
        .iter()
        .filter_map(|test| Some(format!("{test}: {:?}", run(test).err()?)))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// A task is woken by a synchronous function of another call.
#[test]
fn woken_by_another_call() {
    let mut guest = program().start().expect("starts");
    let ring = Call {
        args: vec![Val::U32(7)],
        ..call("ring")
    };
    for _ in 0..3 {
        let results = guest
            .calls(&[call("await-bell"), ring.clone()])
            .expect("the bell is heard");
        assert_eq!(results, [Some(Val::U32(7)), None]);
    }
}

/// Sixteen calls of each test at once, in one instance, where that has the same outcome: none that counts what others do too.
#[test]
fn sixteen_at_once() {
    for test in [
        "shapes",
        "echo-bytes",
        "echo-orders",
        "count-units",
        "future-values",
        "futures-in-stream",
        "two-channels",
    ] {
        let mut guest = program().start().expect("starts");
        let calls = vec![call(test); 16];
        guest
            .calls(&calls)
            .unwrap_or_else(|error| panic!("{test}: {error:?}"));
        let before = left(&mut guest).expect("settles");
        for _ in 0..3 {
            guest
                .calls(&calls)
                .unwrap_or_else(|error| panic!("{test}: {error:?}"));
        }
        assert_eq!(left(&mut guest).expect("settles"), before, "{test}");
    }
}
