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
//! Where the text is no WIT, a diagnostic has said so, and the tree has an error node: a name that
//! [is missing](Ident::is_missing), a type that is [`TypeKind::Missing`], an item that is `Broken`. Whoever reads the tree
//! is silent about what only follows from an error node. In particular, a scope with a `Broken` item or an item without name may
//! lack any name.

mod attributes;
mod ids;
mod items;
mod names;
mod nodes;
mod types;

pub use attributes::{Attribute, AttributeKind, Attributes};
pub use ids::{ParamIds, TypeId, TypeIds};
pub use items::{
    Extern, ExternKind, Include, Interface, InterfaceItem, Use, UseName, World, WorldItem,
};
pub use names::{Ident, PackageName, UsePath, Version};
pub use nodes::Nodes;
pub use types::{
    Case, Field, Func, FuncKind, Label, NamedFunc, Param, ResourceFunc, ResourceFuncKind, Type,
    TypeDef, TypeDefKind, TypeKind,
};
use witc_diagnostics::Span;

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
    /// Whether it is not known what stands in which item: braces do not balance, an item stands where it can't, or a comment
    /// without end has swallowed the rest. A diagnostic has said so.
    pub is_unclear: bool,
}

/// `package a:b@1.2.3`.
#[derive(Clone, Debug)]
pub struct PackageDecl<'s> {
    /// From the `package` to the `;`, or to the name in a nested package.
    pub span: Span,
    /// The package's name.
    pub name: PackageName<'s>,
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
    /// The name after `as`.
    pub rename: Option<Ident<'s>>,
}

impl<'s> Item<'s> {
    /// The `use`, if it is one.
    #[must_use]
    pub fn as_use(&self) -> Option<&TopUse<'s>> {
        match self {
            Self::Use(item) => Some(item),
            Self::Interface(_) | Self::World(_) | Self::Package(_) | Self::Broken(_) => None,
        }
    }

    /// The interface, if it is one.
    #[must_use]
    pub fn into_interface(self) -> Option<Interface<'s>> {
        match self {
            Self::Interface(interface) => Some(interface),
            Self::Use(_) | Self::World(_) | Self::Package(_) | Self::Broken(_) => None,
        }
    }

    /// The world, if it is one.
    #[must_use]
    pub fn as_world(&self) -> Option<&World<'s>> {
        match self {
            Self::World(world) => Some(world),
            Self::Use(_) | Self::Interface(_) | Self::Package(_) | Self::Broken(_) => None,
        }
    }

    /// The nested package, if it is one.
    #[must_use]
    pub fn as_package(&self) -> Option<&NestedPackage<'s>> {
        match self {
            Self::Package(package) => Some(package),
            Self::Use(_) | Self::Interface(_) | Self::World(_) | Self::Broken(_) => None,
        }
    }

    /// The nested package, if it is one.
    pub fn as_package_mut(&mut self) -> Option<&mut NestedPackage<'s>> {
        match self {
            Self::Package(package) => Some(package),
            Self::Use(_) | Self::Interface(_) | Self::World(_) | Self::Broken(_) => None,
        }
    }

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
