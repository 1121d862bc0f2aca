//! The attributes of WIT, and what is said of those that are none.

use crate::ast::Ident;
use crate::codes;
use witc_diagnostics::{Diagnostic, Span};

/// The attributes there are, each as it is written.
const ATTRIBUTES: [(&str, &str); 4] = [
    ("since", "@since(version = 1.2.3)"),
    ("unstable", "@unstable(feature = name)"),
    ("deprecated", "@deprecated(version = 1.2.3)"),
    ("external-id", "@external-id(\"text\")"),
];

/// How an attribute is written, if there is one of this name.
pub(crate) fn attribute_form(name: &str) -> Option<&'static str> {
    ATTRIBUTES
        .iter()
        .find(|known| known.0 == name)
        .map(|known| known.1)
}

/// The diagnostic of an attribute that the grammar admits and WIT does not have, or not with this argument.
pub(crate) fn bad_attribute(attribute: Ident<'_>, span: Span) -> Diagnostic {
    let name = attribute.name;
    if let Some(form) = attribute_form(name) {
        let message = format!("`@{name}` can't have this argument");
        Diagnostic::error(codes::MALFORMED_ATTRIBUTE, message, span).note(format!("write `{form}`"))
    } else {
        let message = format!("there is no attribute `@{name}`");
        Diagnostic::error(codes::UNKNOWN_ATTRIBUTE, message, attribute.span)
            .note("the attributes are `@since`, `@unstable`, `@deprecated` and `@external-id`")
    }
}
