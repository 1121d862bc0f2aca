//! Parameters in memory: what they lie in.

use crate::c::functions::CFunction;
use crate::c::types::Types;
use std::fmt::Write as _;

/// The struct that the parameters of a function are in when they are passed in memory, as a local type of this name.
pub(crate) fn spilled_struct(types: &Types<'_>, function: &CFunction<'_>, name: &str) -> String {
    let mut members = String::new();
    for param in &function.params {
        // In the order of the parameters: the ABI lays them out as a tuple, and C lays the struct out alike.
        let _ = write!(members, "{} {}; ", types[param.ty].name, param.name);
    }
    format!("typedef struct {{ {members}}} {name};")
}
