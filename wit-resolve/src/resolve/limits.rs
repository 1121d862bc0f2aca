//! How many parts of something a component can have.

use super::session::Resolver;
use crate::codes;
use witc_diagnostics::{Diagnostic, Span};

/// The most fields, cases or types of a tuple that a component can have.
// wasmparser's limit, with which every component is validated.
pub(crate) const MAX_MEMBERS: usize = 10_000;

impl Resolver<'_, '_> {
    /// Whether a component can have as many parts of something, or a diagnostic says that it can't.
    pub(crate) fn has_room(&mut self, parts: &str, count: usize, limit: usize, span: Span) -> bool {
        if count > limit {
            let message =
                format!("there are {count} {parts} here, but a component can have at most {limit}");
            let diagnostic = Diagnostic::error(codes::TOO_MANY_PARTS, message, span)
                .note("group them into records or lists");
            self.report(diagnostic);
        }
        count <= limit
    }
}
