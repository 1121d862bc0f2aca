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
        source.append(&body);
        source.lines("}");
    }
}

/// The column that lines end before, where there is a place to break them.
const WIDTH: usize = 100;

/// Whether a text fits on one line.
pub(crate) fn fits(source: &IndentedText, text: &str) -> bool {
    4 * source.depth() + text.len() <= WIDTH
}

/// Writes items between brackets: on one line, or, where that is too long, each on a line of its own.
pub(crate) fn list(source: &mut IndentedText, open: &str, items: &[String], close: &str) {
    let line = format!("{open}{}{close}", items.join(", "));
    if fits(source, &line) {
        return source.lines(line);
    }
    source.lines(open);
    let mut inside = IndentedText::at(source.depth() + 1);
    inside.lines(items.join(",\n"));
    source.append(&inside);
    source.lines(close);
}

/// Writes a function of one statement: on one line, or, where that is too long, the statement on a line of its own.
pub(crate) fn function(source: &mut IndentedText, head: &str, statement: &str) {
    let line = format!("{head} {{ {statement} }}");
    if fits(source, &line) {
        source.lines(line);
    } else {
        source.block(head, "", |source| source.lines(statement));
    }
}
