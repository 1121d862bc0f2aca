//! Rust bindings for WIT worlds.
//!
//! [`Rust`] writes one file: a module for each interface, with types, functions to call and traits to implement, and an
//! `export!` macro. The functions that lift and lower values are written once for each type that needs them; what does
//! not depend on types is in the runtime module of the guest crate, which the output names `_rt`.

mod check;
mod code;
pub mod codes;
mod context;
mod docs;
mod export;
mod export_macro;
mod fold;
mod free;
mod functions;
mod give;
mod helpers;
mod import;
mod lift;
mod lower;
mod merge;
mod mock;
mod module;
mod names;
mod options;
mod plain;
mod remap;
mod resource;
mod root;
mod section;
mod stubs;
mod ty;
mod types;
mod usage;

pub use options::{Options, Ownership};

use context::Context;
use heck::ToSnakeCase;
use remap::Remaps;
use section::Section;
use witc_bindgen_core::{Backend, Files, Input, Options as _, Output, fingerprint};
use witc_diagnostics::Diagnostic;
use witc_resolve::Direction;

/// The Rust back end. Its output is one file, named after the world in snake case.
#[derive(Clone, Copy, Debug)]
pub struct Rust;

/// The name that stands for the guest crate in the output where no runtime path is given and the crate isn't known by
/// name: the macro puts `$crate` in its place, which no text can spell.
pub const CRATE_PLACEHOLDER: &str = "__witc_crate";

impl Backend for Rust {
    type Options = Options;

    const NAME: &'static str = "rust";

    fn generate(input: Input<'_>, options: &Options) -> Output {
        let Input { resolve, world } = input;
        let mut diagnostics = Vec::new();
        check::check(resolve, world, options, &mut diagnostics);
        let remaps = Remaps::new(resolve, world, options, &mut diagnostics);
        let cx = Context::new(resolve, world, options, remaps);
        diagnostics.extend(cx.plans.diagnose(resolve));
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Output::failed(diagnostics);
        }
        let section = match Section::new(&cx) {
            Ok(section) => section,
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                return Output::failed(diagnostics);
            }
        };
        let mut files = Files::new();
        let name = format!("{}.rs", resolve.worlds[world].name.to_snake_case());
        files.add(name, root::write(&cx, &section));
        Output { files, diagnostics }
    }
}

/// What tells these bindings from all others that may meet them in a program: the world, and the options.
pub(crate) fn identity(cx: &Context<'_>) -> String {
    let world = cx.modules.world;
    let package = world
        .package
        .map(|id| cx.resolve.packages[id].name.to_string())
        .unwrap_or_default();
    let mut parts = vec![package.into_bytes(), world.name.as_bytes().to_vec()];
    parts.extend(
        cx.options
            .given()
            .into_iter()
            .map(|given| given.to_string().into_bytes()),
    );
    for (direction, key, _) in cx.resolve.externs(cx.world) {
        let side = if direction == Direction::Import {
            "import "
        } else {
            "export "
        };
        parts.push(format!("{side}{}", cx.resolve.extern_name(key)).into_bytes());
    }
    fingerprint(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// The path of the runtime module.
pub(crate) fn runtime_path(options: &Options) -> &str {
    options.runtime_path.as_deref().unwrap_or("witc::rt")
}
