//! The types of a world as C has them, each with its name, its shape and the plan of its values: data, which `intern.rs`
//! makes.

use crate::c::names::{Prefixes, Symbols};
use crate::c::strings::Needs;
use crate::shared::channels::ChannelSource;
use witc_bindgen_core::{ModuleId, Modules};
use witc_canonical_abi::{Bitcast, Facts, Int, Plan, PlanId, Plans, Scalar};
use witc_resolve::{Docs, Resolve, TypeId};

/// The number of a [`CType`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeRef(pub(crate) usize);

/// The number of a [`Resource`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ResourceRef(pub(crate) usize);

/// A type of C.
#[derive(Debug)]
pub(crate) struct CType<'a> {
    /// Its name: `uint32_t`, `w_option_u32_t`.
    pub(crate) name: String,
    /// The start of the names of its functions: `w_option_u32`.
    pub(crate) base: String,
    /// Its part in the names of types that are made of it: `u32`, `option_u32`.
    pub(crate) stem: String,
    /// Its make-up.
    pub(crate) shape: Shape<'a>,
    /// The plan of its values.
    pub(crate) plan: PlanId,
    /// Whether it is made of primitive types alone, so that all interfaces share it.
    pub(crate) primitive: bool,
    /// Whether there is a function that frees its values; with some there is nothing to do for it.
    pub(crate) freeable: bool,
    /// Whether there are borrowed handles in it of a resource that the guest does not implement.
    pub(crate) imported_borrow: bool,
    /// The documentation of the type in WIT.
    pub(crate) docs: Option<&'a Docs>,
    /// The name of the function that frees its values, for those that have one.
    pub(crate) free: Option<String>,
}

/// The make-up of a type of C.
#[derive(Debug)]
pub(crate) enum Shape<'a> {
    /// A number, `bool` or `char`.
    Scalar(Scalar),
    /// The string type of the world.
    String,
    /// The error context type of the world.
    ErrorContext,
    /// Another name of a type.
    Alias(TypeRef),
    /// A struct: a record or tuple.
    Record(Vec<Member<'a>>),
    /// A struct of a tag and what may be there or not.
    Sum(Sum<'a>),
    /// A struct of a pointer and a length.
    List(TypeRef),
    /// A struct of an array.
    FixedLengthList(TypeRef, u32),
    /// A list of entries.
    Map(MapEntry),
    /// An integer of this size with macros for its values.
    Enum(Int, Vec<Label<'a>>),
    /// An integer of this size with macros for its bits.
    Flags(Int, Vec<Label<'a>>),
    /// A struct with an owned handle of a resource.
    Own(ResourceRef),
    /// A struct with a borrowed handle of an imported resource.
    Borrow(ResourceRef),
    /// A pointer to the representation of an exported resource: that is how its borrowed handles are passed.
    Representation(Representation),
    /// An end of a future, an integer, and what the future carries.
    Future(Option<TypeRef>),
    /// An end of a stream, an integer, and what the stream carries.
    Stream(Option<TypeRef>),
}

/// A type whose tag decides what there is: it takes a function to lower or lift its values.
#[derive(Debug)]
pub(crate) enum Sum<'a> {
    /// A struct of a tag of this size and a union.
    Variant(Int, Vec<VariantCase<'a>>),
    /// A struct of a `bool` and a value.
    Option(Payload<'a>),
    /// A struct of a `bool` and a union.
    Result(Option<Payload<'a>>, Option<Payload<'a>>),
}

/// A member of a struct.
#[derive(Debug)]
pub(crate) struct Member<'a> {
    pub(crate) name: String,
    pub(crate) ty: TypeRef,
    pub(crate) docs: Option<&'a Docs>,
}

/// A case of a variant.
#[derive(Debug)]
pub(crate) struct VariantCase<'a> {
    /// The member of the union that holds the payload: its name, and the payload.
    pub(crate) member: Option<(String, Payload<'a>)>,
    /// The macro.
    pub(crate) label: Label<'a>,
}

/// The payload of a case of a variant, option or result.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Payload<'a> {
    pub(crate) ty: TypeRef,
    /// The conversions by which the slots of the whole carry its flat values; empty if the whole has no flat form.
    pub(crate) casts: &'a [Bitcast],
}

/// An entry of a map: a struct of its own.
#[derive(Clone, Debug)]
pub(crate) struct MapEntry {
    /// The name of the struct.
    pub(crate) name: String,
    pub(crate) key: TypeRef,
    pub(crate) value: TypeRef,
}

/// A macro for a case or flag.
#[derive(Debug)]
pub(crate) struct Label<'a> {
    pub(crate) name: String,
    pub(crate) docs: &'a Docs,
}

/// The representation of an exported resource.
#[derive(Clone, Debug)]
pub(crate) struct Representation {
    /// The name of the struct, which the guest defines.
    pub(crate) name: String,
}

/// A resource of a module.
#[derive(Debug)]
pub(crate) struct Resource<'a> {
    pub(crate) module: ModuleId,
    pub(crate) id: TypeId,
    /// Its own name: `r`.
    pub(crate) item: String,
    /// The start of the names of its functions: `ns_pkg_iface_r`.
    pub(crate) stem: String,
    pub(crate) own: TypeRef,
    pub(crate) borrow: TypeRef,
    /// The side that implements it.
    pub(crate) side: ResourceSide,
    /// The core import that drops a handle.
    pub(crate) drop: String,
    pub(crate) docs: &'a Docs,
}

/// A type of streams or futures that functions pass.
pub(crate) struct CChannel<'a> {
    pub(crate) ty: TypeRef,
    /// What it carries.
    pub(crate) payload: Option<TypeRef>,
    /// The function that its built-ins are imported for.
    pub(crate) source: ChannelSource<'a>,
    /// The type of the end that is written to.
    pub(crate) writer: String,
    pub(crate) functions: ChannelNames,
    /// The names of the core imports of these functions.
    pub(crate) imports: ChannelNames,
    /// The functions that give up the values in a buffer.
    pub(crate) buffers: BufferNames,
}

/// A name for each built-in of streams or futures.
pub(crate) struct ChannelNames {
    pub(crate) new: String,
    pub(crate) read: String,
    pub(crate) write: String,
    pub(crate) cancel_read: String,
    pub(crate) cancel_write: String,
    pub(crate) drop_readable: String,
    pub(crate) drop_writable: String,
}

/// The names of functions that give up the values in a buffer, where there is something to do.
#[derive(Default)]
pub(crate) struct BufferNames {
    /// Frees values.
    pub(crate) free: Option<String>,
    /// Frees the memory of values that were written: the handles in them have moved.
    pub(crate) release: Option<String>,
}

/// The side that implements a resource.
#[derive(Clone, Debug)]
pub(crate) enum ResourceSide {
    /// The host, or another component.
    Imported,
    /// The guest.
    Exported(Representation),
}

/// A type whose values are handles, rather than structs of several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HandleType {
    /// An owned handle of a resource.
    Own(ResourceRef),
    /// A borrowed handle of an imported resource.
    Borrow(ResourceRef),
    /// A borrowed handle of an exported resource.
    Representation,
    /// An error context.
    ErrorContext,
    /// An end of a stream or future.
    Channel,
}

impl<'a> Shape<'a> {
    /// The type of the value in an option.
    pub(crate) fn option(&self) -> Option<TypeRef> {
        match self.sum()? {
            Sum::Option(some) => Some(some.ty),
            Sum::Variant(..) | Sum::Result(..) => None,
        }
    }

    /// The cases of a variant, option or result.
    pub(crate) fn sum(&self) -> Option<&Sum<'a>> {
        match self {
            Self::Sum(sum) => Some(sum),
            Self::Scalar(_)
            | Self::String
            | Self::ErrorContext
            | Self::Alias(_)
            | Self::Record(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(_)
            | Self::Enum(..)
            | Self::Flags(..)
            | Self::Own(_)
            | Self::Borrow(_)
            | Self::Representation(_)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The kind of handle that values are; nothing for what is no handle.
    pub(crate) fn handle(&self) -> Option<HandleType> {
        match self {
            Self::Own(resource) => Some(HandleType::Own(*resource)),
            Self::Borrow(resource) => Some(HandleType::Borrow(*resource)),
            Self::Representation(_) => Some(HandleType::Representation),
            Self::ErrorContext => Some(HandleType::ErrorContext),
            Self::Future(_) | Self::Stream(_) => Some(HandleType::Channel),
            Self::Scalar(_)
            | Self::String
            | Self::Alias(_)
            | Self::Record(_)
            | Self::Sum(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(_)
            | Self::Enum(..)
            | Self::Flags(..) => None,
        }
    }

    /// Whether values are passed by pointer, and not by value.
    pub(crate) fn by_pointer(&self) -> bool {
        match self {
            Self::String
            | Self::Record(_)
            | Self::Sum(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(_) => true,
            Self::Scalar(_)
            | Self::ErrorContext
            | Self::Enum(..)
            | Self::Flags(..)
            | Self::Own(_)
            | Self::Borrow(_)
            | Self::Representation(_)
            | Self::Future(_)
            | Self::Stream(_)
            // Whoever asks follows aliases first (`Types::shape`).
            | Self::Alias(_) => false,
        }
    }

    /// Whether the header declares the struct under a tag even if WIT has no name for the type: C++ then shows that name.
    pub(crate) fn is_tagged(&self) -> bool {
        match self.handle() {
            Some(HandleType::Own(_) | HandleType::Borrow(_)) => true,
            Some(HandleType::Representation | HandleType::ErrorContext | HandleType::Channel)
            | None => false,
        }
    }
}

impl HandleType {
    /// Whether it is the representation of the guest's own resource instead of a handle.
    pub(crate) fn is_representation(self) -> bool {
        match self {
            Self::Representation => true,
            Self::Own(_) | Self::Borrow(_) | Self::ErrorContext | Self::Channel => false,
        }
    }

    /// Whether it is an end of a stream or future.
    pub(crate) fn is_channel(self) -> bool {
        match self {
            Self::Channel => true,
            Self::Own(_) | Self::Borrow(_) | Self::Representation | Self::ErrorContext => false,
        }
    }

    /// The resource that an owned handle is of.
    pub(crate) fn owned(self) -> Option<ResourceRef> {
        match self {
            Self::Own(resource) => Some(resource),
            Self::Borrow(_) | Self::Representation | Self::ErrorContext | Self::Channel => None,
        }
    }

    /// The imported resource that a borrowed handle is of.
    pub(crate) fn borrowed(self) -> Option<ResourceRef> {
        match self {
            Self::Borrow(resource) => Some(resource),
            Self::Own(_) | Self::Representation | Self::ErrorContext | Self::Channel => None,
        }
    }
}

/// All types, in the order in which they are declared.
pub(crate) struct Types<'a> {
    pub(crate) resolve: &'a Resolve,
    pub(crate) modules: &'a Modules<'a>,
    pub(crate) plans: &'a Plans,
    pub(crate) prefixes: &'a Prefixes,
    pub(crate) needs: Needs,
    pub(crate) all: Vec<CType<'a>>,
    /// The number of types that are there before any is declared.
    pub(crate) built_in: usize,
    pub(crate) resources: Vec<Resource<'a>>,
    /// The types of streams and futures that functions pass, in order of their numbers.
    pub(crate) channels: Vec<CChannel<'a>>,
}

impl<'a> Types<'a> {
    /// The string type of the world. The types that are not declared come first, in the order of
    /// `built_in.rs`.
    pub(crate) const STRING: TypeRef = TypeRef(12);
    /// The error context type of the world.
    pub(crate) const ERROR_CONTEXT: TypeRef = TypeRef(13);

    /// Names the public functions that free values, for all declared types that have one.
    pub(crate) fn name_free_functions(&mut self, symbols: &mut Symbols) {
        // The built-in ones have their names from the runtime's text.
        for ty in &mut self.all[self.built_in..] {
            if ty.freeable {
                ty.free = Some(symbols.take(format!("{}_free", ty.base)));
            }
        }
    }

    /// The types that are declared, in order, without the built-in ones.
    pub(crate) fn declared(&self) -> impl Iterator<Item = TypeRef> + use<> {
        (self.built_in..self.all.len()).map(TypeRef)
    }

    /// The types whose values the source file has functions to free for.
    pub(crate) fn freed(&self) -> impl Iterator<Item = TypeRef> + use<> {
        // Both are always in the list, but only a world that mentions them has their types.
        let string = self.needs.string.then_some(Self::STRING);
        let error_context = self.needs.error_context.then_some(Self::ERROR_CONTEXT);
        string
            .into_iter()
            .chain(error_context)
            .chain(self.declared())
    }

    /// The type that a name stands for, aliases followed.
    pub(crate) fn dealias(&self, mut ty: TypeRef) -> TypeRef {
        while let Shape::Alias(target) = self[ty].shape {
            ty = target;
        }
        ty
    }

    /// The shape of a type, aliases followed.
    pub(crate) fn shape(&self, ty: TypeRef) -> &Shape<'a> {
        &self[self.dealias(ty)].shape
    }

    pub(crate) fn plan(&self, ty: TypeRef) -> &'a Plan {
        &self.plans[self[ty].plan]
    }

    pub(crate) fn facts(&self, ty: TypeRef) -> Facts {
        self.plan(ty).facts
    }

    /// Whether a type of this shape gets a function that frees its values. All options, results, variants and lists do.
    pub(crate) fn is_freeable(&self, shape: &Shape<'_>) -> bool {
        // An owned handle has no function of its own, but a struct with one in it does.
        let part = |ty: TypeRef| self[ty].freeable || self.facts(ty).owns;
        match shape {
            // An alias of a type without such a function gets none either, or it would be the only one to have it.
            Shape::Alias(target) => self[*target].freeable,
            Shape::Record(members) => members.iter().any(|member| part(member.ty)),
            Shape::FixedLengthList(element, _) => part(*element),
            Shape::String
            | Shape::ErrorContext
            | Shape::Sum(_)
            | Shape::List(_)
            | Shape::Map(_) => true,
            Shape::Scalar(_)
            | Shape::Enum(..)
            | Shape::Flags(..)
            | Shape::Own(_)
            | Shape::Borrow(_)
            | Shape::Representation(_)
            | Shape::Future(_)
            | Shape::Stream(_) => false,
        }
    }

    /// Whether a type of this shape has borrowed handles in it of a resource that the guest does not implement.
    pub(crate) fn has_imported_borrow(&self, shape: &Shape<'_>) -> bool {
        let any = |ty: TypeRef| self[ty].imported_borrow;
        let payload = |payload: &Option<Payload<'_>>| payload.is_some_and(|it| any(it.ty));
        match shape {
            Shape::Future(payload) | Shape::Stream(payload) => payload.is_some_and(any),
            Shape::Borrow(_) => true,
            Shape::Record(members) => members.iter().any(|member| any(member.ty)),
            Shape::Sum(Sum::Variant(_, cases)) => cases
                .iter()
                .filter_map(|case| case.member.as_ref())
                .any(|(_, payload)| any(payload.ty)),
            Shape::Alias(ty) | Shape::List(ty) | Shape::FixedLengthList(ty, _) => any(*ty),
            Shape::Sum(Sum::Option(some)) => any(some.ty),
            Shape::Sum(Sum::Result(ok, err)) => payload(ok) || payload(err),
            Shape::Map(entry) => any(entry.key) || any(entry.value),
            Shape::Scalar(_)
            | Shape::String
            | Shape::ErrorContext
            | Shape::Enum(..)
            | Shape::Flags(..)
            | Shape::Own(_)
            | Shape::Representation(_) => false,
        }
    }

    pub(crate) fn resource(&self, resource: ResourceRef) -> &Resource<'a> {
        &self.resources[resource.0]
    }

    /// The functions of a type of streams or futures; nothing for one that no function of the world passes.
    pub(crate) fn channel(&self, ty: TypeRef) -> Option<&CChannel<'a>> {
        let ty = self.dealias(ty);
        let index = self
            .channels
            .binary_search_by_key(&ty, |channel| channel.ty);
        Some(&self.channels[index.ok()?])
    }
}

impl<'a> std::ops::Index<TypeRef> for Types<'a> {
    type Output = CType<'a>;

    fn index(&self, ty: TypeRef) -> &CType<'a> {
        &self.all[ty.0]
    }
}
