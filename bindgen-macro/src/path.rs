//! Rust paths in arguments: `generate`, `serde::Serialize`, `::my_crate::Wrapper<u8>`.

use crate::strings::Inputs;
use crate::unexpected::unexpected;
use proc_macro2::{Ident, Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Error, Result, Token};

/// Whether a path comes next, judged by its first token.
pub(crate) fn at_path(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any) || input.peek(Token![::])
}

/// Parses a path and gives its text, with blanks only within generic arguments.
///
/// `syn::Path` would bring in the grammar of all types and expressions, which is most of syn and would cost every guest's
/// first build; the compiler checks the generic arguments anyway, where the path is used.
pub(crate) fn path(input: ParseStream<'_>, inputs: &mut Inputs) -> Result<String> {
    let mut text = String::new();
    if input.parse::<Option<Token![::]>>()?.is_some() {
        text.push_str("::");
    }
    loop {
        if !input.peek(Ident::peek_any) {
            return Err(unexpected(input, "an identifier"));
        }
        text.push_str(&inputs.spell(input.call(Ident::parse_any)?));
        if input.peek(Token![<]) {
            text.push_str(&generics(input)?);
        }
        if input.parse::<Option<Token![::]>>()?.is_none() {
            return Ok(text);
        }
        text.push_str("::");
    }
}

/// `<…>`, to the angle bracket that closes it.
fn generics(input: ParseStream<'_>) -> Result<String> {
    let open = input.span();
    let mut depth = 0usize;
    let mut after_minus = false;
    let mut tokens = TokenStream::new();
    while !input.is_empty() {
        let tree: TokenTree = input.parse()?;
        if let TokenTree::Punct(punct) = &tree {
            match punct.as_char() {
                '<' => depth += 1,
                // The arrow of `Fn() -> T` closes nothing.
                '>' if !after_minus => depth -= 1,
                _ => {}
            }
            // Only a joined `->` is an arrow; in `- >` the second one closes.
            after_minus = punct.as_char() == '-' && punct.spacing() == Spacing::Joint;
        } else {
            after_minus = false;
        }
        tokens.extend([tree]);
        if depth == 0 {
            return Ok(tokens.to_string());
        }
    }
    Err(Error::new(open, "this `<` is not closed"))
}
