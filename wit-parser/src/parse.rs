//! The way from text to syntax tree.

use crate::ast::{File, Item};
use crate::build::Builder;
use crate::generated::grammar::StartParser;
use crate::generated::tokens::Kind;
use crate::lexer::Tokens;
use crate::{Code, Diagnostic, Span};

/// Parses a file.
///
/// `base` is the global position of the first byte, [`SourceFile::start`](crate::SourceFile::start). What is wrong is
/// added to `diagnostics`; the tree then holds what could be read nonetheless.
pub fn parse<'s>(text: &'s str, base: u32, diagnostics: &mut Vec<Diagnostic>) -> File<'s> {
    let span = Span::new(base, base + text.len() as u32);
    let mut file = File { span, text, ..File::default() };
    let mut builder = Builder::new(text, base);
    let parser = StartParser::new();
    let mut stream = Tokens::new(text, base);
    let mut tokens = Vec::new();
    loop {
        stream.next_item(&mut tokens, diagnostics);
        let Some(first) = tokens.first() else { break };
        let start = (first.start, Kind::StartItems, first.start);
        let input =
            std::iter::once(start).chain(tokens.iter().map(|token| (token.start, token.kind, token.end)));
        if let Err(error) = parser.parse(&mut builder, input) {
            diagnostics.push(syntax_error(error));
            builder.reset();
            file.items.push(Item::Broken(Span::new(first.start, first.end)));
        }
        file.items.append(&mut builder.items);
        file.package = file.package.or(builder.packages.pop().map(|package| package.0));
    }
    diagnostics.append(&mut builder.diagnostics);
    file.comments = stream.comments;
    file
}

fn syntax_error(error: lalrpop_util::ParseError<u32, Kind, std::convert::Infallible>) -> Diagnostic {
    use lalrpop_util::ParseError as E;
    let (span, expected) = match error {
        E::InvalidToken { location } => (Span::new(location, location), Vec::new()),
        E::UnrecognizedEof { location, expected } => (Span::new(location, location), expected),
        E::UnrecognizedToken { token, expected } => (Span::new(token.0, token.2), expected),
        E::ExtraToken { token } => (Span::new(token.0, token.2), Vec::new()),
        E::User { error } => match error {},
    };
    Diagnostic::error(
        Code::UNEXPECTED_TOKEN,
        format!("unexpected token, expected {}", expected.join(", ")),
        span,
    )
}
