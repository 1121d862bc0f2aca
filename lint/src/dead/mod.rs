//! Rules on what could be left out.

mod comments;
mod empty;
mod includes;
mod needless;
mod paths;
mod split;
mod unused;
mod worlds;

use crate::context::Context;
use crate::findings::Findings;

/// Looks for what these rules are about.
pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    unused::check(context, findings);
    empty::check(context, findings);
    worlds::check(context, findings);
    for file in context.files.iter().filter(|file| file.is_written) {
        includes::check(context, findings, file);
        needless::check(context, findings, file);
        paths::check(context, findings, file);
        split::check(context, findings, file);
        comments::check(context, findings, file);
    }
}
