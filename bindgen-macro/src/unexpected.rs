//! Errors that say what was expected and what is there instead.

use proc_macro2::{Delimiter, TokenTree};
use syn::Error;
use syn::parse::ParseStream;

/// The error that `expected` should come next.
pub(crate) fn unexpected(input: ParseStream<'_>, expected: &str) -> Error {
    // A fork, so that whoever asks may still read the token.
    let message = match input.fork().parse::<TokenTree>() {
        Err(_) => format!("expected {expected}"),
        Ok(TokenTree::Group(group)) => {
            // A whole group as text would bury the message.
            let open = match group.delimiter() {
                Delimiter::Parenthesis => "(",
                Delimiter::Bracket => "[",
                Delimiter::Brace | Delimiter::None => "{",
            };
            format!("expected {expected}, found `{open}`")
        }
        Ok(tree) => format!("expected {expected}, found `{tree}`"),
    };
    // Not `input.error`, which puts words of its own in front where nothing is left.
    Error::new(input.span(), message)
}

/// Nothing may follow.
pub(crate) fn expect_end(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() {
        Ok(())
    } else {
        Err(input.error("nothing more is expected here"))
    }
}

/// Parses the items of a group, with commas between them and perhaps one more at the end.
pub(crate) fn comma_separated<T>(
    input: ParseStream<'_>,
    mut item: impl FnMut(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<Vec<T>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        items.push(item(input)?);
        // `Punctuated` would say only "expected `,`"; people look for what is there instead.
        if !input.is_empty() && input.parse::<Option<syn::Token![,]>>()?.is_none() {
            return Err(unexpected(input, "`,`"));
        }
    }
    Ok(items)
}
