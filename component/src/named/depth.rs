//! How deep the types of a world are nested.

use witc_resolve::{Resolve, Type, TypeDefKind, TypeId};

/// How deep types may be nested. What recurses over types relies on it.
pub(super) const MAX_DEPTH: u32 = 400;

/// The depth of the deepest type: 1 for one that is made of primitive types.
pub(super) fn depth(resolve: &Resolve) -> u32 {
    let mut depths: Vec<u32> = Vec::with_capacity(resolve.types.len());
    for (_, def) in resolve.types.iter() {
        let mut deepest = 0;
        for_each_part(&def.kind, |part| {
            // A type comes after those that it is made of.
            deepest = deepest.max(depths.get(part.index()).copied().unwrap_or(MAX_DEPTH));
        });
        depths.push(deepest.saturating_add(1));
    }
    depths.into_iter().max().unwrap_or(0)
}

fn for_each_part(kind: &TypeDefKind, mut visit: impl FnMut(TypeId)) {
    let mut visit = |ty: Type| {
        if let Type::Id(id) = ty {
            visit(id);
        }
    };
    match kind {
        TypeDefKind::Record(record) => record.fields.iter().for_each(|field| visit(field.ty)),
        TypeDefKind::Variant(variant) => variant
            .cases
            .iter()
            .filter_map(|case| case.ty)
            .for_each(visit),
        TypeDefKind::Tuple(tuple) => tuple.types.iter().copied().for_each(visit),
        TypeDefKind::Result(result) => result.ok.iter().chain(&result.err).copied().for_each(visit),
        TypeDefKind::Alias(ty)
        | TypeDefKind::Option(ty)
        | TypeDefKind::List(ty)
        | TypeDefKind::FixedLengthList(ty, _) => visit(*ty),
        TypeDefKind::Map(key, value) => {
            visit(*key);
            visit(*value);
        }
        TypeDefKind::Handle(handle) => visit(Type::Id(handle.resource())),
        TypeDefKind::Future(payload) | TypeDefKind::Stream(payload) => {
            payload.iter().copied().for_each(visit);
        }
        TypeDefKind::Enum(_) | TypeDefKind::Flags(_) | TypeDefKind::Resource => {}
    }
}
