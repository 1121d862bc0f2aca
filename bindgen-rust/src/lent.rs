//! Facts about the borrowed forms of types: which hold references, and which are borrowed as a whole.

use crate::shape::Shape;
use witc_canonical_abi::Plans;
use witc_resolve::{Handle, Resolve, Type, TypeDefKind, TypeId};

/// For each type whether something in its borrowed form is a reference: a string, list or map, or a borrowed handle, but
/// not what is in an array without a name, which is passed whole.
pub(crate) fn find_referring(resolve: &Resolve, plans: &Plans) -> Vec<bool> {
    let mut found: Vec<bool> = Vec::with_capacity(resolve.types.iter().len());
    for id in resolve.types.ids() {
        let def = &resolve.types[id];
        let mut parts = false;
        def.kind.for_each_type(&mut |ty| {
            parts |= match ty.id() {
                Some(part) => found[part.index()],
                None => ty.is_string(),
            };
        });
        let refers = match &def.kind {
            TypeDefKind::List(_)
            | TypeDefKind::Map(..)
            | TypeDefKind::Handle(Handle::Borrow(_)) => true,
            TypeDefKind::FixedLengthList(..) if def.name().is_none() => {
                plans[plans.of(Type::Id(id))].facts.borrows
            }
            TypeDefKind::FixedLengthList(..)
            | TypeDefKind::Alias(_)
            | TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource
            | TypeDefKind::Handle(Handle::Own(_))
            | TypeDefKind::Tuple(_)
            | TypeDefKind::Option(_)
            | TypeDefKind::Result(_) => parts,
            // Only the reader is in the value: what it reads is never borrowed.
            TypeDefKind::Future(_) | TypeDefKind::Stream(_) => false,
        };
        found.push(refers);
    }
    found
}

/// Whether a type is an array that has no name. As with wit-bindgen its elements are never borrowed.
pub(crate) fn is_bare_array(resolve: &Resolve, plans: &Plans, id: TypeId) -> bool {
    let kind = &plans[plans.of(Type::Id(id))].kind;
    resolve.types[id].name().is_none() && Shape::of(kind).is_array()
}
