//! Which brackets of a text belong together.

use crate::generated::tokens::Kind;
use crate::lexer::Token;

/// Which brackets belong together.
pub(super) struct Brackets {
    /// For each token the index of the innermost bracket that is open before it, plus one; 0 if there is none.
    openers: Vec<usize>,
    /// For each opening bracket the index of the one that closes it, else 0.
    pub(super) closers: Vec<usize>,
    /// Whether none is missing.
    pub(super) balanced: bool,
}

impl Brackets {
    pub(super) fn new(tokens: &[Token]) -> Self {
        let mut open: Vec<usize> = Vec::new();
        let mut openers = Vec::with_capacity(tokens.len());
        let mut closers = vec![0; tokens.len()];
        let mut balanced = true;
        for (at, token) in tokens.iter().enumerate() {
            // Plus one, so that nothing is 0 and the list takes a word for each token.
            openers.push(open.last().map_or(0, |opener| opener + 1));
            match token.kind {
                Kind::LeftParen | Kind::LeftBrace | Kind::Less => open.push(at),
                // Whatever kind was opened: where kinds do not match, the parser has the better
                // message.
                Kind::RightParen | Kind::RightBrace | Kind::Greater => match open.pop() {
                    Some(opener) => closers[opener] = at,
                    None => balanced = false,
                },
                _ => {}
            }
        }
        balanced &= open.is_empty();
        Self {
            openers,
            closers,
            balanced,
        }
    }

    pub(super) fn opener(&self, at: usize) -> Option<usize> {
        self.openers
            .get(at)
            .copied()
            .unwrap_or_default()
            .checked_sub(1)
    }
}
