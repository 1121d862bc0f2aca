//! Declarations of types in C++: their kinds.

use witc_resolve::{Enum, Flags, Record, Resolve, TypeDefKind, TypeId, Variant};

/// A kind of declaration.
pub(crate) enum Declared<'a> {
    /// A class of handles, or of the objects of an exported resource.
    Class,
    /// A struct.
    Record(&'a Record),
    /// A struct with a `std::variant`.
    Variant(&'a Variant),
    /// An integer with names for its values.
    Enum(&'a Enum),
    /// An integer with names for its bits.
    Flags(&'a Flags),
    /// Another name: for this resource.
    ClassAlias(TypeId),
    /// Another name: for a type of any other kind.
    Alias,
    /// A name for what is made of other types on the spot, or no name at all.
    Structure,
}

impl<'a> Declared<'a> {
    /// The kind of declaration for a type.
    pub(crate) fn new(resolve: &'a Resolve, id: TypeId) -> Self {
        match &resolve.types[id].kind {
            TypeDefKind::Resource => Self::Class,
            TypeDefKind::Record(record) => Self::Record(record),
            TypeDefKind::Variant(variant) => Self::Variant(variant),
            TypeDefKind::Enum(cases) => Self::Enum(cases),
            TypeDefKind::Flags(flags) => Self::Flags(flags),
            // Such an alias names the class; as a type it would mean an owned handle.
            TypeDefKind::Alias(_) if resolve.is_resource(id) => {
                Self::ClassAlias(resolve.definition(id))
            }
            TypeDefKind::Alias(_) => Self::Alias,
            TypeDefKind::Handle(_)
            | TypeDefKind::Tuple(_)
            | TypeDefKind::Option(_)
            | TypeDefKind::Result(_)
            | TypeDefKind::List(_)
            | TypeDefKind::FixedLengthList(..)
            | TypeDefKind::Map(..)
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_) => Self::Structure,
        }
    }

    /// Whether functions or other types may need the name of a struct before the struct is declared.
    pub(crate) fn comes_early(&self) -> bool {
        match self {
            Self::Class | Self::ClassAlias(_) | Self::Alias | Self::Structure => true,
            Self::Record(_) | Self::Variant(_) | Self::Enum(_) | Self::Flags(_) => false,
        }
    }

    /// Whether it is a class.
    pub(crate) fn is_class(&self) -> bool {
        match self {
            Self::Class => true,
            Self::Record(_) | Self::Variant(_) | Self::Enum(_) | Self::Flags(_) => false,
            Self::ClassAlias(_) | Self::Alias | Self::Structure => false,
        }
    }

    /// Whether it is a struct with the fields of a record.
    pub(crate) fn is_record(&self) -> bool {
        match self {
            Self::Record(_) => true,
            Self::Class | Self::Variant(_) | Self::Enum(_) | Self::Flags(_) => false,
            Self::ClassAlias(_) | Self::Alias | Self::Structure => false,
        }
    }
}
