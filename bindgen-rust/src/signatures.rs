//! The heads of all functions of a world, for documentation.

use crate::context::Context;
use crate::functions::{self, Use};
use witc_bindgen_core::{FunctionName, ModuleId, Signature};
use witc_resolve::{Direction, Function};

/// The heads, those of each module together, without those of functions that are to be skipped.
pub(crate) fn all(cx: &Context<'_>) -> Vec<Signature> {
    let modules = cx.modules.iter().flat_map(|(id, module)| {
        let functions = module.functions.iter();
        functions.map(move |function| (id, module.direction, *function))
    });
    let root = cx.modules.root();
    let exports = cx.modules.world_exports.iter();
    modules
        .chain(exports.map(|function| (root, Direction::Export, *function)))
        .filter(|(.., function)| !cx.skips(function))
        .map(|(module, direction, function)| signature(cx, module, direction, function))
        .collect()
}

fn signature(
    cx: &Context<'_>,
    module: ModuleId,
    direction: Direction,
    function: &Function,
) -> Signature {
    let as_used = match direction {
        Direction::Import => Use::Called,
        Direction::Export => Use::Implemented,
    };
    let params = functions::params(cx, module, function, as_used);
    let name = FunctionName {
        resolve: cx.resolve,
        direction,
        interface: cx.key(module),
        function,
    };
    // Traits have no chains.
    let chaining = match as_used {
        Use::Called => cx.options.chainable_methods.chaining(name),
        Use::Implemented => None,
    };
    let head = functions::head(cx, module, as_used, function, &params, chaining);
    let interface = cx.module(module).interface;
    Signature {
        direction,
        interface: interface.map(|(key, _)| cx.resolve.extern_name(key)),
        function: function.name.to_string(),
        text: head.line().fit(0, 0),
    }
}
