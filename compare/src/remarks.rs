//! Remarks about items: documentation, gates, `@external-id`.

use crate::change::{Change, ChangeKind, Definition};
use crate::comparison::Comparison;
use witc_diagnostics::Span;
use witc_resolve::{Function, Gate, Interface, Stability, TypeDef, World, WorldInterface};

/// The remarks about an item, and where the item is.
pub(crate) struct Remarks<'a> {
    docs: Option<&'a str>,
    stability: &'a Stability,
    external_id: Option<&'a str>,
    span: Span,
}

impl<'a> From<&'a World> for Remarks<'a> {
    fn from(world: &'a World) -> Self {
        Self {
            docs: world.docs.text(),
            stability: &world.stability,
            external_id: None,
            span: world.span,
        }
    }
}

impl<'a> From<&'a Interface> for Remarks<'a> {
    fn from(interface: &'a Interface) -> Self {
        Self {
            docs: interface.docs.text(),
            stability: &interface.stability,
            external_id: None,
            span: interface.span,
        }
    }
}

impl<'a> From<&'a WorldInterface> for Remarks<'a> {
    fn from(item: &'a WorldInterface) -> Self {
        Self {
            docs: item.docs.text(),
            stability: &item.stability,
            external_id: item.external_id.as_deref(),
            span: item.span,
        }
    }
}

impl<'a> From<&'a Function> for Remarks<'a> {
    fn from(function: &'a Function) -> Self {
        Self {
            docs: function.docs.text(),
            stability: &function.stability,
            external_id: function.external_id.as_deref(),
            span: function.span,
        }
    }
}

impl<'a> From<&'a TypeDef> for Remarks<'a> {
    fn from(def: &'a TypeDef) -> Self {
        Self {
            docs: def.docs().text(),
            stability: &def.stability,
            external_id: def.external_id(),
            span: def.span,
        }
    }
}

impl Comparison<'_> {
    /// Compares what is said about two items.
    pub(crate) fn remarks(
        &mut self,
        subject: &str,
        place: &str,
        old: &Remarks<'_>,
        new: &Remarks<'_>,
    ) {
        // `targets` and `plug` only want to know what breaks, and remarks never do.
        if !self.docs {
            return;
        }
        self.docs_changed(subject, place, (old.docs, old.span), (new.docs, new.span));
        if old.stability != new.stability {
            let definition = |side: &Remarks<'_>| {
                let text = gates(side.stability);
                Some(Definition::new(text, side.span))
            };
            let (old, new) = (definition(old), definition(new));
            self.changes
                .push(remark(ChangeKind::Gate, subject, place, old, new));
        }
        if old.external_id != new.external_id {
            let definition =
                |side: &Remarks<'_>| Some(Definition::new(side.external_id?, side.span));
            let (old, new) = (definition(old), definition(new));
            self.changes
                .push(remark(ChangeKind::ExternalId, subject, place, old, new));
        }
    }

    /// Compares the documentation of two items.
    pub(crate) fn docs_changed(
        &mut self,
        subject: &str,
        place: &str,
        (old, old_span): (Option<&str>, Span),
        (new, new_span): (Option<&str>, Span),
    ) {
        if self.docs && old != new {
            let definition =
                |text: Option<&str>, span| Some(Definition::new(text.unwrap_or_default(), span));
            let (old, new) = (definition(old, old_span), definition(new, new_span));
            self.changes
                .push(remark(ChangeKind::Docs, subject, place, old, new));
        }
    }
}

fn remark(
    kind: ChangeKind,
    subject: &str,
    place: &str,
    old: Option<Definition>,
    new: Option<Definition>,
) -> Change {
    Change {
        kind,
        subject: subject.into(),
        name: String::new(),
        place: place.into(),
        old,
        new,
    }
}

/// Gates as they are written.
fn gates(stability: &Stability) -> String {
    let mut text = match stability.gate() {
        None => return "no gate".to_owned(),
        Some(Gate::Since { since, .. }) => format!("@since(version = {since})"),
        Some(Gate::Unstable { feature, .. }) => format!("@unstable(feature = {feature})"),
    };
    if let Some(version) = stability.deprecated() {
        text.push_str(&format!(" @deprecated(version = {version})"));
    }
    text
}
