//! The state of a recovery: what is read of a file so far, and what was found wrong with it.

use super::layout::Layout;
use super::mistake::Found;
use super::repair::Repair;
use crate::build::Builder;
use crate::lexer::Token;
use crate::scope::Scope;
use witc_diagnostics::Span;

/// What is read of a file so far, and the mistakes that were found.
pub(super) struct Recovery<'d, 's> {
    pub(super) layout: Layout<'s>,
    pub(super) tokens: Vec<Token>,
    pub(super) partners: Vec<usize>,
    pub(super) builder: Builder<'s>,
    pub(super) repair: Repair<'s>,
    pub(super) found: &'d mut Vec<Found>,
    /// The scopes that have items which can't stand there, and whether these need another item around them.
    pub(super) misplaced: Vec<(Scope, bool)>,
    /// The characters that were left out, which has been reported.
    pub(super) odd: Vec<Span>,
}
