//! From the generator's text to the tokens that the call expands to.

use std::path::PathBuf;

use proc_macro::{Group, Span, TokenStream, TokenTree};

use crate::error::{Error, Result};
use crate::strings::Inputs;

/// Parses generated text and puts the token that names the runtime's crate where the text has the placeholder.
///
/// The token is the `$crate` of the `macro_rules!` around this macro. It means that crate wherever it ends up, whatever the
/// user calls it; no text can spell it.
pub(crate) fn tokens(text: &str, placeholder: &str, runtime: &TokenTree, call: Span) -> Result<TokenStream> {
    let tokens: TokenStream = text.parse().map_err(|error| {
        Error::new(call, format!("the generated code is no Rust, which is a bug of witc: {error}"))
    })?;
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut left = code.map(|line| line.matches(placeholder).count()).sum();
    Ok(substitute(tokens, placeholder, runtime, &mut left))
}

/// Goes no further than the last place, as most of a text is behind it.
fn substitute(tokens: TokenStream, placeholder: &str, runtime: &TokenTree, left: &mut usize) -> TokenStream {
    let replace = |tree| match tree {
        _ if *left == 0 => tree,
        TokenTree::Ident(ident) if ident.to_string().as_str() == placeholder => {
            *left -= 1;
            runtime.clone()
        }
        TokenTree::Group(group) => {
            let contents = substitute(group.stream(), placeholder, runtime, left);
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
    let mut text = String::new();
    for file in files.chain(inputs.files.iter().cloned()) {
        // A path that is no Unicode can't be spelled; its file goes untracked.
        if let Some(file) = file.to_str() {
            text.push_str(&format!("const _: &[u8] = ::core::include_bytes!({file:?});\n"));
        }
    }
    for variable in &inputs.variables {
        text.push_str(&format!(
            "const _: ::core::option::Option<&str> = ::core::option_env!({variable:?});\n"
        ));
    }
    text.parse().unwrap_or_default()
}

/// A warning of the compiler at a place. A stable macro can't warn, but a use of something deprecated does.
pub(crate) fn warning(span: Span, message: &str) -> TokenStream {
    let text =
        format!("const _: () = {{ #[deprecated(note = {message:?})] const GENERATE: () = (); GENERATE }};");
    let tokens: TokenStream = text.parse().unwrap_or_default();
    respan(tokens, span)
}

fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    let place = |mut tree: TokenTree| {
        if let TokenTree::Group(group) = &tree {
            tree = Group::new(group.delimiter(), respan(group.stream(), span)).into();
        }
        tree.set_span(span);
        tree
    };
    tokens.into_iter().map(place).collect()
}
