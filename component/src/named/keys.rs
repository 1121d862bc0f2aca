//! Positions in a world: of functions, and of types with names.

/// A function of the world: the item, and for one of an interface its index in there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct FunctionKey {
    /// The index of the import or export.
    pub(crate) item: u32,
    /// The index in [`NamedInterface::functions`].
    pub(crate) function: Option<u32>,
}

/// A place where types are defined and used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Home {
    /// The world itself.
    World,
    /// The imported interface with this index.
    Import(u32),
    /// The exported interface with this index.
    Export(u32),
}

impl Home {
    /// The index of the import, if it is one.
    pub(crate) fn import(self) -> Option<u32> {
        match self {
            Self::Import(index) => Some(index),
            Self::World | Self::Export(_) => None,
        }
    }

    /// The index of the export, if it is one.
    pub(crate) fn export(self) -> Option<u32> {
        match self {
            Self::Export(index) => Some(index),
            Self::World | Self::Import(_) => None,
        }
    }

    /// Whether it is the world itself.
    pub(crate) fn is_world(self) -> bool {
        match self {
            Self::World => true,
            Self::Import(_) | Self::Export(_) => false,
        }
    }
}

/// A type with a name: where it is defined, and its index there; in the world itself that of the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TypeKey {
    pub(crate) home: Home,
    pub(crate) index: u32,
}
