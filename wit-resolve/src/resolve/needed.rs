//! Which of the packages that lie further in are needed, because no outer one has what paths name.

use super::path_key::package_name;
use super::path_walk::for_each_path;
use super::unit::Unit;
use super::units::{self, Units};
use super::whole;
use crate::{FastMap, Group, Input, Options, PackageName};
use std::num::NonZeroUsize;

/// The groups of `inner` that have the packages that are missing outside, and the groups that these need in turn. What
/// `has` knows is there is not looked for.
pub(crate) fn needed(
    inner: &Input,
    missing: Vec<PackageName>,
    has: &dyn Fn(&PackageName) -> bool,
    options: &Options,
) -> Vec<bool> {
    // What is wrong in these groups is told when they are resolved, if they are.
    let mut ignored = Vec::new();
    let files = whole::parse(&inner.sources, NonZeroUsize::MIN, &mut ignored);
    let Units { units, trees } = units::sort(&inner.groups, files, options, &mut ignored);
    let outermost = by_name(&units);
    let of_group = by_group(&inner.groups, &units);
    let mut is_needed = vec![false; inner.groups.len()];
    let mut wanted = missing;
    while let Some(name) = wanted.pop() {
        for &unit in outermost.get(&name).into_iter().flatten() {
            let group = units[unit].group;
            if std::mem::replace(&mut is_needed[group], true) {
                continue;
            }
            for part in of_group[group].iter().flat_map(|&unit| &trees[unit]) {
                for_each_path(part, &mut |path| {
                    let package = path.package.as_ref();
                    let named = package.and_then(|name| package_name(name, options, &mut ignored));
                    wanted.extend(named.filter(|name| !has(name)));
                });
            }
        }
    }
    is_needed
}

/// The outermost units of each name.
fn by_name(units: &[Unit]) -> FastMap<&PackageName, Vec<usize>> {
    let mut by_name: FastMap<&PackageName, Vec<usize>> = FastMap::default();
    for (index, is_outermost) in units::outermost(units).into_iter().enumerate() {
        if let Some(name) = units[index].name.as_ref().filter(|_| is_outermost) {
            by_name.entry(name).or_default().push(index);
        }
    }
    by_name
}

/// The units of each group.
fn by_group(groups: &[Group], units: &[Unit]) -> Vec<Vec<usize>> {
    let mut of_group = vec![Vec::new(); groups.len()];
    for (index, unit) in units.iter().enumerate() {
        of_group[unit.group].push(index);
    }
    of_group
}
