//! The procedural macro behind `witc::generate!`.
//!
//! A call goes through three steps: its arguments are parsed (`call`, with `keys` for the macro's own keys, `settings` for
//! the generator's options, and `path` and `strings` for what stands in them), the WIT is loaded and turned into Rust
//! (`sources`, `expand`), and the Rust becomes tokens (`output`, `debug`). Mistakes become errors of the compiler at the
//! argument that is to blame.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![cfg_attr(test, allow(dead_code))] // The entry point, for one, does not exist in tests.

mod call;
mod debug;
mod expand;
mod keys;
mod output;
mod path;
mod settings;
mod sources;
mod strings;
mod unexpected;

#[cfg(test)]
mod tests;

use proc_macro2::{Span, TokenStream, TokenTree};

/// Generates bindings; for the `generate!` of the crate `witc` alone, which passes its own name, `$crate`, before the
/// user's arguments.
#[cfg(not(test))]
#[proc_macro]
pub fn generate(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let mut input = TokenStream::from(input).into_iter();
    let Some(runtime) = input.next() else {
        // Only someone who calls the hidden macro by hand gets here: there is nothing to generate.
        return proc_macro::TokenStream::new();
    };
    expand_call(input.collect(), &runtime).into()
}

/// The expansion of a call; of one that fails, the errors and what keeps others from following from them.
fn expand_call(arguments: TokenStream, runtime: &TokenTree) -> TokenStream {
    let failed = |error: syn::Error, export: Option<&str>| {
        let mut tokens = error.to_compile_error();
        tokens.extend(output::no_export(export));
        tokens
    };
    let call = match call::parse(arguments, Span::call_site()) {
        Ok(call) => call,
        Err(error) => return failed(error, None),
    };
    let name = call.options.export_macro_name.as_deref();
    expand::expand(&call, runtime).unwrap_or_else(|error| failed(error, name))
}
