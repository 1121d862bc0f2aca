//! Options about interfaces that a world does not have.

use witc_diagnostics::{Code, Diagnostic, Span};

/// A warning for each interface that an option names and a world does not have, with the one that has the same name but for
/// the version.
pub(crate) fn unmatched_interfaces(
    code: Code,
    named: &[(String, String)],
    known: &[String],
    message: impl Fn(&str) -> String,
) -> Vec<Diagnostic> {
    let unmatched = named.iter().filter(|(name, _)| !known.contains(name));
    let warn = |(name, _): &(String, String)| {
        let diagnostic = Diagnostic::warning(code, message(name), Span::NONE);
        let other = known
            .iter()
            // A forgotten or outdated version is the usual mistake, and the only one with one answer.
            .find(|other| unversioned(other) == unversioned(name));
        match other {
            Some(other) => diagnostic.note(format!("write `{other}`")),
            None => diagnostic,
        }
    };
    unmatched.map(warn).collect()
}

/// The name of an interface without its version.
fn unversioned(name: &str) -> Option<&str> {
    name.split('@').next()
}
