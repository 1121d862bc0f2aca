//! How deep tokens are in braces and in parentheses, and where a brace can stand.

use crate::generated::tokens::Kind;
use crate::lexer::{MAX_BRACE_DEPTH, Token};

/// How many tokens of a statement are looked at.
const MAX_STATEMENT: usize = 200;

/// How deep braces are nested.
pub(super) struct Depths {
    /// At the end of the tokens.
    pub(super) end: isize,
    pub(super) lowest: isize,
    /// The first brace that is too deep.
    pub(super) deep: Option<Token>,
}

impl Depths {
    pub(super) fn of(tokens: &[Token]) -> Self {
        let (mut depth, mut lowest, mut deep) = (0_isize, 0_isize, None);
        for token in tokens {
            match token.kind {
                Kind::LeftBrace => depth += 1,
                Kind::RightBrace => depth -= 1,
                _ => continue,
            }
            lowest = lowest.min(depth);
            if depth > MAX_BRACE_DEPTH as isize {
                deep = deep.or(Some(*token));
            }
        }
        Self {
            end: depth,
            lowest,
            deep,
        }
    }
}

/// Whether something of its statement has to follow after such a token, and no brace.
pub(super) fn leaves_open(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Colon
            | Kind::Arrow
            | Kind::Equals
            | Kind::Less
            | Kind::Comma
            | Kind::LeftParen
            | Kind::At
            | Kind::Slash
    )
}

fn ends_statement(kind: Kind) -> bool {
    matches!(kind, Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace)
}

/// Whether no `(` or `<` is open at the end of these tokens, in the statement that they end with.
pub(super) fn is_outside_of_parens(tokens: &[Token]) -> bool {
    let mut closed = 0_usize;
    // Without a limit, a long row of tokens would be read again at each brace after it.
    for token in tokens.iter().rev().take(MAX_STATEMENT) {
        match token.kind {
            Kind::RightParen | Kind::Greater => closed += 1,
            Kind::LeftParen | Kind::Less if closed == 0 => return false,
            Kind::LeftParen | Kind::Less => closed -= 1,
            kind if ends_statement(kind) => break,
            _ => {}
        }
    }
    true
}
