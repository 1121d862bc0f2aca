//! The positions that types are written for, on which their spelling depends.

/// The position that a type is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Flavor {
    /// In what owns it: a struct, a container, the result of an import.
    Owned,
    /// A parameter of an import, which borrows.
    Argument,
    /// Inside of such a parameter.
    Borrowed,
    /// A parameter of an export.
    Parameter,
    /// The result of an export.
    Returned,
    /// In what a stream or future carries.
    Payload,
}

impl Flavor {
    /// The flavors in which a type may be spelled another way than in what owns it, each with a word for it.
    pub(crate) const OTHERS: [(Self, &str); 5] = [
        (Self::Argument, "argument"),
        (Self::Borrowed, "borrowed"),
        (Self::Parameter, "parameter"),
        (Self::Returned, "returned"),
        (Self::Payload, "payload"),
    ];

    /// Whether a handle is passed as a reference to what it is moved out of.
    pub(crate) fn moves(self) -> bool {
        match self {
            Self::Argument | Self::Parameter | Self::Returned => true,
            Self::Owned | Self::Borrowed | Self::Payload => false,
        }
    }

    /// Whether it is for what a stream or future carries.
    pub(crate) fn is_payload(self) -> bool {
        match self {
            Self::Payload => true,
            Self::Owned | Self::Argument | Self::Borrowed | Self::Parameter | Self::Returned => {
                false
            }
        }
    }

    /// The flavor of what is in an option, which owns it unless it is borrowed as a whole.
    pub(crate) fn inside(self) -> Self {
        match self {
            Self::Argument => Self::Borrowed,
            Self::Payload => Self::Payload,
            Self::Owned | Self::Borrowed | Self::Parameter | Self::Returned => Self::Owned,
        }
    }

    /// The flavor of what owns its parts wherever it is.
    pub(crate) fn inside_owner(self) -> Self {
        match self {
            Self::Payload => Self::Payload,
            Self::Owned | Self::Argument | Self::Borrowed => Self::Owned,
            Self::Parameter | Self::Returned => Self::Owned,
        }
    }

    /// The flavor of the elements of an array.
    pub(crate) fn inside_array(self) -> Self {
        match self {
            Self::Argument | Self::Borrowed => Self::Borrowed,
            Self::Payload => Self::Payload,
            Self::Owned | Self::Parameter | Self::Returned => Self::Owned,
        }
    }

    /// The flavor of the elements that a view shows. An export is shown what the bindings own.
    pub(crate) fn inside_view(self) -> Self {
        match self {
            Self::Parameter | Self::Payload => Self::Owned,
            Self::Owned | Self::Argument | Self::Borrowed | Self::Returned => Self::Borrowed,
        }
    }
}
