//! Types of Rust, as data: they are compared and looked up as what they are, and become text last.

use crate::layout::{Brackets, Line};
use std::fmt;
use witc_canonical_abi::{CoreType, Int};

/// A type of Rust.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RustType {
    /// A path, perhaps with a lifetime or types as its generic arguments.
    Path(String, Vec<Generic>),
    /// `&T`, `&'a T`
    Reference(Lifetime, Box<RustType>),
    /// `&mut T`
    Mutable(Box<RustType>),
    /// `*mut T`
    Pointer(Box<RustType>),
    /// `[T]`
    Slice(Box<RustType>),
    /// `[T; n]`
    Array(Box<RustType>, u32),
    /// `(A, B)`; `()` without parts.
    Tuple(Vec<RustType>),
}

/// A generic argument.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Generic {
    Lifetime(Lifetime),
    Type(RustType),
}

/// A lifetime in generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Lifetime {
    /// `'_`, and nothing at all in a reference.
    Elided,
    /// `'a`, the parameter of a declared type.
    Declared,
    /// `'b`, that of borrowed handles, for as long as an export runs.
    Call,
}

impl Lifetime {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Elided => "'_",
            Self::Declared => "'a",
            Self::Call => "'b",
        }
    }
}

impl RustType {
    /// A path without generic arguments.
    pub(crate) fn path(path: impl Into<String>) -> Self {
        Self::Path(path.into(), Vec::new())
    }

    /// A path with types as its generic arguments.
    pub(crate) fn generic(
        path: impl Into<String>,
        arguments: impl IntoIterator<Item = Self>,
    ) -> Self {
        Self::Path(
            path.into(),
            arguments.into_iter().map(Generic::Type).collect(),
        )
    }

    /// A path with a lifetime as its generic argument, if there is one.
    pub(crate) fn with_lifetime(path: impl Into<String>, lifetime: Option<Lifetime>) -> Self {
        let arguments = lifetime.into_iter().map(Generic::Lifetime);
        Self::Path(path.into(), arguments.collect())
    }

    /// `()`
    pub(crate) const UNIT: Self = Self::Tuple(Vec::new());

    /// A reference to this type.
    pub(crate) fn reference(self, lifetime: Lifetime) -> Self {
        Self::Reference(lifetime, Box::new(self))
    }

    /// The type of a reference to a value of this type, whose own form may be a reference already.
    pub(crate) fn viewed(self) -> Self {
        if self.is_reference() {
            self
        } else {
            self.reference(Lifetime::Elided)
        }
    }

    /// Whether it is a shared reference.
    pub(crate) fn is_reference(&self) -> bool {
        match self {
            Self::Reference(..) => true,
            Self::Path(..)
            | Self::Mutable(_)
            | Self::Pointer(_)
            | Self::Slice(_)
            | Self::Array(..)
            | Self::Tuple(_) => false,
        }
    }

    /// `*mut` this type.
    pub(crate) fn pointer(self) -> Self {
        Self::Pointer(Box::new(self))
    }

    /// `*mut u8`
    pub(crate) fn bytes() -> Self {
        Self::path("u8").pointer()
    }

    /// The type of a core value.
    pub(crate) fn core(ty: CoreType) -> Self {
        match ty {
            CoreType::I32 => Self::path("i32"),
            CoreType::I64 | CoreType::PointerOrI64 => Self::path("i64"),
            CoreType::F32 => Self::path("f32"),
            CoreType::F64 => Self::path("f64"),
            CoreType::Pointer => Self::bytes(),
            CoreType::Length => Self::path("usize"),
        }
    }

    /// The type of one core value, or a tuple of several.
    pub(crate) fn core_values(types: &[CoreType]) -> Self {
        match types {
            [one] => Self::core(*one),
            types => Self::Tuple(types.iter().map(|&ty| Self::core(ty)).collect()),
        }
    }

    /// The type as a line, in which tuples can be broken.
    pub(crate) fn line(&self) -> Line {
        match self {
            Self::Path(path, generics) => {
                let Some((first, rest)) = generics.split_first() else {
                    return Line::text(path);
                };
                let line = Line::text(format!("{path}<")).join(first.line());
                let line = rest
                    .iter()
                    .fold(line, |line, generic| line.then(", ").join(generic.line()));
                line.then(">")
            }
            // An elided lifetime can be left out here, as people do.
            Self::Reference(Lifetime::Elided, ty) => Line::text("&").join(ty.line()),
            Self::Reference(lifetime, ty) => {
                Line::text(format!("&{} ", lifetime.name())).join(ty.line())
            }
            Self::Mutable(ty) => Line::text("&mut ").join(ty.line()),
            Self::Pointer(ty) => Line::text("*mut ").join(ty.line()),
            Self::Slice(ty) => Line::new().list(Brackets::Square, [ty.line()]),
            Self::Array(ty, length) => {
                Line::new().list(Brackets::Square, [ty.line().then(format!("; {length}"))])
            }
            Self::Tuple(types) => Line::new().list(Brackets::Tuple, types.iter().map(Self::line)),
        }
    }
}

impl Generic {
    fn line(&self) -> Line {
        match self {
            Self::Lifetime(lifetime) => Line::text(lifetime.name()),
            Self::Type(ty) => ty.line(),
        }
    }
}

impl fmt::Display for RustType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line().fmt(f)
    }
}

/// The name of the integer that holds a discriminant or flags.
pub(crate) fn int(int: Int) -> &'static str {
    match int {
        Int::U8 => "u8",
        Int::U16 => "u16",
        Int::U32 => "u32",
    }
}

#[cfg(test)]
mod tests {
    use super::{Lifetime, RustType};

    #[test]
    fn types_are_spelled() {
        let string = || RustType::path("String");
        let option = RustType::generic("Option", [string()]);
        let tuple = RustType::Tuple(vec![option]);
        assert_eq!(tuple.to_string(), "(Option<String>,)");
        assert_eq!(RustType::UNIT.to_string(), "()");
        let slice = RustType::Slice(Box::new(string()));
        assert_eq!(slice.clone().viewed().viewed().to_string(), "&[String]");
        assert_eq!(
            slice.reference(Lifetime::Declared).to_string(),
            "&'a [String]"
        );
        let thing = RustType::with_lifetime("Thing", Some(Lifetime::Elided));
        assert_eq!(thing.pointer().to_string(), "*mut Thing<'_>");
        let array = RustType::Array(Box::new(RustType::bytes()), 3);
        assert_eq!(array.to_string(), "[*mut u8; 3]");
    }
}
