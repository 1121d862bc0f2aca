//! Functions.

use super::{Docs, Name, Stability, Type, TypeId};
use std::sync::Arc;
use witc_diagnostics::Span;

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

impl Function {
    /// The name as it was written: without brackets and the resource's name. For a constructor it is
    /// the resource's name.
    #[must_use]
    pub fn item_name(&self) -> &str {
        // Annotations come first and may be several: `[method][get]r.x`.
        let plain = self.name.rsplit(']').next().unwrap_or(&self.name);
        match self.kind {
            FunctionKind::Method(_) | FunctionKind::Static(_) => {
                plain.split_once('.').map_or(plain, |(_, name)| name)
            }
            FunctionKind::Freestanding | FunctionKind::Constructor(_) => plain,
        }
    }
}
