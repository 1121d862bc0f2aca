//! Attributes of items.

use super::names::{Ident, Version};
use std::borrow::Cow;
use std::ops::Deref;
use witc_diagnostics::Span;

/// The attributes of an item, in order; most items have none, and then these take little room.
#[derive(Clone, Debug, Default)]
#[allow(
    clippy::box_collection,
    reason = "a pointer to a slice is twice as large"
)]
pub struct Attributes<'s>(Option<Box<Vec<Attribute<'s>>>>);

impl<'s> From<Vec<Attribute<'s>>> for Attributes<'s> {
    fn from(attributes: Vec<Attribute<'s>>) -> Self {
        Self((!attributes.is_empty()).then(|| Box::new(attributes)))
    }
}

impl<'s> Deref for Attributes<'s> {
    type Target = [Attribute<'s>];

    fn deref(&self) -> &Self::Target {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

/// `@since(…)` and the like.
#[derive(Clone, Debug)]
pub struct Attribute<'s> {
    /// From the `@` to the `)`.
    pub span: Span,
    /// Which one.
    pub kind: AttributeKind<'s>,
}

/// The attributes.
#[derive(Clone, Debug)]
pub enum AttributeKind<'s> {
    /// `@since(version = 1.2.3)`
    Since(Version<'s>),
    /// `@unstable(feature = name)`
    Unstable(Ident<'s>),
    /// `@deprecated(version = 1.2.3)`
    Deprecated(Version<'s>),
    /// `@external-id("text")`, escapes resolved.
    ExternalId(Cow<'s, str>),
    /// No attribute that there is, or not as it has to be; a diagnostic has said so.
    Broken,
}
