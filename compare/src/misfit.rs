//! Changes from what is needed to what is offered, as diagnostics.

use crate::change::{Change, ChangeKind, ChangedItem, Definition};
use crate::codes;
use crate::source::moved;
use witc_diagnostics::{Diagnostic, Span};

/// A diagnostic for a change from what is needed to what is offered.
pub fn misfit(change: &Change, needs: &str, needed: u32, offers: &str, offered: u32) -> Diagnostic {
    let (code, message) = match change.kind {
        ChangeKind::Removed(ChangedItem::Function | ChangedItem::Type) => {
            let message = format!(
                "{} of {} is in {needs}, and not in {offers}",
                change.name, change.place
            );
            (codes::LACKS_ITEM, message)
        }
        ChangeKind::Added(_)
        | ChangeKind::Removed(_)
        | ChangeKind::Renamed(_)
        | ChangeKind::Reordered(_)
        | ChangeKind::Retyped(_)
        | ChangeKind::Redefined
        | ChangeKind::Async
        | ChangeKind::Docs
        | ChangeKind::Gate
        | ChangeKind::ExternalId
        | ChangeKind::Version(_)
        | ChangeKind::Side(_) => (codes::TYPES_DIFFER, change.describe(needs, offers)),
    };
    let span = |side: &Option<Definition>, shift| {
        side.as_ref()
            .map_or(Span::NONE, |side| moved(side.span, shift))
    };
    let (here, there) = (span(&change.old, needed), span(&change.new, offered));
    // The primary place is where the thing is needed. What only the other side has is shown there.
    let found = Diagnostic::error(code, message, if here.is_none() { there } else { here });
    match (here.is_none(), there.is_none()) {
        (true, true) => found,
        (true, false) => found.label(format!("in {offers}")),
        (false, true) => found.label(format!("in {needs}")),
        (false, false) => found
            .label(format!("in {needs}"))
            .also(there, format!("in {offers}")),
    }
}
