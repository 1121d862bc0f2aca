//! Rules on names.

mod accessors;
mod clashes;
mod files;
mod keywords;
mod repeats;

use crate::context::Context;
use crate::findings::Findings;
use crate::settings::Settings;

/// Looks for what these rules are about.
pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, settings: &Settings) {
    keywords::check(context, findings, &settings.languages);
    clashes::check(context, findings, &settings.languages);
    repeats::check(context, findings);
    accessors::check(context, findings);
    files::check(context, findings);
}
