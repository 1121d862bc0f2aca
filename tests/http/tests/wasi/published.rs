//! The crate `wasip3`, whose bindings wit-bindgen has written: on this project's runtime, and on its own beside this project's.

use crate::guests::{data, post, program, trailers};
use witc_http::{End, Piece};
use witc_tests::{Wasi, root};

#[test]
fn published_bindings_of_a_command_run_on_this_runtime() {
    let command = program(&root().join("fixtures/guests/wasip3/command"));
    let input = "a line of text\n".repeat(1000);
    let output = command.run(&[], input.clone()).expect("does not trap");
    assert_eq!(output.code, 0);
    assert!(output.stdout == input, "{} bytes", output.stdout.len());
}

#[test]
fn published_bindings_of_a_service_run_on_this_runtime() {
    let program = program(&root().join("fixtures/guests/wasip3/service"));
    let mut service = program.service().expect("has all imports");
    for _ in 0..2 {
        let sent = trailers("after", "all");
        let pieces = [data("one "), data("two"), Piece::Trailers(sent.clone())];
        let answer = service.answer(post("/", pieces)).expect("does not trap");
        assert!(matches!(answer.done.end, End::Complete), "{answer:?}");
        assert_eq!(answer.pieces, ["ONE ", "TWO"]);
        assert_eq!(answer.trailers, Some(sent));
    }
}

#[test]
fn two_runtimes_share_a_component() {
    let folder = root().join("fixtures/guests/beside");
    Wasi::V0_3_2.write_wit(&folder.join("wit/deps"));
    let program = program(&folder);
    // A task of this runtime.
    let output = program.run(&[], "some text").expect("does not trap");
    assert_eq!(output.code, 0);
    assert_eq!(output.stdout, "some text and more");
    // A task of the other.
    let mut service = program.service().expect("has all imports");
    let requests = (0..4).map(|_| {
        let pieces = [data("ab"), data("c"), Piece::Trailers(trailers("a", "b"))];
        post("/", pieces)
    });
    for answer in service.answer_all(requests, 4).expect("does not trap") {
        assert!(matches!(answer.done.end, End::Complete), "{answer:?}");
        assert_eq!(answer.body(), b"abc");
        assert_eq!(answer.trailers, Some(trailers("a", "b")));
    }
}
