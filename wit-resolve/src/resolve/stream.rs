//! Resolving package after package: the syntax tree of each is there only while it is resolved, and the next ones are
//! parsed meanwhile.
//!
//! That takes files without syntax errors, which name their packages at the top. All others are resolved [as a
//! whole](super::resolve_whole), where everything that is wrong with them is told.

use super::glance::Glance;
use super::package::Edges;
use super::paths::PathKey;
use super::units::{self, Part, Unit};
use super::{Resolver, graph};
use crate::{Group, Input, Options, PackageId, PackageName, Resolution, parallel};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

/// Resolves packages one by one, if that can be done.
pub(crate) fn resolve<'i>(
    input: &'i Input,
    options: &Options,
    threads: NonZeroUsize,
) -> Option<Resolution> {
    let Input {
        sources,
        groups,
        searched,
    } = input;
    if groups.iter().any(|group| group.binary || group.fallback) {
        return None;
    }
    let files = sources.files().map(|(_, file)| file).collect();
    let glances: Option<Vec<Glance<'_>>> = parallel::map(threads, files, Glance::new)
        .into_iter()
        .collect();
    let (units, trees, mut files) = sort(groups, glances?, options)?;
    let mut resolver = Resolver::new(options, sources, searched, &units, Vec::new());
    let by_name = units::by_name(&units);
    let same = resolver.name_units(&by_name, &trees);
    drop(trees);
    let by_name: Vec<usize> = by_name
        .into_iter()
        .filter(|unit| !same.contains_key(unit))
        .collect();
    let edges = resolver.glanced_edges(&by_name, &files)?;
    if !resolver.diagnostics.is_empty() || !graph::order(&edges).cycles.is_empty() {
        return None;
    }
    let order = graph::post_order(&edges)
        .into_iter()
        .map(|position| by_name[position]);
    let in_order = order.flat_map(|unit| {
        let files = std::mem::take(&mut files[unit]);
        let last = files.len() - 1;
        files
            .into_iter()
            .enumerate()
            .map(move |(index, file)| (file, (index == last).then_some(unit)))
    });
    let in_order: Vec<(Glance<'i>, Option<usize>)> = in_order.collect();
    let mut resolver = Some(resolver);
    let mut packages = vec![None; groups.len()];
    let mut tree: Vec<Part<'i>> = Vec::new();
    let produce = |(glance, last): &(Glance<'i>, Option<usize>)| (glance.read(), *last);
    let consume = |(part, last): (Option<Part<'i>>, Option<usize>)| {
        let (Some(part), Some(before)) = (part, resolver.take()) else {
            return ControlFlow::Break(());
        };
        tree.push(part);
        let Some(unit) = last else {
            resolver = Some(before);
            return ControlFlow::Continue(None);
        };
        let (after, package) = before.package_of(unit, &tree);
        resolver = Some(after);
        packages[units[unit].group] = Some(package);
        ControlFlow::Continue(Some(std::mem::take(&mut tree)))
    };
    parallel::pipeline(threads, &in_order, produce, consume);
    let resolver = resolver?;
    for (copy, first) in same {
        packages[units[copy].group] = packages[units[first].group];
    }
    let main = |(group, package): (&Group, Option<PackageId>)| package.filter(|_| group.main);
    let main = groups.iter().zip(packages).filter_map(main).collect();
    Some(resolver.finish(main))
}

/// The packages of all groups, what is known of their trees, and their files; nothing if something is wrong.
#[expect(clippy::type_complexity, reason = "three lists of the same order")]
fn sort<'s>(
    groups: &[Group],
    glances: Vec<Glance<'s>>,
    options: &Options,
) -> Option<(Vec<Unit>, Vec<Vec<Part<'s>>>, Vec<Vec<Glance<'s>>>)> {
    let mut glances: Vec<Option<Glance<'s>>> = glances.into_iter().map(Some).collect();
    let (mut diagnostics, mut files, mut units) = (Vec::new(), Vec::new(), units::Units::default());
    for (index, group) in groups.iter().enumerate() {
        let glances: Vec<Glance<'s>> = group
            .files
            .iter()
            .filter_map(|id| glances[id.index()].take())
            .collect();
        if glances.is_empty() {
            continue;
        }
        let head = |glance: &Glance<'s>| Part {
            file: glance.head.clone(),
            further: Vec::new(),
            items: Vec::new(),
        };
        let parts = glances.iter().map(head).collect();
        units.add(index, group, parts, options, &mut diagnostics);
        files.push(glances);
    }
    diagnostics
        .is_empty()
        .then_some((units.units, units.trees, files))
}

impl<'s> Resolver<'_, 's> {
    /// What each package depends on, in the order in which it first says so, by position in `by_name`; nothing if a package
    /// is not there.
    fn glanced_edges<'g: 's>(
        &mut self,
        by_name: &[usize],
        files: &[Vec<Glance<'g>>],
    ) -> Option<Vec<Vec<usize>>> {
        let mut edges = Edges::new(self.units.len(), by_name);
        for &unit in by_name {
            edges.from(unit);
            for package in files[unit].iter().flat_map(|file| &file.packages) {
                edges.to(self.unit_of_key(*package)?);
            }
        }
        Some(edges.edges)
    }

    /// The unit of this name; in silence if there is none.
    fn unit_of_key(&mut self, key: PathKey<'s>) -> Option<usize> {
        if let Some(unit) = self.unit_of_path.get(&key) {
            return *unit;
        }
        let version = key.version.map(semver::Version::parse).transpose().ok()?;
        let package = PackageName {
            namespace: key.namespace.into(),
            name: key.name.into(),
            version,
        };
        let unit = self.unit_of_name.get(&package).copied()?;
        self.unit_of_path.insert(key.into(), Some(unit));
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Input, Loader, Options, Resolution};
    use std::num::NonZeroUsize;
    use witc_random::{Dice, break_text, break_tree, generate};

    /// A random package with what it depends on, in which mistakes may have been made.
    fn random(seed: u64) -> (Input, Options) {
        let mut dice = Dice::new(seed);
        let mut tree = generate(&mut dice);
        if dice.percent(40) {
            break_tree(&mut tree, &mut dice);
        }
        let mut texts = tree.texts(&mut dice);
        if dice.percent(10) {
            break_text(&mut texts, &mut dice);
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in texts {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("is in the folder")).expect("is made");
            std::fs::write(path, text).expect("is written");
        }
        Loader::new().path(folder.path()).input()
    }

    /// Everything that was found.
    fn all(resolution: &Resolution) -> String {
        format!(
            "{:#?}\n{:#?}\n{:#?}",
            resolution.resolve, resolution.main, resolution.diagnostics
        )
    }

    #[test]
    fn one_by_one_the_same_is_found_as_with_all_trees() {
        let (mut streamed, mut with_diagnostics) = (0, 0);
        for seed in 0..300 {
            let (input, options) = random(seed);
            let one = NonZeroUsize::MIN;
            let whole = super::super::resolve_whole(&input, &options, one);
            for threads in [one, one.saturating_add(2)] {
                let Some(stream) = super::resolve(&input, &options, threads) else {
                    continue;
                };
                assert_eq!(all(&stream), all(&whole), "seed {seed}");
                streamed += 1;
                with_diagnostics += usize::from(!stream.diagnostics.is_empty());
            }
        }
        assert!(
            streamed > 150 && with_diagnostics > 20,
            "{streamed} {with_diagnostics}"
        );
    }
}
