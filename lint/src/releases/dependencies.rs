//! Rules on the versions of packages that a package depends on.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use std::collections::BTreeMap;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{InterfaceId, Package, PackageId, PackageName, WorldId};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let unstable = [codes::STABLE_ON_UNSTABLE, codes::RELEASE_ON_PRERELEASE];
    if findings.any_on(&unstable) {
        for &id in &context.packages {
            let package = &context.resolve.packages[id];
            // Only a release promises what its dependencies may break.
            if package
                .name
                .version
                .as_ref()
                .is_some_and(|it| it.pre.is_empty())
            {
                package_needs(context, findings, package);
            }
        }
    }
    if findings.is_on(codes::TWO_VERSIONS) {
        for &world in &context.worlds {
            two_versions(context, findings, world);
        }
    }
}

fn package_needs(context: &Context<'_>, findings: &mut Findings, package: &Package) {
    let Some(version) = &package.name.version else {
        return;
    };
    for (needed, place) in needs(context, package) {
        let needed = &context.resolve.packages[needed].name;
        let Some(other) = &needed.version else {
            continue;
        };
        let (code, words) = if !other.pre.is_empty() {
            (
                codes::RELEASE_ON_PRERELEASE,
                "is a release, but depends on the pre-release",
            )
        } else if version.major > 0 && other.major == 0 {
            (
                codes::STABLE_ON_UNSTABLE,
                "is stable, but depends on the unstable",
            )
        } else {
            continue;
        };
        let message = format!("`{}` {words} `{needed}`", package.name);
        let found = Diagnostic::warning(code, message, place);
        findings.push(
            context,
            found.note("what breaks there breaks this package as well"),
        );
    }
}

/// The packages that a package uses types or interfaces of, each with the first place.
fn needs(context: &Context<'_>, package: &Package) -> BTreeMap<PackageId, Span> {
    let resolve = context.resolve;
    let mut needs = BTreeMap::new();
    let mut need = |id: InterfaceId, span: Span| {
        let Some(needed) = resolve.interfaces[id].package else {
            return;
        };
        if resolve.packages[needed].name != package.name && !span.is_none() {
            needs.entry(needed).or_insert(span);
        }
    };
    for &id in package.interfaces.values() {
        for &ty in resolve.interfaces[id].types.values() {
            if let Some(used) = resolve.used_from(ty) {
                need(used, resolve.types[ty].span);
            }
        }
    }
    for &id in package.worlds.values() {
        for (_, key, item) in resolve.externs(id) {
            if let Some((id, item)) = key.interface().zip(item.interface()) {
                need(id, item.span);
            }
        }
    }
    needs
}

fn two_versions(context: &Context<'_>, findings: &mut Findings, world: WorldId) {
    let resolve = context.resolve;
    let mut versions: BTreeMap<(&str, &str), BTreeMap<&PackageName, Span>> = BTreeMap::new();
    for (_, key, item) in resolve.externs(world) {
        let interface = key.interface().zip(item.interface());
        let Some((id, item)) = interface else {
            continue;
        };
        let Some(package) = context.package(resolve.interfaces[id].package) else {
            continue;
        };
        let names = (&*package.name.namespace, &*package.name.name);
        let places = versions.entry(names).or_default();
        let place = places.entry(&package.name).or_insert(item.span);
        if place.is_none() {
            *place = item.span;
        }
    }
    for (_, names) in versions.into_iter().filter(|(_, names)| names.len() > 1) {
        let list: Vec<_> = names.keys().map(|name| format!("`{name}`")).collect();
        let it = &resolve.worlds[world];
        let message = format!("the world `{}` has {}", it.name, list.join(" and "));
        let mut found = Diagnostic::warning(codes::TWO_VERSIONS, message, it.span);
        for (name, place) in names {
            if !place.is_none() {
                found = found.also(place, format!("`{name}`"));
            }
        }
        findings.push(
            context,
            found.note("their types differ: what one gives, the other does not take"),
        );
    }
}
