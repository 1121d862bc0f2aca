//! Diagnostics for binaries.

use crate::codes;
use std::fmt::Display;
use wasmparser::BinaryReaderError;
use witc_diagnostics::{Diagnostic, Span};

/// The bytes are no component.
pub(crate) fn not_a_component(why: impl Display) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(
        codes::NOT_A_COMPONENT,
        format!("this is not a component: {why}"),
        Span::NONE,
    ))
}

/// The bytes are no component, as the parser found.
pub(crate) fn damaged(error: &BinaryReaderError) -> Box<Diagnostic> {
    not_a_component(format_args!(
        "{} at byte {}",
        error.message(),
        error.offset()
    ))
}

/// The component refers to something that it does not have.
pub(crate) fn missing(what: impl Display) -> Box<Diagnostic> {
    not_a_component(format_args!("it refers to {what}, which it does not have"))
}

/// The component is fine, but there is no WIT for it.
pub fn not_wit(what: impl Display) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(
        codes::NOT_EXPRESSIBLE,
        format!("WIT cannot express this component: {what}"),
        Span::NONE,
    ))
}

/// The component takes more room or time than is given.
pub(crate) fn too_complex(why: impl Display) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(
        codes::TOO_COMPLEX,
        format!("this component is too complex: {why}"),
        Span::NONE,
    ))
}
