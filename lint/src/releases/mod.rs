//! Rules on versions and gates.

mod dependencies;
mod features;
mod gates;
mod leaks;
mod stabilize;
mod versions;

use crate::context::Context;
use crate::findings::Findings;

/// Looks for what these rules are about.
pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    versions::check(context, findings);
    dependencies::check(context, findings);
    // Packages without gates, which are most, have nothing to find for the others.
    let gated = context.gated();
    if !gated.is_empty() {
        gates::check(context, findings, &gated);
        leaks::check(context, findings);
        features::check(context, findings, &gated);
        stabilize::check(context, findings);
    }
}
