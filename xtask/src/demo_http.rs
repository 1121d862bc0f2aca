//! `cargo xtask demo --http`: an HTTP service of WASI 0.3, from WIT to an answer that is streamed.

use crate::demo::{
    announce_and_run, build_guest, build_witc, check, generate, look_for_target, show,
};
use crate::step::{Outcome, step};
use crate::tool::{self, Profile, target_dir};
use std::path::Path;
use std::process::Command;

/// The world in `fixtures/http`.
const WORLD: &str = "service";

/// Checks, generates, builds and asks the service in `fixtures/http`.
///
/// # Errors
///
/// The step that failed, and why.
pub(crate) fn run() -> Outcome {
    let guest = tool::root().join("fixtures/http");
    let wit = guest.join("wit");

    let witc = build_witc()?;
    step("Get the WIT of WASI 0.3", || write_wasi(&wit.join("deps")))?;
    step("Check the WIT package", || check(&witc, &wit))?;
    step("Write the bindings, to see what `generate!` makes", || {
        let out = target_dir().join("demo/http");
        generate(&witc, "rust", &wit, WORLD, &out)?;
        show(&out.join("service.rs"))
    })?;
    look_for_target()?;
    let component = step("Build the guest", || build_guest(&guest, "example_service"))?;
    let host = step(
        "Build the host: wasmtime with WASI 0.3, which takes minutes the first time",
        || tool::build_program("witc-http", "witc-http", Profile::Dev),
    )?;
    step("Send a GET", || ask(&host, &component, &["/"]))?;
    step("Send a POST, word by word", || {
        ask(&host, &component, &["/", "--body", "streams go both ways"])
    })?;
    Ok(true)
}

/// Puts the WIT of WASI 0.3 into a folder: it comes with wasmtime, and is not ours to check in.
fn write_wasi(folder: &Path) -> Result<(), String> {
    let program = tool::build_program("witc-tests", "wasi-wit", Profile::Dev)?;
    announce_and_run(Command::new(program).arg(folder))
}

/// Sends a request and prints what comes back.
fn ask(host: &Path, component: &Path, request: &[&str]) -> Result<(), String> {
    announce_and_run(Command::new(host).arg(component).args(request))
}
