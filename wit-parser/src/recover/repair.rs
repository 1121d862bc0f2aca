//! The smallest edit after which the grammar goes on: what is said of it is the diagnostic, what it gives the tree.

use super::attempt::{Edit, Failure, cost, parse, reach};
use super::layout::Layout;
use crate::build::Builder;
use crate::foreign;
use crate::generated::grammar::StartParser;
use crate::generated::tokens::Kind;
use crate::keyword::KEYWORDS;
use crate::lexer::Token;
use crate::scope::Scope;
use witc_diagnostics::distance_within;

/// How many tokens all attempts in one file may read. What is left then goes without edits.
// A bound on time, for files that are no WIT: a mistake that people make takes some thousands.
const FUEL: usize = 4_000_000;

/// Punctuation that may have been forgotten or mistaken for another.
const PUNCTUATION: [Kind; 12] = [
    Kind::Semicolon,
    Kind::Comma,
    Kind::Colon,
    Kind::Equals,
    Kind::Dot,
    Kind::Slash,
    Kind::Arrow,
    Kind::LeftParen,
    Kind::RightParen,
    Kind::Less,
    Kind::Greater,
    Kind::At,
];

/// Words and values that may have been forgotten, and how unlikely that is.
const FORGOTTEN: [(Kind, usize); 24] = [
    (Kind::Ident, 3),
    (Kind::Version, 3),
    (Kind::Func, 3),
    (Kind::As, 4),
    (Kind::Type, 4),
    (Kind::Record, 4),
    (Kind::Variant, 4),
    (Kind::Enum, 4),
    (Kind::Flags, 5),
    (Kind::Resource, 4),
    (Kind::Use, 4),
    (Kind::Import, 4),
    (Kind::Export, 5),
    (Kind::Include, 5),
    (Kind::Interface, 4),
    (Kind::World, 4),
    (Kind::Package, 4),
    (Kind::Constructor, 4),
    (Kind::With, 4),
    (Kind::List, 4),
    (Kind::Result, 5),
    (Kind::Map, 5),
    (Kind::Tuple, 5),
    (Kind::Text, 6),
];

/// How unlikely it is that two tokens changed places: more than that one is missing, too many or another.
const SWAP: usize = 8;

/// Finds edits, within one budget for a file.
pub(crate) struct Repair<'s> {
    layout: Layout<'s>,
    parser: StartParser,
    scratch: Builder<'s>,
    fuel: usize,
}

impl<'s> Repair<'s> {
    pub(crate) fn new(layout: Layout<'s>) -> Self {
        let scratch = Builder::new(layout.text, layout.base);
        Self {
            layout,
            parser: StartParser::new(),
            scratch,
            fuel: FUEL,
        }
    }

    /// Parses tokens for good.
    pub(crate) fn commit(&self, start: Kind, tokens: &[Token], builder: &mut Builder<'s>) -> bool {
        parse(&self.parser, builder, start, &mut tokens.iter().copied()).is_ok()
    }

    /// Where the grammar fails.
    pub(crate) fn failure(&mut self, start: Kind, tokens: &[Token]) -> Option<Failure> {
        self.scratch.reset();
        self.scratch.diagnostics.clear();
        parse(
            &self.parser,
            &mut self.scratch,
            start,
            &mut tokens.iter().copied(),
        )
        .err()
    }

    /// The edit that is the likeliest to fix the failure; nothing if none does. `inner` is what the braces enclose that
    /// the tokens end with.
    pub(crate) fn best_edit(
        &mut self,
        start: Kind,
        tokens: &[Token],
        failed: usize,
        inner: Option<Scope>,
    ) -> Option<Edit> {
        if failed == tokens.len() {
            // What is missing most often needs no search.
            let semicolon = Edit::Insert(failed, Kind::Semicolon);
            self.fuel = self.fuel.checked_sub(cost(tokens, failed))?;
            if reach(
                &self.parser,
                &mut self.scratch,
                start,
                tokens,
                failed,
                semicolon,
            )
            .is_none()
            {
                return Some(semicolon);
            }
        }
        let mut best: Option<(usize, usize, Edit)> = None;
        for (edit, penalty) in self.candidates(tokens, failed) {
            if let (Edit::Insert(_, kind) | Edit::Replace(_, kind), Some(inner)) = (edit, inner)
                && encloses(kind).is_some_and(|scope| scope != inner)
            {
                // The braces' content was read as something else already.
                continue;
            }
            self.fuel = self.fuel.checked_sub(cost(tokens, failed))?;
            let reached = reach(&self.parser, &mut self.scratch, start, tokens, failed, edit);
            // Edits that get the grammar equally far, more or less, differ only in how likely they are.
            let Some(class) = class(reached, failed) else {
                continue;
            };
            // That two tokens changed places is unlikely: it has to explain more than what is next to them.
            if matches!(edit, Edit::Swap(_)) && class > 1 {
                continue;
            }
            if best.is_none_or(|(best_class, best_penalty, _)| {
                (class, penalty) < (best_class, best_penalty)
            }) {
                best = Some((class, penalty, edit));
            }
        }
        best.map(|(_, _, edit)| edit)
    }

    /// All edits around the failure that make sense, each with a penalty.
    fn candidates(&self, tokens: &[Token], failed: usize) -> Vec<(Edit, usize)> {
        // Penalties order edits that get equally far: what is forgotten is likelier than what is wrong, punctuation likelier
        // than words, and the place of the failure likelier than the ones before it.
        let mut candidates = Vec::new();
        if failed + 1 < tokens.len() && tokens[failed].kind != tokens[failed + 1].kind {
            candidates.push((Edit::Swap(failed + 1), SWAP));
        }
        // Further back, other edits explain the failure as well, and none of them well.
        for back in 0..3 {
            let Some(at) = failed.checked_sub(back) else {
                break;
            };
            // The mistake may have been accepted at first: `a b` fails at `b` though the comma before it is missing.
            let at_line_start = tokens
                .get(at)
                .is_none_or(|token| self.layout.is_first(*token));
            for kind in PUNCTUATION {
                // What ends a line is what is most often forgotten.
                let ends = matches!(kind, Kind::Semicolon | Kind::Comma) && at_line_start;
                candidates.push((Edit::Insert(at, kind), 2 + 2 * back - usize::from(ends)));
            }
            for (kind, penalty) in FORGOTTEN {
                candidates.push((Edit::Insert(at, kind), penalty + 2 * back));
            }
            if at < tokens.len() {
                // Of a word that is there twice nothing else can be meant.
                let twice = at > 0 && tokens[at].kind == tokens[at - 1].kind;
                let twice =
                    twice && self.layout.text(tokens[at]) == self.layout.text(tokens[at - 1]);
                candidates.push((Edit::Delete(at), if twice { 1 } else { 5 + back }));
                self.replacements(tokens, at, back, &mut candidates);
                if at > 0 && tokens[at].kind != tokens[at - 1].kind {
                    candidates.push((Edit::Swap(at), SWAP + back));
                }
            }
        }
        candidates
    }

    fn replacements(
        &self,
        tokens: &[Token],
        at: usize,
        back: usize,
        candidates: &mut Vec<(Edit, usize)>,
    ) {
        let token = tokens[at];
        match token.kind {
            Kind::Ident => {
                let text = self.layout.text(token);
                // A word that another language has for it is no slip, and so the likeliest.
                candidates.extend(foreign::keyword(text).map(|kind| (Edit::Replace(at, kind), 1)));
                for (keyword, kind) in KEYWORDS {
                    if let Some(distance) = misspelt(text, keyword) {
                        candidates.push((Edit::Replace(at, kind), distance));
                    }
                }
            }
            kind if PUNCTUATION.contains(&kind) => {
                let others = PUNCTUATION.iter().filter(|other| **other != kind);
                candidates.extend(others.map(|other| (Edit::Replace(at, *other), 4 + back)));
            }
            Kind::Integer | Kind::BadNumber | Kind::Text | Kind::Version | Kind::Underscore => {
                candidates.push((Edit::Replace(at, Kind::Ident), 5 + back));
                candidates.push((Edit::Replace(at, Kind::Integer), 6 + back));
                candidates.push((Edit::Replace(at, Kind::Text), 6 + back));
            }
            _ => {
                // A keyword where a name has to be.
                candidates.push((Edit::Replace(at, Kind::Ident), 3 + back));
                for (keyword, kind) in KEYWORDS {
                    if misspelt(self.layout.text(token), keyword).is_some() {
                        candidates.push((Edit::Replace(at, kind), 4 + back));
                    }
                }
            }
        }
    }
}

/// The scope that the braces after a keyword enclose.
fn encloses(keyword: Kind) -> Option<Scope> {
    Some(match keyword {
        Kind::Record => Scope::Fields,
        Kind::Variant => Scope::Cases,
        Kind::Enum | Kind::Flags => Scope::Labels,
        Kind::Resource => Scope::Resource,
        Kind::Interface | Kind::Import | Kind::Export => Scope::Interface,
        Kind::World => Scope::World,
        Kind::Package => Scope::Package,
        _ => return None,
    })
}

/// How far apart a word and a keyword are, if one can be a slip of the other.
pub(crate) fn misspelt(word: &str, keyword: &str) -> Option<usize> {
    // Short words have many neighbours: `set` is one letter from `get`, and no slip of it.
    let limit = (keyword.len() / 3).clamp(1, 3);
    if keyword.len() < 3 || word.len() > 20 {
        return None;
    }
    distance_within(word, keyword, limit).filter(|distance| *distance > 0)
}

/// How good it is to get as far as this: to the end, well beyond the failure, or a bit. Nothing if it is not better.
fn class(reached: Option<usize>, failed: usize) -> Option<usize> {
    // Further away it is chance: another mistake may be near.
    match reached.map(|reached| reached.saturating_sub(failed)) {
        None => Some(0),
        // Twelve tokens are a parameter list or a statement, five a field or a case, and two tell
        // at least that the next token fits.
        Some(12..) => Some(1),
        Some(5..) => Some(2),
        Some(2..) => Some(3),
        Some(_) => None,
    }
}
