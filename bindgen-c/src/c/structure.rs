//! Types that are not declared yet: what tells anonymous ones apart, and which parts of a world share them.

use crate::c::types::{Shape, TypeRef};
use witc_bindgen_core::ModuleId;
use witc_resolve::{Direction, Handle, PackageId, TypeId};

/// The identity of an anonymous type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// The part of the world that shares the type.
    pub(crate) domain: Domain,
    pub(crate) structure: Structure,
}

/// A part of the world in which anonymous types of the same structure are one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Domain {
    /// Everywhere: made of primitive types alone. The name begins with that of the world.
    World,
    /// Among the imports, or exports, of a package. The name begins with that of the interface that needs it first.
    Package(Option<PackageId>, Direction),
}

/// The make-up of an anonymous type: its kind and its parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Structure {
    /// An owned handle of a resource under another name.
    Own(RenamedHandle),
    /// A borrowed handle of a resource under another name.
    Borrow(RenamedHandle),
    Tuple(Vec<TypeRef>),
    Option(TypeRef),
    Result(Option<TypeRef>, Option<TypeRef>),
    List(TypeRef),
    FixedLengthList(TypeRef, u32),
    Map(TypeRef, TypeRef),
    Future(Option<TypeRef>),
    Stream(Option<TypeRef>),
}

/// A handle of a resource under the name of an alias.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RenamedHandle {
    /// The alias, and the module that has it.
    pub(crate) alias: (ModuleId, TypeId),
    /// The alias in snake case.
    pub(crate) name: String,
    /// The type of the same handle under the resource's own name.
    pub(crate) target: TypeRef,
}

impl Structure {
    /// Whether a type is made of primitive ones alone, so that all interfaces share it, given which of its parts are.
    ///
    /// Results are not shared: each package has errors of its own, and names them.
    pub(crate) fn is_primitive(&self, part: impl Fn(TypeRef) -> bool) -> bool {
        match self {
            Self::Tuple(types) => types.iter().all(|&ty| part(ty)),
            Self::Option(ty) | Self::List(ty) | Self::FixedLengthList(ty, _) => part(*ty),
            Self::Map(key, value) => part(*key) && part(*value),
            Self::Own(_)
            | Self::Borrow(_)
            | Self::Result(..)
            | Self::Future(_)
            | Self::Stream(_) => false,
        }
    }

    /// The part of the name that says what the type is, given those of its parts.
    pub(crate) fn stem<'s>(&self, part: impl Fn(TypeRef) -> &'s str) -> String {
        let or_void = |ty: Option<TypeRef>| ty.map_or("void", &part);
        match self {
            Self::Own(handle) => format!("own_{}", handle.name),
            Self::Borrow(handle) => format!("borrow_{}", handle.name),
            Self::Tuple(types) => {
                let stems: Vec<&str> = types.iter().map(|&ty| part(ty)).collect();
                format!("tuple{}_{}", types.len(), stems.join("_"))
            }
            Self::Option(some) => format!("option_{}", part(*some)),
            Self::Result(ok, err) => format!("result_{}_{}", or_void(*ok), or_void(*err)),
            Self::List(element) => format!("list_{}", part(*element)),
            Self::FixedLengthList(element, length) => format!("list{length}_{}", part(*element)),
            Self::Map(key, value) => format!("map_{}_{}", part(*key), part(*value)),
            Self::Future(payload) => format!("future_{}", or_void(*payload)),
            Self::Stream(payload) => format!("stream_{}", or_void(*payload)),
        }
    }
}

/// A type on its way into the list.
pub(crate) enum Draft<'a> {
    /// It is there already.
    Known(TypeRef),
    /// A resource, which has no type of its own.
    Resource,
    /// A handle, which has the type that its resource has for it.
    Handle(Handle),
    /// It differs from all others.
    Nominal(Shape<'a>),
    /// It is another name for what has this structure, or has none.
    Structural(Structure),
}
