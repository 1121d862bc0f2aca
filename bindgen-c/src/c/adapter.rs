//! What stands between the functions of C and those of the core module.

use crate::c::Options;
use crate::c::functions::{CFunction, Pass};
use crate::c::helpers::Helpers;
use crate::c::lower::Flat;
use crate::c::place::Place;
use crate::c::types::{ResourceRef, TypeRef, Types};
use std::fmt::Write as _;
use witc_canonical_abi::{Names, Scheme};
use witc_type_section::StringEncoding;

/// What writing adapters takes.
pub(crate) struct Adapter<'x, 'a> {
    pub(crate) types: &'x mut Types<'a>,
    pub(crate) options: &'x Options,
    /// What the source file needs, by now.
    pub(crate) helpers: Helpers,
}

impl<'a> Adapter<'_, 'a> {
    /// The names of core imports and exports.
    pub(crate) fn names(&self) -> Names<'a> {
        Names::new(self.types.resolve, Scheme::Legacy)
    }

    pub(crate) fn type_name(&self, ty: TypeRef) -> &str {
        &self.types[ty].name
    }

    /// The type of the code units that a string points to.
    pub(crate) fn char_type(&self) -> String {
        char_type(self.options).to_owned()
    }

    /// How many code units a string has, of its length.
    pub(crate) fn string_units(&self, length: &str) -> String {
        match self.options.string_encoding.0 {
            StringEncoding::CompactUtf16 => {
                format!(
                    "({length} & ~{})",
                    utf16_flag(&self.types.prefixes.shouty_world())
                )
            }
            StringEncoding::Utf8 | StringEncoding::Utf16 => length.to_owned(),
        }
    }

    /// The core import that drops a handle of a resource.
    pub(crate) fn drop_import(&self, resource: ResourceRef) -> String {
        self.types.resource(resource).drop.clone()
    }

    /// The core import that drops an error context.
    pub(crate) fn error_context_drop(&self) -> String {
        format!("import_{}_error_context_drop", self.types.prefixes.world)
    }

    /// The flat values of all parameters of a call.
    pub(crate) fn lower_params(&mut self, function: &CFunction<'_>, flat: &mut Flat<'_>) {
        for param in &function.params {
            match param.pass {
                Pass::Value => self.lower(param.ty, &Place::value(&param.name), flat),
                Pass::Pointer => self.lower(param.ty, &Place::behind(&param.name), flat),
                Pass::Maybe(_) => self.lower_maybe(param.ty, &param.shown, flat),
            }
        }
    }

    /// The struct that parameters are in when they are passed in memory, as a local type.
    pub(crate) fn spilled(&self, function: &CFunction<'_>, name: &str) -> String {
        let mut members = String::new();
        for param in &function.params {
            let _ = write!(members, "{} {}; ", self.type_name(param.ty), param.name);
        }
        format!("typedef struct {{ {members}}} {name};\n")
    }
}

pub(crate) fn char_type(options: &Options) -> &'static str {
    match options.string_encoding.0 {
        StringEncoding::Utf8 | StringEncoding::CompactUtf16 => "uint8_t",
        StringEncoding::Utf16 => "uint16_t",
    }
}

/// The macro for the bit in a length that says that the string is UTF-16.
pub(crate) fn utf16_flag(shouty_world: &str) -> String {
    format!("{shouty_world}_STRING_UTF16")
}
