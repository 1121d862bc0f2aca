//! Worlds with their direction flipped: what one component exports is what another one imports.

use super::again::{again, rename};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Loaded, Resolve, WorldId, WorldItem, WorldKey};

/// A world that imports what `world` exports, and nothing else. It gets the name `name`, or that of the world with
/// `-importized` after it; the others stay.
///
/// # Errors
///
/// If the result would be no world: a function has the name of a type, say.
pub fn importize(
    mut resolve: Resolve,
    world: WorldId,
    name: Option<&str>,
) -> Result<Loaded, Vec<Diagnostic>> {
    let own = &mut resolve.worlds[world];
    // The types stay, because functions that were exported may use them.
    own.imports.retain(|_, item| item.ty().is_some());
    let exports = std::mem::take(&mut own.exports);
    // An interface of the same key cannot be in the way, because only types are left.
    if let Some((key, _)) = exports
        .iter()
        .find(|(key, _)| own.imports.contains_key(*key))
    {
        return Err(vec![conflict(&resolve, key)]);
    }
    own.imports.extend(exports);
    let name = name.map_or_else(|| format!("{}-importized", own.name), str::to_owned);
    rename(&mut resolve, world, &name);
    again(&resolve, world)
}

/// A world that exports what `world` imports, or, of that, what `only` names if it names something: plain names, names
/// of interfaces, or their ids. What the world itself exports is left out. It gets the name `name`, or that of the world
/// with `-exportized` after it; the others stay.
///
/// # Errors
///
/// If the result would be no world: an interface would have to be there on both sides, say.
pub fn exportize(
    mut resolve: Resolve,
    world: WorldId,
    name: Option<&str>,
    only: &[String],
) -> Result<Loaded, Vec<Diagnostic>> {
    let is_meant = |resolve: &Resolve, key: &WorldKey| {
        let id = resolve.extern_name(key);
        let bare = match key {
            WorldKey::Name(name) => Some(name),
            WorldKey::Interface(id) => resolve.interfaces[*id].name.as_ref(),
        };
        only.is_empty()
            || only
                .iter()
                .any(|name| *name == id || bare.is_some_and(|bare| bare == name))
    };
    let imports = std::mem::take(&mut resolve.worlds[world].imports);
    let (exports, imports) = imports.into_iter().partition(|(key, item)| {
        // Types cannot be exported by a world, and neither can the functions of its own resources.
        let moves = match item {
            WorldItem::Type(_) => false,
            WorldItem::Function(id) => resolve.functions[*id].kind.is_freestanding(),
            WorldItem::Interface(_) => true,
        };
        moves && is_meant(&resolve, key)
    });
    let own = &mut resolve.worlds[world];
    (own.imports, own.exports) = (imports, exports);
    let name = name.map_or_else(|| format!("{}-exportized", own.name), str::to_owned);
    rename(&mut resolve, world, &name);
    again(&resolve, world)
}

fn conflict(resolve: &Resolve, key: &WorldKey) -> Diagnostic {
    let name = resolve.extern_name(key);
    let message = format!(
        "the world exports `{name}`, which cannot be an import: it has a type of that name"
    );
    Diagnostic::error(
        witc_resolve::codes::EXTERN_CONFLICT,
        message,
        witc_diagnostics::Span::NONE,
    )
    .note("rename one of the two")
}
