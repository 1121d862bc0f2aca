//! Predicates and accessors over the kinds of things in the model.
//!
//! Each is an exhaustive `match`, and the only one for its question: a new kind does not compile before all of them have
//! an answer for it.

use super::{
    Enum, Flags, Function, FunctionId, FunctionKind, Handle, InterfaceId, Name, Param, Record,
    ResultType, Type, TypeDefKind, TypeId, TypeOwner, Variant, WorldId, WorldInterface, WorldItem,
    WorldKey,
};

impl TypeDefKind {
    /// Whether a definition of this kind makes a type that differs from all others, rather than another name.
    #[must_use]
    pub fn is_nominal(&self) -> bool {
        match self {
            Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource => true,
            Self::Alias(_)
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => false,
        }
    }

    /// Whether it is a resource itself. Aliases are not followed: that does [`Resolve::is_resource`](crate::Resolve::is_resource).
    #[must_use]
    pub fn is_resource(&self) -> bool {
        match self {
            Self::Resource => true,
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => false,
        }
    }

    /// Whether it is a stream or a future.
    #[must_use]
    pub fn is_channel(&self) -> bool {
        match self {
            Self::Future(_) | Self::Stream(_) => true,
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..) => false,
        }
    }

    /// Whether it is a list of a fixed length.
    #[must_use]
    pub fn is_fixed_length_list(&self) -> bool {
        self.fixed_length().is_some()
    }

    /// The length of a list that has a fixed one.
    #[must_use]
    pub fn fixed_length(&self) -> Option<u32> {
        match self {
            Self::FixedLengthList(_, length) => Some(*length),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The type that an alias stands for, which may be an alias as well.
    #[must_use]
    pub fn as_alias(&self) -> Option<Type> {
        match self {
            Self::Alias(ty) => Some(*ty),
            Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// What a stream or future carries, which may be nothing.
    #[must_use]
    pub fn as_channel(&self) -> Option<Option<Type>> {
        match self {
            Self::Future(payload) | Self::Stream(payload) => Some(*payload),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..) => None,
        }
    }

    /// The fields of a record.
    #[must_use]
    pub fn as_record(&self) -> Option<&Record> {
        match self {
            Self::Record(record) => Some(record),
            Self::Alias(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The cases of a variant.
    #[must_use]
    pub fn as_variant(&self) -> Option<&Variant> {
        match self {
            Self::Variant(variant) => Some(variant),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The cases of an enum.
    #[must_use]
    pub fn as_enum(&self) -> Option<&Enum> {
        match self {
            Self::Enum(cases) => Some(cases),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The flags of a flags type.
    #[must_use]
    pub fn as_flags(&self) -> Option<&Flags> {
        match self {
            Self::Flags(flags) => Some(flags),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The handle that it is.
    #[must_use]
    pub fn as_handle(&self) -> Option<Handle> {
        match self {
            Self::Handle(handle) => Some(*handle),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The type in an `option`.
    #[must_use]
    pub fn as_option(&self) -> Option<Type> {
        match self {
            Self::Option(ty) => Some(*ty),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Result(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The two payloads of a `result`.
    #[must_use]
    pub fn as_result(&self) -> Option<ResultType> {
        match self {
            Self::Result(result) => Some(*result),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }

    /// The element of a list of any length.
    #[must_use]
    pub fn as_list(&self) -> Option<Type> {
        match self {
            Self::List(element) => Some(*element),
            Self::Alias(_)
            | Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Resource
            | Self::Handle(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Future(_)
            | Self::Stream(_) => None,
        }
    }
}

impl Handle {
    /// The type as it was named: a resource, or an alias of one.
    #[must_use]
    pub fn resource(self) -> TypeId {
        match self {
            Self::Own(id) | Self::Borrow(id) => id,
        }
    }

    /// Whether the handle is owned.
    #[must_use]
    pub fn is_own(self) -> bool {
        self.owned().is_some()
    }

    /// The resource of an owned handle.
    #[must_use]
    pub fn owned(self) -> Option<TypeId> {
        match self {
            Self::Own(id) => Some(id),
            Self::Borrow(_) => None,
        }
    }

    /// The resource of a borrowed handle.
    #[must_use]
    pub fn borrowed(self) -> Option<TypeId> {
        match self {
            Self::Own(_) => None,
            Self::Borrow(id) => Some(id),
        }
    }
}

impl FunctionKind {
    /// The resource that the function belongs to.
    #[must_use]
    pub fn resource(self) -> Option<TypeId> {
        match self {
            Self::Freestanding => None,
            Self::Method(id) | Self::Static(id) | Self::Constructor(id) => Some(id),
        }
    }

    /// Whether the function belongs to no resource.
    #[must_use]
    pub fn is_freestanding(self) -> bool {
        self.resource().is_none()
    }

    /// Whether the function is called on a value of a resource.
    #[must_use]
    pub fn is_method(self) -> bool {
        match self {
            Self::Method(_) => true,
            Self::Freestanding | Self::Static(_) | Self::Constructor(_) => false,
        }
    }

    /// Whether the function belongs to a resource, but to no value of it.
    #[must_use]
    pub fn is_static(self) -> bool {
        match self {
            Self::Static(_) => true,
            Self::Freestanding | Self::Method(_) | Self::Constructor(_) => false,
        }
    }

    /// Whether the function makes a resource.
    #[must_use]
    pub fn is_constructor(self) -> bool {
        match self {
            Self::Constructor(_) => true,
            Self::Freestanding | Self::Method(_) | Self::Static(_) => false,
        }
    }
}

impl Function {
    /// The parameters that the text names: all but the `self` of a method.
    #[must_use]
    pub fn written_params(&self) -> &[Param] {
        &self.params[usize::from(self.kind.is_method())..]
    }
}

impl TypeOwner {
    /// The interface, if it is one.
    #[must_use]
    pub fn interface(self) -> Option<InterfaceId> {
        match self {
            Self::Interface(id) => Some(id),
            Self::World(_) | Self::None => None,
        }
    }

    /// The world, if it is one.
    #[must_use]
    pub fn world(self) -> Option<WorldId> {
        match self {
            Self::World(id) => Some(id),
            Self::Interface(_) | Self::None => None,
        }
    }

    /// Whether there is none, because the type is anonymous.
    #[must_use]
    pub fn is_none(self) -> bool {
        match self {
            Self::None => true,
            Self::World(_) | Self::Interface(_) => false,
        }
    }
}

impl WorldItem {
    /// The interface that is imported or exported.
    #[must_use]
    pub fn interface(&self) -> Option<&WorldInterface> {
        match self {
            Self::Interface(interface) => Some(interface),
            Self::Function(_) | Self::Type(_) => None,
        }
    }

    /// The interface that is imported or exported, to change it.
    #[must_use]
    pub fn interface_mut(&mut self) -> Option<&mut WorldInterface> {
        match self {
            Self::Interface(interface) => Some(interface),
            Self::Function(_) | Self::Type(_) => None,
        }
    }

    /// The function that is imported or exported.
    #[must_use]
    pub fn function(&self) -> Option<FunctionId> {
        match self {
            Self::Function(id) => Some(*id),
            Self::Interface(_) | Self::Type(_) => None,
        }
    }

    /// The type that is imported.
    #[must_use]
    pub fn ty(&self) -> Option<TypeId> {
        match self {
            Self::Type(id) => Some(*id),
            Self::Interface(_) | Self::Function(_) => None,
        }
    }
}

impl WorldKey {
    /// The plain name.
    #[must_use]
    pub fn name(&self) -> Option<&Name> {
        match self {
            Self::Name(name) => Some(name),
            Self::Interface(_) => None,
        }
    }

    /// The interface whose id is the key.
    #[must_use]
    pub fn interface(&self) -> Option<InterfaceId> {
        match self {
            Self::Interface(id) => Some(*id),
            Self::Name(_) => None,
        }
    }
}
