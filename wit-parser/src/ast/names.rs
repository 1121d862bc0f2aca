//! Names, versions and paths.

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

/// The path of an interface or world: `a`, `a:b/c`, `a:b/c@1.2.3`.
#[derive(Clone, Debug)]
pub struct UsePath<'s> {
    /// The whole path.
    pub span: Span,
    /// The package, if it is named; its version stands after the interface's name in the text.
    pub package: Option<Box<PackageName<'s>>>,
    /// The interface or world.
    pub name: Ident<'s>,
}
