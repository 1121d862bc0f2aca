//! Rules on the versions of packages.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use witc_diagnostics::Diagnostic;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for &id in &context.packages {
        let package = &context.resolve.packages[id];
        match &package.name.version {
            None => {
                let message = format!("the package `{}` has no version", package.name);
                let found = Diagnostic::warning(codes::MISSING_VERSION, message, package.span);
                let note =
                    "without a version nobody can tell one release from the next, nor use `@since`";
                findings.push(context, found.note(note));
            }
            Some(version) if !version.build.is_empty() => {
                let message = format!(
                    "the version `{version}` has build metadata, `+{}`",
                    version.build
                );
                let found = Diagnostic::warning(codes::BUILD_METADATA, message, package.span);
                let note = "versions that differ in nothing else are the same to some tools and different to others";
                findings.push(context, found.note(note));
            }
            Some(_) => {}
        }
    }
}
