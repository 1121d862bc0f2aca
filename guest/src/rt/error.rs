//! `Debug` and `Display` of error types.

use core::fmt::{Formatter, Result};

/// `Debug` of an enum that is used as an error.
pub fn debug_error(
    f: &mut Formatter<'_>,
    ty: &str,
    code: i32,
    name: &str,
    message: &str,
) -> Result {
    f.debug_struct(ty)
        .field("code", &code)
        .field("name", &name)
        .field("message", &message)
        .finish()
}

/// `Display` of an enum that is used as an error.
pub fn display_error(f: &mut Formatter<'_>, name: &str, code: i32) -> Result {
    write!(f, "{name} (error {code})")
}

/// `Display` of another type that is used as an error.
pub fn display_debug(f: &mut Formatter<'_>, error: &dyn core::fmt::Debug) -> Result {
    error.fmt(f)
}
