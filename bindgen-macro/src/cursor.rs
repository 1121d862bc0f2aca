//! A walk through tokens, with what the grammar of `generate!` needs to look at and to step over them.

use crate::error::{Error, Result};
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

/// The tokens of one delimited group, and how many of them were read.
pub(crate) struct Cursor {
    trees: Vec<TokenTree>,
    next: usize,
    /// Where an error about a missing token points: the closing delimiter, or the whole call.
    end: Span,
}

impl Cursor {
    pub(crate) fn new(tokens: TokenStream, end: Span) -> Self {
        let mut trees = Vec::new();
        flatten(tokens, &mut trees);
        Self {
            trees,
            next: 0,
            end,
        }
    }

    /// The next token, which stays where it is.
    pub(crate) fn peek(&self) -> Option<&TokenTree> {
        self.trees.get(self.next)
    }

    /// The token behind the next one.
    pub(crate) fn peek_second(&self) -> Option<&TokenTree> {
        self.trees.get(self.next + 1)
    }

    /// Steps over the next token.
    pub(crate) fn bump(&mut self) -> Option<TokenTree> {
        let tree = self.peek().cloned();
        self.next += usize::from(tree.is_some());
        tree
    }

    pub(crate) fn at_end(&self) -> bool {
        self.next >= self.trees.len()
    }

    /// The place of the next token, or of what closes the group.
    pub(crate) fn span(&self) -> Span {
        self.peek().map_or(self.end, TokenTree::span)
    }

    /// Whether the next token is this punctuation character.
    pub(crate) fn at_punct(&self, char: char) -> bool {
        matches!(self.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == char)
    }

    /// Steps over a punctuation character if it comes next.
    pub(crate) fn eat_punct(&mut self, char: char) -> bool {
        let found = self.at_punct(char);
        self.next += usize::from(found);
        found
    }

    /// Steps over `::` if it comes next.
    pub(crate) fn eat_path_separator(&mut self) -> bool {
        let second =
            matches!(self.peek_second(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
        let found = self.at_punct(':') && second;
        self.next += 2 * usize::from(found);
        found
    }

    /// Steps over this identifier if it comes next.
    pub(crate) fn eat_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(TokenTree::Ident(ident)) if ident.to_string().as_str() == word);
        self.next += usize::from(found);
        found
    }

    /// Steps over an identifier if one comes next.
    pub(crate) fn eat_ident(&mut self) -> Option<Ident> {
        let Some(TokenTree::Ident(ident)) = self.peek() else {
            return None;
        };
        let ident = ident.clone();
        self.next += 1;
        Some(ident)
    }

    /// Whether a group with these delimiters comes next.
    pub(crate) fn at_group(&self, delimiter: Delimiter) -> bool {
        matches!(self.peek(), Some(TokenTree::Group(group)) if group.delimiter() == delimiter)
    }

    /// Steps over a group with these delimiters, and gives its contents.
    pub(crate) fn eat_group(&mut self, delimiter: Delimiter) -> Option<Self> {
        let Some(TokenTree::Group(group)) = self.peek() else {
            return None;
        };
        if group.delimiter() != delimiter {
            return None;
        }
        let contents = Self::new(group.stream(), group.span_close());
        self.next += 1;
        Some(contents)
    }

    /// The items of the group, each read by `item`, with commas between them and perhaps one more at the end.
    pub(crate) fn comma_separated<T>(
        mut self,
        mut item: impl FnMut(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut items = Vec::new();
        while !self.at_end() {
            items.push(item(&mut self)?);
            if !self.at_end() && !self.eat_punct(',') {
                return Err(self.unexpected("`,`"));
            }
        }
        Ok(items)
    }

    /// All that was not read.
    pub(crate) fn rest(self) -> TokenStream {
        self.trees.into_iter().skip(self.next).collect()
    }

    /// The error that something else was expected here.
    pub(crate) fn unexpected(&self, expected: &str) -> Error {
        let message = match self.peek() {
            None => format!("expected {expected}"),
            Some(TokenTree::Group(group)) => {
                let open = match group.delimiter() {
                    Delimiter::Parenthesis => "(",
                    Delimiter::Bracket => "[",
                    Delimiter::Brace | Delimiter::None => "{",
                };
                format!("expected {expected}, found `{open}`")
            }
            Some(tree) => format!("expected {expected}, found `{tree}`"),
        };
        Error::new(self.span(), message)
    }

    /// Nothing may follow.
    pub(crate) fn expect_end(&self) -> Result<()> {
        match self.peek() {
            None => Ok(()),
            Some(tree) => Err(Error::new(tree.span(), "nothing more is expected here")),
        }
    }
}

/// Dissolves the invisible groups that a `macro_rules!` puts around what it was passed as a literal, say.
fn flatten(tokens: TokenStream, trees: &mut Vec<TokenTree>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                flatten(group.stream(), trees)
            }
            tree => trees.push(tree),
        }
    }
}
