//! Definitions of types, functions, and uses of types.

use super::attributes::Attributes;
use super::ids::{ParamIds, TypeId, TypeIds};
use super::names::Ident;
use witc_diagnostics::Span;

/// A named type: an alias, record, variant, enum, flags or resource.
#[derive(Clone, Debug)]
pub struct TypeDef<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes.
    pub attributes: Attributes<'s>,
    /// Its name.
    pub name: Ident<'s>,
    /// What it is.
    pub kind: TypeDefKind<'s>,
}

/// What a named type is.
#[derive(Clone, Debug)]
pub enum TypeDefKind<'s> {
    /// `type a = b;`
    Alias(Type<'s>),
    /// `record a { b: c }`
    Record(Vec<Field<'s>>),
    /// `variant a { b(c) }`
    Variant(Vec<Case<'s>>),
    /// `enum a { b }`
    Enum(Vec<Label<'s>>),
    /// `flags a { b }`
    Flags(Vec<Label<'s>>),
    /// `resource a;` or `resource a { … }`
    Resource(Vec<ResourceFunc<'s>>),
}

/// A case of an enum, or a flag.
#[derive(Clone, Debug)]
pub struct Label<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes; none is valid here.
    pub attributes: Attributes<'s>,
    /// Its name.
    pub name: Ident<'s>,
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Field<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes; none is valid here.
    pub attributes: Attributes<'s>,
    /// Its name.
    pub name: Ident<'s>,
    /// Its type.
    pub ty: Type<'s>,
}

/// A case of a variant.
#[derive(Clone, Debug)]
pub struct Case<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes; none is valid here.
    pub attributes: Attributes<'s>,
    /// Its name.
    pub name: Ident<'s>,
    /// Its payload.
    pub ty: Option<Type<'s>>,
}

/// What stands in a resource.
#[derive(Clone, Debug)]
pub struct ResourceFunc<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes.
    pub attributes: Attributes<'s>,
    /// What it is.
    pub kind: ResourceFuncKind<'s>,
}

/// The kinds of functions of a resource.
#[derive(Clone, Debug)]
pub enum ResourceFuncKind<'s> {
    /// `constructor(…)`; a constructor that can fail names its result. The span is the keyword's.
    Constructor(Span, Func<'s>),
    /// `name: func(…)`, or an accessor.
    Method(Ident<'s>, FuncKind<'s>),
    /// `name: static func(…)`, or a static accessor.
    Static(Ident<'s>, FuncKind<'s>),
}

/// `name: func(…);` in an interface.
#[derive(Clone, Debug)]
pub struct NamedFunc<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes.
    pub attributes: Attributes<'s>,
    /// Its name.
    pub name: Ident<'s>,
    /// What it is.
    pub kind: FuncKind<'s>,
}

/// A function or an accessor.
#[derive(Clone, Debug)]
pub enum FuncKind<'s> {
    /// `func(…)`, `async func(…)`
    Func(Func<'s>),
    /// `get() -> t`
    Getter(Func<'s>),
    /// `set(v: t)`
    Setter(Func<'s>),
}

/// Parameters and result.
#[derive(Clone, Debug)]
pub struct Func<'s> {
    /// From the `async`, `func`, `constructor`, `get` or `set` to the last token before the `;`.
    pub span: Span,
    /// The keyword `async`, if it is there.
    pub is_async: Option<Span>,
    /// The parameters.
    pub params: ParamIds,
    /// The result.
    pub result: Option<Type<'s>>,
    /// Whether the keyword is missing, so that it may be an accessor as well; a diagnostic has said so.
    pub is_unclear: bool,
}

impl FuncKind<'_> {
    /// Whether it is `set(v: t)`.
    #[must_use]
    pub fn is_setter(&self) -> bool {
        match self {
            Self::Setter(_) => true,
            Self::Func(_) | Self::Getter(_) => false,
        }
    }

    /// Whether the keyword is missing, so that it may be an accessor as well; a diagnostic has said so.
    #[must_use]
    pub fn is_unclear(&self) -> bool {
        let (Self::Func(func) | Self::Getter(func) | Self::Setter(func)) = self;
        func.is_unclear
    }
}

/// A parameter.
#[derive(Clone, Copy, Debug)]
pub struct Param<'s> {
    /// Its name.
    pub name: Ident<'s>,
    /// Its type.
    pub ty: Type<'s>,
}

/// A use of a type.
#[derive(Clone, Copy, Debug)]
pub struct Type<'s> {
    /// The whole type.
    pub span: Span,
    /// Which one.
    pub kind: TypeKind<'s>,
}

/// The types that can be written down.
#[derive(Clone, Copy, Debug)]
pub enum TypeKind<'s> {
    /// `bool`
    Bool,
    /// `u8`
    U8,
    /// `u16`
    U16,
    /// `u32`
    U32,
    /// `u64`
    U64,
    /// `s8`
    S8,
    /// `s16`
    S16,
    /// `s32`
    S32,
    /// `s64`
    S64,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `char`
    Char,
    /// `string`
    String,
    /// `error-context`
    ErrorContext,
    /// A named type; an owned handle where it names a resource.
    Name(&'s str),
    /// `list<t>`
    List(TypeId),
    /// `list<t, 4>`; where its length stands.
    FixedLengthList(TypeId, Span),
    /// `map<k, v>`
    Map(TypeId, TypeId),
    /// `option<t>`
    Option(TypeId),
    /// `result`, `result<t>`, `result<_, e>`, `result<t, e>`
    Result(Option<TypeId>, Option<TypeId>),
    /// `tuple<t, u>`
    Tuple(TypeIds),
    /// `own<r>`; a name, or missing.
    Own(TypeId),
    /// `borrow<r>`; a name, or missing.
    Borrow(TypeId),
    /// `stream`, `stream<t>`
    Stream(Option<TypeId>),
    /// `future`, `future<t>`
    Future(Option<TypeId>),
    /// No type where one has to be; a diagnostic has said so.
    Missing,
}

impl<'s> TypeKind<'s> {
    /// The name of a named type.
    #[must_use]
    pub fn name(self) -> Option<&'s str> {
        match self {
            Self::Name(name) => Some(name),
            Self::Bool | Self::Char | Self::String | Self::ErrorContext => None,
            Self::U8 | Self::U16 | Self::U32 | Self::U64 => None,
            Self::S8 | Self::S16 | Self::S32 | Self::S64 => None,
            Self::F32 | Self::F64 => None,
            Self::List(_) | Self::FixedLengthList(..) | Self::Map(..) => None,
            Self::Option(_) | Self::Result(..) | Self::Tuple(_) => None,
            Self::Own(_) | Self::Borrow(_) | Self::Stream(_) | Self::Future(_) => None,
            Self::Missing => None,
        }
    }

    /// The first type of a `result<…>`, that of success.
    #[must_use]
    pub fn success(self) -> Option<TypeId> {
        match self {
            Self::Result(ok, _) => ok,
            Self::Bool | Self::Char | Self::String | Self::ErrorContext => None,
            Self::U8 | Self::U16 | Self::U32 | Self::U64 => None,
            Self::S8 | Self::S16 | Self::S32 | Self::S64 => None,
            Self::F32 | Self::F64 | Self::Name(_) => None,
            Self::List(_) | Self::FixedLengthList(..) | Self::Map(..) => None,
            Self::Option(_) | Self::Tuple(_) => None,
            Self::Own(_) | Self::Borrow(_) | Self::Stream(_) | Self::Future(_) => None,
            Self::Missing => None,
        }
    }
}
