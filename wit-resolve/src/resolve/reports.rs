//! Diagnostics that more than one step reports: names that are taken, names of what is not there, types without members.

use super::entity::Absent;
use super::session::Resolver;
use crate::codes;
use witc_diagnostics::{Code, Diagnostic, Label, Span};
use witc_parser::ast::Ident;

/// The most places of a missing name that one diagnostic shows.
// More places make the excerpt longer than a screen and tell nothing new.
const MAX_MENTIONS: usize = 5;

impl<'s> Resolver<'_, 's> {
    /// Adds a place to the diagnostic of something that was wrong elsewhere before.
    pub(crate) fn mention_again(&mut self, index: usize, span: Span) {
        if let Some(diagnostic) = self.out.diagnostics.get_mut(index)
            && diagnostic.secondary.len() < MAX_MENTIONS
            // A path is looked up more than once; the same place is shown once.
            && diagnostic.primary.span != span
            && diagnostic.secondary.iter().all(|label| label.span != span)
        {
            diagnostic.secondary.push(Label {
                span,
                message: "and here".to_owned(),
            });
        }
    }

    /// Reports that something refers to what is not there, if that is a mistake of its own.
    pub(crate) fn report_absent(&mut self, what: &str, name: &str, span: Span, absent: Absent) {
        let Absent::Inactive(gate) = absent else {
            return;
        };
        // An item that is left out may refer to others that are.
        if self.here.dropped {
            return;
        }
        let message = format!(
            "the {what} `{name}` needs a feature that is not active, but this item does not"
        );
        let diagnostic = Diagnostic::error(codes::INACTIVE_REFERENCE, message, span)
            .also(gate, "the feature")
            .note("put the same `@unstable` before the item that needs it, or activate the feature with `--features`");
        self.report(diagnostic);
    }

    /// Reports that a type has no members.
    pub(crate) fn report_empty(&mut self, what: &str, member: &str, span: Span) {
        let article = if what == "enum" { "an" } else { "a" };
        let name = if what == "flags" {
            "a flags type".to_owned()
        } else {
            format!("{article} {what}")
        };
        let diagnostic = Diagnostic::error(
            codes::EMPTY_TYPE,
            format!("{name} needs at least one {member}"),
            span,
        );
        self.report(diagnostic);
    }

    /// Whether the scope has a type of this name, which is a mistake.
    pub(crate) fn is_taken(&mut self, name: Ident<'s>) -> bool {
        if name.is_missing() {
            return true;
        }
        let first = match self.here.types.types.get(name.name) {
            Some(&id) => Some(self.out.model.types[id].span),
            None => self.here.types.absent.get(name.name).map(|absent| absent.1),
        };
        if let Some(first) = first {
            self.report(duplicate(
                codes::DUPLICATE_NAME,
                "type",
                name,
                name.name,
                first,
            ));
        }
        first.is_some()
    }
}

/// The diagnostic for a name that is taken.
pub(crate) fn duplicate(
    code: Code,
    what: &str,
    name: Ident<'_>,
    first: &str,
    first_span: Span,
) -> Diagnostic {
    let (message, note) = if name.name == first {
        (format!("there are two {what}s called `{first}`"), None)
    } else {
        let message = format!(
            "the {what}s `{first}` and `{}` have the same name",
            name.name
        );
        (
            message,
            Some("components ignore case and hyphens when they compare names: choose another name"),
        )
    };
    // Types are looked at before functions, wherever they stand.
    let (first, again) = if name.span < first_span {
        (name.span, first_span)
    } else {
        (first_span, name.span)
    };
    let mut diagnostic = Diagnostic::error(code, message, again)
        .label("again here")
        .also(first, "first defined here");
    diagnostic.notes.extend(note.map(ToOwned::to_owned));
    diagnostic
}
