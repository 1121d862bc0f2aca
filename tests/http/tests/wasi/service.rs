//! `wasi:http/service`: bodies, trailers, and many requests on one instance.

use crate::guests::{data, example, fixture_service, get, newer_example, post, trailers};
use bytes::Bytes;
use witc_http::{Answer, End, Piece, Request, Service};

/// That a response was complete, and the service was content with the request.
fn assert_complete(answer: &Answer) {
    assert!(matches!(answer.done.end, End::Complete), "{answer:?}");
    assert!(answer.done.received.is_ok(), "{answer:?}");
}

/// The body of a response to a GET, as text.
fn text(service: &mut Service, path: &str) -> String {
    let answer = service.answer(get(path)).expect("does not trap");
    assert_complete(&answer);
    String::from_utf8(answer.body()).expect("is text")
}

fn greets(service: &mut Service) {
    let answer = service.answer(get("/")).expect("does not trap");
    assert_complete(&answer);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/plain");
    // Each piece was sent when it was written.
    assert_eq!(answer.pieces, ["Hello, ", "streamed ", "world!\n"]);
    assert_eq!(answer.trailers, None);
}

fn echoes(service: &mut Service) {
    let sent = trailers("checksum", "7");
    let pieces = [
        data("one "),
        data("two "),
        data("three"),
        Piece::Trailers(sent.clone()),
    ];
    let answer = service.answer(post("/", pieces)).expect("does not trap");
    assert_complete(&answer);
    assert_eq!(answer.pieces, ["one ", "two ", "three"]);
    assert_eq!(answer.trailers, Some(sent));
}

#[test]
fn the_example_greets_and_echoes() {
    let mut service = example();
    greets(&mut service);
    echoes(&mut service);
    let put = http::Request::put("http://localhost/").body(witc_http::body([]));
    let answer = service.answer(put.expect("is a request"));
    let end = answer.expect("does not trap").done.end;
    let End::Refused(code) = end else {
        panic!("{end:?}")
    };
    assert!(format!("{code:?}").contains("HttpRequestMethodInvalid"));
}

/// The host has WASI 0.3.0.
#[test]
fn a_guest_for_a_newer_wasi_runs() {
    let mut service = newer_example();
    greets(&mut service);
    echoes(&mut service);
}

/// How many bytes the large body has.
const LARGE: usize = 10 << 20;

/// Bytes without a period that could hide a lost piece.
fn noise(length: usize) -> Bytes {
    let mut state = 1_u32;
    let bytes = (0..length).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    });
    bytes.collect()
}

/// Bytes in pieces of all sorts of lengths.
fn pieces(mut all: Bytes) -> Vec<Piece> {
    let lengths = [1, 65_536, 7_919, 100_003, 64, 262_144];
    let mut pieces = Vec::new();
    for length in lengths.iter().cycle() {
        if all.is_empty() {
            break;
        }
        pieces.push(Piece::Data(all.split_to(all.len().min(*length))));
    }
    pieces
}

#[test]
fn a_large_body_comes_back_byte_for_byte() {
    let body = noise(LARGE);
    // Read and written by the guest; passed on as it is; and sent on to another server.
    for (mut service, path) in [
        (example(), "/"),
        (fixture_service(), "/pass"),
        (fixture_service(), "/send"),
    ] {
        let request = post(path, pieces(body.clone()));
        let answer = service.answer(request).expect("does not trap");
        assert_complete(&answer);
        assert_eq!(answer.body().len(), LARGE, "{path}");
        assert!(answer.body() == body, "{path}");
    }
}

#[test]
fn trailers_go_both_ways() {
    let mut service = fixture_service();
    for path in ["/pass", "/send"] {
        let sent = trailers("after", "all");
        let pieces = [data("body"), Piece::Trailers(sent.clone())];
        let answer = service.answer(post(path, pieces)).expect("does not trap");
        assert_complete(&answer);
        assert_eq!(answer.body(), b"body", "{path}");
        assert_eq!(answer.trailers, Some(sent), "{path}");
    }
    let pieces = [data("four"), Piece::Trailers(trailers("a", "b"))];
    let answer = service.answer(post("/count", pieces));
    assert_eq!(
        answer.expect("does not trap").body(),
        b"4 bytes, 1 trailers"
    );
    // Trailers without a body.
    let answer = service.answer(get("/trailers")).expect("does not trap");
    assert_complete(&answer);
    let found = answer.trailers.expect("are there");
    assert_eq!(found["first"], "1");
    assert_eq!(found["second"], "2");
}

/// A request of each kind.
fn one_of_each(number: usize) -> Request {
    let body = || {
        [
            data("some "),
            data("text"),
            Piece::Trailers(trailers("a", "b")),
        ]
    };
    let broken = [data("some "), Piece::Broken];
    match number % 9 {
        0 => post("/pass", body()),
        1 => post("/count", body()),
        2 => post("/send", body()),
        3 => post("/first", body()),
        4 => post("/count", broken),
        5 => get("/trailers"),
        6 => get("/half"),
        7 => get("/late"),
        _ => get("/refuse"),
    }
}

/// What does not depend on the times at which requests come and go.
fn outcome(answer: &Answer) -> String {
    let body = String::from_utf8_lossy(&answer.body()).into_owned();
    format!("{body:?} {:?} {:?}", answer.trailers, answer.done)
}

#[test]
fn one_instance_serves_many_at_once_and_keeps_nothing() {
    let mut service = fixture_service();
    // One after the other, to compare with.
    let alone: Vec<String> = (0..9)
        .map(|number| service.answer(one_of_each(number)).expect("does not trap"))
        .map(|answer| outcome(&answer))
        .collect();
    let mut first = None;
    for round in 0..3 {
        let requests = (0..128).map(one_of_each);
        let answers = service.answer_all(requests, 16).expect("does not trap");
        assert_eq!(answers.len(), 128);
        for (number, answer) in answers.iter().enumerate() {
            assert_eq!(outcome(answer), alone[number % 9], "{round}, {number}");
        }
        // The first round is a warm-up: a table that has grown for so many tasks stays as it is.
        let kept = measure(&mut service);
        println!("{kept:?}");
        assert_eq!(first.get_or_insert_with(|| kept.clone()), &kept, "{round}");
    }
}

/// How much memory the guest has, and how many things the host keeps for it.
fn measure(service: &mut Service) -> (String, usize) {
    service.settle().expect("does not trap");
    let live = text(service, "/live");
    (live, service.settle().expect("does not trap"))
}
