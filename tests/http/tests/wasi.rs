//! Guests for WASI 0.3 on wasmtime: commands and HTTP services, with bindings of this project and with published ones.

#[path = "wasi/breaks.rs"]
mod breaks;
#[path = "wasi/command.rs"]
mod command;
#[path = "wasi/guests.rs"]
mod guests;
#[path = "wasi/published.rs"]
mod published;
#[path = "wasi/service.rs"]
mod service;
