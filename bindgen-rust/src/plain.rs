//! Which types Rust lays out just as the canonical ABI does: lists of them are passed and taken over without a copy.

use crate::Options;
use crate::remap::{Remaps, type_name};
use witc_canonical_abi::{Kind, Plan, PlanId, Plans};
use witc_resolve::{Handle, Resolve, Type, TypeDefKind, TypeId};

/// For each plan whether its types are laid out alike.
///
/// They are for scalars, for enums with a `repr`, for flags, and for what is declared `repr(C)` and made of such:
/// records, and variants, whose `repr(C, u8)` is a tag with a union behind it. All their bits are valid, too: whoever
/// lowered them wrote values. Tuples, options and results are laid out as Rust likes, and of types that are declared
/// elsewhere nothing is known.
pub(crate) fn find(
    resolve: &Resolve,
    plans: &Plans,
    options: &Options,
    remaps: &Remaps,
) -> Vec<bool> {
    let mut plain = Vec::with_capacity(plans.iter().len());
    for (_, plan) in plans.iter() {
        let parts = match &plan.kind {
            Kind::Scalar(_) => true,
            Kind::Flags(..) => options.bitflags_path.is_none(),
            Kind::Enum(..) => true,
            Kind::Record(fields) => fields.iter().all(|field| plain[field.plan.index()]),
            Kind::Variant(cases) => cases
                .cases
                .iter()
                .filter_map(|case| case.payload)
                .all(|payload| plain[payload.plan.index()]),
            Kind::FixedLengthList(element, _) => plain[element.plan.index()],
            _ => false,
        };
        plain.push(parts && !is_foreign(resolve, plan, options, remaps));
    }
    plain
}

/// For each plan whether lowering writes lists or maps anew, because Rust lays out their elements otherwise.
pub(crate) fn find_anew(plans: &Plans, plain: &[bool]) -> Vec<bool> {
    find_deep(plans, |kind| match kind {
        Kind::List(element) => !plain[element.plan.index()],
        kind => matches!(kind, Kind::Map(_)),
    })
}

/// For each plan whether it has borrowed handles of resources for which `counts` holds.
pub(crate) fn find_lending(plans: &Plans, counts: impl Fn(TypeId) -> bool) -> Vec<bool> {
    find_deep(
        plans,
        |kind| matches!(kind, Kind::Borrow(resource) if counts(resource.definition)),
    )
}

/// For each type whether something in its borrowed form is a reference: a string, list or map, or a borrowed handle, but
/// not what is in an array without a name, which is passed whole.
pub(crate) fn find_referring(resolve: &Resolve, plans: &Plans) -> Vec<bool> {
    let mut found: Vec<bool> = Vec::with_capacity(resolve.types.iter().len());
    for id in resolve.types.ids() {
        let def = &resolve.types[id];
        let mut refers = false;
        match &def.kind {
            TypeDefKind::List(_)
            | TypeDefKind::Map(..)
            | TypeDefKind::Handle(Handle::Borrow(_)) => {
                refers = true;
            }
            TypeDefKind::FixedLengthList(..) if def.name().is_none() => {
                refers = plans[plans.of(Type::Id(id))].facts.borrows;
            }
            kind => kind.for_each_type(&mut |ty| {
                refers |= match ty {
                    Type::Id(part) => found[part.index()],
                    primitive => primitive == Type::String,
                }
            }),
        }
        found.push(refers);
    }
    found
}

/// For each plan whether it has handles, owned or borrowed, of resources for which `counts` holds.
pub(crate) fn find_handles(plans: &Plans, counts: impl Fn(TypeId) -> bool) -> Vec<bool> {
    find_deep(
        plans,
        |kind| matches!(kind, Kind::Own(resource) | Kind::Borrow(resource) if counts(resource.definition)),
    )
}

/// For each plan whether something holds for it, or for a part of it.
fn find_deep(plans: &Plans, holds: impl Fn(&Kind) -> bool) -> Vec<bool> {
    let mut found: Vec<bool> = Vec::with_capacity(plans.iter().len());
    for (_, plan) in plans.iter() {
        let deep = parts(&plan.kind)
            .into_iter()
            .any(|part| found[part.index()]);
        found.push(deep || holds(&plan.kind));
    }
    found
}

/// What the values of a type are made of.
fn parts(kind: &Kind) -> Vec<PlanId> {
    match kind {
        Kind::List(element) | Kind::FixedLengthList(element, _) => vec![element.plan],
        Kind::Map(entry) => vec![entry.key.plan, entry.value.plan],
        Kind::Record(fields) | Kind::Tuple(fields) => {
            fields.iter().map(|field| field.plan).collect()
        }
        Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => cases
            .cases
            .iter()
            .filter_map(|case| Some(case.payload?.plan))
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether a type is declared elsewhere, or with attributes that may change its layout.
fn is_foreign(resolve: &Resolve, plan: &Plan, options: &Options, remaps: &Remaps) -> bool {
    let Type::Id(id) = plan.ty else { return false };
    let definition = &resolve.types[id];
    if definition.name().is_none() {
        return false;
    }
    let owner = match definition.owner {
        witc_resolve::TypeOwner::Interface(interface) => remaps.interface(interface).is_some(),
        _ => false,
    };
    let name = type_name(resolve, id);
    let attributes = options.additional_type_attributes.0.iter();
    owner
        || remaps.ty(id).is_some()
        || attributes
            .filter(|(selector, _)| *selector == name)
            .any(|(_, text)| text.contains("repr"))
}
