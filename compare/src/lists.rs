//! Two lists of members side by side.

use crate::change::{Change, ChangeKind, ChangedItem, Definition, MemberKind};
use crate::comparison::Comparison;
use crate::member::Member;
use crate::words;
use std::collections::{HashMap, HashSet};
use witc_diagnostics::Span;
use witc_resolve::Resolve;

/// The old and the new list.
type Lists<'l, 'a> = (&'l [Member<'a>], &'l [Member<'a>]);

/// The words that messages have for the owner of the lists, and for the place that it is part of.
type Whose<'w> = (&'w str, &'w str);

impl Comparison<'_> {
    /// Compares two lists: what is gone, new, renamed, of another type, or in another order.
    pub(crate) fn members(
        &mut self,
        kind: MemberKind,
        subject: &str,
        place: &str,
        lists: Lists<'_, '_>,
    ) {
        let whose = (subject, place);
        // Names of one side alone come first, then the order and the types of those that both sides have: no step
        // reports what another one does.
        self.comings_and_goings(kind, whose, lists);
        self.order(kind, whose, lists);
        let (old, new) = lists;
        let new_names = names(new);
        for was in old {
            if let Some(&index) = new_names.get(was.name) {
                self.member(kind, whose, was, &new[index]);
            }
        }
    }

    fn change(
        &mut self,
        kind: ChangeKind,
        (subject, place): Whose<'_>,
        name: &str,
        old: Option<Definition>,
        new: Option<Definition>,
    ) {
        self.changes.push(Change {
            kind,
            subject: subject.to_owned(),
            name: name.to_owned(),
            place: place.to_owned(),
            old,
            new,
        });
    }

    /// Members that are there on one side alone. In lists of the same length, two at the same position whose names are
    /// both unknown on the other side are one that was renamed.
    fn comings_and_goings(
        &mut self,
        kind: MemberKind,
        whose: Whose<'_>,
        (old, new): Lists<'_, '_>,
    ) {
        let (old_names, new_names) = (names(old), names(new));
        let mut renamed = HashSet::new();
        // In lists of different lengths nobody can tell which member became which.
        if old.len() == new.len() {
            let pairs = old.iter().zip(new).enumerate();
            let changed = pairs.filter(|(_, (a, b))| {
                !new_names.contains_key(a.name) && !old_names.contains_key(b.name)
            });
            renamed.extend(changed.map(|(index, _)| index));
        }
        for (index, was) in old.iter().enumerate() {
            if renamed.contains(&index) {
                let (is, was_name) = (named(&new[index]), named(was));
                self.change(ChangeKind::Renamed(kind), whose, was.name, was_name, is);
            } else if !new_names.contains_key(was.name) {
                let shown = Some(shown(kind, self.old, was));
                let kind = ChangeKind::Removed(ChangedItem::Member(kind));
                self.change(kind, whose, was.name, shown, None);
            }
        }
        for (index, is) in new.iter().enumerate() {
            if !renamed.contains(&index) && !old_names.contains_key(is.name) {
                let shown = Some(shown(kind, self.new, is));
                let kind = ChangeKind::Added(ChangedItem::Member(kind));
                self.change(kind, whose, is.name, None, shown);
            }
        }
    }

    /// The order of the members that both lists have.
    fn order(&mut self, kind: MemberKind, whose: Whose<'_>, (old, new): Lists<'_, '_>) {
        let common = |all: &[Member<'_>], other: &MemberNames<'_>| -> Vec<String> {
            let common = all.iter().filter(|member| other.contains_key(member.name));
            common.map(|member| member.name.to_owned()).collect()
        };
        let (was, is) = (common(old, &names(new)), common(new, &names(old)));
        // Only names that both lists have are in these, so that a member that came or went does not count as a
        // change of order.
        if was != is {
            let list = |names: &[String], members: &[Member<'_>]| {
                let span = members.first().map_or(Span::NONE, |member| member.span);
                Some(Definition::new(names.join(", "), span))
            };
            let (was, is) = (list(&was, old), list(&is, new));
            self.change(ChangeKind::Reordered(kind), whose, "", was, is);
        }
    }

    /// Two members of the same name.
    fn member(&mut self, kind: MemberKind, whose: Whose<'_>, old: &Member<'_>, new: &Member<'_>) {
        if !self.same_option(old.ty, new.ty, 0) {
            let (was, is) = match (old.ty, new.ty) {
                (Some(was), Some(is)) => words::both((self.old, was), (self.new, is)),
                // Here one side has no payload, so the whole member is shown.
                (Some(_), None) | (None, Some(_)) | (None, None) => (
                    shown(kind, self.old, old).text,
                    shown(kind, self.new, new).text,
                ),
            };
            let was = Some(Definition::new(was, old.span));
            let is = Some(Definition::new(is, new.span));
            let kind = ChangeKind::Retyped(ChangedItem::Member(kind));
            self.change(kind, whose, old.name, was, is);
        }
        if old.docs != new.docs {
            let (subject, place) = whose;
            let subject = format!("{} `{}` of {subject}", kind.word(), old.name);
            self.docs_changed(&subject, place, (old.docs, old.span), (new.docs, new.span));
        }
    }
}

/// The positions of members by name.
type MemberNames<'a> = HashMap<&'a str, usize>;

fn names<'a>(members: &[Member<'a>]) -> MemberNames<'a> {
    members
        .iter()
        .enumerate()
        .map(|(index, member)| (member.name, index))
        .collect()
}

fn named(member: &Member<'_>) -> Option<Definition> {
    Some(Definition::new(member.name, member.span))
}

/// A member as WIT writes it.
fn shown(kind: MemberKind, resolve: &Resolve, member: &Member<'_>) -> Definition {
    let text = match (kind, member.ty) {
        (MemberKind::Case, Some(ty)) => format!("{}({})", member.name, words::ty(resolve, ty)),
        (_, Some(ty)) => format!("{}: {}", member.name, words::ty(resolve, ty)),
        (_, None) => member.name.to_owned(),
    };
    Definition::new(text, member.span)
}
