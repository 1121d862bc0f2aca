//! Resolving package after package: the syntax tree of each is there only while it is resolved, and the next ones are
//! parsed meanwhile.
//!
//! That takes files without syntax errors, which name their packages at the top. All others are resolved [as a
//! whole](super::whole), where everything that is wrong with them is told.
//!
//! Measured on 100 packages of 15.4 MB in all: on two threads it takes 0.74 of the time and 0.58 of the memory of the other
//! way, on one thread the same time and 0.76 of the memory.

use super::package_order::{Edges, PackageOrder};
use super::path_key::PathKey;
use super::prescan::Prescan;
use super::session::{Given, Resolver, Session};
use super::unit::{FilePart, Unit};
use super::units::{self, GroupPackages};
use crate::parallel::Crew;
use crate::{Group, Input, Options, PackageName, Resolution};
use std::num::NonZeroUsize;

/// For each thread, how many files the others may parse before their turn comes; the calling thread may parse as many. With
/// more, more syntax trees are there at the same time than memory caches hold; with one, threads wait where files differ in
/// size. Measured on two threads with 100 files of one size, it hardly matters: 1, 4 and 32 take the same time within 3 %, and
/// 72, 73 and 74 MB.
const AHEAD: usize = 4;

/// A file that has only been prescanned.
struct Waiting<'s> {
    file: Prescan<'s>,
    /// The package that it is the last file of.
    ends: Option<usize>,
}

/// Resolves packages one by one, if that can be done.
pub(crate) fn resolve(
    input: &Input,
    options: &Options,
    threads: NonZeroUsize,
) -> Option<Resolution> {
    let Input { sources, groups } = input;
    // Copies of packages in binary form are united, for which all of them have to be there.
    let is_united = groups.iter().any(|group| group.binary || group.fallback);
    // References are collected from all syntax trees.
    if is_united || options.keeps_references() {
        return None;
    }
    let files = sources.files().map(|(_, file)| file).collect();
    let scans: Option<Vec<Prescan<'_>>> = Crew::of(threads)
        .map(files, Prescan::new)
        .into_iter()
        .collect();
    let Sorted {
        units,
        heads,
        mut files,
    } = sort(groups, scans?, options)?;
    let given = Given {
        options,
        sources,
        groups,
        units: &units,
    };
    let mut session = Session::new(given, Vec::new());
    let order = session.resolver(&[]).prescanned_order(&heads, &files)?;
    drop(heads);
    let mut waiting = Vec::new();
    for &unit in &order.units {
        let files = std::mem::take(&mut files[unit]);
        waiting.extend(files.into_iter().map(|file| Waiting { file, ends: None }));
        // A package has at least one file.
        if let Some(last) = waiting.last_mut() {
            last.ends = Some(unit);
        }
    }
    let mut packages = GroupPackages::new(groups, &units);
    resolve_ahead(waiting, threads, &mut session, &mut packages)?;
    Some(session.finish(packages.main(&order.copies)))
}

/// Resolves each package as soon as it is parsed; nothing if a file is not what it looked like.
fn resolve_ahead<'s>(
    waiting: Vec<Waiting<'s>>,
    threads: NonZeroUsize,
    session: &mut Session<'s>,
    packages: &mut GroupPackages<'_>,
) -> Option<()> {
    let mut tree: Vec<FilePart<'s>> = Vec::new();
    let parse = |Waiting { file, ends }: Waiting<'s>| (file.parse(), ends);
    let take = |(part, ends): (Option<FilePart<'s>>, Option<usize>)| {
        tree.push(part?);
        if let Some(unit) = ends {
            packages.enter(unit, session.resolver(&tree).package(unit));
            tree.clear();
        }
        Some(())
    };
    Crew::beside_caller(threads).map_ahead(waiting, AHEAD * threads.get(), parse, take)
}

/// The packages of all groups, in three lists of the same order.
struct Sorted<'s> {
    units: Vec<Unit>,
    /// Their trees without items.
    heads: Vec<Vec<FilePart<'s>>>,
    files: Vec<Vec<Prescan<'s>>>,
}

/// Sorts files into packages; nothing if something is wrong.
fn sort<'s>(groups: &[Group], scans: Vec<Prescan<'s>>, options: &Options) -> Option<Sorted<'s>> {
    let mut scans: Vec<Option<Prescan<'s>>> = scans.into_iter().map(Some).collect();
    let (mut diagnostics, mut files, mut units) = (Vec::new(), Vec::new(), units::Units::default());
    for (index, group) in groups.iter().enumerate() {
        let scans: Vec<Prescan<'s>> = group
            .files
            .iter()
            .filter_map(|id| scans[id.index()].take())
            .collect();
        if scans.is_empty() {
            continue;
        }
        let head = |scan: &Prescan<'s>| FilePart {
            file: scan.head.clone(),
            further: Vec::new(),
            items: Vec::new(),
        };
        let parts = scans.iter().map(head).collect();
        units.add(index, group, parts, options, &mut diagnostics);
        files.push(scans);
    }
    diagnostics.is_empty().then_some(Sorted {
        units: units.units,
        heads: units.trees,
        files,
    })
}

impl<'s> Resolver<'_, 's> {
    /// The order of packages that have been prescanned; nothing if something about it is wrong.
    fn prescanned_order(
        &mut self,
        heads: &[Vec<FilePart<'s>>],
        files: &[Vec<Prescan<'s>>],
    ) -> Option<PackageOrder> {
        let (by_name, copies) = self.name_units(heads);
        let mut edges = Edges::new(self.given.units.len(), &by_name);
        for &unit in &by_name {
            edges.from(unit);
            for package in files[unit].iter().flat_map(|file| &file.packages) {
                edges.to(self.unit_of_key(*package)?);
            }
        }
        if !self.out.diagnostics.is_empty() || !edges.cycles().is_empty() {
            return None;
        }
        Some(edges.order(&by_name, copies))
    }

    /// The unit of this name; in silence if there is none.
    fn unit_of_key(&mut self, key: PathKey<'s>) -> Option<usize> {
        if let Some(unit) = self.names.unit_of_path.get(&key) {
            return *unit;
        }
        let version = key.version.map(semver::Version::parse).transpose().ok()?;
        let package = PackageName {
            namespace: key.namespace.into(),
            name: key.name.into(),
            version,
        };
        let unit = self.names.unit_of_name.get(&package).copied()?;
        self.names.unit_of_path.insert(key.into(), Some(unit));
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Input, Loader, Options, Resolution};
    use std::num::NonZeroUsize;
    use witc_random::{Dice, Kinds, break_text, break_tree, generate};

    /// A random package with what it depends on, in which mistakes may have been made.
    fn random(seed: u64) -> (Input, Options) {
        let mut dice = Dice::new(seed);
        let mut tree = generate(&mut dice, Kinds::All);
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
            let whole = crate::resolve::whole::resolve(&input, &options, one);
            for threads in [one, one.saturating_add(1), one.saturating_add(2)] {
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
