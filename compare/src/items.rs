//! Interfaces, functions and worlds side by side.

use crate::change::{Change, ChangeKind, ChangedItem, Definition, MemberKind};
use crate::comparison::Comparison;
use crate::member::params;
use crate::words;
use std::collections::HashSet;
use witc_resolve::{Function, FunctionId, InterfaceId, Resolve, TypeId};

impl<'a> Comparison<'a> {
    /// Compares two interfaces.
    pub(crate) fn interface(&mut self, old: InterfaceId, new: InterfaceId, place: &str) {
        // From here on a type of these interfaces is the same as its namesake, so that its change is told once.
        self.cover(old, new);
        let (old_model, new_model) = (self.old, self.new);
        let (was, is) = (&old_model.interfaces[old], &new_model.interfaces[new]);
        self.remarks(place, "", &was.into(), &is.into());
        // Types come before the functions that use them, as in the text.
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
        // The functions of a resource come and go with it, and need no mention of their own.
        let own_resources = |resolve: &Resolve,
                             types: &witc_resolve::Map<_, TypeId>,
                             others: &witc_resolve::Map<_, _>| {
            let lone = types
                .iter()
                .filter(|(name, _)| !others.contains_key(*name))
                .map(|(_, &id)| id);
            lone.filter(|&id| resolve.types[id].kind.is_resource())
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
            // The resource itself is reported, and it takes its functions along.
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
        // The words are those of the new version, which is the one that the reader can still change.
        let subject = words::function_name(new, new_model);
        self.remarks(&subject, place, &old.into(), &new.into());
        // This is compared apart from parameters and result, because either may change without the other.
        if old.is_async != new.is_async {
            let whole = |resolve: &Resolve, function: &Function| {
                let text = words::function(resolve, function);
                Some(Definition::new(text, function.span))
            };
            self.changes.push(Change {
                kind: ChangeKind::Async,
                subject: subject.clone(),
                name: String::new(),
                place: place.to_owned(),
                old: whole(old_model, old),
                new: whole(new_model, new),
            });
        }
        let (was, is) = (params(old), params(new));
        self.members(MemberKind::Param, &subject, place, (&was, &is));
        if !self.same_option(old.result, new.result, 0) {
            self.result_changed(old, new, subject, place);
        }
    }

    fn result_changed(&mut self, old: &Function, new: &Function, subject: String, place: &str) {
        let (old_model, new_model) = (self.old, self.new);
        let (kind, was, is) = match (old.result, new.result) {
            (Some(was), Some(is)) => {
                let (was, is) = words::both((old_model, was), (new_model, is));
                (
                    ChangeKind::Retyped(ChangedItem::Result),
                    Some(was),
                    Some(is),
                )
            }
            (Some(was), None) => {
                let was = words::ty(old_model, was);
                (ChangeKind::Removed(ChangedItem::Result), Some(was), None)
            }
            (None, Some(is)) => {
                let is = words::ty(new_model, is);
                (ChangeKind::Added(ChangedItem::Result), None, Some(is))
            }
            // The results differ, so one side has one.
            (None, None) => return,
        };
        self.changes.push(Change {
            kind,
            subject,
            name: String::new(),
            place: place.to_owned(),
            old: was.map(|text| Definition::new(text, old.span)),
            new: is.map(|text| Definition::new(text, new.span)),
        });
    }
}
