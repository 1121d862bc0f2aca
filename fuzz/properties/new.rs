//! What holds for `component new` and any bytes: it makes a component, or says why not; and what it makes of a module that
//! is valid validates.

use witc_component::new::{Module, Options, component};
use witc_parser::Code;

pub(crate) fn check(data: &[u8]) {
    let options = Options::default();
    let module = Module { bytes: data, world: None };
    let Err(diagnostics) = component(module, &[], &options) else { return };
    assert!(!diagnostics.is_empty());
    for diagnostic in &diagnostics {
        // What is invalid is invalid by itself, and not by what was made of it.
        let ours = diagnostic.code == Code::INVALID_COMPONENT
            && diagnostic.message.starts_with("the component does not validate");
        assert!(!ours, "{diagnostic:?}");
    }
}
