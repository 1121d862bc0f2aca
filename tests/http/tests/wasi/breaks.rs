//! Bodies that break off, on either side.

use crate::guests::{data, fixture_service, get, post};
use std::ops::ControlFlow;
use witc_http::{End, Piece, Seen};

#[test]
fn a_service_may_drop_the_writer_of_its_body() {
    let mut service = fixture_service();
    let answer = service.answer(get("/half")).expect("does not trap");
    assert_eq!(answer.body(), b"half of ");
    let End::Broken(error) = &answer.done.end else {
        panic!("{answer:?}")
    };
    // What the writer of the trailers sends when it is dropped.
    assert!(
        format!("{error:?}").contains("HttpResponseIncomplete"),
        "{error:?}"
    );
}

#[test]
fn a_client_may_leave_before_the_body_ends() {
    let mut service = fixture_service();
    for left in 1..=3 {
        let mut bytes = 0;
        let done = service.exchange(get("/endless"), |seen| {
            if let Seen::Data(piece) = seen {
                bytes += piece.len();
            }
            if bytes < 10_000 {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        });
        assert!(matches!(done.expect("does not trap").end, End::Left));
        // The writer is told, in time: the next request finds that it has ended.
        service.settle().expect("does not trap");
        let answer = service.answer(get("/left")).expect("does not trap");
        assert_eq!(answer.body(), left.to_string().as_bytes());
    }
}

#[test]
fn a_client_may_break_off_its_request() {
    let mut service = fixture_service();
    let request = post("/count", [data("half of "), Piece::Broken]);
    let answer = service.answer(request).expect("does not trap");
    let text = String::from_utf8(answer.body()).expect("is text");
    assert_eq!(text, "8 bytes, then ConnectionTerminated");
    // Passed on as it is, it breaks the response off as well.
    let request = post("/pass", [data("half of "), Piece::Broken]);
    let answer = service.answer(request).expect("does not trap");
    assert_eq!(answer.body(), b"half of ");
    assert!(matches!(answer.done.end, End::Broken(_)), "{answer:?}");
}

#[test]
fn a_service_may_leave_a_request_unread() {
    let mut service = fixture_service();
    let pieces = vec![data("many "); 100];
    let answer = service.answer(post("/first", pieces.clone()));
    let answer = answer.expect("does not trap");
    assert_eq!(answer.body(), b"Some(109)");
    // What it has told about the request.
    let error = answer.done.received.expect_err("the service says so");
    assert!(
        format!("{error:?}").contains("HttpRequestBodySize"),
        "{error:?}"
    );
    // Not even looked at.
    let answer = service
        .answer(post("/nothing", pieces))
        .expect("does not trap");
    assert_eq!(answer.body(), b"/nothing");
    assert!(matches!(answer.done.end, End::Complete), "{answer:?}");
}

#[test]
fn a_handler_may_answer_with_an_error() {
    let mut service = fixture_service();
    let done = service
        .exchange(get("/refuse"), |seen| panic!("{seen:?}"))
        .expect("does not trap");
    let End::Refused(code) = done.end else {
        panic!("{done:?}")
    };
    let code = format!("{code:?}");
    // With all that the error has in it.
    assert!(
        code.contains("DnsError") && code.contains("NXDOMAIN") && code.contains('7'),
        "{code}"
    );
}
