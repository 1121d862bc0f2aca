//! Assertions that the templates of the runtime lay types out as the canonical ABI says.
//!
//! The runtime computes sizes and offsets by templates, from the types of C++; the plans have them from the types of WIT.
//! Each source file asserts for the types that it uses that both say the same.

use crate::cpp::context::Context;
use witc_bindgen_core::{IndentedText, ModuleId};
use witc_canonical_abi::{Bytes, Cases, Field, Kind, Plan};

/// Writes the assertions about a type of C++ that has a plan and belongs to code of a module.
pub(crate) fn assert_layout(
    context: Context<'_, '_>,
    module: ModuleId,
    plan: &Plan,
    cpp_type: &str,
    source: &mut IndentedText,
) {
    let layout = layout(plan);
    let claim = match &plan.kind {
        Kind::Record(fields) | Kind::Tuple(fields) => {
            format!("is_row<{cpp_type}>({layout}, {{{}}})", offsets(fields))
        }
        Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
            format!("is_sum<{cpp_type}>({layout}, {})", payload_offset(cases))
        }
        Kind::FixedLengthList(..) | Kind::Enum(..) | Kind::Flags(..) => {
            format!("is_laid_out<{cpp_type}>({layout})")
        }
        // The runtime has numbers of its own for these, which depend on nothing in WIT.
        Kind::Scalar(_) | Kind::String | Kind::List(_) | Kind::Map(_) => return,
        Kind::Own(_) | Kind::Borrow(_) | Kind::ErrorContext => return,
        Kind::Future(_) | Kind::Stream(_) => return,
    };
    // A borrowed handle of an exported resource is a pointer to an object, which the ABI keeps in 32 bits.
    let has_pointers = plan.facts.borrows && context.modules[module].role.is_implemented();
    let condition = if has_pointers { "word != 4 || " } else { "" };
    source.lines(format!("static_assert({condition}{claim});"));
}

/// A `Layout` of the runtime.
fn layout(plan: &Plan) -> String {
    let size = expression(plan.layout.size);
    let align = expression(plan.layout.align);
    match &plan.flat {
        // Without a flat form the runtime's own count is of no meaning, and nothing is claimed about it.
        Some(flat) => format!("{{{size}, {align}, {}}}", flat.len()),
        None => format!("{{{size}, {align}}}"),
    }
}

fn offsets(fields: &[Field]) -> String {
    let offsets: Vec<String> = fields.iter().map(|it| expression(it.offset)).collect();
    offsets.join(", ")
}

fn payload_offset(cases: &Cases) -> String {
    expression(cases.payload_offset)
}

/// A number of bytes, in `word`s of the size of a pointer where it depends on that.
fn expression(bytes: Bytes) -> String {
    match bytes.terms() {
        (bytes, 0) => bytes.to_string(),
        (0, 1) => "word".to_owned(),
        (0, words) => format!("{words} * word"),
        (bytes, 1) => format!("{bytes} + word"),
        (bytes, words) => format!("{bytes} + {words} * word"),
    }
}
