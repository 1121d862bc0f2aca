//! An end for guests that have none of their own, so that one that hangs fails its test and not the whole run.

use std::time::Duration;
use wasmtime::{Config, Error, Result, Store};

/// How long the host waits for a guest. Nothing that is right takes a tenth of it.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How much a guest executes before the host looks at the clock again.
const SLICE: u64 = 10_000_000;

/// Makes guests stoppable in the stores that [`interrupt`] has prepared: a guest that never waits gives the host no other chance
/// to see that time is up.
pub fn stoppable(config: &mut Config) {
    config.consume_fuel(true);
}

/// Lets the host look at the clock while a guest of this store is busy.
///
/// # Errors
///
/// That the engine was not made [`stoppable`].
pub fn interrupt<T: 'static>(store: &mut Store<T>) -> Result<()> {
    store.set_fuel(u64::MAX)?;
    store.fuel_async_yield_interval(Some(SLICE))
}

/// Waits so long for work with a guest. This has to be around all of it: inside of the store a clock is not asked while the guest is
/// busy.
///
/// # Errors
///
/// The error of the work, or that it takes longer.
pub async fn in_time<T>(patience: Duration, work: impl Future<Output = Result<T>>) -> Result<T> {
    match tokio::time::timeout(patience, work).await {
        Ok(result) => result,
        Err(_) => Err(Error::msg(format!(
            "the guest has not ended in {patience:?}"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmtime::Engine;
    use wasmtime::component::{Component, Linker};

    #[test]
    fn a_guest_that_never_waits_is_stopped() {
        let mut config = Config::new();
        stoppable(&mut config);
        let engine = Engine::new(&config).expect("is a configuration");
        let component = r#"(component
            (core module $m (func (export "run") (loop br 0)))
            (core instance $i (instantiate $m))
            (func (export "run") (canon lift (core func $i "run"))))"#;
        let component = wat::parse_str(component).expect("is WebAssembly");
        let component = Component::new(&engine, component).expect("is a component");
        let mut store = Store::new(&engine, ());
        interrupt(&mut store).expect("is stoppable");
        let run = async {
            let instance = Linker::new(&engine)
                .instantiate_async(&mut store, &component)
                .await?;
            let run = instance.get_typed_func::<(), ()>(&mut store, "run")?;
            run.call_async(&mut store, ()).await
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("starts");
        let error = runtime
            .block_on(in_time(Duration::from_millis(100), run))
            .expect_err("it never ends");
        assert_eq!(error.to_string(), "the guest has not ended in 100ms");
    }
}
