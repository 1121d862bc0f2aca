//! Flat values in slots of another type: variants share slots between their cases.

use crate::c::helpers::Helpers;
use crate::c::runtime::Helper;
use witc_canonical_abi::{Bitcast, CoreType};

/// The expression that puts a flat value into a slot.
pub(crate) fn put(cast: Bitcast, value: &str, helpers: &mut Helpers) -> String {
    let mut bits = || helpers.call(Helper::F32Bits, value);
    match cast {
        Bitcast::Same | Bitcast::I64InPointerOrI64 => value.to_owned(),
        Bitcast::F32InI32 => bits(),
        // By way of an unsigned type: the ABI fills the upper half with zeros, not with copies of the sign bit.
        Bitcast::F32InI64 | Bitcast::F32InPointerOrI64 => {
            format!("(int64_t) (uint32_t) {}", bits())
        }
        Bitcast::F32InLength => format!("(size_t) (uint32_t) {}", bits()),
        // To an integer of a pointer's width first: compilers warn of a pointer that is cast from a narrower one.
        Bitcast::F32InPointer => format!("(void *) (uintptr_t) (uint32_t) {}", bits()),
        Bitcast::F64InI64 | Bitcast::F64InPointerOrI64 => helpers.call(Helper::F64Bits, value),
        // Through an unsigned type of its own width a value is widened with zeros, whatever its sign.
        Bitcast::I32InI64 | Bitcast::I32InPointerOrI64 => format!("(int64_t) (uint32_t) {value}"),
        Bitcast::I32InLength => format!("(size_t) (uint32_t) {value}"),
        Bitcast::I32InPointer => format!("(void *) (uintptr_t) (uint32_t) {value}"),
        Bitcast::LengthInI64 | Bitcast::LengthInPointerOrI64 => format!("(int64_t) {value}"),
        Bitcast::LengthInPointer => format!("(void *) {value}"),
        Bitcast::PointerInPointerOrI64 => format!("(int64_t) (uintptr_t) {value}"),
    }
}

/// The expression that takes a flat value out of a slot.
pub(crate) fn take(cast: Bitcast, slot: &str, helpers: &mut Helpers) -> String {
    match cast {
        Bitcast::Same | Bitcast::I64InPointerOrI64 => slot.to_owned(),
        Bitcast::F32InI32 => helpers.call(Helper::F32FromBits, slot),
        // The upper half is dropped, as `lift_flat_variant` wraps an `i64` to 32 bits.
        Bitcast::F32InI64 | Bitcast::F32InPointerOrI64 | Bitcast::F32InLength => {
            helpers.call(Helper::F32FromBits, &format!("(int32_t) {slot}"))
        }
        Bitcast::F32InPointer => {
            helpers.call(Helper::F32FromBits, &format!("(int32_t) (intptr_t) {slot}"))
        }
        Bitcast::F64InI64 | Bitcast::F64InPointerOrI64 => helpers.call(Helper::F64FromBits, slot),
        Bitcast::I32InI64 | Bitcast::I32InPointerOrI64 | Bitcast::I32InLength => {
            format!("(int32_t) {slot}")
        }
        // A pointer becomes an integer of its own width first: compilers warn of a cast that narrows it.
        Bitcast::I32InPointer => format!("(int32_t) (intptr_t) {slot}"),
        Bitcast::LengthInI64 | Bitcast::LengthInPointerOrI64 | Bitcast::LengthInPointer => {
            format!("(size_t) {slot}")
        }
        Bitcast::PointerInPointerOrI64 => format!("(void *) (intptr_t) {slot}"),
    }
}

/// The initial value of a slot.
pub(crate) fn zero(ty: CoreType) -> &'static str {
    match ty {
        CoreType::Pointer => "NULL",
        CoreType::I32
        | CoreType::I64
        | CoreType::F32
        | CoreType::F64
        | CoreType::Length
        | CoreType::PointerOrI64 => "0",
    }
}
