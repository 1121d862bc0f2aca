//! The guests, and requests to them.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use std::fs;
use std::path::Path;
use witc_http::{Piece, Program, Request, Service, body};
use witc_tests::{Wasi, build_guest, root, scratch, write_if_changed};

/// The target whose standard library has components.
const TARGET: &str = "wasm32-wasip2";

/// Compiles the guest in a folder.
pub(crate) fn program(folder: &Path) -> Program {
    let component = fs::read(build_guest(folder, TARGET)).expect("was just built");
    Program::new(&component).expect("is a component")
}

/// The service of the demo.
pub(crate) fn example() -> Service {
    let folder = root().join("fixtures/http");
    Wasi::V0_3_0.write_wit(&folder.join("wit/deps"));
    service(&folder)
}

/// The service of the demo with the WIT of WASI 0.3.2, in a copy.
pub(crate) fn newer_example() -> Service {
    let (original, copy) = (root().join("fixtures/http"), scratch("http-0.3.2"));
    let text = |name: &str| fs::read_to_string(original.join(name)).expect("is there");
    let guest = format!("{:?}", root().join("guest"));
    let files = [
        ("Cargo.toml", "\"../../guest\"", guest.as_str()),
        ("src/lib.rs", "", ""),
        ("wit/world.wit", "@0.3.0", "@0.3.2"),
    ];
    for (name, old, new) in files {
        write_if_changed(&copy.join(name), text(name).replace(old, new).as_bytes());
    }
    Wasi::V0_3_2.write_wit(&copy.join("wit/deps"));
    service(&copy)
}

/// A guest in `fixtures/guests/wasi`.
pub(crate) fn fixture(name: &str) -> Program {
    let folder = root().join("fixtures/guests/wasi");
    Wasi::V0_3_0.write_wit(&folder.join("wit/deps"));
    program(&folder.join(name))
}

/// The service in `fixtures/guests/wasi`.
pub(crate) fn fixture_service() -> Service {
    fixture("service").service().expect("has all imports")
}

fn service(folder: &Path) -> Service {
    program(folder).service().expect("has all imports")
}

/// A request with a body.
pub(crate) fn post<P>(path: &str, pieces: P) -> Request
where
    P: IntoIterator<Item = Piece>,
    P::IntoIter: Send + 'static,
{
    let request = http::Request::post(format!("http://localhost{path}"));
    request.body(body(pieces)).expect("is a request")
}

/// A request without a body.
pub(crate) fn get(path: &str) -> Request {
    let request = http::Request::get(format!("http://localhost{path}"));
    request.body(body([])).expect("is a request")
}

/// A piece of a body.
pub(crate) fn data(text: &'static str) -> Piece {
    Piece::Data(Bytes::from_static(text.as_bytes()))
}

/// Trailers with one field.
pub(crate) fn trailers(name: &'static str, value: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(
        name.parse().expect("is a name"),
        HeaderValue::from_static(value),
    )])
}
