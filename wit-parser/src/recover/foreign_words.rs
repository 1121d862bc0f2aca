//! Misspelt keywords and those of other languages where they start an item with braces: what the braces hold can only be
//! told once they are known.

use super::finder::Finder;
use super::head::is_name;
use super::layout::Layout;
use super::mistake::Found;
use super::mistake::MAX_MISTAKES;
use super::repair::misspelt;
use crate::foreign;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::scope::Scope;

const BRACED: [(&str, Kind); 7] = [
    ("interface", Kind::Interface),
    ("world", Kind::World),
    ("resource", Kind::Resource),
    ("record", Kind::Record),
    ("variant", Kind::Variant),
    ("enum", Kind::Enum),
    ("flags", Kind::Flags),
];

/// Makes keywords of such words, and says so.
pub(crate) fn translate(tokens: &mut [Token], layout: Layout<'_>, found: &mut Vec<Found>) {
    for at in 0..tokens.len() {
        if found.len() >= MAX_MISTAKES {
            return;
        }
        let [word, name, brace] = tokens[at..tokens.len().min(at + 3)] else {
            return;
        };
        // Elsewhere such a word is a name, and rightly so.
        let starts = at.checked_sub(1).is_none_or(|before| {
            matches!(
                tokens[before].kind,
                Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace | Kind::RightParen
            )
        });
        if !starts
            || word.kind != Kind::Ident
            || !is_name(name.kind)
            || brace.kind != Kind::LeftBrace
        {
            continue;
        }
        let text = layout.text(word);
        let known =
            foreign::keyword(text).filter(|kind| BRACED.iter().any(|braced| braced.1 == *kind));
        let slip = || {
            let near = BRACED
                .iter()
                .filter_map(|(keyword, kind)| Some((misspelt(text, keyword)?, *kind)));
            // The nearest keyword; equally near ones are in the order of the table.
            near.min_by_key(|(distance, _)| *distance)
                .map(|(_, kind)| kind)
        };
        let Some(kind) = known.or_else(slip) else {
            continue;
        };
        let finder = Finder {
            layout,
            tokens,
            scope: Scope::File,
        };
        found.push(finder.mistaken(at, kind));
        tokens[at].kind = kind;
    }
}
