//! Pieces of code that lifting and lowering share.

use crate::context::Context;
use crate::helpers::Helpers;
use crate::ty::Mode;
use witc_bindgen_core::{ModuleId, Scope};
use witc_canonical_abi::{Bitcast, Bytes, CoreType};

/// Writes code of one function: what it calls, and which names are free.
pub(crate) struct Coder<'c, 'a> {
    pub(crate) cx: &'c Context<'a>,
    pub(crate) helpers: &'c mut Helpers,
    /// The module that the function is in.
    pub(crate) module: ModuleId,
    /// The names of its variables.
    pub(crate) scope: Scope,
    /// How the scratch is passed on, if there is one.
    pub(crate) scratch: &'c str,
    /// How borrowed handles are lent, if they are.
    pub(crate) borrows: &'c str,
    /// Statements before the expression that is being written.
    pub(crate) statements: Vec<String>,
}

/// A value that is there: an expression for it, or for a reference to it, or for a reference to one.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    text: String,
    references: usize,
    /// How the value borrows.
    pub(crate) mode: Mode,
}

impl Place {
    /// A place of which the text is an expression.
    pub(crate) fn value(text: impl Into<String>, mode: Mode) -> Self {
        Self {
            text: text.into(),
            references: 0,
            mode,
        }
    }

    /// A place to which the text is a reference.
    pub(crate) fn reference(text: impl Into<String>, mode: Mode) -> Self {
        Self {
            text: text.into(),
            references: 1,
            mode,
        }
    }

    /// A place that has a reference to the value.
    pub(crate) fn behind_reference(&self, mode: Mode) -> Self {
        Self {
            mode,
            references: self.references + 1,
            text: self.text.clone(),
        }
    }

    /// The value itself, if it can be copied.
    pub(crate) fn copied(&self) -> String {
        format!("{}{}", "*".repeat(self.references), self.text)
    }

    /// A reference to the value.
    pub(crate) fn borrowed(&self) -> String {
        self.by_reference("&")
    }

    /// A reference to the value, through which it is changed.
    pub(crate) fn borrowed_mutably(&self) -> String {
        self.by_reference("&mut ")
    }

    fn by_reference(&self, by: &str) -> String {
        match self.references.checked_sub(1) {
            Some(more) => format!("{}{}", "*".repeat(more), self.text),
            None => format!("{by}{}", self.text),
        }
    }

    /// Something to call a method of, or to name a field of.
    pub(crate) fn base(&self) -> &str {
        &self.text
    }
}

/// An address: a pointer and an offset.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'p> {
    pub(crate) pointer: &'p str,
    pub(crate) offset: Bytes,
}

impl At<'_> {
    /// The address, `bytes` further.
    pub(crate) fn plus(self, bytes: Bytes) -> Self {
        Self {
            offset: self.offset.plus(bytes),
            ..self
        }
    }

    /// The address as an expression.
    pub(crate) fn text(self) -> String {
        if self.offset == Bytes::ZERO {
            self.pointer.to_owned()
        } else {
            format!("{}.add({})", self.pointer, bytes(self.offset))
        }
    }

    /// What is read there, or written: a place of this type.
    pub(crate) fn of(self, ty: &str) -> String {
        if ty == "u8" {
            format!("*{}", self.text())
        } else {
            format!("*{}.cast::<{ty}>()", self.text())
        }
    }
}

/// A number of bytes, for whatever width pointers have.
pub(crate) fn bytes(bytes: Bytes) -> String {
    match bytes.terms() {
        (bytes, 0) => bytes.to_string(),
        (0, 1) => "_P".to_owned(),
        (0, pointers) => format!("{pointers} * _P"),
        (bytes, 1) => format!("{bytes} + _P"),
        (bytes, pointers) => format!("{bytes} + {pointers} * _P"),
    }
}

/// The Rust type of a core value.
pub(crate) fn core_type(ty: CoreType) -> &'static str {
    match ty {
        CoreType::I32 => "i32",
        CoreType::I64 | CoreType::PointerOrI64 => "i64",
        CoreType::F32 => "f32",
        CoreType::F64 => "f64",
        CoreType::Pointer => "*mut u8",
        CoreType::Length => "usize",
    }
}

/// What fills a slot that a case doesn't use.
pub(crate) fn zero(ty: CoreType) -> &'static str {
    match ty {
        CoreType::F32 | CoreType::F64 => "0.0",
        CoreType::Pointer => "_rt::null()",
        _ => "0",
    }
}

/// An expression that operators and method calls can follow.
pub(crate) fn atom(expression: &str) -> String {
    let plain = !expression.contains([' ', '*', '&']);
    if plain {
        expression.to_owned()
    } else {
        format!("({expression})")
    }
}

/// Puts a flat value into a slot.
pub(crate) fn put_in(cast: Bitcast, value: &str) -> String {
    use Bitcast::{
        F32InI32, F32InI64, F32InLength, F32InPointer, F32InPointerOrI64, F64InI64,
        F64InPointerOrI64, I32InI64, I32InLength, I32InPointer, I32InPointerOrI64,
        I64InPointerOrI64, LengthInI64, LengthInPointer, LengthInPointerOrI64,
        PointerInPointerOrI64, Same,
    };
    let atom = atom(value);
    match cast {
        Same | I64InPointerOrI64 => value.to_owned(),
        F32InI32 => format!("{atom}.to_bits() as i32"),
        F32InI64 | F32InPointerOrI64 | F64InI64 | F64InPointerOrI64 => {
            format!("{atom}.to_bits() as i64")
        }
        F32InLength => format!("{atom}.to_bits() as usize"),
        F32InPointer => format!("{atom}.to_bits() as usize as *mut u8"),
        I32InI64 | I32InPointerOrI64 => format!("{atom} as u32 as i64"),
        I32InLength => format!("{atom} as u32 as usize"),
        I32InPointer => format!("{atom} as u32 as usize as *mut u8"),
        LengthInI64 | LengthInPointerOrI64 => format!("{atom} as i64"),
        LengthInPointer => format!("{atom} as *mut u8"),
        PointerInPointerOrI64 => format!("{atom} as usize as i64"),
    }
}

/// Takes a flat value out of a slot.
pub(crate) fn take_out(cast: Bitcast, slot: &str) -> String {
    use Bitcast::{
        F32InI32, F32InI64, F32InLength, F32InPointer, F32InPointerOrI64, F64InI64,
        F64InPointerOrI64, I32InI64, I32InLength, I32InPointer, I32InPointerOrI64,
        I64InPointerOrI64, LengthInI64, LengthInPointer, LengthInPointerOrI64,
        PointerInPointerOrI64, Same,
    };
    match cast {
        Same | I64InPointerOrI64 => slot.to_owned(),
        F32InI32 | F32InI64 | F32InLength | F32InPointerOrI64 => {
            format!("f32::from_bits({slot} as u32)")
        }
        F32InPointer => format!("f32::from_bits({slot} as usize as u32)"),
        F64InI64 | F64InPointerOrI64 => format!("f64::from_bits({slot} as u64)"),
        I32InI64 | I32InLength | I32InPointerOrI64 => format!("{slot} as i32"),
        I32InPointer => format!("{slot} as usize as i32"),
        LengthInI64 | LengthInPointer | LengthInPointerOrI64 => format!("{slot} as usize"),
        PointerInPointerOrI64 => format!("{slot} as usize as *mut u8"),
    }
}
