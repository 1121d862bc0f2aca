//! Conversions between values, flat values and the slots that carry them.

use crate::expr::{Binary, Expr};
use crate::rust_type::RustType;
use witc_canonical_abi::Bitcast::{
    self, F32InI32, F32InI64, F32InLength, F32InPointer, F32InPointerOrI64, F64InI64,
    F64InPointerOrI64, I32InI64, I32InLength, I32InPointer, I32InPointerOrI64, I64InPointerOrI64,
    LengthInI64, LengthInPointer, LengthInPointerOrI64, PointerInPointerOrI64, Same,
};
use witc_canonical_abi::{CoreType, Scalar};

/// The scalar of a flat value.
pub(crate) fn scalar_from_core(scalar: Scalar, value: Expr) -> Expr {
    match scalar {
        Scalar::S32 | Scalar::S64 | Scalar::F32 | Scalar::F64 => value,
        // Any value but zero is true to the canonical ABI.
        Scalar::Bool => value.binary(Binary::NotEqual, Expr::number(0)),
        // The host has checked that it is a scalar value. The runtime's function says so to the
        // compiler.
        Scalar::Char => Expr::call("_rt::char", [value.cast_to("u32")]),
        Scalar::U8 => value.cast_to("u8"),
        Scalar::U16 => value.cast_to("u16"),
        Scalar::U32 => value.cast_to("u32"),
        Scalar::U64 => value.cast_to("u64"),
        Scalar::S8 => value.cast_to("i8"),
        Scalar::S16 => value.cast_to("i16"),
    }
}

/// The flat value of a scalar.
pub(crate) fn scalar_to_core(scalar: Scalar, value: Expr) -> Expr {
    match scalar {
        Scalar::F32 | Scalar::F64 | Scalar::S32 | Scalar::S64 => value,
        Scalar::U64 => value.cast_to("i64"),
        Scalar::Bool
        | Scalar::U8
        | Scalar::U16
        | Scalar::U32
        | Scalar::S8
        | Scalar::S16
        | Scalar::Char => value.cast_to("i32"),
    }
}

/// The value of a slot that a case doesn't use.
pub(crate) fn zero(ty: CoreType) -> Expr {
    match ty {
        // An integer literal is never a float in Rust.
        CoreType::F32 | CoreType::F64 => Expr::name("0.0"),
        // Slots of pointers are `*mut u8` in Rust, which no number can be assigned to.
        CoreType::Pointer => Expr::call("_rt::null", []),
        CoreType::I32 | CoreType::I64 | CoreType::Length | CoreType::PointerOrI64 => {
            Expr::number(0)
        }
    }
}

/// Puts a flat value into a slot. Integers go by way of unsigned ones, which widen with zeros; pointers by way of `usize`.
pub(crate) fn put_in(cast: Bitcast, value: Expr) -> Expr {
    // By their bits, as the canonical ABI has it: a cast would convert the number.
    let bits = |value: Expr| value.method("to_bits", []);
    match cast {
        Same | I64InPointerOrI64 => value,
        F32InI32 => bits(value).cast_to("i32"),
        F32InI64 | F32InPointerOrI64 | F64InI64 | F64InPointerOrI64 => bits(value).cast_to("i64"),
        F32InLength => bits(value).cast_to("usize"),
        F32InPointer => to_pointer(bits(value).cast_to("usize")),
        I32InI64 | I32InPointerOrI64 => value.cast_to("u32").cast_to("i64"),
        I32InLength => value.cast_to("u32").cast_to("usize"),
        I32InPointer => to_pointer(value.cast_to("u32").cast_to("usize")),
        LengthInI64 | LengthInPointerOrI64 => value.cast_to("i64"),
        LengthInPointer => to_pointer(value),
        PointerInPointerOrI64 => value.cast_to("usize").cast_to("i64"),
    }
}

/// Takes a flat value out of a slot.
pub(crate) fn take_out(cast: Bitcast, slot: Expr) -> Expr {
    let from_bits = |function: &str, bits: Expr| Expr::call(function, [bits]);
    match cast {
        Same | I64InPointerOrI64 => slot,
        F32InI32 | F32InI64 | F32InLength | F32InPointerOrI64 => {
            from_bits("f32::from_bits", slot.cast_to("u32"))
        }
        F32InPointer => from_bits("f32::from_bits", slot.cast_to("usize").cast_to("u32")),
        F64InI64 | F64InPointerOrI64 => from_bits("f64::from_bits", slot.cast_to("u64")),
        I32InI64 | I32InLength | I32InPointerOrI64 => slot.cast_to("i32"),
        I32InPointer => slot.cast_to("usize").cast_to("i32"),
        LengthInI64 | LengthInPointer | LengthInPointerOrI64 => slot.cast_to("usize"),
        PointerInPointerOrI64 => to_pointer(slot.cast_to("usize")),
    }
}

fn to_pointer(value: Expr) -> Expr {
    value.cast(RustType::bytes())
}
