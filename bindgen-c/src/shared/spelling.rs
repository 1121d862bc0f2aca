//! Types as declarations of C and C++ spell them, and declarations of core functions.

use std::borrow::Cow;
use std::fmt;
use witc_canonical_abi::{CoreImport, CoreType, Int};

/// A type in front of a name that it declares.
///
/// A `*` or `&` stands with the name, as in `void *ret`: whoever declares something has to know whether there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    base: Cow<'static, str>,
    indirection: Indirection,
}

/// The mark between the name of a type and the declared name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Indirection {
    /// Nothing: the value itself.
    Value,
    /// `*`
    Pointer,
    /// `&&`
    Rvalue,
}

impl Spelling {
    /// The type of this name.
    pub(crate) fn value(base: impl Into<Cow<'static, str>>) -> Self {
        Self {
            base: base.into(),
            indirection: Indirection::Value,
        }
    }

    /// A pointer to the type of this name.
    pub(crate) fn pointer(base: impl Into<Cow<'static, str>>) -> Self {
        Self {
            base: base.into(),
            indirection: Indirection::Pointer,
        }
    }

    /// A reference to a value of the type of this name that is about to be moved.
    pub(crate) fn rvalue(base: impl Into<Cow<'static, str>>) -> Self {
        Self {
            base: base.into(),
            indirection: Indirection::Rvalue,
        }
    }

    /// A declaration of a name, without a semicolon.
    pub(crate) fn declare(&self, name: &str) -> String {
        format!("{} {}{name}", self.base, self.mark())
    }

    fn mark(&self) -> &'static str {
        match self.indirection {
            Indirection::Value => "",
            Indirection::Pointer => "*",
            Indirection::Rvalue => "&&",
        }
    }
}

/// The type where it declares nothing: in a list of parameters without names, or an argument of a template.
impl fmt::Display for Spelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // As the formatters of C and C++ have it: `void *` and `R &&`, but no space after a plain type.
        let apart = match self.indirection {
            Indirection::Value => "",
            Indirection::Pointer | Indirection::Rvalue => " ",
        };
        write!(f, "{}{apart}{}", self.base, self.mark())
    }
}

/// The type for a core value.
pub(crate) fn core_type(ty: CoreType) -> Spelling {
    match ty {
        CoreType::I32 => Spelling::value("int32_t"),
        // 64 bits hold a pointer on every machine.
        CoreType::I64 | CoreType::PointerOrI64 => Spelling::value("int64_t"),
        CoreType::F32 => Spelling::value("float"),
        CoreType::F64 => Spelling::value("double"),
        CoreType::Pointer => Spelling::pointer("void"),
        CoreType::Length => Spelling::value("size_t"),
    }
}

/// The type of the core result of a function.
pub(crate) fn core_result(ty: Option<CoreType>) -> Spelling {
    ty.map_or_else(|| Spelling::value("void"), core_type)
}

/// The unsigned integer of this size.
pub(crate) fn int_type(int: Int) -> &'static str {
    match int {
        Int::U8 => "uint8_t",
        Int::U16 => "uint16_t",
        Int::U32 => "uint32_t",
    }
}

/// The attribute of a core import. The names of WIT need no escapes.
pub(crate) fn import_attribute(import: &CoreImport) -> String {
    format!("WITC_IMPORT(\"{}\", \"{}\")", import.module, import.field)
}

/// The attribute of a core export.
pub(crate) fn export_attribute(name: &str) -> String {
    format!("WITC_EXPORT(\"{name}\")")
}

#[cfg(test)]
mod tests {
    use super::Spelling;

    #[test]
    fn marks_stand_with_the_declared_name() {
        let spelled = |ty: Spelling| (ty.declare("x"), ty.to_string());
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(spelled(Spelling::value("float")), pair("float x", "float"));
        assert_eq!(
            spelled(Spelling::pointer("void")),
            pair("void *x", "void *")
        );
        assert_eq!(spelled(Spelling::rvalue("R")), pair("R &&x", "R &&"));
    }
}
