//! Core values in C and C++: their types.

use witc_canonical_abi::CoreType;

/// The type of C for a core value.
pub(crate) fn core_type(ty: CoreType) -> &'static str {
    match ty {
        CoreType::I32 => "int32_t",
        CoreType::I64 | CoreType::PointerOrI64 => "int64_t",
        CoreType::F32 => "float",
        CoreType::F64 => "double",
        CoreType::Pointer => "void *",
        CoreType::Length => "size_t",
    }
}

/// A declaration of a variable of this type.
pub(crate) fn declare(ty: &str, name: &str) -> String {
    let apart = if ty.ends_with('*') { "" } else { " " };
    format!("{ty}{apart}{name}")
}
