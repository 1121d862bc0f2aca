//! Definitions that are written as in TypeScript and its like: `type t = record { … };`.

use super::head::is_name;
use super::mistake::{Found, ItemMistake, MAX_MISTAKES, Mistake};
use crate::generated::tokens::Kind;
use crate::lexer::Token;

/// Makes `record t { … }` of such definitions, and says so.
pub(crate) fn translate(tokens: &mut Vec<Token>, found: &mut Vec<Found>) {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    // Per brace that is open the place in `found` of the definition that it belongs to.
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        if found.len() < MAX_MISTAKES
            && let [first, name, equals, keyword, brace] = tokens[at..tokens.len().min(at + 5)]
            && first.kind == Kind::Type
            && is_name(name.kind)
            && equals.kind == Kind::Equals
            && is_definition(keyword.kind)
            && brace.kind == Kind::LeftBrace
        {
            open.push(Some(found.len()));
            let mistake = ItemMistake::DefinitionAsType {
                keyword,
                name,
                semicolon: None,
            };
            found.push(Found::new(first.span().to(keyword.span()), mistake));
            kept.extend([keyword, name, brace]);
            at += 5;
            continue;
        }
        match token.kind {
            Kind::LeftBrace => open.push(None),
            Kind::RightBrace => {
                let definition = open.pop().flatten();
                if let Some(index) = definition
                    && let Some(next) = tokens.get(at + 1)
                    && next.kind == Kind::Semicolon
                {
                    if let Mistake::Item(ItemMistake::DefinitionAsType { semicolon, .. }) =
                        &mut found[index].mistake
                    {
                        *semicolon = Some(*next);
                    }
                    kept.push(token);
                    at += 2;
                    continue;
                }
            }
            _ => {}
        }
        kept.push(token);
        at += 1;
    }
    *tokens = kept;
}

/// Whether a keyword defines a type whose parts are in braces.
fn is_definition(keyword: Kind) -> bool {
    matches!(
        keyword,
        Kind::Record | Kind::Variant | Kind::Enum | Kind::Flags | Kind::Resource
    )
}
