//! Rules on types and signatures.

mod functions;
mod odd;
mod types;

use crate::context::Context;
use crate::findings::Findings;

/// Looks for what these rules are about.
pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    functions::check(context, findings);
    types::check(context, findings);
    odd::check(context, findings);
}
