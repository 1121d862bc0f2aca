//! The kinds of values: what a value of a type is made of.

use crate::{
    Bitcast, Cases, Channel, Entry, Field, Int, Planned, PlannedHandle, ResourceUse, Scalar,
};
use witc_resolve::Name;

/// The kind of the values of a type, with their parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number, `bool` or `char`.
    Scalar(Scalar),
    /// `string`: pointer and length, the length in code units as the string encoding of the call has it.
    String,
    /// `list<t>`: pointer and number of elements, which are of this type.
    List(Planned),
    /// `list<t, n>`: n elements, one after another.
    FixedLengthList(Planned, u32),
    /// `map<k, v>`: pointer and number of entries, laid out like a list of pairs.
    Map(Entry),
    /// `record`; the fields are in the order of the definition.
    Record(Box<[Field]>),
    /// `tuple<…>`
    Tuple(Box<[Field]>),
    /// `flags`: bit `i` of an integer of this size, from the lowest, is the flag with the name number `i`.
    Flags(Int, Box<[Name]>),
    /// `enum`: an integer of this size, the number of the case among these names.
    Enum(Int, Box<[Name]>),
    /// `variant`; the cases are in the order of the definition.
    Variant(Cases),
    /// `option<t>`: case 0 without payload, case 1 with.
    Option(Cases),
    /// `result<…>`: case 0 is success, case 1 failure.
    Result(Cases),
    /// An owned handle of this resource.
    Own(ResourceUse),
    /// A borrowed handle of this resource.
    Borrow(ResourceUse),
    /// `future`, with its payload.
    Future(Option<Planned>),
    /// `stream`, with its payload.
    Stream(Option<Planned>),
    /// `error-context`
    ErrorContext,
}

impl Kind {
    /// Calls `visit` with each part, in order; for streams and futures that is what they carry.
    pub fn for_each_part(&self, visit: &mut dyn FnMut(Planned)) {
        match self {
            Self::Record(fields) | Self::Tuple(fields) => {
                fields.iter().for_each(|field| visit(field.planned()));
            }
            Self::Variant(cases) | Self::Option(cases) | Self::Result(cases) => {
                cases
                    .cases
                    .iter()
                    .filter_map(|case| case.payload)
                    .for_each(visit);
            }
            Self::List(element) | Self::FixedLengthList(element, _) => visit(*element),
            Self::Map(entry) => [entry.key.planned(), entry.value.planned()]
                .into_iter()
                .for_each(visit),
            Self::Future(payload) | Self::Stream(payload) => {
                payload.iter().copied().for_each(visit);
            }
            Self::Scalar(_) | Self::String | Self::Flags(..) | Self::Enum(..) => {}
            // A handle stands for a resource, but no value of a type is in it.
            Self::Own(_) | Self::Borrow(_) | Self::ErrorContext => {}
        }
    }

    /// The fields of a record or tuple.
    #[must_use]
    pub fn fields(&self) -> Option<&[Field]> {
        match self {
            Self::Record(fields) | Self::Tuple(fields) => Some(fields),
            Self::Scalar(_) | Self::String | Self::Flags(..) | Self::Enum(..) => None,
            Self::List(_) | Self::FixedLengthList(..) | Self::Map(_) => None,
            Self::Variant(_) | Self::Option(_) | Self::Result(_) => None,
            Self::Own(_) | Self::Borrow(_) => None,
            Self::Future(_) | Self::Stream(_) | Self::ErrorContext => None,
        }
    }

    /// The cases of a variant, option or result. Those of an enum have no plan: they carry nothing.
    #[must_use]
    pub fn cases(&self) -> Option<&Cases> {
        match self {
            Self::Variant(cases) | Self::Option(cases) | Self::Result(cases) => Some(cases),
            Self::Scalar(_) | Self::String | Self::Flags(..) | Self::Enum(..) => None,
            Self::List(_) | Self::FixedLengthList(..) | Self::Map(_) => None,
            Self::Record(_) | Self::Tuple(_) | Self::Own(_) | Self::Borrow(_) => None,
            Self::Future(_) | Self::Stream(_) | Self::ErrorContext => None,
        }
    }

    /// Whether it is `result<…>`.
    #[must_use]
    pub fn is_result(&self) -> bool {
        match self {
            Self::Result(_) => true,
            Self::Scalar(_) | Self::String | Self::Flags(..) | Self::Enum(..) => false,
            Self::List(_) | Self::FixedLengthList(..) | Self::Map(_) => false,
            Self::Record(_) | Self::Tuple(_) | Self::Variant(_) | Self::Option(_) => false,
            Self::Own(_) | Self::Borrow(_) => false,
            Self::Future(_) | Self::Stream(_) | Self::ErrorContext => false,
        }
    }

    /// Whether it is `error-context`.
    #[must_use]
    pub fn is_error_context(&self) -> bool {
        match self {
            Self::ErrorContext => true,
            Self::Scalar(_) | Self::String | Self::Flags(..) | Self::Enum(..) => false,
            Self::List(_) | Self::FixedLengthList(..) | Self::Map(_) => false,
            Self::Record(_) | Self::Tuple(_) | Self::Variant(_) | Self::Option(_) => false,
            Self::Result(_) | Self::Own(_) | Self::Borrow(_) => false,
            Self::Future(_) | Self::Stream(_) => false,
        }
    }

    /// How the slots of a variant, option or result carry the payload of a case; empty for other kinds, whose flat
    /// values have their own slots.
    #[must_use]
    pub fn casts(&self, case: usize) -> &[Bitcast] {
        let case = self.cases().and_then(|cases| cases.cases.get(case));
        case.map_or(&[], |case| &case.casts)
    }

    /// The entry of a map.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Map(entry) => Some(entry),
            Self::Scalar(_) | Self::String | Self::Flags(..) | Self::Enum(..) => None,
            Self::List(_) | Self::FixedLengthList(..) => None,
            Self::Record(_) | Self::Tuple(_) | Self::Own(_) | Self::Borrow(_) => None,
            Self::Variant(_) | Self::Option(_) | Self::Result(_) => None,
            Self::Future(_) | Self::Stream(_) | Self::ErrorContext => None,
        }
    }

    /// The resource of a handle.
    #[must_use]
    pub fn handle(&self) -> Option<PlannedHandle> {
        match self {
            Self::Own(resource) => Some(PlannedHandle::Own(*resource)),
            Self::Borrow(resource) => Some(PlannedHandle::Borrow(*resource)),
            Self::Scalar(_) | Self::String | Self::Flags(..) | Self::Enum(..) => None,
            Self::List(_) | Self::FixedLengthList(..) | Self::Map(_) => None,
            Self::Record(_) | Self::Tuple(_) => None,
            Self::Variant(_) | Self::Option(_) | Self::Result(_) => None,
            Self::Future(_) | Self::Stream(_) | Self::ErrorContext => None,
        }
    }

    /// The resource of an owned handle.
    #[must_use]
    pub fn own(&self) -> Option<ResourceUse> {
        match self.handle()? {
            PlannedHandle::Own(resource) => Some(resource),
            PlannedHandle::Borrow(_) => None,
        }
    }

    /// The resource of a borrowed handle.
    #[must_use]
    pub fn borrow(&self) -> Option<ResourceUse> {
        match self.handle()? {
            PlannedHandle::Borrow(resource) => Some(resource),
            PlannedHandle::Own(_) => None,
        }
    }

    /// A stream or future, with what it carries.
    #[must_use]
    pub fn channel(&self) -> Option<(Channel, Option<Planned>)> {
        match self {
            Self::Stream(payload) => Some((Channel::Stream, *payload)),
            Self::Future(payload) => Some((Channel::Future, *payload)),
            Self::Scalar(_) | Self::String | Self::Flags(..) | Self::Enum(..) => None,
            Self::List(_) | Self::FixedLengthList(..) | Self::Map(_) => None,
            Self::Record(_) | Self::Tuple(_) => None,
            Self::Variant(_) | Self::Option(_) | Self::Result(_) => None,
            Self::Own(_) | Self::Borrow(_) | Self::ErrorContext => None,
        }
    }
}
