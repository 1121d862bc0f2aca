//! Resources that the host implements: numbers, of which a test knows what they stand for.

use crate::{Program, Result, State, Val};
use wasmtime::AsContextMut;
use wasmtime::component::{Resource, ResourceType};

/// The type that the resources of the host have for wasmtime. All are of one type, so that a test can't tell them apart
/// by it.
struct Numbered;

impl Program {
    /// Implements an imported resource; `drop` gets the number of one that is gone.
    ///
    /// # Errors
    ///
    /// That it is implemented already.
    pub fn resource<F>(&mut self, interface: &str, name: &str, drop: F) -> Result<()>
    where
        F: Fn(u32) + Send + Sync + 'static,
    {
        let mut interface = self.linker.instance(interface)?;
        interface.resource(name, ResourceType::host::<Numbered>(), move |_, number| {
            drop(number);
            Ok(())
        })
    }
}

/// Whether a resource is one of the host.
#[must_use]
pub fn is_of_host(resource: &ResourceType) -> bool {
    *resource == ResourceType::host::<Numbered>()
}

/// An owned handle of the resource of this number.
///
/// # Errors
///
/// That the store has no room.
pub fn own(store: impl AsContextMut<Data = State>, number: u32) -> Result<Val> {
    Ok(Val::Resource(
        Resource::<Numbered>::new_own(number).try_into_resource_any(store)?,
    ))
}

/// The number of a resource of the host. A handle that is owned ends here, without what happens when one is dropped.
///
/// # Errors
///
/// That the value is no handle, or one of another resource.
pub fn number(store: impl AsContextMut<Data = State>, handle: &Val) -> Result<u32> {
    let Val::Resource(handle) = handle else {
        return Err(crate::Error::msg("this is no handle"));
    };
    // wasmtime keeps count of handles that are lent: one that is not taken back is an error at the end of the call.
    Ok(handle.try_into_resource::<Numbered>(store)?.rep())
}
