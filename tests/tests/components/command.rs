//! Commands of WASI 0.2, run in wasmtime.

use wasmtime::component::{Component, Linker};
use wasmtime::{Engine, Store};
use wasmtime_wasi::p2::bindings::sync::Command;
use wasmtime_wasi::p2::pipe::MemoryOutputPipe;
use wasmtime_wasi::{I32Exit, ResourceTable, WasiCtx, WasiCtxBuilder, WasiCtxView, WasiView};

struct State {
    wasi: WasiCtx,
    table: ResourceTable,
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.table,
        }
    }
}

/// What a command prints, and how it ends: its exit code.
///
/// # Panics
///
/// If it is no command, or traps.
#[track_caller]
pub(crate) fn run(component: &[u8], arguments: &[&str]) -> (String, i32) {
    let engine = Engine::default();
    let mut linker = Linker::new(&engine);
    wasmtime_wasi::p2::add_to_linker_sync(&mut linker).expect("nothing is there twice");
    // Far more than these commands print; what is beyond would be an error in the guest.
    let stdout = MemoryOutputPipe::new(1 << 16);
    let wasi = WasiCtxBuilder::new()
        .args(arguments)
        .stdout(stdout.clone())
        .build();
    let mut store = Store::new(
        &engine,
        State {
            wasi,
            table: ResourceTable::new(),
        },
    );
    let compiled = Component::from_binary(&engine, component).expect("is valid");
    let command = Command::instantiate(&mut store, &compiled, &linker).expect("needs WASI alone");
    let code = match command.wasi_cli_run().call_run(&mut store) {
        // WASI 0.2 has two ways to end: by returning a result, or by `exit`, which wasmtime reports
        // as an error.
        Ok(outcome) => i32::from(outcome.is_err()),
        Err(error) => {
            error
                .downcast_ref::<I32Exit>()
                .unwrap_or_else(|| panic!("{error:?}"))
                .0
        }
    };
    (
        String::from_utf8_lossy(&stdout.contents()).into_owned(),
        code,
    )
}
