//! What braces enclose: where items stand.

use crate::generated::tokens::Kind;

/// What a pair of braces encloses, or a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    File,
    Package,
    Interface,
    World,
    Resource,
    /// The fields of a record.
    Fields,
    /// The cases of a variant.
    Cases,
    /// The cases of an enum, or flags.
    Labels,
    /// The names after `use a.` or `include a with`.
    Names,
}

impl Scope {
    /// Whether elements that are separated by commas stand in it.
    pub(crate) fn is_list(self) -> bool {
        matches!(
            self,
            Self::Fields | Self::Cases | Self::Labels | Self::Names
        )
    }

    /// Whether interfaces and worlds stand in it.
    pub(crate) fn is_top(self) -> bool {
        match self {
            Self::File | Self::Package => true,
            Self::Interface
            | Self::World
            | Self::Resource
            | Self::Fields
            | Self::Cases
            | Self::Labels
            | Self::Names => false,
        }
    }

    /// Whether definitions of types stand in it.
    pub(crate) fn has_types(self) -> bool {
        match self {
            Self::Interface | Self::World => true,
            Self::File
            | Self::Package
            | Self::Resource
            | Self::Fields
            | Self::Cases
            | Self::Labels
            | Self::Names => false,
        }
    }

    /// Whether functions stand in it, imported and exported ones among them.
    pub(crate) fn has_functions(self) -> bool {
        self.has_types() || self == Self::Resource
    }

    /// Whether cases stand in it, or flags.
    pub(crate) fn has_cases(self) -> bool {
        match self {
            Self::Cases | Self::Labels => true,
            Self::File
            | Self::Package
            | Self::Interface
            | Self::World
            | Self::Resource
            | Self::Fields
            | Self::Names => false,
        }
    }

    /// What to put before the items of the scope, so that the grammar knows them.
    pub(crate) fn start(self) -> Kind {
        match self {
            Self::File | Self::Package => Kind::StartItems,
            Self::Interface => Kind::StartInterfaceItems,
            Self::World => Kind::StartWorldItems,
            Self::Resource => Kind::StartResourceItems,
            Self::Fields => Kind::StartFields,
            Self::Cases => Kind::StartCases,
            Self::Labels | Self::Names => Kind::StartLabels,
        }
    }
}
