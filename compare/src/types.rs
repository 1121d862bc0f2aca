//! In what definitions of types differ.

use crate::change::{Change, ChangeKind, Definition};
use crate::comparison::Comparison;
use crate::member::{member_kind, members};
use crate::words;
use witc_resolve::{Type, TypeDef, TypeId};

impl Comparison<'_> {
    /// Compares two definitions of the same name.
    pub(crate) fn definition(&mut self, old_id: TypeId, new_id: TypeId, place: &str) {
        let (old_model, new_model) = (self.old, self.new);
        let (old, new) = (&old_model.types[old_id], &new_model.types[new_id]);
        let subject = words::type_name(new);
        self.remarks(&subject, place, &old.into(), &new.into());
        let (old_kind, new_kind) = (&old.kind, &new.kind);
        // Lists of members are compared member by member, which tells more than that the whole is another.
        if let Some(kind) = member_kind(old_kind)
            && member_kind(new_kind) == Some(kind)
        {
            let (was, is) = (members(old_kind), members(new_kind));
            self.members(kind, &subject, place, (&was, &is));
        } else if !self.same_definition(old_id, new_id) {
            let whole = |resolve, def: &TypeDef| {
                let text = words::definition(resolve, def);
                Some(Definition::new(text, def.span))
            };
            let (old, new) = (whole(old_model, old), whole(new_model, new));
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
        let (old_kind, new_kind) = (&self.old.types[old].kind, &self.new.types[new].kind);
        match (old_kind.as_alias(), new_kind.as_alias()) {
            (Some(old), Some(new)) => self.same(old, new),
            // An alias is whatever it stands for, which may be of any kind.
            (Some(_), None) | (None, Some(_)) => {
                let (old, new) = (
                    self.old.dealias(Type::Id(old)),
                    self.new.dealias(Type::Id(new)),
                );
                match (old.id(), new.id()) {
                    (Some(old), Some(new)) => self.same_structure(old, new, 0),
                    (None, _) | (_, None) => old == new,
                }
            }
            // A resource is its functions, which the interface compares.
            (None, None) if old_kind.is_resource() && new_kind.is_resource() => true,
            // `same` would call two definitions of the same name equal, because it leaves their
            // difference to this comparison.
            (None, None) => self.same_structure(old, new, 0),
        }
    }
}
