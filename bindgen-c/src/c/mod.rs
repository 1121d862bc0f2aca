//! The C back end: a header, a source file, and an object file with the type of the world.

mod adapter;
mod check;
mod core;
mod docs;
mod exports;
mod files;
mod free;
mod functions;
mod header;
mod helpers;
mod imports;
mod intern;
#[cfg(test)]
mod layout_tests;
mod lift;
mod lower;
mod names;
mod options;
mod place;
mod resources;
mod strings;
mod types;

use crate::c::adapter::Adapter;
use crate::c::files::World;
use crate::c::names::Prefixes;
use crate::c::resources::ResourceFunctions;
use crate::c::types::{ResourceRef, Types};
pub use options::{Autodrop, Encoding, Options};
use witc_bindgen_core::{Backend, Input, Modules, Output, Perspective};
use witc_canonical_abi::Plans;

/// The C back end.
#[derive(Clone, Copy, Debug)]
pub enum C {}

impl Backend for C {
    type Options = Options;

    const NAME: &'static str = "c";

    fn generate(input: Input<'_>, options: &Options) -> Output {
        let plans = Plans::new(input.resolve);
        let modules = Modules::new(input.resolve, input.world, Perspective::Guest);
        let diagnostics = check::check(&modules, &plans, options);
        let mut output = Output::failed(diagnostics);
        if output.has_errors() {
            return output;
        }
        let prefixes = Prefixes::new(&modules, options);
        let mut types = Types::new(&modules, &plans, &prefixes, options);
        types.declare_all();
        let functions = functions::all(&mut types, options);
        let resources: Vec<_> = (0..types.resources.len())
            .map(|index| {
                ResourceFunctions::new(&mut types, ResourceRef(index), options.autodrop_borrows.0)
            })
            .collect();
        let adapter = Adapter::new(&mut types, options);
        World {
            adapter,
            functions,
            resources,
        }
        .write(&input, &mut output);
        output
    }
}
