//! Changes from one version of a package or a world to the next, whom they break, and the honest version number.
//!
//! The changes are those that a `Comparison` finds. Added here is which items are versions of each other, and on which
//! side of a component they are: a change of an interface that breaks its importers may suit its exporters.

mod category;
mod findings;
mod version;
mod world;

pub use category::Category;
pub use findings::{Finding, PackageRef};
pub use version::{Advice, advise};

use crate::change::ChangedItem;
use crate::externs::WorldRef;
use findings::Diff;
use witc_resolve::Direction;

/// The changes from one version of a package to another: of its interfaces, of types of other packages that they use,
/// and of its worlds. With a `side`, its interfaces count as what components have there alone.
#[must_use]
pub fn packages(old: PackageRef<'_>, new: PackageRef<'_>, side: Option<Direction>) -> Vec<Finding> {
    let mut diff = Diff::new(old, new);
    // All pairs are known before any is compared: otherwise an interface that uses a changed type would be
    // reported in place of the one that defines it, if it comes first.
    diff.cover_interfaces();
    let (was, is) = (old.get(), new.get());
    let place = format!("package `{}:{}`", was.name.namespace, was.name.name);
    diff.comparison.docs_changed(
        "",
        &place,
        (was.docs.text(), was.span),
        (is.docs.text(), is.span),
    );
    diff.drain(None);
    let (old, new) = (old.resolve, new.resolve);
    for (name, &id) in &was.interfaces {
        match is.interfaces.get(name) {
            Some(&now) => diff.interface(id, now, side),
            None => {
                let span = old.interfaces[id].span;
                diff.alone(false, ChangedItem::Interface, name, span, &place);
            }
        }
    }
    for (name, &id) in &is.interfaces {
        if !was.interfaces.contains_key(name) {
            let span = new.interfaces[id].span;
            diff.alone(true, ChangedItem::Interface, name, span, &place);
        }
    }
    // Worlds come last: their interfaces that are the package's own have been reported by then.
    diff.foreign_types(side);
    for (name, &id) in &was.worlds {
        match is.worlds.get(name) {
            Some(&now) => diff.world(id, now, true),
            None => {
                let span = old.worlds[id].span;
                diff.alone(false, ChangedItem::World, name, span, &place);
            }
        }
    }
    for (name, &id) in &is.worlds {
        if !was.worlds.contains_key(name) {
            let span = new.worlds[id].span;
            diff.alone(true, ChangedItem::World, name, span, &place);
        }
    }
    diff.findings
}

/// The changes from one version of a world to another, with those of the interfaces that it has.
///
/// They are seen from the side of components: what was made for the old world has to work in the new one.
#[must_use]
pub fn worlds(old: WorldRef<'_>, new: WorldRef<'_>) -> Vec<Finding> {
    let whole = |WorldRef { resolve, world }| {
        // The package only tells own interfaces from others, so for a world that is in none any other one does.
        let package = resolve.worlds[world]
            .package
            .or_else(|| resolve.packages.ids().next())?;
        Some(PackageRef { resolve, package })
    };
    let (Some(was), Some(is)) = (whole(old), whole(new)) else {
        return Vec::new();
    };
    let mut diff = Diff::new(was, is);
    diff.world(old.world, new.world, false);
    diff.findings
}
