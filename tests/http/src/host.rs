//! A compiled component, and the host that it is linked with.

use crate::network::Echo;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use wasmtime::component::{Component, Linker, ResourceTable};
use wasmtime::{Config, Engine, Error, OptLevel, Result, Store};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::{WasiHttpCtx, WasiHttpCtxView, WasiHttpView};

/// How long the host waits for a guest.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How much a guest executes before the host looks at the clock again.
const SLICE: u64 = 10_000_000;

/// The contents of a store: the state of WASI.
pub(crate) struct State {
    wasi: WasiCtx,
    table: ResourceTable,
    http: WasiHttpCtx,
    network: Echo,
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.table,
        }
    }
}

impl WasiHttpView for State {
    fn http(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView {
            hooks: &mut self.network,
            table: &mut self.table,
            ctx: &mut self.http,
        }
    }
}

/// A component that was compiled, and can be instantiated any number of times.
pub struct Program {
    pub(crate) component: Component,
    pub(crate) linker: Linker<State>,
}

impl Program {
    /// Compiles a component, given as its bytes, against a host that has WASI 0.2 and 0.3.
    ///
    /// # Errors
    ///
    /// That the bytes are no valid component.
    pub fn new(component: &[u8]) -> Result<Self> {
        let mut config = Config::new();
        config
            // A guest that never waits gives the host no other chance to see that time is up.
            .consume_fuel(true)
            // Compiling takes longer than a few requests save.
            .cranelift_opt_level(OptLevel::None);
        let engine = Engine::new(&config)?;
        let component = Component::from_binary(&engine, component)?;
        let mut linker = Linker::new(&engine);
        // The standard library of Rust's target wasm32-wasip2 imports WASI 0.2, beside what the guest imports itself.
        wasmtime_wasi::p2::add_to_linker_async(&mut linker)?;
        wasmtime_wasi::p3::add_to_linker(&mut linker)?;
        wasmtime_wasi_http::p3::add_to_linker(&mut linker)?;
        Ok(Self { component, linker })
    }

    /// A place for an instance.
    pub(crate) fn host(&self, wasi: WasiCtx) -> Result<Host> {
        let state = State {
            wasi,
            table: ResourceTable::new(),
            http: WasiHttpCtx::new(),
            network: Echo,
        };
        let mut store = Store::new(self.component.engine(), state);
        store.set_fuel(u64::MAX)?;
        store.fuel_async_yield_interval(Some(SLICE))?;
        let runtime = Builder::new_current_thread().enable_all().build()?;
        Ok(Host { runtime, store })
    }
}

/// Where an instance lives, and what runs it.
pub(crate) struct Host {
    runtime: Runtime,
    store: Store<State>,
}

impl Host {
    /// Does something with the store, in time.
    pub(crate) fn run<T>(
        &mut self,
        work: impl AsyncFnOnce(&mut Store<State>) -> Result<T>,
    ) -> Result<T> {
        let Self { runtime, store } = self;
        runtime.block_on(async {
            // Around all of it: inside of the store a clock is not asked while the guest is busy.
            match tokio::time::timeout(PATIENCE, work(store)).await {
                Ok(result) => result,
                Err(_) => Err(Error::msg(format!(
                    "the guest has not ended in {PATIENCE:?}"
                ))),
            }
        })
    }

    /// How many things the host keeps for the guest: tasks, streams, futures, sets.
    pub(crate) fn kept(&mut self) -> usize {
        self.store.concurrent_state_table_size()
    }
}
