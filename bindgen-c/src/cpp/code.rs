//! Text that goes to several places of a file at once.

use witc_bindgen_core::IndentedText;

/// The parts of a source file that functions are written to.
#[derive(Default)]
pub(crate) struct CodeParts {
    /// Declarations of core imports.
    pub(crate) core: IndentedText,
    /// Definitions of C++ functions, in the namespace of a module.
    pub(crate) code: IndentedText,
}

/// Writes a text in a namespace; nothing if it is empty.
pub(crate) fn in_namespace(path: &[String], body: IndentedText, source: &mut IndentedText) {
    if !body.is_empty() {
        source.lines(format!("namespace {} {{", path.join("::")));
        source.verbatim(&body.finish());
        source.lines("}");
    }
}
