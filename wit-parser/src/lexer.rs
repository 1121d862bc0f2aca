//! The lexer's hand-written parts: what no regular expression can say, and the stream of tokens of one top-level item.

use crate::ast::Comment;
use crate::generated::tokens::Kind;
use crate::keyword::keyword;
use crate::{Diagnostic, Span};
use logos::{Lexer, Logos};

/// A token: its kind and its global position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Reads a block comment, which may contain others, to its end; false if there is none.
pub(crate) fn block_comment(lexer: &mut Lexer<'_, Kind>) -> bool {
    let bytes = lexer.remainder().as_bytes();
    let (mut depth, mut at) = (1_usize, 0);
    while depth > 0 {
        match bytes.get(at..) {
            Some([b'*', b'/', ..]) => (depth, at) = (depth - 1, at + 2),
            Some([b'/', b'*', ..]) => (depth, at) = (depth + 1, at + 2),
            Some([_, ..]) => at += 1,
            _ => break,
        }
    }
    lexer.bump(at);
    depth == 0
}

/// Reads a string literal to its end; false if there is none.
pub(crate) fn string(lexer: &mut Lexer<'_, Kind>) -> bool {
    let bytes = lexer.remainder().as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(b'"') => break lexer.bump(at + 1),
            Some(b'\\') if !matches!(bytes.get(at + 1), None | Some(b'\n')) => at += 1,
            Some(b'\n') | None => {
                lexer.bump(at);
                return false;
            }
            Some(_) => {}
        }
        at += 1;
    }
    true
}

/// What a well-formed name is: a keyword or just a name.
pub(crate) fn word(lexer: &mut Lexer<'_, Kind>) -> Kind {
    keyword(lexer.slice()).unwrap_or(Kind::Ident)
}

/// What a word is that is no well-formed name.
pub(crate) fn bad_word(lexer: &mut Lexer<'_, Kind>) -> Kind {
    if lexer.slice() == "_" { Kind::Underscore } else { Kind::BadIdent }
}

/// Cuts a file into the tokens of its top-level items.
pub(crate) struct Tokens<'s> {
    lexer: Lexer<'s, Kind>,
    base: u32,
    /// All comments so far.
    pub(crate) comments: Vec<Comment>,
    /// How many comments know what follows them.
    placed: usize,
}

impl<'s> Tokens<'s> {
    pub(crate) fn new(text: &'s str, base: u32) -> Self {
        let mut lexer = Kind::lexer(text);
        if text.starts_with('\u{feff}') {
            lexer.bump('\u{feff}'.len_utf8());
        }
        Self { lexer, base, comments: Vec::new(), placed: 0 }
    }

    /// Replaces `tokens` by those of the next item: up to a `;` or the end of the outermost braces. Nothing is left
    /// at the end of the file.
    pub(crate) fn next_item(&mut self, tokens: &mut Vec<Token>, diagnostics: &mut Vec<Diagnostic>) {
        tokens.clear();
        let mut depth = 0_usize;
        while let Some(kind) = self.lexer.next() {
            let range = self.lexer.span();
            let token = Token {
                kind: kind.unwrap_or(Kind::Underscore),
                start: self.base + range.start as u32,
                end: self.base + range.end as u32,
            };
            match token.kind {
                Kind::LineComment | Kind::BlockComment => {
                    self.comment(token);
                    continue;
                }
                Kind::LeftBrace => depth += 1,
                Kind::RightBrace => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.place_comments(token.start);
            tokens.push(token);
            if depth == 0 && matches!(token.kind, Kind::Semicolon | Kind::RightBrace) {
                return;
            }
        }
        self.place_comments(self.base + self.lexer.source().len() as u32);
        let _ = diagnostics;
    }

    fn comment(&mut self, token: Token) {
        let text = self.lexer.slice();
        let doc = match token.kind {
            Kind::LineComment => text.starts_with("///"),
            _ => text.starts_with("/**") && text != "/**/",
        };
        let end = token.end - u32::from(text.ends_with('\r'));
        self.comments.push(Comment { span: Span::new(token.start, end), before: u32::MAX, doc });
    }

    fn place_comments(&mut self, before: u32) {
        for comment in &mut self.comments[self.placed..] {
            comment.before = before;
        }
        self.placed = self.comments.len();
    }
}
