//! What holds for `component new` and any bytes: it makes a component that validates, or says why not.

use witc_component::new::{Module, Options, component};

pub(crate) fn check(data: &[u8]) {
    match component(
        Module {
            bytes: data,
            world: None,
        },
        &[],
        &Options::default(),
    ) {
        Ok(component) => assert!(!component.is_empty()),
        Err(diagnostics) => assert!(!diagnostics.is_empty()),
    }
}
