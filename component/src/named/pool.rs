//! Types without names, each once.

use indexmap::IndexSet;
use wasm_encoder::PrimitiveValType;
use witc_canonical_abi::Channel;
use witc_resolve::Name;

type Set<T> = IndexSet<T, foldhash::fast::RandomState>;

/// A type where it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Ty {
    /// A primitive type.
    Primitive(PrimitiveValType),
    /// A type that is made of others: its index in the pool.
    Compound(u32),
    /// A type with a name: the index of the name in the pool.
    Named(u32),
}

impl Ty {
    /// The index of its name, if it has one.
    pub(crate) fn name(self) -> Option<u32> {
        match self {
            Self::Named(name) => Some(name),
            Self::Primitive(_) | Self::Compound(_) => None,
        }
    }
}

/// A type that is made of others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Compound {
    Record(Vec<(Name, Ty)>),
    Variant(Vec<(Name, Option<Ty>)>),
    Enum(Vec<Name>),
    Flags(Vec<Name>),
    Tuple(Vec<Ty>),
    Option(Ty),
    Result(Option<Ty>, Option<Ty>),
    List(Ty),
    FixedLengthList(Ty, u32),
    Map(Ty, Ty),
    /// An owned handle of a resource with this name.
    Own(u32),
    /// A borrowed handle of a resource with this name.
    Borrow(u32),
    Future(Option<Ty>),
    Stream(Option<Ty>),
}

/// The name of a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TypeName {
    /// Where it is defined.
    pub(crate) owner: Owner,
    /// Its name there.
    pub(crate) name: Name,
}

/// Where a type is defined, seen from where it is used.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Owner {
    /// In the same interface.
    Same,
    /// In the world.
    World,
    /// In the interface with this id.
    Interface(Name),
}

/// The types of a world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pool {
    compounds: Set<Compound>,
    names: Set<TypeName>,
}

impl Pool {
    /// The type with this structure.
    pub(crate) fn compound(&mut self, compound: Compound) -> Ty {
        Ty::Compound(self.compounds.insert_full(compound).0 as u32)
    }

    /// The index of this name.
    pub(crate) fn name(&mut self, name: TypeName) -> u32 {
        self.names.insert_full(name).0 as u32
    }

    /// The structure of a type.
    pub(crate) fn structure(&self, index: u32) -> &Compound {
        &self.compounds[index as usize]
    }

    /// The name with this index.
    pub(crate) fn named(&self, index: u32) -> &TypeName {
        &self.names[index as usize]
    }
}

impl Compound {
    /// Calls `visit` with every type that this one is made of, in order; handles as the names of their resources.
    pub(crate) fn for_each_part(&self, mut visit: impl FnMut(Ty)) {
        match self {
            Self::Record(fields) => fields.iter().for_each(|&(_, ty)| visit(ty)),
            Self::Variant(cases) => cases.iter().filter_map(|&(_, ty)| ty).for_each(visit),
            Self::Enum(_) | Self::Flags(_) => {}
            Self::Tuple(types) => types.iter().copied().for_each(visit),
            Self::Option(ty) | Self::List(ty) | Self::FixedLengthList(ty, _) => visit(*ty),
            Self::Result(a, b) => a.iter().chain(b).copied().for_each(visit),
            Self::Map(key, value) => {
                visit(*key);
                visit(*value);
            }
            Self::Own(name) | Self::Borrow(name) => visit(Ty::Named(*name)),
            Self::Future(payload) | Self::Stream(payload) => {
                payload.iter().copied().for_each(visit);
            }
        }
    }

    /// Whether it is a stream or a future, if it is one of them.
    pub(crate) fn channel(&self) -> Option<Channel> {
        match self {
            Self::Stream(_) => Some(Channel::Stream),
            Self::Future(_) => Some(Channel::Future),
            Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(..)
            | Self::List(_)
            | Self::FixedLengthList(..)
            | Self::Map(..)
            | Self::Own(_)
            | Self::Borrow(_) => None,
        }
    }

    /// Whether values have a length of their own, so that what they hold lies in memory that is allocated for it.
    pub(crate) fn is_allocated(&self) -> bool {
        match self {
            Self::List(_) | Self::Map(..) => true,
            Self::Record(_)
            | Self::Variant(_)
            | Self::Enum(_)
            | Self::Flags(_)
            | Self::Tuple(_)
            | Self::Option(_)
            | Self::Result(..)
            | Self::FixedLengthList(..)
            | Self::Own(_)
            | Self::Borrow(_)
            | Self::Future(_)
            | Self::Stream(_) => false,
        }
    }

    /// The traits that tell it from others of its kind with the same parts: names, a length, which payloads there are.
    pub(crate) fn traits(&self) -> Vec<Name> {
        match self {
            Self::Record(fields) => fields.iter().map(|(name, _)| name.clone()).collect(),
            Self::Variant(cases) => cases
                .iter()
                .map(|(name, ty)| ecow::eco_format!("{name}{}", ty.is_some()))
                .collect(),
            Self::Enum(labels) | Self::Flags(labels) => labels.clone(),
            Self::Result(ok, err) => {
                vec![ecow::eco_format!("{}{}", ok.is_some(), err.is_some())]
            }
            Self::FixedLengthList(_, length) => vec![ecow::eco_format!("{length}")],
            // These are the same if their parts are.
            Self::Tuple(_)
            | Self::Option(_)
            | Self::List(_)
            | Self::Map(..)
            | Self::Own(_)
            | Self::Borrow(_)
            | Self::Future(_)
            | Self::Stream(_) => Vec::new(),
        }
    }
}
