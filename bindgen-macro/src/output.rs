//! From the generator's text to the tokens that the call expands to.

use std::path::PathBuf;

use crate::strings::Inputs;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{Error, Result};

/// What a text has in place of a token that it can't spell, and the token.
pub(crate) type StandIn = (String, TokenTree);

/// Parses generated text and puts tokens where the text has what stands for them.
///
/// One of them is the `$crate` of the `macro_rules!` around this macro. It means that crate wherever it ends up, whatever
/// the user calls it; no text can spell it.
pub(crate) fn tokens(text: &str, stand_ins: &[StandIn], call: Span) -> Result<TokenStream> {
    let tokens: TokenStream = text.parse().map_err(|error| {
        Error::new(
            call,
            format!("the generated code is not Rust, which is a bug in witc: {error}"),
        )
    })?;
    // At least as many as there are tokens of these names: each of them is in the text. What is in a comment or a string
    // counts as well, which costs time and changes nothing; nearly always there is nothing of that kind.
    let occurrences = stand_ins.iter().map(|(name, _)| text.matches(name).count());
    let mut left = occurrences.sum();
    Ok(substitute(tokens, stand_ins, &mut left))
}

/// Goes no further than the last of `left` places, as most of a text comes after it.
fn substitute(tokens: TokenStream, stand_ins: &[StandIn], left: &mut usize) -> TokenStream {
    let replace = |tree| match tree {
        // When all are replaced, the rest is passed on without looking into its groups.
        _ if *left == 0 => tree,
        TokenTree::Ident(ident) => {
            let name = ident.to_string();
            let Some((_, token)) = stand_ins.iter().find(|(stand_in, _)| *stand_in == name) else {
                return ident.into();
            };
            *left -= 1;
            token.clone()
        }
        TokenTree::Group(group) => {
            let contents = substitute(group.stream(), stand_ins, left);
            let mut replaced = Group::new(group.delimiter(), contents);
            replaced.set_span(group.span());
            replaced.into()
        }
        tree => tree,
    };
    tokens.into_iter().map(replace).collect()
}

/// Constants without a name that make the compiler note what the call depends on, so that a change compiles it again.
pub(crate) fn tracking(files: impl Iterator<Item = PathBuf>, inputs: &Inputs) -> TokenStream {
    let files = files.chain(inputs.files.iter().cloned());
    // A path that is no Unicode can't be spelled; its file goes untracked.
    let files = files.filter_map(|file| Some(file.to_str()?.to_owned()));
    let variables = &inputs.variables;
    quote! {
        #(const _: &[u8] = ::core::include_bytes!(#files);)*
        #(const _: ::core::option::Option<&str> = ::core::option_env!(#variables);)*
    }
}

/// An `export!` that takes anything and does nothing, for a call that fails: that there is none would only be one more error.
pub(crate) fn no_export(name: Option<&str>) -> TokenStream {
    let name = name.unwrap_or("export");
    let Ok(name) = syn::parse_str::<Ident>(name) else {
        return TokenStream::new();
    };
    quote! {
        #[allow(unused_macros)]
        macro_rules! __witc_no_export {
            ($($_type:tt)*) => {};
        }
        #[allow(unused_imports)]
        pub(crate) use __witc_no_export as #name;
    }
}

/// A warning of the compiler at a place. A stable macro can't warn, but a use of something deprecated does.
pub(crate) fn warning(span: Span, message: &str) -> TokenStream {
    quote_spanned! {span=>
        const _: () = {
            #[deprecated(note = #message)]
            const GENERATE: () = ();
            GENERATE
        };
    }
}
