//! The slow path: files that the grammar does not accept as they are.
//!
//! Braces are balanced first, then the tokens are split into items, and each item is parsed by itself; those with braces
//! of their own in parts, from the inside out. What fails is fixed by the smallest edit after which the grammar goes
//! on: the mistake tells of the edit, the tree comes from the edited tokens. So one mistake gives one diagnostic, the
//! items around it are whole, and its own keeps at least its name.
//!
//! Mistakes are data (`mistake`) until all are found: what changes places (`swaps`) and what repeats itself (`merge`) is
//! told by what they are, and `words` puts what is left into diagnostics.

mod attempt;
mod brace_depth;
mod braces;
mod chains;
mod definitions;
mod doubled_heads;
mod edits;
mod error_nodes;
mod file_habit;
mod finder;
mod foreign_types;
mod foreign_words;
mod habits;
mod head;
mod items;
mod layout;
mod merge;
mod mistake;
mod placeholders;
mod prose;
mod recovery;
mod repair;
mod retract;
mod semicolons;
mod separators;
mod swaps;
mod type_tokens;
mod words;

use crate::ast::{Item, Nodes};
use crate::build::Builder;
use crate::code_points::forbidden_runs;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::scope::Scope;
use layout::Layout;
use mistake::{Found, MAX_MISTAKES};
use recovery::Recovery;
use repair::Repair;
use retract::odd_characters;
use witc_diagnostics::{Diagnostic, Span};
use words::Words;

/// How many of them are shown, repeated ones merged.
const MAX_SHOWN: usize = 200;

/// What was read of tokens that the grammar does not accept as they are.
pub(crate) struct Recovered<'s> {
    /// What was read, and the nodes that items before it refer to.
    pub(crate) builder: Builder<'s>,
    /// Where a `;` is missing at the end of an item.
    pub(crate) missing_semicolons: Vec<u32>,
    /// Whether it is not known what stands in which item.
    pub(crate) is_unclear: bool,
}

/// Parses tokens that the grammar does not accept as they are. Items before them refer to `nodes`.
pub(crate) fn recover<'s>(
    text: &'s str,
    base: u32,
    nodes: Nodes<'s>,
    mut tokens: Vec<Token>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Recovered<'s> {
    let layout = Layout { text, base };
    let mut found = Vec::new();
    let mut builder = Builder::with_nodes(text, base, nodes);
    let span = Span::new(
        tokens.first().map_or(base, |t| t.start),
        tokens.last().map_or(base, |t| t.end),
    );
    prepare(&mut tokens, layout, diagnostics, &mut found);
    // Counted before braces are balanced and tokens are made up: it is about what the author wrote.
    let semicolons = tokens
        .iter()
        .filter(|token| token.kind == Kind::Semicolon)
        .count();
    if let Some(tokens) = braces::balance(tokens, layout, &mut found) {
        let mut recovery = Recovery {
            layout,
            partners: partners(&tokens),
            tokens,
            builder,
            repair: Repair::new(layout),
            found: &mut found,
            misplaced: Vec::new(),
            odd: odd_places(diagnostics, layout),
        };
        let end = recovery.tokens.len();
        recovery.members(0, end, Scope::File);
        let Recovery {
            builder: read,
            tokens,
            ..
        } = recovery;
        builder = read;
        swaps::join(&mut found, &tokens, layout);
        chains::shorten(&mut found, &tokens, layout);
    } else {
        // Nothing can be told of braces that are nested without end.
        builder.items.push(Item::Broken(span));
    }
    let is_unclear = found.iter().any(Found::is_of_structure);
    let missing = found.iter().filter(|found| found.is_missing_semicolon());
    let missing_semicolons = missing.map(|found| found.span.start).collect();
    let of_nodes = std::mem::take(&mut builder.diagnostics);
    diagnostics.append(&mut tell(found, of_nodes, semicolons, layout, span));
    Recovered {
        builder,
        missing_semicolons,
        is_unclear,
    }
}

/// The places of characters that were left out, and reported, in order.
fn odd_places(diagnostics: &[Diagnostic], layout: Layout<'_>) -> Vec<Span> {
    let mut odd = odd_characters(diagnostics);
    odd.extend(forbidden_runs(layout.text, layout.base).map(|run| run.span));
    odd.sort();
    odd
}

/// Takes out what is none of WIT and may look like it, before braces are balanced.
fn prepare(
    tokens: &mut Vec<Token>,
    layout: Layout<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    found: &mut Vec<Found>,
) {
    // Comments come first: whatever they contain is no mistake of its own. The rest decides what braces there are and what
    // they enclose, types before the marks between them.
    prose::take_out(tokens, layout, diagnostics, found);
    placeholders::take_out(tokens, layout, diagnostics, found);
    foreign_types::translate(tokens, layout, diagnostics, found);
    foreign_words::translate(tokens, layout, found);
    definitions::translate(tokens, found);
    semicolons::shorten_rows(tokens, layout, found);
    separators::translate(tokens, layout, diagnostics, found);
}

/// Puts what was found into diagnostics, in the order of the text. `of_nodes` is what the builder found wrong with whole
/// nodes: it stands among the others. The text is at `span`, and has this many semicolons.
fn tell(
    found: Vec<Found>,
    mut of_nodes: Vec<Diagnostic>,
    semicolons: usize,
    layout: Layout<'_>,
    span: Span,
) -> Vec<Diagnostic> {
    let gave_up = found.len() + of_nodes.len() >= MAX_MISTAKES;
    let mut told = merge::merge(found, semicolons, Words { layout });
    told.append(&mut of_nodes);
    Diagnostic::sort(&mut told);
    if told.len() > MAX_SHOWN || gave_up {
        shorten(&mut told, span);
    }
    told
}

/// Leaves the first diagnostics, and says that there are more. The text is at `span`.
fn shorten(told: &mut Vec<Diagnostic>, span: Span) {
    // The first ones, since later ones follow from them more often than the reverse.
    told.truncate(MAX_SHOWN);
    let last = told.last().map_or(span, |last| last.primary.span);
    let message = "this file has too many mistakes to show them all";
    told.push(
        Diagnostic::error(codes::TOO_MANY_MISTAKES, message, last)
            .note("fix the first ones and look again"),
    );
}

/// For each brace the index of its partner.
fn partners(tokens: &[Token]) -> Vec<usize> {
    let mut partners = vec![0; tokens.len()];
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::LeftBrace => open.push(at),
            Kind::RightBrace => {
                // Balanced tokens always have one.
                if let Some(left) = open.pop() {
                    partners[left] = at;
                    partners[at] = left;
                }
            }
            _ => {}
        }
    }
    partners
}
