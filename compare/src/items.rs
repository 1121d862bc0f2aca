//! Interfaces, functions and worlds side by side.

use crate::change::{Change, ChangeKind, ChangedItem, Definition, MemberKind};
use crate::comparison::Comparison;
use crate::types::Member;
use crate::words;
use std::collections::HashSet;
use witc_diagnostics::Span;
use witc_resolve::{
    Function, FunctionId, FunctionKind, Gate, InterfaceId, Resolve, Stability, TypeDefKind, TypeId,
};

/// What is said about something besides what it is: documentation, gate, `@external-id`, and where it stands.
type Remarks<'a> = (Option<&'a str>, &'a Stability, Option<&'a str>, Span);

impl<'a> Comparison<'a> {
    /// Compares two interfaces.
    pub(crate) fn interface(&mut self, old: InterfaceId, new: InterfaceId, place: &str) {
        self.cover(old, new);
        let (old_model, new_model) = (self.old, self.new);
        let (was, is) = (&old_model.interfaces[old], &new_model.interfaces[new]);
        self.remarks(
            place,
            "",
            (was.docs.text(), &was.stability, None, was.span),
            (is.docs.text(), &is.stability, None, is.span),
        );
        for (name, &ty) in &was.types {
            match is.types.get(name) {
                Some(&now) => self.definition(ty, now, place),
                None => self.one_type(false, ty, place),
            }
        }
        for (_, &ty) in is
            .types
            .iter()
            .filter(|(name, _)| !was.types.contains_key(*name))
        {
            self.one_type(true, ty, place);
        }
        // With a resource go its functions, which need no mention.
        let own_resources = |resolve: &Resolve,
                             types: &witc_resolve::Map<_, TypeId>,
                             others: &witc_resolve::Map<_, _>| {
            let lone = types
                .iter()
                .filter(|(name, _)| !others.contains_key(*name))
                .map(|(_, &id)| id);
            lone.filter(|&id| matches!(resolve.types[id].kind, TypeDefKind::Resource))
                .collect::<HashSet<_>>()
        };
        let gone = own_resources(old_model, &was.types, &is.types);
        let new_ones = own_resources(new_model, &is.types, &was.types);
        for (name, &function) in &was.functions {
            match is.functions.get(name) {
                Some(&now) => self.function(function, now, place),
                None => self.one_function(false, function, &gone, place),
            }
        }
        for (_, &function) in is
            .functions
            .iter()
            .filter(|(name, _)| !was.functions.contains_key(*name))
        {
            self.one_function(true, function, &new_ones, place);
        }
    }

    /// A type that is there on one side alone.
    pub(crate) fn one_type(&mut self, added: bool, id: TypeId, place: &str) {
        let def = &if added { self.new } else { self.old }.types[id];
        let text = words::definition(if added { self.new } else { self.old }, def);
        self.one(
            added,
            ChangedItem::Type,
            words::type_name(def),
            Definition {
                text,
                span: def.span,
            },
            place,
        );
    }

    fn one_function(&mut self, added: bool, id: FunctionId, with: &HashSet<TypeId>, place: &str) {
        let resolve = if added { self.new } else { self.old };
        let function = &resolve.functions[id];
        if function
            .kind
            .resource()
            .is_some_and(|resource| with.contains(&resource))
        {
            return;
        }
        let definition = Definition {
            text: words::function(resolve, function),
            span: function.span,
        };
        self.one(
            added,
            ChangedItem::Function,
            words::function_name(function, resolve),
            definition,
            place,
        );
    }

    /// Something that is there on one side alone.
    pub(crate) fn one(
        &mut self,
        added: bool,
        item: ChangedItem,
        name: String,
        definition: Definition,
        place: &str,
    ) {
        let (kind, old, new) = match added {
            true => (ChangeKind::Added(item), None, Some(definition)),
            false => (ChangeKind::Removed(item), Some(definition), None),
        };
        self.changes.push(Change {
            kind,
            subject: String::new(),
            name,
            place: place.into(),
            old,
            new,
        });
    }

    /// Compares two functions of the same name.
    pub(crate) fn function(&mut self, old: FunctionId, new: FunctionId, place: &str) {
        let (old_model, new_model) = (self.old, self.new);
        let (old, new) = (&old_model.functions[old], &new_model.functions[new]);
        let subject = words::function_name(new, new_model);
        let whole = |resolve: &Resolve, function: &Function| {
            Some(Definition {
                text: words::function(resolve, function),
                span: function.span,
            })
        };
        self.remarks(
            &subject,
            place,
            (
                old.docs.text(),
                &old.stability,
                old.external_id.as_deref(),
                old.span,
            ),
            (
                new.docs.text(),
                &new.stability,
                new.external_id.as_deref(),
                new.span,
            ),
        );
        let change = |kind, old, new| Change {
            kind,
            subject: subject.clone(),
            name: String::new(),
            place: place.to_owned(),
            old,
            new,
        };
        if old.is_async != new.is_async {
            self.changes.push(change(
                ChangeKind::Async,
                whole(old_model, old),
                whole(new_model, new),
            ));
        }
        self.parts(
            MemberKind::Param,
            &subject,
            place,
            &params(old),
            &params(new),
        );
        if self.same_option(old.result, new.result, 0) {
            return;
        }
        let words = match (old.result, new.result) {
            (Some(was), Some(is)) => {
                let (was, is) = words::both((old_model, was), (new_model, is));
                (Some(was), Some(is))
            }
            (was, is) => (
                was.map(|ty| words::ty(old_model, ty)),
                is.map(|ty| words::ty(new_model, ty)),
            ),
        };
        let (was, is) = (
            words.0.map(|text| Definition {
                text,
                span: old.span,
            }),
            words.1.map(|text| Definition {
                text,
                span: new.span,
            }),
        );
        let kind = match (&was, &is) {
            (None, _) => ChangeKind::Added(ChangedItem::Result),
            (_, None) => ChangeKind::Removed(ChangedItem::Result),
            _ => ChangeKind::Retyped(ChangedItem::Result),
        };
        self.changes.push(change(kind, was, is));
    }

    /// Compares what is said about something besides what it is.
    pub(crate) fn remarks(
        &mut self,
        subject: &str,
        place: &str,
        old: Remarks<'_>,
        new: Remarks<'_>,
    ) {
        if !self.docs {
            return;
        }
        self.docs_changed(subject, place, (old.0, old.3), (new.0, new.3));
        if old.1 != new.1 {
            let definition = |stability: &Stability, span| {
                Some(Definition {
                    text: gates(stability),
                    span,
                })
            };
            let (old, new) = (definition(old.1, old.3), definition(new.1, new.3));
            self.changes
                .push(remark(ChangeKind::Gate, subject, place, old, new));
        }
        if old.2 != new.2 {
            let definition = |id: Option<&str>, span| {
                Some(Definition {
                    text: id?.to_owned(),
                    span,
                })
            };
            let (old, new) = (definition(old.2, old.3), definition(new.2, new.3));
            self.changes
                .push(remark(ChangeKind::ExternalId, subject, place, old, new));
        }
    }

    pub(crate) fn docs_changed(
        &mut self,
        subject: &str,
        place: &str,
        (old, old_span): (Option<&str>, Span),
        (new, new_span): (Option<&str>, Span),
    ) {
        if self.docs && old != new {
            let definition = |text: Option<&str>, span| {
                Some(Definition {
                    text: text.unwrap_or_default().to_owned(),
                    span,
                })
            };
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

/// The parameters of a function; the `self` of methods is what makes them methods.
fn params(function: &Function) -> Vec<Member<'_>> {
    let skip = usize::from(matches!(function.kind, FunctionKind::Method(_)));
    let params = function.params.iter().skip(skip);
    params
        .map(|param| Member {
            name: &param.name,
            ty: Some(param.ty),
            span: param.span,
            docs: None,
        })
        .collect()
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
