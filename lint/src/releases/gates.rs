//! Rules on the gates of single items.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::gated::GatedItem;
use crate::syntax::Declarations;
use semver::Version;
use std::collections::HashSet;
use witc_diagnostics::Diagnostic;
use witc_resolve::{Gate, Stability};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, items: &[GatedItem<'_>]) {
    let mut declarations = Declarations::default();
    // A neighbour that is stable since some version shows that items like this have gates. That of a resource is
    // often that of all its functions.
    let counting: HashSet<_> = items
        .iter()
        .filter(|item| item.stability.is_since())
        .map(|item| item.neighbours)
        .collect();
    for item in items {
        match item.stability.gate() {
            None if counting.contains(&item.neighbours) => {
                missing(context, findings, &mut declarations, item);
            }
            None => {}
            Some(gate) => gated(context, findings, &mut declarations, item, gate),
        }
    }
}

fn since(stability: &Stability) -> Option<&Version> {
    match stability.gate()? {
        Gate::Since { since, .. } => Some(since),
        Gate::Unstable { .. } => None,
    }
}

fn missing(
    context: &Context<'_>,
    findings: &mut Findings,
    declarations: &mut Declarations,
    item: &GatedItem<'_>,
) {
    let container = item.container.and_then(|container| container.gate());
    // Of an ungated container the container is the mistake, not each item in it.
    if item.span.is_none() || item.container.is_some() && container.is_none() {
        return;
    }
    let name = item.name;
    let message = format!(
        "the {} `{name}` has no gate, as others beside it have",
        item.what
    );
    let mut found = Diagnostic::warning(codes::MISSING_GATE, message, item.span);
    let version = item.package.name.version.as_ref();
    if let Some(place) = declarations.insertion(context, item.span) {
        found = match (container, version) {
            // Older than what it is in it can't be, nor newer than the package.
            (Some(Gate::Since { since, .. }), Some(version)) if since == version => {
                let message =
                    format!("add `@since(version = {since})`, which its container has as well");
                found.fix(
                    message,
                    place.span,
                    place.line(&format!("@since(version = {since})")),
                )
            }
            (Some(Gate::Unstable { feature, .. }), _) => {
                let message = format!(
                    "add `@unstable(feature = {feature})`, which its container has as well"
                );
                found.fix(
                    message,
                    place.span,
                    place.line(&format!("@unstable(feature = {feature})")),
                )
            }
            (_, Some(version)) => {
                let message = format!("add `@since(version = {version})`, if it is new");
                found.guess(
                    message,
                    place.span,
                    place.line(&format!("@since(version = {version})")),
                )
            }
            (_, None) => found,
        };
    }
    findings.push(
        context,
        found.note("a gate says since when an item is there, and which tools may leave it out"),
    );
}

fn gated(
    context: &Context<'_>,
    findings: &mut Findings,
    declarations: &mut Declarations,
    item: &GatedItem<'_>,
    gate: &Gate,
) {
    let name = item.name;
    if let Gate::Since { since: version, .. } = gate
        && let Some(container) = item
            .container
            .and_then(since)
            .filter(|container| version < container)
        && !item.span.is_none()
    {
        let message =
            format!("`{name}` is there since {version}, but what it is in since {container} only");
        let mut found = Diagnostic::warning(codes::SINCE_BEFORE_CONTAINER, message, item.span);
        if let Some(place) = declarations.since(context, item.span) {
            let words = format!("write {container}, since when it can be there");
            found = found.fix(words, place, container.to_string());
        }
        findings.push(context, found);
    }
    let Some(deprecated) = item.stability.deprecated() else {
        return;
    };
    if since(item.stability).is_some_and(|since| deprecated < since) {
        let message = format!("`{name}` is deprecated since {deprecated}, before it was there");
        findings.warn(context, codes::DEPRECATED_BEFORE_SINCE, message, item.span);
    }
    if !names_replacement(item.docs.text().unwrap_or_default()) {
        let message =
            format!("`{name}` is deprecated, and its docs do not say what to use instead");
        let found = Diagnostic::warning(codes::DEPRECATED_WITHOUT_REPLACEMENT, message, item.span);
        findings.push(
            context,
            found.note("name what replaces it, in backticks, or say that nothing does"),
        );
    }
}

/// Whether docs speak of a replacement, as far as that can be told.
fn names_replacement(docs: &str) -> bool {
    let docs = docs.to_lowercase();
    ["`", "instead", "replace", "use ", "superseded", "no longer"]
        .iter()
        .any(|word| docs.contains(word))
}
