//! A host of WASI 0.3 in process: HTTP services are asked without a network, and commands are run on text.
//!
//! Everything ends after [`PATIENCE`] at the latest, so that a guest that hangs fails its test and not the whole run.

mod body;
mod command;
mod host;
mod network;
mod service;

pub use body::{Body, Piece, body};
pub use command::Output;
pub use host::Program;
pub use service::{Answer, Done, End, Seen, Service};
pub use wasmtime::{Error, Result};
pub use wasmtime_wasi_http::Error as HttpError;
pub use wasmtime_wasi_http::p3::bindings::http::types::ErrorCode;
pub use witc_runner::PATIENCE;

/// A request to a service.
pub type Request = http::Request<Body>;
