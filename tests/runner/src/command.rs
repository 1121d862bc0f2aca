//! Programs with a `main`, and how much they execute.

use crate::{Result, State};
use wasmtime::component::{Component, InstancePre, Linker, ResourceTable};
use wasmtime::{Config, Engine, Store};
use wasmtime_wasi::p2::bindings::sync::CommandPre;
use wasmtime_wasi::p2::pipe::{MemoryInputPipe, MemoryOutputPipe};
use wasmtime_wasi::{I32Exit, WasiCtxBuilder};

/// The most that a program may write to standard error before it is stopped.
const MAX_WORDS: usize = 1 << 30;

/// A program that counts what it executes.
pub struct Command {
    program: InstancePre<State>,
}

/// What a program has done.
#[derive(Debug)]
pub struct Done {
    /// How much it has executed: the same in each run, and on every machine.
    pub fuel: u64,
    /// How it has ended.
    pub code: i32,
    /// What it has written to standard error.
    pub words: String,
}

impl Command {
    /// Compiles a component that has a `main`.
    ///
    /// # Errors
    ///
    /// That the bytes are no such component.
    pub fn new(component: &[u8]) -> Result<Self> {
        let mut config = Config::new();
        config.consume_fuel(true);
        let engine = Engine::new(&config)?;
        let mut linker = Linker::new(&engine);
        wasmtime_wasi::p2::add_to_linker_sync(&mut linker)?;
        let component = Component::from_binary(&engine, component)?;
        Ok(Self {
            program: linker.instantiate_pre(&component)?,
        })
    }

    /// Runs the program with a text on its standard input.
    ///
    /// # Errors
    ///
    /// A trap.
    pub fn run(&self, args: &[&str], input: &str) -> Result<Done> {
        let words = MemoryOutputPipe::new(MAX_WORDS);
        let mut wasi = WasiCtxBuilder::new();
        wasi.args(args)
            .stdin(MemoryInputPipe::new(input.to_owned()))
            .stderr(words.clone())
            // The seed of hash maps: what is executed depends on it.
            .insecure_random_seed(1);
        let state = State {
            wasi: wasi.build(),
            table: ResourceTable::new(),
        };
        let mut store = Store::new(self.program.engine(), state);
        store.set_fuel(u64::MAX)?;
        let command = CommandPre::new(self.program.clone())?.instantiate(&mut store)?;
        let code = match command.wasi_cli_run().call_run(&mut store) {
            Ok(Ok(())) => 0,
            Ok(Err(())) => 1,
            Err(error) => match error.downcast_ref::<I32Exit>() {
                Some(exit) => exit.0,
                None => return Err(error),
            },
        };
        Ok(Done {
            fuel: u64::MAX - store.get_fuel()?,
            code,
            words: String::from_utf8_lossy(&words.contents()).into_owned(),
        })
    }
}
