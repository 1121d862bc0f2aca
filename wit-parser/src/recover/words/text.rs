//! The words of a text: its tokens as messages name them.

use super::kinds;
use crate::lexer::Token;
use crate::recover::layout::Layout;

/// The text that words are taken from.
#[derive(Clone, Copy)]
pub(crate) struct Words<'s> {
    pub(crate) layout: Layout<'s>,
}

impl Words<'_> {
    /// A token's text in backquotes, shortened if it is long.
    pub(super) fn quoted(self, token: Token) -> String {
        if token.is_missing() {
            return kinds::symbol(token.kind).to_owned();
        }
        // The message puts backquotes around it.
        let text = self.layout.text(token).trim_matches('`');
        // A string or a run of letters may be as long as the file.
        match text.char_indices().nth(40) {
            Some((end, _)) => format!("`{}…`", &text[..end]),
            None => format!("`{text}`"),
        }
    }

    /// "after `x`", or "here" where nothing is before.
    pub(super) fn after(self, token: Option<Token>) -> String {
        match token {
            Some(token) => format!("after {}", self.quoted(token)),
            None => "here".to_owned(),
        }
    }

    /// ", found `x`", or nothing at the end.
    pub(super) fn found(self, token: Option<Token>) -> String {
        token.map_or_else(String::new, |token| {
            format!(", found {}", self.quoted(token))
        })
    }
}
