//! A compiled component, and the host that it is linked with.

use crate::network::Echo;
use tokio::runtime::{Builder, Runtime};
use wasmtime::component::{Component, Linker};
use wasmtime::{Config, Engine, OptLevel, Result, Store};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::{WasiHttpCtx, WasiHttpCtxView, WasiHttpView};
use witc_runner::{PATIENCE, in_time, interrupt, stoppable};

/// The contents of a store: the state of WASI, with its part for HTTP.
pub(crate) struct State {
    wasi: witc_runner::State,
    http: WasiHttpCtx,
    network: Echo,
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        self.wasi.ctx()
    }
}

impl WasiHttpView for State {
    fn http(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView {
            hooks: &mut self.network,
            table: self.wasi.ctx().table,
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
        stoppable(&mut config);
        // Compiling takes longer than a few requests save.
        config.cranelift_opt_level(OptLevel::None);
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
            wasi: witc_runner::State::new(wasi),
            http: WasiHttpCtx::new(),
            network: Echo,
        };
        let mut store = Store::new(self.component.engine(), state);
        interrupt(&mut store)?;
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
        runtime.block_on(in_time(PATIENCE, work(store)))
    }

    /// How many things the host keeps for the guest: tasks, streams, futures, sets.
    pub(crate) fn kept(&mut self) -> usize {
        self.store.concurrent_state_table_size()
    }
}
