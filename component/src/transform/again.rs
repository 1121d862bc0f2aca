//! Renaming a world, and resolving anew what was changed.

use witc_diagnostics::Diagnostic;
use witc_resolve::{Features, Loaded, Loader, Name, PackageId, Resolve, WorldId, print};

/// Gives a world another name.
pub(super) fn rename(resolve: &mut Resolve, world: WorldId, name: &str) {
    let old = std::mem::replace(&mut resolve.worlds[world].name, Name::from(name));
    let Some(package) = resolve.worlds[world].package else {
        return;
    };
    let worlds = std::mem::take(&mut resolve.packages[package].worlds);
    let renamed = |(key, id): (Name, WorldId)| {
        if key == old {
            (Name::from(name), id)
        } else {
            (key, id)
        }
    };
    resolve.packages[package].worlds = worlds.into_iter().map(renamed).collect();
}

/// Prints all packages, with that of the world as the main one, and resolves them again.
pub(super) fn again(resolve: &Resolve, world: WorldId) -> Result<Loaded, Vec<Diagnostic>> {
    let Some(main) = resolve.worlds[world].package else {
        return Ok(Loaded::default());
    };
    let others: Vec<PackageId> = resolve.packages.ids().filter(|&id| id != main).collect();
    let text = print::packages(resolve, main, &others, print::Style::default());
    let loaded = Loader::new()
        .text("the transformed world", text)
        // Gated items that are still there passed their gates when they were first resolved.
        .features(Features::all())
        .load();
    if loaded.has_errors() {
        Err(loaded.diagnostics)
    } else {
        Ok(loaded)
    }
}
