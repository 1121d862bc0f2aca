//! The built-ins that a resource brings along.

use crate::CoreType;

/// A built-in function about the handles of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResourceIntrinsic {
    /// `resource.drop` of a resource that is imported: gives up a handle, owned or borrowed.
    ImportedDrop,
    /// `resource.drop` of a resource that is exported.
    ExportedDrop,
    /// `resource.new`: an owned handle for a representation. Of an exported resource only.
    ExportedNew,
    /// `resource.rep`: the representation that an owned handle stands for. Of an exported resource only.
    ExportedRep,
}

impl ResourceIntrinsic {
    /// The core signature: the parameter, and the result if there is one. Handles and representations are `i32`,
    /// whatever the width of pointers.
    #[must_use]
    pub fn signature(self) -> (CoreType, Option<CoreType>) {
        match self {
            Self::ImportedDrop | Self::ExportedDrop => (CoreType::I32, None),
            Self::ExportedNew | Self::ExportedRep => (CoreType::I32, Some(CoreType::I32)),
        }
    }

    /// The verb that names have for it.
    pub(crate) fn verb(self) -> &'static str {
        match self {
            Self::ImportedDrop | Self::ExportedDrop => "drop",
            Self::ExportedNew => "new",
            Self::ExportedRep => "rep",
        }
    }

    /// Whether it is about a resource that the module itself implements.
    #[must_use]
    pub fn is_exported(self) -> bool {
        // Only dropping is for everybody: making handles and looking into them is for whoever implements the resource.
        self != Self::ImportedDrop
    }
}
