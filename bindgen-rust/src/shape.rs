//! Shapes: kinds of types grouped by how their values are lifted, lowered, given away and freed.
//!
//! The one place that has an arm for each kind; whoever walks a plan has one for each shape.

use witc_canonical_abi::{Cases, Channel, Entry, Field, Int, Kind, Planned, ResourceUse, Scalar};
use witc_resolve::{Name, Type};

/// The way in which values go between Rust and the canonical ABI.
#[derive(Clone, Copy)]
pub(crate) enum Shape<'p> {
    Scalar(Scalar),
    Enum(Int, &'p [Name]),
    Flags(Int),
    String,
    /// A pointer and a length.
    Sequence(Sequence<'p>),
    /// The number of a handle, which comes with what it is a handle of.
    Owned(Owned),
    /// The number of a handle that is lent.
    Borrowed(ResourceUse),
    /// Part by part, wherever a tuple occurs: it is declared nowhere.
    Tuple(&'p [Field]),
    /// By functions that are written once for the type.
    Compound(Compound<'p>),
}

/// What an owned handle is a handle of, which decides how a value is made of its number.
#[derive(Clone, Copy)]
pub(crate) enum Owned {
    Resource,
    /// The end of a stream or future that reads, with what it carries.
    Reader(Channel, Option<Planned>),
    /// An error context, whose handle stays with whoever passes it: the other side gets one of its own.
    ErrorContext,
}

/// A value of several parts in one piece of memory.
#[derive(Clone, Copy)]
pub(crate) enum Compound<'p> {
    Record(&'p [Field]),
    /// A fixed-length list.
    Array(Planned, u32),
    Choice(Choice<'p>),
}

/// One of several cases.
#[derive(Clone, Copy)]
pub(crate) struct Choice<'p> {
    pub(crate) of: ChoiceOf,
    pub(crate) cases: &'p Cases,
}

/// The sort of a choice, which decides what its cases are called and how they borrow.
#[derive(Clone, Copy)]
pub(crate) enum ChoiceOf {
    /// Cases with names of their own.
    Variant,
    /// `None` and `Some`.
    Option,
    /// `Ok` and `Err`, which have a payload in any case.
    Result,
}

/// A block of elements of which there may be any number.
#[derive(Clone, Copy)]
pub(crate) enum Sequence<'p> {
    List(Planned),
    Map(&'p Entry),
}

impl<'p> Shape<'p> {
    pub(crate) fn of(kind: &'p Kind) -> Self {
        let choice = |of, cases| Self::Compound(Compound::Choice(Choice { of, cases }));
        match kind {
            Kind::Scalar(scalar) => Self::Scalar(*scalar),
            Kind::String => Self::String,
            Kind::List(element) => Self::Sequence(Sequence::List(*element)),
            Kind::FixedLengthList(element, length) => {
                Self::Compound(Compound::Array(*element, *length))
            }
            Kind::Map(entry) => Self::Sequence(Sequence::Map(entry)),
            Kind::Record(fields) => Self::Compound(Compound::Record(fields)),
            Kind::Tuple(fields) => Self::Tuple(fields),
            Kind::Flags(bits, _) => Self::Flags(*bits),
            Kind::Enum(tag, names) => Self::Enum(*tag, names),
            Kind::Variant(cases) => choice(ChoiceOf::Variant, cases),
            Kind::Option(cases) => choice(ChoiceOf::Option, cases),
            Kind::Result(cases) => choice(ChoiceOf::Result, cases),
            Kind::Own(_) => Self::Owned(Owned::Resource),
            Kind::Future(payload) => Self::Owned(Owned::Reader(Channel::Future, *payload)),
            Kind::Stream(payload) => Self::Owned(Owned::Reader(Channel::Stream, *payload)),
            Kind::ErrorContext => Self::Owned(Owned::ErrorContext),
            Kind::Borrow(resource) => Self::Borrowed(*resource),
        }
    }
}

impl<'p> Shape<'p> {
    /// The fields of a record.
    pub(crate) fn record(self) -> Option<&'p [Field]> {
        match self {
            Self::Compound(Compound::Record(fields)) => Some(fields),
            Self::Compound(Compound::Array(..) | Compound::Choice(_)) => None,
            Self::Scalar(_) | Self::Enum(..) | Self::Flags(_) | Self::String => None,
            Self::Sequence(_) | Self::Owned(_) | Self::Borrowed(_) | Self::Tuple(_) => None,
        }
    }
}

impl Shape<'_> {
    /// Whether a value of this shape is written to its place part by part, rather than moved there in one piece.
    pub(crate) fn goes_in_parts(self) -> bool {
        match self {
            Self::Tuple(_) | Self::Compound(Compound::Record(_)) => true,
            Self::Compound(Compound::Array(..) | Compound::Choice(_))
            | Self::Scalar(_)
            | Self::Enum(..)
            | Self::Flags(_)
            | Self::String
            | Self::Sequence(_)
            | Self::Owned(_)
            | Self::Borrowed(_) => false,
        }
    }

    /// Whether it is that of a number, a `bool` or a `char`.
    pub(crate) fn is_scalar(self) -> bool {
        match self {
            Self::Scalar(_) => true,
            Self::Enum(..) | Self::Flags(_) | Self::String | Self::Sequence(_) => false,
            Self::Owned(_) | Self::Borrowed(_) | Self::Tuple(_) | Self::Compound(_) => false,
        }
    }

    /// The elements of a list.
    pub(crate) fn list_element(self) -> Option<Planned> {
        match self {
            Self::Sequence(Sequence::List(element)) => Some(element),
            Self::Sequence(Sequence::Map(_))
            | Self::Scalar(_)
            | Self::Enum(..)
            | Self::Flags(_)
            | Self::String
            | Self::Owned(_)
            | Self::Borrowed(_)
            | Self::Tuple(_)
            | Self::Compound(_) => None,
        }
    }

    /// Whether it is that of a string.
    pub(crate) fn is_string(self) -> bool {
        match self {
            Self::String => true,
            Self::Sequence(_)
            | Self::Scalar(_)
            | Self::Enum(..)
            | Self::Flags(_)
            | Self::Owned(_)
            | Self::Borrowed(_)
            | Self::Tuple(_)
            | Self::Compound(_) => false,
        }
    }

    /// Whether it is that of a list or map.
    pub(crate) fn is_sequence(self) -> bool {
        match self {
            Self::Sequence(_) => true,
            Self::String
            | Self::Scalar(_)
            | Self::Enum(..)
            | Self::Flags(_)
            | Self::Owned(_)
            | Self::Borrowed(_)
            | Self::Tuple(_)
            | Self::Compound(_) => false,
        }
    }

    /// Whether it is that of a tuple.
    pub(crate) fn is_tuple(self) -> bool {
        match self {
            Self::Tuple(_) => true,
            Self::String
            | Self::Scalar(_)
            | Self::Enum(..)
            | Self::Flags(_)
            | Self::Sequence(_)
            | Self::Owned(_)
            | Self::Borrowed(_)
            | Self::Compound(_) => false,
        }
    }

    /// Whether it is that of a fixed-length list.
    pub(crate) fn is_array(self) -> bool {
        match self {
            Self::Compound(Compound::Array(..)) => true,
            Self::Compound(Compound::Record(_) | Compound::Choice(_))
            | Self::Scalar(_)
            | Self::Enum(..)
            | Self::Flags(_)
            | Self::String
            | Self::Sequence(_)
            | Self::Owned(_)
            | Self::Borrowed(_)
            | Self::Tuple(_) => false,
        }
    }
}

impl Choice<'_> {
    /// Whether it is declared in the output, rather than taken from the prelude.
    pub(crate) fn is_declared(self) -> bool {
        match self.of {
            ChoiceOf::Variant => true,
            ChoiceOf::Option | ChoiceOf::Result => false,
        }
    }

    /// Whether the payloads borrow as the whole does: `Option<&T>` rather than `&Option<T>`.
    pub(crate) fn borrows_inside(self) -> bool {
        !self.is_declared()
    }

    /// Whether a case without payload has one in Rust: `()`.
    pub(crate) fn has_units(self) -> bool {
        match self.of {
            ChoiceOf::Result => true,
            ChoiceOf::Variant | ChoiceOf::Option => false,
        }
    }
}

impl Sequence<'_> {
    /// Whether the elements lie in memory as Rust lays them out, if `is_plain` says so of their types.
    pub(crate) fn is_plain(self, is_plain: impl Fn(Type) -> bool) -> bool {
        match self {
            Self::List(element) => is_plain(element.ty),
            Self::Map(_) => false,
        }
    }
}
