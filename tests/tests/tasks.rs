//! Asynchronous functions, streams and futures of guests in Rust, C and C++: two components that were put together run in wasmtime,
//! where each function of the caller is a test.

use std::future::poll_fn;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};
use std::task::Poll;
use witc_runner::{Call, Concurrent, Direction, Program, Val};
use witc_tests::{Language, build_c_world, caller_and_callee, plugged, root};

const TESTS: &str = "fixture:tasks/tests";

/// The tests of the callers in C and C++.
const CHECKS: &str = "fixture:tasks/checks";

/// The functions of the caller that are no tests by themselves.
const HELPERS: [&str; 6] = [
    "await-bell",
    "ring",
    "keep",
    "pass-kept-on",
    "live",
    "live-there",
];

/// A caller with a callee in it, and the interface of its tests.
struct Pair {
    program: Program,
    interface: &'static str,
    /// How often a test is called before it is looked at what is left. The runtime of C keeps its sets for the next tasks:
    /// how many it takes shows in the first calls.
    before: usize,
}

impl Pair {
    fn new(interface: &'static str, [caller, callee]: [&[u8]; 2], before: usize) -> Self {
        let whole = plugged(&[("caller", caller), ("callee", callee)])
            .unwrap_or_else(|errors| panic!("{errors}"));
        let program =
            Program::concurrent(&whole.component).expect("is a component that needs WASI alone");
        Self {
            program,
            interface,
            before,
        }
    }

    /// The tests, of which there are some.
    fn tests(&self) -> Vec<String> {
        let mut tests = self
            .program
            .functions(Direction::Export, Some(self.interface));
        tests.retain(|test| !HELPERS.contains(&test.as_str()));
        assert!(tests.len() > 18, "{tests:?}");
        tests
    }

    fn call<'a>(&self, function: &'a str) -> Call<'a> {
        Call {
            interface: Some(self.interface),
            ..call(function)
        }
    }

    fn left(&self, guest: &mut Concurrent) -> witc_runner::Result<Left> {
        // A task that may block ends what synchronous functions have left.
        guest.call(self.call("cancel-pending"))?;
        let kept = guest.settle()?;
        let live = ["live", "live-there"].map(|function| match guest.call(self.call(function)) {
            Ok(Some(Val::U64(live))) => live as usize,
            other => panic!("{function}: {other:?}"),
        });
        Ok(Left { live, kept })
    }

    /// Makes so many calls of a test at the same time, three times in an instance that has made some before. Nothing may be left that was not left the
    /// first time.
    fn flat(&self, test: &str, count: usize) -> witc_runner::Result<()> {
        let mut guest = self.program.start()?;
        let calls = vec![self.call(test); count];
        let mut all = Vec::new();
        for _ in 0..self.before + 3 {
            for result in guest.calls(&calls)? {
                if let Some(Val::U32(line)) = result
                    && line > 0
                {
                    return Err(witc_runner::Error::msg(format!("fails in line {line}")));
                }
            }
            // Not settled before: wasmtime 48 traps when an abandoned call returns to a synchronous export that has ended.
            let mut left = self.left(&mut guest)?;
            if AT_ONCE.contains(&test) {
                left.kept = 0;
            }
            all.push(left);
        }
        all.drain(..self.before);
        // How many tasks sleep at the same time depends on the host, and what they sleep on is kept for the next ones. What
        // is left for each call is more than that.
        let bound = if count == 1 { 0 } else { count - 1 };
        let grown = |first: &Left, last: &Left| {
            last.live
                .iter()
                .zip(&first.live)
                .any(|(last, first)| last > &(first + bound))
                || last.kept > first.kept + bound
        };
        if all.windows(2).all(|pair| !grown(&pair[0], &pair[1])) && !grown(&all[0], &all[2]) {
            return Ok(());
        }
        Err(witc_runner::Error::msg(format!("left each time: {all:?}")))
    }

    /// Each test, alone.
    fn each(&self) {
        let failures: Vec<_> = self
            .tests()
            .iter()
            .filter_map(|test| Some(format!("{test}: {:?}", self.flat(test, 1).err()?)))
            .collect();
        assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    }
}

/// The guests in Rust.
fn rust() -> &'static [Vec<u8>; 2] {
    static GUESTS: OnceLock<[Vec<u8>; 2]> = OnceLock::new();
    GUESTS.get_or_init(|| caller_and_callee("tasks"))
}

/// A guest in C or C++. None where no clang can build it.
fn built(language: Language, world: &str, sources: &[&str]) -> Option<Vec<u8>> {
    let folder = root().join("fixtures/guests/tasks");
    let of_language = match language {
        Language::C => "c",
        Language::Cpp => "cpp",
    };
    let sources: Vec<_> = sources
        .iter()
        .map(|source| folder.join(of_language).join(source))
        .collect();
    build_c_world(language, &folder.join("wit"), world, &sources)
}

fn callee_in_c() -> Option<Vec<u8>> {
    built(Language::C, "callee", &["callee.c", "channels.c"])
}

fn caller_in_c() -> Option<Vec<u8>> {
    built(Language::C, "checker", &["checker.c", "checks.c"])
}

fn callee_in_cpp() -> Option<Vec<u8>> {
    built(Language::Cpp, "callee", &["callee.cpp"])
}

fn caller_in_cpp() -> Option<Vec<u8>> {
    built(Language::Cpp, "checker", &["checker.cpp", "checks.cpp"])
}

/// The caller with the callee in it, both in Rust.
fn pair() -> &'static Pair {
    static PAIR: OnceLock<Pair> = OnceLock::new();
    PAIR.get_or_init(|| {
        let [caller, callee] = rust();
        Pair::new(TESTS, [caller, callee], 0)
    })
}

fn call(function: &str) -> Call<'_> {
    Call {
        interface: Some(TESTS),
        function,
        args: Vec::new(),
    }
}

/// What is left after the calls of a test.
#[derive(Debug)]
struct Left {
    /// The allocations of each component.
    live: [usize; 2],
    /// What the host keeps for them.
    kept: usize,
}

/// The tests with calls that return at once. wasmtime 48 keeps something for each of those until the instance ends: also for
/// guests of wit-bindgen.
const AT_ONCE: [&str; 14] = [
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
    "pass-on-pending",
    "stream-of-handles",
    "future-values",
];

#[test]
fn each() {
    let pair = pair();
    assert!(pair.tests().len() > 40, "{:?}", pair.tests());
    pair.each();
}

/// The callee is a program in C on `wit_async.h`.
#[test]
fn each_with_a_callee_in_c() {
    if let Some(callee) = callee_in_c() {
        Pair::new(TESTS, [&rust()[0], &callee], 1).each();
    }
}

/// The caller is a program in C that waits by itself.
#[test]
fn each_of_a_caller_in_c() {
    if let Some(caller) = caller_in_c() {
        Pair::new(CHECKS, [&caller, &rust()[1]], 0).each();
    }
}

#[test]
fn each_in_c_alone() {
    if let (Some(caller), Some(callee)) = (caller_in_c(), callee_in_c()) {
        Pair::new(CHECKS, [&caller, &callee], 1).each();
    }
}

/// The examples in C and C++: the second fetch starts before the first one has ended.
#[test]
fn fetches_two_things_at_once() {
    let folder = root().join("fixtures/builds");
    for (language, source) in [(Language::C, "fetch.c"), (Language::Cpp, "fetch.cpp")] {
        let (wit, sources) = (folder.join("fetch.wit"), [folder.join(source)]);
        if let Some(guest) = build_c_world(language, &wit, "two-things", &sources) {
            fetches_two_at_once(&guest);
        }
    }
}

fn fetches_two_at_once(guest: &[u8]) {
    let mut program = Program::concurrent(guest).expect("is a component");
    let started = Arc::new(AtomicUsize::new(0));
    program
        .import_async(None, "fetch", move |_, args| {
            let (started, body) = (started.clone(), args[0].clone());
            started.fetch_add(1, Relaxed);
            Box::pin(poll_fn(move |cx| {
                if started.load(Relaxed) < 2 {
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Poll::Ready(Ok(Some(body.clone())))
            }))
        })
        .expect("is imported");
    let text = |text: &str| Val::String(text.to_owned());
    let both = Call {
        interface: None,
        function: "both",
        args: vec![text("one"), text("other")],
    };
    let result = program.start().expect("starts").call(both);
    let expected = Val::Tuple(vec![text("one"), text("other")]);
    assert_eq!(result.expect("ends"), Some(expected));
}

/// The callee is made of coroutines.
#[test]
fn each_with_a_callee_in_cpp() {
    if let Some(callee) = callee_in_cpp() {
        Pair::new(TESTS, [&rust()[0], &callee], 1).each();
    }
}

/// The caller is made of coroutines.
#[test]
fn each_of_a_caller_in_cpp() {
    if let Some(caller) = caller_in_cpp() {
        Pair::new(CHECKS, [&caller, &rust()[1]], 1).each();
    }
}

#[test]
fn each_of_a_caller_in_cpp_with_a_callee_in_c() {
    if let (Some(caller), Some(callee)) = (caller_in_cpp(), callee_in_c()) {
        Pair::new(CHECKS, [&caller, &callee], 1).each();
    }
}

#[test]
fn each_in_cpp_alone() {
    if let (Some(caller), Some(callee)) = (caller_in_cpp(), callee_in_cpp()) {
        Pair::new(CHECKS, [&caller, &callee], 1).each();
    }
}

#[test]
fn each_of_a_caller_in_c_with_a_callee_in_cpp() {
    if let (Some(caller), Some(callee)) = (caller_in_c(), callee_in_cpp()) {
        Pair::new(CHECKS, [&caller, &callee], 1).each();
    }
}

/// A task is woken by a synchronous function of another call.
#[test]
fn woken_by_another_call() {
    let mut guest = pair().program.start().expect("starts");
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
        pair()
            .flat(test, 16)
            .unwrap_or_else(|error| panic!("{test}: {error:?}"));
    }
}

/// The reader of a future is passed on by a task after a synchronous function has started its read.
#[test]
fn readers_pass_on_what_has_arrived() {
    let mut guest = pair().program.start().expect("starts");
    // A small number arrives before the reader is passed on, another is the default that comes after it.
    for (n, read) in [(7, 7), (11, 99), (8, 8)] {
        let keep = Call {
            args: vec![Val::U32(n)],
            ..call("keep")
        };
        guest.call(keep).expect("starts a read");
        let got = guest.call(call("pass-kept-on")).expect("is read");
        assert_eq!(got, Some(Val::U32(read)));
    }
}
