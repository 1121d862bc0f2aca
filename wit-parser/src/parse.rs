//! The way from text to syntax tree.

use crate::ast::File;
use crate::build::Builder;
use crate::code_points::check_code_points;
use crate::dialect;
use crate::generated::grammar::StartParser;
use crate::generated::tokens::Kind;
use crate::lexer::{Token, Tokens};
use crate::read::{parse_item, read};
use witc_diagnostics::{Diagnostic, Span};

/// Parses a file.
///
/// `base` is the global position of the first byte, [`SourceFile::start`](witc_diagnostics::SourceFile::start). What is wrong is
/// added to `diagnostics`; the tree then holds what could be read nonetheless. Takes time and memory in proportion to
/// the text, whatever it is.
pub fn parse<'s>(text: &'s str, base: u32, diagnostics: &mut Vec<Diagnostic>) -> File<'s> {
    let first = diagnostics.len();
    let parsed = read(text, base, diagnostics);
    // One mistake is no dialect, and looking for one reads the file again.
    if diagnostics.len() > first + 1 {
        dialect::recognize(text, base, first, diagnostics);
    }
    parsed.file
}

/// What a file has before its first item: the declaration of its package, if it starts with one, and comments.
///
/// Nothing if that can't be read; what is wrong with it is for [`parse`] to say.
#[must_use]
pub fn head(text: &str, base: u32) -> Option<File<'_>> {
    let span = Span::new(base, base + text.len() as u32);
    // Most files of a package do not declare it, and then nothing is parsed.
    if !Tokens::new(text, base).starts_with(Kind::Package) {
        return Some(File {
            span,
            text,
            ..File::default()
        });
    }
    let (mut tokens, mut diagnostics) = (Vec::new(), Vec::new());
    let mut stream = Tokens::new(text, base);
    stream.next_item(&mut tokens, &mut diagnostics);
    let mut builder = Builder::new(text, base);
    let is_read = parse_item(&StartParser::new(), &mut builder, &tokens);
    if !is_read
        || !diagnostics.is_empty()
        || !builder.diagnostics.is_empty()
        || !builder.items.is_empty()
    {
        return None;
    }
    let package = builder.packages.pop().map(|(package, _)| package);
    Some(File {
        span,
        text,
        package,
        comments: stream.comments,
        ..File::default()
    })
}

/// The places of the tokens of a text, and those of its comments, each in order. What is wrong below the level of syntax
/// is added to `diagnostics`; words that are no names and strings without end are tokens nonetheless.
#[must_use]
pub fn token_spans(
    text: &str,
    base: u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Span>, Vec<Span>) {
    check_code_points(text, base, diagnostics);
    let mut stream = Tokens::new(text, base);
    let mut tokens = Vec::new();
    stream.rest(&mut tokens, diagnostics);
    let comments = stream.comments.iter().map(|comment| comment.span).collect();
    // What the lexer made up has no place in the text.
    let written = tokens.into_iter().filter(|token| !token.is_missing());
    (written.map(Token::span).collect(), comments)
}
