//! Components with asynchronous functions: calls that run at the same time, on a host whose functions may take their time.

use crate::{Guest, PATIENCE, Program, State, Type, Val, in_time, interrupt, stoppable};
use futures::future::join_all;
use std::pin::Pin;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use wasmtime::component::{Accessor, Component, Linker, ResourceAny};
use wasmtime::{Config, Engine, Error, OptLevel, Result, Store};

/// What a host function gives: its result, if it has one, after a while.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Option<Val>>> + Send + 'a>>;

/// A call of an exported function.
#[derive(Clone, Debug)]
pub struct Call<'a> {
    /// The id of the interface; nothing for a function of the world itself.
    pub interface: Option<&'a str>,
    /// The name of the function.
    pub function: &'a str,
    /// Its arguments.
    pub args: Vec<Val>,
}

impl Program {
    /// Compiles a component in a hurry, against a host whose functions may be asynchronous.
    ///
    /// # Errors
    ///
    /// As of [`Program::new`].
    pub fn concurrent(component: &[u8]) -> Result<Self> {
        let mut config = Config::new();
        stoppable(&mut config);
        config
            .cranelift_opt_level(OptLevel::None)
            // Error contexts are not a part of the standard yet, and guests may have them.
            .wasm_component_model_error_context(true)
            .wasm_component_model_map(true)
            .wasm_component_model_fixed_length_lists(true);
        let engine = Engine::new(&config)?;
        let component = Component::from_binary(&engine, component)?;
        let mut linker = Linker::new(&engine);
        wasmtime_wasi::p2::add_to_linker_async(&mut linker)?;
        Ok(Self { component, linker })
    }

    /// Implements an imported asynchronous function: of the interface with this id, or of the world where there is none.
    ///
    /// # Errors
    ///
    /// That the function is implemented already.
    pub fn import_async<F>(
        &mut self,
        interface: Option<&str>,
        function: &str,
        body: F,
    ) -> Result<()>
    where
        F: for<'a> Fn(&'a Accessor<State>, &'a [Val]) -> Answer<'a> + Send + Sync + 'static,
    {
        let mut linker = match interface {
            Some(interface) => self.linker.instance(interface)?,
            None => self.linker.root(),
        };
        let body = std::sync::Arc::new(body);
        linker.func_new_concurrent(function, move |accessor, _, args, results| {
            let body = body.clone();
            Box::pin(async move {
                if let (Some(result), place) = (body(accessor, args).await?, results.first_mut()) {
                    *place.ok_or_else(|| Error::msg("the function has no result"))? = result;
                }
                Ok(())
            })
        })
    }

    /// Makes an instance for calls at the same time.
    ///
    /// # Errors
    ///
    /// As of [`Program::instantiate`].
    pub fn start(&self) -> Result<Concurrent> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let mut store = self.store()?;
        interrupt(&mut store)?;
        let instance = self.linker.instantiate_async(&mut store, &self.component);
        let instance = runtime.block_on(in_time(PATIENCE, instance))?;
        Ok(Concurrent {
            guest: Guest { store, instance },
            runtime,
        })
    }
}

/// An instance of a component, and what runs its tasks.
pub struct Concurrent {
    guest: Guest,
    runtime: Runtime,
}

impl Concurrent {
    /// The names and types of the parameters of an exported function.
    ///
    /// # Errors
    ///
    /// As of [`Guest::call`].
    pub fn params(
        &mut self,
        interface: Option<&str>,
        function: &str,
    ) -> Result<Vec<(String, Type)>> {
        self.guest.params(interface, function)
    }

    /// The store, for what makes resources and takes them apart.
    pub fn store(&mut self) -> &mut Store<State> {
        self.guest.store()
    }

    /// Drops a resource.
    ///
    /// # Errors
    ///
    /// That it is gone already, or lent.
    pub fn drop_resource(&mut self, resource: ResourceAny) -> Result<()> {
        let Self { guest, runtime } = self;
        runtime.block_on(resource.resource_drop_async(&mut guest.store))
    }

    /// Calls a function, and gives its result, if it has one.
    ///
    /// # Errors
    ///
    /// As of [`Concurrent::calls`].
    pub fn call(&mut self, call: Call<'_>) -> Result<Option<Val>> {
        let mut results = self.calls(&[call])?;
        Ok(results.pop().flatten())
    }

    /// Starts all calls, in order, before any of them ends, and gives their results, in order.
    ///
    /// # Errors
    ///
    /// That there is no such function, arguments of other types, a trap, more time than [`PATIENCE`](crate::PATIENCE).
    pub fn calls(&mut self, calls: &[Call<'_>]) -> Result<Vec<Option<Val>>> {
        let Self { guest, runtime } = self;
        let functions = calls
            .iter()
            .map(|call| guest.function(call.interface, call.function))
            .collect::<Result<Vec<_>>>()?;
        let counts: Vec<usize> = functions
            .iter()
            .map(|function| function.ty(&guest.store).results().len())
            .collect();
        let all = guest.store.run_concurrent(async |accessor| {
            let calls = calls.iter().zip(functions).zip(counts);
            let calls = calls.map(|((call, function), count)| async move {
                let mut results = vec![Val::Bool(false); count];
                function
                    .call_concurrent(accessor, &call.args, &mut results)
                    .await?;
                Ok(results.pop())
            });
            join_all(calls).await
        });
        runtime
            .block_on(in_time(PATIENCE, all))?
            .into_iter()
            .collect()
    }

    /// How much can still be executed.
    ///
    /// # Errors
    ///
    /// None: fuel is always counted.
    pub fn fuel(&self) -> Result<u64> {
        self.guest.store.get_fuel()
    }

    /// Lets the tasks go on that were left by calls which have returned, until none of them can. Gives the number of things
    /// that the host keeps for the instance then: tasks, ends of streams and futures, sets of waitables.
    ///
    /// # Errors
    ///
    /// A trap.
    pub fn settle(&mut self) -> Result<usize> {
        let Self { guest, runtime } = self;
        let mut kept = usize::MAX;
        // A task that goes on frees things or makes new ones: the number changes.
        loop {
            let pause = guest.store.run_concurrent(async |_| {
                tokio::time::sleep(Duration::from_millis(2)).await;
            });
            runtime.block_on(in_time(PATIENCE, pause))?;
            let now = guest.store.concurrent_state_table_size();
            if now == kept {
                return Ok(kept);
            }
            kept = now;
        }
    }
}

/// Lets other tasks run so many times.
pub async fn pause(turns: usize) {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
}
