//! Documentation and gates: what is said about an item besides what it is.

use super::Name;
use semver::Version;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// The documentation of an item: the text of its doc comments without their markers. Clones are cheap.
///
/// Documentation that is one piece of a file's text is not copied out of it.
#[derive(Clone, Default)]
pub struct Docs {
    /// The text, or what it is a part of.
    holder: Option<Arc<String>>,
    /// The byte at which it starts.
    start: u32,
    /// Its length in bytes; [`ALL`] for all that is held.
    len: u32,
}

/// More bytes than a part can have: positions in files are less.
const ALL: u32 = u32::MAX;

impl Docs {
    /// No documentation.
    pub(crate) const NONE: &Self = &Self {
        holder: None,
        start: 0,
        len: 0,
    };

    /// Documentation with this text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            holder: Some(Arc::new(text.into())),
            start: 0,
            len: ALL,
        }
    }

    /// Documentation that is a part of a text, by bytes.
    pub(crate) fn part(text: &Arc<String>, range: Range<u32>) -> Self {
        Self {
            holder: Some(Arc::clone(text)),
            start: range.start,
            len: range.end - range.start,
        }
    }

    /// The text, if there is any.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        let holder = self.holder.as_deref()?;
        if self.len == ALL {
            return Some(holder);
        }
        let start = self.start as usize;
        holder.get(start..start + self.len as usize)
    }
}

impl PartialEq for Docs {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl Eq for Docs {}

impl Hash for Docs {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text().hash(state);
    }
}

impl fmt::Debug for Docs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Docs").field(&self.text()).finish()
    }
}

/// Since when an item may be used, and whether it still should be (`WIT.md`, "Feature Gates"). Clones are cheap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
// Behind a pointer: most items have no gate, and those that have one often share it with their
// neighbours.
pub struct Stability(Option<Arc<Gate>>);

/// The gates of an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Gate {
    /// `@since(version = …)`
    Since {
        /// The version that brought it.
        since: Version,
        /// The version that deprecated it.
        deprecated: Option<Version>,
    },
    /// `@unstable(feature = …)`
    Unstable {
        /// The feature that it is part of.
        feature: Name,
        /// The version that deprecated it.
        deprecated: Option<Version>,
    },
}

impl Stability {
    /// The stability that a gate gives.
    #[must_use]
    pub fn gated(gate: Gate) -> Self {
        Self(Some(Arc::new(gate)))
    }

    /// The gate, if the item has one.
    #[must_use]
    pub fn gate(&self) -> Option<&Gate> {
        self.0.as_deref()
    }

    /// Whether the item is stable since a version.
    #[must_use]
    pub fn is_since(&self) -> bool {
        match self.gate() {
            Some(Gate::Since { .. }) => true,
            Some(Gate::Unstable { .. }) | None => false,
        }
    }

    /// The version that deprecated the item, if one did.
    #[must_use]
    pub fn deprecated(&self) -> Option<&Version> {
        match self.gate()? {
            Gate::Since { deprecated, .. } | Gate::Unstable { deprecated, .. } => {
                deprecated.as_ref()
            }
        }
    }
}
