//! Types.

use super::{Docs, InterfaceId, Name, Stability, TypeId, WorldId};
use std::sync::Arc;
use witc_diagnostics::Span;

/// A use of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    /// `bool`
    Bool,
    /// `u8`
    U8,
    /// `u16`
    U16,
    /// `u32`
    U32,
    /// `u64`
    U64,
    /// `s8`
    S8,
    /// `s16`
    S16,
    /// `s32`
    S32,
    /// `s64`
    S64,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `char`
    Char,
    /// `string`
    String,
    /// `error-context`
    ErrorContext,
    /// Everything else.
    Id(TypeId),
}

impl Type {
    /// The keyword of a primitive type; empty for the others.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::S8 => "s8",
            Self::S16 => "s16",
            Self::S32 => "s32",
            Self::S64 => "s64",
            Self::F32 => "f32",
            Self::F64 => "f64",
            Self::Char => "char",
            Self::String => "string",
            Self::ErrorContext => "error-context",
            Self::Id(_) => "",
        }
    }

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

/// A type that is defined somewhere, or made of others on the spot.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Its kind, with the types that it is made of.
    pub kind: TypeDefKind,
    /// The interface or world that defines it.
    pub owner: TypeOwner,
    /// Its gate.
    pub stability: Stability,
    /// Its name in the text.
    pub span: Span,
    /// The name and what comes with it; most types are anonymous, and keep no room for it.
    pub named: Option<Box<Named>>,
}

/// The name of a type, and what only types with a name have.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The text of its `@external-id`.
    pub external_id: Option<Arc<str>>,
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

/// The interface or world that defines a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeOwner {
    /// In a world.
    World(WorldId),
    /// In an interface.
    Interface(InterfaceId),
    /// Nowhere: it is anonymous.
    None,
}

/// The kinds of types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeDefKind {
    /// `type a = b;`, or what `use` brings in.
    Alias(Type),
    /// `record`
    Record(Record),
    /// `variant`
    Variant(Variant),
    /// `enum`
    Enum(Enum),
    /// `flags`
    Flags(Flags),
    /// `resource`
    Resource,
    /// An owned or borrowed handle of a resource.
    Handle(Handle),
    /// `tuple<…>`
    Tuple(Tuple),
    /// `option<t>`
    Option(Type),
    /// `result<…>`
    Result(ResultType),
    /// `list<t>`
    List(Type),
    /// `list<t, n>`; `n` is at least 1.
    FixedLengthList(Type, u32),
    /// `map<k, v>`
    Map(Type, Type),
    /// `future`, `future<t>`
    Future(Option<Type>),
    /// `stream`, `stream<t>`
    Stream(Option<Type>),
}

/// A handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Handle {
    /// The resource's name, or `own<r>`. The id is the type as it was named, which may be an alias of the resource.
    Own(TypeId),
    /// `borrow<r>`
    Borrow(TypeId),
}

/// A record's fields.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record {
    /// At least one.
    pub fields: Box<[Field]>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: Type,
    /// Its documentation.
    pub docs: Docs,
    /// Its name in the text.
    pub span: Span,
}

/// A tuple's types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tuple {
    /// At least one.
    pub types: Box<[Type]>,
}

/// A variant's cases.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Variant {
    /// At least one.
    pub cases: Box<[Case]>,
}

/// A case of a variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Case {
    /// Its name.
    pub name: Name,
    /// Its payload.
    pub ty: Option<Type>,
    /// Its documentation.
    pub docs: Docs,
    /// Its name in the text.
    pub span: Span,
}

/// An enum's cases.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Enum {
    /// At least one.
    pub cases: Box<[Label]>,
}

/// A set of flags.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flags {
    /// 1 to 32 of them.
    pub flags: Box<[Label]>,
}

/// A case of an enum, or a flag.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// Its name.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// Its name in the text.
    pub span: Span,
}

/// `result<ok, err>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ResultType {
    /// The payload of success.
    pub ok: Option<Type>,
    /// The payload of failure.
    pub err: Option<Type>,
}

impl TypeDefKind {
    /// The keyword or words for this kind of type, as messages say it: "record", "fixed-length list".
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Alias(_) => "type",
            Self::Record(_) => "record",
            Self::Variant(_) => "variant",
            Self::Enum(_) => "enum",
            Self::Flags(_) => "flags",
            Self::Resource => "resource",
            Self::Handle(Handle::Own(_)) => "own",
            Self::Handle(Handle::Borrow(_)) => "borrow",
            Self::Tuple(_) => "tuple",
            Self::Option(_) => "option",
            Self::Result(_) => "result",
            Self::List(_) => "list",
            Self::FixedLengthList(..) => "fixed-length list",
            Self::Map(..) => "map",
            Self::Future(_) => "future",
            Self::Stream(_) => "stream",
        }
    }
}
