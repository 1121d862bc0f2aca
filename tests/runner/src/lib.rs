//! A host on wasmtime for components of which nothing is known when it is compiled: functions are called, and imported
//! functions implemented, with dynamic values.

mod command;
mod concurrent;
pub mod costs;
mod counting;
pub mod measure;
mod patience;
mod resources;
mod values;

use wasmtime::component::{Component, Instance, Linker, ResourceTable};
use wasmtime::{Config, Engine, OptLevel, Store};
use wasmtime_wasi::{WasiCtx, WasiCtxBuilder, WasiCtxView, WasiView};

pub use command::{Command, Done};
pub use concurrent::{Answer, Call, Concurrent, pause};
pub use patience::{PATIENCE, in_time, interrupt, stoppable};
pub use resources::{is_of_host, number, own};
pub use values::{arguments, samples};
pub use wasmtime::component::types::ComponentItem;
pub use wasmtime::component::{ResourceType, Type, Val};
pub use wasmtime::{AsContextMut, Error, Result, StoreContextMut};

/// The state of WASI: the contents of the store of a [`Guest`], or a part of them.
pub struct State {
    wasi: WasiCtx,
    table: ResourceTable,
}

impl State {
    /// WASI as it is set up here, with no resources yet.
    #[must_use]
    pub fn new(wasi: WasiCtx) -> Self {
        let table = ResourceTable::new();
        Self { wasi, table }
    }
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.table,
        }
    }
}

/// A component that was compiled and can be instantiated any number of times.
pub struct Program {
    component: Component,
    linker: Linker<State>,
}

impl Program {
    /// Compiles a component, given as its bytes, against a host that has WASI 0.2 and nothing else.
    ///
    /// # Errors
    ///
    /// That the bytes are no valid component.
    pub fn new(component: &[u8]) -> Result<Self> {
        Self::with(Config::new(), component)
    }

    /// The same, of which instances count what they execute: the fuel of their stores goes down.
    ///
    /// # Errors
    ///
    /// As of [`Program::new`].
    pub fn metered(component: &[u8]) -> Result<Self> {
        let mut config = Config::new();
        // Fuel counts instructions: the same on every machine and in every run, unlike time.
        config.consume_fuel(true);
        Self::with(config, component)
    }

    /// The same as [`Program::new`], compiled in a hurry: for components that are called a few times.
    ///
    /// # Errors
    ///
    /// As of [`Program::new`].
    pub fn quick(component: &[u8]) -> Result<Self> {
        let mut config = Config::new();
        // Compiling takes longer than a few calls save.
        config.cranelift_opt_level(OptLevel::None);
        Self::with(config, component)
    }

    fn with(mut config: Config, component: &[u8]) -> Result<Self> {
        config
            // Off by default in wasmtime, and guests have types of both.
            .wasm_component_model_map(true)
            .wasm_component_model_fixed_length_lists(true);
        let engine = Engine::new(&config)?;
        let component = Component::from_binary(&engine, component)?;
        let mut linker = Linker::new(&engine);
        wasmtime_wasi::p2::add_to_linker_sync(&mut linker)?;
        Ok(Self { component, linker })
    }

    /// Implements an imported function: of the interface with this id, or of the world where there is none.
    ///
    /// # Errors
    ///
    /// That the function is implemented already.
    pub fn import<F>(&mut self, interface: Option<&str>, function: &str, body: F) -> Result<()>
    where
        F: Fn(StoreContextMut<'_, State>, &[Val], &mut [Val]) -> Result<()> + Send + Sync + 'static,
    {
        let mut linker = match interface {
            Some(interface) => self.linker.instance(interface)?,
            // Functions of the world itself are in no instance.
            None => self.linker.root(),
        };
        linker.func_new(function, move |store, _, args, results| {
            body(store, args, results)
        })
    }

    /// The functions of an interface that the component imports or exports; of the world itself where none is named.
    #[must_use]
    pub fn functions(&self, direction: Direction, interface: Option<&str>) -> Vec<String> {
        let engine = self.component.engine();
        let ty = self.component.component_type();
        let items: Vec<(&str, ComponentItem)> = match direction {
            Direction::Import => ty
                .imports(engine)
                .map(|(name, item)| (name, item.ty))
                .collect(),
            Direction::Export => ty
                .exports(engine)
                .map(|(name, item)| (name, item.ty))
                .collect(),
        };
        let is_function = |item: &ComponentItem| matches!(item, ComponentItem::ComponentFunc(_));
        let names = |items: &[(&str, ComponentItem)]| {
            items
                .iter()
                .filter(|(_, item)| is_function(item))
                .map(|(name, _)| (*name).to_owned())
                .collect()
        };
        let Some(interface) = interface else {
            return names(&items);
        };
        match items.into_iter().find(|(name, _)| *name == interface) {
            Some((_, ComponentItem::ComponentInstance(instance))) => names(
                &instance
                    .exports(engine)
                    .map(|(name, item)| (name, item.ty))
                    .collect::<Vec<_>>(),
            ),
            _ => Vec::new(),
        }
    }

    /// The resources of an interface that the component imports.
    #[must_use]
    pub fn resources(&self, interface: &str) -> Vec<String> {
        let engine = self.component.engine();
        let ty = self.component.component_type();
        let item = ty
            .imports(engine)
            .find(|(name, _)| *name == interface)
            .map(|(_, item)| item.ty);
        let Some(ComponentItem::ComponentInstance(instance)) = item else {
            return Vec::new();
        };
        let items = instance
            .exports(engine)
            .map(|(name, item)| (name.to_owned(), item.ty));
        let is_resource = |item: &ComponentItem| matches!(item, ComponentItem::Resource(_));
        items
            .filter(|(_, item)| is_resource(item))
            .map(|(name, _)| name)
            .collect()
    }

    /// Makes an instance.
    ///
    /// # Errors
    ///
    /// Imports that are not implemented, or implemented with other types; a trap in an initializer.
    pub fn instantiate(&self) -> Result<Guest> {
        let mut store = self.store()?;
        let instance = self.linker.instantiate(&mut store, &self.component)?;
        Ok(Guest { store, instance })
    }

    fn store(&self) -> Result<Store<State>> {
        let wasi = WasiCtxBuilder::new()
            // What a guest prints before it traps says why.
            .inherit_stdout()
            .inherit_stderr()
            .build();
        let mut store = Store::new(self.component.engine(), State::new(wasi));
        // It is an error to ask for fuel where it is not counted.
        if store.get_fuel().is_ok() {
            store.set_fuel(u64::MAX)?;
        }
        Ok(store)
    }
}

/// Which way something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The component needs it.
    Import,
    /// The component offers it.
    Export,
}

/// An instance of a component.
pub struct Guest {
    store: Store<State>,
    instance: Instance,
}

impl Guest {
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
        let ty = self.function(interface, function)?.ty(&self.store);
        Ok(ty
            .params()
            .map(|(name, ty)| (name.to_owned(), ty))
            .collect())
    }

    /// Calls an exported function: of the interface with this id, or of the world where there is none. Gives its
    /// result, if it has one.
    ///
    /// # Errors
    ///
    /// That there is no such function, arguments of other types, a trap.
    pub fn call(
        &mut self,
        interface: Option<&str>,
        function: &str,
        args: &[Val],
    ) -> Result<Option<Val>> {
        let function = self.function(interface, function)?;
        let count = function.ty(&self.store).results().len();
        // wasmtime wants room for the results, whatever is in it.
        let mut results = vec![Val::Bool(false); count];
        function.call(&mut self.store, args, &mut results)?;
        // A function of the component model has one result or none.
        Ok(results.pop())
    }

    /// The store, for what takes resources apart.
    pub fn store(&mut self) -> &mut Store<State> {
        &mut self.store
    }

    fn function(
        &mut self,
        interface: Option<&str>,
        name: &str,
    ) -> Result<wasmtime::component::Func> {
        let outer = match interface {
            Some(interface) => Some(
                self.instance
                    .get_export_index(&mut self.store, None, interface)
                    .ok_or_else(|| {
                        Error::msg(format!("the component exports no interface `{interface}`"))
                    })?,
            ),
            None => None,
        };
        self.instance
            .get_export_index(&mut self.store, outer.as_ref(), name)
            .and_then(|index| self.instance.get_func(&mut self.store, index))
            .ok_or_else(|| Error::msg(format!("the component exports no function `{name}`")))
    }
}
