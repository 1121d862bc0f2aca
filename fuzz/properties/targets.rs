//! What holds for `targets` and any component, or any two packages of which the first has the world of the component: it
//! ends; each reason can be shown; and each component fits its own world.
//!
//! An input is a component in the binary format, or two packages: a line that starts with `//#` starts the second.

use witc_compare::{WorldRef, join_sources, targets};
use witc_diagnostics::render;
use witc_resolve::{Loaded, Loader};

pub(crate) fn check(data: &[u8]) {
    if let Ok(text) = witc_binary::component_to_wit(data) {
        check_all(&[&text]);
    } else if let Ok(text) = std::str::from_utf8(data) {
        let packages: Vec<&str> = text.splitn(2, "\n//#").collect();
        check_all(&packages);
    }
}

fn check_all(texts: &[&str]) {
    let loaded = texts.iter().map(|text| {
        let loaded = Loader::new().text("package.wit", (*text).to_owned());
        Some(loaded.load()).filter(|loaded| !loaded.has_errors())
    });
    let Some(loaded) = loaded.collect::<Option<Vec<Loaded>>>() else {
        return;
    };
    let worlds: Vec<WorldRef<'_>> = loaded.iter().flat_map(worlds).collect();
    for compatible in [false, true] {
        for &component in &worlds {
            for &world in &worlds {
                let reasons = reasons(component, world, compatible);
                let is_own = std::ptr::eq(component.resolve, world.resolve)
                    && component.world == world.world;
                // Of several versions that are compatible, one stands for the others, with other items perhaps.
                let is_exact = is_own && !compatible;
                assert!(
                    !is_exact || reasons.is_empty(),
                    "a component does not fit its own world: {reasons:?}"
                );
            }
        }
    }
}

/// The worlds of a package, up to four.
fn worlds(loaded: &Loaded) -> impl Iterator<Item = WorldRef<'_>> {
    let packages = loaded.main.iter();
    let worlds = packages.flat_map(|&id| loaded.resolve.packages[id].worlds.values());
    worlds.take(4).map(|&world| WorldRef {
        resolve: &loaded.resolve,
        world,
    })
}

fn reasons(component: WorldRef<'_>, world: WorldRef<'_>, compatible: bool) -> Vec<String> {
    let (sources, shift) = join_sources(&component.resolve.sources, &world.resolve.sources);
    let found = targets(component, world, shift, compatible);
    let shown = found.iter().map(|reason| render::short(reason, &sources));
    shown.collect()
}
