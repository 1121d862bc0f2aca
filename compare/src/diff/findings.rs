//! The findings of a comparison of two packages or worlds, and on which sides of components what changed stands.

use crate::change::{Change, ChangedItem, Class, Definition};
use crate::comparison::Comparison;
use crate::versions::{unversioned, version_of};
use std::collections::HashSet;
use witc_canonical_abi::interface_track;
use witc_diagnostics::Span;
use witc_resolve::{Direction, InterfaceId, LiveTypes, Map, Package, PackageId, Resolve};

/// A change, and on which sides what changed stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The change.
    pub change: Change,
    /// The side on which components have it; nothing where it may be both.
    pub side: Option<Direction>,
}

impl Finding {
    /// The sides that count, importing first.
    pub fn sides(&self) -> impl Iterator<Item = Direction> + use<> {
        let side = self.side;
        [Direction::Import, Direction::Export]
            .into_iter()
            .filter(move |it| side.is_none_or(|side| side == *it))
    }

    /// The severity of the change: the worst on a side that counts.
    #[must_use]
    pub fn class(&self) -> Class {
        self.sides()
            .map(|side| self.change.kind.class(side))
            .max()
            // There always is a side: a finding without one counts for both.
            .unwrap_or(Class::Docs)
    }
}

/// A package and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct PackageRef<'a> {
    /// The model that it is in.
    pub resolve: &'a Resolve,
    /// The package.
    pub package: PackageId,
}

impl<'a> PackageRef<'a> {
    pub(super) fn get(self) -> &'a Package {
        &self.resolve.packages[self.package]
    }
}

/// A comparison: two models, and the changes found so far.
pub(super) struct Diff<'a> {
    pub(super) old: PackageRef<'a>,
    pub(super) new: PackageRef<'a>,
    pub(super) comparison: Comparison<'a>,
    pub(super) findings: Vec<Finding>,
    /// Interfaces whose changes have been reported, and for which side.
    pub(super) told: HashSet<(InterfaceId, InterfaceId, Direction)>,
}

impl<'a> Diff<'a> {
    pub(super) fn new(old: PackageRef<'a>, new: PackageRef<'a>) -> Self {
        let mut comparison = Comparison::new(old.resolve, new.resolve);
        comparison.docs = true;
        comparison.packages = Some((old.package, new.package));
        Self {
            old,
            new,
            comparison,
            findings: Vec::new(),
            told: HashSet::new(),
        }
    }

    /// Takes over what the comparison found.
    pub(super) fn drain(&mut self, side: Option<Direction>) {
        let changes = std::mem::take(&mut self.comparison.changes);
        self.findings
            .extend(changes.into_iter().map(|change| Finding { change, side }));
    }

    /// Interfaces that are versions of each other: those of the package by name, others by what compatibility depends
    /// on of their versions.
    pub(super) fn cover_interfaces(&mut self) {
        // The pairs are collected, because they borrow what the loop changes.
        for (old, new) in own_pairs(self.old, self.new)
            .chain(self.foreign_pairs())
            .collect::<Vec<_>>()
        {
            self.comparison.cover(old, new);
        }
    }

    fn foreign_pairs(&self) -> Vec<(InterfaceId, InterfaceId)> {
        let foreign = |whole: PackageRef<'a>| {
            let all = whole.resolve.interfaces.iter();
            all.filter(move |(_, interface)| {
                interface
                    .package
                    .is_some_and(|package| package != whole.package)
            })
        };
        let mut known: Map<String, InterfaceId> = Map::default();
        for (id, _) in foreign(self.new) {
            // Of several compatible versions the latest counts, unless the old version itself is there.
            if let Some((track, _)) = interface_track(self.new.resolve, id) {
                let entry = known.get_or_insert_with(track, || id);
                if version_of(self.new.resolve, *entry) < version_of(self.new.resolve, id) {
                    *entry = id;
                }
            }
            // No track starts with `=`, so one map holds both kinds of keys.
            known.extend(
                self.new
                    .resolve
                    .interface_id(id)
                    .map(|exact| (format!("={exact}"), id)),
            );
        }
        let pairs = foreign(self.old).filter_map(|(id, _)| {
            let exact = format!("={}", self.old.resolve.interface_id(id)?);
            let track = interface_track(self.old.resolve, id)?.0;
            // An interface that has no counterpart is left out: the types that use it report the difference.
            Some((id, *known.get(&exact).or_else(|| known.get(&track))?))
        });
        pairs.collect()
    }

    pub(super) fn interface(
        &mut self,
        old: InterfaceId,
        new: InterfaceId,
        side: Option<Direction>,
    ) {
        let id = self.new.resolve.interface_name(new);
        self.comparison
            // The path is what both versions have in common.
            .interface(old, new, &format!("interface `{}`", unversioned(&id)));
        self.drain(side);
    }

    /// Changes of types in other packages that interfaces of this one are made of.
    pub(super) fn foreign_types(&mut self, side: Option<Direction>) {
        let live = |whole: PackageRef<'_>| {
            let mut live = LiveTypes::new();
            whole
                .get()
                .interfaces
                .values()
                .for_each(|&id| live.add_interface(whole.resolve, id));
            live
        };
        let (was_live, is_live) = (live(self.old), live(self.new));
        let (old, new) = (self.old.resolve, self.new.resolve);
        for (old_home, new_home) in self.foreign_pairs() {
            let id = new.interface_name(new_home);
            for (name, &ty) in &old.interfaces[old_home].types {
                let now = new.interfaces[new_home].types.get(name);
                // Types that the package does not use are the business of the package that defines them.
                let Some(&now) = now.filter(|now| was_live.contains(ty) && is_live.contains(**now))
                else {
                    continue;
                };
                self.comparison
                    .definition(ty, now, &format!("interface `{id}`"));
            }
        }
        self.drain(side);
    }

    /// An interface or a world of the package that is there on one side alone, and where it is defined.
    pub(super) fn alone(
        &mut self,
        added: bool,
        item: ChangedItem,
        name: &str,
        span: Span,
        place: &str,
    ) {
        let definition = Definition {
            text: format!("{} {name}", item.word()),
            span,
        };
        self.comparison
            .one(added, item, name.to_owned(), definition, place);
        self.drain(None);
    }
}

/// The interfaces that two versions of a package both have.
fn own_pairs<'a>(
    old: PackageRef<'a>,
    new: PackageRef<'a>,
) -> impl Iterator<Item = (InterfaceId, InterfaceId)> + 'a {
    let (was, is) = (&old.get().interfaces, &new.get().interfaces);
    was.iter()
        .filter_map(|(name, &id)| Some((id, *is.get(name)?)))
}
