//! Facts about types in Rust: which it lays out just as the canonical ABI does, so that lists of them are passed without a copy,
//! and which need memory to be lowered.

use crate::model::Model;
use crate::options::Options;
use crate::remap::type_name;
use witc_canonical_abi::{Kind, Plan, Plans};
use witc_resolve::{TypeId, TypeOwner};

/// For each plan whether its types are laid out alike.
///
/// They are for scalars, for enums with a `repr`, for flags, and for what is declared `repr(C)` and made of such:
/// records, and variants, whose `repr(C, u8)` is a tag with a union after it. All their bits are valid, too: whoever
/// lowered them wrote values. Tuples, options and results are laid out as Rust likes, and of types that are declared
/// elsewhere nothing is known.
pub(crate) fn find(model: &Model<'_>) -> Vec<bool> {
    let mut plain = Vec::with_capacity(model.plans.iter().len());
    // Plans of parts come before those of the whole, so that one pass is enough. The same holds for
    // the passes below.
    for (_, plan) in model.plans.iter() {
        let alike = is_alike(&plan.kind, model.options, &plain);
        plain.push(alike && !is_foreign(model, plan));
    }
    plain
}

/// Whether the layout of a kind is that of the canonical ABI, if that of its parts is where `plain` says so.
fn is_alike(kind: &Kind, options: &Options, plain: &[bool]) -> bool {
    let mut parts = true;
    kind.for_each_part(&mut |part| parts &= plain[part.plan.index()]);
    match kind {
        Kind::Scalar(_) | Kind::Enum(..) => true,
        // Whether another crate's macro lays them out so is its own affair.
        Kind::Flags(..) => options.bitflags_path.is_none(),
        Kind::Record(_) | Kind::Variant(_) | Kind::FixedLengthList(..) => parts,
        Kind::String
        | Kind::List(_)
        | Kind::Map(_)
        | Kind::Tuple(_)
        | Kind::Option(_)
        | Kind::Result(_)
        | Kind::Own(_)
        | Kind::Borrow(_)
        | Kind::Future(_)
        | Kind::Stream(_)
        | Kind::ErrorContext => false,
    }
}

/// For each plan whether lowering writes lists or maps anew, because Rust lays out their elements otherwise.
pub(crate) fn find_anew(plans: &Plans, plain: &[bool]) -> Vec<bool> {
    find_deep(plans, |kind| match kind {
        Kind::List(element) => !plain[element.plan.index()],
        Kind::Map(_) => true,
        Kind::Scalar(_)
        | Kind::String
        | Kind::FixedLengthList(..)
        | Kind::Record(_)
        | Kind::Tuple(_)
        | Kind::Flags(..)
        | Kind::Enum(..)
        | Kind::Variant(_)
        | Kind::Option(_)
        | Kind::Result(_)
        | Kind::Own(_)
        | Kind::Borrow(_)
        | Kind::Future(_)
        | Kind::Stream(_)
        | Kind::ErrorContext => false,
    })
}

/// For each plan whether it has borrowed handles of resources for which `counts` holds.
pub(crate) fn find_lending(plans: &Plans, counts: impl Fn(TypeId) -> bool) -> Vec<bool> {
    find_deep(plans, |kind| {
        kind.borrow()
            .is_some_and(|resource| counts(resource.definition))
    })
}

/// For each plan whether it has handles, owned or borrowed, of resources for which `counts` holds.
pub(crate) fn find_handles(plans: &Plans, counts: impl Fn(TypeId) -> bool) -> Vec<bool> {
    find_deep(plans, |kind| {
        kind.own()
            .or_else(|| kind.borrow())
            .is_some_and(|resource| counts(resource.definition))
    })
}

/// For each plan whether it has error contexts.
pub(crate) fn find_error_contexts(plans: &Plans) -> Vec<bool> {
    find_deep(plans, Kind::is_error_context)
}

/// For each plan whether something holds for it, or for a part of it. What a stream or future carries is no part of it: it is
/// passed when it is read.
fn find_deep(plans: &Plans, holds: impl Fn(&Kind) -> bool) -> Vec<bool> {
    let mut found: Vec<bool> = Vec::with_capacity(plans.iter().len());
    for (_, plan) in plans.iter() {
        let mut deep = holds(&plan.kind);
        if plan.kind.channel().is_none() {
            plan.kind
                .for_each_part(&mut |part| deep |= found[part.plan.index()]);
        }
        found.push(deep);
    }
    found
}

/// Whether bindings declare types of this kind, rather than to take what Rust or the runtime has.
pub(crate) fn is_declared(kind: &Kind) -> bool {
    match kind {
        Kind::Record(_)
        | Kind::Variant(_)
        | Kind::Enum(..)
        | Kind::Flags(..)
        | Kind::Own(_)
        | Kind::Borrow(_) => true,
        Kind::Scalar(_)
        | Kind::String
        | Kind::List(_)
        | Kind::FixedLengthList(..)
        | Kind::Map(_)
        | Kind::Tuple(_)
        | Kind::Option(_)
        | Kind::Result(_)
        | Kind::Future(_)
        | Kind::Stream(_)
        | Kind::ErrorContext => false,
    }
}

/// Whether a type is declared elsewhere, or with attributes that may change its layout.
fn is_foreign(model: &Model<'_>, plan: &Plan) -> bool {
    let Model {
        resolve,
        options,
        remaps,
        ..
    } = model;
    let Some(id) = plan.ty.id() else { return false };
    let definition = &resolve.types[id];
    if definition.name().is_none() {
        return false;
    }
    let owner = match definition.owner {
        TypeOwner::Interface(interface) => remaps.interface(interface).is_some(),
        TypeOwner::World(_) | TypeOwner::None => false,
    };
    let name = type_name(resolve, id);
    let attributes = options.additional_type_attributes.0.iter();
    // The attribute is the user's text, not ours; any word with `repr` in it is reason enough to be careful.
    owner
        || remaps.ty(id).is_some()
        || attributes
            .filter(|(selector, _)| *selector == name)
            .any(|(_, text)| text.contains("repr"))
}
