//! The C++ back end: a header, a source file, an object file with the type of the world, and for each exported
//! resource a header that is the user's to edit.
//!
//! Lifting and lowering is not generated: the templates of the runtime's `wit_abi.h` do it for every type of C++ that
//! bindings have. The source file says what records and variants are made of.

mod alike;
mod asserts;
mod channels;
mod check;
mod code;
mod context;
mod declared;
mod exports;
mod files;
mod flavor;
mod functions;
mod headers;
mod identity;
mod imports;
mod names;
mod needs;
mod options;
mod order;
mod resources;
mod signatures;
mod specs;
mod spell;
mod types;
mod world;

use crate::cpp::channels::Channels;
use crate::cpp::functions::Functions;
use crate::cpp::names::Names;
use crate::cpp::needs::Needs;
use crate::cpp::world::NamedWorld;
pub use options::{ApiStyle, Options, Ownership};
use witc_bindgen_core::{Backend, Input, Modules, Output, Perspective, Signature};
use witc_canonical_abi::Plans;
use witc_diagnostics::Diagnostic;

/// The C++ back end.
#[derive(Clone, Copy, Debug)]
pub enum Cpp {}

impl Backend for Cpp {
    type Options = Options;

    const NAME: &'static str = "cpp";

    fn write(input: Input<'_>, options: &Options) -> Output {
        let plans = Plans::new(input.resolve);
        let modules = Modules::new(input.resolve, input.world, Perspective::Guest);
        let mut output = Output::failed(check::check(&modules, &plans, options));
        if output.has_errors() {
            return output;
        }
        with_names(&modules, &plans, options, |world| {
            files::write(world, &input, &mut output);
        });
        output
    }

    fn heads(input: Input<'_>, options: &Options) -> Result<Vec<Signature>, Vec<Diagnostic>> {
        let plans = Plans::new(input.resolve);
        let modules = Modules::new(input.resolve, input.world, Perspective::Guest);
        let found = Output::failed(check::check(&modules, &plans, options));
        if found.has_errors() {
            return Err(found.diagnostics);
        }
        Ok(with_names(&modules, &plans, options, signatures::all))
    }
}

/// Names everything in a world for what is written of it.
fn with_names<T>(
    modules: &Modules<'_>,
    plans: &Plans,
    options: &Options,
    write: impl FnOnce(NamedWorld<'_, '_>) -> T,
) -> T {
    let context = context::Context {
        modules,
        plans,
        options,
        needs: Needs::of(modules, plans, options),
    };
    // Types are named before functions, which give way: the name of a type is in more places of the user's code.
    let mut names = Names::new(context);
    let functions = Functions::new(context, &mut names);
    let channels = Channels::find(context, &names, &functions);
    write(NamedWorld {
        context,
        names: &names,
        functions: &functions,
        channels: &channels,
    })
}
