//! Categories of changes: who has to do something about them.

use super::findings::Finding;
use crate::change::{ChangeKind, ChangedItem, Class};
use witc_resolve::Direction;

/// Whom a change concerns. A change may have several categories, or none if nobody has to do anything about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// It breaks those who call: components and sources that import what changed.
    Caller,
    /// It breaks those who implement: components and sources that export what changed.
    Implementer,
    /// It breaks components that are built already: they are not linked with the new version, or not instantiated.
    Component,
    /// It breaks sources: who builds for the new version has to change WIT or code first.
    Source,
    /// Only documentation or gates change.
    Docs,
}

impl Category {
    /// All categories, in the order in which they are listed.
    pub const ALL: [Self; 5] = [
        Self::Caller,
        Self::Implementer,
        Self::Component,
        Self::Source,
        Self::Docs,
    ];

    /// `caller`, `implementer`, `component`, `source` or `docs`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Caller => "caller",
            Self::Implementer => "implementer",
            Self::Component => "component",
            Self::Source => "source",
            Self::Docs => "docs",
        }
    }
}

impl Finding {
    /// Whether a change concerns those of a category.
    #[must_use]
    pub fn is_for(&self, category: Category) -> bool {
        let kind = self.change.kind;
        let breaks = |side| self.sides().any(|it| it == side) && kind.breaks(side);
        match category {
            Category::Caller => breaks(Direction::Import),
            Category::Implementer => breaks(Direction::Export),
            Category::Component => self.class() == Class::Breaking && !is_for_sources_alone(kind),
            Category::Source => self.class() == Class::Breaking || is_for_sources(kind),
            Category::Docs => self.class() == Class::Docs,
        }
    }

    /// The categories of the change, in the order of [`Category::ALL`].
    pub fn categories(&self) -> impl Iterator<Item = Category> {
        Category::ALL
            .into_iter()
            .filter(|category| self.is_for(*category))
    }
}

/// Whether components never notice a change, although it breaks sources: a component does not name its world.
fn is_for_sources_alone(kind: ChangeKind) -> bool {
    match kind {
        ChangeKind::Removed(item) => item == ChangedItem::World,
        ChangeKind::Added(_)
        | ChangeKind::Renamed(_)
        | ChangeKind::Reordered(_)
        | ChangeKind::Retyped(_)
        | ChangeKind::Redefined
        | ChangeKind::Async
        | ChangeKind::Docs
        | ChangeKind::Gate
        | ChangeKind::ExternalId
        | ChangeKind::Version(_)
        | ChangeKind::Side(_) => false,
    }
}

/// Whether sources that fit the old version may not fit the new one, even where components do: code that implements what
/// is gone, and WIT that names another version.
fn is_for_sources(kind: ChangeKind) -> bool {
    match kind {
        ChangeKind::Removed(_) | ChangeKind::Version(_) => true,
        ChangeKind::Added(_)
        | ChangeKind::Renamed(_)
        | ChangeKind::Reordered(_)
        | ChangeKind::Retyped(_)
        | ChangeKind::Redefined
        | ChangeKind::Async
        | ChangeKind::Docs
        | ChangeKind::Gate
        | ChangeKind::ExternalId
        | ChangeKind::Side(_) => false,
    }
}
