//! The C back end: a header, a source file, and an object file with the type of the world.

mod async_exports;
mod async_imports;
mod bits;
mod built_in;
mod channel_functions;
mod channels;
mod check;
mod code;
mod context;
mod declare;
mod docs;
mod exports;
mod files;
mod free;
mod functions;
mod header;
mod helpers;
mod imports;
mod intern;
mod interner;
#[cfg(test)]
mod layout_tests;
mod lift;
mod lower;
mod lvalue;
mod names;
mod options;
mod resources;
mod runtime;
mod shapes;
mod spill;
mod strings;
mod structure;
mod tasks;
mod types;

use crate::c::context::Context;
use crate::c::files::NamedWorld;
use crate::c::helpers::Helpers;
use crate::c::interner::Interner;
use crate::c::names::Prefixes;
use crate::c::resources::ResourceFunctions;
pub use options::{Autodrop, Encoding, Options};
use witc_bindgen_core::{Backend, Input, Modules, Output, Perspective, Signature};
use witc_canonical_abi::Plans;
use witc_diagnostics::Diagnostic;

/// The C back end.
#[derive(Clone, Copy, Debug)]
pub enum C {}

impl Backend for C {
    type Options = Options;

    const NAME: &'static str = "c";

    fn write(input: Input<'_>, options: &Options) -> Output {
        let plans = Plans::new(input.resolve);
        let modules = Modules::new(input.resolve, input.world, Perspective::Guest);
        let diagnostics = check::check(&modules, &plans, options);
        let mut output = Output::failed(diagnostics);
        if output.has_errors() {
            return output;
        }
        // Names are given out in the order of the header (types, functions, resources, functions that free): of
        // two that are alike the later one gives way.
        let prefixes = Prefixes::new(&modules, options);
        let mut interner = Interner::new(&modules, &plans, &prefixes, options);
        interner.declare_all();
        let functions = functions::all(&mut interner, options);
        let Interner {
            mut types,
            mut symbols,
            ..
        } = interner;
        types.channels = channels::find(&types, &functions, &mut symbols, !options.no_helpers);
        // Async functions drop what they are lent themselves.
        let autodrop = options.drops_borrows() && !functions::lend_to_tasks(&types, &functions);
        let resources = types.resources.iter();
        let resources = resources
            .map(|resource| ResourceFunctions::new(&types, resource, &mut symbols, autodrop))
            .collect();
        types.name_free_functions(&mut symbols);
        let context = Context {
            types: &types,
            options,
            symbols,
            helpers: Helpers::default(),
        };
        NamedWorld {
            context,
            functions,
            resources,
        }
        .write(&input, &mut output);
        output
    }

    fn heads(input: Input<'_>, options: &Options) -> Result<Vec<Signature>, Vec<Diagnostic>> {
        let plans = Plans::new(input.resolve);
        let modules = Modules::new(input.resolve, input.world, Perspective::Guest);
        let found = Output::failed(check::check(&modules, &plans, options));
        if found.has_errors() {
            return Err(found.diagnostics);
        }
        let prefixes = Prefixes::new(&modules, options);
        let mut interner = Interner::new(&modules, &plans, &prefixes, options);
        interner.declare_all();
        let functions = functions::all(&mut interner, options);
        let signature = |function: &functions::CFunction<'_>| Signature {
            direction: function.direction,
            interface: function
                .interface(&modules)
                .map(|key| input.resolve.extern_name(key)),
            function: function.function.name.to_string(),
            text: function.prototype(&interner.types),
        };
        Ok(functions.iter().map(signature).collect())
    }
}
