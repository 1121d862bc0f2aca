//! Documentation and gates: what is said about an item besides what it is.

use super::Name;
use semver::Version;
use std::sync::Arc;

/// The documentation of an item: the text of its doc comments without their markers. Clones are cheap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs(Option<Arc<str>>);

impl Docs {
    /// Documentation with this text.
    #[must_use]
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(Some(text.into()))
    }

    /// The text, if there is any.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// Since when an item may be used, and whether it still should be (`WIT.md`, "Feature Gates"). Clones are cheap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stability(Option<Arc<Gate>>);

/// What the gates of an item say.
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

    /// The version that deprecated the item, if one did.
    #[must_use]
    pub fn deprecated(&self) -> Option<&Version> {
        match self.gate()? {
            Gate::Since { deprecated, .. } | Gate::Unstable { deprecated, .. } => deprecated.as_ref(),
        }
    }
}
