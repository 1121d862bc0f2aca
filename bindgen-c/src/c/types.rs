//! The types of a world as C has them: each with its name, its shape and the plan of its values.

use crate::c::Options;
use crate::c::intern::Key;
use crate::c::names::{Prefixes, Symbols};
use crate::c::strings::{self, Needs};
use std::collections::{HashMap, HashSet};
use witc_bindgen_core::{ModuleId, Modules};
use witc_canonical_abi::{Facts, Kind, Plan, PlanId, Plans, Scalar};
use witc_resolve::{Direction, Docs, Resolve, Type, TypeId};

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
    /// What it adds to the names of types that are made of it: `u32`, `option_u32`.
    pub(crate) stem: String,
    /// What it is made of.
    pub(crate) shape: Shape<'a>,
    /// The plan of its values.
    pub(crate) plan: PlanId,
    /// Whether it is made of primitive types alone, so that all interfaces share it.
    pub(crate) primitive: bool,
    /// Whether there is a function that frees its values; with some there is nothing to do for it.
    pub(crate) freeable: bool,
    /// Whether there are borrowed handles in it of a resource that the guest does not implement.
    pub(crate) imported_borrow: bool,
    /// What the WIT says about it.
    pub(crate) docs: Option<&'a Docs>,
    /// The name of the function that frees its values, for those that have one.
    pub(crate) free: Option<String>,
}

/// What a type of C is made of.
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
    /// A struct of a tag and a union.
    Variant(Vec<Case<'a>>),
    /// A struct of a `bool` and a value.
    Option(TypeRef),
    /// A struct of a `bool` and a union.
    Result(Option<TypeRef>, Option<TypeRef>),
    /// A struct of a pointer and a length.
    List(TypeRef),
    /// A struct of an array.
    FixedLengthList(TypeRef, u32),
    /// A list of entries, which are structs of this name.
    Map(String, TypeRef, TypeRef),
    /// An integer with macros for its values.
    Enum(Vec<Label<'a>>),
    /// An integer with macros for its bits.
    Flags(Vec<Label<'a>>),
    /// A struct with the handle of a resource.
    Own(ResourceRef),
    /// A struct with the handle of an imported resource, or a pointer to the representation of an exported one.
    Borrow(ResourceRef),
    /// What is not supported yet, and reported before anything is written.
    Asynchronous,
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
pub(crate) struct Case<'a> {
    /// The member of the union, and its type.
    pub(crate) member: Option<(String, TypeRef)>,
    /// The macro.
    pub(crate) label: Label<'a>,
}

/// A macro for a case or flag.
#[derive(Debug)]
pub(crate) struct Label<'a> {
    pub(crate) name: String,
    pub(crate) docs: &'a Docs,
}

/// A resource of a module.
#[derive(Debug)]
pub(crate) struct Resource<'a> {
    pub(crate) module: ModuleId,
    pub(crate) id: TypeId,
    /// Whether it is one that the guest uses, or one that it implements.
    pub(crate) direction: Direction,
    /// The name in front of those of its functions, `ns_pkg_iface_r`.
    pub(crate) stem: String,
    pub(crate) own: TypeRef,
    pub(crate) borrow: TypeRef,
    /// The struct that the guest defines, if the resource is exported.
    pub(crate) rep: Option<String>,
    /// The core import that drops a handle.
    pub(crate) drop: String,
    pub(crate) docs: &'a Docs,
}

/// All types, in the order in which they are declared.
pub(crate) struct Types<'a> {
    pub(crate) resolve: &'a Resolve,
    pub(crate) modules: &'a Modules<'a>,
    pub(crate) plans: &'a Plans,
    pub(crate) prefixes: &'a Prefixes,
    pub(crate) symbols: Symbols,
    pub(crate) needs: Needs,
    pub(crate) all: Vec<CType<'a>>,
    pub(crate) resources: Vec<Resource<'a>>,
    pub(crate) resource_of: HashMap<(ModuleId, TypeId), ResourceRef>,
    pub(crate) defined: HashMap<(ModuleId, TypeId), TypeRef>,
    pub(crate) anonymous: HashMap<Key, TypeRef>,
    /// The anonymous types of imports that exports use under the name that they have there.
    pub(crate) shared_with_exports: HashSet<TypeRef>,
    /// Where to find what a type is called in a module.
    pub(crate) known: HashMap<(ModuleId, TypeId), TypeRef>,
}

/// The primitive types: what WIT calls them, what C does, and their plans are those that stand first.
const PRIMITIVES: [(Type, &str, &str); 12] = [
    (Type::Bool, "bool", "bool"),
    (Type::U8, "u8", "uint8_t"),
    (Type::U16, "u16", "uint16_t"),
    (Type::U32, "u32", "uint32_t"),
    (Type::U64, "u64", "uint64_t"),
    (Type::S8, "s8", "int8_t"),
    (Type::S16, "s16", "int16_t"),
    (Type::S32, "s32", "int32_t"),
    (Type::S64, "s64", "int64_t"),
    (Type::F32, "f32", "float"),
    (Type::F64, "f64", "double"),
    (Type::Char, "char32", "uint32_t"),
];

impl<'a> Types<'a> {
    /// The primitive types alone.
    pub(crate) fn new(
        modules: &'a Modules<'a>,
        plans: &'a Plans,
        prefixes: &'a Prefixes,
        options: &Options,
    ) -> Self {
        let needs = Needs::new(modules);
        let symbols = Symbols::new(strings::names(needs, prefixes, options));
        let mut all: Vec<CType<'a>> = Vec::new();
        let mut add = |ty: Type, stem: &str, name: String, shape| {
            let (plan, stem) = (plans.of(ty), stem.to_owned());
            // The names of what strings and error contexts bring along are reserved.
            let free = name
                .strip_suffix("_t")
                .filter(|_| !matches!(shape, Shape::Scalar(_)));
            let free = free.map(|stem| format!("{stem}_free"));
            let (freeable, imported_borrow, docs) = (free.is_some(), false, None);
            all.push(CType {
                name,
                stem,
                shape,
                plan,
                primitive: true,
                freeable,
                imported_borrow,
                docs,
                free,
            });
        };
        for (ty, stem, name) in PRIMITIVES {
            if let Kind::Scalar(scalar) = plans[plans.of(ty)].kind {
                add(ty, stem, name.to_owned(), Shape::Scalar(scalar));
            }
        }
        let world = &prefixes.world;
        add(
            Type::String,
            "string",
            format!("{world}_string_t"),
            Shape::String,
        );
        add(
            Type::ErrorContext,
            "error_context",
            format!("{world}_error_context_t"),
            Shape::ErrorContext,
        );
        Self {
            resolve: modules.resolve,
            modules,
            plans,
            prefixes,
            symbols,
            needs,
            all,
            resources: Vec::new(),
            resource_of: HashMap::new(),
            defined: HashMap::new(),
            anonymous: HashMap::new(),
            shared_with_exports: HashSet::new(),
            known: HashMap::new(),
        }
    }

    /// The position of a primitive type, or the id of what is not one.
    pub(crate) fn primitive(ty: Type) -> Result<TypeRef, TypeId> {
        match ty {
            Type::Id(id) => Err(id),
            Type::String => Ok(Self::STRING),
            Type::ErrorContext => Ok(Self::ERROR_CONTEXT),
            _ => Ok(TypeRef(
                PRIMITIVES
                    .iter()
                    .position(|(primitive, ..)| *primitive == ty)
                    .unwrap_or(0),
            )),
        }
    }

    pub(crate) const STRING: TypeRef = TypeRef(PRIMITIVES.len());
    pub(crate) const ERROR_CONTEXT: TypeRef = TypeRef(PRIMITIVES.len() + 1);
    /// How many types are there before any is declared.
    const BUILT_IN: usize = PRIMITIVES.len() + 2;

    /// The types that are declared, in order, without the built-in ones.
    pub(crate) fn declared(&self) -> impl Iterator<Item = TypeRef> + use<> {
        (Self::BUILT_IN..self.all.len()).map(TypeRef)
    }

    /// The types whose values the source file has functions to free for.
    pub(crate) fn freed(&self) -> impl Iterator<Item = TypeRef> + use<> {
        let string = self.needs.string.then_some(Self::STRING);
        let error_context = self.needs.error_context.then_some(Self::ERROR_CONTEXT);
        string
            .into_iter()
            .chain(error_context)
            .chain(self.declared())
    }

    /// The type behind all aliases.
    pub(crate) fn behind(&self, mut ty: TypeRef) -> TypeRef {
        while let Shape::Alias(target) = self[ty].shape {
            ty = target;
        }
        ty
    }

    /// The shape behind all aliases.
    pub(crate) fn shape(&self, ty: TypeRef) -> &Shape<'a> {
        &self[self.behind(ty)].shape
    }

    pub(crate) fn plan(&self, ty: TypeRef) -> &'a Plan {
        &self.plans[self[ty].plan]
    }

    pub(crate) fn facts(&self, ty: TypeRef) -> Facts {
        self.plan(ty).facts
    }

    pub(crate) fn resource(&self, resource: ResourceRef) -> &Resource<'a> {
        &self.resources[resource.0]
    }

    /// Whether values of a type are passed by pointer.
    pub(crate) fn by_pointer(&self, ty: TypeRef) -> bool {
        match self.shape(ty) {
            Shape::String
            | Shape::Record(_)
            | Shape::Variant(_)
            | Shape::Option(_)
            | Shape::Result(..)
            | Shape::List(_)
            | Shape::FixedLengthList(..)
            | Shape::Map(..) => true,
            Shape::Scalar(_)
            | Shape::ErrorContext
            | Shape::Enum(_)
            | Shape::Flags(_)
            | Shape::Own(_)
            | Shape::Borrow(_)
            | Shape::Asynchronous
            | Shape::Alias(_) => false,
        }
    }

    /// Whether a type of this shape gets a function that frees its values. All options, results, variants and lists do.
    pub(crate) fn is_freeable(&self, shape: &Shape<'_>) -> bool {
        let part = |ty: TypeRef| self[ty].freeable || self.facts(ty).owns;
        match shape {
            Shape::Alias(target) => self[*target].freeable,
            Shape::Record(members) => members.iter().any(|member| part(member.ty)),
            Shape::FixedLengthList(element, _) => part(*element),
            Shape::String
            | Shape::ErrorContext
            | Shape::Variant(_)
            | Shape::Option(_)
            | Shape::Result(..)
            | Shape::List(_)
            | Shape::Map(..) => true,
            Shape::Scalar(_)
            | Shape::Enum(_)
            | Shape::Flags(_)
            | Shape::Own(_)
            | Shape::Borrow(_)
            | Shape::Asynchronous => false,
        }
    }

    /// Whether a type of this shape has borrowed handles in it of a resource that the guest does not implement.
    pub(crate) fn has_imported_borrow(&self, shape: &Shape<'_>, direction: Direction) -> bool {
        let any = |ty: TypeRef| self[ty].imported_borrow;
        match shape {
            Shape::Borrow(_) => direction == Direction::Import,
            Shape::Record(members) => members.iter().any(|member| any(member.ty)),
            Shape::Variant(cases) => cases
                .iter()
                .any(|case| case.member.as_ref().is_some_and(|(_, ty)| any(*ty))),
            Shape::Alias(ty)
            | Shape::Option(ty)
            | Shape::List(ty)
            | Shape::FixedLengthList(ty, _) => any(*ty),
            Shape::Result(ok, err) => ok.is_some_and(any) || err.is_some_and(any),
            Shape::Map(_, key, value) => any(*key) || any(*value),
            _ => false,
        }
    }
}

impl<'a> std::ops::Index<TypeRef> for Types<'a> {
    type Output = CType<'a>;

    fn index(&self, ty: TypeRef) -> &CType<'a> {
        &self.all[ty.0]
    }
}
