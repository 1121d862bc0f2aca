//! The data of the model: packages, interfaces, worlds, functions, types, and their ids.
//!
//! They refer to each other in all directions, by ids that are typed by what they name: an interface has types, and a type
//! knows the interface that owns it. So they are in one file, and what is asked of them is in others.

use super::{Docs, Map, Name, PackageName, Stability};
use crate::Id;
use std::sync::Arc;
use witc_diagnostics::Span;

/// The id of a [`Package`].
pub type PackageId = Id<Package>;
/// The id of an [`Interface`].
pub type InterfaceId = Id<Interface>;
/// The id of a [`World`].
pub type WorldId = Id<World>;
/// The id of a [`TypeDef`].
pub type TypeId = Id<TypeDef>;
/// The id of a [`Function`].
pub type FunctionId = Id<Function>;

/// A package: interfaces and worlds under one name.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name.
    pub name: PackageName,
    /// Its documentation.
    pub docs: Docs,
    /// Its interfaces by name, in order.
    pub interfaces: Map<Name, InterfaceId>,
    /// Its worlds by name, in order.
    pub worlds: Map<Name, WorldId>,
    /// The name in its declaration.
    pub span: Span,
}

/// An interface: types and functions under one name.
#[derive(Clone, Debug)]
pub struct Interface {
    /// Its name; an interface that is written inline in a world has none.
    pub name: Option<Name>,
    /// The package that it is in.
    pub package: Option<PackageId>,
    /// Its types by name, in order, those that `use` brings in among them.
    pub types: Map<Name, TypeId>,
    /// Its functions by their full name ([`Function::name`]), in order.
    pub functions: Map<Name, FunctionId>,
    /// Its documentation.
    pub docs: Docs,
    /// Its gate.
    pub stability: Stability,
    /// Its name in the text.
    pub span: Span,
    /// The interface that this one is a copy of: a world that both imports and exports an interface may need two.
    pub clone_of: Option<InterfaceId>,
}

/// A world: what a component imports and exports.
#[derive(Clone, Debug)]
pub struct World {
    /// Its name.
    pub name: Name,
    /// The package that it is in.
    pub package: Option<PackageId>,
    /// The imports, in order: first those that other things need, then those that are written.
    pub imports: Map<WorldKey, WorldItem>,
    /// The exports, in order.
    pub exports: Map<WorldKey, WorldItem>,
    /// Its documentation.
    pub docs: Docs,
    /// Its gate.
    pub stability: Stability,
    /// Its name in the text.
    pub span: Span,
}

/// The name of an import or export, or the interface that it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WorldKey {
    /// A plain name.
    Name(Name),
    /// The id of an interface.
    Interface(InterfaceId),
}

/// An import or export.
#[derive(Clone, Debug)]
pub enum WorldItem {
    /// An interface.
    Interface(WorldInterface),
    /// A function.
    Function(FunctionId),
    /// A type; worlds only import them.
    Type(TypeId),
}

/// An interface as a world imports or exports it.
#[derive(Clone, Debug)]
pub struct WorldInterface {
    /// The interface. Under a plain name it is one that is written inline, or, for `import id: use-path`, one that
    /// has an id of its own.
    pub id: InterfaceId,
    /// The documentation of the import or export.
    pub docs: Docs,
    /// The gate of the import or export.
    pub stability: Stability,
    /// The text of its `@external-id`.
    pub external_id: Option<Arc<str>>,
    /// The place where the world names it.
    pub span: Span,
}

/// A function of an interface or a world.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its full name as components know it: `f`, `[constructor]r`, `[method]r.f`, `[static]r.f`, `[get]x`,
    /// `[method][set]r.x`.
    pub name: Name,
    /// The resource that it belongs to, and how.
    pub kind: FunctionKind,
    /// Whether it reads or sets a property.
    pub accessor: Option<Accessor>,
    /// Whether it is `async`: whether it may block.
    pub is_async: bool,
    /// Its parameters; a method's first is `self`.
    pub params: Box<[Param]>,
    /// Its result. A constructor's is the handle, or a `result` of it.
    pub result: Option<Type>,
    /// Its documentation.
    pub docs: Docs,
    /// Its gate.
    pub stability: Stability,
    /// The text of its `@external-id`.
    pub external_id: Option<Arc<str>>,
    /// Its name in the text, or the keyword `constructor`.
    pub span: Span,
}

/// The ways in which functions belong to resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FunctionKind {
    /// Nothing.
    Freestanding,
    /// A value of a resource.
    Method(TypeId),
    /// A resource.
    Static(TypeId),
    /// It makes a resource.
    Constructor(TypeId),
}

/// The two accessors of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Accessor {
    /// `x: get() -> t`
    Get,
    /// `x: set(v: t)`
    Set,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: Type,
    /// Its name in the text.
    pub span: Span,
}

/// A use of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
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
    /// Everything else.
    Id(TypeId),
}

/// A type that is defined somewhere, or made of others on the spot.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Its kind, with the types that it is made of.
    pub kind: TypeDefKind,
    /// The interface or world that defines it.
    pub owner: TypeOwner,
    /// Its gate.
    pub stability: Stability,
    /// Its name in the text.
    pub span: Span,
    /// The name and what comes with it; most types are anonymous, and keep no room for it.
    pub named: Option<Box<Named>>,
}

/// The name of a type, and what only types with a name have.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The text of its `@external-id`.
    pub external_id: Option<Arc<str>>,
}

/// The interface or world that defines a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeOwner {
    /// In a world.
    World(WorldId),
    /// In an interface.
    Interface(InterfaceId),
    /// Nowhere: it is anonymous.
    None,
}

/// The kinds of types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeDefKind {
    /// `type a = b;`, or what `use` brings in.
    Alias(Type),
    /// `record`
    Record(Record),
    /// `variant`
    Variant(Variant),
    /// `enum`
    Enum(Enum),
    /// `flags`
    Flags(Flags),
    /// `resource`
    Resource,
    /// An owned or borrowed handle of a resource.
    Handle(Handle),
    /// `tuple<…>`
    Tuple(Tuple),
    /// `option<t>`
    Option(Type),
    /// `result<…>`
    Result(ResultType),
    /// `list<t>`
    List(Type),
    /// `list<t, n>`; `n` is at least 1.
    FixedLengthList(Type, u32),
    /// `map<k, v>`
    Map(Type, Type),
    /// `future`, `future<t>`
    Future(Option<Type>),
    /// `stream`, `stream<t>`
    Stream(Option<Type>),
}

/// A handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Handle {
    /// The resource's name, or `own<r>`. The id is the type as it was named, which may be an alias of the resource.
    Own(TypeId),
    /// `borrow<r>`
    Borrow(TypeId),
}

/// A record's fields.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record {
    /// At least one.
    pub fields: Box<[Field]>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: Type,
    /// Its documentation.
    pub docs: Docs,
    /// Its name in the text.
    pub span: Span,
}

/// A tuple's types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tuple {
    /// At least one.
    pub types: Box<[Type]>,
}

/// A variant's cases.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Variant {
    /// At least one.
    pub cases: Box<[Case]>,
}

/// A case of a variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Case {
    /// Its name.
    pub name: Name,
    /// Its payload.
    pub ty: Option<Type>,
    /// Its documentation.
    pub docs: Docs,
    /// Its name in the text.
    pub span: Span,
}

/// An enum's cases.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Enum {
    /// At least one.
    pub cases: Box<[Label]>,
}

/// A set of flags.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flags {
    /// 1 to 32 of them.
    pub flags: Box<[Label]>,
}

/// A case of an enum, or a flag.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// Its name.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// Its name in the text.
    pub span: Span,
}

/// `result<ok, err>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ResultType {
    /// The payload of success.
    pub ok: Option<Type>,
    /// The payload of failure.
    pub err: Option<Type>,
}
