//! What can be wrong with a call of `generate!`, as errors of the compiler.

use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// A message for a place in the user's program.
#[derive(Clone, Debug)]
pub(crate) struct Error {
    /// The place: the argument that is to blame, or the whole call.
    pub(crate) span: Span,
    /// What is wrong; more than one line where WIT text is shown.
    pub(crate) message: String,
}

/// What parsing the call gives.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
        }
    }

    /// `::core::compile_error! { "message" }`, placed so that the compiler shows the error at the span.
    pub(crate) fn to_tokens(&self) -> TokenStream {
        let at = |mut tree: TokenTree| {
            tree.set_span(self.span);
            tree
        };
        let colon = |spacing| at(Punct::new(':', spacing).into());
        let message = at(Literal::string(&self.message).into());
        TokenStream::from_iter([
            colon(Spacing::Joint),
            colon(Spacing::Alone),
            Ident::new("core", self.span).into(),
            colon(Spacing::Joint),
            colon(Spacing::Alone),
            Ident::new("compile_error", self.span).into(),
            at(Punct::new('!', Spacing::Alone).into()),
            at(Group::new(Delimiter::Brace, message.into()).into()),
        ])
    }
}
