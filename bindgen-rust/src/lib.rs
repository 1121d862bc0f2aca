//! Rust bindings for WIT worlds.
//!
//! [`Rust`] writes one file: a module for each interface, with types, functions to call and traits to implement, and an
//! `export!` macro. The functions that lift and lower values are written once for each type that needs them; what does
//! not depend on types is in the runtime module of the guest crate, which the output names `_rt`.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod alike;
mod async_mocks;
mod calls;
mod casts;
mod channel_words;
mod channels;
mod check;
mod code_blocks;
mod coder;
pub mod codes;
mod context;
mod docs;
mod export_macro;
mod exports;
mod expr;
mod files;
mod free;
mod functions;
mod give;
mod head;
mod helpers;
mod host_words;
mod imports;
mod layout;
mod lent;
mod lift;
mod lift_helpers;
mod lower;
mod members;
mod merge;
mod mock;
mod mode;
mod model;
mod module;
mod module_names;
mod names;
mod options;
mod payloads;
mod plain;
mod remap;
mod resources;
mod rust_type;
mod section;
mod shape;
mod signatures;
mod spell;
mod stubs;
mod subtasks;
mod types;
mod usage;

pub use options::{CRATE_PLACEHOLDER, Options, Ownership};

use context::Context;
use heck::ToSnakeCase;
use model::Model;
use remap::Remaps;
use section::Section;
use witc_bindgen_core::{Backend, Files, Input, Output, Signature};
use witc_diagnostics::Diagnostic;

/// The Rust back end. Its output is one file, named after the world in snake case.
#[derive(Clone, Copy, Debug)]
pub struct Rust;

impl Backend for Rust {
    type Options = Options;

    const NAME: &'static str = "rust";

    fn write(input: Input<'_>, options: &Options) -> Output {
        let Input { resolve, world } = input;
        let mut diagnostics = Vec::new();
        check::check(resolve, world, options, &mut diagnostics);
        let remaps = Remaps::new(resolve, world, options, &mut diagnostics);
        let cx = Context::new(Model::new(resolve, world, options, remaps));
        // Sizes are known from plans alone, so types that are too large for memory are found here,
        // not in `check`.
        diagnostics.extend(cx.plans.diagnose(resolve));
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Output::failed(diagnostics);
        }
        // The section is encoded before anything is written, since encoding can fail and writing
        // cannot.
        let section = match Section::new(&cx) {
            Ok(section) => section,
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                return Output::failed(diagnostics);
            }
        };
        let mut files = Files::new();
        let name = format!("{}.rs", resolve.worlds[world].name.to_snake_case());
        files.add(name, files::write(&cx, &section));
        Output { files, diagnostics }
    }

    fn heads(input: Input<'_>, options: &Options) -> Result<Vec<Signature>, Vec<Diagnostic>> {
        let Input { resolve, world } = input;
        let mut diagnostics = Vec::new();
        check::check(resolve, world, options, &mut diagnostics);
        let remaps = Remaps::new(resolve, world, options, &mut diagnostics);
        let cx = Context::new(Model::new(resolve, world, options, remaps));
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Err(diagnostics);
        }
        Ok(signatures::all(&cx))
    }
}
