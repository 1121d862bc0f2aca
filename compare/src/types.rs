//! Whether types are the same, and in what definitions differ.

use crate::change::{Change, ChangeKind, ChangedItem, Definition, MemberKind};
use crate::comparison::Comparison;
use crate::words;
use std::collections::{HashMap, HashSet};
use witc_diagnostics::Span;
use witc_resolve::{Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// How deep types are compared that are not told apart by name; deeper ones count as different.
const MAX_DEPTH: usize = 200;

/// Something in a list: a field, a case, a flag, a parameter.
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    pub(super) ty: Option<Type>,
    pub(super) span: Span,
    pub(super) docs: Option<&'a str>,
}

impl<'a> Comparison<'a> {
    /// Whether two types are the same to a component: values by structure, resources by name and interface.
    pub(super) fn same(&mut self, old: Type, new: Type) -> bool {
        self.same_at(old, new, 0)
    }

    pub(super) fn same_option(
        &mut self,
        old: Option<Type>,
        new: Option<Type>,
        depth: usize,
    ) -> bool {
        match (old, new) {
            (Some(old), Some(new)) => self.same_at(old, new, depth),
            (None, None) => true,
            _ => false,
        }
    }

    fn same_at(&mut self, old: Type, new: Type, depth: usize) -> bool {
        // That an alias stands for something else is told where it is defined, not where it is used.
        if let (Type::Id(old), Type::Id(new)) = (old, new)
            && self.told_elsewhere(behind_own(self.old, old), behind_own(self.new, new))
        {
            return true;
        }
        let (old, new) = match (self.old.dealias(old), self.new.dealias(new)) {
            (Type::Id(old), Type::Id(new)) => (old, new),
            (old, new) => return old == new,
        };
        if let Some(&known) = self.known.get(&(old, new)) {
            return known;
        }
        let same = if self.told_elsewhere(old, new) {
            true
        } else if depth == MAX_DEPTH {
            false
        } else {
            self.same_structure(old, new, depth + 1)
        };
        self.known.insert((old, new), same);
        same
    }

    /// Whether two types are the same definition in two interfaces that are compared: then a difference is told there.
    fn told_elsewhere(&self, old: TypeId, new: TypeId) -> bool {
        let (old, new) = (&self.old.types[old], &self.new.types[new]);
        old.name().is_some() && old.name() == new.name() && self.same_home(old.owner, new.owner)
    }

    fn same_home(&self, old: TypeOwner, new: TypeOwner) -> bool {
        match (old, new) {
            (TypeOwner::Interface(old), TypeOwner::Interface(new)) => {
                self.covered.contains(&(old, new))
            }
            (TypeOwner::World(_), TypeOwner::World(_)) => true,
            _ => false,
        }
    }

    fn same_structure(&mut self, old_id: TypeId, new_id: TypeId, depth: usize) -> bool {
        let (old_model, new_model) = (self.old, self.new);
        let (old, new) = (&old_model.types[old_id], &new_model.types[new_id]);
        match (&old.kind, &new.kind) {
            (TypeDefKind::Resource, TypeDefKind::Resource) => {
                old.name() == new.name()
                    && same_interface(old_model, old.owner, new_model, new.owner)
            }
            (TypeDefKind::Handle(Handle::Own(old)), TypeDefKind::Handle(Handle::Own(new)))
            | (
                TypeDefKind::Handle(Handle::Borrow(old)),
                TypeDefKind::Handle(Handle::Borrow(new)),
            ) => self.same_at(Type::Id(*old), Type::Id(*new), depth),
            (TypeDefKind::Handle(_), TypeDefKind::Handle(_)) => false,
            (TypeDefKind::FixedLengthList(_, old), TypeDefKind::FixedLengthList(_, new))
                if old != new =>
            {
                false
            }
            (TypeDefKind::Result(old), TypeDefKind::Result(new)) => {
                self.same_option(old.ok, new.ok, depth) && self.same_option(old.err, new.err, depth)
            }
            (TypeDefKind::Future(old), TypeDefKind::Future(new))
            | (TypeDefKind::Stream(old), TypeDefKind::Stream(new)) => {
                self.same_option(*old, *new, depth)
            }
            (old, new) if std::mem::discriminant(old) != std::mem::discriminant(new) => false,
            (old, new) => {
                let ((_, old), (_, new)) = (views(old), views(new));
                old.len() == new.len()
                    && old.iter().zip(&new).all(|(old, new)| {
                        old.name == new.name && self.same_option(old.ty, new.ty, depth)
                    })
            }
        }
    }

    /// Compares two definitions of the same name.
    pub(crate) fn definition(&mut self, old_id: TypeId, new_id: TypeId, place: &str) {
        let (old_model, new_model) = (self.old, self.new);
        let (old, new) = (&old_model.types[old_id], &new_model.types[new_id]);
        let both = || {
            let old = Definition {
                text: words::definition(old_model, old),
                span: old.span,
            };
            (
                Some(old),
                Some(Definition {
                    text: words::definition(new_model, new),
                    span: new.span,
                }),
            )
        };
        let subject = words::type_name(new);
        self.remarks(
            &subject,
            place,
            (
                old.docs().text(),
                &old.stability,
                old.external_id(),
                old.span,
            ),
            (
                new.docs().text(),
                &new.stability,
                new.external_id(),
                new.span,
            ),
        );
        let (old_kind, new_kind) = (&old.kind, &new.kind);
        let listed = matches!(
            old_kind,
            TypeDefKind::Record(_)
                | TypeDefKind::Variant(_)
                | TypeDefKind::Enum(_)
                | TypeDefKind::Flags(_)
        );
        if listed && std::mem::discriminant(old_kind) == std::mem::discriminant(new_kind) {
            let ((part, old), (_, new)) = (views(old_kind), views(new_kind));
            self.parts(part, &subject, place, &old, &new);
        } else if !self.same_definition(old_id, new_id) {
            let (old, new) = both();
            let change = Change {
                kind: ChangeKind::Redefined,
                subject,
                name: String::new(),
                place: place.into(),
                old,
                new,
            };
            self.changes.push(change);
        }
    }

    /// Whether two definitions that are not lists of parts are the same.
    fn same_definition(&mut self, old: TypeId, new: TypeId) -> bool {
        match (&self.old.types[old].kind, &self.new.types[new].kind) {
            (TypeDefKind::Alias(old), TypeDefKind::Alias(new)) => self.same(*old, *new),
            (TypeDefKind::Resource, TypeDefKind::Resource) => true,
            // What is behind an alias may be anything, and the alias is then that.
            (TypeDefKind::Alias(_), _) | (_, TypeDefKind::Alias(_)) => {
                let (old, new) = (
                    self.old.dealias(Type::Id(old)),
                    self.new.dealias(Type::Id(new)),
                );
                match (old, new) {
                    (Type::Id(old), Type::Id(new)) => self.same_structure(old, new, 0),
                    (old, new) => old == new,
                }
            }
            _ => self.same_structure(old, new, 0),
        }
    }

    /// Compares two lists: what is gone, new, renamed, of another type, or in another order.
    pub(super) fn parts(
        &mut self,
        part: MemberKind,
        subject: &str,
        place: &str,
        old: &[Member<'_>],
        new: &[Member<'_>],
    ) {
        let (old_model, new_model) = (self.old, self.new);
        let show = |resolve: &Resolve, view: &Member<'_>| {
            let text = match (part, view.ty) {
                (MemberKind::Case, Some(ty)) => {
                    format!("{}({})", view.name, words::ty(resolve, ty))
                }
                (_, Some(ty)) => format!("{}: {}", view.name, words::ty(resolve, ty)),
                (_, None) => view.name.to_owned(),
            };
            Definition {
                text,
                span: view.span,
            }
        };
        let mut push = |kind, name: &str, old, new| {
            let (subject, place) = (subject.to_owned(), place.to_owned());
            self.changes.push(Change {
                kind,
                subject,
                name: name.to_owned(),
                place,
                old,
                new,
            });
        };
        let (old_names, new_names) = (names(old), names(new));
        let mut renamed = HashSet::new();
        if old.len() == new.len() {
            let pairs = old.iter().zip(new).enumerate();
            renamed.extend(
                pairs
                    .filter(|(_, (a, b))| {
                        !new_names.contains_key(a.name) && !old_names.contains_key(b.name)
                    })
                    .map(|(index, _)| index),
            );
        }
        for (index, view) in old.iter().enumerate() {
            if renamed.contains(&index) {
                let (old, new) = (named(view), named(&new[index]));
                push(ChangeKind::Renamed(part), view.name, old, new);
            } else if !new_names.contains_key(view.name) {
                push(
                    ChangeKind::Removed(ChangedItem::Member(part)),
                    view.name,
                    Some(show(old_model, view)),
                    None,
                );
            }
        }
        for (index, view) in new.iter().enumerate() {
            if !renamed.contains(&index) && !old_names.contains_key(view.name) {
                push(
                    ChangeKind::Added(ChangedItem::Member(part)),
                    view.name,
                    None,
                    Some(show(new_model, view)),
                );
            }
        }
        let common = |all: &[Member<'_>], other: &MemberNames<'_>| -> Vec<String> {
            let common = all.iter().filter(|view| other.contains_key(view.name));
            common.map(|view| view.name.to_owned()).collect()
        };
        let (order, new_order) = (common(old, &new_names), common(new, &old_names));
        if order != new_order {
            let list = |names: &[String], span| {
                Some(Definition {
                    text: names.join(", "),
                    span,
                })
            };
            let (old, new) = (list(&order, span_of(old)), list(&new_order, span_of(new)));
            push(ChangeKind::Reordered(part), "", old, new);
        }
        for view in old {
            let Some(&now) = new_names.get(view.name) else {
                continue;
            };
            let now = &new[now];
            if !self.same_option(view.ty, now.ty, 0) {
                let (was, is) = match (view.ty, now.ty) {
                    (Some(old), Some(new)) => words::both((old_model, old), (new_model, new)),
                    _ => (show(old_model, view).text, show(new_model, now).text),
                };
                let shown = |text, view: &Member<'_>| {
                    Some(Definition {
                        text,
                        span: view.span,
                    })
                };
                let change = Change {
                    kind: ChangeKind::Retyped(ChangedItem::Member(part)),
                    subject: subject.to_owned(),
                    name: view.name.to_owned(),
                    place: place.to_owned(),
                    old: shown(was, view),
                    new: shown(is, now),
                };
                self.changes.push(change);
            }
            if view.docs != now.docs {
                let subject = format!("{} `{}` of {subject}", part.word(), view.name);
                self.docs_changed(
                    &subject,
                    place,
                    (view.docs, view.span),
                    (now.docs, now.span),
                );
            }
        }
    }
}

/// The positions of parts by name.
type MemberNames<'a> = HashMap<&'a str, usize>;

fn names<'a>(views: &[Member<'a>]) -> MemberNames<'a> {
    views
        .iter()
        .enumerate()
        .map(|(index, view)| (view.name, index))
        .collect()
}

fn named(view: &Member<'_>) -> Option<Definition> {
    Some(Definition {
        text: view.name.to_owned(),
        span: view.span,
    })
}

fn span_of(views: &[Member<'_>]) -> Span {
    views.first().map_or(Span::NONE, |view| view.span)
}

/// The resource that a type stands for if it is a handle that owns one: WIT has the same name for both.
fn behind_own(resolve: &Resolve, id: TypeId) -> TypeId {
    match resolve.types[id].kind {
        TypeDefKind::Handle(Handle::Own(resource)) => resource,
        _ => id,
    }
}

/// Whether two resources are of the same interface, whatever their exact versions are.
fn same_interface(
    old: &Resolve,
    old_owner: TypeOwner,
    new: &Resolve,
    new_owner: TypeOwner,
) -> bool {
    let track =
        |resolve: &Resolve, id: InterfaceId| witc_canonical_abi::interface_track(resolve, id);
    match (old_owner, new_owner) {
        (TypeOwner::Interface(a), TypeOwner::Interface(b)) => {
            let (a, b) = (track(old, a), track(new, b));
            a.is_some() && a.map(|(track, _)| track) == b.map(|(track, _)| track)
        }
        (TypeOwner::World(_), TypeOwner::World(_)) => true,
        _ => false,
    }
}

/// The parts of a type in order; those of types without names for them have none.
fn views(kind: &TypeDefKind) -> (MemberKind, Vec<Member<'_>>) {
    match kind {
        TypeDefKind::Record(record) => {
            let fields = record.fields.iter().map(|field| Member {
                name: &field.name,
                ty: Some(field.ty),
                span: field.span,
                docs: field.docs.text(),
            });
            (MemberKind::Field, fields.collect())
        }
        TypeDefKind::Variant(variant) => {
            let cases = variant.cases.iter().map(|case| Member {
                name: &case.name,
                ty: case.ty,
                span: case.span,
                docs: case.docs.text(),
            });
            (MemberKind::Case, cases.collect())
        }
        TypeDefKind::Enum(cases) => (
            MemberKind::EnumCase,
            cases.cases.iter().map(label).collect(),
        ),
        TypeDefKind::Flags(flags) => (MemberKind::Flag, flags.flags.iter().map(label).collect()),
        other => {
            let mut types = Vec::new();
            other.for_each_type(&mut |ty| {
                types.push(Member {
                    name: "",
                    ty: Some(ty),
                    span: Span::NONE,
                    docs: None,
                });
            });
            (MemberKind::Field, types)
        }
    }
}

fn label(label: &witc_resolve::Label) -> Member<'_> {
    Member {
        name: &label.name,
        ty: None,
        span: label.span,
        docs: label.docs.text(),
    }
}
