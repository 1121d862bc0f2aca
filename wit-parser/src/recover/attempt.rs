//! One attempt of the grammar at some tokens, and the edits that could make it succeed.

use crate::build::Builder;
use crate::generated::grammar::StartParser;
use crate::generated::tokens::Kind;
use crate::keyword::keyword;
use crate::lexer::Token;
use lalrpop_util::ParseError;
use std::cell::Cell;

/// A change of one place in a list of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edit {
    /// A token of this kind before the one at the index.
    Insert(usize, Kind),
    /// The token at the index.
    Delete(usize),
    /// The token at the index becomes one of this kind.
    Replace(usize, Kind),
    /// The token at the index and the one before it change places.
    Swap(usize),
}

impl Edit {
    /// The tokens after the edit, from the start on.
    pub(crate) fn view(self, tokens: &[Token]) -> impl Iterator<Item = Token> + '_ {
        let at = match self {
            Self::Insert(at, _) | Self::Delete(at) | Self::Replace(at, _) => at,
            Self::Swap(at) => at - 1,
        };
        // An iterator, not a list: hundreds of edits are tried for one mistake, and most fail
        // within a few tokens.
        let (before, rest) = tokens.split_at(at);
        let (middle, skipped) = match self {
            Self::Insert(at, kind) => (
                [
                    Some(Token::missing(kind, insertion_point(tokens, at))),
                    None,
                ],
                0,
            ),
            Self::Delete(_) => ([None, None], 1),
            Self::Replace(at, kind) => ([Some(Token { kind, ..tokens[at] }), None], 1),
            Self::Swap(at) => ([Some(tokens[at]), Some(tokens[at - 1])], 2),
        };
        before
            .iter()
            .copied()
            .chain(middle.into_iter().flatten())
            .chain(rest[skipped..].iter().copied())
    }

    /// The place in the tokens before the edit that is at `index` after it.
    fn original(self, index: usize) -> usize {
        match self {
            Self::Insert(at, _) if index > at => index - 1,
            Self::Delete(at) if index >= at => index + 1,
            Self::Insert(..) | Self::Delete(_) | Self::Replace(..) | Self::Swap(_) => index,
        }
    }
}

/// The position of a token that is missing before the one at `at`.
pub(crate) fn insertion_point(tokens: &[Token], at: usize) -> u32 {
    match at.checked_sub(1).and_then(|before| tokens.get(before)) {
        Some(before) => before.end,
        None => tokens.get(at).map_or(0, |token| token.start),
    }
}

/// Where the grammar found no way on: the index of the token, and the terminals that would have been one.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) at: usize,
    terminals: Vec<String>,
}

// lalrpop tells the names of terminals, which are turned into kinds here and nowhere else.
impl Failure {
    /// The kinds of tokens that would have been a way on.
    pub(crate) fn expected(&self) -> Vec<Kind> {
        let names = self.terminals.iter();
        names.filter_map(|name| kind_of(name)).collect()
    }

    /// Whether a token of this kind would have been a way on.
    pub(crate) fn expects(&self, kind: Kind) -> bool {
        self.terminals
            .iter()
            .any(|name| kind_of(name) == Some(kind))
    }
}

/// The kind of token that the grammar's terminal of this name stands for; nothing for those that people don't write.
fn kind_of(terminal: &str) -> Option<Kind> {
    let name = terminal.trim_matches('"');
    Some(match name {
        "=" => Kind::Equals,
        "," => Kind::Comma,
        ":" => Kind::Colon,
        ";" => Kind::Semicolon,
        "." => Kind::Dot,
        "/" => Kind::Slash,
        "@" => Kind::At,
        "->" => Kind::Arrow,
        "(" => Kind::LeftParen,
        ")" => Kind::RightParen,
        "{" => Kind::LeftBrace,
        "}" => Kind::RightBrace,
        "<" => Kind::Less,
        ">" => Kind::Greater,
        "_" => Kind::Underscore,
        "identifier" => Kind::Ident,
        "integer" => Kind::Integer,
        "version" => Kind::Version,
        "text" => Kind::Text,
        _ => return keyword(name),
    })
}

/// Parses tokens as what `start` says, into `builder`. They come from one type of iterator: all of the grammar's machine is
/// compiled for each.
pub(crate) fn parse<'s>(
    parser: &StartParser,
    builder: &mut Builder<'s>,
    start: Kind,
    tokens: &mut dyn Iterator<Item = Token>,
) -> Result<(), Failure> {
    // lalrpop tells the position of a failure in the text, which several made-up tokens may share;
    // the count of tokens is exact.
    let read = Cell::new(0_usize);
    let mut first = None;
    let tokens = tokens.map(|token| {
        read.set(read.get() + 1);
        (token.start, token.kind, token.end)
    });
    let mut tokens = tokens.peekable();
    if let Some(token) = tokens.peek() {
        first = Some(token.0);
    }
    let first = first.unwrap_or_default();
    parser
        .parse(
            builder,
            std::iter::once((first, start, first)).chain(tokens),
        )
        .map_err(|error| match error {
            ParseError::UnrecognizedToken { expected, .. } => Failure {
                at: read.get().saturating_sub(1),
                terminals: expected,
            },
            ParseError::UnrecognizedEof { expected, .. } => Failure {
                at: read.get(),
                terminals: expected,
            },
            // Errors of the lexer and of actions, which this grammar has none of.
            _ => Failure {
                at: read.get().saturating_sub(1),
                terminals: Vec::new(),
            },
        })
}

/// How far after a failure an attempt is of interest.
// Longer than any item without braces that people write, so that an edit is seen to work on the
// rest of its item.
const WINDOW: usize = 64;

/// How many tokens an attempt reads that goes beyond `failed`.
pub(crate) fn cost(tokens: &[Token], failed: usize) -> usize {
    tokens.len().min(failed + WINDOW)
}

/// How far the grammar gets with an edit, counted in tokens before the edit; nothing if it gets to the end. It is not
/// followed much further than `failed`.
pub(crate) fn reach(
    parser: &StartParser,
    scratch: &mut Builder<'_>,
    start: Kind,
    tokens: &[Token],
    failed: usize,
    edit: Edit,
) -> Option<usize> {
    scratch.reset();
    scratch.diagnostics.clear();
    // An edit that gets beyond the window is good, however much further it gets: reading on would make the search as long as
    // the file for each edit.
    let mut read = edit.view(tokens).take(cost(tokens, failed) + 1);
    let failure = parse(parser, scratch, start, &mut read).err()?;
    Some(edit.original(failure.at))
}
