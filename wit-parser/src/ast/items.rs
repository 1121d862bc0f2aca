//! Interfaces, worlds and what stands in them.

use super::attributes::Attributes;
use super::names::{Ident, UsePath};
use super::types::{FuncKind, NamedFunc, TypeDef};
use witc_diagnostics::Span;

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
    /// The names after `with`: what is called `.0` is from now on called `.1`.
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
    /// The name after `as`.
    pub rename: Option<Ident<'s>>,
}
