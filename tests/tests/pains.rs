//! What hurts in asynchronous guests elsewhere, by the number under which we keep it, with the tests that it does not hurt here.

use std::fs;
use witc_tests::root;

/// A pain: its number, what is right, and the tests, each a function in a file.
struct Pain(u8, &'static str, &'static [(&'static str, &'static str)]);

const CALLS: &str = "fixtures/guests/tasks/caller/src/calls.rs";
const STREAMS: &str = "fixtures/guests/tasks/caller/src/streams.rs";
const TRAITS: &str = "fixtures/guests/tasks/caller/src/traits.rs";
const VALUES: &str = "fixtures/guests/tasks/caller/src/values.rs";
const ORPHANS: &str = "fixtures/guests/tasks/caller/src/orphans.rs";
const TASKS: &str = "tests/tests/tasks.rs";
const COROUTINES: &str = "bindgen-c/tests/coroutines.rs";
const CELLS: &str = "tests/tests/cells/main.rs";
const SERVICE: &str = "tests/http/tests/wasi/service.rs";
const PUBLISHED: &str = "tests/http/tests/wasi/published.rs";

const PAINS: &[Pain] = &[
    Pain(
        1,
        "an operation is dropped outside of a task, and nothing is left of it",
        &[
            (ORPHANS, "read"),
            (ORPHANS, "next"),
            (ORPHANS, "write"),
            (ORPHANS, "call"),
        ],
    ),
    Pain(
        2,
        "after the end of a stream there is only the end",
        &[(STREAMS, "fused_reader"), (STREAMS, "fused_writer")],
    ),
    Pain(
        3,
        "two runtimes in one component keep their waitables apart",
        &[
            (PUBLISHED, "two_runtimes_share_a_component"),
            (
                PUBLISHED,
                "published_bindings_of_a_service_run_on_this_runtime",
            ),
        ],
    ),
    Pain(
        4,
        "what a task has spawned goes on after its return",
        &[(STREAMS, "after_return"), (VALUES, "spawned")],
    ),
    Pain(
        5,
        "one task wakes another",
        &[(TASKS, "woken_by_another_call")],
    ),
    Pain(
        6,
        "a waitable leaves its set before it is cancelled",
        &[
            (CALLS, "cancel_pending"),
            (CALLS, "many_cancelled"),
            (STREAMS, "drop_read"),
        ],
    ),
    Pain(
        7,
        "each type has one implementation of the traits of payloads",
        &[(
            "tests/goldens/src/compiled.rs",
            "rust_compiles_for_components",
        )],
    ),
    Pain(
        8,
        "lists in streams that end early are freed",
        &[(STREAMS, "unsent_orders"), (STREAMS, "cancel_write")],
    ),
    Pain(
        9,
        "a cancellation gives what has moved by then",
        &[(STREAMS, "cancel_read_that_raced"), (CELLS, "each")],
    ),
    Pain(
        10,
        "everything can be dropped in every state",
        &[(CELLS, "each")],
    ),
    Pain(
        11,
        "methods are asynchronous, and borrow",
        &[(CALLS, "methods"), (CALLS, "cancel_with_handles")],
    ),
    Pain(
        12,
        "futures are `Send` where their values are",
        &[("guest/tests/send.rs", "ends_are_send_with_their_values")],
    ),
    Pain(
        13,
        "a linker that is too old is told by the version that is needed",
        &[(
            "tests/tests/linker.rs",
            "an_old_linker_is_told_by_its_version",
        )],
    ),
    Pain(
        14,
        "asynchronous bindings of a synchronous function are refused when they are written",
        &[("cli/tests/fixtures.rs", "W1103-async-by-force")],
    ),
    Pain(
        15,
        "guests in C++ have all that guests in Rust have",
        &[
            (TASKS, "each_with_a_callee_in_cpp"),
            (TASKS, "each_of_a_caller_in_cpp"),
            (COROUTINES, "operations_in_every_state_and_place"),
        ],
    ),
    Pain(
        16,
        "streams of bytes read and write as `AsyncRead` and `AsyncWrite`, others as `Stream` and `Sink`",
        &[
            (TRAITS, "read_and_write_bytes"),
            (TRAITS, "buffered_lines"),
            (TRAITS, "sink_of_orders"),
        ],
    ),
    Pain(
        17,
        "a body that is echoed arrives as a whole",
        &[
            (SERVICE, "a_large_body_comes_back_byte_for_byte"),
            (STREAMS, "echo_bytes"),
        ],
    ),
    Pain(
        18,
        "both ends of a channel live in one task",
        &[(STREAMS, "one_task_both_ends")],
    ),
    Pain(
        19,
        "a future that is dropped unwritten has its default",
        &[
            (SERVICE, "trailers_go_both_ways"),
            (VALUES, "future_default"),
        ],
    ),
    Pain(
        20,
        "a reader that was polled can be passed on",
        &[
            (STREAMS, "pass_reader_on"),
            (STREAMS, "pass_ended_reader_on"),
        ],
    ),
    Pain(
        21,
        "an instance serves many calls at once, and keeps nothing",
        &[
            (
                SERVICE,
                "one_instance_serves_many_at_once_and_keeps_nothing",
            ),
            (TASKS, "sixteen_at_once"),
        ],
    ),
];

#[test]
fn each_has_its_tests() {
    let mut numbers: Vec<u8> = PAINS.iter().map(|pain| pain.0).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=21).collect::<Vec<u8>>());
    for Pain(number, what, tests) in PAINS {
        assert!(!tests.is_empty(), "{number}: {what}");
        for (file, test) in *tests {
            // A fixture is a test by the name of its file.
            let found = if test.contains('-') {
                root()
                    .join("fixtures/diagnostics")
                    .join(format!("{test}.wit"))
                    .is_file()
            } else {
                let text = fs::read_to_string(root().join(file)).unwrap_or_default();
                text.contains(&format!("fn {test}("))
            };
            assert!(found, "{number}: {file} has no `{test}`");
        }
    }
}
