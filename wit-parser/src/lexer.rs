//! The lexer's hand-written parts: what no regular expression can say, and the tokens of one top-level item at a time.

use crate::ast::Comment;
use crate::code_points::word_end;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::keyword::keyword;
use crate::{lexical, odd, scan};
use logos::{Lexer, Logos};
use std::ops::Range;
use witc_diagnostics::{Diagnostic, Span};

/// A token: its kind and its global position. Only tokens that the parser made up are empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Token {
    /// A token that should stand at `position` and doesn't.
    pub(crate) fn missing(kind: Kind, position: u32) -> Self {
        Self {
            kind,
            start: position,
            end: position,
        }
    }

    pub(crate) fn is_missing(self) -> bool {
        self.start == self.end
    }

    pub(crate) fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Reads a line comment to its end.
pub(crate) fn line_comment(lexer: &mut Lexer<'_, Kind>) {
    let length = scan::line_comment(lexer.remainder().as_bytes());
    lexer.bump(length);
}

/// Reads a block comment to its end; false if there is none.
pub(crate) fn block_comment(lexer: &mut Lexer<'_, Kind>) -> bool {
    read_to(lexer, scan::block_comment)
}

/// Reads a string literal to its end; false if there is none on this line.
pub(crate) fn string(lexer: &mut Lexer<'_, Kind>) -> bool {
    read_to(lexer, scan::string)
}

/// Reads to where something ends, or should have ended; whether it does.
fn read_to(lexer: &mut Lexer<'_, Kind>, length: fn(&[u8]) -> Result<usize, usize>) -> bool {
    let length = length(lexer.remainder().as_bytes());
    let (Ok(bytes) | Err(bytes)) = length;
    lexer.bump(bytes);
    length.is_ok()
}

/// What a well-formed name is: a keyword or just a name.
pub(crate) fn word(lexer: &mut Lexer<'_, Kind>) -> Kind {
    keyword(lexer.slice()).unwrap_or(Kind::Ident)
}

/// What a word is that is no well-formed name.
pub(crate) fn bad_word(lexer: &mut Lexer<'_, Kind>) -> Kind {
    if lexer.slice() == "_" {
        Kind::Underscore
    } else {
        Kind::BadIdent
    }
}

/// Makes keywords of the names `get` and `set` before the `(` that `tokens` end with, unless they are those of a case.
pub(crate) fn mark_accessor(tokens: &mut [Token], text: &str, base: u32) {
    let [.., before, name, _] = tokens else {
        return;
    };
    // `variant v { get(u8) }`: there it is a name like any other.
    let is_case = matches!(
        before.kind,
        Kind::LeftBrace | Kind::Comma | Kind::RightParen
    );
    if name.kind == Kind::Ident && name.end - name.start == 3 && !is_case {
        match &text[(name.start - base) as usize..(name.end - base) as usize] {
            "get" => name.kind = Kind::Get,
            "set" => name.kind = Kind::Set,
            _ => {}
        }
    }
}

/// How deep types can be nested.
// As deep as types may be in a component. Resolver and formatter walk them by recursion, which this
// keeps within the stack.
pub(crate) const MAX_TYPE_DEPTH: usize = 100;

/// How deep braces can be nested; the deepest that mean anything are four: those of a list in an interface of a world
/// in a package.
pub(crate) const MAX_BRACE_DEPTH: usize = 20;

/// How many tokens a file can have.
// A token takes twelve bytes, so this is about a gigabyte for a file; one that people write has
// some thousands.
const MAX_TOKENS: usize = 100_000_000;

/// Splits a file into the tokens of its top-level items.
pub(crate) struct Tokens<'s> {
    lexer: Lexer<'s, Kind>,
    base: u32,
    /// All comments so far.
    pub(crate) comments: Vec<Comment>,
    /// How many comments know what follows them.
    placed: usize,
    /// Whether a comment without end ends with its line, rather than with the file.
    shortens_comments: bool,
    /// How many more tokens the file can have.
    room: usize,
    /// What is wrong with words and characters.
    pub(crate) report: lexical::Report<'s>,
}

impl<'s> Tokens<'s> {
    pub(crate) fn new(text: &'s str, base: u32) -> Self {
        // A byte order mark is no part of the text; some editors write one.
        let mut lexer = Kind::lexer(text);
        if text.starts_with('\u{feff}') {
            lexer.bump('\u{feff}'.len_utf8());
        }
        Self {
            lexer,
            base,
            comments: Vec::new(),
            placed: 0,
            shortens_comments: false,
            room: MAX_TOKENS,
            report: lexical::Report::default(),
        }
    }

    /// Ends comments without end with their line, rather than with the file.
    pub(crate) fn with_short_comments(self) -> Self {
        Self {
            shortens_comments: true,
            ..self
        }
    }

    fn source(&self) -> &'s str {
        self.lexer.source()
    }

    /// The global position of the first byte.
    pub(crate) fn base(&self) -> u32 {
        self.base
    }

    /// Replaces `tokens` by those of the next item: up to a `;` or the end of the outermost braces. Nothing is left
    /// at the end of the file. True if something is nested too deep to be parsed.
    pub(crate) fn next_item(
        &mut self,
        tokens: &mut Vec<Token>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        tokens.clear();
        let (mut braces, mut angles, mut too_deep) = (0_usize, 0_usize, false);
        while let Some(kind) = self.read(tokens, diagnostics) {
            match kind {
                Kind::LeftParen => mark_accessor(tokens, self.source(), self.base),
                Kind::Less => {
                    angles += 1;
                    // The item is read to its end all the same: the recovery reports the place.
                    too_deep |= angles > MAX_TYPE_DEPTH;
                }
                Kind::Greater => angles = angles.saturating_sub(1),
                Kind::LeftBrace => {
                    braces += 1;
                    too_deep |= braces > MAX_BRACE_DEPTH;
                }
                Kind::RightBrace => {
                    braces = braces.saturating_sub(1);
                    if braces == 0 {
                        break;
                    }
                }
                Kind::Semicolon => {
                    // A `<` that lacks its `>` should not make the rest of the braces too deep.
                    angles = 0;
                    if braces == 0 {
                        break;
                    }
                }
                _ => {}
            }
        }
        too_deep
    }

    /// Whether the first token is of this kind.
    pub(crate) fn starts_with(mut self, kind: Kind) -> bool {
        let is_comment =
            |kind: &Result<Kind, ()>| matches!(kind, Ok(Kind::LineComment | Kind::BlockComment));
        self.lexer.find(|found| !is_comment(found)) == Some(Ok(kind))
    }

    /// Adds all tokens that are left.
    pub(crate) fn rest(&mut self, tokens: &mut Vec<Token>, diagnostics: &mut Vec<Diagnostic>) {
        while let Some(kind) = self.read(tokens, diagnostics) {
            if kind == Kind::LeftParen {
                mark_accessor(tokens, self.source(), self.base);
            }
        }
    }

    /// Adds the next token, if there is one, and says what it is. The token goes to its place directly: as a result it would
    /// be written in parts and read as a whole, for which processors wait.
    #[inline]
    fn read(&mut self, tokens: &mut Vec<Token>, diagnostics: &mut Vec<Diagnostic>) -> Option<Kind> {
        while let Some(kind) = self.lexer.next() {
            let range = self.lexer.span();
            let (start, mut end) = (self.base + range.start as u32, self.base + range.end as u32);
            let kind = match kind {
                Ok(Kind::LineComment | Kind::BlockComment) => {
                    self.comment(Span::new(start, end));
                    continue;
                }
                Ok(Kind::BadIdent | Kind::BadNumber) if word_end(self.lexer.slice()).is_some() => {
                    match self.before_word_end(range, diagnostics) {
                        Some(token) => {
                            tokens.push(token);
                            return Some(token.kind);
                        }
                        None => continue,
                    }
                }
                Ok(Kind::BadIdent) => {
                    match self
                        .report
                        .word(self.source(), range, self.base, diagnostics)
                    {
                        Some(kind) => kind,
                        None => continue,
                    }
                }
                Ok(kind @ Kind::Ident) if range.len() > lexical::MAX_NAME => {
                    lexical::report_long_name(Span::new(start, end), diagnostics);
                    kind
                }
                Ok(kind) => kind,
                Err(()) => match self.broken(Span::new(start, end), diagnostics) {
                    Some((kind, position)) => {
                        end = position;
                        kind
                    }
                    None => continue,
                },
            };
            // Nearly never true, so that the call is not on the way of most tokens.
            if self.placed < self.comments.len() {
                self.place_comments(start);
            }
            match self.room.checked_sub(1) {
                Some(room) => self.room = room,
                None => {
                    self.stop(Span::new(start, end), diagnostics);
                    return None;
                }
            }
            tokens.push(Token { kind, start, end });
            return Some(kind);
        }
        self.place_comments(self.base + self.lexer.source().len() as u32);
        None
    }

    /// The word before a character that is no part of it, or nothing if a word starts with one, which is skipped.
    #[cold]
    fn before_word_end(
        &mut self,
        range: Range<usize>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Token> {
        let source = self.source();
        let (at, length) = word_end(&source[range.clone()])?;
        let place = range.start + at..range.start + at + length;
        let next = if at == 0 { place.end } else { place.start };
        // logos cannot go back, so that a new lexer starts at the place.
        let mut lexer = Kind::lexer(source);
        lexer.bump(next);
        self.lexer = lexer;
        if at == 0 {
            self.report
                .characters(source, place, self.base, diagnostics);
            return None;
        }
        let word = &source[range.start..place.start];
        let mut alone = Kind::lexer(word);
        let kind = match alone.next() {
            Some(Ok(kind)) if kind != Kind::BadIdent && alone.remainder().is_empty() => kind,
            _ => {
                let range = range.start..place.start;
                self.report.word(source, range, self.base, diagnostics)?
            }
        };
        let start = self.base + range.start as u32;
        self.place_comments(start);
        Some(Token {
            kind,
            start,
            end: self.base + place.start as u32,
        })
    }

    /// Reads nothing more.
    #[cold]
    fn stop(&mut self, span: Span, diagnostics: &mut Vec<Diagnostic>) {
        let message = format!("this file has more than {MAX_TOKENS} tokens");
        diagnostics.push(
            Diagnostic::error(codes::TOO_MANY_TOKENS, message, span)
                .label("nothing from here on is read")
                .note("split the package into several files"),
        );
        // To the end, so that whoever asks for tokens gets none.
        let rest = self.lexer.remainder().len();
        self.lexer.bump(rest);
    }

    /// What something stands for that the lexer could not read to its end, or at all, and where it ends.
    #[cold]
    fn broken(&mut self, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<(Kind, u32)> {
        let text = self.lexer.slice();
        if text.starts_with('"') {
            match lexical::further_lines(self.lexer.remainder()) {
                Some(length) => {
                    self.lexer.bump(length);
                    lexical::report_string_of_lines(self.lexer.slice(), span.start, diagnostics);
                }
                None => self.report.unclosed_string(text, span, diagnostics),
            }
            return Some((Kind::Text, self.base + self.lexer.span().end as u32));
        }
        let start = self.lexer.span().start;
        if text.starts_with("/*") {
            self.report.unclosed_comment(text, span, diagnostics);
            let line = text.find('\n').unwrap_or(text.len());
            if self.shortens_comments && line < text.len() {
                let mut lexer = Kind::lexer(self.lexer.source());
                lexer.bump(start + line);
                self.lexer = lexer;
                // Only the first, as each would be looked for its end.
                self.shortens_comments = false;
                return None;
            }
            self.comment(span);
        } else {
            self.report
                .characters(self.source(), self.lexer.span(), self.base, diagnostics);
            if text == "#" && odd::starts_comment(self.source(), self.lexer.span().start) {
                line_comment(&mut self.lexer);
            }
        }
        None
    }

    fn comment(&mut self, span: Span) {
        let text = self.lexer.slice();
        // An empty block comment has the same start.
        let block_doc = text.starts_with("/**") && text != "/**/";
        let end = span.end - u32::from(text.ends_with('\r'));
        self.comments.push(Comment {
            span: Span::new(span.start, end),
            // Known when the next token is read (`place_comments`).
            before: u32::MAX,
            doc: block_doc || text.starts_with("///"),
        });
    }

    fn place_comments(&mut self, before: u32) {
        for comment in &mut self.comments[self.placed..] {
            comment.before = before;
        }
        self.placed = self.comments.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_too_many_tokens_is_read_up_to_there() {
        let mut diagnostics = Vec::new();
        let mut stream = Tokens {
            room: 4,
            ..Tokens::new("a b c d e f /* g */", 0)
        };
        let mut tokens = Vec::new();
        stream.rest(&mut tokens, &mut diagnostics);
        assert_eq!(tokens.len(), 4);
        let [only] = diagnostics.as_slice() else {
            panic!("{diagnostics:?}")
        };
        assert_eq!(
            (only.code, only.primary.span),
            (codes::TOO_MANY_TOKENS, Span::new(8, 9))
        );
    }
}
