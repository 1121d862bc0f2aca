//! Text that goes to several places of a file at once.

use witc_bindgen_core::Source;

/// The parts of a source file that functions are written to.
#[derive(Default)]
pub(crate) struct CodeParts {
    /// Declarations of core imports.
    pub(crate) core: Source,
    /// Definitions of C++ functions, in the namespace of a module.
    pub(crate) code: Source,
}

/// Writes a text in a namespace; nothing if it is empty.
pub(crate) fn in_namespace(path: &[String], body: Source, source: &mut Source) {
    if !body.is_empty() {
        source.lines(format!("namespace {} {{", path.join("::")));
        source.verbatim(&body.finish());
        source.lines("}");
    }
}
