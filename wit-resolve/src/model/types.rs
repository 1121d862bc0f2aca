//! Types without their kinds: the primitive ones, and the name, documentation and gate of the others.

use super::{Docs, Name, Named, Stability, Type, TypeDef, TypeDefKind, TypeId, TypeOwner};
use witc_diagnostics::Span;

impl Type {
    /// The id of a type that is not primitive.
    #[must_use]
    pub fn id(self) -> Option<TypeId> {
        match self {
            Self::Id(id) => Some(id),
            Self::Bool
            | Self::U8
            | Self::U16
            | Self::U32
            | Self::U64
            | Self::S8
            | Self::S16
            | Self::S32
            | Self::S64
            | Self::F32
            | Self::F64
            | Self::Char
            | Self::String
            | Self::ErrorContext => None,
        }
    }

    /// Whether the type needs no definition.
    #[must_use]
    pub fn is_primitive(self) -> bool {
        self.id().is_none()
    }

    /// Whether it is `char`.
    #[must_use]
    pub fn is_char(self) -> bool {
        match self {
            Self::Char => true,
            Self::Bool | Self::String | Self::ErrorContext | Self::Id(_) => false,
            Self::U8 | Self::U16 | Self::U32 | Self::U64 => false,
            Self::S8 | Self::S16 | Self::S32 | Self::S64 | Self::F32 | Self::F64 => false,
        }
    }

    /// Whether it is `string`.
    #[must_use]
    pub fn is_string(self) -> bool {
        match self {
            Self::String => true,
            Self::Bool | Self::Char | Self::ErrorContext | Self::Id(_) => false,
            Self::U8 | Self::U16 | Self::U32 | Self::U64 => false,
            Self::S8 | Self::S16 | Self::S32 | Self::S64 | Self::F32 | Self::F64 => false,
        }
    }

    /// Whether it is `error-context`.
    #[must_use]
    pub fn is_error_context(self) -> bool {
        match self {
            Self::ErrorContext => true,
            Self::Bool | Self::Char | Self::String | Self::Id(_) => false,
            Self::U8 | Self::U16 | Self::U32 | Self::U64 => false,
            Self::S8 | Self::S16 | Self::S32 | Self::S64 | Self::F32 | Self::F64 => false,
        }
    }
}

impl From<Name> for Named {
    fn from(name: Name) -> Self {
        Self {
            name,
            docs: Docs::default(),
            external_id: None,
        }
    }
}

impl TypeDef {
    /// A type without name, gate or place in a text.
    #[must_use]
    pub fn anonymous(kind: TypeDefKind) -> Self {
        Self {
            kind,
            owner: TypeOwner::None,
            stability: Stability::default(),
            span: Span::NONE,
            named: None,
        }
    }

    /// Its name; anonymous types have none.
    #[must_use]
    pub fn name(&self) -> Option<&Name> {
        self.named.as_ref().map(|named| &named.name)
    }

    /// Its name, or nothing at all for anonymous types.
    #[must_use]
    pub fn name_or_empty(&self) -> &str {
        self.name().map_or("", |name| name)
    }

    /// Its documentation.
    #[must_use]
    pub fn docs(&self) -> &Docs {
        self.named.as_ref().map_or(Docs::NONE, |named| &named.docs)
    }

    /// The text of its `@external-id`.
    #[must_use]
    pub fn external_id(&self) -> Option<&str> {
        self.named.as_ref()?.external_id.as_deref()
    }
}
