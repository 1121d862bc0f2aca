//! The syntax tree of a WIT file.
//!
//! Names are borrowed from the text, every node has its span, and nothing of the text is lost: [`File::comments`] holds
//! all comments in order, each tied to the token that follows it. The documentation of a node is found there, by the
//! node's start ([`File::comments_before`]). A node starts at its first attribute, if it has any.
//!
//! Types within types, and parameters, are in one list for each file, [`File::nodes`], and what they belong to knows their
//! places: a tree of many small lists takes twice the time to make and to drop.
//!
//! The tree says what was written, not whether it makes sense: `borrow<u8>` has a place in it only as far as the grammar
//! of the specification (`WIT.md`, "Lexical structure" and below) admits it.
//!
//! Where the text is no WIT, a diagnostic has said so, and the tree has a hole: a name that [is
//! missing](Ident::is_missing), a type that is [`TypeKind::Missing`], an item that is `Broken`. Whoever reads the tree is
//! silent about what only follows from a hole. In particular, a scope with a `Broken` item or an item without name may
//! lack any name.

use std::borrow::Cow;
use std::ops::{Deref, Index, Range};
use witc_diagnostics::Span;

/// A name, without the `%` that may stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ident<'s> {
    /// The name.
    pub name: &'s str,
    /// Where it stands, the `%` included.
    pub span: Span,
}

impl Ident<'_> {
    /// Whether there is no name where one has to be; a diagnostic has said so.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.name.is_empty()
    }
}

/// A comment: `// …`, `/// …`, `/* … */`, `/** … */`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The comment with its delimiters, without the end of the line.
    pub span: Span,
    /// The global position of the token that follows it, or of the end of the file.
    pub before: u32,
    /// Whether it documents what follows.
    pub doc: bool,
}

/// A file.
#[derive(Clone, Debug, Default)]
pub struct File<'s> {
    /// The whole file.
    pub span: Span,
    /// The text, to read comments from.
    pub text: &'s str,
    /// `package …;`.
    pub package: Option<PackageDecl<'s>>,
    /// Everything else, in order.
    pub items: Vec<Item<'s>>,
    /// What items refer to.
    pub nodes: Nodes<'s>,
    /// All comments, in order.
    pub comments: Vec<Comment>,
    /// Whether a comment without end has swallowed the rest; a diagnostic has said so.
    pub is_cut: bool,
}

/// `package a:b@1.2.3`.
#[derive(Clone, Debug)]
pub struct PackageDecl<'s> {
    /// From the `package` to the `;`, or to the name in a nested package.
    pub span: Span,
    /// The package's name.
    pub name: PackageName<'s>,
}

/// `a:b@1.2.3`, or with nested namespaces and packages `a:b:c/d@1.2.3`.
#[derive(Clone, Debug)]
pub struct PackageName<'s> {
    /// The whole name.
    pub span: Span,
    /// The namespaces; one, unless they are nested.
    pub namespaces: Vec<Ident<'s>>,
    /// The name within the namespaces; one, unless packages are nested.
    pub names: Vec<Ident<'s>>,
    /// The version.
    pub version: Option<Version<'s>>,
}

/// The text of a version, `1.2.3-rc.1+5`; whether it is one by the rules of Semantic Versioning is for the resolver.
#[derive(Clone, Copy, Debug)]
pub struct Version<'s> {
    /// The text.
    pub text: &'s str,
    /// Where it stands.
    pub span: Span,
}

impl Version<'_> {
    /// Whether there is no version where one has to be; a diagnostic has said so.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.text.is_empty()
    }
}

/// What stands at the top level of a file or of a nested package.
#[derive(Clone, Debug)]
pub enum Item<'s> {
    /// `use a:b/c as d;`
    Use(TopUse<'s>),
    /// `interface a { … }`
    Interface(Interface<'s>),
    /// `world a { … }`
    World(World<'s>),
    /// `package a:b { … }`
    Package(NestedPackage<'s>),
    /// Something that could not be read; a diagnostic has said why.
    Broken(Span),
}

/// `package a:b { … }`.
#[derive(Clone, Debug)]
pub struct NestedPackage<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes; none is valid here.
    pub attributes: Attributes<'s>,
    /// Its declaration.
    pub decl: PackageDecl<'s>,
    /// What is in it.
    pub items: Vec<Item<'s>>,
}

/// `use a:b/c@1.2.3 as d;` at the top level.
#[derive(Clone, Debug)]
pub struct TopUse<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes; none is valid here.
    pub attributes: Attributes<'s>,
    /// What it names.
    pub path: UsePath<'s>,
    /// The name behind `as`.
    pub rename: Option<Ident<'s>>,
}

/// The path of an interface or world: `a`, `a:b/c`, `a:b/c@1.2.3`.
#[derive(Clone, Debug)]
pub struct UsePath<'s> {
    /// The whole path.
    pub span: Span,
    /// The package, if it is named; its version stands behind the interface's name in the text.
    pub package: Option<Box<PackageName<'s>>>,
    /// The interface or world.
    pub name: Ident<'s>,
}

/// The attributes of an item, in order; most items have none, and then these take little room.
#[derive(Clone, Debug, Default)]
#[allow(
    clippy::box_collection,
    reason = "a pointer to a slice is twice as large"
)]
pub struct Attributes<'s>(Option<Box<Vec<Attribute<'s>>>>);

impl<'s> From<Vec<Attribute<'s>>> for Attributes<'s> {
    fn from(attributes: Vec<Attribute<'s>>) -> Self {
        Self((!attributes.is_empty()).then(|| Box::new(attributes)))
    }
}

impl<'s> Deref for Attributes<'s> {
    type Target = [Attribute<'s>];

    fn deref(&self) -> &Self::Target {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

/// `@since(…)` and the like.
#[derive(Clone, Debug)]
pub struct Attribute<'s> {
    /// From the `@` to the `)`.
    pub span: Span,
    /// Which one.
    pub kind: AttributeKind<'s>,
}

/// The attributes.
#[derive(Clone, Debug)]
pub enum AttributeKind<'s> {
    /// `@since(version = 1.2.3)`
    Since(Version<'s>),
    /// `@unstable(feature = name)`
    Unstable(Ident<'s>),
    /// `@deprecated(version = 1.2.3)`
    Deprecated(Version<'s>),
    /// `@external-id("text")`, escapes resolved.
    ExternalId(Cow<'s, str>),
    /// No attribute that there is, or not as it has to be; a diagnostic has said so.
    Broken,
}

/// `interface a { … }`.
#[derive(Clone, Debug)]
pub struct Interface<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes.
    pub attributes: Attributes<'s>,
    /// Its name.
    pub name: Ident<'s>,
    /// What is in it.
    pub items: Vec<InterfaceItem<'s>>,
}

/// What stands in an interface.
#[derive(Clone, Debug)]
pub enum InterfaceItem<'s> {
    /// `use a.{b};`
    Use(Use<'s>),
    /// A type.
    Type(TypeDef<'s>),
    /// A function or an accessor.
    Func(NamedFunc<'s>),
    /// Something that could not be read; a diagnostic has said why.
    Broken(Span),
}

/// `world a { … }`.
#[derive(Clone, Debug)]
pub struct World<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes.
    pub attributes: Attributes<'s>,
    /// Its name.
    pub name: Ident<'s>,
    /// What is in it.
    pub items: Vec<WorldItem<'s>>,
}

/// What stands in a world.
#[derive(Clone, Debug)]
pub enum WorldItem<'s> {
    /// `use a.{b};`
    Use(Use<'s>),
    /// A type.
    Type(TypeDef<'s>),
    /// `import …;`
    Import(Extern<'s>),
    /// `export …;`
    Export(Extern<'s>),
    /// `include …;`
    Include(Include<'s>),
    /// Something that could not be read; a diagnostic has said why.
    Broken(Span),
}

/// An import or export of a world.
#[derive(Clone, Debug)]
pub struct Extern<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes.
    pub attributes: Attributes<'s>,
    /// What comes in or goes out.
    pub kind: ExternKind<'s>,
}

/// What a world imports or exports.
#[derive(Clone, Debug)]
pub enum ExternKind<'s> {
    /// `import a:b/c;`
    Path(UsePath<'s>),
    /// `import a: b:c/d;`, an interface under a plain name.
    NamedPath(Ident<'s>, UsePath<'s>),
    /// `import a: interface { … }`
    Interface(Ident<'s>, Vec<InterfaceItem<'s>>),
    /// `import a: func();` or an accessor.
    Func(Ident<'s>, FuncKind<'s>),
}

/// `include a:b/c with { d as e };`.
#[derive(Clone, Debug)]
pub struct Include<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes.
    pub attributes: Attributes<'s>,
    /// The world.
    pub path: UsePath<'s>,
    /// The names behind `with`: what is called `.0` is from now on called `.1`.
    pub with: Vec<(Ident<'s>, Ident<'s>)>,
}

/// `use a:b/c.{d, e as f};`.
#[derive(Clone, Debug)]
pub struct Use<'s> {
    /// The whole item.
    pub span: Span,
    /// Its attributes.
    pub attributes: Attributes<'s>,
    /// The interface.
    pub path: UsePath<'s>,
    /// The types.
    pub names: Vec<UseName<'s>>,
}

/// `d` or `d as e` within a [`Use`].
#[derive(Clone, Copy, Debug)]
pub struct UseName<'s> {
    /// The type's name where it is defined.
    pub name: Ident<'s>,
    /// The name behind `as`.
    pub rename: Option<Ident<'s>>,
}

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

/// The place of a type in the [`Nodes`] of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeId(u32);

/// The places of types in the [`Nodes`] of their file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeIds {
    start: u32,
    end: u32,
}

/// The places of a function's parameters in the [`Nodes`] of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParamIds {
    start: u32,
    end: u32,
}

/// The nodes of a file that are parts of others: types within types, and parameters.
///
/// Indexing with the id of a node of another file gives another node, or panics.
#[derive(Clone, Debug, Default)]
pub struct Nodes<'s> {
    types: Vec<Type<'s>>,
    params: Vec<Param<'s>>,
}

impl<'s> Nodes<'s> {
    /// A file's nodes where there are none.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            types: Vec::new(),
            params: Vec::new(),
        }
    }

    pub(crate) fn add_type(&mut self, ty: Type<'s>) -> TypeId {
        self.types.push(ty);
        TypeId(self.types.len() as u32 - 1)
    }

    pub(crate) fn add_types(&mut self, types: impl Iterator<Item = Type<'s>>) -> TypeIds {
        let Range { start, end } = extend(&mut self.types, types);
        TypeIds { start, end }
    }

    pub(crate) fn add_params(&mut self, params: impl Iterator<Item = Param<'s>>) -> ParamIds {
        let Range { start, end } = extend(&mut self.params, params);
        ParamIds { start, end }
    }
}

/// Where in a list its new members are. There are fewer than a file has bytes, so that their number fits.
fn extend<T>(list: &mut Vec<T>, members: impl Iterator<Item = T>) -> Range<u32> {
    let start = list.len() as u32;
    list.extend(members);
    start..list.len() as u32
}

impl<'s> Index<TypeId> for Nodes<'s> {
    type Output = Type<'s>;

    fn index(&self, id: TypeId) -> &Type<'s> {
        &self.types[id.0 as usize]
    }
}

impl<'s> Index<TypeIds> for Nodes<'s> {
    type Output = [Type<'s>];

    fn index(&self, ids: TypeIds) -> &[Type<'s>] {
        &self.types[ids.start as usize..ids.end as usize]
    }
}

impl<'s> Index<ParamIds> for Nodes<'s> {
    type Output = [Param<'s>];

    fn index(&self, ids: ParamIds) -> &[Param<'s>] {
        &self.params[ids.start as usize..ids.end as usize]
    }
}

impl Item<'_> {
    /// The whole item.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Use(item) => item.span,
            Self::Interface(item) => item.span,
            Self::World(item) => item.span,
            Self::Package(item) => item.span,
            Self::Broken(span) => *span,
        }
    }
}

impl<'s> File<'s> {
    /// The comments that stand directly before the node that starts at `start`, in order.
    #[must_use]
    pub fn comments_before(&self, start: u32) -> &[Comment] {
        let from = self
            .comments
            .partition_point(|comment| comment.before < start);
        let count = self.comments[from..].partition_point(|comment| comment.before == start);
        &self.comments[from..from + count]
    }
}
