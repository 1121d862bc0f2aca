//! Worlds that cannot be encoded.

use crate::codes;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{InterfaceId, Resolve, TypeId, TypeOwner};

/// The encoded thing, or the diagnostic that says why it cannot be encoded.
pub type Result<T, E = Box<Diagnostic>> = std::result::Result<T, E>;

/// A diagnostic for a type of `interface` that `user` needs before the world has the interface.
pub(crate) fn used_before_import(
    resolve: &Resolve,
    interface: InterfaceId,
    name: &str,
    user: TypeOwner,
) -> Box<Diagnostic> {
    let describe = |id| match resolve.interface_id(id) {
        Some(id) => format!("interface `{id}`"),
        None => "an inline interface".into(),
    };
    let (user, span) = match user {
        TypeOwner::Interface(id) => (describe(id), resolve.interfaces[id].span),
        TypeOwner::World(id) => {
            let world = &resolve.worlds[id];
            (format!("world `{}`", world.name), world.span)
        }
        // The wrapper around an interface of a package in binary form: it has no place in the text.
        TypeOwner::None => ("a type".into(), Span::NONE),
    };
    let message = format!(
        "{user} uses `{name}` of {}, which the world neither imports nor exports before that",
        describe(interface)
    );
    let found = Diagnostic::error(codes::USED_BEFORE_IMPORT, message, span)
        .also(resolve.interfaces[interface].span, "defined here")
        .note("import the interface before those that use its types");
    Box::new(found)
}

/// A diagnostic for a type that can be reached neither through an interface nor in the world itself.
pub(crate) fn unreachable_type(resolve: &Resolve, id: TypeId, owner: TypeOwner) -> Box<Diagnostic> {
    let def = &resolve.types[id];
    let name = def.name_or_empty();
    let place = match owner {
        TypeOwner::World(id) => format!("world `{}`", resolve.worlds[id].name),
        // Types of interfaces are reported by `used_before_import`, and types without an owner are defined
        // wherever they are used.
        TypeOwner::Interface(_) | TypeOwner::None => "elsewhere".into(),
    };
    let message = format!("`{name}` of {place} can't be used here");
    Box::new(Diagnostic::error(
        codes::USED_BEFORE_IMPORT,
        message,
        def.span,
    ))
}
