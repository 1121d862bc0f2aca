//! The text that is rewritten: its tokens, what stands where, and the edits so far.

use super::brackets::Brackets;
use super::edits::Edits;
use super::sign::Sign;
use crate::ast::Comment;
use crate::codes;
use crate::escaped;
use crate::generated::tokens::Kind;
use crate::lexer::{Token, Tokens};
use crate::lexical::kebab;
use witc_diagnostics::{Diagnostic, Span};

/// A text, its tokens, and what is to be done with them.
pub(super) struct Rewriter<'s> {
    pub(super) text: &'s str,
    pub(super) base: u32,
    pub(super) tokens: Vec<Token>,
    pub(super) brackets: Brackets,
    pub(super) comments: Vec<Comment>,
    pub(super) edits: Edits,
    pub(super) signs: Vec<(Sign, Span)>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'s> Rewriter<'s> {
    pub(super) fn new(text: &'s str, base: u32) -> Self {
        let mut stream = Tokens::new(text, base);
        let mut tokens = Vec::new();
        stream.rest(&mut tokens, &mut Vec::new());
        Self {
            text,
            base,
            brackets: Brackets::new(&tokens),
            tokens,
            comments: stream.comments,
            edits: Edits::default(),
            signs: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn before(&self, at: usize) -> Option<Kind> {
        at.checked_sub(1).and_then(|before| self.kind(before))
    }

    pub(super) fn word_at(&self, at: usize) -> &'s str {
        self.tokens
            .get(at)
            .map_or("", |token| self.slice(token.span()))
    }

    pub(super) fn slice(&self, span: Span) -> &'s str {
        self.text
            .get((span.start - self.base) as usize..(span.end - self.base) as usize)
            .unwrap_or_default()
    }

    /// The kind of the innermost bracket that is open before a token.
    pub(super) fn opener(&self, at: usize) -> Option<Kind> {
        self.brackets
            .opener(at)
            .and_then(|opener| self.kind(opener))
    }

    /// The index of the token that closes the bracket at `open`.
    pub(super) fn closer(&self, open: usize) -> Option<usize> {
        self.brackets
            .closers
            .get(open)
            .copied()
            .filter(|&close| close > open)
    }

    pub(super) fn sign(&mut self, sign: Sign, span: Span) {
        self.signs.push((sign, span));
    }

    /// Replaces text; the comments in it stay.
    pub(super) fn replace(&mut self, span: Span, text: &str) {
        let mut new = text.to_owned();
        let from = self
            .comments
            .partition_point(|comment| comment.span.start < span.start);
        let inside = self.comments[from..]
            .iter()
            .take_while(|comment| comment.span.end <= span.end);
        for comment in inside {
            let comment = self.slice(comment.span);
            new.push(' ');
            new.push_str(comment);
            if comment.starts_with("//") {
                new.push('\n');
            }
        }
        self.edits.add(span, new);
    }

    pub(super) fn unknown(
        &mut self,
        span: Span,
        message: impl Into<String>,
        note: impl Into<String>,
    ) {
        self.diagnostics
            .push(Diagnostic::error(codes::UPGRADE_UNKNOWN, message, span).note(note));
    }

    /// The name as it is written today.
    pub(super) fn today(&self, word: &str) -> String {
        let name = word.strip_prefix('%').unwrap_or(word);
        kebab(name).map_or_else(|| word.to_owned(), |name| escaped(&name).into_owned())
    }
}
