//! Components of worlds and modules that are written as text.

#![allow(dead_code, reason = "every test uses a part of it")]

use witc_component::StringEncoding;
use witc_component::new::{Module, Options, component};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Loaded, Loader};

/// A package that has to be sound.
pub(crate) fn load(wit: &str) -> Loaded {
    let loaded = Loader::new().text("world.wit", wit).load();
    assert!(!loaded.has_errors(), "{:#?}", loaded.diagnostics);
    loaded
}

/// A module with the world of this name.
pub(crate) fn module<'a>(loaded: &'a Loaded, world: &str, bytes: &'a [u8]) -> Module<'a> {
    let world = loaded.resolve.packages[loaded.main[0]].worlds[world];
    Module {
        bytes,
        world: Some((&loaded.resolve, world, StringEncoding::Utf8)),
    }
}

/// The component of a module in text and world `w`.
pub(crate) fn make(wit: &str, wat: &str, options: &Options) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let (loaded, bytes) = (load(wit), wat::parse_str(wat).unwrap());
    component(module(&loaded, "w", &bytes), &[], options)
        .map(|component| component.into_bytes().into_owned())
}
