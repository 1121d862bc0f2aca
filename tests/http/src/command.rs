//! Running commands.

use crate::Program;
use bytes::Bytes;
use wasmtime::Result;
use wasmtime_wasi::p2::pipe::{MemoryInputPipe, MemoryOutputPipe};
use wasmtime_wasi::p3::bindings::Command;
use wasmtime_wasi::{I32Exit, WasiCtxBuilder};

/// The most that a command may write before it is stopped.
const MOST_WRITTEN: usize = 1 << 26;

/// What a command has done.
#[derive(Debug)]
pub struct Output {
    /// How it has ended: 0 is success.
    pub code: i32,
    /// What it has written to standard output.
    pub stdout: Bytes,
    /// What it has written to standard error.
    pub stderr: Bytes,
}

impl Program {
    /// Runs a component that exports `wasi:cli/run@0.3.x`, with this on its standard input.
    ///
    /// # Errors
    ///
    /// That it exports no such interface, imports what the host has not, traps, or takes too long.
    pub fn run(&self, args: &[&str], stdin: impl Into<Bytes>) -> Result<Output> {
        let stdout = MemoryOutputPipe::new(MOST_WRITTEN);
        let stderr = MemoryOutputPipe::new(MOST_WRITTEN);
        let mut wasi = WasiCtxBuilder::new();
        wasi.args(args)
            .stdin(MemoryInputPipe::new(stdin))
            .stdout(stdout.clone())
            .stderr(stderr.clone());
        let code = self.host(wasi.build())?.run(async |store| {
            let command =
                Command::instantiate_async(&mut *store, &self.component, &self.linker).await?;
            let ended = store
                .run_concurrent(async |store| command.wasi_cli_run().call_run(store).await)
                .await
                .flatten();
            match ended {
                Ok(result) => Ok(i32::from(result.is_err())),
                Err(error) => match error.downcast_ref::<I32Exit>() {
                    Some(exit) => Ok(exit.0),
                    None => Err(error),
                },
            }
        })?;
        Ok(Output {
            code,
            stdout: stdout.contents(),
            stderr: stderr.contents(),
        })
    }
}
