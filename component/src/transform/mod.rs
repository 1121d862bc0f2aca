//! Worlds made of other worlds: their direction flipped, compatible imports merged, a type for each name.
//!
//! A transformed world is printed and resolved again where something may have to be completed, so that it is in order
//! as every other one is.

mod flip;
mod merge;
mod nominal;

pub use flip::{exportize, importize};
pub use merge::merge_world_imports;
pub use nominal::nominal_types;

use witc_diagnostics::Diagnostic;
use witc_resolve::{Features, Loaded, Loader, Name, PackageId, Resolve, WorldId, print};

/// Gives a world another name.
fn rename(resolve: &mut Resolve, world: WorldId, name: &str) {
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
fn again(resolve: &Resolve, world: WorldId) -> Result<Loaded, Vec<Diagnostic>> {
    let Some(main) = resolve.worlds[world].package else {
        return Ok(Loaded::default());
    };
    let others: Vec<PackageId> = resolve.packages.ids().filter(|&id| id != main).collect();
    let text = print::packages(resolve, main, &others, print::Style::default());
    let loaded = Loader::new()
        .text("the transformed world", text)
        .features(Features::all())
        .load();
    if loaded.has_errors() {
        Err(loaded.diagnostics)
    } else {
        Ok(loaded)
    }
}
