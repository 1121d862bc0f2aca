//! Punctuation that is right elsewhere and would break an item apart here: the placeholders of templates, `{{name}}`,
//! and `;` between parameters.

use super::head::{head, is_keyword, is_name};
use super::mistake::MAX_MISTAKES;
use super::mistake::{Element, Found, ListMistake, NameMistake};
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use witc_diagnostics::Span;

/// Makes names of placeholders, and commas of the `;` between parameters; each is reported.
pub(crate) fn take_out(tokens: &mut Vec<Token>, found: &mut Vec<Found>) {
    placeholders(tokens, found);
    semicolons(tokens, found);
}

/// Puts a missing name in the place of each `{{…}}`.
fn placeholders(tokens: &mut Vec<Token>, found: &mut Vec<Found>) {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        match placeholder(&tokens[at..]) {
            Some(length) if found.len() < MAX_MISTAKES => {
                let span = Span::new(tokens[at].start, tokens[at + length - 1].end);
                let after = kept.last().copied();
                found.push(Found::new(span, NameMistake::Placeholder { after }));
                kept.push(Token::missing(Kind::Ident, span.start));
                at += length;
            }
            _ => {
                kept.push(tokens[at]);
                at += 1;
            }
        }
    }
    *tokens = kept;
}

/// How many tokens the placeholder has that `tokens` start with.
fn placeholder(tokens: &[Token]) -> Option<usize> {
    // Eight tokens are longer than any path, and without a limit a row of `{` would be looked at again and again.
    let name_end = tokens.iter().skip(2).take(8).position(|token| {
        // Engines have paths in them, of whatever words: `{{ project.interface }}`.
        !is_name(token.kind) && !is_keyword(token.kind) && token.kind != Kind::Dot
    })? + 2;
    let touches = |first: usize| tokens[first].end == tokens[first + 1].start;
    let braces = |first: usize, kind: Kind| {
        let pair = tokens.get(first..first + 2);
        pair.is_some_and(|pair| pair.iter().all(|token| token.kind == kind)) && touches(first)
    };
    let is_one = name_end > 2 && braces(0, Kind::LeftBrace) && braces(name_end, Kind::RightBrace);
    is_one.then_some(name_end + 2)
}

/// Makes commas of the `;` between parameters: an item would end there.
fn semicolons(tokens: &mut [Token], found: &mut Vec<Found>) {
    let mut depth = 0_usize;
    let mut all: Vec<Token> = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at].kind {
            Kind::LeftParen => depth += 1,
            Kind::RightParen => depth = depth.saturating_sub(1),
            Kind::LeftBrace | Kind::RightBrace => depth = 0,
            Kind::Semicolon if depth > 0 && is_parameter(tokens, at + 1) => {
                all.push(tokens[at]);
                tokens[at].kind = Kind::Comma;
            }
            // A `(` that is never closed ends with its item.
            Kind::Semicolon => depth = 0,
            _ => {}
        }
        if depth == 0 {
            report(std::mem::take(&mut all), found);
        }
    }
    report(all, found);
}

/// Reports the `;` of one list of parameters, if there are any.
fn report(all: Vec<Token>, found: &mut Vec<Found>) {
    if let Some(first) = all.first()
        && found.len() < MAX_MISTAKES
    {
        let (span, element) = (first.span(), Element::Param);
        found.push(Found::new(span, ListMistake::Semicolons { element, all }));
    }
}

/// Whether a parameter starts at `at`, and no item.
fn is_parameter(tokens: &[Token], at: usize) -> bool {
    let [name, colon, ..] = tokens[at.min(tokens.len())..] else {
        return false;
    };
    is_name(name.kind) && colon.kind == Kind::Colon && head(tokens, at).is_none()
}
