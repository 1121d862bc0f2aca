//! The procedural macro behind `witc::generate!`.
//!
//! A call goes through four steps: its arguments are parsed (`call`, `value`, `strings`), the generator's options set
//! (`settings`), the WIT loaded and turned into Rust (`expand`), and that into tokens (`output`). What is wrong
//! becomes errors of the compiler (`error`).
//!
//! Every guest waits for this crate to be built, so it does without syn, quote and proc-macro2.

#![cfg_attr(test, allow(dead_code))] // The entry point, for one, is not there in tests.

// The unit tests run outside of a compiler, where `proc_macro` does nothing; its double has the same interface.
#[cfg(test)]
extern crate proc_macro2 as proc_macro;

mod call;
mod cursor;
mod debug;
mod error;
mod expand;
mod literal;
mod output;
mod settings;
mod sources;
mod strings;
mod value;

use proc_macro::{Span, TokenStream, TokenTree};

/// Not for people: the `generate!` of the crate `witc` calls this with its own name, `$crate`, before the arguments.
#[cfg(not(test))]
#[proc_macro]
pub fn generate(input: TokenStream) -> TokenStream {
    expand_call(input)
}

fn expand_call(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let Some(runtime) = input.next() else {
        return TokenStream::new();
    };
    call(input.collect(), &runtime)
        .unwrap_or_else(|errors| errors.iter().map(error::Error::to_tokens).collect())
}

fn call(arguments: TokenStream, runtime: &TokenTree) -> Result<TokenStream, Vec<error::Error>> {
    let call = call::parse(arguments, Span::call_site()).map_err(|error| vec![error])?;
    expand::expand(&call, runtime)
}
